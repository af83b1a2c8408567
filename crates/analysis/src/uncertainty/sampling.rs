//! Sampling in slices.

use std::ops::Range;

use super::conditioned::{Mark, Yardstick};
use super::recording::{Asked, Axis, Recording};
use super::{Chance, Draws, MAX_DRAWS};
use voced_model::Quantity;
use voced_model::lanes::{WIDTH, Wide};
use voced_model::tape::{BLOCK, Feed};
use voced_scenario::ResolvedScenario;

/// A sampling that has begun: [`Sampling::step`] until nothing is left, then [`Sampling::finish`].
/// To cancel it, drop it.
pub struct Sampling {
    recording: Recording,
    next: u32,
    /// What was kept of the draws so far.
    draws: Draws,
}

impl Sampling {
    /// Begins with a resolved scenario: `draws` draws, of which the values of some quantities are kept.
    pub fn start(resolved: &ResolvedScenario, draws: u32, quantities: &[Quantity]) -> Sampling {
        Sampling::part(resolved, draws, 0..u32::MAX, quantities)
    }

    /// As [`Sampling::start`], for those of the draws that lie in `range`: several threads take a part
    /// each, and [`Draws::join`] puts them together.
    pub fn part(resolved: &ResolvedScenario, draws: u32, range: Range<u32>, quantities: &[Quantity]) -> Sampling {
        let years: Vec<usize> = (0..resolved.model_inputs.years).collect();
        Sampling::of(resolved, draws, range, Asked { quantities, years: &years, targets: true, yardsticks: &[] })
    }

    /// The same draws, each also held against what was observed of the area.
    #[must_use]
    pub fn conditioned(self, resolved: &ResolvedScenario) -> Sampling {
        let Draws { quantities, kept_years, range, total, .. } = self.draws;
        let yardsticks = &Yardstick::all(resolved);
        let asked = Asked { quantities: &quantities, years: &kept_years, targets: true, yardsticks };
        Sampling::of(resolved, total, range, asked)
    }

    /// Begins with what is asked.
    pub(super) fn of(resolved: &ResolvedScenario, draws: u32, range: Range<u32>, asked: Asked<'_>) -> Sampling {
        let total = draws.clamp(1, MAX_DRAWS);
        let recording = Recording::of(resolved, total, asked);
        let targets = if asked.targets { resolved.scenario.area().targets.len() } else { 0 };
        let draws = Draws {
            inputs: recording.axes.iter().map(|axis| axis.uncertain).collect(),
            total,
            quantities: asked.quantities.to_vec(),
            kept_years: asked.years.to_vec(),
            years: resolved.model_inputs.years,
            base_year: resolved.base_year(),
            seed: resolved.scenario.seed,
            range: 0..0,
            values: Vec::new(),
            chances: vec![Chance::default(); targets],
            misfits: Vec::new(),
            marks: vec![Vec::new(); targets],
        };
        let mut sampling = Sampling { recording, next: 0, draws };
        sampling.begin(range.start.min(total)..range.end.min(total));
        sampling
    }

    /// Begins with the draws of a range; what was kept of others is gone, but for how often targets were met.
    pub(super) fn begin(&mut self, range: Range<u32>) {
        let (rows, draws) = (range.len(), &mut self.draws);
        self.next = range.start;
        draws.range = range;
        draws.values.clear();
        draws.values.resize(draws.quantities.len() * draws.kept_years.len() * rows, f64::NAN);
        if self.recording.weighed {
            draws.misfits = vec![f64::NAN; rows];
            draws.marks.iter_mut().for_each(|marks| *marks = vec![Mark::Unknown; rows]);
        }
    }

    /// How many draws are done, and how many there are to do.
    pub fn progress(&self) -> (usize, usize) {
        ((self.draws.range.start..self.next).len(), self.draws.range.len())
    }

