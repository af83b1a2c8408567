use super::*;
use voced_scenario::{AreaRef, Scenario};

fn outcome(id: &str, layer: Layer) -> Outcome {
    Outcome::of(&Scenario::new(AreaRef::shipped(id).expect("ships"), layer)).expect("sound")
}

fn names(outcome: &Outcome) -> Vec<String> {
    Projections::of(outcome, Lang::Zh).columns.into_iter().map(|(name, _)| name).collect()
}

#[test]
fn laiwu_is_told_in_words_against_its_plan() {
    let plan = outcome("laiwu", Layer::Plan);
    let projections = Projections::of(&plan, Lang::Zh);
    let rows = told(&projections, Lang::Zh);
    let students = &rows[0].said;
    assert!(students.starts_with("2023 年"), "{students}");
    for part in [
        "实际为2,241人（全区唯一一所中职学校）",
        "规划要求 2022 年达到3,000人（LW-006），实际为其75%",
        "比实际多",
        "超出容许误差",
    ] {
        assert!(students.contains(part), "{part} in {students}");
    }
    let english = told(&Projections::of(&plan, Lang::En), Lang::En);
    assert!(
        english[1].said.contains("The plan asked for 230 persons by 2022 (LW-003); it was reached"),
        "{}",
        english[1].said
    );
    // The numbers are those of the projection.
    let modelled = plan.value(Quantity::VocEnrolment, 2023).expect("a value");
    let place = projections.columns.iter().position(|(_, outcome)| *outcome == plan).expect("the plan itself");
    assert_eq!(
        rows[0].beside[place].value,
        format!("{}人", voced_model::format::exact(modelled.round(), None, Lang::Zh))
    );
    assert_eq!(rows[0].beside[place].within, Some(false));
    assert!(rows[0].sources.iter().any(|line| line.starts_with("REG-LW-VS · ")), "{:?}", rows[0].sources);
}

#[test]
fn every_projection_stands_there_once() {
    assert_eq!(names(&outcome("laiwu", Layer::Plan)).len(), 2);
    assert_eq!(names(&outcome("national", Layer::Base)).len(), 1, "no plan");
    let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
    scenario
        .inputs
        .insert(voced_model::InputId::find("hires").expect("an input"), voced_scenario::PathValue::Constant(5.0));
    let changed = Outcome::of(&scenario).expect("sound");
    assert_eq!(names(&changed).last().map(String::as_str), Some("当前方案"));
    assert_eq!(names(&changed).len(), 3);
}

#[test]
fn history_is_told_without_a_projection_and_every_sentence_reads_well() {
    let mut history = 0;
    for id in Area::ids() {
        for lang in Lang::ALL {
            let projections = Projections::of(&outcome(id, Layer::Plan), lang);
            for row in told(&projections, lang) {
                assert_eq!(row.beside.len(), projections.columns.len());
                assert!(
                    !row.said.contains("..") && !row.said.contains('_') && !row.said.contains("NaN"),
                    "{}",
                    row.said
                );
                assert!(row.said.ends_with(['。', '.']), "{}", row.said);
                if row.t.is_none() {
                    history += 1;
                    assert!(row.beside.iter().all(|beside| beside.within.is_none() && beside.error.is_empty()));
                    assert!(row.said.contains(phrases::BEFORE_THE_BASE_YEAR.get(lang)), "{}", row.said);
                }
            }
        }
    }
    assert_eq!(history, 8, "four of Dezhou, in two languages");
}

#[test]
fn charts_are_of_what_can_be_compared() {
    assert_eq!(charted(&outcome("laiwu", Layer::Base)), [Quantity::VocEnrolment, Quantity::Teachers]);
    assert!(charted(&outcome("dezhou", Layer::Base)).is_empty());
    assert!(charted(&outcome("hengyang", Layer::Base)).is_empty());
}
