//! How sure the results on the page are, asked of the other thread.

use voced_analysis::uncertainty::{self, DEFAULT_DRAWS};
use voced_model::Quantity;
use voced_scenario::{Layer, Scenario};
use yew::prelude::*;

use super::view_model::Sureness;
use crate::app::{ChartId, Outcome, Settings};
use crate::browser::parts::Part;
use crate::features::explore::charts::view_model as charts;
use crate::features::observed::can_be_weighed;
use crate::ui::lazy_part::{Arrival, use_part};
use crate::worker::Question;
use crate::worker::use_worker::Reply;

/// The question how sure a scenario's results are: the large numbers and what these charts show. Draws are weighed by
/// what was observed where that is wanted, something was, and the part that does so is here.
#[hook]
pub fn use_sure_question(charts: &[ChartId], outcome: &Outcome, settings: &Settings) -> Question {
    let scenario = outcome.resolved().scenario.clone();
    let bands = {
        let outcome = outcome.clone();
        // What a chart shows is the same whatever the levers are.
        use_memo((charts.to_vec(), scenario.area_ref.clone()), move |(charts, _)| charts::banded(charts, &outcome))
    };
    let conditioned = settings.conditioned && can_be_weighed(outcome);
    let part = use_part(Part::Later, conditioned);
    let against = settings.difference.then_some(settings.compare);
    sure_question(scenario, (*bands).clone(), conditioned && part == Arrival::Here, against)
}

/// Draws where they are weighed: most of them count for little.
pub const WEIGHED_DRAWS: u32 = 5_000;

/// The question for the bands of some results, with as many draws as it takes.
pub fn sure_question(scenario: Scenario, bands: Vec<Quantity>, conditioned: bool, against: Option<Layer>) -> Question {
    let draws = if conditioned { WEIGHED_DRAWS } else { DEFAULT_DRAWS };
    Question::Sure {
        scenario,
        about: uncertainty::Question { draws, bands, histograms: Vec::new(), year: None },
        conditioned,
        against,
    }
}

/// How sure the results of an outcome are, where the reply is about its area.
pub fn sureness(reply: &Reply, outcome: &Outcome) -> Option<Sureness> {
    let Some(Question::Sure { scenario, .. }) = reply.to.as_deref() else { return None };
    let answer = reply.answer.as_ref().filter(|_| scenario.area_ref == outcome.resolved().scenario.area_ref)?;
    Sureness::of(answer, outcome)
}
