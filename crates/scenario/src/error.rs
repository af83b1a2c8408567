//! What can be wrong with something a person or a file gave, and how it is said.

mod many;
mod reasons;
mod syntax;
mod wording;

use serde::{Deserialize, Serialize};
use voced_model::{InputId, Quantity, Refused};

use voced_model::text::Words;

pub use many::{MOST_TOLD, summed_up};
pub use reasons::Reasons;
pub use voced_model::{Allowed, plain};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// Where: keys from the outside in, joined by dots, such as `inputs.hires.points.2021`. Empty
    /// for the whole document.
    pub at: String,
    /// What.
    pub problem: Problem,
}

/// What is wrong. Those that only reading a file finds, and that hold words of the program itself, stay
/// where they were found, and stand last, so that the others count alike on both sides; all others may
/// travel as the answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Problem {
    /// The text is not JSON.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says.
        detail: String,
    },
    /// The file is empty.
    NoText,
    /// A key that is there twice.
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// NaN or infinity.
    NotFinite {
        /// The numbers allowed.
        allowed: Allowed,
    },
    /// A number out of its bounds.
    OutOfRange {
        /// The number.
        value: f64,
        /// The numbers allowed.
        allowed: Allowed,
    },
    /// A fraction where only whole numbers make sense.
    NotWhole {
        /// The number.
        value: f64,
        /// The numbers allowed.
        allowed: Allowed,
    },
    /// A path for an input that takes one number.
    PathForScalar {
        /// The numbers allowed.
        allowed: Allowed,
    },
    /// A path without a point.
    EmptyPath,
    /// Points whose years do not rise.
    UnsortedPath {
        /// The year that stands too late.
        year: i32,
        /// The year before it.
        after: i32,
    },
    /// A key that should be a year.
    NotAYear {
        /// The key.
        text: String,
    },
    /// A file of a later version of the product.
    NewerSchema {
        /// Its version.
        found: f64,
        /// The latest version this product reads.
        known: i32,
    },
    /// A file version that never was.
    UnknownSchema {
        /// Its version.
        found: f64,
        /// The latest version this product reads.
        known: i32,
    },
    /// Both `area` and `data` are given.
    RegionAndData,
    /// Neither `area` nor `data` is given.
    NoRegion,
    /// Text beyond its allowed length.
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The length allowed.
        max: usize,
    },
    /// A list with more entries than allowed.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many are allowed.
        max: usize,
    },
    /// A last year before the first.
    EndBeforeStart {
        /// The first year.
        start: i32,
        /// The last year.
        end: i32,
    },
    /// Two scenarios that should be of one area are not.
    OtherArea,
    /// There is no value to speak of.
    NoValue,
    /// One input where two different ones are asked for.
    SameInput,
    /// A switch where an input with levels is asked for.
    Switch,
    /// A first level that is the last one too.
    NoWidth,
    /// `low <= value <= high` does not hold.
    RangeAroundValue {
        /// Low.
        low: f64,
        /// The value.
        value: f64,
        /// High.
        high: f64,
    },
    /// A tolerance that is not above zero.
    NotPositive {
        /// The number.
        value: f64,
    },
    /// A second observed value of the same quantity, year and scope.
    ObservedTwice {
        /// Where the first one stands.
        first: String,
    },
    /// An observed zero without a tolerance of its own, which no share of it can give.
    NoTolerance,
    /// A text that is there but says nothing.
    Blank,
    /// No input where at least one is asked for.
    NoInput,
    /// An input that takes whole numbers only where one with levels between is asked for.
    WholeOnly,
    /// A path of zeros, which no factor moves.
    ZeroPath,
    /// No observed value that the projection has a value for.
    NothingObserved,
    /// Further faults, which are not told one by one.
    More {
        /// How many.
        count: usize,
    },
    /// A value of another type than asked for.
    #[serde(skip)]
    WrongType {
        /// What is allowed.
        expected: Words,
        /// What was found.
        found: String,
        /// The numbers allowed, where a number is asked for.
        allowed: Option<Allowed>,
    },
    /// A key that does not exist here.
    #[serde(skip)]
    UnknownKey {
        /// The key.
        key: String,
        /// The keys allowed here.
        allowed: Vec<&'static str>,
    },
    /// A key of a deliverable of the other kind.
    #[serde(skip)]
    OtherKind {
        /// The key.
        #[serde(skip)]
        key: &'static str,
        /// The kind this one is of.
        #[serde(skip)]
        kind: &'static str,
        /// The keys of that kind.
        allowed: &'static [&'static str],
    },
    /// A key that must be there and is not.
    #[serde(skip)]
    MissingKey {
        /// The key.
        #[serde(skip)]
        key: &'static str,
    },
    /// An id that does not exist.
    #[serde(skip)]
    UnknownId {
        /// What it should name.
        what: Words,
        /// The id.
        id: String,
        /// Ids like it, or all of them where they are few.
        nearest: Vec<String>,
    },
    /// A change to a project or deliverable that is not there.
    #[serde(skip)]
    UnknownItem {
        /// What it should name.
        what: &'static Words,
        /// The id.
        id: String,
        /// Ids like it.
        nearest: Vec<String>,
        /// The keys of a new one.
        needs: &'static Words,
    },
    /// A value that is none of a few words.
    #[serde(skip)]
    NotOneOf {
        /// The value.
        found: String,
        /// The words allowed.
        allowed: Vec<&'static str>,
    },
}

