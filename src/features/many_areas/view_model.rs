//! What the screen of many areas shows: which rows, in which order, and each in words.

use voced_analysis::many::{Answer, Goal, Row, STANDARDS, Total};
use voced_model::format::{Amount, Gauge};
use voced_model::{Adds, Lang, Quantity};
use voced_scenario::{Changes, Reasons};

use crate::app::{AreaSet, Member};
use crate::features::explore::headline::view_model::QUANTITIES;
use crate::phrases;

/// By what rows are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// As in the table that was brought.
    Table,
    /// By name.
    Name,
    /// By how many goals are missed.
    Missed,
    /// By a column.
    Column(usize),
    /// By what a column has changed.
    Change(usize),
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those that miss a goal, by its place.
    Missing(usize),
    /// Those that are in no sum.
    LeftOut,
    /// Those whose changes stop at a bound or are understood otherwise.
    Noted,
}

/// How the reader looks at the set.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// How the changes of the scenario are understood in other areas.
    pub changes: Changes,
    /// The quantities of the table.
    pub columns: Vec<Quantity>,
    /// What is asked of every area alike.
    pub goals: Vec<Goal>,
    /// The order.
    pub sort: Sort,
    /// Whether the largest comes first.
    pub falling: bool,
    /// What is typed to find an area.
    pub search: String,
    /// Which rows are shown.
    pub filter: Filter,
    /// The page of the table.
    pub page: usize,
    /// The area that is looked at closer, by its place in the set.
    pub chosen: Option<usize>,
}

impl Default for View {
    fn default() -> View {
        View {
            changes: Changes::Absolute,
            columns: QUANTITIES.to_vec(),
            goals: STANDARDS.to_vec(),
            sort: Sort::Missed,
            falling: true,
            search: String::new(),
            filter: Filter::All,
            page: 0,
            chosen: None,
        }
    }
}

/// Rows on one page of the table.
pub const PAGE: usize = 40;

/// The most columns.
pub const MOST_COLUMNS: usize = 12;

/// What became of an area, or why nothing did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate<'a> {
    /// It follows the changes.
    Follows(&'a Row),
    /// It cannot follow them.
    Cannot(&'a Reasons),
    /// The table has it with faults.
    Faulty(&'a Member),
}

/// The members with what became of each, in the order of the table.
pub fn fates<'a>(set: &'a AreaSet, answer: &'a Answer) -> Vec<Fate<'a>> {
    let mut rows = answer.rows.iter();
    let fate = |member: &'a Member| match &member.area {
        Ok(_) => Some(match rows.next()? {
            Ok(row) => Fate::Follows(row),
            Err(left_out) => Fate::Cannot(left_out),
        }),
        Err(_) => Some(Fate::Faulty(member)),
    };
    set.members.iter().filter_map(fate).collect()
}

impl<'a> Fate<'a> {
    /// The row, where it is in the sums.
    pub fn row(self) -> Option<&'a Row> {
        match self {
            Fate::Follows(row) => Some(row),
            Fate::Cannot(_) | Fate::Faulty(_) => None,
        }
    }

    /// Why it is in no sum.
    pub fn reasons(self, lang: Lang) -> &'a [String] {
        match self {
            Fate::Follows(_) => &[],
            Fate::Cannot(left_out) => left_out.lines(lang),
            Fate::Faulty(member) => member.area.as_ref().err().map_or(&[], |reasons| reasons.lines(lang)),
        }
    }
}

/// How many goals a row misses.
pub fn missed(row: &Row) -> usize {
    row.goals.iter().filter(|met| **met == Some(false)).count()
}

/// The change of a column.
pub fn change(row: &Row, column: usize) -> Option<f64> {
    Some(row.after.get(column).copied()?? - row.before.get(column).copied()??)
}

