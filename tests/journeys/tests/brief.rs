//! The brief: two pages of A4, whatever is in it.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use journeys::{Language, Page, View, journey};
use serde_json::json;
use voced_model::inputs::{Role, Shape};
use voced_model::{InputId, Lang};
use voced_scenario::{Area, Layer, Scenario};
use voced_whatif::app::{ChartId, Screen};
use voced_whatif::browser::link;
use voced_whatif::features::explore::answer::view_model::answer;
use voced_whatif::features::explore::pays::view_model as pays;

use crate::{answers, desk};

/// A dozen levers away from where they are, and a name as long as may be.
fn hostile(area: &str) -> Result<Scenario> {
    let mut scenario = desk::untouched(area, Layer::Plan)?;
    scenario.name = "<script>alert(1)</script>“方案”&\u{202e}".repeat(8).chars().take(200).collect();
    let levers = InputId::all().filter(|input| input.spec().role == Role::Lever && input.spec().shape == Shape::Path);
    for input in levers.take(12) {
        let outcome = desk::outcome(&scenario)?;
        let (low, high) = (input.spec().min, input.spec().max);
        let level = scenario.value(input).1.value.level().unwrap_or(low);
        let moved = if level * 1.1 + 0.01 <= high { level * 1.1 + 0.01 } else { (low + level) / 2.0 };
        scenario.inputs.insert(input, outcome.resolved().moved(input, moved));
    }
    Ok(scenario)
}

/// Opens a scenario with its brief, ready for print.
async fn open(page: &Page, scenario: &Scenario, lang: Lang) -> Result<()> {
    page.open(&format!("#{}", link::pack(scenario))).await?;
    answers::show(page, Screen::Take, lang).await?;
    if page.elements("#brief").await?.is_empty() {
        desk::press(page, "#show-brief").await?;
    }
    page.wait_for_script("return document.querySelector('#print-brief')?.disabled === false").await?;
    page.wait_for_script(
        "return [...document.querySelectorAll('#brief img')].filter((i) => i.complete && i.naturalWidth).length === 3",
    )
    .await
}

/// How many pages a PDF has.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count()
}

async fn expect_two_pages(page: &Page, what: &str) -> Result<()> {
    // Millimetres from the last line of text to where the sheet's number stands.
    let room: Vec<f64> = page
        .run(
            "return [...document.querySelectorAll('#brief .sheet')].map((sheet) => {
               const inside = [...sheet.children].filter((child) => !child.matches('.folio'));
               const end = Math.max(...inside.map((child) => child.getBoundingClientRect().bottom),
                                    ...[...sheet.querySelectorAll('img')].map((img) => img.getBoundingClientRect().bottom));
               return (sheet.querySelector('.folio').getBoundingClientRect().top - end) / 96 * 25.4;
             })",
        )
        .await?;
    ensure!(
        room.len() == 2 && room.iter().all(|room| *room > 0.0),
        "{what}: the sheets are too full: {room:?} mm left"
    );
    let printed = page
        .driver()
        .cdp()
        .send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }))
        .await?;
    let encoded = printed["data"].as_str().context("no PDF")?;
    let pdf = STANDARD.decode(encoded).map_err(|error| anyhow::anyhow!("the PDF is damaged: {error}"))?;
    let count = pages(&pdf);
    ensure!(count == 2, "{what}: {count} pages");
    // All of the link is behind what is printed of it.
    let text = String::from_utf8_lossy(&pdf);
    ensure!(text.contains("/URI") && text.contains("#1."), "{what}: no link to follow");
    Ok(())
}

async fn expect_all_areas(page: &Page, lang: Lang) -> Result<()> {
    for area in Area::ids() {
        let scenarios = [desk::untouched(area, Layer::Plan)?, desk::untouched(area, Layer::Base)?, hostile(area)?];
        for (scenario, kind) in scenarios.iter().zip(["the plan", "the status quo", "a dozen changes"]) {
            open(page, scenario, lang).await?;
            expect_two_pages(page, &format!("{area}, {kind}")).await?;
        }
    }
    Ok(())
}

#[test]
fn the_brief_has_two_pages_for_every_area_in_chinese() -> Result<()> {
    journey("the_brief_in_chinese", View::desktop(Language::Chinese), async |page| {
        expect_all_areas(page, Lang::Zh).await
    })
}

#[test]
fn the_brief_has_two_pages_for_every_area_in_english_in_the_dark() -> Result<()> {
    journey("the_brief_in_english", View::desktop(Language::English).dark(), async |page| {
        expect_all_areas(page, Lang::En).await
    })
}

#[test]
fn the_brief_says_the_question_and_what_comes_of_it() -> Result<()> {
    journey("the_brief_says_the_question", View::desktop(Language::Chinese), async |page| {
        let mut scenario = desk::untouched("laiwu", Layer::Plan)?;
        let share = desk::input("vocational_share")?;
        scenario.inputs.insert(share, desk::outcome(&scenario)?.resolved().moved(share, 0.45));
        open(page, &scenario, Lang::Zh).await?;
        page.wait_for_text(".brief-question", "如果莱芜中职招生占比由").await?;
        page.wait_for_text(".brief-question", "45%").await?;
        // A link is held against the layer it lies over.
        let (own, plan) = (desk::outcome(&scenario)?, desk::outcome(&scenario.untouched(Layer::Plan))?);
        let answered = answer(&own, &plan, Layer::Plan, scenario.horizon, Lang::Zh).context("no answer")?;
        page.wait_for_text(".brief-answer", &answered.text()).await?;
        for line in pays::lines(&own, &plan, scenario.horizon, Lang::Zh) {
            page.wait_for_text(".sheet", &line).await?;
        }
        let charts = "return [...document.querySelectorAll('.brief-charts figcaption')].map((one) => one.textContent)";
        let of_the_page: Vec<String> = page.run(charts).await?;
        ensure!(of_the_page.contains(&ChartId::Payers.words().zh.to_owned()), "who pays is not in {of_the_page:?}");
        // Other charts are chosen, and are still at the next visit.
        page.click("#choose-brief-charts").await?;
        desk::press(page, "#brief-debt").await?;
        let wanted = ChartId::Debt.words().zh;
        page.wait_until("the chosen chart comes first", async || {
            Ok((page.run::<Vec<String>>(charts).await?.first().is_some_and(|first| first == wanted)).then_some(()))
        })
        .await?;
        open(page, &scenario, Lang::Zh).await?;
        ensure!(page.run::<Vec<String>>(charts).await?.first().is_some_and(|first| first == wanted), "it is forgotten");
        page.wait_for_text(".brief-results", "中职在校生").await?;
        page.wait_for_text(".brief-targets", "未达成").await?;
        page.wait_for_text(".brief-assumed", "估计").await?;
        page.wait_for_text(".brief-foot", voced_model::MODEL_VERSION).await?;
        let address: String = page.run("return document.querySelector('.brief-link a').href").await?;
        let fragment = address.split_once('#').context("no scenario in the link")?.1.to_owned();
        ensure!(link::unpack(&fragment) == Some(Ok(scenario.into())), "the link opens another scenario: {address}");
        // Whatever the page prints otherwise, it prints again once the brief is closed.
        desk::press(page, "#show-brief").await?;
        page.wait_for_script("return document.documentElement.dataset.print === undefined").await
    })
}
