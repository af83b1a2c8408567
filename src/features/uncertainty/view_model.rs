//! How sure the results are: bands, chances and histograms as the page shows them.

use std::rc::Rc;

use voced_analysis::uncertainty::{Band, Conditioned, PERCENTS, Study};
use voced_model::format::{self, Gauge};
use voced_model::{Lang, Quantity};
use voced_scenario::targets::Metric;
use voced_scenario::{Status, Target};

use crate::app::Outcome;
use crate::features::plot::counted::{self, landmark};
use crate::features::plot::measure::Measure;
use crate::phrases;
use crate::worker::Answer;
use voced_charts::Histogram;

/// What came of the draws. Cheap to clone; equal only to itself.
#[derive(Clone, Debug)]
pub struct Sureness(Rc<Answer>);

impl PartialEq for Sureness {
    fn eq(&self, other: &Sureness) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Sureness {
    /// A study, where it is one of this outcome's area: during a drag the newest study may be a frame
    /// behind, but one of another area says nothing here.
    pub fn of(answer: &Rc<Answer>, outcome: &Outcome) -> Option<Sureness> {
        let Answer::Sure(study) = &**answer else { return None };
        let targets = outcome.resolved().scenario.area().targets.len();
        let fits = study.base_year() == outcome.resolved().base_year() && study.chances().len() == targets;
        fits.then(|| Sureness(answer.clone()))
    }

    fn study(&self) -> Option<&Study> {
        match &*self.0 {
            Answer::Sure(study) => Some(study),
            _ => None,
        }
    }

    /// The draws weighed by what was observed: how many count, and whether they are enough; `None` where they were
    /// not weighed.
    pub fn seen(&self) -> Option<&Conditioned> {
        self.study()?.conditioned()
    }

    /// How many draws there were.
    pub fn draws(&self) -> u32 {
        self.study().map_or(0, Study::draws)
    }

    /// Whether the results of a year were asked for.
    pub fn is_of(&self, year: i32) -> bool {
        self.study().and_then(Study::year).is_none_or(|asked| asked == year)
    }

    /// The weighed draws, where they are to be shown.
    fn weighed(&self) -> Option<&Conditioned> {
        self.seen().filter(|conditioned| conditioned.agrees)
    }

    fn band(&self, quantity: Quantity, t: usize) -> Option<&Band> {
        let bands = match self.weighed() {
            Some(conditioned) => conditioned.bands(quantity),
            None => self.study()?.bands(quantity),
        };
        bands.get(t)
    }

    /// The percentiles of a quantity in the year with index `t`.
    pub fn levels(&self, quantity: Quantity, t: usize) -> Option<[f64; PERCENTS.len()]> {
        self.band(quantity, t)?.levels
    }

    /// The percentiles of a difference from the comparison in the year with index `t`.
    pub fn differences(&self, quantity: Quantity, t: usize) -> Option<[f64; PERCENTS.len()]> {
        self.study()?.differences(quantity).get(t)?.levels
    }

    /// Where nine draws in ten lie, in words, as the numbers beside it are written; empty where they do not
    /// differ.
    pub fn likely(&self, quantity: Quantity, t: usize, gauge: Gauge) -> String {
        self.levels(quantity, t).map_or_else(String::new, |[low, .., high]| gauge.range(low, high))
    }

    /// In which share of the draws that have a value it is below zero.
    pub fn below_zero(&self, quantity: Quantity, t: usize) -> Option<f64> {
        let band = self.band(quantity, t)?;
        band.levels.map(|_| band.sides[0])
    }

    /// The histogram of a quantity in the year with index `t`, with the scenario's own result and the
    /// percentiles marked; `None` where all draws give the same.
    pub fn histogram(&self, quantity: Quantity, t: usize, outcome: &Outcome, lang: Lang) -> Option<Histogram> {
        let found = self.study()?.histograms(quantity).get(t)?;
        if found.counts.len() < 2 {
            return None;
        }
        let unit = quantity.spec().unit;
        let measure = Measure::over(unit, found.edges.iter().copied(), lang);
        let mark = |name: &str, value: f64, is_own| landmark(name, value, is_own, &measure);
        let own = outcome.projection().value(quantity, t);
        let own = own.map(|value| mark(phrases::VALUE.get(lang), value, true));
        let levels = self.levels(quantity, t).into_iter().flat_map(|levels| PERCENTS.into_iter().zip(levels));
        // The quarters would crowd the labels; they are in the table of the bands.
        let outer = levels.filter(|(percent, _)| [5, 50, 95].contains(percent));
        let landmarks = own.into_iter().chain(outer.map(|(percent, level)| mark(&format!("P{percent}"), level, false)));
        Some(counted::histogram(found, &measure, phrases::SHARE_OF_DRAWS, landmarks.collect(), lang))
    }

    /// How likely a target is met, in words; for one that is assumed, who assumes it.
    pub fn chance_text(&self, place: usize, target: &Target, lang: Lang) -> String {
        let assumed = match target.metric {
            Metric::Quantity(_) => phrases::NO_VALUE,
            Metric::Input(_) => phrases::SET_BY_LEVER,
            Metric::Deliverable(_) => Status::Assumed.words(),
        };
        self.chance(place, target).map_or_else(|| assumed.get(lang).to_owned(), format::chance)
    }

    /// The share of draws that meet a target, by its place among the area's targets; `None` where it could be judged
    /// in none, and where it is not computed but assumed: what a lever is set to, what is built by a date.
    pub fn chance(&self, place: usize, target: &Target) -> Option<f64> {
        if !matches!(target.metric, Metric::Quantity(_)) {
            return None;
        }
        match self.weighed() {
            Some(conditioned) => conditioned.chances.get(place)?.share(),
            None => self.study()?.chances().get(place)?.share(),
        }
    }
}
