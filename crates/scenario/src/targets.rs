//! Targets and constraints: what a plan asks for, and whether a projection meets it.

use serde::{Deserialize, Serialize};

use crate::error::Problem;
use crate::json::Json;
use crate::reader::Reader;
use crate::text_fields::{MAX_TEXT, read_text};
use voced_model::format::{self, Gauge};
use voced_model::inputs::Shape;
use voced_model::text::{Lang, Text, Words};
use voced_model::{Compare, InputId, Quantity, Scalar, Style, Unit};

/// What a target measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Metric {
    /// A result.
    Quantity(Quantity),
    /// An input, by its value in the year.
    Input(InputId),
    /// How much of a deliverable is done.
    Deliverable(String),
}

/// The prefix of a deliverable's id where metrics and levers are named.
pub(crate) const DELIVERABLE: &str = "deliverable:";

impl Metric {
    /// The id in files.
    pub fn id(&self) -> String {
        match self {
            Metric::Quantity(quantity) => quantity.id().to_owned(),
            Metric::Input(input) => input.id().to_owned(),
            Metric::Deliverable(id) => format!("{DELIVERABLE}{id}"),
        }
    }

    /// The metric of an id; a quantity goes before an input of the same id.
    pub fn find(id: &str) -> Option<Metric> {
        if let Some(deliverable) = id.strip_prefix(DELIVERABLE) {
            return Some(Metric::Deliverable(deliverable.to_owned()));
        }
        Quantity::find(id).map(Metric::Quantity).or_else(|| InputId::find(id).map(Metric::Input))
    }

    /// The unit of the value; none for deliverables, which count whatever they are.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Metric::Quantity(quantity) => Some(quantity.spec().unit),
            Metric::Input(input) => Some(input.spec().unit),
            Metric::Deliverable(_) => None,
        }
    }

    /// A value in words.
    pub fn text(&self, value: f64, lang: Lang) -> String {
        match self {
            Metric::Quantity(quantity) => format::amount(value, quantity.spec().unit, lang).text(lang),
            Metric::Input(input) => input.spec().text(value, lang),
            Metric::Deliverable(_) => format::exact(value, None, lang),
        }
    }

    /// A value in words, written as the numbers beside it; a switch says its state.
    pub fn text_by(&self, value: f64, gauge: Option<Gauge>, lang: Lang) -> String {
        match (self, gauge) {
            (Metric::Input(input), _) if input.spec().shape == Shape::Switch => input.spec().text(value, lang),
            (_, Some(gauge)) => gauge.text(value),
            (_, None) => format::exact(value, None, lang),
        }
    }

    /// Whether the value is a share.
    pub fn is_share(&self) -> bool {
        self.unit().is_some_and(|unit| unit.style() == Style::Percent)
    }
}

/// How a value is held against the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Op {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `about`: within 0.05 for shares, 10 percent otherwise.
    About,
}

/// A number without its sign.
fn size<S: Scalar>(number: S) -> S {
    number.max(-number)
}

impl Op {
    /// Every comparison.
    pub const ALL: [Op; 4] = [Op::AtLeast, Op::AtMost, Op::Equal, Op::About];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Op::AtLeast => ">=",
            Op::AtMost => "<=",
            Op::Equal => "=",
            Op::About => "about",
        }
    }

    /// The words before the goal.
    pub const fn words(self) -> Words {
        match self {
            Op::AtLeast => Words { zh: "不低于", en: "at least" },
            Op::AtMost => Words { zh: "不高于", en: "at most" },
            Op::Equal => Words { zh: "等于", en: "exactly" },
            Op::About => Words { zh: "大体为", en: "about" },
        }
    }

    /// How far `value` is from meeting `goal`; 0 or less means met. `scale` is the size of numbers
    /// the value was computed from, which rounding must be judged against.
    pub fn shortfall<S: Scalar>(self, value: S, goal: S, scale: S, is_share: bool) -> S {
        let rounding = S::constant(1e-9) * size(goal).max(size(value)).max(scale);
        let miss = -self.slack(value, goal, is_share);
        S::select(miss, Compare::AtMost, rounding, S::constant(0.0), miss)
    }

    /// How far `value` may still move against the goal, without any allowance for rounding; negative
    /// where it misses.
    pub fn slack<S: Scalar>(self, value: S, goal: S, is_share: bool) -> S {
        match self {
            Op::AtLeast => value - goal,
            Op::AtMost => goal - value,
            Op::Equal | Op::About => self.band(goal, is_share) - size(value - goal),
        }
    }

    /// How far from the goal on either side still meets it.
    pub fn band<S: Scalar>(self, goal: S, is_share: bool) -> S {
        match self {
            Op::About if is_share => S::constant(0.05),
            Op::About => S::constant(0.1) * size(goal),
            _ => S::constant(0.0),
        }
    }
}

