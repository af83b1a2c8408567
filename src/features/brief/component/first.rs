//! The first sheet: the question, the main results, how they develop.

use voced_model::Lang;
use yew::prelude::*;

use super::{boxed, heading, heads};
use crate::features::brief::view_model::{Brief, BriefChart, ResultLine};
use crate::phrases;

pub fn sheet(brief: &Brief, lang: Lang) -> Html {
    let colon = lang.pick("：", ": ");
    let fact = |(name, text): &(&'static str, String)| html! { <li>{ format!("{name}{colon}{text}") }</li> };
    html! {
        <section class="sheet" aria-label={lang.pick("第1页", "Page 1")}>
            <h3 class="brief-title">{ &brief.title }</h3>
            <ul class="brief-facts">{ for brief.facts.iter().map(fact) }</ul>
            { heading(phrases::BRIEF_QUESTION, lang) }
            <p class="brief-question">{ &brief.question }</p>
            if !brief.answer.is_empty() {
                { heading(phrases::BRIEF_ANSWER, lang) }
                <p class="brief-question brief-answer">{ &brief.answer }</p>
            }
            { for brief.pays.iter().map(|line| html! { <p class="brief-question">{ line }</p> }) }
            { heading(phrases::BRIEF_RESULTS, lang) }
            { results(brief, lang) }
            { heading(phrases::BRIEF_CHARTS, lang) }
            <div class="brief-charts">{ for brief.charts.iter().map(chart) }</div>
            <p class="folio" aria-hidden="true">{ "— 1 —" }</p>
        </section>
    }
}

fn results(brief: &Brief, lang: Lang) -> Html {
    let has_difference = !brief.against.is_empty();
    let has_ranges = brief.has_ranges;
    let year = lang.pick(
        format!("{}年{}", brief.year, phrases::BRIEF_VALUE.zh),
        format!("{} in {}", phrases::BRIEF_VALUE.en, brief.year),
    );
    let head = [
        Some(phrases::BRIEF_INDICATOR.get(lang).to_owned()),
        Some(year),
        has_difference.then(|| brief.against.to_owned()),
        has_ranges.then(|| phrases::BRIEF_LIKELY.get(lang).to_owned()),
    ];
    let row = |line: &ResultLine| {
        html! {
            <tr>
                <th scope="row">{ line.name }</th>
                <td>{ &line.value }</td>
                if has_difference {
                    <td>{ &line.difference }</td>
                }
                if has_ranges {
                    <td>{ &line.likely }</td>
                }
            </tr>
        }
    };
    let table = html! {
        <table class="brief-results">
            { heads(head.into_iter().flatten()) }
            <tbody>{ for brief.results.iter().map(row) }</tbody>
        </table>
    };
    boxed(phrases::BRIEF_RESULTS, lang, table)
}

fn chart(chart: &BriefChart) -> Html {
    html! {
        <figure>
            <figcaption>{ chart.title }</figcaption>
            <img src={chart.source.clone()} alt={chart.said.clone()} />
        </figure>
    }
}
