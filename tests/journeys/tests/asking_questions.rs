//! The screen "What would it take?": questions of one's own.

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_analysis::solve;
use voced_analysis::solve::{Aim, Asked, Feasibility, Goal, GoalSeek, Lever, Solution, When};
use voced_model::{Lang, Quantity};
use voced_scenario::{Metric, Op, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::phrases;

use crate::asking_solve::{expect_answer, expect_taken_over, is_same};
use crate::{answers, desk};

fn ask(scenario: &Scenario, question: GoalSeek) -> Result<(Asked, Solution)> {
    let asked = Asked { supposed: Vec::new(), question, aside: Vec::new() };
    let solution = asked.solve_in_steps(scenario).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    Ok((asked, solution))
}

/// Puts the text into a field of the form and waits until it is taken.
async fn enter(page: &Page, css: &str, text: &str) -> Result<()> {
    desk::centre(page, css).await?;
    page.type_into(css, text).await?;
    page.wait_for_none(&format!("{css}-fault")).await
}

#[test]
fn what_can_not_be_done_is_said_with_what_stands_in_the_way() -> Result<()> {
    journey("what_can_not_be_done", View::desktop(Language::English), async |page| {
        let plan = desk::scenario(page).await?;
        answers::show(page, Screen::Solve, Lang::En).await?;
        let disabled = "return document.querySelector('#ask-now').disabled";
        ensure!(page.run::<bool>(disabled).await?, "a question without levers and goals can be asked");
        answers::choose(page, "#add-lever", "hires").await?;
        answers::choose(page, "#add-goal", "teachers").await?;
        page.wait_for_script(&format!("{disabled} === false")).await?;
        enter(page, "#solve-low-hires", "0").await?;
        // Ends must lie in order, and within what the lever allows.
        page.type_into("#solve-high-hires", "-1").await?;
        page.wait_for_text("#solve-high-hires-fault", phrases::OUT_OF_RANGE.en).await?;
        enter(page, "#solve-high-hires", "0").await?;
        enter(page, "#solve-goal-0", "100000").await?;
        desk::press(page, "#ask-now").await?;
        let hires = Lever { input: desk::input("hires")?, within: (0.0, 0.0) };
        let goal = Goal::of(Quantity::Teachers, Op::AtLeast, 100_000.0, When::Year(plan.horizon));
        let question = GoalSeek { levers: vec![hires], goals: vec![goal], aim: Aim::Nearest };
        let (asked, solution) = ask(&plan, question)?;
        ensure!(solution.outcome == Feasibility::No, "100,000 teachers are found without hires");
        expect_answer(page, &plan, &asked, &solution, Lang::En).await?;
        page.wait_for_text("#solution .verdict-line", phrases::UNSOLVED.en).await?;
        page.wait_for_text("#solution .reasons", phrases::CANNOT_ALONE.en).await?;
        page.wait_for_text("#solution .reasons", "100,000").await?;
        ensure!(desk::scenario(page).await? == plan, "a question changed the scenario");

        // Two goals that exclude each other: both are named.
        page.click_named(&format!("{} {}", phrases::REMOVE.en, hires.input.spec().name.en)).await?;
        answers::choose(page, "#add-lever", "hires").await?;
        enter(page, "#solve-goal-0", "250").await?;
        answers::choose(page, "#add-goal", "teachers").await?;
        enter(page, "#solve-goal-1", "230").await?;
        answers::choose(page, ".question fieldset:nth-of-type(2) li:nth-of-type(2) select", Op::AtMost.id()).await?;
        desk::press(page, "#ask-now").await?;
        let lever = solve::lever(desk::outcome(&plan)?.resolved(), desk::input("hires")?);
        let year = When::Year(plan.horizon);
        let goals = vec![
            Goal::of(Quantity::Teachers, Op::AtLeast, 250.0, year),
            Goal::of(Quantity::Teachers, Op::AtMost, 230.0, year),
        ];
        let (asked, solution) = ask(&plan, GoalSeek { levers: vec![lever], goals, aim: Aim::Nearest })?;
        expect_answer(page, &plan, &asked, &solution, Lang::En).await?;
        page.wait_for_text("#solution .reasons", phrases::CANNOT_TOGETHER.en).await
    })
}

#[test]
fn a_target_of_the_plan_and_the_highest_level_can_be_asked_for() -> Result<()> {
    journey("the_highest_level", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        answers::show(page, Screen::Solve, Lang::Zh).await?;
        answers::choose(page, "#add-lever", "vocational_share").await?;
        answers::choose(page, "#add-goal", "students_per_teacher").await?;
        answers::choose(page, ".question fieldset:nth-of-type(2) li:nth-of-type(1) select", Op::AtMost.id()).await?;
        enter(page, "#solve-goal-0", "18").await?;
        // The aims: the smallest change, then the highest and the lowest of each lever.
        answers::choose(page, "#aim", "1").await?;
        desk::press(page, "#ask-now").await?;
        let outcome = desk::outcome(&plan)?;
        let share = solve::lever(outcome.resolved(), desk::input("vocational_share")?);
        let goal = Goal::of(Quantity::StudentsPerTeacher, Op::AtMost, 18.0, When::Year(plan.horizon));
        let question = GoalSeek { levers: vec![share], goals: vec![goal.clone()], aim: Aim::Highest(share.input) };
        let (asked, solution) = ask(&plan, question.clone())?;
        expect_answer(page, &plan, &asked, &solution, Lang::Zh).await?;
        expect_taken_over(page, &plan, &asked, &solution).await?;

        let targets = plan.area().targets.iter().map(|target| Goal::target(target, plan.horizon));
        let target = targets.into_iter().find(|goal| matches!(goal.metric, Metric::Quantity(_)));
        let target = target.context("the plan has no target for a result")?;
        answers::choose(page, "#add-target", "0").await?;
        page.element("#solve-goal-1").await?;
        desk::press(page, "#ask-now").await?;
        let (asked, solution) = ask(&plan, GoalSeek { goals: vec![goal, target], ..question })?;
        expect_answer(page, &plan, &asked, &solution, Lang::Zh).await
    })
}

