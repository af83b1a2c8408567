//! Many areas under one scenario.

use voced_analysis::many::{Goal, Question, STANDARDS, Set, Totals};
use voced_model::{Adds, Lang, Projection, Quantity};
use voced_scenario::{Area, AreaRef, Changes, Layer, Op, PathValue, ResolvedScenario, Scenario};

fn shipped() -> Vec<AreaRef> {
    Area::ids().map(|id| AreaRef::shipped(id).expect("ships")).collect()
}

fn scenario(id: &str, share: f64) -> Scenario {
    let mut scenario = Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Plan);
    let input = voced_model::InputId::find("vocational_share").expect("known");
    scenario.inputs.insert(input, PathValue::Constant(share));
    scenario.horizon = 2027;
    scenario
}

fn projected(scenario: &Scenario) -> (ResolvedScenario, Projection<f64>) {
    let resolved = scenario.resolve().expect("sound");
    let projection = resolved.project();
    (resolved, projection)
}

fn near(value: Option<f64>, wanted: Option<f64>, what: &str) {
    match (value, wanted) {
        (Some(value), Some(wanted)) => {
            assert!((value - wanted).abs() <= 1e-12 * wanted.abs().max(1e-9), "{what}: {value} is not {wanted}");
        }
        (value, wanted) => assert_eq!(value, wanted, "{what}"),
    }
}

#[test]
fn what_grows_with_an_area_is_summed_and_nothing_else() {
    for quantity in Quantity::ALL {
        let spec = quantity.spec();
        assert_eq!(spec.adds == Adds::Sum, spec.unit.is_extensive(), "{quantity}");
    }
}

/// Of one area, every ratio over its terms is the quantity itself: the table says what the equations do.
#[test]
fn of_one_area_the_total_is_the_area() {
    let mut ratios = 0;
    for area in shipped() {
        for layer in Layer::ALL {
            let (resolved, projection) = projected(&Scenario::new(area.clone(), layer));
            let mut totals = Totals::new(Quantity::ALL, resolved.scenario.years());
            totals.add(resolved.base_year(), &projection);
            for quantity in Quantity::ALL.iter().filter(|quantity| quantity.spec().adds != Adds::Apart) {
                ratios += usize::from(matches!(quantity.spec().adds, Adds::Ratio { .. }));
                for (t, year) in resolved.years().enumerate() {
                    let total = totals.total(*quantity, year);
                    near(total.value, projection.value(*quantity, t), &format!("{quantity} {year}"));
                }
            }
        }
    }
    assert!(ratios > 100, "{ratios}");
}

#[test]
fn sums_and_ratios_of_sums_over_areas_of_one_base_year() {
    let areas = ["laiwu", "dezhou"].map(|id| projected(&scenario(id, 0.4)));
    assert_eq!(areas[0].0.base_year(), areas[1].0.base_year());
    let mut totals =
        Totals::new(&[Quantity::Balance, Quantity::UsesPerStudent, Quantity::VocShareExclTechnical], 2020..=2027);
    areas.iter().for_each(|(resolved, projection)| totals.add(resolved.base_year(), projection));
    assert_eq!(totals.areas(), 2);
    let sum = |quantity: Quantity, t: usize| areas.iter().map(|(_, p)| p.value(quantity, t)).sum::<Option<f64>>();
    near(totals.total(Quantity::Balance, 2025).value, sum(Quantity::Balance, 5), "balance");
    let ratio =
        sum(Quantity::UsesTotal, 5).zip(sum(Quantity::VocStudentsAvg, 5)).map(|(uses, students)| uses / students);
    near(totals.total(Quantity::UsesPerStudent, 2025).value, ratio, "uses per student");
    let mean = sum(Quantity::UsesPerStudent, 5).map(|sum| sum / 2.0);
    assert_ne!(totals.total(Quantity::UsesPerStudent, 2025).value, mean, "no mean of ratios");
    assert_eq!(totals.total(Quantity::VocShareExclTechnical, 2025).value, None);
    // Flows have no value in the base year, and nothing has one beyond the years.
    assert_eq!(totals.total(Quantity::Balance, 2020).value, None);
    assert_eq!(totals.total(Quantity::Balance, 2020).lacking, 2);
    assert_eq!(totals.total(Quantity::Balance, 2030).value, None);
    let below: Vec<f64> =
        areas.iter().filter_map(|(_, p)| p.value(Quantity::Balance, 5)).filter(|v| *v < 0.0).collect();
    let total = totals.total(Quantity::Balance, 2025);
    assert_eq!((total.below, total.sum_below), (below.len(), below.iter().sum()));
}

