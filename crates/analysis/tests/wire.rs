//! Questions and answers come through between two threads as they went.

use std::fmt::Debug;
use std::ops::ControlFlow;
use voced_analysis::{attribution, calibration, sensitivity, solve, uncertainty};

use serde::Serialize;
use serde::de::DeserializeOwned;
use voced_analysis::attribution::PAIRS;
use voced_analysis::sensitivity::{Axis, GridQuestion};
use voced_analysis::solve::Preset;
use voced_analysis::uncertainty::{Band, Chance, Question};
use voced_model::{Allowed, InputId, Lang, Quantity, Unit};
use voced_scenario::{
    AreaRef, Curve, Fault, Layer, Metric, Op, PathValue, Problem, Range, ResolvedScenario, Scenario, ValueOrigin,
};

fn resolved(area: &str, layer: Layer) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), layer).resolve().expect("sound")
}

fn through<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let bytes = postcard::to_allocvec(value).expect("it leaves");
    postcard::from_bytes(&bytes).expect("it arrives")
}

fn travels<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
    assert_eq!(through(&value), value);
}

#[test]
fn inputs_and_quantities_go_as_their_positions_and_no_other_position_is_taken() {
    InputId::all().for_each(travels);
    Quantity::ALL.iter().copied().for_each(travels);
    assert_eq!(postcard::to_allocvec(&Quantity::Balance), postcard::to_allocvec(&(Quantity::Balance as u16)));
    for beyond in [InputId::COUNT.max(Quantity::COUNT), 255, 256, 65_535] {
        let bytes = postcard::to_allocvec(&(beyond as u16)).expect("a number");
        assert!(postcard::from_bytes::<InputId>(&bytes).is_err(), "input {beyond}");
        assert!(postcard::from_bytes::<Quantity>(&bytes).is_err(), "quantity {beyond}");
    }
    let beyond = InputId::COUNT.to_string();
    let said = serde_json::from_str::<InputId>(&beyond).expect_err("no such input").to_string();
    assert!(said.starts_with(&format!("no input has the index {beyond}")), "{said}");
    let beyond = Quantity::COUNT.to_string();
    let said = serde_json::from_str::<Quantity>(&beyond).expect_err("no such quantity").to_string();
    assert!(said.starts_with(&format!("no quantity has the index {beyond}")), "{said}");
}

#[test]
fn values_and_goals_travel() {
    travels(PathValue::Constant(-0.0));
    travels(PathValue::Points(vec![(2021, 0.1 + 0.2), (2025, f64::INFINITY)]));
    for curve in Curve::ALL {
        travels(PathValue::Ramp { start: 1.0, end: 2.0, start_year: None, end_year: 2025, curve });
    }
    Op::ALL.into_iter().for_each(travels);
    Lang::ALL.into_iter().for_each(travels);
    [ValueOrigin::Default, ValueOrigin::Base, ValueOrigin::Plan, ValueOrigin::Own].into_iter().for_each(travels);
    for id in ["balance", "hires", "deliverable:new_programmes"] {
        travels(Metric::find(id).expect("a metric"));
    }
    travels(Range { low: None, high: Some(3.0) });
}

#[test]
fn an_absent_value_stays_absent_and_nan_stays_nan() {
    travels(Band { levels: None, known_share: 0.0, sides: [0.0; 2] });
    let band = Band { levels: Some([f64::NAN, -0.0, 1.0, f64::MAX, f64::NAN]), known_share: 0.5, sides: [0.25, 0.75] };
    let arrived = through(&band).levels.expect("levels");
    assert_eq!(arrived.map(f64::to_bits), band.levels.map(|levels| levels.map(f64::to_bits)).expect("levels"));
    travels(Chance { judged: 1_000_000, met: 0 });
}

