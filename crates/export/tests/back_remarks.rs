//! Everything that people do to a workbook beside typing numbers is said by cell.

use std::sync::OnceLock;

use voced_export::back::{self, Remark, Returned, What};
use voced_export::{Results, workbook};
use voced_model::{Allowed, InputId, Lang};
use voced_scenario::{PathValue, Problem, Scenario};
use voced_tables::{Book, Cell, Content, Date, Format, Percent, Place, Row, Sheet};

const LAIWU: &str = r#"{"schema":1,"region":"laiwu","deliverables":{"new_programmes":{"unit_cost":250000}}}"#;

fn scenario() -> Scenario {
    Scenario::parse(LAIWU).expect("sound")
}

/// The workbook of Laiwu as it was read.
fn book() -> Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    let made = || {
        let resolved = scenario().resolve().expect("sound");
        let bytes = workbook(&resolved, Lang::En, Results::Known).expect("a workbook");
        voced_tables::read_with(&bytes, &|_| None).expect("a book")
    };
    BOOK.get_or_init(made).clone()
}

fn sheet<'b>(book: &'b mut Book, name: &str) -> &'b mut Sheet {
    book.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap_or_else(|| panic!("no {name}"))
}

/// The row of an id in the second column.
fn row(book: &Book, name: &str, id: &str) -> u32 {
    let sheet = book.sheets.iter().find(|sheet| sheet.name == name).expect("the sheet");
    let is_id = |row: &&Row| row.cells.iter().any(|(column, cell)| *column == 1 && cell.content == text(id));
    sheet.rows.iter().find(is_id).unwrap_or_else(|| panic!("no {id}")).number
}

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn plain(content: Content) -> Cell {
    Cell { content, percent: Percent::No, formula: None }
}

fn formula(text: &str, content: Content) -> Cell {
    Cell { formula: Some(text.to_owned()), ..plain(content) }
}

/// Puts a cell into a sheet; `None` empties it.
fn put(book: &mut Book, name: &str, place: Place, cell: Option<Cell>) {
    let sheet = sheet(book, name);
    let at = match sheet.rows.binary_search_by_key(&place.row, |row| row.number) {
        Ok(at) => at,
        Err(at) => {
            sheet.rows.insert(at, Row { number: place.row, cells: Vec::new() });
            at
        }
    };
    let cells = &mut sheet.rows[at].cells;
    cells.retain(|(column, _)| *column != place.column);
    cells.extend(cell.map(|cell| (place.column, cell)));
    cells.sort_by_key(|(column, _)| *column);
}

fn at(row: u32, column: u32) -> Place {
    Place { row, column }
}

/// The column of numbers for all years, of the year after the base year.
const ALL: u32 = 3;
const NEXT: u32 = 5;

fn read(book: &Book) -> Result<Returned, Vec<Remark>> {
    back::read(book).expect("a workbook of ours")
}

/// Reads a book that has one change beside, so that what else is different makes no fault of it.
fn with_change(mut book: Book) -> Returned {
    let pay = row(&book, "Levers", "teacher_pay");
    put(&mut book, "Levers", at(pay, ALL), Some(plain(Content::Number(123_456.0))));
    read(&book).unwrap_or_else(|reasons| panic!("{:?}", words(&reasons)))
}

fn words(remarks: &[Remark]) -> Vec<String> {
    remarks.iter().map(|remark| remark.words(Lang::En)).collect()
}

fn input(id: &str) -> InputId {
    InputId::find(id).expect("an input")
}

/// The one remark of a book with a change beside, which is all that came into the scenario.
fn one(book: Book) -> Remark {
    let returned = with_change(book);
    assert_eq!(returned.changes.len(), 1, "{:?}", returned.changes);
    let mut expected = scenario();
    expected.inputs.insert(input("teacher_pay"), PathValue::Constant(123_456.0));
    assert_eq!(returned.scenario, expected);
    assert_eq!(returned.remarks.len(), 1, "{:?}", words(&returned.remarks));
    returned.remarks.into_iter().next().expect("one")
}

