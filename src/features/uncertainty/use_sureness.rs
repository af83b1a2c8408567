//! How sure the results on the page are, asked of the other thread.

use voced_analysis::uncertainty::{self, DEFAULT_DRAWS};
use yew::prelude::*;

use super::view_model::Sureness;
use crate::app::{ChartId, Outcome};
use crate::features::explore::charts::view_model as charts;
use crate::worker::Question;
use crate::worker::use_worker::Reply;

/// The question how sure a scenario's results are: the large numbers and what these charts show.
#[hook]
pub fn use_sure_question(charts: &[ChartId], outcome: &Outcome) -> Question {
    let scenario = outcome.resolved().scenario.clone();
    let bands = {
        let outcome = outcome.clone();
        // What a chart shows is the same whatever the levers are.
        use_memo((charts.to_vec(), scenario.area_ref.clone()), move |(charts, _)| charts::banded(charts, &outcome))
    };
    let about = uncertainty::Question { draws: DEFAULT_DRAWS, bands: (*bands).clone(), histograms: Vec::new() };
    Question::Sure { scenario, about }
}

/// How sure the results of an outcome are, where the reply is about its area.
pub fn sureness(reply: &Reply, outcome: &Outcome) -> Option<Sureness> {
    let Some(Question::Sure { scenario, .. }) = reply.to.as_deref() else { return None };
    let answer = reply.answer.as_ref().filter(|_| scenario.area_ref == outcome.resolved().scenario.area_ref)?;
    Sureness::of(answer, outcome)
}
