//! What a page shows of a sampling, of however many draws.

use crate::uncertainty;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::conditioned::Yardstick;
use super::paired::twin;
use super::recording::Asked;
use super::{Band, Chance, Draws, Histogram, MAX_DRAWS, Sampling, Uncertain, WeightedChance, Weights};
use voced_model::{MAX_YEARS, Quantity};
use voced_scenario::ResolvedScenario;

/// What is to be found out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// How many draws, from 1 to [`MAX_DRAWS`].
    pub draws: u32,
    /// The quantities whose percentiles are asked for.
    pub bands: Vec<Quantity>,
    /// The quantities whose histograms are.
    pub histograms: Vec<Quantity>,
    /// The one year they are asked of; all years where there is none.
    pub year: Option<i32>,
}

/// The answer: percentiles and histograms of every year that was asked for, and the chances of the targets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Study {
    seed: u32,
    draws: u32,
    base_year: i32,
    year: Option<i32>,
    inputs: Vec<Uncertain>,
    bands: Vec<(Quantity, Vec<Band>)>,
    histograms: Vec<(Quantity, Vec<Histogram>)>,
    chances: Vec<Chance>,
    conditioned: Option<Conditioned>,
    differences: Vec<(Quantity, Vec<Band>)>,
}

/// Bands and chances by weight, where draws were held against observed values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conditioned {
    /// The effective number of draws.
    pub effective: f64,
    /// Whether data and assumptions agree. Where they do not, `bands` and `chances` are empty: the
    /// unweighted ones are to be shown, with a word why.
    pub agrees: bool,
    bands: Vec<(Quantity, Vec<Band>)>,
    /// How much weight lies with draws that met each target, in the plan's order.
    pub chances: Vec<WeightedChance>,
}

impl Conditioned {
    fn of(drawn: &Draws, weights: &Weights) -> Conditioned {
        let agrees = weights.agree();
        let chances = if agrees { drawn.conditioned_chances(weights) } else { Vec::new() };
        Conditioned { effective: weights.effective(), agrees, bands: Vec::new(), chances }
    }

    /// The bands of a quantity, one a year; empty where they were not asked for or data and assumptions do
    /// not agree.
    pub fn bands(&self, quantity: Quantity) -> &[Band] {
        of(&self.bands, quantity)
    }
}

/// The most memory that the values of the draws take at a time, in bytes.
const MEMORY: usize = 192 << 20;

/// A value in memory.
const VALUE: usize = size_of::<f64>();

/// One quantity must fit in however long it is, with the room in which a year of it is ordered.
const _: () = assert!((MAX_YEARS + 1) * MAX_DRAWS as usize * VALUE <= MEMORY);

/// How many draws are done from one word of progress to the next.
const SLICE: u32 = 4096;

/// How long the equations of a year take over one draw, measured by its part in the percentiles of one
/// quantity.
const RUN: f64 = 4.0;

/// Draws as often as `question` says and answers it, as [`draws`](super::draws()) would to the last bit. Where
/// all values together are too many to be kept, the draws are done again for some quantities after
/// the others. With another scenario in `against` the same draws go through that one too, for the bands of
/// the differences ([`Study::differences`]).
///
/// `progress` is told the share that is done, first after a few thousand draws and 1 at the end; where
/// it breaks off there is no answer.
pub fn study(
    resolved: &ResolvedScenario,
    against: Option<&ResolvedScenario>,
    question: &Question,
    progress: impl FnMut(f64) -> ControlFlow<()>,
) -> Option<Study> {
    study_within::<false>(resolved, against, MEMORY / VALUE, question, progress)
}

/// As [`study`], with bands and chances that have seen the observed values of the area besides
/// ([`Study::conditioned`]). Where data and assumptions agree, the differences have seen them too: draws that miss
/// what was observed count little whatever is made of them.
pub fn conditioned_study(
    resolved: &ResolvedScenario,
    against: Option<&ResolvedScenario>,
    question: &Question,
    progress: impl FnMut(f64) -> ControlFlow<()>,
) -> Option<Study> {
    study_within::<true>(resolved, against, MEMORY / VALUE, question, progress)
}

