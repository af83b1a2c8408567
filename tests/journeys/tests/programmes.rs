//! Building projects and deliverables.

use anyhow::{Result, ensure};
use journeys::{Language, Page, View, journey};
use thirtyfour::Key;
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::app::Screen;

use crate::{answers, areas, desk};

#[test]
fn a_project_is_left_out_changed_and_built_again() -> Result<()> {
    journey("a_project_is_left_out", View::desktop(Language::Chinese), async |page| {
        desk::open_all_levers(page).await?;
        let plan = desk::scenario(page).await?;
        let printed = |scenario: &_| desk::number_of(&desk::voced_run(scenario)?, "building_area", 2025);
        let before = printed(&plan)?;
        // The box belongs to the project of the fields below it.
        let tick = ".programme:has(#project-lab_building-area) input[type=checkbox]";
        desk::press(page, tick).await?;
        let without = desk::wait_for_scenario(page, "the building is left out", |scenario| {
            scenario.projects.get("lab_building").is_some_and(|patch| patch.on == Some(false))
        })
        .await?;
        desk::expect_headline(page, &without, Layer::Base, 2025, Lang::Zh).await?;
        let lost = before - printed(&without)?;
        ensure!((lost - 16_000.0).abs() < 1e-6, "without the building of 16,000 m² the area is {lost} m² smaller");

        page.type_into("#project-integration_base-area", "2万").await?;
        let larger = desk::wait_for_scenario(page, "the base has 20,000 m²", |scenario| {
            scenario.projects.get("integration_base").is_some_and(|patch| patch.area_m2 == Some(20_000.0))
        })
        .await?;
        desk::expect_headline(page, &larger, Layer::Base, 2025, Lang::Zh).await?;
        desk::press(page, tick).await?;
        let again = desk::wait_for_scenario(page, "the building is built again", |scenario| {
            scenario.projects.get("lab_building").is_none_or(|patch| patch.on != Some(false))
        })
        .await?;
        let gained = printed(&again)? - before;
        ensure!((gained - 5_000.0).abs() < 1e-6, "5,000 m² more change the area by {gained} m²");
        page.type_into("#project-lab_building-cost", "-5").await?;
        page.element("#project-lab_building-cost-fault").await?;
        ensure!(desk::scenario(page).await? == again, "a cost below zero was taken");
        Ok(())
    })
}

#[test]
fn what_a_deliverable_costs_changes_the_balance() -> Result<()> {
    journey("what_a_deliverable_costs", View::desktop(Language::Chinese), async |page| {
        desk::press(page, "nav.areas button:nth-of-type(2)").await?;
        desk::open_all_levers(page).await?;
        let before =
            desk::wait_for_scenario(page, "Dezhou is shown", |scenario| scenario.area().id == "dezhou").await?;
        let id: String =
            page.run("return document.querySelector('#deliverables .programme input[id$=-cost]').id").await?;
        let name = id.trim_start_matches("deliverable-").trim_end_matches("-cost").to_owned();
        desk::centre(page, &format!("#{id}")).await?;
        page.type_into(&format!("#{id}"), "300万").await?;
        let after = desk::wait_for_scenario(page, &format!("{name} costs 3 million"), |scenario| {
            scenario.deliverables.get(&name).is_some_and(|patch| patch.unit_cost == Some(3_000_000.0))
        })
        .await?;
        let balance = |scenario: &_| desk::number_of(&desk::voced_run(scenario)?, "balance_cumulative", 2025);
        ensure!(balance(&after)? < balance(&before)?, "{name} costs more, but the balance stays");
        desk::expect_headline(page, &after, Layer::Base, after.horizon, Lang::Zh).await
    })
}

/// Waits until a field has the focus.
async fn has_focus(page: &Page, id: &str) -> Result<()> {
    page.wait_for_script(&format!("return document.activeElement.id === '{id}'")).await
}

/// Whether something lies in the window.
async fn in_view(page: &Page, css: &str) -> Result<()> {
    page.wait_for_script(&format!(
        "const box = document.querySelector(\"{css}\").getBoundingClientRect();
         return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth"
    ))
    .await
}