/// A book in which a cell for all years holds something else.
fn typed(id: &str, cell: Option<Cell>) -> (Book, Place) {
    let mut book = book();
    let place = at(row(&book, "Levers", id), ALL);
    put(&mut book, "Levers", place, cell);
    (book, place)
}

#[test]
fn what_is_no_number_is_said_in_its_cell_and_the_number_stays() {
    let day = Content::Date(Date { year: 2023, month: 9, day: 1 });
    let cases: [(Option<Cell>, &str); 9] = [
        (None, "was emptied; 1.2% still holds"),
        (
            Some(plain(text("about 3%"))),
            "“about” or “at least” cannot be computed with; give the number alone: did you mean 3%?",
        ),
        (Some(plain(text("3"))), "without % this can mean two things: 300% or 3%?"),
        (Some(plain(text("see note"))), "“see note” is not understood"),
        (Some(plain(day)), "a number is wanted here"),
        (Some(plain(Content::Truth(true))), "a number is wanted here"),
        (Some(plain(Content::Error("#REF!".to_owned()))), "the error #REF! stands here"),
        (Some(formula("B4*2", Content::Blank)), "a formula was typed in whose result the file does not hold"),
        (Some(plain(Content::Number(3.0))), "3 is out of range; allowed -0.2 to 0.2"),
    ];
    for (cell, expected) in cases {
        let (book, place) = typed("junior_graduate_growth", cell);
        let remark = one(book.clone());
        assert!(remark.is_lost(), "{expected}");
        assert_eq!(remark.at.as_ref().map(|at| (at.name.as_str(), at.place)), Some(("Levers", place)), "{expected}");
        let said = remark.words(Lang::En);
        assert!(said.starts_with(&format!("“Levers” {place}: ")), "{said}");
        let number = said.contains("still holds");
        assert!(number || said.contains(expected), "{said}");
        // Alone it is a fault: nothing that was typed can be taken over.
        let reasons = read(&book).expect_err("nothing was taken over");
        assert_eq!(reasons, [remark]);
    }
}

#[test]
fn text_that_means_one_number_is_taken_for_it() {
    for (id, written, value, said) in [
        ("junior_graduate_growth", "3.5%", 0.035, "the text “3.5%” was read as 3.5%"),
        ("teacher_pay", "12.5万元", 125_000.0, "the text “12.5万元” was read as 125,000"),
    ] {
        let (book, place) = typed(id, Some(plain(text(written))));
        let returned = read(&book).expect("a scenario");
        assert_eq!(returned.scenario.inputs.get(&input(id)), Some(&PathValue::Constant(value)));
        let [change] = &returned.changes[..] else { panic!("{:?}", returned.changes) };
        assert_eq!((change.at.place, change.after), (place, value));
        assert!(words(&returned.remarks)[0].contains(said), "{:?}", words(&returned.remarks));
        assert!(!returned.remarks[0].is_lost());
    }
}

#[test]
fn a_formula_typed_into_a_yellow_cell_gives_its_result() {
    let (book, place) = typed("junior_graduate_growth", Some(formula("D4*1.1", Content::Number(0.0125))));
    let returned = read(&book).expect("a scenario");
    assert_eq!(returned.scenario.inputs.get(&input("junior_graduate_growth")), Some(&PathValue::Constant(0.0125)));
    let said = words(&returned.remarks);
    assert_eq!(said, [format!("“Levers” {place}: a formula was typed in; its result 1.25% was taken")]);
}

#[test]
fn switches_are_known_as_numbers_and_as_true_and_false() {
    for content in [Content::Number(1.0), Content::Truth(true), text("1")] {
        let (book, _) = typed("funding_rule", Some(plain(content.clone())));
        let returned = read(&book).expect("a scenario");
        let expected = Some(&PathValue::Constant(1.0));
        assert_eq!(returned.scenario.inputs.get(&input("funding_rule")), expected, "{content:?}");
    }
    let (book, _) = typed("funding_rule", Some(plain(Content::Number(0.5))));
    assert!(matches!(one(book).what, What::NotAllowed(Problem::NotWhole { .. })));
}

