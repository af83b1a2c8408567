//! When the scenario is written to address and storage: at once where one thing was chosen or a movement has ended,
//! else as soon as the input rests, and always before the page goes away.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use voced_scenario::Scenario;

use super::{address, history, link, storage};
use crate::app::{History, Session};

/// How long nothing may change for the input to count as resting, in milliseconds: several events of a drag or of
/// a key that is held down.
const REST_MILLIS: u32 = 100;

/// The stores do not take any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// What the stores have, and what they are still to be given.
#[derive(Default)]
pub struct Writer {
    /// What the page began with.
    first: Option<Rc<Session>>,
    /// What is to be in the stores.
    newest: Option<Rc<Session>>,
    /// Whose document the storage was given last.
    stored: Option<Rc<Session>>,
    /// Whose document the address was given last.
    addressed: Option<Rc<Session>>,
    /// The steps that the storage was given last.
    steps: Option<History<Scenario>>,
    /// Runs until the input rests.
    rest: Option<Timeout>,
    /// Whether something was chosen, or a movement ended, since the input last rested: what follows so soon is
    /// probably one of many, such as a key that is held down.
    was_settled: bool,
}

impl Writer {
    /// Takes note of a change, and writes once the input rests. What comes of writing later goes to `done`.
    pub fn follow(
        writer: &Rc<RefCell<Writer>>,
        session: &Rc<Session>,
        done: impl Fn(Result<(), Full>) + 'static,
    ) -> Result<(), Full> {
        let mut now = writer.borrow_mut();
        let is_first = now.first.is_none();
        now.first.get_or_insert_with(|| session.clone());
        now.newest = Some(session.clone());
        let is_settled = session.moving.is_none();
        let at_once = is_settled && !now.was_settled;
        // What the page begins with was not chosen just now.
        now.was_settled |= is_settled && !is_first;
        let written = if at_once { now.write() } else { Ok(()) };
        let weak = Rc::downgrade(writer);
        // Setting another one cancels the one before.
        now.rest = Some(Timeout::new(REST_MILLIS, move || {
            let Some(writer) = weak.upgrade() else { return };
            // The borrow ends before anyone is told, who may change the state and come back here.
            let written = {
                let mut writer = writer.borrow_mut();
                writer.rest = None;
                writer.was_settled = false;
                writer.write()
            };
            done(written);
        }));
        written
    }

    /// Writes what the stores do not have yet. Address and steps follow once a movement is over: browsers limit
    /// how often an address may change, and a movement is one step.
    ///
    /// # Errors
    /// Where the storage refuses the document. It is given again with the next change.
    pub fn write(&mut self) -> Result<(), Full> {
        let Some(session) = self.newest.clone() else { return Ok(()) };
        let is_new =
            |given: &Option<Rc<Session>>| !given.as_ref().is_some_and(|given| given.has_same_document(&session));
        let mut written = Ok(());
        if is_new(&self.stored) {
            if !storage::write_document(&session.document()) {
                written = Err(Full);
            }
            self.stored = Some(session.clone());
        }
        if session.moving.is_some() {
            return written;
        }
        if is_new(&self.addressed) {
            if !self.keeps_broken_link(&session)
                && let Some(fragment) = address::write(session.document())
            {
                // Where the storage refuses, the document's own writing has said so.
                let _ = storage::write_address(&fragment);
            }
            self.addressed = Some(session.clone());
        }
        if self.steps.as_ref() != Some(&session.history) {
            history::write(&session.history);
            self.steps = Some(session.history.clone());
        }
        written
    }

    /// A broken link stays in the address until the user changes something.
    fn keeps_broken_link(&self, session: &Session) -> bool {
        self.first.as_ref().is_some_and(|first| first.has_same_document(session))
            && matches!(link::unpack(&address::fragment()), Some(Err(_)))
    }
}
