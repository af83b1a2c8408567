//! The screen "How sure?": draws, their number and their seed.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Language, Page, View, journey, visit};
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_model::{Lang, Quantity};
use voced_scenario::{Layer, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::features::explore::board::view_model::goal_text;
use voced_whatif::features::explore::headline::view_model::QUANTITIES;
use voced_whatif::features::plot::plotted::Plotted;
use voced_whatif::features::uncertainty::view_model::Sureness;
use voced_whatif::phrases;

use crate::{answers, desk};

const YEAR: i32 = 2025;

/// Chooses how many draws are done: the first is 1,000, the last a million.
async fn choose_draws(page: &Page, place: usize) -> Result<()> {
    desk::press(page, &desk::option(phrases::DRAWS, Lang::Zh, place)).await
}

async fn is_chosen(page: &Page, place: usize) -> Result<bool> {
    desk::is_pressed(page, &desk::option(phrases::DRAWS, Lang::Zh, place)).await
}

/// The chances as the table on the screen must say them.
fn chances(scenario: &Scenario, sureness: &Sureness) -> Vec<Vec<String>> {
    let targets = scenario.area().targets.iter().enumerate();
    let row = |(place, target): (usize, &voced_scenario::Target)| {
        let chance = sureness.chance_text(place, target, Lang::Zh);
        vec![format!("{} {}", target.label.zh, target.id), goal_text(target, Lang::Zh), chance]
    };
    targets.map(row).collect()
}

/// Waits until the screen shows what so many draws of a scenario give.
async fn expect_draws(page: &Page, scenario: &Scenario, draws: u32) -> Result<()> {
    let (outcome, sureness) = (desk::outcome(scenario)?, answers::sureness(scenario, draws)?);
    let t = outcome.index(YEAR).context("not a projected year")?;
    for quantity in QUANTITIES {
        let css = format!("#histogram-{}", quantity.id());
        match sureness.histogram(quantity, t, &outcome, Lang::Zh) {
            Some(histogram) => {
                let is_wide = histogram.bins.iter().any(|bin| bin.to - bin.from > 1e-9 * bin.to.abs());
                ensure!(is_wide, "what rounding moves is drawn as a spread: {histogram:?}");
                answers::expect_plot(page, &css, &Plotted::Histogram(histogram), Lang::Zh).await?;
            }
            None => {
                page.wait_for_none(&css).await?;
                page.wait_for_text("section.sure .cards", phrases::ALWAYS_SAME.zh).await?;
            }
        }
    }
    let css = "section.sure > .table-box";
    answers::expect_rows(page, css, &chances(scenario, &sureness)).await
}

#[test]
fn ten_thousand_draws_give_the_histograms_of_the_model() -> Result<()> {
    journey("ten_thousand_draws", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        expect_draws(page, &scenario, DEFAULT_DRAWS).await?;
        choose_draws(page, 2).await?;
        expect_draws(page, &scenario, 10_000).await?;
        ensure!(is_chosen(page, 2).await?, "10,000 draws are shown but not marked");
        // The page opens on the screen that was left.
        page.reload().await?;
        expect_draws(page, &scenario, DEFAULT_DRAWS).await
    })
}

/// The share that is done, while it is shown.
async fn progress(page: &Page) -> Result<Option<f64>> {
    page.run("return document.querySelector('.progress-line progress')?.value ?? null").await
}

/// Asks for a million draws and waits until some of them are done.
async fn begin_a_million(page: &Page) -> Result<()> {
    choose_draws(page, 4).await?;
    let first = page
        .wait_until("a million draws are on their way", async || {
            Ok(progress(page).await?.filter(|share| (0.001..0.99).contains(share)))
        })
        .await?;
    page.wait_until("more of them are done", async || {
        Ok(progress(page).await?.filter(|share| *share > first && *share < 1.0))
    })
    .await?;
    ensure!(is_chosen(page, 4).await?, "a million draws are done but not marked");
    Ok(())
}

