//! Steps back and forth, resets, the years shown, what the numbers are held against.

use anyhow::{Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_model::Lang;
use voced_scenario::{Layer, Scenario};
use voced_whatif::phrases;

use crate::desk;

async fn enabled(page: &Page) -> Result<[bool; 3]> {
    page.run("return ['undo', 'redo', 'reset-all'].map((id) => !document.getElementById(id).disabled)").await
}

async fn expect_scenario(page: &Page, what: &str, wanted: &Scenario) -> Result<()> {
    desk::wait_for_scenario(page, what, |scenario| scenario == wanted).await?;
    desk::expect_headline(page, wanted, Layer::Base, wanted.horizon, Lang::Zh).await
}

#[test]
fn steps_are_undone_and_done_again_by_buttons_and_by_keys() -> Result<()> {
    journey("steps_are_undone_and_done_again", View::desktop(Language::Chinese), async |page| {
        let first = desk::scenario(page).await?;
        ensure!(enabled(page).await? == [false, false, false], "something can be undone at the start");
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let second = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::centre(page, "#field-hires").await?;
        page.type_into("#field-hires", "40").await?;
        let third = desk::wait_for_scenario(page, "hires are 40", |scenario| *scenario != second).await?;
        ensure!(enabled(page).await? == [true, false, true], "two steps cannot be undone");

        page.click("#undo").await?;
        expect_scenario(page, "the hires are undone", &second).await?;
        page.click("#undo").await?;
        expect_scenario(page, "the drag is undone in one step", &first).await?;
        ensure!(enabled(page).await? == [false, true, false], "undone to the start, but the buttons say otherwise");
        page.click("#redo").await?;
        expect_scenario(page, "the drag is done again", &second).await?;

        // The keys do the same, also with the focus on a slider.
        page.element("#slider-vocational_share").await?.focus().await?;
        page.press(Key::Control + "y").await?;
        expect_scenario(page, "Ctrl+Y does the hires again", &third).await?;
        page.press(Key::Control + "z").await?;
        expect_scenario(page, "Ctrl+Z undoes the hires", &second).await?;
        page.press(Key::Control + (Key::Shift + "z")).await?;
        expect_scenario(page, "Ctrl+Shift+Z does the hires again", &third).await?;

        // In a text field the keys belong to the text.
        page.element("#field-hires").await?.click().await?;
        page.press("9").await?;
        page.press(Key::Control + "z").await?;
        page.press(Key::Escape + "").await?;
        ensure!(desk::scenario(page).await? == third, "Ctrl+Z in a text field undid a step of the scenario");

        page.click("#reset-all").await?;
        expect_scenario(page, "everything is reset", &first).await?;
        page.click("#undo").await?;
        expect_scenario(page, "the reset is undone", &third).await
    })
}

#[test]
fn a_lever_returns_to_the_plan_and_to_the_status_quo() -> Result<()> {
    journey("a_lever_returns_to_plan_and_status_quo", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        desk::drag_slider(page, "vocational_share", 0.6).await?;
        page.element("#lever-vocational_share.own").await?;
        page.wait_for_text("#lever-vocational_share .badge", phrases::OWN_VALUE.zh).await?;
        desk::press(page, "#lever-vocational_share .reset.base").await?;
        let base = desk::wait_for_scenario(page, "the share is that of the status quo", |scenario| {
            (2020..=2025).all(|year| desk::value_in(scenario, "vocational_share", year).is_ok_and(|share| share == 0.3))
        })
        .await?;
        desk::expect_headline(page, &base, Layer::Base, 2025, Lang::Zh).await?;
        desk::press(page, "#lever-vocational_share .reset.plan").await?;
        expect_scenario(page, "the share is the plan's again", &plan).await?;
        page.wait_for_none("#lever-vocational_share .badge").await
    })
}

