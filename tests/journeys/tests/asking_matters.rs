//! The screen "What matters?": tornado, indices, and the map over two levers.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_analysis::sensitivity;
use voced_analysis::sensitivity::Grid;
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{Layer, Op, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::features::plot::plotted::Plotted;
use voced_whatif::features::sensitivity::view_model::{goal_of, heat_map, map_question, moving, tornado};
use voced_whatif::phrases;

use crate::answers;
use crate::desk::{self, Pointer};

const YEAR: i32 = 2025;
const T: usize = 5;

/// The tornado as the model gives it, with indices from so many rows where they are asked for.
fn tornado_of(scenario: &Scenario, quantity: Quantity, rows: Option<u32>) -> Result<Plotted> {
    let outcome = desk::outcome(scenario)?;
    let swings = sensitivity::swings(outcome.resolved(), quantity, T);
    let sobol = rows.map(|rows| sensitivity::sobol_indices(outcome.resolved(), quantity, T, rows));
    Ok(Plotted::Tornado(tornado(&swings, sobol.as_ref(), &outcome, quantity, T, Lang::Zh)))
}

/// The inputs of the tornado, the widest swing first.
fn inputs_of(scenario: &Scenario, quantity: Quantity) -> Result<Vec<InputId>> {
    let swings = sensitivity::swings(desk::outcome(scenario)?.resolved(), quantity, T);
    Ok(moving(&swings).map(|swing| swing.input.input).collect())
}

/// Waits until the lever of an input has the focus, in view.
async fn expect_found(page: &Page, input: InputId) -> Result<()> {
    page.wait_until(&format!("the lever {} has the focus", input.id()), async || {
        let found: (Option<String>, bool) = page
            .run(
                "const focused = document.activeElement;
                 const { top, bottom } = focused.getBoundingClientRect();
                 return [focused.closest('.lever')?.dataset.input ?? null, bottom > 0 && top < innerHeight];",
            )
            .await?;
        ensure!(found == (Some(input.id().to_owned()), true), "it is at {found:?}");
        Ok(Some(()))
    })
    .await
}

#[test]
fn the_tornado_is_that_of_the_model_and_leads_to_the_levers() -> Result<()> {
    journey("the_tornado", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Matters, Lang::Zh).await?;
        let first = Quantity::VocEnrolment;
        answers::expect_plot(page, "#tornado", &tornado_of(&scenario, first, None)?, Lang::Zh).await?;
        // Every row of the table leads to its lever, in whatever section that is.
        let inputs = inputs_of(&scenario, first)?;
        ensure!(inputs.len() > 2, "this test needs inputs that matter");
        for (place, input) in inputs.iter().enumerate() {
            desk::press(page, &format!("#tornado tbody tr:nth-of-type({}) button", place + 1)).await?;
            expect_found(page, *input).await?;
        }
        ensure!(desk::scenario(page).await? == scenario, "looking at levers changed the scenario");

        // Another result, another order: found by a part of its name, without the pointer; the choice is there
        // after a reload.
        page.type_into("#find-subject", "年度收支").await?;
        page.wait_for_script("return document.querySelector('#subject').size > 1").await?;
        page.element("#find-subject").await?.send_keys(Key::Down + "").await?;
        page.wait_for_script("return document.activeElement.id === 'subject'").await?;
        page.press(Key::Down + "").await?;
        page.press(Key::Enter + "").await?;
        page.wait_for_script("return document.querySelector('#subject').size <= 1").await?;
        answers::expect_plot(page, "#tornado", &tornado_of(&scenario, Quantity::Balance, None)?, Lang::Zh).await?;
        ensure!(inputs_of(&scenario, Quantity::Balance)? != inputs, "this test needs another order");
        page.reload().await?;
        answers::expect_plot(page, "#tornado", &tornado_of(&scenario, Quantity::Balance, None)?, Lang::Zh).await?;
        // It follows a lever.
        desk::drag_slider(page, "vocational_share", 0.6).await?;
        let moved = desk::wait_for_scenario(page, "the share is 60 %", |scenario| !scenario.is_untouched()).await?;
        answers::expect_plot(page, "#tornado", &tornado_of(&moved, Quantity::Balance, None)?, Lang::Zh).await
    })
}

