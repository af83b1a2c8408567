//! The way of a lever over the years: constant, ramp or year by year, as a line and as numbers.

use voced_model::{InputId, Lang, format};
use voced_scenario::{Curve, PathValue};
use yew::prelude::*;

use super::view_model::Lever;
use super::year_line::YearLine;
use crate::app::{Action, Gesture};
use crate::phrases;
use crate::ui::field::NumberField;
use crate::ui::{Send, choice};

/// The three kinds of value over time.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Constant,
    Ramp,
    Points,
}

impl Kind {
    fn of(value: &PathValue) -> Kind {
        match value {
            PathValue::Constant(_) => Kind::Constant,
            PathValue::Ramp { .. } => Kind::Ramp,
            PathValue::Points(_) => Kind::Points,
        }
    }

    /// A value of this kind as near as can be to the present one.
    fn convert(self, lever: &Lever) -> PathValue {
        let (base_year, now) = (lever.base_year, &lever.value);
        match self {
            Kind::Constant => PathValue::Constant(lever.level),
            Kind::Ramp => PathValue::Ramp {
                start: now.at(base_year, base_year),
                end: lever.level,
                start_year: None,
                end_year: lever.horizon.max(base_year + 1),
                curve: Curve::Linear,
            },
            Kind::Points => lever.year_by_year(|_, value| value),
        }
    }
}

/// The editor of a lever's way.
pub fn year_editor(lever: &Lever, lang: Lang, send: &Send) -> Html {
    let input = lever.input;
    let set = send.reform(move |value: PathValue| Action::SetInput(input, value, Gesture::Done));
    let kinds = [
        (Kind::Constant, phrases::KIND_CONSTANT),
        (Kind::Ramp, phrases::KIND_RAMP),
        (Kind::Points, phrases::KIND_POINTS),
    ];
    let kinds = kinds.map(|(kind, words)| (kind, words.get(lang).to_owned(), None)).to_vec();
    let convert = {
        let lever = lever.clone();
        set.reform(move |kind: Kind| kind.convert(&lever))
    };
    let label = format!("{} {}", input.spec().name.get(lang), phrases::YEAR_EDITOR.get(lang));
    html! {
        <div class="years-editor" role="group" aria-label={label}>
            { choice(phrases::YEAR_EDITOR.get(lang), kinds, &Kind::of(&lever.value), &convert) }
            <YearLine lever={lever.clone()} {lang} send={send.clone()} />
            { match &lever.value {
                PathValue::Constant(_) => html! {},
                PathValue::Ramp { .. } => ramp(lever, lang, &set),
                PathValue::Points(_) => points(lever, lang, &set),
            } }
        </div>
    }
}

fn number(input: InputId, key: &str, label: String, value: f64, lang: Lang, enter: Callback<f64>) -> Html {
    let spec = input.spec();
    html! {
        <div class="year-value">
            <span aria-hidden="true">{ label.clone() }</span>
            <NumberField
                id={format!("{}-{key}", spec.id)} label={format!("{} {label}", spec.name.get(lang))}
                text={format::entry(value, spec.unit, lang)}
                allowed={spec.allowed()} {lang} {enter}
            />
        </div>
    }
}

fn year_choice(label: &str, years: std::ops::RangeInclusive<i32>, chosen: i32, choose: Callback<i32>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        if let Ok(year) = select.value().parse() {
            choose.emit(year);
        }
    });
    // A year outside the list (from a file) is still shown as it is.
    let mut years: Vec<i32> = years.collect();
    if !years.contains(&chosen) {
        let place = years.partition_point(|year| *year < chosen);
        years.insert(place, chosen);
    }
    let option = |year: i32| html! { <option value={year.to_string()} selected={year == chosen}>{ year }</option> };
    html! {
        <label class="year-value">
            <span>{ label.to_owned() }</span>
            <select {onchange}>{ for years.into_iter().map(option) }</select>
        </label>
    }
}

fn ramp(lever: &Lever, lang: Lang, set: &Callback<PathValue>) -> Html {
    let PathValue::Ramp { start, end, start_year, end_year, curve } = lever.value.clone() else { return html! {} };
    let (base_year, horizon, input) = (lever.base_year, lever.horizon, lever.input);
    let with =
        move |start, end, start_year, end_year, curve| PathValue::Ramp { start, end, start_year, end_year, curve };
    let last = horizon.max(base_year + 1);
    let say = |words: voced_model::Words| words.get(lang).to_owned();
    let set_start = set.reform(move |start| with(start, end, start_year, end_year, curve));
    let set_end = set.reform(move |end| with(start, end, start_year, end_year, curve));
    let set_from = set.reform(move |year| {
        let from = Some(year).filter(|year| *year != base_year);
        with(start, end, from, end_year, curve)
    });
    let set_to = set.reform(move |year| with(start, end, start_year, year, curve));
    let set_curve = set.reform(move |curve| with(start, end, start_year, end_year, curve));
    let curves = Curve::ALL.map(|curve| (curve, say(curve.words()), None)).to_vec();
    html! {
        <div class="year-values">
            { number(input, "start", say(phrases::RAMP_START), start, lang, set_start) }
            { year_choice(phrases::RAMP_START_YEAR.get(lang), base_year..=horizon, start_year.unwrap_or(base_year), set_from) }
            { number(input, "end", say(phrases::RAMP_END), end, lang, set_end) }
            { year_choice(phrases::RAMP_END_YEAR.get(lang), base_year + 1..=last, end_year, set_to) }
            { choice(phrases::RAMP_SHAPE.get(lang), curves, &curve, &set_curve) }
        </div>
    }
}

fn points(lever: &Lever, lang: Lang, set: &Callback<PathValue>) -> Html {
    let one = |year: i32| {
        let then = lever.clone();
        let enter = set.reform(move |value: f64| then.with_year(year, value));
        number(lever.input, &year.to_string(), year.to_string(), lever.value.at(lever.base_year, year), lang, enter)
    };
    html! { <div class="year-values">{ for (lever.base_year..=lever.horizon).map(one) }</div> }
}
