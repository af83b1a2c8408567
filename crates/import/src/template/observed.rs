//! The sheet of observed results: a row a result, a column a year.

use voced_model::Quantity;
use voced_model::inputs::Confidence;
use voced_model::text::Lang;

use super::{Entered, Entry, TemplateCell, TemplateSheet, unit, words};

/// How many years stand before the base year, and how many in all.
pub(super) const BEFORE: i32 = 3;
const YEARS: i32 = 8;

/// Results that yearbooks and reports publish.
const PUBLISHED: [Quantity; 24] = [
    Quantity::JuniorGraduates,
    Quantity::EntrantsTotal,
    Quantity::GenEntrants,
    Quantity::VocEntrantsAll,
    Quantity::VocShareOfIntake,
    Quantity::VocEntrants,
    Quantity::VocEnrolment,
    Quantity::GenEnrolment,
    Quantity::VocGraduates,
    Quantity::GenGraduates,
    Quantity::Teachers,
    Quantity::ProfessionalTeachers,
    Quantity::DoubleQualifiedTeachers,
    Quantity::DoubleQualifiedShare,
    Quantity::PostgraduateTeachers,
    Quantity::PostgraduateShare,
    Quantity::StudentsPerTeacher,
    Quantity::BuildingArea,
    Quantity::EquipmentValue,
    Quantity::UsesTotal,
    Quantity::FundSurchargeEducation,
    Quantity::FundSurchargeLocal,
    Quantity::Debt,
    Quantity::RecurrentPerStudent,
];

pub(super) fn sheet(first_year: i32, lang: Lang) -> TemplateSheet {
    let text = |words: voced_model::Words| words.get(lang).to_owned();
    let mut rows = vec![
        vec![TemplateCell::Title(text(words::OBSERVED_TITLE))],
        vec![TemplateCell::Help(text(words::OBSERVED_HELP))],
    ];
    let head = rows.len();
    let words = |words| TemplateCell::Head(text(words));
    let years = (first_year..first_year + YEARS)
        .map(|year| TemplateCell::Entry(Entry::Year, Some(Entered::Number(f64::from(year)))));
    let mut heads = vec![words(words::NAME), words(words::ID), words(words::UNIT)];
    heads.extend(years);
    heads.extend([words(words::SOURCE), words(words::CONFIDENCE)]);
    rows.push(heads);
    rows.extend(PUBLISHED.map(|quantity| row(quantity, lang)));
    let mut widths = vec![30.0, 26.0, 18.0];
    widths.extend((0..YEARS).map(|_| 12.0));
    widths.extend([30.0, 10.0]);
    TemplateSheet { name: text(words::OBSERVED), rows, head, frozen: 1, widths }
}

fn row(quantity: Quantity, lang: Lang) -> Vec<TemplateCell> {
    let spec = quantity.spec();
    let mut row = vec![
        TemplateCell::Name(spec.name.get(lang).to_owned()),
        TemplateCell::Faint(spec.id.to_owned()),
        TemplateCell::Faint(unit(spec.unit, lang)),
    ];
    row.extend((0..YEARS).map(|_| TemplateCell::Entry(Entry::Number(spec.unit), None)));
    let choices = Confidence::ALL.iter().rev().map(|level| words::confidence(*level).get(lang).to_owned()).collect();
    row.extend([TemplateCell::Entry(Entry::Text, None), TemplateCell::Entry(Entry::Choice(choices), None)]);
    row
}
