//! Scenarios kept under a name: in one tab and in two, where the store refuses, in files.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey, visit};
use serde_json::{Value, json};
use voced_model::Lang;
use voced_scenario::{Layer, PathValue, Scenario};
use voced_whatif::features::explore::headline::view_model as headline;
use voced_whatif::phrases;

use crate::desk;
use crate::history::tab_to;

const SHARE: &str = "vocational_share";

/// Opens the screen.
async fn open_screen(page: &Page) -> Result<()> {
    page.click("#kept-as").await?;
    page.element("#keep").await?;
    Ok(())
}

/// Keeps the present scenario under a name.
async fn keep(page: &Page, name: &str) -> Result<()> {
    page.type_into("#keep-name", name).await?;
    page.click("#keep-name-done").await
}

/// The names on the list, from the top.
async fn names(page: &Page) -> Result<Vec<String>> {
    page.run("return [...document.querySelectorAll('.kept-row .kept-name')].map((name) => name.textContent)").await
}

async fn wait_for_names(page: &Page, wanted: &[&str]) -> Result<()> {
    page.wait_until(&format!("the list shows {wanted:?}"), async || {
        let now = names(page).await?;
        ensure!(now == wanted, "it shows {now:?}");
        Ok(Some(()))
    })
    .await
}

/// The scenarios that the browser has under a name.
async fn stored(page: &Page) -> Result<Vec<Scenario>> {
    let texts: Vec<String> = page
        .run("return Object.keys(localStorage).filter((key) => key.startsWith('voced.kept.')).sort().map((key) => localStorage[key])")
        .await?;
    texts
        .iter()
        .map(|text| {
            let entry: Value = serde_json::from_str(text)?;
            Scenario::parse(&entry["scenario"].to_string()).map_err(|faults| anyhow::anyhow!("{faults:?} in {text}"))
        })
        .collect()
}

/// A button of a row, by what it is for.
async fn press_in_row(page: &Page, name: &str, class: &str) -> Result<()> {
    let css: String = page
        .run(&format!(
            "const row = [...document.querySelectorAll('.kept-row')]
               .find((row) => row.querySelector('.kept-name')?.textContent === {});
             return `[data-kept='${{row.dataset.kept}}'] .{class}`",
            json!(name)
        ))
        .await?;
    desk::press(page, &css).await
}

async fn focused(page: &Page) -> Result<String> {
    page.run("const at = document.activeElement; return `${at.id} ${at.className} ${at.closest('.kept-row')?.querySelector('.kept-name')?.textContent ?? ''}`").await
}

#[test]
fn scenarios_are_kept_renamed_copied_deleted_brought_back_and_outlive_a_reload() -> Result<()> {
    journey("scenarios_are_kept", View::desktop(Language::Chinese), async |page| {
        page.wait_for_text("#kept-as", phrases::PRESENT_UNKEPT.zh).await?;
        desk::drag_slider(page, SHARE, 0.5).await?;
        let first = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        open_screen(page).await?;
        let proposed: String = page.run("return document.querySelector('#keep-name').value").await?;
        ensure!(proposed.contains("50%"), "the proposed name is {proposed}");
        keep(page, "扩招方案").await?;
        page.wait_for_text("#keep-said", "已保存「扩招方案」").await?;
        page.wait_for_text("#kept-as", "扩招方案").await?;
        ensure!(stored(page).await?[0].inputs == first.inputs, "the browser has something else under the name");

        // The same name again is another one, never instead.
        desk::drag_slider(page, SHARE, 0.6).await?;
        page.wait_for_text("#kept-as", phrases::PRESENT_CHANGED.zh).await?;
        keep(page, "扩招方案").await?;
        wait_for_names(page, &["扩招方案（2）", "扩招方案"]).await?;

        press_in_row(page, "扩招方案（2）", "rename-kept").await?;
        page.press("更稳妥的方案").await?;
        page.press(Key::Enter + "").await?;
        wait_for_names(page, &["更稳妥的方案", "扩招方案"]).await?;
        let at = focused(page).await?;
        ensure!(at.contains("rename-kept") && at.contains("更稳妥"), "after renaming the focus is at {at}");
        press_in_row(page, "扩招方案", "copy-kept").await?;
        wait_for_names(page, &["扩招方案（2）", "更稳妥的方案", "扩招方案"]).await?;

        press_in_row(page, "更稳妥的方案", "delete-kept").await?;
        wait_for_names(page, &["扩招方案（2）", "扩招方案"]).await?;
        let at = focused(page).await?;
        ensure!(at.contains("open-kept") && at.contains("扩招方案"), "after deleting the focus is at {at}");
        page.wait_until("it is gone from the store", async || Ok((stored(page).await?.len() == 2).then_some(())))
            .await?;
        page.click("#undo-deed").await?;
        page.wait_until("it is in the store again", async || Ok((stored(page).await?.len() == 3).then_some(())))
            .await?;

        press_in_row(page, "扩招方案", "open-kept").await?;
        desk::wait_for_scenario(page, "the first is open", |scenario| scenario.inputs == first.inputs).await?;
        page.reload().await?;
        wait_for_names(page, &["扩招方案（2）", "更稳妥的方案", "扩招方案"]).await?;
        page.wait_for_text("#kept-as", "扩招方案").await?;
        page.click("#undo").await?;
        page.wait_for_text("#kept-as", "更稳妥的方案").await
    })
}

