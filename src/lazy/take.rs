//! Gates of the part `take`.

use voced_export::{Results, Unwritable, workbook};
use voced_model::Lang;
use voced_scenario::ResolvedScenario;

use crate::features::export::{self, ExportTable, Format, Table, tables};
use crate::features::plot::plotted::Plotted;

#[inline(never)]
pub fn book(resolved: &ResolvedScenario, lang: Lang) -> Result<Vec<u8>, Unwritable> {
    workbook(resolved, lang, Results::Known)
}

#[inline(never)]
pub fn table(table: &Table, lang: Lang) -> ExportTable {
    match table {
        Table::Headline(outcome, reference, sureness, year) => {
            tables::headline(outcome, reference, sureness.as_ref(), *year, lang)
        }
        Table::Targets(outcome, sureness) => tables::targets(outcome, sureness.as_ref(), lang),
        Table::Warnings(outcome) => tables::warnings(outcome, lang),
    }
}

#[inline(never)]
pub fn csv(sheet: &ExportTable) -> Vec<u8> {
    sheet.csv().into_bytes()
}

#[inline(never)]
pub fn table_workbook(sheet: &ExportTable) -> Option<Vec<u8>> {
    sheet.workbook()
}

#[inline(never)]
pub fn plot(
    plotted: &Plotted,
    title: &str,
    format: Format,
    resolved: &ResolvedScenario,
    lang: Lang,
) -> Option<Vec<u8>> {
    match format {
        Format::Png => png(plotted, title, resolved, lang),
        Format::Svg => export::svg(plotted, title, resolved, lang).map(String::into_bytes),
        _ => Some(csv(&export::of_plot(plotted, title, lang))),
    }
}

#[cfg(target_arch = "wasm32")]
use crate::features::export::png;

#[cfg(not(target_arch = "wasm32"))]
fn png(_: &Plotted, _: &str, _: &ResolvedScenario, _: Lang) -> Option<Vec<u8>> {
    None
}
