//! An answer as a document and in words.

use super::answer::{Bound, Feasibility, Solution};
use super::{Aim, GoalSeek, When};
use crate::solve::Asked;
use voced_model::equations::MODEL_VERSION;
use voced_model::text::Words;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;

impl Solution {
    /// The document: the question, whether it can be met, every lever and goal at the levels of the
    /// answer or of the nearest miss, and what stands in the way.
    pub fn report(&self, question: &GoalSeek) -> Json {
        let levers = self.levers.iter().map(|setting| {
            object([
                ("lever", setting.input.id().into()),
                ("low", setting.within.0.into()),
                ("high", setting.within.1.into()),
                ("present", setting.present.into()),
                ("level", setting.level.into()),
                ("value", setting.value.to_json()),
                ("bound", setting.bound.map(Bound::id).into()),
            ])
        });
        let goals = self.goals.iter().map(|standing| {
            let goal = &standing.goal;
            object([
                ("metric", goal.metric.id().as_str().into()),
                ("op", goal.op.id().into()),
                ("goal", goal.value.into()),
                ("when", goal.when.to_json()),
                ("target", goal.target.as_deref().into()),
                ("year", standing.year.into()),
                ("present", standing.at_present.into()),
                ("result", standing.result.into()),
                ("slack", standing.slack.into()),
                ("shortfall", standing.shortfall.into()),
                ("binding", standing.binding.into()),
            ])
        });
        let conflict = self.conflict.as_ref().map(|conflict| {
            let places = |goals: &[usize]| Json::Array(goals.iter().map(|goal| Json::Number(*goal as f64)).collect());
            let bounds = conflict.bounds.iter();
            let bounds =
                bounds.map(|(lever, bound)| object([("lever", lever.id().into()), ("bound", bound.id().into())]));
            object([
                ("together", places(&conflict.together)),
                ("relief", places(&conflict.relief)),
                ("bounds", Json::Array(bounds.collect())),
                ("rules", Json::Array(conflict.rules.iter().map(|rule| rule.id().into()).collect())),
            ])
        });
        object([
            ("schema", SCHEMA.into()),
            ("model", MODEL_VERSION.into()),
            ("aim", question.aim.to_json()),
            ("status", self.outcome.id().into()),
            ("levers", Json::Array(levers.collect())),
            ("goals", Json::Array(goals.collect())),
            ("change", self.change.into()),
            ("missing", self.missing.into()),
            ("conflict", conflict.unwrap_or(Json::Null)),
            ("runs", Json::Number(self.runs as f64)),
        ])
    }
}

impl Asked {
    /// The document of the answer, with what the question supposes and the targets left aside.
    pub fn report(&self, solution: &Solution) -> Json {
        let supposed = self.supposed.iter().map(|(input, value)| (input.id().to_owned(), value.to_json())).collect();
        let aside = self.aside.iter().map(|goal| goal.target.as_deref().into()).collect();
        let Json::Object(mut fields) = solution.report(&self.question) else { return Json::Null };
        fields.push(("supposed".to_owned(), Json::Object(supposed)));
        fields.push(("aside".to_owned(), Json::Array(aside)));
        Json::Object(fields)
    }
}

impl When {
    fn to_json(self) -> Json {
        match self {
            When::Year(year) => year.into(),
            When::Every => "every".into(),
        }
    }
}

impl Aim {
    fn to_json(self) -> Json {
        match self {
            Aim::Nearest => "nearest".into(),
            Aim::Highest(lever) => object([("highest", lever.id().into())]),
            Aim::Lowest(lever) => object([("lowest", lever.id().into())]),
        }
    }
}

impl Feasibility {
    /// The verdict, for people.
    pub const fn words(self) -> Words {
        match self {
            Feasibility::Already => Words { zh: "无需改变", en: "nothing need change" },
            Feasibility::Met => Words { zh: "可以达到", en: "it can be met" },
            Feasibility::No => Words {
                zh: "未找到可行方案；以下最接近",
                en: "no levels were found that meet it; these come nearest",
            },
        }
    }
}

impl Bound {
    /// Where the lever stands, for people.
    pub const fn words(self) -> Words {
        match self {
            Bound::Lower => Words { zh: "已到允许的最小值", en: "at the least value allowed" },
            Bound::Upper => Words { zh: "已到允许的最大值", en: "at the largest value allowed" },
        }
    }
}
