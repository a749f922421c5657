//! Who is at the terminal: somebody who touches it, who listens, who plugs a headphone in.

use linli_devices::speech::Outlet;

use super::App;
use crate::screens::Screen;

impl App {
    /// Somebody is here, and has heard enough.
    pub(super) fn be_touched(&mut self, secs: f64) {
        self.session.touch(secs);
        self.keep_number(secs);
        if self.session.modes.voice {
            self.backstage.hush();
        }
    }

    /// Who is being spoken to touches nothing, and is there all the same. The question whether somebody
    /// is there is nothing that is listened to.
    pub(super) fn mind_who_listens(&mut self, secs: f64) {
        let is_asked = self.asking(secs).is_some();
        if self.speaking.is_none() || is_asked || !self.session.listens(secs) {
            return;
        }
        self.session.hear(secs);
        self.keep_number(secs);
    }

    /// A number that somebody looks at, listens to or comes back to is shown for a while longer.
    pub(super) fn keep_number(&mut self, secs: f64) {
        if let Screen::Result(result) = &mut self.screen {
            result.stay(secs);
        }
    }

    /// A headphone that is plugged in asks for the voice, and one that is pulled out wants no more of it.
    /// What is there from the start, such as a handset on its hook, asks for nothing.
    pub(super) fn mind_the_headphone(&mut self, now: Outlet, secs: f64) {
        let before = self.outlet.replace(now);
        let is_plugged_in = before == Some(Outlet::Loudspeaker) && now == Outlet::Private;
        let is_pulled_out = before == Some(Outlet::Private) && now == Outlet::Loudspeaker;
        if (is_plugged_in && !self.session.modes.voice)
            || (is_pulled_out && self.session.modes.voice)
        {
            self.session.touch(secs);
            self.set_voice(is_plugged_in, secs);
        }
    }
}
