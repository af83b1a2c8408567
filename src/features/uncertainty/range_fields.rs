//! What is thought possible around a value: its low and high end, to be changed.

use voced_model::Allowed;
use voced_model::inputs::Shape;
use voced_model::{InputId, Lang, Words, format};
use voced_scenario::{Range, Scenario, ValueOrigin};
use yew::prelude::*;

use crate::app::Action;
use crate::phrases;
use crate::ui::Send;
use crate::ui::field::{Beyond, NumberField};

/// Fields for both ends, and who gave them; `place` makes the elements' ids differ where an input
/// stands on the page twice. Nothing for a switch, which has no range. An end on the other side of the value
/// is offered with the value moved to it.
pub fn range_fields(scenario: &Scenario, input: InputId, place: &str, lang: Lang, send: &Send) -> Html {
    let spec = input.spec();
    let (level, sourced) = scenario.value(input);
    let Some(value) = sourced.value.level().filter(|_| spec.shape != Shape::Switch) else { return html! {} };
    let given = Range { low: sourced.low, high: sourced.high };
    let shown = format::amount(value, spec.unit, lang).text(lang);
    let within = |min: f64, max: f64| Allowed { min, max, ..spec.allowed() };
    // The words of an end, its id, the numbers on its side of the value and those beyond it.
    let field = |id: &str,
                 words: Words,
                 end: Option<f64>,
                 [own, other]: [Allowed; 2],
                 why: Words,
                 change: fn(Range, f64) -> Range| {
        let beyond = Beyond {
            allowed: other,
            why: format!("{} {shown}", why.get(lang)),
            offer: phrases::MOVE_VALUE,
            change: send.reform(move |end| Action::Enclose(input, change(given, end))),
        };
        html! {
            <span class="range-end">
                <span class="caption" aria-hidden="true">{ words.get(lang) }</span>
                <NumberField
                    id={format!("{place}-{id}-{}", spec.id)} label={format!("{} {}", spec.name.get(lang), words.get(lang))}
                    text={end.map(|end| format::entry(end, spec.unit, lang)).unwrap_or_default()}
                    allowed={own} {lang} {beyond}
                    enter={send.reform(move |end| Action::SetRange(input, change(given, end)))}
                />
            </span>
        }
    };
    let from = match (given.is_empty(), level) {
        (true, _) => phrases::NO_RANGE,
        (false, ValueOrigin::Own) => phrases::RANGE_OWN,
        (false, _) => phrases::RANGE_FROM_DATA,
    };
    let low = [within(spec.min, value), within(value, given.high.unwrap_or(spec.max))];
    let high = [within(value, spec.max), within(given.low.unwrap_or(spec.min), value)];
    html! {
        <span class="range-fields">
            { field("low", phrases::RANGE_LOW, given.low, low, phrases::LOW_ABOVE, |range, low| Range { low: Some(low), ..range }) }
            { field("high", phrases::RANGE_HIGH, given.high, high, phrases::HIGH_BELOW, |range, high| Range { high: Some(high), ..range }) }
            <span class="unit">{ spec.unit.words().get(lang) }</span>
            <span class="from">{ from.get(lang) }</span>
        </span>
    }
}
