//! The statements of the plans: found, narrowed, followed to what they became, and back.

use anyhow::{Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_model::Lang;
use voced_scenario::Layer;
use voced_scenario::statements::Fate;
use voced_whatif::app::Screen;
use voced_whatif::features::plans::view_model::entries;
use voced_whatif::features::plans::view_model::side::{resolved_scenarios, side, table};
use voced_whatif::features::plans::view_model::subjects::subjects;
use voced_whatif::phrases;

use crate::keyboard::tab_to;
use crate::{answers, areas, desk};

const ALL: &str = ".plans-filters .choice button:nth-of-type(6)";

async fn wait_for_count(page: &Page, wanted: usize) -> Result<()> {
    page.wait_for_script(&format!("return document.querySelectorAll('#plans .statement').length === {wanted}")).await
}

async fn wait_for_focus(page: &Page, id: &str) -> Result<()> {
    page.wait_for_script(&format!("return document.activeElement.id === '{id}'")).await?;
    page.wait_for_script(
        "const box = document.activeElement.getBoundingClientRect();
         return box.bottom > 0 && box.top < innerHeight;",
    )
    .await
}

async fn search(page: &Page, text: &str) -> Result<()> {
    desk::centre(page, "#plans-search").await?;
    page.type_into("#plans-search", text).await
}

/// Chooses an option of a list as a person does.
async fn select(page: &Page, id: &str, value: &str) -> Result<()> {
    desk::press(page, &format!("#{id} option[value='{value}']")).await
}

/// The button of a thing that a statement became.
fn thing(statement: &str, fate: &str) -> String {
    format!("#statement-{statement} .became .fate-{fate} button")
}

async fn part(page: &Page, place: usize) -> Result<()> {
    desk::press(page, &format!(".plans-parts button:nth-of-type({place})")).await
}

#[test]
fn all_statements_are_there_and_can_be_narrowed_and_searched() -> Result<()> {
    journey("all_statements_are_there", View::desktop(Language::Chinese), async |page| {
        answers::show(page, Screen::Plans, Lang::Zh).await?;
        wait_for_count(page, 33).await?;
        desk::press(page, ALL).await?;
        wait_for_count(page, 231).await?;
        page.wait_for_text("#plans-count", "231").await?;
        let quoted: bool = page
            .run("return [...document.querySelectorAll('.statement blockquote')].every((q) => q.lang === 'zh-CN' && q.textContent.length > 3)")
            .await?;
        ensure!(quoted, "not every statement has its quote, marked as Chinese");

        // Full width, and at once: no key but the letters.
        search(page, "ＬＷ－００６").await?;
        wait_for_count(page, 1).await?;
        page.element("#statement-LW-006").await?;
        let marks: Vec<String> = page
            .run("return [...document.querySelectorAll('.statement mark')].map((mark) => mark.textContent)")
            .await?;
        ensure!(marks == ["LW-006"], "marked is {marks:?}");
        search(page, "<b>双师</b>").await?;
        wait_for_count(page, 0).await?;
        page.wait_for_text("#plans", phrases::NONE_FOUND.zh).await?;
        desk::press(page, "#plans-clear").await?;
        wait_for_count(page, 231).await?;
        search(page, "双师型 90%").await?;
        wait_for_count(page, 2).await?;
        desk::press(page, "#plans-clear").await?;

        select(page, "plans-fate", "note").await?;
        let all = entries(Lang::Zh);
        let notes = all.iter().filter(|entry| entry.things.iter().any(|thing| thing.fate == Fate::Note)).count();
        wait_for_count(page, notes).await?;
        select(page, "plans-role", "target").await?;
        page.wait_for_script("const n = document.querySelectorAll('#plans .statement').length; return n > 5 && n < 80")
            .await?;
        desk::press(page, "#plans-clear").await?;
        select(page, "plans-met", "missed").await?;
        page.element("#statement-LW-006.missed").await?;
        // A lever changes the verdict, and with it the list.
        desk::open_all_levers(page).await?;
        desk::centre(page, "#field-in_scope_share").await?;
        page.type_into("#field-in_scope_share", "50").await?;
        page.wait_for_none("#statement-LW-006").await
    })
}

#[test]
fn a_statement_leads_to_its_lever_its_target_and_back() -> Result<()> {
    journey("a_statement_leads_to_its_lever", View::desktop(Language::Chinese), async |page| {
        answers::show(page, Screen::Plans, Lang::Zh).await?;
        desk::press(page, &thing("LW-003", "lever")).await?;
        wait_for_focus(page, "slider-hires").await?;
        desk::press(page, "#lever-hires .icon").await?;
        // The way back works also where what was looked for had been narrowed away.
        search(page, "研究生").await?;
        page.wait_for_none("#statement-LW-003").await?;
        desk::press(page, "#lever-hires .about .to-statement[aria-label*='LW-003']").await?;
        wait_for_focus(page, "statement-LW-003").await?;

        desk::press(page, &thing("LW-006", "target")).await?;
        wait_for_focus(page, "target-LW-006").await?;
        desk::press(page, "#target-LW-006 .to-statement").await?;
        wait_for_focus(page, "statement-LW-006").await?;

        desk::press(page, &thing("LW-021", "lever")).await?;
        wait_for_focus(page, "project-lab_building-area").await?;
        desk::press(page, &thing("LW-015", "deliverable")).await?;
        wait_for_focus(page, "deliverable-high_level_programmes-units").await?;
        desk::press(page, "#deliverables .to-statement[aria-label*='LW-033']").await?;
        wait_for_focus(page, "statement-LW-033").await?;
        ensure!(desk::scenario(page).await? == desk::untouched("laiwu", Layer::Plan)?, "looking changed the scenario");
        Ok(())
    })
}

#[test]
fn a_statement_of_another_area_asks_before_it_opens_it() -> Result<()> {
    journey("a_statement_of_another_area", View::desktop(Language::English), async |page| {
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let mine = desk::wait_for_scenario(page, "the share is changed", |now| !now.is_untouched()).await?;
        answers::show(page, Screen::Plans, Lang::En).await?;
        desk::press(page, ALL).await?;
        desk::press(page, &thing("DZ-046", "target")).await?;
        page.wait_for_text("#statement-DZ-046 .other-area", phrases::OPEN_FIRST.en).await?;
        desk::press(page, "#statement-DZ-046 .other-area button:not(.primary)").await?;
        page.wait_for_none(".other-area").await?;
        wait_for_focus(page, "statement-DZ-046").await?;
        ensure!(desk::scenario(page).await? == mine, "staying changed the scenario");

        desk::press(page, &thing("DZ-046", "target")).await?;
        desk::press(page, "#statement-DZ-046 .other-area .primary").await?;
        wait_for_focus(page, "target-DZ-046").await?;
        desk::wait_for_scenario(page, "Dezhou is open", |now| now.area().id == "dezhou").await?;
        desk::press(page, "#undo").await?;
        desk::wait_for_scenario(page, "all is as before", |now| *now == mine).await?;
        Ok(())
    })
}

#[test]
fn how_many_are_computed_and_why_not() -> Result<()> {
    journey("how_many_are_computed", View::desktop(Language::English), async |page| {
        answers::show(page, Screen::Plans, Lang::En).await?;
        part(page, 2).await?;
        let rows = desk::rows(page, "#coverage").await?;
        ensure!(rows.len() == 6, "{} rows", rows.len());
        let numbers =
            |row: &[String]| row[1..8].iter().map(|cell| cell.parse::<usize>()).collect::<Result<Vec<_>, _>>();
        let mut sum = 0;
        for row in &rows {
            let numbers = numbers(row)?;
            ensure!(numbers[0] == numbers[1..].iter().sum::<usize>(), "{row:?} does not add up");
            sum += numbers[0];
        }
        ensure!(sum == 2 * 231, "the plans have {sum} statements, all of them included");
        page.wait_for_text("#coverage", "Of 231 statements").await?;
        desk::press(page, "#coverage .reasons-why .to-statement").await?;
        page.wait_for_script("return document.activeElement.matches('.statement')").await
    })
}

#[test]
fn the_plans_stand_side_by_side() -> Result<()> {
    journey("the_plans_stand_side_by_side", View::desktop(Language::Chinese), async |page| {
        answers::show(page, Screen::Plans, Lang::Zh).await?;
        desk::press(page, "#statement-LW-008 .compare").await?;
        let resolved_scenarios = resolved_scenarios();
        for (id, wanted) in [("vocational_share", 1), ("double_qualified", 1), ("high_level_programmes", 2)] {
            if id != "vocational_share" {
                select(page, "plans-subject", id).await?;
            }
            let subject = subjects(Lang::Zh).into_iter().find(|subject| subject.id == id);
            let Some(subject) = subject else { anyhow::bail!("no subject {id}") };
            let model = side(&resolved_scenarios, &subject, Lang::Zh);
            page.wait_for_script(&format!(
                "return document.querySelectorAll('#side tbody tr').length === {} && document.querySelector('#side caption').textContent === '{}'",
                model.rows.len(), subject.name
            ))
            .await?;
            let text = page.text("#side table").await?;
            for cell in table(&model).iter().flat_map(|row| [&row[2], &row[5], &row[6]]) {
                ensure!(text.contains(cell.as_str()), "the table of {id} lacks {cell}: {text}");
            }
            let pictures = page.elements("#side .side-bars").await?.len();
            ensure!(pictures == wanted, "{id} has {pictures} pictures");
            for caution in &model.cautions {
                page.wait_for_text("#side", caution).await?;
            }
        }
        desk::press(page, "#side .to-statement").await?;
        page.wait_for_script("return document.activeElement.matches('.statement')").await
    })
}

#[test]
fn the_keyboard_does_for_everything() -> Result<()> {
    journey("the_keyboard_does_for_the_plans", View::desktop(Language::Chinese), async |page| {
        answers::show(page, Screen::Plans, Lang::Zh).await?;
        tab_to(page, "#plans-search", false).await?;
        page.press("LW-006").await?;
        wait_for_count(page, 1).await?;
        tab_to(page, ".became .fate-target button", false).await?;
        page.press(Key::Enter + "").await?;
        wait_for_focus(page, "target-LW-006").await?;
        tab_to(page, "#target-LW-006 .to-statement", false).await?;
        page.press(Key::Enter + "").await?;
        wait_for_focus(page, "statement-LW-006").await?;
        tab_to(page, "#plans-search", true).await?;
        page.press(Key::Control + "a").await?;
        page.press("DZ-046").await?;
        page.wait_for_text("#plans", phrases::NONE_FOUND.zh).await?;
        tab_to(page, ALL, true).await?;
        page.press(Key::Enter + "").await?;
        wait_for_count(page, 1).await?;
        tab_to(page, ".became .fate-target button", false).await?;
        page.press(Key::Enter + "").await?;
        tab_to(page, ".other-area .primary", false).await?;
        page.press(Key::Enter + "").await?;
        wait_for_focus(page, "target-DZ-046").await
    })
}

#[test]
fn nobody_is_kept_out_of_the_plans() -> Result<()> {
    let views = [
        (View::desktop(Language::Chinese), Lang::Zh),
        (View::desktop(Language::English).dark(), Lang::En),
        (View::new(360, 800, Language::English), Lang::En),
    ];
    for (view, lang) in views {
        journey("nobody_is_kept_out_of_the_plans", view, async |page| {
            answers::show(page, Screen::Plans, lang).await?;
            let mut found = Vec::new();
            for place in 1..=3 {
                part(page, place).await?;
                if place == 1 {
                    search(page, "师").await?;
                    page.element(".statement mark").await?;
                }
                found.extend(page.barriers().await?);
                found.extend(areas::faults(page).await?);
            }
            ensure!(found.is_empty(), "{found:#?}");
            Ok(())
        })?;
    }
    Ok(())
}