/// A target or a standing constraint of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Permanent id: the statement's, with `.2` and so on for further goals of one statement.
    pub id: String,
    /// Whether it is a rule that holds in every year rather than a goal for one.
    pub constraint: bool,
    /// What is measured.
    pub metric: Metric,
    /// How.
    pub op: Op,
    /// The goal, in the metric's unit.
    pub value: f64,
    /// The deadline; the horizon for a target without one.
    pub year: Option<i32>,
    /// Name in both languages.
    pub label: Text,
    /// The plan's own words.
    pub quote_zh: String,
    /// Where the words stand.
    pub source: String,
}

/// Whether a target is met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// Met.
    Met,
    /// Done on time because the scenario says so: the model builds what it is told to build, and shows nothing by it.
    Assumed,
    /// Not met.
    Missed {
        /// By how much, in the metric's unit.
        shortfall: f64,
        /// The first year in which it is met, if any.
        first_met: Option<i32>,
    },
    /// The deadline lies after the horizon.
    BeyondHorizon,
    /// There is no value to judge.
    Unknown,
}

impl Status {
    /// Whether nothing is missing, be it computed or assumed.
    pub const fn holds(self) -> bool {
        matches!(self, Status::Met | Status::Assumed)
    }

    /// The word in result files.
    pub const fn id(self) -> &'static str {
        match self {
            Status::Met => "met",
            Status::Assumed => "assumed",
            Status::Missed { .. } => "missed",
            Status::BeyondHorizon => "beyond_horizon",
            Status::Unknown => "unknown",
        }
    }

    /// The word on the page.
    pub const fn words(self) -> Words {
        match self {
            Status::Met => Words { zh: "达成", en: "met" },
            Status::Assumed => Words { zh: "假定按期完成", en: "assumed done on time" },
            Status::Missed { .. } => Words { zh: "未达成", en: "missed" },
            Status::BeyondHorizon => Words { zh: "期限在推演之后", en: "due after the horizon" },
            Status::Unknown => Words { zh: "无法判断", en: "cannot be judged" },
        }
    }
}

/// The judgement of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Met or not.
    pub status: Status,
    /// The year it was judged in.
    pub year: i32,
    /// The value in that year.
    pub value: Option<f64>,
    /// For a standing constraint, the years in which it fails.
    pub fails: Vec<i32>,
}

impl Target {
    /// Judges the target by the metric's values, one a year from `base_year`.
    pub fn judge(&self, base_year: i32, values: &[Option<f64>]) -> Verdict {
        let horizon = base_year + values.len().saturating_sub(1) as i32;
        let value_in = |year: i32| {
            let index = usize::try_from(year - base_year).ok()?;
            values.get(index).copied().flatten()
        };
        let scale = values.iter().flatten().fold(0.0_f64, |scale, value| scale.max(value.abs()));
        let is_share = self.metric.is_share();
        let miss = |value: f64| self.op.shortfall(value, self.value, scale, is_share);
        let met = if self.is_assumed() { Status::Assumed } else { Status::Met };

        if self.constraint && self.year.is_none() {
            let projected = (base_year + 1)..=horizon;
            let judged: Vec<(i32, f64, f64)> =
                projected.filter_map(|year| value_in(year).map(|value| (year, value, miss(value)))).collect();
            let fails = judged.iter().filter(|(_, _, miss)| *miss > 0.0).map(|(year, ..)| *year).collect();
            let worst = judged.iter().max_by(|a, b| a.2.total_cmp(&b.2));
            let status = match worst {
                None => Status::Unknown,
                Some((_, _, miss)) if *miss <= 0.0 => met,
                Some((_, _, shortfall)) => Status::Missed {
                    shortfall: *shortfall,
                    first_met: judged.iter().find(|(_, _, miss)| *miss <= 0.0).map(|(year, ..)| *year),
                },
            };
            let last = judged.last().map_or(horizon, |(year, ..)| *year);
            let failing = worst.filter(|(_, _, miss)| *miss > 0.0).map_or(last, |(year, ..)| *year);
            return Verdict { status, year: failing, value: value_in(failing), fails };
        }

        let year = self.year.unwrap_or(horizon);
        let value = value_in(year);
        let status = match value {
            _ if year > horizon => Status::BeyondHorizon,
            None => Status::Unknown,
            Some(value) => match miss(value) {
                miss if miss <= 0.0 => met,
                shortfall => Status::Missed {
                    shortfall,
                    first_met: (base_year..=horizon).find(|year| value_in(*year).is_some_and(|v| miss(v) <= 0.0)),
                },
            },
        };
        Verdict { status, year, value, fails: Vec::new() }
    }

