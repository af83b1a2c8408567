//! Workbooks that come back: as they were, with numbers changed, and with what cannot be taken over.

mod office;

use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use voced_export::back::{Returned, Wrong, read};
use voced_export::{Results, workbook};
use voced_model::text::Text;
use voced_model::{InputId, Lang};
use voced_scenario::{Area, AreaRef, Layer, PathValue, Scenario};
use voced_tables::{Book, Content, Place, Sheet};

fn written(scenario: &Scenario, lang: Lang) -> Vec<u8> {
    workbook(&scenario.resolve().expect("sound"), lang, Results::Known).expect("a workbook")
}

fn opened(bytes: &[u8]) -> Book {
    voced_tables::read_with(bytes, &|_| None).expect("a book")
}

fn returned(bytes: &[u8]) -> Returned {
    read(&opened(bytes)).expect("ours").expect("sound")
}

fn laiwu() -> Scenario {
    Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan)
}

fn input(id: &str) -> InputId {
    InputId::find(id).expect("known")
}

/// Where the sheet of levers has an input, in the column of a year or of all years.
fn place(sheet: &Sheet, id: &str, year: Option<f64>) -> Place {
    let of = |wanted: &Content| {
        let mut cells =
            sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |(column, cell)| (row.number, *column, cell)));
        let found = cells.find(|(_, _, cell)| cell.content == *wanted).expect("there");
        Place { row: found.0, column: found.1 }
    };
    let column = year.map_or(3, |year| of(&Content::Number(year)).column);
    Place { column, ..of(&Content::Text(id.to_owned())) }
}

/// The workbook with the XML of a cell replaced: `inner` is what stands in the cell.
fn with(bytes: &[u8], sheet: usize, place: Place, attributes: &str, inner: &str) -> Vec<u8> {
    edited(bytes, sheet, |xml| {
        let start = xml.find(&format!("<c r=\"{place}\"")).expect("the cell");
        let rest = &xml[start..];
        let end = start + rest.find("</c>").map_or_else(|| rest.find("/>").expect("its end") + 2, |end| end + 4);
        xml.replace_range(start..end, &format!("<c r=\"{place}\"{attributes}>{inner}</c>"));
    })
}

fn edited(bytes: &[u8], sheet: usize, edit: impl Fn(&mut String)) -> Vec<u8> {
    let mut packed = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..packed.len() {
        let mut part = packed.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("readable");
        if name == format!("xl/worksheets/sheet{sheet}.xml") {
            let mut xml = String::from_utf8(text).expect("XML");
            edit(&mut xml);
            text = xml.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("room");
        out.write_all(&text).expect("room");
    }
    out.finish().expect("a zip").into_inner()
}

fn number(value: f64) -> String {
    format!("<v>{value}</v>")
}

/// The sheet of levers is the second.
const LEVERS: usize = 2;

#[test]
fn what_was_not_changed_comes_back_as_it_was() {
    for id in Area::ids() {
        for (layer, lang) in [(Layer::Base, Lang::Zh), (Layer::Plan, Lang::En)] {
            let scenario = Scenario::new(AreaRef::shipped(id).expect("ships"), layer);
            let back = returned(&written(&scenario, lang));
            assert_eq!((&back.scenario, back.changes.len()), (&scenario, 0), "{id}");
            assert!(back.remarks.is_empty(), "{id}: {:?}", back.remarks);
        }
    }
}

#[test]
fn a_workbook_that_a_spreadsheet_program_saved_again_comes_back_unchanged() {
    let scenarios: Vec<Scenario> =
        Area::ids().map(|id| Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Plan)).collect();
    let books: Vec<Vec<u8>> = scenarios.iter().map(|scenario| written(scenario, Lang::Zh)).collect();
    for (scenario, bytes) in scenarios.iter().zip(office::recalculated("back", &books)) {
        let back = returned(&bytes);
        let said: Vec<String> = back.remarks.iter().map(|remark| remark.words(Lang::En)).collect();
        assert_eq!((said, back.changes.len()), (Vec::new(), 0));
        assert!(back.scenario == *scenario);
    }
}

#[test]
fn an_own_area_and_odd_names_come_back_too() {
    let name = "_x0041_ =1+1 <b>&\u{1F3EB}".to_owned();
    let area = laiwu().area().copy("own-1", Text { zh: name.clone(), en: name.clone() });
    let mut scenario = Scenario { name, ..Scenario::new(AreaRef::Own(Arc::new(area)), Layer::Plan) };
    scenario.inputs.insert(input("hires"), PathValue::Points(vec![(2021, 12.0), (2023, 31.0)]));
    let back = returned(&written(&scenario, Lang::Zh));
    assert!(back.scenario.to_json() == scenario.to_json(), "another scenario comes back");
    assert!(back.remarks.is_empty(), "{:?}", back.remarks);
}

