//! Sheets as people lay them out, each with the numbers it says.

mod sheets;

use sheets::{book, faults, merge, read, unknown, values};
use voced_import::{Choices, Correction};

#[test]
fn names_down_with_value_and_range() {
    let book = book(&[(
        "表",
        "
        地区名称 | 某县
        基年 | 2023
        指标 | 单位 | 数值 | 下限 | 上限 | 来源 | 把握
        初中毕业生数 | 人 | 5200 | 5000 | 5400 | 2023年统计年鉴 | 高
        中职招生占比 | % | 38.5 | 35 | 42 | 教育局 | 中
        教育支出 | 万元 | 98,000
        ",
    )]);
    let run = read(&book);
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "junior_graduates = 5200 [5000, 5400] (2023年统计年鉴, high)",
            "vocational_share = 0.385 [0.35, 0.42] (教育局, medium)",
            "education_spending = 980000000",
        ]
    );
    assert_eq!(run.name.as_ref().map(|name| name.value.as_str()), Some("某县"));
    assert_eq!(run.base_year.as_ref().map(|year| year.value), Some(2023));
}

#[test]
fn names_down_with_years_across() {
    let book = book(&[(
        "Sheet1",
        "
        2023年莱芜区教育事业统计表
        单位：人、万元
        指标名称 | 2021年 | 2022年 | 2023年
        初中毕业生数 | 8500 | 8700 | 8900
        中等职业学校在校生数 | 2100 | 2180 | 2241
        专任教师 | 200 | 215 | 231
        职业教育专项资金 | 300 | 320 | 350
        生均公用经费（元） | 3000 | 3000 | 3300
        注：专任教师不含兼职教师，数据截至当年9月1日，以教育事业统计报表为准。
        ",
    )]);
    let run = voced_import::read(&book, &Choices { base_year: Some(2021), ..Choices::default() });
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "junior_graduates = 8500",
            "teachers_base = 200",
            "public_funds_per_student = 2021: 3000, 2022: 3000, 2023: 3300",
            "development_fund = 2021: 3000000, 2022: 3200000, 2023: 3500000",
            "junior_graduates 2022 = 8700",
            "junior_graduates 2023 = 8900",
            "voc_enrolment 2021 = 2100",
            "voc_enrolment 2022 = 2180",
            "voc_enrolment 2023 = 2241",
            "teachers 2022 = 215",
            "teachers 2023 = 231",
        ]
    );
    assert_eq!(run.name.map(|name| name.value), Some("莱芜区".to_owned()));
}

/// What all of the tables below say, in one order or another.
const SAME: [&str; 5] = [
    "junior_graduates = 5200",
    "teachers_base = 300",
    "junior_graduates 2022 = 5100",
    "voc_enrolment 2023 = 4200",
    "teachers 2022 = 290",
];

fn of_2023() -> Choices {
    Choices { base_year: Some(2023), name: Some("某县".to_owned()), ..Choices::default() }
}

