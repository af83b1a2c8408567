//! What it means to move an input to another level.

use crate::inputs::{Role, Shape};
use crate::path::{Curve, PathValue};
use crate::{InputId, World};

impl World {
    /// The value of an input that arrives at `level` and keeps the way there: a ramp keeps its years,
    /// single years theirs but for the last. What was observed in the base year stays: a lever that was
    /// the same in all years changes from the next year on.
    pub fn moved(&self, input: InputId, level: f64) -> PathValue {
        let spec = input.spec();
        match self.scenario.value(input).1.value.clone() {
            PathValue::Ramp { start, start_year, end_year, curve, .. } => {
                PathValue::Ramp { start, end: level, start_year, end_year, curve }
            }
            PathValue::Points(mut points) if points.len() > 1 => {
                if let Some((_, last)) = points.last_mut() {
                    *last = level;
                }
                PathValue::Points(points)
            }
            _ if spec.shape == Shape::Path && spec.role == Role::Lever => {
                let (start, end_year) = (self.case.inputs.at(input, 0), self.base_year() + 1);
                PathValue::Ramp { start, end: level, start_year: None, end_year, curve: Curve::Step }
            }
            _ => PathValue::Constant(level),
        }
    }
}
