//! Pictures of every screen, and of what opens from them, in three widths and both languages.

use anyhow::{Context, Result};
use journeys::{Language, Page, View, Visit, ready, visit, way};
use voced_scenario::{AreaRef, Layer, PathValue, Scenario, named_input};
use voced_whatif::app::Screen;
use voced_whatif::browser::link;

/// Opens a screen.
async fn open(page: &Page, screen: Screen) -> Result<()> {
    let place = Screen::ALL.iter().filter(|one| one.is_listed()).position(|one| *one == screen).unwrap_or_default();
    let button = match way(screen) {
        None => format!(".screens button:nth-of-type({})", place + 1),
        Some((menu, button)) => {
            page.run::<()>(&format!("document.querySelector('{menu}').click()")).await?;
            page.element(button).await?;
            button.to_owned()
        }
    };
    page.run::<()>(&format!("document.querySelector('{button}').click()")).await?;
    page.element(ready(screen)).await.map(drop)
}

/// Opens what a screen shows only when asked.
async fn open_more(page: &Page, screen: Screen) -> Result<()> {
    let click = |css: &'static str| async move {
        page.element(css).await?;
        page.run::<()>(&format!("document.querySelector(\"{css}\").click()")).await
    };
    match screen {
        Screen::Solve => {
            click("#preset-meet_plan").await?;
            page.element(".solution").await.map(drop)
        }
        Screen::Happened => {
            click("#fit-now").await?;
            page.element("#take-fit").await.map(drop)
        }
        Screen::Keep => {
            click(".keep .naming .primary").await?;
            page.element(".keep .open-kept").await.map(drop)
        }
        Screen::Many => {
            click("#many-example").await?;
            page.element("#set-run").await?;
            click("#accept-set").await?;
            page.element("#many-table tbody tr").await?;
            click("#many-table tbody tr:nth-child(2) .link").await?;
            page.element("#many-closer table").await.map(drop)
        }
        Screen::Areas => {
            click("#copy-area").await?;
            page.element("#area-form").await?;
            click(".value-section > summary").await?;
            page.element(".value-row").await?;
            click("#from-table").await?;
            click(".sources details > summary").await?;
            page.run::<()>(&format!("document.querySelector('#paste-table').value = {}", serde_json::json!(TABLE)))
                .await?;
            click("#read-pasted").await?;
            page.element("#dry-run").await.map(drop)
        }
        _ => Ok(()),
    }
}

/// A table as an office has it, with what has to be decided.
const TABLE: &str = "某县教育事业基本情况\n指标\t单位\t2021年\t2022年\t2023年\t资料来源\n初中毕业生数\t人\t5120\t5180\t5,210\t2023年统计年鉴\n中职招生占比\t%\t38\t0.4\t41\t教育局\n中职在校生数\t人\t3,105\t3,240\t3,302\t2023年统计年鉴\n公用经费\t万元\t310\t325\t3,5\t财政决算\n食堂数\t个\t2\t2\t3\t";

/// The brief on the screen of what can be taken away.
async fn open_brief(page: &Page) -> Result<()> {
    page.run::<()>("document.querySelector('#show-brief').click()").await?;
    page.wait_for_script("return document.querySelector('#print-brief')?.disabled === false").await
}

/// A link as a colleague sends it.
fn sent() -> Result<String> {
    let place = AreaRef::shipped("dezhou").map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let mut scenario = Scenario { horizon: 2028, ..Scenario::new(place, Layer::Plan) };
    for (id, level) in [("hires", 320.0), ("vocational_share", 0.45)] {
        let input = named_input("inputs", id).map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
        scenario.inputs.insert(input, PathValue::Constant(level));
    }
    Ok(format!("#{}", link::pack(scenario)))
}

async fn take(visit: &Visit, name: &str, width: &str, language: Language) -> Result<()> {
    let (page, folder) = (visit.page(), &visit.setting().pictures);
    page.run::<()>("scrollTo(0, 0)").await?;
    let name = format!("{name}-{width}-{}", language.code());
    page.take_picture(&folder.join(format!("{name}.png"))).await?;
    page.take_whole_picture(&folder.join(format!("{name}-whole.png"))).await?;
    println!("{}", folder.join(name).with_extension("png").display());
    Ok(())
}

