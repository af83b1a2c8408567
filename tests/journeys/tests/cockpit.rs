//! The first screen answers the question: on the commonest office PC, in one view.

use std::ops::ControlFlow;
use std::rc::Rc;

use anyhow::{Context, Result, bail, ensure};
use journeys::{Language, Page, View, journey};
use voced_analysis::money::Prices;
use voced_analysis::uncertainty::{DEFAULT_DRAWS, Question, study};
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::app::ChartId;
use voced_whatif::features::explore::answer::view_model::answer;
use voced_whatif::features::explore::charts::extra::{Part, panel};
use voced_whatif::features::explore::charts::view_model::{Drawing, Frame, banded, drawing};
use voced_whatif::features::explore::headline::view_model::tiles;
use voced_whatif::features::explore::pays::view_model::lines;
use voced_whatif::features::uncertainty::view_model::Sureness;
use voced_whatif::phrases;
use voced_whatif::worker::Answer;

use crate::{answers, desk};

/// The answer on the page, as one text.
async fn said(page: &Page) -> Result<String> {
    page.run("return document.querySelector('#answer').textContent").await
}

/// What of these elements does not lie whole in the window, by their selectors.
async fn outside(page: &Page, css: &[&str]) -> Result<Vec<String>> {
    let script = format!(
        "const lies = (box) => box.width > 0 && box.top >= 0 && box.left >= 0
           && box.bottom <= innerHeight && box.right <= document.documentElement.clientWidth;
         return {css:?}.flatMap((css) => [...document.querySelectorAll(css)].map((one) => [css, one]))
           .filter(([, one]) => !lies(one.getBoundingClientRect())).map(([css, one]) => css + ': ' + one.id);"
    );
    page.run(&script).await
}

/// At the size of the commonest office PC, its browser's bars taken off.
fn expect_cockpit(name: &str, language: Language, lang: Lang) -> Result<()> {
    journey(name, View::new(1366, 650, language), async |page| {
        page.element("#chart-intake canvas").await?;
        page.element(".tile .range-bar").await?;
        let parts = [".top", "#answer", ".tile", ".main-levers .lever", ".screens", ".cards > .plot:nth-child(-n+2)"];
        for (css, count) in [(".tile", 6), (".main-levers .lever", 5), (".cards > .plot", 4)] {
            let found = page.elements(css).await?.len();
            ensure!(found == count, "{found} of {css}");
        }
        let cut = outside(page, &parts).await?;
        ensure!(cut.is_empty(), "not whole in the window: {cut:?}");
        for row in [".screens button", ".top > *"] {
            let rows: usize = page
                .run(&format!(
                    "const middles = [...document.querySelectorAll('{row}')].map((one) => one.getBoundingClientRect())
                       .map((box) => (box.top + box.bottom) / 2);
                     return Math.max(...middles) - Math.min(...middles) < 8 ? 1 : 2"
                ))
                .await?;
            ensure!(rows == 1, "{row} stand in more than one row");
        }

        // A drag of the first lever changes all of it where it stands.
        let look = "return [...document.querySelectorAll('.tile strong')].map((one) => one.textContent).concat(
          [...document.querySelectorAll('.cards canvas')].slice(0, 2).map((one) => one.getAttribute('aria-label')))";
        let (before, answered): (Vec<String>, String) = (page.run(look).await?, said(page).await?);
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let scenario = desk::scenario(page).await?;
        let (outcome, base) = (desk::outcome(&scenario)?, desk::outcome(&scenario.untouched(Layer::Base))?);
        let wanted = answer(&outcome, &base, Layer::Base, scenario.horizon, lang).map(|answer| answer.text());
        page.wait_until("the answer is of the lever", async || {
            let now = said(page).await?;
            Ok((wanted.as_deref() == Some(now.as_str())).then_some(()))
        })
        .await?;
        let after: Vec<String> = page.run(look).await?;
        ensure!(said(page).await? != answered, "the answer stays");
        let stays: Vec<usize> = (0..8).filter(|place| after[*place] == before[*place]).collect();
        ensure!(stays.is_empty(), "of six numbers and two charts these stay: {stays:?} of {after:?}");
        let scrolled: f64 = page.run("return scrollY").await?;
        ensure!(scrolled == 0.0, "the page was scrolled by {scrolled}");
        // Numbers of the answer open.
        page.click("#answer .number").await?;
        page.element("#derivation-title").await.map(drop)
    })
}

#[test]
fn the_answer_numbers_main_levers_and_two_charts_are_in_view_and_follow_a_drag() -> Result<()> {
    expect_cockpit("cockpit", Language::Chinese, Lang::Zh)
}

#[test]
fn they_are_in_view_in_english_too() -> Result<()> {
    expect_cockpit("cockpit_in_english", Language::English, Lang::En)
}

