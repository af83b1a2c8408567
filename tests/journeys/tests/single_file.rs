//! The page in one file, opened from a disk.

use anyhow::{Result, ensure};
use journeys::{Language, Setting, View, visit};
use serde_json::json;
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::app::Screen;
use voced_whatif::phrases;

use crate::{answers, asking_bands, desk};

/// Counts workers, and what the policy stopped, from before the page's own scripts on.
const WATCH: &str = "
    globalThis.workers = 0;
    globalThis.stopped = [];
    addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        workers += 1;
      }
    };";

#[test]
fn the_page_in_one_file_does_everything_from_a_disk_without_a_request() -> Result<()> {
    // A draft has no such file.
    let Some(file) = Setting::read()?.single_file else { return Ok(()) };
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let cdp = page.driver().cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
        cdp.send_raw("Network.enable", json!({})).await?;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        cdp.send_raw("Network.emulateNetworkConditions", offline).await?;
        page.open_file(&file).await?;

        // A lever moves, and the bands follow from a worker.
        let plan = desk::scenario(page).await?;
        desk::expect_headline(page, &plan, Layer::Base, 2025, Lang::Zh).await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::expect_headline(page, &moved, Layer::Base, 2025, Lang::Zh).await?;
        answers::open_table(page, asking_bands::CHART).await?;
        asking_bands::expect_intake(page, &moved, true).await?;
        let workers: u32 = page.run("return workers").await?;
        ensure!(workers > 0, "there is no worker");

        // Later screens, whose questions workers answer too.
        for (screen, shown) in [
            (Screen::Why, "#waterfall canvas"),
            (Screen::Matters, "#tornado canvas"),
            (Screen::Sure, "#histogram-voc_enrolment canvas"),
        ] {
            answers::show(page, screen, Lang::Zh).await?;
            page.element(shown).await?;
        }
        answers::show(page, Screen::Solve, Lang::Zh).await?;
        desk::press(page, "#preset-ratio").await?;
        page.element("#solution .verdict-line").await?;
        desk::press(page, ".tile .number").await?;
        page.element("#derivation-title").await?;
        page.click("#derivation-close").await?;
        answers::show(page, Screen::Take, Lang::Zh).await?;
        page.wait_for_text("#offline-said", phrases::OFFLINE_IS_FILE.zh).await?;
        answers::show(page, Screen::Solve, Lang::Zh).await?;
        desk::open_menu(page, "#more").await?;
        page.click_named("English").await?;
        page.wait_for_text("#solve-title", phrases::SOLVE_TITLE.en).await?;

        let asked: Vec<String> =
            page.run("return performance.getEntriesByType('resource').map((entry) => entry.name)").await?;
        ensure!(
            asked.iter().all(|name| name.starts_with("blob:") || name.starts_with("data:")),
            "the file asked for others: {asked:?}"
        );
        let stopped: Vec<String> = page.run("return stopped").await?;
        ensure!(stopped.is_empty(), "the policy stopped {stopped:?}");
        page.expect_clean_console().await?;

        // What was chosen is there again.
        page.reload().await?;
        page.element("#solve-title").await?;
        ensure!(desk::scenario(page).await? == moved, "the scenario is lost");
        page.expect_clean_console().await
    })
}

#[test]
fn the_policy_of_the_file_lets_nothing_out_and_nothing_in() -> Result<()> {
    let Some(file) = Setting::read()?.single_file else { return Ok(()) };
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open_file(&file).await?;
        let stopped: Vec<String> = page
            .run(
                "const stopped = [];
                 addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
                 const image = new Image();
                 image.src = 'https://elsewhere.invalid/picture.png';
                 const script = document.createElement('script');
                 script.textContent = 'globalThis.intruded = true';
                 document.head.append(script);
                 const tried = fetch('https://elsewhere.invalid/').catch(() => {});
                 return tried.then(() => new Promise((done) => setTimeout(() => done(stopped.sort()), 0)))",
            )
            .await?;
        ensure!(stopped == ["connect-src", "img-src", "script-src-elem"], "the policy stopped only {stopped:?}");
        let intruded: bool = page.run("return globalThis.intruded === true").await?;
        ensure!(!intruded, "a script ran that was not in the file");
        Ok(())
    })
}
