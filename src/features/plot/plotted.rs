//! What a plot shows, and the table that says the same.

use voced_model::Lang;

use crate::features::explore::charts::view_model::Drawing;
use crate::{lazy, phrases};
use voced_charts::{Estimate, HeatMap, Histogram, Picture, Tornado, TornadoRow, Waterfall, plain};

/// What a plot shows: a chart of the gallery, or a picture of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Plotted {
    /// A chart of the gallery.
    Chart(Drawing),
    /// How often which result comes out.
    Histogram(Histogram),
    /// How areas are spread over a result.
    Spread(Histogram),
    /// What matters.
    Tornado(Tornado),
    /// A result over two inputs.
    HeatMap(HeatMap),
    /// From one result to another.
    Waterfall(Waterfall),
}

impl Plotted {
    /// The picture for the painter; `None` for one of an answer while the part of the page that draws
    /// answers is not here.
    pub fn picture(&self) -> Option<&dyn Picture> {
        match self {
            Plotted::Chart(drawing) => Some(drawing.picture()),
            answer => lazy::picture(answer),
        }
    }

    /// The picture of an answer.
    pub(crate) fn picture_of_answer(&self) -> Option<&dyn Picture> {
        Some(match self {
            Plotted::Chart(_) => return None,
            Plotted::Histogram(histogram) | Plotted::Spread(histogram) => histogram,
            Plotted::Tornado(tornado) => tornado,
            Plotted::HeatMap(map) => map,
            Plotted::Waterfall(waterfall) => waterfall,
        })
    }

    /// The years, for a chart over years.
    pub fn years(&self) -> &[i32] {
        match self {
            Plotted::Chart(Drawing::Figure(figure)) => &figure.years,
            _ => &[],
        }
    }

    /// The word in the style sheet.
    pub fn class(&self) -> &'static str {
        match self {
            Plotted::Chart(Drawing::Figure(_)) => "figure",
            Plotted::Chart(Drawing::Progress(_)) => "progress",
            _ => "answer",
        }
    }
}

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The head, above the names of the rows first.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// Whether every cell can be opened, and not the row as a whole.
    pub by_cell: bool,
}

/// A row of a table of texts.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// What opens: the row's place in the picture, or that of its first cell.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// Its cells.
    pub cells: Vec<String>,
}

fn grid(head: Vec<String>, rows: impl Iterator<Item = (String, Vec<String>)>) -> Grid {
    let rows = rows.enumerate().map(|(index, (name, cells))| GridRow { index, name, cells });
    Grid { head, rows: rows.collect(), by_cell: false }
}

/// A value in a table; blank where there is none.
fn cell(value: Option<f64>, decimals: usize) -> String {
    value.filter(|value| value.is_finite()).map(|value| plain(value, decimals)).unwrap_or_default()
}

/// From one value to another, with the unit or sign of percent left out.
pub(crate) fn range((low, high): (f64, f64), decimals: usize, lang: Lang) -> String {
    let (from, to) = (plain(low, decimals), plain(high, decimals));
    // A dash between minus signs cannot be read.
    let between = if low < 0.0 || high < 0.0 { lang.pick("至", " to ") } else { "–" };
    format!("{from}{between}{to}")
}

/// An estimate with its ends.
pub(crate) fn estimate(estimate: &Estimate, lang: Lang) -> String {
    let ends = range(estimate.ends, 2, lang);
    format!("{}{}", cell(Some(estimate.value), 2), lang.bracketed(&ends))
}

