//! The questions of the list: each is answered for every area it makes sense for, or is said not to be.

mod several;

use several::{every, input, resolved, stands};
use voced_analysis::solve;
use voced_analysis::solve::{Asked, Feasibility, Preset, Solution};
use voced_model::Quantity;
use voced_scenario::{Area, Layer, Op, ResolvedScenario, Scenario};

fn answered(resolved: &ResolvedScenario, preset: Preset) -> Option<(Asked, Scenario, Solution)> {
    let asked = solve::preset_question(resolved, preset)?;
    let scenario = asked.scenario(&resolved.scenario);
    let resolved = scenario.resolve().expect("a sound scenario");
    let solution = asked.solve(&resolved.scenario).expect("a sound question");
    stands(&resolved, &asked.question, &solution);
    Some((asked, scenario, solution))
}

#[test]
fn every_area_has_its_questions_and_every_answer_stands() {
    for area in Area::ids() {
        let resolved = resolved(area, Layer::Plan);
        let known = solve::presets(&resolved);
        for preset in Preset::ALL {
            let answer = answered(&resolved, preset);
            assert_eq!(answer.is_some(), known.contains(&preset), "{area} {}", preset.id());
            let Some((asked, _, solution)) = answer else { continue };
            if let Some(conflict) = &solution.conflict {
                assert!(!conflict.together.is_empty(), "{area} {}", preset.id());
            }
            assert!(asked.aside.iter().all(|goal| goal.target.is_some()));
        }
    }
    // What makes no sense is not asked: only Laiwu's plan names teachers, the country has no plan.
    let asks = |area: &str, preset: Preset| solve::preset_question(&resolved(area, Layer::Plan), preset).is_some();
    assert!(asks("laiwu", Preset::PlanTeachers) && !asks("dezhou", Preset::PlanTeachers));
    assert!(!asks("national", Preset::MeetPlan) && asks("national", Preset::Ratio));
}

#[test]
fn without_a_projected_year_there_is_nothing_to_ask() {
    let mut scenario = resolved("laiwu", Layer::Plan).scenario;
    scenario.horizon = scenario.base_year();
    assert!(solve::presets(&scenario.resolve().expect("sound")).is_empty());
}

#[test]
fn hires_reach_the_ratio_and_the_plan() {
    let hengyang = resolved("hengyang", Layer::Plan);
    let (_, scenario, solution) = answered(&hengyang, Preset::Ratio).expect("asked");
    assert_eq!(solution.outcome, Feasibility::Met);
    let after = solution.apply(&scenario).resolve().expect("sound").project();
    let ratio = after.value(Quantity::StudentsPerTeacher, 4).expect("a ratio");
    assert!((ratio - 20.0).abs() < 1e-9, "{ratio}: no more hires than needed");

    let laiwu = resolved("laiwu", Layer::Base);
    let (_, scenario, solution) = answered(&laiwu, Preset::PlanTeachers).expect("asked");
    let after = solution.apply(&scenario).resolve().expect("sound").project();
    let teachers = after.value(Quantity::Teachers, 2).expect("teachers");
    assert!((teachers - 230.0).abs() < 1e-9, "{teachers} in 2022");
}

#[test]
fn the_surcharges_close_the_gap_and_no_more() {
    for area in ["hengyang", "linping"] {
        let resolved = resolved(area, Layer::Plan);
        assert!(!several::is_met(&resolved, &every(Quantity::BalanceCumulative, Op::AtLeast, 0.0)));
        let (_, scenario, solution) = answered(&resolved, Preset::CloseGap).expect("asked");
        assert_eq!(solution.outcome, Feasibility::Met, "{area}");
        let after = solution.apply(&scenario).resolve().expect("sound").project();
        let least = after.series(Quantity::BalanceCumulative)[1..].iter().copied().fold(f64::INFINITY, f64::min);
        assert!((-0.01..1.0).contains(&least), "{area}: {least} yuan left at least");
    }
}

#[test]
fn the_whole_plan_is_met_but_for_what_is_set_aside() {
    for area in ["laiwu", "dezhou", "linping"] {
        for layer in Layer::ALL {
            let resolved = resolved(area, layer);
            let (asked, scenario, solution) = answered(&resolved, Preset::MeetPlan).expect("asked");
            assert_ne!(solution.outcome, Feasibility::No, "{area} {layer:?}");
            let after = solution.apply(&scenario).resolve().expect("sound");
            let aside: Vec<&str> = asked.aside.iter().filter_map(|goal| goal.target.as_deref()).collect();
            for (target, verdict) in after.verdicts(&after.project()) {
                let is_met = verdict.status.holds();
                assert_ne!(is_met, aside.contains(&target.id.as_str()), "{area} {layer:?} {}", target.id);
            }
            assert!(several::is_met(&after, &every(Quantity::BalanceCumulative, Op::AtLeast, 0.0)));
        }
    }
    // 90 of 100 master teachers are planned: no lever of the model changes that.
    let dezhou = solve::preset_question(&resolved("dezhou", Layer::Plan), Preset::MeetPlan).expect("asked");
    assert!(dezhou.aside.iter().any(|goal| goal.target.as_deref() == Some("DZ-057")));
}

#[test]
fn the_highest_share_fills_places_or_staff_to_the_limit() {
    let hangzhou = resolved("hangzhou", Layer::Plan);
    let (asked, scenario, solution) = answered(&hangzhou, Preset::HighestShare).expect("asked");
    assert_eq!(solution.outcome, Feasibility::Met);
    let after = solution.apply(&scenario).resolve().expect("sound").project();
    // Hires replace those who leave: the staff stays what it is.
    let teachers = after.series(Quantity::Teachers);
    assert!(teachers.iter().all(|now| (now - teachers[0]).abs() < 1e-6), "{teachers:?}");
    let room = (1..after.years()).map(|t| after.get(Quantity::Seats, t) - after.get(Quantity::VocEnrolment, t));
    let least = room.fold(f64::INFINITY, f64::min);
    assert!((-1e-3..1e-3).contains(&least), "{least} places left");
    assert_eq!(asked.supposed.iter().filter(|(id, _)| *id == input("vocational_share")).count(), 1);
    // Where a rule forbids it, the rule is named.
    let dezhou = resolved("dezhou", Layer::Plan);
    let (_, _, solution) = answered(&dezhou, Preset::HighestShare).expect("asked");
    assert_eq!(solution.conflict.expect("a conflict").rules, [input("general_freeze")]);
}
