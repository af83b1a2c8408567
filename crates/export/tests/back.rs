//! Workbooks that come back as they were, and with numbers typed into them.

mod book;

use book::{CASES, resolved, retyped};
use voced_export::back::{self, Remark, Returned, What};
use voced_export::{Results, workbook};
use voced_model::{Lang, Quantity};
use voced_scenario::{Area, Layer, ResolvedScenario};
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

/// Holds a returned scenario against another one: every result the same.
fn is_same(returned: &Returned, expected: &ResolvedScenario) {
    let (found, expected) = (returned.scenario.resolve().expect("sound").project(), expected.project());
    for quantity in Quantity::ALL {
        for t in 0..expected.years() {
            let (found, expected) = (found.value(*quantity, t), expected.value(*quantity, t));
            assert_eq!(found, expected, "{} {t}", quantity.id());
        }
    }
}

/// An area of one's own, with a project, a deliverable, a target, an observed value and names that mean harm.
fn own_area() -> String {
    let area = include_str!("../../../examples/own_area.json");
    area.to_owned()
}

#[test]
fn what_was_not_changed_is_the_scenario_that_was_exported() {
    let mut all: Vec<ResolvedScenario> = Vec::new();
    for area in Area::ids() {
        for layer in Layer::ALL {
            all.push(resolved(&format!(r#"{{"schema":1,"region":"{area}","layer":"{}"}}"#, layer.id())));
        }
    }
    all.extend(CASES.iter().map(|(_, to)| resolved(to)));
    all.push(resolved(&own_area()));
    for resolved in &all {
        for lang in Lang::ALL {
            let returned = returned(&exported(resolved, lang));
            assert_eq!(said(&returned), [""; 0], "{}", resolved.scenario.area().id);
            assert_eq!(returned.changes, []);
            assert_eq!(returned.scenario, resolved.scenario);
            assert_eq!(returned.scenario.to_json(), resolved.scenario.to_json());
        }
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
            is_same(&returned, &to);
            changes += count;
        }
    }
    assert!(changes > 80, "{changes}");
}
