//! What later screens ask, and what comes back to them. The first part of the page sends both on packed.

use serde::{Deserialize, Serialize};
use voced_analysis::attribution::Attribution;
use voced_analysis::calibration::Calibration;
use voced_analysis::many;
use voced_analysis::sensitivity::{Grid, GridQuestion, Sobol, Swing};
use voced_analysis::solve::{GoalSeek, Solution};
use voced_model::{InputId, Quantity};
use voced_scenario::{Changes, Scenario};

use super::question::as_file;
use super::{Packed, Question, SetRef};

/// Something to be computed on the other thread for a later screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LaterQuestion {
    /// What each uncertain input alone does to a result.
    OneAtATime {
        /// The scenario.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// The result.
        quantity: Quantity,
        /// The index of its year.
        t: usize,
    },
    /// Which part of the spread of a result each uncertain input makes.
    Sobol {
        /// The scenario.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// The result.
        quantity: Quantity,
        /// The index of its year.
        t: usize,
        /// The rows of the sample.
        rows: u32,
    },
    /// A result over the levels of two levers.
    Grid {
        /// The scenario.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// What is to be found out.
        about: GridQuestion,
    },
    /// What it would take.
    Solve {
        /// The scenario.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// The question.
        about: GoalSeek,
    },
    /// Which levels of some inputs agree best with what was observed.
    Calibrate {
        /// The scenario they start from.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// The inputs.
        inputs: Vec<InputId>,
    },
    /// What becomes of many areas.
    Many {
        /// The scenario whose changes they follow.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// How its changes are understood in other areas.
        changes: Changes,
        /// What is to be found out.
        about: many::Question,
        /// The areas, which travel beside the question.
        #[serde(skip)]
        set: Option<SetRef>,
    },
    /// What moved a result between two scenarios.
    Why {
        /// The first scenario.
        #[serde(with = "as_file")]
        from: Scenario,
        /// The second.
        #[serde(with = "as_file")]
        to: Scenario,
        /// The result.
        quantity: Quantity,
        /// Its year.
        year: i32,
    },
}

impl LaterQuestion {
    /// The question as it travels.
    pub fn packed(&self) -> Question {
        let is_long = match self {
            LaterQuestion::Sobol { .. } | LaterQuestion::Solve { .. } | LaterQuestion::Calibrate { .. } => true,
            LaterQuestion::OneAtATime { .. }
            | LaterQuestion::Grid { .. }
            | LaterQuestion::Why { .. }
            | LaterQuestion::Many { .. } => false,
        };
        let set = if let LaterQuestion::Many { set, .. } = self { set.clone() } else { None };
        Question::Later { asked: Packed::of(self), is_long, set }
    }
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LaterAnswer {
    /// To [`LaterQuestion::OneAtATime`].
    OneAtATime(Vec<Swing>),
    /// To [`LaterQuestion::Sobol`].
    Sobol(Sobol),
    /// To [`LaterQuestion::Grid`].
    Grid(Grid),
    /// To [`LaterQuestion::Solve`].
    Solved(Solution),
    /// To [`LaterQuestion::Calibrate`].
    Calibrated(Calibration),
    /// To [`LaterQuestion::Many`].
    Many(many::Answer),
    /// To [`LaterQuestion::Why`].
    Why(Attribution),
}