#[test]
fn digits_that_programs_lose_are_no_change() {
    let mut book = book();
    for row in &mut sheet(&mut book, "Levers").rows {
        for (_, cell) in &mut row.cells {
            if let Content::Number(number) = &mut cell.content {
                *number = format!("{number:.14e}").parse().expect("a number");
            }
        }
    }
    let returned = read(&book).expect("a scenario");
    assert_eq!((returned.scenario, returned.changes, returned.remarks), (scenario(), Vec::new(), Vec::new()));
}

#[test]
fn one_year_of_a_path_is_changed_and_the_others_stay() {
    let mut book = book();
    let row = row(&book, "Levers", "vocational_share");
    put(&mut book, "Levers", at(row, NEXT + 1), Some(plain(Content::Number(0.5))));
    let returned = read(&book).expect("a scenario");
    assert_eq!(words(&returned.remarks), [""; 0]);
    let before = scenario().resolve().expect("sound");
    let after = returned.scenario.resolve().expect("sound");
    let share = input("vocational_share");
    for t in 0..before.model_inputs.years {
        let expected = if t == 2 { 0.5 } else { before.model_inputs.inputs.at(share, t) };
        assert_eq!(after.model_inputs.inputs.at(share, t), expected, "{t}");
    }
    let change = returned.changes.first().map(|change| change.words(Lang::En)).expect("a change");
    assert!(change.ends_with("→ 50%") && change.contains(&format!("G{}", row + 1)), "{change}");
}

#[test]
fn equal_numbers_in_all_yellow_years_are_one_number() {
    let mut book = book();
    let row = row(&book, "Levers", "hires");
    for column in NEXT..NEXT + 5 {
        put(&mut book, "Levers", at(row, column), Some(plain(Content::Number(300.0))));
    }
    let returned = read(&book).expect("a scenario");
    // The grey base year has a number of its own, which no formula reads.
    assert_eq!(returned.scenario.inputs.get(&input("hires")), Some(&PathValue::Constant(300.0)));
    assert_eq!(returned.changes.len(), 5);
}

#[test]
fn beyond_the_horizon_a_path_goes_on_as_it_did() {
    let json = r#"{"schema":1,"region":"laiwu","horizon":2023,"inputs":{
        "vocational_share":{"start":0.3,"end":0.5,"end_year":2030,"shape":"smooth"}}}"#;
    let before = Scenario::parse(json).expect("sound");
    let bytes = workbook(&before.resolve().expect("sound"), Lang::En, Results::Known).expect("a workbook");
    let mut book = voced_tables::read_with(&bytes, &|_| None).expect("a book");
    let row = row(&book, "Levers", "vocational_share");
    put(&mut book, "Levers", at(row, NEXT), Some(plain(Content::Number(0.44))));
    let returned = read(&book).expect("a scenario");
    let value = |scenario: &Scenario, year| scenario.value(input("vocational_share")).1.value.at(2020, year);
    for year in 2020..=2035 {
        let expected = if year == 2021 { 0.44 } else { value(&before, year) };
        assert_eq!(value(&returned.scenario, year), expected, "{year}");
    }
}

#[test]
fn numbers_that_do_not_go_together_are_said() {
    let mut book = book();
    let resolved = scenario().resolve().expect("sound");
    let stock = resolved.deliverables.iter().find_map(|deliverable| match deliverable.item.schedule {
        voced_model::Schedule::Stock { target, .. } => Some((deliverable.id.clone(), target)),
        voced_model::Schedule::Annual { .. } => None,
    });
    let (id, target) = stock.expect("a stock");
    let row = row(&book, "Projects", &id);
    // More in the base year than are to be reached.
    put(&mut book, "Projects", at(row, 2), Some(plain(Content::Number(target + 5.0))));
    let remark = one(book);
    assert_eq!(remark.at.as_ref().map(|at| at.place), Some(at(row, 2)));
    assert!(matches!(remark.what, What::NotAllowed(Problem::OutOfRange { .. })), "{:?}", remark.what);
}

