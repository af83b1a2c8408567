//! Numbers that are typed.

use anyhow::{Result, ensure};
use journeys::{Key, Language, Page, View, journey, visit};
use voced_model::{Lang, format};
use voced_whatif::browser::link;
use voced_whatif::phrases;

use crate::desk;

const YEAR: i32 = 2025;

async fn field(page: &Page, id: &str) -> Result<String> {
    page.run(&format!("return document.querySelector('#field-{id}').value")).await
}

async fn fault(page: &Page, id: &str) -> Result<Option<String>> {
    page.run(&format!("return document.querySelector('#field-{id}-fault')?.textContent ?? null")).await
}

/// Types a text and waits until the scenario has the value; the field then shows it in its own way.
async fn expect_taken(page: &Page, id: &str, typed: &str, value: f64) -> Result<()> {
    desk::centre(page, &format!("#field-{id}")).await?;
    page.type_into(&format!("#field-{id}"), typed).await?;
    desk::wait_for_scenario(page, &format!("{id}, typed \"{typed}\", is {value}"), |scenario| {
        desk::value_in(scenario, id, YEAR).is_ok_and(|now| now == value)
    })
    .await?;
    let wanted = format::entry(value, desk::input(id)?.spec().unit, Lang::Zh);
    let shown = field(page, id).await?;
    ensure!(shown == wanted, "after \"{typed}\" the field of {id} shows \"{shown}\", not \"{wanted}\"");
    ensure!(fault(page, id).await?.is_none(), "\"{typed}\" was taken for {id}, yet a fault is shown");
    Ok(())
}

/// Types a text that can not be taken; the reason must stand beside the field and nothing change.
async fn expect_refused(page: &Page, id: &str, typed: &str, reason: &[&str]) -> Result<()> {
    let before = desk::scenario(page).await?;
    desk::centre(page, &format!("#field-{id}")).await?;
    page.type_into(&format!("#field-{id}"), typed).await?;
    for part in reason {
        page.wait_for_text(&format!("#field-{id}-fault"), part).await?;
    }
    ensure!(desk::scenario(page).await? == before, "\"{typed}\" for {id} was refused, yet the scenario changed");
    ensure!(desk::kept(page).await? == before, "\"{typed}\" for {id} was refused, yet something was saved");
    ensure!(field(page, id).await? == typed, "\"{typed}\" does not stay in the field of {id}");
    let comparison: bool = page
        .run(&format!(
            "const field = document.querySelector('#field-{id}');
             const fault = document.querySelector('#field-{id}-fault');
             const [a, b] = [field, fault].map((element) => element.getBoundingClientRect());
             return field.getAttribute('aria-invalid') === 'true'
               && field.getAttribute('aria-describedby') === fault.id
               && b.top >= a.bottom - 1 && b.top < a.bottom + 12 && Math.abs(b.left - a.left) < 8;"
        ))
        .await?;
    ensure!(comparison, "the reason why \"{typed}\" is refused is not told by the field of {id} and right below it");
    Ok(())
}

#[test]
fn typed_numbers_are_taken_as_people_type_them() -> Result<()> {
    journey("typed_numbers_are_taken", View::desktop(Language::Chinese), async |page| {
        desk::open_all_levers(page).await?;
        expect_taken(page, "vocational_share", "45%", 0.45).await?;
        page.wait_for_text("#lever-vocational_share .way", "45%").await?;
        expect_taken(page, "vocational_share", "４２", 0.42).await?;
        expect_taken(page, "vocational_share", " 38.5 ％ ", 0.385).await?;
        expect_taken(page, "development_fund", "4500万", 45_000_000.0).await?;
        expect_taken(page, "development_fund", "1.2亿", 120_000_000.0).await?;
        expect_taken(page, "development_fund", "１，２００，０００", 1_200_000.0).await?;
        expect_taken(page, "surcharge_tax_base", "26.5亿元", 2_650_000_000.0).await?;
        expect_taken(page, "hires", "30 人", 30.0).await?;
        // Enter takes a number as leaving the field does.
        page.element("#field-hires").await?.send_keys(Key::Control + "a").await?;
        page.press("31").await?;
        page.press(Key::Enter + "").await?;
        desk::wait_for_scenario(page, "hires are 31", |scenario| {
            desk::value_in(scenario, "hires", YEAR).is_ok_and(|now| now == 31.0)
        })
        .await?;
        let scenario = desk::scenario(page).await?;
        desk::expect_headline(page, &scenario, voced_scenario::Layer::Base, YEAR, Lang::Zh).await
    })
}

