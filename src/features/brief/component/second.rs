//! The second sheet: targets, what was assumed, how sure it is, where the scenario is.

use voced_model::{Lang, Words};
use voced_scenario::Status;
use yew::prelude::*;

use super::{boxed, heading, heads, more};
use crate::features::brief::view_model::{Assumption, Brief, TargetLine};
use crate::phrases;

pub fn sheet(brief: &Brief, lang: Lang) -> Html {
    html! {
        <section class="sheet" aria-label={lang.pick("第2页", "Page 2")}>
            { heading(phrases::BRIEF_TARGETS, lang) }
            { targets(brief, lang) }
            { heading(phrases::BRIEF_CHANGES, lang) }
            { list(&brief.changes.shown, phrases::BRIEF_NO_CHANGES.get(lang)) }
            { more(brief.changes.more, lang) }
            if !brief.assumptions.shown.is_empty() {
                { heading(phrases::ASSUMED_SHORT, lang) }
                { assumptions(brief, lang) }
            }
            if !brief.observed.shown.is_empty() {
                { heading(phrases::OBSERVED_TABLE, lang) }
                { list(&brief.observed.shown, "") }
                { more(brief.observed.more, lang) }
            }
            { heading(phrases::BRIEF_SURE, lang) }
            { for brief.sure.iter().map(|text| html! { <p>{ text }</p> }) }
            { heading(phrases::BRIEF_WARNINGS, lang) }
            { list(&brief.warnings.shown, phrases::BRIEF_NO_WARNINGS.get(lang)) }
            { more(brief.warnings.more, lang) }
            { heading(phrases::BRIEF_LINK, lang) }
            <p class="brief-link"><a href={brief.link.address.clone()}>{ &brief.link.text }</a></p>
            if !brief.link.note.is_empty() {
                <p class="more">{ brief.link.note }</p>
            }
            <p class="brief-foot">{ &brief.foot }</p>
            <p class="folio" aria-hidden="true">{ "— 2 —" }</p>
        </section>
    }
}

fn list(texts: &[String], none: &str) -> Html {
    if texts.is_empty() {
        return html! { <p>{ none.to_owned() }</p> };
    }
    html! { <ol>{ for texts.iter().map(|text| html! { <li>{ text }</li> }) }</ol> }
}

/// The verdict in the words that its narrow column has room for.
fn verdict(status: Status) -> Words {
    match status {
        Status::Assumed => phrases::ASSUMED_SHORT,
        _ => status.words(),
    }
}

fn sign(status: Status) -> &'static str {
    match status {
        Status::Met => "✓ ",
        Status::Assumed => "□ ",
        Status::Missed { .. } => "✕ ",
        _ => "",
    }
}

fn targets(brief: &Brief, lang: Lang) -> Html {
    if brief.targets.shown.is_empty() {
        return html! { <p>{ phrases::BRIEF_NO_TARGETS.get(lang) }</p> };
    }
    let has_chances = brief.targets.shown.iter().any(|target| !target.chance.is_empty());
    let words =
        [phrases::TARGET, phrases::GOAL, phrases::DEADLINE, phrases::BRIEF_VALUE, phrases::VERDICT, phrases::GAP];
    let head = words.map(|words| words.get(lang).to_owned()).into_iter();
    let head = head.chain(has_chances.then(|| phrases::BRIEF_CHANCE.get(lang).to_owned()));
    let row = |target: &TargetLine| {
        html! {
            <tr>
                <th scope="row">{ &target.label }</th>
                <td>{ &target.goal }</td>
                <td>{ &target.due }</td>
                <td>{ &target.value }</td>
                <td>{ format!("{}{}", sign(target.status), verdict(target.status).get(lang)) }</td>
                <td>{ &target.detail }</td>
                if has_chances {
                    <td>{ &target.chance }</td>
                }
            </tr>
        }
    };
    let table = html! {
        <table class="brief-targets">
            { heads(head) }
            <tbody>{ for brief.targets.shown.iter().map(row) }</tbody>
        </table>
    };
    html! {
        <>
            <p>{ &brief.targets_said }</p>
            { boxed(phrases::BRIEF_TARGETS, lang, table) }
            { more(brief.targets.more, lang) }
        </>
    }
}

fn assumptions(brief: &Brief, lang: Lang) -> Html {
    let words = [phrases::BRIEF_ASSUMPTION, phrases::BRIEF_TAKEN, phrases::BRIEF_RANGE, phrases::BRIEF_SOURCE];
    let row = |one: &Assumption| {
        html! {
            <tr>
                <th scope="row">{ one.name }</th>
                <td>{ &one.value }</td>
                <td>{ &one.range }</td>
                <td class={one.is_estimate.then_some("estimate")}>{ &one.source }</td>
            </tr>
        }
    };
    let table = html! {
        <table class="brief-assumed">
            { heads(words.map(|words| words.get(lang).to_owned())) }
            <tbody>{ for brief.assumptions.shown.iter().map(row) }</tbody>
        </table>
    };
    html! {
        <>
            { boxed(phrases::ASSUMED_SHORT, lang, table) }
            { more(brief.assumptions.more, lang) }
        </>
    }
}
