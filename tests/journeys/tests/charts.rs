//! The charts: chosen from the gallery, read by pointer and keys, turned into tables.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_charts::{Figure, plain};
use voced_model::Lang;
use voced_whatif::app::ChartId;
use voced_whatif::features::explore::charts::view_model::{Drawing, Frame, drawing};

use crate::answers;
use crate::desk::{self, Pointer};

async fn shown(page: &Page) -> Result<Vec<String>> {
    page.run("return [...document.querySelectorAll('.card')].map((card) => card.id.replace('chart-', ''))").await
}

/// A chart as the model draws it, with its bands, held against the status quo.
async fn figure(page: &Page, chart: ChartId) -> Result<Figure> {
    let scenario = desk::scenario(page).await?;
    let reference = voced_scenario::Scenario {
        horizon: scenario.horizon,
        ..voced_scenario::Scenario::new(scenario.area_ref.clone(), voced_scenario::Layer::Base)
    };
    let (outcome, reference) = (desk::outcome(&scenario)?, desk::outcome(&reference)?);
    let sureness = answers::sureness(&scenario, DEFAULT_DRAWS)?;
    let (reference, sureness) = (Some(&reference), Some(&sureness));
    let frame =
        Frame { outcome: &outcome, reference, sureness, year: scenario.horizon, difference: false, lang: Lang::Zh };
    match drawing(chart, frame) {
        Drawing::Figure(figure) => Ok(figure),
        Drawing::Progress(_) => bail!("{chart:?} has no years"),
    }
}

#[test]
fn one_to_four_charts_are_chosen_from_the_gallery() -> Result<()> {
    journey("one_to_four_charts_are_chosen", View::desktop(Language::Chinese), async |page| {
        ensure!(
            shown(page).await? == ["enrolment", "payers", "intake", "teachers"],
            "the first visit shows other charts"
        );
        desk::press(page, "#show-uses").await?;
        let four = shown(page).await?;
        ensure!(four.len() == 4 && four.contains(&"uses".to_owned()), "with a fifth chosen, {four:?} are shown");
        for chart in &four {
            ensure!(desk::is_pressed(page, &format!("#show-{chart}")).await?, "{chart} is shown but not marked");
        }
        ensure!(!desk::is_pressed(page, "#show-enrolment").await?, "the chart that gave way is still marked");
        for chart in &four {
            desk::press(page, &format!("#show-{chart}")).await?;
        }
        ensure!(shown(page).await?.len() == 1, "the last chart went away");
        // Every chart draws, one after the other, and the choice is there after a reload.
        for chart in ChartId::ALL {
            if !shown(page).await?.contains(&chart.id().to_owned()) {
                desk::press(page, &format!("#show-{}", chart.id())).await?;
            }
            page.element(&format!("#chart-{} canvas", chart.id())).await?;
        }
        let before = shown(page).await?;
        page.reload().await?;
        ensure!(shown(page).await? == before, "a reload forgets the charts that were chosen");
        Ok(())
    })
}

#[test]
fn every_chart_turns_into_a_table_of_the_same_numbers() -> Result<()> {
    journey("every_chart_turns_into_a_table", View::desktop(Language::Chinese), async |page| {
        for chart in ChartId::ALL {
            let id = chart.id();
            if !shown(page).await?.contains(&id.to_owned()) {
                desk::press(page, &format!("#show-{id}")).await?;
            }
            desk::press(page, &format!("#chart-{id} .table-toggle")).await?;
            if *chart == ChartId::Progress {
                ensure!(!desk::table(page, id).await?.is_empty(), "the table of targets is empty");
                continue;
            }
            let figure = figure(page, *chart).await?;
            ensure!(
                // Who pays is told of differences, which have bands where the page shows them.
                *chart == ChartId::Payers
                    || figure.columns().iter().any(|column| matches!(column.part, voced_charts::Part::Percentile(_))),
                "{id} has no bands"
            );
            answers::expect_rows(page, &format!("#chart-{id}"), &answers::cells(&figure)).await?;
            desk::press(page, &format!("#chart-{id} .table-toggle")).await?;
            page.element(&format!("#chart-{id} canvas")).await?;
        }
        Ok(())
    })
}

