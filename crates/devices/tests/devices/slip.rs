//! What a slip looks like. Pictures of all of them are left in `target/tmp/slips`.

use std::time::Instant;

use linli_devices::printer::escpos::{decode, encode};
use linli_devices::printer::{
    Bitmap, MIN_MODULE_DOTS, Paper, RenderError, Slip, SlipQr, SlipRenderer, SlipRow,
};

use crate::samples::{self, URL, read_qr, save_png};

const PAPERS: [(Paper, &str); 2] = [(Paper::Mm58, "58"), (Paper::Mm80, "80")];

fn renderer() -> SlipRenderer {
    SlipRenderer::open(&samples::fonts()).unwrap()
}

/// Rows of the first and of the last black dot in a column range.
fn black_rows(picture: &Bitmap) -> Vec<u32> {
    (0..picture.height())
        .filter(|y| !picture.is_blank_row(*y))
        .collect()
}

#[test]
fn slips_of_both_papers_and_languages_read_back_with_their_code() {
    let mut renderer = renderer();
    let slips = [
        ("zh", samples::chinese_slip()),
        ("en", samples::bilingual_slip()),
    ];
    for (language, slip) in &slips {
        for (paper, width) in PAPERS {
            let started = Instant::now();
            let picture = renderer.render(slip, paper).unwrap();
            let took = started.elapsed();
            let bytes = encode(&picture);
            let back = decode(&bytes)[0].picture(paper.width_dots());
            save_png(&back, &format!("slip-{width}-{language}"));
            println!(
                "{width} mm {language}: {} x {} dots, {:.0} mm, {} bytes, drawn in {took:?}",
                back.width(),
                back.height(),
                back.height_mm(),
                bytes.len(),
            );
            assert_eq!(read_qr(&back).as_deref(), Some(URL));
            assert!(
                (60.0..110.0).contains(&back.height_mm()),
                "{} mm is not the length of a slip",
                back.height_mm()
            );
        }
    }
}

#[test]
fn the_number_is_the_largest_thing_on_the_paper() {
    let mut renderer = renderer();
    for (paper, _) in PAPERS {
        let only = |number: &str| Slip {
            number: number.into(),
            ..Slip::default()
        };
        let rows = black_rows(&renderer.render(&only("A012"), paper).unwrap());
        let height_mm = rows.len() as f32 / 8.0;
        assert!(height_mm >= 12.0, "digits of {height_mm} mm on {paper:?}");
    }
}

#[test]
fn a_long_text_wraps_and_none_of_it_is_lost() {
    let mut renderer = renderer();
    for (paper, width) in PAPERS {
        let slip = Slip {
            hall: "云岭街道梧桐里第二社区居民委员会党群服务中心居民会客厅".into(),
            headlines: vec![
                "城乡居民基本养老保险待遇资格认证".into(),
                "Verification of eligibility for basic old-age insurance benefits".into(),
            ],
            number: "K1024".into(),
            rows: vec![SlipRow::new(
                "Where to wait after taking the number",
                "二楼东侧等候区，靠近电梯的第三排座位，听到叫号请到窗口",
            )],
            notes: vec![
                "VeryLongWordThatNoLineOfThePaperCouldEverHoldWithoutABreakInItSomewhere".into(),
            ],
            qr: Some(SlipQr {
                url: format!("{URL}?hall=wutongli&lang=zh-CN&from=slip"),
                caption: "扫码看叫号进度，快到时手机会提醒您".into(),
            }),
            ..Slip::default()
        };
        let picture = renderer.render(&slip, paper).unwrap();
        save_png(&picture, &format!("long-{width}"));
        // Clipped letters would burn the outermost dots.
        for y in 0..picture.height() {
            assert!(!picture.is_black(0, y) && !picture.is_black(picture.width() - 1, y));
        }
        assert!(read_qr(&picture).is_some());
        let short = Slip {
            notes: vec!["V".into()],
            ..slip.clone()
        };
        let short = renderer.render(&short, paper).unwrap();
        assert!(
            short.height() < picture.height(),
            "the long word took more lines"
        );
    }
}

#[test]
fn modules_of_the_code_are_whole_dots_and_not_too_small() {
    let mut renderer = renderer();
    for (paper, _) in PAPERS {
        let slip = Slip {
            qr: Some(SlipQr {
                url: URL.into(),
                caption: String::new(),
            }),
            ..Slip::default()
        };
        let picture = renderer.render(&slip, paper).unwrap();
        // Every run of black in a row of the code is a multiple of one size.
        let mut runs = Vec::new();
        for y in 0..picture.height() {
            let mut run = 0;
            for x in 0..=picture.width() {
                if picture.is_black(x, y) {
                    run += 1;
                } else if run > 0 {
                    runs.push(run);
                    run = 0;
                }
            }
        }
        let module = *runs.iter().min().unwrap();
        assert!(module >= MIN_MODULE_DOTS);
        assert!(runs.iter().all(|run| run % module == 0));
    }
}

#[test]
fn a_slip_beyond_the_limits_is_refused_and_not_cut() {
    let mut renderer = renderer();
    let too_many = Slip {
        notes: vec!["一".into(); 100],
        ..Slip::default()
    };
    let too_long = Slip {
        footer: "长".repeat(1000),
        ..Slip::default()
    };
    let too_dense = Slip {
        qr: Some(SlipQr {
            url: "x".repeat(2000),
            caption: String::new(),
        }),
        ..Slip::default()
    };
    for slip in [too_many, too_long, too_dense] {
        assert_eq!(
            renderer.render(&slip, Paper::Mm80),
            Err(RenderError::TooLong)
        );
    }
}

#[test]
fn without_fonts_the_missing_one_is_named() {
    let Err(RenderError::NoFont { path }) = SlipRenderer::open("/nowhere".as_ref()) else {
        panic!("there are no fonts there");
    };
    assert!(path.ends_with("NotoSansSC-Regular.ttf"));
}

#[test]
fn an_empty_slip_is_a_little_white_paper() {
    let picture = renderer().render(&Slip::default(), Paper::Mm58).unwrap();
    assert!(black_rows(&picture).is_empty());
}
