//! Pseudo-locales: the texts of a language made 40 % longer, so that tests can see whether there is room
//! for a language that nobody has translated into yet. Never part of what residents get.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use super::longer::Owed;

/// The languages that are stretched, and what the result is called: XA is CLDR's region for it.
pub(crate) const LOCALES: [(&str, &str); 2] = [("en", "en-XA"), ("zh-CN", "zh-XA")];

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
