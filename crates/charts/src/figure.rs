//! What a chart over years shows, as plain data in display units.

use super::{Ink, Unscaled};

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A line with a marker at each year.
    Line,
    /// A column per year, beside the other column series of its panel.
    Columns,
    /// A part of one column per year; negative parts pile up below zero.
    Stacked,
}

/// What the draws of one year give, in display units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// P5 and P95.
    pub outer: (f64, f64),
    /// P25 and P75.
    pub inner: (f64, f64),
    /// P50.
    pub middle: f64,
}

impl Spread {
    /// The percentiles of [`Spread::parts`].
    pub const PERCENTILES: [u8; 5] = [5, 25, 50, 75, 95];

    /// From P5, P25, P50, P75 and P95.
    pub const fn of([p5, p25, middle, p75, p95]: [f64; 5]) -> Self {
        Self { outer: (p5, p95), inner: (p25, p75), middle }
    }

    /// P5, P25, P50, P75 and P95.
    pub const fn parts(&self) -> [f64; 5] {
        [self.outer.0, self.inner.0, self.middle, self.inner.1, self.outer.1]
    }
}

/// What was observed of a quantity, as far as one scope reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Observations {
    /// What was counted, in words.
    pub scope: String,
    /// One value per year of the figure, in display units; `None` where nothing is known.
    pub values: Vec<Option<f64>>,
}

impl Observations {
    /// The value at a year index; absent, infinite and NaN values are `None`.
    pub fn value(&self, index: usize) -> Option<f64> {
        known(&self.values, index)
    }
}

/// One quantity over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Permanent id of the quantity.
    pub id: &'static str,
    /// Name in the reader's language.
    pub name: String,
    /// One value per year of the figure; `None` is a gap, never zero.
    pub values: Vec<Option<f64>>,
    /// Percentiles per year (uncertainty), or empty.
    pub band: Vec<Option<Spread>>,
    /// What was observed, one entry a scope.
    pub observed: Vec<Observations>,
    /// How it is drawn.
    pub mark: Mark,
    /// What it stands for, and so its colour, pattern, dash and marker.
    pub ink: Ink,
    /// True for the comparison scenario's version of the same quantity.
    pub comparison: bool,
}

impl Series {
    /// A series of the scenario itself, without a band.
    pub fn new(id: &'static str, name: impl Into<String>, mark: Mark, ink: Ink, values: Vec<Option<f64>>) -> Self {
        Self { id, name: name.into(), values, band: Vec::new(), observed: Vec::new(), mark, ink, comparison: false }
    }

    /// The same series, marked as the comparison scenario's.
    #[must_use]
    pub fn as_comparison(mut self) -> Self {
        self.comparison = true;
        self
    }

    /// The same series with an uncertainty band.
    #[must_use]
    pub fn with_band(mut self, band: Vec<Option<Spread>>) -> Self {
        self.band = band;
        self
    }

    /// The same series with what was observed.
    #[must_use]
    pub fn with_observed(mut self, observed: Vec<Observations>) -> Self {
        self.observed = observed;
        self
    }

    /// What was observed at a year index, of every scope.
    pub fn observed_at(&self, index: usize) -> impl Iterator<Item = f64> {
        self.observed.iter().filter_map(move |observed| observed.value(index))
    }

    /// The value at a year index; absent, infinite and NaN values are `None`.
    pub fn value(&self, index: usize) -> Option<f64> {
        known(&self.values, index)
    }

    /// The percentiles at a year index, in rising order. A comparison shows none, nor does a part of
    /// a stack: where it starts is itself uncertain.
    pub fn band_at(&self, index: usize) -> Option<Spread> {
        let mut parts = self.band.get(index)?.as_ref()?.parts();
        let shown = !self.comparison && self.mark != Mark::Stacked && parts.iter().all(|part| part.is_finite());
        shown.then(|| {
            parts.sort_unstable_by(f64::total_cmp);
            Spread::of(parts)
        })
    }

    /// Whether it has percentiles in any year.
    pub fn is_banded(&self) -> bool {
        (0..self.band.len()).any(|index| self.band_at(index).is_some())
    }
}

/// The value at an index; absent, infinite and NaN values are `None`.
fn known(values: &[Option<f64>], index: usize) -> Option<f64> {
    values.get(index).copied().flatten().filter(|value| value.is_finite())
}

/// A horizontal line to measure against, such as a standard.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Text beside the line.
    pub label: String,
    /// Where it lies, in the panel's unit.
    pub value: f64,
}

/// One set of axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Caption of the vertical axis, such as `万元` or `students per teacher`.
    pub unit: String,
    /// The unit without its scale.
    pub unscaled: Unscaled,
    /// What is drawn, in legend order; stacks pile up in this order.
    pub series: Vec<Series>,
    /// Lines to measure against.
    pub references: Vec<Reference>,
    /// Share of the height relative to the other panels.
    pub weight: f64,
    /// Whether zero must be on the axis (always so with columns and stacks).
    pub y_from_zero: bool,
    /// Values the axis must cover in any case, for charts side by side.
    pub y_covers: Option<(f64, f64)>,
    /// Decimals of a value in tables and read-outs.
    pub decimals: usize,
}