#[test]
fn the_projection_reaches_twenty_years_and_comes_back() -> Result<()> {
    journey("the_projection_reaches_twenty_years", View::desktop(Language::Chinese), async |page| {
        let first = desk::scenario(page).await?;
        page.click("#chart-enrolment .table-toggle").await?;
        page.element("#horizon option[value='2040']").await?.click().await?;
        let long = desk::wait_for_scenario(page, "it reaches 2040", |scenario| scenario.horizon == 2040).await?;
        desk::expect_headline(page, &long, Layer::Base, 2040, Lang::Zh).await?;
        ensure!(desk::focus_year(page).await? == 2040, "the year shown does not follow the horizon");
        let years: Vec<String> = desk::table(page, "enrolment").await?.into_iter().map(|row| row[0].clone()).collect();
        let wanted: Vec<String> = (2020..=2040).map(|year| year.to_string()).collect();
        ensure!(years == wanted, "the table shows the years {years:?}");
        let last: u32 = page
            .run("return Math.max(...[...document.querySelectorAll('#horizon option')].map((option) => option.value))")
            .await?;
        ensure!(last == 2040, "the list of years ends with {last}");
        page.element("#horizon option[value='2025']").await?.click().await?;
        expect_scenario(page, "it reaches 2025 again", &first).await?;
        ensure!(desk::focus_year(page).await? == 2025, "the year shown does not come back");
        ensure!(desk::table(page, "enrolment").await?.len() == 6, "the table does not come back");
        Ok(())
    })
}

#[test]
fn the_headline_shows_the_year_and_the_comparison_that_are_chosen() -> Result<()> {
    journey("the_headline_shows_year_and_comparison", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        let slider = page.element("#focus-year").await?;
        for year in (2021..2025).rev() {
            slider.send_keys(Key::Left + "").await?;
            desk::expect_headline(page, &plan, Layer::Base, year, Lang::Zh).await?;
            ensure!(desk::focus_year(page).await? == year, "the year beside the slider is not {year}");
        }
        slider.send_keys(Key::Left + "").await?;
        ensure!(desk::focus_year(page).await? == 2021, "the base year has no flows to be shown");
        page.click(&desk::option(phrases::COMPARE_WITH, Lang::Zh, 2)).await?;
        desk::expect_headline(page, &plan, Layer::Plan, 2021, Lang::Zh).await?;
        page.wait_for_text("#answer", phrases::IS_THE_PLAN.zh).await?;
        let all_flat: bool = page
            .run(&format!(
                "return [...document.querySelectorAll('.difference')].every((text) => text.textContent === '{}')",
                phrases::CHANGE_NONE.zh
            ))
            .await?;
        ensure!(all_flat, "the plan differs from itself");
        page.click(&desk::option(phrases::COMPARE_WITH, Lang::Zh, 1)).await?;
        desk::expect_headline(page, &plan, Layer::Base, 2021, Lang::Zh).await
    })
}

#[test]
fn fast_drags_of_two_levers_end_where_the_model_does() -> Result<()> {
    journey("fast_drags_of_two_levers", View::desktop(Language::Chinese), async |page| {
        let first = desk::scenario(page).await?;
        // Twenty drags, turn by turn, each of many moves within one task: faster than any hand. Where
        // the hand let go counts, not where the page then puts the slider.
        let ends: [f64; 2] = page
            .run(
                "const sliders = ['vocational_share', 'hires'].map((id) => document.getElementById(`slider-${id}`));
                 const ends = [0, 0];
                 for (let drag = 0; drag < 20; drag++) {
                   const slider = sliders[drag % 2];
                   for (let move = 0; move < 15; move++) {
                     const share = (drag * 15 + move + 1) / 301;
                     slider.value = Number(slider.min) + share * (slider.max - slider.min);
                     ends[drag % 2] = Number(slider.value);
                     slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
                   }
                   if (drag % 3) slider.dispatchEvent(new Event('change', { bubbles: true }));
                 }
                 for (const slider of sliders) slider.dispatchEvent(new Event('change', { bubbles: true }));
                 return ends",
            )
            .await?;
        ensure!(ends[0] > 0.9 && ends[1] > 20.0, "the drags ended at {ends:?}");
        let last = desk::wait_for_scenario(page, &format!("the drags ended at {ends:?}"), |scenario| {
            let at = |id| desk::value_in(scenario, id, 2025).unwrap_or(f64::NAN);
            (at("vocational_share") - ends[0]).abs() < 1e-9 && (at("hires") - ends[1]).abs() < 1e-9
        })
        .await?;
        desk::expect_headline(page, &last, Layer::Base, 2025, Lang::Zh).await?;
        ensure!(desk::kept(page).await? == last, "what is kept is not what is shown");

        // Twenty drags are twenty steps.
        for step in 0..20 {
            ensure!(enabled(page).await?[0], "only {step} of twenty drags can be undone");
            page.click("#undo").await?;
        }
        expect_scenario(page, "all drags are undone", &first).await?;
        ensure!(!enabled(page).await?[0], "more than twenty steps came from twenty drags");
        for _ in 0..20 {
            page.click("#redo").await?;
        }
        expect_scenario(page, "all drags are done again", &last).await
    })
}