/// What opens on the first screen: the menus, differences, who pays.
async fn take_first_screen(visit: &Visit, width: &str, language: Language) -> Result<()> {
    let page = visit.page();
    let click = |css: &'static str| async move {
        page.element(css).await?;
        page.run::<()>(&format!("document.querySelector('{css}').click()")).await
    };
    for menu in ["area", "choose-charts", "more"] {
        page.run::<()>(&format!("document.querySelector('#{menu}').click()")).await?;
        page.element(".menu[open] .popup button").await?;
        take(visit, &format!("menu-{menu}"), width, language).await?;
        page.run::<()>(&format!("document.querySelector('#{menu}').click()")).await?;
    }
    click(".charts-head .choice button:nth-of-type(2)").await?;
    click("#open-pays").await?;
    page.element("#pays-uses canvas").await?;
    take(visit, "differences", width, language).await?;
    open(page, Screen::Take).await?;
    open_brief(page).await?;
    take(visit, "brief-differences", width, language).await
}

/// The commonest window enlarged twice, and in the system's own colours.
fn special_views(language: Language) -> [(&'static str, View); 2] {
    [
        ("zoomed", View::new(683, 325, language).with_pixel_ratio(2.0)),
        ("forced", View::new(1366, 650, language).with_forced_colors()),
    ]
}

/// The windows: the commonest office PC, larger ones, a tablet and a telephone.
fn views(language: Language) -> [(&'static str, View); 5] {
    [
        ("1366", View::new(1366, 650, language)),
        ("1440", View::desktop(language)),
        ("1920", View::new(1920, 1080, language)),
        ("1024", View::tablet(language)),
        ("390", View::phone(language)),
    ]
}

/// The screen of an id.
fn screen(id: &str) -> Result<Screen> {
    Screen::find(id).with_context(|| {
        let ids: Vec<_> = Screen::ALL.iter().map(|screen| screen.id()).collect();
        format!("no screen {id}; there are {}", ids.join(", "))
    })
}

fn main() -> Result<()> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let wanted: Vec<Screen> = match named.is_empty() {
        true => Screen::ALL.to_vec(),
        false => named.iter().map(|id| screen(id)).collect::<Result<_>>()?,
    };
    for language in [Language::Chinese, Language::English] {
        for (width, view) in views(language) {
            visit(view, async |visit| {
                let page = visit.page();
                page.open("").await?;
                for screen in &wanted {
                    open(page, *screen).await?;
                    open_more(page, *screen).await?;
                    take(visit, screen.id(), width, language).await?;
                }
                if named.is_empty() { take_more(visit, width, language).await } else { Ok(()) }
            })?;
            if wanted.contains(&Screen::Explore) {
                visit(view.dark(), async |visit| {
                    visit.page().open("").await?;
                    visit.page().element(ready(Screen::Explore)).await?;
                    take(visit, "explore-dark", width, language).await?;
                    if width == "1366" { take_first_screen(visit, width, language).await } else { Ok(()) }
                })?;
            }
        }
        if wanted.contains(&Screen::Explore) {
            for (name, view) in special_views(language) {
                visit(view, async |visit| {
                    visit.page().open("").await?;
                    visit.page().element(ready(Screen::Explore)).await?;
                    take(visit, "explore", name, language).await
                })?;
            }
        }
    }
    Ok(())
}

/// What opens from the screens, and the page inside another.
async fn take_more(visit: &Visit, width: &str, language: Language) -> Result<()> {
    let page = visit.page();
    open(page, Screen::Take).await?;
    open_brief(page).await?;
    take(visit, "brief", width, language).await?;
    page.run::<()>("document.querySelector('.tile .number').click()").await?;
    page.element("#derivation-title").await?;
    take(visit, "number", width, language).await?;
    page.run::<()>("document.querySelector('.screens button').click()").await?;
    page.open(&sent()?).await?;
    page.element("#arrival").await?;
    take(visit, "link", width, language).await?;
    page.expect_clean_console().await?;
    let example = format!("{}embed/", page.address());
    page.driver().goto(example).await?;
    page.wait_for_script("return document.querySelector('#year').textContent.includes('2025')").await?;
    take(visit, "embedding", width, language).await
}
