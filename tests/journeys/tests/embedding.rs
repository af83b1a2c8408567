//! Charts and levers inside another page.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Language, Page, View, journey};
use thirtyfour::{By, Key};
use voced_model::{Lang, Quantity, format};
use voced_scenario::{Layer, Scenario};
use voced_whatif::browser::link;
use voced_whatif::phrases;

use crate::desk;

/// The example, in its folder beside the page.
const EXAMPLE: &str = "embed/";

/// What the page around says of a quantity.
fn text(scenario: &Scenario, quantity: Quantity, year: i32, lang: Lang) -> Result<String> {
    let value = desk::outcome(scenario)?.value(quantity, year).context("no value")?;
    Ok(format::amount(value, quantity.spec().unit, lang).text(lang))
}

/// Opens the example; it has no start module of its own, so this waits for what the frame tells.
async fn open_example(page: &Page) -> Result<()> {
    let address = format!("{}{EXAMPLE}", page.address());
    // What the whole page has kept before is none of the example's.
    page.run::<()>("localStorage.clear()").await?;
    page.driver().goto("about:blank").await?;
    page.driver().goto(address).await?;
    page.wait_for_script("return document.querySelector('#year').textContent.includes('2025')").await
}

async fn into_frame(page: &Page, css: &str) -> Result<()> {
    page.driver().find(By::Css(css)).await?.enter_frame().await?;
    page.element(".embedded").await.map(drop)
}

async fn link_of(page: &Page) -> Result<Scenario> {
    let packed: String = page.run("return document.querySelector('#live').link").await?;
    match link::unpack(&packed) {
        Some(Ok(document)) => Ok(document.scenario),
        other => bail!("the element's link holds no scenario: {other:?}"),
    }
}

#[test]
fn the_example_tells_what_its_frame_shows() -> Result<()> {
    journey("the_example_tells", View::desktop(Language::Chinese), async |page| {
        open_example(page).await?;
        let plan = desk::untouched("laiwu", Layer::Plan)?;
        let students = text(&plan, Quantity::VocEnrolment, 2025, Lang::Zh)?;
        page.wait_for_text("#voc_enrolment", &students).await?;
        ensure!(link_of(page).await? == plan, "the frame begins with another scenario");

        // A reader moves a lever inside; the sentence outside follows.
        into_frame(page, "#live iframe").await?;
        let shown: Vec<String> =
            page.run("return [...document.querySelectorAll('.plot, .lever, .tile')].map((one) => one.id)").await?;
        ensure!(
            shown == ["lever-vocational_share", "lever-hires", "chart-enrolment", "chart-teachers"],
            "the frame shows {shown:?}"
        );
        page.element("#slider-vocational_share").await?.send_keys(Key::Right + Key::Right).await?;
        page.driver().enter_default_frame().await?;
        page.wait_until("the page around hears of the change", async || {
            Ok((link_of(page).await? != plan).then_some(()))
        })
        .await?;
        let moved = link_of(page).await?;
        for (id, quantity) in [
            ("#voc_enrolment", Quantity::VocEnrolment),
            ("#teachers", Quantity::Teachers),
            ("#balance", Quantity::Balance),
        ] {
            page.wait_for_text(id, &text(&moved, quantity, 2025, Lang::Zh)?).await?;
        }

        // An attribute changes what is inside.
        page.click("#more").await?;
        page.wait_until("the share is one half", async || {
            let scenario = link_of(page).await?;
            Ok((desk::value_in(&scenario, "vocational_share", 2025)? == 0.5).then_some(()))
        })
        .await?;
        let half = link_of(page).await?;
        page.wait_for_text("#voc_enrolment", &text(&half, Quantity::VocEnrolment, 2025, Lang::Zh)?).await?;

        // The frame is as high as what it shows, and keeps nothing of its own.
        let inner: f64 = {
            into_frame(page, "#live iframe").await?;
            let height = page.run("return document.querySelector('.embedded').getBoundingClientRect().height").await?;
            page.driver().enter_default_frame().await?;
            height
        };
        page.wait_for_script(&format!(
            "return Math.abs(document.querySelector('#live iframe').offsetHeight - {inner}) < 2"
        ))
        .await?;
        let kept: Vec<String> = page.run("return Object.keys(localStorage)").await?;
        ensure!(kept.is_empty(), "an embedded page keeps {kept:?}");
        page.expect_clean_console().await
    })
}

