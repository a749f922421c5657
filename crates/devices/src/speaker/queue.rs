//! Which announcement is next. Pure: time is told to it.

use std::collections::VecDeque;
use std::time::Instant;

use super::{Announcement, AnnouncementId};

/// More announcements than this do not wait; the next one is refused.
pub const MAX_WAITING_ANNOUNCEMENTS: usize = 64;

/// What became of an announcement that was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pushed {
    /// It waits at the end.
    Waiting,
    /// The same call was waiting already and keeps its place, with what is new in this one.
    Merged,
    /// Too many are waiting.
    Full,
}

/// What is to be done now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Next {
    /// These waited beyond their deadline.
    pub missed: Vec<AnnouncementId>,
    /// This one is to be played, to be heard before its deadline.
    pub play: Option<(Announcement, Instant)>,
}

/// Announcements that wait, the longest first. It gives them out one at a time, so whoever plays
/// each to the end before asking for the next never lets two overlap.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    waiting: VecDeque<(Announcement, Instant)>,
}

impl Queue {
    /// Puts an announcement in, to be started by its deadline.
    pub fn push(&mut self, announcement: Announcement, deadline: Instant) -> Pushed {
        let same = self
            .waiting
            .iter_mut()
            .find(|(waiting, _)| waiting.id == announcement.id);
        if let Some(place) = same {
            let later = place.1.max(deadline);
            *place = (announcement, later);
            return Pushed::Merged;
        }
        if self.waiting.len() >= MAX_WAITING_ANNOUNCEMENTS {
            return Pushed::Full;
        }
        self.waiting.push_back((announcement, deadline));
        Pushed::Waiting
    }

    /// Puts one back to the front that could not be played; it keeps its deadline.
    pub fn put_back(&mut self, announcement: Announcement, deadline: Instant) {
        let is_replaced = self
            .waiting
            .iter()
            .any(|(waiting, _)| waiting.id == announcement.id);
        if !is_replaced {
            self.waiting.push_front((announcement, deadline));
        }
    }

    /// Takes out the one to play now, and all whose deadline has passed.
    pub fn next(&mut self, now: Instant) -> Next {
        let mut missed = self.take_late(now);
        let play = self.waiting.pop_front();
        missed.dedup();
        Next { missed, play }
    }

    /// Takes out all whose deadline has passed.
    pub fn take_late(&mut self, now: Instant) -> Vec<AnnouncementId> {
        let mut late = Vec::new();
        self.waiting.retain(|(announcement, deadline)| {
            if *deadline < now {
                late.push(announcement.id);
            }
            *deadline >= now
        });
        late
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;

    fn call(id: u64, counter: u16) -> Announcement {
        Announcement {
            id: AnnouncementId(id),
            letter: Some('A'),
            digits: "012".into(),
            counter,
            locales: vec!["zh-CN".into()],
            times: 2,
        }
    }

    #[test]
    fn a_repeat_keeps_the_place_of_the_one_that_waits_and_says_what_is_new() {
        let mut queue = Queue::default();
        let now = Instant::now();
        let deadline = now + Duration::from_secs(60);
        assert_eq!(queue.push(call(1, 3), deadline), Pushed::Waiting);
        assert_eq!(queue.push(call(2, 4), deadline), Pushed::Waiting);
        assert_eq!(queue.push(call(1, 5), deadline), Pushed::Merged);
        assert_eq!(queue.next(now).play, Some((call(1, 5), deadline)));
        assert_eq!(queue.next(now).play, Some((call(2, 4), deadline)));
        assert_eq!(queue.next(now), Next::default());
    }

    #[test]
    fn what_waited_too_long_is_named_and_not_played() {
        let mut queue = Queue::default();
        let now = Instant::now();
        queue.push(call(1, 3), now + Duration::from_secs(1));
        queue.push(call(2, 3), now + Duration::from_secs(60));
        let next = queue.next(now + Duration::from_secs(2));
        assert_eq!(next.missed, [AnnouncementId(1)]);
        assert_eq!(next.play.map(|(call, _)| call.id), Some(AnnouncementId(2)));
    }

    #[derive(Debug, Clone)]
    enum Step {
        Push { id: u64, patience_secs: u64 },
        Play { takes_secs: u64 },
        Fail,
        Wait { secs: u64 },
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            3 => (0u64..12, 1u64..120).prop_map(|(id, patience_secs)| Step::Push { id, patience_secs }),
            2 => (1u64..20).prop_map(|takes_secs| Step::Play { takes_secs }),
            1 => Just(Step::Fail),
            1 => (0u64..60).prop_map(|secs| Step::Wait { secs }),
        ];
        proptest::collection::vec(step, 1..200)
    }

    proptest! {
        #[test]
        fn nothing_is_dropped_before_its_deadline_and_nothing_is_played_after_it(steps in steps()) {
            let mut queue = Queue::default();
            let mut now = Instant::now();
            // What must still come out, and by when, as a person would keep the list.
            let mut owed: Vec<(u64, Instant)> = Vec::new();
            for step in steps {
                match step {
                    Step::Push { id, patience_secs } => {
                        let deadline = now + Duration::from_secs(patience_secs);
                        prop_assert_ne!(queue.push(call(id, 1), deadline), Pushed::Full);
                        match owed.iter_mut().find(|(owed, _)| *owed == id) {
                            Some(place) => place.1 = place.1.max(deadline),
                            None => owed.push((id, deadline)),
                        }
                    }
                    Step::Play { .. } | Step::Fail => {
                        let next = queue.next(now);
                        for missed in &next.missed {
                            let at = owed.iter().position(|(id, _)| *id == missed.0).unwrap();
                            prop_assert!(owed.remove(at).1 < now, "dropped while in time");
                        }
                        if let Some((call, deadline)) = next.play {
                            let (id, owed_by) = owed.remove(0);
                            prop_assert_eq!(call.id.0, id, "in the order of asking");
                            prop_assert!(owed_by >= now && owed_by == deadline);
                            match step {
                                Step::Play { takes_secs } => now += Duration::from_secs(takes_secs),
                                _ => {
                                    owed.insert(0, (id, owed_by));
                                    queue.put_back(call, deadline);
                                }
                            }
                        } else {
                            prop_assert!(owed.is_empty());
                        }
                    }
                    Step::Wait { secs } => now += Duration::from_secs(secs),
                }
                prop_assert_eq!(queue.len(), owed.len());
                let ids: BTreeSet<u64> = owed.iter().map(|(id, _)| *id).collect();
                prop_assert_eq!(ids.len(), owed.len(), "no call waits twice");
            }
        }
    }

    #[test]
    fn a_full_queue_refuses_and_keeps_what_it_has() {
        let mut queue = Queue::default();
        let deadline = Instant::now() + Duration::from_secs(60);
        for id in 0..MAX_WAITING_ANNOUNCEMENTS as u64 {
            assert_eq!(queue.push(call(id, 1), deadline), Pushed::Waiting);
        }
        assert_eq!(queue.push(call(999, 1), deadline), Pushed::Full);
        assert_eq!(queue.push(call(5, 2), deadline), Pushed::Merged);
        assert_eq!(queue.len(), MAX_WAITING_ANNOUNCEMENTS);
    }
}
