//! A scanner that types: text as fast as no hand, and Enter.

/// Characters nearer to each other than this, in seconds, were not typed by a hand.
const FAST_SECS: f64 = 0.05;
/// Where frames are slow, characters that came one after the other are as far apart as the frames.
const SLOW_FRAME_SECS: f64 = 0.15;
/// The shortest code, in characters; less may be a hand that slipped over some keys.
const CODE_MIN: usize = 6;
/// The longest code that is kept, in characters.
const CODE_MAX: usize = 2_000;

/// Characters that came one after the other, each as fast as only a scanner is.
#[derive(Default)]
pub(super) struct Burst {
    text: String,
    last: Option<Moment>,
}

/// When something was typed: in seconds, and in which frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) secs: f64,
    pub(super) frame: u64,
}

impl Burst {
    /// Whether what comes now comes too fast for a hand.
    pub(super) fn goes_on(&self, now: Moment) -> bool {
        self.last.is_some_and(|last| {
            let secs = now.secs - last.secs;
            secs < FAST_SECS || (now.frame <= last.frame + 1 && secs < SLOW_FRAME_SECS)
        })
    }

    /// Takes in what was typed.
    pub(super) fn push(&mut self, text: &str, now: Moment) {
        if !self.goes_on(now) {
            self.text.clear();
        }
        if self.text.len() < CODE_MAX {
            self.text.push_str(text);
        }
        self.last = Some(now);
    }

    /// Ends what was typed; the code when a scanner typed it.
    pub(super) fn end(&mut self, now: Moment) -> Option<String> {
        let is_code = self.goes_on(now) && self.text.chars().count() >= CODE_MIN;
        let text = std::mem::take(&mut self.text);
        self.last = None;
        is_code.then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, apart_secs: f64) -> Option<String> {
        let mut burst = Burst::default();
        // A hand is slower than the frames: between its keys there are frames with nothing.
        let moment = |index: usize| Moment {
            secs: index as f64 * apart_secs,
            frame: index as u64 * 4,
        };
        for (index, letter) in text.chars().enumerate() {
            burst.push(&letter.to_string(), moment(index));
        }
        burst.end(moment(text.chars().count()))
    }

    #[test]
    fn text_as_fast_as_no_hand_is_a_code() {
        assert_eq!(
            typed("6901234567892", 0.004).as_deref(),
            Some("6901234567892")
        );
    }

    #[test]
    fn a_hand_types_no_code() {
        assert_eq!(typed("6901234567892", 0.12), None);
    }

    #[test]
    fn a_few_keys_at_once_are_no_code() {
        assert_eq!(typed("12345", 0.004), None);
    }

    #[test]
    fn slow_frames_do_not_tear_a_code_apart() {
        let mut burst = Burst::default();
        for frame in 0..8u32 {
            let now = Moment {
                secs: f64::from(frame) * 0.09,
                frame: u64::from(frame),
            };
            burst.push("7", now);
        }
        let end = Moment {
            secs: 0.72,
            frame: 8,
        };
        assert_eq!(burst.end(end).as_deref(), Some("77777777"));
    }
}
