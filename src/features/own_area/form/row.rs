//! One value of an own area, with everything that is said of it, to be changed.

use std::sync::Arc;

use voced_model::inputs::{Confidence, Shape};
use voced_model::{Allowed, InputId, Lang, Words, format};
use voced_scenario::{Area, AreaEdit, Layer, Ownership};
use yew::prelude::*;

use crate::features::own_area::view_model::{
    ValueRow, borrowed, lenders, value_row, with_confidence, with_end, with_number, with_source, with_year,
};
use crate::phrases;
use crate::ui::add_list::AddList;
use crate::ui::field::NumberField;

/// How many years after the base year the form has fields for.
const YEARS: i32 = 5;

/// Properties of [`ValueEditor`].
#[derive(Properties, PartialEq)]
pub struct ValueEditorProps {
    /// The area.
    pub area: Arc<Area>,
    /// Which value.
    pub input: InputId,
    /// The language.
    pub lang: Lang,
    /// Where edits go.
    pub edit: Callback<AreaEdit>,
}

/// The row.
#[component]
pub fn ValueEditor(props: &ValueEditorProps) -> Html {
    let ValueEditorProps { area, input, lang, .. } = props;
    let (lang, input) = (*lang, *input);
    let spec = input.spec();
    let row = value_row(area, input, lang);
    let name = spec.name.get(lang);
    let mark = match row.ownership {
        Ownership::Own => "own",
        Ownership::Copied => "copied",
        Ownership::General => "general",
    };
    html! {
        <div class="value-row" role="group" aria-label={name} data-value={spec.id}>
            <div class="value-name">
                <strong>{ name }</strong>{ " " }<span class={classes!("badge", "whose", mark)}>{ &row.whose }</span>
                <p class="caption">{ input.prose().meaning.get(lang) }</p>
            </div>
            <div class="value-fields">
                { number(&row, props) }
                if row.ownership == Ownership::Own {
                    { end(&row, 0, phrases::LOW_END, phrases::NO_LOW, props) }
                    { end(&row, 1, phrases::HIGH_END, phrases::NO_HIGH, props) }
                    { source(&row, props) }
                    { confidence(&row, props) }
                }
                { from_elsewhere(&row, props) }
            </div>
            if row.ownership != Ownership::Own && !row.source.is_empty() {
                // Of others' numbers nothing is to be changed but the number itself, which then is one's own.
                <p class="caption">
                    { phrases::VALUE_SOURCE.get(lang) }{ lang.pick("：", ": ") }<bdi>{ &row.source }</bdi>
                    if let Some(sure) = row.confidence { { lang.bracketed(sure.words().get(lang)) } }
                </p>
            }
            if spec.shape == Shape::Path { { years(props) } }
            if !row.peers.is_empty() {
                <p class="peers">
                    <span class="caption">{ phrases::PEERS.get(lang) }</span>
                    { for row.peers.iter().map(|(place, value)| html! { <span>{ format!("{place} {value}") }</span> }) }
                </p>
            }
        </div>
    }
}

/// A callback that makes an edit of a value that was entered.
fn making<T: 'static>(props: &ValueEditorProps, make: impl Fn(&Area, InputId, T) -> AreaEdit + 'static) -> Callback<T> {
    let (area, input) = (props.area.clone(), props.input);
    props.edit.reform(move |entered: T| make(&area, input, entered))
}

fn labelled(words: &'static str, unit: &'static str, content: Html) -> Html {
    html! {
        <span class="labelled">
            <span class="caption" aria-hidden="true">{ words }</span>
            <span class="with-unit">{ content }if !unit.is_empty() { <span class="unit">{ unit }</span> }</span>
        </span>
    }
}

fn number(row: &ValueRow, props: &ValueEditorProps) -> Html {
    let (lang, spec) = (props.lang, props.input.spec());
    let label = format!("{}{}{}", spec.name.get(lang), lang.pick("：", ": "), phrases::VALUE_ENTERED.get(lang));
    let field = html! {
        <NumberField
            id={format!("area-{}", spec.id)} {label} text={row.entry.clone().unwrap_or_default()} allowed={spec.allowed()} {lang}
            enter={making(props, with_number)}
        />
    };
    html! {
        <>
            { labelled(if row.entry.is_some() { phrases::VALUE_ENTERED.get(lang) } else { phrases::ONE_VALUE.get(lang) }, spec.unit.words().get(lang), field) }
            if row.entry.is_none() { <span class="course">{ &row.said }</span> }
        </>
    }
}

