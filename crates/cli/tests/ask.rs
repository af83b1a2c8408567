//! `voced sensitivity`, `voced grid`, `voced attribute` and `voced solve`.

mod program;

use std::fs;
use std::path::PathBuf;
use voced_analysis::uncertainty;

use program::{run, run_with};
use voced_scenario::{Json, Scenario};

const LAIWU: &[u8] = br#"{"schema": 1, "region": "laiwu"}"#;

fn number(json: &Json, key: &str) -> f64 {
    match json.get(key) {
        Some(Json::Number(value)) => *value,
        other => panic!("{key} is {other:?}"),
    }
}

fn list<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    match json.get(key) {
        Some(Json::Array(items)) => items,
        other => panic!("{key} is {other:?}"),
    }
}

/// A scenario in a file that goes when this does.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> File {
        let path = std::env::temp_dir().join(format!("voced-ask-{}-{name}.json", std::process::id()));
        fs::write(&path, text).expect("a file");
        File(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("text")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn swings_and_indices_come_out() {
    let outcome = run_with(LAIWU, &["sensitivity", "-", "balance_cumulative", "2025", "--sobol", "300"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let document = Json::parse(&outcome.stdout).expect("JSON");
    let resolved = Scenario::parse(std::str::from_utf8(LAIWU).expect("text")).and_then(|s| s.resolve()).expect("sound");
    let inputs = uncertainty::uncertain(&resolved).len();
    let swings = list(&document, "swings");
    assert_eq!(swings.len(), inputs);
    let value = number(&document, "value");
    let width = |swing: &Json| (number(swing, "at_high") - number(swing, "at_low")).abs();
    assert!(swings.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
    assert!(swings.iter().all(|swing| number(swing, "low") < number(swing, "high")) && value.is_finite());
    let sobol = document.get("sobol").expect("indices");
    assert_eq!((list(sobol, "indices").len(), number(sobol, "runs")), (inputs, 300.0 * (inputs as f64 + 2.0)));

    let outcome = run_with(LAIWU, &["sensitivity", "-", "balance_cumulative", "2025"]);
    assert_eq!(Json::parse(&outcome.stdout).expect("JSON").get("sobol"), Some(&Json::Null));
    let table = ["sensitivity", "-", "teachers", "2025", "--sobol", "50", "--format", "table", "--lang", "zh"];
    let outcome = run_with(LAIWU, &table);
    assert!(outcome.stdout.contains("取下限时的结果") && outcome.stdout.contains("标准误"), "{}", outcome.stdout);
}

#[test]
fn bars_lead_from_one_scenario_to_the_other() {
    let base = File::new("base", r#"{"schema": 1, "region": "laiwu", "layer": "base"}"#);
    let plan = File::new("plan", r#"{"schema": 1, "region": "laiwu"}"#);
    let mine =
        File::new("mine", r#"{"schema": 1, "region": "laiwu", "inputs": {"hires": 40, "attrition_rate": 0.05}}"#);
    let other = File::new("other", r#"{"schema": 1, "region": "dezhou"}"#);
    for (from, to, quantity) in [(&base, &plan, "balance"), (&plan, &mine, "teachers"), (&mine, &base, "coverage")] {
        let outcome = run(&["attribute", from.path(), to.path(), quantity, "2025"]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
        let document = Json::parse(&outcome.stdout).expect("JSON");
        let sum: f64 = list(&document, "bars").iter().map(|bar| number(bar, "value")).sum();
        assert_eq!(sum, number(&document, "to") - number(&document, "from"), "to the last digit");
    }
    let outcome = run(&["attribute", plan.path(), plan.path(), "teachers", "2025"]);
    assert!(list(&Json::parse(&outcome.stdout).expect("JSON"), "bars").is_empty());
    let table = run(&["attribute", plan.path(), mine.path(), "teachers", "2025", "--format", "table", "--lang", "zh"]);
    assert!(table.stdout.contains("每年招聘教师") && table.stdout.contains("终点方案"), "{}", table.stdout);

    let text = run(&["attribute", plan.path(), mine.path(), "teachers", "2025", "--format", "text", "--lang", "zh"]);
    assert!(
        text.stdout.starts_with("2025年专任教师由") && text.stdout.contains("主要因为：每年招聘教师由"),
        "{}",
        text.stdout
    );
    assert_eq!(text.stdout.lines().count(), 1);

    for (arguments, message) in [
        ([plan.path(), other.path(), "teachers", "2025"], "voced: the two scenarios are of different areas"),
        (
            [plan.path(), mine.path(), "teachers", "2030"],
            "voced: YEAR: 2030 is out of range; allowed years 2020 to 2025",
        ),
        ([plan.path(), mine.path(), "balance", "2020"], "voced: YEAR: there is no value in this year"),
        ([plan.path(), mine.path(), "teacher", "2025"], "voced: QUANTITY: no quantity has the id \"teacher\""),
        ([plan.path(), "no-such-file.json", "teachers", "2025"], "voced: no-such-file.json: "),
    ] {
        let outcome = run(&[&["attribute"], &arguments[..]].concat());
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(outcome.stderr.starts_with(message), "{arguments:?}: {}", outcome.stderr);
    }
    let outcome = run(&["sensitivity", plan.path(), "teacher", "2030", "--sobol", "0"]);
    assert_eq!((outcome.code, outcome.stderr.lines().count()), (2, 3), "{}", outcome.stderr);
}

#[test]
fn what_it_would_take_is_found_or_refused() {
    let ask = |more: &[&str]| run_with(LAIWU, &[&["solve", "-"], more].concat());
    let question = ["--lever", "hires", "--quantity", "teachers", "--year", "2025", "--op", ">=", "--value", "300"];
    let outcome = ask(&question);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let document = Json::parse(&outcome.stdout).expect("JSON");
    assert_eq!(document.get("status"), Some(&Json::from("met")));
    // The answer, put into the scenario as it stands, gives the result.
    let value = document.get("value").expect("a value");
    let scenario = format!(r#"{{"schema": 1, "region": "laiwu", "inputs": {{"hires": {value}}}}}"#);
    let results = Json::parse(&run_with(scenario.as_bytes(), &["run", "-"]).stdout).expect("JSON");
    let teachers = list(results.get("quantities").expect("quantities"), "teachers");
    assert_eq!(teachers.last(), document.get("result"));
    assert!(number(&document, "result") >= 300.0);

    let outcome = ask(&[&question[..], &["--max", "20"]].concat());
    let document = Json::parse(&outcome.stdout).expect("JSON");
    assert_eq!((outcome.code, document.get("status")), (0, Some(&Json::from("no"))), "no is an answer");
    assert_eq!((document.get("stop"), number(&document, "level")), (Some(&Json::from("upper_bound")), 20.0));
    let table = ask(&[&question[..], &["--max", "20", "--format", "table", "--lang", "zh"]].concat());
    assert!(table.stdout.contains("无法达到") && table.stdout.contains("已到允许的最大值"), "{}", table.stdout);

    let wrong = ["--lever", "hire", "--quantity", "teacher", "--year", "2030", "--op", "more", "--value", "-3"];
    let outcome = ask(&wrong);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    assert_eq!(outcome.stderr.lines().count(), 4, "{}", outcome.stderr);
    let outcome = ask(&[&question[..], &["--min", "9", "--max", "5"]].concat());
    assert_eq!(outcome.stderr, "voced: --max: 5 is out of range; allowed 9 to 500000 persons a year\n");
}

#[test]
fn a_number_is_laid_out_over_two_levers() {
    let ask = |more: &[&str]| run_with(LAIWU, &[&["grid", "-"], more].concat());
    let question = ["--x", "vocational_share", "--y", "hires", "--quantity", "teachers", "--year", "2025"];
    let ends = ["--columns", "3", "--rows", "2", "--x-ends", "0.3", "0.5", "--y-ends", "0", "20"];
    let outcome = ask(&[&question[..], &ends].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let document = Json::parse(&outcome.stdout).expect("JSON");
    let (x, y) = (document.get("x").expect("x"), document.get("y").expect("y"));
    assert_eq!((list(x, "levels"), number(x, "present")), (&[0.3, 0.4, 0.5].map(Json::Number)[..], 0.4));
    assert_eq!((list(y, "levels"), y.get("id")), (&[0.0, 20.0].map(Json::Number)[..], Some(&Json::from("hires"))));
    let rows: Vec<&[Json]> = list(&document, "values")
        .iter()
        .map(|row| match row {
            Json::Array(cells) => &cells[..],
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!((rows.len(), rows[0].len(), rows[1].len()), (2, 3, 3));
    let (Json::Number(few), Json::Number(many)) = (&rows[0][0], &rows[1][0]) else { panic!("{rows:?}") };
    assert!(few < many, "hires are teachers");

    let table = ask(&[&question[..], &ends, &["--format", "table", "--lang", "zh"]].concat());
    for text in ["中职招生占比 → × 每年招聘教师 ↓", "30%", "2025年专任教师（济南市莱芜区）"]
    {
        assert!(table.stdout.contains(text), "{text}: {}", table.stdout);
    }
    let wrong = ["--x", "hire", "--y", "hires", "--quantity", "teacher", "--year", "2025"];
    assert_eq!((ask(&wrong).code, ask(&wrong).stderr.lines().count()), (2, 2));
    let wrong = ["--x", "funding_rule", "--y", "hires", "--quantity", "teachers", "--year", "2031", "--rows", "1"];
    let outcome = ask(&wrong);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].starts_with("voced: --x: a switch has no levels") && lines[1].starts_with("voced: --y: 1 is out"));
}

/// Arguments are read as the page reads its fields, but for shares, which programs write as shares.
#[test]
fn numbers_that_could_mean_two_things_are_asked_about() {
    let command_with = |command: &str, more: &[&str]| run_with(LAIWU, &[&[command, "-"], more].concat());
    let solve = |value: &str, more: &[&str]| {
        let question =
            ["--lever", "hires", "--quantity", "voc_share_of_intake", "--year", "2025", "--op", ">=", "--value", value];
        command_with("solve", &[&question[..], more].concat())
    };
    for same in ["0.4", "40%", "40％"] {
        let outcome = solve(same, &[]);
        assert_eq!(outcome.code, 0, "{same}: {}", outcome.stderr);
        assert_eq!(outcome.stdout, solve("0.40", &[]).stdout, "{same}");
    }
    let refused = |outcome: program::ProgramRun, said: &str| {
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{said}");
        assert_eq!(outcome.stderr, format!("voced: {said}\n"));
    };
    refused(solve("40", &[]), "--value: without % this can mean two things: 4000% or 40%?");
    refused(
        solve("0.4", &["--max", "9,99"]),
        "--max: commas only stand between groups of three digits, and decimals take a point: 9.99 or 999?",
    );
    refused(solve("NaN", &[]), "--value: Please type a number: “NaN” is not understood");
    refused(
        solve("0.4", &["--max", "20", "--min", "about 5", "--lang", "zh"]),
        "--min: “约”“左右”“以上”之类无法计算，请填确定的数：是否指 5？",
    );
    let grid = ["--x", "hires", "--y", "in_scope_share", "--quantity", "teachers", "--year", "2025"];
    let outcome = command_with("grid", &[&grid[..], &["--x-ends", "3,5", "20"]].concat());
    refused(
        outcome,
        "--x-ends: commas only stand between groups of three digits, and decimals take a point: 3.5 or 35?",
    );
    let goal = ["--lever", "hires=0..3千", "--goal", "voc_share_of_intake >= 40"];
    let outcome = command_with("solve", &goal);
    refused(outcome, "--goal \"voc_share_of_intake >= 40\": without % this can mean two things: 4000% or 40%?");
}
