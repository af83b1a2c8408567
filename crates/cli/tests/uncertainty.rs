//! `voced uncertainty`: percentiles that can be checked from the draws themselves.

mod program;

use std::fs;

use program::{run, run_with};
use voced_scenario::Json;

const LAIWU: &[u8] = br#"{"schema": 1, "region": "laiwu"}"#;

fn at<'a>(json: &'a Json, keys: &[&str]) -> &'a Json {
    keys.iter().fold(json, |json, key| json.get(key).unwrap_or_else(|| panic!("{key}")))
}

fn numbers(json: &Json) -> Vec<Option<f64>> {
    let Json::Array(items) = json else { panic!("{json:?} is no list") };
    let number = |item: &Json| match item {
        Json::Number(value) => Some(*value),
        _ => None,
    };
    items.iter().map(number).collect()
}

#[test]
fn percentiles_follow_from_the_exported_draws() {
    let file = std::env::temp_dir().join(format!("voced-draws-{}.csv", std::process::id()));
    let out = file.to_string_lossy();
    let arguments =
        ["uncertainty", "-", "--draws", "2501", "--quantity", "balance", "--quantity", "teachers", "--draws-out", &out];
    let outcome = run_with(LAIWU, &arguments);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let mut reader = csv::Reader::from_path(&file).expect("the draws");
    let head: Vec<String> = reader.headers().expect("headings").iter().map(str::to_owned).collect();
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    fs::remove_file(&file).expect("the file is there");
    assert_eq!(rows.len(), 2501);
    let document = Json::parse(&outcome.stdout).expect("JSON");
    let drawn: Vec<Option<&str>> = head.iter().map(|column| column.strip_prefix("input:")).collect();
    let Json::Array(inputs) = at(&document, &["inputs"]) else { panic!("a list") };
    for (input, column) in inputs.iter().zip(&drawn[1..]) {
        assert_eq!(Some(at(input, &["id"])), column.map(Json::from).as_ref());
    }
    assert_eq!(drawn.iter().flatten().count(), inputs.len());

    for (id, t, year) in [("balance", 5, 2025), ("teachers", 3, 2023)] {
        let column = head.iter().position(|name| *name == format!("{id}[{year}]")).expect("a column");
        let mut values: Vec<f64> = rows.iter().map(|row| row[column].parse().expect("a number")).collect();
        values.sort_by(f64::total_cmp);
        // With 2,501 draws every percentile is an order statistic.
        for (percent, place) in [("p5", 125), ("p25", 625), ("p50", 1250), ("p75", 1875), ("p95", 2375)] {
            assert_eq!(numbers(at(&document, &["quantities", id, percent]))[t], Some(values[place]), "{id} {percent}");
        }
        assert_eq!(numbers(at(&document, &["quantities", id, "known"]))[t], Some(1.0));
    }
    assert_eq!(numbers(at(&document, &["quantities", "balance", "p50"]))[0], None, "a flow has no base year");
}

/// The percentile of Hyndman and Fan's type 7: the values in order, `1 + (n - 1) p` counted from 1, and
/// straight between two of them.
fn type_7(mut values: Vec<f64>, p: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let place = 1.0 + (values.len().checked_sub(1)? as f64) * p;
    let lower = values.get(place.trunc() as usize - 1)?;
    let upper = values.get(place.trunc() as usize).unwrap_or(lower);
    Some(lower * (1.0 - place.fract()) + upper * place.fract())
}