#[test]
fn the_tornado_is_read_by_keys_and_enter_leads_to_the_lever() -> Result<()> {
    journey("the_tornado_by_keys", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Matters, Lang::Zh).await?;
        let canvas = page.element("#tornado canvas").await?;
        let inputs = inputs_of(&scenario, Quantity::VocEnrolment)?;
        canvas.focus().await?;
        for input in inputs.iter().take(3) {
            page.press(Key::Down + "").await?;
            page.wait_for_text("#tornado .readout", input.spec().name.zh).await?;
        }
        page.press(Key::End + "").await?;
        page.wait_for_text("#tornado .readout", inputs.last().context("no inputs")?.spec().name.zh).await?;
        page.press(Key::Home + "").await?;
        page.press(Key::Down + "").await?;
        page.wait_for_text("#tornado .readout", inputs[1].spec().name.zh).await?;
        page.press(Key::Enter + "").await?;
        expect_found(page, inputs[1]).await
    })
}

#[test]
fn parts_of_the_variance_come_when_asked_for() -> Result<()> {
    journey("parts_of_the_variance", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Matters, Lang::Zh).await?;
        let plain = tornado_of(&scenario, Quantity::VocEnrolment, None)?;
        answers::expect_plot(page, "#tornado", &plain, Lang::Zh).await?;
        desk::press(page, "#indices").await?;
        let with_indices = tornado_of(&scenario, Quantity::VocEnrolment, Some(8192))?;
        answers::expect_plot(page, "#tornado", &with_indices, Lang::Zh).await?;
        page.wait_for_text("section.matters", phrases::INDICES_HOW.zh).await?;
        desk::press(page, "#indices").await?;
        answers::expect_plot(page, "#tornado", &plain, Lang::Zh).await?;
        // Of another result they are computed anew.
        desk::press(page, "#indices").await?;
        answers::choose(page, "#subject", Quantity::Teachers.id()).await?;
        let other = tornado_of(&scenario, Quantity::Teachers, Some(8192))?;
        answers::expect_plot(page, "#tornado", &other, Lang::Zh).await
    })
}

/// The map of a scenario as the model gives it.
fn grid(scenario: &Scenario, across: &str, up: &str, quantity: Quantity) -> Result<Grid> {
    let about = map_question(scenario, [desk::input(across)?, desk::input(up)?], quantity, YEAR);
    let found = sensitivity::grid(desk::outcome(scenario)?.resolved(), &about);
    found.map_err(|faults| anyhow::anyhow!("the model has no such map: {faults:?}"))
}

fn map(grid: &Grid, quantity: Quantity, goal: Option<(Op, f64)>) -> Plotted {
    Plotted::HeatMap(heat_map(grid, quantity, goal, Lang::Zh))
}

/// What a scenario becomes when a cell of its map is chosen.
fn chosen(scenario: &Scenario, grid: &Grid, column: usize, row: usize) -> Result<Scenario> {
    let outcome = desk::outcome(scenario)?;
    let mut next = scenario.clone();
    for (side, place) in [(&grid.x, column), (&grid.y, row)] {
        next.inputs.insert(side.input, outcome.resolved().moved(side.input, side.levels[place]));
    }
    Ok(next)
}

#[test]
fn a_cell_of_the_map_sets_both_levers() -> Result<()> {
    journey("a_cell_of_the_map", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Matters, Lang::Zh).await?;
        let quantity = Quantity::VocEnrolment;
        let goal = goal_of(desk::outcome(&scenario)?.resolved(), quantity);
        ensure!(goal.is_some(), "this test needs a target for the students");
        let present = grid(&scenario, "vocational_share", "in_scope_share", quantity)?;
        answers::expect_plot(page, "#heat-map", &map(&present, quantity, goal), Lang::Zh).await?;

        // In the table the highest level is on top.
        let (column, row) = (present.x.levels.len() - 3, present.y.levels.len() - 4);
        let from_top = present.y.levels.len() - row;
        let cell = format!("#heat-map tbody tr:nth-of-type({from_top}) td:nth-of-type({}) button", column + 1);
        desk::press(page, &cell).await?;
        let wanted = chosen(&scenario, &present, column, row)?;
        let after = desk::wait_for_scenario(page, "both levers are those of the cell", |now| *now == wanted).await?;
        desk::expect_headline(page, &after, Layer::Base, YEAR, Lang::Zh).await?;
        let shown = desk::outcome(&after)?.value(quantity, YEAR).context("no students")?;
        let told = present.value(column, row).context("an empty cell")?;
        ensure!((shown - told).abs() < 1e-9, "the map promised {told} students, there are {shown}");
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "one step back brings both levers back", |now| *now == scenario).await?;

        // With the pointer on the picture: what is read there is what is taken.
        desk::press(page, "#heat-map .table-toggle").await?;
        desk::centre(page, "#heat-map canvas").await?;
        let canvas = desk::place(page, "#heat-map canvas").await?;
        let at = (canvas.x + 0.6 * canvas.width, canvas.y + 0.5 * canvas.height);
        let pointer = Pointer(page);
        pointer.hover(at).await?;
        page.wait_for_text("#heat-map .readout", desk::input("vocational_share")?.spec().name.zh).await?;
        let read = page.text("#heat-map .readout").await?;
        pointer.press(at).await?;
        pointer.release(at).await?;
        let taken = desk::wait_for_scenario(page, "a cell is taken", |now| *now != scenario).await?;
        let Plotted::HeatMap(picture) = map(&present, quantity, goal) else { bail!("no map") };
        for (id, axis) in [("vocational_share", &picture.x), ("in_scope_share", &picture.y)] {
            let level = desk::value_in(&taken, id, YEAR)?;
            let said = axis.ticks.iter().find(|(tick, _)| (tick - level).abs() < 1e-9).context("a level of the map")?;
            ensure!(read.contains(&said.1), "the picture said \"{read}\", {id} became {level}");
        }
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "the cell is undone", |now| *now == scenario).await?;

        // Other levers.
        answers::choose(page, "#map-across", "hires").await?;
        answers::choose(page, "#map-up", "vocational_share").await?;
        answers::choose(page, "#subject", "students_per_teacher").await?;
        let quantity = Quantity::StudentsPerTeacher;
        let goal = goal_of(desk::outcome(&scenario)?.resolved(), quantity);
        let other = grid(&scenario, "hires", "vocational_share", quantity)?;
        answers::expect_plot(page, "#heat-map", &map(&other, quantity, goal), Lang::Zh).await
    })
}