#[test]
fn values_are_read_by_pointer_and_by_keys() -> Result<()> {
    journey("values_are_read_by_pointer_and_keys", View::desktop(Language::Chinese), async |page| {
        let figure = figure(page, ChartId::Enrolment).await?;
        // What is read in a year: the scenario's own series, each with its number.
        let wanted = |year: i32| -> Result<Vec<String>> {
            let t = figure.years.iter().position(|one| *one == year).context("not a year of the chart")?;
            let own = figure.series().filter(|(_, series)| !series.comparison);
            let read =
                own.map(|(panel, series)| Some(format!("{} {}", series.name, plain(series.value(t)?, panel.decimals))));
            read.collect::<Option<_>>().context("no value")
        };
        let expect = async |year: i32| -> Result<()> {
            page.wait_for_text("#chart-enrolment .readout", &format!("{year}")).await?;
            for part in wanted(year)? {
                page.wait_for_text("#chart-enrolment .readout", &part).await?;
            }
            Ok(())
        };
        desk::centre(page, "#chart-enrolment canvas").await?;
        page.element("#chart-enrolment canvas").await?.focus().await?;
        page.press(Key::Left + "").await?;
        expect(2024).await?;
        page.press(Key::Home + "").await?;
        expect(2020).await?;
        page.press(Key::Right + "").await?;
        expect(2021).await?;
        page.press(Key::End + "").await?;
        expect(2025).await?;
        page.press("t").await?;
        page.element("#chart-enrolment table").await?;
        let inside: bool =
            page.run("return document.querySelector('#chart-enrolment').contains(document.activeElement)").await?;
        ensure!(inside, "the key T loses the focus: the next T does nothing");
        page.press("T").await?;
        page.element("#chart-enrolment canvas").await?;

        // The pointer reads the year it is over; a click makes it the year of the headline.
        desk::centre(page, "#chart-enrolment canvas").await?;
        let canvas = desk::place(page, "#chart-enrolment canvas").await?;
        let pointer = Pointer(page);
        let mut years = Vec::new();
        for share in [0.15, 0.3, 0.45, 0.6, 0.72, 0.82] {
            let at = (canvas.x + share * canvas.width, canvas.middle().1);
            pointer.hover(at).await?;
            let said: String = page
                .wait_until("the read-out names a year", async || {
                    let said: String =
                        page.run("return document.querySelector('#chart-enrolment .readout').textContent").await?;
                    let is_new = years.last().is_none_or(|last: &i32| !said.starts_with(&last.to_string()));
                    Ok((!said.is_empty() && is_new).then_some(said))
                })
                .await?;
            let year: i32 = said.chars().take(4).collect::<String>().parse()?;
            expect(year).await?;
            years.push(year);
        }
        ensure!(years.windows(2).all(|two| two[0] < two[1]), "from left to right the pointer reads {years:?}");
        let at = (canvas.x + 0.45 * canvas.width, canvas.middle().1);
        pointer.press(at).await?;
        pointer.release(at).await?;
        page.wait_for_text(".year output", &years[2].to_string()).await
    })
}

#[test]
fn charts_are_sharp_on_sharp_screens_and_follow_the_window() -> Result<()> {
    journey("charts_are_sharp", View::desktop(Language::Chinese).with_pixel_ratio(2.0), async |page| {
        let ratio = "const canvas = document.querySelector('#chart-intake canvas');
                     return canvas.width / canvas.getBoundingClientRect().width";
        let drawn: f64 = page.run(ratio).await?;
        ensure!((drawn - 2.0).abs() < 0.02, "on a screen of ratio 2 the canvas has {drawn} pixels to one");
        let wide = desk::place(page, "#chart-intake canvas").await?.width;
        page.driver().cdp().emulation().set_device_metrics_override(850, 800, 2.0, false).await?;
        page.wait_until("the chart follows the narrower window", async || {
            let now = desk::place(page, "#chart-intake canvas").await?.width;
            let room = desk::place(page, "#chart-intake .canvas-box").await?.width;
            ensure!((now - room).abs() <= 1.0 && (now - wide).abs() > 10.0, "{now} wide in {room}, {wide} before");
            Ok(Some(()))
        })
        .await
    })
}