#[test]
fn a_project_that_follows_the_areas_cost_takes_a_number_of_its_own() {
    let scenario = Scenario::parse(
        r#"{"schema":1,"region":"laiwu","projects":{"x":{"name_en":"X","area_m2":10,"start":2021,"finish":2022}}}"#,
    )
    .expect("sound");
    let bytes = workbook(&scenario.resolve().expect("sound"), Lang::En, Results::Known).expect("a workbook");
    let mut book = voced_tables::read_with(&bytes, &|_| None).expect("a book");
    let place = at(row(&book, "Projects", "x"), 3);
    let usual = sheet(&mut book, "Projects").cell(place).map(|cell| cell.content.clone()).expect("a cost");
    // The number that was shown, typed: it no longer follows.
    put(&mut book, "Projects", place, Some(plain(usual.clone())));
    let returned = read(&book).expect("a scenario");
    let cost = returned.scenario.projects.get("x").and_then(|patch| patch.cost_per_m2);
    assert_eq!(cost.map(Content::Number), Some(usual));
    assert_eq!(returned.changes.len(), 1);
}

#[test]
fn cells_that_are_there_to_be_read_are_said() {
    let (quantity, lever) = (row(&book(), "Model", "teachers"), row(&book(), "Levers", "hires"));
    let old = sheet(&mut book(), "Model").cell(at(quantity, NEXT)).cloned().expect("a formula");
    let old_formula = old.formula.clone().expect("a formula");
    let changed = What::Changed { before: "271".to_owned(), after: "5".to_owned() };
    let cases = [
        (
            "Model",
            at(quantity, NEXT),
            Some(formula(&format!("{old_formula}*1.1"), Content::Number(1.0))),
            What::FormulaChanged,
        ),
        (
            "Model",
            at(quantity, NEXT),
            Some(formula("Levers!#REF!", Content::Error("#REF!".to_owned()))),
            What::FormulaChanged,
        ),
        ("Model", at(quantity, NEXT), Some(plain(Content::Number(300.0))), What::FormulaReplaced),
        ("Model", at(quantity, NEXT), None, What::Emptied { before: "a formula".to_owned() }),
        ("Levers", at(lever, 4), Some(plain(Content::Number(5.0))), changed),
        ("Model", at(quantity, 40), Some(plain(text("mine"))), What::Added),
        (
            "Charts",
            at(0, 0),
            Some(plain(text("My charts"))),
            What::Changed { before: "Charts".to_owned(), after: "My charts".to_owned() },
        ),
    ];
    for (name, place, cell, expected) in cases {
        let mut book = book();
        put(&mut book, name, place, cell);
        let remark = one(book.clone());
        let is_changed = matches!((&remark.what, &expected), (What::Changed { after, .. }, What::Changed { after: wanted, .. }) if after == wanted);
        assert!(remark.what == expected || is_changed, "{:?} for {expected:?}", remark.what);
        assert_eq!(remark.at.as_ref().map(|at| (at.name.as_str(), at.place)), Some((name, place)));
        assert!(!remark.is_lost());
        // Nothing was lost, so that the scenario comes back.
        assert_eq!(read(&book).expect("a scenario").scenario, scenario());
    }
    // The stored result alone is no change.
    let mut book = book();
    put(&mut book, "Model", at(quantity, NEXT), Some(Cell { content: Content::Number(-1.0), ..old }));
    assert_eq!(read(&book).expect("a scenario").remarks, []);
}

#[test]
fn formulas_changed_beside_each_other_are_said_once() {
    let mut book = book();
    let row = row(&book, "Model", "teachers");
    for column in NEXT..NEXT + 3 {
        put(&mut book, "Model", at(row, column), Some(plain(Content::Number(1.0))));
    }
    let said = one(book).words(Lang::En);
    assert!(said.starts_with(&format!("“Model” F{0}:H{0}: the formula was replaced", row + 1)), "{said}");
}

#[test]
fn goals_are_the_plans() {
    let mut book = book();
    let sheet = sheet(&mut book, "Targets");
    let row = sheet.rows.iter().find(|row| row.number == 4).expect("a target").clone();
    let goal = row.cells.iter().find(|(column, _)| *column == 4).expect("a goal").1.clone();
    let Content::Number(number) = goal.content else { panic!("{goal:?}") };
    put(&mut book, "Targets", at(4, 4), Some(plain(Content::Number(number + 1.0))));
    let remark = one(book);
    assert!(matches!(remark.what, What::Goal { .. }) && remark.is_lost(), "{:?}", remark.what);
}

