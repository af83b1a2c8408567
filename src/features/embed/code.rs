//! The code that puts charts and levers into another page.

use voced_model::inputs::Section;
use voced_model::{InputId, Lang};
use voced_scenario::Scenario;
use yew::prelude::*;

use super::view_model as embed;
use super::view_model::Code;
use crate::app::embedding::MAX_LEVERS;
use crate::app::{ChartId, Embedding, Settings};
use crate::browser::{address, link};
use crate::features::explore::levers::view_model::{first_and_more, main_levers};
use crate::phrases;
use crate::ui::add_list::AddList;
use crate::ui::copyable::Copyable;
use crate::ui::use_focus_after_render::{Then, use_focus_after_render};

/// Properties of [`EmbedCode`].
#[derive(Properties, PartialEq)]
pub struct EmbedCodeProps {
    /// The scenario that is embedded.
    pub scenario: Scenario,
    /// The reader's settings: the charts on show are proposed.
    pub settings: Settings,
}

/// Charts and levers to choose, and the code for them.
#[component]
pub fn EmbedCode(props: &EmbedCodeProps) -> Html {
    let lang = props.settings.lang;
    let chosen = use_state_eq(|| proposed(&props.scenario, &props.settings));
    let then = use_focus_after_render();
    let set = {
        let chosen = chosen.clone();
        Callback::from(move |embedding: Embedding| chosen.set(embedding))
    };
    let address = address::page();
    let code = Code::of(&chosen, &address, &link::pack(&props.scenario), &props.scenario, lang);
    html! {
        <section class="embed-code" aria-labelledby="embed-title">
            <h3 id="embed-title">{ phrases::EMBED_TITLE.get(lang) }</h3>
            <p class="how">{ phrases::EMBED_HOW.get(lang) }</p>
            { charts(&chosen, lang, &set) }
            { levers(&chosen, &props.scenario, lang, &set, &then) }
            { headline(&chosen, lang, &set) }
            if embed::has_address(&address) {
                <Copyable id="embed-element" label={phrases::EMBED_ELEMENT.get(lang)} text={code.element} rows={5} {lang} />
                <Copyable id="embed-iframe" label={phrases::EMBED_IFRAME.get(lang)} text={code.iframe} rows={4} {lang} />
                <p><a href={code.example} target="_blank" rel="noopener">{ phrases::EMBED_SEE.get(lang) }</a></p>
            } else {
                <p class="trouble">{ phrases::EMBED_NO_SERVER.get(lang) }</p>
            }
        </section>
    }
}

/// What is proposed: the charts on show, and the levers that were moved.
fn proposed(scenario: &Scenario, settings: &Settings) -> Embedding {
    let moved: Vec<InputId> = scenario.inputs.keys().copied().take(MAX_LEVERS).collect();
    let share = InputId::find("vocational_share").into_iter().collect();
    let levers = if moved.is_empty() { share } else { moved };
    Embedding { charts: settings.charts.clone(), levers, bands: settings.bands, ..Embedding::default() }
}

fn charts(chosen: &Embedding, lang: Lang, set: &Callback<Embedding>) -> Html {
    let one = |chart: &ChartId| {
        let chart = *chart;
        let checked = chosen.charts.contains(&chart);
        // One always stays, and more than fit beside each other cannot be had.
        let disabled = if checked { chosen.charts.len() == 1 } else { chosen.charts.len() == Settings::MAX_CHARTS };
        let now = chosen.clone();
        let onchange = set.reform(move |_: Event| {
            let mut next = now.clone();
            match next.charts.iter().position(|one| *one == chart) {
                Some(place) => drop(next.charts.remove(place)),
                None => next.charts.push(chart),
            }
            next
        });
        html! {
            <label><input type="checkbox" {checked} {disabled} {onchange} />{ chart.words().get(lang) }</label>
        }
    };
    html! {
        <fieldset class="ticks">
            <legend>{ phrases::EMBED_CHARTS.get(lang) }</legend>
            { for ChartId::ALL.iter().map(one) }
        </fieldset>
    }
}

fn levers(chosen: &Embedding, scenario: &Scenario, lang: Lang, set: &Callback<Embedding>, then: &Then) -> Html {
    let shown = |input: &InputId| {
        let input = *input;
        let name = input.spec().name.get(lang);
        let (now, then) = (chosen.clone(), then.clone());
        let onclick = set.reform(move |_: MouseEvent| {
            then.focus("#embed-lever");
            let mut next = now.clone();
            next.levers.retain(|one| *one != input);
            next
        });
        let label = format!("{} {name}", phrases::REMOVE.get(lang));
        html! { <li>{ name }<button type="button" class="icon" aria-label={label} {onclick}>{ "×" }</button></li> }
    };
    let main = main_levers(scenario);
    let firsts: Vec<InputId> = Section::ALL.iter().flat_map(|one| first_and_more(scenario, *one, &main).0).collect();
    let options = InputId::all()
        .filter(|input| !chosen.levers.contains(input) && (main.contains(input) || firsts.contains(input)));
    let option = |input: InputId| html! { <option value={input.id()}>{ input.spec().name.get(lang) }</option> };
    let now = chosen.clone();
    let add = set.reform(move |id: String| {
        let mut next = now.clone();
        next.levers.extend(InputId::find(&id));
        next
    });
    let label = phrases::ADD_LEVER_SHOWN.get(lang);
    html! {
        <fieldset class="ticks">
            <legend>{ phrases::EMBED_LEVERS.get(lang) }</legend>
            if chosen.levers.is_empty() {
                <span class="empty">{ phrases::EMBED_NO_LEVERS.get(lang) }</span>
            } else {
                <ul class="shown-levers">{ for chosen.levers.iter().map(shown) }</ul>
            }
            if chosen.levers.len() < MAX_LEVERS {
                <AddList id="embed-lever" {label} first={format!("{label}…")} {add}>{ for options.map(option) }</AddList>
            }
        </fieldset>
    }
}

fn headline(chosen: &Embedding, lang: Lang, set: &Callback<Embedding>) -> Html {
    let now = chosen.clone();
    let onchange = set.reform(move |_: Event| Embedding { headline: !now.headline, ..now.clone() });
    html! {
        <p class="ticks">
            <label><input type="checkbox" id="embed-headline" checked={chosen.headline} {onchange} />{ phrases::EMBED_HEADLINE.get(lang) }</label>
        </p>
    }
}