#[test]
fn what_is_no_allowed_number_is_said_beside_its_field_and_changes_nothing() -> Result<()> {
    journey("what_is_no_allowed_number_is_said", View::desktop(Language::Chinese), async |page| {
        desk::open_all_levers(page).await?;
        let not_a_number = phrases::NOT_A_NUMBER.zh;
        let out_of_range = phrases::OUT_OF_RANGE.zh;
        for nonsense in ["abc", "40%%x", "1.2.3", "--4", "NaN", "一半", "<b>1</b>"] {
            expect_refused(page, "vocational_share", nonsense, &[not_a_number]).await?;
        }
        expect_refused(page, "vocational_share", "140", &[out_of_range, "0.0%", "100.0%"]).await?;
        expect_refused(page, "hires", "-1", &[out_of_range]).await?;
        expect_refused(page, "hires", "9e99", &[out_of_range]).await?;
        expect_refused(page, "inservice_cycle_years", "2.5", &[phrases::NOT_WHOLE.zh]).await?;

        // Escape gives the attempt up.
        page.element("#field-hires").await?.click().await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_none("#field-hires-fault").await?;
        let wanted = format::entry(10.0, desk::input("hires")?.spec().unit, Lang::Zh);
        ensure!(field(page, "hires").await? == wanted, "Escape does not bring the value back");
        // A draft is given up as well, and leaving the field then changes nothing.
        page.press(Key::Control + "a").await?;
        page.press("77").await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_script(&format!("return document.querySelector('#field-hires').value === '{wanted}'")).await?;
        page.press(Key::Tab + "").await?;
        ensure!(desk::scenario(page).await?.is_untouched(), "a draft that was given up changed the scenario");
        // What was wrong in other fields is still there to be mended, and mending it clears the reason.
        ensure!(fault(page, "vocational_share").await?.is_some(), "the reason at another field was lost");
        expect_taken(page, "vocational_share", "41", 0.41).await
    })
}

/// What is offered for a text, by what the buttons show.
async fn offers(page: &Page, id: &str) -> Result<Vec<String>> {
    let script = format!(
        "return [...document.querySelector('#field-{id}').parentElement.querySelectorAll('.offers button')].map((one) => one.textContent)"
    );
    page.run(&script).await
}

#[test]
fn what_could_mean_two_things_is_asked_about_and_entered_with_one_click() -> Result<()> {
    journey("what_could_mean_two_things", View::desktop(Language::Chinese), async |page| {
        desk::open_all_levers(page).await?;
        expect_refused(page, "development_fund", "3,5万", &["是 35,000 还是 35万？"]).await?;
        expect_refused(page, "vocational_share", "3,5", &["是 3.5% 还是 35%？"]).await?;
        ensure!(offers(page, "vocational_share").await? == ["3.5%", "35%"], "both are offered");
        // By keyboard, from the field.
        page.element("#field-vocational_share").await?.focus().await?;
        page.press(Key::Tab + "").await?;
        page.press(Key::Tab + "").await?;
        page.press(Key::Enter + "").await?;
        desk::wait_for_scenario(page, "the share is 35 %", |scenario| {
            desk::value_in(scenario, "vocational_share", YEAR).is_ok_and(|now| now == 0.35)
        })
        .await?;
        page.wait_for_none("#field-vocational_share-fault").await?;
        ensure!(field(page, "vocational_share").await? == "35%", "the field shows the number that was taken");
        expect_refused(page, "vocational_share", "0.3", &["30%", "0.3%"]).await?;
        let name = desk::input("vocational_share")?.spec().name.zh;
        // The field, and so what it offers, says for which years the level stands.
        let label: String =
            page.run("return document.querySelector('#field-vocational_share').getAttribute('aria-label')").await?;
        ensure!(label.starts_with(name) && label.contains(phrases::VARIES.zh), "the field is called {label}");
        page.click_named(&format!("{label}：30%")).await?;
        desk::wait_for_scenario(page, "the share is 30 %", |scenario| {
            desk::value_in(scenario, "vocational_share", YEAR).is_ok_and(|now| now == 0.3)
        })
        .await?;
        let scenario = desk::scenario(page).await?;
        desk::expect_headline(page, &scenario, voced_scenario::Layer::Base, YEAR, Lang::Zh).await
    })
}

#[test]
fn the_last_year_in_force_is_shown_and_one_that_is_not_allowed_is_said() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let mut scenario = desk::untouched("laiwu", voced_scenario::Layer::Plan)?;
        scenario.horizon = scenario.base_year();
        page.open(&format!("#{}", link::pack(&scenario))).await?;
        let shown: String = page.run("return document.querySelector('#horizon').value").await?;
        ensure!(shown == scenario.horizon.to_string(), "in force is {}, shown is {shown}", scenario.horizon);
        page.wait_for_text("label:has(#horizon)", phrases::HORIZON_IS_BASE.zh).await?;
        scenario.horizon = 2045;
        page.open(&format!("?again#{}", link::pack(&scenario))).await?;
        page.wait_for_text(".notice", "推演至（horizon）：2045 超出范围；允许 2020 至 2040 年").await
    })
}

#[test]
fn an_emptied_field_is_no_zero() -> Result<()> {
    journey("an_emptied_field_is_no_zero", View::desktop(Language::Chinese), async |page| {
        let css = "#field-vocational_share";
        page.element(css).await?.send_keys(Key::Control + "a").await?;
        page.press(Key::Backspace + "").await?;
        page.press(Key::Tab + "").await?;
        page.wait_for_text("#field-vocational_share-fault", phrases::NOT_A_NUMBER.zh).await?;
        ensure!(desk::scenario(page).await?.is_untouched(), "an emptied field changed the scenario");
        // A value from elsewhere replaces what was left unfinished.
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        page.wait_for_none("#field-vocational_share-fault").await?;
        ensure!(field(page, "vocational_share").await? == "50%", "the field does not follow the slider");
        Ok(())
    })
}
