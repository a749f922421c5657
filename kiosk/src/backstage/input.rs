//! The thread that finds out what somebody who writes may mean.
//!
//! The model and the dictionary are read when they are first asked for and let go when nobody has
//! written for a while: most people never write, and the hall's memory is worth more. Nothing that is
//! written is kept or learnt here.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use linli_input::InputError;
use linli_input::handwriting::{Ink, Point, Recogniser};
use linli_input::pinyin::{Dictionary, Fuzzy};
use linli_input::radicals::Radicals;

use super::news::{News, Newsroom};
use super::spawn;
use crate::typing::{Ask, CANDIDATES_MAX, Candidate, Question, Radical, Stroke};

/// Questions that may wait. Only the last one matters; the hand has gone on since the others.
const ASKED_MAX: usize = 16;
/// What was read into memory is let go after so long without a question.
const KEPT: Duration = Duration::from_secs(120);
/// Words that may follow are fewer: nobody reads three rows of guesses.
const FOLLOWING_MAX: usize = 12;

const RADICALS: &str = "input/radicals.txt";
/// Characters of one radical and one count of strokes: all of them, rare ones come last.
const CHARACTERS_MAX: usize = 500;

/// What writing on the glass needs.
#[derive(Clone, Debug)]
pub struct InputStock {
    /// The folder of the assets, with the models and dictionaries.
    pub assets: PathBuf,
    /// The sounds that are taken for one another.
    pub fuzzy: Fuzzy,
}

/// The door to the thread.
pub(super) struct Input {
    questions: SyncSender<Ask>,
}

impl Input {
    pub(super) fn start(stock: InputStock, newsroom: Newsroom) -> anyhow::Result<Input> {
        let (questions, asked) = sync_channel(ASKED_MAX);
        spawn("input", move || run(&stock, &asked, &newsroom))?;
        Ok(Input { questions })
    }

    pub(super) fn ask(&self, ask: Ask) {
        if self.questions.try_send(ask).is_err() {
            tracing::debug!("a question of somebody who writes found no room");
        }
    }
}

fn run(stock: &InputStock, asked: &Receiver<Ask>, newsroom: &Newsroom) {
    let mut engines = Engines::new(stock);
    loop {
        let first = match asked.recv_timeout(KEPT) {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => {
                engines = Engines::new(stock);
                crate::memory::give_back();
                match asked.recv() {
                    Ok(first) => first,
                    Err(_) => return,
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let last = asked.try_iter().last().unwrap_or(first);
        if last.question == Question::Radicals {
            newsroom.tell(News::Radicals(engines.all_radicals()));
            continue;
        }
        newsroom.tell(News::Found {
            number: last.number,
            candidates: engines.answer(&last.question),
        });
    }
}

/// What has been read into memory. `None` where a file cannot be used: said once, in the log.
struct Engines<'a> {
    stock: &'a InputStock,
    recogniser: Option<Option<Recogniser>>,
    dictionary: Option<Option<Dictionary>>,
    radicals: Option<Option<Radicals>>,
}

impl<'a> Engines<'a> {
    fn new(stock: &'a InputStock) -> Self {
        Self {
            stock,
            recogniser: None,
            dictionary: None,
            radicals: None,
        }
    }

    fn answer(&mut self, question: &Question) -> Vec<Candidate> {
        match question {
            Question::Read { strokes, field } => self.read(strokes, *field),
            Question::Spell(letters) => self.spell(letters),
            Question::Follow(written) => self.follow(written),
            Question::Under(radical, strokes) => self.under(*radical, *strokes),
            Question::Radicals => Vec::new(),
        }
    }

    fn read(&mut self, strokes: &[Stroke], field: (f32, f32)) -> Vec<Candidate> {
        let folder = &self.stock.assets;
        let recogniser = self.recogniser.get_or_insert_with(|| {
            usable(Recogniser::load(&folder.join("models/handwriting.onnx")))
        });
        let Some(recogniser) = recogniser else {
            return Vec::new();
        };
        let point = |at: &egui::Pos2| Point { x: at.x, y: at.y };
        let strokes = strokes
            .iter()
            .map(|stroke| stroke.iter().map(point).collect())
            .collect();
        let read = recogniser.recognise(
            &Ink::new(strokes).in_field(field.0, field.1),
            CANDIDATES_MAX,
        );
        read.into_iter()
            .map(|one| Candidate::whole(one.text))
            .collect()
    }

    fn spell(&mut self, letters: &str) -> Vec<Candidate> {
        let fuzzy = self.stock.fuzzy;
        let Some(dictionary) = self.dictionary() else {
            return Vec::new();
        };
        let found = dictionary.candidates(letters, fuzzy, CANDIDATES_MAX);
        let candidate = |one: linli_input::pinyin::Candidate| Candidate {
            text: one.text,
            letters: one.letters,
        };
        found.into_iter().map(candidate).collect()
    }

    fn follow(&mut self, written: &str) -> Vec<Candidate> {
        let Some(dictionary) = self.dictionary() else {
            return Vec::new();
        };
        let words = dictionary.predict(written, FOLLOWING_MAX);
        words.into_iter().map(Candidate::whole).collect()
    }

    fn under(&mut self, radical: u8, strokes: u8) -> Vec<Candidate> {
        let Some(radicals) = self.radicals() else {
            return Vec::new();
        };
        let found = radicals.characters(radical, Some(strokes), CHARACTERS_MAX);
        found.into_iter().map(Candidate::whole).collect()
    }

    fn all_radicals(&mut self) -> Arc<[Radical]> {
        self.radicals().map(forms).unwrap_or_default()
    }

    fn radicals(&mut self) -> Option<&Radicals> {
        let folder = &self.stock.assets;
        self.radicals
            .get_or_insert_with(|| usable(Radicals::load(&folder.join(RADICALS))))
            .as_ref()
    }

    fn dictionary(&mut self) -> Option<&Dictionary> {
        let folder = &self.stock.assets;
        self.dictionary
            .get_or_insert_with(|| usable(Dictionary::load(&folder.join("input/pinyin.dict"))))
            .as_ref()
    }
}

/// The radicals in every form that people see.
fn forms(radicals: &Radicals) -> Arc<[Radical]> {
    let form = |one: &linli_input::radicals::Radical| Radical {
        number: one.number,
        form: one.form,
        strokes: one.strokes,
        residual: radicals.residual_strokes(one.number),
    };
    radicals.all().iter().map(form).collect()
}

/// The radicals of a folder of assets, for pictures and tests of one screen.
///
/// # Errors
/// When their file cannot be used.
pub fn radicals(assets: &Path) -> Result<Arc<[Radical]>, InputError> {
    Radicals::load(&assets.join(RADICALS)).map(|radicals| forms(&radicals))
}

fn usable<T>(loaded: Result<T, InputError>) -> Option<T> {
    loaded
        .inspect_err(|error| tracing::error!(%error, "writing has to do without a part"))
        .ok()
}
