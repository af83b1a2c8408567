//! Areas of a user's own: written, read again, copied, edited, and whose their numbers are.

use voced_model::inputs::Confidence;
use voced_model::programme::{Deliverable, Project, Schedule};
use voced_model::text::Text;
use voced_model::{InputId, Quantity};
use voced_scenario::{
    Area, AreaEdit, AreaRef, Json, Layer, Metric, Named, Observed, Op, Ownership, PathValue, Scenario, Source, Sourced,
    Target, describing,
};

fn shipped() -> Vec<&'static Area> {
    Area::ids().map(|id| Area::shipped(id).expect("known").expect("sound")).collect()
}

fn input(id: &str) -> InputId {
    InputId::find(id).expect("known")
}

fn text(text: &str) -> Text {
    Text { zh: text.to_owned(), en: text.to_owned() }
}

/// Every result and verdict of an area in a layer.
fn results(area: Area, layer: Layer) -> (Vec<Vec<Option<u64>>>, Vec<String>) {
    let scenario = Scenario::new(AreaRef::Own(std::sync::Arc::new(area)), layer);
    let resolved = scenario.resolve().expect("sound");
    let projection = resolved.project();
    let years = || 0..projection.years();
    let values = |quantity: &Quantity| years().map(|t| projection.value(*quantity, t).map(f64::to_bits)).collect();
    let verdicts =
        resolved.verdicts(&projection).into_iter().map(|(target, verdict)| format!("{} {verdict:?}", target.id));
    (Quantity::ALL.iter().map(values).collect(), verdicts.collect())
}

#[test]
fn an_area_file_says_all_that_an_area_holds() {
    for area in shipped() {
        let text = area.to_json().pretty();
        let again = Area::from_json(&Json::parse(&text).expect("JSON")).expect("sound");
        assert_eq!(again.to_json().pretty(), text, "{}", area.id);
        for layer in Layer::ALL {
            assert_eq!(results(again.clone(), layer), results(area.clone(), layer), "{} {layer:?}", area.id);
        }
        for id in InputId::all() {
            let (origin, value) = area.value(id, Layer::Plan);
            let (again_origin, again_value) = again.value(id, Layer::Plan);
            assert_eq!(origin, again_origin);
            assert_eq!((&value.value, value.low, value.high), (&again_value.value, again_value.low, again_value.high));
            assert_eq!(value.source.note(), again_value.source.note(), "{} {}", area.id, id.id());
        }
        assert_eq!(again.observed.len(), area.observed.len());
    }
}

#[test]
fn a_copy_says_of_every_value_where_it_was_copied_from() {
    for area in shipped() {
        let copy = area.copy("own-1", text("我县"));
        let read = Area::from_json(copy.file.as_ref().expect("a file")).expect("sound");
        assert_eq!(read.to_json(), copy.to_json());
        let count = copy.ownership_count();
        assert_eq!((count.own, count.total()), (0, describing().count()), "{}", area.id);
        let described = describing().filter(|id| area.base.inputs.get(id).is_some()).count();
        assert_eq!(count.copied, described);
        for (id, _) in area.base.inputs.iter() {
            assert_eq!(copy.copied_from(Layer::Base, *id), Some(area.id.as_str()));
        }
        let second = copy.copy("own-2", text("他县"));
        assert_eq!(second.copied_from(Layer::Base, input("junior_graduates")), Some(area.id.as_str()));
    }
}

#[test]
fn edits_change_what_they_name_and_nothing_else() {
    let area = shipped()[0].copy("own-1", text("我县"));
    let graduates = input("junior_graduates");
    let edited = area
        .edited(AreaEdit::Value(Layer::Base, graduates, Some(Sourced::own(PathValue::Constant(5210.0)))))
        .expect("sound");
    assert_eq!(edited.value(graduates, Layer::Base).1.value, PathValue::Constant(5210.0));
    assert_eq!(edited.ownership(graduates), Ownership::Own);
    assert_eq!(edited.ownership_count().own, 1);
    let back = edited.edited(AreaEdit::Value(Layer::Base, graduates, None)).expect("sound");
    assert_eq!(back.ownership(graduates), Ownership::General);
    assert_eq!(back.value(graduates, Layer::Base).1.value, PathValue::Constant(graduates.spec().default));

    let named = edited.edited(AreaEdit::Name(text("Ours"))).expect("sound");
    assert_eq!((named.name.en.as_str(), named.short.en.as_str(), named.id.as_str()), ("Ours", "Ours", "own-1"));
    let later = edited.edited(AreaEdit::BaseYear(Sourced::own(2023))).expect("sound");
    assert_eq!(later.base_year.value, 2023);
}

