//! The table that says the same as a chart.

use voced_model::{Lang, Quantity};
use yew::prelude::*;

use super::plotted::{Grid, GridRow, Plotted};
use crate::features::explore::charts::view_model::Drawing;
use crate::phrases;
use crate::ui::{Send, number_button};
use voced_charts::{self, Column, Figure, FigureRow, Part};

/// The table of a plot. Every number of the scenario itself opens into its derivation; rows and cells of
/// other pictures tell which they are.
pub fn table(plotted: &Plotted, title: &str, lang: Lang, send: &Send, on_row: Option<&Callback<usize>>) -> Html {
    match plotted {
        Plotted::Chart(Drawing::Figure(figure)) => figure_table(figure, title, lang, send),
        _ => grid_table(&Grid::of(plotted, lang), title, on_row),
    }
}

fn figure_table(figure: &Figure, title: &str, lang: Lang, send: &Send) -> Html {
    let columns = figure.columns();
    let comparison = figure.comparison_name.clone().unwrap_or_default();
    let is_banded = columns.iter().any(|column| matches!(column.part, Part::Percentile(_)));
    let is_parted = columns.iter().any(|column| column.span > 1);
    // A series with more than its values has its name above all of its columns.
    let head = columns.iter().filter(|column| column.part == Part::Value).map(|column| {
        let (scope, colspan) = if column.span > 1 { ("colgroup", column.span) } else { ("col", 1) };
        let rowspan = (is_parted && column.span == 1).then_some("2");
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
        let (text, scope) = part_name(&column.part, lang);
        html! {
            <th scope="col">
                { text }
                if let Some(scope) = scope {
                    <small>{ scope.to_owned() }</small>
                }
            </th>
        }
    });
    let cell = |t: usize, year: i32, value: Option<f64>, column: &Column| {
        let Some(value) = value else { return html! { <td /> } };
        let text = voced_charts::plain(value, column.decimals);
        let quantity = Quantity::find(column.id).filter(|_| !column.comparison && column.part == Part::Value);
        let number = match quantity {
            Some(quantity) => {
                let said = format!("{} {year} {text} {}", column.name, column.unit);
                number_button(quantity, t, &said, html! { text }, lang, send)
            }
            None => html! { text },
        };
        html! { <td>{ number }</td> }
    };
    let row = |(t, row): (usize, &FigureRow)| {
        let cells = row.values.iter().zip(&columns).map(|(value, column)| cell(t, row.year, *value, column));
        html! { <tr><th scope="row">{ row.year }</th>{ for cells }</tr> }
    };
    html! {
        <table>
            <caption>
                { title.to_owned() }
                if is_banded {
                    <small>{ phrases::PERCENTILES.get(lang) }</small>
                }
            </caption>
            <thead>
                <tr><th scope="col" rowspan={is_parted.then_some("2")}>{ phrases::YEAR.get(lang) }</th>{ for head }</tr>
                if is_parted {
                    <tr>{ for parts }</tr>
                }
            </thead>
            <tbody>{ for figure.rows().iter().enumerate().map(row) }</tbody>
        </table>
    }
}

/// What a column of a series holds, and as far as which scope.
pub(crate) fn part_name(part: &Part, lang: Lang) -> (String, Option<&str>) {
    match part {
        Part::Value => (phrases::VALUE.get(lang).to_owned(), None),
        Part::Percentile(percent) => (format!("P{percent}"), None),
        Part::Observed(scope) => (phrases::OBSERVED.get(lang).to_owned(), Some(scope)),
        Part::Error => (phrases::OBSERVED_ERROR.get(lang).to_owned(), None),
    }
}

/// A table of texts; what opens has a button for a face.
fn grid_table(grid: &Grid, title: &str, on_row: Option<&Callback<usize>>) -> Html {
    let face = |text: &str, index: Option<usize>| match (index, on_row) {
        (Some(index), Some(on_row)) if !text.is_empty() => {
            let onclick = on_row.reform(move |_: MouseEvent| index);
            html! { <button type="button" class="number" {onclick}>{ text.to_owned() }</button> }
        }
        _ => html! { text.to_owned() },
    };
    let row = |row: &GridRow| {
        let cells = row.cells.iter().enumerate();
        let cell = |(i, text): (usize, &String)| {
            html! { <td>{ face(text, grid.by_cell.then_some(row.index + i)) }</td> }
        };
        html! {
            <tr>
                <th scope="row">{ face(&row.name, (!grid.by_cell).then_some(row.index)) }</th>
                { for cells.map(cell) }
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ title.to_owned() }</caption>
            <thead><tr>{ for grid.head.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>{ for grid.rows.iter().map(row) }</tbody>
        </table>
    }
}
