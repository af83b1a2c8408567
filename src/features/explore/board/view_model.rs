//! The target board and the list of warnings.

use voced_analysis::warnings::{Lever, Warning};
use voced_model::format::{self, Gauge};
use voced_model::{Lang, Unit, spans};
use voced_scenario::{Metric, Status, Target, Verdict};

use crate::app::Outcome;
use crate::features::plans::view_model::statement_of_target;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::ui::signs::sign;

/// A row of the target board.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRow {
    /// The target's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The plan's words.
    pub quote: String,
    /// The id of the statement they are; empty for a target of the user's own area.
    pub statement: String,
    /// What is asked for.
    pub goal: String,
    /// By when.
    pub due: String,
    /// What the projection gives.
    pub value: String,
    /// Met or not.
    pub status: Status,
    /// What is missing, and when it would be met.
    pub detail: String,
    /// The share of draws that meet it, in words; empty where that is not known.
    pub chance: String,
    /// The number behind the value, for opening it.
    pub metric: Metric,
    /// The year it was judged in.
    pub year: i32,
    /// Whether the deadline was not given by the plan.
    pub undated: bool,
}

/// What is missing or to spare of a metric, in words.
pub fn gap_text(size: f64, gauge: Option<Gauge>, lang: Lang) -> String {
    gauge.map_or_else(|| format::exact(size, None, lang), |gauge| gauge.gap(size))
}

/// What a target asks for, in words.
pub fn goal_text(target: &Target, lang: Lang) -> String {
    goal_beside(target, None, lang)
}

/// What a target asks for, as the value beside it is written.
pub fn goal_beside(target: &Target, value: Option<f64>, lang: Lang) -> String {
    let gauge = gauge_of(target.value, value, target.metric.unit(), lang);
    format!("{}{}", sign(target.op), target.metric.text_by(target.value, gauge, lang))
}

/// One scale for a goal and what becomes of it; none for what has no unit.
pub fn gauge_of(goal: f64, value: Option<f64>, unit: Option<Unit>, lang: Lang) -> Option<Gauge> {
    unit.map(|unit| Gauge::of(&[goal, value.unwrap_or(f64::NAN)], &[], unit, lang))
}

/// The rows of the board, in the plan's order.
pub fn target_rows(outcome: &Outcome, sureness: Option<&Sureness>, lang: Lang) -> Vec<TargetRow> {
    let verdicts = outcome.resolved().verdicts(outcome.projection());
    let chance = |place, target: &Target| sureness?.chance(place, target).map(format::chance);
    let rows = verdicts.into_iter().enumerate();
    let area = outcome.resolved().scenario.area();
    let row = |(place, (target, verdict)): (usize, (&Target, Verdict))| TargetRow {
        statement: statement_of_target(area, target).map_or_else(String::new, |found| found.id.clone()),
        ..target_row(target, verdict, chance(place, target), lang)
    };
    rows.map(row).collect()
}

fn target_row(target: &Target, verdict: Verdict, chance: Option<String>, lang: Lang) -> TargetRow {
    let gauge = gauge_of(target.value, verdict.value, target.metric.unit(), lang);
    let due = match (target.year, target.constraint) {
        (Some(year), _) => year.to_string(),
        (None, true) => phrases::EVERY_YEAR.get(lang).to_owned(),
        (None, false) => verdict.year.to_string(),
    };
    TargetRow {
        id: target.id.clone(),
        label: target.label.get(lang).to_owned(),
        quote: target.quote_zh.clone(),
        statement: String::new(),
        goal: goal_beside(target, verdict.value, lang),
        due,
        value: match verdict.value {
            Some(value) => dated(target.metric.text_by(value, gauge, lang), target, &verdict, lang),
            None => phrases::NO_VALUE.get(lang).to_owned(),
        },
        detail: detail(&verdict, gauge, lang),
        chance: chance.unwrap_or_default(),
        status: verdict.status,
        metric: target.metric.clone(),
        year: verdict.year,
        undated: target.year.is_none() && !target.constraint,
    }
}

/// The value of a target, with its year where none was asked for: what must hold in every year is shown in one, the
/// worst, or the last where it holds.
pub fn dated(value: String, target: &Target, verdict: &Verdict, lang: Lang) -> String {
    if !target.constraint || target.year.is_some() {
        return value;
    }
    let year = verdict.year;
    lang.pick(format!("{value}（{year}年）"), format!("{value} ({year})"))
}

/// What is missing, and when it is met.
fn detail(verdict: &Verdict, gauge: Option<Gauge>, lang: Lang) -> String {
    let Status::Missed { shortfall, first_met } = verdict.status else { return String::new() };
    let short = gap_text(shortfall, gauge, lang);
    let mut text = lang.pick(format!("差 {short}"), format!("short by {short}"));
    if !verdict.fails.is_empty() {
        let years = spans(&verdict.fails, lang);
        text += &lang.pick(format!("；不满足：{years}"), format!("; fails in {years}"));
    } else {
        text += &match first_met {
            Some(year) => lang.pick(format!("；{year} 年首次达到"), format!("; first met in {year}")),
            None => format!("{}{}", lang.pick("；", "; "), phrases::NEVER_MET.get(lang)),
        };
    }
    text
}

/// A row of the list of warnings.
#[derive(Clone, Debug, PartialEq)]
pub struct WarningRow {
    /// The rule and what it found it in.
    pub key: String,
    /// What is out of line.
    pub title: String,
    /// Since when and how much.
    pub detail: String,
    /// What would help.
    pub advice: String,
    /// What to move.
    pub levers: Vec<(Lever, String)>,
}

