//! How well and how quickly handwriting is read.
//!
//!     packaging/models/fetch-strokes.sh
//!     cargo bench -p linli-input --bench handwriting
//!
//! The strokes are not ours: hanzi-writer-data, the middle lines of one font. `LINLI_STROKES`
//! names another folder with such files. `LINLI_BENCH_CHARACTERS` sets how many characters are
//! drawn (usual: 1000), and `-- joined` measures only what has `joined` in its name; `-- every`
//! reads every character of the data.

mod chance;
mod change;
mod memory;
mod strokes;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chance::Chance;
use linli_input::handwriting::{Ink, Recogniser, Stroke};
use strokes::Strokes;

/// Characters in one measurement.
const CHARACTERS: usize = 1_000;
/// Always the same characters and the same shaking.
const SEED: u64 = 20_260;
/// As many candidates as are asked for.
const CANDIDATES: usize = 5;

/// Changes the strokes of one character into what a hand might have made of them.
type Change = fn(&[Stroke], &mut Chance) -> Vec<Stroke>;

const CHANGES: &[(&str, Change)] = &[
    ("clean", |strokes, _| strokes.to_vec()),
    ("jittered: every point by 3 % of the side", change::jittered),
    ("strokes in any order and direction", change::shuffled),
    ("all strokes joined to one", change::joined),
    (
        "slanted, stretched, strokes moved and resized",
        change::wobbly,
    ),
    ("the same, joined", |strokes, chance| {
        change::joined(&change::wobbly(strokes, chance), chance)
    }),
];

fn main() {
    let folder = std::env::var_os("LINLI_STROKES").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/strokes")),
        PathBuf::from,
    );
    let Some(data) = Strokes::open(&folder) else {
        println!("no strokes in {}", folder.display());
        println!("packaging/models/fetch-strokes.sh fetches them");
        return;
    };
    let Some(recogniser) = load() else { return };
    let wish = std::env::var("LINLI_BENCH_CHARACTERS").ok();
    let count = wish
        .and_then(|text| text.parse().ok())
        .unwrap_or(CHARACTERS);
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|w| !w.starts_with('-'))
        .collect();
    let is_wanted = |what: &str| wanted.is_empty() || wanted.iter().any(|w| what.contains(w));

    let mut common = data.common();
    Chance::new(SEED).shuffle(&mut common);
    common.truncate(count);
    println!(
        "\n{:<52} {:>6} {:>7} {:>7} {:>8} {:>8}",
        "", "drawn", "first", "of 5", "p50 ms", "p99 ms"
    );
    for (what, change) in CHANGES.iter().filter(|(what, _)| is_wanted(what)) {
        measure(
            what,
            &recogniser,
            common.iter().map(|&one| (one, *change)),
            &data,
        );
    }
    for several in [2, 3] {
        let what = format!("{several} characters side by side, wobbly");
        if is_wanted(&what) {
            lines(&what, several, &recogniser, &common, &data);
        }
    }
    if is_wanted("every character of the data") {
        let every = data.every();
        let known = every.iter().filter(|&&one| recogniser.knows(one)).count();
        let clean = CHANGES[0].1;
        measure(
            "every character of the data",
            &recogniser,
            every.iter().map(|&one| (one, clean)),
            &data,
        );
        println!("known to the model: {known} of {}", every.len());
    }
    println!("memory after all of it: {}", memory::now());
}

fn load() -> Option<Recogniser> {
    let model = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assets/models/handwriting.onnx"
    ));
    println!("memory before loading: {}", memory::now());
    let start = Instant::now();
    let recogniser = match Recogniser::load(model) {
        Ok(recogniser) => recogniser,
        Err(error) => {
            println!("{error}");
            return None;
        }
    };
    println!("loaded and tried in {:.0} ms", millis(start.elapsed()));
    println!("memory after loading: {}", memory::now());
    Some(recogniser)
}

/// What one measurement found.
#[derive(Default)]
struct Tally {
    first: usize,
    among: usize,
    times: Vec<Duration>,
}

impl Tally {
    fn read(&mut self, recogniser: &Recogniser, ink: &Ink, wanted: &str) {
        let start = Instant::now();
        let candidates = recogniser.recognise(ink, CANDIDATES);
        self.times.push(start.elapsed());
        let place = candidates.iter().position(|c| c.text == wanted);
        self.first += usize::from(place == Some(0));
        self.among += usize::from(place.is_some());
    }

    fn print(mut self, what: &str) {
        self.times.sort_unstable();
        let drawn = self.times.len();
        if drawn == 0 {
            return;
        }
        let percent = |part: usize| 100.0 * part as f64 / drawn as f64;
        let at = |share: f64| millis(self.times[(share * (drawn - 1) as f64) as usize]);
        println!(
            "{what:<52} {drawn:>6} {:>6.1}% {:>6.1}% {:>8.1} {:>8.1}",
            percent(self.first),
            percent(self.among),
            at(0.5),
            at(0.99)
        );
    }
}

fn measure(
    what: &str,
    recogniser: &Recogniser,
    drawn: impl Iterator<Item = (char, Change)>,
    data: &Strokes,
) {
    let mut chance = Chance::new(SEED);
    let mut tally = Tally::default();
    for (one, change) in drawn {
        let strokes = change(&data.of(one), &mut chance);
        tally.read(recogniser, &Ink::new(strokes), &one.to_string());
    }
    tally.print(what);
}

/// Several characters in one field, with a gap of a tenth of their height.
fn lines(what: &str, several: usize, recogniser: &Recogniser, common: &[char], data: &Strokes) {
    let mut chance = Chance::new(SEED);
    let mut tally = Tally::default();
    for line in common.chunks_exact(several) {
        let each = line
            .iter()
            .map(|&one| change::wobbly(&data.of(one), &mut chance));
        let ink = Ink::new(change::side_by_side(&each.collect::<Vec<_>>()));
        tally.read(recogniser, &ink, &line.iter().collect::<String>());
    }
    tally.print(what);
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
