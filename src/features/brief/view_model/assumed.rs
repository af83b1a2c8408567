//! What the results rest on most.

use voced_analysis::sensitivity;
use voced_analysis::uncertainty;
use voced_model::inputs::SourceKind;
use voced_model::{InputId, Lang, Quantity, format};

use super::room::{clip, lines};
use crate::app::Outcome;
use crate::phrases;

/// An assumption with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// Its name.
    pub name: &'static str,
    /// The value it arrives at.
    pub value: String,
    /// What is thought possible.
    pub range: String,
    /// Kind of source, confidence, and how the value came about.
    pub source: String,
    /// Whether it is an estimate or an example.
    pub is_estimate: bool,
}

/// Ems in the columns of name, value, range and source, as the style sheet has them.
const COLUMNS: [f64; 4] = [12.5, 8.5, 9.0, 18.0];

impl Assumption {
    /// Lines that it takes.
    pub fn lines(&self) -> usize {
        let texts = [self.name, &self.value, &self.range, &self.source];
        texts.into_iter().zip(COLUMNS).map(|(text, ems)| lines(text, ems)).max().unwrap_or(1)
    }
}

/// The results by which assumptions are ranked.
const RANKED_BY: [Quantity; 4] =
    [Quantity::VocEnrolment, Quantity::StudentsPerTeacher, Quantity::BalanceCumulative, Quantity::RecurrentPerStudent];

/// The most that are told.
const MOST: usize = 8;

/// The uncertain inputs that move the main results most, each measured by what moves that result most.
pub fn assumptions(outcome: &Outcome, lang: Lang) -> Vec<Assumption> {
    let resolved = outcome.resolved();
    let t = resolved.model_inputs.years.saturating_sub(1);
    let mut ranked: Vec<(InputId, f64)> = Vec::new();
    for quantity in RANKED_BY {
        let swings = sensitivity::swings(resolved, quantity, t);
        let widest = swings.first().map_or(0.0, |swing| swing.width());
        for swing in swings.iter().filter(|swing| widest > 0.0 && swing.width() > 0.01 * widest) {
            let weight = swing.width() / widest;
            match ranked.iter_mut().find(|(input, _)| *input == swing.input.input) {
                Some((_, known)) => *known += weight,
                None => ranked.push((swing.input.input, weight)),
            }
        }
    }
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked.into_iter().take(MOST).map(|(input, _)| assumption(outcome, input, lang)).collect()
}

fn assumption(outcome: &Outcome, input: InputId, lang: Lang) -> Assumption {
    let resolved = outcome.resolved();
    let spec = input.spec();
    let (_, sourced) = resolved.scenario.value(input);
    let level = sourced
        .value
        .level()
        .unwrap_or_else(|| resolved.model_inputs.inputs.at(input, resolved.model_inputs.years.saturating_sub(1)));
    let value = spec.text(level, lang);
    let found = uncertainty::uncertain(resolved).into_iter().find(|one| one.input == input);
    let range = found.map(|one| format::range(one.low, one.high, spec.unit, lang));
    let standing = sourced.source.standing();
    let kind = standing.words().get(lang);
    let confidence = sourced.confidence.map(|confidence| confidence.words().get(lang));
    let mut source = [Some(kind), confidence].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("，", ", "));
    let note = sourced.source.note();
    let note = note.get(lang);
    if !note.is_empty() {
        source = format!("{source}{}{note}", lang.pick("。", ". "));
    }
    Assumption {
        name: spec.name.get(lang),
        value,
        range: range.unwrap_or_else(|| phrases::NO_RANGE.get(lang).to_owned()),
        source: clip(&source, 2.0 * COLUMNS[3] - 2.0),
        is_estimate: matches!(standing, SourceKind::Estimate | SourceKind::Illustrative),
    }
}
