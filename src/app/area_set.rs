//! A set of areas that stand under one lever: the counties of a province.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::AreaRef;

/// A set of areas, as it was brought. It never changes: another one takes its place.
#[derive(Debug)]
pub struct AreaSet {
    /// What it is called: the file's name, or what its reader chose.
    pub name: String,
    /// The areas, in the order of the table.
    pub members: Vec<Member>,
    /// What tells it from others while the page lives.
    pub key: u64,
}

/// An area of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name as the table has it.
    pub name: String,
    /// Where the table has it.
    pub place: String,
    /// The area; or why there is none, which keeps it out of all sums.
    pub area: Result<AreaRef, Rc<Reasons>>,
}

/// Why an area of a table is none, one line each, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// In Chinese.
    pub zh: Vec<String>,
    /// In English.
    pub en: Vec<String>,
}

impl Reasons {
    /// The lines in a language.
    pub fn lines(&self, lang: Lang) -> &[String] {
        lang.pick(&self.zh, &self.en)
    }
}

impl AreaSet {
    /// The areas that are sound, in order.
    pub fn sound(&self) -> impl Iterator<Item = &AreaRef> {
        self.members.iter().filter_map(|member| member.area.as_ref().ok())
    }
}

/// Equal only to itself.
impl PartialEq for AreaSet {
    fn eq(&self, other: &AreaSet) -> bool {
        self.key == other.key
    }
}
