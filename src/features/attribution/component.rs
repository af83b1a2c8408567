//! The screen "Why?": what moved a result between two scenarios.

use std::rc::Rc;

use voced_analysis::attribution::{Attribution, Factor};
use voced_analysis::warnings::Lever;
use voced_model::format::Gauge;
use yew::prelude::*;

use super::view_model::{Pair, levels, readers, telling, waterfall};
use crate::app::{Action, Outcome, RevealTarget, Screen, Settings};
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::answer_status::trouble;
use crate::ui::result_choice::subject;
use crate::ui::{Send, choice, number_button};
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion};

/// Properties of [`WhyScreen`].
#[derive(Properties, PartialEq)]
pub struct WhyScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The year shown.
    pub year: i32,
    /// The reader's settings: the result in question.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}

/// The screen.
#[component]
pub fn WhyScreen(props: &WhyScreenProps) -> Html {
    let lang = props.settings.lang;
    let quantity = props.settings.subject;
    let own = &props.outcome.resolved().scenario;
    let chosen = use_state_eq(|| None::<Pair>);
    let open = use_state_eq(|| None::<Factor>);
    let pair = chosen.unwrap_or_else(|| Pair::of(own));
    let ends = use_memo((own.clone(), pair), |(own, pair)| pair.scenarios(own));
    let outcomes = use_memo((*ends).clone(), |ends| ends.each_ref().map(Outcome::of));
    let [from, to] = (*ends).clone();
    let reply = use_later(Some(LaterQuestion::Why { from, to, quantity, year: props.year }));
    let pairs = Pair::ALL.map(|pair| {
        let [from, to] = pair.names(lang);
        (pair, format!("{from} → {to}"), None)
    });
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |pair| chosen.set(Some(pair)))
    };
    let found = match (reply.answer.as_deref(), reply.to.as_deref()) {
        // During a drag the answer of a moment ago stays; one about something else does not.
        (Some(LaterAnswer::Why(found)), Some(LaterQuestion::Why { from, to, quantity: asked, year }))
            if (*asked, *year) == (quantity, props.year) && *from == ends[0] =>
        {
            let is_pair = match pair {
                Pair::BaseToPlan => *to == ends[1],
                _ => to.is_untouched() == own.is_untouched(),
            };
            is_pair.then_some(found)
        }
        _ => None,
    };
    let body = match (found, &*outcomes) {
        (Some(found), [Some(from), Some(to)]) => picture(found, pair.names(lang), [from, to], &open, props),
        _ => html! {},
    };
    html! {
        <section class="ask why" aria-labelledby="why-title">
            <h2 id="why-title">{ Screen::Why.heading(phrases::WHY_TITLE, lang) }</h2>
            <p class="how">{ phrases::WHY_HOW.get(lang) }</p>
            <div class="ask-bar">
                { subject(&props.settings, &props.send) }
                <div class="labelled">
                    <span class="caption" aria-hidden="true">{ phrases::BETWEEN.get(lang) }</span>
                    { choice(phrases::BETWEEN.get(lang), pairs.to_vec(), &pair, &choose) }
                </div>
            </div>
            if own.is_untouched() && pair != Pair::BaseToPlan {
                <p class="empty">{ phrases::NOT_CHANGED_YET.get(lang) }</p>
            }
            { trouble(&reply.state, lang) }
            { body }
        </section>
    }
}

/// The causes in words, as a waterfall, and one of them opened.
pub fn picture(
    found: &Attribution,
    names: [&str; 2],
    ends: [&Outcome; 2],
    open: &UseStateHandle<Option<Factor>>,
    props: &WhyScreenProps,
) -> Html {
    let lang = props.settings.lang;
    let quantity = props.settings.subject;
    let plotted = Rc::new(Plotted::Waterfall(waterfall(found, names, quantity, lang)));
    let title = format!("{} · {}", quantity.spec().name.get(lang), props.year);
    let factors: Vec<Factor> = telling(found).map(|bar| bar.factor.clone()).collect();
    let on_row = {
        let open = open.clone();
        // The first row is where the way begins.
        Callback::from(move |row: usize| {
            let factor = row.checked_sub(1).and_then(|step| factors.get(step)).cloned();
            open.set(factor.filter(|factor| Some(factor) != open.as_ref()));
        })
    };
    let [before, after] = ends.map(Outcome::resolved);
    let account = found.account(before, after, quantity, props.year, lang);
    let opened = open.as_ref().and_then(|factor| found.bars.iter().find(|bar| bar.factor == *factor));
    html! {
        <>
            <div class="in-words" aria-live="polite">
                <h3>{ phrases::IN_WORDS.get(lang) }</h3>
                <p>{ account.text(lang) }</p>
            </div>
            <Plot id="waterfall" {title} {plotted} is_dark={props.is_dark} {lang} on_row={on_row} send={props.send.clone()} />
            if found.bars.iter().any(|bar| bar.error > 0.0) {
                <p class="how">{ phrases::WHY_SAMPLED.get(lang) }</p>
            }
            if !found.bars.is_empty() {
                <p class="how">{ phrases::BAR_OPEN.get(lang) }</p>
            }
            if let Some(bar) = opened {
                { opened_bar(&bar.factor, bar.value, ends, props) }
            }
        </>
    }
}

/// A bar opened: the two levels, what it adds, and the formulas it enters.
fn opened_bar(factor: &Factor, value: f64, ends: [&Outcome; 2], props: &WhyScreenProps) -> Html {
    let lang = props.settings.lang;
    let unit = props.settings.subject.spec().unit;
    let levels = levels(factor, ends, lang);
    let (quantity, year) = (props.settings.subject, props.year);
    let results: Vec<f64> = ends.iter().filter_map(|outcome| outcome.value(quantity, year)).collect();
    let adds = Gauge::of(&results, &[value], unit, lang).difference(value).text(lang);
    let lever = match factor {
        Factor::Input(input) => Lever::Input(*input),
        Factor::Project { .. } => Lever::Projects,
        Factor::Deliverable { .. } => Lever::Deliverables,
    };
    let go = props.send.reform(move |_: MouseEvent| Action::Reveal(RevealTarget::Lever(lever)));
    let t = props.outcome.index(props.year).unwrap_or_default();
    // Numbers open in the scenario on the page.
    let read_by = match factor {
        Factor::Input(input) => readers(props.outcome.resolved(), *input, t),
        _ => Vec::new(),
    };
    let meaning = match factor {
        Factor::Input(input) => input.prose().meaning.get(lang),
        _ => "",
    };
    html! {
        <div class="opened-bar" id="opened-bar">
            <h4>{ factor.name(lang) }</h4>
            <p>{ meaning }</p>
            <p>
                if let Some([before, after]) = levels {
                    { format!("{before} → {after}{}", lang.pick("；", "; ")) }
                }
                { format!("{} {adds}", phrases::ADDS.get(lang)) }
            </p>
            if !read_by.is_empty() {
                <p>
                    { phrases::ENTERS.get(lang) }{ lang.pick("：", ": ") }
                    { for read_by.into_iter().map(|quantity| {
                        let name = quantity.spec().name.get(lang);
                        html! { <>{ number_button(quantity, t, name, html! { name }, lang, &props.send) }{ " " }</> }
                    }) }
                </p>
            }
            <button type="button" class="chip" onclick={go}>{ phrases::GO_TO_LEVER.get(lang) }</button>
        </div>
    }
}
