//! How a result is spread over the areas.

use std::rc::Rc;

use voced_analysis::many;
use voced_analysis::uncertainty::{Band, Histogram as Counted};
use voced_charts::Histogram;
use voced_model::{Lang, Quantity, Words};
use yew::prelude::*;

use super::shown::Shown;
use crate::features::plot::component::Plot;
use crate::features::plot::counted::{self, landmark};
use crate::features::plot::measure::Measure;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::Send;

/// The picture under its heading.
pub fn distribution(shown: &Shown<'_>, is_dark: bool, send: &Send) -> Html {
    let Shown { answer, about, lang, .. } = shown;
    let (quantity, year, lang) = (about.line, about.year, *lang);
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
    let values: Vec<f64> = answer.rows.iter().flatten().filter_map(value).collect();
    let unit = quantity.spec().unit;
    let found = Counted::of(&values, unit);
    let measure = Measure::over(unit, found.edges.iter().copied(), lang);
    let mark = |name: Words, value: f64, is_own| landmark(name.get(lang), value, is_own, &measure);
    let median = quarters(&values).map(|[_, median, _]| mark(phrases::MANY_MEDIAN, median, false));
    // A sum lies far from what is summed; a ratio of sums lies among the ratios.
    let total = answer.after.total(quantity, year).value.filter(|_| !unit.is_extensive());
    let total = total.map(|value| mark(phrases::MANY_ALL_RATIO, value, true));
    counted::histogram(&found, &measure, phrases::SHARE_OF_AREAS, total.into_iter().chain(median).collect(), lang)
}

/// A quarter, half and three quarters of some values lie below these; none where there is no value.
pub fn quarters(values: &[f64]) -> Option<[f64; 3]> {
    let [_, quarter, median, three_quarters, _] = Band::of(values, &mut Vec::new()).levels?;
    Some([quarter, median, three_quarters])
}
