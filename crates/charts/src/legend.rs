//! Names of the marks, each with a sample, in as many rows as it takes.

use super::figure::{Figure, Mark, Series, Spread};
use super::geometry::{PanelBox, Rect};
use super::ink::{COMPARISON_DASH, Ink, Marker, Pattern};
use super::lines::{self, COMPARISON_STROKE, STROKE};
use super::markers::{dotted, marker, ring, stroke};
use super::plot::label;
use super::scene::Scene;
use super::signs::{Direction, bar, cross};
use super::theme::faint;
use super::{Theme, columns, pattern, text, whiskers};

const SAMPLE: f64 = 18.0;
const AFTER_SAMPLE: f64 = 6.0;
const BELOW: f64 = 4.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sample {
    Line(Ink),
    Fill(Ink),
    /// All comparison marks: lines, columns, or both.
    Comparison {
        line: Option<Ink>,
        tick: bool,
    },
    /// A band in one ink, or in none where several have one.
    Band(Option<Ink>),
    Whisker,
    /// The dotted median of the bands, in one ink or in none where several have one.
    Median(Option<Ink>),
    Observed,
    /// A bar to one side or the other.
    Bar(Direction),
    Dot(Marker),
    /// The line of a goal, and the side that misses it.
    Goal,
    Here,
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
        Self::flow(samples(figure, with_ends), size, room)
    }

    /// Entries in as many rows as they take.
    pub fn flow(entries: Vec<(Sample, String)>, size: f64, room: f64) -> Self {
        let mut legend = Legend { entries: Vec::new(), rows: 0, row: size + 6.0 };
        let mut x = 0.0;
        for (sample, name) in entries {
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
    let mut banded = figure.series().filter(|(_, s)| s.is_banded());
    if let (Some(name), Some((panel, series))) = (&figure.band_label, banded.next()) {
        let stacked = panel.series.iter().any(|s| s.mark == Mark::Stacked);
        let is_line = series.mark == Mark::Line && !stacked;
        let ink = banded.all(|(_, s)| s.ink == series.ink).then_some(series.ink);
        out.push((if is_line { Sample::Band(ink) } else { Sample::Whisker }, name.clone()));
        // Whiskers have no line through their middles.
        out.extend(figure.median_label.iter().filter(|_| is_line).map(|name| (Sample::Median(ink), name.clone())));
    }
    let observed =
        figure.series().any(|(_, series)| (0..figure.years.len()).any(|i| series.observed_at(i).next().is_some()));
    out.extend(figure.observed_name.iter().filter(|_| observed).map(|name| (Sample::Observed, name.clone())));
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
                let color = ink.map_or(theme.axis, |ink| theme.ink(ink));
                scene.rect(x, y - 6.0, SAMPLE, 12.0, faint(color, lines::OUTER * 1.5));
                scene.rect(x, y - 3.0, SAMPLE, 6.0, faint(color, lines::INNER * 1.5));
            }
            Sample::Median(ink) => {
                let color = ink.map_or(theme.axis, |ink| theme.ink(ink));
                dotted(scene, &[(x, y), (x + SAMPLE, y)], color);
            }
            Sample::Whisker => {
                let rect = Rect { x, y: y - 6.0, w: SAMPLE, h: 12.0 };
                let band = Spread::of([0.0, 0.25, 0.5, 0.75, 1.0]);
                whiskers::upright(
                    scene,
                    theme,
                    &PanelBox { rect, low: 0.0, high: 1.0 },
                    x + SAMPLE / 2.0,
                    SAMPLE,
                    &band,
                );
            }
            Sample::Bar(side) => bar(scene, theme, Rect { x, y: y - 5.0, w: SAMPLE, h: 10.0 }, side),
            Sample::Dot(shape) => marker(scene, shape, (x + SAMPLE / 2.0, y), 3.6, theme.text, theme.paper),
            Sample::Goal => {
                let r = Rect { x, y: y - 5.0, w: SAMPLE, h: 10.0 };
                pattern::lay(scene, Rect { y, h: 5.0, ..r }, Pattern::Rising, theme.muted);
                scene.rect(r.x, y - 1.0, r.w, 2.0, theme.text);
            }
            Sample::Here => cross(scene, theme, (x + SAMPLE / 2.0, y)),
            Sample::Observed => ring(scene, (x + SAMPLE / 2.0, y), theme.text, theme.paper),
        }
        let start = (x + SAMPLE + AFTER_SAMPLE, y);
        scene.words(label(name.clone(), start, size, theme.text));
    }
}
