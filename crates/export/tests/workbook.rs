//! The workbook as a file: what it says without being computed, and text that means harm.

mod book;

use std::io::{Cursor, Read};

use book::{agrees, resolved};
use calamine::{Data, Reader, Xlsx};
use voced_export::{Results, workbook};
use voced_model::Lang;
use voced_scenario::{Area, ResolvedScenario};
use zip::ZipArchive;

fn known(resolved: &ResolvedScenario, lang: Lang) -> Vec<u8> {
    workbook(resolved, lang, Results::Known).expect("a workbook")
}

/// A part of the file as text.
fn part(book: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(book)).expect("a zip file");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn results_stand_beside_the_formulas_for_viewers_that_do_not_compute() {
    for area in Area::ids() {
        for (layer, lang) in [("plan", Lang::Zh), ("base", Lang::En)] {
            let resolved = resolved(&format!(r#"{{"schema":1,"region":"{area}","layer":"{layer}","horizon":2030}}"#));
            agrees(&resolved, &known(&resolved, lang), lang);
        }
    }
}

#[test]
fn the_same_scenario_gives_the_same_bytes() {
    let resolved = resolved(r#"{"schema":1,"region":"linping"}"#);
    assert_eq!(known(&resolved, Lang::Zh), known(&resolved, Lang::Zh));
}

#[test]
fn the_charts_are_drawn_from_the_cells_of_the_model() {
    let resolved = resolved(r#"{"schema":1,"region":"hengyang"}"#);
    let book = known(&resolved, Lang::En);
    for chart in 1..=6 {
        let xml = part(&book, &format!("xl/charts/chart{chart}.xml"));
        let (series, values) = (xml.matches("<c:ser>").count(), xml.matches("<c:f>Model!$").count());
        assert!(series >= 2 && values == 3 * series, "chart {chart}: {series} series, {values} ranges");
    }
}

#[test]
fn every_horizon_can_be_exported() {
    for horizon in [2020, 2021, 2040] {
        let resolved = resolved(&format!(r#"{{"schema":1,"region":"laiwu","horizon":{horizon}}}"#));
        agrees(&resolved, &known(&resolved, Lang::En), Lang::En);
    }
}

/// Text that a spreadsheet must show and never run, and text that a file can not hold as it is.
const HOSTILE: [&str; 7] = [
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "\u{202e}=1+1 & <b>\"'</b> ]]>",
    "_x003D_1+1\u{1}\u{1b}\u{ffff}",
];

#[test]
fn text_from_files_is_never_a_formula() {
    for text in HOSTILE {
        let quoted = json_text(text);
        let projects =
            format!(r#""x":{{"name_zh":{quoted},"name_en":{quoted},"area_m2":10,"start":2021,"finish":2022}}"#);
        let deliverables = format!(
            r#"{quoted}:{{"name_zh":{quoted},"kind":"annual","units_per_year":1,"from":2021,"to":2023,"unit_cost":5}}"#
        );
        let json = format!(
            r#"{{"schema":1,"region":"laiwu","name":{quoted},"projects":{{{projects}}},"deliverables":{{{deliverables}}}}}"#
        );
        let resolved = resolved(&json);
        let bytes = known(&resolved, Lang::Zh);
        agrees(&resolved, &bytes, Lang::Zh);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).expect("a workbook");
        let mut shown = 0;
        for sheet in book.sheet_names() {
            for (_, _, formula) in book.worksheet_formula(&sheet).expect("formulas").used_cells() {
                let sound = |c: char| c.is_alphanumeric() || "!$:,.()+-*/^<>=\" ".contains(c);
                assert!(formula.chars().all(sound), "{sheet}: {formula}");
                assert!(!formula.contains("HYPERLINK") && !formula.contains("cmd"), "{sheet}: {formula}");
            }
            let texts = book.worksheet_range(&sheet).expect("cells");

            let start: String = text.chars().take(6).collect();
            shown += texts
                .used_cells()
                .filter(|(_, _, cell)| matches!(cell, Data::String(found) if found.starts_with(&start)))
                .count();
        }
        assert!(shown >= 3, "{text}: shown {shown} times");
    }
}

fn json_text(text: &str) -> String {
    voced_scenario::Json::from(text).to_string()
}

#[test]
fn very_long_names_and_very_many_deliverables_fit() {
    let name = "很长的名称".repeat(300);
    let items: Vec<String> = (0..1500)
        .map(|i| {
            format!(r#""d{i}":{{"name_zh":"{name}{i}","kind":"stock","base":0,"target":{i},"by":2024,"unit_cost":7}}"#)
        })
        .collect();
    let resolved = resolved(&format!(r#"{{"schema":1,"region":"laiwu","deliverables":{{{}}}}}"#, items.join(",")));
    let bytes = known(&resolved, Lang::Zh);
    agrees(&resolved, &bytes, Lang::Zh);
    let longest = part(&bytes, "xl/worksheets/sheet4.xml").split("<f>").skip(1).filter_map(|f| f.find("</f>")).max();
    assert!(longest.is_some_and(|length| length < 8192), "{longest:?}");
}

#[test]
fn only_numbers_that_count_look_as_if_they_could_be_changed() {
    let resolved = resolved(r#"{"schema":1,"region":"laiwu"}"#);
    let bytes = known(&resolved, Lang::En);
    let inputs = part(&bytes, "xl/worksheets/sheet2.xml");
    // No formula reads the hires of the base year; the general-school teachers' ratio is read.
    let validated: Vec<&str> = inputs.split("sqref=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).expect("a workbook");
    let range = book.worksheet_range("Levers").expect("levers");
    let row = |id: &str| {
        let is = |cells: &&[Data]| cells.get(1) == Some(&Data::String(id.to_owned()));
        range.rows().position(|cells| is(&cells)).expect("the input") + 1
    };
    let is_open = |cell: String| validated.iter().any(|cells| cells.split(' ').any(|known| known == cell));
    assert!(!is_open(format!("E{}", row("hires"))));
    assert!(is_open(format!("F{}", row("hires"))));
    assert!(is_open(format!("D{}", row("gen_students_per_teacher"))));
}
