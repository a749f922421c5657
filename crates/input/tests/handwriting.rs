//! Handwriting from strokes to candidates, with strokes drawn for these tests.

// Helpers of tests may unwrap as tests do; clippy knows only the tests themselves.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::LazyLock;

use linli_input::InputError;
use linli_input::handwriting::{Ink, POINTS_MAX, Point, Recogniser, STROKES_MAX, Stroke};
use proptest::prelude::*;

static RECOGNISER: LazyLock<Recogniser> = LazyLock::new(|| Recogniser::load(&model()).unwrap());

/// The writing field of these tests.
const FIELD: f32 = 300.0;

fn model() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/models/handwriting.onnx")
}

/// Strokes from text: points `x,y` in a field of 300, strokes apart by `/`.
fn strokes(text: &str) -> Vec<Stroke> {
    let number = |text: &str| text.parse::<f32>().unwrap();
    let point = |text: &str| {
        let (x, y) = text.split_once(',').unwrap();
        Point::new(number(x), number(y))
    };
    text.split('/')
        .map(|stroke| stroke.split_whitespace().map(point).collect())
        .collect()
}

fn circle(x: f32, y: f32, radius: f32) -> Stroke {
    let at = |step: u8| f32::from(step) / 16.0 * std::f32::consts::TAU;
    (0..=16)
        .map(|step| Point::new(x + radius * at(step).sin(), y - radius * at(step).cos()))
        .collect()
}

fn read(ink: &Ink) -> Vec<String> {
    let all = RECOGNISER.recognise(ink, 8);
    all.into_iter().map(|c| c.text).collect()
}

fn read_in_field(strokes: Vec<Stroke>) -> Vec<String> {
    read(&Ink::new(strokes).in_field(FIELD, FIELD))
}

const HAN: &[(&str, &str)] = &[
    ("一", "40,152 120,150 265,144"),
    ("二", "85,95 215,90/40,215 262,210"),
    ("三", "70,70 230,66/90,148 212,145/40,232 262,228"),
    ("十", "40,140 262,136/150,35 151,270"),
    ("口", "80,90 82,220/80,90 222,88 218,218/82,216 220,214"),
    (
        "人",
        "152,50 140,120 100,200 45,255/148,110 190,190 258,252",
    ),
    (
        "大",
        "50,118 255,112/150,40 145,120 105,205 48,258/150,118 192,198 258,255",
    ),
    (
        "中",
        "70,95 72,190/70,95 232,92 228,188/72,188 230,186/150,35 151,275",
    ),
    (
        "王",
        "70,65 232,62/85,148 218,145/150,65 151,235/45,238 258,234",
    ),
    ("土", "85,125 218,121/150,45 151,238/42,240 260,236"),
    (
        "日",
        "95,60 96,245/95,60 208,58 207,244/96,150 207,148/96,242 207,240",
    ),
    (
        "木",
        "45,115 258,111/150,40 151,268/148,118 110,185 50,235/153,118 195,185 252,230",
    ),
    (
        "小",
        "150,45 151,245 125,225/100,120 60,205/200,115 245,200",
    ),
    (
        "山",
        "150,55 151,225/65,120 66,228/66,228 236,226/235,118 236,228",
    ),
];

