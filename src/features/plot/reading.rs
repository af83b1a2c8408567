//! Charts in words: the line read at a year, and the sentence for those who do not see the picture.

use voced_model::Lang;

use super::plotted::{Plotted, range};
use crate::features::explore::charts::view_model::Drawing;
use crate::lazy;
use voced_charts::{Figure, Panel, Progress, Series, Status, plain};

/// What is read at a place of a plot: a year, a row, a bin, a cell.
pub fn read_out(plotted: &Plotted, index: usize, lang: Lang) -> String {
    let read = match plotted {
        Plotted::Chart(Drawing::Figure(figure)) => Some(year(figure, index, lang)),
        Plotted::Chart(Drawing::Progress(progress)) => target(progress, index, lang),
        answer => lazy::read_out(answer, index, lang),
    };
    read.unwrap_or_default()
}

/// What a plot shows, in a sentence or a few.
pub fn summary(plotted: &Plotted, lang: Lang) -> String {
    match plotted {
        Plotted::Chart(Drawing::Figure(figure)) => ends(figure, lang),
        Plotted::Chart(Drawing::Progress(progress)) => met(progress, lang),
        answer => lazy::summary(answer, lang),
    }
}

/// The values of a year in one line, each with P5 to P95 and what was observed where it has them.
fn year(figure: &Figure, t: usize, lang: Lang) -> String {
    let Some(year) = figure.years.get(t) else { return String::new() };
    let parts: Vec<String> = figure
        .series()
        .filter(|(_, series)| !series.comparison)
        .filter_map(|(panel, series)| {
            let value = plain(series.value(t)?, panel.decimals);
            let range = series.band_at(t).map(|band| range(band.outer, panel.decimals, lang));
            let observed = series.observed_at(t).map(|value| {
                let value = plain(value, panel.decimals);
                lang.pick(format!("实际 {value}"), format!("observed {value}"))
            });
            let more: Vec<String> = range.into_iter().chain(observed).collect();
            let more = more.join(lang.pick("；", "; "));
            let more = lang.bracketed(&more);
            Some(format!("{} {value}{more}", series.name))
        })
        .collect();
    let unit = figure.panels.first().map_or("", |panel| panel.unit.as_str());
    let unit = lang.bracketed(unit);
    format!("{year}{unit}{}{}", lang.pick("：", ": "), parts.join(" · "))
}

/// First and last value of each series.
fn ends(figure: &Figure, lang: Lang) -> String {
    let said = figure.series().filter(|(_, series)| !series.comparison).filter_map(|(panel, series)| {
        let ((from, first), (to, last)) = figure.ends(series)?;
        let (first, last) = (plain(first, panel.decimals), plain(last, panel.decimals));
        let (name, unit) = (&series.name, &panel.unit);
        let range = last_range(figure, panel, series, to, lang);
        Some(lang.pick(
            format!("{name}：{from} 年 {first} {unit}，{to} 年 {last} {unit}{range}"),
            format!("{name}: {first} {unit} in {from}, {last} {unit} in {to}{range}"),
        ))
    });
    said.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// P5 to P95 of the last year, in words.
fn last_range(figure: &Figure, panel: &Panel, series: &Series, year: i32, lang: Lang) -> String {
    let band = figure.years.iter().position(|one| *one == year).and_then(|index| series.band_at(index));
    let Some(band) = band else { return String::new() };
    let (low, high) = (plain(band.outer.0, panel.decimals), plain(band.outer.1, panel.decimals));
    lang.pick(format!("（90% 的可能在 {low} 至 {high} 之间）"), format!(" (90% likely between {low} and {high})"))
}

/// A target with its chance.
fn target(progress: &Progress, index: usize, lang: Lang) -> Option<String> {
    let row = progress.rows.get(index)?;
    let parts = [row.text.as_str(), row.chance_text.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(format!("{}{}{}", row.label, lang.pick("：", ": "), parts.join(" · ")))
}

fn met(progress: &Progress, lang: Lang) -> String {
    let met = progress.rows.iter().filter(|row| row.status == Status::Met).count();
    let all = progress.rows.len();
    lang.pick(format!("{all} 项目标中 {met} 项达成"), format!("{met} of {all} targets are met"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_charts::{Ink, Mark, Observations, Spread};

    fn drawing(low: f64) -> Plotted {
        let series = Series::new("a", "在校生", Mark::Line, Ink::Vocational, vec![Some(3000.0), Some(3396.0)])
            .with_band(vec![None, Some(Spread::of([low, 3200.0, 3380.0, 3500.0, 3650.0]))]);
        Plotted::Chart(Drawing::Figure(Figure {
            years: vec![2024, 2025],
            panels: vec![Panel::new("人", vec![series])],
            ..Figure::default()
        }))
    }

    #[test]
    fn a_year_is_read_with_its_range() {
        assert_eq!(read_out(&drawing(3120.0), 1, Lang::Zh), "2025（人）：在校生 3,396（3,120–3,650）");
        assert_eq!(read_out(&drawing(3120.0), 0, Lang::Zh), "2024（人）：在校生 3,000");
        assert_eq!(read_out(&drawing(-5.0), 1, Lang::En), "2025 (人): 在校生 3,396 (−5 to 3,650)");
        assert_eq!(read_out(&drawing(3120.0), 7, Lang::Zh), "");
        let Plotted::Chart(Drawing::Figure(mut figure)) = drawing(3120.0) else { panic!("a figure") };
        let seen = |value| Observations { scope: "甲".to_owned(), values: vec![Some(value), Some(value)] };
        figure.panels[0].series[0].observed = vec![seen(2900.0)];
        let seen = Plotted::Chart(Drawing::Figure(figure));
        assert_eq!(read_out(&seen, 1, Lang::Zh), "2025（人）：在校生 3,396（3,120–3,650；实际 2,900）");
        assert_eq!(read_out(&seen, 0, Lang::En), "2024 (人): 在校生 3,000 (observed 2,900)");
    }

    #[test]
    fn a_figure_is_summed_up_with_the_range_of_its_last_year() {
        let said = summary(&drawing(3120.0), Lang::Zh);
        assert_eq!(said, "在校生：2024 年 3,000 人，2025 年 3,396 人（90% 的可能在 3,120 至 3,650 之间）");
        let said = summary(&drawing(3120.0), Lang::En);
        assert!(said.ends_with("3,396 人 in 2025 (90% likely between 3,120 and 3,650)"), "{said}");
    }
}
