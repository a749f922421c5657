//! The first screen's composition for as many jobs as a hall will have.

use egui::vec2;
use egui_kittest::Harness;
use linli_kiosk::{assets, gallery};
use linli_look::audit;
use linli_look::{FontFiles, Glass, Look, Tone};
use linli_texts::Lang;

use crate::walk::GLASSES;

/// The cards of so many jobs on one of the glasses, drawn once with an audit on.
pub(crate) fn jobs_on(index: usize, lang: Lang, large: bool, count: usize) -> Harness<'static> {
    let (_, pixels, diagonal_inches) = GLASSES[index];
    let glass = Glass {
        diagonal_inches,
        pixels,
    };
    let look = Look::new(glass, Tone::Day, large);
    let fonts = FontFiles::map(&assets::folder()).unwrap();
    let mut fonts = Some(fonts.definitions());
    let mut harness = Harness::builder()
        .with_size(vec2(pixels[0], pixels[1]) / glass.pixels_per_point())
        .with_pixels_per_point(glass.pixels_per_point())
        .build_ui(move |ui| {
            // Fonts are there from the frame after on.
            if let Some(fonts) = fonts.take() {
                return ui.ctx().set_fonts(fonts);
            }
            let rect = ui.ctx().viewport_rect();
            gallery::show_jobs(ui, &look, lang, rect, count);
        });
    audit::start(&harness.ctx);
    harness.step();
    harness
}

#[test]
fn two_four_and_six_jobs_fit_every_glass_in_every_language() {
    for (index, (name, ..)) in GLASSES.iter().enumerate() {
        for lang in Lang::all() {
            for (large, count) in [false, true]
                .into_iter()
                .flat_map(|large| [2, 4, 6].map(|count| (large, count)))
            {
                let harness = jobs_on(index, lang, large, count);
                let texts = audit::take(&harness.ctx);
                // In large type a low card has its title alone.
                let least = if large { count } else { count * 2 };
                assert!(
                    texts.len() >= least,
                    "{name} {lang} {count} jobs: {texts:?}"
                );
                for text in texts {
                    assert!(
                        text.fits(),
                        "{name} {lang} {count} jobs, large {large}: {text:?}"
                    );
                }
            }
        }
    }
}