#[test]
fn a_warning_leads_to_where_a_project_is_added_changed_and_removed() -> Result<()> {
    journey("a_project_is_added", View::new(1366, 650, Language::Chinese), async |page| {
        // Half of all entrants need more room than there is; the advice leads to the list and what adds to it.
        desk::drag_slider(page, "vocational_share", 0.6).await?;
        let chip = "[...document.querySelectorAll('.warnings .chip')].find((one) => one.textContent === '建设项目')";
        page.wait_for_script(&format!("return {chip} !== undefined")).await?;
        page.run::<()>(&format!("{chip}.click()")).await?;
        has_focus(page, "projects").await?;
        in_view(page, "#add-project").await?;
        let before = desk::scenario(page).await?;

        page.element("#add-project").await?.send_keys(Key::Enter + "").await?;
        has_focus(page, "project-own_1-name").await?;
        in_view(page, "#project-own_1-name").await?;
        page.type_into("#project-own_1-name", "<b>实训楼</b>").await?;
        page.type_into("#project-own_1-finish", "2023").await?;
        page.type_into("#project-own_1-area", "1.2万").await?;
        page.type_into("#project-own_1-cost", "4000").await?;
        let own = desk::wait_for_scenario(page, "the project is whole", |scenario| {
            scenario.projects.get("own_1").is_some_and(|patch| {
                (patch.finish, patch.area_m2, patch.cost_per_m2) == (Some(2023), Some(12_000.0), Some(4_000.0))
                    && patch.name.zh == "<b>实训楼</b>"
            })
        })
        .await?;
        desk::expect_headline(page, &own, Layer::Base, 2025, Lang::Zh).await?;
        let built = |scenario: &_| desk::number_of(&desk::voced_run(scenario)?, "building_area", 2025);
        let more = built(&own)? - built(&before)?;
        ensure!((more - 12_000.0).abs() < 1e-6, "12,000 m² more are {more} m²");

        // What can not be is said beside its field, and changes nothing.
        page.type_into("#project-own_1-start", "2024").await?;
        page.wait_for_text("#project-own_1-start-fault", "2023").await?;
        page.type_into("#project-own_1-area", "-1").await?;
        page.element("#project-own_1-area-fault").await?;
        ensure!(desk::scenario(page).await? == own, "a project that is ready before it begins was taken");

        // It is in the comparison under its name, which is text.
        answers::show(page, Screen::Compare, Lang::Zh).await?;
        page.wait_for_text("#compare", "<b>实训楼</b>").await?;
        answers::show(page, Screen::Explore, Lang::Zh).await?;

        // Removed, its neighbour has the focus; it can be had back.
        desk::press(page, "#project-own_1-remove").await?;
        let gone =
            desk::wait_for_scenario(page, "it is gone", |scenario| scenario.projects.get("own_1").is_none()).await?;
        ensure!(gone == before, "something of it stays");
        page.wait_for_script("return document.activeElement.matches('#projects [id$=-edit]')").await?;
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "it is back", |scenario| *scenario == own).await.map(drop)
    })
}

#[test]
fn deliverables_are_added_on_a_phone_and_those_of_the_plan_are_changed_and_reset() -> Result<()> {
    journey("a_deliverable_is_added", View::phone(Language::English), async |page| {
        desk::open_all_levers(page).await?;
        desk::press(page, "#add-stock").await?;
        has_focus(page, "deliverable-own_1-name").await?;
        page.type_into("#deliverable-own_1-units", "5").await?;
        page.type_into("#deliverable-own_1-base", "6").await?;
        page.element("#deliverable-own_1-base-fault").await?;
        page.type_into("#deliverable-own_1-cost", "2000000").await?;
        desk::press(page, "#add-annual").await?;
        has_focus(page, "deliverable-own_2-name").await?;
        page.type_into("#deliverable-own_2-units", "3").await?;
        page.type_into("#deliverable-own_2-to", "2022").await?;
        let own = desk::wait_for_scenario(page, "both are there", |scenario| {
            scenario.deliverables.get("own_1").is_some_and(|patch| patch.unit_cost == Some(2e6))
                && scenario.deliverables.get("own_2").is_some_and(|patch| patch.to == Some(2022))
        })
        .await?;
        desk::expect_headline(page, &own, Layer::Base, 2025, Lang::En).await?;
        let faults = [page.barriers().await?, areas::faults(page).await?].concat();
        ensure!(faults.is_empty(), "not everyone can use the lists:\n{}", faults.join("\n"));
        let sideways: bool = page.run("return document.documentElement.scrollWidth > innerWidth").await?;
        ensure!(!sideways, "the page scrolls sideways");

        desk::press(page, "#project-lab_building-edit").await?;
        page.type_into("#project-lab_building-finish", "2024").await?;
        desk::wait_for_scenario(page, "the plan's building is later", |scenario| {
            scenario.projects.get("lab_building").is_some_and(|patch| patch.finish == Some(2024))
        })
        .await?;
        desk::press(page, "#project-lab_building-reset").await?;
        desk::wait_for_scenario(page, "it is as planned", |scenario| *scenario == own).await?;
        has_focus(page, "project-lab_building-edit").await
    })
}
