//! Projects and deliverables that came back.

use voced_model::{Allowed, Unit};
use voced_scenario::{DeliverablePatch, ProjectPatch, Scenario, bounds};
use voced_tables::{Book, Place};

use super::Reading;
use super::cells::Rows;
use super::words::{Change, Wrong};
use crate::address::Tab;
use crate::equations::deliverable_column;
use crate::layout::programme::{AREA, COST_PER_M2, ON, deliverable, project};
use crate::layout::{ID, NAME};

/// Takes over what was changed of projects and deliverables; each row by the id in it.
pub(super) fn read(reading: &mut Reading<'_>, written: &Book, scenario: &mut Scenario) {
    let (Some(before), Some(now)) =
        (reading.sheet(written, Tab::Programme), reading.sheet(reading.book, Tab::Programme))
    else {
        return;
    };
    let rows = Rows::of(now, ID);
    let resolved = reading.resolved;
    for (index, named) in resolved.projects.iter().enumerate() {
        let home = project(index, NAME).row;
        let Some(row) = row(reading, &rows, &named.id, home, named.name.get(reading.lang)) else { continue };
        let mut patch = ProjectPatch::default();
        let item = &named.item;
        // A project without a cost of its own shows the area's, by a formula.
        let cost = item.cost_per_m2.unwrap_or(f64::NAN);
        let fields = [
            (AREA, item.area_m2, Allowed::of(bounds::AREA_M2, Some(Unit::M2))),
            (COST_PER_M2, cost, Allowed::of(bounds::COST_PER_M2, Some(Unit::YuanPerM2))),
            (ON, f64::from(u8::from(item.on)), Allowed { min: 0.0, max: 1.0, whole: true, unit: None }),
        ];
        for (column, value, allowed) in fields {
            let at = project(index, column);
            let Some(number) = reading.number(before, now, at, row, value, allowed) else { continue };
            match column {
                AREA => patch.area_m2 = Some(number),
                COST_PER_M2 => patch.cost_per_m2 = Some(number),
                _ => patch.on = Some(number != 0.0),
            }
            let name = named.name.get(reading.lang).to_owned();
            reading.changes.push(Change::of_item(name, value, number, allowed.unit, reading.lang, row, column));
        }
        if patch != ProjectPatch::default() {
            let known = scenario.projects.get(&named.id).cloned().unwrap_or_default();
            scenario.projects.insert(named.id.clone(), known.with(patch));
        }
    }
    let count = resolved.projects.len();
    for (index, named) in resolved.deliverables.iter().enumerate() {
        let home = deliverable(count, index, NAME).row;
        let Some(row) = row(reading, &rows, &named.id, home, named.name.get(reading.lang)) else { continue };
        let mut patch = DeliverablePatch::default();
        let mut numbers = Vec::new();
        let _ = named.item.map(|field, value| numbers.push((field, value)));
        for (field, value) in numbers {
            let is_cost = field == "unit_cost";
            let allowed = match is_cost {
                true => Allowed::of(bounds::UNIT_COST, Some(Unit::Yuan)),
                false => Allowed::of(bounds::UNITS, None),
            };
            let at = deliverable(count, index, deliverable_column(field));
            let Some(number) = reading.number(before, now, at, row, value, allowed) else { continue };
            match field {
                "base" => patch.base = Some(number),
                "target" => patch.target = Some(number),
                "units_per_year" => patch.units_per_year = Some(number),
                _ => patch.unit_cost = Some(number),
            }
            let name = named.name.get(reading.lang).to_owned();
            reading.changes.push(Change::of_item(name, value, number, allowed.unit, reading.lang, row, at.column));
        }
        if patch != DeliverablePatch::default() {
            let known = scenario.deliverables.get(&named.id).cloned().unwrap_or_default();
            scenario.deliverables.insert(named.id.clone(), known.with(patch));
        }
    }
}

/// Where the row of an id is now; one that is gone is said.
fn row(reading: &mut Reading<'_>, rows: &Rows<'_>, id: &str, home: u32, name: &str) -> Option<u32> {
    let row = rows.find(id, home);
    reading.moved |= row != Some(home);
    if row.is_none() {
        let place = Place { row: home, column: u32::from(NAME) };
        reading.remark(Tab::Programme, place, Wrong::RowGone(name.to_owned()));
    }
    row
}
