//! The table that says the same as a chart.

use voced_sim::{Lang, Quantity};
use yew::prelude::*;

use super::{Send, number_button};
use crate::charts::{self, Column, Figure, Progress, ProgressRow, Row};
use crate::i18n::say;
use crate::view::figures::Drawing;

/// The table of a chart; every number of the scenario itself opens.
pub fn table(drawing: &Drawing, title: &str, lang: Lang, send: &Send) -> Html {
    match drawing {
        Drawing::Figure(figure) => figure_table(figure, title, lang, send),
        Drawing::Progress(progress) => progress_table(progress, title, lang),
    }
}

fn figure_table(figure: &Figure, title: &str, lang: Lang, send: &Send) -> Html {
    let columns = figure.columns();
    let comparison = figure.comparison_name.clone().unwrap_or_default();
    let is_banded = columns.iter().any(|column| column.percentile.is_some());
    // A series with percentiles has its name above all of its columns.
    let head = columns.iter().filter(|column| column.percentile.is_none()).map(|column| {
        let (scope, colspan) = if column.span > 1 { ("colgroup", column.span) } else { ("col", 1) };
        let rowspan = (is_banded && column.span == 1).then_some("2");
        html! {
            <th {scope} colspan={colspan.to_string()} {rowspan}>
                { &column.name }
                if column.comparison {
                    <small>{ &comparison }</small>
                }
                <small>{ &column.unit }</small>
            </th>
        }
    });
    let parts = columns.iter().filter(|column| column.span > 1).map(|column| {
        let text = column.percentile.map(|part| format!("P{part}"));
        html! { <th scope="col">{ text.unwrap_or_else(|| say::VALUE.get(lang).to_owned()) }</th> }
    });
    let cell = |t: usize, year: i32, value: Option<f64>, column: &Column| {
        let Some(value) = value else { return html! { <td /> } };
        let text = charts::plain(value, column.decimals);
        let quantity = Quantity::find(column.id).filter(|_| !column.comparison && column.percentile.is_none());
        let number = match quantity {
            Some(quantity) => {
                let comma = lang.pick("，", ", ");
                let said =
                    format!("{} {year} {text} {}{comma}{}", column.name, column.unit, say::OPEN_NUMBER.get(lang));
                number_button(quantity, t, said, html! { text }, send)
            }
            None => html! { text },
        };
        html! { <td>{ number }</td> }
    };
    let row = |(t, row): (usize, &Row)| {
        let cells = row.values.iter().zip(&columns).map(|(value, column)| cell(t, row.year, *value, column));
        html! { <tr><th scope="row">{ row.year }</th>{ for cells }</tr> }
    };
    html! {
        <table>
            <caption>
                { title.to_owned() }
                if is_banded {
                    <small>{ say::PERCENTILES.get(lang) }</small>
                }
            </caption>
            <thead>
                <tr><th scope="col" rowspan={is_banded.then_some("2")}>{ say::YEAR.get(lang) }</th>{ for head }</tr>
                if is_banded {
                    <tr>{ for parts }</tr>
                }
            </thead>
            <tbody>{ for figure.rows().iter().enumerate().map(row) }</tbody>
        </table>
    }
}

fn progress_table(progress: &Progress, title: &str, lang: Lang) -> Html {
    let row = |row: &ProgressRow| {
        let share = row.share.map(|share| format!("{}%", charts::plain(share * 100.0, 0))).unwrap_or_default();
        html! { <tr><th scope="row">{ &row.label }</th><td>{ &row.text }</td><td>{ share }</td></tr> }
    };
    html! {
        <table>
            <caption>{ title.to_owned() }</caption>
            <thead><tr>
                <th scope="col">{ say::TARGET.get(lang) }</th>
                <th scope="col">{ format!("{} / {}", say::RESULT.get(lang), say::TARGET.get(lang)) }</th>
                <th scope="col">{ &progress.full_label }</th>
            </tr></thead>
            <tbody>{ for progress.rows.iter().map(row) }</tbody>
        </table>
    }
}
