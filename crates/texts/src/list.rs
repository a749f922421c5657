//! Several things in a row: A013、C005.

use crate::{Lang, t};

/// The items with the language's own separator between them.
#[must_use]
pub fn list<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    joined(lang, items.iter().map(|item| item.as_ref().to_owned()))
}

pub(crate) fn joined(lang: Lang, items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(t::list_separator(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_separated_as_the_language_does_it() {
        assert_eq!(list(Lang::ZH_CN, &["A013", "C005"]), "A013、C005");
        assert_eq!(list(Lang::EN, &["A013", "C005"]), "A013, C005");
        assert_eq!(list::<&str>(Lang::EN, &[]), "");
    }
}
