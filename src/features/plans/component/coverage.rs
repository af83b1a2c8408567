//! How many statements became what, and why some are not computed.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::statements::Fate;
use yew::prelude::*;

use crate::features::export::comparison;
use crate::features::export::saving::TableCsv;
use crate::features::plans::to_statement::to_statement;
use crate::features::plans::view_model::Entry;
use crate::features::plans::view_model::coverage::{CoverageRow, head, reasons, rows, table};
use crate::phrases;
use crate::ui::Send;

/// The table, bars for all plans, and the reasons.
pub fn coverage(entries: &[Rc<Entry>], lang: Lang, send: &Send) -> Html {
    let rows = rows(entries, lang);
    let cells = table(&rows);
    let make = {
        let cells = cells.clone();
        Callback::from(move |()| comparison::texts(phrases::PART_COVERAGE.get(lang), head(lang), cells.clone()))
    };
    let total = rows.last();
    let said = total.map(|all| {
        let (all, computed, share) = (all.all, all.computed(), voced_model::format::percent(all.share()));
        lang.pick(
            format!("五个规划共 {all} 条，其中 {computed} 条（{share}）进入模型或作为任务跟踪，{} 条没有计算。", all - computed),
            format!(
                "Of {all} statements in five plans, {computed} ({share}) are part of the model or followed as deliverables; {} are not computed.",
                all - computed
            ),
        )
    });
    html! {
        <div id="coverage">
            <p class="verdict-line">{ for said }</p>
            <p class="how">{ phrases::COVERAGE_HOW.get(lang) }</p>
            { for total.map(|total| bars(total, lang)) }
            <p class="table-csv"><TableCsv title={phrases::PART_COVERAGE.get(lang)} {make} {lang} send={send.clone()} /></p>
            <div class="table-box" tabindex="0" role="region" aria-label={phrases::PART_COVERAGE.get(lang)}>
                <table class="coverage">
                    <thead><tr>{ for head(lang).into_iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for cells.into_iter().map(row_of) }</tbody>
                </table>
            </div>
            <h3>{ phrases::WHY_NOT.get(lang) }</h3>
            <ul class="reasons-why">
                { for reasons(entries).into_iter().map(|(why, members)| html! {
                    <li>
                        <p>{ why }</p>
                        <p class="members">
                            { for members.iter().map(|entry| to_statement(&entry.id, &entry.label, lang, send)) }
                        </p>
                    </li>
                }) }
            </ul>
        </div>
    }
}

fn row_of(row: Vec<String>) -> Html {
    let mut cells = row.into_iter();
    html! {
        <tr>
            <th scope="row">{ for cells.next() }</th>
            { for cells.map(|cell| html! { <td>{ cell }</td> }) }
        </tr>
    }
}

/// A bar for each thing that statements became.
fn bars(total: &CoverageRow, lang: Lang) -> Html {
    let largest = total.by_fate.iter().copied().max().unwrap_or(0).max(1);
    html! {
        <ul class="fate-bars">
            { for Fate::ALL.iter().zip(total.by_fate).map(|(fate, count)| {
                let width = format!("{:.1}%", count as f64 * 100.0 / largest as f64);
                html! {
                    <li class={format!("fate-{}", fate.id())}>
                        <span>{ fate.words().get(lang) }</span>
                        <svg height="14" width="100%" aria-hidden="true"><rect {width} height="14" rx="2" /></svg>
                        <strong>{ count }</strong>
                    </li>
                }
            }) }
        </ul>
    }
}
