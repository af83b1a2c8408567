//! Kept scenarios in words: what to call one, what it holds, what it gives.

use voced_model::format::Gauge;
use voced_model::{InputId, Lang};
use voced_scenario::{Layer, Scenario};

use super::changes::{changes, level_text, quoted};
use crate::app::Outcome;
use crate::app::saved::{Announcement, LibraryEvent, SavedScenario, UndoEntry};
use crate::features::explore::headline::view_model as headline;
use crate::phrases;

/// The most differences that are told of one.
const FEW: usize = 3;

/// A kept scenario as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedRow {
    /// Area, what lies under it, last year.
    pub about: String,
    /// How much was changed.
    pub changed: String,
    /// What its main results differ from the plan's by, each with its name.
    pub differences: Vec<(&'static str, String)>,
    /// What is no longer as it was when it was kept, and why; empty where all is.
    pub drift: Vec<String>,
}

/// How many things a user changed.
pub fn changed_count(scenario: &Scenario) -> usize {
    scenario.inputs.len() + scenario.projects.len() + scenario.deliverables.len()
}

/// The row of a kept scenario.
pub fn row(saved: &SavedScenario, lang: Lang) -> SavedRow {
    let scenario = &saved.scenario;
    let about = [
        scenario.area().short.get(lang).to_owned(),
        scenario.layer.words().get(lang).to_owned(),
        format!("{} {}", phrases::PROJECTED_TO.get(lang), scenario.horizon),
    ];
    let changed = match changed_count(scenario) {
        0 => phrases::CHANGED_NONE.get(lang).to_owned(),
        count => format!("{count} {}", phrases::CHANGED_ITEMS.get(lang)),
    };
    SavedRow { about: about.join(" · "), changed, differences: differences(scenario, lang), drift: drift(saved, lang) }
}

fn differences(scenario: &Scenario, lang: Lang) -> Vec<(&'static str, String)> {
    let (Some(outcome), Some(plan)) = (Outcome::of(scenario), Outcome::of(&scenario.untouched(Layer::Plan))) else {
        return Vec::new();
    };
    let tiles = headline::tiles(&outcome, &plan, None, scenario.horizon, lang);
    let told = |tile: headline::Tile| {
        let by = tile.difference.filter(|_| tile.direction != 0)?;
        Some((tile.quantity.spec().name.get(lang), by.text(lang)))
    };
    tiles.into_iter().filter_map(told).take(FEW).collect()
}

fn drift(saved: &SavedScenario, lang: Lang) -> Vec<String> {
    let Some(drift) = saved.document().drift() else { return Vec::new() };
    let results = drift.results.iter().take(FEW).map(|one| {
        let spec = one.quantity.spec();
        let gauge = Gauge::of(&[one.then, one.now.unwrap_or(f64::NAN)], &[], spec.unit, lang);
        let now = one.now.map_or_else(|| phrases::NO_VALUE.get(lang).to_owned(), |now| gauge.text(now));
        format!("{} {} → {now}", spec.name.get(lang), gauge.text(one.then))
    });
    results.chain(drift.reasons(lang)).collect()
}

/// A name for a scenario: its area, and what sets it apart from what lies under it.
pub fn proposal(scenario: &Scenario, lang: Lang) -> String {
    let under = scenario.untouched(scenario.layer);
    let plain = Scenario { name: String::new(), seed: under.seed, ..scenario.clone() };
    let area = scenario.area().short.get(lang);
    let changes = changes(&under, &plain, lang);
    // A name has room for where a lever arrives, not for the way there.
    let lever = InputId::all().find_map(|input| {
        let [under, plain] = [&under, &plain].map(|scenario| scenario.value(input).1.value.clone());
        let level = plain.level().filter(|_| under != plain)?;
        Some(format!("{} {}", input.spec().name.get(lang), level_text(input, level, lang)))
    });
    let what = lever.or_else(|| changes.first().cloned());
    let what = what.unwrap_or_else(|| scenario.layer.words().get(lang).to_owned());
    let more = match changes.len() {
        0 | 1 => String::new(),
        count => lang.pick(format!(" 等 {count} 项"), format!(" and {} more", count - 1)),
    };
    format!("{area}{}{what}{more}", lang.pick(" ", ": "))
}

