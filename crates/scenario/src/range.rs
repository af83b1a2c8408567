//! What a user thinks possible around a value of their own.

use serde::{Deserialize, Serialize};

use crate::json::Json;
use crate::path::PathValue;
use crate::reader::Reader;
use crate::source::judge_range;
use voced_model::InputId;
use voced_model::inputs::Shape;

/// The least and the largest value thought possible. For a path they stand around the level it
/// arrives at, and the whole path moves with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The least; the value itself where absent.
    pub low: Option<f64>,
    /// The largest; the value itself where absent.
    pub high: Option<f64>,
}

impl Range {
    /// The range that holds `level` too: a value that moves out of its range takes the end with it.
    pub fn around(self, level: f64) -> Range {
        Range { low: self.low.map(|low| low.min(level)), high: self.high.map(|high| high.max(level)) }
    }

    /// The level within it that is nearest to `level`.
    pub fn nearest(self, level: f64) -> f64 {
        let level = self.high.map_or(level, |high| level.min(high));
        self.low.map_or(level, |low| level.max(low))
    }

    /// Whether it says nothing.
    pub fn is_empty(self) -> bool {
        self.low.is_none() && self.high.is_none()
    }
}

/// Reads a user's value: a number, a path, or `{"value": …, "low": …, "high": …}` with either.
pub(crate) fn read_value(reader: &mut Reader, at: &str, json: &Json, input: InputId) -> Option<(PathValue, Range)> {
    if !["value", "low", "high"].iter().any(|key| json.get(key).is_some()) {
        return PathValue::read(reader, at, json, input).map(|value| (value, Range::default()));
    }
    let spec = input.spec();
    // A switch is on or off: there is nothing between.
    let keys: &[&str] = if spec.shape == Shape::Switch { &["value"] } else { &["value", "low", "high"] };
    let fields = reader.fields(at, json, keys)?;
    let value = reader.required(at, &fields, "value", |reader, _, json| PathValue::read(reader, at, json, input));
    let allowed = spec.allowed();
    let low = reader.optional(at, &fields, "low", |reader, at, json| reader.number_in(at, json, allowed));
    let high = reader.optional(at, &fields, "high", |reader, at, json| reader.number_in(at, json, allowed));
    let (value, range) = (value?, Range { low: low?, high: high? });
    if let Some(level) = value.level() {
        judge_range(reader, at, level, range.low, range.high);
    }
    Some((value, range))
}

/// A user's value as files write it.
pub(crate) fn write_value(value: &PathValue, range: Range) -> Json {
    let range = value.level().map_or(range, |level| range.around(level));
    if range.is_empty() {
        return value.to_json();
    }
    let mut fields = vec![("value".to_owned(), value.to_json())];
    fields.extend(range.low.map(|low| ("low".to_owned(), low.into())));
    fields.extend(range.high.map(|high| ("high".to_owned(), high.into())));
    Json::Object(fields)
}
