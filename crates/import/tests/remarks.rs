//! What is odd is said, and why: beside other areas, and beside what else the table says.

mod sheets;

use sheets::{book, faults, values};
use voced_import::{Choices, DryRun, Fill, Missing, peers, read};
use voced_model::{InputId, Lang};
use voced_scenario::{Area, Ownership};

fn of(text: &str) -> DryRun {
    let choices = Choices { base_year: Some(2023), name: Some("某县".to_owned()), ..Choices::default() };
    let run = read(&book(&[("表", text)]), &choices);
    assert_eq!(faults(&run), [""; 0]);
    run
}

fn remarks(run: &DryRun, id: &str) -> Vec<String> {
    let value = run.value(InputId::find(id).expect("an input")).expect("a value");
    value.remarks.iter().map(|remark| remark.words(Lang::En)).collect()
}

#[test]
fn numbers_far_from_those_of_other_areas() {
    let run = of("指标 | 数值 \n 初中毕业生数 | 5200 \n 教育支出 | 98000 \n 生均公用经费 | 3300");
    let odd = remarks(&run, "education_spending");
    assert!(
        odd[0].contains("of the lowest of the areas that ship") && odd[0].contains("per junior-secondary graduate"),
        "{odd:?}"
    );
    assert!(odd[1].contains("as if it were in ten thousands"), "{odd:?}");
    assert!(remarks(&run, "public_funds_per_student").is_empty());
    let run = of("指标 | 数值 \n 初中毕业生数 | 52 \n 中职一年级在校生 | 20000");
    assert!(remarks(&run, "voc_grade_1_base")[0].contains("times the highest of the areas that ship"));
    assert!(remarks(&run, "junior_graduates").is_empty(), "size alone says nothing");
}

#[test]
fn numbers_beyond_what_is_allowed_that_ten_thousand_would_bring_in() {
    let book = book(&[("表", "地区名称 | 某县 \n 基年 | 2023 \n 教师平均工资 | 11")]);
    let run = read(&book, &Choices::default());
    assert_eq!(
        faults(&run),
        [
            "“表” B3 教师平均工资: “11” is out of range (read as 11); allowed 10000 to 1000000 yuan per teacher a year: 110000元?",
        ]
    );
}

#[test]
fn numbers_that_do_not_go_together() {
    let run = of(
        "指标 | 2023年 \n 中职一年级 | 1500 \n 中职二年级 | 1400 \n 中职三年级 | 1300 \n 中职在校生数 | 4900 \n 专任教师 | 300 \n 核定编制数 | 250",
    );
    assert_eq!(remarks(&run, "voc_grade_1_base"), ["the three grades add up to 4,200, not to the enrolment of 4,900"]);
    assert_eq!(remarks(&run, "teachers_base"), ["300 teachers are more than the 250 that the posts allow"]);
}

#[test]
fn the_same_number_twice_and_years_that_are_not_used() {
    let run = of(
        "指标 | 2021 | 2022 | 2023 \n 初中毕业生数 | 5000 | 5100 | 5200 \n 中职年流失率 | 4% | 4% | 5% \n 教育支出 | 8亿 | 9亿 | 9.8亿 \n 全县初中毕业生数 | | | 5200",
    );
    assert_eq!(remarks(&run, "junior_graduates"), ["the same number stands in “表” D5 too"]);
    assert_eq!(
        remarks(&run, "voc_exit_rate"),
        ["the value of the base year 2023 was taken; the table also has 2021, 2022"]
    );
    let run = of("指标 | 2021 | 2022 \n 中职年流失率 | 4% | 6%");
    assert_eq!(remarks(&run, "voc_exit_rate"), ["there is no value of the base year 2023; that of 2022 was taken"]);
    assert_eq!(values(&run), ["voc_exit_rate = 0.06"]);
}

#[test]
fn missing_values_are_left_or_copied_each_as_it_is_chosen() {
    let run = of("指标 | 数值 \n 初中毕业生数 | 5200");
    let area = |id: &str| Area::shipped(id).expect("ships").expect("sound");
    let (pay, teachers) =
        (InputId::find("teacher_pay").expect("known"), InputId::find("teachers_base").expect("known"));
    let fill = Fill {
        others: Missing::CopyOf(area("laiwu")),
        each: vec![(pay, Missing::National), (teachers, Missing::CopyOf(area("dezhou")))],
    };
    let own = Area::from_json(&run.area("county", &fill).expect("an area file")).expect("read again");
    assert_eq!(own.ownership(InputId::find("junior_graduates").expect("known")), Ownership::Own);
    assert_eq!(own.ownership(pay), Ownership::General);
    let copied = own.base.inputs.get(&teachers).expect("copied");
    assert_eq!(copied.copied_from.as_deref(), Some("dezhou"));
    let original = area("dezhou").base.inputs.get(&teachers).expect("its own");
    assert_eq!(
        (&copied.value, copied.low, copied.source.text(Lang::Zh)),
        (&original.value, original.low, original.source.text(Lang::Zh))
    );
    assert!(run.area(&"x".repeat(41), &fill).is_err());
    assert_eq!(peers(teachers).len(), 6);
}
