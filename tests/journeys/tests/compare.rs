//! The screen "Compare": scenarios side by side.

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey, visit};
use voced_analysis::attribution;
use voced_analysis::attribution::PAIRS;
use voced_model::{Lang, Quantity, format};
use voced_scenario::{Layer, Scenario};
use voced_whatif::app::{Comparison, ComparisonEdit, Outcome, Screen};
use voced_whatif::features::comparison::differing::differing;
use voced_whatif::features::comparison::view_model::{columns, row};
use voced_whatif::phrases;

use crate::keyboard::tab_to;
use crate::{answers, desk};

async fn texts(page: &Page, css: &str) -> Result<Vec<String>> {
    page.run(&format!("return [...document.querySelectorAll(\"{css}\")].map((one) => one.textContent)")).await
}

/// A scenario of one's own on the page, and the screen open.
async fn begun(page: &Page, lang: Lang) -> Result<Scenario> {
    desk::drag_slider(page, "vocational_share", 0.55).await?;
    let own = desk::wait_for_scenario(page, "the share is 55 %", |scenario| {
        desk::value_in(scenario, "vocational_share", scenario.horizon).is_ok_and(|share| (share - 0.55).abs() < 1e-9)
    })
    .await?;
    answers::show(page, Screen::Compare, lang).await?;
    page.element("#compare-numbers").await?;
    Ok(own)
}

/// Waits until table and list show what the model says.
async fn expect_shown(page: &Page, own: &Scenario, comparison: &Comparison, year: i32, lang: Lang) -> Result<()> {
    let columns = columns(&desk::outcome(own)?, comparison, lang);
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    page.wait_until(&format!("the columns are {names:?}"), async || {
        let shown = texts(page, ".column-name").await?;
        Ok((shown == names).then_some(()))
    })
    .await?;
    for quantity in [Quantity::VocShareOfIntake, Quantity::VocEnrolment, Quantity::Teachers, Quantity::Balance] {
        let told = row(&columns, comparison.reference(), quantity, year, lang);
        let cells: Vec<String> = told
            .cells
            .iter()
            .map(|cell| {
                let (arrow, words) = match cell.direction {
                    1 => ("▲\u{a0}", phrases::HIGHER.get(lang)),
                    -1 => ("▼\u{a0}", phrases::LOWER.get(lang)),
                    _ => ("", ""),
                };
                let words = if words.is_empty() { String::new() } else { format!("{}{words}", lang.pick("，", ", ")) };
                format!("{}{arrow}{}{words}", cell.text.clone().unwrap_or_default(), cell.difference)
            })
            .collect();
        page.wait_until(&format!("{quantity} is {cells:?}"), async || {
            let shown = texts(page, &format!("#compare-numbers [data-quantity='{}'] td", quantity.id())).await?;
            Ok((shown == cells).then_some(()))
        })
        .await?;
    }
    let resolved_scenarios: Vec<_> = columns.iter().map(|column| column.outcome.resolved()).collect();
    let ids: Vec<String> =
        differing(&resolved_scenarios, comparison.reference(), lang).into_iter().map(|row| row.id).collect();
    let shown: Vec<String> = page
        .run("return [...document.querySelectorAll('#compare-levers tbody tr')].map((row) => row.dataset.id)")
        .await?;
    ensure!(shown == ids, "the levers {shown:?} differ, not {ids:?}");
    Ok(())
}

#[test]
fn plan_and_status_quo_stand_beside_and_others_come_and_go() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open("").await?;
        let own = begun(page, Lang::Zh).await?;
        let mut comparison = Comparison::usual(&own);
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.expect_no_barriers().await?;
        // Another area as the fourth.
        page.run::<()>(
            "const list = document.querySelector('#add-column');
             list.value = [...list.options].find((one) => one.text === '德州 · 规划方案').value;
             list.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        comparison = comparison.after(ComparisonEdit::Add(Box::new(desk::untouched("dezhou", Layer::Plan)?)));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        ensure!(page.elements("#add-column").await?.is_empty(), "a fifth column can be added");
        // Held against another.
        page.click(".column-card:nth-child(1) .refer").await?;
        comparison = comparison.after(ComparisonEdit::Refer(0));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.click(".column-card:nth-child(4) .refer").await?;
        comparison = comparison.after(ComparisonEdit::Refer(3));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.wait_for_text(".compare-why", phrases::WHY_ONE_AREA.zh).await?;
        // All of it is still there after a reload.
        page.reload().await?;
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.click(".column-card:nth-child(2) .remove").await?;
        comparison = comparison.after(ComparisonEdit::Remove(1));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.expect_clean_console().await
    })
}

