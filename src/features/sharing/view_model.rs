//! What a link brings, said before anything else: what its sender changed, and whether its numbers
//! are still those of the day it was made.

use voced_analysis::warnings::Lever;
use voced_model::format::Gauge;
use voced_model::{Lang, Quantity, Words, format};
use voced_scenario::{Document, Drift, Layer, Scenario};

use crate::app::{Comparison, ComparisonEdit, Outcome};
use crate::features::comparison::differing::{Differing, differing};
use crate::features::comparison::view_model::{Column, ComparisonRow, columns, name, row, shown};
use crate::features::explore::headline::view_model as headline;
use crate::phrases;

/// What there is to say of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// What it is: area, what lies under it, the last year, its name where it has one.
    pub facts: Vec<(Words, String)>,
    /// Whether its area is one of the sender's own.
    pub is_own_area: bool,
    /// What it is held against: the layer it lies over.
    pub against: Layer,
    /// What differs, what its sender moved first: in the document, and in what it is held against.
    pub differing: Vec<Differing>,
    /// The headline at the horizon: the document's, and that of what it is held against.
    pub numbers: Vec<ComparisonRow>,
    /// What it is compared with.
    pub comparison: Vec<String>,
    /// What is no longer as it was.
    pub drift: Option<Drifting>,
}

/// Results that are not what they were.
#[derive(Clone, Debug, PartialEq)]
pub struct Drifting {
    /// The version of the model that gave them.
    pub model: String,
    /// Name, then, now.
    pub rows: Vec<(Quantity, String, String)>,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// What there is to say of a document; `None` where its scenario cannot be run.
pub fn arrival(document: &Document, lang: Lang) -> Option<Arrival> {
    let scenario = &document.scenario;
    let area = scenario.area();
    let against = scenario.laid_over();
    let own = Outcome::of(scenario)?;
    let pair = pair(&own, scenario, against, lang);
    let resolved_scenarios: Vec<_> = pair.iter().map(|column| column.outcome.resolved()).collect();
    let horizon = scenario.horizon;
    let mut facts = vec![
        (phrases::AREA, area.name.get(lang).to_owned()),
        (phrases::LAYER, scenario.layer.words().get(lang).to_owned()),
        (phrases::HORIZON, horizon.to_string()),
    ];
    facts.extend(scenario.whose_numbers(lang).map(|whose| (phrases::WHOSE_NUMBERS, whose)));
    if !scenario.name.is_empty() {
        facts.insert(0, (phrases::NAME, shown(&scenario.name)));
    }
    let mut differing = differing(&resolved_scenarios, 1, lang);
    // Stable: within the two groups the order of the table stays.
    differing.sort_by_key(|row| !is_moved(scenario, row));
    Some(Arrival {
        facts,
        is_own_area: matches!(scenario.area_ref, voced_scenario::AreaRef::Own(_)),
        against,
        differing,
        numbers: headline::QUANTITIES.iter().map(|quantity| row(&pair, 1, *quantity, horizon, lang)).collect(),
        comparison: document.comparison.iter().map(|other| name(other, scenario, lang)).collect(),
        drift: document.drift().map(|drift| drifting(&drift, lang)),
    })
}

/// Whether the sender moved what differs.
fn is_moved(scenario: &Scenario, row: &Differing) -> bool {
    match row.lever {
        Lever::Input(input) => scenario.inputs.contains_key(&input),
        Lever::Projects => scenario.projects.contains_key(&row.id),
        Lever::Deliverables => scenario.deliverables.contains_key(&row.id),
    }
}

/// The document's scenario and what it is held against.
fn pair(own: &Outcome, scenario: &Scenario, against: Layer, lang: Lang) -> Vec<Column> {
    let other = scenario.untouched(against);
    // The usual columns hold the layer already where it differs.
    let comparison = Comparison::usual(scenario).after(ComparisonEdit::Add(Box::new(other.clone())));
    let all = columns(own, &comparison, lang);
    let found = all.iter().skip(1).find(|column| *column.scenario() == other).cloned();
    let first = all.into_iter().next();
    let second = found.map(|column| Column { place: 1, ..column });
    first.into_iter().chain(second).collect()
}

fn drifting(drift: &Drift, lang: Lang) -> Drifting {
    let row = |one: &voced_scenario::Drifted| {
        let unit = one.quantity.spec().unit;
        let gauge = Gauge::of(&[one.then, one.now.unwrap_or(f64::NAN)], &[], unit, lang);
        let brief = |value: f64| gauge.text(value);
        let full = |value: f64| format::exact(value, Some(unit), lang);
        match one.now {
            // What looks alike at a glance is told to the last digit.
            Some(now) if brief(now) == brief(one.then) => (one.quantity, full(one.then), full(now)),
            Some(now) => (one.quantity, brief(one.then), brief(now)),
            None => (one.quantity, brief(one.then), phrases::NO_VALUE.get(lang).to_owned()),
        }
    };
    Drifting { model: shown(&drift.model), rows: drift.results.iter().map(row).collect(), reasons: drift.reasons(lang) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, App, DocumentSource, Opening, Settings};
    use voced_model::InputId;
    use voced_scenario::{AreaRef, PathValue};

    fn sent(area: &str, layer: Layer) -> Scenario {
        let mut scenario = Scenario::new(AreaRef::shipped(area).expect("ships"), layer);
        scenario.inputs.insert(InputId::find("hires").expect("known"), PathValue::Constant(60.0));
        scenario
    }

    fn told(document: &Document) -> Arrival {
        arrival(document, Lang::Zh).expect("a sound document")
    }

    #[test]
    fn what_differs_from_the_plan_is_told() {
        let document = Document::of(Scenario { name: "多招".to_owned(), ..sent("laiwu", Layer::Plan) });
        let told = told(&document);
        assert_eq!(told.facts[0], (phrases::NAME, "多招".to_owned()));
        assert_eq!(told.against, Layer::Plan);
        assert_eq!(told.differing.len(), 1);
        assert_eq!(told.differing[0].cells[0].text, "60人/年");
        assert_eq!(told.numbers.len(), headline::QUANTITIES.len());
        let ratio = told.numbers.iter().find(|row| row.quantity == Quantity::StudentsPerTeacher);
        let ratio = ratio.expect("in the headline");
        assert_eq!(ratio.cells.len(), 2);
        assert_eq!(ratio.cells[0].direction, -1, "more are hired");
        assert!(told.drift.is_none() && told.comparison.is_empty() && !told.is_own_area);
    }

    #[test]
    fn an_untouched_plan_differs_in_nothing() {
        let plan = Scenario::new(AreaRef::shipped("dezhou").expect("ships"), Layer::Plan);
        let told = told(&plan.into());
        assert!(told.differing.is_empty());
        assert!(told.numbers.iter().all(|row| row.cells.len() == 2 && row.cells[0].direction == 0));
    }

    #[test]
    fn a_link_is_held_against_the_layer_it_lies_over() {
        let base = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Base);
        assert!(told(&base.into()).differing.is_empty());
        // Only what its sender moved, not all that the plan does.
        let told = told(&sent("laiwu", Layer::Base).into());
        assert_eq!((told.against, told.differing.len()), (Layer::Base, 1));
        assert_eq!(told.differing[0].id, "hires");
    }

