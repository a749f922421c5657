use super::*;

const HUES: [&str; 6] = ["jade", "amber", "vermilion", "indigo", "plum", "olive"];

fn colour(palette: &Palette, name: &str) -> Rgb {
    palette
        .entries()
        .into_iter()
        .find(|(entry, _)| *entry == name)
        .expect("a colour of that name")
        .1
}

fn assert_contrast(palette_name: &str, palette: &Palette, front: &str, back: &str, least: f32) {
    let ratio = contrast(colour(palette, front), colour(palette, back));
    assert!(
        ratio >= least,
        "{palette_name}: {front} on {back} is {ratio:.2}:1, needs {least}:1"
    );
}

fn palettes() -> [(&'static str, Palette, f32); 3] {
    [
        ("day", DAY, 4.5),
        ("evening", EVENING, 4.5),
        ("contrast", CONTRAST, 7.0),
    ]
}

#[test]
fn text_is_readable_on_every_ground() {
    for (name, palette, least) in palettes() {
        for back in ["paper", "card", "bar", "shade", "press"] {
            for front in ["ink", "ink2"] {
                assert_contrast(name, &palette, front, back, least);
            }
        }
        for hue in HUES {
            for back in ["paper", "card", &format!("{hue}_soft")] {
                assert_contrast(name, &palette, hue, back, least);
            }
            assert_contrast(name, &palette, "ink", &format!("{hue}_soft"), least);
            assert_contrast(name, &palette, "ink2", &format!("{hue}_soft"), least);
        }
    }
}

#[test]
fn text_on_a_solid_hue_is_readable_also_while_pressed() {
    for (name, palette, least) in palettes() {
        for hue in HUES {
            assert_contrast(name, &palette, "on", hue, least);
        }
        assert_contrast(name, &palette, "on", "jade_press", least);
    }
}

#[test]
fn the_boundary_of_a_control_is_seen_on_every_ground() {
    for (name, palette, _) in palettes() {
        for back in ["paper", "card", "bar", "shade"] {
            assert_contrast(name, &palette, "edge", back, 3.0);
        }
    }
}

#[test]
fn the_board_is_read_across_the_hall() {
    for (name, palette, _) in palettes() {
        for front in ["board_light", "board_called"] {
            for back in ["board_ground", "board_panel"] {
                assert_contrast(name, &palette, front, back, 7.0);
            }
        }
    }
}

#[test]
fn every_kind_of_service_is_seen_on_a_card() {
    for (kind, shade) in SERVICE_KINDS {
        let ratio = contrast(shade, DAY.card);
        assert!(ratio >= 3.0, "{kind} is {ratio:.2}:1 on a card");
    }
}

#[test]
fn no_type_is_too_small_to_read_standing() {
    let least = smallest_type();
    for (name, size) in [
        ("quiet", type_size::QUIET),
        ("body", type_size::BODY),
        ("button", type_size::BUTTON),
        ("bar", type_size::BAR),
        ("clock", type_size::CLOCK),
    ] {
        assert!(size >= least, "{name} is {size}, needs {least:.1}");
    }
}

#[test]
fn the_style_sheet_has_the_names_that_pages_use() {
    for name in [
        "--paper:",
        "--card:",
        "--ink:",
        "--ink2:",
        "--line:",
        "--edge:",
        "--jade:",
        "--jade-soft:",
        "--radius-small:",
        "--radius-large:",
        "--font:",
        "--shadow:",
        "--service-care:",
    ] {
        assert!(css().contains(name), "{name} is missing");
    }
    assert!(css().contains("prefers-color-scheme:dark"));
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    let ratio = contrast(Rgb(0, 0, 0), Rgb(255, 255, 255));
    assert!((ratio - 21.0).abs() < 0.01);
}

/// A colour by CIELAB, in which equal distances look about equal: lightness, green to red, blue to yellow.
fn lab(Rgb(red, green, blue): Rgb) -> [f32; 3] {
    let linear = |channel: u8| {
        let part = f32::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = [red, green, blue].map(linear);
    // sRGB to XYZ under D65, each by the white's own.
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888;
    let [x, y, z] = [x, y, z].map(|part: f32| {
        if part > 0.008_856 {
            part.cbrt()
        } else {
            7.787 * part + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn the_hues_of_the_jobs_are_told_apart() {
    // A difference of 2.3 is just noticed side by side; these are met one at a time, across a hall.
    const APART: f32 = 20.0;
    const TURN_DEGREES: f32 = 25.0;
    for (name, palette, _) in palettes() {
        for (index, one) in HUES.iter().enumerate() {
            for other in &HUES[index + 1..] {
                let [first, second] = [one, other].map(|hue| lab(colour(&palette, hue)));
                let squares = first.iter().zip(second).map(|(a, b)| (a - b).powi(2));
                let apart = squares.sum::<f32>().sqrt();
                let angle = |lab: [f32; 3]| lab[2].atan2(lab[1]).to_degrees();
                let turn = (angle(first) - angle(second)).rem_euclid(360.0);
                let turn = turn.min(360.0 - turn);
                assert!(
                    apart >= APART && turn >= TURN_DEGREES,
                    "{name}: {one} and {other} are {apart:.0} and {turn:.0} degrees apart"
                );
            }
        }
    }
}
