//! Steps that can be walked, and bookmarks among them, by keyboard alone.

use anyhow::{Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use serde_json::json;
use voced_whatif::phrases;

use crate::desk;

/// What the steps say, the last one first.
async fn steps(page: &Page) -> Result<Vec<String>> {
    page.run("return [...document.querySelectorAll('.step-title')].map((step) => step.textContent)").await
}

/// Goes on with the tabulator until an element has the focus.
pub async fn tab_to(page: &Page, css: &str) -> Result<()> {
    for _ in 0..250 {
        if page.run::<bool>(&format!("return document.activeElement.matches(\"{css}\")")).await? {
            return Ok(());
        }
        // Given to the browser itself: WebDriver takes keys for a field of files as names of files.
        for kind in ["keyDown", "keyUp"] {
            let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
            page.driver().cdp().send_raw("Input.dispatchKeyEvent", key).await?;
        }
    }
    anyhow::bail!("the tabulator does not lead to {css}")
}

#[test]
fn steps_are_told_in_words_and_walked_by_keyboard_with_their_bookmarks() -> Result<()> {
    journey("steps_are_walked_by_keyboard", View::desktop(Language::Chinese), async |page| {
        let start = desk::scenario(page).await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let half = desk::wait_for_scenario(page, "the share is 50 %", |scenario| *scenario != start).await?;
        page.click(&desk::option(phrases::LAYER, voced_model::Lang::Zh, 1)).await?;
        desk::press(page, "#lever-vocational_share .reset.base").await?;
        page.element("#kept-as").await?.focus().await?;
        page.press(Key::Enter + "").await?;
        page.element("#keep").await?;
        let told = steps(page).await?;
        let wanted = [
            "中职招生占比 恢复现状值（30%）",
            "规划方案 → 现状延续",
            "中职招生占比 2021：35%，2022起：40% → 2021：40%，2022起：50%",
            "开始：莱芜 · 规划方案",
        ];
        ensure!(told == wanted, "the steps are told as {told:?}");

        tab_to(page, "[data-step='1']").await?;
        page.press(Key::Enter + "").await?;
        desk::wait_for_scenario(page, "the stage of 50 % is back", |scenario| *scenario == half).await?;
        ensure!(page.elements(".step.undone").await?.len() == 2, "the later steps are gone");
        let at: String = page.run("return document.activeElement.dataset.step ?? ''").await?;
        ensure!(at == "1", "the focus went elsewhere");

        // A bookmark, with a name that is typed.
        page.element("#keep-name").await?.focus().await?;
        tab_to(page, "#bookmark-name").await?;
        page.press(Key::Control + "a").await?;
        page.press("五成").await?;
        page.press(Key::Enter + "").await?;
        page.wait_for_text(".step.now", "五成").await?;
        page.wait_for_text("#keep-said", "已加书签「五成」").await?;

        // History and bookmark outlive a reload, with the steps that can be done again.
        page.reload().await?;
        page.wait_for_text(".step.now", "五成").await?;
        ensure!(steps(page).await? == wanted, "a reload changed the steps: {:?}", steps(page).await?);
        page.element("#redo").await?.focus().await?;
        page.press(Key::Enter + "").await?;
        desk::wait_for_scenario(page, "the next step is done again", |scenario| *scenario != half).await?;

        // A new tab has no steps of this one, but its bookmarks.
        let tab = page.driver().new_tab().await?;
        page.driver().switch_to_window(tab).await?;
        page.open_address("").await?;
        page.wait_for_text(".elsewhere", "五成").await?;
        tab_to(page, ".elsewhere .step-button").await?;
        page.press(Key::Enter + "").await?;
        desk::wait_for_scenario(page, "the bookmarked stage is there", |scenario| scenario.inputs == half.inputs)
            .await?;
        tab_to(page, ".step.now .link").await?;
        page.press(Key::Enter + "").await?;
        page.wait_for_none(".mark-sign").await?;
        tab_to(page, "#undo-deed").await?;
        page.press(Key::Enter + "").await?;
        page.wait_for_text(".step.now", "五成").await?;
        page.expect_no_barriers().await
    })
}

#[test]
fn a_drag_that_a_reload_cuts_off_is_a_step_of_its_own() -> Result<()> {
    journey("a_drag_cut_off", View::desktop(Language::English), async |page| {
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let css = "#slider-vocational_share";
        let (x, y) = desk::thumb(page, css).await?;
        let pointer = desk::Pointer(page);
        pointer.press((x, y)).await?;
        for step in 1..=4 {
            pointer.drag((x + 10.0 * f64::from(step), y)).await?;
        }
        let reached: String = page.run(&format!("return document.querySelector('{css}').value")).await?;
        let reached: f64 = reached.parse()?;
        ensure!(reached > 0.5, "the drag did not move");
        page.reload().await?;
        pointer.release((x + 40.0, y)).await?;
        let now = desk::value_in(&desk::scenario(page).await?, "vocational_share", 2025)?;
        ensure!((now - reached).abs() < 1e-9, "the drag had reached {reached}; now it is {now}");
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "the cut drag is undone", |scenario| {
            desk::value_in(scenario, "vocational_share", 2025).is_ok_and(|share| share == 0.5)
        })
        .await?;
        Ok(())
    })
}
