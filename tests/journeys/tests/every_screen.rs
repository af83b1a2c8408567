//! Every screen there is, in both languages, for everyone: barriers, and what can not be read. Screens that have
//! more to show than at first have journeys of their own beside this.

use anyhow::{Result, ensure};
use journeys::{Language, Page, View, journey, ready};
use voced_model::Lang;
use voced_whatif::app::Screen;

use crate::{answers, areas, desk};

async fn look_everywhere(page: &Page, lang: Lang) -> Result<()> {
    desk::drag_slider(page, "vocational_share", 0.5).await?;
    let mut found = Vec::new();
    for screen in Screen::ALL {
        answers::show(page, screen, lang).await?;
        page.element(ready(screen)).await?;
        let faults = [page.barriers().await?, areas::faults(page).await?].concat();
        found.extend(faults.into_iter().map(|fault| format!("{}: {fault}", screen.id())));
        let sideways: bool = page.run("return document.documentElement.scrollWidth > innerWidth").await?;
        if sideways {
            found.push(format!("{}: the page scrolls sideways", screen.id()));
        }
    }
    ensure!(found.is_empty(), "not everyone can use the screens:\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn every_screen_is_for_everyone_in_chinese() -> Result<()> {
    journey("every_screen_in_chinese", View::desktop(Language::Chinese), async |page| {
        look_everywhere(page, Lang::Zh).await
    })
}

#[test]
fn every_screen_is_for_everyone_in_english_in_the_dark() -> Result<()> {
    journey("every_screen_in_english", View::tablet(Language::English).dark(), async |page| {
        look_everywhere(page, Lang::En).await
    })
}

#[test]
fn every_screen_is_for_everyone_on_a_phone_in_chinese() -> Result<()> {
    journey("every_screen_on_a_phone_in_chinese", View::phone(Language::Chinese), async |page| {
        look_everywhere(page, Lang::Zh).await
    })
}

#[test]
fn every_screen_is_for_everyone_on_a_small_phone_in_english() -> Result<()> {
    journey("every_screen_on_a_small_phone", View::new(360, 740, Language::English), async |page| {
        look_everywhere(page, Lang::En).await
    })
}
