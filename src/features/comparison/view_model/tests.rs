use super::*;
use crate::app::ComparisonEdit;
use voced_model::InputId;
use voced_scenario::{Layer, PathValue};

fn scenario(area: &str, layer: Layer) -> Scenario {
    Scenario::new(AreaRef::shipped(area).expect("ships"), layer)
}

fn own() -> Scenario {
    let mut own = scenario("laiwu", Layer::Plan);
    own.inputs.insert(InputId::find("vocational_share").expect("known"), PathValue::Constant(0.5));
    own
}

fn shown_with(own: &Scenario, comparison: &Comparison) -> Vec<Column> {
    columns(&Outcome::of(own).expect("sound"), comparison, Lang::Zh)
}

#[test]
fn columns_are_named_after_what_they_are() {
    let comparison = Comparison::usual(&own()).after(ComparisonEdit::Add(Box::new(scenario("dezhou", Layer::Plan))));
    let names: Vec<String> = shown_with(&own(), &comparison).into_iter().map(|column| column.name).collect();
    assert_eq!(names, ["我的方案（当前）", "规划方案", "现状延续", "德州 · 规划方案"]);
}

#[test]
fn names_alike_are_numbered() {
    let named = |share: f64| {
        let mut one = Scenario { name: "甲".to_owned(), ..own() };
        one.inputs.insert(InputId::find("vocational_share").expect("known"), PathValue::Constant(share));
        Box::new(one)
    };
    let comparison = Comparison::usual(&scenario("laiwu", Layer::Plan))
        .after(ComparisonEdit::Add(named(0.1)))
        .after(ComparisonEdit::Add(named(0.2)));
    let names: Vec<String> = shown_with(&own(), &comparison).into_iter().map(|column| column.name).collect();
    assert_eq!(names, ["我的方案（当前）", "现状延续", "甲", "甲 2"]);
}

#[test]
fn a_hostile_name_is_short_plain_text() {
    assert_eq!(shown("\u{202e}abc\n\u{200f}<b>=1+1"), "abc <b>=1+1");
    let long = shown(&"长".repeat(200));
    assert_eq!(long.chars().count(), MAX_NAME);
    assert!(long.ends_with('…'));
    assert_eq!(shown(" \u{202e} "), "");
    assert_eq!(shown("a\u{61c}b\u{2028}c"), "ab c");
}

#[test]
fn all_columns_have_the_years_of_the_present_one() {
    let own = Scenario { horizon: 2032, ..own() };
    let comparison = Comparison::usual(&scenario("laiwu", Layer::Plan))
        .after(ComparisonEdit::Add(Box::new(scenario("linping", Layer::Base))));
    for column in shown_with(&own, &comparison) {
        assert_eq!(column.scenario().horizon, 2032, "{}", column.name);
    }
}

#[test]
fn differences_are_those_of_the_numbers() {
    let columns = shown_with(&own(), &Comparison::usual(&own()));
    let row = row(&columns, 1, Quantity::VocEnrolment, 2025, Lang::Zh);
    assert_eq!(row.cells[1].difference, "", "the reference differs from nothing");
    let [own, plan] =
        [0, 1].map(|place: usize| columns[place].outcome.value(Quantity::VocEnrolment, 2025).expect("a value"));
    assert!(own > plan);
    assert_eq!(row.cells[0].direction, 1);
    let percent = format!("+{}%", format::grouped((own / plan - 1.0) * 100.0, 1));
    assert!(row.cells[0].difference.starts_with('+') && row.cells[0].difference.contains(&percent), "{row:?}");
    let share = super::row(&columns, 1, Quantity::VocShareOfIntake, 2025, Lang::Zh);
    assert!(share.cells[0].difference.ends_with("个百分点"), "{share:?}");
}

#[test]
fn percent_is_told_where_it_can_be_read() {
    let between = |value: f64, against: f64, quantity: Quantity| {
        let gauge = voced_model::format::Gauge::of(&[value, against], &[], quantity.spec().unit, Lang::En);
        difference((value, against), gauge, quantity, Lang::En)
    };
    let told = |value: f64, against: f64, quantity: Quantity| between(value, against, quantity).0;
    assert_eq!(told(110.0, 100.0, Quantity::Teachers), "+10 persons (+10.0%)");
    assert_eq!(told(0.35, 0.30, Quantity::VocShareOfIntake), "+5.0 pp");
    assert!(!told(-2e6, -1e6, Quantity::Balance).contains('%'), "of a deficit");
    assert!(!told(1.0, 0.0, Quantity::Teachers).contains('%'), "of nothing");
    assert_eq!(between(5.0, 5.0, Quantity::Teachers), ("no change".to_owned(), 0));
}

#[test]
fn the_table_has_every_topic_and_all_results_where_asked() {
    let columns = shown_with(&own(), &Comparison::usual(&own()));
    let main = numbers(&columns, 1, 2025, false, Lang::Zh);
    assert_eq!(main.iter().map(|(topic, _)| *topic).collect::<Vec<_>>(), Topic::ALL);
    assert_eq!(main.iter().map(|(_, rows)| rows.len()).sum::<usize>(), MAIN.len());
    let all: usize = numbers(&columns, 1, 2025, true, Lang::Zh).iter().map(|(_, rows)| rows.len()).sum();
    assert_eq!(all, Quantity::COUNT);
}

#[test]
fn a_chart_has_a_line_a_column_and_each_looks_different() {
    let comparison = Comparison::usual(&own()).after(ComparisonEdit::Add(Box::new(scenario("linping", Layer::Plan))));
    let columns = shown_with(&own(), &comparison);
    let figure = figure(&columns, Quantity::VocEnrolment, 2025, Lang::Zh);
    assert_eq!(figure.panels.len(), 1, "one pair of axes");
    let series = &figure.panels[0].series;
    assert_eq!(series.len(), 4);
    for (i, one) in series.iter().enumerate() {
        assert!(series[i + 1..].iter().all(|other| other.ink != one.ink));
        assert_eq!(Quantity::find(one.id).is_some(), i == 0, "only the present scenario's numbers open");
        assert_eq!(one.values.len(), figure.years.len());
    }
    // Linping is observed from 2022 on; before, it has no value, and none is made up.
    assert_eq!(series[3].values[0], None);
    assert!(series[3].values[3].is_some());
}

#[test]
fn targets_are_those_of_the_columns_own_area() {
    let comparison = Comparison::usual(&scenario("laiwu", Layer::Plan))
        .after(ComparisonEdit::Add(Box::new(scenario("national", Layer::Base))));
    let columns = shown_with(&own(), &comparison);
    assert_eq!(columns[2].targets(), (0, 0));
    assert!(columns[0].targets().1 > 0);
}

#[test]
fn what_was_observed_stands_once_for_every_area() {
    let comparison = Comparison::usual(&own()).after(ComparisonEdit::Add(Box::new(scenario("national", Layer::Base))));
    let columns = shown_with(&own(), &comparison);
    let figure = figure(&columns, Quantity::Teachers, 2025, Lang::Zh);
    let with: Vec<bool> = figure.series().map(|(_, series)| !series.observed.is_empty()).collect();
    assert_eq!(with, [true, false, false, true]);
    let t = figure.years.iter().position(|year| *year == 2023).expect("a year");
    let (panel, series) = figure.series().next().expect("a line");
    let seen: Vec<f64> = series.observed_at(t).map(|value| panel.unscaled.of(value)).collect();
    assert!((seen[0] - 231.0).abs() < 1e-9, "{seen:?}");
}