#[test]
fn answers_travel() {
    for area in ["laiwu", "dezhou"] {
        let (base, plan) = (resolved(area, Layer::Base), resolved(area, Layer::Plan));
        travels(uncertainty::uncertain(&plan));
        travels(uncertainty::draws(&plan, 50, &[Quantity::Balance]).bands(Quantity::Balance));
        let question =
            Question { draws: 50, bands: Quantity::ALL.to_vec(), histograms: vec![Quantity::Balance], year: None };
        travels(uncertainty::study(&plan, None, &question, |_| ControlFlow::Continue(())).expect("an answer"));
        travels(question);
        travels(sensitivity::swings(&plan, Quantity::Balance, 3));
        let question = Question { draws: 300, bands: vec![Quantity::Teachers], histograms: Vec::new(), year: None };
        travels(
            uncertainty::conditioned_study(&plan, None, &question, |_| ControlFlow::Continue(())).expect("an answer"),
        );
        travels(calibration::calibrate(&plan, &[InputId::find("hires").expect("an input")]));
        let axis = |id: &str| Axis { input: InputId::find(id).expect("an input"), ends: Some((0.0, 1.0)), levels: 9 };
        let (x, y) = (axis("vocational_share"), axis("progression_rate"));
        let question = GridQuestion { x, y, quantity: Quantity::Teachers, year: plan.base_year() };
        travels(sensitivity::grid(&plan, &question));
        travels(sensitivity::grid(&plan, &GridQuestion { y: x, ..question }));
        travels(question);
        travels(sensitivity::sobol_indices(&plan, Quantity::Balance, 3, 20));
        let year = plan.scenario.horizon;
        let found = attribution::attribute(&base, &plan, Quantity::Teachers, year, 5).expect("an answer");
        travels(found.account(&base, &plan, Quantity::Teachers, year, Lang::En));
        travels(attribution::attribute(&base, &plan, Quantity::BalanceCumulative, year, PAIRS.min(5)));
        travels(attribution::attribute(&base, &plan, Quantity::BalanceCumulative, year + 1, PAIRS));
    }
}

#[test]
fn a_refusal_travels() {
    let allowed = Allowed { min: 0.0, max: 1.0, whole: false, unit: Some(Unit::Share) };
    let problems = [
        Problem::Syntax { line: 1, column: 2, detail: "EOF".to_owned() },
        Problem::NoText,
        Problem::RepeatedKey { key: "a".to_owned() },
        Problem::NotFinite { allowed },
        Problem::OutOfRange { value: 2.0, allowed },
        Problem::NotWhole { value: 0.5, allowed: Allowed { unit: None, ..allowed } },
        Problem::PathForScalar { allowed },
        Problem::EmptyPath,
        Problem::UnsortedPath { year: 2020, after: 2021 },
        Problem::NotAYear { text: "MMXX".to_owned() },
        Problem::NewerSchema { found: 9.0, known: 1 },
        Problem::UnknownSchema { found: 0.0, known: 1 },
        Problem::TooMany { count: 4, max: 3 },
        Problem::RegionAndData,
        Problem::NoRegion,
        Problem::TooLong { length: 9, max: 8 },
        Problem::EndBeforeStart { start: 2022, end: 2021 },
        Problem::OtherArea,
        Problem::NoValue,
        Problem::NotPositive { value: 0.0 },
        Problem::ObservedTwice { first: "observed.0".to_owned() },
        Problem::NothingObserved,
        Problem::SameInput,
        Problem::Switch,
        Problem::NoWidth,
        Problem::RangeAroundValue { low: 1.0, value: 2.0, high: 0.0 },
    ];
    for problem in problems {
        travels(Fault::new("inputs.hires", problem));
    }
    for unit in Unit::ALL {
        travels(Problem::NotFinite { allowed: Allowed { unit: Some(*unit), ..allowed } });
    }
    // What only a file can be refused for is not lost in silence.
    assert!(postcard::to_allocvec(&Problem::MissingKey { key: "schema" }).is_err());
}

#[test]
fn questions_of_what_it_would_take_and_their_answers_travel() {
    let resolved = resolved("dezhou", Layer::Plan);
    for preset in Preset::ALL {
        travels(preset);
        let Some(asked) = solve::preset_question(&resolved, preset) else { continue };
        travels(asked.solve(&resolved.scenario).expect("a sound question"));
        travels(asked);
    }
    let lever = InputId::find("hires").expect("an input");
    for goal in [5000.0, 1e9] {
        let asked = voced_analysis::solve::Question {
            lever,
            within: (0.0, 1e4),
            quantity: Quantity::Teachers,
            year: 2025,
            op: Op::AtLeast,
            goal,
        };
        travels(asked);
        travels(solve::solve(&resolved, &asked).expect("a sound question"));
    }
}
