//! The equations: one mechanism a file, walked year by year.
//!
//! Everything here is generic over [`Scalar`]; no file of this folder knows of scenarios, files or
//! languages.

mod bonds;
pub mod changes;
mod facilities;
mod flow;
mod intake;
mod results;
mod sources;
mod staff;
mod uses;

pub use sources::{PAYERS, SOURCES};
pub use uses::USES;

use crate::inputs::{Inputs, MAX_YEARS};
use crate::programme::{Deliverable, Project};
use crate::{Part, Quantity, Scalar, Wide};

/// The version of the equations; changes whenever a result may change, and then has a row
/// in [`changes::CHANGES`].
pub const MODEL_VERSION: &str = "2.0.0";

/// All that the equations need: no more is read, nothing else is known.
#[derive(Clone, Debug)]
pub struct ModelInputs<S> {
    /// The base year, the last observed one.
    pub base_year: i32,
    /// How many years are projected, the base year included; at most [`MAX_YEARS`].
    pub years: usize,
    /// Every input.
    pub inputs: Inputs<S>,
    /// Building projects.
    pub projects: Vec<Project<S>>,
    /// Deliverables.
    pub deliverables: Vec<Deliverable<S>>,
}

impl ModelInputs<f64> {
    /// The same case in another reading, every number a constant.
    pub fn lift<S: Scalar>(&self) -> ModelInputs<S> {
        ModelInputs {
            base_year: self.base_year,
            years: self.years,
            inputs: Inputs::build(self.years, |input, t| S::constant(self.inputs.at(input, t))),
            projects: self.projects.iter().map(|project| project.map(|_, value| S::constant(value))).collect(),
            deliverables: self.deliverables.iter().map(|item| item.map(|_, value| S::constant(value))).collect(),
        }
    }
}

/// The value of every quantity in every year. Absent values are NaN.
#[derive(Clone, Debug)]
pub struct Projection<S> {
    years: usize,
    cells: [[S; MAX_YEARS]; Quantity::COUNT],
}

impl<S: Scalar> Default for Projection<S> {
    fn default() -> Self {
        Projection { years: 0, cells: [[S::ABSENT; MAX_YEARS]; Quantity::COUNT] }
    }
}

impl<S: Scalar> Projection<S> {
    /// The value of a quantity in the year with index `t` (0 is the base year).
    #[inline(always)]
    pub fn get(&self, quantity: Quantity, t: usize) -> S {
        self.cells[quantity as usize][t]
    }

    /// The values of a quantity, one a projected year.
    pub fn series(&self, quantity: Quantity) -> &[S] {
        &self.cells[quantity as usize][..self.years]
    }

    /// How many years there are, the base year included.
    pub fn years(&self) -> usize {
        self.years
    }
}

impl Projection<f64> {
    /// The value of a quantity, `None` where it is absent.
    pub fn value(&self, quantity: Quantity, t: usize) -> Option<f64> {
        let value = *self.series(quantity).get(t)?;
        (!value.is_nan()).then_some(value)
    }
}

/// Computes `model_inputs` into `out`. No heap, no branches on inputs but through [`Scalar::select`].
pub fn project<S: Scalar>(model_inputs: &ModelInputs<S>, ledger: S::Ledger, out: &mut Projection<S>) {
    out.years = model_inputs.years.min(MAX_YEARS);
    let mut run = Run { model_inputs, inputs: &model_inputs.inputs, ledger, out };
    for t in 0..run.out.years {
        facilities::places(&mut run, t);
        flow::advance(&mut run, t);
        intake::divide(&mut run, t);
        intake::place(&mut run, t);
        flow::settle(&mut run, t);
        staff::advance(&mut run, t);
        facilities::equip(&mut run, t);
        uses::spend(&mut run, t);
        sources::raise(&mut run, t);
        results::close(&mut run, t);
    }
}

/// The everyday run on plain numbers, compiled once here.
pub fn run(model_inputs: &ModelInputs<f64>, out: &mut Projection<f64>) {
    project(model_inputs, (), out);
}

/// As [`run`], for a block of draws at once.
pub fn run_wide(model_inputs: &ModelInputs<Wide>, out: &mut Projection<Wide>) {
    project(model_inputs, (), out);
}

impl<S: Scalar> ModelInputs<S> {
    /// The price level in the year with index `t`, 1 in the base year.
    #[inline(always)]
    pub fn price_level(&self, t: usize) -> S {
        self.inputs.operating.price_growth.growth(t)
    }
}

/// A projection in the making.
struct Run<'a, S: Scalar> {
    model_inputs: &'a ModelInputs<S>,
    inputs: &'a Inputs<S>,
    ledger: S::Ledger,
    out: &'a mut Projection<S>,
}

impl<S: Scalar> Run<'_, S> {
    #[inline]
    fn get(&self, quantity: Quantity, t: usize) -> S {
        self.out.cells[quantity as usize][t]
    }

    #[inline]
    fn set(&mut self, quantity: Quantity, t: usize, value: S) {
        self.out.cells[quantity as usize][t] = value.named(self.ledger, quantity, t);
    }

    /// A value under its name as a part of an equation.
    #[inline]
    fn part(&self, part: Part, t: usize, value: S) -> S {
        value.part(self.ledger, part, t)
    }

    #[inline]
    fn calendar(&self, t: usize) -> i32 {
        self.model_inputs.base_year + t as i32
    }

    /// Fiscal-year mean of a stock (t > 0): eight months of the old academic year, four of the new.
    #[inline]
    fn mean(&self, stock: Quantity, t: usize) -> S {
        fiscal_mean(self.get(stock, t - 1), self.get(stock, t))
    }

    /// The sum of some quantities, in their order.
    #[inline]
    fn sum(&self, parts: &[Quantity], t: usize) -> S {
        let mut total = self.get(parts[0], t);
        for part in &parts[1..] {
            total = total + self.get(*part, t);
        }
        total
    }

    /// Price level against the base year.
    #[inline]
    fn prices(&self, t: usize) -> S {
        self.model_inputs.price_level(t)
    }

    /// Average pay of a teacher in the year, yuan.
    #[inline]
    fn pay(&self, t: usize) -> S {
        self.part(Part::Pay, t, self.inputs.pay.teacher_pay * self.inputs.pay.pay_growth.growth(t))
    }
}

/// Eight months at `last`, four at `this`.
#[inline]
fn fiscal_mean<S: Scalar>(last: S, this: S) -> S {
    (S::constant(8.0) * last + S::constant(4.0) * this) / S::constant(12.0)
}
