//! One lever: name, slider with the plan's and the status quo's marks, field, resets, years, about.

use voced_model::inputs::{Shape, SourceKind};
use voced_model::{InputId, Lang, Words, format};
use voced_scenario::{Layer, ValueOrigin};
use yew::prelude::*;

use super::view_model::Lever;
use crate::app::{Action, Gesture};
use crate::browser::parts::Part;
use crate::features::export::saving::Origin;
use crate::ui::field::NumberField;
use crate::ui::lazy_part::{Arrival, arriving, use_part};
use crate::ui::{Send, choice};
use crate::{lazy, phrases};

/// Properties of [`LeverRow`].
#[derive(Properties, PartialEq)]
pub struct LeverRowProps {
    /// The lever.
    pub lever: Lever,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// What is opened below a row.
#[derive(Clone, Copy, PartialEq)]
enum Opened {
    Nothing,
    About,
    Years,
}

/// One lever.
#[component]
pub fn LeverRow(props: &LeverRowProps) -> Html {
    let opened = use_state_eq(|| Opened::Nothing);
    let arrival = use_part(Part::Later, *opened != Opened::Nothing);
    let LeverRowProps { lever, lang, send, .. } = props;
    let lang = *lang;
    let spec = lever.input.spec();
    let name = spec.name.get(lang);
    let is_own = lever.origin == ValueOrigin::Own;
    let opener = |what: Opened, class: &'static str, face: &'static str, words: Words| {
        let opened = opened.clone();
        let expanded = (*opened == what).to_string();
        let onclick =
            Callback::from(move |_: MouseEvent| opened.set(if *opened == what { Opened::Nothing } else { what }));
        let label = format!("{} {name}", words.get(lang));
        html! { <button type="button" {class} aria-expanded={expanded} aria-label={label} {onclick}>{ face }</button> }
    };
    html! {
        <div class={classes!("lever", is_own.then_some("own"))} id={format!("lever-{}", spec.id)} data-input={spec.id}>
            <div class="lever-head">
                <span class="lever-name">{ name }</span>
                if is_own {
                    <span class="badge">{ phrases::OWN_VALUE.get(lang) }</span>
                }
                if lever.is_example {
                    <span class="badge example" title={phrases::EXAMPLE_HOW.get(lang)}>{ phrases::EXAMPLE.get(lang) }</span>
                }
                { opener(Opened::About, "icon", "ⓘ", phrases::ABOUT) }
            </div>
            if spec.shape == Shape::Switch {
                { switch(lever, lang, send) }
            } else {
                { slider(lever, lang, send) }
            }
            <div class="lever-foot">
                // The open editor shows it better, and a line that comes and goes would move it under the pointer.
                if !lever.way.is_empty() && *opened != Opened::Years {
                    <span class="way">{ &lever.way }</span>
                }
                if let Some(whose) = &lever.whose {
                    <span class="whose">{ whose }</span>
                }
                <span class="resets">
                    if spec.shape == Shape::Path {
                        { opener(Opened::Years, "link", phrases::BY_YEAR.get(lang), phrases::BY_YEAR) }
                    }
                    { reset(lever, Layer::Base, lang, send) }
                    { reset(lever, Layer::Plan, lang, send) }
                </span>
            </div>
            if *opened == Opened::About {
                <About input={lever.input} arrival={arrival.clone()} {lang} send={send.clone()} />
            }
            if *opened == Opened::Years {
                { lazy::years(lever, lang, send).unwrap_or_else(|| arriving(&arrival, lang)) }
            }
        </div>
    }
}

/// Properties of [`About`].
#[derive(Properties, PartialEq)]
struct AboutProps {
    input: InputId,
    arrival: Arrival,
    lang: Lang,
    send: Send,
}

/// What there is to say about an input in the scenario at present, which comes as a context: of all parts of a
/// row this one alone depends on it, while it is open.
#[component]
fn About(props: &AboutProps) -> Html {
    let origin = use_context::<Origin>();
    let AboutProps { input, arrival, lang, send } = props;
    let about = origin.and_then(|origin| lazy::about(&origin.outcome.resolved().scenario, *input, *lang, send));
    about.unwrap_or_else(|| arriving(arrival, *lang))
}

/// Sends a new level of a lever.
fn set_level(lever: &Lever, send: &Send, gesture: Gesture) -> Callback<f64> {
    let lever = lever.clone();
    send.reform(move |to: f64| {
        let value = lever.value.moved(lever.input, lever.observed, lever.base_year, to);
        Action::SetInput(lever.input, value, gesture)
    })
}

fn slider(lever: &Lever, lang: Lang, send: &Send) -> Html {
    let input = lever.input;
    let spec = input.spec();
    let name = spec.name.get(lang);
    let set = set_level(lever, send, Gesture::Moving);
    let (min, max) = (lever.slider.min, lever.slider.max);
    let oninput = Callback::from(move |event: InputEvent| {
        let slider: web_sys::HtmlInputElement = event.target_unchecked_into();
        if let Ok(value) = slider.value().parse::<f64>() {
            let value = if spec.is_whole() { value.round() } else { value };
            set.emit(value.clamp(min, max));
        }
    });
    let onchange = send.reform(|_: Event| Action::EndGesture);
    let amount = format::amount(lever.level, spec.unit, lang).text(lang);
    // The level stands for some years only: whoever hears the field is told too.
    let since = if lever.since.is_empty() {
        String::new()
    } else {
        format!("{}{}{}", lever.since, lang.pick("，", ", "), phrases::VARIES.get(lang))
    };
    let with_years = |text: &str| {
        if since.is_empty() {
            text.to_owned()
        } else {
            lang.pick(format!("{text}（{since}）"), format!("{text} ({since})"))
        }
    };
    let said = with_years(&amount);
    html! {
        <div class="lever-main">
            <div class="slider">
                <input
                    type="range" id={format!("slider-{}", spec.id)} aria-label={name} aria-valuetext={said}
                    min={min.to_string()} max={max.to_string()} step={spec.step.to_string()}
                    value={lever.level.to_string()} {oninput} {onchange}
                />
                { marks(lever, lang) }
            </div>
            <NumberField
                id={format!("field-{}", spec.id)} label={with_years(name)}
                text={format::entry(lever.level, spec.unit, lang)}
                allowed={spec.allowed()} {lang}
                enter={set_level(lever, send, Gesture::Done)}
            />
            <span class="unit">{ spec.unit.words().get(lang) }</span>
        </div>
    }
}

/// What is written behind the plan's level where the plan itself gives none.
fn plan_mark(lever: &Lever, lang: Lang) -> &'static str {
    if lever.is_plan_example { SourceKind::Illustrative.mark().get(lang) } else { "" }
}

