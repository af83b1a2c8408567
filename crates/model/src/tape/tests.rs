//! A program is the arithmetic it was recorded from, to the bit, and no more of it than was asked for.

use super::*;
use crate::lanes::{Lanes, WIDTH, Wide};
use crate::scalar::{Compare, Scalar};
use proptest::prelude::*;

/// Levels by their places, a number a draw; the results that draws move, by their places.
struct Numbers<'a> {
    levels: &'a [Vec<f64>],
    results: Vec<(usize, Vec<f64>)>,
}

impl Feed for Numbers<'_> {
    fn level(&mut self, place: usize, block: &mut [Wide]) {
        for (lanes, levels) in block.iter_mut().zip(self.levels[place].chunks(WIDTH)) {
            lanes.0[..levels.len()].copy_from_slice(levels);
        }
    }

    fn keep(&mut self, place: usize, block: &[Wide]) {
        self.results.push((place, block.iter().flat_map(|lanes| lanes.0).collect()));
    }
}

/// A program's results in each draw.
fn run(program: Program, results: usize, levels: &[Vec<f64>], draws: usize) -> Vec<Vec<f64>> {
    let mut all: Vec<Vec<f64>> = (0..results).map(|place| vec![program.known(place).unwrap_or(0.0); draws]).collect();
    let mut numbers = Numbers { levels, results: Vec::new() };
    Machine::new(program).run(draws, &mut numbers);
    for (place, values) in numbers.results {
        all[place].copy_from_slice(&values[..draws]);
    }
    all
}

/// How many operations the results take that a function makes of three levels.
fn len<const N: usize>(make: impl for<'a> Fn([Recorded<'a>; 3]) -> [Recorded<'a>; N]) -> usize {
    let tape = Tape::default();
    Program::of(&tape, &make([0, 1, 2].map(|place| tape.level(place)))).len()
}

fn number<'a>(value: f64) -> Recorded<'a> {
    Recorded::constant(value)
}

#[test]
fn what_no_draw_moves_is_known_and_takes_nothing() {
    let tape = Tape::default();
    let made = (number(2.0) + number(3.0)).powi(3).ratio(number(4.0)).floor();
    let chosen = Recorded::select(made, Compare::Below, number(40.0), made, tape.level(0));
    let program = Program::of(&tape, &[chosen, number(1.0).ratio(number(0.0)), -number(0.0)]);
    assert!(program.is_empty() && program.levels().count() == 0);
    assert_eq!(program.known(0), Some(31.0));
    assert!(program.known(1).is_some_and(f64::is_nan), "an absent one");
    assert_eq!(program.known(2).map(f64::to_bits), Some((-0.0_f64).to_bits()));
}

#[test]
fn nothing_is_done_that_was_not_asked_for_and_nothing_twice() {
    assert_eq!(
        len(|[a, b, c]| {
            let _dead = (a + b) * c;
            [a * b]
        }),
        1
    );
    assert_eq!(len(|[a, b, c]| [(a + b) * c, (b + a) / c]), 3, "one sum");
    assert_eq!(len(|[a, b, _]| [a - b, b - a]), 2, "differences are not the same turned round");
    assert_eq!(len(|[a, b, _]| [a.min(b), b.min(a)]), 2, "nor is the smaller of zeros and absent ones");
    assert_eq!(len(|[a, _, _]| [a.powi(4)]), 2, "the square of the square");
    assert_eq!(len(|[a, b, c]| [Recorded::select(a, Compare::Equal, b, c, c)]), 0, "a choice between one");
    assert_eq!(
        len(|[a, ..]| [a * number(1.0), number(1.0) * a, a / number(1.0), a - number(0.0), a + number(-0.0)]),
        0
    );
    assert_eq!(len(|[a, ..]| [a + number(0.0), number(0.0) - a]), 2, "which change the sign of a zero");
}

