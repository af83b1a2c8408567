//! A grid holds what the scenario gives with both levers moved, to the last bit.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use proptest::prelude::*;
use scenarios::{Drawn, input, scenario};
use voced_analysis::sensitivity;
use voced_analysis::sensitivity::{Axis, Grid, GridQuestion, MAX_LEVELS};
use voced_model::inputs::Shape;
use voced_model::{InputId, Quantity};
use voced_scenario::{AreaRef, Layer, Problem, ResolvedScenario, Scenario};

fn plan(area: &str) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), Layer::Plan).resolve().expect("sound")
}

/// The scenario itself, with both levers moved.
fn moved(resolved: &ResolvedScenario, grid: &Grid, column: usize, row: usize) -> ResolvedScenario {
    let mut scenario = resolved.scenario.clone();
    for (side, place) in [(&grid.x, column), (&grid.y, row)] {
        // A range of one's own belongs to the value that goes.
        scenario.ranges =
            scenario.ranges.iter().filter(|(id, _)| **id != side.input).map(|(id, r)| (*id, *r)).collect();
        scenario.inputs.insert(side.input, resolved.moved(side.input, side.levels[place]));
    }
    scenario.resolve().expect("sound")
}

fn same(resolved: &ResolvedScenario, question: &GridQuestion, grid: &Grid) {
    let t = (question.year - resolved.base_year()) as usize;
    let (columns, rows) = (grid.x.levels.len(), grid.y.levels.len());
    assert_eq!(grid.values.len(), columns * rows);
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        let expected = moved(resolved, grid, column, row).project().value(question.quantity, t);
        let found = grid.value(column, row);
        assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{question:?}: column {column}, row {row}");
    }
    assert_eq!((grid.value(columns, 0), grid.value(0, rows)), (None, None));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_is_a_scenario_of_its_own(
        Drawn(scenario) in scenario(),
        two in prop::sample::subsequence(InputId::all().filter(|id| id.spec().shape != Shape::Switch).collect::<Vec<_>>(), 2),
        quantity in prop::sample::select(Quantity::ALL.to_vec()),
        later in 0..30_i32,
        columns in 2..12_u32,
        rows in 2..5_u32,
        whole in any::<bool>(),
    ) {
        let resolved = scenario.resolve().expect("sound");
        let year = (resolved.base_year() + later).min(resolved.scenario.horizon);
        let axis = |input: InputId, levels: u32| {
            let spec = input.spec();
            Axis { input, ends: whole.then_some((spec.min, spec.max)), levels }
        };
        let question = GridQuestion { x: axis(two[0], columns), y: axis(two[1], rows), quantity, year };
        let grid = sensitivity::grid(&resolved, &question).expect("a grid");
        for (side, asked) in [(&grid.x, question.x), (&grid.y, question.y)] {
            let allowed = side.input.spec().allowed();
            prop_assert!(side.levels.iter().all(|level| Problem::of(&allowed, *level).is_none()), "{:?}", side);
            prop_assert!(side.levels.is_sorted_by(|a, b| a < b) && side.levels.len() <= asked.levels as usize);
            let reach = resolved.scenario.reach(side.input);
            let (first, last) = asked.ends.unwrap_or((reach.min, reach.max));
            prop_assert_eq!((side.levels.first(), side.levels.last()), (Some(&first), Some(&last)));
        }
        same(&resolved, &question, &grid);
    }
}

#[test]
fn at_the_present_levels_it_is_the_scenario() {
    let resolved = plan("laiwu");
    let axis = |id: &str, ends| Axis { input: input(id), ends, levels: 11 };
    let question = GridQuestion {
        x: axis("vocational_share", Some((0.3, 0.5))),
        y: axis("hires", Some((5.0, 15.0))),
        quantity: Quantity::StudentsPerTeacher,
        year: 2025,
    };
    let grid = sensitivity::grid(&resolved, &question).expect("a grid");
    assert_eq!((grid.x.present, grid.y.present), (0.4, 10.0));
    assert_eq!((grid.x.levels[5], grid.y.levels[5]), (0.4, 10.0));
    assert_eq!(grid.present, resolved.project().value(Quantity::StudentsPerTeacher, 5));
    assert_eq!(grid.value(5, 5), grid.present, "a ramp that arrives where it did");
    assert!(grid.value(10, 5) > grid.value(0, 5) && grid.value(5, 10) < grid.value(5, 0));
}

#[test]
fn whole_inputs_get_whole_levels_and_no_level_twice() {
    let resolved = plan("dezhou");
    let years = Axis { input: input("debt_clear_year"), ends: Some((2022.0, 2026.0)), levels: 40 };
    let share = Axis { input: input("vocational_share"), ends: None, levels: 3 };
    let question = GridQuestion { x: years, y: share, quantity: Quantity::Debt, year: 2024 };
    let grid = sensitivity::grid(&resolved, &question).expect("a grid");
    assert_eq!(grid.x.levels, [2022.0, 2023.0, 2024.0, 2025.0, 2026.0]);
    assert_eq!(grid.values.len(), 15);
    let base = GridQuestion { quantity: Quantity::Balance, year: resolved.base_year(), ..question };
    let grid = sensitivity::grid(&resolved, &base).expect("a grid");
    assert!(grid.present.is_none() && grid.values.iter().all(|value| value.is_nan()), "a flow has no base year");
}

#[test]
fn what_makes_no_grid_is_refused() {
    let resolved = plan("laiwu");
    let axis = |id: &str| Axis { input: input(id), ends: None, levels: 10 };
    let good = GridQuestion { x: axis("hires"), y: axis("vocational_share"), quantity: Quantity::Balance, year: 2025 };
    let refused = |question: GridQuestion| -> Vec<(String, Problem)> {
        let faults = sensitivity::grid(&resolved, &question).expect_err("refused");
        faults.into_iter().map(|fault| (fault.at, fault.problem)).collect()
    };
    let with = |ends| GridQuestion { x: Axis { ends, ..good.x }, ..good };
    assert_eq!(refused(GridQuestion { y: good.x, ..good }), [("y".to_owned(), Problem::SameInput)]);
    assert_eq!(refused(GridQuestion { y: axis("funding_rule"), ..good }), [("y".to_owned(), Problem::Switch)]);
    assert_eq!(refused(with(Some((5.0, 5.0)))), [("x".to_owned(), Problem::NoWidth)]);
    for ends in [(-1.0, 5.0), (0.0, f64::INFINITY), (f64::NAN, 5.0), (7.0, 5.0), (0.0, 1e9)] {
        let found = refused(with(Some(ends)));
        assert!(
            matches!(&found[..], [(at, Problem::OutOfRange { .. } | Problem::NotFinite { .. })] if at == "x"),
            "{found:?}"
        );
    }
    for levels in [0, 1, MAX_LEVELS + 1] {
        let few = Axis { levels, ..good.y };
        let found = refused(GridQuestion { y: few, year: 2030, ..good });
        assert!(matches!(&found[..], [(y, Problem::OutOfRange { .. }), (year, _)] if y == "y" && year == "year"));
    }
}
