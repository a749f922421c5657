//! The thread that finds out what somebody who writes may mean.
//!
//! The model and the dictionary are read when they are first asked for and let go when nobody has
//! written for a while: most people never write, and the hall's memory is worth more. Nothing that is
//! written is kept or learnt here.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use linli_input::InputError;
use linli_input::handwriting::{Ink, Point, Recogniser};
use linli_input::pinyin::{Dictionary, Fuzzy, Pairs};
use linli_input::radicals::Radicals;
use linli_input::traditional::Traditional;

use super::news::{News, Newsroom};
use super::spawn;
use crate::typing::{
    Answer, Ask, CANDIDATES_MAX, Candidate, Found, Question, Radical, Stroke, Unusable,
};

/// What was read into memory is let go after so long without a question.
const KEPT: Duration = Duration::from_secs(120);
/// Words that may follow are fewer: nobody reads three rows of guesses.
const FOLLOWING_MAX: usize = 12;

const HANDWRITING: &str = "models/handwriting.onnx";
const DICTIONARY: &str = "input/pinyin.dict";
const PAIRS: &str = "input/pairs.dict";
const TRADITIONAL: &str = "input/traditional.txt";
const RADICALS: &str = "input/radicals.txt";
/// Characters of one radical and one count of strokes, or of one syllable: all of them, rare ones come
/// last.
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
    desk: Arc<Desk>,
}

/// Where questions are put down. There is one place for what somebody means by what they wrote, since
/// the hand has gone on from every question but the last, and one for the radicals, which nothing that
/// is asked later makes superfluous.
#[derive(Default)]
struct Desk {
    asked: Mutex<Asked>,
    changed: Condvar,
}

#[derive(Default)]
struct Asked {
    last: Option<Ask>,
    radicals: bool,
    is_over: bool,
}

impl Asked {
    fn is_nothing(&self) -> bool {
        self.last.is_none() && !self.radicals && !self.is_over
    }
}

impl Desk {
    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is asked next; nothing when nothing was for so long.
    fn wait(&self, most: Duration) -> Asked {
        let end = Instant::now() + most;
        let mut asked = self.asked();
        while asked.is_nothing() {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.changed.wait_timeout(asked, left);
            asked = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        std::mem::take(&mut *asked)
    }
}

impl Input {
    pub(super) fn start(stock: InputStock, newsroom: Newsroom) -> anyhow::Result<Input> {
        let desk = Arc::new(Desk::default());
        let asked = Arc::clone(&desk);
        spawn("input", move || run(&stock, &asked, &newsroom))?;
        Ok(Input { desk })
    }

    pub(super) fn ask(&self, ask: Ask) {
        let mut asked = self.desk.asked();
        if ask.question == Question::Radicals {
            asked.radicals = true;
        } else {
            asked.last = Some(ask);
        }
        self.desk.changed.notify_one();
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.desk.asked().is_over = true;
        self.desk.changed.notify_one();
    }
}

fn run(stock: &InputStock, desk: &Desk, newsroom: &Newsroom) {
    let mut engines = Engines::new(stock);
    let mut has_read = false;
    loop {
        let asked = desk.wait(KEPT);
        if asked.is_over {
            return;
        }
        if asked.is_nothing() && std::mem::take(&mut has_read) {
            engines = Engines::new(stock);
            crate::memory::give_back();
        }
        if asked.radicals {
            has_read = true;
            newsroom.tell(News::Radicals(engines.all_radicals()));
        }
        if let Some(Ask { number, question }) = asked.last {
            has_read = true;
            newsroom.tell(News::Found {
                number,
                candidates: engines.answer(&question),
            });
        }
    }
}

/// What has been read into memory. `None` where a file cannot be used: said once, in the log.
struct Engines<'a> {
    stock: &'a InputStock,
    recogniser: Option<Option<Recogniser>>,
    dictionary: Option<Option<Dictionary>>,
    pairs: Option<Option<Pairs>>,
    traditional: Option<Option<Traditional>>,
    radicals: Option<Option<Radicals>>,
}

impl<'a> Engines<'a> {
    fn new(stock: &'a InputStock) -> Self {
        Self {
            stock,
            recogniser: None,
            dictionary: None,
            pairs: None,
            traditional: None,
            radicals: None,
        }
    }