#[test]
fn scenarios_are_kept_opened_copied_and_deleted_by_keyboard_alone() -> Result<()> {
    journey("the_shelf_by_keyboard", View::desktop(Language::English), async |page| {
        tab_to(page, "#slider-vocational_share").await?;
        page.press(Key::Right + Key::Right).await?;
        // Both keys: the address may hold the scenario between them.
        let moved = |scenario: &Scenario| {
            let (last, step) = (scenario.inputs.values().next().and_then(PathValue::level), 0.005);
            last.is_some_and(|last| (last - (0.4 + 2.0 * step)).abs() < 1e-9)
        };
        let first = desk::wait_for_scenario(page, "the share moved by two steps", moved).await?;
        tab_to(page, &desk::option(phrases::SCREENS, Lang::En, 7)).await?;
        page.press(Key::Enter + "").await?;
        tab_to(page, "#keep-name").await?;
        page.press(Key::Control + "a").await?;
        page.press("One").await?;
        page.press(Key::Enter + "").await?;
        wait_for_names(page, &["One"]).await?;
        tab_to(page, ".kept-row .copy-kept").await?;
        page.press(Key::Space + "").await?;
        wait_for_names(page, &["One (2)", "One"]).await?;
        // Back to the plan, and from there to what was kept.
        page.press(Key::Control + "z").await?;
        desk::wait_for_scenario(page, "the plan is back", |scenario| scenario.inputs != first.inputs).await?;
        tab_to(page, ".kept-row .open-kept").await?;
        page.press(Key::Enter + "").await?;
        desk::wait_for_scenario(page, "the kept one is open", |scenario| scenario.inputs == first.inputs).await?;
        tab_to(page, ".kept-row .delete-kept").await?;
        page.press(Key::Enter + "").await?;
        wait_for_names(page, &["One"]).await?;
        tab_to(page, "#undo-deed").await?;
        page.press(Key::Enter + "").await?;
        wait_for_names(page, &["One (2)", "One"]).await?;
        let at = focused(page).await?;
        ensure!(at.contains("open-kept"), "after undoing the focus is at {at}");
        Ok(())
    })
}

#[test]
fn saving_over_is_undone() -> Result<()> {
    journey("saving_over_is_undone", View::desktop(Language::English), async |page| {
        desk::drag_slider(page, SHARE, 0.5).await?;
        open_screen(page).await?;
        keep(page, "Mine").await?;
        wait_for_names(page, &["Mine"]).await?;
        let before = stored(page).await?;
        desk::drag_slider(page, SHARE, 0.6).await?;
        page.click("#update-kept").await?;
        page.wait_for_text("#keep-said", "Updated “Mine”").await?;
        ensure!(stored(page).await? != before, "nothing was saved over");
        page.click("#undo-deed").await?;
        page.wait_until("the former one is in the store", async || Ok((stored(page).await? == before).then_some(())))
            .await?;
        page.wait_for_text("#kept-as", phrases::PRESENT_CHANGED.en).await
    })
}

