//! What the reader looks at among the statements of the plans.

use voced_scenario::statements::Fate;

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PlansPart {
    /// The statements one by one.
    #[default]
    Statements,
    /// How many of them became what.
    Coverage,
    /// The plans beside each other.
    Side,
}

impl PlansPart {
    /// Every part, in the order of the screen.
    pub const ALL: [PlansPart; 3] = [PlansPart::Statements, PlansPart::Coverage, PlansPart::Side];
}

/// Whose statements are shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// Those of the present area, or all where it has no plan.
    #[default]
    Present,
    /// All.
    All,
    /// Those of one area.
    Area(String),
}

/// What the reader looks at, kept while other screens are in front.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct PlansFilter {
    /// The part in front.
    pub part: PlansPart,
    /// Whose statements.
    pub scope: Scope,
    /// Only those that became this.
    pub fate: Option<Fate>,
    /// Only those of this kind in the plan.
    pub role: Option<String>,
    /// Only targets that are met, or only those that are missed.
    pub met: Option<bool>,
    /// Only those that hold these words.
    pub search: String,
    /// What the plans are held beside each other on; the first subject where none was chosen.
    pub subject: Option<String>,
}

impl PlansFilter {
    /// The same part and subject, with nothing narrowed but whose statements are shown.
    #[must_use]
    pub fn widened(&self, scope: Scope) -> PlansFilter {
        PlansFilter { part: self.part, scope, subject: self.subject.clone(), ..PlansFilter::default() }
    }

    /// Whether anything but the plan narrows the list.
    pub fn is_narrowed(&self) -> bool {
        *self != self.widened(self.scope.clone())
    }
}
