//! The template: sheets to fill in, made from the table of inputs. Whoever writes files turns them into a workbook or
//! into text.

mod observed;
mod values;
mod words;

use voced_model::inputs::Shape;
use voced_model::text::Lang;
use voced_model::{InputId, Unit};
use voced_scenario::Area;

/// What a cell of a template holds.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateCell {
    /// Nothing.
    Blank,
    /// The title of a sheet.
    Title(String),
    /// A line of help.
    Help(String),
    /// The heading of a column.
    Head(String),
    /// The group that a row belongs to.
    Group(String),
    /// A name.
    Name(String),
    /// An id or a unit.
    Faint(String),
    /// What to enter, in a sentence.
    Prose(String),
    /// A number of another area, locked.
    Fixed(f64, Unit),
    /// Words on another area, locked.
    FixedText(String),
    /// Room for an entry, with what the example enters there.
    Entry(Entry, Option<Entered>),
}

/// What may be entered in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A number of a unit, with a scale or a sign of percent if one likes.
    Number(Unit),
    /// A year.
    Year,
    /// One of a few words.
    Choice(Vec<String>),
    /// Words.
    Text,
}

/// What was entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    /// A number, in the cell's unit: shares from 0 to 1.
    Number(f64),
    /// Words.
    Text(String),
}

/// A sheet of a template.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateSheet {
    /// Its name.
    pub name: String,
    /// Its rows, with their cells from the first column on.
    pub rows: Vec<Vec<TemplateCell>>,
    /// The row of headings, counted from 0: it stays in sight.
    pub head: usize,
    /// How many columns stay in sight.
    pub frozen: usize,
    /// How wide columns are, in Latin characters.
    pub widths: Vec<f64>,
}

/// A template.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// The language of its words.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The sheets of a workbook: values, observed results, the example. A text file holds the first two, one below
    /// the other.
    pub sheets: Vec<TemplateSheet>,
}

/// How many of the sheets are to be filled in.
pub const TO_FILL: usize = 2;

/// A template with the values of an area beside it, or, without one, national and general values.
pub fn template(like: Option<&Area>, lang: Lang) -> Template {
    let beside = like.or_else(|| Area::find_shipped("national"));
    // The example shows what somebody published: never numbers of our own making.
    let example = Area::find_shipped("laiwu").or(beside);
    let first_year = beside.map_or(2020, |area| area.base_year.value) - observed::BEFORE;
    let sheets = vec![
        values::sheet(words::VALUES.get(lang), beside, None, lang),
        observed::sheet(first_year, lang),
        values::sheet(words::EXAMPLE.get(lang), beside, example, lang),
    ];
    Template { lang, title: words::TITLE.get(lang).to_owned(), sheets }
}

/// Whether a sheet is the example of our template.
pub(crate) fn is_example(name: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| words::EXAMPLE.get(lang) == name)
}

/// A unit as the template writes it: shares in percent.
fn unit(unit: Unit, lang: Lang) -> String {
    match unit.style() {
        voced_model::Style::Percent => "%".to_owned(),
        _ => unit.words().get(lang).to_owned(),
    }
}

/// The entry of an input's value.
fn entry(input: InputId, lang: Lang) -> Entry {
    let spec = input.spec();
    match spec.shape {
        Shape::Switch => Entry::Choice([true, false].map(|on| spec.state(on).get(lang).to_owned()).to_vec()),
        _ if spec.unit == Unit::Year => Entry::Year,
        _ => Entry::Number(spec.unit),
    }
}
