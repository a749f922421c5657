//! The signs of the jobs are seen across the hall: at three metres, 0.7° are 37 mm.

use egui_kittest::Harness;
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::{Modes, Screen};
use linli_look::audit::{self, ControlKind, DrawnControl};
use linli_look::{Glass, Tone};
use linli_texts::{Lang, t};

use super::glasses::{PORTRAIT, glass};
use super::ground::Ground;
use super::{Walk, show};
use crate::jobs::jobs_on;

const SEEN_MM: f32 = 37.0;

/// The larger side of the sign on each of these controls, in millimetres.
fn signs<State>(
    harness: &Harness<'_, State>,
    glass: Glass,
    controls: &[DrawnControl],
) -> Vec<(String, f32)> {
    let paper = linli_look::Look::new(glass, Tone::Day, false).colours.paper;
    let ground = Ground::of(&harness.output().shapes, paper, glass.pixels_per_point());
    let painted = ground.painted(0);
    let sign = |control: &DrawnControl| {
        let icons = painted
            .iter()
            .filter(|one| one.is_icon && control.rect.contains_rect(one.rect));
        let largest = icons
            .map(|one| one.rect.size().max_elem())
            .fold(0.0, f32::max);
        (control.name.clone(), largest / glass.points_per_mm())
    };
    controls.iter().map(sign).collect()
}

#[track_caller]
fn assert_seen(signs: &[(String, f32)], count: usize) {
    assert_eq!(signs.len(), count, "{signs:?}");
    for (name, sign_mm) in signs {
        assert!(
            *sign_mm >= SEEN_MM,
            "the sign of {name} is {sign_mm:.1} mm of {signs:?}"
        );
    }
}

#[test]
fn the_sign_of_each_job_on_the_first_screen_is_seen_from_three_metres() {
    let mut walk = Walk::on(PORTRAIT);
    for lang in Lang::all() {
        let home = gallery::every_screen(&walk.hall, &walk.taken, 0.0)
            .into_iter()
            .find(|Showing { screen, .. }| matches!(screen, Screen::Home));
        show(&mut walk.terminal, &home.unwrap(), lang, Modes::default());
        let jobs = [t::kiosk_home_queue(lang), t::kiosk_message_card(lang)];
        let mut controls = audit::take_controls(&walk.terminal.harness.ctx);
        controls.retain(|control| jobs.contains(&control.name.as_str()));
        let signs = signs(&walk.terminal.harness, walk.glass, &controls);
        assert_seen(&signs, jobs.len());
    }
}

#[test]
fn the_signs_of_as_many_jobs_as_there_will_be_are_seen_from_three_metres() {
    for lang in Lang::all() {
        for count in [4, 6] {
            let harness = jobs_on(PORTRAIT, lang, false, count);
            let mut controls = audit::take_controls(&harness.ctx);
            controls.retain(|control| control.kind == ControlKind::Choice);
            assert_seen(&signs(&harness, glass(PORTRAIT), &controls), count);
        }
    }
}
