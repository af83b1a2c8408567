//! Tests of what the screen of many areas shows.

use std::rc::Rc;
use std::sync::Arc;

use voced_analysis::many::{Goal, Question, Set};
use voced_model::Text;
use voced_scenario::{Area, AreaEdit, AreaRef, Layer, Op, PathValue, Reasons, Scenario, Sourced, TransferNote};

use super::super::levers::moved;
use super::super::peers::standing;
use super::super::sheet;
use super::*;
use crate::features::export::TableCell;
use voced_model::InputId;

fn input(id: &str) -> InputId {
    InputId::find(id).expect("known")
}

/// A county with the numbers of Laiwu but for those given.
fn county(name: &str, values: &[(&str, f64)]) -> Member {
    let text = Text { zh: name.to_owned(), en: name.to_owned() };
    let mut area = Area::find_shipped("laiwu").expect("ships").copy(name, text);
    area.plan = voced_scenario::Overlay::default();
    area.targets.clear();
    for (id, value) in values {
        let edit = AreaEdit::Value(Layer::Base, input(id), Some(Sourced::own(PathValue::Constant(*value))));
        area = area.edited(edit).expect("sound");
    }
    Member { name: name.to_owned(), place: "A2".to_owned(), area: Ok(AreaRef::Own(Arc::new(area))) }
}

fn set() -> AreaSet {
    let faulty = Reasons { zh: vec!["不是数".to_owned()], en: vec!["no number".to_owned()] };
    AreaSet {
        name: "counties".to_owned(),
        members: vec![
            county("b", &[("junior_graduates", 9000.0), ("teachers_base", 700.0)]),
            Member { name: "d".to_owned(), place: "A3".to_owned(), area: Err(Rc::new(faulty)) },
            county("a", &[("junior_graduates", 4000.0), ("vocational_share", 0.9)]),
            county("c", &[("junior_graduates", 20000.0)]),
        ],
        key: 1,
    }
}

fn scenario(share: f64) -> Scenario {
    let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Base);
    let value = PathValue::Constant(0.3).moved(input("vocational_share"), 0.3, 2020, share);
    scenario.inputs.insert(input("vocational_share"), value);
    scenario
}

fn answer(set: &AreaSet, view: &View, scenario: &Scenario) -> (Answer, Question) {
    let about = Question {
        columns: view.columns.clone(),
        line: Quantity::VocEnrolment,
        year: 2025,
        against: Layer::Base,
        goals: view.goals.clone(),
    };
    let areas = set.sound().cloned().collect();
    (Set::new(areas).answer(scenario, view.changes, &about), about)
}

fn names(set: &AreaSet, places: &[usize]) -> String {
    places.iter().map(|place| set.members[*place].name.as_str()).collect()
}

#[test]
fn rows_are_sorted_and_what_is_in_no_sum_comes_last() {
    let (set, mut view) = (set(), View::default());
    let (answer, _) = answer(&set, &view, &scenario(0.4));
    let fates = fates(&set, &answer);
    let mut order = |sort, falling| {
        (view.sort, view.falling) = (sort, falling);
        names(&set, &listed(&set, &fates, &view))
    };
    assert_eq!(order(Sort::Name, false), "abcd");
    assert_eq!(order(Sort::Name, true), "cbad");
    assert_eq!(order(Sort::Table, false), "bacd");
    // Vocational students.
    assert_eq!(order(Sort::Column(0), true), "cbad");
    assert_eq!(order(Sort::Column(0), false), "abcd");
    let missed: Vec<usize> = fates.iter().filter_map(|fate| fate.row().map(missed)).collect();
    let first = listed(&set, &fates, &View::default())[0];
    assert_eq!(fates[first].row().map(super::missed), missed.iter().copied().max());
}

#[test]
fn rows_are_found_by_name_by_goal_and_by_fault() {
    let (set, mut view) = (set(), View::default());
    view.goals = vec![Goal { quantity: Quantity::VocEnrolment, op: Op::AtLeast, value: 6000.0 }];
    let (answer, _) = answer(&set, &view, &scenario(0.4));
    let fates = fates(&set, &answer);
    let mut found = |search: &str, filter| {
        view.search = search.to_owned();
        view.filter = filter;
        names(&set, &listed(&set, &fates, &view))
    };
    assert_eq!(found(" C ", Filter::All), "c");
    assert_eq!(found("", Filter::LeftOut), "d");
    let (met, all) = goal_count(&answer, 0);
    assert_eq!(all, 3);
    assert_eq!(found("", Filter::Missing(0)).len(), all - met);
    assert!(met > 0 && met < all, "{met}");
    assert_eq!(found("", Filter::Noted), "");
}

#[test]
fn a_change_that_stops_at_a_bound_is_said_of_its_row() {
    let (set, view) = (set(), View { changes: Changes::Relative, ..View::default() });
    let (answer, _) = answer(&set, &view, &scenario(0.6));
    let notes: Vec<_> = answer.rows.iter().flatten().map(|row| row.notes.clone()).collect();
    assert_eq!(notes, [vec![], vec![TransferNote::Held(input("vocational_share"))], vec![]]);
    let noted = View { filter: Filter::Noted, ..view };
    assert_eq!(names(&set, &listed(&set, &fates(&set, &answer), &noted)), "a");
}

