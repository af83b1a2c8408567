//! The five plans beside each other on one subject.

use voced_model::Lang;
use yew::prelude::*;

use crate::app::{Action, PlansChange, PlansFilter};
use crate::features::export::comparison;
use crate::features::export::saving::TableCsv;
use crate::features::plans::to_statement::to_statement;
use crate::features::plans::view_model::side::{Bar, Bars, SideRow, SubjectComparison, head, resolved_scenarios, side};
use crate::features::plans::view_model::subjects::{Subject, subjects};
use crate::phrases;
use crate::ui::Send;

/// Properties of [`SideBySide`].
#[derive(Properties, PartialEq)]
pub struct SideBySideProps {
    /// What the reader looks at.
    pub desk: PlansFilter,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The five plans beside each other.
#[component]
pub fn SideBySide(props: &SideBySideProps) -> Html {
    let lang = props.lang;
    let resolved_scenarios = use_memo((), |()| resolved_scenarios());
    let subjects = use_memo(lang, |lang| subjects(*lang));
    let chosen = subjects.iter().find(|subject| Some(&subject.id) == props.desk.subject.as_ref());
    let Some(chosen) = chosen.or(subjects.first()) else { return html! {} };
    let now = use_memo((chosen.clone(), lang), |(subject, lang)| side(&resolved_scenarios, subject, *lang));
    let make = {
        let now = now.clone();
        Callback::from(move |()| {
            comparison::texts(&now.name, head(lang), crate::features::plans::view_model::side::table(&now))
        })
    };
    html! {
        <div id="side">
            <p class="how">{ phrases::SIDE_HOW.get(lang) }</p>
            { choose(&subjects, chosen, props) }
            <div aria-live="polite">
                { for now.cautions.iter().map(|caution| html! { <p class="caution">{ caution }</p> }) }
            </div>
            { for now.pictures.iter().map(|bars| picture(bars, lang)) }
            <p class="table-csv"><TableCsv title={now.name.clone()} {make} {lang} send={props.send.clone()} /></p>
            { table(&now, lang, &props.send) }
        </div>
    }
}

fn choose(subjects: &[Subject], chosen: &Subject, props: &SideBySideProps) -> Html {
    let lang = props.lang;
    let onchange = props.send.reform(|event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        Action::Plans(PlansChange::Subject(select.value()))
    });
    let option = |subject: &Subject| {
        let selected = subject.id == chosen.id;
        let count = lang.pick(format!("（{} 个规划）", subject.plans), format!(" ({} plans)", subject.plans));
        let words = if subject.plans > 1 { format!("{}{count}", subject.name) } else { subject.name.clone() };
        html! { <option value={subject.id.clone()} {selected}>{ words }</option> }
    };
    let (several, one): (Vec<_>, Vec<_>) = subjects.iter().partition(|subject| subject.plans > 1);
    html! {
        <label class="labelled">
            <span class="caption">{ phrases::SUBJECT_OF_PLANS.get(lang) }</span>
            <select id="plans-subject" {onchange}>
                <optgroup label={phrases::SEVERAL_PLANS.get(lang)}>{ for several.into_iter().map(option) }</optgroup>
                <optgroup label={phrases::ONE_PLAN.get(lang)}>{ for one.into_iter().map(option) }</optgroup>
            </select>
        </label>
    }
}

/// A diamond (the plan) or a ring (the status quo) at a share of the width.
fn point(share: f64, class: &'static str) -> Html {
    html! {
        <svg x={format!("{:.2}%", share * 100.0)} overflow="visible" class={class}>
            if class == "plan" {
                <path d="M0 2 L6 9 L0 16 L-6 9 Z" />
            } else {
                <circle cy="9" r="5" />
            }
        </svg>
    }
}

fn bar(bar: &Bar) -> Html {
    html! {
        <li>
            <span class="bar-name">{ &bar.name }</span>
            <svg class="bar" height="18" width="100%" aria-hidden="true" overflow="visible">
                <rect y="3" width={format!("{:.2}%", bar.asked * 100.0)} height="12" />
                { for bar.base.map(|share| point(share, "base")) }
                { for bar.plan.map(|share| point(share, "plan")) }
            </svg>
            <span class="bar-said">{ &bar.said }</span>
        </li>
    }
}

/// Bars of one unit: what is asked for, with marks for what the model gives.
fn picture(bars: &Bars, lang: Lang) -> Html {
    let is_computed = bars.bars.iter().any(|bar| bar.base.is_some() || bar.plan.is_some());
    html! {
        <figure class="side-bars" data-unit={bars.unit.clone()}>
            <figcaption>
                <span><svg width="18" height="12" aria-hidden="true" class="bar"><rect width="18" height="12" /></svg>{ phrases::KEY_ASKED.get(lang) }</span>
                if is_computed {
                    <span><svg width="14" height="18" viewBox="-7 0 14 18" aria-hidden="true" class="bar">{ point(0.0, "base") }</svg>{ phrases::BASE_VALUE.get(lang) }</span>
                    <span><svg width="14" height="18" viewBox="-7 0 14 18" aria-hidden="true" class="bar">{ point(0.0, "plan") }</svg>{ phrases::PLAN_VALUE.get(lang) }</span>
                }
                <span class="scale">{ format!("0 – {}", bars.end) }</span>
            </figcaption>
            <ul>{ for bars.bars.iter().map(bar) }</ul>
        </figure>
    }
}

fn table(now: &SubjectComparison, lang: Lang, send: &Send) -> Html {
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={now.name.clone()}>
            <table class="side">
                <caption>{ &now.name }</caption>
                <thead><tr>{ for head(lang).into_iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>{ for now.rows.iter().map(|row| table_row(row, lang, send)) }</tbody>
            </table>
        </div>
    }
}

fn table_row(row: &SideRow, lang: Lang, send: &Send) -> Html {
    html! {
        <tr class={row.statement.is_none().then_some("silent")}>
            <th scope="row">{ &row.area }</th>
            <td class="says">
                if let Some((id, label, quote)) = &row.statement {
                    <details>
                        <summary>{ label }</summary>
                        <q lang="zh-CN">{ quote }</q>
                    </details>
                    { to_statement(id, label, lang, send) }
                }
            </td>
            { for [&row.asked, &row.due, &row.year, &row.base, &row.plan].into_iter().map(|cell| html! { <td>{ cell }</td> }) }
        </tr>
    }
}
