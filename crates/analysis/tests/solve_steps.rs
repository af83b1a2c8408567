//! Answers in whole steps of the levers: they stand, are as near as steps allow, and leave alone what they must.

mod several;

use several::{goal, lever, nearest, resolved, stands};
use voced_analysis::solve;
use voced_analysis::solve::{Aim, Feasibility, GoalSeek};
use voced_model::{InputId, Quantity};
use voced_scenario::{Area, Layer, Op};

#[test]
fn every_question_of_the_list_has_an_answer_in_steps_that_stands() {
    let mut moved = 0;
    for area in Area::ids() {
        let resolved = resolved(area, Layer::Plan);
        for preset in solve::presets(&resolved) {
            let asked = solve::preset_question(&resolved, preset).expect("listed");
            let supposed = asked.scenario(&resolved.scenario).resolve().expect("sound");
            let exact = asked.solve(&resolved.scenario).expect("a sound question");
            let answer = solve::in_steps(&supposed, &asked.question, exact.clone());
            stands(&supposed, &asked.question, &answer);
            assert_eq!(answer.outcome, exact.outcome);
            if !answer.is_in_steps() {
                continue;
            }
            moved += 1;
            for (setting, before) in answer.levers.iter().zip(&exact.levers) {
                let reach = supposed.scenario.reach(setting.input);
                assert_eq!(setting.exact, before.level);
                let steps = (setting.level - setting.exact).abs() / reach.step;
                assert!(steps <= 3.0, "{area} {}: {} is {steps} steps off", preset.id(), setting.input.id());
                if setting.level != setting.exact {
                    assert_eq!(reach.whole(setting.level), setting.level, "{} is no whole step", setting.input.id());
                }
            }
            // Nothing that meets every goal is nearer than the exact answer, but for dust.
            if asked.question.aim == Aim::Nearest {
                assert!(answer.change >= exact.change - 1e-6, "{} < {}", answer.change, exact.change);
            }
        }
    }
    assert!(moved > 3, "only {moved} answers were moved to whole steps");
}

#[test]
fn a_level_beyond_the_end_of_its_slider_is_a_whole_step_too() {
    let resolved = resolved("laiwu", Layer::Plan);
    let hires = InputId::find("hires").expect("known");
    let end = resolved.scenario.reach(hires).max;
    let goal = goal(Quantity::Teachers, Op::AtLeast, 230.0 + 4.5 * end);
    let question = nearest(&[lever("hires", 0.0, 10.0 * end)], &[goal]);
    let exact = solve::solve_several(&resolved, &question).expect("a sound question");
    let answer = solve::in_steps(&resolved, &question, exact.clone());
    stands(&resolved, &question, &answer);
    let (level, just) = (answer.levers[0].level, exact.levers[0].level);
    assert!(just > end && just.fract() != 0.0, "this test needs an answer beyond {end} between steps, not {just}");
    assert_eq!(level, just.ceil());
}

#[test]
fn one_lever_goes_to_the_first_step_that_is_enough() {
    let resolved = resolved("laiwu", Layer::Plan);
    let question = nearest(&[lever("hires", 0.0, 200.0)], &[goal(Quantity::Teachers, Op::AtLeast, 290.0)]);
    let exact = solve::solve_several(&resolved, &question).expect("a sound question");
    let answer = solve::in_steps(&resolved, &question, exact.clone());
    stands(&resolved, &question, &answer);
    let (level, just) = (answer.levers[0].level, exact.levers[0].level);
    assert!(just.fract() != 0.0, "this test needs an answer between two steps, not {just}");
    assert_eq!((level, answer.levers[0].exact), (just.ceil(), just));
    // The other way round it is the step below.
    let question = GoalSeek {
        aim: Aim::Highest(InputId::find("hires").expect("known")),
        ..nearest(&[lever("hires", 0.0, 200.0)], &[goal(Quantity::Teachers, Op::AtMost, 290.0)])
    };
    let exact = solve::solve_several(&resolved, &question).expect("a sound question");
    let answer = solve::in_steps(&resolved, &question, exact.clone());
    stands(&resolved, &question, &answer);
    assert_eq!(answer.levers[0].level, exact.levers[0].level.floor());
}

#[test]
fn where_no_step_is_near_enough_the_exact_answer_stays() {
    let resolved = resolved("laiwu", Layer::Plan);
    // Exactly so many teachers: no whole number of hires gives them.
    let question = nearest(&[lever("hires", 0.0, 200.0)], &[goal(Quantity::Teachers, Op::Equal, 300.0)]);
    let exact = solve::solve_several(&resolved, &question).expect("a sound question");
    assert_eq!(exact.outcome, Feasibility::Met);
    assert_eq!(solve::in_steps(&resolved, &question, exact.clone()), exact);
    // A no and a question that asks for no change are left alone too.
    let impossible = nearest(&[lever("hires", 0.0, 5.0)], &[goal(Quantity::Teachers, Op::AtLeast, 9_000.0)]);
    let no = solve::solve_several(&resolved, &impossible).expect("a sound question");
    assert_eq!(solve::in_steps(&resolved, &impossible, no.clone()), no);
}
