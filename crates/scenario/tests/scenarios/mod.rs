//! Random scenarios that are valid by construction: any area, any layer, any input in any allowed
//! form, projects and deliverables.

#![allow(dead_code, reason = "each test file uses its part of this module")]

use std::fmt;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use voced_model::inputs::Shape;
use voced_model::{InputId, MAX_HORIZON};
use voced_scenario::{
    Area, AreaRef, Curve, DeliverablePatch, Layer, LiteMap, PathValue, ProjectPatch, Range, Scenario,
};

/// An input by its id.
pub fn input(id: &str) -> InputId {
    InputId::find(id).expect("an input")
}

/// A number an input allows: often near the lower end, where most real values are, sometimes an end
/// itself.
pub fn number(input: InputId) -> impl Strategy<Value = f64> + Clone {
    let spec = input.spec();
    let (min, max, whole) = (spec.min, spec.max, spec.is_whole());
    (0.0..=1.0, prop_oneof![Just(1), Just(3), Just(8)]).prop_map(move |(u, skew): (f64, i32)| {
        let value = min + (max - min) * u.powi(skew);
        if whole { value.round() } else { value }.clamp(min, max)
    })
}

/// Any value an input allows, in any form.
pub fn value(input: InputId) -> BoxedStrategy<PathValue> {
    let constant = number(input).prop_map(PathValue::Constant);
    if input.spec().shape != Shape::Path {
        return constant.boxed();
    }
    let year = 1990..2110_i32;
    let curve = prop::sample::select(Curve::ALL.to_vec());
    let ramp = (number(input), number(input), option::of(year.clone()), year.clone(), curve).prop_map(
        |(start, end, start_year, end_year, curve)| PathValue::Ramp { start, end, start_year, end_year, curve },
    );
    let points =
        btree_map(year, number(input), 1..5).prop_map(|points| PathValue::Points(points.into_iter().collect()));
    prop_oneof![constant, ramp, points].boxed()
}

fn inputs(many: std::ops::Range<usize>) -> impl Strategy<Value = LiteMap<InputId, PathValue>> {
    let ids: Vec<InputId> = InputId::all().collect();
    let one = prop::sample::select(ids).prop_flat_map(|input| (Just(input), value(input)));
    vec(one, many).prop_map(|entries| entries.into_iter().collect())
}

/// An area that ships, or one of a user's own.
fn place() -> impl Strategy<Value = AreaRef> {
    let shipped = prop::sample::select(Area::ids().collect::<Vec<_>>())
        .prop_map(|id| AreaRef::shipped(id).expect("an area that ships"));
    let own = (1985..2095_i32, inputs(5..60)).prop_map(|(base_year, inputs)| {
        let inputs: Vec<String> =
            inputs.iter().map(|(input, value)| format!("\"{}\": {}", input.id(), value.to_json())).collect();
        let text = format!(
            r#"{{"schema": 1, "data": {{"schema": 1, "id": "own", "name_zh": "自有地区", "base_year": {base_year},
                "base": {{"inputs": {{{}}}}}}}}}"#,
            inputs.join(", ")
        );
        Scenario::parse(&text).expect("an area within bounds").area_ref
    });
    prop_oneof![2 => shipped, 1 => own]
}

/// A range around a value, these shares of the way to the input's bounds.
fn range(input: InputId, value: &PathValue, (down, up): (f64, f64)) -> Option<Range> {
    let (spec, level) = (input.spec(), value.level()?);
    let whole = |value: f64| if spec.is_whole() { value.round() } else { value };
    let low = whole(level + (spec.min - level) * down).clamp(spec.min, level);
    let high = whole(level + (spec.max - level) * up).clamp(level, spec.max);
    // One end alone is a range too.
    let given = |end: f64, share: f64| (share < 0.8).then_some(end);
    let range = Range { low: given(low, down), high: given(high, up) };
    (spec.shape != Shape::Switch && !range.is_empty()).then_some(range)
}

fn project() -> impl Strategy<Value = ProjectPatch> {
    (0.0..2e5_f64, -3..12_i32, 0..6_i32, option::of(0.0..1e5_f64), option::of(any::<bool>())).prop_map(
        |(area_m2, start, length, cost_per_m2, on)| ProjectPatch {
            area_m2: Some(area_m2),
            start: Some(2020 + start),
            finish: Some(2020 + start + length),
            cost_per_m2,
            on,
            ..ProjectPatch::default()
        },
    )
}

fn deliverable() -> impl Strategy<Value = DeliverablePatch> {
    let cost = option::of(0.0..1e7_f64);
    let stock = (0.0..50.0_f64, 0.0..100.0_f64, -3..15_i32, cost.clone()).prop_map(|(base, more, by, unit_cost)| {
        DeliverablePatch {
            annual: Some(false),
            base: Some(base),
            target: Some(base + more),
            by: Some(2020 + by),
            unit_cost,
            ..DeliverablePatch::default()
        }
    });
    let annual =
        (0.0..50.0_f64, -3..15_i32, 0..10_i32, cost).prop_map(|(units, from, length, unit_cost)| DeliverablePatch {
            annual: Some(true),
            units_per_year: Some(units),
            from: Some(2020 + from),
            to: Some(2020 + from + length),
            unit_cost,
            ..DeliverablePatch::default()
        });
    prop_oneof![stock, annual]
}

/// A scenario that shows itself as its file, where a test fails.
#[derive(Clone)]
pub struct Drawn(pub Scenario);

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.to_json())
    }
}

/// Any valid scenario.
pub fn scenario() -> impl Strategy<Value = Drawn> {
    let layer = prop::sample::select(Layer::ALL.to_vec());
    let projects = btree_map("own_[a-z]{1,8}", project(), 0..3);
    let deliverables = btree_map("own_[a-z]{1,8}", deliverable(), 0..3);
    let switched = option::weighted(0.3, any::<bool>());
    let uncertain = (any::<u32>(), vec(option::of((0.0..1.0, 0.0..1.0)), 25));
    let inputs = (inputs(0..25), uncertain);
    (place(), layer, 0..=MAX_HORIZON as i32, "[ -~一-龥]{0,20}", inputs, projects, deliverables, switched).prop_map(
        |(place, layer, years, name, (inputs, (seed, spreads)), projects, deliverables, switched)| {
            let ranges = inputs.iter().zip(spreads);
            let ranges = ranges.filter_map(|((input, value), spread)| Some((*input, range(*input, value, spread?)?)));
            let ranges = ranges.collect();
            let mut projects: LiteMap<String, ProjectPatch> = projects.into_iter().collect();
            let deliverables = deliverables.into_iter().collect();
            // A plan's own project is switched, too.
            let planned = place.area().plan.projects.first();
            if let (Some(project), Some(on)) = (planned, switched) {
                projects.insert(project.id.clone(), ProjectPatch { on: Some(on), ..ProjectPatch::default() });
            }
            let horizon = place.area().base_year.value + years;
            Drawn(Scenario { area_ref: place, layer, horizon, name, inputs, ranges, projects, deliverables, seed })
        },
    )
}