#[test]
fn numbers_that_were_changed_are_the_scenarios_so_changed() {
    let bytes = written(&laiwu(), Lang::En);
    let sheet = opened(&bytes).sheets[LEVERS - 1].clone();
    let share = place(&sheet, "vocational_share", Some(2024.0));
    let exit = place(&sheet, "voc_exit_rate", None);
    let changed = with(&bytes, LEVERS, share, "", &number(0.45));
    let changed = with(&changed, LEVERS, exit, " t=\"inlineStr\"", "<is><t>4.5%</t></is>");
    let back = returned(&changed);
    let value = |id: &str, year: i32| back.scenario.value(input(id)).1.value.at(2020, year);
    assert_eq!((value("vocational_share", 2024), value("voc_exit_rate", 2023)), (0.45, 0.045));
    assert_eq!(value("vocational_share", 2023), laiwu().value(input("vocational_share")).1.value.at(2020, 2023));
    assert_eq!((back.changes.len(), back.scenario.inputs.len()), (2, 2), "{:?}", back.changes);
    assert_eq!(
        back.changes[0].words(Lang::En),
        format!("Levers {share}: Vocational share of intake 2024 40.0% → 45.0%")
    );
    assert!(back.remarks.is_empty(), "{:?}", back.remarks);
}

#[test]
fn a_project_that_was_changed_is_changed() {
    let bytes = written(&laiwu(), Lang::En);
    let book = opened(&bytes);
    let project = laiwu().resolve().expect("sound").projects[0].clone();
    let mut at = place(&book.sheets[2], &project.id, None);
    at.column = 2;
    let back = returned(&with(&bytes, 3, at, "", &number(project.item.area_m2 + 100.0)));
    assert_eq!(
        back.scenario.projects.get(&project.id).and_then(|patch| patch.area_m2),
        Some(project.item.area_m2 + 100.0)
    );
    assert_eq!(back.changes.len(), 1);
}

#[test]
fn what_can_not_be_taken_over_is_said_by_its_cell() {
    let bytes = written(&laiwu(), Lang::En);
    let book = opened(&bytes);
    let exit = place(&book.sheets[LEVERS - 1], "voc_exit_rate", None);
    for (attributes, inner, expected) in [
        (" t=\"inlineStr\"", "<is><t>0.3</t></is>".to_owned(), "30%"),
        (" t=\"inlineStr\"", "<is><t>some</t></is>".to_owned(), "some"),
        ("", number(1.5), "is not allowed"),
        (" t=\"e\"", "<v>#REF!</v>".to_owned(), "#REF!"),
        ("", String::new(), "was deleted"),
    ] {
        let back = returned(&with(&bytes, LEVERS, exit, attributes, &inner));
        assert_eq!(back.scenario, laiwu());
        let said: Vec<String> = back.remarks.iter().map(|remark| remark.words(Lang::En)).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with(&format!("Levers {exit}: ")) && said[0].contains(expected), "{said:?}");
    }
    // A formula in a cell for a number: its result counts, and that is said.
    let back = returned(&with(&bytes, LEVERS, exit, "", "<f>1/20</f><v>0.05</v>"));
    assert_eq!(back.scenario.value(input("voc_exit_rate")).1.value, PathValue::Constant(0.05));
    assert_eq!(back.remarks[0].wrong, Wrong::FormulaTyped);
}

#[test]
fn formulas_and_locked_cells_are_compared() {
    let bytes = written(&laiwu(), Lang::En);
    let book = opened(&bytes);
    let model = &book.sheets[3];
    let (row, column, _) = model
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(move |(column, cell)| (row.number, *column, cell)))
        .find(|(_, _, cell)| cell.formula.is_some())
        .expect("a formula");
    let at = Place { row, column };
    for (inner, expected) in [("<v>7</v>", Wrong::FormulaOverwritten), ("<f>1+1</f><v>2</v>", Wrong::FormulaChanged)] {
        let back = returned(&with(&bytes, 4, at, "", inner));
        assert_eq!(back.scenario, laiwu());
        assert_eq!(back.remarks.iter().map(|remark| remark.wrong.clone()).collect::<Vec<_>>(), [expected]);
    }
}

#[test]
fn a_row_that_moved_is_read_by_its_id_and_one_that_is_gone_is_said() {
    let bytes = written(&laiwu(), Lang::En);
    let exit = place(&opened(&bytes).sheets[LEVERS - 1], "voc_exit_rate", None);
    let id = Place { column: 1, ..exit };
    let back = returned(&with(&bytes, LEVERS, id, " t=\"inlineStr\"", "<is><t>something else</t></is>"));
    assert_eq!(back.scenario, laiwu());
    assert!(back.remarks.iter().any(|remark| matches!(remark.wrong, Wrong::RowGone(_))), "{:?}", back.remarks);
    assert!(back.remarks.iter().any(|remark| remark.wrong == Wrong::Moved));
}

#[test]
fn others_are_not_ours_and_older_ones_are_told() {
    let plain = voced_tables::read_text("a\tb\n1\t2").expect("a table");
    assert!(read(&plain).is_none());
    let mut older = opened(&written(&laiwu(), Lang::Zh));
    older.sheets.retain(|sheet| sheet.name != "voced");
    let remarks = read(&older).expect("ours").expect_err("older");
    assert_eq!(remarks[0].wrong, Wrong::Older);
    let mut damaged = opened(&written(&laiwu(), Lang::Zh));
    for sheet in damaged.sheets.iter_mut().filter(|sheet| sheet.name == "voced") {
        sheet.rows.truncate(1);
    }
    assert_eq!(read(&damaged).expect("ours").expect_err("damaged")[0].wrong, Wrong::Damaged);
}
