use super::*;
use voced_scenario::{AreaRef, DeliverablePatch, ProjectPatch, Range};

fn plan() -> Scenario {
    Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan)
}

fn with(id: &str, value: f64) -> Scenario {
    let mut scenario = plan();
    scenario.inputs.insert(InputId::find(id).expect("known"), PathValue::Constant(value));
    scenario
}

fn title(from: &Scenario, to: &Scenario, lang: Lang) -> String {
    step(from, to, lang).title
}

#[test]
fn a_lever_is_told_by_its_name_and_its_two_levels() {
    let from = with("vocational_share", 0.4);
    assert_eq!(title(&from, &with("vocational_share", 0.5), Lang::Zh), "中职招生占比 40% → 50%");
    let english = title(&with("hires", 10.0), &with("hires", 40.0), Lang::En);
    assert!(english.ends_with("10 persons a year → 40 persons a year"), "{english}");
    // Levels that look alike at a glance are told to the last digit.
    let fine = title(&with("development_fund", 8_000_001.0), &with("development_fund", 8_000_002.0), Lang::Zh);
    assert!(fine.contains("8,000,001") && fine.contains("8,000,002"), "{fine}");
}

#[test]
fn what_is_given_up_is_reset_to_what_lies_under() {
    assert_eq!(title(&with("vocational_share", 0.5), &plan(), Lang::Zh), "中职招生占比 恢复规划值（40%）");
    let base = |scenario: Scenario| Scenario { layer: Layer::Base, ..scenario };
    let announcement = title(&base(with("vocational_share", 0.5)), &base(plan()), Lang::En);
    assert!(announcement.ends_with("reset to status quo (30%)"), "{announcement}");
}

#[test]
fn layer_horizon_area_and_seed_are_told() {
    let base = Scenario { layer: Layer::Base, ..plan() };
    assert_eq!(title(&plan(), &base, Lang::Zh), "规划方案 → 现状延续");
    assert_eq!(title(&plan(), &Scenario { horizon: 2030, ..plan() }, Lang::Zh), "推演至 2025 → 2030");
    assert_eq!(title(&plan(), &Scenario { seed: 7, ..plan() }, Lang::En), "Seed 1 → 7");
    let other = Scenario::new(AreaRef::shipped("dezhou").expect("ships"), Layer::Plan);
    assert_eq!(title(&with("hires", 3.0), &other, Lang::Zh), "换地区：莱芜 → 德州");
    assert_eq!(title(&plan(), &plan(), Lang::Zh), "没有改动");
}

#[test]
fn several_changes_are_counted_and_listed() {
    let mut to = with("vocational_share", 0.5);
    to.horizon = 2030;
    to.layer = Layer::Base;
    let step = step(&plan(), &to, Lang::Zh);
    assert_eq!(step.title, "3 项改动");
    assert_eq!(step.details.len(), 3);
    let mut many = with("vocational_share", 0.5);
    many.inputs.insert(InputId::find("hires").expect("known"), PathValue::Constant(1.0));
    let reset = super::step(&many, &plan(), Lang::Zh);
    assert_eq!((reset.title.as_str(), reset.details.len()), ("全部恢复（2 项）", 2));
}

#[test]
fn every_year_that_differs_is_told() {
    let hires = InputId::find("hires").expect("known");
    let to = |years: &[f64]| {
        let points = (2020..).zip(years.iter().copied()).collect();
        Scenario { inputs: [(hires, PathValue::Points(points))].into_iter().collect(), ..plan() }
    };
    let steady = with("hires", 300.0);
    let name = hires.spec().name.zh;
    let bent = to(&[300.0, 350.0, 400.0, 420.0, 430.0, 294.0]);
    let wanted = format!("{name} 300人/年 → 2021：350，2022：400，2023：420，2024：430，2025：294");
    assert_eq!(title(&steady, &bent, Lang::Zh), wanted);
    // Another way to the same end does not read the same.
    let early = to(&[300.0, 294.0, 294.0, 294.0, 294.0, 294.0]);
    assert_eq!(title(&steady, &early, Lang::Zh), format!("{name} 300人/年 → 2021起：294"));
    // Years that are the same in both are left out.
    let one = to(&[300.0, 350.0, 410.0, 420.0, 430.0, 294.0]);
    assert_eq!(title(&bent, &one, Lang::Zh), format!("{name} 2022：400 → 2022：410"));
    // What the plan does year by year is told too.
    let share = title(&plan(), &with("vocational_share", 0.5), Lang::Zh);
    assert_eq!(share, "中职招生占比 2020：30%，2021：35%，2022起：40% → 50%");
}

#[test]
fn ways_and_ranges_are_told_where_the_level_stays() {
    let input = InputId::find("vocational_share").expect("known");
    let mut to = plan();
    to.inputs.insert(input, PathValue::Constant(0.4));
    assert_eq!(title(&plan(), &to, Lang::Zh), "中职招生占比 2020：30%，2021：35% → 40%");
    // Beyond the last year nothing is projected.
    let mut beyond = to.clone();
    beyond.inputs.insert(input, PathValue::Points(vec![(2020, 0.4), (2025, 0.4), (2026, 0.9)]));
    assert_eq!(title(&to, &beyond, Lang::Zh), "中职招生占比的逐年取值");
    let mut ranged = to.clone();
    ranged.ranges.insert(input, Range { low: Some(0.3), high: Some(0.5) });
    assert_eq!(title(&to, &ranged, Lang::Zh), "中职招生占比的可能范围");
}

#[test]
fn projects_and_deliverables_are_told_by_their_names_never_by_their_ids() {
    let resolved = plan().resolve().expect("sound");
    let project = &resolved.projects[0];
    let mut off = plan();
    let turn = ProjectPatch { on: Some(!project.item.on), ..ProjectPatch::default() };
    off.projects.insert(project.id.clone(), turn);
    let announcement = title(&plan(), &off, Lang::Zh);
    assert!(
        announcement.starts_with("不建设「")
            && announcement.contains(&project.name.zh)
            && !announcement.contains(&project.id),
        "{announcement}"
    );
    assert!(title(&off, &plan(), Lang::Zh).starts_with("建设「"));
    let deliverable = &resolved.deliverables[0];
    let mut dear = plan();
    let patch = DeliverablePatch { unit_cost: Some(1.0), ..DeliverablePatch::default() };
    dear.deliverables.insert(deliverable.id.clone(), patch);
    assert!(title(&plan(), &dear, Lang::Zh).ends_with("有调整"));
    assert!(title(&dear, &plan(), Lang::En).ends_with("as it was"));
}

#[test]
fn what_the_user_made_is_added_and_removed() {
    let mut own = plan();
    let patch = ProjectPatch {
        name: voced_model::Text { zh: "体育馆".to_owned(), en: String::new() },
        area_m2: Some(1.0),
        start: Some(2022),
        finish: Some(2023),
        ..ProjectPatch::default()
    };
    own.projects.insert("own_1".to_owned(), patch);
    assert_eq!(title(&plan(), &own, Lang::Zh), "新增「体育馆」");
    assert_eq!(title(&own, &plan(), Lang::Zh), "删除「体育馆」");
    assert_eq!(title(&own, &plan(), Lang::En), "Remove “体育馆”");
}
