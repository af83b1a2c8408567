//! The page's own words, both languages side by side, one file a subject. Names of inputs, results, units
//! and levels come from the model's tables.

macro_rules! phrases {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        use voced_model::Words;

        $(#[doc = $en] pub const $name: Words = Words { zh: $zh, en: $en };)*

        /// Every phrase, for tests.
        #[cfg(test)]
        pub(super) const ALL: &[Words] = &[$($name,)*];
    };
}

mod about;
mod ask;
mod compare;
mod embed;
mod keep;
mod page;
mod plans;
mod take;

/// The phrases.
pub mod say {
    pub use super::about::*;
    pub use super::ask::*;
    pub use super::compare::*;
    pub use super::embed::*;
    pub use super::keep::*;
    pub use super::page::*;
    pub use super::plans::*;
    pub use super::take::*;
    pub use voced_model::typed::NOT_A_NUMBER;
}

#[cfg(test)]
mod tests {
    use super::{about, ask, compare, embed, keep, page, plans, take};

    #[test]
    fn every_phrase_is_there_in_both_languages() {
        for words in
            [about::ALL, ask::ALL, compare::ALL, embed::ALL, keep::ALL, page::ALL, plans::ALL, take::ALL].concat()
        {
            assert!(!words.zh.trim().is_empty() && !words.en.trim().is_empty(), "{words:?}");
            assert!(words.en.is_ascii() || words.en.contains(['“', '”', '’', '²', '…', '–', 'ⓘ']), "{words:?}");
        }
    }
}
