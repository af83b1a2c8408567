//! Pictures of the page as it opens, in three widths and both languages.

use anyhow::Result;
use journeys::{Language, View, visit};

fn main() -> Result<()> {
    for language in [Language::Chinese, Language::English] {
        let views =
            [("1440", View::desktop(language)), ("1024", View::tablet(language)), ("390", View::phone(language))];
        for (width, view) in views {
            visit(view, async |visit| {
                let page = visit.page();
                page.open("").await?;
                let name = format!("{width}-{}", language.code());
                let folder = &visit.setting().pictures;
                page.take_picture(&folder.join(format!("{name}.png"))).await?;
                page.take_whole_picture(&folder.join(format!("{name}-whole.png"))).await?;
                println!("{}", folder.join(name).with_extension("png").display());
                page.expect_clean_console().await
            })?;
        }
    }
    Ok(())
}
