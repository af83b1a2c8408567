//! Which question is with the other thread, and which one waits.

use super::{Answer, Message, Question};

/// What is to be done with the other thread.
#[derive(Clone, Debug, PartialEq)]
pub enum Dispatch {
    /// Nothing.
    Wait,
    /// Send it this.
    Send(Question),
    /// Stop it, whatever it does, and send this to a new one.
    Restart(Question),
    /// Stop it.
    Stop,
}

/// Keeps one question with the other thread and the latest one waiting: what was overtaken while it
/// waited is never computed, so that answers keep pace with a drag.
#[derive(Debug, Default)]
pub struct Asker {
    running: Option<Question>,
    waiting: Option<Question>,
}

impl Asker {
    /// Another question, or none any more.
    pub fn ask(&mut self, question: Option<Question>) -> Dispatch {
        let Some(question) = question else {
            self.waiting = None;
            return if self.running.take().is_some() { Dispatch::Stop } else { Dispatch::Wait };
        };
        match &self.running {
            None => {
                self.running = Some(question.clone());
                Dispatch::Send(question)
            }
            Some(running) if *running == question => {
                self.waiting = None;
                Dispatch::Wait
            }
            Some(running) if running.is_long() => {
                self.waiting = None;
                self.running = Some(question.clone());
                Dispatch::Restart(question)
            }
            Some(_) => {
                self.waiting = Some(question);
                Dispatch::Wait
            }
        }
    }

    /// A message of the other thread: how far it is, or the answered question with its answer; and
    /// what is to be done next.
    pub fn hear(&mut self, message: Message) -> (Heard, Dispatch) {
        match message {
            Message::Progress(share) => (Heard::Progress(share), Dispatch::Wait),
            Message::Answer(answer) => match self.running.take() {
                Some(question) => {
                    self.running = self.waiting.take();
                    let step = self.running.clone().map_or(Dispatch::Wait, Dispatch::Send);
                    (Heard::Answer(Box::new((question, answer))), step)
                }
                // Nothing was asked of this thread any more.
                None => (Heard::Nothing, Dispatch::Wait),
            },
        }
    }

    /// Whether an answer is to come.
    pub fn is_busy(&self) -> bool {
        self.running.is_some()
    }
}

/// What a message says.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Nothing of interest any more.
    Nothing,
    /// The share of the work that is done.
    Progress(f64),
    /// The answer to a question.
    Answer(Box<(Question, Answer)>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_analysis::uncertainty;
    use voced_scenario::{AreaRef, Layer, Reasons, Scenario};

    fn question(horizon: i32, draws: u32) -> Question {
        let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        scenario.horizon = horizon;
        let about = uncertainty::Question { draws, bands: Vec::new(), histograms: Vec::new(), year: None };
        Question::Sure { scenario, about, conditioned: false, against: None }
    }

    fn answer() -> Message {
        Message::Answer(Answer::Refused(Reasons::of(&[])))
    }

    #[test]
    fn what_is_overtaken_while_it_waits_is_never_computed() {
        let mut asker = Asker::default();
        let [first, second, third] = [2022, 2023, 2024].map(|year| question(year, 1000));
        assert_eq!(asker.ask(Some(first.clone())), Dispatch::Send(first.clone()));
        assert_eq!(asker.ask(Some(second)), Dispatch::Wait);
        assert_eq!(asker.ask(Some(third.clone())), Dispatch::Wait);
        let (heard, step) = asker.hear(answer());
        assert!(matches!(heard, Heard::Answer(found) if found.0 == first));
        assert_eq!(step, Dispatch::Send(third));
        assert_eq!(asker.hear(answer()).1, Dispatch::Wait);
        assert!(!asker.is_busy());
        assert_eq!(asker.hear(answer()), (Heard::Nothing, Dispatch::Wait));
    }

    #[test]
    fn a_long_one_is_given_up_for_the_next() {
        let mut asker = Asker::default();
        let [long, next] = [1_000_000, 1000].map(|draws| question(2025, draws));
        asker.ask(Some(long.clone()));
        assert_eq!(asker.ask(Some(long.clone())), Dispatch::Wait, "the same question again changes nothing");
        assert_eq!(asker.ask(Some(next.clone())), Dispatch::Restart(next));
        asker.ask(Some(long));
        assert_eq!(asker.ask(None), Dispatch::Stop);
        assert_eq!(asker.ask(None), Dispatch::Wait);
    }

    #[test]
    fn messages_survive_the_way() {
        let sent = question(2025, 1000);
        let bytes = postcard::to_allocvec(&sent).expect("packs");
        assert_eq!(postcard::from_bytes::<Question>(&bytes), Ok(sent));
        assert!(postcard::from_bytes::<Question>(&bytes[..bytes.len() / 2]).is_err());
    }
}
