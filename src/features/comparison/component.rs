//! The screen "Compare": scenarios side by side.

use std::rc::Rc;

use voced_model::Quantity;
use yew::prelude::*;

use super::attribution::CompareWhy;
use super::columns::column_bar;
use super::levers::levers;
use super::numbers::CompareNumbers;
use super::props::CompareScreenProps;
use super::view_model::{Column, charted, columns_of, figure, run};
use crate::features::explore::charts::view_model::Drawing;
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::result_choice::subject;
use crate::ui::use_focus_after_render::use_focus_after_render;

/// The screen.
#[component]
pub fn CompareScreen(props: &CompareScreenProps) -> Html {
    let lang = props.settings.lang;
    let horizon = props.outcome.resolved().scenario.horizon;
    let others = use_memo((props.comparison.clone(), horizon), |(comparison, horizon)| run(comparison, *horizon));
    let shown = {
        let others = others.clone();
        let given = (props.outcome.clone(), props.comparison.clone(), lang);
        use_memo(given, move |(outcome, comparison, lang)| columns_of(outcome, comparison, &others, *lang))
    };
    let reference = props.comparison.reference();
    let then = use_focus_after_render();
    html! {
        <section class="ask compare" id="compare" aria-labelledby="compare-title">
            <h2 id="compare-title">{ phrases::COMPARE_TITLE.get(lang) }</h2>
            <p class="how">{ phrases::COMPARE_HOW.get(lang) }</p>
            { column_bar(&shown, props, &then) }
            <CompareNumbers columns={shown.clone()} {reference} year={props.year} {lang} send={props.send.clone()} />
            { charts(&shown, props) }
            { levers(&shown, reference, lang, &props.send) }
            <CompareWhy
                columns={shown} {reference} year={props.year} settings={props.settings.clone()}
                is_dark={props.is_dark} send={props.send.clone()}
            />
        </section>
    }
}

/// The result in question over the years, and the main ones.
fn charts(columns: &[Column], props: &CompareScreenProps) -> Html {
    let lang = props.settings.lang;
    let plot = |id: String, quantity: Quantity| {
        let figure = figure(columns, quantity, props.year, lang);
        let focus = figure.years.iter().position(|year| *year == props.year);
        let plotted = Rc::new(Plotted::Chart(Drawing::Figure(figure)));
        let title = quantity.spec().name.get(lang);
        html! {
            <Plot key={quantity.id()} {id} {title} {plotted} {focus} is_dark={props.is_dark} {lang} send={props.send.clone()} />
        }
    };
    html! {
        <>
            <h3>{ phrases::COMPARE_CHARTS.get(lang) }</h3>
            <div class="ask-bar">{ subject(&props.settings, &props.send) }</div>
            { plot("compare-chart".to_owned(), props.settings.subject) }
            <h4>{ phrases::MAIN_CHARTS.get(lang) }</h4>
            <div class="cards">
                { for charted(props.settings.subject).map(|quantity| plot(format!("compare-{}", quantity.id()), quantity)) }
            </div>
        </>
    }
}
