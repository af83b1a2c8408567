//! Whether everyone can use the screens that ask: barriers, and what can not be read.

use std::cell::RefCell;
use voced_analysis::uncertainty;

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_model::Lang;
use voced_whatif::app::Screen;
use voced_whatif::phrases;

use crate::keyboard::tab_to;
use crate::{answers, areas, desk};

/// Everything that the screens show, one after the other; `look` is told where it is.
async fn walk(page: &Page, lang: Lang, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    answers::show(page, Screen::Sure, lang).await?;
    page.element("#histogram-voc_enrolment canvas").await?;
    look("the draws").await?;
    answers::open_table(page, "#histogram-voc_enrolment").await?;
    page.type_into("#seed", "x").await?;
    page.element("#seed-fault").await?;
    look("a histogram as table, a fault at a field").await?;

    answers::show(page, Screen::Matters, lang).await?;
    page.element("#tornado canvas").await?;
    page.element("#heat-map canvas").await?;
    look("tornado and map").await?;
    for plot in ["#tornado", "#heat-map"] {
        answers::open_table(page, plot).await?;
    }
    look("tornado and map as tables").await?;

    answers::show(page, Screen::Why, lang).await?;
    answers::open_table(page, "#waterfall").await?;
    desk::press(page, "#waterfall tbody tr:nth-of-type(2) button").await?;
    page.element("#opened-bar").await?;
    look("a bar opened").await?;
    desk::press(page, "#waterfall .table-toggle").await?;
    page.element("#waterfall canvas").await?;
    look("what moved the result").await?;

    answers::show(page, Screen::Solve, lang).await?;
    look("a question to be put").await?;
    for preset in ["meet_plan", "ratio"] {
        desk::press(page, &format!("#preset-{preset}")).await?;
        page.element("#solution .verdict-line").await?;
        look(&format!("the answer to {preset}")).await?;
    }
    Ok(())
}

/// Looks at every screen for barriers and for what can not be read.
async fn expect_usable(page: &Page, lang: Lang) -> Result<()> {
    let found = RefCell::new(Vec::new());
    walk(page, lang, async |place| {
        let faults = [page.barriers().await?, areas::faults(page).await?].concat();
        found.borrow_mut().extend(faults.into_iter().map(|fault| format!("{place}: {fault}")));
        Ok(())
    })
    .await?;
    let found = found.into_inner();
    ensure!(found.is_empty(), "not everyone can use the screens:\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn every_screen_can_be_used_on_a_desktop_in_chinese() -> Result<()> {
    journey("screens_on_a_desktop_in_chinese", View::desktop(Language::Chinese), async |page| {
        expect_usable(page, Lang::Zh).await
    })
}

#[test]
fn every_screen_can_be_used_on_a_desktop_in_english_in_the_dark() -> Result<()> {
    journey("screens_on_a_desktop_in_english", View::desktop(Language::English).dark(), async |page| {
        expect_usable(page, Lang::En).await
    })
}

#[test]
fn every_screen_can_be_used_on_a_phone_in_chinese() -> Result<()> {
    journey("screens_on_a_phone_in_chinese", View::phone(Language::Chinese), async |page| {
        expect_usable(page, Lang::Zh).await
    })
}

#[test]
fn every_screen_can_be_used_on_a_phone_in_english() -> Result<()> {
    journey("screens_on_a_phone_in_english", View::phone(Language::English), async |page| {
        expect_usable(page, Lang::En).await
    })
}

#[test]
fn everything_on_the_screens_is_reached_by_keyboard_alone() -> Result<()> {
    journey("screens_by_keyboard", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        let tab = async |css: &str| tab_to(page, css, false).await.with_context(|| format!("on the way to {css}"));
        let screen = async |place: usize| -> Result<()> {
            // Where the first link of the page leads.
            page.run::<()>("document.querySelector('#results').focus()").await?;
            page.wait_for_script("return document.activeElement.id === 'results'").await?;
            tab(&desk::option(phrases::SCREENS, lang, place)).await?;
            page.press(Key::Enter + "").await
        };
        screen(2).await?;
        page.element("#histogram-voc_enrolment canvas").await?;
        tab(&desk::option(phrases::DRAWS, lang, 2)).await?;
        page.press(Key::Space + "").await?;
        page.wait_for_script(&format!(
            "return document.querySelector(\"{}\").ariaPressed === 'true'",
            desk::option(phrases::DRAWS, lang, 2)
        ))
        .await?;
        // What gives them up goes away when they are done.
        page.wait_for_none(".progress-line").await?;
        tab("#seed").await?;
        tab("#histogram-voc_enrolment canvas").await?;
        page.press("t").await?;
        page.element("#histogram-voc_enrolment table").await?;
        page.wait_for_script("return document.activeElement.closest('#histogram-voc_enrolment') !== null").await?;
        let uncertain = uncertainty::uncertain(desk::outcome(&desk::scenario(page).await?)?.resolved());
        let first = uncertain.first().context("nothing is uncertain")?.input.id();
        tab(&format!("#sure-high-{first}")).await?;
        tab("#add-range").await?;

        screen(3).await?;
        page.element("#heat-map canvas").await?;
        tab("#subject").await?;
        tab("#indices").await?;
        tab("#tornado canvas").await?;
        tab("#map-up").await?;
        tab(&desk::option(phrases::GOAL, lang, 2)).await?;
        tab("#map-goal").await?;
        tab("#heat-map canvas").await?;

        screen(4).await?;
        page.element("#waterfall canvas").await?;
        tab(&desk::option(phrases::BETWEEN, lang, 3)).await?;
        tab("#waterfall canvas").await?;
        page.press(Key::Right + "").await?;
        page.press(Key::Right + "").await?;
        page.press(Key::Enter + "").await?;
        tab("#opened-bar .chip").await?;

        screen(5).await?;
        tab("#preset-highest_share").await?;
        page.press(Key::Enter + "").await?;
        page.element("#take-over").await?;
        for css in [
            "#solve-low-vocational_share",
            "#add-lever",
            "#solve-goal-0",
            "#add-goal",
            "#add-target",
            "#aim",
            "#ask-now",
        ] {
            tab(css).await?;
        }
        tab("#take-over").await
    })
}