/// Moves rows of the levers from `from` on by so many, as spreadsheets do: formulas follow.
fn shift(book: &mut Book, from: u32, by: i64) {
    let moved = |row: u32| if row >= from { u32::try_from(i64::from(row) + by).expect("a row") } else { row };
    for row in &mut sheet(book, "Levers").rows {
        row.number = moved(row.number);
    }
    for (_, cell) in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flat_map(|row| &mut row.cells) {
        let Some(formula) = &mut cell.formula else { continue };
        let mut parts = formula.split("Levers!");
        let mut followed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let start = part.find(|c: char| c.is_ascii_digit()).expect("a row");
            let end = part[start..].find(|c: char| !c.is_ascii_digit()).map_or(part.len(), |end| start + end);
            let row: u32 = part[start..end].parse().expect("a row");
            followed += &format!("Levers!{}{}{}", &part[..start], moved(row - 1) + 1, &part[end..]);
        }
        *formula = followed;
    }
}

#[test]
fn rows_are_known_by_their_ids() {
    // A row inserted above.
    let mut moved = book();
    let hires = row(&moved, "Levers", "hires");
    shift(&mut moved, hires, 1);
    put(&mut moved, "Levers", at(hires + 1, NEXT), Some(plain(Content::Number(77.0))));
    let returned = read(&moved).expect("a scenario");
    assert_eq!(returned.changes.len(), 1);
    assert_eq!((returned.changes[0].at.place, returned.changes[0].after), (at(hires + 1, NEXT), 77.0));
    // All below moved too: it is said once, and no formula is called another one.
    let told: Vec<&What> = returned.remarks.iter().map(|remark| &remark.what).collect();
    assert_eq!(told, [&What::RowMoved { name: "hires".to_owned(), from: hires + 1 }]);

    // A row deleted: its numbers stay, no other row is taken for it.
    let mut without = book();
    sheet(&mut without, "Levers").rows.retain(|row| row.number != hires);
    shift(&mut without, hires + 1, -1);
    let returned = with_change(without.clone());
    assert_eq!(returned.changes.len(), 1);
    let missing = What::RowMissing { name: "hires".to_owned(), entries: true };
    assert_eq!(returned.remarks[0].what, missing);
    assert!(read(&without).is_err());

    // An id that was changed, or stands twice.
    let mut renamed = book();
    put(&mut renamed, "Levers", at(hires, 1), Some(plain(text("fires"))));
    put(&mut renamed, "Levers", at(hires, NEXT), Some(plain(Content::Number(77.0))));
    let returned = with_change(renamed);
    assert_eq!((returned.changes.len(), &returned.remarks[0].what), (1, &missing));
    let mut twice = book();
    let copy = sheet(&mut twice, "Levers").rows.iter().find(|row| row.number == hires).expect("the row").clone();
    sheet(&mut twice, "Levers").rows.push(Row { number: 900, ..copy });
    let returned = with_change(twice);
    let what = What::RowTwice { name: "hires".to_owned(), entries: true };
    assert_eq!((returned.changes.len(), &returned.remarks[0].what), (1, &what));
}

#[test]
fn years_are_known_by_their_headings() {
    let mut other = book();
    let hires = row(&other, "Levers", "hires");
    put(&mut other, "Levers", at(3, NEXT), Some(plain(Content::Number(2031.0))));
    put(&mut other, "Levers", at(hires, NEXT), Some(plain(Content::Number(77.0))));
    let returned = with_change(other);
    assert_eq!(returned.changes.len(), 1);
    assert!(matches!(&returned.remarks[0].what, What::ColumnMissing { name, entries: true } if name == "2021"));

    // A column inserted before the years: all are found.
    let mut inserted = book();
    for row in &mut sheet(&mut inserted, "Levers").rows {
        for (column, _) in &mut row.cells {
            *column += u32::from(*column >= 4);
        }
    }
    put(&mut inserted, "Levers", at(hires, NEXT + 1), Some(plain(Content::Number(77.0))));
    let returned = read(&inserted).expect("a scenario");
    assert_eq!(returned.changes.len(), 1, "{:?}", returned.changes);
    assert_eq!(returned.scenario.resolve().expect("sound").model_inputs.inputs.at(input("hires"), 1), 77.0);
}

