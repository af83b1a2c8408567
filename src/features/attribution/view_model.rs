//! What moved a result from one scenario to another.

use voced_analysis::attribution::{Attribution, Bar, Factor};
use voced_analysis::explain;
use voced_analysis::explain::Token;
use voced_model::format::Gauge;
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{Layer, ResolvedScenario, Scenario};

use crate::app::Outcome;
use crate::features::plot::measure::Measure;
use crate::phrases;
use voced_charts::{Contribution, Stop, Waterfall};

/// Which two scenarios are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// From the status quo to the plan.
    BaseToPlan,
    /// From the plan to the user's scenario.
    PlanToOwn,
    /// From the status quo to the user's scenario.
    BaseToOwn,
}

impl Pair {
    /// Every pair.
    pub const ALL: [Pair; 3] = [Pair::BaseToPlan, Pair::PlanToOwn, Pair::BaseToOwn];

    /// The names of both ends.
    pub fn names(self, lang: Lang) -> [&'static str; 2] {
        let [base, plan] = Layer::ALL.map(|layer| layer.words().get(lang));
        let own = phrases::MY_SCENARIO.get(lang);
        match self {
            Pair::BaseToPlan => [base, plan],
            Pair::PlanToOwn => [plan, own],
            Pair::BaseToOwn => [base, own],
        }
    }

    /// Both scenarios, over the years of the user's.
    pub fn scenarios(self, own: &Scenario) -> [Scenario; 2] {
        let untouched = |layer| Scenario { seed: own.seed, ..own.untouched(layer) };
        match self {
            Pair::BaseToPlan => [untouched(Layer::Base), untouched(Layer::Plan)],
            Pair::PlanToOwn => [untouched(Layer::Plan), own.clone()],
            Pair::BaseToOwn => [untouched(Layer::Base), own.clone()],
        }
    }

    /// The pair that says most about a scenario: how it differs from the plan, or what the plan changes.
    pub fn of(scenario: &Scenario) -> Pair {
        match (scenario.is_untouched(), scenario.layer) {
            (true, _) => Pair::BaseToPlan,
            (false, Layer::Plan) => Pair::PlanToOwn,
            (false, Layer::Base) => Pair::BaseToOwn,
        }
    }
}

/// The bars that say something: what does not move the result is told in words.
pub fn telling(found: &Attribution) -> impl Iterator<Item = &Bar> {
    let size = found.bars.iter().fold(0.0_f64, |size, bar| size.max(bar.value.abs()));
    found.bars.iter().filter(move |bar| bar.value.abs() > 1e-9 * size)
}

/// The way from one result to the other, between scenarios of these names.
pub fn waterfall(found: &Attribution, [first, last]: [&str; 2], quantity: Quantity, lang: Lang) -> Waterfall {
    let unit = quantity.spec().unit;
    let measure = Measure::over(unit, [found.from, found.to].into_iter(), lang);
    let stop = |label: &str, value: f64| Stop {
        label: label.to_owned(),
        value: measure.scaled(value),
        text: measure.gauge().text(value),
    };
    let step = |bar: &Bar| Contribution {
        label: bar.factor.name(lang).to_owned(),
        change: Some(measure.scaled(bar.value)),
        text: measure.gauge().difference(bar.value).text(lang),
        error: (bar.error > 0.0)
            .then(|| [-1.645, 1.645].map(|reach| measure.scaled(bar.value + reach * bar.error)))
            .map(|[low, high]| (low, high)),
    };
    Waterfall {
        title: None,
        from: stop(first, found.from),
        to: stop(last, found.to),
        steps: telling(found).map(step).collect(),
        unit: measure.words(),
        unscaled: measure.unscaled(),
        decimals: measure.decimals,
        empty_message: phrases::NOTHING_DIFFERS.get(lang).to_owned(),
    }
}

/// The results whose formulas read an input in the year with index `t`, directly.
pub fn readers(resolved: &ResolvedScenario, input: InputId, t: usize) -> Vec<Quantity> {
    let book = explain::book(resolved);
    let reads = |quantity: &Quantity| {
        let is_input = |token: &Token| matches!(token, Token::Input { input: read, .. } if *read == input);
        book.derive(*quantity, t).tokens().any(is_input)
    };
    Quantity::ALL.iter().copied().filter(reads).collect()
}

/// The levels of a factor in two outcomes, in words; `None` where it has none to name.
pub fn levels(factor: &Factor, ends: [&Outcome; 2], lang: Lang) -> Option<[String; 2]> {
    let Factor::Input(input) = factor else { return None };
    let spec = input.spec();
    let found = ends.map(|outcome| outcome.resolved().scenario.value(*input).1.value.level());
    let [Some(before), Some(after)] = found else { return None };
    let gauge = Gauge::of(&[before, after], &[], spec.unit, lang);
    Some([before, after].map(|level| match spec.shape {
        voced_model::inputs::Shape::Switch => spec.state(level != 0.0).get(lang).to_owned(),
        _ => gauge.text(level),
    }))
}
