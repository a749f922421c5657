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