    /// Whether reaching it is assumed, not computed: it asks for something that the scenario says is done.
    pub fn is_assumed(&self) -> bool {
        matches!(self.metric, Metric::Deliverable(_))
    }

    /// How far the values, one a year from `base_year`, are from meeting the target, as [`Target::judge`] has it: 0 or
    /// less means met. It is absent where the values leave nothing to judge; `None` where no values would, or the
    /// answer is assumed.
    pub fn miss<S: Scalar>(&self, base_year: i32, values: &[S]) -> Option<S> {
        if self.is_assumed() {
            return None;
        }
        let scale = values.iter().fold(S::constant(0.0), |scale, value| scale.max(*value).max(-*value));
        let is_share = self.metric.is_share();
        let miss = |value: &S| self.op.shortfall(*value, S::constant(self.value), scale, is_share);
        if self.constraint && self.year.is_none() {
            // The worst year, of those that have a value.
            let none = S::constant(f64::NEG_INFINITY);
            let worst = values.iter().skip(1).map(miss).fold(none, S::max);
            return Some(S::select(worst, Compare::Equal, none, S::ABSENT, worst));
        }
        let t = self.year.map_or(values.len().checked_sub(1), |year| usize::try_from(year - base_year).ok())?;
        values.get(t).map(miss)
    }

    /// Whether the metric is a share, for which "about" is a matter of percentage points.
    pub fn is_share(&self) -> bool {
        self.metric.is_share()
    }

    /// Reads a target of a user's own area.
    pub(crate) fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<Target> {
        const KEYS: &[&str] =
            &["id", "metric", "op", "value", "year", "label_zh", "label_en", "quote_zh", "source", "constraint"];
        let fields = reader.fields(at, json, KEYS)?;
        let id = reader.required(at, &fields, "id", |reader, at, json| reader.text(at, json, 40));
        let metric = reader.required(at, &fields, "metric", read_metric);
        let op = reader.required(at, &fields, "op", read_op);
        let value = reader.required(at, &fields, "value", Reader::number);
        let year = reader.optional(at, &fields, "year", Reader::year);
        let label = read_text(reader, at, &fields, "label_zh", "label_en");
        let quote_zh = reader.optional(at, &fields, "quote_zh", |reader, at, json| reader.text(at, json, MAX_TEXT));
        let source = reader.optional(at, &fields, "source", |reader, at, json| reader.text(at, json, MAX_TEXT));
        let constraint = reader.optional(at, &fields, "constraint", Reader::truth);
        Some(Target {
            id: id?,
            constraint: constraint?.unwrap_or(false),
            metric: metric?,
            op: op?,
            value: value?,
            year: year?,
            label: label?,
            quote_zh: quote_zh?.unwrap_or_default(),
            source: source?.unwrap_or_default(),
        })
    }
}

pub(crate) fn read_metric(reader: &mut Reader, at: &str, json: &Json) -> Option<Metric> {
    let id = reader.text(at, json, 80)?;
    let metric = Metric::find(&id);
    if metric.is_none() {
        let known = Quantity::ALL.iter().map(|quantity| quantity.id()).chain(InputId::all().map(InputId::id));
        let what = Words { zh: "指标", en: "quantity or lever" };
        reader.unknown_id(at, what, &id, known);
    }
    metric
}

pub(crate) fn read_op(reader: &mut Reader, at: &str, json: &Json) -> Option<Op> {
    reader.one_of(at, json, &Op::ALL.map(|op| (op.id(), op)))
}

/// Notes a fault where a target's deliverable does not exist.
pub fn judge_deliverable<'a>(
    reader: &mut Reader,
    at: &str,
    metric: &Metric,
    known: impl Iterator<Item = &'a str> + Clone,
) {
    if let Metric::Deliverable(id) = metric
        && !known.clone().any(|existing| existing == id)
    {
        let nearest = known.map(str::to_owned).collect();
        let what = Words { zh: "建设任务", en: "deliverable" };
        reader.fault(at, Problem::UnknownId { what, id: id.clone(), nearest });
    }
}
