//! `voced area`: a template out, a table checked, an area file made of it and run.

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use program::{run, run_with};
use voced_import::template::{Entered, TemplateCell, TemplateSheet, template};
use voced_import::{Choices, DryRun};
use voced_model::Lang;
use voced_model::inputs::Confidence;
use voced_scenario::{Area, Json, Layer, Scenario};

/// A file of this test's own.
fn out(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("voced-area-{}-{name}", std::process::id()))
}

const TABLE: &str = "2023年某县教育事业统计表,,,\n单位：人、万元,,,\n指标名称,2021年,2022年,2023年\n\
初中毕业生数,5000,5100,5200\n中职招生占比(%),36,37,38\n专任教师,280,290,300\n教育支出,90000,95000,98000\n";

#[test]
fn a_table_is_checked_without_a_change() {
    let outcome = run_with(TABLE.as_bytes(), &["area", "check", "-", "--base-year", "2023"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    for told in ["某县, base year 2023", "98000 万元 → 980,000,000 yuan a year", "38 % → 38 %", "progression_rate"]
    {
        assert!(outcome.stdout.contains(told), "{told} is not in:\n{}", outcome.stdout);
    }
    let outcome = run_with(TABLE.as_bytes(), &["area", "check", "-", "--base-year", "2023", "--format", "json"]);
    let json = Json::parse(&outcome.stdout).expect("JSON");
    assert_eq!(json.get("name").and_then(|name| name.get("value")), Some(&Json::from("某县")));
    let Some(Json::Array(values)) = json.get("values") else { panic!("values") };
    assert_eq!(values.len(), 4);
}

#[test]
fn faults_end_with_one_line_each_and_nothing_on_standard_output() {
    let table = TABLE.replace("(%),36,37,38", ",0.36,0.37,38%").replace("290", "二百九十");
    let outcome = run_with(table.as_bytes(), &["area", "check", "-"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(lines.len(), 4, "{lines:#?}");
    assert!(lines.iter().all(|line| line.starts_with("voced: -: ")), "{lines:#?}");
    assert!(lines[0].contains("no base year is given; years in the sheets: 2021, 2022, 2023"), "{}", lines[0]);
    assert!(lines[1].contains("B5") && lines[1].contains("36% or 0.36%?"), "{}", lines[1]);
    let chinese = run_with(table.as_bytes(), &["area", "check", "-", "--lang", "zh"]);
    assert!(chinese.stderr.contains("请用阿拉伯数字"), "{}", chinese.stderr);
}

#[test]
fn an_area_file_is_made_and_runs_as_a_scenario_with_it_does() {
    let (table, file) = (out("table.csv"), out("county.json"));
    fs::write(&table, TABLE).expect("a table");
    let (table_path, path) = (table.to_string_lossy().into_owned(), file.to_string_lossy().into_owned());
    let made =
        run(&["area", "import", &table_path, "-o", &path, "--base-year", "2023", "--missing", "laiwu", "--id", "mou"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    assert!(made.stdout.starts_with("某县: of "), "{}", made.stdout);
    let json = Json::parse(&fs::read_to_string(&file).expect("the area file")).expect("JSON");
    let area = Area::from_json(&json).expect("an area");
    assert_eq!((area.id.as_str(), area.base_year.value, area.name.zh.as_str()), ("mou", 2023, "某县"));
    let copied = area.base.inputs.iter().filter(|(_, value)| value.copied_from.as_deref() == Some("laiwu")).count();
    assert!(copied > 20, "{copied}");

    let direct = run(&["run", &path]);
    let scenario = Json::Object(vec![
        ("schema".to_owned(), Json::from(1)),
        ("data".to_owned(), json),
        ("layer".to_owned(), Json::from(Layer::Base.id())),
    ]);
    assert!(Scenario::parse(&scenario.to_string()).is_ok());
    let carried = run_with(scenario.to_string().as_bytes(), &["run", "-"]);
    assert_eq!((direct.code, direct.stdout == carried.stdout), (0, true));
    // What is an area file already is checked and taken over as it is.
    assert_eq!(run(&["area", "check", &path]).code, 0);
    let copy = out("copy.json");
    assert_eq!(run(&["area", "import", &path, "-o", &copy.to_string_lossy()]).code, 0);
    assert_eq!(fs::read(&copy).expect("a copy"), fs::read(&file).expect("the file"));
    for file in [table, file, copy] {
        fs::remove_file(file).expect("a file of ours");
    }
}

#[test]
fn what_can_not_be_is_said() {
    let refused = |arguments: &[&str]| {
        let outcome = run(arguments);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}");
        outcome.stderr
    };
    let (kept, table) = (out("kept.json"), out("no_year.csv"));
    let (path, table_path) = (kept.to_string_lossy().into_owned(), table.to_string_lossy().into_owned());
    fs::write(&kept, "mine").expect("a file");
    fs::write(&table, TABLE).expect("a table");
    assert!(refused(&["area", "import", &table_path, "-o", &path]).contains("no base year is given"));
    assert_eq!(fs::read(&kept).expect("still there"), b"mine", "a faulty table replaces nothing");
    assert!(refused(&["area", "import", &table_path, "-o", &path, "--missing", "nowhere"]).contains("allowed: laiwu"));
    for file in [kept, table] {
        fs::remove_file(file).expect("ours");
    }
    assert!(refused(&["area", "template", "county.docx"]).contains("must end in .xlsx or .csv"));
    assert!(refused(&["area", "template", "--like", "nowhere", "county.csv"]).contains("no area has the id"));
    let scenario = run_with(br#"{"schema": 1, "region": "laiwu"}"#, &["area", "check", "-"]);
    assert_eq!(scenario.code, 2);
    assert!(scenario.stderr.contains("\"data\" is missing"), "{}", scenario.stderr);
    let empty = run_with(b"", &["area", "check", "-"]);
    assert_eq!((empty.code, empty.stderr.lines().count()), (2, 1), "{}", empty.stderr);
}

#[test]
fn templates_read_back_lack_name_and_year_alone() {
    for (name, lang) in [("t.csv", "zh"), ("t.csv", "en"), ("t.xlsx", "zh"), ("t.xlsx", "en")] {
        let file = out(&format!("{lang}-{name}"));
        let path = file.to_string_lossy().into_owned();
        let written = run(&["area", "template", &path, "--lang", lang]);
        assert_eq!((written.code, written.stdout.as_str(), written.stderr.as_str()), (0, "", ""), "{name}");
        let checked = run(&["area", "check", &path]);
        let lines: Vec<&str> = checked.stderr.lines().collect();
        assert_eq!((checked.code, lines.len()), (2, 2), "{lines:#?}");
        assert!(lines[0].contains("no base year") && lines[1].contains("no name"), "{lines:#?}");
        fs::remove_file(file).expect("ours");
    }
}

/// A file of the examples.
fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// Enters into the cell of a template: that of the row with the id, at a column.
fn enter(sheet: &mut TemplateSheet, id: &str, column: usize, entered: Entered) {
    let has_id =
        |row: &&mut Vec<TemplateCell>| row.iter().any(|cell| matches!(cell, TemplateCell::Faint(text) if text == id));
    let row = sheet.rows.iter_mut().find(has_id).expect(id);
    let TemplateCell::Entry(_, room) = &mut row[column] else { panic!("{id} has no room at {column}") };
    *room = Some(entered);
}

/// The template with everything entered that a dry run has.
fn filled(run: &DryRun) -> Vec<u8> {
    let mut template = template(None, Lang::Zh);
    let word = |level: Confidence| Entered::Text(["低", "中", "高"][level as usize].to_owned());
    let [values, observed, _] = template.sheets.as_mut_slice() else { panic!("three sheets") };
    let facts = [
        Entered::Text(run.name.clone().expect("a name").value),
        Entered::Number(f64::from(run.base_year.clone().expect("a year").value)),
    ];
    for (row, fact) in (2..).zip(facts) {
        let TemplateCell::Entry(_, room) = &mut values.rows[row][1] else { panic!("room for {fact:?}") };
        *room = Some(fact);
    }
    for value in &run.values {
        let id = value.input.id();
        enter(values, id, 5, Entered::Number(value.value.constant().expect("one number")));
        enter(values, id, 8, Entered::Text(value.source.clone()));
        value.confidence.into_iter().for_each(|level| enter(values, id, 9, word(level)));
    }
    for result in &run.observed {
        let of_year = |cell: &TemplateCell| matches!(cell, TemplateCell::Entry(_, Some(Entered::Number(year))) if *year == f64::from(result.year));
        let column = observed.rows[observed.head].iter().position(of_year).expect("a column of the year");
        enter(observed, result.quantity.id(), column, Entered::Number(result.cell.value));
        enter(observed, result.quantity.id(), 11, Entered::Text(result.source.clone()));
        enter(observed, result.quantity.id(), 12, word(result.confidence));
    }
    voced_export::template_workbook(&template).expect("a workbook")
}

#[test]
fn the_filled_template_of_the_examples_has_what_their_table_has() {
    let table = fs::read(example("own_county.csv")).expect("the table");
    let run = voced_import::read(&voced_tables::read(&table).expect("cells"), &Choices::default());
    assert!(run.is_sound(), "{:?}", run.faults);
    let book = filled(&run);
    if std::env::var_os("VOCED_ACCEPT").is_some() {
        fs::write(example("own_county.xlsx"), &book).expect("the example");
    }
    assert!(book == fs::read(example("own_county.xlsx")).expect("the example"), "VOCED_ACCEPT=1 writes it");
}

#[test]
fn the_example_is_what_its_table_says() {
    let file = out("own_county.json");
    let path = file.to_string_lossy().into_owned();
    for table in ["own_county.csv", "own_county.xlsx"] {
        let table = example(table).to_string_lossy().into_owned();
        let made = run(&["area", "import", &table, "-o", &path, "--missing", "laiwu", "--id", "laiwu_2023"]);
        assert_eq!((made.code, made.stderr.as_str()), (0, ""), "{table}");
        let text = fs::read_to_string(&file).expect("an area file");
        if std::env::var_os("VOCED_ACCEPT").is_some() {
            fs::write(example("own_county.json"), &text).expect("the example");
        }
        assert_eq!(text, fs::read_to_string(example("own_county.json")).expect("the example"), "{table}");
    }
    fs::remove_file(file).expect("ours");
}