impl Panel {
    /// A panel from zero with no references.
    pub fn new(unit: impl Into<String>, series: Vec<Series>) -> Self {
        Self {
            unit: unit.into(),
            unscaled: Unscaled::default(),
            series,
            references: Vec::new(),
            weight: 1.0,
            y_from_zero: true,
            y_covers: None,
            decimals: 0,
        }
    }
}

/// A chart over years: panels on top of each other with one axis of years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Title inside the picture; the page shows its own and leaves this empty.
    pub title: Option<String>,
    /// A line under the picture, such as a source.
    pub note: Option<String>,
    /// The years of the horizontal axis, in order.
    pub years: Vec<i32>,
    /// Last observed year; later years are projected.
    pub base_year: i32,
    /// Year whose column is set off.
    pub focus_year: Option<i32>,
    /// Legend text for what was observed, or no such entry.
    pub observed_name: Option<String>,
    /// One legend text for all comparison series, or an entry for each.
    pub comparison_name: Option<String>,
    /// Legend text for the bands, such as `P5–P95 / P25–P75`, or no such entry.
    pub band_label: Option<String>,
    /// Legend text for the dotted median of the bands, or no such entry.
    pub median_label: Option<String>,
    /// Said in place of the marks when there is no value at all.
    pub empty_message: String,
    /// The axes, from the top.
    pub panels: Vec<Panel>,
}

/// What a column of the figure's table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The values of the series.
    Value,
    /// This percentile of the draws.
    Percentile(u8),
    /// What was observed, with its scope.
    Observed(String),
    /// The value less what was observed, in the column before.
    Error,
}

/// A column of the figure's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Permanent id of the quantity.
    pub id: &'static str,
    /// Name of the series.
    pub name: String,
    /// Unit of its panel.
    pub unit: String,
    /// How its values are written where a file wants whole units.
    pub unscaled: Unscaled,
    /// Decimals to show.
    pub decimals: usize,
    /// Whether it belongs to the comparison scenario.
    pub comparison: bool,
    /// What it holds.
    pub part: Part,
    /// How many columns the series takes, from the values' own on.
    pub span: usize,
}

/// A row of the figure's table.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// The year.
    pub year: i32,
    /// One value per [`Column`].
    pub values: Vec<Option<f64>>,
}

impl Figure {
    /// Every series with its panel, in drawing order.
    pub fn series(&self) -> impl Iterator<Item = (&Panel, &Series)> {
        self.panels.iter().flat_map(|panel| panel.series.iter().map(move |series| (panel, series)))
    }

    /// Whether no series has any value.
    pub fn is_empty(&self) -> bool {
        !self.series().any(|(_, s)| (0..self.years.len()).any(|i| s.value(i).is_some() || s.band_at(i).is_some()))
    }

    /// Columns of the table that says the same as the picture.
    pub fn columns(&self) -> Vec<Column> {
        self.series()
            .flat_map(|(panel, series)| {
                let percentiles: &[u8] = if series.is_banded() { &Spread::PERCENTILES } else { &[] };
                let mut parts = vec![Part::Value];
                parts.extend(percentiles.iter().map(|percent| Part::Percentile(*percent)));
                parts.extend(series.observed.iter().flat_map(|one| [Part::Observed(one.scope.clone()), Part::Error]));
                let span = parts.len();
                parts.into_iter().map(move |part| Column {
                    id: series.id,
                    name: series.name.clone(),
                    unit: panel.unit.clone(),
                    unscaled: panel.unscaled.clone(),
                    decimals: panel.decimals,
                    comparison: series.comparison,
                    part,
                    span,
                })
            })
            .collect()
    }

    /// Rows of the table that says the same as the picture: one per year.
    pub fn rows(&self) -> Vec<FigureRow> {
        self.years
            .iter()
            .enumerate()
            .map(|(index, &year)| {
                let mut values = Vec::new();
                for (_, series) in self.series() {
                    values.push(series.value(index));
                    if series.is_banded() {
                        let parts = series.band_at(index).map(|band| band.parts().map(Some));
                        values.extend(parts.unwrap_or_default());
                    }
                    for observed in series.observed.iter().map(|one| one.value(index)) {
                        values.push(observed);
                        values.push(observed.and_then(|observed| Some(series.value(index)? - observed)));
                    }
                }
                FigureRow { year, values }
            })
            .collect()
    }

    /// First and last year in which the series has a value, for a sentence.
    pub fn ends(&self, series: &Series) -> Option<((i32, f64), (i32, f64))> {
        let mut known = self.years.iter().enumerate().filter_map(|(i, &year)| series.value(i).map(|v| (year, v)));
        let first = known.next()?;
        Some((first, known.next_back().unwrap_or(first)))
    }
}