#[test]
fn a_chart_below_the_window_is_up_to_date_when_it_comes_into_it() -> Result<()> {
    journey("below_the_window", View::new(1366, 560, Language::Chinese), async |page| {
        const CHART: &str = "#chart-teachers canvas";
        page.element(CHART).await?;
        page.element(".tile .range-bar").await?;
        let drawn = format!("return document.querySelector('{CHART}').toDataURL()");
        let before: String = page.run(&drawn).await?;
        page.run::<()>(
            "const slider = document.querySelector('#slider-hires');
             slider.value = '25';
             slider.dispatchEvent(new Event('input', { bubbles: true }));
             slider.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        let scenario = desk::scenario(page).await?;
        desk::expect_headline(page, &scenario, Layer::Base, scenario.horizon, Lang::Zh).await?;
        ensure!(page.run::<String>(&drawn).await? == before, "what nobody sees is painted");
        desk::centre(page, CHART).await?;
        let seen: String = page
            .wait_until("it is painted anew", async || {
                let now: String = page.run(&drawn).await?;
                Ok((now != before).then_some(now))
            })
            .await?;
        // Painted from nothing it looks the same.
        desk::press(page, "#chart-teachers .table-toggle").await?;
        page.element("#chart-teachers table").await?;
        desk::press(page, "#chart-teachers .table-toggle").await?;
        page.element(CHART).await?;
        page.wait_until("the chart of now", async || Ok((page.run::<String>(&drawn).await? == seen).then_some(())))
            .await
    })
}

#[test]
fn who_pays_is_told_by_payer_and_use_in_both_prices() -> Result<()> {
    journey("who_pays", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        let scenario = desk::scenario(page).await?;
        let (outcome, base) = (desk::outcome(&scenario)?, desk::outcome(&scenario.untouched(Layer::Base))?);
        for line in lines(&outcome, &base, scenario.horizon, lang) {
            page.wait_for_text(".pays", &line).await?;
        }
        desk::press(page, "#open-pays").await?;
        let frame = Frame {
            outcome: &outcome,
            reference: Some(&base),
            sureness: None,
            year: scenario.horizon,
            difference: true,
            lang,
        };
        for (place, prices) in Prices::ALL.into_iter().enumerate() {
            desk::press(page, &desk::option(phrases::PRICES, lang, place + 1)).await?;
            for (id, part) in [("#pays-payers", Part::Payers), ("#pays-uses", Part::Uses)] {
                if place == 0 {
                    answers::open_table(page, id).await?;
                }
                let figure = frame.figure(vec![panel(part, prices, frame, &base)]);
                answers::expect_rows(page, id, &answers::cells(&figure)).await?;
            }
        }
        page.expect_no_barriers().await?;
        // Without a difference nobody pays it.
        page.run::<()>("scrollTo(0, 0)").await?;
        page.click(&desk::option(phrases::LAYER, lang, 1)).await?;
        page.wait_for_none(".pays").await
    })
}

#[test]
fn a_lever_is_found_by_a_part_of_its_name() -> Result<()> {
    journey("finding_a_lever", View::desktop(Language::English), async |page| {
        page.type_into("#find-lever", "bond").await?;
        page.element("#found-levers .lever").await?;
        let names: Vec<String> = page
            .run("return [...document.querySelectorAll('.levers .lever-name')].map((one) => one.textContent)")
            .await?;
        ensure!(names.iter().all(|name| name.to_lowercase().contains("bond")) && !names.is_empty(), "{names:?}");
        page.type_into("#find-lever", "zzzz").await?;
        page.element("#found-levers .empty").await?;
        page.run::<()>(
            "const field = document.querySelector('#find-lever');
             field.value = '';
             field.dispatchEvent(new Event('input', { bubbles: true }))",
        )
        .await?;
        page.element(".main-levers .lever").await.map(drop)
    })
}

#[test]
fn charts_and_numbers_turn_into_differences_with_ranges_of_their_own() -> Result<()> {
    journey("differences", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        let scenario = desk::scenario(page).await?;
        let (outcome, base) = (desk::outcome(&scenario)?, desk::outcome(&scenario.untouched(Layer::Base))?);
        let about = Question {
            draws: DEFAULT_DRAWS,
            bands: banded(ChartId::ALL, &outcome),
            histograms: Vec::new(),
            year: None,
        };
        let study = study(outcome.resolved(), Some(base.resolved()), &about, |_| ControlFlow::Continue(()));
        let study = Rc::new(Answer::Sure(study.context("broken off")?));
        let sureness = Sureness::of(&study, &outcome).context("of another area")?;
        page.click(".charts-head .choice button:nth-of-type(2)").await?;
        let frame = Frame {
            outcome: &outcome,
            reference: Some(&base),
            sureness: Some(&sureness),
            year: scenario.horizon,
            difference: true,
            lang,
        };
        for chart in [ChartId::Enrolment, ChartId::Payers, ChartId::Intake] {
            let css = format!("#chart-{}", chart.id());
            answers::open_table(page, &css).await?;
            let Drawing::Figure(figure) = drawing(chart, frame) else { bail!("no years") };
            answers::expect_rows(page, &css, &answers::cells(&figure)).await?;
        }
        let tiles = tiles(&outcome, &base, Some(&sureness), scenario.horizon, lang);
        for (place, tile) in tiles.iter().enumerate().filter(|(_, tile)| !tile.likely.is_empty()) {
            let css = format!(".tile:nth-of-type({}) .likely", place + 1);
            // Shown on a pointer or the focus.
            let wanted = format!("{} {}", phrases::LIKELY_DIFFERENCE.get(lang), tile.likely);
            page.wait_for_script(&format!("return document.querySelector('{css}')?.textContent === '{wanted}'"))
                .await?;
        }
        // Held against itself there is no difference, and no switch.
        page.click(&desk::option(phrases::LAYER, lang, 1)).await?;
        page.wait_for_none(".charts-head .choice").await
    })
}