#[test]
fn two_tabs_keep_their_own_and_see_each_others() -> Result<()> {
    journey("two_tabs", View::desktop(Language::Chinese), async |page| {
        let driver = page.driver();
        let one = driver.window().await?;
        desk::drag_slider(page, SHARE, 0.5).await?;
        open_screen(page).await?;
        keep(page, "甲").await?;
        wait_for_names(page, &["甲"]).await?;
        let own = desk::scenario(page).await?;

        let two = driver.new_tab().await?;
        driver.switch_to_window(two.clone()).await?;
        page.open_address("").await?;
        page.element("#keep").await?;
        wait_for_names(page, &["甲"]).await?;
        press_in_row(page, "甲", "open-kept").await?;
        desk::drag_slider(page, SHARE, 0.7).await?;
        desk::wait_for_scenario(page, "the share is 70 %", |scenario| scenario.inputs != own.inputs).await?;
        keep(page, "乙").await?;
        wait_for_names(page, &["乙", "甲"]).await?;

        // The first tab sees it at once, and still shows its own after a reload.
        driver.switch_to_window(one.clone()).await?;
        wait_for_names(page, &["乙", "甲"]).await?;
        page.reload().await?;
        ensure!(desk::scenario(page).await? == own, "a reload of one tab shows what the other did");
        let share: String = page.run("return document.querySelector('#slider-vocational_share').value").await?;
        ensure!(share == "0.5", "the slider shows the other tab's {share}");

        // Both go on from 甲 and save over it: both stay.
        desk::drag_slider(page, SHARE, 0.55).await?;
        driver.switch_to_window(two).await?;
        press_in_row(page, "甲", "open-kept").await?;
        desk::drag_slider(page, SHARE, 0.65).await?;
        // The address follows once the hand rests.
        let is_there = |scenario: &Scenario| desk::value_in(scenario, SHARE, 2025).is_ok_and(|share| share == 0.65);
        let theirs = desk::wait_for_scenario(page, "the share is 65 %", is_there).await?;
        let (outcome, plan) = (desk::outcome(&theirs)?, desk::outcome(&theirs.untouched(Layer::Plan))?);
        let tiles = headline::tiles(&outcome, &plan, None, theirs.horizon, Lang::Zh);
        let gain = tiles[0].difference.as_ref().map(|gain| gain.text(Lang::Zh)).context("no students")?;
        page.click("#update-kept").await?;
        page.wait_for_text("#keep-said", "已更新「甲」").await?;
        driver.switch_to_window(one).await?;
        page.wait_until("the other's version is here", async || {
            let text: String = page.run("return document.querySelector('.kept-rows').textContent").await?;
            Ok(text.contains(&gain).then_some(()))
        })
        .await?;
        page.click("#update-kept").await?;
        page.wait_for_text("#keep-said", "两份都已保留").await?;
        page.wait_until("all three are in the store", async || Ok((stored(page).await?.len() == 3).then_some(())))
            .await?;
        let mut shares = Vec::new();
        for scenario in stored(page).await? {
            shares.push(desk::value_in(&scenario, SHARE, 2025)?);
        }
        shares.sort_by(f64::total_cmp);
        ensure!(shares == [0.55, 0.65, 0.7], "of the two versions these are left: {shares:?}");
        Ok(())
    })
}