#[test]
fn a_million_draws_show_how_far_they_are_and_can_be_given_up() -> Result<()> {
    journey("a_million_draws", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        expect_draws(page, &scenario, DEFAULT_DRAWS).await?;
        // In the page, as soon as there is anything to press: a million draws are done in less than a second, and a hand
        // that is told of it comes too late.
        page.run::<()>(
            "const watch = new MutationObserver(() => {
               const cancel = document.querySelector('.progress-line button');
               if (!cancel) return;
               watch.disconnect();
               cancel.focus();
               cancel.click();
               globalThis.givenUp = true;
             });
             watch.observe(document.body, { subtree: true, childList: true });",
        )
        .await?;
        choose_draws(page, 4).await?;
        page.wait_for_script("return globalThis.givenUp === true").await?;
        page.wait_for_none(".progress-line").await?;
        page.wait_for_script("return document.activeElement.matches('.sure .choice [aria-pressed=true]')").await?;
        ensure!(is_chosen(page, 1).await?, "a million draws were given up, but are still marked");
        expect_draws(page, &scenario, DEFAULT_DRAWS).await?;
        // They can be asked for again, and for fewer instead.
        begin_a_million(page).await?;
        choose_draws(page, 2).await?;
        expect_draws(page, &scenario, 10_000).await?;
        page.wait_for_none(".progress-line").await
    })
}

#[test]
fn the_page_goes_on_while_a_million_draws_are_done() -> Result<()> {
    journey("the_page_goes_on_while_a_million_draws", View::desktop(Language::Chinese), async |page| {
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        page.element("#histogram-voc_enrolment").await?;
        begin_a_million(page).await?;
        // What needs no other scenario goes on beside them.
        desk::press(page, ".tile[data-quantity=voc_enrolment] .number").await?;
        page.element("#derivation-title").await?;
        page.click("#derivation-close").await?;
        // A lever moves at once, and the draws of the scenario before are given up.
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::expect_headline(page, &moved, Layer::Base, YEAR, Lang::Zh).await?;
        page.wait_for_none(".progress-line").await?;
        ensure!(is_chosen(page, 1).await?, "of the new scenario a million draws are marked");
        expect_draws(page, &moved, DEFAULT_DRAWS).await
    })
}

#[test]
fn another_seed_draws_anew_and_is_kept_in_the_link() -> Result<()> {
    let mut address = String::new();
    let view = View::desktop(Language::Chinese);
    let field = "return document.querySelector('#seed').value";
    journey("another_seed", view, async |page| {
        let first = desk::scenario(page).await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        for (typed, said) in [("-1", phrases::OUT_OF_RANGE), ("1.5", phrases::NOT_WHOLE), ("x", phrases::NOT_A_NUMBER)]
        {
            page.type_into("#seed", typed).await?;
            page.wait_for_text("#seed-fault", said.zh).await?;
        }
        ensure!(desk::scenario(page).await? == first, "a seed that is none changed the scenario");
        page.type_into("#seed", "77").await?;
        let other = desk::wait_for_scenario(page, "the seed is 77", |scenario| scenario.seed == 77).await?;
        expect_draws(page, &other, DEFAULT_DRAWS).await?;
        desk::expect_headline(page, &other, Layer::Base, YEAR, Lang::Zh).await?;
        let ends = |scenario: &Scenario| -> Result<_> {
            let levels = answers::sureness(scenario, DEFAULT_DRAWS)?.levels(Quantity::VocEnrolment, 5);
            levels.context("no percentiles")
        };
        if ends(&other)? == ends(&first)? {
            bail!("this test needs a seed that changes something");
        }
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "the seed is undone", |scenario| *scenario == first).await?;
        expect_draws(page, &first, DEFAULT_DRAWS).await?;
        page.click("#redo").await?;
        desk::wait_for_scenario(page, "the seed is 77 again", |scenario| *scenario == other).await?;
        address = desk::fragment(page).await?;
        Ok(())
    })?;
    visit(view, async |visit| {
        let page = visit.page();
        page.open(&format!("#{address}")).await?;
        let scenario = desk::scenario(page).await?;
        ensure!(scenario.seed == 77, "the link brings the seed {}", scenario.seed);
        desk::expect_headline(page, &scenario, Layer::Plan, YEAR, Lang::Zh).await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        ensure!(page.run::<String>(field).await? == "77", "the field does not show the seed of the link");
        expect_draws(page, &scenario, DEFAULT_DRAWS).await?;
        page.expect_clean_console().await
    })
}
