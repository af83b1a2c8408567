//! How students move through the grades, and where they start.

use super::table::input_group;

input_group! {
    /// How students move through the grades, and where they start.
    Flow in Flow;

    voc_exit_rate: scalar Assumption SharePerYear = 0.044 in 0.0..=0.3 step 0.001,
        "中职年流失率", "Vocational exit rate",
        "中职每个年级一年内未完成学业而离校的学生比例",
        "Share of vocational students in each grade who leave within a year without finishing",
        Reference ["FLOW-DROP"] Medium ("由三年毕业率推算", "Worked out from the three-year completion ratio");

    gen_exit_rate: scalar Assumption SharePerYear = 0.006 in 0.0..=0.3 step 0.001,
        "普高年流失率", "General exit rate",
        "普通高中每个年级一年内未完成学业而离校的学生比例",
        "Share of general students in each grade who leave within a year without finishing",
        Estimate [] Low ("按全国普高在校生与毕业生推算", "Worked out from national general enrolment and graduates");

    short_course_share: scalar Assumption Share = 0.0 in 0.0..=1.0 step 0.01,
        "两年毕业学生比例", "Students finishing after two years",
        "中职二年级学生中读满两年即毕业的比例，如成人和短期学制",
        "Share of vocational second-grade students who graduate after two years, as in adult and short programmes",
        Estimate ["FLOW-SHORT"] Low ("默认没有；按全国在校生存量推算约为0.12", "None by default; about 0.12 nationally, worked out from enrolment");

    transfer_rate: path Lever Share = 0.0 in 0.0..=0.3 step 0.005,
        "高二分流比例", "Grade-two transfer rate",
        "普通高中高一学生在下一学年转入所测算中职学校二年级的比例",
        "Share of general first-grade students who move into the second grade of the modelled vocational schools a year later",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    articulated_share: path Lever Share = 0.3 in 0.0..=1.0 step 0.01,
        "贯通培养毕业生占比", "Articulated share of graduates",
        "中职毕业生中通过3+2、3+4或五年制等贯通培养升学的比例",
        "Share of vocational graduates who move on through 3+2, 3+4 or five-year programmes",
        Estimate ["FLOW-UP"] Low ("判断值。约65%的毕业生通过各种途径升学，贯通培养只是其中一部分", "A judgement; about 65 percent of graduates go on to study by all routes, and these programmes are a part of them");

    voc_grade_1_base: scalar Base Persons = 0.0 in 0.0..=50_000_000.0 step 1.0,
        "中职一年级基年在校生", "Vocational grade 1 in the base year",
        "基年开学时所测算中职学校一年级的在校生数",
        "Students in the first grade of the modelled vocational schools at the start of the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    voc_grade_2_base: scalar Base Persons = 0.0 in 0.0..=50_000_000.0 step 1.0,
        "中职二年级基年在校生", "Vocational grade 2 in the base year",
        "基年开学时所测算中职学校二年级的在校生数",
        "Students in the second grade of the modelled vocational schools at the start of the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    voc_grade_3_base: scalar Base Persons = 0.0 in 0.0..=50_000_000.0 step 1.0,
        "中职三年级基年在校生", "Vocational grade 3 in the base year",
        "基年开学时所测算中职学校三年级的在校生数",
        "Students in the third grade of the modelled vocational schools at the start of the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    gen_grade_1_base: scalar Base Persons = 0.0 in 0.0..=50_000_000.0 step 1.0,
        "普高一年级基年在校生", "General grade 1 in the base year",
        "基年开学时本地普通高中一年级的在校生数",
        "Students in the first grade of the area's general schools at the start of the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    gen_grade_2_base: scalar Base Persons = 0.0 in 0.0..=50_000_000.0 step 1.0,
        "普高二年级基年在校生", "General grade 2 in the base year",
        "基年开学时本地普通高中二年级的在校生数",
        "Students in the second grade of the area's general schools at the start of the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    gen_grade_3_base: scalar Base Persons = 0.0 in 0.0..=50_000_000.0 step 1.0,
        "普高三年级基年在校生", "General grade 3 in the base year",
        "基年开学时本地普通高中三年级的在校生数",
        "Students in the third grade of the area's general schools at the start of the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");
}
