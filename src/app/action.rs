//! Everything that can happen.

use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{AreaRef, DeliverablePatch, Document, Layer, PathValue, ProjectPatch, Range, Scenario};

use super::{
    ChartId, ComparisonEdit, ItemKind, LibraryAction, Notice, PlansChange, QuestionChange, RevealTarget, SettingsChange,
};

/// Whether a change is part of a longer movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The pointer is still down: the next change of the same thing belongs to this one.
    Moving,
    /// Done with this change.
    Done,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another area.
    ChooseArea(AreaRef),
    /// Status quo or plan under the user's values.
    ChooseLayer(Layer),
    /// What differences are held against.
    Compare(Layer),
    /// Another last year.
    SetHorizon(i32),
    /// The year of the headline numbers.
    Focus(i32),
    /// A value for an input.
    SetInput(InputId, PathValue, Gesture),
    /// The movement is over.
    EndGesture,
    /// The user's value of an input is given up.
    ResetInput(InputId),
    /// What the user thinks possible around the value of an input.
    SetRange(InputId, Range),
    /// Such a range, and the value moved to its nearest end.
    Enclose(InputId, Range),
    /// The range is again the one of the data.
    ResetRange(InputId),
    /// Another beginning for the random draws.
    SetSeed(u32),
    /// An input takes the value it has in a layer, whatever lies under.
    TakeFrom(InputId, Layer),
    /// A change to a project: what it leaves out stays as it is.
    SetProject(String, ProjectPatch),
    /// A change to a deliverable: what it leaves out stays as it is.
    SetDeliverable(String, DeliverablePatch),
    /// A new project or deliverable of the user's own.
    AddItem(ItemKind),
    /// The user's changes of a project or deliverable are given up; one of the user's own goes.
    DropItem(ItemKind, String),
    /// A project costs again what it costs without the user's own cost.
    DropCost(String),
    /// All the user's values are given up.
    ResetAll,
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Some levers go to levels, all in one step.
    SetLevels(Vec<(InputId, f64)>),
    /// A link from elsewhere.
    Arrive(Box<Document>),
    /// What came with the link was read.
    CloseArrival,
    /// A change of what stands beside the scenario.
    Comparison(ComparisonEdit),
    /// A change of the question what it would take.
    Draft(QuestionChange),
    /// A scenario that an answer proposes, in place of the present one.
    TakeOver(Box<Scenario>),
    /// Something about kept scenarios, stages and steps.
    Library(LibraryAction),
    /// Something to tell the user.
    Tell(Notice),
    /// The user read it.
    Dismiss(usize),
    /// A number is opened.
    Explain(Quantity, usize),
    /// One step back in the opened numbers.
    ExplainBack,
    /// The opened numbers are closed.
    CloseExplanation,
    /// A chart is shown or taken away.
    ToggleChart(ChartId),
    /// Another language.
    Speak(Lang),
    /// A change of the reader's settings.
    Settings(SettingsChange),
    /// Something is to be shown and focused.
    Reveal(RevealTarget),
    /// It is in view and has the focus.
    Revealed,
    /// A change of what the reader looks at among the statements of the plans.
    Plans(PlansChange),
    /// Another area, and there something else; the present scenario stays one step back.
    Visit(AreaRef, Box<Action>),
}

impl Action {
    /// Whether it is about the store or another tab, not from the reader's hand.
    pub fn is_from_outside(&self) -> bool {
        matches!(
            self,
            Action::Tell(_)
                | Action::Library(
                    LibraryAction::StoreAnswered(..)
                        | LibraryAction::ChangedElsewhere(..)
                        | LibraryAction::Emptied
                        | LibraryAction::SetAside(_)
                )
        )
    }
}