/// Chooses a line of a list by its place, by keys alone: the first arrow opens the list and adds nothing.
async fn choose_by_keys(page: &Page, css: &str, place: usize) -> Result<()> {
    page.element(css).await?.focus().await?;
    for _ in 0..=place {
        page.press(Key::Down + "").await?;
    }
    page.press(Key::Enter + "").await
}

#[test]
fn a_question_is_put_and_its_answer_taken_by_keyboard_alone() -> Result<()> {
    journey("a_question_by_keyboard", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        page.element(&desk::option(phrases::SCREENS, Lang::Zh, 5)).await?.focus().await?;
        page.press(Key::Enter + "").await?;
        // The first line of each list says what it adds.
        let place = |css: &'static str, id: &'static str| async move {
            let script = format!(
                "return [...document.querySelectorAll('{css} option')].findIndex((one) => one.value === '{id}')"
            );
            page.element(css).await?;
            let place: i64 = page.run(&script).await?;
            usize::try_from(place).with_context(|| format!("{css} has no line {id}"))
        };
        choose_by_keys(page, "#add-lever", place("#add-lever", "hires").await?).await?;
        page.element("#solve-low-hires").await?;
        ensure!(page.elements(".question fieldset:nth-of-type(1) li").await?.len() == 1, "more than one lever came");
        choose_by_keys(page, "#add-goal", place("#add-goal", "teachers").await?).await?;
        page.element("#solve-goal-0").await?.focus().await?;
        page.press(Key::Control + "a").await?;
        page.press("290").await?;
        page.press(Key::Enter + "").await?;
        page.element("#ask-now").await?.focus().await?;
        page.press(Key::Enter + "").await?;
        let lever = solve::lever(desk::outcome(&plan)?.resolved(), desk::input("hires")?);
        let goal = Goal::of(Quantity::Teachers, Op::AtLeast, 290.0, When::Year(plan.horizon));
        let (asked, solution) = ask(&plan, GoalSeek { levers: vec![lever], goals: vec![goal], aim: Aim::Nearest })?;
        expect_answer(page, &plan, &asked, &solution, Lang::Zh).await?;
        ensure!(solution.outcome == Feasibility::Met, "this test needs an answer: {solution:?}");
        page.element("#take-over").await?.focus().await?;
        page.press(Key::Enter + "").await?;
        let wanted = solution.apply(&plan);
        desk::wait_for_scenario(page, "the answer is in it", |now| is_same(now, &wanted)).await?;
        Ok(())
    })
}
