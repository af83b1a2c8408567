//! What is asked of every area alike.

use serde::{Deserialize, Serialize};

use voced_model::text::{Lang, Text};
use voced_model::{Projection, Quantity, format};
use voced_scenario::{Metric, Op, Target};

/// A goal for every area.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// What is measured.
    pub quantity: Quantity,
    /// How it is held against the value.
    pub op: Op,
    /// The value, in the quantity's unit.
    pub value: f64,
}

/// What national standards and a budget ask of every area: teachers, floor area, equipment, and no deficit.
pub const STANDARDS: [Goal; 4] = [
    Goal { quantity: Quantity::TeacherGap, op: Op::AtMost, value: 0.0 },
    Goal { quantity: Quantity::StandardGapArea, op: Op::AtMost, value: 0.0 },
    Goal { quantity: Quantity::StandardGapEquipment, op: Op::AtMost, value: 0.0 },
    Goal { quantity: Quantity::BalanceCumulative, op: Op::AtLeast, value: 0.0 },
];

impl Goal {
    /// Whether the projection of an area meets it in a year; none where there is no value.
    pub fn is_met(&self, base_year: i32, projection: &Projection<f64>, year: i32) -> Option<bool> {
        let miss = self.target(year).miss(base_year, projection.series(self.quantity))?;
        (!miss.is_nan()).then_some(miss <= 0.0)
    }

    /// The goal in words: what, how and how much.
    pub fn text(&self, lang: Lang) -> String {
        let spec = self.quantity.spec();
        let (name, op, value) =
            (spec.name.get(lang), self.op.words().get(lang), format::exact(self.value, Some(spec.unit), lang));
        lang.pick(format!("{name}{op}{value}"), format!("{name} {op} {value}"))
    }

    /// As a target of a plan, which is judged by the same rule.
    fn target(&self, year: i32) -> Target {
        let nothing = Text { zh: String::new(), en: String::new() };
        Target {
            id: String::new(),
            constraint: false,
            metric: Metric::Quantity(self.quantity),
            op: self.op,
            value: self.value,
            year: Some(year),
            label: nothing,
            quote_zh: String::new(),
            source: String::new(),
        }
    }
}
