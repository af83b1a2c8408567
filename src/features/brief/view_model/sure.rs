//! How sure it is, in sentences.

use voced_analysis::uncertainty;
use voced_model::Lang;

use super::Making;
use crate::features::observed::switch::weighing;
use crate::phrases;

/// The sentences; none while the draws are on their way.
pub fn sentences(making: &Making<'_>) -> Vec<String> {
    let lang = making.lang;
    if uncertainty::uncertain(making.outcome.resolved()).is_empty() {
        return vec![phrases::BRIEF_NO_RANGES.get(lang).to_owned()];
    }
    let Some(sureness) = making.sureness else { return Vec::new() };
    let targets = making.scenario().area().targets.iter().enumerate();
    let chances: Vec<f64> = targets.filter_map(|(place, target)| sureness.chance(place, target)).collect();
    let between = |low: f64, high: f64| chances.iter().filter(|chance| (low..high).contains(*chance)).count();
    let (likely, open, unlikely) = (between(0.9, 2.0), between(0.5, 0.9), between(0.0, 0.5));
    let mut said = vec![phrases::BRIEF_SURE_HOW.get(lang).to_owned()];
    said.extend(weighing(sureness, lang).map(|counted| {
        let (words, stop) = (phrases::CONDITIONED.get(lang), lang.pick("。", "."));
        lang.pick(format!("{words}：{counted}{stop}"), format!("{words}. {counted}{stop}"))
    }));
    if !chances.is_empty() {
        said.push(match lang {
            Lang::Zh => format!(
                "各项可测算目标中，达成可能性在九成以上的有{likely}项，五成至九成的有{open}项，不足五成的有{unlikely}项。"
            ),
            Lang::En => format!(
                "Of the computed targets, {likely} are met in at least nine runs of ten, {open} in five to nine, and {unlikely} in fewer than five."
            ),
        });
    }
    said.push(phrases::BRIEF_ESTIMATES.get(lang).to_owned());
    said
}
