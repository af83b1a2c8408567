use voced_model::{InputId, Lang, Quantity, Schedule, Text};
use voced_scenario::{Area, Json, Layer, Metric, Op, PathValue};

use super::deeds::{Refused, deleted, done, place_after};
use super::draft::{Draft, Half};
use super::fields::{Field, Kind, fields};
use super::item::{ANNUAL, Item, OF_DELIVERABLE, OF_LEVER, POINTS, RAMP, Section};
use super::rows::{row, title};
use crate::phrases;

fn county() -> Area {
    let text =
        r#"{ "schema": 1, "id": "own", "name_zh": "某县", "name_en": "A county", "base_year": 2024, "base": {} }"#;
    Area::from_json(&Json::parse(text).expect("JSON")).expect("sound")
}

fn copy_of_laiwu() -> Area {
    let laiwu = Area::shipped("laiwu").expect("ships").expect("sound");
    let copy = laiwu.copy("own", Text { zh: "某县".to_owned(), en: "A county".to_owned() });
    Area::from_json(&copy.to_json()).expect("sound")
}

fn draft(section: Section, typed: &[(&'static str, &str)]) -> Draft {
    let mut draft = Draft::new(section, Lang::Zh);
    typed.iter().for_each(|(key, text)| draft.set(key, (*text).to_owned()));
    draft
}

fn with(area: &Area, section: Section, typed: &[(&'static str, &str)]) -> Area {
    done(&draft(section, typed), area, Lang::Zh).expect("sound")
}

fn refused(area: &Area, draft: &Draft) -> Refused {
    done(draft, area, Lang::Zh).expect_err("refused")
}

fn said<'a>(refused: &'a Refused, at: &str) -> &'a str {
    refused.at(at).map_or("", |fault| &fault.told.said)
}

fn only(area: &Area, section: Section) -> Item {
    section.items(area).pop().expect("one")
}

const TARGET: [(&str, &str); 6] = [
    ("result", "teachers"),
    ("op", ">="),
    ("value", "240"),
    ("year", "2025"),
    ("quote_zh", "专任教师达到240人"),
    ("source", "某县规划"),
];

#[test]
fn a_target_is_typed_told_changed_and_deleted() {
    let area = with(&county(), Section::Targets, &TARGET);
    let target = &area.targets[0];
    assert_eq!((target.id.as_str(), target.year, target.value, target.op), ("t1", Some(2025), 240.0, Op::AtLeast));
    let item = only(&area, Section::Targets);
    assert_eq!(title(&item, &area, Lang::Zh), "2025年专任教师 ≥ 240人");
    assert_eq!(row(&item, &area, Lang::Zh).quote, "专任教师达到240人");
    let mut draft = Draft::of(&item, Lang::Zh);
    draft.set("label", "配足教师".to_owned());
    draft.set("constraint", "1".to_owned());
    draft.set("year", String::new());
    let next = done(&draft, &area, Lang::Zh).expect("sound");
    assert_eq!(place_after(&draft, &area, &next), Some(0));
    let told = row(&only(&next, Section::Targets), &next, Lang::Zh);
    assert_eq!((told.title.as_str(), told.said.as_str()), ("配足教师", "每年专任教师 ≥ 240人"));
    let gone = deleted(&only(&next, Section::Targets), &next, Lang::Zh).expect("nothing refers to it");
    assert!(gone.targets.is_empty());
}

#[test]
fn ids_that_are_taken_are_not_given_again() {
    let mut area = county();
    for _ in 0..3 {
        area = with(&area, Section::Targets, &TARGET);
    }
    area = deleted(&Section::Targets.items(&area)[1], &area, Lang::Zh).expect("sound");
    area = with(&area, Section::Targets, &TARGET);
    let ids: Vec<&str> = area.targets.iter().map(|target| target.id.as_str()).collect();
    assert_eq!(ids, ["t1", "t3", "t2"]);
}

#[test]
fn targets_of_levers_and_deliverables_are_chosen_by_name() {
    let typed = [("name", "实训基地"), ("base", "2"), ("target", "5"), ("by", "2027"), ("unit_cost", "120万")];
    let area = with(&county(), Section::Deliverables, &typed);
    let about = [("metric_kind", OF_DELIVERABLE), ("deliverable", "d1"), ("value", "5"), ("year", "2027")];
    let area = with(&area, Section::Targets, &about);
    let about = [("metric_kind", OF_LEVER), ("input", "vocational_share"), ("op", "about"), ("value", "45%")];
    let area = with(&area, Section::Targets, &about);
    assert_eq!(area.targets[1].metric, Metric::Input(InputId::find("vocational_share").expect("known")));
    let names: Vec<String> = Section::Targets.items(&area).iter().map(|item| title(item, &area, Lang::Zh)).collect();
    assert_eq!(names[0], "2027年实训基地 ≥ 5");
    assert!(names[1].starts_with("推演末年") && names[1].contains("≈ 45"), "{names:?}");
    // What a target still refers to stays, and it is said which; then it can go.
    let task = only(&area, Section::Deliverables);
    for lang in Lang::ALL {
        let why = deleted(&task, &area, lang).expect_err("in use");
        assert_eq!(why.len(), 1);
        assert!(why[0].starts_with(phrases::ITEMS_IN_USE.get(lang)) && why[0].contains("实训基地"), "{why:?}");
        assert!(!why[0].contains("d1") && !why[0].contains("targets"), "{why:?}");
    }
    let area = deleted(&Section::Targets.items(&area)[0], &area, Lang::Zh).expect("sound");
    assert!(deleted(&task, &area, Lang::Zh).expect("free").plan.deliverables.is_empty());
}

#[test]
fn a_lever_of_the_plan_takes_a_number_a_way_or_years() {
    let hires = InputId::find("hires").expect("known");
    let base = [("input", "hires"), ("value", "26"), ("low", "20"), ("high", "30"), ("note", "每年招聘26人")];
    let area = with(&county(), Section::Levers, &base);
    let value = area.plan.inputs.get(&hires).expect("there");
    assert_eq!((&value.value, value.low, value.high), (&PathValue::Constant(26.0), Some(20.0), Some(30.0)));
    assert_eq!(value.source.note().zh, "每年招聘26人");
    let told = row(&only(&area, Section::Levers), &area, Lang::Zh);
    assert_eq!((told.title.as_str(), told.said.as_str()), ("每年招聘教师", "26人/年（可能范围 20人/年 至 30人/年）"));
    // Years may be typed in any order.
    let mut draft = Draft::of(&only(&area, Section::Levers), Lang::Zh);
    draft.set("shape", POINTS.to_owned());
    draft.points.push(super::draft::Point::default());
    for (place, half, text) in
        [(0, Half::Year, "2027"), (0, Half::Value, "12"), (1, Half::Year, "2025"), (1, Half::Value, "３０")]
    {
        draft.set_point(place, half, text.to_owned());
    }
    let area = done(&draft, &area, Lang::Zh).expect("sound");
    let value = &area.plan.inputs.get(&hires).expect("there").value;
    assert_eq!(*value, PathValue::Points(vec![(2025, 30.0), (2027, 12.0)]));
    assert!(row(&only(&area, Section::Levers), &area, Lang::En).said.contains("in 2025"));
    draft.set_point(1, Half::Year, "2027".to_owned());
    assert!(said(&refused(&area, &draft), "points").contains("2027"));
    draft.set_point(1, Half::Year, String::new());
    assert_eq!(said(&refused(&area, &draft), "points-1-year"), phrases::ITEMS_EMPTY.zh);
    draft.points.clear();
    assert_eq!(said(&refused(&area, &draft), "points"), phrases::ITEMS_NO_YEAR.zh);
    draft.set("shape", RAMP.to_owned());
    for (key, text) in [("start", "10"), ("end", "26"), ("end_year", "2028")] {
        draft.set(key, text.to_owned());
    }
    let area = done(&draft, &area, Lang::Zh).expect("sound");
    assert!(row(&only(&area, Section::Levers), &area, Lang::Zh).said.starts_with("基年10人/年，2028年26人/年"));
    // It is not offered again.
    let offered = fields(&Draft::new(Section::Levers, Lang::Zh), &area, Lang::Zh);
    let Kind::Choice(options) = &offered[0].kind else { panic!("a list") };
    assert!(options.iter().all(|option| option.value != "hires") && options.len() + 1 == InputId::all().len());
    assert!(deleted(&only(&area, Section::Levers), &area, Lang::Zh).expect("sound").plan.inputs.is_empty());
}

#[test]
fn a_switch_is_chosen_by_its_state() {
    let area = with(&county(), Section::Levers, &[("input", "funding_rule"), ("value", "1")]);
    assert_eq!(row(&only(&area, Section::Levers), &area, Lang::Zh).said, "生均定额");
    let draft = Draft::of(&only(&area, Section::Levers), Lang::Zh);
    assert_eq!(draft.text("value"), "1");
    assert!(fields(&draft, &area, Lang::Zh).iter().all(|field| field.key != "low"));
}

#[test]
fn a_project_is_typed_told_and_changed() {
    let typed = [("name", "实训楼 <b>"), ("area_m2", "1.2万"), ("start", "2025"), ("finish", "2026")];
    let area = with(&county(), Section::Projects, &typed);
    let project = &area.plan.projects[0];
    assert_eq!((project.id.as_str(), project.item.area_m2, project.item.cost_per_m2), ("p1", 12_000.0, None));
    assert!(project.item.on);
    assert_eq!(title(&only(&area, Section::Projects), &area, Lang::En), "实训楼 <b>");
    let mut draft = Draft::of(&only(&area, Section::Projects), Lang::Zh);
    draft.set("finish", "2020".to_owned());
    assert!(said(&refused(&area, &draft), "finish").contains("2020"));
    draft.set("finish", "2027".to_owned());
    draft.set("on", "0".to_owned());
    let area = done(&draft, &area, Lang::Zh).expect("sound");
    assert_eq!((area.plan.projects[0].item.finish, area.plan.projects[0].item.on), (2027, false));
    assert!(deleted(&only(&area, Section::Projects), &area, Lang::Zh).expect("sound").plan.projects.is_empty());
}

#[test]
fn a_deliverable_changes_its_kind() {
    let typed = [("name", "名师工作室"), ("base", "8"), ("target", "5"), ("by", "2027")];
    let mut draft = draft(Section::Deliverables, &typed);
    assert!(!said(&refused(&county(), &draft), "target").is_empty(), "fewer than there are");
    draft.set("target", "10".to_owned());
    let area = done(&draft, &county(), Lang::Zh).expect("sound");
    let mut draft = Draft::of(&only(&area, Section::Deliverables), Lang::Zh);
    draft.set("kind", ANNUAL.to_owned());
    for (key, text) in [("units_per_year", "2"), ("from", "2025"), ("to", "2028")] {
        draft.set(key, text.to_owned());
    }
    let area = done(&draft, &area, Lang::Zh).expect("sound");
    let schedule = area.plan.deliverables[0].item.schedule;
    assert_eq!(schedule, Schedule::Annual { units_per_year: 2.0, from: 2025, to: 2028 });
    assert_eq!(area.plan.deliverables[0].id, "d1");
}

#[test]
fn observed_values_need_a_scope_and_are_there_once() {
    let typed = [("result", "teachers"), ("year", "2023"), ("value", "210"), ("scope", "全县中职"), ("note", "年鉴")];
    let area = with(&county(), Section::Observed, &typed);
    assert_eq!(area.observed[0].scope, Text { zh: "全县中职".to_owned(), en: "全县中职".to_owned() });
    let item = only(&area, Section::Observed);
    assert_eq!(title(&item, &area, Lang::Zh), "2023年专任教师：210人");
    assert_eq!(refused(&area, &draft(Section::Observed, &typed)).others, [phrases::ITEMS_OBSERVED_TWICE.zh]);
    let mut zero = draft(Section::Observed, &typed);
    zero.set("year", "2022".to_owned());
    zero.set("value", "0".to_owned());
    assert_eq!(said(&refused(&area, &zero), "tolerance"), phrases::ITEMS_ZERO_TOLERANCE.zh);
    zero.set("tolerance", "3".to_owned());
    let area = done(&zero, &area, Lang::Zh).expect("sound");
    // Changed in its place, whatever stands before it.
    let mut first = Draft::of(&item, Lang::Zh);
    first.set("confidence", "high".to_owned());
    let area = done(&first, &area, Lang::Zh).expect("sound");
    assert_eq!((area.observed.len(), area.observed[0].confidence.id()), (2, "high"));
    let area = deleted(&item, &area, Lang::Zh).expect("sound");
    assert_eq!((area.observed.len(), area.observed[0].year), (1, 2022));
    assert_eq!(deleted(&item, &area, Lang::Zh).expect_err("gone"), [phrases::ITEMS_NOT_FOUND.zh]);
}

#[test]
fn what_is_empty_or_could_mean_two_things_is_told_at_its_field() {
    for lang in Lang::ALL {
        let refused = done(&Draft::new(Section::Targets, lang), &county(), lang).expect_err("empty");
        let at: Vec<&str> = refused.fields.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(at, ["result", "value"]);
        assert!(done(&Draft::new(Section::Levers, lang), &county(), lang).is_err());
    }
    let mut share = draft(Section::Levers, &[("input", "vocational_share"), ("value", "0.3")]);
    let told = refused(&county(), &share);
    let offers: Vec<&str> = told.fields[0].told.offers.iter().map(|(_, face)| face.as_str()).collect();
    assert_eq!((told.fields[0].at.as_str(), offers), ("value", vec!["30%", "0.3%"]));
    share.set("value", "140%".to_owned());
    assert!(said(&refused(&county(), &share), "value").contains(phrases::OUT_OF_RANGE.zh));
    share.set("value", "30".to_owned());
    share.set("low", "35".to_owned());
    assert_eq!(said(&refused(&county(), &share), "low"), phrases::ITEMS_RANGE_TURNED.zh);
    let long = "长".repeat(2001);
    share.set("low", String::new());
    share.set("note", long.clone());
    assert!(said(&refused(&county(), &share), "note").contains("2000"));
    assert_eq!(share.text("note"), long, "nothing of it is lost");
    let nameless = draft(Section::Projects, &[("name", " \u{200b}")]);
    assert!(!said(&refused(&county(), &nameless), "name").is_empty());
}

#[test]
fn everything_of_a_copied_plan_can_be_opened_and_done_without_a_change() {
    let area = copy_of_laiwu();
    let mut seen = 0;
    for (section, lang) in Section::ALL.into_iter().flat_map(|section| Lang::ALL.map(|lang| (section, lang))) {
        for item in section.items(&area) {
            let draft = Draft::of(&item, lang);
            let next = done(&draft, &area, lang).unwrap_or_else(|refused| panic!("{item:?}: {refused:?}"));
            assert!(section.items(&next) == section.items(&area), "{item:?}\n{:?}", section.items(&next));
            let told = row(&item, &area, lang);
            assert!(!told.title.is_empty());
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_copied_value_that_is_changed_is_the_users_own() {
    let area = copy_of_laiwu();
    let input = InputId::find("performance_pool_share").expect("known");
    let value = area.plan.inputs.get(&input).expect("of the plan").clone();
    let mut draft = Draft::of(&Item::Lever(input, value.clone()), Lang::Zh);
    draft.set("note", "本县规划第三条".to_owned());
    let noted = done(&draft, &area, Lang::Zh).expect("sound");
    let kept = noted.plan.inputs.get(&input).expect("there");
    assert_eq!((&kept.copied_from, kept.source.kind), (&value.copied_from, value.source.kind));
    draft.set("value", "6%".to_owned());
    let own = done(&draft, &area, Lang::Zh).expect("sound");
    assert_eq!(own.copied_from(Layer::Plan, input), None);
    assert_eq!(own.plan.inputs.get(&input).expect("there").source.kind.id(), "own");
}

#[test]
fn every_field_has_a_key_of_its_own_and_results_are_found() {
    for section in Section::ALL {
        let mut draft = Draft::new(section, Lang::En);
        draft.set("input", "hires".to_owned());
        let all: Vec<Field> = fields(&draft, &county(), Lang::En);
        let mut keys: Vec<&str> = all.iter().map(|field| field.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all.len());
    }
    assert!(Quantity::find("teachers").is_some());
}
