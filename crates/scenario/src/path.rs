//! The value of an input: one number, or a path over the years.

use serde::{Deserialize, Serialize};

use crate::error::{Allowed, Fault, Problem};
use crate::json::{Json, object};
use crate::reader::{NUMBER, NUMBER_OR_PATH, OBJECT, Reader, YEARS, inside};
use voced_model::inputs::{InputId, Shape};
use voced_model::text::Words;

/// The way from start to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Curve {
    /// A straight line.
    Linear,
    /// At once, in the last year.
    Step,
    /// Slow, fast, slow.
    Smooth,
}

impl Curve {
    /// Every curve.
    pub const ALL: [Curve; 3] = [Curve::Linear, Curve::Step, Curve::Smooth];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Curve::Linear => "linear",
            Curve::Step => "step",
            Curve::Smooth => "smooth",
        }
    }

    /// The word on the page.
    pub const fn words(self) -> Words {
        match self {
            Curve::Linear => Words { zh: "直线", en: "straight" },
            Curve::Step => Words { zh: "一步到位", en: "step" },
            Curve::Smooth => Words { zh: "平滑", en: "smooth" },
        }
    }

    /// The share of the way done after the share `u` of the time.
    fn progress(self, u: f64) -> f64 {
        match self {
            Curve::Linear => u,
            Curve::Smooth => 3.0 * u * u - 2.0 * u * u * u,
            Curve::Step => {
                if u < 1.0 {
                    0.0
                } else {
                    1.0
                }
            }
        }
    }
}

/// The value of an input over the years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PathValue {
    /// The same in every year.
    Constant(f64),
    /// From one value to another.
    Ramp {
        /// The value up to the start year.
        start: f64,
        /// The value from the end year on.
        end: f64,
        /// When it starts to change; the base year where absent.
        start_year: Option<i32>,
        /// When it has arrived.
        end_year: i32,
        /// The way between.
        curve: Curve,
    },
    /// Values of single years in rising order; straight between them, flat outside.
    Points(Vec<(i32, f64)>),
}

impl PathValue {
    /// The value in `year` for an area with this base year.
    pub fn at(&self, base_year: i32, year: i32) -> f64 {
        match self {
            PathValue::Constant(value) => *value,
            PathValue::Ramp { start, end, start_year, end_year, curve } => {
                let first = start_year.unwrap_or(base_year);
                if *end_year <= first {
                    return if year >= *end_year { *end } else { *start };
                }
                let u = (f64::from(year - first) / f64::from(end_year - first)).clamp(0.0, 1.0);
                start + (end - start) * curve.progress(u)
            }
            PathValue::Points(points) => interpolate(points, year),
        }
    }

    /// The value where it is the same in every year.
    pub fn constant(&self) -> Option<f64> {
        match self {
            PathValue::Constant(value) => Some(*value),
            _ => None,
        }
    }

    /// The level it arrives at; `None` for a path without points.
    pub fn level(&self) -> Option<f64> {
        match self {
            PathValue::Constant(value) => Some(*value),
            PathValue::Ramp { end, .. } => Some(*end),
            PathValue::Points(points) => points.last().map(|(_, value)| *value),
        }
    }

    /// The year from which it stays at its level; `None` where it has been there since the base year.
    pub fn settles(&self, base_year: i32) -> Option<i32> {
        let year = match self {
            PathValue::Constant(_) => None,
            PathValue::Ramp { start, end, end_year, .. } => (start != end).then_some(*end_year),
            PathValue::Points(points) => {
                let level = points.last()?.1;
                let moving = points.iter().rposition(|(_, value)| *value != level)?;
                points.get(moving + 1).map(|(year, _)| *year)
            }
        };
        year.filter(|year| *year > base_year)
    }

    /// Every number in it.
    pub fn numbers(&self) -> Vec<f64> {
        match self {
            PathValue::Constant(value) => vec![*value],
            PathValue::Ramp { start, end, .. } => vec![*start, *end],
            PathValue::Points(points) => points.iter().map(|(_, value)| *value).collect(),
        }
    }

    /// The faults of this value for an input: not finite, out of bounds, not whole, a path where
    /// one number is wanted, an empty or unsorted path.
    pub fn faults(&self, input: InputId, at: &str) -> Vec<Fault> {
        let spec = input.spec();
        let allowed = spec.allowed();
        let mut faults = Vec::new();
        if spec.shape != Shape::Path && self.constant().is_none() {
            faults.push(Fault::new(at, Problem::PathForScalar { allowed }));
        }
        if let PathValue::Points(points) = self {
            if points.is_empty() {
                faults.push(Fault::new(format!("{at}.points"), Problem::EmptyPath));
            }
            for pair in points.windows(2) {
                let ((after, _), (year, _)) = (pair[0], pair[1]);
                if year <= after {
                    faults.push(Fault::new(format!("{at}.points"), Problem::UnsortedPath { year, after }));
                }
            }
        }
        let mut judge = |at: String, value: f64| {
            faults.extend(Problem::of(&allowed, value).map(|problem| Fault::new(at, problem)));
        };
        match self {
            PathValue::Constant(value) => judge(at.to_owned(), *value),
            PathValue::Ramp { start, end, .. } => {
                judge(format!("{at}.start"), *start);
                judge(format!("{at}.end"), *end);
            }
            PathValue::Points(points) => {
                points.iter().for_each(|(year, value)| judge(format!("{at}.points.{year}"), *value));
            }
        }
        faults
    }

