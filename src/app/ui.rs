//! The slice of what the reader looks at and is told, apart from any scenario.

use voced_analysis::solve::GoalSeek;
use voced_model::{Lang, Quantity};

use super::{Notice, PlansFilter, RevealTarget, Settings};

/// What is in front of the reader.
#[derive(Clone, Debug)]
pub struct Ui {
    /// The year of the headline numbers; the horizon where none was chosen.
    pub focus: Option<i32>,
    /// Opened numbers, the last one on top.
    pub opened: Vec<(Quantity, usize)>,
    /// The question of what it would take, as far as it is put.
    pub draft: Option<GoalSeek>,
    /// What is to be brought into view.
    pub reveal: Option<RevealTarget>,
    /// What the reader looks at among the statements of the plans.
    pub plans: PlansFilter,
    /// What the user should know.
    pub notices: Vec<Notice>,
    /// The reader's settings.
    pub settings: Settings,
}

/// Equal only to itself.
impl PartialEq for Ui {
    fn eq(&self, other: &Ui) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Ui {
    /// Nothing opened and nothing looked for.
    pub fn new(settings: Settings, notices: Vec<Notice>) -> Ui {
        Ui {
            focus: None,
            opened: Vec::new(),
            draft: None,
            reveal: None,
            plans: PlansFilter::default(),
            notices,
            settings,
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }
}
