//! The main results and the charts of the brief.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use voced_model::Lang;

use super::Making;
use super::room::lines;
use crate::app::{ChartId, Outcome};
use crate::features::explore::charts::view_model::{Drawing, Frame, drawing};
use crate::features::explore::headline::view_model::{Tile, tiles};
use crate::features::plot::plotted::Plotted;
use crate::features::plot::reading;
use voced_charts::{Theme, svg};

/// A main result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine {
    /// Its name.
    pub name: &'static str,
    /// The number with its unit, and the one beside it.
    pub value: String,
    /// The difference; a dash where there is none to tell.
    pub difference: String,
    /// Where nine draws in ten lie; a dash where they do not differ or are not known.
    pub likely: String,
}

/// Ems in the columns of name, value, difference and range, as the style sheet has them.
const COLUMNS: [f64; 4] = [16.0, 16.0, 10.0, 10.0];

impl ResultLine {
    /// Lines that it takes.
    pub fn lines(&self) -> usize {
        let texts = [self.name, &self.value, &self.difference, &self.likely];
        texts.into_iter().zip(COLUMNS).map(|(text, ems)| lines(text, ems)).max().unwrap_or(1)
    }
}

/// A chart on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefChart {
    /// Its title.
    pub title: &'static str,
    /// The drawing, as the address of a picture that holds all of it.
    pub source: String,
    /// What it shows, for those who do not see it.
    pub said: String,
}

/// Charts that stand in where the reader chose fewer than three.
const USUAL: [ChartId; 4] = [ChartId::Enrolment, ChartId::Payers, ChartId::Teachers, ChartId::Balance];

/// How many charts the brief has.
pub const CHARTS: usize = SIZES.len();

/// The first chart is as wide as the page, the others half as wide, in CSS pixels of a drawing whose letters
/// are then about eight points.
const SIZES: [(f64, f64); 3] = [(740.0, 142.0), (362.0, 138.0), (362.0, 138.0)];

/// Stands where there is no number.
const NONE: &str = "—";

/// Half a line of text, in the pixels of the drawings: each of the two rows of charts grows by as much.
const SPARE: f64 = 10.5;

/// The main results.
pub fn results(making: &Making<'_>, reference: Option<&Outcome>) -> Vec<ResultLine> {
    let (lang, outcome) = (making.lang, making.outcome);
    let line = |tile: Tile| {
        let value = tile.text(lang).unwrap_or_else(|| NONE.to_owned());
        let aside = tile.aside.map(|(_, words, amount)| {
            let said = format!("{} {}", words.get(lang), amount.text(lang));
            lang.bracketed(&said)
        });
        let difference = tile.difference.filter(|_| reference.is_some());
        ResultLine {
            name: tile.quantity.spec().name.get(lang),
            value: format!("{value}{}", aside.unwrap_or_default()),
            difference: difference.map(|amount| amount.text(lang)).unwrap_or_else(|| NONE.to_owned()),
            likely: match tile.likely.is_empty() && tile.deficit.is_empty() {
                true => NONE.to_owned(),
                false => format!("{}{}", tile.likely, lang.bracketed(&tile.deficit)),
            },
        }
    };
    let tiles = tiles(outcome, reference.unwrap_or(outcome), making.sureness, making.year, lang);
    tiles.into_iter().map(line).collect()
}

/// Whether a chart can stand in the brief: not that of the targets, which have their table.
pub fn is_drawn(chart: ChartId) -> bool {
    chart != ChartId::Progress
}

/// Which charts: the reader's, filled up to three. Where none were chosen for the brief and money differs from the
/// comparison, who pays is among them.
pub fn chosen(charts: &[ChartId], is_chosen: bool, costs: bool) -> Vec<ChartId> {
    let mut chosen: Vec<ChartId> = Vec::new();
    for chart in charts.iter().chain(&USUAL).copied().filter(|chart| is_drawn(*chart)) {
        if chosen.len() < CHARTS && !chosen.contains(&chart) {
            chosen.push(chart);
        }
    }
    if costs && !is_chosen && !chosen.contains(&ChartId::Payers) {
        chosen.pop();
        chosen.insert(0, ChartId::Payers);
    }
    chosen
}

/// The charts, drawn for paper; the higher, the more lines of text are to spare above them. `costs`: whether money
/// differs from the reference.
pub fn charts(making: &Making<'_>, reference: Option<&Outcome>, costs: bool, spare: usize) -> Vec<BriefChart> {
    let frame = Frame {
        outcome: making.outcome,
        reference,
        sureness: making.sureness,
        year: making.year,
        difference: making.difference,
        lang: making.lang,
    };
    let charts = chosen(making.charts, making.is_chosen, costs).into_iter().zip(SIZES);
    let sized = |(width, height): (f64, f64)| (width, height + SPARE * spare as f64);
    charts.filter_map(|(chart, size)| draw(chart, drawing(chart, frame), sized(size), making.lang)).collect()
}

fn draw(chart: ChartId, drawing: Drawing, (width, height): (f64, f64), lang: Lang) -> Option<BriefChart> {
    let document = svg(drawing.picture(), &Theme::PRINT, width, height).ok()?;
    Some(BriefChart {
        title: chart.words().get(lang),
        source: format!("data:image/svg+xml;base64,{}", STANDARD.encode(document)),
        said: reading::summary(&Plotted::Chart(drawing), lang),
    })
}