fn end(row: &ValueRow, which: usize, words: Words, none: Words, props: &ValueEditorProps) -> Html {
    let (lang, spec) = (props.lang, props.input.spec());
    // Ends stand around one number.
    let Some(value) = props.area.value(props.input, Layer::Base).1.value.constant() else { return html! {} };
    let now = row.ends.get(which).copied().flatten();
    let (min, max) = if which == 0 { (spec.min, value) } else { (value, spec.max) };
    let id = if which == 0 { "low" } else { "high" };
    let label = format!("{}{}{}", spec.name.get(lang), lang.pick("：", ": "), words.get(lang));
    let take_away = making(props, move |area, input, _: MouseEvent| with_end(area, input, which, None));
    let field = html! {
        <>
            <NumberField
                id={format!("area-{id}-{}", spec.id)} {label} text={now.map(|end| format::entry(end, spec.unit, lang)).unwrap_or_default()}
                allowed={Allowed { min, max, ..spec.allowed() }} {lang}
                enter={making(props, move |area, input, end| with_end(area, input, which, Some(end)))}
            />
            if now.is_some() {
                <button type="button" class="link" aria-label={none.get(lang)} title={none.get(lang)} onclick={take_away}>{ "×" }</button>
            }
        </>
    };
    labelled(words.get(lang), "", field)
}

fn source(row: &ValueRow, props: &ValueEditorProps) -> Html {
    let (lang, spec) = (props.lang, props.input.spec());
    let label = format!("{}{}{}", spec.name.get(lang), lang.pick("：", ": "), phrases::VALUE_SOURCE.get(lang));
    let onchange = making(props, |area, input, event: Event| {
        with_source(area, input, &event.target_unchecked_into::<web_sys::HtmlInputElement>().value())
    });
    let field = html! {
        <input
            type="text" class="source" id={format!("area-source-{}", spec.id)} aria-label={label} autocomplete="off" maxlength="500"
            value={row.source.clone()} {onchange}
        />
    };
    labelled(phrases::VALUE_SOURCE.get(lang), "", field)
}

fn confidence(row: &ValueRow, props: &ValueEditorProps) -> Html {
    let (lang, spec) = (props.lang, props.input.spec());
    let label = format!("{}{}{}", spec.name.get(lang), lang.pick("：", ": "), phrases::VALUE_SURE.get(lang));
    let onchange = making(props, |area, input, event: Event| {
        let chosen = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        let found = Confidence::ALL.into_iter().find(|level| level.id() == chosen);
        with_confidence(area, input, found)
    });
    let option = |level: Confidence| {
        html! { <option value={level.id()} selected={row.confidence == Some(level)}>{ level.words().get(lang) }</option> }
    };
    let field = html! {
        <select id={format!("area-sure-{}", spec.id)} aria-label={label} {onchange}>
            <option value="" selected={row.confidence.is_none()}>{ phrases::NOT_SAID.get(lang) }</option>
            { for Confidence::ALL.into_iter().rev().map(option) }
        </select>
    };
    labelled(phrases::VALUE_SURE.get(lang), "", field)
}

/// The general value, or that of another area.
fn from_elsewhere(row: &ValueRow, props: &ValueEditorProps) -> Html {
    let (lang, input) = (props.lang, props.input);
    let general = props.edit.reform(move |_: MouseEvent| AreaEdit::Value(Layer::Base, input, None));
    let lent = props.edit.reform(move |from: String| borrowed(&from, input));
    let lenders = lenders(input, lang);
    let name = input.spec().name.get(lang);
    let label = format!("{name}{}{}", lang.pick("：", ": "), phrases::USE_GENERAL.get(lang));
    html! {
        <span class="elsewhere">
            if row.ownership != Ownership::General {
                <button type="button" class="link" aria-label={label} onclick={general}>{ phrases::USE_GENERAL.get(lang) }</button>
            }
            if !lenders.is_empty() {
                <AddList id="borrow" label={phrases::BORROW_FROM.get(lang)} first={phrases::BORROW_FROM.get(lang)} add={lent}>
                    { for lenders.into_iter().map(|(id, name)| html! { <option value={id}>{ name }</option> }) }
                </AddList>
            }
        </span>
    }
}

/// A field a year.
fn years(props: &ValueEditorProps) -> Html {
    let ValueEditorProps { area, input, lang, .. } = props;
    let (lang, spec) = (*lang, input.spec());
    let base_year = area.base_year.value;
    let (_, sourced) = area.value(*input, Layer::Base);
    let field = |year: i32| {
        let label = format!("{} {year}", spec.name.get(lang));
        let value = sourced.value.at(base_year, year);
        html! {
            <span class="labelled" key={year}>
                <span class="caption" aria-hidden="true">{ year }</span>
                <NumberField
                    id={format!("area-{}-{year}", spec.id)} {label} text={format::entry(value, spec.unit, lang)} allowed={spec.allowed()} {lang}
                    enter={making(props, move |area, input, number| with_year(area, input, year, number))}
                />
            </span>
        }
    };
    html! {
        <details class="by-year">
            <summary>{ phrases::BY_YEAR.get(lang) }</summary>
            <div class="value-fields">{ for (base_year..=base_year + YEARS).map(field) }</div>
        </details>
    }
}
