//! Why two of the scenarios differ, cause by cause.

use std::rc::Rc;

use voced_analysis::attribution::Factor;
use yew::prelude::*;

use super::view_model::Column;
use crate::app::Settings;
use crate::features::attribution::component::{WhyScreenProps, picture};
use crate::phrases;
use crate::ui::answer_status::trouble;
use crate::ui::{Send, choice};
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion};

/// Properties of [`CompareWhy`].
#[derive(Properties, PartialEq)]
pub struct CompareWhyProps {
    /// The scenarios.
    pub columns: Rc<Vec<Column>>,
    /// The column of the reference.
    pub reference: usize,
    /// The year in question.
    pub year: i32,
    /// The reader's settings: the result in question.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}

/// What moved the result between the reference and another column.
#[component]
pub fn CompareWhy(props: &CompareWhyProps) -> Html {
    let lang = props.settings.lang;
    let chosen = use_state_eq(|| 0_usize);
    let open = use_state_eq(|| None::<Factor>);
    let reference = props.columns.iter().find(|column| column.place == props.reference);
    let area = reference.map(Column::area);
    let others: Vec<&Column> =
        props.columns.iter().filter(|column| column.place != props.reference && Some(column.area()) == area).collect();
    let other = others.iter().find(|column| column.place == *chosen).or(others.first()).copied();
    let ends = reference.zip(other);
    let question = ends.map(|(from, to)| LaterQuestion::Why {
        from: from.scenario().clone(),
        to: to.scenario().clone(),
        quantity: props.settings.subject,
        year: props.year,
    });
    let reply = use_later(question.clone());
    // An answer about other scenarios is none.
    let found = match (reply.answer.as_deref(), reply.to.as_deref()) {
        (Some(LaterAnswer::Why(found)), asked) if asked == question.as_ref() => Some(found),
        _ => None,
    };
    let options = others.iter().map(|column| (column.place, column.name.clone(), None)).collect();
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |place| chosen.set(place))
    };
    let name = reference.map_or("", |reference| &reference.name);
    let (label, and) = (phrases::REFERENCE.get(lang), phrases::WHY_DIFFER_AND.get(lang));
    let caption = lang.pick(format!("{label}“{name}”{and}"), format!("{label} “{name}” {and}"));
    html! {
        <div class="compare-why">
            <h3 id="compare-why-title">
                { format!("{} · {} · {}", phrases::WHY_DIFFER.get(lang), props.settings.subject.spec().name.get(lang), props.year) }
            </h3>
            if let Some((from, to)) = ends {
                <p class="how">{ phrases::WHY_HOW.get(lang) }</p>
                <div class="ask-bar">
                    <div class="labelled">
                        <span class="caption"><bdi>{ caption }</bdi></span>
                        { choice(phrases::WHY_DIFFER.get(lang), options, &to.place, &choose) }
                    </div>
                </div>
                { trouble(&reply.state, lang) }
                if let Some(found) = found {
                    { picture(found, [&from.name, &to.name], [&from.outcome, &to.outcome], &open, &asked(props, from)) }
                }
            } else {
                <p class="empty">{ phrases::WHY_ONE_AREA.get(lang) }</p>
            }
        </div>
    }
}

/// What the picture of causes needs to know. Numbers open in the scenario on the page.
fn asked(props: &CompareWhyProps, reference: &Column) -> WhyScreenProps {
    WhyScreenProps {
        outcome: props.columns.first().unwrap_or(reference).outcome.clone(),
        year: props.year,
        settings: props.settings.clone(),
        is_dark: props.is_dark,
        send: props.send.clone(),
    }
}