#[test]
fn one_table_in_any_layout() {
    let layouts = [
        "指标 | 2022年 | 2023年 \n 初中毕业生数 | 5100 | 5200 \n 专任教师 | 290 | 300 \n 中职在校生数 | | 4200",
        "年份 | 初中毕业生数 | 专任教师 | 中职在校生数 \n 2022 | 5100 | 290 | \n 2023 | 5200 | 300 | 4200",
        "指标 | 2022/23 | 2023/24 \n 初中毕业生数（人） | 5100 | 5200 \n 专任教师（人） | 290 | 300 \n 中职在校生数（人） | | 4200",
        " | 2022-2023学年 | 2023-2024学年 \n 初中毕业生数 | 5100 | 5200 \n 专任教师 | 290 | 300 \n 中职在校生数 | … | 4200",
        "指标 | 年份 | 数值 \n 初中毕业生数 | 2022 | 5100 \n 初中毕业生数 | 2023 | 5200 \n 专任教师 | 2022 | 290 \n 专任教师 | 2023 | 300 \n 中职在校生数 | 2023 | 4200",
        "2023 | 2022 | 指标 \n 5200 | 5100 | 初中毕业生数 \n 300 | 290 | 专任教师 \n 4200 | — | 中职在校生数",
        "年份 | 2022年 | | | 2023年 | | \n | 初中毕业生数 | 专任教师 | 中职在校生数 | 初中毕业生数 | 专任教师 | 中职在校生数 \n 某县 | 5100 | 290 | | 5200 | 300 | 4200",
        "地区 | 初中毕业生数 | | 专任教师 | | 中职在校生数 \n | 2022 | 2023 | 2022 | 2023 | 2023 \n 某县 | 5100 | 5200 | 290 | 300 | 4200",
        "地区 | 初中毕业生数 | 专任教师 | 中职在校生数 \n 2022年 | 5100 | 290 | \n 2023年 | 5200 | 300 | 4200 \n 合计 | 10300 | 590 | 4200",
        "指标 | 2022 | 2023 | 指标 | 2022 | 2023 \n 初中毕业生数 | 5100 | 5200 | 专任教师 | 290 | 300 \n | | | 中职在校生数 | | 4200",
        "项目 | 上年数 | 本年数 \n 栏次 | (1) | (2) \n 初中毕业生数 | 5100 | 5200 \n 专任教师 | 290 | 300 \n 中职在校生数 | | 4200 \n 合计=(1)+(2) | |",
        "甲 | 1 | 2 \n 指标 | 2022 | 2023 \n 甲 | 1 | 2 \n 初中毕业生数 | 5100 | 5200 \n 专任教师 | 290 | 300 \n 中职在校生数 | | 4200",
        "junior_graduates | 5200 \n teachers | 300 \n Vocational enrolment 2023 | 4200 \n 2022年初中毕业生数 | 5100 \n 2022年专任教师 | 290",
        "初中毕业生数（2022年） | 5100 \n 初中毕业生数（2023年） | 5200 \n 专任教师（2022年） | 290 \n 专任教师（2023年） | 300 \n 中职在校生数（2023年） | 4200",
        "年份 | 地区 | 初中毕业生数 | 专任教师 | 中职在校生数 \n 2022 | 某县 | 5100 | 290 | \n 2023 | 某县 | 5200 | 300 | 4200",
    ];
    for (i, layout) in layouts.into_iter().enumerate() {
        let text = layout;
        let run = voced_import::read(&book(&[("2023年", text)]), &of_2023());
        assert_eq!(faults(&run), [""; 0], "layout {i}");
        assert_eq!(values(&run), SAME, "layout {i}");
        assert_eq!(unknown(&run), [""; 0], "layout {i}");
    }
}

#[test]
fn merged_headings_reach_over_their_columns() {
    let mut book = book(&[(
        "表",
        "地区 | 2022年 | | 2023年 | \n | 初中毕业生数 | 专任教师 | 初中毕业生数 | 专任教师 \n 某县 | 5100 | 290 | 5200 | 300",
    )]);
    merge(&mut book, (0, 0), (1, 0));
    merge(&mut book, (0, 1), (0, 2));
    merge(&mut book, (0, 3), (0, 4));
    let run = voced_import::read(&book, &of_2023());
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        ["junior_graduates = 5200", "teachers_base = 300", "junior_graduates 2022 = 5100", "teachers 2022 = 290"]
    );
}