#[test]
fn percentiles_between_two_draws_are_those_of_the_textbook() {
    let file = std::env::temp_dir().join(format!("voced-type7-{}.csv", std::process::id()));
    let out = file.to_string_lossy();
    let dezhou = br#"{"schema": 1, "region": "dezhou"}"#;
    for draws in ["1", "2", "7", "1000"] {
        let outcome = run_with(dezhou, &["uncertainty", "-", "--draws", draws, "--draws-out", &out]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
        let mut reader = csv::Reader::from_path(&file).expect("the draws");
        let head: Vec<String> = reader.headers().expect("headings").iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        fs::remove_file(&file).expect("the file is there");
        let document = Json::parse(&outcome.stdout).expect("JSON");
        let years = numbers(at(&document, &["years"]));
        let cells = head.iter().enumerate().filter(|(_, name)| name.ends_with(']'));
        let mut checked = 0;
        for (column, name) in cells {
            let (id, year) = name.trim_end_matches(']').split_once('[').expect("a cell");
            let t = years.iter().position(|known| *known == year.parse().ok()).expect("a year");
            let values: Vec<f64> = rows.iter().filter_map(|row| row[column].parse().ok()).collect();
            for (key, p) in [("p5", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)] {
                let found = numbers(at(&document, &["quantities", id, key]))[t];
                let expected = type_7(values.clone(), p);
                let scale = values.iter().fold(0.0_f64, |scale, value| scale.max(value.abs()));
                let same = match (found, expected) {
                    (Some(found), Some(expected)) => (found - expected).abs() <= 1e-12 * scale,
                    (found, expected) => found == expected,
                };
                assert!(same, "{name} {key} of {draws}: {found:?} for {expected:?}");
                checked += 1;
            }
        }
        assert!(checked > 2000, "every quantity in every year");
    }
}

#[test]
fn a_seed_belongs_to_the_scenario_and_can_be_replaced() {
    let ask = |scenario: &[u8], more: &[&str]| {
        let outcome =
            run_with(scenario, &[&["uncertainty", "-", "--draws", "40", "--quantity", "balance"], more].concat());
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
        outcome.stdout
    };
    let seven = br#"{"schema": 1, "region": "laiwu", "seed": 7}"#;
    assert_eq!(ask(seven, &[]), ask(LAIWU, &["--seed", "7"]));
    assert_ne!(ask(seven, &[]), ask(LAIWU, &[]));
    assert_eq!(ask(LAIWU, &["--seed", "1"]), ask(LAIWU, &[]));
}

#[test]
fn histograms_come_where_they_are_asked_for() {
    let arguments = ["uncertainty", "-", "--draws", "300", "--quantity", "teachers", "--quantity", "balance"];
    let plain = run_with(LAIWU, &arguments);
    assert!(!plain.stdout.contains("histograms"));
    let outcome = run_with(LAIWU, &[&arguments[..], &["--histograms"]].concat());
    let document = Json::parse(&outcome.stdout).expect("JSON");
    for id in ["teachers", "balance"] {
        let Json::Array(years) = at(&document, &["quantities", id, "histograms"]) else { panic!("a list") };
        assert_eq!(years.len(), 6);
        for (t, year) in years.iter().enumerate() {
            let counts = numbers(at(year, &["counts"]));
            let absent = at(year, &["absent"]).clone();
            let all: f64 = counts.iter().flatten().sum();
            let none = id == "balance" && t == 0;
            assert_eq!((all, absent), if none { (0.0, 300.0.into()) } else { (300.0, 0.0.into()) });
            assert_eq!(numbers(at(year, &["edges"])).len(), if none { 0 } else { counts.len() + 1 });
        }
    }
}

#[test]
fn the_table_is_for_people() {
    let outcome = run_with(LAIWU, &["uncertainty", "-", "--draws", "40", "--format", "table", "--lang", "zh"]);
    assert_eq!(outcome.code, 0);
    for text in ["40次抽样", "累计收支差额", "达成的抽样占比", "LW-003"] {
        assert!(outcome.stdout.contains(text), "{text}: {}", outcome.stdout);
    }
}

#[test]
fn what_is_wrong_is_refused() {
    for (arguments, message) in [
        (&["--draws", "0"][..], "voced: --draws: 0 is out of range; allowed 1 to "),
        (&["--draws", "4000000000"], "voced: --draws: 4000000000 is out of range; allowed 1 to "),
        (&["--quantity", "teacher"], "voced: --quantity: no quantity has the id \"teacher\"; did you mean teachers"),
    ] {
        let outcome = run_with(LAIWU, &[&["uncertainty", "-"], arguments].concat());
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(outcome.stderr.starts_with(message), "{arguments:?}: {}", outcome.stderr);
    }
    let outcome = run(&["uncertainty", "no-such-file.json"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
}

#[test]
fn differences_are_those_of_the_same_draws_and_of_a_scenario_with_itself_none() {
    let folder = std::env::temp_dir();
    let [base, out] =
        ["base.json", "draws.csv"].map(|name| folder.join(format!("voced-{}-{name}", std::process::id())));
    fs::write(&base, br#"{"schema": 1, "region": "laiwu", "layer": "base", "horizon": 2024}"#).expect("a file");
    let [against, table] = [&base, &out].map(|path| path.to_string_lossy());
    let asked = ["uncertainty", "-", "--draws", "401", "--quantity", "voc_enrolment", "--against", &against];
    let outcome = run_with(LAIWU, &[&asked[..], &["--draws-out", &table]].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let mut reader = csv::Reader::from_path(&out).expect("the draws");
    let head: Vec<String> = reader.headers().expect("headings").iter().map(str::to_owned).collect();
    let column = |name: &str| head.iter().position(|known| known == name).unwrap_or_else(|| panic!("{name}"));
    let (own, other) = (column("voc_enrolment[2023]"), column("against:voc_enrolment[2023]"));
    let mut differences: Vec<f64> = Vec::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let number = |place: usize| row[place].parse::<f64>().expect("a number");
        differences.push(number(own) - number(other));
    }
    differences.sort_by(f64::total_cmp);
    let document = Json::parse(&outcome.stdout).expect("JSON");
    // With 401 draws every percentile is an order statistic.
    for (percent, place) in [("p5", 20), ("p50", 200), ("p95", 380)] {
        let told = numbers(at(&document, &["differences", "voc_enrolment", percent]));
        assert_eq!((told[3], told[5]), (Some(differences[place]), None), "{percent}; the other one ends in 2024");
    }
    assert_eq!(numbers(at(&document, &["against", "years"])).len(), 5);

    fs::write(&base, LAIWU).expect("a file");
    let document = Json::parse(&run_with(LAIWU, &asked).stdout).expect("JSON");
    for percent in ["p5", "p95"] {
        let told = numbers(at(&document, &["differences", "voc_enrolment", percent]));
        assert!(told.iter().all(|difference| *difference == Some(0.0)), "{told:?}");
    }
    let both = run(&["uncertainty", &against, "--against", &against, "--conditioned"]);
    assert_eq!((both.code, both.stderr.contains("--conditioned")), (2, true), "{}", both.stderr);
    [base, out].iter().for_each(|file| fs::remove_file(file).expect("the file is there"));
}