#[test]
fn the_goal_of_the_map_is_drawn_where_it_is_typed() -> Result<()> {
    journey("the_goal_of_the_map", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Matters, Lang::Zh).await?;
        let quantity = Quantity::VocEnrolment;
        let present = grid(&scenario, "vocational_share", "in_scope_share", quantity)?;
        // What a picture tells counts the cells that meet the goal.
        let expect = async |goal| -> Result<()> {
            let plotted = map(&present, quantity, goal);
            answers::expect_plot(page, "#heat-map", &plotted, Lang::Zh).await?;
            desk::press(page, "#heat-map .table-toggle").await?;
            page.element("#heat-map canvas").await?;
            Ok(())
        };
        let option = |place| desk::option(phrases::GOAL, Lang::Zh, place);
        desk::centre(page, "#map-goal").await?;
        page.type_into("#map-goal", "about").await?;
        page.wait_for_text("#map-goal-fault", phrases::NOT_A_NUMBER.zh).await?;
        page.type_into("#map-goal", "2500").await?;
        expect(Some((Op::AtLeast, 2500.0))).await?;
        desk::press(page, &option(3)).await?;
        expect(Some((Op::AtMost, 2500.0))).await?;
        desk::press(page, &option(1)).await?;
        expect(None).await?;
        page.wait_for_none("#map-goal").await?;
        ensure!(desk::scenario(page).await?.is_untouched(), "a goal on a map changed the scenario");
        Ok(())
    })
}

#[test]
fn the_map_is_worked_by_keyboard_alone() -> Result<()> {
    journey("the_map_by_keyboard", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        answers::show(page, Screen::Matters, Lang::Zh).await?;
        let quantity = Quantity::VocEnrolment;
        let present = grid(&scenario, "vocational_share", "in_scope_share", quantity)?;
        let Plotted::HeatMap(picture) = map(&present, quantity, None) else { bail!("no map") };
        page.element("#heat-map canvas").await?.focus().await?;
        // The first key begins at the lowest levels of both; then each goes one cell on.
        page.press(Key::Home + "").await?;
        for _ in 0..3 {
            page.press(Key::Right + "").await?;
        }
        for _ in 0..2 {
            page.press(Key::Up + "").await?;
        }
        let (x, y) = (&picture.x.ticks[3].1, &picture.y.ticks[2].1);
        page.wait_for_text("#heat-map .readout", &format!("{} {x}，{} {y}", picture.x.name, picture.y.name)).await?;
        page.press(Key::Enter + "").await?;
        let wanted = chosen(&scenario, &present, 3, 2)?;
        let after = desk::wait_for_scenario(page, "both levers are those of the cell", |now| *now == wanted).await?;
        desk::expect_headline(page, &after, Layer::Base, YEAR, Lang::Zh).await?;
        page.press(Key::Control + "z").await?;
        desk::wait_for_scenario(page, "Ctrl+Z brings both levers back", |now| *now == scenario).await?;
        Ok(())
    })
}
