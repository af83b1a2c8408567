//! Files as offices make and publish them, from their bytes to the dry run: each with its reading or its message.

mod odd;
mod sheets;

use std::fs;
use std::path::{Path, PathBuf};

use sheets::{faults, unknown, values};
use voced_import::{Choices, DryRun, Why, read};
use voced_model::Lang;
use voced_tables::Book;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files")
}

fn opened(name: &str) -> Result<Book, String> {
    let bytes = fs::read(folder().join(name)).expect(name);
    voced_tables::read(&bytes).map_err(|refusal| refusal.words(Lang::En))
}

fn dry_run(name: &str) -> DryRun {
    read(&opened(name).expect(name), &Choices::default())
}

fn in_2023(name: &str) -> DryRun {
    let choices = Choices { base_year: Some(2023), name: Some("某县".to_owned()), ..Choices::default() };
    read(&opened(name).expect(name), &choices)
}

fn notes(run: &DryRun) -> Vec<String> {
    run.notes.iter().map(|note| note.words(Lang::En)).collect()
}

#[test]
fn the_files_are_those_that_are_made_here() {
    for (name, bytes) in odd::files() {
        if std::env::var_os("VOCED_ACCEPT").is_some() {
            fs::write(folder().join(name), &bytes).expect(name);
        }
        assert!(fs::read(folder().join(name)).expect(name) == bytes, "{name}: VOCED_ACCEPT=1 writes it");
    }
}

#[test]
fn text_in_gbk_with_commas_inside_quotes() {
    let run = in_2023("yearbook_gbk.csv");
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "junior_graduates = 5200",
            "voc_grade_1_base = 1500",
            "teachers_base = 300",
            "public_funds_per_student = 3300",
            "education_spending = 980000000",
            "junior_graduates 2021 = 5000",
            "junior_graduates 2022 = 5100",
            "voc_grade_1 2021 = 1300",
            "voc_grade_1 2022 = 1400",
            "voc_enrolment 2021 = 3900",
            "voc_enrolment 2022 = 4000",
            "voc_enrolment 2023 = 4200",
            "teachers 2021 = 280",
            "teachers 2022 = 290",
        ]
    );
    assert!(notes(&run)[0].contains("GB18030"), "{:?}", run.notes);
}

#[test]
fn full_width_digits_behind_a_byte_order_mark() {
    let run = dry_run("full_width_bom.csv");
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(values(&run), ["education_spending = 980000000"]);
    assert_eq!(run.base_year.map(|year| year.value), Some(2023));
}

fn is_the_bureaus(name: &str) {
    let run = dry_run(name);
    assert_eq!(faults(&run), [""; 0], "{name}");
    assert_eq!(
        values(&run),
        [
            "junior_graduates = 5200",
            "teachers_base = 300",
            "equipment_base = 10500000",
            "public_funds_per_student = 3300",
            "development_fund = 3500000",
            "education_spending = 980000000",
            "junior_graduates 2022 = 5100",
            "voc_enrolment 2022 = 4000",
            "voc_enrolment 2023 = 4200",
            "gen_enrolment 2022 = 6000",
            "gen_enrolment 2023 = 6200",
            "voc_graduates 2022 = 1150",
            "voc_graduates 2023 = 1200",
            "gen_graduates 2022 = 1900",
            "gen_graduates 2023 = 2000",
            "teachers 2022 = 290",
            "equipment_value 2022 = 9800000",
            "fund_development 2022 = 3200000",
        ],
        "{name}"
    );
    assert_eq!(unknown(&run), [""; 0], "{name}");
    let left_out =
        |why: Why, sheet: &str| run.skipped.iter().any(|skipped| skipped.why == why && skipped.name == sheet);
    assert!(left_out(Why::Hidden, "旧数") && left_out(Why::NoKnownName, "气象"), "{:?}", run.skipped);
    assert!(left_out(Why::Total, "财政决算") && left_out(Why::OtherSchools, "教育事业统计"), "{:?}", run.skipped);
}

#[test]
fn a_bureaus_workbook() {
    is_the_bureaus("bureau.xlsx");
    is_the_bureaus("bureau.ods");
}

#[test]
fn a_bureaus_workbook_of_excel_97() {
    is_the_bureaus("bureau.xls");
}

#[test]
fn shares_as_30_as_0_3_and_as_30_percent() {
    let run = dry_run("percent.xlsx");
    assert_eq!(
        faults(&run),
        [
            "“比例” B6 双师型教师占专业课教师比例: “0.5671” without % this can mean two things: 56.71% or 0.5671%?",
            "“比例” B7 研究生学历教师占比（%）: “0.9” without % this can mean two things: 90% or 0.9%?",
            "“比例” B8 贯通培养比例: “三成” Please type a number: write the number in digits, such as 3000",
        ]
    );
    assert_eq!(values(&run), ["progression_rate = 0.97", "vocational_share = 0.385", "attrition_rate = 0.03",]);
}

#[test]
fn dates_as_years_and_formulas() {
    let run = in_2023("dates.xlsx");
    assert_eq!(
        faults(&run),
        [
            "“数据” C4 中职在校生数: “#REF!” is what a formula gives that failed; give a number",
            "“数据” C5 校舍面积: the formula has no stored result; open and save the file in a spreadsheet, or give the number",
        ]
    );
    assert_eq!(values(&run), ["junior_graduates = 5200", "teachers_base = 300", "junior_graduates 2022 = 5100"]);
}

#[test]
fn protected_sheets_and_macros_are_read() {
    for name in ["protected.xlsx", "macros.xlsm"] {
        let run = dry_run(name);
        assert_eq!((faults(&run), values(&run)), (vec![], vec!["junior_graduates = 5200".to_owned()]), "{name}");
    }
    assert!(notes(&dry_run("macros.xlsm"))[0].contains("macros"));
}

#[test]
fn html_that_is_called_xls() {
    let run = in_2023("renamed.xls");
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(values(&run), ["junior_graduates = 5200", "teachers_base = 300"]);
    assert!(!run.notes.is_empty());
}

#[test]
fn a_password_is_asked_to_be_taken_off() {
    let said = opened("password.xlsx").expect_err("it can not be opened");
    assert!(said.contains("opens with a password only"), "{said}");
}

#[test]
fn empty_files_say_so() {
    assert_eq!(opened("empty.csv"), Err("The file is empty.".to_owned()));
    let run = opened("blank.xlsx").map(|book| faults(&read(&book, &Choices::default())));
    let said = run.unwrap_or_else(|refusal| vec![refusal]);
    assert!(said == ["The file is empty."] || said[0].starts_with("no name in it is known"), "{said:?}");
}

#[test]
fn thirty_megabytes_are_read_or_refused_in_words() {
    let mut text = String::from("指标,2022年,2023年,说明\n初中毕业生数,5100,5200,\n");
    let filler = "其他说明文字".repeat(50);
    while text.len() < 30 << 20 {
        text += &format!("第{}项,1,2,{filler}\n", text.len());
    }
    let run = read(
        &voced_tables::read(text.as_bytes()).expect("below the limit"),
        &Choices { base_year: Some(2023), ..Choices::default() },
    );
    assert_eq!(values(&run), ["junior_graduates = 5200", "junior_graduates 2022 = 5100"]);
    let more = text.repeat(3);
    assert!(voced_tables::read(more.as_bytes()).is_err_and(|refusal| refusal.words(Lang::Zh).contains("64 MB")));
}