#[test]
fn groups_stand_before_grades_and_schools_before_numbers() {
    let text = "
        学校类型 | 指标 | 2023
        小学 | 专任教师 | 900
        普通高中 | 在校生数 | 6000
        | 一年级 | 2100
        | 专任教师 | 480
        中等职业学校 | 在校生数 | 4200
        | 一年级 | 1500
        | 专任教师 | 300";
    let run = voced_import::read(&book(&[("表", text)]), &of_2023());
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "voc_grade_1_base = 1500",
            "gen_grade_1_base = 2100",
            "teachers_base = 300",
            "voc_enrolment 2023 = 4200",
            "gen_enrolment 2023 = 6000",
        ]
    );
    let mut across = book(&[(
        "表",
        "
        地区 | 小学 | | 普通高中 | | 中等职业教育 |
        | 在校生数 | 专任教师 | 在校生数 | 专任教师 | 在校生数 | 专任教师
        某县 | 30000 | 900 | 6000 | 480 | 4200 | 300",
    )]);
    for column in [1, 3, 5] {
        merge(&mut across, (0, column), (0, column + 1));
    }
    let run = voced_import::read(&across, &of_2023());
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(values(&run), ["teachers_base = 300", "voc_enrolment 2023 = 4200", "gen_enrolment 2023 = 6000"]);
}

#[test]
fn parts_and_totals_are_no_values() {
    let text = "
        指标 | 合计 | 其中：女
        初中毕业生数 | 5200 | 2500
        专任教师 | 300 | 160
        工业产值 | 7 | 8";
    let run = voced_import::read(&book(&[("表", text)]), &of_2023());
    assert_eq!(values(&run), ["junior_graduates = 5200", "teachers_base = 300"]);
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(unknown(&run), ["其中：女", "工业产值"]);
}

#[test]
fn of_several_areas_the_named_one_is_read() {
    let text = "
        地区 | 初中毕业生数 | 专任教师
        莱芜区 | 8800 | 231
        钢城区 | 3000 | 90
        合计 | 11800 | 321";
    let book = book(&[("表", text)]);
    let run = voced_import::read(&book, &Choices { base_year: Some(2023), ..Choices::default() });
    assert_eq!(
        faults(&run),
        [
            "numbers of several areas: 莱芜区, 钢城区; give the name of the area, so that one can be taken",
            "no name of the area is given; add a row “area name”"
        ]
    );
    assert_eq!(values(&run), [""; 0]);
    let named = Choices { base_year: Some(2023), name: Some("济南市莱芜区".to_owned()), ..Choices::default() };
    let run = voced_import::read(&book, &named);
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(values(&run), ["junior_graduates = 8800", "teachers_base = 231"]);
    assert!(run.skipped.iter().any(|skipped| skipped.text == "钢城区"));
    let columns =
        sheets::book(&[("表", "指标 | 莱芜区 | 钢城区 \n 初中毕业生数 | 8800 | 3000 \n 专任教师 | 231 | 90")]);
    assert_eq!(values(&voced_import::read(&columns, &named)), ["junior_graduates = 8800", "teachers_base = 231"]);
}

#[test]
fn what_could_mean_two_things_is_asked_and_corrected() {
    let text = "
        指标 | 数值
        中职招生占比 | 0.3
        教育支出 | 9.8亿
        初中毕业生数 | 5,2
        双师型教师比例 | 55
        教师工资 | 约10万
        专任教师 | #REF!
        校舍面积 | 见附表";
    let book = book(&[("表", text)]);
    let run = voced_import::read(&book, &of_2023());
    assert_eq!(
        faults(&run),
        [
            "“表” B2 中职招生占比: “0.3” without % this can mean two things: 30% or 0.3%?",
            "“表” B4 初中毕业生数: “5,2” commas only stand between groups of three digits, and decimals take a point: 5.2 or 52?",
            "“表” A5 双师型教师比例: this name can mean “Double-qualified share in the base year” (double_qualified_share_base), “Double-qualified share of all teachers” (double_qualified_share_all); use one of the ids in brackets",
            "“表” B7 专任教师: “#REF!” is what a formula gives that failed; give a number",
            "“表” B8 校舍面积: Please type a number: “见附表” is not understood; the unit is m²",
        ]
    );
    let correct = |row, column, text: &str| Correction {
        sheet: 0,
        place: voced_tables::Place { row, column },
        text: text.to_owned(),
    };
    let mut choices = of_2023();
    choices.corrections = vec![
        correct(1, 1, "30%"),
        correct(3, 1, "5200"),
        correct(4, 0, "double_qualified_share_base"),
        correct(6, 1, "300"),
        correct(7, 1, ""),
    ];
    let run = voced_import::read(&book, &choices);
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "junior_graduates = 5200",
            "vocational_share = 0.3",
            "teachers_base = 300",
            "double_qualified_share_base = 0.55",
            "education_spending = 980000000",
        ]
    );
}

