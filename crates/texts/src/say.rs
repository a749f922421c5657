//! From an id and its variables to words.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::{Lang, PLAIN, SOURCES, TAGS, Value};

type Bundle = FluentBundle<FluentResource>;

/// A text without variables whose id is known only at run time.
#[must_use]
pub fn find(lang: Lang, id: &str) -> Option<&'static str> {
    let place = PLAIN.binary_search_by_key(&id, |(id, _)| id).ok()?;
    Some(PLAIN[place].1(lang))
}

/// The words of a text with variables. Only generated functions call it, so the id exists; should
/// it fail all the same, the id itself is shown and logged rather than nothing.
pub(crate) fn formatted(lang: Lang, id: &str, variables: Vec<(&str, Value<'_>)>) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        tracing::error!(id, %lang, "a text is missing");
        return id.to_owned();
    };
    let arguments: FluentArgs<'_> = variables.into_iter().collect();
    let mut errors = Vec::new();
    let words = bundle
        .format_pattern(pattern, Some(&arguments), &mut errors)
        .into_owned();
    if !errors.is_empty() {
        tracing::error!(id, %lang, ?errors, "a text could not be filled in");
    }
    words
}

/// The parsed texts of a language, made when it is first spoken.
fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; TAGS.len()] = [const { OnceLock::new() }; TAGS.len()];
    BUNDLES[lang.index()].get_or_init(|| {
        // A tag that is not one gives the root language: only plural forms depend on it.
        let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![id]);
        // The marks around variables would be drawn as boxes on slips and are not needed here:
        // no text mixes directions.
        bundle.set_use_isolating(false);
        for source in SOURCES[lang.index()] {
            // The build has parsed every source, so what fails here is a broken build.
            match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => {
                    if let Err(errors) = bundle.add_resource(resource) {
                        tracing::error!(%lang, ?errors, "texts clash");
                    }
                }
                Err((_, errors)) => tracing::error!(%lang, ?errors, "texts cannot be read"),
            }
        }
        bundle
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::VARYING;

    #[test]
    fn every_text_with_variables_can_be_filled_in_every_language() {
        for lang in Lang::all() {
            for (id, names) in VARYING {
                for sample in [0, 1, 2, 5] {
                    let arguments: FluentArgs<'_> = names
                        .iter()
                        .map(|name| (*name, Value::from(sample)))
                        .collect();
                    let mut errors = Vec::new();
                    let message = bundle(lang).get_message(id).expect(id);
                    let pattern = message.value().expect(id);
                    let words = bundle(lang).format_pattern(pattern, Some(&arguments), &mut errors);
                    assert!(errors.is_empty(), "{lang}: {id}: {errors:?}");
                    assert!(!words.contains('{'), "{lang}: {id}: {words}");
                }
            }
        }
    }

    #[test]
    fn no_text_is_empty() {
        for lang in Lang::all() {
            for (id, words) in PLAIN {
                assert!(
                    !words(lang).trim().is_empty() || id.ends_with("-separator"),
                    "{lang}: {id}"
                );
            }
        }
    }

    #[test]
    fn a_text_is_found_by_an_id_known_at_run_time() {
        assert_eq!(find(Lang::EN, "language-name"), Some("English"));
        assert_eq!(find(Lang::EN, "no-such-text"), None);
    }

    #[test]
    fn traditional_texts_hold_no_simplified_characters() {
        // The commonest characters that are only written so in Simplified Chinese.
        let simplified = "们这来时会号办们关开务张门见说话请谢问题间现对应经过还没让认识单处记录电脑网络设备预约证险医护历刘杨赵钱孙郑陈叫们个为与书东丝两严丰临举义乌习乡买乱争亏产亲亿仅从仓仪众优伞传伤伦体余债倾储儿兑党兰养兽内写军农冯冲决况冻净凉减凤凭击则刚创删别刹剂剑剧劝";
        let same_in_both = "叫别亲余"; // 叫 and 别 have variants; 余 and 亲 do not mislead a reader.
        for (id, words) in PLAIN {
            if *id == "language-name" {
                continue;
            }
            let text = words(Lang::ZH_HANT);
            let wrong: String = text
                .chars()
                .filter(|c| simplified.contains(*c) && !same_in_both.contains(*c))
                .collect();
            assert!(wrong.is_empty(), "{id}: {text}: {wrong}");
        }
    }
}
