//! The money that a plan sets aside for a building project, in words.

use voced_model::{Course, Lang, format};
use voced_scenario::Scenario;

use crate::phrases;

/// What finances a project of the plan, and what becomes of it; `None` where nothing is known of it.
pub fn told(scenario: &Scenario, project: &str, lang: Lang) -> Option<String> {
    let (financing, is_there) = scenario.money_of(project)?;
    let spec = financing.input.spec();
    let resolved = scenario.resolve().ok()?;
    let is_built = resolved.projects.iter().any(|known| known.id == project && known.item.on);
    let show = |value: f64| format::amount(value, spec.unit, lang).text(lang);
    let until = financing.money.last().map_or(scenario.horizon, |(year, _)| year + 1);
    let money = Course::of(&financing.money, show).dated(until, lang);
    let kind = scenario.area().plan.inputs.get(&financing.input);
    let mark = kind.map_or("", |plan| plan.source.kind.mark().get(lang));
    let (set_aside, name) = (phrases::MONEY_OF_IT.get(lang), spec.name.get(lang));
    let fate = match (is_built, is_there) {
        (true, _) => phrases::MONEY_GOES,
        (false, false) => phrases::MONEY_GONE,
        (false, true) => phrases::MONEY_STAYS,
    };
    let fate = fate.get(lang);
    Some(lang.pick(
        format!("{set_aside}{name}：{money}{mark}；{fate}。"),
        format!("{set_aside}: {name}, {money}{mark}; {fate}."),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, App, Gesture, Opening, Settings};
    use voced_model::{InputId, Quantity};
    use voced_scenario::{AreaRef, Layer, PathValue, ProjectPatch};

    fn app(layer: Layer) -> App {
        let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), layer);
        App::new(Opening::of(scenario.resolve().expect("sound"), Settings::new(Lang::Zh)))
    }

    fn built(app: App, id: &str, on: bool) -> App {
        app.apply(Action::SetProject(id.to_owned(), ProjectPatch { on: Some(on), ..ProjectPatch::default() }))
    }

    fn fund(app: &App) -> Vec<f64> {
        let fund = app.session.outcome.projection();
        (1..app.resolved().model_inputs.years).filter_map(|t| fund.value(Quantity::FundDevelopment, t)).collect()
    }

    #[test]
    fn a_projects_money_goes_and_comes_with_it() {
        let plan = app(Layer::Plan);
        assert_eq!(fund(&plan), [45e6, 45e6, 8e6, 8e6, 8e6]);
        let said = told(plan.scenario(), "integration_base", Lang::Zh);
        assert_eq!(said.as_deref(), Some("规划为它安排发展专项：2021—2022年2,625万元/年（示例）；停建时一并减去。"));
        let without = built(plan.clone(), "integration_base", false);
        assert_eq!(fund(&without), [18.75e6, 18.75e6, 8e6, 8e6, 8e6]);
        assert!(
            told(without.scenario(), "integration_base", Lang::En)
                .is_some_and(|said| said.ends_with("taken off with it."))
        );
        let neither = built(without.clone(), "lab_building", false);
        assert_eq!(fund(&neither), [0.0, 0.0, 8e6, 8e6, 8e6]);
        assert_eq!(fund(&built(neither, "integration_base", true)), [26.25e6, 26.25e6, 8e6, 8e6, 8e6]);
        let back = built(without, "integration_base", true);
        assert!(back.scenario().inputs.is_empty(), "the plan's own value is back: {:?}", back.scenario().inputs);
        // One step of the history, so Undo brings both back.
        assert_eq!(fund(&built(plan.clone(), "lab_building", false).apply(Action::Undo)), fund(&plan));
    }

    #[test]
    fn an_amount_of_the_readers_own_is_left_alone_and_said() {
        let input = InputId::find("development_fund").expect("known");
        let own = Action::SetInput(input, PathValue::Constant(5e7), Gesture::Done);
        let without = built(app(Layer::Plan).apply(own), "lab_building", false);
        assert_eq!(fund(&without), [5e7; 5]);
        let said = told(without.scenario(), "lab_building", Lang::Zh).expect("financed");
        assert!(said.contains("请核对"), "{said}");
        // Files and links mean what they meant: there the fund stays until it is changed.
        let mut file = app(Layer::Plan).scenario().clone();
        file.projects.insert("lab_building".to_owned(), ProjectPatch { on: Some(false), ..ProjectPatch::default() });
        let fund = file.resolve().expect("sound").project().value(Quantity::FundDevelopment, 1);
        assert_eq!(fund, Some(45e6));
        assert!(told(&file, "lab_building", Lang::En).is_some_and(|said| said.contains("please check")));
        assert_eq!(told(app(Layer::Base).scenario(), "lab_building", Lang::Zh), None);
    }
}
