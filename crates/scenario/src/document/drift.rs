//! How far today's results are from those a file pins, and why.

use super::Document;
use voced_model::Quantity;
use voced_model::equations::changes::{CHANGES, Change, Since, since};
use voced_model::text::Lang;

/// What may lie between two results that are the same, for each unit of their size: dust of the last digits,
/// far below anything that is shown.
const DUST: f64 = 1e-6;

/// A result that is no longer what it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drifted {
    /// Which.
    pub quantity: Quantity,
    /// What it was when the file was saved.
    pub then: f64,
    /// What it is now; `None` where it has no value any more.
    pub now: Option<f64>,
}

/// How far today's results are from those a file pins, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Drift {
    /// The version of the model that gave the pinned results.
    pub model: String,
    /// Those that differ.
    pub results: Vec<Drifted>,
    /// What has changed since.
    pub since: Since,
}

impl Document {
    /// Which pinned results differ from today's by more than dust, and what changed since; `None` where
    /// nothing is pinned, and where all is as it was.
    pub fn drift(&self) -> Option<Drift> {
        self.drift_in(CHANGES)
    }

    /// As [`Document::drift`], with another list of versions.
    pub fn drift_in(&self, changes: &[Change]) -> Option<Drift> {
        let snapshot = self.snapshot.as_ref()?;
        let projection = self.scenario.resolve().ok()?.project();
        let last = projection.years().saturating_sub(1);
        let drifted = snapshot.results.iter().filter_map(|(quantity, then)| {
            let now = projection.value(*quantity, last);
            let same = now.is_some_and(|now| (now - then).abs() <= DUST * now.abs().max(then.abs()).max(1.0));
            (!same).then_some(Drifted { quantity: *quantity, then: *then, now })
        });
        let results: Vec<Drifted> = drifted.collect();
        let since = since(changes, &snapshot.model);
        (!results.is_empty()).then(|| Drift { model: snapshot.model.clone(), results, since })
    }
}

impl Drift {
    /// Why the results differ, one sentence a line.
    pub fn reasons(&self, lang: Lang) -> Vec<String> {
        let model = &self.model;
        let text = |zh: String, en: String| vec![lang.pick(zh, en)];
        match &self.since {
            Since::Changes(changes) => {
                let said = |change: &Change| {
                    let (version, what) = (change.version, change.what.get(lang));
                    lang.pick(format!("模型 {version}：{what}"), format!("Model {version}: {what}"))
                };
                changes.iter().map(said).collect()
            }
            Since::Present => text(
                format!(
                    "模型版本相同（{model}），因此不是算法变了：可能是地区数据此后作了修订，或保存的数字被改动过。"
                ),
                format!(
                    "The model is the same ({model}), so its equations are not the reason: the data of the area may have been revised since, or the saved numbers were changed."
                ),
            ),
            Since::Unknown => text(
                format!("保存时的模型版本是“{model}”，本页的版本记录中没有它，无法说明原因；可能由更新的页面保存。"),
                format!(
                    "It was saved with model version “{model}”, which this page has no record of, so it can not say why; a newer page may have saved it."
                ),
            ),
        }
    }
}
