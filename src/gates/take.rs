//! Gates of the part `take`.

use voced_export::{Results, Unwritable, workbook};
use voced_model::Lang;
use voced_scenario::World;

use crate::taking::{self, Format, Sheet, Table, tables};
use crate::view::plotted::Plotted;

#[inline(never)]
pub fn book(world: &World, lang: Lang) -> Result<Vec<u8>, Unwritable> {
    workbook(world, lang, Results::Known)
}

#[inline(never)]
pub fn table(table: &Table, lang: Lang) -> Sheet {
    match table {
        Table::Headline(outcome, reference, sureness, year) => {
            tables::headline(outcome, reference, sureness.as_ref(), *year, lang)
        }
        Table::Targets(outcome, sureness) => tables::targets(outcome, sureness.as_ref(), lang),
        Table::Warnings(outcome) => tables::warnings(outcome, lang),
    }
}

#[inline(never)]
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    sheet.csv().into_bytes()
}

#[inline(never)]
pub fn plot(plotted: &Plotted, title: &str, format: Format, world: &World, lang: Lang) -> Option<Vec<u8>> {
    match format {
        Format::Png => png(plotted, title, world, lang),
        Format::Svg => taking::svg(plotted, title, world, lang).map(String::into_bytes),
        _ => Some(csv(&taking::of_plot(plotted, title, lang))),
    }
}

#[cfg(target_arch = "wasm32")]
use taking::png;

#[cfg(not(target_arch = "wasm32"))]
fn png(_: &Plotted, _: &str, _: &World, _: Lang) -> Option<Vec<u8>> {
    None
}
