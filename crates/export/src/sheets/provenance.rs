//! The columns that say where a number comes from.

use voced_model::Lang;
use voced_model::inputs::Confidence;
use voced_scenario::Source;

use crate::page::{Page, Written};
use crate::styles::Role;
use crate::words;

/// How many columns there are.
pub(super) const COLUMNS: u16 = 3;

pub(super) fn heads(lang: Lang) -> [&'static str; COLUMNS as usize] {
    [words::SOURCE_KIND, words::CONFIDENCE, words::SOURCE].map(|head| head.get(lang))
}

pub(super) fn widths(page: &mut Page, first: u16) -> Written {
    page.widths(&[(first, 20.0), (first + 1, 18.0), (first + 2, 60.0)])
}

pub(super) fn write(page: &mut Page, row: u32, first: u16, source: &Source, confidence: Option<Confidence>) -> Written {
    let lang = page.lang;
    page.text(row, first, source.standing().words().get(lang), Role::Name)?;
    let confidence = confidence.map_or("", |confidence| confidence.words().get(lang));
    page.text(row, first + 1, confidence, Role::Name)?;
    let cited = source.ids.join(", ");
    let note = source.note();
    let gap = if cited.is_empty() || note.is_empty() { "" } else { lang.pick("：", ": ") };
    page.text(row, first + 2, &format!("{cited}{gap}{}", note.get(lang)), Role::Name)
}