impl Problem {
    /// What is wrong with a number, if anything.
    pub fn of(allowed: &Allowed, value: f64) -> Option<Problem> {
        let allowed = *allowed;
        allowed.refuses(value).map(|refused| match refused {
            Refused::NotFinite => Problem::NotFinite { allowed },
            Refused::OutOfRange => Problem::OutOfRange { value, allowed },
            Refused::NotWhole => Problem::NotWhole { value, allowed },
        })
    }
}

/// The input of an id that a person or a file gave.
///
/// # Errors
/// A fault at `at` with ids like it.
pub fn named_input(at: &str, id: &str) -> Result<InputId, Fault> {
    InputId::find(id).ok_or_else(|| {
        let what = Words { zh: "可调项", en: "lever" };
        let nearest = nearest(id, InputId::all().map(InputId::id));
        Fault::new(at, Problem::UnknownId { what, id: id.to_owned(), nearest })
    })
}

/// The quantity of an id that a person or a file gave.
///
/// # Errors
/// A fault at `at` with ids like it.
pub fn named_quantity(at: &str, id: &str) -> Result<Quantity, Fault> {
    Quantity::find(id).ok_or_else(|| {
        let what = Words { zh: "结果指标", en: "quantity" };
        let nearest = nearest(id, Quantity::ALL.iter().map(|quantity| quantity.id()));
        Fault::new(at, Problem::UnknownId { what, id: id.to_owned(), nearest })
    })
}
/// The most ids a message suggests.
pub(crate) const FEW: usize = 3;

/// The shortest word that says something about an id, in bytes.
const MIN_WORD: usize = 4;

/// Ids of `all` that look like `id`: a few at most, the closest first; where none does, those that
/// share a word with it.
pub fn nearest<'a>(id: &str, all: impl Iterator<Item = &'a str>) -> Vec<String> {
    nearest_of(id, &all.collect::<Vec<&str>>())
}

/// The same of a list: once for all kinds of iterators, each of which would bring a sort of its own.
fn nearest_of(id: &str, all: &[&str]) -> Vec<String> {
    let measured = all.iter().map(|known| (distance(id, known), *known));
    let mut near: Vec<(usize, &str)> =
        measured.filter(|(distance, known)| *distance <= known.len().max(id.len()).div_ceil(3)).collect();
    near.sort_unstable();
    near.dedup();
    if near.is_empty() {
        let alike = |known: &&str| id.split('_').any(|word| word.len() >= MIN_WORD && known.contains(word));
        near = all.iter().copied().filter(alike).enumerate().collect();
    }
    near.into_iter().take(FEW).map(|(_, known)| known.to_owned()).collect()
}

/// Edits that turn one word into the other, by the usual table of two rows. Long words, which no
/// id is, are far from everything.
fn distance(left: &str, right: &str) -> usize {
    if left.len() > 64 {
        return usize::MAX;
    }
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let swap = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = swap.min(corner + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}
