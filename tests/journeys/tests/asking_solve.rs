//! The screen "What would it take?": the questions often asked, their answers, and answers taken over.

use anyhow::{Context, Result, ensure};
use journeys::{Language, Page, View, journey};
use voced_analysis::solve;
use voced_analysis::solve::{Asked, Feasibility, Goal, Preset, Solution, When};
use voced_model::{InputId, Lang, Quantity, format};
use voced_scenario::{Layer, Metric, Op, PathValue, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::features::goal_seek::view_model::{goal_text, shown};
use voced_whatif::phrases;

use crate::{answers, desk};

/// Waits until the answer on the page is that of the model: the verdict, what stands in the way, every
/// lever, every goal.
pub async fn expect_answer(
    page: &Page,
    scenario: &Scenario,
    asked: &Asked,
    solution: &Solution,
    lang: Lang,
) -> Result<()> {
    let outcome = desk::outcome(scenario)?;
    let answer = shown(solution, asked, outcome.resolved(), lang);
    page.wait_for_text("#solution .verdict-line", &answer.verdict).await?;
    // A question of other conditions says so, and its "now" is its own.
    if asked.is_elsewhere() {
        page.wait_for_text("#solution .asked-elsewhere", &answer.base).await?;
        page.wait_for_text("#solution .table-box:nth-of-type(1) thead", answer.now.get(lang)).await?;
    }
    let reasons: Vec<String> = page
        .run("return [...document.querySelectorAll('#solution .reasons li')].map((one) => one.textContent)")
        .await?;
    ensure!(reasons == answer.reasons, "the page gives the reasons {reasons:?}, the model {:?}", answer.reasons);
    let levers: Vec<Vec<String>> = answer
        .levers
        .iter()
        .map(|row| {
            let name = row.input.spec().name.get(lang);
            let exact = row.exact.as_deref().unwrap_or_default();
            let level = format!("{}{}{exact}", row.level, row.bound.unwrap_or_default());
            vec![name.to_owned(), row.present.clone(), level, row.change.clone()]
        })
        .collect();
    answers::expect_rows(page, "#solution .table-box:nth-of-type(1)", &levers).await?;
    let goals: Vec<Vec<String>> = answer
        .goals
        .iter()
        .map(|row| {
            let met = if row.is_met { phrases::SHOW_MET } else { phrases::SHOW_MISSED }.get(lang);
            let binding = if row.is_binding { phrases::BINDING.get(lang) } else { "" };
            vec![row.goal.clone(), row.result.clone(), format!("{met}{binding}"), row.slack.clone()]
        })
        .collect();
    answers::expect_rows(page, "#solution .table-box:nth-of-type(2)", &goals).await?;
    let offered = !page.elements("#take-over").await?.is_empty();
    ensure!(offered == answer.moves, "there is {} to take over", if answer.moves { "something" } else { "nothing" });
    Ok(())
}

/// Whether a goal for a result holds in a scenario, judged by the results alone.
fn holds(scenario: &Scenario, goal: &Goal) -> Result<bool> {
    let Metric::Quantity(quantity) = goal.metric else { return Ok(true) };
    let outcome = desk::outcome(scenario)?;
    let years = match goal.when {
        When::Year(year) => year..=year,
        When::Every => scenario.base_year() + 1..=scenario.horizon,
    };
    for year in years {
        let value = outcome.value(quantity, year).with_context(|| format!("no {} in {year}", quantity.id()))?;
        let room = 1e-6 * goal.value.abs().max(1.0);
        let is_met = match goal.op {
            Op::AtLeast => value >= goal.value - room,
            Op::AtMost => value <= goal.value + room,
            // How near is near enough, the targets themselves say.
            Op::Equal | Op::About => true,
        };
        if !is_met {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two scenarios are the same but for the last digits of levels that a search came upon.
pub fn is_same(one: &Scenario, other: &Scenario) -> bool {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
    let bare = |scenario: &Scenario| Scenario { inputs: Default::default(), ..scenario.clone() };
    let is_level = |(input, value): (&InputId, &PathValue)| {
        other.inputs.get(input).is_some_and(|known| {
            let (one, other) = (value.numbers(), known.numbers());
            one.len() == other.len() && one.iter().zip(&other).all(near)
        })
    };
    bare(one) == bare(other) && one.inputs.len() == other.inputs.len() && one.inputs.iter().all(is_level)
}

/// Takes the answer over and steps back again.
pub async fn expect_taken_over(page: &Page, scenario: &Scenario, asked: &Asked, solution: &Solution) -> Result<()> {
    desk::press(page, "#take-over").await?;
    let wanted = solution.apply(&asked.scenario(scenario));
    let after = desk::wait_for_scenario(page, "the answer is in it", |now| is_same(now, &wanted)).await?;
    desk::expect_headline(page, &after, Layer::Base, after.horizon, Lang::Zh).await?;
    if solution.outcome == Feasibility::Met {
        for goal in &asked.question.goals {
            ensure!(holds(&after, goal)?, "taken over, the answer misses {goal:?}");
        }
        let again = asked.solve_in_steps(&after).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
        ensure!(again.missing == 0.0, "asked of the answer itself, something is missing: {again:?}");
    }
    // The answer belongs to the scenario it was asked of, and says so.
    page.wait_for_text("#solution", phrases::ASKED_EARLIER.zh).await?;
    page.click("#undo").await?;
    desk::wait_for_scenario(page, "one step back brings everything back", |now| now == scenario).await?;
    Ok(())
}

/// Asks every question of the list that an area has.
async fn expect_presets(page: &Page, area: &str) -> Result<()> {
    let scenario =
        desk::wait_for_scenario(page, &format!("{area} is shown"), |scenario| scenario.area().id == area).await?;
    answers::show(page, Screen::Solve, Lang::Zh).await?;
    let outcome = desk::outcome(&scenario)?;
    let presets = solve::presets(outcome.resolved());
    ensure!(presets.len() > 2, "{area} has only the questions {presets:?}");
    let offered: Vec<String> =
        page.run("return [...document.querySelectorAll('.presets button')].map((one) => one.textContent)").await?;
    ensure!(offered.iter().eq(presets.iter().map(|preset| preset.words().zh)), "{area} offers {offered:?}");
    for preset in presets {
        let asked = solve::preset_question(outcome.resolved(), preset).context("a question that makes no sense")?;
        let solution = asked.solve_in_steps(&scenario).map_err(|faults| anyhow::anyhow!("{preset:?}: {faults:?}"))?;
        desk::press(page, &format!("#preset-{}", preset.id())).await?;
        expect_answer(page, &scenario, &asked, &solution, Lang::Zh).await.with_context(|| preset.id())?;
        // The question stands in the form, to be read and changed.
        let levers = page.elements(".question fieldset:nth-of-type(1) li").await?.len();
        let goals = page.elements(".question fieldset:nth-of-type(2) li").await?.len();
        let put = (asked.question.levers.len(), asked.question.goals.len());
        ensure!(
            (levers, goals) == put,
            "{}: {levers} levers and {goals} goals are in the form, not {put:?}",
            preset.id()
        );
        for goal in &asked.aside {
            page.wait_for_text("#solution", &goal_text(goal, outcome.resolved(), Lang::Zh)).await?;
        }
        if solution.levers.iter().any(|setting| setting.moves()) {
            expect_taken_over(page, &scenario, &asked, &solution).await.with_context(|| preset.id())?;
        }
    }
    Ok(())
}

#[test]
fn every_question_of_the_list_is_answered_for_laiwu() -> Result<()> {
    journey("every_question_for_laiwu", View::desktop(Language::Chinese), async |page| {
        expect_presets(page, "laiwu").await
    })
}

#[test]
fn every_question_of_the_list_is_answered_for_dezhou() -> Result<()> {
    journey("every_question_for_dezhou", View::desktop(Language::Chinese), async |page| {
        desk::press(page, "nav.areas button:nth-of-type(2)").await?;
        expect_presets(page, "dezhou").await
    })
}

#[test]
fn the_ratio_of_the_board_is_met_once_the_answer_is_taken_over() -> Result<()> {
    journey("the_ratio_is_met", View::desktop(Language::Chinese), async |page| {
        // Many more students than the plan has, and no more teachers.
        desk::drag_slider(page, "vocational_share", 0.95).await?;
        let base = desk::wait_for_scenario(page, "the share is 95 %", |scenario| !scenario.is_untouched()).await?;
        let ratio = |scenario: &Scenario| -> Result<f64> {
            desk::outcome(scenario)?.value(Quantity::StudentsPerTeacher, 2025).context("no ratio")
        };
        ensure!(ratio(&base)? > 20.0, "this test needs too few teachers");
        answers::show(page, Screen::Solve, Lang::Zh).await?;
        desk::press(page, &format!("#preset-{}", Preset::Ratio.id())).await?;
        desk::press(page, "#take-over").await?;
        let after = desk::wait_for_scenario(page, "the answer is in it", |now| *now != base).await?;
        ensure!(ratio(&after)? <= 20.0 + 1e-9, "taken over, there are {} students per teacher", ratio(&after)?);
        // What a search came upon is shown without the digits that nobody would type.
        let unit = desk::input("hires")?.spec().unit;
        let hires = format::useful(desk::value_in(&after, "hires", 2025)?, unit);
        let field: String = page.run("return document.querySelector('#field-hires').value").await?;
        let near = (desk::read_number(&field)? - hires).abs() < 1e-6;
        ensure!(near, "the lever shows {field} hires, the answer was {hires}");
        desk::expect_headline(page, &after, Layer::Base, 2025, Lang::Zh).await
    })
}