impl Grid {
    /// The table of a picture that has no years.
    pub fn of(plotted: &Plotted, lang: Lang) -> Grid {
        match plotted {
            Plotted::Chart(Drawing::Figure(_)) => Grid::default(),
            Plotted::Chart(Drawing::Progress(progress)) => {
                let target = phrases::TARGET.get(lang);
                let mut head = vec![
                    target.to_owned(),
                    format!("{} / {target}", phrases::RESULT.get(lang)),
                    progress.full_label.clone(),
                ];
                let has_chances = progress.rows.iter().any(|row| row.chance.is_some());
                head.extend(has_chances.then(|| phrases::CHANCE.get(lang).to_owned()));
                grid(
                    head,
                    progress.rows.iter().map(|row| {
                        let percent = |share: Option<f64>| share.map(voced_model::format::percent);
                        let mut cells = vec![row.text.clone(), percent(row.share).unwrap_or_default()];
                        cells.extend(has_chances.then(|| percent(row.chance).unwrap_or_default()));
                        (row.label.clone(), cells)
                    }),
                )
            }
            answer => lazy::grid(answer, lang),
        }
    }

    /// The table of the picture of an answer.
    pub(crate) fn of_answer(plotted: &Plotted, lang: Lang) -> Grid {
        match plotted {
            Plotted::Chart(_) => Grid::default(),
            Plotted::Histogram(histogram) | Plotted::Spread(histogram) => {
                let counted = if matches!(plotted, Plotted::Spread(_)) { phrases::AREAS_COUNT } else { phrases::DRAWS };
                let head = [&histogram.unit, counted.get(lang), &histogram.share_label].map(str::to_owned).to_vec();
                let rows = histogram.bins.iter().map(|bin| {
                    let share = plain(histogram.share(bin), 1);
                    let count = plain(f64::from(bin.count), 0);
                    (range((bin.from, bin.to), histogram.decimals, lang), vec![count, share])
                });
                grid(head, rows)
            }
            Plotted::Tornado(tornado) => tornado_grid(tornado, lang),
            Plotted::HeatMap(map) => heat_grid(map),
            Plotted::Waterfall(waterfall) => {
                let head = [phrases::CAUSE.get(lang), &waterfall.unit, phrases::PLAUSIBLE.get(lang)]
                    .map(str::to_owned)
                    .to_vec();
                let stop = |stop: &voced_charts::Stop| (stop.label.clone(), vec![stop.text.clone(), String::new()]);
                let steps = waterfall.steps.iter().map(|step| {
                    let error = step.error.map(|error| range(error, waterfall.decimals, lang)).unwrap_or_default();
                    (step.label.clone(), vec![step.text.clone(), error])
                });
                let ends = (std::iter::once(stop(&waterfall.from)), std::iter::once(stop(&waterfall.to)));
                grid(head, ends.0.chain(steps).chain(ends.1))
            }
        }
    }
}

fn tornado_grid(tornado: &Tornado, lang: Lang) -> Grid {
    let result = &tornado.unit;
    let mut head =
        [phrases::INPUT.get(lang), &tornado.low_name, result, &tornado.high_name, result].map(str::to_owned).to_vec();
    if let Some(names) = &tornado.indices {
        head.extend([names.first.clone(), names.total.clone()]);
    }
    let row = |row: &TornadoRow| {
        let own = lang.bracketed(&tornado.own_name);
        let name = format!("{}{}", row.label, if row.is_own { own } else { String::new() });
        let mut cells = vec![
            row.low_text.clone(),
            cell(row.low, tornado.decimals),
            row.high_text.clone(),
            cell(row.high, tornado.decimals),
        ];
        if tornado.indices.is_some() {
            let texts = row.indices.map(|(first, total)| [estimate(&first, lang), estimate(&total, lang)]);
            cells.extend(texts.unwrap_or_default());
        }
        (name, cells)
    };
    grid(head, tornado.rows.iter().map(row))
}

/// The map as a matrix, the highest level on top as in the picture.
fn heat_grid(map: &HeatMap) -> Grid {
    let across = map.x.ticks.len();
    let corner = format!("{} \\ {}", map.y.name, map.x.name);
    let head = std::iter::once(corner).chain(map.x.ticks.iter().map(|(_, text)| text.clone())).collect();
    let rows = map.y.ticks.iter().enumerate().rev().map(|(j, (_, name))| {
        let cells = (0..across).map(|i| cell(map.value(j * across + i), map.decimals)).collect();
        GridRow { index: j * across, name: name.clone(), cells }
    });
    Grid { head, rows: rows.collect(), by_cell: true }
}
