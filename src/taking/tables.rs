//! Tables of results, targets, warnings and answers, from the same values as the page shows.

use voced_analysis::solve::{Solution, Standing};
use voced_model::{Lang, Quantity, Unit, Words};
use voced_scenario::{Status, Target, Verdict, World};

use super::sheet::{Cell, Sheet, heading, unit_words};
use crate::i18n::say;
use crate::view::Outcome;
use crate::view::board::{sign, warning_rows};
use crate::view::headline::QUANTITIES;
use crate::view::solve::goal_text;
use crate::view::sureness::Sureness;

pub(super) fn heads(words: &[voced_model::Words], lang: Lang) -> Vec<String> {
    words.iter().map(|words| words.get(lang).to_owned()).collect()
}

/// A name, and the words of its unit.
pub(super) fn named(name: &str, unit: Unit, lang: Lang) -> [Cell; 2] {
    [Cell::text(name), Cell::text(unit_words(Some(unit), lang))]
}

fn year(year: i32) -> Cell {
    Cell::Number(f64::from(year))
}

/// Every result in every year, a row each.
pub fn results(outcome: &Outcome, lang: Lang) -> Sheet {
    let years = outcome.world().years();
    let mut head = heads(&[say::RESULT, say::UNIT], lang);
    head.extend(years.map(|year| year.to_string()));
    let row = |quantity: &Quantity| {
        let spec = quantity.spec();
        let words = named(spec.name.get(lang), spec.unit, lang);
        let values = outcome.series(*quantity).into_iter().map(|value| Cell::of(value, Some(spec.unit)));
        words.into_iter().chain(values).collect()
    };
    Sheet { title: say::ALL_RESULTS.get(lang).to_owned(), head, rows: Quantity::ALL.iter().map(row).collect() }
}

/// The large numbers of a year, what they are held against, and where nine draws in ten lie.
pub fn headline(outcome: &Outcome, reference: &Outcome, sureness: Option<&Sureness>, at: i32, lang: Lang) -> Sheet {
    let mut head = heads(&[say::HEADLINE, say::UNIT], lang);
    head.push(at.to_string());
    head.extend(heads(&[say::COMPARE_WITH, say::DIFFERENCE], lang));
    head.extend(["P5", "P95"].map(str::to_owned));
    let row = |quantity: Quantity| {
        let spec = quantity.spec();
        let value = outcome.value(quantity, at);
        let other = reference.value(quantity, at);
        let levels = sureness.zip(outcome.index(at)).and_then(|(sureness, t)| sureness.levels(quantity, t));
        let difference = value.zip(other).map(|(value, other)| value - other);
        let numbers = [value, other, difference, levels.map(|levels| levels[0]), levels.map(|levels| levels[4])];
        let words = named(spec.name.get(lang), spec.unit, lang);
        words.into_iter().chain(numbers.map(|number| Cell::of(number, Some(spec.unit)))).collect()
    };
    let rows = QUANTITIES.into_iter().map(row).collect();
    Sheet { title: say::HEADLINE.get(lang).to_owned(), head, rows }
}

