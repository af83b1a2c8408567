//! Every table and picture that can be taken away.

use std::rc::Rc;
use voced_analysis::solve;

use voced_model::Lang;
use voced_scenario::{Area, AreaRef, Layer, ResolvedScenario, Scenario};

use voced_export::{Results, workbook};

use super::*;
use crate::app::{ChartId, Outcome};
use crate::features::explore::charts::view_model::{Frame, drawing};
use crate::features::plot::plotted::Plotted;
use crate::{lazy, phrases};
use voced_charts::samples_answers;

fn outcome(area: &str) -> Outcome {
    Outcome::of(&Scenario::new(AreaRef::shipped(area).expect("ships"), Layer::Plan)).expect("sound")
}

fn plots(outcome: &Outcome, lang: Lang) -> Vec<Plotted> {
    let year = outcome.resolved().scenario.horizon;
    let base = Scenario::new(outcome.resolved().scenario.area_ref.clone(), Layer::Base);
    let reference = Outcome::of(&base).expect("sound");
    let frame = Frame { outcome, reference: Some(&reference), sureness: None, year, difference: false, lang };
    let charts = ChartId::ALL.iter().map(|chart| Plotted::Chart(drawing(*chart, frame)));
    let zh = lang == Lang::Zh;
    charts
        .chain([
            Plotted::Histogram(samples_answers::histogram(zh)),
            Plotted::Tornado(samples_answers::tornado(zh, true)),
            Plotted::HeatMap(samples_answers::heat_map(zh, 5, 4)),
            Plotted::Waterfall(samples_answers::waterfall(zh)),
        ])
        .collect()
}

fn expect_whole(sheet: &ExportTable) {
    let csv = sheet.csv();
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"), "{}", sheet.title);
    assert!(!sheet.head.is_empty() && sheet.head.iter().all(|head| !head.is_empty()), "{:?}", sheet.head);
    for row in &sheet.rows {
        assert_eq!(row.len(), sheet.head.len(), "{}: {row:?}", sheet.title);
    }
    for head in &sheet.head {
        let scaled = ["万元", "亿元", "万人", "million ", "billion "];
        assert!(!scaled.iter().any(|scale| head.contains(scale)), "{head} has a scale");
    }
}

#[test]
fn every_table_is_whole_in_both_languages_and_its_units_have_no_scale() {
    for area in Area::ids() {
        let outcome = outcome(area);
        for lang in Lang::ALL {
            for plot in plots(&outcome, lang) {
                let sheet = of_plot(&plot, "title", lang);
                assert!(!sheet.rows.is_empty() || plot.class() == "progress", "{area}");
                expect_whole(&sheet);
            }
            let year = outcome.resolved().scenario.horizon;
            expect_whole(&tables::results(&outcome, lang));
            expect_whole(&tables::headline(&outcome, &outcome, None, year, lang));
            expect_whole(&tables::targets(&outcome, None, lang));
            expect_whole(&tables::warnings(&outcome, lang));
        }
    }
}

#[test]
fn the_answers_to_what_it_would_take_are_tables_too() {
    let outcome = outcome("laiwu");
    let resolved = outcome.resolved();
    let preset = *solve::presets(resolved).first().expect("a question");
    let asked = solve::preset_question(resolved, preset).expect("makes sense");
    let solution = asked.solve_in_steps(&resolved.scenario);
    let solution = solution.expect("an answer");
    for lang in Lang::ALL {
        for sheet in
            [tables::solved_levers(&solution, phrases::NOW, lang), tables::solved_goals(&solution, resolved, lang)]
        {
            assert!(!sheet.rows.is_empty());
            expect_whole(&sheet);
        }
    }
}

#[test]
fn numbers_are_those_of_the_model() {
    use voced_model::Quantity::{SourcesTotal, VocShareOfIntake};
    let outcome = outcome("laiwu");
    let sheet = tables::results(&outcome, Lang::Zh);
    let last = |quantity: voced_model::Quantity| {
        let name = TableCell::text(quantity.spec().name.zh);
        sheet.rows.iter().find(|row| row[0] == name).and_then(|row| row.last()).cloned()
    };
    assert_eq!(last(VocShareOfIntake), Some(TableCell::Number(40.0)));
    let sources = outcome.value(SourcesTotal, 2025).expect("a value");
    let Some(TableCell::Number(told)) = last(SourcesTotal) else { panic!("no sources") };
    assert!((told - sources).abs() <= 1e-9 * sources, "{told} is not {sources}");
    // In a picture the same is scaled to 万元; in its table it is not.
    let plot = Plotted::Chart(drawing(
        ChartId::Sources,
        Frame { outcome: &outcome, reference: None, sureness: None, year: 2025, difference: false, lang: Lang::Zh },
    ));
    let table = of_plot(&plot, "", Lang::Zh);
    let column = table.rows.last().expect("years").iter().filter_map(|cell| match cell {
        TableCell::Number(number) => Some(*number),
        _ => None,
    });
    let largest = column.fold(0.0, f64::max);
    assert!(largest > 1e6, "the largest is {largest}");
}