    #[test]
    fn the_cards_are_held_against_the_same_as_the_summary() {
        for (area, layer) in [("laiwu", Layer::Plan), ("laiwu", Layer::Base), ("national", Layer::Plan)] {
            let document = Document::of(sent(area, layer));
            let told = told(&document);
            let before = Scenario::new(AreaRef::shipped("dezhou").expect("ships"), Layer::Plan);
            let opening = |arrived: Option<Document>, scenario: Scenario| Opening {
                documents: arrived.map(|document| (DocumentSource::Link, document)).into_iter().collect(),
                ..Opening::of(scenario.resolve().expect("sound"), Settings::new(Lang::Zh))
            };
            let opened = App::new(opening(Some(document.clone()), document.scenario.clone()));
            let pasted = App::new(opening(None, before)).apply(Action::Arrive(Box::new(document.clone())));
            for app in [opened, pasted] {
                assert_eq!(app.ui.settings.compare, told.against, "{area} {layer:?}");
                let own = Outcome::of(app.scenario()).expect("sound");
                let against = Outcome::of(&app.reference()).expect("sound");
                let tiles = headline::tiles(&own, &against, None, app.focus_year(), Lang::Zh);
                for (tile, row) in tiles.iter().zip(&told.numbers) {
                    assert_eq!((tile.quantity, tile.direction), (row.quantity, row.cells[0].direction), "{area}");
                }
            }
        }
    }

    #[test]
    fn an_area_without_a_plan_is_held_against_its_status_quo() {
        let told = told(&sent("national", Layer::Plan).into());
        assert_eq!((told.against, told.differing.len()), (Layer::Base, 1));
    }

    #[test]
    fn drift_is_told_with_numbers_that_differ_to_the_eye() {
        let mut document = Document::of(sent("laiwu", Layer::Plan)).with_snapshot();
        let snapshot = document.snapshot.as_mut().expect("pinned");
        let teachers = *snapshot.results.get(&Quantity::Teachers).expect("pinned");
        snapshot.results.insert(Quantity::Teachers, teachers + 0.01);
        snapshot.model = "0.1.0".to_owned();
        let drift = told(&document).drift.expect("drift");
        let (quantity, then, now) = &drift.rows[0];
        assert_eq!((*quantity, drift.rows.len()), (Quantity::Teachers, 1));
        assert_ne!(then, now);
        assert_eq!(drift.model, "0.1.0");
    }
}
