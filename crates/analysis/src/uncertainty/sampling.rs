//! Sampling in slices.

use std::ops::Range;

use super::conditioned::{Mark, Yardstick};
use super::{Chance, Draws, Sampler};
use voced_model::lanes::{WIDTH, Wide};
use voced_model::{MAX_YEARS, Quantity, Scalar};
use voced_scenario::ResolvedScenario;
use voced_scenario::targets::{Metric, Target};

/// A sampling that has begun: [`Sampling::step`] until nothing is left, then [`Sampling::finish`].
/// To cancel it, drop it.
pub struct Sampling {
    sampler: Sampler,
    quantities: Vec<Quantity>,
    goals: Vec<Goal>,
    years: usize,
    base_year: i32,
    seed: u32,
    range: Range<u32>,
    next: u32,
    /// What each draw is held against, where that was asked for.
    yardsticks: Vec<Yardstick>,
    /// The sum of squared misses of each draw; empty without yardsticks.
    misfits: Vec<f64>,
    /// A column a cell (quantity, then year) and a row a draw; each column in one piece.
    values: Vec<f64>,
}

/// A target, and how many draws met it.
struct Goal {
    target: Target,
    /// The values of a metric that no draw moves.
    fixed: [f64; MAX_YEARS],
    chance: Chance,
    /// What each draw makes of it, where draws are held against observed values.
    marks: Vec<Mark>,
}

impl Sampling {
    /// Begins with a resolved scenario: `draws` draws, of which the values of some quantities are kept.
    pub fn start(resolved: &ResolvedScenario, draws: u32, quantities: &[Quantity]) -> Sampling {
        Sampling::part(resolved, draws, 0..u32::MAX, quantities)
    }

    /// As [`Sampling::start`], for those of the draws that lie in `range`: several threads take a part
    /// each, and [`Draws::join`] puts them together.
    pub fn part(resolved: &ResolvedScenario, draws: u32, range: Range<u32>, quantities: &[Quantity]) -> Sampling {
        let sampler = Sampler::new(resolved, draws);
        let range = range.start.min(sampler.draws())..range.end.min(sampler.draws());
        let projection = resolved.project();
        let goal = |target: &Target| {
            let mut fixed = [f64::NAN; MAX_YEARS];
            if let Metric::Deliverable(_) = target.metric {
                for (slot, value) in fixed.iter_mut().zip(resolved.metric(&projection, &target.metric)) {
                    *slot = value.unwrap_or(f64::NAN);
                }
            }
            Goal { target: target.clone(), fixed, chance: Chance::default(), marks: Vec::new() }
        };
        let years = resolved.model_inputs.years;
        Sampling {
            values: vec![f64::NAN; quantities.len() * years * range.len()],
            quantities: quantities.to_vec(),
            goals: resolved.scenario.area().targets.iter().map(goal).collect(),
            years,
            base_year: resolved.base_year(),
            seed: resolved.scenario.seed,
            next: range.start,
            range,
            yardsticks: Vec::new(),
            misfits: Vec::new(),
            sampler,
        }
    }

    /// The same draws, each also held against what was observed of the area.
    #[must_use]
    pub fn conditioned(mut self, resolved: &ResolvedScenario) -> Sampling {
        self.yardsticks = Yardstick::all(resolved);
        if !self.yardsticks.is_empty() {
            self.misfits = vec![f64::NAN; self.range.len()];
            for goal in &mut self.goals {
                goal.marks = vec![Mark::Unknown; self.range.len()];
            }
        }
        self
    }

    /// The same draws without a look at the targets.
    pub(super) fn without_targets(self) -> Sampling {
        Sampling { goals: Vec::new(), ..self }
    }

    /// How many draws are done, and how many there are to do.
    pub fn progress(&self) -> (usize, usize) {
        ((self.range.start..self.next).len(), self.range.len())
    }

    /// Does up to `draws` further draws; multiples of [`WIDTH`] waste nothing. Says whether any are
    /// left. No heap is used here.
    // Whoever draws calls the same code: the equations in lanes are large.
    #[inline(never)]
    pub fn step(&mut self, draws: u32) -> bool {
        let end = self.next.saturating_add(draws).min(self.range.end);
        while self.next < end {
            let width = WIDTH.min((end - self.next) as usize);
            self.sampler.block(self.next);
            self.keep(width);
            let row = (self.next - self.range.start) as usize;
            self.hold(row, width);
            for goal in &mut self.goals {
                goal.judge(&self.sampler, self.base_year, self.years, row, width);
            }
            self.next += width as u32;
        }
        self.next < self.range.end
    }

    /// All draws that are left, at once.
    pub fn all(mut self) -> Draws {
        while self.step(u32::MAX) {}
        self.finish()
    }

    fn keep(&mut self, width: usize) {
        let rows = self.range.len();
        let row = (self.next - self.range.start) as usize;
        let mut columns = self.values.chunks_exact_mut(rows);
        for quantity in &self.quantities {
            for (values, column) in self.sampler.out().series(*quantity).iter().zip(&mut columns) {
                column[row..row + width].copy_from_slice(&values.0[..width]);
            }
        }
    }

    /// Holds a block of draws against the observed values.
    fn hold(&mut self, row: usize, width: usize) {
        for (lane, misfit) in self.misfits.iter_mut().skip(row).take(width).enumerate() {
            let series = |yardstick: &Yardstick| self.sampler.out().series(yardstick.quantity)[yardstick.t].0[lane];
            *misfit = self.yardsticks.iter().map(|yardstick| yardstick.misfit(series(yardstick))).sum();
        }
    }

    /// What came of the draws that were done; those of a sampling that was not finished are absent.
    pub fn finish(self) -> Draws {
        Draws {
            inputs: self.sampler.inputs().copied().collect(),
            total: self.sampler.draws(),
            quantities: self.quantities,
            years: self.years,
            base_year: self.base_year,
            seed: self.seed,
            range: self.range,
            values: self.values,
            misfits: self.misfits,
            chances: self.goals.iter().map(|goal| goal.chance).collect(),
            marks: self.goals.into_iter().map(|goal| goal.marks).collect(),
        }
    }
}

impl Goal {
    fn judge(&mut self, sampler: &Sampler, base_year: i32, years: usize, row: usize, width: usize) {
        let mut series = [Wide::ABSENT; MAX_YEARS];
        match &self.target.metric {
            Metric::Quantity(quantity) => {
                series[..years].copy_from_slice(sampler.out().series(*quantity));
            }
            Metric::Input(input) => {
                let slots = sampler.model_inputs().inputs.slots(*input);
                for (t, slot) in series.iter_mut().enumerate().take(years) {
                    *slot = slots.get(t).or(slots.first()).copied().unwrap_or(Wide::ABSENT);
                }
            }
            Metric::Deliverable(_) => {
                for (slot, value) in series.iter_mut().zip(self.fixed) {
                    *slot = Wide::splat(value);
                }
            }
        }
        let series = &series[..years];
        let scale = series.iter().fold(Wide::splat(0.0), |scale, value| scale.max(*value).max(-*value));
        for lane in 0..width {
            if let Some(met) = self.target.is_met(base_year, years, scale.0[lane], |t| series[t].0[lane]) {
                self.chance.judged += 1;
                self.chance.met += u32::from(met);
                if let Some(mark) = self.marks.get_mut(row + lane) {
                    *mark = if met { Mark::Met } else { Mark::Missed };
                }
            }
        }
    }
}
