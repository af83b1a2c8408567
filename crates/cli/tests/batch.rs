//! `voced batch`: every row is that of a run of its area, whatever the threads, the format and the interruptions.

mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use program::{ProgramRun, command, run};
use voced_analysis::uncertainty;
use voced_import::{Choices, Missing, read_set};
use voced_model::Quantity;
use voced_scenario::{AreaRef, Changes, Json, Scenario};

/// A folder of one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("voced-batch-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Folder(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).expect("a file");
        self.path(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).expect("a file")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that cannot be removed is in the temporary one.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn example() -> String {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/counties.csv");
    fs::read_to_string(file).expect("the example")
}

const SCENARIO: &str = r#"{ "schema": 1, "region": "laiwu", "layer": "base", "horizon": 2027, "seed": 7,
    "inputs": { "vocational_share": { "start": 0.3, "end": 0.5, "end_year": 2025, "shape": "linear" }, "pay_growth": 0.06 } }"#;

/// So many counties in a table, one a row.
fn many(count: usize) -> String {
    let mut table = String::from("地区,基年,初中毕业生数,中职招生占比（%）,基年专任教师,中职一年级基年在校生\n");
    for i in 0..count {
        table += &format!("县{i},2023,{},{},{},{}\n", 1000 + i, 30 + i % 20, 100 + i, 400 + i);
    }
    table
}

/// The rows of a CSV file: area, scenario, quantity and year, and the numbers behind them.
fn rows(csv: &[u8]) -> BTreeMap<(String, String, String, i32), Vec<Option<f64>>> {
    let mut reader = csv::Reader::from_reader(csv);
    let mut rows = BTreeMap::new();
    for record in reader.records() {
        let record = record.expect("a record");
        let text = |place: usize| record[place].to_owned();
        let numbers = record.iter().skip(6).map(|cell| (!cell.is_empty()).then(|| cell.parse().expect("a number")));
        let key = (text(0), text(2), text(3), text(4).parse().expect("a year"));
        assert_eq!(rows.insert(key, numbers.collect()), None, "a row is there twice");
    }
    rows
}

