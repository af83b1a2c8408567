//! The page opens.

use anyhow::{Result, ensure};
use journeys::{Language, View, journey};

#[test]
fn the_page_opens_on_a_desktop() -> Result<()> {
    journey("the_page_opens_on_a_desktop", View::desktop(Language::Chinese), async |page| {
        let width: u32 = page.run("return innerWidth").await?;
        ensure!(width == 1440, "the window is {width} wide");
        page.expect_no_barriers().await
    })
}

#[test]
fn the_page_opens_on_a_sharp_phone_with_the_wishes_of_its_user() -> Result<()> {
    let view = View::phone(Language::English).with_pixel_ratio(3.0).dark().with_reduced_motion();
    journey("the_page_opens_on_a_sharp_phone_with_the_wishes_of_its_user", view, async |page| {
        let heeded: bool = page
            .run(
                "return innerWidth === 390 && devicePixelRatio === 3 && navigator.language.startsWith('en')
                   && matchMedia('(prefers-color-scheme: dark)').matches
                   && matchMedia('(prefers-reduced-motion: reduce)').matches",
            )
            .await?;
        ensure!(heeded, "the browser does not show the view that was asked for");
        page.expect_no_barriers().await
    })
}