const TRIANGLE: &str = "M0 1 L4 8 L-4 8 Z";

/// Where the plan (filled) and the status quo (hollow) lie, below the track. The track's ends lie
/// half a thumb inside the slider; the style sheet sees to it.
fn marks(lever: &Lever, lang: Lang) -> Html {
    let mark = |value: f64, class: &'static str, words: Words, kind: &str| {
        let amount = format::amount(value, lever.input.spec().unit, lang).text(lang);
        let x = format!("{:.2}%", lever.slider.place(value) * 100.0);
        html! {
            <svg class={classes!("mark", class)} {x} overflow="visible">
                <title>{ format!("{} {amount}{kind}", words.get(lang)) }</title>
                <path d={TRIANGLE} />
            </svg>
        }
    };
    html! {
        <svg class="marks" aria-hidden="true" height="10" overflow="visible">
            { mark(lever.base, "base", phrases::STATUS_QUO, "") }
            if lever.plan != lever.base {
                { mark(lever.plan, "plan", phrases::PLAN, plan_mark(lever, lang)) }
            }
        </svg>
    }
}

fn switch(lever: &Lever, lang: Lang, send: &Send) -> Html {
    let options =
        [false, true].map(|on| (f64::from(u8::from(on)), lever.input.spec().state(on).get(lang).to_owned(), None));
    let name = lever.input.spec().name.get(lang);
    choice(name, options.to_vec(), &lever.level, &set_level(lever, send, Gesture::Done))
}

fn reset(lever: &Lever, layer: Layer, lang: Lang, send: &Send) -> Html {
    let (short, long, level) = match layer {
        Layer::Base => (phrases::STATUS_QUO, phrases::TO_STATUS_QUO, lever.base),
        Layer::Plan => (phrases::PLAN, phrases::TO_PLAN, lever.plan),
    };
    if layer == Layer::Plan && !lever.in_plan {
        return html! {};
    }
    let (input, spec) = (lever.input, lever.input.spec());
    let onclick = send.reform(move |_: MouseEvent| Action::TakeFrom(input, layer));
    let amount = match spec.shape {
        Shape::Switch => spec.state(level != 0.0).get(lang).to_owned(),
        _ => format::short(level, spec.unit, lang),
    };
    // The badge beside the name says it where the plan's value stands.
    let kind = if layer == Layer::Plan && !lever.is_example { plan_mark(lever, lang) } else { "" };
    let face = format!("{} {amount}{kind}", short.get(lang));
    // What is written on the button is part of its name, for those who speak to their computer.
    let label =
        format!("{}{}{face}{}{}", spec.name.get(lang), lang.pick("：", ": "), lang.pick("，", ", "), long.get(lang));
    html! {
        <button type="button" class={classes!("link", "reset", layer.id())} aria-label={label} {onclick}>
            <svg class={classes!("mark", layer.id())} width="9" height="9" viewBox="-5 0 10 9" aria-hidden="true">
                <path d={TRIANGLE} />
            </svg>
            { face }
        </button>
    }
}
