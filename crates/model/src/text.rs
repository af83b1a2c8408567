//! Words in the two languages of the product.

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order the switch shows them.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The tag used in addresses and in the page's `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `zh`, `zh-CN` or `en-GB`; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split('-').next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// The one of two values that is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A remark in brackets, as it follows other text; empty for an empty one.
    pub fn bracketed(self, remark: &str) -> String {
        if remark.is_empty() {
            return String::new();
        }
        self.pick(format!("（{remark}）"), format!(" ({remark})"))
    }
}

/// A fixed phrase in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The phrase in `lang`.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A phrase in both languages that came from a data file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The phrase in `lang`; the other language where this one is empty.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = lang.pick((&self.zh, &self.en), (&self.en, &self.zh));
        if first.is_empty() { second } else { first }
    }

    /// Whether there is nothing to say in either language.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

/// Whether a character is not seen, or turns the direction of what follows it: controls (Cc), formats (Cf, those that
/// turn the direction among them), the separators of lines and paragraphs (Zl, Zp), fillers and what is no
/// character. Private ones (Co) stay: older Chinese fonts keep rare names there. So do variation selectors.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}')
        || matches!(c, '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}')
        || matches!(c, '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
        || matches!(c, '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{3164}' | '\u{ffa0}')
        || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{fffb}')
        || c as u32 & 0xfffe == 0xfffe
}

/// The most characters of a file that a message repeats.
const MAX_EXCERPT: usize = 40;

/// A piece of a file as a message repeats it: on one line, cut where it is long.
pub fn excerpt(text: &str) -> String {
    let line = one_line(text);
    let mut short: String = line.chars().take(MAX_EXCERPT).collect();
    if line.chars().count() > MAX_EXCERPT {
        short.push('…');
    }
    short
}

/// Text of a user or a file on one line, as names and titles show it: white space of any kind is one blank, and what
/// is not seen is left out.
pub fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let seen: String = spaced.filter(|c| !is_unseen(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unseen_is_left_of_any_class() {
        // A few of every class, the first and the last of each range among them.
        let controls = "\u{0}\u{7}\u{1b}\u{7f}\u{80}\u{9f}";
        let formats = "\u{ad}\u{600}\u{605}\u{61c}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{180e}\u{200b}\u{200f}\u{2060}\u{2064}\
            \u{feff}\u{fff9}\u{fffb}\u{110bd}\u{110cd}\u{13430}\u{1343f}\u{1bca0}\u{1bca3}\u{1d173}\u{1d17a}\u{e0001}\u{e0020}\u{e007f}";
        let directions =
            "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
        let separators = "\u{2028}\u{2029}";
        let fillers = "\u{34f}\u{115f}\u{1160}\u{3164}\u{ffa0}";
        let no_characters = "\u{fdd0}\u{fdef}\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}";
        for class in [controls, formats, directions, separators, fillers, no_characters] {
            assert!(class.chars().all(is_unseen), "{:?}", class.chars().find(|c| !is_unseen(*c)));
            assert_eq!(one_line(&format!(" {class} ")), "");
        }
        for seen in "aé中龥あ한ﷺ→€😀\u{301}\u{fe0f}\u{e0100}\u{e000}\u{f8ff}\u{20000} \u{3000}".chars() {
            assert!(!is_unseen(seen), "{seen:?}");
        }
        assert_eq!(one_line("a\u{61c}b\u{202e}\n\u{3000}c\u{2028}d "), "ab c d");
    }
}
