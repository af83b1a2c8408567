//! The page's own words. Each feature has its own in its `phrases.rs`, both languages side by side; this is the one
//! way to all of them. Names of inputs, results, units and levels come from the model's tables.

macro_rules! phrases {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        use voced_model::Words;

        $(#[doc = $en] pub const $name: Words = Words { zh: $zh, en: $en };)*

        /// Every phrase, for tests.
        #[cfg(test)]
        pub(crate) const ALL: &[Words] = &[$($name,)*];
    };
}

/// Where phrases stand.
macro_rules! homes {
    ($($home:path),* $(,)?) => {
        $(pub use $home::*;)*

        #[cfg(test)]
        const HOMES: &[&[voced_model::Words]] = &[$({ use $home as home; home::ALL }),*];
    };
}

homes! {
    crate::features::about::phrases,
    crate::features::attribution::phrases,
    crate::features::brief::phrases,
    crate::features::comparison::phrases,
    crate::features::embed::phrases,
    crate::features::explanation::phrases,
    crate::features::explore::phrases,
    crate::features::export::phrases,
    crate::features::goal_seek::phrases,
    crate::features::library::phrases,
    crate::features::many_areas::phrases,
    crate::features::observed::phrases,
    crate::features::offline::phrases,
    crate::features::own_area::phrases,
    crate::features::own_area::items::phrases,
    crate::features::plans::phrases,
    crate::features::plot::phrases,
    crate::features::sensitivity::phrases,
    crate::features::sharing::phrases,
    crate::features::uncertainty::phrases,
    crate::shell::phrases,
    crate::ui::phrases,
}

pub use voced_model::typed::NOT_A_NUMBER;

#[cfg(test)]
mod tests {
    #[test]
    fn every_phrase_is_there_in_both_languages() {
        for words in super::HOMES.concat() {
            assert!(!words.zh.trim().is_empty() && !words.en.trim().is_empty(), "{words:?}");
            assert!(words.en.is_ascii() || words.en.contains(['“', '”', '’', '²', '…', '–', 'ⓘ']), "{words:?}");
        }
    }
}