#[test]
fn projects_deliverables_targets_and_observed_values_come_and_go() {
    let area = shipped()[0].copy("own-1", text("我县"));
    let (projects, targets, observed) = (area.plan.projects.len(), area.targets.len(), area.observed.len());
    let project = Named {
        id: "gym".to_owned(),
        name: text("Gym"),
        item: Project { area_m2: 1200.0, start: 2022, finish: 2023, cost_per_m2: None, on: true },
        source: Source::own(),
        confidence: Some(Confidence::High),
    };
    let item = Named {
        id: "bases".to_owned(),
        name: text("Bases"),
        item: Deliverable { schedule: Schedule::Stock { base: 1.0, target: 4.0, by: 2023 }, unit_cost: 1e6 },
        source: Source::own(),
        confidence: None,
    };
    let target = Target {
        id: "T1".to_owned(),
        constraint: false,
        metric: Metric::Deliverable("bases".to_owned()),
        op: Op::AtLeast,
        value: 4.0,
        year: Some(2023),
        label: text("Four bases"),
        quote_zh: "到2023年建成4个基地".to_owned(),
        source: "规划".to_owned(),
    };
    let value = Observed {
        quantity: Quantity::Teachers,
        year: 2021,
        value: 240.0,
        scope: text("全县"),
        source: Source::own(),
        confidence: Confidence::High,
        own_tolerance: None,
    };
    let full = [
        AreaEdit::Project(Layer::Plan, "gym".to_owned(), Some(project)),
        AreaEdit::Deliverable(Layer::Plan, "bases".to_owned(), Some(item)),
        AreaEdit::Target("T1".to_owned(), Some(target)),
        AreaEdit::Observed(usize::MAX - 1, Some(value)),
    ]
    .into_iter()
    .fold(area, |area, edit| area.edited(edit).expect("sound"));
    assert_eq!(
        (full.plan.projects.len(), full.targets.len(), full.observed.len()),
        (projects + 1, targets + 1, observed + 1)
    );
    assert_eq!(full.plan.projects[projects].confidence, Some(Confidence::High));

    // A target of what is gone would be judged by nothing: the fault names it.
    let faults = full.edited(AreaEdit::Deliverable(Layer::Plan, "bases".to_owned(), None)).expect_err("still wanted");
    assert!(faults.iter().any(|fault| fault.at.starts_with("targets.")), "{faults:?}");
    let less = full.edited(AreaEdit::Target("T1".to_owned(), None)).expect("sound");
    let less = less.edited(AreaEdit::Deliverable(Layer::Plan, "bases".to_owned(), None)).expect("sound");
    let less = less.edited(AreaEdit::Project(Layer::Plan, "gym".to_owned(), None)).expect("sound");
    let less = less.edited(AreaEdit::Observed(observed, None)).expect("sound");
    assert_eq!((less.plan.projects.len(), less.targets.len(), less.observed.len()), (projects, targets, observed));
}

#[test]
fn an_edit_out_of_bounds_is_refused_with_its_place() {
    let area = shipped()[0].copy("own-1", text("我县"));
    let share = input("vocational_share");
    let mut value = Sourced::own(PathValue::Constant(1.4));
    let faults = area.edited(AreaEdit::Value(Layer::Base, share, Some(value.clone()))).expect_err("too large");
    assert_eq!(faults[0].at, "base.inputs.vocational_share");
    value.value = PathValue::Constant(0.4);
    value.low = Some(0.5);
    let faults = area.edited(AreaEdit::Value(Layer::Base, share, Some(value))).expect_err("above the value");
    assert_eq!(faults[0].at, "base.inputs.vocational_share");
}