#[test]
fn a_table_of_schools_by_kind_and_number() {
    let text = "
        2023年某县各级各类学校基本情况
        | | | | 单位：所、人
        学校类别 | 学校数 | 毕业生数 | 在校学生数 | 其中：专任教师
        总计 | 120 | 20000 | 70000 | 4800
        一、普通高中 | 3 | 2000 | 6200 | 480
        二、中等职业学校 | 1 | 1200 | 4200 | 300
        三、初中 | 20 | 5200 | 15800 | 1350
        四、小学 | 60 | 7000 | 42000 | 2400
        资料来源：某县教育和体育局《2023/2024学年教育事业统计》";
    let run = voced_import::read(&book(&[("表", text)]), &Choices { base_year: Some(2023), ..Choices::default() });
    assert_eq!(faults(&run), [""; 0]);
    let source = "某县教育和体育局《2023/2024学年教育事业统计》";
    assert_eq!(
        values(&run),
        [
            &format!("junior_graduates = 5200 ({source})"),
            &format!("teachers_base = 300 ({source})"),
            "voc_enrolment 2023 = 4200",
            "gen_enrolment 2023 = 6200",
            "voc_graduates 2023 = 1200",
            "gen_graduates 2023 = 2000",
        ]
    );
    assert_eq!(run.name.as_ref().map(|name| name.value.as_str()), Some("某县"));
    assert_eq!(unknown(&run), ["学校数"]);
}

#[test]
fn accounts_of_this_year_and_the_last() {
    let text = "
        某县2022年度教育经费决算表
        编制单位：某县教育局 | | | 金额单位：万元
        项目 | 上年决算数 | 本年决算数 | 增减%
        一、一般公共预算教育支出 | 85000 | 98000 | 15.3
        其中：职业教育专项资金 | 300 | 350 | 16.7
        二、教育费附加 | 1200 | 1300 | 8.3
        生均公用经费（元） | 3000 | 3300 | 10
        合计 | 87300 | 100520 | 15.1
        注：本表数据为决算数。";
    let run = voced_import::read(&book(&[("表", text)]), &Choices { base_year: Some(2022), ..Choices::default() });
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "public_funds_per_student = 3300",
            "development_fund = 3500000",
            "education_spending = 980000000",
            "fund_surcharge_education 2021 = 12000000",
            "fund_surcharge_education 2022 = 13000000",
            "fund_development 2021 = 3000000",
        ]
    );
    assert_eq!(unknown(&run), [""; 0]);
}

#[test]
fn sheets_are_called_after_years_and_schools() {
    let book = book(&[
        ("2022年", "指标 | 数值 \n 初中毕业生数 | 5100 \n 中职在校生数* | 4000"),
        ("2023年", "指标 | 数值 \n 初中毕业生数 | 5200 \n 中职在校生数① | 4200"),
        ("小学", "指标 | 2023年 \n 专任教师 | 2400"),
        ("中职", "指标 | 2022年 | 2023年 | 合计 \n 专任教师 | 290 | 300 | 590 \n 毕业生数 | 1150 | 1200 | 2350"),
    ]);
    let run = voced_import::read(&book, &of_2023());
    assert_eq!(faults(&run), [""; 0]);
    assert_eq!(
        values(&run),
        [
            "junior_graduates = 5200",
            "teachers_base = 300",
            "junior_graduates 2022 = 5100",
            "voc_enrolment 2022 = 4000",
            "voc_enrolment 2023 = 4200",
            "voc_graduates 2022 = 1150",
            "voc_graduates 2023 = 1200",
            "teachers 2022 = 290",
        ]
    );
}