    /// Does up to `draws` further draws; multiples of [`BLOCK`] waste nothing. Says whether any are
    /// left. No heap is used here.
    #[inline(never)]
    pub fn step(&mut self, draws: u32) -> bool {
        let end = self.next.saturating_add(draws).min(self.draws.range.end);
        while self.next < end {
            let width = BLOCK.min((end - self.next) as usize);
            let row = (self.next - self.draws.range.start) as usize;
            let Recording { machine, axes, judged, .. } = &mut self.recording;
            let (first, last) = (self.next, self.draws.total - 1);
            let mut block = Block { axes, judged, first, last, row, width, kept: &mut self.draws };
            machine.run(width, &mut block);
            self.next += width as u32;
        }
        self.next < self.draws.range.end
    }

    /// All draws that are left, at once.
    pub fn all(mut self) -> Draws {
        while self.step(u32::MAX) {}
        self.finish()
    }

    /// What came of the draws that were done; those of a sampling that was not finished are absent.
    pub fn finish(mut self) -> Draws {
        self.complete();
        self.draws
    }

    /// All draws that are left, at once, where what came of them is to be looked at and others are to follow.
    pub(super) fn look(&mut self) -> &Draws {
        while self.step(u32::MAX) {}
        self.complete();
        &self.draws
    }

    /// Writes down for every draw that was done what no draw moves.
    fn complete(&mut self) {
        let done = self.progress().0;
        let results = self.draws.cells() + self.recording.judged.len() + usize::from(self.recording.weighed);
        for place in 0..results {
            if let Some(known) = self.recording.machine.program().known(place) {
                self.draws.fill(&self.recording.judged, place, known, done);
            }
        }
    }
}

impl Draws {
    /// How many columns there are.
    fn cells(&self) -> usize {
        self.quantities.len() * self.kept_years.len()
    }

    /// A result that is the same in every draw that was done.
    fn fill(&mut self, judged: &[usize], place: usize, known: f64, done: usize) {
        let known = Wide::splat(known);
        for row in (0..done).step_by(WIDTH) {
            self.keep(judged, place, row, WIDTH.min(done - row), &[known]);
        }
    }

    /// Keeps the result of a place of some draws that begin at a row.
    #[inline(always)]
    fn keep(&mut self, judged: &[usize], place: usize, row: usize, width: usize, block: &[Wide]) {
        let (cells, rows) = (self.cells(), self.range.len());
        if place < cells {
            let column = &mut self.values[place * rows..(place + 1) * rows];
            copy(&mut column[row..row + width], block);
        } else if let Some(target) = judged.get(place - cells) {
            self.judge(*target, row, width, block);
        } else {
            copy(&mut self.misfits[row..row + width], block);
        }
    }

    /// Counts what some draws make of a target, by how far they miss it.
    fn judge(&mut self, target: usize, row: usize, width: usize, block: &[Wide]) {
        let misses = || block.iter().flat_map(|lanes| lanes.0).take(width);
        let count = |holds: fn(&f64) -> bool| misses().filter(holds).count() as u32;
        self.chances[target].judged += count(|miss| !miss.is_nan());
        self.chances[target].met += count(|miss| *miss <= 0.0);
        for (mark, miss) in self.marks[target].iter_mut().skip(row).zip(misses()) {
            *mark = match miss {
                miss if miss.is_nan() => Mark::Unknown,
                miss if miss <= 0.0 => Mark::Met,
                _ => Mark::Missed,
            };
        }
    }
}

/// Takes the lanes that there is room for.
#[inline(always)]
fn copy(to: &mut [f64], block: &[Wide]) {
    for (to, lanes) in to.chunks_mut(WIDTH).zip(block) {
        match <&mut [f64; WIDTH]>::try_from(&mut *to) {
            Ok(to) => *to = lanes.0,
            Err(_) => to.copy_from_slice(&lanes.0[..to.len()]),
        }
    }
}

/// A block of draws under way.
struct Block<'a> {
    axes: &'a [Axis],
    judged: &'a [usize],
    first: u32,
    last: u32,
    row: usize,
    width: usize,
    kept: &'a mut Draws,
}

impl Feed for Block<'_> {
    #[inline(always)]
    fn level(&mut self, place: usize, block: &mut [Wide]) {
        self.axes[place].levels(self.first, self.last, block);
    }

    #[inline(always)]
    fn keep(&mut self, place: usize, block: &[Wide]) {
        self.kept.keep(self.judged, place, self.row, self.width, block);
    }
}
