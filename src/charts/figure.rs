//! What a chart over years shows, as plain data in display units.

use super::Ink;

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

/// One quantity over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Permanent id of the quantity.
    pub id: &'static str,
    /// Name in the reader's language.
    pub name: String,
    /// One value per year of the figure; `None` is a gap, never zero.
    pub values: Vec<Option<f64>>,
    /// Lower and upper bound per year (uncertainty), or empty.
    pub band: Vec<Option<(f64, f64)>>,
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
        Self { id, name: name.into(), values, band: Vec::new(), mark, ink, comparison: false }
    }

    /// The same series, marked as the comparison scenario's.
    #[must_use]
    pub fn as_comparison(mut self) -> Self {
        self.comparison = true;
        self
    }

    /// The same series with an uncertainty band.
    #[must_use]
    pub fn with_band(mut self, band: Vec<Option<(f64, f64)>>) -> Self {
        self.band = band;
        self
    }

    /// The value at a year index; absent, infinite and NaN values are `None`.
    pub fn value(&self, index: usize) -> Option<f64> {
        self.values.get(index).copied().flatten().filter(|v| v.is_finite())
    }

    /// The band at a year index, lower bound first.
    pub fn band_at(&self, index: usize) -> Option<(f64, f64)> {
        self.band
            .get(index)
            .copied()
            .flatten()
            .filter(|(a, b)| a.is_finite() && b.is_finite())
            .map(|(a, b)| (a.min(b), a.max(b)))
    }
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
    /// Legend text for the observed years, or no such entry.
    pub observed_name: Option<String>,
    /// One legend text for all comparison series, or an entry for each.
    pub comparison_name: Option<String>,
    /// Legend text for the uncertainty bands, or no such entry.
    pub band_name: Option<String>,
    /// Said in place of the marks when there is no value at all.
    pub empty_message: String,
    /// The axes, from the top.
    pub panels: Vec<Panel>,
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
    /// Decimals to show.
    pub decimals: usize,
    /// Whether it belongs to the comparison scenario.
    pub comparison: bool,
}

/// A row of the figure's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
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
            .map(|(panel, series)| Column {
                id: series.id,
                name: series.name.clone(),
                unit: panel.unit.clone(),
                decimals: panel.decimals,
                comparison: series.comparison,
            })
            .collect()
    }

    /// Rows of the table that says the same as the picture: one per year.
    pub fn rows(&self) -> Vec<Row> {
        self.years
            .iter()
            .enumerate()
            .map(|(index, &year)| Row { year, values: self.series().map(|(_, s)| s.value(index)).collect() })
            .collect()
    }

    /// First and last year in which the series has a value, for a sentence.
    pub fn ends(&self, series: &Series) -> Option<((i32, f64), (i32, f64))> {
        let mut known = self.years.iter().enumerate().filter_map(|(i, &year)| series.value(i).map(|v| (year, v)));
        let first = known.next()?;
        Some((first, known.next_back().unwrap_or(first)))
    }
}
