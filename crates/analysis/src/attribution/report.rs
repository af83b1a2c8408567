//! An attribution as a document.

use super::{Attribution, Bar, Factor};
use voced_model::Quantity;
use voced_model::equations::MODEL_VERSION;
use voced_model::text::Lang;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;

impl Attribution {
    /// The document: both results, and the bars in the order in which they add up. `orders` is 0 where
    /// every subset was run, and `error` then 0 too.
    pub fn report(&self, quantity: Quantity, year: i32) -> Json {
        object([
            ("schema", SCHEMA.into()),
            ("model", MODEL_VERSION.into()),
            ("quantity", quantity.id().into()),
            ("year", year.into()),
            ("from", self.from.into()),
            ("to", self.to.into()),
            ("bars", Json::Array(self.bars.iter().map(Bar::to_json).collect())),
            ("orders", f64::from(self.orders).into()),
            ("runs", f64::from(self.runs).into()),
        ])
    }
}

impl Bar {
    /// The bar as documents carry it.
    pub fn to_json(&self) -> Json {
        object([
            ("kind", self.factor.kind().into()),
            ("id", self.factor.id().into()),
            ("value", self.value.into()),
            ("error", self.error.into()),
        ])
    }
}

impl Factor {
    /// The list it stands in, as in scenario files.
    pub fn kind(&self) -> &'static str {
        match self {
            Factor::Input(_) => "input",
            Factor::Project { .. } => "project",
            Factor::Deliverable { .. } => "deliverable",
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Factor::Input(input) => input.id(),
            Factor::Project { id, .. } | Factor::Deliverable { id, .. } => id,
        }
    }

    /// Its name; the id where it has none.
    pub fn name(&self, lang: Lang) -> &str {
        match self {
            Factor::Input(input) => input.spec().name.get(lang),
            Factor::Project { id, name } | Factor::Deliverable { id, name } => {
                if name.is_empty() {
                    id
                } else {
                    name.get(lang)
                }
            }
        }
    }
}