    fn answer(&mut self, question: &Question) -> Answer {
        match question {
            Question::Read { strokes, field } => self.read(strokes, *field),
            Question::Spell {
                letters,
                traditional,
            } => self.spell(letters, *traditional),
            Question::Follow {
                written,
                traditional,
            } => self.follow(written, *traditional),
            Question::Under(radical, strokes) => self.under(*radical, *strokes),
            Question::Radicals => Ok(Found::default()),
        }
    }

    fn read(&mut self, strokes: &[Stroke], field: (f32, f32)) -> Answer {
        let folder = &self.stock.assets;
        let recogniser = self
            .recogniser
            .get_or_insert_with(|| usable(Recogniser::load(&folder.join(HANDWRITING))))
            .as_ref()
            .ok_or(Unusable)?;
        let point = |at: &egui::Pos2| Point { x: at.x, y: at.y };
        let strokes = strokes
            .iter()
            .map(|stroke| stroke.iter().map(point).collect())
            .collect();
        let read = recogniser.recognise(
            &Ink::new(strokes).in_field(field.0, field.1),
            CANDIDATES_MAX,
        );
        Ok(all(read.into_iter().map(|one| one.text)))
    }

    fn spell(&mut self, letters: &str, traditional: bool) -> Answer {
        let fuzzy = self.stock.fuzzy;
        let dictionary = self.dictionary()?;
        let syllables = dictionary.split(letters);
        // A rare character of a name has many before it that sound the same.
        let most = if syllables.contains('\'') {
            CANDIDATES_MAX
        } else {
            CHARACTERS_MAX
        };
        let found = dictionary.candidates(letters, fuzzy, most);
        let found = found.into_iter().map(|one| (one.text, one.letters));
        let found = self.in_script(traditional, found);
        let candidate = |(text, letters)| Candidate { text, letters };
        Ok(Found {
            candidates: found.into_iter().map(candidate).collect(),
            syllables,
        })
    }

    /// What may follow. Without pairs nothing is offered, which is no reason to take a board away.
    fn follow(&mut self, written: &str, traditional: bool) -> Answer {
        let table = traditional.then(|| self.traditional()).flatten();
        let simplified = table.map(|table| table.to_simplified(written));
        self.pairs();
        self.dictionary()?;
        let (Some(Some(dictionary)), Some(Some(pairs))) = (&self.dictionary, &self.pairs) else {
            return Ok(Found::default());
        };
        let words = dictionary.predict(
            pairs,
            simplified.as_deref().unwrap_or(written),
            FOLLOWING_MAX,
        );
        let words = words.into_iter().map(|word| (word, 0));
        let words = self.in_script(traditional, words);
        Ok(all(words.into_iter().map(|(word, _)| word)))
    }

    /// Texts in the characters that are wanted, each of them once.
    fn in_script(
        &mut self,
        traditional: bool,
        texts: impl Iterator<Item = (String, usize)>,
    ) -> Vec<(String, usize)> {
        let Some(table) = traditional.then(|| self.traditional()).flatten() else {
            return texts.collect();
        };
        let mut taken = HashSet::new();
        texts
            .flat_map(|(text, letters)| {
                let all = table.all_from_simplified(&text);
                all.into_iter().map(move |text| (text, letters))
            })
            .filter(|(text, _)| taken.insert(text.clone()))
            .collect()
    }

    fn under(&mut self, radical: u8, strokes: u8) -> Answer {
        let radicals = self.radicals().ok_or(Unusable)?;
        let found = radicals.characters(radical, Some(strokes), CHARACTERS_MAX);
        Ok(all(found))
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

    fn dictionary(&mut self) -> Result<&Dictionary, Unusable> {
        let folder = &self.stock.assets;
        self.dictionary
            .get_or_insert_with(|| usable(Dictionary::load(&folder.join(DICTIONARY))))
            .as_ref()
            .ok_or(Unusable)
    }

    fn pairs(&mut self) -> Option<&Pairs> {
        let folder = &self.stock.assets;
        self.pairs
            .get_or_insert_with(|| usable(Pairs::load(&folder.join(PAIRS))))
            .as_ref()
    }

    /// The table of simplified and traditional characters; read only for who reads the latter.
    fn traditional(&mut self) -> Option<&Traditional> {
        let folder = &self.stock.assets;
        self.traditional
            .get_or_insert_with(|| usable(Traditional::load(&folder.join(TRADITIONAL))))
            .as_ref()
    }
}

/// Candidates that stand for no letters.
fn all<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Found {
    let candidates: Vec<Candidate> = texts.into_iter().map(Candidate::whole).collect();
    candidates.into()
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
