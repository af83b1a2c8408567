//! The page without a network, for those who ask for it.

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, Setting, View, journey};
use serde_json::json;
use voced_model::Lang;
use voced_scenario::{Layer, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::features::export::tables;
use voced_whatif::phrases;

use crate::{answers, desk, taking};

/// What the browser keeps of the page: workers and caches.
async fn kept(page: &Page) -> Result<(Vec<String>, Vec<String>)> {
    page.run(
        "return Promise.all([
           navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.active?.scriptURL ?? '')),
           caches.keys(),
         ])",
    )
    .await
}

async fn keep(page: &Page, lang: Lang) -> Result<()> {
    answers::show(page, Screen::Take, lang).await?;
    // By keys: the focus is not lost with the button.
    page.element("#offline-keep").await?.focus().await?;
    page.press(Key::Enter + "").await?;
    page.wait_for_text("#offline-said", phrases::OFFLINE_KEPT.get(lang)).await?;
    page.wait_for_script("return document.activeElement.id === 'offline-forget'").await
}

async fn moved(page: &Page) -> Result<Scenario> {
    desk::drag_slider(page, "vocational_share", 0.5).await?;
    desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await
}

#[test]
fn a_page_that_is_kept_does_everything_without_a_network() -> Result<()> {
    journey("kept_without_a_network", View::desktop(Language::Chinese), async |page| {
        ensure!(kept(page).await? == (vec![], vec![]), "something is kept that nobody asked for");
        let own = moved(page).await?;
        keep(page, Lang::Zh).await?;
        let (workers, caches) = kept(page).await?;
        ensure!(workers.len() == 1 && caches.len() == 1, "kept are {workers:?} and {caches:?}");

        let cdp = page.driver().cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        cdp.send_raw("Network.emulateNetworkConditions", offline).await?;
        page.reload().await?;
        ensure!(desk::scenario(page).await? == own, "the scenario is lost");
        desk::expect_headline(page, &own, Layer::Base, 2025, Lang::Zh).await?;
        // Screens of the later parts, whose questions a worker answers, and a file to take away.
        answers::show(page, Screen::Why, Lang::Zh).await?;
        page.element("#waterfall canvas").await?;
        answers::show(page, Screen::Take, Lang::Zh).await?;
        page.wait_for_text("#offline-said", phrases::OFFLINE_KEPT.zh).await?;
        let outcome = desk::outcome(&own)?;
        taking::expect_sheet(page, "#save-results", &tables::results(&outcome, Lang::Zh), Lang::Zh).await?;
        // The worker itself could still reach the server: nothing that was asked for may be missing from what it keeps.
        let missing: Vec<String> = page
            .run(
                "const asked = performance.getEntriesByType('resource').map((entry) => entry.name);
                 const held = (name) => name.startsWith('data:') || name.startsWith('blob:') || caches.match(name);
                 return Promise.all(asked.map(async (name) => (await held(name)) ? [] : [name])).then((all) => all.flat())",
            )
            .await?;
        ensure!(missing.is_empty(), "not kept: {missing:?}");

        // Whatever is asked of the page in its address, it is the same page.
        page.open("&simd=on").await?;
        ensure!(desk::scenario(page).await? == own, "the scenario is lost");
        answers::show(page, Screen::Take, Lang::Zh).await?;
        desk::press(page, "#offline-forget").await?;
        page.element("#offline-keep").await?;
        ensure!(kept(page).await? == (vec![], vec![]), "something is still kept");
        Ok(())
    })
}

#[test]
fn a_newer_page_is_said_and_taken_over_when_the_reader_wants_it() -> Result<()> {
    journey("a_newer_page", View::desktop(Language::English), async |page| {
        let own = moved(page).await?;
        keep(page, Lang::En).await?;
        page.reload().await?;
        ensure!(page.elements(".notice").await?.is_empty(), "there is nothing newer, but something is said");
        // To the browser the same worker under another address is a newer one.
        page.run::<()>("return navigator.serviceWorker.register('./offline.js?variant=plain').then(() => undefined)")
            .await?;
        page.wait_for_text(".notice", phrases::NEWER_PAGE.en).await?;
        page.expect_no_barriers().await?;
        answers::show(page, Screen::Take, Lang::En).await?;
        page.wait_for_text("#offline-said", phrases::NEWER_PAGE.en).await?;
        let (workers, _) = kept(page).await?;
        ensure!(workers.iter().all(|address| !address.ends_with("plain")), "it took over unasked: {workers:?}");
        page.run::<()>("globalThis.isOld = true").await?;
        desk::press(page, "#offline-renew").await?;
        page.wait_until("the page is loaded anew", async || {
            let is_old: bool = page
                .run("return globalThis.isOld === true || document.documentElement.dataset.start !== 'done'")
                .await?;
            Ok((!is_old).then_some(()))
        })
        .await?;
        ensure!(desk::scenario(page).await? == own, "the scenario is lost");
        let (workers, _) = kept(page).await?;
        ensure!(workers.iter().any(|address| address.ends_with("plain")), "the old one is still there: {workers:?}");
        Ok(())
    })
}

#[test]
fn the_page_is_kept_also_while_the_browser_asks_whether_for_good() -> Result<()> {
    journey("kept_while_asked", View::desktop(Language::English), async |page| {
        // As Firefox does, which asks the reader.
        page.run::<()>(
            "navigator.storage.persisted = () => Promise.resolve(globalThis.answer === true);
             navigator.storage.persist = () => new Promise((resolve) => { globalThis.allow = () => { answer = true; resolve(true) } });
             return null",
        )
        .await?;
        keep(page, Lang::En).await?;
        page.wait_for_text("#offline-said", phrases::OFFLINE_MAY_GO.en).await?;
        page.run::<()>("allow(); return null").await?;
        page.wait_for_text("#offline-said", phrases::OFFLINE_LASTS.en).await?;
        page.wait_for_text("#offline-said", phrases::OFFLINE_KEPT.en).await
    })
}

#[test]
fn what_can_not_be_kept_is_said() -> Result<()> {
    journey("not_kept", View::phone(Language::English), async |page| {
        answers::show(page, Screen::Take, Lang::En).await?;
        page.run::<()>(
            "navigator.serviceWorker.register = () => Promise.reject(new Error('as if there were no room'))",
        )
        .await?;
        desk::press(page, "#offline-keep").await?;
        page.wait_for_text("#offline-said", phrases::OFFLINE_FAILED.en).await?;
        page.element("#offline-keep").await?;
        // The file is there all the same.
        let file: String = page.run("return document.querySelector('#offline-file').href").await?;
        ensure!(file == format!("{}voced-whatif.html", page.address()), "the file is at {file}");
        // A draft has none to be downloaded.
        if let Some(built) = Setting::read()?.single_file {
            let name = built.file_name().and_then(|name| name.to_str()).context("a file without a name")?;
            ensure!(file.ends_with(&format!("/{name}")), "the build calls it {name}, the page {file}");
        }
        page.expect_no_barriers().await
    })
}
