//! A lever over the years: its kinds, its line that can be dragged, its fields.

use anyhow::{Result, bail, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_model::Lang;
use voced_scenario::{Layer, PathValue, Scenario};
use voced_whatif::phrases;

use crate::desk::{self, Pointer};

const INPUT: &str = "vocational_share";

fn path(scenario: &Scenario) -> Result<PathValue> {
    Ok(scenario.value(desk::input(INPUT)?).1.value.clone())
}

async fn choose_kind(page: &Page, place: usize) -> Result<()> {
    desk::press(page, &desk::option(phrases::YEAR_EDITOR, Lang::Zh, place)).await
}

/// The handle of a year: the first is the year after the base year.
fn handle(year: i32) -> String {
    format!("#lever-{INPUT} g.handle:nth-of-type({}) circle", year - 2020)
}

async fn expect_value(page: &Page, year: i32, value: f64) -> Result<Scenario> {
    desk::wait_for_scenario(page, &format!("{INPUT} of {year} is {value}"), |scenario| {
        desk::value_in(scenario, INPUT, year).is_ok_and(|now| (now - value).abs() < 1e-9)
    })
    .await
}

#[test]
fn a_lever_goes_from_constant_to_ramp_to_single_years() -> Result<()> {
    journey("a_lever_goes_from_constant_to_ramp_to_years", View::desktop(Language::Chinese), async |page| {
        page.click(&desk::option(phrases::LAYER, Lang::Zh, 1)).await?;
        desk::press(page, &format!("#lever-{INPUT} .resets .link")).await?;
        page.element(&format!("#lever-{INPUT} .years-editor")).await?;
        ensure!(
            desk::is_pressed(page, &desk::option(phrases::YEAR_EDITOR, Lang::Zh, 1)).await?,
            "the status quo is no constant"
        );

        choose_kind(page, 2).await?;
        let ramp = desk::wait_for_scenario(page, "the share is a ramp", |scenario| {
            path(scenario).is_ok_and(|path| matches!(path, PathValue::Ramp { .. }))
        })
        .await?;
        ensure!(desk::value_in(&ramp, INPUT, 2025)? == 0.3, "turning a constant into a ramp changed its end");
        page.type_into(&format!("#{INPUT}-end"), "45%").await?;
        let ramp = expect_value(page, 2025, 0.45).await?;
        let middle = desk::value_in(&ramp, INPUT, 2023)?;
        ensure!((middle - 0.39).abs() < 1e-9, "three fifths of the way from 30 % to 45 % is 39 %, not {middle}");

        choose_kind(page, 3).await?;
        let points = desk::wait_for_scenario(page, "the share is given year by year", |scenario| {
            path(scenario).is_ok_and(|path| matches!(path, PathValue::Points(_)))
        })
        .await?;
        for year in 2020..=2025 {
            let (before, after) = (desk::value_in(&ramp, INPUT, year)?, desk::value_in(&points, INPUT, year)?);
            ensure!((before - after).abs() < 1e-12, "year by year, {year} changed from {before} to {after}");
        }
        page.type_into(&format!("#{INPUT}-2022"), "50").await?;
        let typed = expect_value(page, 2022, 0.5).await?;
        ensure!(desk::value_in(&typed, INPUT, 2023)? == middle, "a typed year changed the next one");
        desk::expect_headline(page, &typed, Layer::Base, 2025, Lang::Zh).await?;

        choose_kind(page, 1).await?;
        let constant = expect_value(page, 2022, 0.45).await?;
        ensure!(path(&constant)? == PathValue::Constant(0.45), "the constant is not the level it arrived at");
        Ok(())
    })
}

#[test]
fn a_point_of_the_line_is_dragged_and_moved_by_keys() -> Result<()> {
    journey("a_point_of_the_line_is_dragged", View::desktop(Language::Chinese), async |page| {
        page.click(&desk::option(phrases::LAYER, Lang::Zh, 1)).await?;
        desk::press(page, &format!("#lever-{INPUT} .resets .link")).await?;
        choose_kind(page, 3).await?;
        let before = expect_value(page, 2023, 0.3).await?;
        desk::centre(page, &handle(2023)).await?;

        // The point follows the pointer, also outside its column, until it is let go.
        let (x, y) = desk::place(page, &handle(2023)).await?.middle();
        let pointer = Pointer(page);
        pointer.press((x, y)).await?;
        let mut seen = Vec::new();
        for step in 1..=6 {
            pointer.drag((x + 4.0 * f64::from(step), y - 3.0 * f64::from(step))).await?;
            let said: String = page
                .run(&format!("return document.querySelector('{}').getAttribute('aria-valuenow')", handle(2023)))
                .await?;
            seen.push(said.parse::<f64>()?);
        }
        if !seen.windows(2).all(|two| two[1] >= two[0]) || seen.last() <= Some(&0.3) {
            bail!("the point does not follow the pointer upwards: {seen:?}");
        }
        let under = desk::place(page, &handle(2023)).await?.middle().1;
        ensure!((under - (y - 18.0)).abs() < 6.0, "the point lies at {under}, the pointer at {}", y - 18.0);
        pointer.release((x + 24.0, y - 18.0)).await?;
        pointer.hover((x, y + 20.0)).await?;
        let end = *seen.last().unwrap_or(&0.3);
        let dragged = expect_value(page, 2023, end).await?;
        let left = desk::place(page, &handle(2023)).await?.middle().1;
        ensure!((left - under).abs() < 1.0, "let go at {under}, the point leaps to {left}");
        for year in [2021, 2022, 2024, 2025] {
            ensure!(desk::value_in(&dragged, INPUT, year)? == 0.3, "dragging 2023 changed {year}");
        }
        desk::expect_headline(page, &dragged, Layer::Base, 2025, Lang::Zh).await?;

        // One drag is one step.
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "the drag is undone", |scenario| *scenario == before).await?;
        page.click("#redo").await?;
        expect_value(page, 2023, end).await?;

        let step = desk::input(INPUT)?.spec().step;
        page.element(&handle(2025)).await?.focus().await?;
        page.press(Key::Up + "").await?;
        expect_value(page, 2025, 0.3 + step).await?;
        page.press(Key::PageUp + "").await?;
        expect_value(page, 2025, 0.3 + 11.0 * step).await?;
        page.press(Key::Down + "").await?;
        expect_value(page, 2025, 0.3 + 10.0 * step).await?;
        let focused: bool =
            page.run(&format!("return document.activeElement === document.querySelector('{}')", handle(2025))).await?;
        ensure!(focused, "the point loses the focus when it moves");
        Ok(())
    })
}
