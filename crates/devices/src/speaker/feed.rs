//! What a sound card takes its samples from: sounds that follow each other without a gap, and an
//! end that does not click.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

use rodio::Source;

use super::{SAMPLE_RATE, Sound, Stop};

/// How long a stopped sound takes to fade out, so that it does not click.
pub const FADE: Duration = Duration::from_millis(20);

/// The samples of sounds that come one after the other through a channel. Between two of them
/// there is silence only if the second is late; after the last comes `None`.
pub(super) struct Feed<T: Fn(Fed)> {
    sounds: Receiver<Sound>,
    now: Vec<f32>,
    at: usize,
    volume: f32,
    stop: Stop,
    /// Samples left of the fade, once it has begun.
    fade_left: Option<usize>,
    tell: T,
}

/// What is told about a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fed {
    /// The next sound has begun.
    Began,
    /// The last sample was taken: after the last sound, or after the fade.
    Over,
}

impl<T: Fn(Fed)> Feed<T> {
    pub(super) fn new(sounds: Receiver<Sound>, volume: f32, stop: Stop, tell: T) -> Self {
        Self {
            sounds,
            now: Vec::new(),
            at: 0,
            volume,
            stop,
            fade_left: None,
            tell,
        }
    }

    /// The next sample as it was recorded; silence while none is there, `None` after the last.
    fn recorded(&mut self) -> Option<f32> {
        while self.at >= self.now.len() {
            match self.sounds.try_recv() {
                Ok(sound) => {
                    self.now = sound.into_samples();
                    self.at = 0;
                    (self.tell)(Fed::Began);
                }
                Err(TryRecvError::Empty) => return Some(0.0),
                Err(TryRecvError::Disconnected) => return None,
            }
        }
        self.at += 1;
        self.now.get(self.at - 1).copied()
    }
}

impl<T: Fn(Fed)> Iterator for Feed<T> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.fade_left.is_none() && self.stop.is_stopped() {
            self.fade_left = Some(fade_samples());
        }
        let fade = match &mut self.fade_left {
            None => 1.0,
            Some(0) => return None,
            Some(left) => {
                *left -= 1;
                *left as f32 / fade_samples() as f32
            }
        };
        Some(self.recorded()? * self.volume * fade)
    }
}

impl<T: Fn(Fed)> Drop for Feed<T> {
    fn drop(&mut self) {
        // The sound card drops what has ended.
        (self.tell)(Fed::Over);
    }
}

impl<T: Fn(Fed)> Source for Feed<T> {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> NonZero<u16> {
        NonZero::<u16>::MIN
    }

    fn sample_rate(&self) -> NonZero<u32> {
        NonZero::new(SAMPLE_RATE).unwrap_or(NonZero::<u32>::MIN)
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

fn fade_samples() -> usize {
    (FADE.as_millis() as usize) * SAMPLE_RATE as usize / 1000
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn sounds_follow_each_other_without_a_gap_and_are_told() {
        let (send, sounds) = channel();
        let told = Arc::new(Mutex::new(Vec::new()));
        let tell = {
            let told = Arc::clone(&told);
            move |fed| told.lock().unwrap().push(fed)
        };
        let mut feed = Feed::new(sounds, 0.5, Stop::new(), tell);
        send.send(Sound::new(vec![0.2, 0.4])).unwrap();
        send.send(Sound::new(vec![0.6])).unwrap();
        let heard: Vec<f32> = feed.by_ref().take(4).collect();
        assert_eq!(heard, [0.1, 0.2, 0.3, 0.0], "late sounds leave silence");
        drop(send);
        assert_eq!(feed.next(), None);
        drop(feed);
        assert_eq!(*told.lock().unwrap(), [Fed::Began, Fed::Began, Fed::Over]);
    }

    #[test]
    fn a_stopped_sound_is_silent_after_the_fade_and_falls_without_a_step() {
        let (send, sounds) = channel();
        let stop = Stop::new();
        let mut feed = Feed::new(sounds, 1.0, stop.clone(), |_| ());
        send.send(Sound::new(vec![0.8; SAMPLE_RATE as usize]))
            .unwrap();
        assert_eq!(
            feed.by_ref()
                .take(100)
                .filter(|level| *level == 0.8)
                .count(),
            100
        );
        stop.stop();
        let rest: Vec<f32> = feed.collect();
        assert_eq!(rest.len(), SAMPLE_RATE as usize * 20 / 1000);
        let mut before = 0.8;
        for level in rest {
            assert!(level <= before && before - level < 0.01);
            before = level;
        }
        assert!(before.abs() < 0.01);
    }
}
