//! Whether a sound card was plugged in or pulled out, at next to no cost.

use std::fs;
use std::path::PathBuf;

/// The kernel's list of sound cards.
const CARDS: &str = "/proc/asound/cards";

/// What is known of the kernel's list.
pub(super) struct Plugs {
    list: PathBuf,
    seen: Option<String>,
}

impl Plugs {
    /// The cards of this machine.
    pub(super) fn new() -> Self {
        Self::listed_in(CARDS.into())
    }

    fn listed_in(list: PathBuf) -> Self {
        Self {
            seen: fs::read_to_string(&list).ok(),
            list,
        }
    }

    /// Whether there are other cards than at the last call. To look at the devices themselves takes
    /// a hundred times as long, so that is done when this says so.
    pub(super) fn have_changed(&mut self) -> bool {
        let now = fs::read_to_string(&self.list).ok();
        let have_changed = now != self.seen;
        self.seen = now;
        have_changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_that_comes_or_goes_is_a_change_once() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("cards");
        fs::write(&list, " 0 [PCH]: HDA-Intel\n").unwrap();
        let mut plugs = Plugs::listed_in(list.clone());
        assert!(!plugs.have_changed());
        fs::write(&list, " 0 [PCH]: HDA-Intel\n 1 [Headset]: USB-Audio\n").unwrap();
        assert!(plugs.have_changed());
        assert!(!plugs.have_changed());
        fs::remove_file(&list).unwrap();
        assert!(plugs.have_changed());
    }
}
