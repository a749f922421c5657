//! What hands can reach: sizes, gaps and fixed places of everything that can be touched.

use egui::Rect;
use linli_hall::ticket::Priority;
use linli_kiosk::screens::{Screen, Services};
use linli_look::audit::{self, DrawnControl};

use crate::terminal::{Making, Terminal};

fn controls(terminal: &mut Terminal, screen: Screen) -> Vec<DrawnControl> {
    audit::start(&terminal.harness.ctx);
    terminal.harness.state_mut().show(screen);
    terminal.harness.step();
    audit::take_controls(&terminal.harness.ctx);
    terminal.harness.step();
    audit::take_controls(&terminal.harness.ctx)
}

fn screens() -> Vec<Screen> {
    vec![
        Screen::Home,
        Screen::Priority,
        Screen::Services(Services {
            from: 5,
            priority: None,
        }),
        Screen::Services(Services {
            from: 0,
            priority: Some(Priority::Age),
        }),
    ]
}

#[test]
fn everything_that_can_be_touched_is_twenty_millimetres_and_three_apart() {
    for (width, height, inches) in [
        (1080.0, 1920.0, 21.5),
        (1920.0, 1080.0, 21.5),
        (1366.0, 768.0, 18.5),
    ] {
        for (large, low) in [(false, false), (true, false), (false, true)] {
            if low && width > height {
                continue;
            }
            let mut terminal = Making::sized(width, height, inches).start();
            terminal.harness.state_mut().session_mut().modes.large = large;
            terminal.harness.state_mut().session_mut().modes.low = low;
            let glass = linli_look::Glass {
                diagonal_inches: inches,
                pixels: [width, height],
            };
            let mm = glass.points_per_mm();
            for screen in screens() {
                let name = screen.name();
                let controls = controls(&mut terminal, screen);
                for control in &controls {
                    let size = control.rect.size() / mm;
                    assert!(
                        size.min_elem() >= 19.99,
                        "{name} {width}x{height} large {large} low {low}: {} is {size:?} mm",
                        control.name
                    );
                    if low {
                        let reach = height / glass.pixels_per_point() * 0.6;
                        assert!(
                            control.rect.min.y >= reach - 0.5,
                            "{name}: {} is out of low reach",
                            control.name
                        );
                    }
                }
                for (index, one) in controls.iter().enumerate() {
                    for other in &controls[index + 1..] {
                        let apart = distance(one.rect, other.rect) / mm;
                        assert!(
                            apart >= 2.99,
                            "{name}: {} and {} are {apart:.1} mm apart",
                            one.name,
                            other.name
                        );
                    }
                }
            }
        }
    }
}

fn distance(one: Rect, other: Rect) -> f32 {
    let across = (other.min.x - one.max.x)
        .max(one.min.x - other.max.x)
        .max(0.0);
    let down = (other.min.y - one.max.y)
        .max(one.min.y - other.max.y)
        .max(0.0);
    across.hypot(down)
}

#[test]
fn the_bar_is_at_the_same_place_on_every_screen() {
    let mut terminal = Terminal::start();
    let mut places: Vec<(String, Rect)> = Vec::new();
    for screen in screens() {
        for control in controls(&mut terminal, screen) {
            if !["大字", "English", "请人帮忙", "首页", "返回"].contains(&control.name.as_str())
            {
                continue;
            }
            match places.iter().find(|(name, _)| *name == control.name) {
                Some((name, rect)) => assert_eq!(*rect, control.rect, "{name} moved"),
                None => places.push((control.name, control.rect)),
            }
        }
    }
    assert_eq!(places.len(), 5);
}

#[test]
fn there_are_at_most_six_choices_on_a_screen() {
    const BAR: usize = 5;
    let mut terminal = Terminal::start();
    for screen in screens() {
        let name = screen.name();
        // Being seen first is a quiet way beside the question, not one of its answers.
        let choices = controls(&mut terminal, screen)
            .into_iter()
            .filter(|control| !control.name.contains("优先"))
            .count();
        assert!(choices <= 6 + BAR, "{name} has {} choices", choices - BAR);
    }
}
