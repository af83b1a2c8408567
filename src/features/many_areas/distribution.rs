//! How a result is spread over the areas.

use std::rc::Rc;

use voced_analysis::many;
use voced_analysis::uncertainty::Histogram as Counted;
use voced_charts::{Bin, Histogram, Landmark};
use voced_model::{Lang, Quantity};
use yew::prelude::*;

use crate::features::plot::component::Plot;
use crate::features::plot::measure::Measure;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::Send;

/// The picture under its heading.
pub fn distribution(answer: &many::Answer, about: &many::Question, is_dark: bool, lang: Lang, send: &Send) -> Html {
    let (quantity, year) = (about.line, about.year);
    let picture = spread(answer, quantity, year, lang);
    let title = format!("{} · {year}", quantity.spec().name.get(lang));
    html! {
        <section class="many-spread" aria-labelledby="many-spread-title">
            <h3 id="many-spread-title">{ phrases::MANY_SPREAD.get(lang) }</h3>
            <Plot id="many-spread" {title} plotted={Rc::new(Plotted::Spread(picture))} {is_dark} {lang} send={send.clone()} />
        </section>
    }
}

/// How many areas lie where, with the value for all areas and the median.
pub fn spread(answer: &many::Answer, quantity: Quantity, year: i32, lang: Lang) -> Histogram {
    let value = |row: &many::Row| {
        let t = usize::try_from(year - row.base_year).ok()?;
        row.line.get(t).copied().flatten()
    };
    let mut values: Vec<f64> = answer.rows.iter().flatten().filter_map(value).collect();
    let unit = quantity.spec().unit;
    let counted = Counted::of(&values, unit);
    let measure = Measure::over(unit, counted.edges.iter().copied(), lang);
    let bin = |(ends, count): (&[f64], &u32)| Bin {
        from: measure.scaled(ends[0]),
        to: measure.scaled(ends[1]),
        count: *count,
    };
    let mark = |name: &str, value: f64, is_own| Landmark {
        label: format!("{name} {}", measure.gauge().short(value)),
        value: measure.scaled(value),
        is_own,
    };
    values.sort_by(f64::total_cmp);
    let median = quantile(&values, 0.5).map(|value| mark(phrases::MANY_MEDIAN.get(lang), value, false));
    // A sum lies far from what is summed; a ratio of sums lies among the ratios.
    let total = answer.after.total(quantity, year).value.filter(|_| !unit.is_extensive());
    let total = total.map(|value| mark(phrases::MANY_ALL_RATIO.get(lang), value, true));
    let bins = counted.edges.windows(2).zip(&counted.counts);
    // All the same, there is no width to draw.
    let bins: Vec<Bin> = bins.filter(|(ends, _)| ends[0] < ends[1]).map(bin).collect();
    Histogram {
        title: None,
        bins,
        unit: measure.words(),
        unscaled: measure.unscaled(),
        share_label: phrases::SHARE_OF_AREAS.get(lang).to_owned(),
        decimals: measure.decimals,
        landmarks: total.into_iter().chain(median).collect(),
        empty_message: phrases::NO_VALUE.get(lang).to_owned(),
    }
}

/// The value below which a share of some sorted values lies, linear between them.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share * last as f64;
    let below = (place.floor() as usize).min(last);
    let above = (below + 1).min(last);
    Some(sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64))
}