/// The rows of the list.
pub fn warning_rows(outcome: &Outcome, lang: Lang) -> Vec<WarningRow> {
    let warnings = voced_analysis::warnings::warnings(outcome.resolved(), outcome.projection());
    warnings.into_iter().map(|warning| warning_row(&warning, lang)).collect()
}

fn warning_row(warning: &Warning, lang: Lang) -> WarningRow {
    let years = spans(&warning.years, lang);
    let detail = match (warning.range, warning.unit, warning.quantity) {
        (Some((low, high)), Some(unit), Some(quantity)) => {
            let name = quantity.spec().name.get(lang);
            let [low, high] = Gauge::of(&[low, high], &[], unit, lang).ends_with_unit(low, high);
            lang.pick(
                format!("{years}{name}可能在 {low} 至 {high} 之间"),
                format!("{name} of {years} may lie between {low} and {high}"),
            )
        }
        (None, Some(unit), _) => {
            let by = Gauge::one(warning.by, unit, lang).gap(warning.by);
            lang.pick(format!("{years}，最多相差 {by}"), format!("{years}, by {by} at worst"))
        }
        _ => {
            let count = format::exact(warning.by, None, lang);
            lang.pick(format!("共 {count} 项"), format!("{count} in all"))
        }
    };
    let levers = warning.levers.iter().map(|lever| (*lever, lever_name(*lever, lang))).collect();
    WarningRow {
        key: format!("{}-{}", warning.id, warning.quantity.map_or("", |quantity| quantity.id())),
        title: warning.title.get(lang).to_owned(),
        detail,
        advice: warning.advice.get(lang).to_owned(),
        levers,
    }
}

fn lever_name(lever: Lever, lang: Lang) -> String {
    match lever {
        Lever::Input(input) => input.spec().name.get(lang).to_owned(),
        Lever::Projects => phrases::PROJECTS.get(lang).to_owned(),
        Lever::Deliverables => phrases::DELIVERABLES.get(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{Area, AreaRef, Layer, Scenario};

    fn outcome(id: &str) -> Outcome {
        Outcome::of(&Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Plan)).expect("sound")
    }

    #[test]
    fn the_board_of_laiwu_says_what_is_missing_and_when_it_is_met() {
        let rows = target_rows(&outcome("laiwu"), None, Lang::Zh);
        let students = rows.iter().find(|row| row.id == "LW-006").expect("the target of students");
        assert_eq!((students.goal.as_str(), students.due.as_str()), ("≥ 3,000人", "2022"));
        assert_eq!(students.value, "2,495人");
        assert_eq!(students.detail, "差 505人；推演期内未达到");
    }

    /// An area with a plan and these inputs to 2040.
    fn to_2040(id: &str, inputs: &str) -> Outcome {
        let text = format!(r#"{{"schema":1,"region":"{id}","horizon":2040,"inputs":{{{inputs}}}}}"#);
        Outcome::of(&Scenario::parse(&text).expect("sound")).expect("sound")
    }

    #[test]
    fn a_value_that_must_hold_in_every_year_names_the_year_it_is_of() {
        let outcome = to_2040(
            "dezhou",
            r#""vocational_share": {"points": {"2020": 0.5, "2024": 0.5, "2025": 0.3, "2026": 0.5}}"#,
        );
        let value = |lang| {
            let rows = target_rows(&outcome, None, lang);
            rows.into_iter().find(|row| row.id == "DZ-004").map(|row| (row.value, row.detail)).expect("the floor")
        };
        assert_eq!(value(Lang::Zh), ("30.0%（2025年）".to_owned(), "差 15.0个百分点；不满足：2025年".to_owned()));
        assert_eq!(value(Lang::En).0, "30.0% (2025)");
        let held = to_2040("dezhou", r#""vocational_share": 0.5"#);
        let row = target_rows(&held, None, Lang::Zh).into_iter().find(|row| row.id == "DZ-004").expect("the floor");
        assert_eq!((row.status, row.value.as_str()), (Status::Met, "50.0%（2040年）"));
    }

    #[test]
    fn money_and_places_come_before_the_plans_own_floor_and_years_are_ranges() {
        let outcome = to_2040(
            "dezhou",
            r#""general_freeze": 0, "vocational_share": {"points": {"2021": 0.3, "2022": 0.5, "2023": 0.3}}, "vocational_share_floor": 0.45"#,
        );
        let ids: Vec<String> = warning_rows(&outcome, Lang::Zh).into_iter().map(|row| row.key).collect();
        let place =
            |id: &str| ids.iter().position(|key| key.starts_with(id)).unwrap_or_else(|| panic!("{id} in {ids:?}"));
        let floor = place("voc_share_below_floor");
        for graver in ["deficit_cumulative", "deficit-", "places_short"] {
            assert!(place(graver) < floor, "{ids:?}");
        }
        for (lang, years) in [(Lang::Zh, "2021年、2023—2040年，"), (Lang::En, "2021, 2023 to 2040, ")] {
            let row = warning_rows(&outcome, lang).swap_remove(floor);
            assert!(row.detail.starts_with(years), "{}", row.detail);
        }
    }

    #[test]
    fn no_row_shows_a_raw_id() {
        for id in Area::ids() {
            let outcome = outcome(id);
            for lang in Lang::ALL {
                for row in target_rows(&outcome, None, lang) {
                    let shown = [&row.label, &row.goal, &row.value, &row.detail];
                    assert!(shown.iter().all(|text| !text.contains('_')), "{row:?}");
                }
                for row in warning_rows(&outcome, lang) {
                    assert!(!row.title.contains('_') && !row.detail.contains('_'), "{row:?}");
                    assert!(!row.levers.is_empty(), "{row:?}");
                }
            }
        }
    }
}
