//! Where the scenario is, as paper can say it.

use voced_model::Lang;

use crate::phrases;

/// The link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The whole address.
    pub address: String,
    /// What is printed of it.
    pub text: String,
    /// What is said beside it; empty where all of it is printed.
    pub note: &'static str,
}

/// The most characters that are printed, and where a link is beyond all use on paper.
const PRINTED: usize = 150;
const LONGEST: usize = 4_000;

/// What is printed of the two ends of a longer one.
const ENDS: (usize, usize) = (110, 16);

impl Link {
    /// The link to an address.
    pub fn of(address: &str, lang: Lang) -> Link {
        let count = address.chars().count();
        let (text, note) = if count <= PRINTED {
            (address.to_owned(), "")
        } else {
            let first: String = address.chars().take(ENDS.0).collect();
            let last: String = address.chars().skip(count - ENDS.1).collect();
            let note = if count <= LONGEST { phrases::BRIEF_LINK_LONG } else { phrases::BRIEF_LINK_FILE };
            (format!("{first}…{last}"), note.get(lang))
        };
        Link { address: address.to_owned(), text, note }
    }
}
