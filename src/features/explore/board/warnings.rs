//! What is out of line, each with the levers that would change it.

use voced_model::Lang;
use yew::prelude::*;

use super::view_model::{WarningRow, warning_rows};
use crate::app::{Action, Outcome, RevealTarget};
use crate::features::export::Table;
use crate::features::export::saving::csv_button;
use crate::ui::Send;
use crate::{lazy, phrases};

/// Properties of [`WarningList`].
#[derive(Properties, PartialEq)]
pub struct WarningListProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The list of warnings.
#[component]
pub fn WarningList(props: &WarningListProps) -> Html {
    let lang = props.lang;
    let rows = use_memo((props.outcome.clone(), lang), |(outcome, lang)| warning_rows(outcome, *lang));
    html! {
        <section class="warnings" aria-labelledby="warnings-title">
            <div class="with-csv">
                <h2 id="warnings-title">{ phrases::WARNINGS.get(lang) }<span class="count">{ rows.len() }</span></h2>
                if !rows.is_empty() {
                    { csv(props) }
                }
            </div>
            if rows.is_empty() {
                <p class="empty">{ phrases::NO_WARNINGS.get(lang) }</p>
            } else {
                <ul>{ for rows.iter().map(|row| warning(row, props)) }</ul>
            }
        </section>
    }
}

fn csv(props: &WarningListProps) -> Html {
    let (outcome, lang) = (props.outcome.clone(), props.lang);
    let make = move || lazy::table(&Table::Warnings(outcome.clone()), lang);
    csv_button(&props.outcome, phrases::WARNINGS.get(lang), make, lang, &props.send)
}

fn warning(row: &WarningRow, props: &WarningListProps) -> Html {
    let levers = row.levers.iter().map(|(lever, name)| {
        let lever = *lever;
        let onclick = props.send.reform(move |_: MouseEvent| Action::Reveal(RevealTarget::Lever(lever)));
        html! { <button type="button" class="chip" {onclick}>{ name }</button> }
    });
    html! {
        <li key={row.key.clone()}>
            <p><strong>{ &row.title }</strong><span class="detail">{ &row.detail }</span></p>
            <p class="advice">{ &row.advice }{ " " }{ for levers }</p>
        </li>
    }
}
