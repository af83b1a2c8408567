//! The screen "Compare": scenarios side by side.

use std::rc::Rc;

use voced_model::Quantity;
use yew::prelude::*;

use super::Send;
use super::compare_columns::column_bar;
use super::compare_levers::levers;
use super::compare_numbers::CompareNumbers;
use super::compare_why::CompareWhy;
use super::plot::Plot;
use super::subject::subject;
use super::then::use_then;
use crate::i18n::say;
use crate::state::{Beside, Library, Settings};
use crate::view::Outcome;
use crate::view::beside::{Column, charted, columns_of, figure, run};
use crate::view::figures::Drawing;
use crate::view::plotted::Plotted;

/// Properties of [`CompareScreen`].
#[derive(Properties, PartialEq)]
pub struct CompareScreenProps {
    /// The scenario at present.
    pub outcome: Outcome,
    /// What stands beside it.
    pub beside: Beside,
    /// What is kept, and could.
    pub library: Rc<Library>,
    /// The year in question.
    pub year: i32,
    /// The reader's settings: the result in question.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}

/// The screen.
#[component]
pub fn CompareScreen(props: &CompareScreenProps) -> Html {
    let lang = props.settings.lang;
    let horizon = props.outcome.world().scenario.horizon;
    let others = use_memo((props.beside.clone(), horizon), |(beside, horizon)| run(beside, *horizon));
    let shown = {
        let others = others.clone();
        let given = (props.outcome.clone(), props.beside.clone(), lang);
        use_memo(given, move |(outcome, beside, lang)| columns_of(outcome, beside, &others, *lang))
    };
    let reference = props.beside.reference();
    let then = use_then();
    html! {
        <section class="ask compare" id="compare" aria-labelledby="compare-title">
            <h2 id="compare-title">{ say::COMPARE_TITLE.get(lang) }</h2>
            <p class="how">{ say::COMPARE_HOW.get(lang) }</p>
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
            <h3>{ say::COMPARE_CHARTS.get(lang) }</h3>
            <div class="ask-bar">{ subject(&props.settings, &props.send) }</div>
            { plot("compare-chart".to_owned(), props.settings.subject) }
            <h4>{ say::MAIN_CHARTS.get(lang) }</h4>
            <div class="cards">
                { for charted(props.settings.subject).map(|quantity| plot(format!("compare-{}", quantity.id()), quantity)) }
            </div>
        </>
    }
}
