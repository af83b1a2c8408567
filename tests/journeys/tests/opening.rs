//! The page opens.

use anyhow::{Result, ensure};
use journeys::{Language, Page, View, journey, visit};
use serde_json::json;
use voced_model::Lang;
use voced_scenario::Layer;

use crate::desk;

#[test]
fn the_page_opens_on_a_desktop() -> Result<()> {
    journey("the_page_opens_on_a_desktop", View::desktop(Language::Chinese), async |page| {
        let width: u32 = page.run("return innerWidth").await?;
        ensure!(width == 1440, "the window is {width} wide");
        page.expect_no_barriers().await
    })
}

#[test]
fn the_page_opens_on_a_sharp_phone_with_the_wishes_of_its_user() -> Result<()> {
    let view = View::phone(Language::English).with_pixel_ratio(3.0).dark().with_reduced_motion();
    journey("the_page_opens_on_a_sharp_phone_with_the_wishes_of_its_user", view, async |page| {
        let heeded: bool = page
            .run(
                "return innerWidth === 390 && devicePixelRatio === 3 && navigator.language.startsWith('en')
                   && matchMedia('(prefers-color-scheme: dark)').matches
                   && matchMedia('(prefers-reduced-motion: reduce)').matches",
            )
            .await?;
        ensure!(heeded, "the browser does not show the view that was asked for");
        page.expect_no_barriers().await
    })
}

/// The wasm files that the page has loaded.
async fn wasm_files(page: &Page) -> Result<Vec<String>> {
    page.run(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)
           .filter((name) => name.endsWith('.wasm'))",
    )
    .await
}

#[test]
fn a_browser_without_vectors_gets_the_same_page() -> Result<()> {
    journey("a_browser_without_vectors_gets_the_same_page", View::desktop(Language::Chinese), async |page| {
        let usual = wasm_files(page).await?;
        let scenario = desk::scenario(page).await?;
        page.open("&simd=off").await?;
        let plain = wasm_files(page).await?;
        ensure!(usual.len() == 1 && plain.len() == 1, "more or less than one is loaded: {usual:?}, {plain:?}");
        ensure!(usual != plain, "the address does not choose: {usual:?} both times");
        ensure!(desk::scenario(page).await? == scenario, "the page opened on another scenario");
        desk::expect_headline(page, &scenario, Layer::Base, 2025, Lang::Zh).await
    })
}

#[test]
fn a_page_that_can_not_start_says_so_in_both_languages() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let cdp = page.driver().cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        cdp.send_raw("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        ensure!(page.open("").await.is_err(), "the page started without its wasm file");
        page.wait_for_text("[role=alert]", "页面没有启动").await?;
        page.wait_for_text("[role=alert]", "The page did not start").await
    })
}
