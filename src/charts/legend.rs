//! Names of the marks, each with a sample, in as many rows as it takes.

use super::Theme;
use super::columns;
use super::compose::label;
use super::figure::{Figure, Mark, Series};
use super::geometry::Rect;
use super::ink::{COMPARISON_DASH, Ink};
use super::lines::{self, COMPARISON_STROKE, STROKE};
use super::markers::{marker, stroke};
use super::scene::Scene;
use super::text;
use super::theme::faint;

const SAMPLE: f64 = 18.0;
const AFTER_SAMPLE: f64 = 6.0;
const BELOW: f64 = 4.0;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sample {
    Line(Ink),
    Fill(Ink),
    /// All comparison marks: lines, columns, or both.
    Comparison {
        line: Option<Ink>,
        tick: bool,
    },
    Band(Ink),
    Observed,
}

/// Entries and where they stand.
#[derive(Debug, Default)]
pub(super) struct Legend {
    entries: Vec<(Sample, String, f64, usize)>,
    rows: usize,
    row: f64,
}

/// Whether a series can be named at the end of its line.
pub(super) fn ends_with_name(series: &Series, count: usize) -> bool {
    series.mark == Mark::Line && !series.comparison && count > 0 && series.value(count - 1).is_some()
}

impl Legend {
    /// The legend of a figure at a width; series named at their lines' ends
    /// (`with_ends`) are left out.
    pub fn of(figure: &Figure, size: f64, room: f64, with_ends: bool) -> Self {
        let mut legend = Legend { entries: Vec::new(), rows: 0, row: size + 6.0 };
        let mut x = 0.0;
        for (sample, name) in samples(figure, with_ends) {
            let name = text::fit(&name, size, room - SAMPLE - AFTER_SAMPLE);
            let w = SAMPLE + AFTER_SAMPLE + text::width(&name, size, false);
            if legend.rows == 0 || x + w > room {
                legend.rows += 1;
                x = 0.0;
            }
            legend.entries.push((sample, name, x, legend.rows - 1));
            // Closer together on a phone.
            x += w + if room < 420.0 { 9.0 } else { 14.0 };
        }
        legend
    }

    /// Height it takes, with the space below it.
    pub fn height(&self) -> f64 {
        if self.rows == 0 { 0.0 } else { self.rows as f64 * self.row + BELOW }
    }
}

fn samples(figure: &Figure, with_ends: bool) -> Vec<(Sample, String)> {
    let mut out: Vec<(Sample, String)> = Vec::new();
    let (mut line, mut tick) = (None, false);
    let mut inks = 0;
    for (_, series) in figure.series() {
        if with_ends && ends_with_name(series, figure.years.len()) {
            continue;
        }
        let is_line = series.mark == Mark::Line;
        if series.comparison {
            if is_line {
                inks += usize::from(line != Some(series.ink));
                line = Some(series.ink);
            } else {
                tick = true;
            }
            if figure.comparison_name.is_none() && series.mark != Mark::Stacked {
                let line = is_line.then_some(series.ink);
                out.push((Sample::Comparison { line, tick: !is_line }, series.name.clone()));
            }
            continue;
        }
        let sample = if is_line { Sample::Line(series.ink) } else { Sample::Fill(series.ink) };
        if !out.iter().any(|(s, n)| *s == sample && *n == series.name) {
            out.push((sample, series.name.clone()));
        }
    }
    if let Some(name) = figure.comparison_name.as_ref().filter(|_| line.is_some() || tick) {
        // One entry for lines of several colours shows none of them.
        let line = line.map(|ink| if inks > 1 { Ink::Total } else { ink });
        out.push((Sample::Comparison { line, tick }, name.clone()));
    }
    let banded = figure.series().find(|(_, s)| (0..figure.years.len()).any(|i| s.band_at(i).is_some()));
    if let (Some(name), Some((_, series))) = (&figure.band_name, banded) {
        out.push((Sample::Band(series.ink), name.clone()));
    }
    let observed = figure.years.iter().any(|&y| y <= figure.base_year);
    if let Some(name) = figure.observed_name.as_ref().filter(|_| observed) {
        out.push((Sample::Observed, name.clone()));
    }
    out
}

/// Draws the legend with its upper left corner at a point.
pub(super) fn draw(scene: &mut Scene, theme: &Theme, legend: &Legend, (x, y): (f64, f64), size: f64) {
    for (sample, name, at, row) in &legend.entries {
        let (x, y) = (x + at, y + (*row as f64 + 0.5) * legend.row);
        let x = x.round();
        let y = y.round();
        match *sample {
            Sample::Line(ink) => {
                let color = theme.ink(ink);
                let ends = [(x, y), (x + SAMPLE, y)];
                stroke(scene, &ends, STROKE, color, ink.dash());
                marker(scene, ink.marker(), (x + SAMPLE / 2.0, y), 3.2, color, theme.paper);
            }
            Sample::Fill(Ink::Balance) => {
                let half = SAMPLE / 2.0;
                for (n, negative) in [(0.0, false), (1.0, true)] {
                    let r = Rect { x: x + n * half, y: y - 5.0, w: half - 1.0, h: 10.0 };
                    columns::fill(scene, theme, r, Ink::Balance, negative);
                }
            }
            Sample::Fill(ink) => {
                let r = Rect { x, y: y - 5.0, w: SAMPLE, h: 10.0 };
                columns::fill(scene, theme, r, ink, false);
            }
            Sample::Comparison { line, tick } => {
                if let Some(ink) = line {
                    let color = if ink == Ink::Total { theme.muted } else { theme.comparison(ink) };
                    let level = if tick { y + 4.0 } else { y };
                    let ends = [(x, level), (x + SAMPLE, level)];
                    stroke(scene, &ends, COMPARISON_STROKE, color, COMPARISON_DASH);
                }
                if tick {
                    let level = if line.is_some() { y - 3.0 } else { y };
                    columns::tick(scene, theme, x, x + SAMPLE, level, theme.text);
                }
            }
            Sample::Band(ink) => {
                scene.rect(x, y - 5.0, SAMPLE, 10.0, faint(theme.ink(ink), lines::BAND));
            }
            Sample::Observed => {
                let r = Rect { x, y: y - 5.0, w: SAMPLE, h: 10.0 };
                scene.rect(r.x, r.y, r.w, r.h, theme.shade);
                scene.frame(r, 1.0, theme.axis);
            }
        }
        let start = (x + SAMPLE + AFTER_SAMPLE, y);
        scene.words(label(name.clone(), start, size, theme.text));
    }
}
