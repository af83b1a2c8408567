//! The extra spending by year: by payer and by use, in money of each year or of the base year.

use std::rc::Rc;

use voced_analysis::money::Prices;
use yew::prelude::*;

use super::component::PaysSectionProps;
use crate::app::Outcome;
use crate::features::explore::charts::extra::{Part, panel};
use crate::features::explore::charts::view_model::{Drawing, Frame};
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::choice;

/// The two charts with their tables and files.
#[component]
pub fn PaysDetail(props: &PaysSectionProps) -> Html {
    let lang = props.lang;
    let prices = use_state_eq(Prices::default);
    let Some(reference) = props.reference.unless_same_as(&props.outcome) else { return html! {} };
    let base_year = props.outcome.resolved().base_year();
    let words = |prices: Prices| match prices {
        Prices::Nominal => phrases::PRICES_NOMINAL.get(lang).to_owned(),
        Prices::BaseYear => lang.pick(format!("{base_year}年价"), format!("Prices of {base_year}")),
    };
    let options = Prices::ALL.map(|prices| (prices, words(prices), None)).to_vec();
    let choose = {
        let prices = prices.clone();
        Callback::from(move |chosen| prices.set(chosen))
    };
    let card = |(part, id, title): (Part, &'static str, &'static str)| {
        let plotted = Rc::new(Plotted::Chart(extra_money(props, reference, part, *prices)));
        let focus = plotted.years().iter().position(|year| *year == props.year);
        let title = format!("{title}{}", lang.bracketed(&words(*prices)));
        html! { <Plot {id} class="card" {title} {plotted} {focus} is_dark={props.is_dark} {lang} send={props.send.clone()} /> }
    };
    let cards = [
        (Part::Payers, "pays-payers", phrases::PAYS_BY_PAYER.get(lang)),
        (Part::Uses, "pays-uses", phrases::PAYS_BY_USE.get(lang)),
    ];
    html! {
        <>
            { choice(phrases::PRICES.get(lang), options, &*prices, &choose) }
            <div class="cards">{ for cards.into_iter().map(card) }</div>
        </>
    }
}

/// One of the two.
fn extra_money(props: &PaysSectionProps, reference: &Outcome, part: Part, prices: Prices) -> Drawing {
    let frame = Frame {
        outcome: &props.outcome,
        reference: Some(reference),
        sureness: None,
        year: props.year,
        difference: true,
        lang: props.lang,
    };
    Drawing::Figure(frame.figure(vec![panel(part, prices, frame, reference)]))
}
