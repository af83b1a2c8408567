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
    total: u32,
    next: u32,
    kept: Kept,
}

/// What was kept of the draws so far.
struct Kept {
    quantities: Vec<Quantity>,
    /// The years that are kept, by their indices.
    kept_years: Vec<usize>,
    years: usize,
    base_year: i32,
    seed: u32,
    range: Range<u32>,
    /// A column a cell (quantity, then year) and a row a draw; each column in one piece.
    values: Vec<f64>,
    /// How many draws met each target.
    chances: Vec<Chance>,
    /// What each draw makes of each target, where draws are held against observed values.
    marks: Vec<Vec<Mark>>,
    /// The sum of squared misses of each draw; empty where there is nothing to hold it against.
    misfits: Vec<f64>,
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
        let Kept { quantities, kept_years, range, .. } = self.kept;
        let yardsticks = &Yardstick::all(resolved);
        let asked = Asked { quantities: &quantities, years: &kept_years, targets: true, yardsticks };
        Sampling::of(resolved, self.total, range, asked)
    }

    /// Begins with what is asked.
    pub(super) fn of(resolved: &ResolvedScenario, draws: u32, range: Range<u32>, asked: Asked<'_>) -> Sampling {
        let draws = draws.clamp(1, MAX_DRAWS);
        let recording = Recording::of(resolved, draws, asked);
        let targets = if asked.targets { resolved.scenario.area().targets.len() } else { 0 };
        let range = range.start.min(draws)..range.end.min(draws);
        let kept = Kept {
            quantities: asked.quantities.to_vec(),
            kept_years: asked.years.to_vec(),
            years: resolved.model_inputs.years,
            base_year: resolved.base_year(),
            seed: resolved.scenario.seed,
            range: range.clone(),
            values: Vec::new(),
            chances: vec![Chance::default(); targets],
            marks: vec![Vec::new(); targets],
            misfits: Vec::new(),
        };
        Sampling { recording, total: draws, next: range.start, kept }.with_room(range)
    }

    /// The same of other draws.
    pub(super) fn over(&self, range: Range<u32>) -> Sampling {
        let Kept { quantities, kept_years, years, base_year, seed, .. } = &self.kept;
        let kept = Kept {
            quantities: quantities.clone(),
            kept_years: kept_years.clone(),
            years: *years,
            base_year: *base_year,
            seed: *seed,
            range: range.clone(),
            values: Vec::new(),
            chances: vec![Chance::default(); self.kept.chances.len()],
            marks: vec![Vec::new(); self.kept.marks.len()],
            misfits: Vec::new(),
        };
        Sampling { recording: self.recording.clone(), total: self.total, next: range.start, kept }.with_room(range)
    }

    /// Makes room for the draws of a range.
    fn with_room(mut self, range: Range<u32>) -> Sampling {
        let (kept, rows) = (&mut self.kept, range.len());
        kept.values = vec![f64::NAN; kept.quantities.len() * kept.kept_years.len() * rows];
        if self.recording.weighed {
            kept.misfits = vec![f64::NAN; rows];
            kept.marks.iter_mut().for_each(|marks| marks.resize(rows, Mark::Unknown));
        }
        self
    }

    /// How many draws are done, and how many there are to do.
    pub fn progress(&self) -> (usize, usize) {
        ((self.kept.range.start..self.next).len(), self.kept.range.len())
    }

    /// Does up to `draws` further draws; multiples of [`BLOCK`] waste nothing. Says whether any are
    /// left. No heap is used here.
    #[inline(never)]
    pub fn step(&mut self, draws: u32) -> bool {
        let end = self.next.saturating_add(draws).min(self.kept.range.end);
        while self.next < end {
            let width = BLOCK.min((end - self.next) as usize);
            let row = (self.next - self.kept.range.start) as usize;
            let Recording { machine, axes, judged, .. } = &mut self.recording;
            let kept = &mut self.kept;
            let mut block = Block { axes, judged, first: self.next, last: self.total - 1, row, width, kept };
            machine.run(width, &mut block);
            self.next += width as u32;
        }
        self.next < self.kept.range.end
    }

    /// All draws that are left, at once.
    pub fn all(mut self) -> Draws {
        while self.step(u32::MAX) {}
        self.finish()
    }

    /// What came of the draws that were done; those of a sampling that was not finished are absent.
    pub fn finish(mut self) -> Draws {
        let done = self.progress().0;
        for place in 0..self.results() {
            if let Some(known) = self.recording.machine.program().known(place) {
                self.kept.fill(&self.recording.judged, place, known, done);
            }
        }
        let kept = self.kept;
        Draws {
            inputs: self.recording.axes.iter().map(|axis| axis.uncertain).collect(),
            total: self.total,
            quantities: kept.quantities,
            kept_years: kept.kept_years,
            years: kept.years,
            base_year: kept.base_year,
            seed: kept.seed,
            range: kept.range,
            values: kept.values,
            misfits: kept.misfits,
            chances: kept.chances,
            marks: kept.marks,
        }
    }

    fn results(&self) -> usize {
        self.kept.cells() + self.recording.judged.len() + usize::from(self.recording.weighed)
    }
}

impl Kept {
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
    kept: &'a mut Kept,
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
