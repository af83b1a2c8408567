//! Building projects and deliverables.

use anyhow::{Result, ensure};
use journeys::{Language, View, journey};
use voced_sim::{Lang, Layer};

use crate::desk;

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
        page.click("nav.areas button:nth-of-type(2)").await?;
        desk::open_all_levers(page).await?;
        let before =
            desk::wait_for_scenario(page, "Dezhou is shown", |scenario| scenario.region().id == "dezhou").await?;
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
