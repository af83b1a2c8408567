//! The template, read back.

mod sheets;

use sheets::{faults, values};
use voced_import::template::{Entered, Template, TemplateCell, TemplateSheet, template};
use voced_import::{Choices, Fill, read};
use voced_model::{InputId, Lang, Style, Unit};
use voced_scenario::Area;
use voced_tables::{Book, Cell, Content, Format, Percent, Row, Sheet};

/// A cell as a spreadsheet holds it.
fn cell(cell: &TemplateCell) -> Option<Cell> {
    let number = |number: f64, unit: Unit| {
        let percent = if unit.style() == Style::Percent { Percent::Yes } else { Percent::No };
        Some(Cell { content: Content::Number(number), percent, formula: None })
    };
    let text = |text: &str| {
        (!text.is_empty()).then(|| Cell {
            content: Content::Text(text.to_owned()),
            percent: Percent::No,
            formula: None,
        })
    };
    match cell {
        TemplateCell::Blank | TemplateCell::Entry(_, None) => None,
        TemplateCell::Fixed(value, unit) => number(*value, *unit),
        TemplateCell::Entry(voced_import::template::Entry::Number(unit), Some(Entered::Number(value))) => {
            number(*value, *unit)
        }
        TemplateCell::Entry(_, Some(Entered::Number(value))) => number(*value, Unit::Ratio),
        TemplateCell::Entry(_, Some(Entered::Text(words))) => text(words),
        TemplateCell::Title(words)
        | TemplateCell::Help(words)
        | TemplateCell::Head(words)
        | TemplateCell::Group(words)
        | TemplateCell::Name(words)
        | TemplateCell::Faint(words)
        | TemplateCell::Prose(words)
        | TemplateCell::FixedText(words) => text(words),
    }
}

fn sheet(sheet: &TemplateSheet) -> Sheet {
    let rows = sheet.rows.iter().enumerate().map(|(number, row)| Row {
        number: number as u32,
        cells: row.iter().enumerate().filter_map(|(column, held)| Some((column as u32, cell(held)?))).collect(),
    });
    Sheet { name: sheet.name.clone(), hidden: false, protected: true, rows: rows.collect(), merged: Vec::new() }
}

fn book(template: &Template) -> Book {
    Book { format: Format::Xlsx, notes: Vec::new(), sheets: template.sheets.iter().map(sheet).collect() }
}

#[test]
fn an_empty_template_says_nothing_and_lacks_nothing_but_name_and_year() {
    for lang in Lang::ALL {
        for id in Area::ids().map(Some).chain([None]) {
            let like = id.map(|id| Area::shipped(id).expect("ships").expect("sound"));
            let run = read(&book(&template(like, lang)), &Choices::default());
            assert_eq!(values(&run), [""; 0]);
            assert_eq!(run.unknown, []);
            assert_eq!(run.faults.len(), 2, "{:?}", faults(&run));
            assert!(run.faults.iter().all(|fault| fault.at.is_none()), "{:?}", faults(&run));
            assert_eq!(run.missing.len(), InputId::COUNT);
        }
    }
}

#[test]
fn the_example_typed_into_the_first_sheet_is_the_example() {
    for lang in Lang::ALL {
        let template = template(None, lang);
        let mut book = book(&template);
        let name = book.sheets[0].name.clone();
        book.sheets[0] = Sheet { name, ..book.sheets[2].clone() };
        let run = read(&book, &Choices::default());
        assert_eq!(faults(&run), [""; 0]);
        assert_eq!(run.unknown, []);
        let laiwu = Area::shipped("laiwu").expect("ships").expect("sound");
        assert_eq!(run.values.len(), laiwu.base.inputs.len());
        let json = run.area("own", &Fill::default()).expect("an area file");
        let area = Area::from_json(&json).expect("read again");
        assert_eq!(area.base_year.value, laiwu.base_year.value);
        assert_eq!(area.name.get(lang), laiwu.name.get(lang));
        for (input, sourced) in &laiwu.base.inputs {
            let own = area.base.inputs.get(input).expect("the same inputs");
            assert_eq!(
                (&own.value, own.low, own.high, own.confidence),
                (&sourced.value, sourced.low, sourced.high, sourced.confidence)
            );
        }
    }
}