#[test]
fn sheets_may_be_missing_added_and_renamed() {
    let mut without = book();
    without.sheets.retain(|sheet| sheet.name != "Projects");
    assert_eq!(with_change(without).remarks[0].what, What::SheetMissing { name: "Projects".to_owned(), entries: true });

    let mut added = book();
    let rows = vec![Row { number: 0, cells: vec![(0, plain(text("mine")))] }];
    added.sheets.push(Sheet { name: "Notes".to_owned(), rows, ..Sheet::default() });
    assert_eq!(one(added).what, What::SheetAdded { name: "Notes".to_owned() });

    // A spreadsheet renames a sheet in all formulas.
    let mut renamed = book();
    for sheet in &mut renamed.sheets {
        for (_, cell) in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.formula = cell.formula.take().map(|formula| formula.replace("Levers!", "'My levers'!"));
        }
    }
    sheet(&mut renamed, "Levers").name = "My levers".to_owned();
    assert_eq!(read(&renamed).expect("a scenario").remarks, []);
}

/// A formula as it stands so many columns to the right.
fn copied(formula: &str, columns: u8) -> String {
    let all: Vec<char> = formula.chars().collect();
    let is_column = |i: usize| {
        let before = i.checked_sub(1).and_then(|i| all.get(i));
        let is_first = before.is_none_or(|c| !c.is_ascii_alphanumeric() && *c != '$');
        is_first && all[i].is_ascii_uppercase() && all.get(i + 1).is_some_and(char::is_ascii_digit)
    };
    let copy = |(i, c): (usize, &char)| if is_column(i) { char::from(*c as u8 + columns) } else { *c };
    all.iter().enumerate().map(copy).collect()
}

#[test]
fn formulas_that_cells_share_are_those_of_each_cell() {
    // As Excel writes them: the text of the first cell stands for all of a row.
    let mut book = book();
    let mut shared = 0;
    for row in &mut sheet(&mut book, "Model").rows {
        let Some((first, cell)) = row.cells.iter().find(|(column, _)| *column == NEXT).cloned() else { continue };
        let Some(text) = cell.formula else { continue };
        for (column, cell) in row.cells.iter_mut().filter(|(column, _)| *column > first) {
            let columns = u8::try_from(*column - first).expect("few columns");
            if cell.formula.as_deref() == Some(&copied(&text, columns)) {
                cell.formula = Some(text.clone());
                shared += 1;
            }
        }
    }
    assert!(shared > 100, "{shared}");
    assert_eq!(words(&read(&book).expect("a scenario").remarks), [""; 0]);
}

#[test]
fn what_can_not_be_read_back_says_why() {
    let only = |book: &Book| {
        let reasons = read(book).expect_err("no scenario");
        assert_eq!(reasons.len(), 1);
        reasons.into_iter().next().expect("one").what
    };
    let carried = |key: &str, value: &str| {
        let mut book = book();
        let sheet = sheet(&mut book, "voced");
        let is_key = |row: &&mut Row| row.cells.iter().any(|(column, cell)| *column == 0 && cell.content == text(key));
        let row = sheet.rows.iter_mut().find(is_key).unwrap_or_else(|| panic!("no {key}"));
        row.cells[1].1.content = text(value);
        book
    };
    let mut older = book();
    older.sheets.retain(|sheet| sheet.name != "voced");
    assert_eq!(only(&older), What::NotCarried);
    assert_eq!(only(&carried("scenario 1/1", "|{|")), only(&carried("scenario 1/1", "|{|")));
    assert!(matches!(only(&carried("scenario 1/1", "|{|")), What::Scenario(_)));
    assert_eq!(only(&carried("scenario 1/1", "{}")), What::Damaged);
    assert_eq!(only(&carried("format", "|2|")), What::Newer);
    assert!(matches!(only(&carried("entries", "|0|")), What::OtherNumbers { .. }));

    // Another version's formulas: numbers are read all the same.
    let other = carried("rest", "|0|");
    assert_eq!(one(other).what, What::OtherFormulas);
    let mut older_format = book();
    older_format.format = Format::Xls;
    assert_eq!(one(older_format).what, What::FormulasUnread);

    let foreign = voced_tables::read_text("a\tb\n1\t2").expect("a table");
    assert!(back::read(&foreign).is_none());
}

