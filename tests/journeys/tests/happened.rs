//! Plan and what happened: words, table, points on charts, bands that have seen it, levers fitted to it.

use std::ops::ControlFlow;
use std::rc::Rc;

use anyhow::{Context, Result, bail, ensure};
use journeys::{Language, Page, View, journey};
use voced_analysis::calibration::{calibrate, worth_fitting};
use voced_analysis::uncertainty::{DEFAULT_DRAWS, Question, conditioned_study};
use voced_charts::Figure;
use voced_model::{Lang, Quantity};
use voced_scenario::{Layer, PathValue, Scenario};
use voced_whatif::app::{ChartId, Screen};
use voced_whatif::features::explore::charts::view_model::{Drawing, Frame, banded, drawing, single};
use voced_whatif::features::observed::switch::weighing;
use voced_whatif::features::observed::view_model::{Projections, told};
use voced_whatif::features::uncertainty::use_sureness::WEIGHED_DRAWS;
use voced_whatif::features::uncertainty::view_model::Sureness;
use voced_whatif::phrases;
use voced_whatif::worker::Answer;

use crate::{answers, desk};

fn figure(drawing: Drawing) -> Result<Figure> {
    match drawing {
        Drawing::Figure(figure) => Ok(figure),
        Drawing::Progress(_) => bail!("a drawing without years"),
    }
}

/// How sure the results are once the draws have seen what was observed.
fn conditioned(scenario: &Scenario, quantities: &[Quantity]) -> Result<Sureness> {
    let outcome = desk::outcome(scenario)?;
    let about = Question { draws: WEIGHED_DRAWS, bands: quantities.to_vec(), histograms: Vec::new(), year: None };
    let study =
        conditioned_study(outcome.resolved(), None, &about, |_| ControlFlow::Continue(())).context("broken off")?;
    Sureness::of(&Rc::new(Answer::Sure(study)), &outcome).context("the study is of another area")
}

/// Waits until the line beside the switch says what came of the weighing.
async fn expect_weighing(page: &Page, sureness: &Sureness, lang: Lang) -> Result<bool> {
    let said = weighing(sureness, lang).context("the draws were not weighed")?;
    page.wait_for_text(".conditioned small", &said).await?;
    Ok(sureness.seen().is_some_and(|seen| seen.agrees))
}

#[test]
fn what_happened_is_told_charted_and_levers_are_fitted_to_it() -> Result<()> {
    journey("what_happened", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        let scenario = desk::scenario(page).await?;
        ensure!(scenario.area().id == "laiwu", "the first area is {}", scenario.area().id);
        let outcome = desk::outcome(&scenario)?;
        answers::show(page, Screen::Happened, lang).await?;
        let rows = told(&Projections::of(&outcome, lang), lang);
        let said: Vec<String> = page
            .run("return [...document.querySelectorAll('.happened .sentences li')].map((one) => one.textContent)")
            .await?;
        ensure!(said.iter().eq(rows.iter().map(|row| &row.said)), "the page says {said:?}");
        for row in &rows {
            for part in [&row.value, &row.scope].into_iter().chain(row.beside.iter().map(|beside| &beside.value)) {
                page.wait_for_text(".observed tbody", part).await?;
            }
        }
        // Points and errors stand in the table of the chart.
        let chart = "#observed-voc_enrolment";
        answers::open_table(page, chart).await?;
        let sureness = answers::sureness(&scenario, DEFAULT_DRAWS)?;
        let base = scenario.untouched(Layer::Base);
        let reference = desk::outcome(&base)?;
        let reference = Some(&reference).filter(|_| base != scenario);
        let frame = Frame {
            outcome: &outcome,
            reference,
            sureness: Some(&sureness),
            year: scenario.horizon,
            difference: false,
            lang,
        };
        let drawn = figure(single(Quantity::VocEnrolment, frame))?;
        ensure!(answers::cells(&drawn).concat().iter().any(|cell| cell == "2,241"), "the point is in the table");
        answers::expect_rows(page, chart, &answers::cells(&drawn)).await?;

        // The levers proposed are fitted, taken over, and given back.
        let inputs: Vec<_> = worth_fitting(outcome.resolved()).into_iter().take(3).collect();
        ensure!(!inputs.is_empty(), "nothing is proposed");
        let found = calibrate(outcome.resolved(), &inputs).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
        page.click("#fit-now").await?;
        page.wait_for_text("#fit .verdict-line", phrases::FIT_MISS.get(lang)).await?;
        ensure!(page.elements("#fit tbody tr").await?.len() == inputs.len() + found.observed.len(), "a row is missing");
        let wanted = found.scenario(outcome.resolved());
        page.click("#take-fit").await?;
        let near = |now: &Scenario| {
            inputs.iter().all(|input| {
                let numbers = [now, &wanted].map(|one| one.inputs.get(input).map(|value| value.numbers()));
                let [Some(now), Some(wanted)] = numbers else { return false };
                now.iter().zip(&wanted).all(|(a, b)| (a - b).abs() <= 1e-6 * b.abs())
            })
        };
        desk::wait_for_scenario(page, "the fitted levels are in it", near).await?;
        page.wait_for_text("#fit", phrases::FIT_TAKEN.get(lang)).await?;
        page.click("#undo-fit").await?;
        desk::wait_for_scenario(page, "one step back", |now| *now == scenario).await?;
        page.element("#take-fit").await?;
        Ok(())
    })
}

