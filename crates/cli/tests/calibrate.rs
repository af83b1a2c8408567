//! `voced calibrate` and `voced uncertainty --conditioned`: what observed values tell of inputs and draws.

mod program;

use program::{run, run_with};
use voced_scenario::{Json, Scenario};

/// Entrants are graduates times 0.4; 420 were seen.
const OWN: &str = r#"{"schema": 1, "horizon": 2024, "data": {"schema": 1, "id": "mine", "name_en": "Mine",
  "base_year": 2022, "base": {"inputs": {"junior_graduates": {"value": 1000, "low": 800, "high": 1300},
  "junior_graduate_growth": 0, "progression_rate": 1, "vocational_share": 0.4}},
  "targets": [{"id": "A", "metric": "voc_entrants", "op": ">=", "value": 410, "year": 2023}],
  "observed": [{"quantity": "voc_entrants", "year": 2023, "value": 420, "scope_zh": "全区", "scope_en": "All",
  "confidence": "high", "tolerance": 30}]}}"#;

fn at<'a>(json: &'a Json, keys: &[&str]) -> &'a Json {
    keys.iter().fold(json, |json, key| json.get(key).unwrap_or_else(|| panic!("{key}")))
}

fn number(json: &Json, keys: &[&str]) -> f64 {
    match at(json, keys) {
        Json::Number(value) => *value,
        other => panic!("{keys:?} is {other:?}"),
    }
}

fn list<'a>(json: &'a Json, key: &str) -> &'a [Json] {
    match at(json, &[key]) {
        Json::Array(items) => items,
        other => panic!("{key} is {other:?}"),
    }
}

#[test]
fn a_fit_comes_out_with_a_scenario_that_opens() {
    let outcome = run_with(OWN.as_bytes(), &["calibrate", "-", "--inputs", "junior_graduates,pay_growth"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let document = Json::parse(&outcome.stdout).expect("JSON");
    // (400 + 100 x - 420) / 30 and x: least where x = 2000 / (10000 + 900).
    let x = 2000.0 / 10_900.0;
    let fitted = &list(&document, "inputs")[0];
    assert!((number(fitted, &["moved"]) - x).abs() < 1e-9);
    assert!((number(fitted, &["after"]) - (1000.0 + 250.0 * x)).abs() < 1e-6);
    assert_eq!((list(&document, "at_bound").len(), list(&document, "untold")), (0, &[Json::from("pay_growth")][..]));
    let seen = &list(&document, "observed")[0];
    assert_eq!((number(seen, &["error_before"]), number(seen, &["tolerance"])), (-20.0, 30.0));
    let scenario = at(&document, &["scenario"]).to_string();
    let again = Scenario::parse(&scenario).and_then(|scenario| scenario.resolve()).expect("sound");
    let rows = voced_scenario::observed_rows(&again, &again.project());
    assert!((rows[0].error.expect("an error") - number(seen, &["error_after"])).abs() < 1e-9);
}

#[test]
fn an_area_that_ships_goes_by_its_id() {
    let by_id = run(&["calibrate", "laiwu", "--inputs", "hires,in_scope_share"]);
    let by_file =
        run_with(br#"{"schema": 1, "region": "laiwu"}"#, &["calibrate", "-", "--inputs", "hires,in_scope_share"]);
    assert_eq!((by_id.code, by_id.stdout), (by_file.code, by_file.stdout));
    let table = run(&["calibrate", "laiwu", "--inputs", "hires", "--format", "table", "--lang", "zh"]);
    for text in ["每年招聘教师", "中职在校生", "2,241", "误差平方和"] {
        assert!(table.stdout.contains(text), "{text}: {}", table.stdout);
    }
}

#[test]
fn what_can_not_be_fitted_is_refused() {
    for (arguments, said) in [
        (&["laiwu", "--inputs", "hirez"][..], "--inputs: no lever has the id \"hirez\"; did you mean hires?\n"),
        (&["laiwu", "--inputs", "hires,quota_limit"], "--inputs quota_limit: a switch has no levels"),
        (&["linping", "--inputs", "hires"], "linping: the area has no observed value in the projected years"),
        (&["nowhere", "--inputs", "hires"], "nowhere: can not be read"),
    ] {
        let outcome = run(&[&["calibrate"], arguments].concat());
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(outcome.stderr.contains(said), "{arguments:?}: {}", outcome.stderr);
    }
    let outcome = run_with(br#"{"schema": 1, "region": "linping"}"#, &["uncertainty", "-", "--conditioned"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
}

#[test]
fn weighted_percentiles_follow_from_the_exported_draws_and_weights() {
    let file = std::env::temp_dir().join(format!("voced-weights-{}.csv", std::process::id()));
    let out = file.to_string_lossy();
    let arguments =
        ["uncertainty", "-", "--conditioned", "--draws", "2500", "--quantity", "voc_entrants", "--draws-out", &out];
    let outcome = run_with(OWN.as_bytes(), &arguments);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let mut reader = csv::Reader::from_path(&file).expect("the draws");
    let head = reader.headers().expect("headings").clone();
    let column = |name: &str| head.iter().position(|known| known == name).expect("a column");
    let (weight, value) = (column("weight"), column("voc_entrants[2023]"));
    let mut pairs: Vec<(f64, f64)> = reader
        .records()
        .map(|row| row.expect("a row"))
        .map(|row| (row[value].parse().expect("a number"), row[weight].parse().expect("a number")))
        .collect();
    std::fs::remove_file(&file).expect("the file is there");
    // Weights from the values, then the line of the documentation.
    let square = |value: f64| ((value - 420.0) / 30.0_f64).powi(2);
    let least = pairs.iter().map(|(value, _)| square(*value)).fold(f64::INFINITY, f64::min);
    assert!(pairs.iter().all(|(value, weight)| (((least - square(*value)) / 2.0).exp() - weight).abs() < 1e-12));
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut places = vec![0.0];
    for pair in pairs.windows(2) {
        places.push(places[places.len() - 1] + (pair[0].1 + pair[1].1) / 2.0);
    }
    let document = Json::parse(&outcome.stdout).expect("JSON");
    for (key, p) in [("p5", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)] {
        let goal = p * places[places.len() - 1];
        let i = places.partition_point(|place| *place <= goal) - 1;
        let share = (goal - places[i]) / (places[i + 1] - places[i]);
        let expected = pairs[i].0 + share * (pairs[i + 1].0 - pairs[i].0);
        let Json::Array(found) = at(&document, &["conditioned", "quantities", "voc_entrants", key]) else { panic!() };
        let Json::Number(found) = found[1] else { panic!("{found:?}") };
        assert!((found - expected).abs() < 1e-9, "{key}: {found} instead of {expected}");
    }
    let effective = number(&document, &["conditioned", "effective"]);
    let (sum, squares) = pairs.iter().fold((0.0, 0.0), |(sum, squares), (_, w)| (sum + w, squares + w * w));
    assert!((effective - sum * sum / squares).abs() < 1e-6 && effective > 100.0);
}
