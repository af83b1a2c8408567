//! What is kept between visits, and what happens where the browser keeps nothing.

use anyhow::{Result, bail, ensure};
use journeys::{Language, Page, View, journey, visit};
use serde_json::json;
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::phrases;

use crate::desk::{self, Pointer};

const SHARE: &str = "vocational_share";

/// Runs a script in every document before the page's own.
async fn beforehand(page: &Page, script: &str) -> Result<()> {
    page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}

/// The page answers a lever, whatever is kept.
async fn expect_works(page: &Page) -> Result<()> {
    desk::drag_slider(page, SHARE, 0.5).await?;
    let scenario = desk::wait_for_scenario(page, "the share is 50 %", |scenario| {
        desk::value_in(scenario, SHARE, 2025).is_ok_and(|share| share == 0.5)
    })
    .await?;
    desk::expect_headline(page, &scenario, Layer::Base, 2025, Lang::Zh).await
}

#[test]
fn everything_is_there_again_at_the_next_visit() -> Result<()> {
    journey("everything_is_there_again", View::desktop(Language::Chinese), async |page| {
        desk::press(page, "nav.areas button:nth-of-type(3)").await?;
        desk::wait_for_scenario(page, "the third area is shown", |scenario| scenario.area().id != "laiwu").await?;
        desk::drag_slider(page, SHARE, 0.6).await?;
        desk::press(page, "#show-uses").await?;
        desk::open_menu(page, "#more").await?;
        page.click(&desk::option(phrases::THEME, Lang::Zh, 2)).await?;
        // Held against the plan, the second of the two.
        page.click(&desk::option(phrases::COMPARE_WITH, Lang::Zh, 2)).await?;
        let before = desk::wait_for_scenario(page, "the share is 60 %", |scenario| !scenario.is_untouched()).await?;
        let charts = "return [...document.querySelectorAll('.card')].map((card) => card.id).join()";
        let shown: String = page.run(charts).await?;
        // By the storage alone, with nothing in the address.
        page.open_address("").await?;
        ensure!(desk::scenario(page).await? == before, "the next visit does not show the scenario of the last");
        desk::expect_headline(page, &before, Layer::Plan, before.horizon, Lang::Zh).await?;
        ensure!(page.run::<String>(charts).await? == shown, "the next visit shows other charts");
        let theme: String = page.run("return document.documentElement.dataset.theme").await?;
        ensure!(theme == "light", "the next visit is {theme}, not light");
        ensure!(desk::notices(page).await?.is_empty(), "something is said where nothing happened");
        Ok(())
    })
}

#[test]
fn another_language_changes_nothing_but_the_words() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open_address("").await?;
        page.wait_for_text("h1", phrases::TITLE.zh).await?;
        expect_works(page).await?;
        desk::press(page, "#chart-intake .table-toggle").await?;
        let before = desk::scenario(page).await?;
        let rows = desk::table(page, "intake").await?;
        desk::open_menu(page, "#more").await?;
        page.click(&desk::option(phrases::LANGUAGE, Lang::Zh, 2)).await?;
        page.wait_for_text("h1", phrases::TITLE.en).await?;
        desk::expect_headline(page, &before, Layer::Base, 2025, Lang::En).await?;
        ensure!(desk::scenario(page).await? == before, "the language changed the scenario");
        ensure!(desk::table(page, "intake").await? == rows, "the language changed a chart or closed its table");
        let undo: String = page.run("return document.querySelector('#undo').title").await?;
        ensure!(undo == phrases::UNDO.en, "the buttons kept their language");
        // What stays Chinese are quotes of the plan, marked as Chinese.
        let unmarked: Vec<String> = page
            .run(
                "const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                 const found = [];
                 while (texts.nextNode()) {
                   const { textContent, parentElement } = texts.currentNode;
                   if (/\\p{Script=Han}/u.test(textContent) && !parentElement.closest('[lang^=zh]:not(html)')) found.push(textContent);
                 }
                 return found",
            )
            .await?;
        ensure!(unmarked.is_empty(), "Chinese in the English page, not marked as such: {unmarked:?}");
        page.open_address("").await?;
        page.wait_for_text("h1", phrases::TITLE.en).await?;
        ensure!(desk::scenario(page).await? == before, "the next visit lost the scenario");
        page.expect_clean_console().await
    })
}

#[test]
fn a_reload_in_the_middle_of_a_drag_loses_nothing() -> Result<()> {
    journey("a_reload_in_the_middle_of_a_drag", View::desktop(Language::Chinese), async |page| {
        let css = format!("#slider-{SHARE}");
        desk::centre(page, &css).await?;
        let (x, y) = desk::thumb(page, &css).await?;
        let pointer = Pointer(page);
        pointer.press((x, y)).await?;
        for step in 1..=5 {
            pointer.drag((x + 8.0 * f64::from(step), y)).await?;
        }
        let reached: String = page.run(&format!("return document.querySelector('{css}').value")).await?;
        let reached: f64 = reached.parse()?;
        ensure!(reached > 0.45, "the drag only reached {reached}");
        page.reload().await?;
        pointer.release((x + 40.0, y)).await?;
        let scenario = desk::scenario(page).await?;
        let now = desk::value_in(&scenario, SHARE, 2025)?;
        ensure!((now - reached).abs() < 1e-9, "the drag had reached {reached}; after the reload the share is {now}");
        desk::expect_headline(page, &scenario, Layer::Base, 2025, Lang::Zh).await
    })
}

