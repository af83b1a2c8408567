//! The slice of what the reader looks at and is told, apart from any scenario.

use voced_analysis::solve::Several;
use voced_analysis::warnings::Lever;
use voced_model::{Lang, Quantity};

use super::{Notice, PlansDesk, Seek, Settings};

/// What is in front of the reader.
#[derive(Clone, Debug)]
pub struct Ui {
    /// The year of the headline numbers; the horizon where none was chosen.
    pub focus: Option<i32>,
    /// Opened numbers, the last one on top.
    pub opened: Vec<(Quantity, usize)>,
    /// The question of what it would take, as far as it is put.
    pub draft: Option<Several>,
    /// A lever to be brought into view.
    pub find: Option<Lever>,
    /// The project or deliverable among those of `find`; all of them where there is none.
    pub find_item: Option<String>,
    /// Something else to be brought into view.
    pub seek: Option<Seek>,
    /// What the reader looks at among the statements of the plans.
    pub plans: PlansDesk,
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
            find: None,
            find_item: None,
            seek: None,
            plans: PlansDesk::default(),
            notices,
            settings,
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }
}