#[test]
fn a_frozen_column_stays_while_the_levers_move_on() -> Result<()> {
    journey("compare_frozen", View::desktop(Language::English), async |page| {
        let own = begun(page, Lang::En).await?;
        page.run::<()>(
            "const list = document.querySelector('#add-column');
             list.value = '0';
             list.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        let name = format!("{} · {}", phrases::MY_SCENARIO.en, phrases::DUPLICATE.en);
        let frozen = Scenario { name, ..own.clone() };
        let comparison = Comparison::usual(&own).after(ComparisonEdit::Add(Box::new(frozen)));
        desk::drag_slider(page, "vocational_share", 0.4).await?;
        let moved = desk::wait_for_scenario(page, "the share moved on", |scenario| *scenario != own).await?;
        expect_shown(page, &moved, &comparison, own.horizon, Lang::En).await?;
        page.expect_no_barriers().await
    })
}

#[test]
fn a_name_in_the_list_leads_to_its_lever_by_keys_alone() -> Result<()> {
    journey("compare_to_lever", View::desktop(Language::Chinese), async |page| {
        begun(page, Lang::Zh).await?;
        page.run::<()>("document.querySelector(\"#compare-levers [data-id='hires'] button\").focus()").await?;
        page.press(Key::Enter).await?;
        page.wait_for_script("return document.activeElement.id === 'slider-hires'").await?;
        // The reference too, without a mouse.
        page.run::<()>("document.querySelector('.column-card:nth-child(3) .refer').focus()").await?;
        page.press(Key::Space).await?;
        page.wait_for_script("return document.querySelector('.column-card:nth-child(3)').matches('.is-reference')")
            .await
    })
}

#[test]
fn columns_come_and_go_by_keyboard_alone() -> Result<()> {
    journey("compare_by_keyboard", View::desktop(Language::Chinese), async |page| {
        let own = begun(page, Lang::Zh).await?;
        let mut comparison = Comparison::usual(&own);
        // The first arrow opens the list and adds nothing.
        tab_to(page, "#add-column", false).await?;
        page.press(Key::Down + "").await?;
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.press(Key::Down + "").await?;
        page.press(Key::Enter + "").await?;
        let name = format!("{} · {}", phrases::MY_SCENARIO.zh, phrases::DUPLICATE.zh);
        comparison = comparison.after(ComparisonEdit::Add(Box::new(Scenario { name, ..own.clone() })));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        // There is no room for a fifth: the list is gone, and the focus is at what it added.
        page.wait_for_script("return document.activeElement.matches('.column-card:nth-child(4) .refer')").await?;
        page.press(Key::Space + "").await?;
        comparison = comparison.after(ComparisonEdit::Refer(3));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        tab_to(page, ".column-card:nth-child(4) .remove", false).await?;
        page.press(Key::Enter + "").await?;
        comparison = comparison.after(ComparisonEdit::Remove(3));
        expect_shown(page, &own, &comparison, own.horizon, Lang::Zh).await?;
        page.wait_for_script("return document.activeElement.id === 'add-column'").await
    })
}

#[test]
fn the_causes_between_two_columns_add_up() -> Result<()> {
    journey("compare_causes", View::desktop(Language::Chinese), async |page| {
        let own = begun(page, Lang::Zh).await?;
        let comparison = Comparison::usual(&own);
        let shown = columns(&desk::outcome(&own)?, &comparison, Lang::Zh);
        let (plan, present): (&Outcome, &Outcome) = (&shown[1].outcome, &shown[0].outcome);
        let year = own.horizon;
        let found = attribution::attribute(plan.resolved(), present.resolved(), Quantity::VocEnrolment, year, PAIRS);
        let found = found.map_err(|problem| anyhow::anyhow!("{problem:?}"))?;
        let words =
            found.account(plan.resolved(), present.resolved(), Quantity::VocEnrolment, year, Lang::Zh).text(Lang::Zh);
        page.wait_for_text(".compare-why .in-words p", &words).await?;
        // The bars of the table add up to what the first table gives as the difference.
        page.click("#waterfall .table-toggle").await?;
        let rows = desk::rows(page, "#waterfall").await?;
        let unit = Quantity::VocEnrolment.spec().unit;
        let steps = rows.len().checked_sub(2).context("no ends")?;
        ensure!(steps == 1, "one lever was moved, the picture has {steps} bars");
        let whole = format::difference(found.to - found.from, unit, Lang::Zh).text(Lang::Zh);
        ensure!(rows[1][1] == whole, "the bar says {}, the difference is {whole}", rows[1][1]);
        Ok(())
    })
}

#[test]
fn numbers_of_the_present_column_open_and_no_others() -> Result<()> {
    journey("compare_opens", View::desktop(Language::Chinese), async |page| {
        begun(page, Lang::Zh).await?;
        let buttons = page.elements("#compare-numbers tbody td:not(:nth-child(2)) button").await?;
        ensure!(buttons.is_empty(), "numbers of other columns open in the wrong scenario");
        page.click("#compare-numbers [data-quantity='teachers'] td button").await?;
        page.wait_for_text("#derivation-title", "专任教师").await?;
        let said = page.text("dialog.derivation .big").await?;
        let shown = texts(page, "#compare-numbers [data-quantity='teachers'] td button").await?;
        ensure!(shown == [said.clone()], "{shown:?} opens into {said}");
        Ok(())
    })
}
