//! An answer as a document and in words.

use super::{Question, Reached, SolveAnswer, Stop};
use voced_model::equations::MODEL_VERSION;
use voced_model::text::Words;
use voced_scenario::ResolvedScenario;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;

impl SolveAnswer {
    /// The document: the question, whether it can be met, the level (or the best one), the lever's value
    /// to put into the scenario, and what stops it where it can not.
    pub fn report(&self, question: &Question, resolved: &ResolvedScenario) -> Json {
        let (status, reached) = match self {
            SolveAnswer::Already(reached) => ("already", reached),
            SolveAnswer::Met(reached) => ("met", reached),
            SolveAnswer::No { best, .. } => ("no", best),
        };
        let Reached { level, value, result } = reached;
        let (shortfall, stop, rules) = match self {
            SolveAnswer::No { shortfall, stop, rules, .. } => {
                let rules = rules.iter().map(|rule| rule.id().into()).collect();
                (*shortfall, Some(stop.id()), Json::Array(rules))
            }
            _ => (None, None, Json::Array(Vec::new())),
        };
        object([
            ("schema", SCHEMA.into()),
            ("model", MODEL_VERSION.into()),
            ("lever", question.lever.id().into()),
            ("low", question.within.0.into()),
            ("high", question.within.1.into()),
            ("quantity", question.quantity.id().into()),
            ("year", question.year.into()),
            ("op", question.op.id().into()),
            ("goal", question.goal.into()),
            ("status", status.into()),
            ("present", resolved.scenario.value(question.lever).1.value.level().into()),
            ("level", (*level).into()),
            ("value", value.to_json()),
            ("result", (*result).into()),
            ("shortfall", shortfall.into()),
            ("stop", stop.into()),
            ("rules", rules),
        ])
    }
}

impl Stop {
    /// The word in documents.
    pub const fn id(self) -> &'static str {
        match self {
            Stop::LowerBound => "lower_bound",
            Stop::UpperBound => "upper_bound",
            Stop::Plateau => "plateau",
            Stop::Turn => "turn",
            Stop::Leap => "leap",
            Stop::NoEffect => "no_effect",
            Stop::NoValue => "no_value",
        }
    }

    /// What stops it, for people.
    pub const fn words(self) -> Words {
        match self {
            Stop::LowerBound => Words { zh: "已到允许的最小值", en: "the least value allowed is reached" },
            Stop::UpperBound => Words { zh: "已到允许的最大值", en: "the largest value allowed is reached" },
            Stop::Plateau => Words { zh: "再调整也不再有变化", en: "beyond this nothing changes any more" },
            Stop::Turn => Words { zh: "再调整结果会反向变化", en: "beyond this the result turns back" },
            Stop::Leap => Words { zh: "结果在此处跳过了目标值", en: "the result leaps over the goal here" },
            Stop::NoEffect => Words { zh: "此项不影响该结果", en: "the lever does not move the result" },
            Stop::NoValue => Words { zh: "该结果没有数值", en: "the result has no value" },
        }
    }
}
