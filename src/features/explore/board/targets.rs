//! Every target of the plan: quote, goal, projected value, verdict.

use voced_model::Lang;
use voced_scenario::{Metric, Status};
use yew::prelude::*;

use super::view_model::{TargetRow, target_rows};
use crate::app::{Action, Outcome, RevealTarget};
use crate::browser::dom;
use crate::features::export::Table;
use crate::features::export::saving::csv_button;
use crate::features::plans::to_statement::to_statement;
use crate::features::uncertainty::view_model::Sureness;
use crate::ui::{Send, choice, number_button};
use crate::{lazy, phrases};

/// Properties of [`TargetBoard`].
#[derive(Properties, PartialEq)]
pub struct TargetBoardProps {
    /// The scenario.
    pub outcome: Outcome,
    /// How sure it is, where that is known.
    pub sureness: Option<Sureness>,
    /// What is to be brought into view.
    pub reveal: Option<RevealTarget>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// Which targets are shown.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    All,
    Missed,
    Met,
    Assumed,
}

impl Shown {
    fn holds(self, row: &TargetRow) -> bool {
        match self {
            Shown::All => true,
            Shown::Met => row.status == Status::Met,
            Shown::Missed => !row.status.holds(),
            Shown::Assumed => row.status == Status::Assumed,
        }
    }
}

/// The target board.
#[component]
pub fn TargetBoard(props: &TargetBoardProps) -> Html {
    let shown = use_state_eq(|| Shown::All);
    let lang = props.lang;
    let rows = use_memo((props.outcome.clone(), props.sureness.clone(), lang), |(outcome, sureness, lang)| {
        target_rows(outcome, sureness.as_ref(), *lang)
    });
    {
        // Shows the target that is looked for, and focuses it once it is there.
        let (rows, shown, send) = (rows.clone(), shown.clone(), props.send.clone());
        use_effect_with((props.reveal.clone(), *shown), move |(reveal, now)| {
            let Some(RevealTarget::Target(id)) = reveal else { return };
            if rows.iter().any(|row| row.id == *id && !now.holds(row)) {
                shown.set(Shown::All);
                return;
            }
            dom::focus(&format!("[id='target-{id}']"));
            send.emit(Action::Revealed);
        });
    }
    let filters: Vec<_> = [
        (Shown::All, phrases::SHOW_ALL),
        (Shown::Missed, phrases::SHOW_MISSED),
        (Shown::Met, phrases::SHOW_MET),
        (Shown::Assumed, phrases::SHOW_ASSUMED),
    ]
    .into_iter()
    .map(|(filter, words)| (filter, words, rows.iter().filter(|row| filter.holds(row)).count()))
    // Where nothing is assumed nobody need ask for it.
    .filter(|(filter, _, count)| *filter != Shown::Assumed || *count > 0)
    .map(|(filter, words, count)| (filter, format!("{} {count}", words.get(lang)), None))
    .collect();
    let choose = {
        let shown = shown.clone();
        Callback::from(move |filter| shown.set(filter))
    };
    html! {
        <section class="targets" aria-labelledby="targets-title">
            <div class="targets-head">
                <h2 id="targets-title">{ phrases::TARGETS.get(lang) }</h2>
                if !rows.is_empty() {
                    { choice(phrases::TARGETS.get(lang), filters, &shown, &choose) }
                    { csv(props) }
                }
            </div>
            if rows.is_empty() {
                <p class="empty">{ phrases::NO_TARGETS.get(lang) }</p>
            } else {
                <ul>{ for rows.iter().filter(|row| shown.holds(row)).map(|row| target(row, props)) }</ul>
            }
        </section>
    }
}

fn csv(props: &TargetBoardProps) -> Html {
    let (outcome, sureness, lang) = (props.outcome.clone(), props.sureness.clone(), props.lang);
    let make = move || lazy::table(&Table::Targets(outcome.clone(), sureness.clone()), lang);
    csv_button(&props.outcome, phrases::TARGETS.get(lang), make, lang, &props.send)
}

fn sign(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Met => ("met", "✓"),
        Status::Assumed => ("assumed", "□"),
        Status::Missed { .. } => ("missed", "✕"),
        Status::BeyondHorizon => ("beyond", "…"),
        Status::Unknown => ("unknown", "?"),
    }
}

fn target(row: &TargetRow, props: &TargetBoardProps) -> Html {
    let lang = props.lang;
    let (class, sign) = sign(row.status);
    let t = props.outcome.index(row.year);
    let value = match (&row.metric, t) {
        (Metric::Quantity(quantity), Some(t)) => number_button(
            *quantity,
            t,
            &format!("{} {}", row.label, row.value),
            html! { &row.value },
            lang,
            &props.send,
        ),
        _ => html! { &row.value },
    };
    html! {
        <li class={class} key={row.id.clone()} id={format!("target-{}", row.id)} tabindex="-1" aria-label={row.label.clone()}>
            <div class="target-name">
                <strong>{ &row.label }</strong>
                if row.statement.is_empty() {
                    <span class="id">{ &row.id }</span>
                } else {
                    { to_statement(&row.statement, &row.label, lang, &props.send) }
                }
                <q lang="zh-CN">{ &row.quote }</q>
            </div>
            <dl>
                <div><dt>{ phrases::TARGET.get(lang) }</dt><dd>{ &row.goal }</dd></div>
                <div>
                    <dt>{ phrases::DEADLINE.get(lang) }</dt>
                    <dd title={row.undated.then(|| phrases::NO_DEADLINE.get(lang))}>
                        { &row.due }
                        if row.undated {
                            <span class="undated">{ "*" }<span class="hidden">{ phrases::NO_DEADLINE.get(lang) }</span></span>
                        }
                    </dd>
                </div>
                <div><dt>{ phrases::RESULT.get(lang) }</dt><dd>{ value }</dd></div>
            </dl>
            <p class="verdict">
                <span class="status"><span aria-hidden="true">{ sign }</span>{ " " }{ row.status.words().get(lang) }</span>
                if !row.chance.is_empty() {
                    <span class="chance" title={phrases::CHANCE_HOW.get(lang)}>{ format!("{} {}", phrases::CHANCE.get(lang), row.chance) }</span>
                }
                if !row.detail.is_empty() {
                    <span class="detail">{ &row.detail }</span>
                }
            </p>
        </li>
    }
}