#[test]
fn what_was_observed_is_in_its_own_table_and_in_those_of_charts() {
    let outcome = outcome("laiwu");
    for lang in Lang::ALL {
        let sheet = tables::observed(&outcome, lang);
        expect_whole(&sheet);
        assert_eq!(sheet.rows.len(), outcome.resolved().scenario.area().observed.len());
        let row = &sheet.rows[0];
        assert_eq!((&row[2], &row[3]), (&TableCell::Number(2023.0), &TableCell::Number(2241.0)));
        let modelled = outcome.value(voced_model::Quantity::VocEnrolment, 2023).expect("a value");
        let is =
            |cell: &TableCell, value: f64| matches!(cell, TableCell::Number(found) if (found - value).abs() < 1e-6);
        assert!(is(&row[6], modelled) && is(&row[7], modelled - 2241.0), "{row:?}");
        let year = outcome.resolved().scenario.horizon;
        let frame = Frame { outcome: &outcome, reference: None, sureness: None, year, difference: false, lang };
        let chart = of_plot(&Plotted::Chart(drawing(ChartId::Enrolment, frame)), "title", lang);
        let scope = &outcome.resolved().scenario.area().observed[0].scope;
        let place = chart.head.iter().position(|head| head.contains(scope.get(lang))).expect("a column of it");
        let t = outcome.index(2023).expect("a year");
        assert_eq!(chart.rows[t][place], TableCell::Number(2241.0));
        assert!(
            matches!(chart.rows[t][place + 1], TableCell::Number(error) if (error - (modelled - 2241.0)).abs() < 1e-6)
        );
    }
}

#[test]
fn text_is_guarded_against_formulas() {
    let sheet = ExportTable {
        title: "t".into(),
        head: vec!["=1+1".into(), "指标".into()],
        rows: vec![vec![TableCell::text("@SUM(A1)"), TableCell::Number(-2.5)]],
    };
    assert_eq!(sheet.csv(), "\u{feff}\"'=1+1\",指标\r\n\"'@SUM(A1)\",-2.5\r\n");
}

fn hostile() -> ResolvedScenario {
    let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
    scenario.name = "</title><script>alert(1)</script>\"'&\u{0}\u{b}\u{ffff}方案".to_owned();
    scenario.resolve().expect("sound")
}

/// A reader of markup, strict enough to notice what is no XML.
fn expect_xml(text: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").expect("a declaration");
    assert!(!rest.chars().any(|c| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || c == '\u{ffff}'), "not XML at all");
    while let Some(at) = rest.find('<') {
        let words = &rest[..at];
        assert!(!words.contains('>'), "{words}");
        for part in words.split('&').skip(1) {
            let name = part.split(';').next().unwrap_or_default();
            assert!(["amp", "lt", "gt", "quot", "apos"].contains(&name), "&{part}");
        }
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split([' ', '\n']).next().unwrap_or_default().to_owned());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
}

#[test]
fn drawings_are_documents_whatever_the_scenario_is_called() {
    let resolved = hostile();
    let outcome = Outcome::new(Rc::new(resolved.clone()));
    for lang in Lang::ALL {
        for plot in plots(&outcome, lang) {
            let document = svg(&plot, "标题 <b>", &resolved, lang).expect("draws");
            expect_xml(&document);
            assert!(document.contains("<title>标题 &lt;b&gt;</title>") && document.contains("<desc>"), "{document}");
            assert!(document.contains("方案") && !document.contains("<script"), "the name is not text");
            assert!(document.contains(lang.pick("莱芜", "Laiwu")), "whose numbers are they?");
        }
    }
}

#[test]
fn the_workbook_is_that_of_the_command_line() {
    let resolved = hostile();
    let book = workbook(&resolved, Lang::Zh, Results::Known).expect("a workbook");
    assert!(book.starts_with(b"PK") && Some(book) == lazy::book(&resolved, Lang::Zh).and_then(Result::ok));
}

#[test]
fn tables_of_the_plans_hold_every_statement_and_no_formula() {
    for lang in Lang::ALL {
        let entries = crate::features::plans::view_model::entries(lang);
        let sheet = comparison::statements(&entries, lang);
        assert_eq!(sheet.rows.len(), 231);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()));
        let csv = sheet.csv();
        assert!(csv.contains("LW-006") && csv.contains("全日制在校生规模达到3000人以上"), "the plan's own words");
        let cells = csv.lines().flat_map(|line| line.split(',')).map(|cell| cell.trim_start_matches('"'));
        assert!(!cells.into_iter().any(|cell| cell.starts_with('=')), "a cell begins a formula");
    }
}

#[test]
fn what_is_compared_is_told_with_its_differences() {
    let own = outcome("laiwu");
    let base = Scenario::new(own.resolved().scenario.area_ref.clone(), Layer::Base);
    let mut document = voced_scenario::Document::of(own.resolved().scenario.clone());
    document.comparison = vec![base];
    document.reference = 1;
    let besides = crate::app::Comparison::of(&document).expect("something beside");
    let columns = crate::features::comparison::view_model::columns(&own, &besides, Lang::En);
    let sheet = comparison::compared(&columns, 1, 2025, true, Lang::En);
    assert_eq!(sheet.head.len(), 2 + 2 + 1, "{:?}", sheet.head);
    let share = sheet
        .rows
        .iter()
        .find(|row| row[0] == TableCell::text("Vocational share of intake, with technician schools"))
        .expect("the share");
    let numbers: Vec<f64> =
        share.iter().filter_map(|cell| if let TableCell::Number(n) = cell { Some(*n) } else { None }).collect();
    for (number, wanted) in numbers.iter().zip([40.0, 30.0, 10.0]) {
        assert!((number - wanted).abs() < 1e-9, "{numbers:?}");
    }
    assert_eq!(numbers.len(), 3);
}
