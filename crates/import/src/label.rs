//! What a cell of words says: names, years, units, roles.

use voced_model::text::one_line;
use voced_model::typed::plain;

use crate::heading_unit::HeadingUnit;
use crate::names;
use crate::roles::{self, Role, Schools};
use crate::subject::Subject;
use crate::years;

/// The words of a cell, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// As written, on one line.
    pub(crate) text: String,
    /// Without unit, year and number of the paragraph.
    pub(crate) name: String,
    /// What the name can mean.
    pub(crate) subjects: &'static [Subject],
    /// A year in it, or all that it is.
    pub(crate) year: Option<i32>,
    /// Whether it is a year and nothing else.
    pub(crate) is_year: bool,
    /// Whether it is part of what stands in the row before: 其中.
    pub(crate) is_part: bool,
    /// A year beside that of the title: 0 for 本年, -1 for 上年.
    pub(crate) relative: Option<i32>,
    /// A unit in brackets.
    pub(crate) unit: Option<HeadingUnit>,
    /// The unit that it is.
    pub(crate) whole_unit: Option<HeadingUnit>,
    /// What a column of that name holds.
    pub(crate) role: Option<Role>,
    /// Whether it names a total.
    pub(crate) total: bool,
    /// Which schools it speaks of.
    pub(crate) schools: Option<Schools>,
}

impl Label {
    pub(crate) fn new(text: &str) -> Label {
        let text = one_line(text);
        if let Some(heading) = years::heading(&text) {
            return Label { year: Some(heading.year), is_year: true, ..Label::plain(text) };
        }
        let mut label = Label::plain(text);
        // Marks of notes below the table.
        let is_mark =
            |c: char| ('①'..='⑳').contains(&c) || matches!(c, '*' | '¹' | '²' | '³' | '※') || c.is_whitespace();
        let name = unnumbered(label.name.trim_end_matches(is_mark));
        let part = PART.iter().find_map(|word| name.strip_prefix(word));
        label.is_part = part.is_some();
        let name = part.map_or(name, |name| name.trim_start_matches([':', '、', ',', ' ']));
        let (name, unit, year) = without_brackets(name);
        label.unit = unit;
        label.year = year;
        label.name = name;
        label.subjects = names::find(&label.name);
        if label.subjects.is_empty()
            && let Some((year, name)) = years::within(&label.name)
        {
            label.year = Some(year);
            label.subjects = names::find(&name);
            label.name = name;
        }
        if label.subjects.is_empty()
            && let Some((name, unit)) = label.name.rsplit_once([',', ':'])
            && let Some(unit) = HeadingUnit::parse(unit)
        {
            label.subjects = names::find(name);
            label.unit = Some(unit);
            label.name = name.trim().to_owned();
        }
        if label.subjects.is_empty() {
            label.role = roles::role(&label.name);
            label.relative = years::relative(&label.name);
            label.whole_unit = HeadingUnit::parse(&label.text);
            label.total = roles::is_total(&label.name);
        }
        label.schools = roles::schools(&label.name);
        label
    }

    fn plain(text: String) -> Label {
        Label {
            name: plain(&text),
            text,
            subjects: &[],
            year: None,
            is_year: false,
            is_part: false,
            relative: None,
            unit: None,
            whole_unit: None,
            role: None,
            total: false,
            schools: None,
        }
    }

    /// Whether it says nothing but what it says: no year, role, unit, total or known name.
    pub(crate) fn is_free(&self) -> bool {
        let says = self.is_year || self.relative.is_some() || self.role.is_some() || self.total;
        self.subjects.is_empty() && !says && self.whole_unit.is_none()
    }
}

/// Words before the name of a part.
const PART: [&str; 3] = ["其中", "#", "of which"];

/// A name without the number of its paragraph: `一、`, `（二）`, `1.`, `③`.
fn unnumbered(name: &str) -> &str {
    let name = name.trim();
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    if let Some(rest) = name.strip_prefix(|c: char| ('①'..='⑳').contains(&c)) {
        return rest.trim_start_matches(['、', '.', ' ']);
    }
    let (open, inner) = name.strip_prefix('(').map_or((false, name), |inner| (true, inner));
    let rest = inner.trim_start_matches(is_numeral);
    if rest.len() == inner.len() {
        return name;
    }
    let closed = if open { rest.strip_prefix(')') } else { rest.strip_prefix(['、', '.', ')']) };
    match closed.map(|rest| rest.trim_start_matches(['、', '.', ' '])) {
        Some(rest) if !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => name,
    }
}

/// A name without brackets that hold a unit or a year, and those. Other brackets say what is counted, and stay.
fn without_brackets(name: &str) -> (String, Option<HeadingUnit>, Option<i32>) {
    let (mut left, mut unit, mut year) = (String::new(), None, None);
    let mut rest = name;
    while let Some(start) = rest.find(['(', '[']) {
        let (before, opened) = rest.split_at(start);
        let Some(end) = opened.find([')', ']']) else { break };
        let inner = opened.get(1..end).unwrap_or_default();
        let after = opened.get(end + 1..).unwrap_or_default();
        left += before;
        let bare = inner.split_once(':').filter(|(word, _)| word.contains("单位") || word.contains("unit"));
        if let Some(found) = HeadingUnit::parse(bare.map_or(inner, |(_, unit)| unit)) {
            unit = Some(found);
        } else if let Some(heading) = years::heading(inner) {
            year = Some(heading.year);
        } else {
            left += opened.get(..=end).unwrap_or_default();
        }
        rest = after;
    }
    left += rest;
    (left.trim().to_owned(), unit, year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_units_years_and_numbers() {
        let label = Label::new("一、毕业生数（人）");
        assert_eq!((label.name.as_str(), label.unit.map(|unit| unit.text)), ("毕业生数", Some("人".to_owned())));
        let label = Label::new("2023年初中毕业生数（万人）");
        assert_eq!((label.name.as_str(), label.year, label.subjects.len()), ("初中毕业生数", Some(2023), 1));
        assert_eq!(label.unit.map(|unit| unit.zeros), Some(4));
        let label = Label::new("中职招生占比（不含技工学校）（％）");
        assert_eq!(label.subjects.first().map(|subject| subject.id()), Some("voc_share_excl_technical"));
        assert_eq!(Label::new("其中：专任教师").subjects.len(), 1);
        assert_eq!(Label::new("金额（万元）").role, Some(Role::Value));
        assert!(Label::new("2021-2022学年").is_year);
        assert!(Label::new("合计").total);
        assert!(Label::new("莱芜区").is_free());
        assert_eq!(Label::new("1.初中毕业生数").subjects.len(), 1);
    }
}
