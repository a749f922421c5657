//! Every word of every screen fits: in each language, at both sizes of type, on each glass.

use linli_kiosk::gallery;
use linli_look::audit;
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};

/// Walks every screen and collects what does not fit.
fn offences(terminal: &mut Terminal, glass: &str) -> Vec<String> {
    let mut offences = Vec::new();
    audit::start(&terminal.harness.ctx);
    let taken = gallery::a_number(&terminal.hall).unwrap();
    let view = terminal.app().hall().unwrap().clone();
    for showing in gallery::every_screen(&view, &taken) {
        let name = showing.name;
        for lang in Lang::all() {
            for (large, low) in [(false, false), (true, false), (false, true), (true, true)] {
                // A glass that lies has no low mode; it is low as a whole.
                if low && glass != "portrait" {
                    continue;
                }
                let app = terminal.harness.state_mut();
                app.show(showing.screen.clone());
                app.set_offline(showing.is_offline);
                app.session_mut().lang = lang;
                app.session_mut().modes.large = large;
                app.session_mut().modes.low = low;
                terminal.harness.step();
                audit::take(&terminal.harness.ctx);
                terminal.harness.step();
                let texts = audit::take(&terminal.harness.ctx);
                for (index, one) in texts.iter().enumerate() {
                    for other in texts[index + 1..]
                        .iter()
                        .filter(|other| one.overlaps(other))
                    {
                        offences.push(format!(
                            "{glass} {lang} large {large} low {low} {name}: {:?} lies over {:?}",
                            one.text, other.text
                        ));
                    }
                }
                for drawn in texts {
                    if !drawn.fits() {
                        let mode = if large { "大字" } else { "default" };
                        let low = if low { " 低位" } else { "" };
                        offences.push(format!(
                            "{glass} {lang} {mode}{low} {}: {:?} at {:.0} covers {:?} in {:?}{}",
                            name,
                            drawn.text,
                            drawn.size,
                            drawn.ink,
                            drawn.room,
                            if drawn.cut { ", cut" } else { "" },
                        ));
                    }
                }
            }
        }
    }
    offences
}

#[test]
fn no_word_is_clipped_on_any_glass_in_any_language_at_any_size() {
    let glasses = [
        ("portrait", Making::portrait()),
        ("landscape", Making::sized(1920.0, 1080.0, 21.5)),
        ("small landscape", Making::sized(1366.0, 768.0, 18.5)),
    ];
    let mut offences_of_all = Vec::new();
    for (name, making) in glasses {
        let mut terminal = making
            .hall(|hall| gallery::make_busy(hall).unwrap())
            .start();
        offences_of_all.extend(offences(&mut terminal, name));
    }
    offences_of_all.sort();
    offences_of_all.dedup();
    assert!(
        offences_of_all.is_empty(),
        "{} words do not fit:\n{}",
        offences_of_all.len(),
        offences_of_all.join("\n")
    );
}
