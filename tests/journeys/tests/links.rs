//! Links that hold a scenario, sound and broken.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Language, Page, View, visit};
use serde_json::json;
use voced_model::{Lang, Words};
use voced_scenario::{Layer, PathValue, Scenario};
use voced_whatif::browser::link;
use voced_whatif::phrases;

use crate::desk;

/// A scenario that someone sends.
fn sent() -> Result<Scenario> {
    let mut scenario = desk::untouched("dezhou", Layer::Base)?;
    scenario.name = "“40 %” <img src=x onerror=\"document.title='markup ran'\"> & more".to_owned();
    scenario.inputs.insert(desk::input("vocational_share")?, PathValue::Points(vec![(2020, 0.41), (2023, 0.5)]));
    Ok(scenario)
}

/// Packs any text as a link does, with the browser's own means.
async fn packed(page: &Page, text: &str) -> Result<String> {
    page.run(&format!(
        "const stream = new Blob([{}]).stream().pipeThrough(new CompressionStream('deflate'));
         return new Response(stream).arrayBuffer().then((bytes) =>
           '1.' + btoa(String.fromCharCode(...new Uint8Array(bytes)))
             .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));",
        json!(text)
    ))
    .await
}

/// Opens a broken link beside a scenario that is kept: it is said, the link's text can be copied, and
/// what was there before stays.
async fn expect_refused(page: &Page, fragment: &str, said: Words, before: &Scenario) -> Result<()> {
    page.wait_for_text(".notice", said.zh).await?;
    let kept: String = page.run("return document.querySelector('.notice textarea').value").await?;
    ensure!(kept == format!("#{fragment}"), "of the link #{fragment} is kept: {kept}");
    ensure!(desk::kept(page).await? == *before, "the broken link #{fragment} replaced what was kept");
    desk::expect_headline(page, before, Layer::Base, before.horizon, Lang::Zh).await?;
    let area: String = page.run("return document.querySelector('#area').textContent").await?;
    ensure!(area == before.area().short.zh, "the area is {area}");
    let alive: String = page.run("return document.title").await?;
    ensure!(!alive.contains("markup ran"), "markup of a link ran");
    page.expect_clean_console().await.context("a broken link is no error of the page")
}

#[test]
fn a_link_brings_everything_and_what_was_there_is_one_step_back() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open("").await?;
        desk::drag_slider(page, "vocational_share", 0.55).await?;
        let before = desk::wait_for_scenario(page, "the share is 55 %", |scenario| !scenario.is_untouched()).await?;
        let sent = sent()?;
        page.open(&format!("#{}", link::pack(&sent))).await?;
        ensure!(desk::scenario(page).await? == sent, "the link brings another scenario");
        desk::expect_headline(page, &sent, sent.laid_over(), sent.horizon, Lang::Zh).await?;
        let title: String = page.run("return document.title").await?;
        ensure!(!title.contains("markup ran"), "markup in the name of a scenario ran");
        ensure!(page.elements("body img").await?.is_empty(), "markup in the name became part of the page");
        // The name rides along when something changes.
        desk::drag_slider(page, "vocational_share", 0.6).await?;
        let changed = desk::wait_for_scenario(page, "the share is 60 %", |scenario| *scenario != sent).await?;
        ensure!(changed.name == sent.name, "the name was lost: {}", changed.name);
        page.click("#undo").await?;
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "what was there before the link is back", |scenario| *scenario == before).await?;
        // So it does with what chat programs put around it.
        for around in
            ["LINK。", "LINK》)", "LINK&from=timeline&isappinstalled=0", "LINK please have a look", "LINK%EF%BC%89"]
        {
            page.open(&format!("#{}", around.replace("LINK", &link::pack(&sent)))).await?;
            ensure!(desk::notices(page).await?.is_empty(), "{around} is not opened");
            desk::expect_headline(page, &sent, Layer::Base, sent.horizon, Lang::Zh).await?;
        }
        // Pasted into the address bar of the open page it does the same.
        page.run::<()>(&format!("location.hash = '{}'", link::pack(&sent))).await?;
        desk::expect_headline(page, &sent, sent.laid_over(), sent.horizon, Lang::Zh).await?;
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "the pasted link is undone", |scenario| *scenario == before).await?;
        page.expect_clean_console().await
    })
}

