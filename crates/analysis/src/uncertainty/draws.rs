//! What came of a sampling.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::conditioned::{Mark, WeightedChance, Weights};
use super::{Band, Histogram, Sampling, Uncertain};
use voced_model::Quantity;
use voced_scenario::ResolvedScenario;

/// How many draws met a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chance {
    /// The draws in which it could be judged.
    pub judged: u32,
    /// Those of them that met it.
    pub met: u32,
}

impl Chance {
    /// The share of the judged draws that met the target.
    pub fn share(self) -> Option<f64> {
        (self.judged > 0).then(|| f64::from(self.met) / f64::from(self.judged))
    }
}

/// The values of some quantities in every draw, and how often each target was met.
#[derive(Clone, Debug)]
pub struct Draws {
    pub(super) inputs: Vec<Uncertain>,
    pub(super) total: u32,
    pub(super) quantities: Vec<Quantity>,
    /// The years of which values were kept, by their indices.
    pub(super) kept_years: Vec<usize>,
    pub(super) years: usize,
    pub(super) base_year: i32,
    pub(super) seed: u32,
    pub(super) range: Range<u32>,
    pub(super) values: Vec<f64>,
    pub(super) chances: Vec<Chance>,
    pub(super) misfits: Vec<f64>,
    pub(super) marks: Vec<Vec<Mark>>,
}

/// All of a sampling at once.
pub fn draws(resolved: &ResolvedScenario, draws: u32, quantities: &[Quantity]) -> Draws {
    Sampling::start(resolved, draws, quantities).all()
}

/// As [`draws`], each draw also held against what was observed of the area.
pub fn conditioned_draws(resolved: &ResolvedScenario, draws: u32, quantities: &[Quantity]) -> Draws {
    Sampling::start(resolved, draws, quantities).conditioned(resolved).all()
}

impl Draws {
    /// How many draws there are.
    pub fn count(&self) -> usize {
        self.range.len()
    }

    /// The seed they come from.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// What was drawn.
    pub fn inputs(&self) -> &[Uncertain] {
        &self.inputs
    }

    /// The quantities whose values were kept.
    pub fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }

    /// The years, the base year included.
    pub fn years(&self) -> impl ExactSizeIterator<Item = i32> + use<> {
        let base_year = self.base_year;
        (0..self.years).map(move |t| base_year + t as i32)
    }

    /// A quantity in the year with index `t`, a value a draw in their order, absent ones NaN; empty
    /// where the quantity or the year was not kept.
    pub fn values(&self, quantity: Quantity, t: usize) -> &[f64] {
        let place = self.quantities.iter().position(|kept| *kept == quantity);
        let year = self.kept_years.iter().position(|kept| *kept == t);
        let rows = self.range.len();
        let column = place.zip(year).map(|(place, year)| (place * self.kept_years.len() + year) * rows);
        column.and_then(|start| self.values.get(start..start + rows)).unwrap_or_default()
    }

    /// The bands of a quantity, one a year.
    pub fn bands(&self, quantity: Quantity) -> Vec<Band> {
        let mut room = Vec::with_capacity(self.range.len());
        (0..self.years).map(|t| Band::of(self.values(quantity, t), &mut room)).collect()
    }

    /// The histogram of a quantity in the year with index `t`; empty where the quantity was not kept.
    pub fn histogram(&self, quantity: Quantity, t: usize) -> Histogram {
        Histogram::of(self.values(quantity, t), quantity.spec().unit)
    }

    /// How often each target of the area was met, in the plan's order.
    pub fn chances(&self) -> &[Chance] {
        &self.chances
    }

    /// The weights of the draws by the observed values; `None` where they were not held against any.
    pub fn weights(&self) -> Option<Weights> {
        (!self.misfits.is_empty()).then(|| Weights::of(&self.misfits))
    }

    /// The bands of a quantity by weight, one a year.
    pub fn conditioned_bands(&self, quantity: Quantity, weights: &Weights) -> Vec<Band> {
        let mut room = Vec::with_capacity(self.range.len());
        (0..self.years).map(|t| Band::weighted(self.values(quantity, t), weights.values(), &mut room)).collect()
    }

    /// How much weight lies with draws that met each target, in the plan's order.
    pub fn conditioned_chances(&self, weights: &Weights) -> Vec<WeightedChance> {
        self.marks.iter().map(|marks| WeightedChance::of(marks, weights)).collect()
    }

    /// Puts the parts of one sampling together, in any order; `None` where they are parts of different
    /// samplings or leave a draw out.
    pub fn join(mut parts: Vec<Draws>) -> Option<Draws> {
        parts.sort_by_key(|part| (part.range.start, part.range.end));
        let first = parts.first()?;
        let same = |part: &Draws| {
            (part.total, part.seed, part.years, part.base_year)
                == (first.total, first.seed, first.years, first.base_year)
                && part.quantities == first.quantities
                && part.kept_years == first.kept_years
                && part.inputs == first.inputs
                && part.chances.len() == first.chances.len()
                && part.misfits.is_empty() == first.misfits.is_empty()
        };
        let mut end = 0;
        for part in &parts {
            if !same(part) || part.range.start != end {
                return None;
            }
            end = part.range.end;
        }
        if end != first.total {
            return None;
        }
        let cells = first.quantities.len() * first.kept_years.len();
        let mut values = Vec::with_capacity(cells * end as usize);
        for cell in 0..cells {
            for part in &parts {
                let rows = part.range.len();
                values.extend_from_slice(&part.values[cell * rows..(cell + 1) * rows]);
            }
        }
        let mut chances = vec![Chance::default(); first.chances.len()];
        for part in &parts {
            for (sum, chance) in chances.iter_mut().zip(&part.chances) {
                sum.judged += chance.judged;
                sum.met += chance.met;
            }
        }
        let misfits = parts.iter().flat_map(|part| part.misfits.iter().copied()).collect();
        let marks = |target: usize| parts.iter().filter_map(|part| part.marks.get(target)).flatten().copied().collect();
        let marks = (0..chances.len()).map(marks).collect();
        let whole = parts.into_iter().next()?;
        Some(Draws { range: 0..end, values, chances, misfits, marks, ..whole })
    }
}
