//! Scenarios beside each other: columns, numbers with differences, charts on common axes.

#[cfg(test)]
mod tests;

use voced_model::format::{self, Gauge};
use voced_model::{Lang, Quantity, Style, Topic, one_line};
use voced_scenario::{AreaRef, Scenario, Status};

use crate::app::{Comparison, Outcome};
use crate::features::explore::charts::view_model::{observations, scaled};
use crate::phrases;
use voced_charts::{Figure, Ink, Mark, Series};

/// The longest name of a column, in characters; what is longer is cut.
const MAX_NAME: usize = 24;

/// The results of the table, by topic.
const MAIN: &[Quantity] = &[
    Quantity::VocShareOfIntake,
    Quantity::VocEntrantsAll,
    Quantity::GenEntrants,
    Quantity::UnplacedEntrants,
    Quantity::VocEnrolment,
    Quantity::GenEnrolment,
    Quantity::VocGraduates,
    Quantity::Teachers,
    Quantity::TeacherGap,
    Quantity::StudentsPerTeacher,
    Quantity::DoubleQualifiedShare,
    Quantity::BuildingArea,
    Quantity::AreaPerStudent,
    Quantity::UsesTotal,
    Quantity::SourcesTotal,
    Quantity::Balance,
    Quantity::BalanceCumulative,
    Quantity::RecurrentPerStudent,
    Quantity::StandardGapTotal,
];

/// How many results have a chart whatever is chosen.
const CHARTS: usize = 4;

/// Those results, the first of them that is not chosen anyway.
const CHARTED: [Quantity; CHARTS + 1] = [
    Quantity::VocShareOfIntake,
    Quantity::VocEnrolment,
    Quantity::StudentsPerTeacher,
    Quantity::BalanceCumulative,
    Quantity::DoubleQualifiedShare,
];

/// The results with a chart beside that of the chosen one.
pub fn charted(chosen: Quantity) -> impl Iterator<Item = Quantity> {
    CHARTED.into_iter().filter(move |quantity| *quantity != chosen).take(CHARTS)
}

/// Inks of the columns' lines: each has a colour, a marker and a dash of its own.
const INKS: [Ink; 4] = [Ink::Category(0), Ink::Category(5), Ink::Category(2), Ink::Category(7)];

/// A scenario among others.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its number: 0 is the scenario at present.
    pub place: usize,
    /// Its name, with its area's where that is another one; safe to be shown as text.
    pub name: String,
    /// The name of its area.
    pub area: String,
    /// What it gives, over the years of the scenario at present where its area has them.
    pub outcome: Outcome,
}

impl Column {
    /// The scenario, over the years in which it is shown.
    pub fn scenario(&self) -> &Scenario {
        &self.outcome.resolved().scenario
    }

    /// The area.
    pub fn area(&self) -> &AreaRef {
        &self.scenario().area_ref
    }

    /// Whether it is the scenario at present.
    pub fn is_own(&self) -> bool {
        self.place == 0
    }

    /// How many targets of its area's plan it meets, and how many there are.
    pub fn targets(&self) -> (usize, usize) {
        let verdicts = self.outcome.resolved().verdicts(self.outcome.projection());
        (verdicts.iter().filter(|(_, verdict)| verdict.status == Status::Met).count(), verdicts.len())
    }
}

/// The scenario at present and those beside it, over the same years.
pub fn columns(own: &Outcome, comparison: &Comparison, lang: Lang) -> Vec<Column> {
    columns_of(own, comparison, &run(comparison, own.resolved().scenario.horizon), lang)
}

/// What the scenarios beside it give over the years to a horizon; where an area's years do not reach so far, over
/// its own.
pub fn run(comparison: &Comparison, horizon: i32) -> Vec<Option<Outcome>> {
    let one = |scenario: &Scenario| {
        let common = Scenario { horizon, ..scenario.clone() };
        Outcome::of(&common).or_else(|| Outcome::of(scenario))
    };
    comparison.scenarios().iter().map(one).collect()
}

/// As [`columns`], from what [`run`] made of the scenarios beside it: they stay while the one at present moves.
pub fn columns_of(own: &Outcome, comparison: &Comparison, outcomes: &[Option<Outcome>], lang: Lang) -> Vec<Column> {
    let present = &own.resolved().scenario;
    let first = (0, own.clone(), own_name(present, lang));
    let others = comparison.scenarios().iter().zip(outcomes).enumerate();
    let others =
        others.filter_map(|(i, (scenario, outcome))| Some((i + 1, outcome.clone()?, name(scenario, present, lang))));
    let mut known: Vec<Column> = Vec::new();
    for (place, outcome, name) in std::iter::once(first).chain(others) {
        let area = outcome.resolved().scenario.area().short.get(lang).to_owned();
        let is_taken = |name: &String| known.iter().any(|column| column.name == *name);
        let numbered = (2..).map(|number| format!("{name} {number}"));
        let name = std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default();
        known.push(Column { place, name, area, outcome });
    }
    known
}

/// What the scenario at present is called among others.
fn own_name(scenario: &Scenario, lang: Lang) -> String {
    let given = shown(&scenario.name);
    let name = if given.is_empty() { phrases::MY_SCENARIO.get(lang).to_owned() } else { given };
    let present = phrases::ON_THE_PAGE.get(lang);
    lang.pick(format!("{name}（{present}）"), format!("{name} ({present})"))
}

