//! Several levers, several goals: answers are run again, and no is no.

mod scenarios;

use scenarios::input;
use voced_sim::solve::{Aim, Goal, Lever, Outcome, Several, Solution, When};
use voced_sim::{Layer, Op, Place, Quantity, Scenario, World};

fn world(region: &str, layer: Layer) -> World {
    Scenario::new(Place::shipped(region).expect("an area"), layer).resolve().expect("sound")
}

#[test]
fn smoke() {
    for (region, layer) in [
        ("laiwu", Layer::Base),
        ("laiwu", Layer::Plan),
        ("dezhou", Layer::Plan),
        ("hengyang", Layer::Plan),
        ("linping", Layer::Plan),
    ] {
        let world = world(region, layer);
        let last = world.scenario.horizon;
        let all = [
            "hires",
            "certification_rate",
            "education_surcharge_voc_share",
            "local_surcharge_voc_share",
            "vocational_share",
            "hires_professional_share",
        ];
        let levers: Vec<Lever> = all.iter().map(|id| world.lever(input(id))).collect();
        let goals = vec![
            Goal::of(Quantity::StudentsPerTeacher, Op::AtMost, 13.0, When::Year(last)),
            Goal::of(Quantity::BalanceCumulative, Op::AtLeast, 0.0, When::Every),
            Goal::of(Quantity::DoubleQualifiedShare, Op::AtLeast, 0.7, When::Year(last)),
            Goal::of(Quantity::VocShareOfIntake, Op::AtLeast, 0.41, When::Year(last)),
            Goal::of(Quantity::QuotaHeadroom, Op::AtLeast, -200.0, When::Every),
        ];
        let question = Several { levers, goals, aim: Aim::Nearest };
        let start = std::time::Instant::now();
        let solution = world.solve_several(&question).expect("sound");
        println!(
            "== {region} {layer:?} {:?} {:?} change {} missing {} runs {}",
            start.elapsed(),
            solution.outcome,
            solution.change,
            solution.missing,
            solution.runs
        );
        for s in &solution.levers {
            println!("  {} {:?} {} -> {} {:?}", s.input.id(), s.within, s.present, s.level, s.bound);
        }
        for g in &solution.goals {
            println!(
                "  {:?} {} {:?} {} : {:?} slack {:?} short {:?} binding {}",
                g.goal.metric,
                g.goal.op.id(),
                g.goal.value,
                g.year,
                g.result,
                g.slack,
                g.shortfall,
                g.binding
            );
        }
        println!("  {:?}", solution.conflict);
    }
}

#[test]
fn presets_smoke() {
    for region in voced_sim::Region::ids() {
        for layer in Layer::ALL {
            let world = world(region, layer);
            for preset in voced_sim::solve::Preset::ALL {
                let start = std::time::Instant::now();
                let Some(asked) = world.preset(preset) else {
                    println!("{region} {layer:?} {}: none", preset.id());
                    continue;
                };
                let built = start.elapsed();
                let solution = asked.solve(&world.scenario).expect("sound");
                println!(
                    "== {region} {layer:?} {} built {:?} total {:?} {:?} change {} missing {} runs {}",
                    preset.id(),
                    built,
                    start.elapsed(),
                    solution.outcome,
                    solution.change,
                    solution.missing,
                    solution.runs
                );
                for s in solution.levers.iter() {
                    println!("  {} {:?} {} -> {} {:?}", s.input.id(), s.within, s.present, s.level, s.bound);
                }
                for g in solution.goals.iter().filter(|g| g.binding || !g.is_met()) {
                    println!(
                        "  {} {} {:?} {} : {:?} slack {:?} short {:?} binding {}",
                        g.goal.metric.id(),
                        g.goal.op.id(),
                        g.goal.value,
                        g.year,
                        g.result,
                        g.slack,
                        g.shortfall,
                        g.binding
                    );
                }
                println!(
                    "  {:?} aside {:?}",
                    solution.conflict,
                    asked.aside.iter().map(|g| g.target.clone()).collect::<Vec<_>>()
                );
            }
        }
    }
}
