//! Tables of results, targets, warnings and answers, from the same values as the page shows.

use voced_analysis::solve::{ConstraintStatus, Solution};
use voced_model::{Lang, Quantity, Unit, Words};
use voced_scenario::{ObservedRow, ResolvedScenario, Status, Target, Verdict, observed_rows};

use super::sheet::{ExportTable, TableCell, heading, unit_words};
use crate::app::Outcome;
use crate::features::explore::board::view_model::warning_rows;
use crate::features::explore::headline::view_model::QUANTITIES;
use crate::features::goal_seek::view_model::goal_text;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::ui::signs::sign;

pub(super) fn heads(words: &[voced_model::Words], lang: Lang) -> Vec<String> {
    words.iter().map(|words| words.get(lang).to_owned()).collect()
}

/// A name, and the words of its unit.
pub(super) fn named(name: &str, unit: Unit, lang: Lang) -> [TableCell; 2] {
    [TableCell::text(name), TableCell::text(unit_words(Some(unit), lang))]
}

fn year(year: i32) -> TableCell {
    TableCell::Number(f64::from(year))
}

/// Every result in every year, a row each.
pub fn results(outcome: &Outcome, lang: Lang) -> ExportTable {
    let years = outcome.resolved().years();
    let mut head = heads(&[phrases::RESULT, phrases::UNIT], lang);
    head.extend(years.map(|year| year.to_string()));
    let row = |quantity: &Quantity| {
        let spec = quantity.spec();
        let words = named(spec.name.get(lang), spec.unit, lang);
        let values = outcome.series(*quantity).into_iter().map(|value| TableCell::of(value, Some(spec.unit)));
        words.into_iter().chain(values).collect()
    };
    ExportTable {
        title: phrases::ALL_RESULTS.get(lang).to_owned(),
        head,
        rows: Quantity::ALL.iter().map(row).collect(),
    }
}

/// The large numbers of a year, what they are held against, and where nine draws in ten lie.
pub fn headline(
    outcome: &Outcome,
    reference: &Outcome,
    sureness: Option<&Sureness>,
    at: i32,
    lang: Lang,
) -> ExportTable {
    let mut head = heads(&[phrases::HEADLINE, phrases::UNIT], lang);
    head.push(at.to_string());
    head.extend(heads(&[phrases::COMPARE_WITH, phrases::DIFFERENCE], lang));
    head.extend(["P5", "P95"].map(str::to_owned));
    let row = |quantity: Quantity| {
        let spec = quantity.spec();
        let value = outcome.value(quantity, at);
        let other = reference.value(quantity, at);
        let levels = sureness.zip(outcome.index(at)).and_then(|(sureness, t)| sureness.levels(quantity, t));
        let difference = value.zip(other).map(|(value, other)| value - other);
        let numbers = [value, other, difference, levels.map(|levels| levels[0]), levels.map(|levels| levels[4])];
        let words = named(spec.name.get(lang), spec.unit, lang);
        words.into_iter().chain(numbers.map(|number| TableCell::of(number, Some(spec.unit)))).collect()
    };
    let rows = QUANTITIES.into_iter().map(row).collect();
    ExportTable { title: phrases::HEADLINE.get(lang).to_owned(), head, rows }
}

/// Every target, judged.
pub fn targets(outcome: &Outcome, sureness: Option<&Sureness>, lang: Lang) -> ExportTable {
    let head = heads(
        &[
            phrases::TARGET,
            phrases::NUMBER,
            phrases::COMPARE_SIGN,
            phrases::GOAL,
            phrases::UNIT,
            phrases::DEADLINE,
            phrases::JUDGED_IN,
            phrases::RESULT,
            phrases::VERDICT,
            phrases::GAP,
            phrases::FIRST_MET,
        ],
        lang,
    );
    let head =
        head.into_iter().chain([heading(phrases::CHANCE.get(lang), "%", lang), phrases::QUOTE.get(lang).to_owned()]);
    let row = |(place, (target, verdict)): (usize, (&Target, Verdict))| {
        let unit = target.metric.unit();
        let due = match (target.year, target.constraint) {
            (Some(due), _) => year(due),
            (None, true) => TableCell::text(phrases::EVERY_YEAR.get(lang)),
            (None, false) => TableCell::Empty,
        };
        let (gap, first) = match verdict.status {
            Status::Missed { shortfall, first_met } => (Some(shortfall), first_met),
            _ => (None, None),
        };
        let chance = sureness.and_then(|sureness| sureness.chance(place, target));
        vec![
            TableCell::text(target.label.get(lang)),
            TableCell::text(&target.id),
            TableCell::text(sign(target.op).trim()),
            TableCell::of(Some(target.value), unit),
            TableCell::text(unit_words(unit, lang)),
            due,
            year(verdict.year),
            TableCell::of(verdict.value, unit),
            TableCell::text(verdict.status.words().get(lang)),
            TableCell::of(gap, unit),
            first.map_or(TableCell::Empty, year),
            TableCell::of(chance, Some(Unit::Share)),
            TableCell::text(&target.quote_zh),
        ]
    };
    let verdicts = outcome.resolved().verdicts(outcome.projection());
    let rows = verdicts.into_iter().enumerate().map(row).collect();
    ExportTable { title: phrases::TARGETS.get(lang).to_owned(), head: head.collect(), rows }
}

