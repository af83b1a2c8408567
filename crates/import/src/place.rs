//! Cells of a book by their places.

use voced_model::text::Lang;
use voced_tables::Place;

/// A cell of a book.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// Which sheet, counted from 0.
    pub sheet: usize,
    /// The sheet's name; empty for text without sheets.
    pub name: String,
    /// Which cell.
    pub place: Place,
}

impl At {
    /// The place in one line: `“基础数据” B7`.
    pub fn text(&self, lang: Lang) -> String {
        match (self.name.is_empty(), lang) {
            (true, _) => self.place.to_string(),
            (false, Lang::Zh) => format!("“{}”{}", self.name, self.place),
            (false, Lang::En) => format!("“{}” {}", self.name, self.place),
        }
    }
}
