//! The page by keyboard alone.

use anyhow::{Result, bail, ensure};
use journeys::{Key, Language, Page, View, journey};
use serde::Deserialize;
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::phrases;

use crate::desk;

/// What has the focus, and how it looks.
#[derive(Debug, Deserialize)]
struct Focused {
    reached: bool,
    name: String,
    outline: String,
    visible: bool,
}

/// Presses Tab (or Shift+Tab) until what the selector names has the focus. Everything on the way must
/// be in view, with an outline, and have a name.
pub async fn tab_to(page: &Page, css: &str, backwards: bool) -> Result<()> {
    let script = format!(
        "const focused = document.activeElement;
         const style = getComputedStyle(focused);
         const box = focused.getBoundingClientRect();
         // Something of it must be in the window with nothing over it.
         const isSeen = [0.5, 0.1, 0.9].some((share) => {{
           const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * share);
           return seen !== null && (focused.contains(seen) || seen.contains(focused) || focused.labels?.[0]?.contains(seen));
         }});
         return {{
           reached: focused.matches(\"{css}\"),
           name: (focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent ?? focused.textContent).trim().slice(0, 60),
           outline: focused === document.body ? 'body' : `${{style.outlineStyle}} ${{style.outlineWidth}}`,
           visible: focused === document.body || isSeen,
         }};"
    );
    let mut way = Vec::new();
    for _ in 0..250 {
        if backwards {
            page.press(Key::Shift + Key::Tab).await?;
        } else {
            page.press(Key::Tab + "").await?;
        }
        let mut now: Focused = page.run(&script).await?;
        if !now.visible {
            // The link to the results slides into the window.
            now = page
                .wait_until(&format!("\"{}\", which has the focus, is seen", now.name), async || {
                    let now: Focused = page.run(&script).await?;
                    Ok(now.visible.then_some(now))
                })
                .await?;
        }
        if now.outline == "body" {
            bail!("Tab left the page before {css} was reached; the last stops were {:?}", tail(&way));
        }
        ensure!(now.outline.starts_with("solid"), "\"{}\" has the focus but no outline ({})", now.name, now.outline);
        ensure!(!now.name.is_empty(), "after {:?} comes something without a name", tail(&way));
        if now.reached {
            return Ok(());
        }
        way.push(now.name);
    }
    bail!("{css} is not reached by 250 times Tab; the last stops were {:?}", tail(&way))
}

fn tail(way: &[String]) -> &[String] {
    &way[way.len().saturating_sub(4)..]
}

async fn enter(page: &Page) -> Result<()> {
    page.press(Key::Enter + "").await
}

#[test]
fn everything_is_reached_and_worked_by_keyboard_alone() -> Result<()> {
    journey("everything_by_keyboard_alone", View::desktop(Language::Chinese), async |page| {
        // Area and layer.
        tab_to(page, "#area", false).await?;
        enter(page).await?;
        // A menu closes by Escape, and opens again.
        tab_to(page, "nav.areas button:nth-of-type(1)", false).await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_none("nav.areas button").await?;
        enter(page).await?;
        tab_to(page, "nav.areas button:nth-of-type(2)", false).await?;
        enter(page).await?;
        desk::wait_for_scenario(page, "Dezhou is shown", |scenario| scenario.area().id == "dezhou").await?;
        tab_to(page, &desk::option(phrases::LAYER, Lang::Zh, 1), false).await?;
        page.press(Key::Space + "").await?;
        let base =
            desk::wait_for_scenario(page, "the status quo is shown", |scenario| scenario.layer == Layer::Base).await?;
        // The year of the headline, and an opened number.
        tab_to(page, "#focus-year", false).await?;
        page.press(Key::Left + "").await?;
        desk::expect_headline(page, &base, Layer::Base, base.horizon - 1, Lang::Zh).await?;
        page.press(Key::Right + "").await?;
        tab_to(page, ".tile[data-quantity=voc_enrolment] .number", false).await?;
        enter(page).await?;
        page.element("#derivation-title").await?;
        tab_to(page, "dialog .used .number", false).await?;
        enter(page).await?;
        page.element("#derivation-back").await?;
        tab_to(page, "#derivation-back", true).await?;
        enter(page).await?;
        page.wait_for_none("#derivation-back").await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_none("dialog.derivation").await?;
        // A slider and its field.
        let share = |scenario: &voced_scenario::Scenario| desk::value_in(scenario, "vocational_share", base.horizon);
        let was = share(&base)?;
        tab_to(page, "#slider-vocational_share", false).await?;
        for _ in 0..3 {
            page.press(Key::Right + "").await?;
        }
        let moved =
            desk::wait_for_scenario(page, "three steps to the right raise the share by 1.5 points", |scenario| {
                share(scenario).is_ok_and(|now| (now - was - 0.015).abs() < 1e-9)
            })
            .await?;
        tab_to(page, "#field-vocational_share", false).await?;
        page.press(Key::Control + "a").await?;
        page.press("52").await?;
        enter(page).await?;
        let typed = desk::wait_for_scenario(page, "the typed 52 % are taken", |scenario| {
            share(scenario).is_ok_and(|now| now == 0.52)
        })
        .await?;
        desk::expect_headline(page, &typed, Layer::Base, base.horizon, Lang::Zh).await?;
        // Undo, in the header, backwards.
        tab_to(page, "#undo", true).await?;
        enter(page).await?;
        desk::wait_for_scenario(page, "the typed share is undone", |scenario| *scenario == moved).await?;
        page.press(Key::Control + "y").await?;
        desk::wait_for_scenario(page, "Ctrl+Y brings it back", |scenario| *scenario == typed).await?;
        // A section of levers opens and closes.
        tab_to(page, ".levers-section h3 button[aria-expanded=false]", false).await?;
        enter(page).await?;
        tab_to(page, ".levers-section:nth-of-type(3) input[type=range]", false).await
    })
}

