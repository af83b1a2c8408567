//! The labels of a row or of a column, from the outer ones to the inner ones, and what they say together.

use std::rc::Rc;

use voced_tables::Place;

use crate::heading_unit::HeadingUnit;
use crate::key::key;
use crate::label::Label;
use crate::names;
use crate::roles::{self, Role, Schools};
use crate::subject::Subject;

/// A label and its place.
pub(crate) type Placed = (Place, Rc<Label>);

/// What the labels of a row or a column say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Axis {
    /// What is counted; several where the name can mean several things.
    pub(crate) subjects: Vec<Subject>,
    /// The name that says so, or says nothing that is known, as written, and its place.
    pub(crate) name: Option<(Place, String)>,
    /// The [`key`] of the same name without units and years.
    key: String,
    pub(crate) year: Option<i32>,
    /// A year beside that of the title.
    pub(crate) relative: Option<i32>,
    pub(crate) unit: Option<HeadingUnit>,
    pub(crate) role: Option<Role>,
    /// The label of a total, if it is one.
    pub(crate) total: Option<Place>,
    /// Whether the name itself says of which schools.
    scoped: bool,
    /// The schools that the labels speak of.
    pub(crate) schools: Option<Schools>,
    /// Whether a label says base year.
    pub(crate) says_base_year: bool,
}

impl Axis {
    pub(crate) fn of(labels: &[Placed]) -> Axis {
        let mut axis = Axis::default();
        let mut named: Vec<&Placed> = Vec::new();
        for placed in labels {
            let label = &placed.1;
            axis.year = label.year.or(axis.year);
            axis.unit = label.unit.clone().or(label.whole_unit.clone()).or(axis.unit);
            axis.role = label.role.or(axis.role);
            axis.relative = label.relative.or(axis.relative);
            axis.says_base_year |= roles::is_base_year(&label.name);
            axis.total = label.total.then_some(placed.0).or(axis.total);
            let is_name = label.is_free() || !label.subjects.is_empty();
            let is_same = named.last().is_some_and(|(place, _)| *place == placed.0);
            if is_name && !label.is_year && !is_same {
                named.push(placed);
            }
        }
        let Some(((place, inner), outer)) = named.split_last() else { return axis };
        axis.name = Some((*place, inner.text.clone()));
        axis.key = key(&inner.name);
        axis.schools = inner.schools.or_else(|| outer.iter().rev().find_map(|(_, label)| label.schools));
        let (subjects, joined) = together(inner, outer);
        axis.scoped = joined || (!subjects.is_empty() && inner.schools.is_some());
        axis.subjects = subjects;
        axis
    }

    /// The name of something that is none of the program's, as of an area or a part.
    pub(crate) fn rest(&self) -> Option<&(Place, String)> {
        self.name.as_ref().filter(|_| self.subjects.is_empty())
    }
}

/// What an inner label means below outer ones, and whether it does so only together with one of them.
fn together(inner: &Label, outer: &[&Placed]) -> (Vec<Subject>, bool) {
    for (_, outer) in outer.iter().rev() {
        let mut joined = vec![format!("{}{}", outer.name, inner.name)];
        // 中职 below 在校生.
        if inner.subjects.is_empty() && inner.schools.is_some() {
            joined.push(format!("{}{}", inner.name, outer.name));
        }
        if let Some([one]) = joined.iter().map(|name| names::find(name)).find(|found| found.len() == 1) {
            return (vec![*one], true);
        }
    }
    if inner.subjects.len() != 1 {
        let schools = outer.iter().rev().find_map(|(_, label)| label.schools);
        if let Some(one) = schools.and_then(|schools| of_schools(&key(&inner.name), schools)) {
            return (vec![one], true);
        }
    }
    (inner.subjects.to_vec(), false)
}

/// What a name means for schools of a kind, by its key.
fn of_schools(key: &str, schools: Schools) -> Option<Subject> {
    let prefixes: &[&str] = match schools {
        Schools::Vocational => &["中职", "中等职业学校"],
        Schools::General => &["普高", "普通高中"],
        Schools::Other => &[],
    };
    let mut found = prefixes.iter().map(|prefix| names::find_key(&format!("{prefix}{key}")));
    match found.find(|found| found.len() == 1) {
        Some([one]) => Some(*one),
        _ => None,
    }
}

/// What a number is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum About {
    /// One thing, or several that the name can mean.
    Known(Vec<Subject>),
    /// Schools that the model does not have.
    OtherSchools,
    /// Nothing that is known.
    Unknown,
}

/// What a number is about by the labels of its row and its column, below a heading that speaks of `context`.
pub(crate) fn about(row: &Axis, column: &Axis, context: Option<Schools>) -> About {
    if !row.key.is_empty() && !column.key.is_empty() {
        let joined = [[&row.key, &column.key], [&column.key, &row.key]]
            .map(|keys| names::find_key(&keys.map(String::as_str).concat()));
        if let Some(known) = joined.into_iter().find(|found| !found.is_empty()) {
            return About::Known(known.to_vec());
        }
    }
    let (named, other) = match (row.subjects.len(), column.subjects.len()) {
        (0, 0) => {
            let schools = row.schools.or(column.schools);
            let is_other = matches!(schools, Some(Schools::Other | Schools::General));
            return if is_other { About::OtherSchools } else { About::Unknown };
        }
        (0, _) => (column, row),
        (_, 0) | (1, _) => (row, column),
        (_, 1) => (column, row),
        _ => (row, column),
    };
    if named.scoped {
        return About::Known(named.subjects.clone());
    }
    let Some(schools) = named.schools.or(other.schools).or(context) else {
        return About::Known(named.subjects.clone());
    };
    if (named.subjects.len() != 1 || schools == Schools::General)
        && let Some(one) = of_schools(&named.key, schools)
    {
        return About::Known(vec![one]);
    }
    let is_general = |subject: &Subject| subject.id().starts_with("gen_");
    let fits = match schools {
        Schools::Vocational => true,
        Schools::General => named.subjects.iter().all(is_general),
        Schools::Other => false,
    };
    if fits { About::Known(named.subjects.clone()) } else { About::OtherSchools }
}
