//! What can be asked, and what comes back.

use serde::{Deserialize, Serialize};
use voced_analysis::uncertainty::{self, Study};
use voced_scenario::{Layer, Reasons, Scenario};

use super::{Packed, SetRef};
use crate::browser::parts::Part;

/// Something to be computed on the other thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// How sure the results are.
    Sure {
        /// The scenario.
        #[serde(with = "as_file")]
        scenario: Scenario,
        /// What is to be found out.
        about: uncertainty::Question,
        /// Whether the draws are also held against what was observed of the area.
        conditioned: bool,
        /// The layer, with nothing changed, that differences are asked of.
        against: Option<Layer>,
    },
    /// What a later screen asks: a [`LaterQuestion`](super::LaterQuestion).
    Later {
        /// The question.
        asked: Packed,
        /// Whether the answer takes long.
        is_long: bool,
        /// The areas that it is about, where it is about many.
        set: Option<SetRef>,
    },
}

impl Question {
    /// The set of areas that it is about.
    pub fn set(&self) -> Option<&SetRef> {
        match self {
            Question::Later { set, .. } => set.as_ref(),
            Question::Sure { .. } => None,
        }
    }

    /// The question for a thread that has its set of areas.
    #[must_use]
    pub fn without_set(&self) -> Question {
        let mut question = self.clone();
        if let Question::Later { set: Some(set), .. } = &mut question {
            *set = set.known();
        }
        question
    }
}

/// Draws up to which a sampling is done in a moment.
const SHORT: u32 = 5_000;

impl Question {
    /// Whether the answer takes long enough to show how far it is. Such a question is given up when
    /// another takes its place; a short one is answered first.
    pub fn is_long(&self) -> bool {
        match self {
            Question::Sure { about, .. } => about.draws > SHORT,
            Question::Later { is_long, .. } => *is_long,
        }
    }

    /// The part of the page that the answer needs beside what is loaded first.
    pub fn part(&self) -> Option<Part> {
        match self {
            Question::Sure { conditioned: false, .. } => None,
            _ => Some(Part::Later),
        }
    }
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Question::Sure`].
    Sure(Study),
    /// To [`Question::Later`]: a [`LaterAnswer`](super::LaterAnswer).
    Later(Packed),
    /// The question has no answer: why.
    Refused(Reasons),
}

/// What the other thread sends. Both threads run the same build, so that the format need not last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// The share of the work that is done.
    Progress(f64),
    /// The end of the work.
    Answer(Answer),
}

/// A scenario travels as its file does.
pub(super) mod as_file {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use voced_scenario::Scenario;

    pub fn serialize<S: Serializer>(scenario: &Scenario, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&scenario.to_json().to_string())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Scenario, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        Scenario::parse(text).map_err(|_| D::Error::custom("not a scenario"))
    }
}
