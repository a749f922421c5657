//! What is drawn: the frame, the screen, and what lies over it.

use egui::{Align2, Rect, Ui, vec2};
use linli_look::widgets::{self, Countdown, Header, Words};
use linli_look::{Hue, Icon, LINE_EM, TypeSize, audit, focus, layout, taps};
use linli_texts::t;

use super::session::WARNING_SECS;
use super::{App, keys};
use crate::screens::{Asked, Frame, Screen, Stage, frame, show_bar};
use crate::view::named;
use crate::words;

/// A wish that takes longer than this is shown to be on its way; most are done before.
pub(super) const TAKING_SHOWN_SECS: f64 = 0.35;

/// How often a screen reader is told how long the question whether somebody is still there stays.
const SAID_EVERY_SECS: f64 = 10.0;

impl App {
    /// Draws one frame.
    pub(super) fn draw(&mut self, ui: &mut Ui) {
        let secs = ui.ctx().input(|input| input.time);
        let glass = ui.max_rect();
        tracing::trace!(screen = self.screen.name(), causes = ?ui.ctx().repaint_causes(), "a frame");
        let drawn = self.screen.name();
        let tag = self.session.lang.tag();
        ui.ctx()
            .accesskit_node_builder(egui::accesskit_root_id(), |root| root.set_language(tag));
        let asked = self.draw_screen(ui, glass, secs);
        if let Some(taking) = &self.taking
            && secs - taking.since_secs >= TAKING_SHOWN_SECS
        {
            self.draw_taking(ui, glass);
        }
        let left_secs = self.asking(secs);
        taps::shield(ui.ctx(), left_secs.is_some());
        if let Some(left_secs) = left_secs {
            self.draw_countdown(ui, glass, left_secs);
        }
        focus::settle(ui.ctx(), keys::page(&self.screen));
        self.guide(ui.ctx());
        if let Some(asked) = asked {
            self.answer(asked, secs);
            ui.ctx().request_repaint();
        }
        if let Some(dock) = &mut self.dock {
            dock.tell(ui.ctx(), drawn);
            dock.show(ui);
        }
    }

    fn draw_screen(&mut self, ui: &mut Ui, glass: Rect, secs: f64) -> Option<Asked> {
        let hall = self.hall.clone()?;
        let lang = self.session.lang;
        let now = hall.civil(self.clock.now());
        let (date, time) = (words::date(lang, now), words::time(now));
        let is_idle = matches!(self.screen, Screen::Idle);
        let warning = self.warning();
        let header = Header {
            hall: named(&hall.facts.names, lang),
            date: &date,
            time: &time,
            warning,
            warnings: &[t::kiosk_banner_offline(lang), t::kiosk_banner_paper(lang)],
        };
        let parts = Frame {
            header: (!is_idle).then_some(header),
            is_home: matches!(self.screen, Screen::Idle | Screen::Home),
            modes: self.session.modes,
            can_read: self.backstage.can_read(),
        };
        let (room, bar) = frame(ui, &self.look, lang, glass, &parts);
        let mut stage = Stage {
            look: &self.look,
            lang,
            hall: &hall,
            now,
            secs,
            warning,
            pictures: &mut self.pictures,
            room,
            low: self.session.modes.low && glass.height() >= glass.width(),
            voice: self.session.voice,
            is_private: self.backstage.reads_privately(),
            can_print: self.printer.is_some_and(|status| status.can_print()),
            glass,
        };
        let from_screen = self.screen.show(ui, &mut stage);
        let from_bar = show_bar(ui, &self.look, lang, &bar, &parts);
        from_bar.or(from_screen)
    }

    /// What everybody should know before they begin.
    fn warning(&self) -> Option<&'static str> {
        let lang = self.session.lang;
        if self.is_offline {
            return Some(t::kiosk_banner_offline(lang));
        }
        let begins = matches!(
            self.screen,
            Screen::Home | Screen::Idle | Screen::Services(_)
        );
        let is_out = self
            .printer
            .is_some_and(|status| status.needs_staff() && !status.can_print());
        (begins && is_out).then(|| t::kiosk_banner_paper(lang))
    }

    /// A calm sign that the number is on its way.
    fn draw_taking(&self, ui: &Ui, glass: Rect) {
        let (look, lang) = (&self.look, self.session.lang);
        focus::cover(ui.ctx());
        audit::cover(ui.ctx());
        ui.painter().rect_filled(glass, 0.0, look.colours.veil);
        // An icon with two rows of words under it, whatever a millimetre is on this glass.
        let rows = look.size(TypeSize::Subtitle) * LINE_EM * 2.0;
        let height = look.size(TypeSize::IconHero) * 1.1 + rows + look.gap + look.inset * 2.0;
        let size = vec2(
            (glass.width() - look.margin * 2.0).min(glass.height() * 0.8),
            height.max(look.primary * 4.0),
        );
        let card = layout::centred(glass, size);
        widgets::panel(ui, look, card, look.radius_hero());
        let mut rest = card.shrink(look.inset);
        let place = layout::top(&mut rest, look.size(TypeSize::IconHero) * 1.1, look.gap);
        widgets::icon(
            ui,
            place,
            Icon::TICKET,
            look.size(TypeSize::IconHero),
            look.colours.hue(Hue::Jade),
        );
        let words = Words::new(t::kiosk_taking(lang), TypeSize::Subtitle)
            .bold()
            .rows(2)
            .live();
        words.align(Align2::CENTER_CENTER).paint(ui, look, rest);
    }

    fn draw_countdown(&self, ui: &Ui, glass: Rect, left_secs: f64) {
        let lang = self.session.lang;
        let seconds = (left_secs.ceil() as u32).to_string();
        let left = (left_secs / WARNING_SECS) as f32;
        // Said once for every ten seconds: a voice that counts each of them drowns everything else.
        let tens = (left_secs / SAID_EVERY_SECS).ceil() * SAID_EVERY_SECS;
        let question = t::kiosk_still_question(lang);
        let said = format!("{question} {}", t::kiosk_seconds(lang, tens as u32));
        // Any touch is an answer and nothing else; it is noted before the next frame is drawn.
        let countdown = Countdown {
            question,
            button: t::kiosk_still_button(lang),
            said: &said,
            seconds: &seconds,
            left,
        };
        countdown.show(ui, &self.look, glass);
    }
}
