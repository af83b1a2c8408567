//! The equations recorded and run over draws are the everyday run, to the bit.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use proptest::prelude::*;
use scenarios::{Drawn, scenario};
use voced_model::equations::{project, run};
use voced_model::tape::{BLOCK, Feed, Machine, Program, Recorded, Tape};
use voced_model::{InputId, ModelInputs, Projection, Quantity, WIDTH, Wide};
use voced_scenario::{Area, AreaRef, Layer, Scenario};

/// Model inputs of which some numbers differ from draw to draw, by input, year and draw.
struct Case {
    model_inputs: ModelInputs<f64>,
    moved: Vec<(InputId, usize, Vec<f64>)>,
}

/// A case under way, with the results by their places.
struct Under<'a>(&'a Case, Vec<(usize, Vec<f64>)>);

impl Feed for Under<'_> {
    fn level(&mut self, place: usize, block: &mut [Wide]) {
        for (lanes, levels) in block.iter_mut().zip(self.0.moved[place].2.chunks(WIDTH)) {
            lanes.0[..levels.len()].copy_from_slice(levels);
        }
    }

    fn keep(&mut self, place: usize, block: &[Wide]) {
        self.1.push((place, block.iter().flat_map(|lanes| lanes.0).collect()));
    }
}

impl Case {
    fn draws(&self) -> usize {
        self.moved.first().map_or(1, |(_, _, values)| values.len())
    }

    fn recorded<'a>(&self, tape: &'a Tape) -> Box<Projection<Recorded<'a>>> {
        let mut lifted = self.model_inputs.lift::<Recorded<'_>>();
        for (place, (input, t, _)) in self.moved.iter().enumerate() {
            lifted.inputs.slots_mut(*input)[*t] = tape.level(place);
        }
        let mut out = Box::default();
        project(&lifted, (), &mut out);
        out
    }

    /// Every quantity in every year and draw must be that of a run of its own.
    fn check(&self) {
        let (tape, years) = (Tape::default(), self.model_inputs.years);
        let out = self.recorded(&tape);
        let asked: Vec<Recorded<'_>> = Quantity::ALL.iter().flat_map(|one| out.series(*one).iter().copied()).collect();
        let program = Program::of(&tape, &asked);
        let mut results: Vec<Vec<f64>> =
            (0..asked.len()).map(|place| vec![program.known(place).unwrap_or(12345.0); self.draws()]).collect();
        let mut feed = Under(self, Vec::new());
        Machine::new(program).run(self.draws(), &mut feed);
        for (place, values) in feed.1 {
            results[place].copy_from_slice(&values[..self.draws()]);
        }
        for draw in 0..self.draws() {
            let mut model_inputs = self.model_inputs.clone();
            for (input, t, values) in &self.moved {
                model_inputs.inputs.slots_mut(*input)[*t] = values[draw];
            }
            let mut plain = Projection::default();
            run(&model_inputs, &mut plain);
            for (place, quantity) in Quantity::ALL.iter().enumerate() {
                for t in 0..years {
                    let (found, expected) = (results[place * years + t][draw], plain.get(*quantity, t));
                    let same = found.to_bits() == expected.to_bits() || (found.is_nan() && expected.is_nan());
                    assert!(same, "{quantity}, year {t}, draw {draw}: {found} for {expected}");
                }
            }
        }
    }
}

/// A value of an input in a year, from anywhere within its bounds and its ends, beyond what areas have.
fn value(input: InputId, share: f64) -> f64 {
    let spec = input.spec();
    let value = match share {
        share if share < 0.1 => spec.min,
        share if share < 0.2 => spec.max,
        share if share < 0.3 => 0.0_f64.clamp(spec.min, spec.max),
        share if share < 0.4 => spec.default,
        share => spec.min + (spec.max - spec.min) * share.powi(4),
    };
    if spec.is_whole() { value.round() } else { value }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_draw_is_the_everyday_run(
        Drawn(scenario) in scenario(),
        moved in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..40),
        seeds in prop::collection::vec(prop::collection::vec(0.0..1.0_f64, 17), 40),
    ) {
        let model_inputs = scenario.resolve().expect("sound").model_inputs;
        let mut case = Case { model_inputs, moved: Vec::new() };
        for ((input, year), shares) in moved.into_iter().zip(seeds) {
            let input = InputId::all().nth(input.index(InputId::COUNT)).expect("an input");
            let t = year.index(case.model_inputs.inputs.slots(input).len().min(case.model_inputs.years));
            let values = shares.into_iter().map(|share| value(input, share)).collect();
            if !case.moved.iter().any(|(other, year, _)| (*other, *year) == (input, t)) {
                case.moved.push((input, t, values));
            }
        }
        case.check();
    }
}

#[test]
fn every_area_that_ships_is_recorded_with_all_its_numbers_moved() {
    for area in Area::ids() {
        for layer in Layer::ALL {
            let mut scenario = Scenario::new(AreaRef::shipped(area).expect("an area"), layer);
            scenario.horizon += 4;
            let model_inputs = scenario.resolve().expect("sound").model_inputs;
            let mut moved = Vec::new();
            for input in InputId::all() {
                for (t, planned) in model_inputs.inputs.slots(input).iter().enumerate().take(model_inputs.years) {
                    let factors = [1.0, 0.9, 1.3, 0.0, -0.0];
                    let values = (0..BLOCK).map(|draw| planned * factors[(draw * 7 + t + input.index()) % 5]).collect();
                    moved.push((input, t, values));
                }
            }
            Case { model_inputs, moved }.check();
        }
    }
}

#[test]
fn what_nothing_moves_is_known_already() {
    for area in Area::ids() {
        let resolved = Scenario::new(AreaRef::shipped(area).expect("an area"), Layer::Plan).resolve().expect("sound");
        let (case, tape) = (Case { model_inputs: resolved.model_inputs, moved: Vec::new() }, Tape::default());
        let out = case.recorded(&tape);
        let asked: Vec<Recorded<'_>> = Quantity::ALL.iter().flat_map(|one| out.series(*one).iter().copied()).collect();
        assert!(Program::of(&tape, &asked).is_empty());
        case.check();
    }
}

#[test]
fn only_what_an_input_reaches_is_computed() {
    let resolved = Scenario::new(AreaRef::shipped("laiwu").expect("an area"), Layer::Plan).resolve().expect("sound");
    let fee = InputId::find("training_fee").expect("an input");
    let case = Case { model_inputs: resolved.model_inputs, moved: vec![(fee, 0, vec![500.0])] };
    let tape = Tape::default();
    let out = case.recorded(&tape);
    let program = |quantity| Program::of(&tape, &[out.get(quantity, 1)]);
    // Person-times by the fee, by the prices, by the margin.
    assert_eq!(program(Quantity::FundTrainingNet).len(), 3);
    assert_eq!(program(Quantity::CostTrainingPay).len(), 4, "and by the share that is paid out");
    for untouched in [Quantity::VocEnrolment, Quantity::CostPersonnel, Quantity::FundBasicStudent] {
        assert_eq!((program(untouched).len(), program(untouched).known(0).is_some()), (0, true), "{untouched}");
    }
    case.check();
}
