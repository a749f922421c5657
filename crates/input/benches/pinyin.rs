//! Measures the pinyin engine on words that are not its own.
//!
//!     packaging/input/build.sh --words
//!     cargo bench -p linli-input --bench pinyin
//!
//! They lie in `target/input`, or the folder that `INPUT_WORK` names: `words.tsv` and `names.tsv`,
//! a word, a tab, its syllables with spaces between; and `sentences.txt`, sentences cut into words by
//! spaces. What is printed was measured in this run.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use linli_input::pinyin::{Candidate, Dictionary, Fuzzy, Pairs};

/// Candidates shown at once.
const PAGE: usize = 8;
/// Who has not found a word on so many pages gives up.
const PAGES: usize = 12;
/// How often each key is measured.
const TIMES: usize = 3;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (anonymous, mapped) = resident_kb();
    let begin = Instant::now();
    let dictionary = match Dictionary::load(&root.join("assets/input/pinyin.dict")) {
        Ok(dictionary) => dictionary,
        Err(error) => return eprintln!("{error}"),
    };
    let pairs = match Pairs::load(&root.join("assets/input/pairs.dict")) {
        Ok(pairs) => pairs,
        Err(error) => return eprintln!("{error}"),
    };
    println!("load: {:.2} ms", begin.elapsed().as_secs_f64() * 1e3);
    show_resident("after loading", anonymous, mapped);
    for typed in ["shequfuwuzhongxin", "sqs", "zhangwei", "yishi", "s"] {
        dictionary.candidates(typed, Fuzzy::all(), PAGE * PAGES);
    }
    dictionary.predict(&pairs, "居", PAGE);
    show_resident("after a few texts", anonymous, mapped);
    let work = env::var_os("INPUT_WORK").map_or_else(|| root.join("target/input"), PathBuf::from);
    let lists = ["words.tsv", "names.tsv"].map(|list| read_words(&work.join(list)));
    let [Some(words), Some(names)] = lists else {
        return eprintln!(
            "no words in {}: packaging/input/build.sh --words",
            work.display()
        );
    };
    predict(&dictionary, &pairs, &work.join("sentences.txt"));
    println!("{} words, {} names of persons", words.len(), names.len());
    for (name, fuzzy) in [("off", Fuzzy::default()), ("on", Fuzzy::all())] {
        println!("fuzzy {name}");
        for (manner, typed) in [
            ("spelled out", spelled as fn(&Word) -> String),
            ("initials", initials),
        ] {
            Tally::over(&dictionary, &words, typed, fuzzy).show(manner);
        }
        let confused = |word: &Word| confuse(&spelled(word));
        Tally::over(&dictionary, &words, confused, fuzzy).show("zh, ch, sh, ng confused");
        Tally::over(&dictionary, &names, spelled, fuzzy).show("names spelled out");
        speed(&dictionary, &words, fuzzy);
    }
    let (_, mapped_now) = resident_kb();
    println!(
        "memory after all words: {} KB of mapped files more",
        mapped_now.saturating_sub(mapped)
    );
}

/// Candidates of what may follow that stand in the row at once.
const OFFERED: usize = 6;

/// How often what comes next is offered, between the words of sentences that nobody learnt from.
fn predict(dictionary: &Dictionary, pairs: &Pairs, path: &Path) {
    let Ok(text) = fs::read_to_string(path) else {
        return eprintln!("no sentences in {}", path.display());
    };
    let (mut places, mut offered, mut silent) = (0, 0, 0);
    let mut spent = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        for place in 1..words.len() {
            let written = words[..place].concat();
            let next = words[place..].concat();
            let begin = Instant::now();
            let found = dictionary.predict(pairs, black_box(&written), OFFERED);
            spent.push(begin.elapsed());
            places += 1;
            silent += usize::from(found.is_empty());
            offered += usize::from(found.iter().any(|text| next.starts_with(text.as_str())));
        }
    }
    let share = |count: usize| 100.0 * count as f64 / places.max(1) as f64;
    println!(
        "what follows: {places} places, among the {OFFERED} offered {:.1} %, nothing offered {:.1} %",
        share(offered),
        share(silent)
    );
    show_times("what follows", spent);
}

struct Word {
    text: String,
    syllables: Vec<String>,
}

fn read_words(path: &Path) -> Option<Vec<Word>> {
    let text = fs::read_to_string(path).ok()?;
    let word = |line: &str| {
        let (text, syllables) = line.split_once('\t')?;
        Some(Word {
            text: text.to_owned(),
            syllables: syllables.split(' ').map(str::to_owned).collect(),
        })
    };
    text.lines().map(word).collect()
}

fn spelled(word: &Word) -> String {
    word.syllables.concat()
}

fn initials(word: &Word) -> String {
    word.syllables
        .iter()
        .filter_map(|s| s.chars().next())
        .collect()
}