    /// Reads a value and judges it for `input`.
    pub(crate) fn read(reader: &mut Reader, at: &str, json: &Json, input: InputId) -> Option<PathValue> {
        let value = match json {
            Json::Number(value) => PathValue::Constant(*value),
            Json::Object(_) if input.spec().shape != Shape::Path => {
                reader.fault(at, Problem::PathForScalar { allowed: input.spec().allowed() });
                return None;
            }
            Json::Object(fields) if fields.iter().any(|(key, _)| key == "points") => {
                return read_points(reader, at, json, input);
            }
            Json::Object(_) => read_ramp(reader, at, json, input.spec().allowed())?,
            other => {
                let expected = if input.spec().shape == Shape::Path { NUMBER_OR_PATH } else { NUMBER };
                reader.no_number(at, expected, other, input.spec().allowed());
                return None;
            }
        };
        let faults = value.faults(input, at);
        if faults.is_empty() {
            Some(value)
        } else {
            reader.faults.extend(faults);
            None
        }
    }

    /// The value as files write it.
    pub fn to_json(&self) -> Json {
        match self {
            PathValue::Constant(value) => Json::Number(*value),
            PathValue::Ramp { start, end, start_year, end_year, curve } => {
                let mut fields = vec![("start".to_owned(), Json::from(*start)), ("end".to_owned(), Json::from(*end))];
                if let Some(year) = start_year {
                    fields.push(("start_year".to_owned(), Json::from(*year)));
                }
                fields.push(("end_year".to_owned(), Json::from(*end_year)));
                fields.push(("shape".to_owned(), Json::from(curve.id())));
                Json::Object(fields)
            }
            PathValue::Points(points) => object([(
                "points",
                Json::Object(points.iter().map(|(year, value)| (year.to_string(), Json::from(*value))).collect()),
            )]),
        }
    }
}

fn read_ramp(reader: &mut Reader, at: &str, json: &Json, allowed: Allowed) -> Option<PathValue> {
    let fields = reader.fields(at, json, &["start", "end", "start_year", "end_year", "shape", "points"])?;
    let number = |reader: &mut Reader, at: &str, json: &Json| reader.number_in(at, json, allowed);
    let start = reader.required(at, &fields, "start", number);
    let end = reader.required(at, &fields, "end", number);
    let end_year = reader.required(at, &fields, "end_year", Reader::year);
    let start_year = reader.optional(at, &fields, "start_year", Reader::year);
    let curve = reader.required(at, &fields, "shape", |reader, at, json| {
        reader.one_of(at, json, &Curve::ALL.map(|curve| (curve.id(), curve)))
    });
    Some(PathValue::Ramp { start: start?, end: end?, start_year: start_year?, end_year: end_year?, curve: curve? })
}

fn read_points(reader: &mut Reader, at: &str, json: &Json, input: InputId) -> Option<PathValue> {
    let fields = reader.fields(at, json, &["points"])?;
    let (_, points) = fields.first()?;
    let place = inside(at, "points");
    let Json::Object(entries) = points else {
        reader.wrong_type(&place, OBJECT, points);
        return None;
    };
    let allowed = input.spec().allowed();
    let mut read = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        // A year has one spelling, so that a file says the same after reading and writing.
        let year = key.parse::<i32>().ok().filter(|year| YEARS.contains(year) && year.to_string() == *key);
        if year.is_none() {
            reader.fault(&place, Problem::NotAYear { text: key.clone() });
        }
        let value = reader.number_of(&inside(&place, key), value, allowed);
        read.extend(year.zip(value));
    }
    // What could be read is judged too: one faulty point does not hide another.
    let complete = read.len() == entries.len();
    let value = PathValue::Points(read);
    let mut faults = value.faults(input, at);
    faults.retain(|fault| complete || fault.problem != Problem::EmptyPath);
    let sound = complete && faults.is_empty();
    reader.faults.extend(faults);
    sound.then_some(value)
}

fn interpolate(points: &[(i32, f64)], year: i32) -> f64 {
    let after = points.partition_point(|(known, _)| *known < year);
    match (after.checked_sub(1).and_then(|before| points.get(before)), points.get(after)) {
        (Some((y0, v0)), Some((y1, v1))) => v0 + (v1 - v0) * f64::from(year - y0) / f64::from(y1 - y0),
        (Some((_, value)), None) | (None, Some((_, value))) => *value,
        (None, None) => f64::NAN,
    }
}
