//! What was brought, and what is decided about it so far.

use std::rc::Rc;

use voced_export::back::Returned;
use voced_import::{At, Choices, Correction, JsonFile};
use voced_model::InputId;
use voced_tables::Book;

/// What was brought.
#[derive(Clone, PartialEq)]
pub(crate) enum Brought {
    /// Nothing yet.
    Nothing,
    /// A file that is being read.
    Reading(String),
    /// It cannot be read: the file, and why.
    Refused(String, Vec<String>),
    /// A table; books are large and never change, so each is equal only to itself.
    Table(String, Shared<Book>),
    /// A workbook of this page that comes back.
    Workbook(String, Shared<Returned>),
    /// An area that is one already.
    Area(String, Shared<JsonFile>),
}

/// Something that is shared and equal only to itself.
#[derive(Debug)]
pub(crate) struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What is decided about a table so far: how to read it, and what becomes of what is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Decided {
    /// How it is read.
    pub choices: Choices,
    /// The area that all missing values are copied from; none for national values.
    pub fill_all: Option<String>,
    /// The same for single values.
    pub fill_each: Vec<(InputId, Option<String>)>,
    /// Missing values that were entered by hand, in their units.
    pub entered: Vec<(InputId, f64)>,
}

impl Decided {
    /// The decisions with a cell corrected.
    pub fn corrected(&self, at: &At, text: String) -> Decided {
        let mut next = self.clone();
        let corrections = &mut next.choices.corrections;
        corrections.retain(|known| known.sheet != at.sheet || known.place != at.place);
        corrections.push(Correction { sheet: at.sheet, place: at.place, text });
        next
    }
}