#[test]
fn a_year_that_an_area_lacks_has_no_total() {
    let areas = shipped();
    let years: Vec<i32> = areas.iter().map(|area| area.area().base_year.value).collect();
    let (first, last) = (years.iter().copied().min().expect("any"), years.iter().copied().max().expect("any"));
    assert!(first < last, "areas of different base years ship");
    let question = Question {
        columns: vec![Quantity::VocEnrolment],
        line: Quantity::VocEnrolment,
        year: last,
        against: Layer::Base,
        goals: Vec::new(),
    };
    let answer = Set::new(areas).answer(&scenario("laiwu", 0.4), Changes::Absolute, &question);
    assert!(answer.rows.iter().all(Result::is_ok));
    let late = years.iter().filter(|year| **year > first).count();
    let total = answer.after.total(Quantity::VocEnrolment, first);
    assert_eq!((total.value, total.lacking), (None, late));
    assert!(answer.after.total(Quantity::VocEnrolment, last).value.is_some());
}

#[test]
fn every_row_is_the_run_of_its_area() {
    let scenario = scenario("laiwu", 0.45);
    let question = Question {
        columns: Quantity::ALL.to_vec(),
        line: Quantity::UsesTotal,
        year: 2026,
        against: Layer::Plan,
        goals: STANDARDS.to_vec(),
    };
    let mut set = Set::new(shipped());
    for changes in Changes::ALL {
        let answer = set.answer(&scenario, changes, &question);
        assert_eq!(set.answer(&scenario, changes, &question), answer, "what is kept changes nothing");
        for (area, row) in shipped().into_iter().zip(&answer.rows) {
            let row = row.as_ref().expect("sound");
            let carried = scenario.over(area.clone(), changes);
            let (resolved, projection) = projected(&carried.scenario);
            let without = Scenario { horizon: scenario.horizon, ..Scenario::new(area, Layer::Plan) };
            let (_, without) = projected(&without);
            let t = (2026 - resolved.base_year()) as usize;
            for (i, quantity) in Quantity::ALL.iter().enumerate() {
                assert_eq!(row.after[i], projection.value(*quantity, t));
                assert_eq!(row.before[i], without.value(*quantity, t));
            }
            assert_eq!(row.line.len(), resolved.model_inputs.years);
            assert_eq!(row.line[t], projection.value(Quantity::UsesTotal, t));
            assert_eq!(row.line_before[t], without.value(Quantity::UsesTotal, t));
            assert_eq!(row.notes, carried.notes);
            let verdicts = resolved.verdicts(&projection);
            let met = verdicts.iter().filter(|(_, verdict)| verdict.status.id() == "met").count();
            assert_eq!(row.targets.met, met);
            assert_eq!(row.goals[0], projection.value(Quantity::TeacherGap, t).map(|gap| gap <= 0.0));
            assert_eq!(row.goals[3], projection.value(Quantity::BalanceCumulative, t).map(|balance| balance >= 0.0));
        }
    }
}

#[test]
fn an_area_that_cannot_follow_is_left_out_and_says_why() {
    let mut scenario = scenario("laiwu", 0.4);
    // Beyond the years that the area with the earliest base year allows, but not the others.
    let years: Vec<i32> = shipped().iter().map(|area| area.area().base_year.value).collect();
    let first = years.iter().copied().min().expect("any");
    scenario.horizon = first + voced_model::MAX_HORIZON as i32 + 1;
    let question = Question {
        columns: vec![Quantity::VocEnrolment],
        line: Quantity::VocEnrolment,
        year: 2025,
        against: Layer::Base,
        goals: Vec::new(),
    };
    let answer = Set::new(shipped()).answer(&scenario, Changes::Absolute, &question);
    let sound: Vec<f64> = answer.rows.iter().flatten().filter_map(|row| row.after[0]).collect();
    assert_eq!(sound.len(), years.iter().filter(|year| **year > first).count());
    assert_eq!(answer.after.areas(), sound.len());
    assert_eq!(answer.after.total(Quantity::VocEnrolment, 2025).value, Some(sound.iter().sum()));
    let out = answer.rows.iter().find_map(|row| row.as_ref().err()).expect("left out");
    assert!(out.lines(Lang::En)[0].contains("horizon"), "{:?}", out.lines(Lang::En));
    assert!(!out.lines(Lang::Zh).is_empty());
}

#[test]
fn goals_read_as_sentences() {
    let goal = Goal { quantity: Quantity::StudentsPerTeacher, op: Op::AtMost, value: 20.0 };
    assert_eq!(goal.text(Lang::En), "Students per teacher at most 20");
    assert_eq!(goal.text(Lang::Zh), "生师比不高于20");
}
