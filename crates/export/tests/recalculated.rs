//! The formulas, computed by LibreOffice, give what the model gives: as exported, and after numbers were
//! changed in the file.

mod book;
mod office;

use book::{CASES, agrees, resolved, retyped};
use voced_export::{Results, workbook};
use voced_model::inputs::Shape;
use voced_model::{InputId, Lang};
use voced_scenario::{Area, ResolvedScenario};

/// As in the worked results of version 2.
const MECHANISMS: &str = r#"{"schema":1,"region":"dezhou","layer":"plan","horizon":2030,"inputs":{
    "refusal_share":0.12,"marginal_capture_ratio":1.8,"short_course_share":0.09,"quota_rule":1,
    "approved_posts":{"points":{"2020":4300,"2023":4800}},"contract_pay_ratio":0.7,"upper_grant_share":0.3,
    "bond_share":0.5,"bond_term":4,"bond_interest_rate":0.032,"waiver_local_share":0.35,
    "surcharge_additionality":0.4,"gen_fixed_cost_share":0.7,"gen_release_rate":0.05,"technical_share":0.2,
    "vocational_share":{"points":{"2020":0.42,"2022":0.5,"2024":0.38}}},
    "projects":{"new_campus":{"name_zh":"新校区","name_en":"New campus","area_m2":60000,"start":2022,"finish":2024,"on":true}}}"#;

/// A workbook that knows no result, so that none can be believed without computing.
fn blank(resolved: &ResolvedScenario, lang: Lang) -> Vec<u8> {
    workbook(resolved, lang, Results::Zeros).expect("a workbook")
}

#[test]
fn every_cell_of_the_model_and_every_target_agrees() {
    let cases = [
        (r#"{"schema":1,"region":"laiwu"}"#, Lang::Zh),
        (r#"{"schema":1,"region":"dezhou"}"#, Lang::En),
        (r#"{"schema":1,"region":"hengyang"}"#, Lang::Zh),
        (r#"{"schema":1,"region":"hangzhou"}"#, Lang::En),
        (r#"{"schema":1,"region":"linping"}"#, Lang::En),
        (r#"{"schema":1,"region":"national"}"#, Lang::Zh),
        (r#"{"schema":1,"region":"laiwu","layer":"base","horizon":2040}"#, Lang::En),
        // Nobody comes in two years, and a rule asks whether their share was below its floor.
        (
            r#"{"schema":1,"region":"dezhou","horizon":2027,"inputs":{"junior_graduates":{"points":{"2020":40000,"2021":0,"2022":0,"2023":40000}},"general_freeze":1,"debt_base":100000000.1,"debt_clear_year":2023}}"#,
            Lang::Zh,
        ),
        // Every mechanism of version 2 at once.
        (MECHANISMS, Lang::Zh),
        // Nobody comes, so that ratios over nothing have no value.
        (
            r#"{"schema":1,"region":"laiwu","inputs":{"junior_graduates":0,"hires":0,"teachers_base":0,"gap_fill_share":0,"voc_grade_1_base":0,"voc_grade_2_base":0,"voc_grade_3_base":0,"gen_grade_1_base":0}}"#,
            Lang::En,
        ),
    ];
    let fixed = cases.into_iter().map(|(json, lang)| (resolved(json), lang));
    let moved = (1..=6).zip(Area::ids()).map(|(seed, area)| (shaken(area, seed, &[]), Lang::En));
    // Posts by rule and by number, with bonds and without, on money that is borrowed and granted in part.
    let rules = [[("quota_rule", 0.0), ("bond_share", 0.5)], [("quota_rule", 1.0), ("bond_share", 0.0)]];
    let ruled = (11..).zip(Area::ids().filter(|area| *area != "national")).flat_map(|(seed, area)| {
        rules.map(|rules| {
            let built = [("approved_posts", 300.0), ("upper_grant_share", 0.3), ("refusal_share", 0.1)];
            (shaken(area, seed, &[&rules[..], &built].concat()), Lang::Zh)
        })
    });
    let resolved_scenarios: Vec<(ResolvedScenario, Lang)> = fixed.chain(moved).chain(ruled).collect();
    let books: Vec<Vec<u8>> = resolved_scenarios.iter().map(|(resolved, lang)| blank(resolved, *lang)).collect();
    let recalculated = office::recalculated("agrees", &books);
    let count: usize = recalculated
        .iter()
        .zip(&resolved_scenarios)
        .map(|(book, (resolved, lang))| agrees(resolved, book, *lang))
        .sum();
    println!("{count} cells and targets agree");
    assert!(count > 7000);
}

/// An area with every input moved by up to half of its value, within its bounds, and switches thrown, but for some
/// that are given.
fn shaken(area: &str, seed: u64, given: &[(&str, f64)]) -> ResolvedScenario {
    let mut state = seed;
    let mut draw = || {
        // Numbers of a linear congruential generator: any will do, as long as they are the same each time.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    };
    let plan = resolved(&format!(r#"{{"schema":1,"region":"{area}"}}"#));
    let values: Vec<String> = InputId::all()
        .map(|input| {
            let spec = input.spec();
            let value = plan.model_inputs.inputs.at(input, plan.model_inputs.years - 1);
            let moved = match (spec.shape, spec.is_whole()) {
                (Shape::Switch, _) => draw().round(),
                (_, true) => value + (draw() * 3.0).round(),
                (_, false) => value * (0.5 + draw()),
            };
            let given = given.iter().find(|(id, _)| *id == input.id()).map(|(_, value)| *value);
            format!(r#""{}":{}"#, input.id(), given.unwrap_or(moved).clamp(spec.min, spec.max))
        })
        .collect();
    resolved(&format!(r#"{{"schema":1,"region":"{area}","horizon":2028,"inputs":{{{}}}}}"#, values.join(",")))
}

#[test]
fn numbers_typed_into_the_file_give_the_scenario_so_changed() {
    let resolved_scenarios: Vec<(ResolvedScenario, ResolvedScenario)> =
        CASES.iter().map(|(from, to)| (resolved(from), resolved(to))).collect();
    let mut typed = 0;
    let books: Vec<Vec<u8>> = resolved_scenarios
        .iter()
        .map(|(from, to)| {
            let (book, count) = retyped(&blank(from, Lang::En), from, to, Lang::En);
            typed += count;
            book
        })
        .collect();
    assert!(typed > 40, "{typed} cells were changed");
    for (book, (_, to)) in office::recalculated("typed", &books).iter().zip(&resolved_scenarios) {
        agrees(to, book, Lang::En);
    }
}