#[test]
fn every_remark_is_said_in_both_languages() {
    let number = Allowed::of((0.0, 1.0), None);
    let some = |text: &str| text.to_owned();
    let all = [
        What::NotCarried,
        What::Damaged,
        What::Newer,
        What::OtherNumbers { model: some("1") },
        What::OtherFormulas,
        What::FormulasUnread,
        What::SheetMissing { name: some("x"), entries: true },
        What::SheetAdded { name: some("x") },
        What::RowMissing { name: some("x"), entries: false },
        What::RowTwice { name: some("x"), entries: true },
        What::RowMoved { name: some("x"), from: 3 },
        What::ColumnMissing { name: some("x"), entries: true },
        What::FormulaChanged,
        What::FormulaReplaced,
        What::Changed { before: some("1"), after: some("2") },
        What::Emptied { before: some("1") },
        What::Added,
        What::Formula { value: 1.0, unit: None },
        What::TextTaken { text: some("1"), value: 1.0, unit: None },
        What::Blank { before: 1.0, unit: None },
        What::NoNumber,
        What::Error { text: some("#N/A") },
        What::NoResult,
        What::NotAllowed(Problem::OutOfRange { value: 3.0, allowed: number }),
        What::Goal { target: some("LW-001") },
        What::More { count: 3 },
    ];
    for what in all {
        let remark = Remark { at: None, last: None, what };
        let (zh, en) = (remark.words(Lang::Zh), remark.words(Lang::En));
        assert!(zh.chars().any(|c| c > '\u{2e80}') && en.is_ascii() | en.contains('“'), "{zh} {en}");
        assert!(!zh.contains('\n') && !en.contains('\n'));
    }
}

#[test]
fn no_book_makes_it_panic_and_none_gives_an_unsound_scenario() {
    let mut state = 7_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let contents = [
        Content::Blank,
        text("=1+1"),
        text("3,5"),
        text("hires"),
        text("2021"),
        text("voced-workbook"),
        Content::Number(-1e300),
        Content::Number(0.4),
        Content::Number(2021.0),
        Content::Truth(false),
        Content::Error("#VALUE!".to_owned()),
    ];
    let mut taken = 0;
    for _ in 0..60 {
        let mut book = book();
        for _ in 0..=draw(12) {
            let sheets = book.sheets.len();
            let sheet = &mut book.sheets[draw(sheets)];
            let rows = sheet.rows.len();
            if rows == 0 {
                continue;
            }
            let at = draw(rows);
            match draw(8) {
                0 => drop(sheet.rows.remove(at)),
                1 => sheet.rows.swap(at, draw(rows)),
                2 => sheet.rows[at].number = draw(1_048_576) as u32,
                3 => sheet.name = ["Levers", "Model", "x"][draw(3)].to_owned(),
                kind => {
                    let cells = &mut sheet.rows[at].cells;
                    let column = draw(cells.len());
                    let Some((place, cell)) = cells.get_mut(column) else { continue };
                    match kind {
                        4 => *place = draw(30) as u32,
                        5 => cell.formula = Some(["", "A1:", "'", "Levers!$D$9*", "[.A1"][draw(5)].to_owned()),
                        _ => cell.content = contents[draw(contents.len())].clone(),
                    }
                }
            }
        }
        if let Some(Ok(returned)) = back::read(&book) {
            assert!(returned.scenario.resolve().is_ok());
            taken += 1;
            for line in returned.remarks.iter().map(|remark| remark.words(Lang::Zh)) {
                assert!(!line.is_empty());
            }
        }
    }
    assert!(taken > 10, "{taken}");
}
