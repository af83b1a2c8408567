//! Workbooks that come back as they were, and with numbers typed into them.

mod book;

use book::{CASES, OF_ONES_OWN, agrees, is_same, resolved, retyped};
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
