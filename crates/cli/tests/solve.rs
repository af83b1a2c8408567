//! `voced solve` with several levers and goals, and with the questions of the list.

mod program;

use program::{run, run_with};
use voced_model::Quantity;
use voced_scenario::{Json, Scenario};

const LAIWU: &[u8] = br#"{"schema": 1, "region": "laiwu", "layer": "base"}"#;

const GOALS: [&str; 6] =
    ["--goal", "teachers@2022 >= 230", "--goal", "balance_cumulative@every >= 0", "--goal", "target:LW-004"];

fn ask(more: &[&str]) -> program::ProgramRun {
    run_with(LAIWU, &[&["solve", "-"], more].concat())
}

fn list<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    match json.get(key) {
        Some(Json::Array(items)) => items,
        other => panic!("{key} is {other:?}"),
    }
}

fn document(more: &[&str]) -> Json {
    let outcome = ask(more);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{more:?}");
    Json::parse(&outcome.stdout).expect("JSON")
}

#[test]
fn the_answer_put_into_the_scenario_meets_the_goals() {
    let levers =
        ["--lever", "hires=0..60", "--lever", "certification_rate", "--lever", "education_surcharge_voc_share=..0.8"];
    let answer = document(&[&levers[..], &GOALS].concat());
    assert_eq!((answer.get("status"), answer.get("aim")), (Some(&"met".into()), Some(&"nearest".into())));
    let inputs: Vec<String> = list(&answer, "levers")
        .iter()
        .map(|lever| match lever.get("lever") {
            Some(Json::String(id)) => format!("\"{id}\": {}", lever.get("value").expect("a value")),
            other => panic!("{other:?}"),
        })
        .collect();
    let text = format!(r#"{{"schema": 1, "region": "laiwu", "layer": "base", "inputs": {{{}}}}}"#, inputs.join(", "));
    let resolved = Scenario::parse(&text).and_then(|scenario| scenario.resolve()).expect("sound");
    let projection = resolved.project();
    for (goal, quantity, t) in [(0, Quantity::Teachers, 2), (2, Quantity::DoubleQualifiedShare, 2)] {
        let said = list(&answer, "goals")[goal].get("result").cloned();
        assert_eq!(said, Some(projection.value(quantity, t).into()));
    }
    let table = ask(&[&levers[..], &GOALS, &["--format", "table", "--lang", "zh"]].concat());
    assert!(table.stdout.contains("可以达到") && table.stdout.contains("每年招聘教师"), "{}", table.stdout);
}

#[test]
fn the_highest_level_and_a_no_are_answers() {
    let highest = document(&["--highest", "vocational_share", "--goal", "area_per_student@every >= 18"]);
    assert_eq!(highest.get("aim").and_then(|aim| aim.get("highest")), Some(&"vocational_share".into()));
    let no = document(&["--lever", "hires=0..20", "--goal", "teachers >= 400", "--goal", "coverage >= 0.1"]);
    let conflict = no.get("conflict").expect("a conflict");
    assert_eq!((no.get("status"), list(conflict, "together")), (Some(&"no".into()), &[0.into()][..]));
    assert_eq!(list(conflict, "bounds")[0].get("bound"), Some(&"upper_bound".into()));
    let table = ask(&["--lever", "hires=0..20", "--goal", "teachers >= 400", "--format", "table"]);
    assert!(table.stdout.contains("can not be met: Full-time teachers at least 400"), "{}", table.stdout);
}

#[test]
fn questions_of_the_list_are_asked_by_their_id() {
    for id in ["ratio", "plan_teachers", "close_gap", "meet_plan", "highest_share"] {
        let answer = document(&["--preset", id]);
        assert!(answer.get("status").is_some() && answer.get("aside").is_some(), "{id}");
    }
    let answer = document(&["--preset", "highest_share"]);
    assert!(answer.get("supposed").and_then(|supposed| supposed.get("hires")).is_some());
    let table = ask(&["--preset", "meet_plan", "--format", "table"]);
    assert!(table.stdout.contains("left out: LW-015"), "{}", table.stdout);
}

#[test]
fn what_is_wrong_is_said_with_what_is_allowed() {
    let hires = ["--lever", "hires"];
    for (arguments, message) in [
        (
            &["--preset", "castles"][..],
            "voced: --preset: no question of the list for this area has the id \"castles\"; allowed: ratio",
        ),
        (&["--lever", "hire", "--goal", "teachers >= 3"], "voced: --lever hire: no lever has the id \"hire\""),
        (
            &["--lever", "hires=9..5", "--goal", "teachers >= 3"],
            "voced: --lever hires: 5 is out of range; allowed 9 to 500000",
        ),
        (&["--lever", "hires=a..5", "--goal", "teachers >= 3"], "voced: --lever hires=a..5: "),
        (&["--lever", "quota_limit", "--goal", "teachers >= 3"], "voced: --lever quota_limit: "),
        (&[hires[0], hires[1], "--goal", "teachers over 3"], "voced: --goal \"teachers over 3\": "),
        (&[hires[0], hires[1], "--goal", "teachers >= many"], "voced: --goal \"teachers >= many\": "),
        (
            &[hires[0], hires[1], "--goal", "teachers@2030 >= 3"],
            "voced: --goal \"teachers@2030 >= 3\": 2030 is out of range",
        ),
        (
            &[hires[0], hires[1], "--goal", "teacher >= 3"],
            "voced: --goal \"teacher >= 3\": no quantity has the id \"teacher\"",
        ),
        (&[hires[0], hires[1], "--goal", "target:LW-999"], "voced: --goal \"target:LW-999\": "),
        (&["--goal", "teachers >= 3"], "voced: --lever: "),
        (
            &["--quantity", "teachers", "--year", "2025", "--op", ">=", "--value", "3"],
            "voced: --lever: one is wanted here",
        ),
    ] {
        let outcome = ask(arguments);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(outcome.stderr.starts_with(message), "{arguments:?}: {}", outcome.stderr);
    }
    // The parser of the arguments refuses what does not go together, before the file is read.
    assert_eq!(run(&["solve", "-", "--preset", "ratio", "--lever", "hires"]).code, 2);
    assert_eq!(run(&["solve", "-", "--lever", "hires"]).code, 2);
}
