//! The only ways into the parts of the page that are loaded when they are asked for.
//!
//! `cargo xtask build` takes the functions of `later`, `take` and `bring` for gates: what can be reached through
//! them alone is cut from the first file and goes into the part of their name. A function there must be
//! called from here alone, behind the question whether the part is here, and must not be inlined. To send
//! more code to a part, call it from one of its gates, or add a gate.

mod bring;
mod later;
mod take;

use std::ops::ControlFlow;
use std::rc::Rc;

use voced_analysis::uncertainty::{self, Study};
use voced_export::Unwritable;
use voced_model::{Allowed, InputId, Lang, Quantity};
use voced_scenario::{Document, Fault, ResolvedScenario, Scenario};
use yew::{AttrValue, Html};

use crate::app::{Embedding, Opening, Outcome, Settings};
use crate::browser::parts::{Part, is_here};
use crate::features::explore::charts::choices::ChartChoicesProps;
use crate::features::explore::levers::view_model::Lever;
use crate::features::explore::pays::component::PaysSectionProps;
use crate::features::explore::programmes::component::ProgrammeListProps;
use crate::features::export::{ExportTable, Format, Table};
use crate::features::many_areas::bring::BringSectionProps;
use crate::features::own_area::bring::FromTableProps;
use crate::features::plot::plotted::{Grid, Plotted};
use crate::ui::Send;
use crate::ui::typing::Told;
use crate::worker::{Answer, Question};
pub use later::Shown;
use voced_charts::Picture;

/// A screen other than the first; `None` while its part is not here.
pub fn screen(shown: Shown) -> Option<Html> {
    is_here(Part::Later).then(|| later::screen(shown))
}

/// The answer to a question of a later screen; `None` while its part is not here.
pub fn answer(question: &Question) -> Option<Result<Answer, Vec<Fault>>> {
    is_here(Part::Later).then(|| later::answer(question))
}

/// Draws that have seen the observed values ([`uncertainty::conditioned_study`]); `None` while its part is not here.
pub fn conditioned_study(
    resolved: &ResolvedScenario,
    against: Option<&ResolvedScenario>,
    about: &uncertainty::Question,
    tell: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Option<Study>> {
    is_here(Part::Later).then(|| later::conditioned_study(resolved, against, about, tell))
}

/// A number opened; `None` while its part is not here.
pub fn derivation(outcome: &Outcome, quantity: Quantity, t: usize, lang: Lang, send: &Send) -> Option<Html> {
    is_here(Part::Later).then(|| later::derivation(outcome, quantity, t, lang, send))
}

/// What there is to say about an input's value; `None` while its part is not here.
pub fn about(scenario: &Scenario, input: InputId, lang: Lang, send: &Send) -> Option<Html> {
    is_here(Part::Later).then(|| later::about(scenario, input, lang, send))
}

/// The values of a lever over the years, to be changed; `None` while its part is not here.
pub fn years(lever: &Lever, lang: Lang, send: &Send) -> Option<Html> {
    is_here(Part::Later).then(|| later::years(lever, lang, send))
}

/// All there is to say of typed text that is no number, or could be more than one; `None` while its part is
/// not here.
pub fn refused(text: &str, allowed: &Allowed, lang: Lang) -> Option<Told> {
    is_here(Part::Later).then(|| later::refused(text, allowed, lang))
}

/// The charts to choose from; `None` while their part is not here.
pub fn chart_choices(props: &ChartChoicesProps) -> Option<Html> {
    is_here(Part::Later).then(|| later::chart_choices(props))
}

/// Who pays, by year; `None` while its part is not here.
pub fn pays(props: &PaysSectionProps) -> Option<Html> {
    is_here(Part::Later).then(|| later::pays(props))
}

/// The projects or the deliverables of a scenario; `None` while their part is not here.
pub fn programmes(props: ProgrammeListProps) -> Option<Html> {
    is_here(Part::Later).then(|| later::programmes(props))
}

/// What a link brought; `None` while its part is not here.
pub fn arrival(document: &Rc<Document>, can_undo: bool, settings: &Settings, send: &Send) -> Option<Html> {
    is_here(Part::Later).then(|| later::arrival(document.clone(), can_undo, settings, send))
}

/// A link to hand on; `None` while its part is not here.
pub fn shared(link: &AttrValue, lang: Lang) -> Option<Html> {
    is_here(Part::Later).then(|| later::shared(link, lang))
}

/// The page inside another one; `None` while its part is not here.
pub fn embedded(opening: &Opening, embedding: &Embedding) -> Option<Html> {
    is_here(Part::Later).then(|| later::embedded(opening, embedding))
}

// Pictures of answers are shown on later screens alone, whose part is here.

/// The picture of an answer.
pub fn picture(plotted: &Plotted) -> Option<&dyn Picture> {
    if is_here(Part::Later) { later::picture(plotted) } else { None }
}

/// Its table.
pub fn grid(plotted: &Plotted, lang: Lang) -> Grid {
    if is_here(Part::Later) { later::grid(plotted, lang) } else { Grid::default() }
}

/// What is read at a place of it.
pub fn read_out(plotted: &Plotted, index: usize, lang: Lang) -> Option<String> {
    if is_here(Part::Later) { later::read_out(plotted, index, lang) } else { None }
}

/// What it shows, in words.
pub fn summary(plotted: &Plotted, lang: Lang) -> String {
    if is_here(Part::Later) { later::summary(plotted, lang) } else { String::new() }
}

/// Where an area of a user's own is made from a table; `None` while its part is not here.
pub fn from_table(props: &FromTableProps) -> Option<Html> {
    is_here(Part::Bring).then(|| bring::from_table(props))
}

/// Where a set of areas is made from a table; `None` while its part is not here.
pub fn area_sheet(props: &BringSectionProps) -> Option<Html> {
    is_here(Part::Bring).then(|| bring::area_sheet(props))
}

// Files are made once their part has been asked for; `components::saving` does so.

/// The workbook of a scenario, byte for byte that of `voced export`; `None` while its part is not here.
pub fn book(resolved: &ResolvedScenario, lang: Lang) -> Option<Result<Vec<u8>, Unwritable>> {
    is_here(Part::Take).then(|| take::book(resolved, lang))
}

/// A table of the first screen; `None` while its part is not here.
pub fn table(table: &Table, lang: Lang) -> Option<ExportTable> {
    is_here(Part::Take).then(|| take::table(table, lang))
}

/// A table as CSV; `None` while its part is not here.
pub fn csv(sheet: &ExportTable) -> Option<Vec<u8>> {
    is_here(Part::Take).then(|| take::csv(sheet))
}

/// A table as a workbook; `None` where it does not fit into one, or while its part is not here.
pub fn table_workbook(sheet: &ExportTable) -> Option<Vec<u8>> {
    if is_here(Part::Take) { take::table_workbook(sheet) } else { None }
}

/// A plot as a file; `None` where it cannot be made, or while its part is not here.
pub fn plot(
    plotted: &Plotted,
    title: &str,
    format: Format,
    resolved: &ResolvedScenario,
    lang: Lang,
) -> Option<Vec<u8>> {
    if is_here(Part::Take) { take::plot(plotted, title, format, resolved, lang) } else { None }
}
