//! A text made longer by two fifths, for tests of the room that there is.

/// By how much, in tenths.
const LONGER_TENTHS: usize = 4;

/// What a text of several parts is still to grow by.
pub(crate) struct Owed {
    tenths: usize,
    word: String,
}

impl Default for Owed {
    /// Rounded up: a text of two letters grows by one.
    fn default() -> Owed {
        Owed {
            tenths: 9,
            word: String::new(),
        }
    }
}

impl Owed {
    /// Letters of words are accented and doubled, so that words stay words and break where words do;
    /// Chinese characters are doubled.
    pub(crate) fn stretch(&mut self, text: &str) -> String {
        let mut longer = String::new();
        for letter in text.chars() {
            if is_han(letter) {
                self.end_word(&mut longer);
                longer.push(letter);
                self.tenths += LONGER_TENTHS;
                self.pay(letter, &mut longer);
            } else if letter.is_ascii_alphabetic() {
                let accented = accented(letter);
                self.word.push(accented);
                self.tenths += LONGER_TENTHS;
                longer.push(accented);
                if accented != letter {
                    self.pay(accented.to_ascii_lowercase(), &mut longer);
                }
            } else {
                self.end_word(&mut longer);
                longer.push(letter);
            }
        }
        self.end_word(&mut longer);
        longer
    }

    fn end_word(&mut self, longer: &mut String) {
        if let Some(last) = self.word.pop() {
            self.pay(last, longer);
        }
        self.word.clear();
    }

    fn pay(&mut self, letter: char, longer: &mut String) {
        while self.tenths >= 10 {
            longer.push(letter);
            self.tenths -= 10;
        }
    }
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// Only accents that the text face has.
fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        'A' => 'Á',
        'E' => 'É',
        other => other,
    }
}
