//! Pseudo-locales: the texts of a language made 40 % longer, so that tests can see whether there is room
//! for a language that nobody has translated into yet. Never part of what residents get.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

/// The languages that are stretched, and what the result is called: XA is CLDR's region for it.
pub(crate) const LOCALES: [(&str, &str); 2] = [("en", "en-XA"), ("zh-CN", "zh-XA")];

/// By how much.
const LONGER: f32 = 0.4;

/// Names of languages stay as their readers know them.
const KEPT: &str = "language-name";

/// The texts of one file, stretched. Variables, their plural forms and all marks stay. What cannot be
/// read comes back as it is; the build refuses it elsewhere.
pub(crate) fn stretch(source: &str) -> String {
    let Ok(mut resource) = parser::parse(source.to_owned()) else {
        return source.to_owned();
    };
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && message.id.name != KEPT
            && let Some(pattern) = &mut message.value
        {
            stretch_pattern(pattern);
        }
    }
    serializer::serialize(&resource)
}

fn stretch_pattern(pattern: &mut Pattern<String>) {
    let mut owed = Owed::default();
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = owed.stretch(value),
            PatternElement::Placeable { expression } => stretch_expression(expression),
        }
    }
}

fn stretch_expression(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                stretch_pattern(&mut variant.value);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            stretch_expression(expression);
        }
        Expression::Inline(_) => {}
    }
}

/// The letters that a text is still to grow by.
#[derive(Default)]
struct Owed {
    letters: f32,
    word: String,
}

impl Owed {
    /// Letters of words are accented and doubled, so that words stay words and break where words do;
    /// Chinese characters are doubled.
    fn stretch(&mut self, text: &str) -> String {
        let mut longer = String::new();
        for letter in text.chars() {
            if is_han(letter) {
                self.end_word(&mut longer);
                longer.push(letter);
                self.letters += LONGER;
                self.pay(letter, &mut longer);
            } else if letter.is_ascii_alphabetic() {
                let accented = accented(letter);
                self.word.push(accented);
                self.letters += LONGER;
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

    /// Never more than is owed: two characters stay two.
    fn pay(&mut self, letter: char, longer: &mut String) {
        while self.letters >= 1.0 {
            longer.push(letter);
            self.letters -= 1.0;
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
