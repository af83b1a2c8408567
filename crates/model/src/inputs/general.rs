//! The general schools beside the vocational ones.

use super::table::input_group;

input_group! {
    /// The general schools beside the vocational ones.
    General in General;

    gen_cost_per_student: scalar Assumption YuanPerStudentYear = 18_672.0 in 0.0..=200_000.0 step 100.0,
        "普高生均成本", "General cost per student",
        "普通高中每名学生一年的财政教育经费，按基年计",
        "Budget spending on each general upper-secondary student a year, in the base year",
        Reference ["PSF-08"] High ("全国2020年数", "National figure for 2020");

    gen_cost_growth: scalar Assumption SharePerYear = 0.03 in -0.1..=0.3 step 0.005,
        "普高生均成本增长率", "Growth of general cost per student",
        "普通高中生均成本每年的增长幅度",
        "Yearly growth of the cost per general student",
        Estimate ["PSF-09"] Low ("判断值，2021年全国公布的增速为2.95%", "A judgement; the growth published for 2021 was 2.95 percent");

    gen_fixed_cost_share: scalar Assumption Share = 0.6 in 0.0..=1.0 step 0.05,
        "普高固定成本比例", "Fixed share of general cost",
        "普高支出中随教职工和校舍而不随学生数变动的比例",
        "Share of general-school cost that follows staff and buildings rather than students",
        Estimate [] Low ("判断值，人员和校舍支出不随学生减少而立即减少", "A judgement; staff and buildings do not leave with the students");

    gen_release_rate: scalar Assumption SharePerYear = 0.03 in 0.0..=1.0 step 0.01,
        "普高产能释放率", "Release of general capacity",
        "学生减少时，普高固定成本每年最多能下降的比例，如自然减员",
        "How fast the fixed cost of general schools can fall in a year when students leave, as by attrition",
        Estimate [] Low ("判断值，约为自然减员率", "A judgement, about the rate of attrition");

    gen_students_per_teacher: scalar Assumption StudentsPerTeacher = 12.9 in 5.0..=60.0 step 0.1,
        "普高生师比", "General student-teacher ratio",
        "普通高中每名专任教师对应的学生数，用于计算普高所需教师",
        "Students per full-time teacher in general schools, used to work out the teachers they need",
        Estimate [] Low ("参照全国2020年前后的水平", "Near the national level around 2020");
}
