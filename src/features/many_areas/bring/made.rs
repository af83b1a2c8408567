//! What the rows of a sheet become.

use std::rc::Rc;
use std::sync::Arc;

use voced_import::{Made, Missing, RowFault, SetRow, SetRun};
use voced_model::Lang;
use voced_scenario::{Area, AreaRef, Reasons};

use crate::app::{AreaSet, Member, SavedScenario};
use crate::phrases;

/// What became of each row, with what is missing from the parent that it names, from national values, or from the area
/// that was chosen. Parents may be areas that ship or that are kept here, by id or by name.
pub fn made(run: &SetRun, fill: Option<&str>, kept: &[Rc<SavedScenario>]) -> Vec<Made> {
    let missing = fill.and_then(Area::find_shipped).map_or(Missing::National, Missing::CopyOf);
    let is_called = |area: &Area, name: &str| {
        [&area.id, &area.name.zh, &area.name.en, &area.short.zh, &area.short.en].iter().any(|known| *known == name)
    };
    let other = |name: &str| {
        let own = kept.iter().map(|saved| saved.scenario.area()).find(|area| is_called(area, name));
        own.or_else(|| Area::all_shipped().find(|area| is_called(area, name))).cloned().map(Arc::new)
    };
    run.areas(other, missing)
}

/// The set that is taken over.
pub fn set_of(file: &str, run: &SetRun, areas: &[Made], key: u64, lang: Lang) -> AreaSet {
    let member = |(row, area): (&SetRow, &Made)| Member {
        name: if row.name.is_empty() { phrases::MANY_NAMELESS.get(lang).to_owned() } else { row.name.clone() },
        place: row.at.text(lang),
        area: area.clone().map(AreaRef::Own).map_err(|faults| Rc::new(Reasons::told(&faults, RowFault::message))),
    };
    let named = if file.is_empty() { phrases::MANY_SET.get(lang) } else { file };
    let members = run.rows.iter().zip(areas).map(member).collect();
    AreaSet { name: named.to_owned(), members, key }
}