#[test]
fn a_drag_that_returns_is_kept_too() -> Result<()> {
    journey("a_drag_that_returns", View::desktop(Language::Chinese), async |page| {
        desk::drag_slider(page, SHARE, 0.5).await?;
        desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        let css = format!("#slider-{SHARE}");
        let (x, y) = desk::thumb(page, &css).await?;
        let pointer = Pointer(page);
        pointer.press((x, y)).await?;
        for dx in [10.0, 30.0, 10.0, 0.0] {
            pointer.drag((x + dx, y)).await?;
        }
        pointer.release((x, y)).await?;
        page.wait_until("address, storage and slider agree after the drag", async || {
            let slider: String = page.run(&format!("return document.querySelector('{css}').value")).await?;
            let (address, kept) = (desk::scenario(page).await?, desk::kept(page).await?);
            let share = desk::value_in(&address, SHARE, 2025)?;
            ensure!(address == kept && slider.parse::<f64>()? == share, "slider {slider}, address {share}");
            Ok(Some(()))
        })
        .await
    })
}

#[test]
fn where_the_storage_is_denied_it_is_said_and_the_page_works() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        beforehand(
            page,
            "Object.defineProperty(window, 'localStorage', {
               get() { throw new DOMException('denied for this test', 'SecurityError') } })",
        )
        .await?;
        page.open("").await?;
        page.wait_for_text(".notices", phrases::STORE_UNREADABLE.zh).await?;
        page.wait_for_text(".notices", phrases::STORE_FULL.zh).await?;
        expect_works(page).await?;
        let said = desk::notices(page).await?;
        ensure!(said.len() == 2, "a denied storage is said again at every change: {said:?}");
        // The address holds everything all the same.
        let before = desk::scenario(page).await?;
        page.reload().await?;
        ensure!(desk::scenario(page).await? == before, "the address did not bring the scenario back");
        page.expect_clean_console().await
    })
}

#[test]
fn where_the_storage_is_full_it_is_said_and_the_page_works() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        beforehand(
            page,
            "Storage.prototype.setItem = () => { throw new DOMException('full for this test', 'QuotaExceededError') }",
        )
        .await?;
        page.open("").await?;
        page.wait_for_text(".notices", phrases::STORE_FULL.zh).await?;
        expect_works(page).await?;
        let said = desk::notices(page).await?;
        ensure!(said.len() == 1, "a full storage is said more than once: {said:?}");
        page.click(".notice button").await?;
        page.wait_for_none(".notice").await?;
        page.expect_clean_console().await
    })
}

#[test]
fn what_cannot_be_read_is_said_and_put_aside() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open_address("").await?;
        for broken in [
            r#"{"schema":1,"region":"laiw"#,
            r#"{"schema":99,"region":"laiwu"}"#,
            r#"{"schema":1,"region":"laiwu","layer":"plan","inputs":{"hires":-7}}"#,
            r#"{"schema":1,"region":"<img src=x onerror=alert(1)>","layer":"plan"}"#,
            "\u{0}nonsense",
        ] {
            // As a new tab finds it, which has nothing of its own yet.
            let found = format!("sessionStorage.clear(); localStorage.setItem('voced.scenario', {})", json!(broken));
            page.run::<()>(&found).await?;
            page.open_address("").await?;
            page.wait_for_text(".notice", phrases::STORE_FAULTY.zh).await?;
            let faults: usize = page.elements(".notice li").await?.len();
            ensure!(faults > 0, "it is not said what is wrong with {broken}");
            let kept: [Option<String>; 2] = page
                .run(
                    "return [document.querySelector('.notice textarea').value,
                             localStorage.getItem('voced.scenario.unreadable')]",
                )
                .await?;
            for kept in kept {
                ensure!(kept.as_deref() == Some(broken), "{broken} is kept as {kept:?}");
            }
            let images = page.elements(".notice img").await?.len();
            ensure!(images == 0, "markup in what was kept became part of the page");
            ensure!(desk::scenario(page).await?.is_untouched(), "the page does not start from the plan");
        }
        expect_works(page).await?;
        // The next visit has a sound scenario and nothing to say.
        page.open_address("").await?;
        let said = desk::notices(page).await?;
        if !said.is_empty() {
            bail!("a sound scenario is kept, yet it is said: {said:?}");
        }
        page.expect_clean_console().await
    })
}

#[test]
fn settings_that_cannot_be_read_are_as_if_never_chosen() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open_address("").await?;
        for broken in ["{", "[]", r#"{"lang":"tlh","theme":7,"charts":["no_such_chart",3]}"#] {
            page.run::<()>(&format!("localStorage.setItem('voced.settings', {})", json!(broken))).await?;
            page.open_address("").await?;
            ensure!(page.elements(".card").await?.len() == 4, "with settings {broken} the charts are gone");
            ensure!(desk::notices(page).await?.is_empty(), "settings are no news");
        }
        page.expect_clean_console().await
    })
}
