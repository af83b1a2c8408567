//! Questions that take longer than a frame, asked and answered between threads.
//!
//! A component says what it wants to know as a [`Question`]; the other thread, which runs the same
//! module as the page, resolves the scenario and answers. The page's own thread never waits.

mod answering;
mod answering_later;
mod asker;
mod later;
mod packed;
mod question;
mod set;
pub mod thread;
pub mod use_later;
pub mod use_worker;

pub use answering::answer;
pub use answering_later::answer_later;
pub use asker::{Asker, Dispatch, Heard};
pub use later::{LaterAnswer, LaterQuestion};
pub use packed::Packed;
pub use question::{Answer, Message, Question};
pub use set::SetRef;
