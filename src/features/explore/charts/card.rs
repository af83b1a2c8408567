//! One chart of the gallery.

use std::rc::Rc;

use voced_model::Lang;
use yew::prelude::*;

use super::view_model::Drawing;
use crate::app::{Action, ChartId};
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::ui::Send;

/// Properties of [`ChartCard`].
#[derive(Properties, PartialEq)]
pub struct ChartCardProps {
    /// Which chart.
    pub chart: ChartId,
    /// What it draws.
    pub drawing: Drawing,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// The year set off.
    pub year: i32,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// One chart.
#[component]
pub fn ChartCard(props: &ChartCardProps) -> Html {
    let plotted = Rc::new(Plotted::Chart(props.drawing.clone()));
    let (lang, send, is_dark) = (props.lang, props.send.clone(), props.is_dark);
    let years = plotted.years();
    let focus = years.iter().position(|year| *year == props.year);
    let on_row = {
        let (send, years) = (send.clone(), years.to_vec());
        let focus = move |index: usize| years.get(index).map(|year| send.emit(Action::Focus(*year)));
        (!plotted.years().is_empty()).then(|| Callback::from(move |index| focus(index).unwrap_or_default()))
    };
    let (id, title) = (format!("chart-{}", props.chart.id()), props.chart.words().get(lang));
    html! { <Plot {id} class="card" {title} {plotted} {focus} {is_dark} {lang} {on_row} {send} /> }
}
