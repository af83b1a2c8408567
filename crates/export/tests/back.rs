//! Workbooks that come back as they were, and with numbers typed into them.

mod book;

use book::{CASES, agrees, is_same, resolved, retyped};
use voced_export::back::{self, Remark, Returned, What};
use voced_export::{Results, workbook};
use voced_model::Lang;
use voced_scenario::{Area, ResolvedScenario};
use voced_tables::Book;

fn exported(resolved: &ResolvedScenario, lang: Lang) -> Vec<u8> {
    workbook(resolved, lang, Results::Known).expect("a workbook")
}

fn book_of(bytes: &[u8]) -> Book {
    voced_tables::read_with(bytes, &|_| None).expect("a book")
}

/// Reads a workbook back; where it can not be, the reasons fail the test.
fn returned(bytes: &[u8]) -> Returned {
    match back::read(&book_of(bytes)).expect("a workbook of ours") {
        Ok(returned) => returned,
        Err(reasons) => panic!("{:#?}", reasons.iter().map(|one| one.words(Lang::En)).collect::<Vec<_>>()),
    }
}

fn said(returned: &Returned) -> Vec<String> {
    returned.remarks.iter().map(|remark| remark.words(Lang::En)).collect()
}

/// A scenario with an area of one's own in it, in the file.
const OWN_AREA: &str = include_str!("../../../examples/own_area.json");

/// Projects and deliverables of one's own, ranges, and text that a cell can not hold as it is or would run.
const OF_ONES_OWN: &str = r#"{"schema":1,"region":"laiwu","layer":"base","horizon":2031,"seed":7,
    "name":"=HYPERLINK(\"x\") _x0041_\u0001\u009f","inputs":{"hires":{"value":{"start":20,"end":30.5,"end_year":2036,"shape":"smooth"},"low":10,"high":60},
    "marginal_capture_ratio":{"value":1.7,"low":1.1,"high":3.3}},
    "projects":{"=1+1":{"name_zh":"=1+1","area_m2":1000.1,"start":2022,"finish":2024,"on":false},"lab_building":{"cost_per_m2":4100}},
    "deliverables":{"'x'!A1":{"name_en":"@SUM(A1)","kind":"annual","units_per_year":0.1,"from":2021,"to":2023,"unit_cost":5}}}"#;

#[test]
fn what_was_not_changed_is_the_scenario_that_was_exported() {
    let of_areas = Area::ids().map(|area| resolved(&format!(r#"{{"schema":1,"region":"{area}"}}"#)));
    let mut all: Vec<ResolvedScenario> = of_areas.collect();
    all.extend(CASES[3..].iter().map(|(_, to)| resolved(to)));
    all.extend([OWN_AREA, OF_ONES_OWN].map(resolved));
    for resolved in &all {
        for lang in Lang::ALL {
            let returned = returned(&exported(resolved, lang));
            assert_eq!(said(&returned), [""; 0], "{}", resolved.scenario.area().id);
            assert_eq!(returned.changes, []);
            assert_eq!(returned.scenario, resolved.scenario);
            assert_eq!(returned.scenario.to_json(), resolved.scenario.to_json());
        }
    }
    for resolved in all.iter().rev().take(2) {
        let bytes = exported(resolved, Lang::En);
        agrees(&returned(&bytes).scenario.resolve().expect("sound"), &bytes, Lang::En);
    }
}

#[test]
fn numbers_typed_into_the_file_are_the_changes_and_no_others() {
    let mut changes = 0;
    for (from, to) in CASES {
        let (from, to) = (resolved(from), resolved(to));
        for lang in Lang::ALL {
            let (bytes, count) = retyped(&exported(&from, lang), &from, &to, lang);
            let returned = returned(&bytes);
            // Some were typed into grey cells, which is said.
            let is_grey = |remark: &Remark| matches!(remark.what, What::Changed { .. });
            assert!(returned.remarks.iter().all(is_grey), "{:?}", said(&returned));
            assert_eq!(returned.changes.len() + returned.remarks.len(), count);
            is_same(&returned.scenario.resolve().expect("sound"), &to);
            changes += count;
        }
    }
    assert!(changes > 80, "{changes}");
}