#[test]
fn the_iframe_of_the_example_speaks_its_own_language() -> Result<()> {
    journey("the_iframe_of_the_example", View::phone(Language::Chinese), async |page| {
        open_example(page).await?;
        page.run::<()>("document.querySelector('#framed').scrollIntoView()").await?;
        into_frame(page, "#framed").await?;
        page.wait_for_text("h1", "Dezhou").await?;
        page.element("#chart-balance canvas").await?;
        let wide: bool = page.run("return document.documentElement.scrollWidth <= innerWidth").await?;
        ensure!(wide, "the frame scrolls sideways on a phone");
        // The way to the whole page holds the scenario.
        let address: String = page.run("return document.querySelector('.embedded-title a').href").await?;
        let (whole, packed) = address.split_once('#').context("no scenario in the link")?;
        ensure!(!whole.contains("embed") && whole.contains("lang=en"), "the way out leads to {whole}");
        ensure!(link::unpack(packed) == Some(Ok(desk::untouched("dezhou", Layer::Plan)?.into())), "another scenario");
        Ok(())
    })
}

#[test]
fn what_an_address_does_not_make_clear_is_said() -> Result<()> {
    journey("what_an_address_does_not_make_clear", View::tablet(Language::English), async |page| {
        page.open("&embed=1&charts=intake,pie&levers=%3Cb%3E,hires&area=atlantis&set=hires:lots").await?;
        let notice = page.text(".notice").await?;
        for part in [phrases::EMBED_FAULTY.en, "pie", "<b>", "atlantis", "lots"] {
            ensure!(notice.contains(part), "\"{part}\" is not in: {notice}");
        }
        page.element("#chart-intake canvas").await?;
        page.element("#slider-hires").await?;
        page.expect_no_barriers().await?;
        // A level out of its bounds changes nothing.
        page.open("&embed=1&set=vocational_share:400%25").await?;
        page.wait_for_text(".notice", "vocational_share").await?;
        page.expect_clean_console().await
    })
}

#[test]
fn the_code_on_the_page_opens_what_it_promises() -> Result<()> {
    for language in [Language::Chinese, Language::English] {
        journey("the_code_on_the_page", View::desktop(language), async |page| {
            page.open("").await?;
            desk::drag_slider(page, "vocational_share", 0.5).await?;
            let scenario = desk::scenario(page).await?;
            page.run::<()>("[...document.querySelectorAll('.screens button')].at(-1).click()").await?;
            page.element("#embed-iframe").await?;
            desk::press(page, "#embed-headline").await?;
            page.wait_for_script("return document.querySelector('#embed-iframe').value.includes('headline=off')")
                .await?;
            page.expect_no_barriers().await?;
            let code: String = page.run("return document.querySelector('#embed-iframe').value").await?;
            // The code as a page would hold it.
            let address: String = page
                .run(&format!(
                    "const held = document.createElement('template');
                     held.innerHTML = {};
                     return held.content.querySelector('iframe').getAttribute('src')",
                    serde_json::to_string(&code)?
                ))
                .await?;
            page.driver().goto(address).await?;
            page.element("#chart-intake canvas").await?;
            page.element("#slider-vocational_share").await?;
            let tiles: usize = page.run("return document.querySelectorAll('.tile').length").await?;
            ensure!(tiles == 0, "the headline is shown though it was switched off");
            let level: String = page.run("return document.querySelector('#slider-vocational_share').value").await?;
            let level: f64 = level.parse()?;
            let wanted = desk::value_in(&scenario, "vocational_share", scenario.horizon)?;
            ensure!((level - wanted).abs() < 1e-9, "the lever stands at {level}, not at {wanted}");
            page.expect_clean_console().await
        })?;
    }
    Ok(())
}