/// As [`study`] or [`conditioned_study`], with room for so many values. The answer does not depend on the room.
/// Compiled for each of the two: a page that asks for plain draws need not load what weighs them.
pub(super) fn study_within<const CONDITIONED: bool>(
    resolved: &ResolvedScenario,
    against: Option<&ResolvedScenario>,
    room: usize,
    question: &Question,
    progress: impl FnMut(f64) -> ControlFlow<()>,
) -> Option<Study> {
    let question = Question { draws: question.draws.clamp(1, MAX_DRAWS), ..question.clone() };
    let twin = against.map(|against| twin(resolved, against));
    let rows = question.draws as usize;
    let years = question.years(resolved);
    let quantities = question.quantities();
    let parts = parts(room, rows, years.len().max(1), &quantities);
    let times = 1 + usize::from(CONDITIONED) + usize::from(twin.is_some());
    let columns = quantities.iter().map(|quantity| question.shows(*quantity, times)).sum::<usize>();
    let run = resolved.model_inputs.years + twin.as_ref().map_or(0, |twin| twin.model_inputs.years);
    let all = rows as f64 * (RUN * (run * parts.len()) as f64 + (years.len() * columns) as f64);
    let mut meter = Meter { done: 0.0, all, progress };
    let mut study = Study {
        seed: resolved.scenario.seed,
        draws: question.draws,
        base_year: resolved.base_year(),
        year: question.year,
        inputs: uncertainty::uncertain(resolved),
        bands: Vec::new(),
        histograms: Vec::new(),
        chances: Vec::new(),
        conditioned: None,
        differences: Vec::new(),
    };
    let mut weights = None;
    for (pass, part) in parts.into_iter().enumerate() {
        // Every pass does the same draws: the targets are judged once.
        let first = pass == 0;
        let yardsticks = if CONDITIONED && first { Yardstick::all(resolved) } else { Vec::new() };
        let asked = Asked { quantities: part, years: &years, targets: first, yardsticks: &yardsticks };
        let sampling = Sampling::of(resolved, question.draws, 0..u32::MAX, asked);
        let mut drawn = drawn(sampling, resolved.model_inputs.years, &mut meter)?;
        if pass == 0 {
            study.chances = drawn.chances().to_vec();
            if CONDITIONED {
                weights = drawn.weights();
                study.conditioned = weights.as_ref().map(|weights| Conditioned::of(&drawn, weights));
            }
        }
        study.bands.extend(plain(&question, &drawn, &mut meter)?);
        let histogram = |quantity, t| Some(drawn.histogram(quantity, t));
        study.histograms.extend(by_year(&question.histograms, &drawn, &mut meter, histogram)?);
        let weights = weights.as_ref().filter(|weights| CONDITIONED && weights.agree());
        if CONDITIONED {
            let bands = weighted(&question, &drawn, weights, &mut meter)?;
            if let Some(conditioned) = &mut study.conditioned {
                conditioned.bands.extend(bands);
            }
        }
        if let Some(twin) = &twin {
            subtract(&mut drawn, twin, &mut meter)?;
            study.differences.extend(match weights {
                Some(weights) if CONDITIONED => weighted(&question, &drawn, Some(weights), &mut meter)?,
                _ => plain(&question, &drawn, &mut meter)?,
            });
        }
    }
    Some(study)
}

impl Question {
    /// Every quantity that is asked for, once.
    fn quantities(&self) -> Vec<Quantity> {
        let mut quantities = Vec::new();
        for quantity in self.bands.iter().chain(&self.histograms) {
            if !quantities.contains(quantity) {
                quantities.push(*quantity);
            }
        }
        quantities
    }

    /// The years that are asked for, by their indices.
    fn years(&self, resolved: &ResolvedScenario) -> Vec<usize> {
        let is_asked = |year: i32| self.year.is_none_or(|asked| asked == year);
        resolved.years().enumerate().filter(|(_, year)| is_asked(*year)).map(|(t, _)| t).collect()
    }

    /// How often values of a quantity are ordered where its bands are taken so many times.
    fn shows(&self, quantity: Quantity, times: usize) -> usize {
        usize::from(self.bands.contains(&quantity)) * times + usize::from(self.histograms.contains(&quantity))
    }
}

/// The quantities in parts of one size that fit in a room of so many values, or of one quantity where not
/// even that fits; one part without any where only the targets are asked for.
fn parts(room: usize, rows: usize, years: usize, quantities: &[Quantity]) -> Vec<&[Quantity]> {
    // A year of one quantity takes its room again while it is ordered.
    let fitting = (room.saturating_sub(rows) / (rows * years)).max(1);
    let passes = quantities.len().div_ceil(fitting).max(1);
    let each = quantities.len().div_ceil(passes).max(1);
    (0..passes).map(|pass| quantities.chunks(each).nth(pass).unwrap_or_default()).collect()
}

/// How far a study has come.
struct Meter<F> {
    done: f64,
    all: f64,
    progress: F,
}

impl<F: FnMut(f64) -> ControlFlow<()>> Meter<F> {
    /// Tells of some more work; `None` where no more is to be done.
    fn add(&mut self, work: f64) -> Option<()> {
        self.done += work;
        (self.progress)(self.done / self.all).is_continue().then_some(())
    }
}

/// Does all draws of a sampling.
fn drawn(mut sampling: Sampling, years: usize, meter: &mut Meter<impl FnMut(f64) -> ControlFlow<()>>) -> Option<Draws> {
    loop {
        let (before, _) = sampling.progress();
        let more = sampling.step(SLICE);
        let (after, _) = sampling.progress();
        meter.add((after - before) as f64 * years as f64 * RUN)?;
        if !more {
            return Some(sampling.finish());
        }
    }
}

