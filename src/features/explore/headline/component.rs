//! The large numbers and the year they stand for.

use voced_model::{Lang, Quantity, Words};
use voced_scenario::Layer;
use yew::prelude::*;

use super::view_model::{RangeBar, Tile, tiles};
use crate::app::{Action, Outcome, Screen, SettingsChange};
use crate::features::explore::answer::component::answer_line;
use crate::features::export::Table;
use crate::features::export::saving::{Origin, csv_button};
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
    let is_in_page = use_context::<Origin>().is_some();
    let tiles = tiles(&props.outcome, &props.reference, props.sureness.as_ref(), props.year, lang);
    html! {
        <section class="headline" aria-labelledby="headline-title">
            <h2 id="headline-title" class="hidden">{ format!("{area} · {}", phrases::HEADLINE.get(lang)) }</h2>
            { answer_line(&props.outcome, &props.reference, props.compare, props.year, lang, &props.send) }
            <div class="headline-head">
                { year_slider(props) }
                { csv(props) }
            </div>
            // Inside another page it stands at the foot: there is no form to lead to.
            if is_in_page { { whose_numbers(props) } }
            <div class="tiles">{ for tiles.iter().map(|tile| face(tile, props)) }</div>
        </section>
    }
}

/// Whose the numbers of an own area are; leads to its form.
fn whose_numbers(props: &HeadlineProps) -> Html {
    let Some(text) = props.outcome.resolved().scenario.whose_numbers(props.lang) else { return html! {} };
    let onclick = props.send.reform(|_: MouseEvent| Action::Settings(SettingsChange::Screen(Screen::Areas)));
    html! { <p class="whose-numbers"><button type="button" class="link" id="whose-numbers" {onclick}>{ text }</button></p> }
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
    let likely = match tile.likely.is_empty() {
        true => String::new(),
        false => format!("{} {}", likely_words(tile).get(lang), tile.likely),
    };
    let said = format!("{name} {}", tile.text(lang).unwrap_or_else(|| number.clone()));
    // The picture of the range is for the eye alone.
    let said = format!("{said}{}", lang.bracketed(&likely));
    let digits = html! { <><strong>{ number }</strong>{ " " }<span class="unit">{ unit }</span></> };
    let arrow = match tile.direction {
        1 => "▲ ",
        -1 => "▼ ",
        _ => "",
    };
    html! {
        <div class={classes!("tile", tile.is_short.then_some("short"))} data-quantity={tile.quantity.id()}>
            <h3>
                { name }
                if let Some(lead) = tile.lead {
                    { " · " }<span class="lead">{ lead.get(lang) }</span>
                }
            </h3>
            // One line below the name, so that the numbers stand side by side; its room is there before the draws are,
            // so that nothing moves under a pointer when they come.
            if !tile.deficit.is_empty() || (props.bands && tile.quantity == Quantity::Balance) {
                <p class="deficit" title={phrases::DEFICIT_HOW.get(lang)}>{ &tile.deficit }</p>
            } else if let Some((quantity, words, amount)) = &tile.aside {
                <p class="aside">{ {
                    let text = format!("{} {}", words.get(lang), amount.text(lang));
                    number_button(*quantity, tile.t, &text, html! { &text }, lang, &props.send)
                } }</p>
            }
            { number_button(tile.quantity, tile.t, &said, digits, lang, &props.send) }
            <div class="meta">
                if let Some(difference) = &tile.difference {
                    <p class="difference">{ arrow }{ &difference.number }{ difference.space(lang) }<span class="unit">{ &difference.unit }</span></p>
                }
            </div>
            // Its room is there from the start, so that nothing moves under a pointer when it comes.
            if props.bands {
                <div class="range" title={phrases::LIKELY_HOW.get(lang)}>
                    { for tile.range.iter().map(range_bar) }
                    if !likely.is_empty() {
                        <p class="likely">{ likely }</p>
                    }
                </div>
            }
        </div>
    }
}

/// Where draws lie: nine in ten on the line, half of them on its thick part; the number itself, and what it is held
/// against.
fn range_bar(bar: &RangeBar) -> Html {
    // In hundredths of the width, with room for the marks at both ends.
    let place = |share: f64| 2.0 + 96.0 * share;
    let strip = |class: &'static str, [from, to]: [f64; 2], y: f64, height: f64| {
        let (x, width) = (place(from), (place(to) - place(from)).max(0.5));
        html! { <rect {class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} /> }
    };
    let mark = |class: &'static str, at: f64| {
        html! { <rect {class} x={(place(at) - 1.0).to_string()} y="0" width="2" height="12" /> }
    };
    html! {
        <svg class="range-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            { strip("nine", bar.nine, 4.5, 3.0) }
            { strip("half", bar.half, 3.0, 6.0) }
            { mark("other", bar.other) }
            { mark("own", bar.own) }
        </svg>
    }
}
