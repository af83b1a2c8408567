//! Why something cannot be, for readers of either language.

use serde::{Deserialize, Serialize};

use super::Fault;
use voced_model::text::Lang;

/// One line a reason, in both languages: what travels and is kept where the language is not known yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// In Chinese.
    pub zh: Vec<String>,
    /// In English.
    pub en: Vec<String>,
}

impl Reasons {
    /// The messages of faults.
    pub fn of(faults: &[Fault]) -> Reasons {
        Reasons::told(faults, Fault::message)
    }

    /// What is told of each of some things.
    pub fn told<T>(things: &[T], tell: impl Fn(&T, Lang) -> String) -> Reasons {
        let say = |lang| things.iter().map(|thing| tell(thing, lang)).collect();
        Reasons { zh: say(Lang::Zh), en: say(Lang::En) }
    }

    /// The lines in a language.
    pub fn lines(&self, lang: Lang) -> &[String] {
        lang.pick(&self.zh, &self.en)
    }
}
