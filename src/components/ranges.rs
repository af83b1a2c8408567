//! What is thought possible around a value: its low and high end, to be changed.

use voced_sim::inputs::Shape;
use voced_sim::{InputId, Lang, Level, Range, Scenario, format};
use yew::prelude::*;

use super::Send;
use super::field::NumberField;
use crate::i18n::say;
use crate::state::Action;
use crate::view::levers::read_within;

/// Fields for both ends, and who gave them; `place` makes the elements' ids differ where an input
/// stands on the page twice. Nothing for a switch, which has no range.
pub fn range_fields(scenario: &Scenario, input: InputId, place: &str, lang: Lang, send: &Send) -> Html {
    let spec = input.spec();
    let (level, sourced) = scenario.value(input);
    let Some(value) = sourced.value.level().filter(|_| spec.shape != Shape::Switch) else { return html! {} };
    let given = Range { low: sourced.low, high: sourced.high };
    let set = |change: fn(Range, f64) -> Range| send.reform(move |end| Action::SetRange(input, change(given, end)));
    let field = |id: &str, words: voced_sim::Words, end: Option<f64>, bounds: (f64, f64), enter: Callback<f64>| {
        let name = format!("{} {}", spec.name.get(lang), words.get(lang));
        let text = end.map(|end| format::entry(end, spec.unit, lang)).unwrap_or_default();
        let read = Callback::from(move |typed: String| read_within(&typed, spec.unit, bounds, lang));
        html! {
            <label class="range-end">
                <span class="caption" aria-hidden="true">{ words.get(lang) }</span>
                <NumberField id={format!("{place}-{id}-{}", spec.id)} label={name} {text} {read} {enter} />
            </label>
        }
    };
    let from = match (given.is_empty(), level) {
        (true, _) => say::NO_RANGE,
        (false, Level::Own) => say::RANGE_OWN,
        (false, _) => say::RANGE_FROM_DATA,
    };
    html! {
        <span class="range-fields">
            { field("low", say::RANGE_LOW, given.low, (spec.min, value), set(|range, low| Range { low: Some(low), ..range })) }
            { field("high", say::RANGE_HIGH, given.high, (value, spec.max), set(|range, high| Range { high: Some(high), ..range })) }
            <span class="unit">{ spec.unit.words().get(lang) }</span>
            <span class="from">{ from.get(lang) }</span>
        </span>
    }
}
