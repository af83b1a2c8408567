//! What carries a result: the tornado over the uncertain inputs, and the map over two levers.

use voced_analysis::sensitivity::{Axis, Grid, GridQuestion, Index, Side, Sobol, Swing};
use voced_analysis::uncertainty;
use voced_model::format::Gauge;
use voced_model::inputs::{Role, Shape};
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{Level, Metric, Op, Scenario, World};

use super::Outcome;
use super::board::sign;
use super::measure::Measure;
use super::plotted::estimate as told;
use crate::charts::{Estimate, HeatAxis, HeatGoal, HeatMap, IndexNames, Tornado, TornadoRow};
use crate::i18n::say;

/// The tornado of a result: each uncertain input alone at its ends, those that move nothing left out.
pub fn tornado(
    swings: &[Swing],
    sobol: Option<&Sobol>,
    outcome: &Outcome,
    quantity: Quantity,
    t: usize,
    lang: Lang,
) -> Tornado {
    let unit = quantity.spec().unit;
    let present = outcome.projection().value(quantity, t).unwrap_or(f64::NAN);
    let ends = swings.iter().flat_map(|swing| [swing.low, swing.high]);
    let measure = Measure::over(unit, ends.chain([present]), lang);
    // Indices stand in the order of the uncertain inputs.
    let uncertain = uncertainty::uncertain(outcome.world());
    let indices = |input: InputId| {
        let place = uncertain.iter().position(|one| one.input == input)?;
        let (first, total) = sobol?.indices.get(place)?;
        Some((estimate(first), estimate(total)))
    };
    let row = |swing: &Swing| {
        let input = swing.input.input;
        let ends = [swing.input.low, swing.input.high];
        let [low_text, high_text] = Gauge::stated(ends[0], ends[1], input.spec().unit, lang).ends(ends[0], ends[1]);
        TornadoRow {
            label: input.spec().name.get(lang).to_owned(),
            low: Some(measure.scaled(swing.low)),
            high: Some(measure.scaled(swing.high)),
            low_text,
            high_text,
            is_own: swing.input.level == Level::Own,
            indices: indices(input),
        }
    };
    Tornado {
        title: None,
        rows: moving(swings).map(row).collect(),
        centre: measure.scaled(present),
        centre_label: measure.gauge().text(present),
        unit: measure.words(),
        unscaled: measure.unscaled(),
        decimals: measure.decimals,
        low_name: say::AT_LOW.get(lang).to_owned(),
        high_name: say::AT_HIGH.get(lang).to_owned(),
        own_name: say::RANGE_OWN.get(lang).to_owned(),
        indices: sobol.map(|_| IndexNames {
            title: say::INDICES.get(lang).to_owned(),
            first: say::INDEX_FIRST.get(lang).to_owned(),
            total: say::INDEX_TOTAL.get(lang).to_owned(),
            noise: say::INDEX_NOISE.get(lang).to_owned(),
        }),
        empty_message: say::NOTHING_MATTERS.get(lang).to_owned(),
    }
}

/// Which inputs have a first-order index above their total, in words with the errors; nothing where none has.
pub fn noise(tornado: &Tornado, lang: Lang) -> Option<String> {
    let names = tornado.indices.as_ref()?;
    let said = tornado.rows.iter().filter(|row| row.is_noise()).filter_map(|row| {
        let (first, total) = row.indices?;
        let comma = lang.pick("，", ", ");
        let both = format!("{} {}{comma}{} {}", names.first, told(&first, lang), names.total, told(&total, lang));
        Some(format!("{}{}{both}", row.label, lang.pick("：", ": ")))
    });
    let said: Vec<String> = said.collect();
    let list = said.join(lang.pick("；", "; "));
    (!said.is_empty()).then(|| format!("{}{}{list}{}", names.noise, lang.pick("：", ": "), lang.pick("。", ".")))
}

