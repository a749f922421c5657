//! When the hall is dim, and the screen must not glare.

use jiff::civil::Time;
use linli_look::Tone;

/// From when until when the hall is dim, by its own clock; usually over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dusk {
    /// It begins.
    pub from: Time,
    /// It is over. The same as `from`: the hall is never dim.
    pub until: Time,
}

impl Dusk {
    /// A hall that is always bright.
    pub const NEVER: Dusk = Dusk {
        from: Time::MIN,
        until: Time::MIN,
    };
    /// A hall that is always dim, for pictures and tests.
    pub const ALWAYS: Dusk = Dusk {
        from: Time::MIN,
        until: Time::MAX,
    };

    /// The tone for a time of the day.
    pub fn tone(self, at: Time) -> Tone {
        let Dusk { from, until } = self;
        let is_dim = if from <= until {
            from <= at && at < until
        } else {
            at >= from || at < until
        };
        if is_dim { Tone::Evening } else { Tone::Day }
    }
}

impl Default for Dusk {
    fn default() -> Dusk {
        Dusk {
            from: Time::constant(18, 0, 0, 0),
            until: Time::constant(6, 30, 0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn the_evening_lasts_over_midnight() {
        let dusk = Dusk::default();
        for (hour, minute, tone) in [
            (17, 59, Tone::Day),
            (18, 0, Tone::Evening),
            (23, 59, Tone::Evening),
            (0, 0, Tone::Evening),
            (6, 29, Tone::Evening),
            (6, 30, Tone::Day),
        ] {
            assert_eq!(dusk.tone(time(hour, minute, 0, 0)), tone, "{hour}:{minute}");
        }
    }

    #[test]
    fn a_hall_that_is_always_bright_has_no_evening() {
        assert_eq!(Dusk::NEVER.tone(time(0, 0, 0, 0)), Tone::Day);
        assert_eq!(Dusk::NEVER.tone(time(23, 0, 0, 0)), Tone::Day);
    }
}
