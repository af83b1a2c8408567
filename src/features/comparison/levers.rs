//! The levers that differ between scenarios, each with a way to it.

use voced_model::Lang;
use yew::prelude::*;

use super::differing::{Differing, ScenarioValue, differing};
use super::numbers::head;
use super::view_model::Column;
use crate::app::{Action, RevealTarget};
use crate::features::export::comparison;
use crate::features::export::saving::TableCsv;
use crate::phrases;
use crate::ui::Send;

/// The list under its heading.
pub fn levers(columns: &[Column], reference: usize, lang: Lang, send: &Send) -> Html {
    let resolved_scenarios: Vec<_> = columns.iter().map(|column| column.outcome.resolved()).collect();
    let place = columns.iter().position(|column| column.place == reference).unwrap_or_default();
    let rows = differing(&resolved_scenarios, place, lang);
    let make = {
        let (rows, columns) = (rows.clone(), columns.to_vec());
        Callback::from(move |()| comparison::differing(&rows, &columns, lang))
    };
    let same_area = columns.windows(2).all(|pair| pair[0].area() == pair[1].area());
    html! {
        <>
            <div class="with-csv">
                <h3 id="compare-levers-title">
                    { phrases::LEVERS_DIFFER.get(lang) }<span class="badge">{ rows.len() }</span>
                </h3>
                if !rows.is_empty() {
                    <TableCsv title={phrases::LEVERS_DIFFER.get(lang)} {make} {lang} send={send.clone()} />
                }
            </div>
            if rows.is_empty() {
                <p class="empty">{ phrases::LEVERS_SAME.get(lang) }</p>
            } else {
                <p class="how">
                    { phrases::LEVERS_DIFFER_HOW.get(lang) }
                    if !same_area {
                        { lang.pick("", " ") }{ phrases::LEVERS_OTHER_AREAS.get(lang) }
                    }
                </p>
                <div class="table-box" tabindex="0" role="region" aria-labelledby="compare-levers-title">
                    <table id="compare-levers">
                        <caption class="hidden">{ phrases::LEVERS_DIFFER.get(lang) }</caption>
                        { head(columns, reference, lang) }
                        <tbody>{ for rows.iter().map(|row| lever_row(row, lang, send)) }</tbody>
                    </table>
                </div>
            }
        </>
    }
}

/// One that differs, with its value in every column; its name leads to the lever.
pub fn lever_row(row: &Differing, lang: Lang, send: &Send) -> Html {
    let lever = row.lever;
    let find = send.reform(move |_: MouseEvent| Action::Reveal(RevealTarget::Lever(lever)));
    let cell = |cell: &ScenarioValue| {
        html! {
            <td class={classes!(cell.differs.then_some("differs"))}>
                if cell.differs {
                    <span aria-hidden="true">{ "≠ " }</span>
                }
                <bdi>{ &cell.text }</bdi>
                if cell.differs {
                    <span class="hidden">{ format!("{}{}", lang.pick("，", ", "), phrases::DIFFERS.get(lang)) }</span>
                }
            </td>
        }
    };
    html! {
        <tr data-id={row.id.clone()}>
            <th scope="row">
                <button type="button" class="link" onclick={find} title={phrases::GO_TO_LEVER.get(lang)}>{ &row.name }</button>
            </th>
            { for row.cells.iter().map(cell) }
        </tr>
    }
}