/// What a scenario is called beside the one at present.
pub fn name(scenario: &Scenario, present: &Scenario, lang: Lang) -> String {
    let given = shown(&scenario.name);
    let name = match (given.is_empty(), scenario.is_untouched()) {
        (false, _) => given,
        (true, true) => scenario.layer.words().get(lang).to_owned(),
        (true, false) => phrases::UNNAMED.get(lang).to_owned(),
    };
    if scenario.area_ref == present.area_ref {
        return name;
    }
    format!("{} · {name}", scenario.area().short.get(lang))
}

/// A name that someone gave, as text among other text: on one line, not too long, and without the marks
/// that turn the direction of what follows.
pub fn shown(name: &str) -> String {
    let trimmed = one_line(name);
    if trimmed.chars().count() <= MAX_NAME {
        return trimmed;
    }
    let cut: String = trimmed.chars().take(MAX_NAME - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A result in every column.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// Which.
    pub quantity: Quantity,
    /// In each column.
    pub cells: Vec<Number>,
}

/// A result of one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The value with its unit; `None` where there is none.
    pub text: Option<String>,
    /// What it differs from the reference by, with its sign; empty in the reference itself, and where
    /// one of the two has no value.
    pub difference: String,
    /// Which way: -1, 0, 1.
    pub direction: i8,
}

/// Results by topic, in a year. Without `all`, the main ones; in no case what has no value anywhere.
pub fn numbers(
    columns: &[Column],
    reference: usize,
    year: i32,
    all: bool,
    lang: Lang,
) -> Vec<(Topic, Vec<ComparisonRow>)> {
    let of_topic = |topic: Topic| {
        let chosen = Quantity::ALL.iter().filter(|quantity| all || MAIN.contains(quantity));
        let rows = chosen.filter(|quantity| quantity.spec().topic == topic);
        let rows = rows.map(|quantity| row(columns, reference, *quantity, year, lang));
        let rows: Vec<ComparisonRow> = rows.filter(|row| row.cells.iter().any(|cell| cell.text.is_some())).collect();
        (topic, rows)
    };
    Topic::ALL.into_iter().map(of_topic).filter(|(_, rows)| !rows.is_empty()).collect()
}

/// A result in every column, in a year.
pub fn row(columns: &[Column], reference: usize, quantity: Quantity, year: i32, lang: Lang) -> ComparisonRow {
    let against = columns.iter().find(|column| column.place == reference);
    let against = against.and_then(|column| column.outcome.value(quantity, year));
    let values: Vec<f64> = columns.iter().filter_map(|column| column.outcome.value(quantity, year)).collect();
    let gauge = Gauge::of(&values, &[], quantity.spec().unit, lang);
    let cell = |column: &Column| {
        let value = column.outcome.value(quantity, year);
        let text = value.map(|value| gauge.text(value));
        let pair = value.zip(against).filter(|_| column.place != reference);
        let (difference, direction) =
            pair.map_or_else(Default::default, |pair| difference(pair, gauge, quantity, lang));
        Number { text, difference, direction }
    };
    ComparisonRow { quantity, cells: columns.iter().map(cell).collect() }
}

/// What a value differs from another by, in its unit and, where that says something, in percent of it.
fn difference((value, against): (f64, f64), gauge: Gauge, quantity: Quantity, lang: Lang) -> (String, i8) {
    let unit = quantity.spec().unit;
    let change = value - against;
    let amount = gauge.difference(change);
    if gauge.is_nothing(change) {
        return (amount.text(lang), 0);
    }
    let direction = if change > 0.0 { 1 } else { -1 };
    // Of a deficit, percent can not be read; a share has its points already.
    let share = change / against;
    let has_share = unit.style() != Style::Percent && against > 0.0 && value >= 0.0 && share.abs() >= 0.0005;
    if !has_share {
        return (amount.text(lang), direction);
    }
    let percent = format::relative(share);
    let text = amount.text(lang);
    (lang.pick(format!("{text}（{percent}）"), format!("{text} ({percent})")), direction)
}

/// A result over the years, a line a column on one pair of axes. Numbers of the first column can be opened.
pub fn figure(columns: &[Column], quantity: Quantity, year: i32, lang: Lang) -> Figure {
    let Some(own) = columns.first() else { return Figure::default() };
    let years: Vec<i32> = own.outcome.resolved().years().collect();
    let line = |column: &Column| {
        let values = years.iter().map(|year| column.outcome.value(quantity, *year)).collect();
        // Only the scenario on the page has a derivation to open.
        let id = if column.is_own() { quantity.id() } else { "" };
        // Once for every area: what was observed is of the area, not of a scenario.
        let area = column.scenario().area();
        let first = columns.iter().find(|other| other.scenario().area().id == area.id);
        let is_first = first.is_some_and(|first| first.place == column.place);
        let observed = if is_first { observations(area, quantity, &years, lang) } else { Vec::new() };
        let ink = INKS[column.place % INKS.len()];
        Series::new(id, column.name.clone(), Mark::Line, ink, values).with_observed(observed)
    };
    let mut panel = scaled(quantity.spec().unit, columns.iter().map(line).collect(), lang);
    // A ratio of about twenty to one would be flat above zero.
    panel.y_from_zero = quantity != Quantity::StudentsPerTeacher;
    Figure {
        base_year: own.outcome.resolved().base_year(),
        focus_year: Some(year),
        observed_name: Some(phrases::OBSERVED.get(lang).to_owned()),
        empty_message: phrases::EMPTY_CHART.get(lang).to_owned(),
        years,
        panels: vec![panel],
        ..Figure::default()
    }
}