/// What was done, in a sentence; whether the store has taken it over decides the words.
pub fn announcement(announcement: &Announcement, is_refused: bool, lang: Lang) -> String {
    let words = match announcement.event {
        _ if is_refused => phrases::DID_NOT_KEEP,
        LibraryEvent::Saved => phrases::DID_KEEP,
        LibraryEvent::Updated => phrases::DID_UPDATE,
        LibraryEvent::Renamed => phrases::DID_RENAME,
        LibraryEvent::Copied => phrases::DID_COPY,
        LibraryEvent::Deleted => phrases::DID_DELETE,
        LibraryEvent::Opened => phrases::DID_OPEN,
        LibraryEvent::Imported => phrases::DID_IMPORT,
        LibraryEvent::Bookmarked => phrases::DID_MARK,
        LibraryEvent::BookmarkRemoved => phrases::DID_UNMARK,
        LibraryEvent::AreaMade => phrases::DID_MAKE_AREA,
        LibraryEvent::AreaEdited => phrases::DID_EDIT_AREA,
        LibraryEvent::AreaDeleted => phrases::DID_DELETE_AREA,
        LibraryEvent::BothSaved => phrases::DID_DOUBLE,
        LibraryEvent::Undone => phrases::DID_UNDO,
    };
    let names: Vec<String> = announcement.names.iter().map(|name| quoted(name, lang)).collect();
    let list = names.join(lang.pick("、", ", "));
    let name = match names.len() {
        0 | 1 => list,
        count => lang.pick(format!("{count} 个方案：{list}"), format!("{count} scenarios: {list}")),
    };
    if announcement.event == LibraryEvent::Opened && !is_refused {
        return format!("{name}{}{}{}", lang.pick("", ": "), words.get(lang), lang.pick("。", "."));
    }
    format!("{}{}{name}{}", words.get(lang), lang.pick("", " "), lang.pick("。", "."))
}

/// What the button to undo a deed says.
pub fn undoing(undoing: &UndoEntry, lang: Lang) -> String {
    let event = match undoing.event {
        LibraryEvent::Renamed => phrases::UNDO_RENAME,
        LibraryEvent::Deleted | LibraryEvent::AreaDeleted => phrases::UNDO_DELETE,
        LibraryEvent::AreaEdited => phrases::UNDO_EDIT,
        LibraryEvent::BookmarkRemoved => phrases::UNDO_UNMARK,
        _ => phrases::UNDO_UPDATE,
    };
    let (undo, event, name) = (phrases::UNDO_DEED.get(lang), event.get(lang), quoted(undoing.before.name(), lang));
    lang.pick(format!("{undo}{event}{name}"), format!("{undo} {event} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::saved::List;
    use voced_model::Quantity;
    use voced_scenario::{AreaRef, PathValue};

    fn scenario(shares: &[(&str, f64)]) -> Scenario {
        let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        for (id, value) in shares {
            scenario.inputs.insert(InputId::find(id).expect("known"), PathValue::Constant(*value));
        }
        scenario
    }

    #[test]
    fn a_name_is_proposed_from_what_differs() {
        assert_eq!(proposal(&scenario(&[]), Lang::Zh), "莱芜 规划方案");
        assert_eq!(proposal(&scenario(&[("vocational_share", 0.5)]), Lang::Zh), "莱芜 中职招生占比 50%");
        let two = scenario(&[("vocational_share", 0.5), ("hires", 40.0)]);
        assert_eq!(proposal(&two, Lang::Zh), "莱芜 中职招生占比 50% 等 2 项");
        let mut bent = scenario(&[]);
        let hires = InputId::find("hires").expect("known");
        bent.inputs.insert(hires, PathValue::Points(vec![(2020, 300.0), (2023, 420.0), (2025, 294.0)]));
        assert_eq!(proposal(&bent, Lang::Zh), "莱芜 每年招聘教师 294人/年");
        let english = proposal(&scenario(&[("hires", 40.0)]), Lang::En);
        assert!(english.ends_with(" 40 persons a year") && !english.contains('→'), "{english}");
    }

    #[test]
    fn a_row_tells_the_area_the_changes_and_what_comes_of_them() {
        let row = row(&SavedScenario::new("a", scenario(&[("vocational_share", 0.5)]), 1.0), Lang::Zh);
        assert_eq!((row.about.as_str(), row.changed.as_str()), ("莱芜 · 规划方案 · 推演至 2025", "1 项改动"));
        assert_eq!(row.differences.len(), FEW);
        assert_eq!(row.differences[0], (Quantity::VocEnrolment.spec().name.zh, "+669人".to_owned()));
        assert!(row.drift.is_empty());
        assert!(super::row(&SavedScenario::new("a", scenario(&[]), 1.0), Lang::En).differences.is_empty());
    }

    #[test]
    fn results_of_another_version_are_told() {
        let mut saved = SavedScenario::new("a", scenario(&[]), 1.0);
        if let Some(snapshot) = &mut saved.snapshot {
            snapshot.results.insert(Quantity::VocEnrolment, 7.0);
        }
        let drift = row(&saved, Lang::Zh).drift;
        assert!(drift[0].contains("7人 → "), "{drift:?}");
    }

    #[test]
    fn a_refused_deed_is_never_called_done() {
        let done = Announcement { event: LibraryEvent::Saved, id: "a".to_owned(), names: vec!["甲".to_owned()] };
        assert_eq!(announcement(&done, false, Lang::Zh), "已保存「甲」。");
        assert_eq!(announcement(&done, true, Lang::En), "The browser could not save “甲”.");
        let before = SavedScenario::new("a", Scenario { name: "甲".to_owned(), ..scenario(&[]) }, 1.0);
        let undo = UndoEntry { event: LibraryEvent::Deleted, list: List::Scenarios, before: before.into() };
        assert_eq!(undoing(&undo, Lang::Zh), "撤销删除「甲」");
        assert_eq!(undoing(&undo, Lang::En), "Undo deletion of “甲”");
    }
}
