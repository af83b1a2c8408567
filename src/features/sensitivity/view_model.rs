//! What carries a result: the tornado over the uncertain inputs, and the map over two levers.

use voced_analysis::sensitivity::{Axis, Grid, GridQuestion, Index, Side, Sobol, Swing};
use voced_analysis::uncertainty;
use voced_model::format::Gauge;
use voced_model::inputs::{Role, Shape};
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{Metric, Op, ResolvedScenario, Scenario, ValueOrigin};

use crate::app::Outcome;
use crate::features::plot::measure::Measure;
use crate::features::plot::plotted::estimate as told;
use crate::phrases;
use crate::ui::signs::sign;
use voced_charts::{Estimate, HeatAxis, HeatGoal, HeatMap, IndexNames, Tornado, TornadoRow};

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
    let uncertain = uncertainty::uncertain(outcome.resolved());
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
            is_own: swing.input.level == ValueOrigin::Own,
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
        low_name: phrases::AT_LOW.get(lang).to_owned(),
        high_name: phrases::AT_HIGH.get(lang).to_owned(),
        own_name: phrases::RANGE_OWN.get(lang).to_owned(),
        indices: sobol.map(|_| IndexNames {
            title: phrases::INDICES.get(lang).to_owned(),
            first: phrases::INDEX_FIRST.get(lang).to_owned(),
            total: phrases::INDEX_TOTAL.get(lang).to_owned(),
            noise: phrases::INDEX_NOISE.get(lang).to_owned(),
        }),
        empty_message: phrases::NOTHING_MATTERS.get(lang).to_owned(),
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
pub fn goal_of(resolved: &ResolvedScenario, quantity: Quantity) -> Option<(Op, f64)> {
    let targets = resolved.scenario.area().targets.iter();
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
            name: phrases::GOAL_LINE.get(lang).to_owned(),
        }),
        here: Some((grid.x.present, grid.y.present)),
        here_name: phrases::YOU_ARE_HERE.get(lang).to_owned(),
        empty_message: phrases::NO_VALUE.get(lang).to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::plot::plotted::Plotted;
    use crate::features::plot::reading::read_out;
    use voced_charts::samples_answers as samples;

    #[test]
    fn a_first_index_above_its_total_is_said_to_be_noise() {
        let mut tornado = samples::tornado(true, true);
        let index = |value: f64| Estimate { value, ends: (value - 0.03, value + 0.03) };
        tornado.rows[2].indices = Some((index(0.31), index(0.29)));
        let read = |row| read_out(&Plotted::Tornado(tornado.clone()), row, Lang::Zh);
        assert!(
            read(2).ends_with("0.31（0.28–0.34），含与其他可调项的共同作用 0.29（0.26–0.32）（抽样误差）"),
            "{}",
            read(2)
        );
        assert!(!read(1).contains("抽样误差"));
        let said = noise(&tornado, Lang::Zh).expect("noise");
        assert!(
            said.starts_with("抽样误差：") && said.contains(&tornado.rows[2].label) && said.contains("0.28–0.34"),
            "{said}"
        );
        assert_eq!(noise(&samples::tornado(true, true), Lang::Zh), None);
    }
}