#[test]
fn where_the_store_is_full_nothing_is_called_kept_and_it_can_be_tried_again() -> Result<()> {
    journey("where_the_store_is_full", View::desktop(Language::Chinese), async |page| {
        open_screen(page).await?;
        // Full to the last character.
        page.run::<()>(
            "let size = 4194304;
             for (let n = 0; size >= 1; n++) {
               try { localStorage.setItem(`filler.${n}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
             }",
        )
        .await?;
        desk::drag_slider(page, SHARE, 0.5).await?;
        keep(page, "装不下的方案").await?;
        page.wait_for_text("#keep-said", phrases::DID_NOT_KEEP.zh).await?;
        page.wait_for_text(".kept-row .badge.refused", phrases::DID_NOT_KEEP.zh).await?;
        page.wait_for_text(".keep .trouble", phrases::NOT_STORED.zh).await?;
        ensure!(stored(page).await?.is_empty(), "it is in the store after all");
        page.expect_no_barriers().await?;
        page.run::<()>("Object.keys(localStorage).filter((key) => key.startsWith('filler')).forEach((key) => localStorage.removeItem(key))").await?;
        page.click("#retry-kept").await?;
        page.wait_for_none(".keep .trouble").await?;
        page.wait_for_text("#keep-said", "已保存").await?;
        ensure!(stored(page).await?.len() == 1, "trying again did not keep it");
        Ok(())
    })
}

#[test]
fn where_the_store_is_denied_scenarios_last_as_long_as_the_page() -> Result<()> {
    visit(View::desktop(Language::English), async |visit| {
        let page = visit.page();
        let source = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {
            get() { throw new DOMException('denied for this test', 'SecurityError') } })";
        page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        page.open("").await?;
        open_screen(page).await?;
        keep(page, "Short-lived").await?;
        page.wait_for_text("#keep-said", phrases::DID_NOT_KEEP.en).await?;
        page.wait_for_text(".keep .trouble", phrases::NOT_STORED.en).await?;
        wait_for_names(page, &["Short-lived"]).await?;
        page.expect_clean_console().await
    })
}

#[test]
fn an_entry_that_cannot_be_read_is_listed_with_its_text() -> Result<()> {
    journey("an_entry_that_cannot_be_read", View::desktop(Language::Chinese), async |page| {
        open_screen(page).await?;
        keep(page, "好的").await?;
        wait_for_names(page, &["好的"]).await?;
        let broken = r#"{"saved":1,"scenario":{"schema":1,"region":"laiwu","name":"<b>坏</b>","inputs":{"hires":-7}}}"#;
        page.run::<()>(&format!("localStorage.setItem('voced.kept.bad', {})", json!(broken))).await?;
        page.reload().await?;
        wait_for_names(page, &["好的"]).await?;
        page.wait_for_text(".unread", "hires").await?;
        let text: String = page.run("return document.querySelector('.unread textarea').value").await?;
        ensure!(text == broken, "its text is shown as {text}");
        let aside: [Option<String>; 2] = page
            .run("return ['voced.unreadable.voced.kept.bad', 'voced.kept.bad'].map((key) => localStorage.getItem(key))")
            .await?;
        ensure!(aside == [Some(broken.to_owned()), None], "it was not put aside: {aside:?}");
        page.click(".download-unread").await?;
        let file = page.downloaded(&format!("{}.json", phrases::UNREAD_FILE.zh)).await?;
        ensure!(file == broken.as_bytes(), "another text was saved");
        // It goes only when that is said twice.
        page.click(".forget-unread").await?;
        page.wait_for_text(".forget-unread", phrases::FORGET_SURE.zh).await?;
        page.click(".forget-unread").await?;
        page.wait_for_none(".unread").await
    })
}

/// A file on the disk, for the file picker.
fn file(name: &str, text: &str) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("voced-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}

async fn choose(page: &Page, files: &[PathBuf]) -> Result<()> {
    let paths: Vec<&str> = files.iter().filter_map(|path| path.to_str()).collect();
    let field = page.elements("#import-files").await?.pop().context("no field for files")?;
    field.send_keys(paths.join("\n")).await?;
    Ok(())
}

#[test]
fn files_go_out_and_come_back_and_their_faults_are_named() -> Result<()> {
    journey("files_go_out_and_come_back", View::desktop(Language::Chinese), async |page| {
        desk::drag_slider(page, SHARE, 0.5).await?;
        open_screen(page).await?;
        keep(page, "莱芜/扩招: 50%").await?;
        wait_for_names(page, &["莱芜/扩招: 50%"]).await?;
        press_in_row(page, "莱芜/扩招: 50%", "export-kept").await?;
        let one = String::from_utf8(page.downloaded("莱芜 扩招 50%.json").await?)?;
        ensure!(one.starts_with("{\n  \"schema\""), "the file is not for people: {one}");
        let kept = Scenario::parse(&one).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
        ensure!(kept == stored(page).await?[0], "the file holds something else");
        page.click("#export-all").await?;
        let all =
            String::from_utf8(page.downloaded(&format!("{}-{}.json", phrases::TITLE.zh, phrases::ALL_FILE.zh)).await?)?;

        let hostile = "=HYPERLINK(1) <img src=x onerror=\"document.title='markup ran'\"> \u{202e}gpj";
        let faulty = json!({ "scenarios": [
            { "schema": 1, "region": "dezhou", "name": hostile },
            { "schema": 1, "region": "laiwu", "inputs": { "hires": -7, "no_such": 1 }, "horizon": 1900 },
            { "schema": 1, "region": "laiwu", "name": "长".repeat(10_000) },
            { "schema": 99, "region": "laiwu" },
        ]});
        choose(
            page,
            &[file("all.json", &all)?, file("faulty.json", &faulty.to_string())?, file("picture.json", "\u{0}PNG")?],
        )
        .await?;
        page.wait_until("all three files are told", async || {
            Ok((page.elements(".reports > li").await?.len() == 3).then_some(()))
        })
        .await?;
        let told = page.text(".reports").await?;
        for part in [
            "scenarios.2.inputs.hires",
            "-7",
            "scenarios.2.inputs.no_such",
            "scenarios.2.horizon",
            "1900",
            "scenarios.3.name",
            "200",
            "scenarios.4.schema",
            "picture.json",
        ] {
            ensure!(told.contains(part), "nothing is said of {part}: {told}");
        }
        page.wait_until("the sound ones are on the list", async || Ok((names(page).await?.len() == 3).then_some(())))
            .await?;
        let now = names(page).await?;
        ensure!(
            now.iter().any(|name| name == "莱芜/扩招: 50%（2）") && now.iter().any(|name| name == hostile),
            "on the list: {now:?}"
        );
        let alive: String = page.run("return document.title").await?;
        ensure!(!alive.contains("markup ran") && page.elements("body img").await?.is_empty(), "markup in a name ran");

        // Of many files every one is told, with what came of it.
        let many: Vec<PathBuf> = (1..=20)
            .map(|i| {
                let one = json!({ "schema": 1, "region": "laiwu", "name": format!("方案 {i}") });
                file(&format!("many-{i}.json"), &one.to_string())
            })
            .collect::<Result<_>>()?;
        choose(page, &many).await?;
        page.wait_until("all twenty files are told", async || {
            Ok((page.elements(".reports > li.good").await?.len() == 20).then_some(()))
        })
        .await?;
        page.wait_for_text("#keep-said", "「方案 20」").await?;
        let said = page.text("#keep-said").await?;
        ensure!((1..=20).all(|i| said.contains(&format!("「方案 {i}」"))), "the page says only: {said}");

        // Dropped, the same.
        page.run::<()>(&format!(
            "const data = new DataTransfer();
             data.items.add(new File([{}], 'dropped.json'));
             document.querySelector('h1').dispatchEvent(new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }}));",
            json!(one)
        ))
        .await?;
        page.wait_for_text(".reports", "dropped.json").await?;
        page.wait_until("it is on the list", async || Ok((names(page).await?.len() == 24).then_some(()))).await?;
        page.expect_no_barriers().await
    })
}

#[test]
fn the_screen_is_usable_in_both_languages_on_a_phone_and_in_the_dark() -> Result<()> {
    for (view, lang) in [
        (View::desktop(Language::Chinese), Lang::Zh),
        (View::phone(Language::English).dark(), Lang::En),
        (View::new(360, 740, Language::Chinese), Lang::Zh),
    ] {
        journey("the_screen_is_usable", view, async |page| {
            open_screen(page).await?;
            keep(page, &"a very long name ".repeat(8)).await?;
            page.wait_for_text("#keep-said", phrases::DID_KEEP.get(lang)).await?;
            page.click("#bookmark-name-done").await?;
            page.element(".step.now .mark-sign").await?;
            page.expect_no_barriers().await?;
            let wide: bool = page.run("return document.documentElement.scrollWidth > innerWidth").await?;
            ensure!(!wide, "the page is wider than its window");
            Ok(())
        })?;
    }
    Ok(())
}