const OTHERS: &[(&str, &str)] = &[
    ("1", "115,85 155,45 154,255"),
    (
        "2",
        "95,95 115,55 165,45 200,80 185,130 95,250/95,250 210,248",
    ),
    (
        "3",
        "95,60 160,45 195,80 180,125 140,140 190,155 205,205 165,250 95,238",
    ),
    ("4", "165,45 80,185 225,184/170,120 168,260"),
    (
        "5",
        "195,50 110,52 100,135 160,125 205,160 195,220 140,250 90,235",
    ),
    (
        "6",
        "185,45 120,110 95,190 125,248 185,240 200,190 160,160 105,185",
    ),
    ("7", "85,55 210,52 140,255"),
    (
        "8",
        "195,80 150,48 105,85 150,140 205,195 150,252 95,200 150,140 195,80",
    ),
    (
        "9",
        "200,95 155,50 105,90 120,140 180,135 202,90 200,160 175,255",
    ),
    ("A", "150,45 75,255/150,45 228,255/100,185 205,183"),
    (
        "B",
        "95,50 96,250/96,50 175,60 190,100 160,140 98,145/98,145 190,160 205,205 170,248 96,250",
    ),
    ("K", "100,45 101,255/205,50 102,160/130,135 210,255"),
    ("X", "85,50 218,252/215,48 82,254"),
    (
        "？",
        "100,90 110,50 150,35 195,60 190,100 150,135 150,190/150,240",
    ),
    ("！", "150,40 150,190/150,240"),
];

const MARKS: &[(&str, &str)] = &[
    ("，", "70,220 85,228 83,245 65,262"),
    ("、", "60,215 95,255"),
    ("：", "75,130/75,230"),
    ("；", "75,130/75,210 80,225 60,250"),
];

#[test]
fn plain_characters_come_first_with_and_without_a_field() {
    for (wanted, drawn) in HAN {
        for read in [
            read(&Ink::new(strokes(drawn))),
            read_in_field(strokes(drawn)),
        ] {
            assert_eq!(read.first().map(String::as_str), Some(*wanted), "{read:?}");
        }
    }
}

#[test]
fn digits_letters_and_large_marks_come_first_in_a_field() {
    for (wanted, drawn) in OTHERS {
        let read = read_in_field(strokes(drawn));
        assert_eq!(read.first().map(String::as_str), Some(*wanted), "{read:?}");
    }
}

#[test]
fn small_marks_in_a_field_come_first() {
    for (wanted, drawn) in MARKS {
        let read = read_in_field(strokes(drawn));
        assert_eq!(read.first().map(String::as_str), Some(*wanted), "{read:?}");
    }
    let read = read_in_field(vec![circle(75.0, 235.0, 20.0)]);
    assert_eq!(read.first().map(String::as_str), Some("。"), "{read:?}");
}

#[test]
fn a_large_circle_may_be_any_round_thing() {
    let read = read_in_field(vec![circle(150.0, 150.0, 110.0)]);
    for wanted in ["0", "O", "〇"] {
        assert!(read.iter().any(|one| one == wanted), "{wanted} in {read:?}");
    }
}

#[test]
fn no_candidate_is_offered_twice() {
    for (_, drawn) in HAN.iter().chain(OTHERS).chain(MARKS) {
        let mut read = read_in_field(strokes(drawn));
        let all = read.len();
        read.sort();
        read.dedup();
        assert_eq!(read.len(), all);
    }
}

#[test]
fn the_order_and_direction_of_strokes_does_not_matter() {
    for (_, drawn) in HAN {
        let mut backwards = strokes(drawn);
        let forwards = RECOGNISER.recognise(&Ink::new(backwards.clone()), 1);
        backwards.reverse();
        for stroke in &mut backwards {
            stroke.reverse();
        }
        let read = RECOGNISER.recognise(&Ink::new(backwards), 1);
        assert_eq!(read[0].text, forwards[0].text);
    }
}

#[test]
fn characters_side_by_side_are_read_as_a_line() {
    let mut line = strokes(HAN[7].1);
    for stroke in strokes(HAN[9].1) {
        line.push(
            stroke
                .iter()
                .map(|p| Point::new(p.x + 260.0, p.y))
                .collect(),
        );
    }
    let read = read(&Ink::new(line));
    assert_eq!(read.first().map(String::as_str), Some("中土"), "{read:?}");
}

#[test]
fn rare_characters_of_names_are_known_as_the_readme_says() {
    assert!(RECOGNISER.knows('䶮'));
    assert!(RECOGNISER.knows('\u{2CB4A}'));
    assert!(!RECOGNISER.knows('㼆'));
    assert!(RECOGNISER.knows('門') && RECOGNISER.knows('门'));
}

