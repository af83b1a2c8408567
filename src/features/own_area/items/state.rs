//! What is going on in a list: what is being typed, what was refused, what was deleted.

use std::rc::Rc;
use std::sync::Arc;

use voced_model::Lang;
use voced_scenario::Area;
use yew::prelude::*;

use super::deeds::Refused;
use super::draft::{Draft, Half, Point};
use super::item::Item;
use super::reading::{FieldFault, point_at};

/// A change of what is being typed.
#[derive(Clone, PartialEq)]
pub enum Typing {
    /// A text into a field.
    Set(&'static str, String),
    /// A text into the half of a point.
    SetPoint(usize, Half, String),
    /// Another year.
    AddPoint,
    /// One year less.
    DropPoint(usize),
    /// What came of a number when its field was left.
    Judge(FieldFault),
}

/// Properties of [`ItemEditor`].
#[derive(Properties, PartialEq)]
pub struct ItemEditorProps {
    /// What is being typed.
    pub draft: Draft,
    /// What was refused of it.
    pub refused: Refused,
    /// The area.
    pub area: Arc<Area>,
    /// What is edited, for those who hear the page.
    pub label: String,
    /// The language.
    pub lang: Lang,
    /// Where changes go.
    pub typing: Callback<Typing>,
    /// It is done.
    pub done: Callback<()>,
    /// It is given up.
    pub cancel: Callback<()>,
}

/// The id of the element of a field.
pub fn element(draft: &Draft, at: &str) -> String {
    format!("{}-{at}", draft.section.element())
}

/// What is going on in a list: one item at a time is open.
#[derive(Clone, Default, PartialEq)]
pub struct State {
    /// What is being typed about the item that is open.
    pub draft: Option<Draft>,
    /// What was refused of it.
    pub refused: Refused,
    /// An item that could not be deleted, and why.
    pub kept: Option<(Item, Vec<String>)>,
    /// What was deleted last: its words, the area before and after.
    pub gone: Option<(String, Arc<Area>, Arc<Area>)>,
}

/// What happens in a list.
pub enum Step {
    /// An item is opened.
    Open(Draft),
    /// Something is typed.
    Type(Typing),
    /// It is not taken.
    Refuse(Refused),
    /// It is closed.
    Close,
    /// An item could not be deleted.
    Keep(Item, Vec<String>),
    /// An item was deleted.
    Gone(String, Arc<Area>, Arc<Area>),
}

impl Reducible for State {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut next = (*self).clone();
        match step {
            Step::Open(draft) => next = State { draft: Some(draft), ..State::default() },
            Step::Type(typing) => next.typed(typing),
            Step::Refuse(refused) => next.refused = refused,
            Step::Close => next = State::default(),
            Step::Keep(item, why) => next.kept = Some((item, why)),
            Step::Gone(words, before, after) => {
                next = State { gone: Some((words, before, after)), ..State::default() };
            }
        }
        Rc::new(next)
    }
}

impl State {
    fn typed(&mut self, typing: Typing) {
        let Some(draft) = &mut self.draft else { return };
        // What is typed over is no longer wrong; what is wrong with the whole may be put right by it.
        let mut heal = |at: &dyn Fn(&str) -> bool| {
            self.refused.fields.retain(|fault| !at(&fault.at));
            self.refused.others.clear();
        };
        match typing {
            Typing::Set(key, text) => {
                heal(&|at| at == key);
                draft.set(key, text);
            }
            Typing::SetPoint(place, half, text) => {
                let point = point_at(place, half);
                heal(&|at| at == point || at == "points");
                draft.set_point(place, half, text);
            }
            Typing::AddPoint => draft.points.push(Point::default()),
            Typing::DropPoint(place) => {
                // The others move up: where their faults stand is no longer theirs.
                heal(&|at| at.starts_with("points"));
                if place < draft.points.len() {
                    draft.points.remove(place);
                }
            }
            Typing::Judge(fault) => {
                self.refused.fields.retain(|known| known.at != fault.at);
                self.refused.fields.push(fault);
            }
        }
    }
}
