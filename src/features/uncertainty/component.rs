//! The screen "How sure?": histograms of the headline numbers, chances of the targets, and what was
//! thought possible of the inputs.

use std::rc::Rc;

use voced_analysis::uncertainty::{self, DEFAULT_DRAWS, MAX_DRAWS};
use voced_model::inputs::Shape;
use voced_model::{InputId, Lang, Quantity, format};
use voced_scenario::{Range, ValueOrigin};
use yew::prelude::*;

use super::range_fields::range_fields;
use super::use_sureness::sureness;
use super::view_model::Sureness;
use crate::app::{Action, Outcome, Screen};
use crate::features::explore::headline::view_model::QUANTITIES;
use crate::features::export::saving::csv_button;
use crate::features::export::tables;
use crate::features::observed::can_be_weighed;
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::add_list::AddList;
use crate::ui::answer_status::{progress, trouble};
use crate::ui::field::NumberField;
use crate::ui::{Send, choice};
use crate::worker::Question;
use crate::worker::use_worker::use_answer;

/// Properties of [`SureScreen`].
#[derive(Properties, PartialEq)]
pub struct SureScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The year shown.
    pub year: i32,
    /// Whether the other screens weigh the draws by what was observed.
    pub conditioned: bool,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// How many draws can be asked for.
const DRAWS: [u32; 4] = [DEFAULT_DRAWS, 10_000, 100_000, MAX_DRAWS];

/// Draws up to which every year is answered at once, so that another one is there as soon as it is chosen.
const AT_ONCE: u32 = 10_000;

/// The screen.
#[component]
pub fn SureScreen(props: &SureScreenProps) -> Html {
    let lang = props.lang;
    let draws = use_state_eq(|| DEFAULT_DRAWS);
    let scenario = &props.outcome.resolved().scenario;
    // Of many draws the year alone that is shown.
    let year = (*draws > AT_ONCE).then_some(props.year);
    let shown = QUANTITIES.to_vec();
    let about = uncertainty::Question { draws: *draws, bands: shown.clone(), histograms: shown, year };
    let question = Question::Sure { scenario: scenario.clone(), about, conditioned: false, against: None };
    {
        // Many draws are asked for one scenario; when it changes the few are enough again.
        let draws = draws.clone();
        use_effect_with(scenario.clone(), move |_| draws.set(DEFAULT_DRAWS));
    }
    let reply = use_answer(Some(question));
    let sureness = sureness(&reply, &props.outcome);
    let choose = {
        let draws = draws.clone();
        Callback::from(move |count: u32| draws.set(count))
    };
    // The few take the place of the many that are under way.
    let cancel = choose.reform(|()| DEFAULT_DRAWS);
    let counts = DRAWS.map(|count| (count, format::exact(f64::from(count), None, lang), None)).to_vec();
    html! {
        <section class="ask sure" aria-labelledby="sure-title">
            <h2 id="sure-title">{ Screen::Sure.heading(phrases::SURE_TITLE, lang) }</h2>
            <p class="how">{ phrases::SURE_HOW.get(lang) }</p>
            if props.conditioned && can_be_weighed(&props.outcome) {
                <p class="how unweighed">{ phrases::SURE_UNWEIGHED.get(lang) }</p>
            }
            <div class="ask-bar">
                <div class="labelled">
                    <span class="caption" aria-hidden="true">{ phrases::DRAWS.get(lang) }</span>
                    { choice(phrases::DRAWS.get(lang), counts, &draws, &choose) }
                </div>
                { seed(scenario.seed, lang, &props.send) }
                { progress(&reply, lang, &cancel, ".sure .choice [aria-pressed=true]") }
            </div>
            { trouble(&reply, lang) }
            if let Some(sureness) = &sureness {
                { histograms(sureness, props) }
                { chances(sureness, props) }
            }
            { uncertain(props) }
        </section>
    }
}

fn seed(seed: u32, lang: Lang, send: &Send) -> Html {
    let enter = send.reform(|seed: f64| Action::SetSeed(seed as u32));
    html! {
        <div class="labelled" title={phrases::SEED_HOW.get(lang)}>
            <span class="caption" aria-hidden="true">{ phrases::SEED.get(lang) }</span>
            <NumberField id="seed" label={phrases::SEED.get(lang).to_owned()} text={seed.to_string()}
                allowed={voced_scenario::SEEDS} {lang} {enter} />
        </div>
    }
}

fn histograms(sureness: &Sureness, props: &SureScreenProps) -> Html {
    let lang = props.lang;
    // Another year is under way.
    let Some(t) = props.outcome.index(props.year).filter(|_| sureness.is_of(props.year)) else { return html! {} };
    let card = |quantity: Quantity| {
        let title = format!("{} · {}", quantity.spec().name.get(lang), props.year);
        let Some(histogram) = sureness.histogram(quantity, t, &props.outcome, lang) else {
            return html! {
                <article class="plot" key={quantity.id()}>
                    <header><h3>{ title }</h3></header>
                    <p class="empty">{ phrases::ALWAYS_SAME.get(lang) }</p>
                </article>
            };
        };
        let plotted = Rc::new(Plotted::Histogram(histogram));
        html! {
            <Plot key={quantity.id()} id={format!("histogram-{}", quantity.id())} {title} {plotted}
                is_dark={props.is_dark} {lang} send={props.send.clone()} />
        }
    };
    html! { <div class="cards three">{ for QUANTITIES.into_iter().map(card) }</div> }
}

