//! Results side by side, with what they differ from the reference by.

use std::rc::Rc;

use voced_model::{Lang, Topic};
use yew::prelude::*;

use super::view_model::{Column, ComparisonRow, Number, numbers};
use crate::features::export::comparison;
use crate::features::export::saving::TableCsv;
use crate::phrases;
use crate::ui::{Send, number_button};

/// Properties of [`CompareNumbers`].
#[derive(Properties, PartialEq)]
pub struct CompareNumbersProps {
    /// The scenarios.
    pub columns: Rc<Vec<Column>>,
    /// The column of the reference.
    pub reference: usize,
    /// The year in question.
    pub year: i32,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The table by topic.
#[component]
pub fn CompareNumbers(props: &CompareNumbersProps) -> Html {
    let all = use_state_eq(|| false);
    let lang = props.lang;
    let topics = numbers(&props.columns, props.reference, props.year, *all, lang);
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let make = {
        let (columns, reference, year, all) = (props.columns.clone(), props.reference, props.year, *all);
        Callback::from(move |()| comparison::compared(&columns, reference, year, all, lang))
    };
    let heading = format!("{} · {}", phrases::NUMBERS.get(lang), props.year);
    let years = lang.pick("年", "");
    let horizon = props.columns.first().map_or(props.year, |own| own.scenario().horizon);
    html! {
        <>
            <div class="charts-head">
                <h3 id="compare-numbers-title">{ &heading }</h3>
                <TableCsv title={phrases::COMPARE_TITLE.get(lang)} make={make} {lang} send={props.send.clone()} />
                <button type="button" class="quiet" id="all-results" onclick={toggle} aria-expanded={all.to_string()}>
                    { if *all { phrases::MAIN_RESULTS } else { phrases::ALL_RESULTS }.get(lang) }
                </button>
            </div>
            <p class="how">{ format!("{}{}{horizon}{years}", phrases::COMPARE_YEARS.get(lang), lang.pick("：", ": ")) }</p>
            <div class="table-box" tabindex="0" role="region" aria-labelledby="compare-numbers-title">
                <table id="compare-numbers">
                    <caption class="hidden">{ heading }</caption>
                    { head(&props.columns, props.reference, lang) }
                    { for topics.iter().map(|(topic, rows)| topic_body(*topic, rows, props)) }
                    <tbody>{ targets(&props.columns, lang) }</tbody>
                </table>
            </div>
        </>
    }
}

/// The names of the columns above a table.
pub fn head(columns: &[Column], reference: usize, lang: Lang) -> Html {
    let cell = |column: &Column| {
        html! {
            <th scope="col" class={classes!((column.place == reference).then_some("is-reference"))}>
                <bdi>{ &column.name }</bdi>
                if column.place == reference {
                    <small>{ phrases::REFERENCE.get(lang) }</small>
                }
            </th>
        }
    };
    html! {
        <thead>
            <tr><td class="corner"></td>{ for columns.iter().map(cell) }</tr>
        </thead>
    }
}

fn topic_body(topic: Topic, rows: &[ComparisonRow], props: &CompareNumbersProps) -> Html {
    let span = (props.columns.len() + 1).to_string();
    html! {
        <tbody>
            <tr class="topic"><th scope="rowgroup" colspan={span}>{ topic.words().get(props.lang) }</th></tr>
            { for rows.iter().map(|row| result(row, props)) }
        </tbody>
    }
}

fn result(row: &ComparisonRow, props: &CompareNumbersProps) -> Html {
    let lang = props.lang;
    let name = row.quantity.spec().name.get(lang);
    let cell = |(number, column): (&Number, &Column)| {
        let text = number.text.clone();
        let t = column.outcome.index(props.year);
        let face = match (text, t) {
            (Some(text), Some(t)) if column.is_own() => {
                number_button(row.quantity, t, &format!("{name} {text}"), html! { text }, lang, &props.send)
            }
            (Some(text), _) => html! { text },
            (None, _) => html! { <span class="caption">{ phrases::NO_VALUE.get(lang) }</span> },
        };
        html! {
            <td class={classes!((column.place == props.reference).then_some("is-reference"))}>
                { face }{ difference(number, lang) }
            </td>
        }
    };
    html! {
        <tr data-quantity={row.quantity.id()}>
            <th scope="row">{ name }</th>
            { for row.cells.iter().zip(&*props.columns).map(cell) }
        </tr>
    }
}

/// What a number differs from the reference by: its sign, an arrow, and the words.
pub fn difference(number: &Number, lang: Lang) -> Html {
    if number.difference.is_empty() {
        return html! {};
    }
    // No line ends behind the arrow.
    let (arrow, words) = match number.direction {
        1 => ("▲\u{a0}", phrases::HIGHER.get(lang)),
        -1 => ("▼\u{a0}", phrases::LOWER.get(lang)),
        _ => ("", ""),
    };
    html! {
        <small class="difference">
            <span aria-hidden="true">{ arrow }</span>{ &number.difference }
            if !words.is_empty() {
                <span class="hidden">{ format!("{}{words}", lang.pick("，", ", ")) }</span>
            }
        </small>
    }
}

fn targets(columns: &[Column], lang: Lang) -> Html {
    let cell = |column: &Column| {
        let text = match column.targets() {
            (_, 0) => "—".to_owned(),
            (met, all) => lang.pick(format!("{met}（共 {all} 项）"), format!("{met} of {all}")),
        };
        html! { <td>{ text }</td> }
    };
    html! {
        <tr id="compare-targets" class="topic">
            <th scope="row">{ phrases::TARGETS_MET_COUNT.get(lang) }</th>
            { for columns.iter().map(cell) }
        </tr>
    }
}