/// Takes the draws of the twin from those of a scenario, a slice at a time: no memory but that of a slice.
fn subtract(
    drawn: &mut Draws,
    twin: &ResolvedScenario,
    meter: &mut Meter<impl FnMut(f64) -> ControlFlow<()>>,
) -> Option<()> {
    let draws = drawn.count() as u32;
    let shift = drawn.base_year - twin.base_year();
    let theirs = drawn.kept_years.iter().filter_map(|t| usize::try_from(*t as i32 + shift).ok());
    let years: Vec<usize> = theirs.filter(|t| *t < twin.model_inputs.years).collect();
    let asked = Asked { quantities: drawn.quantities(), years: &years, targets: false, yardsticks: &[] };
    let mut sampling = Sampling::of(twin, draws, 0..0, asked);
    for start in (0..draws).step_by(SLICE as usize) {
        let rows = start..(start + SLICE).min(draws);
        let work = rows.len() as f64 * twin.model_inputs.years as f64 * RUN;
        sampling.begin(rows);
        drawn.subtract(sampling.look());
        meter.add(work)?;
    }
    Some(())
}

/// What is made of each year of the quantities that are asked for; `make` makes it of a quantity and the index of a
/// year, or makes nothing of it. Years that are not asked for hold nothing.
fn by_year<T: Default>(
    asked: &[Quantity],
    drawn: &Draws,
    meter: &mut Meter<impl FnMut(f64) -> ControlFlow<()>>,
    mut make: impl FnMut(Quantity, usize) -> Option<T>,
) -> Option<Vec<(Quantity, Vec<T>)>> {
    let mut columns = Vec::new();
    for quantity in drawn.quantities().iter().filter(|quantity| asked.contains(quantity)) {
        let mut years = Vec::with_capacity(drawn.years().len());
        let mut made_any = false;
        for t in 0..drawn.years().len() {
            if drawn.kept_years.contains(&t) {
                let made = make(*quantity, t);
                made_any |= made.is_some();
                years.extend(made);
                meter.add(drawn.count() as f64)?;
            } else {
                years.push(T::default());
            }
        }
        if !made_any {
            years.clear();
        }
        columns.push((*quantity, years));
    }
    Some(columns)
}

/// The bands of draws that count alike.
fn plain(
    question: &Question,
    drawn: &Draws,
    meter: &mut Meter<impl FnMut(f64) -> ControlFlow<()>>,
) -> Option<Vec<(Quantity, Vec<Band>)>> {
    let mut order = Vec::with_capacity(drawn.count());
    by_year(&question.bands, drawn, meter, |quantity, t| Some(Band::of(drawn.values(quantity, t), &mut order)))
}

/// The bands by weight; none of any year where no weights can be trusted.
fn weighted(
    question: &Question,
    drawn: &Draws,
    weights: Option<&Weights>,
    meter: &mut Meter<impl FnMut(f64) -> ControlFlow<()>>,
) -> Option<Vec<(Quantity, Vec<Band>)>> {
    let mut order = Vec::new();
    by_year(&question.bands, drawn, meter, |quantity, t| {
        weights.map(|weights| Band::weighted(drawn.values(quantity, t), weights.values(), &mut order))
    })
}

impl Study {
    /// The seed the draws come from.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// How many draws there were.
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// The first year of bands and histograms.
    pub fn base_year(&self) -> i32 {
        self.base_year
    }

    /// The one year that was asked for; `None` where all were.
    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// What was drawn.
    pub fn inputs(&self) -> &[Uncertain] {
        &self.inputs
    }

    /// The bands of a quantity, one a year, without anything where the year was not asked for; empty where the
    /// quantity was not.
    pub fn bands(&self, quantity: Quantity) -> &[Band] {
        of(&self.bands, quantity)
    }

    /// The histograms of a quantity, one a year, as [`Study::bands`].
    pub fn histograms(&self, quantity: Quantity) -> &[Histogram] {
        of(&self.histograms, quantity)
    }

    /// How often each target of the area was met, in the plan's order.
    pub fn chances(&self) -> &[Chance] {
        &self.chances
    }

    /// The bands of the differences of a quantity from the other scenario, draw by draw, one a year; empty where they
    /// were not asked for.
    pub fn differences(&self, quantity: Quantity) -> &[Band] {
        of(&self.differences, quantity)
    }

    /// Bands and chances that have seen the observed values; `None` where they were not asked for or nothing
    /// the projection has a value for was observed.
    pub fn conditioned(&self) -> Option<&Conditioned> {
        self.conditioned.as_ref()
    }
}

fn of<T>(columns: &[(Quantity, Vec<T>)], quantity: Quantity) -> &[T] {
    columns.iter().find(|(known, _)| *known == quantity).map_or(&[], |(_, column)| column)
}

#[cfg(test)]
#[path = "study/tests.rs"]
mod tests;
