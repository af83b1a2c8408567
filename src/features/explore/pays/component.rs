//! The section of who pays, below the charts.

use voced_model::Lang;
use yew::prelude::*;

use super::view_model::lines;
use crate::app::Outcome;
use crate::browser::parts::Part;
use crate::ui::Send;
use crate::ui::lazy_part::{arriving, use_part};
use crate::{lazy, phrases};

/// Properties of [`PaysSection`].
#[derive(Clone, Properties, PartialEq)]
pub struct PaysSectionProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What it is held against.
    pub reference: Outcome,
    /// The year the first line is about.
    pub year: i32,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// Who pays, in words, and by year, payer and use when it is opened.
#[component]
pub fn PaysSection(props: &PaysSectionProps) -> Html {
    let is_open = use_state_eq(|| false);
    let arrival = use_part(Part::Later, *is_open);
    let lang = props.lang;
    let Some(reference) = props.reference.unless_same_as(&props.outcome) else { return html! {} };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let words = if *is_open { phrases::PAYS_LESS } else { phrases::PAYS_MORE };
    html! {
        <section class="pays" aria-labelledby="pays-title">
            <h2 id="pays-title">{ phrases::PAYS_TITLE.get(lang) }</h2>
            { for lines(&props.outcome, reference, props.year, lang).into_iter().map(|line| html! { <p>{ line }</p> }) }
            <button type="button" class="link" id="open-pays" aria-expanded={is_open.to_string()} onclick={toggle}>{ words.get(lang) }</button>
            if *is_open {
                { lazy::pays(props).unwrap_or_else(|| arriving(&arrival, lang)) }
            }
        </section>
    }
}