/// The places of the members to show, in order: those in no sum come last, whatever the order.
pub fn listed(set: &AreaSet, fates: &[Fate<'_>], view: &View) -> Vec<usize> {
    let wanted = view.search.trim().to_lowercase();
    let is_wanted = |place: &usize| {
        let is_named = wanted.is_empty() || set.members[*place].name.to_lowercase().contains(&wanted);
        let row = fates[*place].row();
        is_named
            && match view.filter {
                Filter::All => true,
                Filter::LeftOut => row.is_none(),
                Filter::Missing(goal) => row.is_some_and(|row| row.goals.get(goal) == Some(&Some(false))),
                Filter::Noted => row.is_some_and(|row| row.notes.iter().any(is_of_one)),
            }
    };
    let mut places: Vec<usize> = (0..fates.len()).filter(is_wanted).collect();
    let key = |place: &usize| -> Option<f64> {
        let row = fates[*place].row()?;
        match view.sort {
            Sort::Table | Sort::Name => Some(0.0),
            Sort::Missed => Some(missed(row) as f64),
            Sort::Column(column) => row.after.get(column).copied().flatten(),
            Sort::Change(column) => change(row, column),
        }
    };
    let of_name = |place: &usize| &set.members[*place].name;
    places.sort_by(|left, right| {
        let (one, other) = (key(left), key(right));
        // What has no value comes last, and what is in no sum after that.
        let rank = |place: &usize, key: Option<f64>| (fates[*place].row().is_none(), key.is_none());
        let by_value = || {
            let order = one.zip(other).map_or(std::cmp::Ordering::Equal, |(one, other)| one.total_cmp(&other));
            if view.falling { order.reverse() } else { order }
        };
        let by_name = || {
            let order = of_name(left).cmp(of_name(right));
            match view.sort {
                Sort::Name if view.falling => order.reverse(),
                Sort::Name => order,
                _ => std::cmp::Ordering::Equal,
            }
        };
        rank(left, one).cmp(&rank(right, other)).then_with(by_value).then_with(by_name)
    });
    if view.sort == Sort::Table && view.falling {
        places.reverse();
    }
    places
}

/// Whether a note is about some areas and not about the scenario alike in all of them.
pub fn is_of_one(note: &voced_scenario::TransferNote) -> bool {
    matches!(note, voced_scenario::TransferNote::Held(_))
}

/// How the numbers of a column are written: every one in the same scale.
pub fn gauges(view: &View, answer: &Answer, lang: Lang) -> Vec<Gauge> {
    let gauge = |(column, quantity): (usize, &Quantity)| {
        let values: Vec<f64> =
            answer.rows.iter().flatten().filter_map(|row| row.after.get(column).copied().flatten()).collect();
        Gauge::glance(&middle(values), &[], quantity.spec().unit, lang)
    };
    view.columns.iter().enumerate().map(gauge).collect()
}

/// The middle ones of some values by size: a city among counties does not decide how all are written.
fn middle(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(|one, other| one.abs().total_cmp(&other.abs()));
    let from = values.len() / 4;
    let to = (3 * values.len()).div_ceil(4).max(from);
    values[from..to].to_vec()
}

/// One number for all areas.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalTile {
    /// What.
    pub quantity: Quantity,
    /// The number; none where there is no total.
    pub amount: Option<Amount>,
    /// Its difference from all areas without changes; none where there is none.
    pub difference: Option<String>,
    /// What has to be known of it.
    pub notes: Vec<String>,
}

/// The totals of the columns in a year.
pub fn totals(view: &View, answer: &Answer, year: i32, lang: Lang) -> Vec<TotalTile> {
    let tile = |quantity: &Quantity| {
        let (after, before) = (answer.after.total(*quantity, year), answer.before.total(*quantity, year));
        let gauge = after.value.map(|value| Gauge::glance(&[value], &[], quantity.spec().unit, lang));
        let difference = after.value.zip(before.value).map(|(after, before)| after - before);
        let difference = gauge.zip(difference).filter(|(gauge, change)| !gauge.is_nothing(*change));
        TotalTile {
            quantity: *quantity,
            amount: gauge.zip(after.value).map(|(gauge, value)| gauge.amount(value)),
            difference: difference.map(|(gauge, change)| gauge.difference(change).text(lang)),
            notes: total_notes(*quantity, after, gauge, lang),
        }
    };
    view.columns.iter().map(tile).collect()
}

fn total_notes(quantity: Quantity, total: Total, gauge: Option<Gauge>, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    match quantity.spec().adds {
        Adds::Apart => notes.push(phrases::ADDS_APART.get(lang).to_owned()),
        Adds::Ratio { .. } => notes.push(phrases::ADDS_RATIO.get(lang).to_owned()),
        Adds::Sum => {}
    }
    if total.lacking > 0 {
        let count = total.lacking;
        notes.push(lang.pick(
            format!("无合计：{count}个地区这一年没有数（基年不同，或基年没有流量数）"),
            format!("no total: {count} without a value in this year (another base year, or a flow in the base year)"),
        ));
    }
    if let Some(gauge) = gauge.filter(|_| total.below > 0 && quantity.spec().adds == Adds::Sum) {
        let (count, sum) = (total.below, gauge.text(total.sum_below));
        notes
            .push(lang.pick(format!("其中{count}个地区为负，合计{sum}"), format!("{count} of them below zero: {sum}")));
    }
    notes
}

/// How many areas meet a goal, of those where it can be judged.
pub fn goal_count(answer: &Answer, goal: usize) -> (usize, usize) {
    let judged = answer.rows.iter().flatten().filter_map(|row| row.goals.get(goal).copied().flatten());
    judged.fold((0, 0), |(met, all), is_met| (met + usize::from(is_met), all + 1))
}

/// The small line of an area: points of a path from 0 to `width` and 0 to `height`, on one scale with the course
/// without changes.
pub fn small_lines(row: &Row, width: f64, height: f64) -> [String; 2] {
    let all = row.line.iter().chain(&row.line_before).flatten();
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    let span = if high > low { high - low } else { 1.0 };
    let steps = row.line.len().saturating_sub(1).max(1) as f64;
    let path = |values: &[Option<f64>]| {
        let mut path = String::new();
        let mut pen = 'M';
        for (t, value) in values.iter().enumerate() {
            let Some(value) = value else {
                pen = 'M';
                continue;
            };
            let (x, y) = (t as f64 / steps * width, height - (value - low) / span * height);
            path += &format!("{pen}{x:.1} {y:.1}");
            pen = 'L';
        }
        path
    };
    [path(&row.line), path(&row.line_before)]
}

#[cfg(test)]
#[path = "view_model_tests.rs"]
mod tests;