#[test]
fn totals_are_sums_and_ratios_of_sums_in_words() {
    let columns = vec![Quantity::VocEnrolment, Quantity::StudentsPerTeacher, Quantity::VocShareExclTechnical];
    let (set, view) = (set(), View { columns, ..View::default() });
    let (answer, about) = answer(&set, &view, &scenario(0.4));
    let tiles = totals(&view, &answer, about.year, Lang::En);
    assert!(tiles[0].amount.as_ref().is_some_and(|amount| amount.unit == "persons"), "{:?}", tiles[0]);
    assert!(tiles[0].notes.is_empty());
    assert_eq!(tiles[1].notes, ["a ratio of sums"]);
    assert_eq!((&tiles[2].amount, tiles[2].notes.as_slice()), (&None, &["this does not add up".to_owned()][..]));
    let sum: f64 = answer.rows.iter().flatten().filter_map(|row| row.after[0]).sum();
    assert_eq!(answer.after.total(Quantity::VocEnrolment, 2025).value, Some(sum));
    let flows = View { columns: vec![Quantity::UsesTotal], ..View::default() };
    let (answer, _) = super::tests::answer(&set, &flows, &scenario(0.4));
    let base = totals(&flows, &answer, 2020, Lang::Zh);
    assert_eq!(base[0].amount, None);
    assert!(base[0].notes[0].starts_with("无合计：3个地区"), "{:?}", base[0].notes);
}

#[test]
fn what_moves_is_said_as_it_is_meant() {
    let mut scenario = scenario(0.4);
    let posts = scenario.area().value(input("approved_posts"), Layer::Base).1.value.at(2020, 2020);
    scenario.inputs.insert(input("approved_posts"), PathValue::Constant(posts * 1.2));
    let said = |changes, lang| moved(&scenario, changes, lang);
    let absolute = said(Changes::Absolute, Lang::En);
    assert_eq!(absolute[0].text, "in every area: 2020: 30%, 2021–: 40%");
    assert_eq!(absolute.iter().filter(|one| one.warning.is_some()).count(), 1, "{absolute:?}");
    let relative = said(Changes::Relative, Lang::En);
    assert_eq!(relative[0].text, "+10 pp on each area's own value, in 2025");
    assert_eq!(relative[1].text, "+20.0% on each area's own value, in 2025");
    assert!(relative.iter().all(|one| one.warning.is_none()));
}

#[test]
fn an_area_stands_among_the_others() {
    let (set, view) = (set(), View::default());
    let (answer, _) = answer(&set, &view, &scenario(0.4));
    let fates = fates(&set, &answer);
    let row = fates[3].row().expect("sound");
    let standing = standing(&answer, row, 0).expect("a value");
    assert_eq!((standing.rank, standing.of), (1, 3));
    assert!(standing.quarters[0] < standing.quarters[1] && standing.quarters[2] < standing.value);
}

#[test]
fn the_table_that_is_taken_away_has_every_area_and_all_of_them() {
    let (set, view) = (set(), View::default());
    let (answer, about) = answer(&set, &view, &scenario(0.4));
    let table = sheet::table(&set, &answer, &about, &view, Lang::En);
    assert_eq!(table.rows.len(), 5);
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    let sum: f64 = table.rows[1..]
        .iter()
        .filter_map(|row| match row[2] {
            TableCell::Number(number) => Some(number),
            _ => None,
        })
        .sum();
    // Cells hold what people read of a number, not its dust.
    assert!(matches!(table.rows[0][2], TableCell::Number(all) if (all - sum).abs() < 1e-6), "{sum}");
    let faulty = &table.rows[2];
    assert_eq!(faulty[faulty.len() - 2], TableCell::Text("in no sum; no number".to_owned()));
    assert_eq!(faulty[2], TableCell::Empty);
    assert!(table.csv().contains("without changes"));
    let book = table.workbook().expect("a workbook");
    assert!(book.starts_with(b"PK"));
}

#[test]
fn small_lines_keep_to_their_box() {
    let (set, view) = (set(), View::default());
    let (answer, _) = answer(&set, &view, &scenario(0.4));
    for row in answer.rows.iter().flatten() {
        let paths = small_lines(row, 72.0, 20.0);
        for path in &paths {
            assert_eq!(path.matches('M').count(), 1, "{path}");
            let numbers = path.split(['M', 'L', ' ']).filter(|text| !text.is_empty());
            for (place, number) in numbers.enumerate() {
                let number: f64 = number.parse().expect("a number");
                assert!((0.0..=if place % 2 == 0 { 72.0 } else { 20.0 }).contains(&number), "{path}");
            }
        }
        assert_ne!(paths[0], paths[1]);
    }
}