/// The chance of every target.
pub fn chances(outcome: &Outcome, sureness: &Sureness, lang: Lang) -> ExportTable {
    let mut sheet = targets(outcome, Some(sureness), lang);
    sheet.title = phrases::CHANCES.get(lang).to_owned();
    sheet
}

/// What is out of line.
pub fn warnings(outcome: &Outcome, lang: Lang) -> ExportTable {
    let head = heads(&[phrases::WARNINGS, phrases::DETAIL, phrases::ADVICE, phrases::LEVER], lang);
    let rows = warning_rows(outcome, lang).into_iter().map(|row| {
        let levers: Vec<String> = row.levers.into_iter().map(|(_, name)| name).collect();
        [row.title, row.detail, row.advice, levers.join(lang.pick("；", "; "))].map(TableCell::text).to_vec()
    });
    ExportTable { title: phrases::WARNINGS.get(lang).to_owned(), head, rows: rows.collect() }
}

/// The levers of an answer to what it would take.
pub fn solved_levers(solution: &Solution, now: Words, lang: Lang) -> ExportTable {
    let head = heads(&[phrases::LEVER, phrases::UNIT, now, phrases::THEN, phrases::CHANGE, phrases::LIMIT], lang);
    let rows = solution.levers.iter().map(|setting| {
        let spec = setting.input.spec();
        let number = |value| TableCell::of(Some(value), Some(spec.unit));
        let bound = TableCell::text(setting.bound.map(|bound| bound.words().get(lang)).unwrap_or_default());
        let numbers = [setting.present, setting.level, setting.level - setting.present].map(number);
        named(spec.name.get(lang), spec.unit, lang).into_iter().chain(numbers).chain([bound]).collect()
    });
    ExportTable { title: phrases::MAY_MOVE.get(lang).to_owned(), head, rows: rows.collect() }
}

/// The goals and limits of an answer to what it would take.
pub fn solved_goals(solution: &Solution, resolved: &ResolvedScenario, lang: Lang) -> ExportTable {
    let head = heads(
        &[
            phrases::LIMIT,
            phrases::UNIT,
            phrases::JUDGED_IN,
            phrases::RESULT,
            phrases::VERDICT,
            phrases::SLACK,
            phrases::BINDING,
        ],
        lang,
    );
    let row = |standing: &ConstraintStatus| {
        let unit = standing.goal.metric.unit();
        let verdict = if standing.is_met() { phrases::SHOW_MET } else { phrases::SHOW_MISSED };
        vec![
            TableCell::text(goal_text(&standing.goal, resolved, lang)),
            TableCell::text(unit_words(unit, lang)),
            year(standing.year),
            TableCell::of(standing.result, unit),
            TableCell::text(verdict.get(lang)),
            TableCell::of(standing.slack, unit),
            TableCell::text(if standing.binding { phrases::YES.get(lang) } else { "" }),
        ]
    };
    ExportTable {
        title: phrases::GOALS_AND_LIMITS.get(lang).to_owned(),
        head,
        rows: solution.goals.iter().map(row).collect(),
    }
}

/// What was observed, a row a value, with what the scenario has in its place.
pub fn observed(outcome: &Outcome, lang: Lang) -> ExportTable {
    let mut head = heads(
        &[
            phrases::OBSERVED_RESULT,
            phrases::UNIT,
            phrases::YEAR,
            phrases::OBSERVED,
            phrases::OBSERVED_TOLERANCE,
            phrases::SCOPE,
            phrases::PROJECTED_VALUE,
            phrases::OBSERVED_ERROR,
        ],
        lang,
    );
    head.push(heading(phrases::OBSERVED_ERROR.get(lang), "%", lang));
    head.extend(heads(&[phrases::CONFIDENCE, phrases::SOURCE], lang));
    let row = |row: ObservedRow<'_>| {
        let seen = row.observed;
        let spec = seen.quantity.spec();
        let number = |value: Option<f64>| TableCell::of(value, Some(spec.unit));
        let mut cells = named(spec.name.get(lang), spec.unit, lang).to_vec();
        cells.extend([
            year(seen.year),
            number(Some(seen.value)),
            number(Some(seen.tolerance())),
            TableCell::text(seen.scope.get(lang)),
            number(row.modelled),
            number(row.error),
            TableCell::of(row.relative, Some(Unit::Share)),
            TableCell::text(seen.confidence.words().get(lang)),
            TableCell::text(seen.source.text(lang)),
        ]);
        cells
    };
    let rows = observed_rows(outcome.resolved(), outcome.projection()).into_iter().map(row).collect();
    ExportTable { title: phrases::OBSERVED_TABLE.get(lang).to_owned(), head, rows }
}
