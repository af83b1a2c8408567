//! Parts of the page that are fetched when they are asked for.

use anyhow::{Result, ensure};
use journeys::{Language, Page, Setting, View, journey, visit};
use serde_json::json;
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::app::Screen;
use voced_whatif::phrases;

use crate::{answers, desk};

const LATER: &str = "voced-whatif-later.";

/// Whether the later part was fetched, by the page or a worker.
async fn has_fetched_later(page: &Page) -> Result<bool> {
    page.run(&format!(
        "return performance.getEntriesByType('resource').some((entry) => entry.name.includes('{LATER}'))"
    ))
    .await
}

/// A draft is in one piece.
fn is_draft() -> Result<bool> {
    Ok(Setting::read()?.single_file.is_none())
}

/// Lets requests whose address is like one of these fail.
async fn block(page: &Page, addresses: &[&str]) -> Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setBlockedURLs", json!({ "urls": addresses })).await?;
    Ok(())
}

#[test]
fn a_later_screen_is_fetched_when_it_is_opened_and_not_before() -> Result<()> {
    if is_draft()? {
        return Ok(());
    }
    journey("parts_fetched_when_opened", View::desktop(Language::Chinese), async |page| {
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::expect_headline(page, &moved, Layer::Base, 2025, Lang::Zh).await?;
        ensure!(!has_fetched_later(page).await?, "the charts needed the later part");
        for (screen, shown) in [
            (Screen::Why, "#waterfall canvas"),
            (Screen::Matters, "#tornado canvas"),
            (Screen::Sure, "section.sure canvas"),
        ] {
            answers::show(page, screen, Lang::Zh).await?;
            page.element(shown).await?;
        }
        ensure!(has_fetched_later(page).await?, "the screens are there without the later part");
        answers::show(page, Screen::Solve, Lang::Zh).await?;
        desk::press(page, "#preset-ratio").await?;
        page.element("#solution .verdict-line").await?;
        // What was chosen is shown again at once.
        page.reload().await?;
        page.element("#solve-title").await?;
        Ok(())
    })
}

#[test]
fn what_a_number_and_a_value_come_from_is_fetched_too() -> Result<()> {
    if is_draft()? {
        return Ok(());
    }
    journey("parts_details", View::desktop(Language::English), async |page| {
        desk::press(page, "#lever-hires .lever-head .icon").await?;
        page.wait_for_text("#lever-hires .about", phrases::MEANING.en).await?;
        ensure!(has_fetched_later(page).await?, "the source is there without the later part");
        page.reload().await?;
        desk::press(page, ".number").await?;
        page.element("#derivation-title").await?;
        Ok(())
    })
}

#[test]
fn a_part_that_does_not_arrive_is_said_and_can_be_asked_for_again() -> Result<()> {
    if is_draft()? {
        return Ok(());
    }
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        block(page, &[&format!("*{LATER}*")]).await?;
        page.open("").await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        answers::show(page, Screen::Why, Lang::Zh).await?;
        page.wait_for_text("#results [role=alert]", phrases::NOT_ARRIVED.zh).await?;
        // The rest goes on meanwhile, in the other language too.
        desk::open_menu(page, "#more").await?;
        page.click_named("English").await?;
        page.wait_for_text("#results [role=alert]", phrases::NOT_ARRIVED.en).await?;
        desk::expect_headline(page, &moved, Layer::Base, 2025, Lang::En).await?;
        page.expect_no_barriers().await?;
        page.click("#fetch-again").await?;
        page.wait_for_text("#results [role=alert]", phrases::NOT_ARRIVED.en).await?;
        ensure!(desk::scenario(page).await? == moved, "the scenario changed");

        block(page, &[]).await?;
        page.click("#fetch-again").await?;
        page.element("#waterfall canvas").await?;
        page.wait_for_none("#results [role=alert]").await?;
        ensure!(desk::scenario(page).await? == moved, "the scenario changed");
        // The console tells what was stopped, and nothing else.
        let told = page.console_errors().await?;
        ensure!(told.iter().all(|line| line.contains(LATER)), "the console tells more: {told:?}");
        Ok(())
    })
}
