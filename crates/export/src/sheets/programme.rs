//! Building projects and deliverables, each with its own numbers.

use rust_xlsxwriter::XlsxError;
use voced_analysis::explain::field_words;
use voced_model::{Deliverable, Project, Schedule, Unit};
use voced_scenario::Named;

use super::Content;
use super::provenance;
use crate::address::{Address, Tab};
use crate::entry::{BUILT, Entry, allowed};
use crate::equations::{deliverable_column, usual_cost};
use crate::layout::programme::{self, AREA, BASE, COST_PER_M2, COUNTED, FINISH, ON, SOURCE, START, UNIT_COST, UNITS};
use crate::layout::{self, HEAD, ID, NAME};
use crate::page::{Page, Value, Written};
use crate::styles::{Role, exact_numbers, format};
use crate::words;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let title = Tab::Programme.words().get(lang);
    let mut page = Page::new(Tab::Programme, title, words::PROGRAMME_HELP.get(lang), lang, content.results)?;

    page.text(HEAD - 1, NAME, words::PROJECTS.get(lang), Role::Key)?;
    let heads = [
        words::NAME.get(lang),
        words::ID.get(lang),
        field_words("area_m2").get(lang),
        field_words("cost_per_m2").get(lang),
        words::BUILT.get(lang),
        words::AREA_COUNTED.get(lang),
        words::START.get(lang),
        words::FINISH.get(lang),
    ];
    page.heads(HEAD, NAME, heads.into_iter().chain(provenance::heads(lang)))?;
    for (index, project) in resolved.projects.iter().enumerate() {
        write_project(&mut page, content, index, project)?;
    }

    let head = programme::deliverables_head(resolved.projects.len());
    page.text(head - 1, NAME, words::DELIVERABLES.get(lang), Role::Key)?;
    let heads = [
        words::NAME.get(lang),
        words::ID.get(lang),
        field_words("base").get(lang),
        field_words("target").get(lang),
        field_words("units_per_year").get(lang),
        field_words("unit_cost").get(lang),
        words::FIRST_YEAR.get(lang),
        words::LAST_YEAR.get(lang),
    ];
    page.heads(head, NAME, heads.into_iter().chain(provenance::heads(lang)))?;
    for (index, deliverable) in resolved.deliverables.iter().enumerate() {
        write_deliverable(&mut page, content, index, deliverable)?;
    }

    bound(&mut page, (resolved.projects.len(), resolved.deliverables.len()))?;
    page.widths(&[(NAME, 34.0), (ID, 26.0)])?;
    page.sheet.set_column_range_width(AREA, FINISH, 15.0)?;
    provenance::widths(&mut page, SOURCE)?;
    page.sheet.set_freeze_panes(0, AREA)?;
    Ok(page)
}

/// What the cells of each column take. A rule a column: a sheet holds no more than 65,534 of them.
fn bound(page: &mut Page, (projects, deliverables): (usize, usize)) -> Written {
    if let Some(last) = projects.checked_sub(1) {
        let column = |column| (programme::project(0, column), programme::project(last, column));
        page.bound(column(AREA), allowed("area_m2"))?;
        page.bound(column(COST_PER_M2), allowed("cost_per_m2"))?;
        page.bound(column(ON), allowed(BUILT))?;
    }
    if let Some(last) = deliverables.checked_sub(1) {
        let cell = |index, column| programme::deliverable(projects, index, column);
        page.bound((cell(0, BASE), cell(last, UNITS)), allowed("units_per_year"))?;
        page.bound((cell(0, UNIT_COST), cell(last, UNIT_COST)), allowed("unit_cost"))?;
    }
    Ok(())
}

/// Writes a number to change, or one that no formula reads.
fn number(
    page: &mut Page,
    content: &Content<'_>,
    at: Address,
    value: f64,
    (unit, entry): (Option<Unit>, Entry),
) -> Written {
    let role = opened(page, content.formulas.read.contains(&at), at, entry);
    page.number(at.row, at.column, value, &format(role, exact_numbers(unit, value)))
}

/// The role of a cell that may be changed where something reads it.
fn opened(page: &mut Page, is_read: bool, at: Address, entry: Entry) -> Role {
    if is_read {
        page.open(at, entry);
    }
    if is_read { Role::Input } else { Role::Fixed }
}

fn year(page: &mut Page, at: Address, year: i32) -> Written {
    page.number(at.row, at.column, f64::from(year), &format(Role::Fixed, "0"))
}

fn write_project(page: &mut Page, content: &Content<'_>, index: usize, project: &Named<Project<f64>>) -> Written {
    let lang = content.lang;
    let at = |column| programme::project(index, column);
    let row = at(NAME).row;
    page.text(row, NAME, project.name.get(lang), Role::Name)?;
    page.text(row, ID, &project.id, Role::Faint)?;

    // Area and switch count only where the product of the two does: years that are over change nothing.
    let counts = content.formulas.read.contains(&at(COUNTED));
    let role = if counts { Role::Input } else { Role::Fixed };
    let entry = |field| Entry::Project { index, field };
    opened(page, counts, at(AREA), entry("area_m2"));
    opened(page, counts, at(ON), entry(BUILT));
    let item = &project.item;
    page.number(row, AREA, item.area_m2, &format(role, exact_numbers(Some(Unit::M2), item.area_m2)))?;
    page.number(row, ON, f64::from(u8::from(item.on)), &format(role, "0"))?;
    let product = format!("{}*{}", at(AREA).local(), at(ON).local());
    let counted = if item.on { item.area_m2 } else { 0.0 };
    page.formula(at(COUNTED), &product, &Value::Number(counted), &format(Role::Result, "#,##0"))?;
    year(page, at(START), item.start)?;
    year(page, at(FINISH), item.finish)?;

    let unit = Some(Unit::YuanPerM2);
    match (item.cost_per_m2, usual_cost(content.resolved)) {
        (None, Some((input, usual))) => {
            let is_read = content.formulas.read.contains(&at(COST_PER_M2));
            let role = opened(page, is_read, at(COST_PER_M2), entry("cost_per_m2"));
            let look = format(role, exact_numbers(unit, usual));
            page.formula(at(COST_PER_M2), &layout::input(input, 0).text(lang), &Value::Number(usual), &look)?;
        }
        (cost, _) => number(page, content, at(COST_PER_M2), cost.unwrap_or(0.0), (unit, entry("cost_per_m2")))?,
    }
    provenance::write(page, row, SOURCE, &project.source, project.confidence)
}

fn write_deliverable(
    page: &mut Page,
    content: &Content<'_>,
    index: usize,
    deliverable: &Named<Deliverable<f64>>,
) -> Written {
    let (lang, count) = (content.lang, content.resolved.projects.len());
    let at = |column| programme::deliverable(count, index, column);
    let row = at(NAME).row;
    page.text(row, NAME, deliverable.name.get(lang), Role::Name)?;
    page.text(row, ID, &deliverable.id, Role::Faint)?;
    let mut numbers = Vec::new();
    let _ = deliverable.item.map(|field, value| numbers.push((field, value)));
    for (field, value) in numbers {
        let unit = (field == "unit_cost").then_some(Unit::Yuan);
        number(page, content, at(deliverable_column(field)), value, (unit, Entry::Deliverable { index, field }))?;
    }
    match deliverable.item.schedule {
        Schedule::Stock { by, .. } => year(page, at(FINISH), by)?,
        Schedule::Annual { from, to, .. } => {
            year(page, at(START), from)?;
            year(page, at(FINISH), to)?;
        }
    }
    provenance::write(page, row, SOURCE, &deliverable.source, deliverable.confidence)
}