fn ended(run: &ProgramRun, code: i32) {
    assert_eq!(run.code, code, "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

#[test]
fn every_row_is_the_run_of_its_area() {
    let folder = Folder::new("rows");
    let (table, scenario) = (folder.write("counties.csv", &example()), folder.write("more.json", SCENARIO));
    for (option, changes) in [("absolute", Changes::Absolute), ("relative", Changes::Relative)] {
        let out = folder.path(&format!("{option}.csv"));
        let done = run(&["batch", &table, "--scenarios", &scenario, "--changes", option, "--draws", "50", "-o", &out]);
        ended(&done, 0);
        let rows = rows(&folder.read(&format!("{option}.csv")));
        let book = voced_tables::read_text(&example()).expect("cells");
        let made = read_set(&book, &Choices::default()).areas(|_| None, Missing::National);
        let mut count = 0;
        for area in made {
            let area = AreaRef::Own(area.expect("sound"));
            let id = area.area().id.clone();
            let carried = Scenario::parse(SCENARIO).expect("sound").over(area, changes).scenario;
            // The numbers of `voced run`, by the program itself.
            let file = folder.write("one.json", &carried.to_json().to_string());
            let printed = Json::parse(&run(&["run", &file]).stdout).expect("JSON");
            let resolved = carried.resolve().expect("sound");
            let draws = uncertainty::draws(&resolved, 50, Quantity::ALL);
            for quantity in Quantity::ALL {
                let Some(Json::Array(values)) = printed.get("quantities").and_then(|all| all.get(quantity.id())) else {
                    panic!("{quantity}")
                };
                let bands = draws.bands(*quantity);
                for (t, year) in resolved.years().enumerate() {
                    let key = (id.clone(), "more".to_owned(), quantity.id().to_owned(), year);
                    let row = rows.get(&key).unwrap_or_else(|| panic!("{key:?}"));
                    let value = if let Json::Number(value) = values[t] { Some(value) } else { None };
                    assert_eq!(row[0], value, "{key:?}");
                    let levels: Vec<Option<f64>> = match bands[t].levels {
                        Some(levels) => levels.map(Some).to_vec(),
                        None => vec![None; 5],
                    };
                    assert_eq!(row[1..], levels, "{key:?}");
                    count += 1;
                }
            }
        }
        assert_eq!((count, rows.len()), (rows.len(), 12 * Quantity::COUNT * 5));
    }
}

#[test]
fn any_number_of_threads_gives_the_same_file() {
    let folder = Folder::new("threads");
    let (table, scenario) = (folder.write("t.csv", &many(300)), folder.write("s.json", SCENARIO));
    for ending in ["csv", "jsonl", "parquet"] {
        let files = ["1", "2", "8"].map(|threads| {
            let name = format!("{threads}.{ending}");
            let done = run(&[
                "batch",
                &table,
                "--scenarios",
                &scenario,
                "--threads",
                threads,
                "--years",
                "2024-2025",
                "--draws",
                "20",
                "--quantities",
                "voc_enrolment",
                "balance",
                "-o",
                &folder.path(&name),
            ]);
            ended(&done, 0);
            folder.read(&name)
        });
        assert!(files[0].len() > 1000 && files[0] == files[1] && files[1] == files[2], "{ending}");
    }
    // Every format has the same rows.
    let text = String::from_utf8(folder.read("1.jsonl")).expect("UTF-8");
    let csv = rows(&folder.read("1.csv"));
    assert_eq!((text.lines().count(), csv.len()), (300 * 2 * 2, 300 * 2 * 2));
    for line in text.lines() {
        let json: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| json[key].as_str().expect("text").to_owned();
        let key = (text("area"), text("scenario"), text("quantity"), json["year"].as_i64().expect("a year") as i32);
        let numbers: Vec<Option<f64>> =
            ["value", "p5", "p25", "p50", "p75", "p95"].map(|key| json[key].as_f64()).to_vec();
        assert_eq!(csv.get(&key), Some(&numbers));
    }
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;
    let file = fs::File::open(folder.path("1.parquet")).expect("a file");
    let reader = SerializedFileReader::new(file).expect("Parquet");
    let mut count = 0;
    for row in reader.get_row_iter(None).expect("rows") {
        let row = row.expect("a row");
        let text = |place: usize| row.get_string(place).expect("text").clone();
        let key = (text(0), text(2), text(3), row.get_int(4).expect("a year"));
        let numbers: Vec<Option<f64>> = (6..12).map(|place| row.get_double(place).ok()).collect();
        assert_eq!(csv.get(&key), Some(&numbers));
        count += 1;
    }
    assert_eq!(count, csv.len());
}

#[test]
fn a_batch_that_was_killed_goes_on_to_the_same_bytes() {
    let folder = Folder::new("killed");
    let (table, scenario) = (folder.write("t.csv", &many(1200)), folder.write("s.json", SCENARIO));
    for ending in ["csv", "parquet"] {
        let (whole, broken) = (format!("whole.{ending}"), format!("broken.{ending}"));
        let arguments = |out: &str| -> Vec<String> {
            [
                "batch",
                &table,
                "--scenarios",
                &scenario,
                "--draws",
                "400",
                "--quantities",
                "voc_enrolment",
                "uses_total",
                "-o",
                out,
            ]
            .map(str::to_owned)
            .to_vec()
        };
        let (first, second) = (arguments(&folder.path(&whole)), arguments(&folder.path(&broken)));
        ended(&run(&first.iter().map(String::as_str).collect::<Vec<_>>()), 0);
        let second: Vec<&str> = second.iter().map(String::as_str).collect();
        let mut child = command(&second).spawn().expect("the program starts");
        let start = Instant::now();
        let progress = folder.0.join(format!("{broken}.progress"));
        let has_begun = || {
            let text = fs::read_to_string(&progress).unwrap_or_default();
            serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|json| json["areas"].as_u64() > Some(0))
        };
        while !has_begun() && start.elapsed() < Duration::from_secs(120) {
            std::thread::yield_now();
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        assert!(!folder.0.join(&broken).exists(), "it was done before it was killed");
        // Rows that were not noted any more are there once in the end.
        let partial = folder.path(&format!("{broken}.partial"));
        let mut bytes = fs::read(&partial).expect("rows");
        bytes.extend(b"half a li");
        fs::write(&partial, bytes).expect("rows");
        let again = run(&second);
        ended(&again, 2);
        assert!(again.stderr.contains("--resume goes on with it"), "{}", again.stderr);
        let other: Vec<&str> =
            second.iter().map(|text| if *text == "400" { "300" } else { text }).chain(["--resume"]).collect();
        let other = run(&other);
        ended(&other, 2);
        assert!(other.stderr.contains("is of another batch"), "{}", other.stderr);
        ended(&run(&second.iter().copied().chain(["--resume"]).collect::<Vec<_>>()), 0);
        assert!(folder.read(&whole) == folder.read(&broken), "{ending}: other bytes");
        assert!(!progress.exists() && !std::path::Path::new(&partial).exists(), "something is left beside it");
    }
}

#[test]
fn faults_are_told_by_row_and_the_others_are_done() {
    let folder = Folder::new("faults");
    let scenario = folder.write("s.json", SCENARIO);
    let table = folder.write(
        "t.csv",
        "地区,基年,初中毕业生数\n甲县,2023,5210\n乙县,2023,很多\n甲县,2023,4000\n丁县,2030,100\n戊县,2021,900\n",
    );
    let base = ["batch", &table, "--scenarios", &scenario, "--quantities", "voc_enrolment", "-o"];
    let with = |out: &str, more: &[&str]| {
        let out = folder.path(out);
        let arguments: Vec<&str> = base.iter().copied().chain([out.as_str()]).chain(more.iter().copied()).collect();
        run(&arguments)
    };
    let done = with("out.csv", &[]);
    ended(&done, 3);
    let lines: Vec<String> = done.stderr.lines().map(|line| line.replace(&table, "t.csv")).collect();
    assert_eq!(
        lines,
        [
            "voced: t.csv: A3 (乙县): C3 初中毕业生数: Please type a number: “很多” is not understood; the unit is persons",
            "voced: t.csv: A4 (甲县): A4: “甲县” is the same area as in A2; keep one row",
            "voced: t.csv: A5 (丁县): s: horizon: 2027 is out of range; allowed years 2030 to 2050",
            "voced: 2 of 5 areas done; 3 with faults are not in the results",
        ]
    );
    let areas: Vec<String> = rows(&folder.read("out.csv")).into_keys().map(|(area, ..)| area).collect();
    assert!(areas.iter().all(|area| area == "甲县" || area == "戊县") && areas.len() == 5 + 7, "{areas:?}");
    let stopped = with("stopped.csv", &["--on-error", "stop"]);
    ended(&stopped, 2);
    assert_eq!(stopped.stderr.lines().count(), 1, "{}", stopped.stderr);
    assert!(!folder.0.join("stopped.csv").exists());
    // A file that is there is not replaced unasked.
    let again = with("out.csv", &[]);
    ended(&again, 2);
    assert!(again.stderr.contains("--force replaces it"), "{}", again.stderr);
    ended(&with("out.csv", &["--force", "--lang", "zh"]), 3);
    // What is wrong altogether is told before anything is written.
    for (arguments, told) in [
        (vec!["batch", &table, "--scenarios", &scenario, "-o", "x.txt"], ".csv, .jsonl or .parquet"),
        (vec!["batch", "nowhere.csv", "--scenarios", &scenario, "-o", "x.csv"], "can not be read"),
        (vec!["batch", &table, "--scenarios", &scenario, "--quantities", "students", "-o", "x.csv"], "students"),
        (vec!["batch", &table, "--scenarios", &scenario, "--years", "soon", "-o", "x.csv"], "2020-2025"),
        (vec!["batch", &table, "--scenarios", &scenario, &scenario, "-o", "x.csv"], "two scenario files"),
        (vec!["batch", &table, "--scenarios", &table, "-o", "x.csv"], "t.csv"),
        (vec!["batch", &table, "--scenarios", &scenario, "--resume", "-o", "x.csv"], "no batch to go on with"),
    ] {
        let refused = run(&arguments);
        ended(&refused, 2);
        assert!(refused.stderr.contains(told), "{told}: {}", refused.stderr);
        assert!(!std::path::Path::new("x.csv").exists() && !std::path::Path::new("x.csv.partial").exists());
    }
    let nameless = folder.write("n.csv", "县名称们,毕业\n甲,1\n");
    let refused = run(&["batch", &nameless, "--scenarios", &scenario, "-o", &folder.path("n.out.csv")]);
    ended(&refused, 2);
    assert!(refused.stderr.contains("no name in it is known"), "{}", refused.stderr);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_and_the_batch_can_go_on() {
    let folder = Folder::new("full");
    let (table, scenario) = (folder.write("t.csv", &many(20)), folder.write("s.json", SCENARIO));
    let out = folder.path("out.jsonl");
    let partial = format!("{out}.partial");
    std::os::unix::fs::symlink("/dev/full", &partial).expect("a link");
    let arguments = ["batch", &table, "--scenarios", &scenario, "--quantities", "balance", "-o", &out];
    let full = run(&arguments);
    ended(&full, 1);
    assert!(full.stderr.contains("No space left") && full.stderr.contains("--resume goes on"), "{}", full.stderr);
    fs::remove_file(&partial).expect("the link");
    fs::write(&partial, "").expect("room");
    ended(&run(&arguments.iter().copied().chain(["--resume"]).collect::<Vec<_>>()), 0);
    assert_eq!(String::from_utf8(folder.read("out.jsonl")).expect("UTF-8").lines().count(), 20 * 5);
}

#[test]
fn long_tables_folders_and_parents_across_blocks() {
    let folder = Folder::new("long");
    let scenario = folder.write("s.json", SCENARIO);
    let mut long = String::from(
        "地区,基年,上级地区,指标,数值\n某市,2023,laiwu,初中毕业生数,40000\n某市,2023,laiwu,基年专任教师,2000\n",
    );
    for i in 0..700 {
        long += &format!("县{i},2023,某市,初中毕业生数,{}\n县{i},2023,某市,中职招生占比,{}%\n", 1000 + i, 30 + i % 20);
    }
    long += "县1,2023,某市,初中毕业生数,5\n";
    let table = folder.write("long.csv", &long);
    let out = folder.path("out.csv");
    let done =
        run(&["batch", &table, "--scenarios", &scenario, "--quantities", "teachers", "--years", "2023", "-o", &out]);
    ended(&done, 3);
    assert!(
        done.stderr.contains("A1404 (县1): the id “县1” is there already") && done.stderr.contains("A6"),
        "{}",
        done.stderr
    );
    let rows = rows(&folder.read("out.csv"));
    assert_eq!(rows.len(), 701);
    assert!(rows.values().all(|numbers| numbers[0] == Some(2000.0)), "teachers come from the city");

    // The same as area files of a folder.
    let files = folder.0.join("areas");
    fs::create_dir_all(&files).expect("a folder");
    let book = voced_tables::read_text(&example()).expect("cells");
    for made in read_set(&book, &Choices::default()).areas(|_| None, Missing::National) {
        let area = made.expect("sound");
        fs::write(files.join(format!("{}.json", area.id)), area.to_json().pretty()).expect("a file");
    }
    let (table, one, other) = (folder.write("e.csv", &example()), folder.path("1.csv"), folder.path("2.csv"));
    ended(&run(&["batch", &table, "--scenarios", &scenario, "-o", &one]), 0);
    ended(&run(&["batch", &files.to_string_lossy(), "--scenarios", &scenario, "-o", &other]), 0);
    assert!(folder.read("1.csv") == folder.read("2.csv"));
}