fn chances(sureness: &Sureness, props: &SureScreenProps) -> Html {
    let lang = props.lang;
    let targets = &props.outcome.resolved().scenario.area().targets;
    if targets.is_empty() {
        return html! {};
    }
    let row = |(place, target): (usize, &voced_scenario::Target)| {
        let share = sureness.chance(place, target);
        let said = sureness.chance_text(place, target, lang);
        html! {
            <tr key={target.id.clone()}>
                <th scope="row">{ target.label.get(lang) }{ " " }<span class="id">{ &target.id }</span></th>
                <td>{ crate::features::explore::board::view_model::goal_text(target, lang) }</td>
                <td>
                    if let Some(share) = share {
                        <meter min="0" max="1" value={share.to_string()} aria-hidden="true" />
                    }
                    { said }
                </td>
            </tr>
        }
    };
    html! {
        <>
            <div class="with-csv">
                <h3>{ phrases::CHANCES.get(lang) }</h3>
                { chances_csv(sureness, props) }
            </div>
            <div class="table-box" tabindex="0" role="region" aria-label={phrases::CHANCES.get(lang)}>
                <table class="chances">
                    <thead><tr>
                        <th scope="col">{ phrases::TARGET.get(lang) }</th>
                        <th scope="col">{ phrases::GOAL.get(lang) }</th>
                        <th scope="col">{ phrases::CHANCE.get(lang) }</th>
                    </tr></thead>
                    <tbody>{ for targets.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn chances_csv(sureness: &Sureness, props: &SureScreenProps) -> Html {
    let (outcome, sureness, lang) = (props.outcome.clone(), sureness.clone(), props.lang);
    let make = move || Some(tables::chances(&outcome, &sureness, lang));
    csv_button(&props.outcome, phrases::CHANCES.get(lang), make, lang, &props.send)
}

/// What is uncertain, each with the ends of its range to be changed.
fn uncertain(props: &SureScreenProps) -> Html {
    let lang = props.lang;
    let scenario = &props.outcome.resolved().scenario;
    let known: Vec<InputId> = uncertainty::uncertain(props.outcome.resolved()).iter().map(|one| one.input).collect();
    let row = |input: &InputId| {
        let spec = input.spec();
        let (level, sourced) = scenario.value(*input);
        let value = sourced.value.level().map(|value| format::amount(value, spec.unit, lang).text(lang));
        let input = *input;
        let reset = props.send.reform(move |_: MouseEvent| Action::ResetRange(input));
        html! {
            <li key={spec.id}>
                <strong>{ spec.name.get(lang) }</strong>
                <span class="amount">{ value }</span>
                { range_fields(scenario, input, "sure", lang, &props.send) }
                if level == ValueOrigin::Own {
                    <button type="button" class="link" onclick={reset}
                        aria-label={format!("{} {}", phrases::RANGE_RESET.get(lang), spec.name.get(lang))}
                    >{ phrases::RANGE_RESET.get(lang) }</button>
                }
            </li>
        }
    };
    html! {
        <>
            <h3>{ phrases::UNCERTAIN_INPUTS.get(lang) }<span class="count">{ known.len() }</span></h3>
            if known.is_empty() {
                <p class="empty">{ phrases::UNCERTAIN_NONE.get(lang) }</p>
            }
            <ul class="uncertain">{ for known.iter().map(row) }</ul>
            { add_range(&known, props) }
        </>
    }
}

/// A list of the inputs that are still certain; choosing one gives it a range to begin with.
fn add_range(known: &[InputId], props: &SureScreenProps) -> Html {
    let lang = props.lang;
    let certain = InputId::all().filter(|input| !known.contains(input) && input.spec().shape != Shape::Switch);
    let outcome = props.outcome.clone();
    let send = props.send.clone();
    let add = Callback::from(move |id: String| {
        let Some(input) = InputId::find(&id) else { return };
        let value = outcome.resolved().scenario.value(input).1.value.level().unwrap_or_default();
        let spec = input.spec();
        // A tenth to either side, or ten steps where the value is zero: enough to begin with.
        let reach = if value == 0.0 { 10.0 * spec.step } else { value.abs() / 10.0 };
        let reach = if spec.is_whole() { reach.max(1.0).round() } else { reach };
        let range = Range { low: Some((value - reach).max(spec.min)), high: Some((value + reach).min(spec.max)) };
        send.emit(Action::SetRange(input, range));
    });
    html! {
        <label class="labelled">
            <span class="caption">{ phrases::ADD_RANGE.get(lang) }</span>
            <AddList id="add-range" first="…" {add}>
                { for certain.map(|input| html! { <option value={input.id()}>{ input.spec().name.get(lang) }</option> }) }
            </AddList>
        </label>
    }
}
