//! The small pictures of the gallery: the first series of a chart as a line in a 48 by 20 box.

use super::view_model::Drawing;

/// Width of the box.
pub const WIDTH: f64 = 48.0;
/// Height of the box.
pub const HEIGHT: f64 = 20.0;

/// Points of up to three lines, as SVG writes them.
pub fn lines(drawing: &Drawing) -> Vec<String> {
    let series: Vec<Vec<Option<f64>>> = match drawing {
        Drawing::Figure(figure) => figure
            .panels
            .first()
            .into_iter()
            .flat_map(|panel| panel.series.iter().filter(|series| !series.comparison).take(3))
            .map(|series| series.values.clone())
            .collect(),
        Drawing::Progress(progress) => vec![progress.rows.iter().map(|row| row.share).collect()],
    };
    let all = || series.iter().flatten().flatten().copied().filter(|value| value.is_finite());
    let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let span = if high > low { high - low } else { 1.0 };
    series.iter().map(|values| points(values, low, span)).filter(|points| !points.is_empty()).collect()
}

fn points(values: &[Option<f64>], low: f64, span: f64) -> String {
    let step = (WIDTH - 4.0) / (values.len().max(2) - 1) as f64;
    let known = values.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?)));
    let points: Vec<String> = known
        .map(|(i, value)| {
            let y = HEIGHT - 2.0 - (value - low) / span * (HEIGHT - 4.0);
            format!("{:.1},{y:.1}", 2.0 + step * i as f64)
        })
        .collect();
    points.join(" ")
}
