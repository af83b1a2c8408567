//! The map of a result over two levers, with the line of a goal.

use std::rc::Rc;

use voced_model::Allowed;
use voced_model::{InputId, Lang, Quantity, format};
use voced_scenario::Op;
use yew::prelude::*;

use super::view_model::{goal_of, heat_map, levers, map_question};
use crate::app::{Action, Outcome};
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::answer_status::trouble;
use crate::ui::field::NumberField;
use crate::ui::signs::sign;
use crate::ui::{Send, choice};
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion};

/// Properties of [`HeatPanel`].
#[derive(Properties, PartialEq)]
pub struct HeatPanelProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The year shown.
    pub year: i32,
    /// The result.
    pub quantity: Quantity,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A goal of the user's own; `None` for no line.
type OwnGoal = Option<(Op, f64)>;

/// The map.
#[component]
pub fn HeatPanel(props: &HeatPanelProps) -> Html {
    let lang = props.lang;
    let across = use_state_eq(|| InputId::find("vocational_share"));
    let up = use_state_eq(|| InputId::find("in_scope_share"));
    // A goal that the user set counts for the result it was set for.
    let own = use_state_eq(|| None::<(Quantity, OwnGoal)>);
    let goal = match *own {
        Some((quantity, goal)) if quantity == props.quantity => goal,
        _ => goal_of(props.outcome.resolved(), props.quantity),
    };
    let scenario = &props.outcome.resolved().scenario;
    let question = across.zip(*up).map(|(x, y)| {
        let about = map_question(scenario, [x, y], props.quantity, props.year);
        LaterQuestion::Grid { scenario: scenario.clone(), about }
    });
    let reply = use_later(question);
    let map = match (reply.answer.as_deref(), reply.to.as_deref()) {
        // While another answer is on its way the last one stays, under its own name.
        (Some(LaterAnswer::Grid(grid)), Some(LaterQuestion::Grid { about, scenario: asked }))
            if asked.area_ref == scenario.area_ref =>
        {
            let goal = goal.filter(|_| about.quantity == props.quantity);
            let plotted = Rc::new(Plotted::HeatMap(heat_map(grid, about.quantity, goal, lang)));
            // The tornado above is about the same number: names tell the two apart.
            let what = about.quantity.spec().name.get(lang);
            let title = format!("{} · {what} · {}", phrases::MAP_TITLE.get(lang), about.year);
            let grid = grid.clone();
            let on_row = props.send.reform(move |cell: usize| {
                let columns = grid.x.levels.len().max(1);
                let sides = [(&grid.x, cell % columns), (&grid.y, cell / columns)].into_iter();
                let levels = sides.filter_map(|(side, place)| Some((side.input, *side.levels.get(place)?)));
                Action::SetLevels(levels.collect())
            });
            html! { <Plot id="heat-map" {title} {plotted} is_dark={props.is_dark} {lang} on_row={on_row} send={props.send.clone()} /> }
        }
        _ => html! {},
    };
    let set_own = {
        let (own, quantity) = (own.clone(), props.quantity);
        Callback::from(move |goal: OwnGoal| own.set(Some((quantity, goal))))
    };
    html! {
        <>
            <h3 id="map-title">{ phrases::MAP_TITLE.get(lang) }</h3>
            <p class="how">{ phrases::MAP_HOW.get(lang) }</p>
            <div class="ask-bar">
                { lever_list("map-across", phrases::MAP_ACROSS.get(lang), &across, *up, lang) }
                { lever_list("map-up", phrases::MAP_UP.get(lang), &up, *across, lang) }
                { goal_fields(goal, props, set_own) }
            </div>
            { trouble(&reply.state, lang) }
            { map }
        </>
    }
}

/// A list of levers, without the one on the other axis.
fn lever_list(
    id: &'static str,
    caption: &'static str,
    chosen: &UseStateHandle<Option<InputId>>,
    other: Option<InputId>,
    lang: Lang,
) -> Html {
    let now = **chosen;
    let chosen = chosen.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        if let Some(input) = InputId::find(&select.value()) {
            chosen.set(Some(input));
        }
    });
    let option = |input: InputId| {
        let selected = Some(input) == now;
        html! { <option value={input.id()} {selected}>{ input.spec().name.get(lang) }</option> }
    };
    html! {
        <label class="labelled">
            <span class="caption">{ caption }</span>
            <select {id} {onchange}>{ for levers().filter(|input| Some(*input) != other).map(option) }</select>
        </label>
    }
}

/// Which side of which value is the goal.
fn goal_fields(goal: OwnGoal, props: &HeatPanelProps, set: Callback<OwnGoal>) -> Html {
    let lang = props.lang;
    let unit = props.quantity.spec().unit;
    let present = props.outcome.value(props.quantity, props.year).unwrap_or_default();
    let value = goal.map_or(present, |(_, value)| value);
    let none = (None, phrases::GOAL_NONE.get(lang).to_owned(), None);
    let ops = [Op::AtLeast, Op::AtMost].map(|op| (Some(op), sign(op).trim().to_owned(), None));
    let options = std::iter::once(none).chain(ops).collect();
    // An equality is a line like any other: its left side misses it too.
    let chosen = goal.map(|(op, _)| if op == Op::AtMost { Op::AtMost } else { Op::AtLeast });
    let choose = set.reform(move |op: Option<Op>| op.map(|op| (op, value)));
    let allowed = Allowed::of((f64::MIN, f64::MAX), Some(unit));
    let op = chosen.unwrap_or(Op::AtLeast);
    let enter = set.reform(move |value: f64| Some((op, value)));
    html! {
        <div class="labelled">
            <span class="caption" aria-hidden="true">{ phrases::GOAL.get(lang) }</span>
            { choice(phrases::GOAL.get(lang), options, &chosen, &choose) }
            if goal.is_some() {
                <NumberField id="map-goal" label={phrases::GOAL.get(lang).to_owned()} text={format::entry(value, unit, lang)} {allowed} {lang} {enter} />
                <span class="unit">{ unit.words().get(lang) }</span>
            }
        </div>
    }
}