/// The swings that move the result at all, the widest first; what rounding moves is nothing.
pub fn moving(swings: &[Swing]) -> impl Iterator<Item = &Swing> {
    swings.iter().filter(|swing| swing.width() > 1e-9 * swing.low.abs().max(swing.high.abs()))
}

/// An index with one and a half standard errors to either side, about nine in ten.
fn estimate(index: &Index) -> Estimate {
    let reach = 1.645 * index.error;
    Estimate { value: index.value.max(0.0), ends: ((index.value - reach).max(0.0), (index.value + reach).max(0.0)) }
}

/// The levers of an area that a map can lie over.
pub fn levers() -> impl Iterator<Item = InputId> {
    InputId::all().filter(|input| input.spec().role == Role::Lever && input.spec().shape != Shape::Switch)
}

/// Levels of the lever across and of the one up, at most.
const LEVELS: [u32; 2] = [41, 21];

/// The question of a map over two levers of a scenario: over the levels around those that the area knows.
pub fn map_question(scenario: &Scenario, levers: [InputId; 2], quantity: Quantity, year: i32) -> GridQuestion {
    let axis = |place: usize| {
        let near = scenario.surroundings(levers[place]);
        Axis { input: levers[place], ends: Some((near.min, near.max)), levels: near.levels(LEVELS[place]) }
    };
    GridQuestion { x: axis(0), y: axis(1), quantity, year }
}

/// What is asked of a quantity, for the line on the map: the latest of the plan's targets, and of a balance
/// that it is none below zero.
pub fn goal_of(world: &World, quantity: Quantity) -> Option<(Op, f64)> {
    let targets = world.scenario.region().targets.iter();
    let asked = targets.filter(|target| target.metric == Metric::Quantity(quantity));
    let no_deficit = matches!(quantity, Quantity::Balance | Quantity::BalanceCumulative).then_some((Op::AtLeast, 0.0));
    asked.max_by_key(|target| target.year).map(|target| (target.op, target.value)).or(no_deficit)
}

/// The map of a result over two levers.
pub fn heat_map(grid: &Grid, quantity: Quantity, goal: Option<(Op, f64)>, lang: Lang) -> HeatMap {
    let unit = quantity.spec().unit;
    let measure = Measure::over(unit, grid.values.iter().copied(), lang);
    let name = quantity.spec().name.get(lang);
    let words = measure.words();
    HeatMap {
        title: None,
        x: axis(&grid.x, lang),
        y: axis(&grid.y, lang),
        cells: grid.values.iter().map(|value| (!value.is_nan()).then(|| measure.scaled(*value))).collect(),
        name: if words.is_empty() {
            name.to_owned()
        } else {
            lang.pick(format!("{name}（{words}）"), format!("{name} ({words})"))
        },
        unscaled: measure.unscaled(),
        decimals: measure.decimals,
        goal: goal.map(|(op, value)| HeatGoal {
            value: measure.scaled(value),
            at_least: op != Op::AtMost,
            label: format!("{}{}", sign(op), measure.gauge().text(value)),
            name: say::GOAL_LINE.get(lang).to_owned(),
        }),
        here: Some((grid.x.present, grid.y.present)),
        here_name: say::YOU_ARE_HERE.get(lang).to_owned(),
        empty_message: say::NO_VALUE.get(lang).to_owned(),
    }
}

fn axis(side: &Side, lang: Lang) -> HeatAxis {
    let spec = side.input.spec();
    let unit = spec.unit.words().get(lang);
    let name = spec.name.get(lang);
    let gauge = Gauge::levels(&side.levels, spec.unit, lang);
    HeatAxis {
        name: if unit.is_empty() {
            name.to_owned()
        } else {
            lang.pick(format!("{name}（{unit}）"), format!("{name} ({unit})"))
        },
        ticks: side.levels.iter().map(|level| (*level, gauge.short(*level))).collect(),
    }
}
