//! Where the system chooses the colours, what is selected is seen, and where there is little room, what a difference
//! is held against.

use anyhow::{Result, ensure};
use journeys::{Language, View, journey, ready};
use voced_model::Lang;
use voced_whatif::app::Screen;
use voced_whatif::phrases;

use crate::{answers, desk};

/// The pressed buttons that look like those that are not.
const ALIKE: &str = "const look = (one) => {
        const style = getComputedStyle(one);
        return [style.backgroundColor, style.color].join();
    };
    const faults = [];
    for (const group of document.querySelectorAll('[role=group], .column-cards')) {
        const rest = [...group.querySelectorAll('[aria-pressed=false]')].map(look);
        for (const one of group.querySelectorAll('[aria-pressed=true]')) {
            if (rest.includes(look(one))) faults.push(one.textContent + ' ' + look(one));
        }
    }
    return faults";

#[test]
fn forced_colours_show_what_is_selected() -> Result<()> {
    let view = View::desktop(Language::Chinese).with_forced_colors();
    journey("forced_colours", view, async |page| {
        page.wait_for_script("return matchMedia('(forced-colors: active)').matches").await?;
        for screen in Screen::ALL {
            answers::show(page, screen, Lang::Zh).await?;
            page.element(ready(screen)).await?;
            let alike: Vec<String> = page.run(ALIKE).await?;
            ensure!(alike.is_empty(), "{}: what is selected looks as the rest: {alike:?}", screen.id());
        }
        Ok(())
    })
}

#[test]
fn differences_keep_their_units_and_what_they_are_held_against() -> Result<()> {
    // A phone, and a laptop at 200 %.
    for (name, view, lang) in [
        ("differences_on_a_phone", View::phone(Language::English), Lang::En),
        ("differences_at_200_percent", View::new(683, 325, Language::Chinese), Lang::Zh),
    ] {
        journey(name, view, async |page| {
            let plan = desk::scenario(page).await?;
            desk::expect_headline(page, &plan, voced_scenario::Layer::Base, 2025, lang).await?;
            // What the page draws, not what stands in it.
            let cut: Vec<String> = page
                .run(
                    "return [...document.querySelectorAll('.tile .difference')]
                        .filter((one) => one.innerText.trim() !== one.textContent.trim())
                        .map((one) => `${one.innerText} of ${one.textContent}`)",
                )
                .await?;
            ensure!(cut.is_empty(), "differences are cut: {cut:?}");
            let said: String = page.run("return document.querySelector('#answer').innerText").await?;
            ensure!(said.contains(phrases::AGAINST_BASE.get(lang)), "held against what: \"{said}\"");
            page.wait_for_script("return document.querySelector('#answer').getBoundingClientRect().height > 0").await
        })?;
    }
    Ok(())
}
