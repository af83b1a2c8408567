//! The hook by which a component asks.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::thread::Thread;
use super::{Answer, Asker, Dispatch, Heard, Message, Question, answer};
use crate::browser::events;

/// What is known of a question so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// The latest answer, if any: while another one is on its way, the one before.
    pub answer: Option<Rc<Answer>>,
    /// The question that it answers.
    pub to: Option<Rc<Question>>,
    /// The share of the work that is done, while another answer is on its way.
    pub progress: Option<f64>,
    /// Whether the other thread failed at the question.
    pub failed: bool,
    /// Whether the question takes more than a moment.
    pub is_long: bool,
    /// Asks once more.
    pub again: Callback<()>,
}

/// What happened to a question.
pub enum ReplyChange {
    /// It was asked, or nothing is asked any more.
    Asked(bool),
    /// A share of the work is done.
    Progress(f64),
    /// It was answered; whether another answer is on its way.
    Answered(Rc<Question>, Rc<Answer>, bool),
    /// The other thread failed.
    Failed,
}

impl Reducible for Reply {
    type Action = ReplyChange;

    fn reduce(self: Rc<Self>, change: ReplyChange) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match change {
            ReplyChange::Asked(is_asked) => {
                next.progress = is_asked.then_some(0.0);
                next.failed = false;
            }
            ReplyChange::Progress(share) => next.progress = Some(share),
            ReplyChange::Answered(question, answer, waits) => {
                next.answer = Some(answer);
                next.to = Some(question);
                next.progress = waits.then_some(0.0);
            }
            ReplyChange::Failed => {
                next.failed = true;
                next.progress = None;
            }
        }
        Rc::new(next)
    }
}

/// A component's line to a thread of its own.
#[derive(Default)]
struct Line {
    asker: Asker,
    thread: Option<Thread>,
    /// The newest answer, with its question.
    arrived: Option<(Rc<Question>, Rc<Answer>)>,
}

/// Asks a question whenever it changes, on a thread of its own that ends with the component. With `None`
/// nothing is asked, what runs is stopped, and the last answer stays.
#[hook]
pub fn use_answer(question: Option<Question>) -> Reply {
    // Changes go to the latest reply, whichever drawing made the callback that sends them.
    let reply = use_reducer_eq(Reply::default);
    let line = use_mut_ref(Line::default);
    // An answer makes the component draw at the next frame. Where an input event makes it draw before, it draws with
    // the answer that is there, and once: while a lever is dragged, both come in every frame.
    let arrived = line.borrow().arrived.clone();
    let attempt = use_state_eq(|| 0_u32);
    let is_long = question.as_ref().is_some_and(Question::is_long);
    let change = reply.dispatcher();
    use_effect_with((question, *attempt), move |(question, _)| {
        change.dispatch(ReplyChange::Asked(question.is_some()));
        let step = line.borrow_mut().asker.ask(question.clone());
        take(step, &line, &change);
    });
    let again = Callback::from(move |()| attempt.set(*attempt + 1));
    let mut now = Reply { is_long, again, ..(*reply).clone() };
    if let Some((to, answer)) = arrived {
        (now.to, now.answer) = (Some(to), Some(answer));
    }
    now
}

type Change = UseReducerDispatcher<Reply>;

/// Does what the asker says.
fn take(step: Dispatch, line: &Rc<RefCell<Line>>, change: &Change) {
    match step {
        Dispatch::Wait => {}
        Dispatch::Stop => line.borrow_mut().thread = None,
        Dispatch::Restart(question) => {
            line.borrow_mut().thread = None;
            send(&question, line, change);
        }
        Dispatch::Send(question) => send(&question, line, change),
    }
}

fn send(question: &Question, line: &Rc<RefCell<Line>>, change: &Change) {
    let can_answer = |thread: &Thread| thread.can_answer(question);
    if !line.borrow().thread.as_ref().is_some_and(can_answer) {
        // A callback that kept the line alive would keep the thread alive after the component.
        let (weak, change) = (Rc::downgrade(line), change.clone());
        let thread = Thread::start(move |message| {
            if let Some(line) = weak.upgrade() {
                hear(message, &line, &change);
            }
        });
        line.borrow_mut().thread = thread;
    }
    // A part of the page that is not here is missed by a new thread too.
    let sent = line.borrow().thread.as_ref().map(|thread| thread.can_answer(question) && thread.send(question));
    match sent {
        Some(true) => {}
        Some(false) => hear(None, line, change),
        // Without another thread the page waits, rather than leave the question open.
        None => hear(answer(question, |_| {}).map(Message::Answer), line, change),
    }
}

fn hear(message: Option<Message>, line: &Rc<RefCell<Line>>, change: &Change) {
    let Some(message) = message else {
        *line.borrow_mut() = Line::default();
        change.dispatch(ReplyChange::Failed);
        return;
    };
    let (heard, step) = line.borrow_mut().asker.hear(message);
    match heard {
        Heard::Nothing => {}
        Heard::Progress(share) => change.dispatch(ReplyChange::Progress(share)),
        Heard::Answer(found) => {
            let (question, answer) = (Rc::new(found.0), Rc::new(found.1));
            line.borrow_mut().arrived = Some((question.clone(), answer.clone()));
            let (weak, change) = (Rc::downgrade(line), change.clone());
            events::before_the_next_frame(move || {
                // Nobody is there to be told where the component has gone.
                let Some(line) = weak.upgrade() else { return };
                let waits = line.borrow().asker.is_busy();
                change.dispatch(ReplyChange::Answered(question, answer, waits));
            });
        }
    }
    if let Dispatch::Send(question) = step {
        send(&question, line, change);
    }
}
