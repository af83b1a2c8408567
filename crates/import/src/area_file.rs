//! The area file that a dry run becomes.

use voced_model::InputId;
use voced_model::text::Text;
use voced_scenario::json::object;
use voced_scenario::{Area, Fault, Json, Observed, SCHEMA, Source, Sourced};

use crate::dry_run::DryRun;

/// What becomes of an input without a value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Missing<'a> {
    /// Nothing is written: the default of the table of inputs holds, and is marked as such.
    #[default]
    National,
    /// The value of another area is copied, with its range, source and confidence, and marked as a copy. Where that
    /// area has none of its own, nothing is written.
    CopyOf(&'a Area),
}

/// What becomes of the inputs without a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fill<'a> {
    /// Of those not named below.
    pub others: Missing<'a>,
    /// Of single ones; of two for one input the later counts.
    pub each: Vec<(InputId, Missing<'a>)>,
}

impl<'a> Fill<'a> {
    /// The same for all.
    pub fn all(others: Missing<'a>) -> Fill<'a> {
        Fill { others, each: Vec::new() }
    }

    /// What becomes of one.
    pub fn of(&self, input: InputId) -> Missing<'a> {
        let mut named = self.each.iter().rev();
        named.find(|(known, _)| *known == input).map_or(self.others, |(_, missing)| *missing)
    }
}

impl DryRun {
    /// The area file: what was read, as the user's own, and what is missing, as `fill` says. What a dry run with
    /// faults lacks is lacking in the file too: accept it only where [`DryRun::is_sound`].
    ///
    /// # Errors
    /// What the reader of area files finds wrong with it: of a sound dry run nothing but an id that can not be one.
    pub fn area(&self, id: &str, fill: &Fill<'_>) -> Result<Json, Vec<Fault>> {
        self.made(id, fill).map(|area| area.file.unwrap_or(Json::Null))
    }

    /// The area itself, with its file.
    ///
    /// # Errors
    /// As [`DryRun::area`].
    pub fn made(&self, id: &str, fill: &Fill<'_>) -> Result<Area, Vec<Fault>> {
        let name = self.name.as_ref().map_or("", |name| name.value.as_str());
        let mut fields = vec![
            ("schema", Json::from(SCHEMA)),
            ("id", Json::from(id)),
            ("name_zh", Json::from(name)),
            ("name_en", Json::from(name)),
            ("base", Json::Object(Vec::new())),
        ];
        fields.extend(self.base_year.as_ref().map(|year| ("base_year", object([("value", Json::from(year.value))]))));
        let fields = fields.into_iter().map(|(key, json)| (key.to_owned(), json)).collect();
        let mut area = Area::from_json(&Json::Object(fields))?;
        for value in &self.values {
            let sourced = Sourced {
                low: value.low,
                high: value.high,
                source: source(&value.source),
                confidence: value.confidence,
                ..Sourced::own(value.value.clone())
            };
            area.base.inputs.insert(value.input, sourced);
        }
        for input in &self.missing {
            if let Missing::CopyOf(other) = fill.of(*input)
                && let Some(sourced) = other.base.inputs.get(input)
            {
                let mut copy = sourced.clone();
                copy.copied_from.get_or_insert_with(|| other.id.clone());
                area.base.inputs.insert(*input, copy);
            }
        }
        area.observed = self
            .observed
            .iter()
            .map(|observed| Observed {
                quantity: observed.quantity,
                year: observed.year,
                value: observed.cell.value,
                scope: observed.scope.clone(),
                source: source(&observed.source),
                confidence: observed.confidence,
                own_tolerance: None,
            })
            .collect();
        Area::from_json(&area.to_json())
    }
}

/// The user's own source: one text for both languages, as it is written.
fn source(text: &str) -> Source {
    Source::own_noted(Text { zh: text.to_owned(), en: text.to_owned() })
}
