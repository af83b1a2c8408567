//! Projects and deliverables with their names and sources, changes to them, and the bounds of their numbers.

use crate::source::Source;
use voced_model::inputs::Confidence;
use voced_model::text::Text;

/// A project or a deliverable with its name and source.
#[derive(Clone, Debug, PartialEq)]
pub struct Named<T> {
    /// Permanent id.
    pub id: String,
    /// Name in both languages.
    pub name: Text,
    /// The thing itself.
    pub item: T,
    /// Where it comes from.
    pub source: Source,
    /// How sure it is.
    pub confidence: Option<Confidence>,
}

/// A change to a project; with area and years, a new project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProjectPatch {
    /// New name.
    pub name: Text,
    /// Floor area, m².
    pub area_m2: Option<f64>,
    /// First year of building.
    pub start: Option<i32>,
    /// Year in which the area is ready.
    pub finish: Option<i32>,
    /// Cost of a square metre, yuan in base-year prices.
    pub cost_per_m2: Option<f64>,
    /// Whether it is built.
    pub on: Option<bool>,
}

/// A change to a deliverable; with kind and numbers, a new deliverable.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliverablePatch {
    /// New name.
    pub name: Text,
    /// Whether it is a yearly one; `None` leaves the kind.
    pub annual: Option<bool>,
    /// Number in the base year.
    pub base: Option<f64>,
    /// Number to reach.
    pub target: Option<f64>,
    /// Year in which it is reached.
    pub by: Option<i32>,
    /// Units a year.
    pub units_per_year: Option<f64>,
    /// First year.
    pub from: Option<i32>,
    /// Last year.
    pub to: Option<i32>,
    /// Yuan a unit in base-year prices.
    pub unit_cost: Option<f64>,
}

/// Bounds of the numbers below, in one place for files and for the page.
pub mod bounds {
    use crate::reader::YEARS;

    /// The years of a project or deliverable.
    pub const YEAR: (f64, f64) = (*YEARS.start() as f64, *YEARS.end() as f64);
    /// Floor area of a project, m².
    pub const AREA_M2: (f64, f64) = (0.0, 1e9);
    /// Cost of a square metre, yuan.
    pub const COST_PER_M2: (f64, f64) = (0.0, 100_000.0);
    /// Units of a deliverable.
    pub const UNITS: (f64, f64) = (0.0, 1e9);
    /// Yuan a unit.
    pub const UNIT_COST: (f64, f64) = (0.0, 1e12);
}
