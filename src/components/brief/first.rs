//! The first sheet: the question, the main results, how they develop.

use voced_model::Lang;
use yew::prelude::*;

use super::{boxed, heading, heads};
use crate::i18n::say;
use crate::view::brief::{Brief, BriefChart, ResultLine};

pub fn sheet(brief: &Brief, lang: Lang) -> Html {
    let colon = lang.pick("：", ": ");
    let fact = |(name, text): &(&'static str, String)| html! { <li>{ format!("{name}{colon}{text}") }</li> };
    html! {
        <section class="sheet" aria-label={lang.pick("第1页", "Page 1")}>
            <h3 class="brief-title">{ &brief.title }</h3>
            <ul class="brief-facts">{ for brief.facts.iter().map(fact) }</ul>
            { heading(say::BRIEF_QUESTION, lang) }
            <p class="brief-question">{ &brief.question }</p>
            { heading(say::BRIEF_RESULTS, lang) }
            { results(brief, lang) }
            { heading(say::BRIEF_CHARTS, lang) }
            <div class="brief-charts">{ for brief.charts.iter().map(chart) }</div>
            <p class="folio" aria-hidden="true">{ "— 1 —" }</p>
        </section>
    }
}

fn results(brief: &Brief, lang: Lang) -> Html {
    let has_difference = !brief.against.is_empty();
    let has_ranges = brief.has_ranges;
    let year = lang
        .pick(format!("{}年{}", brief.year, say::BRIEF_VALUE.zh), format!("{} in {}", say::BRIEF_VALUE.en, brief.year));
    let head = [
        Some(say::BRIEF_INDICATOR.get(lang).to_owned()),
        Some(year),
        has_difference.then(|| brief.against.to_owned()),
        has_ranges.then(|| say::BRIEF_LIKELY.get(lang).to_owned()),
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
    boxed(say::BRIEF_RESULTS, lang, table)
}

fn chart(chart: &BriefChart) -> Html {
    html! {
        <figure>
            <figcaption>{ chart.title }</figcaption>
            <img src={chart.source.clone()} alt={chart.said.clone()} />
        </figure>
    }
}
