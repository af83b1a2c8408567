//! Pictures of every screen, in three widths and both languages.

use anyhow::Result;
use journeys::{Language, View, visit};
use voced_whatif::state::Screen;

/// What stands on each screen once it has something to show.
fn ready(screen: Screen) -> &'static str {
    match screen {
        Screen::Explore => "#chart-intake canvas",
        Screen::Sure => "#histogram-teachers canvas",
        Screen::Matters => "#heat-map canvas",
        Screen::Why => "#waterfall canvas",
        Screen::Solve => ".solution",
        Screen::Compare => "#compare canvas",
        Screen::Keep => "#keep button",
        Screen::Plans => "#plans blockquote",
        Screen::Take => "#embed-iframe",
    }
}

fn main() -> Result<()> {
    for language in [Language::Chinese, Language::English] {
        let views =
            [("1440", View::desktop(language)), ("1024", View::tablet(language)), ("390", View::phone(language))];
        for (width, view) in views {
            visit(view, async |visit| {
                let page = visit.page();
                page.open("").await?;
                let folder = &visit.setting().pictures;
                for (place, screen) in (1..).zip(Screen::ALL) {
                    page.run::<()>(&format!("document.querySelector('.screens button:nth-of-type({place})').click()"))
                        .await?;
                    if screen == Screen::Solve {
                        page.run::<()>("document.querySelector('#preset-meet_plan').click()").await?;
                    }
                    page.element(ready(screen)).await?;
                    page.run::<()>("scrollTo(0, 0)").await?;
                    let name = format!("{}-{width}-{}", screen.id(), language.code());
                    page.take_picture(&folder.join(format!("{name}.png"))).await?;
                    page.take_whole_picture(&folder.join(format!("{name}-whole.png"))).await?;
                    println!("{}", folder.join(name).with_extension("png").display());
                }
                page.expect_clean_console().await
            })?;
        }
    }
    Ok(())
}
