use super::*;
use crate::app::{App, Opening, RevealTarget, Settings};
use crate::ui::typing::read_typed;
use voced_scenario::{AreaRef, Layer, Problem, Scenario};

fn app(lang: Lang) -> App {
    let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
    App::new(Opening::of(scenario.resolve().expect("sound"), Settings::new(lang)))
}

fn find(app: &App, list: Lever, id: &str) -> Item {
    let all = items(app.resolved(), list, app.lang());
    all.into_iter().find(|item| item.id == id).expect("listed")
}

#[test]
fn a_project_is_added_named_sized_and_removed() {
    let mut state = app(Lang::Zh).apply(Action::AddItem(ItemKind::Project));
    assert_eq!(state.ui.reveal, Some(RevealTarget::Item(Lever::Projects, "own_1".to_owned())));
    let item = find(&state, Lever::Projects, "own_1");
    assert!(item.is_own && item.is_on && !item.has_own_cost);
    assert_eq!((item.name.as_str(), item.years().as_str()), ("新建项目 1", "2021–2022"));
    // Every change is read off the item as it was drawn before any of them.
    let finish = read_typed("2023", &item.allowed(Field::Last)).expect("a year");
    let area = read_typed("1.2万", &item.allowed(Field::Size)).expect("an area");
    for action in [
        item.rename("实训楼 <b>", Lang::Zh),
        item.set(Field::Last, finish),
        item.set(Field::Size, area),
        item.set(Field::Cost, 4000.0),
        item.set_on(false),
    ] {
        state = state.apply(action);
    }
    let project = &state.resolved().projects.last().expect("added").item;
    assert_eq!(
        (project.start, project.finish, project.area_m2, project.cost_per_m2, project.on),
        (2021, 2023, 12_000.0, Some(4000.0), false)
    );
    assert_eq!(find(&state, Lever::Projects, "own_1").name, "实训楼 <b>");
    assert!(state.ui.notices.is_empty());
    // It opens again from what files and links hold.
    let text = state.scenario().to_json().to_string();
    assert_eq!(Scenario::parse(&text).expect("sound"), *state.scenario());
    let usual = state.clone().apply(Action::DropCost("own_1".to_owned()));
    assert_eq!(usual.resolved().projects.last().expect("there").item.cost_per_m2, None);
    let gone = state.clone().apply(find(&state, Lever::Projects, "own_1").drop());
    assert!(gone.scenario().is_untouched());
    assert_eq!(gone.apply(Action::Undo).scenario(), state.scenario());
}

#[test]
fn ids_are_new_in_either_layer_and_beside_what_is_kept() {
    use crate::app::ComparisonEdit;
    let one = app(Lang::Zh).apply(Action::AddItem(ItemKind::Project));
    let mut other = app(Lang::Zh);
    other = other.apply(Action::Comparison(ComparisonEdit::Add(Box::new(one.scenario().clone()))));
    let other = other.apply(Action::AddItem(ItemKind::Stock)).apply(Action::AddItem(ItemKind::Annual));
    let ids: Vec<&String> = other.scenario().deliverables.keys().collect();
    assert_eq!(ids, ["own_2", "own_3"], "own_1 is a project of a column beside");
    let status_quo = other.clone().apply(Action::ChooseLayer(Layer::Base));
    let own = |app: &App| {
        let all = items(app.resolved(), Lever::Deliverables, Lang::Zh);
        all.into_iter().filter(|item| item.is_own).map(|item| item.id).collect::<Vec<_>>()
    };
    assert_eq!(own(&status_quo), ["own_2", "own_3"]);
    assert_eq!(own(&other), ["own_2", "own_3"]);
}

