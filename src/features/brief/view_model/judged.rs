//! The targets of the brief: the missed ones first.

use voced_model::Lang;
use voced_scenario::Status;

use super::Making;
use super::room::{clip, lines};
use crate::features::explore::board::view_model::{TargetRow, target_rows};

/// A target on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// Its name.
    pub label: String,
    /// What is asked for.
    pub goal: String,
    /// By when.
    pub due: String,
    /// What the projection gives.
    pub value: String,
    /// Met or not.
    pub status: Status,
    /// What is missing, and when it is met.
    pub detail: String,
    /// The share of draws that meet it; empty where that is not known.
    pub chance: String,
}

/// Ems in the columns of name, goal, value and gap, as the style sheet has them.
const COLUMNS: [f64; 4] = [15.5, 8.0, 8.0, 11.5];

impl TargetLine {
    /// Lines that it takes.
    pub fn lines(&self) -> usize {
        let texts = [&self.label, &self.goal, &self.value, &self.detail];
        texts.into_iter().zip(COLUMNS).map(|(text, ems)| lines(text, ems)).max().unwrap_or(1)
    }
}

/// The targets, the missed ones first, then those that can not be judged, then those met, and last what is
/// assumed; each in the plan's order.
pub fn targets(making: &Making<'_>) -> Vec<TargetLine> {
    let mut rows = target_rows(making.outcome, making.sureness, making.lang);
    let rank = |row: &TargetRow| match row.status {
        Status::Missed { .. } => 0,
        Status::Unknown => 1,
        Status::BeyondHorizon => 2,
        Status::Met => 3,
        Status::Assumed => 4,
    };
    rows.sort_by_key(rank);
    let line = |row: TargetRow| TargetLine {
        label: clip(&row.label, 2.0 * COLUMNS[0] - 2.0),
        goal: row.goal,
        due: row.due,
        value: row.value,
        status: row.status,
        detail: clip(&row.detail, 3.0 * COLUMNS[3] - 3.0),
        chance: row.chance,
    };
    rows.into_iter().map(line).collect()
}

/// How many targets are met, in a sentence; nothing where there are none.
pub fn summary(targets: &[TargetLine], lang: Lang) -> String {
    if targets.is_empty() {
        return String::new();
    }
    let assumed = targets.iter().filter(|target| target.status == Status::Assumed).count();
    let told = computed(targets, lang);
    match (assumed, lang) {
        (0, _) => told,
        (_, Lang::Zh) => format!("{told}另有{assumed}项建设任务假定按期完成，不计入达成。"),
        (1, Lang::En) => format!("{told} One deliverable is assumed done on time and not counted as met."),
        (_, Lang::En) => format!("{told} {assumed} deliverables are assumed done on time and not counted as met."),
    }
}

/// As [`summary`], without what is assumed.
fn computed(targets: &[TargetLine], lang: Lang) -> String {
    let all = targets.iter().filter(|target| target.status != Status::Assumed).count();
    if all == 0 {
        return String::new();
    }
    let count = |wanted: fn(&Status) -> bool| targets.iter().filter(|target| wanted(&target.status)).count();
    let met = count(|status| *status == Status::Met);
    let missed = count(|status| matches!(status, Status::Missed { .. }));
    let open = all - met - missed;
    match (lang, open) {
        (Lang::Zh, 0) => format!("共{all}项可计算的目标：达成{met}项，未达成{missed}项。"),
        (Lang::Zh, _) => format!("共{all}项可计算的目标：达成{met}项，未达成{missed}项，期限未到或无法判断{open}项。"),
        (Lang::En, 0) => format!("Of {all} targets that can be computed, {met} are met and {missed} missed."),
        (Lang::En, _) => {
            format!(
                "Of {all} targets that can be computed, {met} are met, {missed} missed and {open} due later or open."
            )
        }
    }
}