#[test]
fn levels_of_what_was_not_asked_for_are_not_fetched() {
    let tape = Tape::default();
    let [a, b, c] = [0, 1, 2].map(|place| tape.level(place));
    let _dead = b * c;
    let program = Program::of(&tape, &[c + number(1.0), a]);
    let mut levels: Vec<usize> = program.levels().collect();
    levels.sort_unstable();
    assert_eq!((levels, program.len()), (vec![0, 2], 1));
}

#[test]
fn registers_are_used_again() {
    let tape = Tape::default();
    let sum = (0..100).map(|place| tape.level(place).powi(2)).reduce(|sum, square| sum + square).expect("terms");
    assert_eq!(Program::of(&tape, &[sum]).registers, 2);
}

/// What is made of numbers that there are already, by their places.
#[derive(Clone, Debug)]
struct Making {
    operation: u8,
    of: [prop::sample::Index; 4],
}

fn make<S: Scalar>(numbers: &mut Vec<S>, making: &Making, floor: impl Fn(S) -> S) {
    let [a, b, c, d] = making.of.map(|of| numbers[of.index(numbers.len())]);
    numbers.push(match making.operation {
        0 => a + b,
        1 => a - b,
        2 => a * b,
        3 => a / b,
        4 => a.min(b),
        5 => a.max(b),
        6 => -a,
        7 => floor(a),
        8 => a.powi(3),
        9 => S::select(a, Compare::Below, b, c, d),
        10 => S::select(a, Compare::AtMost, b, c, d),
        11 => S::select(a, Compare::Equal, b, c, d),
        _ => a.ratio(b),
    });
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        -10.0..10.0_f64,
        prop::sample::select(vec![
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e-310,
            1e300
        ]),
    ]
}

fn same(left: f64, right: f64) -> bool {
    left.to_bits() == right.to_bits() || (left.is_nan() && right.is_nan())
}

const DRAWS: usize = 19;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_program_is_its_arithmetic_to_the_bit(
        numbers in prop::collection::vec(value(), 6),
        levels in prop::collection::vec(prop::collection::vec(value(), DRAWS), 4),
        makings in prop::collection::vec((0..13_u8, any::<[prop::sample::Index; 4]>()), 1..60),
        asked in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
    ) {
        let makings: Vec<Making> = makings.into_iter().map(|(operation, of)| Making { operation, of }).collect();
        let tape = Tape::default();
        let mut recorded: Vec<Recorded> = numbers.iter().map(|value| number(*value)).collect();
        recorded.extend((0..levels.len()).map(|place| tape.level(place)));
        makings.iter().for_each(|making| make(&mut recorded, making, Recorded::floor));
        let results: Vec<Recorded> = asked.iter().map(|of| recorded[of.index(recorded.len())]).collect();
        let found = run(Program::of(&tape, &results), results.len(), &levels, DRAWS);
        for draw in 0..DRAWS {
            let mut plain: Vec<f64> = numbers.iter().copied().chain(levels.iter().map(|level| level[draw])).collect();
            makings.iter().for_each(|making| make(&mut plain, making, f64::floor));
            for (result, of) in found.iter().zip(&asked) {
                let expected = plain[of.index(plain.len())];
                prop_assert!(same(result[draw], expected), "draw {}: {} for {}", draw, result[draw], expected);
            }
        }
    }
}

#[test]
fn blocks_of_any_size_are_run() {
    let tape = Tape::default();
    for draws in 1..=BLOCK {
        let levels = vec![(0..draws).map(|draw| draw as f64).collect()];
        let program = Program::of(&tape, &[tape.level(0) * number(0.5)]);
        let expected: Vec<f64> = (0..draws).map(|draw| draw as f64 * 0.5).collect();
        assert_eq!(run(program, 1, &levels, draws), [expected]);
    }
    assert_eq!(Lanes::<WIDTH>::splat(-0.5).floor(), Lanes::splat(-1.0));
}
