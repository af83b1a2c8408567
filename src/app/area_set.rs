//! A set of areas that stand under one lever: the counties of a province.

use std::rc::Rc;

use voced_scenario::{AreaRef, Reasons};

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
