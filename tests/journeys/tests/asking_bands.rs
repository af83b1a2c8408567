//! How sure the numbers of the first screen are: bands, ranges, chances.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Language, Page, View, journey};
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_charts::Figure;
use voced_model::Lang;
use voced_scenario::{Layer, Scenario};
use voced_whatif::app::ChartId;
use voced_whatif::features::explore::charts::view_model::{Drawing, Frame, drawing};

use crate::answers;
use crate::desk::{self, Pointer};

const SHARE: &str = "vocational_share";
pub const CHART: &str = "#chart-intake";

/// The chart of intake as the model draws it, held against the status quo.
fn intake(scenario: &Scenario, has_bands: bool) -> Result<Figure> {
    let reference = Scenario { horizon: scenario.horizon, ..Scenario::new(scenario.area_ref.clone(), Layer::Base) };
    let (outcome, reference) = (desk::outcome(scenario)?, desk::outcome(&reference)?);
    let sureness = answers::sureness(scenario, DEFAULT_DRAWS)?;
    let (reference, sureness) = (Some(&reference), Some(&sureness).filter(|_| has_bands));
    let frame =
        Frame { outcome: &outcome, reference, sureness, year: scenario.horizon, difference: false, lang: Lang::Zh };
    match drawing(ChartId::Intake, frame) {
        Drawing::Figure(figure) => Ok(figure),
        Drawing::Progress(_) => bail!("the intake has no years"),
    }
}

/// Waits until the open table of the chart of intake shows what the model has.
pub async fn expect_intake(page: &Page, scenario: &Scenario, has_bands: bool) -> Result<()> {
    answers::expect_rows(page, CHART, &intake_rows(scenario, has_bands)?).await
}

/// The rows of that table as they have to be.
pub fn intake_rows(scenario: &Scenario, has_bands: bool) -> Result<Vec<Vec<String>>> {
    Ok(answers::cells(&intake(scenario, has_bands)?))
}

#[test]
fn bands_follow_a_lever_while_it_is_dragged() -> Result<()> {
    journey("bands_follow_a_lever", View::desktop(Language::Chinese), async |page| {
        answers::open_table(page, CHART).await?;
        expect_intake(page, &desk::scenario(page).await?, true).await?;
        let css = format!("#slider-{SHARE}");
        desk::centre(page, &css).await?;
        let (x, y) = desk::thumb(page, &css).await?;
        let pointer = Pointer(page);
        pointer.press((x, y)).await?;
        // To and fro without a pause, then still, the button held down: the last place counts.
        for step in 1..=60 {
            pointer.drag((x + 40.0 * (f64::from(step) / 5.0).sin(), y)).await?;
        }
        pointer.drag((x + 30.0, y)).await?;
        // What is held still is kept as soon as it rests.
        let held = page
            .wait_until("what is kept is where the lever is held", async || {
                let slider: String = page.run(&format!("return document.querySelector('{css}').value")).await?;
                let kept = desk::kept(page).await?;
                ensure!(desk::value_in(&kept, SHARE, 2025)? == slider.parse::<f64>()?, "the slider stands at {slider}");
                Ok(Some(kept))
            })
            .await?;
        ensure!(!held.is_untouched(), "the slider does not follow the pointer");
        expect_intake(page, &held, true).await?;
        pointer.drag((x + 60.0, y)).await?;
        pointer.release((x + 60.0, y)).await?;
        let end =
            desk::wait_for_scenario(page, "the lever is where it was let go", |scenario| *scenario != held).await?;
        expect_intake(page, &end, true).await?;
        desk::expect_headline(page, &end, Layer::Base, 2025, Lang::Zh).await
    })
}

#[test]
fn percentiles_stand_under_the_name_of_their_series() -> Result<()> {
    journey("percentiles_stand_under_their_series", View::desktop(Language::English), async |page| {
        answers::open_table(page, CHART).await?;
        let heads = format!("return [...document.querySelectorAll('{CHART} thead tr')].map((row) => row.innerText)");
        page.wait_until("the head of the table names the percentiles", async || {
            let rows: Vec<String> = page.run(&heads).await?;
            let parts = rows.get(1).context("the head has one row alone")?;
            let names: Vec<&str> = parts.split_whitespace().filter(|part| part.starts_with('P')).collect();
            // Two series have them.
            ensure!(names == ["P5", "P25", "P50", "P75", "P95"].repeat(2), "the head names {names:?}");
            Ok(Some(()))
        })
        .await?;
        // The picture reads them too.
        desk::press(page, &format!("{CHART} .table-toggle")).await?;
        desk::centre(page, &format!("{CHART} canvas")).await?;
        page.element(&format!("{CHART} canvas")).await?.focus().await?;
        page.press(journeys::Key::End + "").await?;
        let figure = intake(&desk::scenario(page).await?, true)?;
        let (panel, series) = figure.series().next().context("no series")?;
        let (low, high) = series.band_at(figure.years.len() - 1).context("no band")?.outer;
        let plain = |value| voced_charts::plain(value, panel.decimals);
        page.wait_for_text(&format!("{CHART} .readout"), &format!("({}–{})", plain(low), plain(high))).await
    })
}

#[test]
fn bands_are_switched_off_and_stay_off() -> Result<()> {
    journey("bands_are_switched_off", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        desk::expect_headline(page, &scenario, Layer::Base, 2025, Lang::Zh).await?;
        page.element(".targets .chance").await?;
        desk::press(page, "#bands").await?;
        for round in ["switched off", "loaded again"] {
            answers::open_table(page, CHART).await?;
            expect_intake(page, &scenario, false).await.context(round)?;
            for css in [".tile .likely", ".targets .chance"] {
                page.wait_for_none(css).await.context(round)?;
            }
            page.reload().await?;
        }
        // Nor do they come back when something moves.
        desk::drag_slider(page, SHARE, 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        answers::open_table(page, CHART).await?;
        expect_intake(page, &moved, false).await?;
        desk::press(page, "#bands").await?;
        expect_intake(page, &moved, true).await?;
        desk::expect_headline(page, &moved, Layer::Base, 2025, Lang::Zh).await?;
        page.element(".targets .chance").await?;
        Ok(())
    })
}