#[test]
fn bands_see_what_was_observed_where_that_agrees_with_the_assumptions() -> Result<()> {
    journey("conditioned_bands", View::desktop(Language::English), async |page| {
        let lang = Lang::En;
        // With twice as many students as came to Laiwu's school no draw comes near.
        let mut scenario = desk::untouched("laiwu", Layer::Plan)?;
        scenario.inputs.insert(desk::input("in_scope_share")?, PathValue::Constant(0.6));
        page.open(&format!("#{}", voced_whatif::browser::link::pack(&scenario))).await?;
        page.click("#conditioned").await?;
        let scenario = desk::scenario(page).await?;
        let quantities = banded(ChartId::ALL, &desk::outcome(&scenario)?);
        ensure!(!expect_weighing(page, &conditioned(&scenario, &quantities)?, lang).await?, "they agree");
        desk::open_menu(page, "#area").await?;
        page.click_named("China").await?;
        let scenario = desk::wait_for_scenario(page, "the nation is shown", |now| now.area().id == "national").await?;
        let outcome = desk::outcome(&scenario)?;
        let quantities = banded(ChartId::ALL, &outcome);
        let sureness = conditioned(&scenario, &quantities)?;
        ensure!(expect_weighing(page, &sureness, lang).await?, "they do not agree");
        // The nation has no plan: both layers are one, and nothing stands beside it.
        let chart = "#chart-teachers";
        answers::open_table(page, chart).await?;
        let frame = Frame {
            outcome: &outcome,
            reference: None,
            sureness: Some(&sureness),
            year: scenario.horizon,
            difference: false,
            lang,
        };
        let weighed = answers::cells(&figure(drawing(ChartId::Teachers, frame))?);
        answers::expect_rows(page, chart, &weighed).await?;
        // The choice outlives a reload, though what weighs the draws comes with a later part.
        page.reload().await?;
        expect_weighing(page, &sureness, lang).await?;
        answers::open_table(page, chart).await?;
        answers::expect_rows(page, chart, &weighed).await?;
        page.click("#conditioned").await?;
        let plain = answers::sureness(&scenario, DEFAULT_DRAWS)?;
        let frame = Frame { sureness: Some(&plain), ..frame };
        let plain = answers::cells(&figure(drawing(ChartId::Teachers, frame))?);
        ensure!(plain != weighed, "weighing changes nothing");
        answers::expect_rows(page, chart, &plain).await?;
        // Where nothing was observed there is no switch.
        desk::open_menu(page, "#area").await?;
        page.click_named("Linping").await?;
        page.wait_for_none("#conditioned").await
    })
}