#[test]
fn no_ink_gives_no_candidates() {
    let nothing = [
        Ink::default(),
        Ink::new(vec![Vec::new()]),
        Ink::new(vec![vec![
            Point::new(f32::NAN, 1.0),
            Point::new(1.0, f32::INFINITY),
        ]]),
        Ink::new(vec![vec![Point::new(f32::MAX, f32::MIN)]]),
    ];
    for ink in nothing {
        assert!(RECOGNISER.recognise(&ink, 5).is_empty());
    }
    assert!(
        RECOGNISER
            .recognise(&Ink::new(strokes(HAN[0].1)), 0)
            .is_empty()
    );
}

#[test]
fn ink_beyond_the_limits_is_not_looked_at() {
    let mut ink = Ink::new(strokes(HAN[3].1));
    let alone = RECOGNISER.recognise(&ink, 3);
    ink.strokes.resize(STROKES_MAX, Vec::new());
    ink.strokes.extend(vec![circle(500.0, 500.0, 90.0); 10_000]);
    assert_eq!(RECOGNISER.recognise(&ink, 3), alone);

    let long = vec![Point::new(1.0, 1.0); POINTS_MAX];
    let mut ink = Ink::new(vec![long, circle(500.0, 500.0, 90.0)]);
    let dot = RECOGNISER.recognise(&ink, 3);
    ink.strokes.pop();
    assert_eq!(RECOGNISER.recognise(&ink, 3), dot);
}

#[test]
fn a_missing_model_and_a_damaged_one_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("model.onnx");
    assert!(matches!(
        Recogniser::load(&file),
        Err(InputError::Unreadable { .. })
    ));
    let whole = std::fs::read(model()).unwrap();
    for damaged in [&b""[..], b"no model", &whole[..whole.len() / 2]] {
        std::fs::write(&file, damaged).unwrap();
        assert!(matches!(
            Recogniser::load(&file),
            Err(InputError::Damaged { .. })
        ));
    }
}

/// Numbers as a panel gives them, and as no panel should.
fn any_number() -> impl Strategy<Value = f32> {
    prop_oneof![
        6 => -50.0_f32..1000.0,
        1 => any::<f32>(),
        1 => Just(f32::NAN),
        1 => Just(f32::INFINITY),
        1 => Just(0.0),
        1 => Just(f32::MIN_POSITIVE / 4.0),
    ]
}

fn any_ink() -> impl Strategy<Value = Ink> {
    let point = (any_number(), any_number()).prop_map(|(x, y)| Point::new(x, y));
    let stroke = prop::collection::vec(point, 0..40);
    let field = prop::option::of((any_number(), any_number()));
    (prop::collection::vec(stroke, 0..20), field)
        .prop_map(|(strokes, field)| Ink { strokes, field })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_drawn_gives_few_sound_candidates_in_order(ink in any_ink(), most in 0..12_usize) {
        let candidates = RECOGNISER.recognise(&ink, most);
        prop_assert!(candidates.len() <= most);
        prop_assert!(candidates.iter().all(|c| (0.0..=1.0).contains(&c.score)));
        // Where a line stands is not a matter of its score.
        let singles: Vec<_> = candidates.iter().filter(|c| c.text.chars().count() == 1).collect();
        prop_assert!(singles.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }
}

#[test]
fn traditional_characters_are_read_as_they_are_written() {
    for character in "門樓醫說區燈壞漏電梯請謝臺灣聽語髮麵裡".chars() {
        assert!(RECOGNISER.knows(character), "{character}");
    }
    let gate = "52,48 52,270/52,50 132,50/132,50 131,128/54,88 130,88/54,126 130,126/\
                172,50 172,128/172,50 252,50/252,50 251,262 228,250/174,88 250,88/174,126 250,126";
    assert_eq!(read_in_field(strokes(gate))[0], "門");
}