#[test]
fn the_results_are_reached_by_the_first_link_and_read_by_keys() -> Result<()> {
    journey("the_results_by_keyboard", View::desktop(Language::Chinese), async |page| {
        tab_to(page, ".skip", false).await?;
        let before = desk::fragment(page).await?;
        enter(page).await?;
        page.wait_for_script("return document.activeElement.id === 'results'").await?;
        ensure!(desk::fragment(page).await? == before, "skipping to the results changed the address");
        tab_to(page, "#choose-charts", false).await?;
        enter(page).await?;
        tab_to(page, "#show-uses", false).await?;
        page.press(Key::Space + "").await?;
        page.element("#chart-uses").await?;
        tab_to(page, "#chart-payers canvas", false).await?;
        page.press(Key::Left + "").await?;
        page.wait_for_text("#chart-payers .readout", "2024").await?;
        page.press("t").await?;
        page.element("#chart-payers table").await?;
        page.press("t").await?;
        page.element("#chart-payers canvas").await?;
        page.wait_for_script("return document.activeElement.matches('#chart-payers canvas')").await?;
        tab_to(page, ".warnings .chip", false).await?;
        enter(page).await?;
        page.wait_for_script("return document.activeElement.closest('.levers') !== null").await?;
        page.run::<()>("document.querySelector('.warnings .chip').focus()").await?;
        tab_to(page, ".targets-head button:nth-of-type(2)", false).await?;
        page.press(Key::Space + "").await?;
        tab_to(page, ".targets li .number", false).await?;
        enter(page).await?;
        page.element("#derivation-title").await?;
        // In an open number Tab stays inside: nothing of the page behind it is reached.
        for _ in 0..30 {
            page.press(Key::Tab + "").await?;
            let outside: bool = page
                .run("return document.activeElement !== document.body && !document.activeElement.closest('dialog')")
                .await?;
            ensure!(!outside, "Tab leaves the open number for the page behind it");
        }
        page.press(Key::Escape + "").await?;
        page.wait_for_none("dialog.derivation").await?;
        page.wait_for_script("return document.activeElement.matches('.targets li .number')").await
    })
}

#[test]
fn nothing_that_has_the_focus_is_hidden_on_a_phone() -> Result<()> {
    journey("focus_on_a_phone", View::phone(Language::English), async |page| {
        // Through the headline, which stays in view, past the first levers, and back.
        tab_to(page, ".levers-section:nth-of-type(3) h3 button", false).await?;
        tab_to(page, "#field-vocational_share", true).await?;
        // Backwards through the charts, which lie below what stays in view.
        page.run::<()>("document.querySelector('.warnings .chip').focus()").await?;
        tab_to(page, "#choose-charts", true).await
    })
}