#[test]
fn nothing_invalid_enters_and_the_reason_is_said() {
    for lang in Lang::ALL {
        let mut state = app(lang);
        for kind in [ItemKind::Project, ItemKind::Stock, ItemKind::Annual] {
            state = state.apply(Action::AddItem(kind));
        }
        let project = find(&state, Lever::Projects, "own_1");
        let refused = |item: &Item, field: Field, text: &str| {
            read_typed(text, &item.allowed(field))
                .map_err(|fault| fault.short(&item.allowed(field), lang))
                .expect_err(text)
        };
        assert!(refused(&project, Field::Last, "2020").contains("2021"), "before the start");
        let (turned, why) = project.beyond(Field::Last, lang).expect("bounded by the first year");
        assert!(why.contains("2021") && why.contains(phrases::YEARS_TURNED.get(lang)), "{why}");
        assert_eq!(Problem::of(&turned, 2020.0), None);
        assert!(refused(&project, Field::First, "2023").contains("2022"));
        assert!(refused(&project, Field::First, "1800").contains("1900"));
        refused(&project, Field::First, "2020.5");
        refused(&project, Field::Size, "-1");
        refused(&project, Field::Size, "2e9");
        refused(&project, Field::Cost, "abc");
        let both = state.clone().apply(project.set_both(Field::Last, 2020.0));
        assert_eq!(find(&both, Lever::Projects, "own_1").years(), "2020–2020");
        assert!(both.ui.notices.is_empty());
        let stock = find(&state, Lever::Deliverables, "own_2");
        refused(&stock, Field::Base, "5");
        assert!(
            stock.beyond(Field::Base, lang).is_some_and(|(_, why)| why.contains(phrases::TARGET_BELOW_BASE.get(lang)))
        );
        assert_eq!(read_typed("5", &stock.allowed(Field::Size)), Ok(5.0));
        assert_eq!(read_typed("2018", &stock.allowed(Field::Last)), Ok(2018.0), "it may be due already");
        let annual = find(&state, Lever::Deliverables, "own_3");
        refused(&annual, Field::Last, "2019");
        assert!(read_name("  ", lang).is_err() && read_name(&"长".repeat(MAX_NAME + 1), lang).is_err());
        assert_eq!(read_name(" 甲\n乙 ", lang), Ok("甲 乙".to_owned()));
        // A name that no file could carry is refused, wherever it came from.
        let long = state.clone().apply(project.rename(&"长".repeat(5000), lang));
        assert_eq!((long.scenario(), long.ui.notices.len()), (state.scenario(), 1));
    }
}

#[test]
fn a_project_of_the_plan_takes_other_years_and_gets_its_own_back() {
    let state = app(Lang::En);
    let id = state.resolved().projects[0].id.clone();
    let item = find(&state, Lever::Projects, &id);
    assert!(!item.is_own && !item.is_changed);
    let moved = state.clone().apply(item.set(Field::Last, 2024.0)).apply(item.rename("Lab", Lang::En));
    let now = find(&moved, Lever::Projects, &id);
    assert_eq!((now.name.as_str(), now.is_changed, moved.resolved().projects[0].item.finish), ("Lab", true, 2024));
    let back = moved.apply(now.drop());
    assert!(back.scenario().is_untouched());
}

#[test]
fn the_focus_finds_a_neighbour() {
    let mut state = app(Lang::Zh);
    for _ in 0..2 {
        state = state.apply(Action::AddItem(ItemKind::Project));
    }
    let all = items(state.resolved(), Lever::Projects, Lang::Zh);
    let own = all.iter().position(|item| item.id == "own_1").expect("there");
    assert_eq!(after_removal(&all, own), "[id='project-own_2-edit']");
    assert_eq!(after_removal(&all[own..], 1), "[id='project-own_1-edit']");
    assert_eq!(after_removal(&all[own..=own], 0), "#add-project");
}

#[test]
fn what_is_added_is_in_the_summary_of_a_link_and_in_the_brief() {
    use crate::app::{ChartId, Outcome};
    use crate::features::brief::view_model::{Making, brief};
    use crate::features::sharing::view_model::arrival;
    let mut state = app(Lang::Zh).apply(Action::AddItem(ItemKind::Project)).apply(Action::AddItem(ItemKind::Annual));
    let project = find(&state, Lever::Projects, "own_1");
    let task = find(&state, Lever::Deliverables, "own_2");
    for action in [
        project.rename("实训楼", Lang::Zh),
        project.set(Field::Size, 9000.0),
        task.rename("名师工作室", Lang::Zh),
        task.set(Field::Size, 2.0),
        task.set(Field::Cost, 500_000.0),
    ] {
        state = state.apply(action);
    }
    let told = arrival(&state.session.document(), Lang::Zh).expect("runs");
    let names: Vec<&str> = told.differing.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["实训楼", "名师工作室"]);
    let outcome = Outcome::of(state.scenario()).expect("sound");
    let snapshot = brief(&Making {
        outcome: &outcome,
        compare: Layer::Plan,
        sureness: None,
        year: 2025,
        difference: false,
        charts: &[ChartId::Uses],
        is_chosen: false,
        address: "http://example/#1.abc",
        lang: Lang::Zh,
    });
    let text = format!("{snapshot:?}");
    assert!(text.contains("实训楼") && text.contains("名师工作室"), "{text}");
}
