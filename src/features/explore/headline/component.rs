//! The large numbers and the year they stand for.

use voced_model::{Lang, Words};
use voced_scenario::Layer;
use yew::prelude::*;

use super::view_model::{Tile, tiles};
use crate::app::{Action, Outcome};
use crate::features::explore::answer::component::answer_line;
use crate::features::export::Table;
use crate::features::export::saving::csv_button;
use crate::features::uncertainty::view_model::Sureness;
use crate::ui::{Send, number_button};
use crate::{lazy, phrases};

/// Properties of [`Headline`].
#[derive(Properties, PartialEq)]
pub struct HeadlineProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What it is held against.
    pub reference: Outcome,
    /// How sure it is, where that is known.
    pub sureness: Option<Sureness>,
    /// Whether that is wanted, and so on its way where it is not known.
    pub bands: bool,
    /// Which layer that is.
    pub compare: Layer,
    /// The year shown.
    pub year: i32,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The large numbers of one year.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    let lang = props.lang;
    let area = props.outcome.resolved().scenario.area().short.get(lang);
    html! {
        <section class="headline" aria-labelledby="headline-title">
            { answer_line(&props.outcome, &props.reference, props.compare, props.year, lang, &props.send) }
            <div class="headline-head">
                <h2 id="headline-title">{ format!("{area} · {}", phrases::HEADLINE.get(lang)) }</h2>
                { year_slider(props) }
                <p class="against">{ phrases::against(props.compare).get(lang) }</p>
                { csv(props) }
            </div>
            <div class="tiles">
                { for tiles(&props.outcome, &props.reference, props.sureness.as_ref(), props.year, lang).iter().map(|tile| face(tile, props)) }
            </div>
        </section>
    }
}

/// What the range is of.
fn likely_words(tile: &Tile) -> Words {
    if tile.likely_is_difference { phrases::LIKELY_DIFFERENCE } else { phrases::LIKELY }
}

fn csv(props: &HeadlineProps) -> Html {
    let (outcome, reference, sureness) = (props.outcome.clone(), props.reference.clone(), props.sureness.clone());
    let (year, lang) = (props.year, props.lang);
    let make = move || {
        let table = Table::Headline(outcome.clone(), reference.clone(), sureness.clone(), year);
        lazy::table(&table, lang)
    };
    csv_button(&props.outcome, phrases::HEADLINE.get(lang), make, lang, &props.send)
}

fn year_slider(props: &HeadlineProps) -> Html {
    let scenario = &props.outcome.resolved().scenario;
    let first = (scenario.base_year() + 1).min(scenario.horizon);
    let send = props.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        if let Ok(year) = input.value().parse() {
            send.emit(Action::Focus(year));
        }
    });
    html! {
        <label class="year">
            <span class="caption">{ phrases::YEAR_IN_QUESTION.get(props.lang) }</span>
            <input
                type="range" id="focus-year" min={first.to_string()} max={scenario.horizon.to_string()} step="1"
                value={props.year.to_string()} {oninput}
            />
            <output for="focus-year">{ props.year }</output>
        </label>
    }
}

fn face(tile: &Tile, props: &HeadlineProps) -> Html {
    let lang = props.lang;
    let name = tile.quantity.spec().name.get(lang);
    let (number, unit) = match &tile.amount {
        Some(amount) => (amount.number.clone(), amount.unit.clone()),
        None => (phrases::NO_VALUE.get(lang).to_owned(), String::new()),
    };
    let said = format!("{name} {number} {unit}");
    let digits = html! { <><strong>{ number }</strong>{ " " }<span class="unit">{ unit }</span></> };
    let arrow = match tile.direction {
        1 => "▲ ",
        -1 => "▼ ",
        _ => "",
    };
    // Where there is little room for words, a unit that both have stands once, behind the difference.
    let has_one_unit =
        tile.amount.as_ref().zip(tile.difference.as_ref()).is_some_and(|(one, two)| one.unit == two.unit);
    html! {
        <div class={classes!("tile", tile.is_short.then_some("short"), has_one_unit.then_some("one-unit"))} data-quantity={tile.quantity.id()}>
            <h3>{ name }</h3>
            { number_button(tile.quantity, tile.t, &said, digits, lang, &props.send) }
            <div class="meta">
                if let Some(difference) = &tile.difference {
                    <p class="difference">{ arrow }{ difference.text(lang) }</p>
                }
                if let Some((quantity, words, amount)) = &tile.aside {
                    <p class="aside">{ {
                        let text = format!("{} {}", words.get(lang), amount.text(lang));
                        number_button(*quantity, tile.t, &text, html! { &text }, lang, &props.send)
                    } }</p>
                }
            </div>
            if tile.likely.is_empty() && props.bands && props.sureness.is_none() {
                // Its room is there from the start, so that nothing moves under a pointer when it comes.
                <p class="likely" />
            }
            if !tile.likely.is_empty() {
                <p class="likely" title={phrases::LIKELY_HOW.get(lang)}>{ format!("{} {}", likely_words(tile).get(lang), tile.likely) }</p>
            }
            if !tile.contrary.is_empty() {
                <p class="contrary" title={phrases::CONTRARY_HOW.get(lang)}>{ &tile.contrary }</p>
            }
        </div>
    }
}
