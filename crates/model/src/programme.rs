//! Building projects and deliverables: the lists a plan adds beside the inputs.

use crate::Scalar;

/// A building project. Its years decide when its area and cost fall; years up to the base year are
/// sunk.
#[derive(Clone, Debug, PartialEq)]
pub struct Project<S> {
    /// Floor area, m².
    pub area_m2: S,
    /// First year of building.
    pub start: i32,
    /// Year in which the area is ready.
    pub finish: i32,
    /// Cost of a square metre in base-year prices; the area's own building cost where absent.
    pub cost_per_m2: Option<S>,
    /// Whether it is built.
    pub on: bool,
}

/// Something a plan promises to have or to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Schedule<S> {
    /// A number that grows evenly from `base` to `target`, reached in year `by`.
    Stock {
        /// The number in the base year.
        base: S,
        /// The number to reach.
        target: S,
        /// The year in which it is reached.
        by: i32,
    },
    /// The same number of units every year from `from` to `to`.
    Annual {
        /// Units a year.
        units_per_year: S,
        /// First year.
        from: i32,
        /// Last year.
        to: i32,
    },
}

/// A deliverable and what one unit of it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deliverable<S> {
    /// When how much of it is done.
    pub schedule: Schedule<S>,
    /// Yuan a unit in base-year prices; zero means not costed.
    pub unit_cost: S,
}

impl<S: Scalar> Deliverable<S> {
    /// Units done in the year `year` (`year > base_year`); `None` in years without any.
    pub fn units(&self, base_year: i32, year: i32) -> Option<S> {
        match self.schedule {
            Schedule::Stock { base, target, by } => {
                let step = done_share(base_year, by, year) - done_share(base_year, by, year - 1);
                (step != 0.0).then(|| (target - base) * S::constant(step))
            }
            Schedule::Annual { units_per_year, from, to } => (from..=to).contains(&year).then_some(units_per_year),
        }
    }

    /// How much there is in `year`: the stock, or all units so far, those up to the base year too.
    pub fn done(&self, base_year: i32, year: i32) -> S {
        match self.schedule {
            Schedule::Stock { base, target, by } => {
                base + (target - base) * S::constant(done_share(base_year, by, year))
            }
            Schedule::Annual { units_per_year, from, to } => {
                units_per_year * S::constant(f64::from((to.min(year) - from + 1).max(0)))
            }
        }
    }
}

/// How far an even build-up from the base year to `by` has come in `year`, 0 to 1. One due by the
/// base year is done in the year after it.
fn done_share(base_year: i32, by: i32, year: i32) -> f64 {
    let span = f64::from((by - base_year).max(1));
    (f64::from(year - base_year) / span).clamp(0.0, 1.0)
}

impl Project<f64> {
    /// The same project in another reading of the model.
    pub fn map<T>(&self, mut value: impl FnMut(&'static str, f64) -> T) -> Project<T> {
        Project {
            area_m2: value("area_m2", self.area_m2),
            start: self.start,
            finish: self.finish,
            cost_per_m2: self.cost_per_m2.map(|cost| value("cost_per_m2", cost)),
            on: self.on,
        }
    }
}

impl Deliverable<f64> {
    /// The same deliverable in another reading of the model.
    pub fn map<T>(&self, mut value: impl FnMut(&'static str, f64) -> T) -> Deliverable<T> {
        let schedule = match self.schedule {
            Schedule::Stock { base, target, by } => {
                Schedule::Stock { base: value("base", base), target: value("target", target), by }
            }
            Schedule::Annual { units_per_year, from, to } => {
                Schedule::Annual { units_per_year: value("units_per_year", units_per_year), from, to }
            }
        };
        Deliverable { schedule, unit_cost: value("unit_cost", self.unit_cost) }
    }
}