/// As somebody types who does not tell these sounds apart.
fn confuse(typed: &str) -> String {
    typed
        .replace("zh", "z")
        .replace("ch", "c")
        .replace("sh", "s")
        .replace("ing", "in")
        .replace("eng", "en")
}

#[derive(Default)]
struct Tally {
    words: usize,
    characters: usize,
    first: usize,
    first_five: usize,
    keys: usize,
    given_up: usize,
}

impl Tally {
    fn over(
        dictionary: &Dictionary,
        words: &[Word],
        typed: impl Fn(&Word) -> String,
        fuzzy: Fuzzy,
    ) -> Tally {
        let mut tally = Tally::default();
        for word in words {
            let typed = typed(word);
            let offered = dictionary.candidates(&typed, fuzzy, 5);
            let place = offered.iter().position(|c| c.text == word.text);
            tally.words += 1;
            tally.first += usize::from(place == Some(0));
            tally.first_five += usize::from(place.is_some());
            match choose(dictionary, &word.text, &typed, fuzzy) {
                Some(keys) => {
                    tally.characters += word.text.chars().count();
                    tally.keys += typed.len() + keys;
                }
                None => tally.given_up += 1,
            }
        }
        tally
    }

    fn show(&self, manner: &str) {
        let share = |count: usize| 100.0 * count as f64 / self.words as f64;
        println!(
            "  {manner}: top-1 {:.1} %, top-5 {:.1} %, {:.2} keys a character, not found {:.1} %",
            share(self.first),
            share(self.first_five),
            self.keys as f64 / self.characters as f64,
            share(self.given_up),
        );
    }
}

/// The keys of choosing `wanted`, piece by piece if need be; `None` when a piece is not to be found.
fn choose(dictionary: &Dictionary, wanted: &str, typed: &str, fuzzy: Fuzzy) -> Option<usize> {
    let (mut wanted, mut typed, mut keys) = (wanted, typed, 0);
    while !wanted.is_empty() {
        let offered = dictionary.candidates(typed, fuzzy, PAGE * PAGES);
        let fits = |c: &Candidate| {
            wanted.starts_with(&c.text) && (c.text == wanted) == (c.letters == typed.len())
        };
        let longest = |&place: &usize| offered[place].text.len();
        let place = (0..offered.len())
            .rev()
            .filter(|&place| fits(&offered[place]))
            .max_by_key(longest)?;
        keys += place / PAGE + 1;
        wanted = &wanted[offered[place].text.len()..];
        typed = &typed[offered[place].letters..];
    }
    Some(keys)
}

/// How long a key takes while texts of up to 20 and of 60 letters are typed.
fn speed(dictionary: &Dictionary, words: &[Word], fuzzy: Fuzzy) {
    for letters in [20, 60] {
        let mut spent = Vec::new();
        for some in words.chunks(40).take(200) {
            let mut typed: String = some.iter().map(spelled).collect();
            typed.truncate(letters);
            measure(dictionary, &typed, fuzzy, &mut spent);
        }
        show_times(&format!("a key of {letters} letters"), spent);
    }
    let mut spent = Vec::new();
    for initial in ["s", "z", "zh", "shzhch", "y", "jxq"] {
        let typed: String = initial.chars().cycle().take(20).collect();
        measure(dictionary, &typed, fuzzy, &mut spent);
    }
    show_times("a key of 20 initials, the worst ones", spent);
}

/// The fastest of a few times, so that what else the machine does is left out.
fn measure(dictionary: &Dictionary, typed: &str, fuzzy: Fuzzy, spent: &mut Vec<Duration>) {
    for length in 1..=typed.len() {
        let once = |_| {
            let begin = Instant::now();
            black_box(dictionary.candidates(black_box(&typed[..length]), fuzzy, PAGE * PAGES));
            begin.elapsed()
        };
        spent.extend((0..TIMES).map(once).min());
    }
}

fn show_times(what: &str, mut spent: Vec<Duration>) {
    spent.sort_unstable();
    let micros = |part: usize| spent[(spent.len() - 1) * part / 100].as_secs_f64() * 1e6;
    println!(
        "  {what}: median {:.0} us, p99 {:.0} us, most {:.0} us",
        micros(50),
        micros(99),
        micros(100)
    );
}

/// Kilobytes of this process in memory: its own, and of mapped files.
fn resident_kb() -> (usize, usize) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kb = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.split_whitespace().next()?.parse().ok())
            .unwrap_or(0)
    };
    (kb("RssAnon:"), kb("RssFile:"))
}

fn show_resident(when: &str, anonymous_before: usize, mapped_before: usize) {
    let (anonymous, mapped) = resident_kb();
    println!(
        "memory {when}: {} KB of its own and {} KB of mapped files (with the program) more than before",
        anonymous.saturating_sub(anonymous_before),
        mapped.saturating_sub(mapped_before)
    );
}