/// Every target, judged.
pub fn targets(outcome: &Outcome, sureness: Option<&Sureness>, lang: Lang) -> Sheet {
    let head = heads(
        &[
            say::TARGET,
            say::NUMBER,
            say::COMPARE_SIGN,
            say::GOAL,
            say::UNIT,
            say::DEADLINE,
            say::JUDGED_IN,
            say::RESULT,
            say::VERDICT,
            say::GAP,
            say::FIRST_MET,
        ],
        lang,
    );
    let head = head.into_iter().chain([heading(say::CHANCE.get(lang), "%", lang), say::QUOTE.get(lang).to_owned()]);
    let row = |(place, (target, verdict)): (usize, (&Target, Verdict))| {
        let unit = target.metric.unit();
        let due = match (target.year, target.constraint) {
            (Some(due), _) => year(due),
            (None, true) => Cell::text(say::EVERY_YEAR.get(lang)),
            (None, false) => Cell::Empty,
        };
        let (gap, first) = match verdict.status {
            Status::Missed { shortfall, first_met } => (Some(shortfall), first_met),
            _ => (None, None),
        };
        let chance = sureness.and_then(|sureness| sureness.chance(place));
        vec![
            Cell::text(target.label.get(lang)),
            Cell::text(&target.id),
            Cell::text(sign(target.op).trim()),
            Cell::of(Some(target.value), unit),
            Cell::text(unit_words(unit, lang)),
            due,
            year(verdict.year),
            Cell::of(verdict.value, unit),
            Cell::text(verdict.status.words().get(lang)),
            Cell::of(gap, unit),
            first.map_or(Cell::Empty, year),
            Cell::of(chance, Some(Unit::Share)),
            Cell::text(&target.quote_zh),
        ]
    };
    let verdicts = outcome.world().verdicts(outcome.projection());
    let rows = verdicts.into_iter().enumerate().map(row).collect();
    Sheet { title: say::TARGETS.get(lang).to_owned(), head: head.collect(), rows }
}

/// The chance of every target.
pub fn chances(outcome: &Outcome, sureness: &Sureness, lang: Lang) -> Sheet {
    let mut sheet = targets(outcome, Some(sureness), lang);
    sheet.title = say::CHANCES.get(lang).to_owned();
    sheet
}

/// What is out of line.
pub fn warnings(outcome: &Outcome, lang: Lang) -> Sheet {
    let head = heads(&[say::WARNINGS, say::DETAIL, say::ADVICE, say::LEVER], lang);
    let rows = warning_rows(outcome, lang).into_iter().map(|row| {
        let levers: Vec<String> = row.levers.into_iter().map(|(_, name)| name).collect();
        [row.title, row.detail, row.advice, levers.join(lang.pick("；", "; "))].map(Cell::text).to_vec()
    });
    Sheet { title: say::WARNINGS.get(lang).to_owned(), head, rows: rows.collect() }
}

/// The levers of an answer to what it would take.
pub fn solved_levers(solution: &Solution, now: Words, lang: Lang) -> Sheet {
    let head = heads(&[say::LEVER, say::UNIT, now, say::THEN, say::CHANGE, say::LIMIT], lang);
    let rows = solution.levers.iter().map(|setting| {
        let spec = setting.input.spec();
        let number = |value| Cell::of(Some(value), Some(spec.unit));
        let bound = Cell::text(setting.bound.map(|bound| bound.words().get(lang)).unwrap_or_default());
        let numbers = [setting.present, setting.level, setting.level - setting.present].map(number);
        named(spec.name.get(lang), spec.unit, lang).into_iter().chain(numbers).chain([bound]).collect()
    });
    Sheet { title: say::MAY_MOVE.get(lang).to_owned(), head, rows: rows.collect() }
}

/// The goals and limits of an answer to what it would take.
pub fn solved_goals(solution: &Solution, world: &World, lang: Lang) -> Sheet {
    let head =
        heads(&[say::LIMIT, say::UNIT, say::JUDGED_IN, say::RESULT, say::VERDICT, say::SLACK, say::BINDING], lang);
    let row = |standing: &Standing| {
        let unit = standing.goal.metric.unit();
        let verdict = if standing.is_met() { say::SHOW_MET } else { say::SHOW_MISSED };
        vec![
            Cell::text(goal_text(&standing.goal, world, lang)),
            Cell::text(unit_words(unit, lang)),
            year(standing.year),
            Cell::of(standing.result, unit),
            Cell::text(verdict.get(lang)),
            Cell::of(standing.slack, unit),
            Cell::text(if standing.binding { say::YES.get(lang) } else { "" }),
        ]
    };
    Sheet { title: say::GOALS_AND_LIMITS.get(lang).to_owned(), head, rows: solution.goals.iter().map(row).collect() }
}