#[test]
fn a_broken_link_is_said_in_plain_words_and_nothing_is_lost() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open("").await?;
        desk::drag_slider(page, "vocational_share", 0.55).await?;
        let before = desk::wait_for_scenario(page, "the share is 55 %", |scenario| !scenario.is_untouched()).await?;

        let whole = link::pack(&sent()?);
        let mut flipped = whole.clone().into_bytes();
        let middle = flipped.len() / 2;
        flipped[middle] = if flipped[middle] == b'A' { b'B' } else { b'A' };
        let flipped = String::from_utf8(flipped)?;
        let markup = packed(page, r#"{"schema":1,"region":"<b onclick=x>laiwu</b>","layer":"plan"}"#).await?;
        let newer = packed(page, r#"{"schema":99,"region":"laiwu","layer":"plan"}"#).await?;
        let out_of_range =
            packed(page, r#"{"schema":1,"region":"laiwu","layer":"plan","inputs":{"hires":-7}}"#).await?;
        let unknown =
            packed(page, r#"{"schema":1,"region":"laiwu","layer":"plan","inputs":{"no_such_input":1}}"#).await?;
        // A small text that would unpack into very much.
        let bomb: String = page
            .run(
                "const stream = new Blob([' '.repeat(64 << 20)]).stream().pipeThrough(new CompressionStream('deflate'));
                 return new Response(stream).arrayBuffer().then((bytes) => {
                   let text = '';
                   for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
                   return '1.' + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
                 });",
            )
            .await?;
        let cases = [
            (whole[..whole.len() / 2].to_owned(), phrases::LINK_CUT),
            (whole[..whole.len() - 1].to_owned(), phrases::LINK_CUT),
            ("1.".to_owned(), phrases::LINK_CUT),
            (flipped, phrases::LINK_DAMAGED),
            (bomb, phrases::LINK_DAMAGED),
            (format!("2.{}", &whole[2..]), phrases::LINK_NEWER),
            (newer, phrases::LINK_FAULTY),
            (markup, phrases::LINK_FAULTY),
            (out_of_range, phrases::LINK_FAULTY),
            (unknown, phrases::LINK_FAULTY),
        ];
        for (fragment, said) in &cases {
            page.open(&format!("#{fragment}")).await?;
            expect_refused(page, fragment, *said, &before).await?;
            // The link stays in the address, to be looked at, until something changes.
            ensure!(desk::fragment(page).await? == *fragment, "the broken link went from the address at once");
        }
        for (place, part) in [(8, "-7"), (9, "no_such_input")] {
            let (fragment, _) = &cases[place];
            page.open(&format!("#{fragment}")).await?;
            page.wait_for_text(".notice li", part).await?;
        }

        // Pasted into the open page: the same, once each.
        page.click(".notice button").await?;
        page.wait_for_none(".notice").await?;
        let (fragment, said) = &cases[0];
        page.run::<()>(&format!("location.hash = '{fragment}'")).await?;
        expect_refused(page, fragment, *said, &before).await?;
        desk::drag_slider(page, "vocational_share", 0.6).await?;
        let after = desk::wait_for_scenario(page, "the address follows the next change", |scenario| {
            desk::value_in(scenario, "vocational_share", 2025).is_ok_and(|share| share == 0.6)
        })
        .await?;
        if after.area().id != before.area().id {
            bail!("the area changed to {}", after.area().id);
        }
        page.expect_clean_console().await
    })
}

#[test]
fn other_marks_in_the_address_are_no_links() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        for rest in ["#top", "#", "#charts.top", "&area=x#%E4%B8%AD", "#1"] {
            page.open(rest).await?;
            ensure!(desk::notices(page).await?.is_empty(), "{rest} is taken for a link");
            ensure!(desk::scenario(page).await?.is_untouched(), "{rest} changed the scenario");
        }
        page.expect_clean_console().await
    })
}
