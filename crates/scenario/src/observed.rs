//! Observed values: what was published of an area's results, to hold a projection against.
//!
//! They never change a projection by themselves. [`crate::observed_rows()`] sets them beside one,
//! conditioned draws (`voced_analysis::uncertainty`) and a calibration weigh misses by their tolerance.

use crate::error::{Allowed, Problem};
use crate::json::Json;
use crate::reader::{Fields, Reader, inside};
use crate::source::Source;
use crate::text_fields::{MAX_TEXT, read_confidence};
use voced_model::Quantity;
use voced_model::inputs::Confidence;
use voced_model::text::Text;

/// A published value of a result in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// What was counted or measured.
    pub quantity: Quantity,
    /// The year: of the academic year's start for persons and areas, the calendar year for money.
    pub year: i32,
    /// The value in the quantity's unit: shares from 0 to 1, money in yuan.
    pub value: f64,
    /// Which schools or persons the value covers; may be more or fewer than the model counts.
    pub scope: Text,
    /// Where it was published, with what a reader should know of it.
    pub source: Source,
    /// How sure the value is, its scope included.
    pub confidence: Confidence,
    /// The tolerance the file gives, in the quantity's unit; use [`Observed::tolerance`].
    pub own_tolerance: Option<f64>,
}

impl Observed {
    /// How far a projection may be from the value, in the quantity's unit, and still agree with it: the
    /// file's own tolerance, or 2, 5 or 10 percent of the value for high, medium and low confidence.
    /// Always above zero.
    pub fn tolerance(&self) -> f64 {
        let share = match self.confidence {
            Confidence::High => 0.02,
            Confidence::Medium => 0.05,
            Confidence::Low => 0.1,
        };
        self.own_tolerance.unwrap_or(share * self.value.abs()).max(f64::MIN_POSITIVE)
    }
}

/// The numbers a value may be: any that is finite and leaves room for sums of squares.
const VALUES: (f64, f64) = (-1e18, 1e18);

/// The numbers a tolerance may be, 0 itself excepted.
const TOLERANCES: (f64, f64) = (0.0, 1e18);

/// Reads the list of an area file. Every fault is noted; a faulty entry gives `None`.
pub(crate) fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<Vec<Observed>> {
    let items = reader.list(at, json)?;
    let read: Vec<Option<Observed>> =
        items.iter().enumerate().map(|(i, item)| read_one(reader, &inside(at, &i.to_string()), item)).collect();
    for (i, observed) in read.iter().enumerate() {
        let same = |earlier: &Option<Observed>| match (earlier, observed) {
            (Some(left), Some(right)) => left.is_of_same(right),
            _ => false,
        };
        if let Some(first) = read[..i].iter().position(same) {
            let first = inside(at, &first.to_string());
            reader.fault(&inside(at, &i.to_string()), Problem::ObservedTwice { first });
        }
    }
    read.into_iter().collect()
}

impl Observed {
    /// Whether both are values of one quantity, year and scope. One language that says the same is enough:
    /// a translation may differ.
    fn is_of_same(&self, other: &Observed) -> bool {
        let same_scope = self.scope.zh == other.scope.zh || self.scope.en == other.scope.en;
        self.quantity == other.quantity && self.year == other.year && same_scope
    }
}

fn read_one(reader: &mut Reader, at: &str, json: &Json) -> Option<Observed> {
    const KEYS: &[&str] = &["quantity", "year", "value", "scope_zh", "scope_en", "source", "confidence", "tolerance"];
    let fields = reader.fields(at, json, KEYS)?;
    let quantity = reader.required(at, &fields, "quantity", |reader, at, json| {
        let id = reader.text(at, json, MAX_TEXT)?;
        crate::error::named_quantity(at, &id).map_err(|fault| reader.faults.push(fault)).ok()
    });
    let year = reader.required(at, &fields, "year", Reader::year);
    let unit = quantity.map(|quantity| quantity.spec().unit);
    let value =
        reader.required(at, &fields, "value", |reader, at, json| reader.number_in(at, json, Allowed::of(VALUES, unit)));
    let scope_zh = scope(reader, at, &fields, "scope_zh");
    let scope_en = scope(reader, at, &fields, "scope_en");
    let source = reader.optional(at, &fields, "source", Source::read);
    let confidence = reader.required(at, &fields, "confidence", read_confidence);
    let tolerance = reader.optional(at, &fields, "tolerance", |reader, at, json| {
        let tolerance = reader.number_in(at, json, Allowed::of(TOLERANCES, unit))?;
        if tolerance > 0.0 {
            return Some(tolerance);
        }
        reader.fault(at, Problem::NotPositive { value: tolerance });
        None
    });
    if value == Some(0.0) && tolerance == Some(None) {
        reader.fault(at, Problem::NoTolerance);
        return None;
    }
    Some(Observed {
        quantity: quantity?,
        year: year?,
        value: value?,
        scope: Text { zh: scope_zh?, en: scope_en? },
        source: source?.unwrap_or_else(Source::own),
        confidence: confidence?,
        own_tolerance: tolerance?,
    })
}

/// The scope in one language; it must say something, as a value without scope invites comparisons that do
/// not hold.
fn scope(reader: &mut Reader, at: &str, fields: &Fields<'_>, key: &'static str) -> Option<String> {
    reader.required(at, fields, key, |reader, at, json| {
        let text = reader.text(at, json, MAX_TEXT)?;
        if text.trim().is_empty() {
            reader.fault(at, Problem::Blank);
            return None;
        }
        Some(text)
    })
}
