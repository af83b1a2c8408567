//! What teachers are paid.

use super::table::input_group;

input_group! {
    /// What teachers are paid.
    Pay in Pay;

    teacher_pay: scalar Assumption YuanPerTeacherYear = 110_000.0 in 10_000.0..=1_000_000.0 step 1000.0,
        "教师年人均工资", "Teacher pay",
        "每名教职工的年平均应发工资，按基年价格计，不含单位缴费",
        "Average gross yearly pay of a staff member in base-year money, before the employer's contributions",
        Reference ["WAGE-SDT"] Low ("山东的估计值，与全国教育业平均工资相近", "An estimate for Shandong, near the national average for education");

    pay_growth: scalar Assumption SharePerYear = 0.05 in -0.1..=0.3 step 0.005,
        "工资增长率", "Pay growth",
        "教职工工资每年的名义增长幅度",
        "Yearly nominal growth of staff pay",
        Reference ["WAGE-GR"] Medium ("参照2018—2023年教育业工资增速，取5%", "Set at 5 percent in view of education pay from 2018 to 2023");

    contract_pay_ratio: scalar Assumption Ratio = 1.0 in 0.1..=3.0 step 0.05,
        "编外人员薪酬系数", "Pay of staff outside the quota",
        "一名编外教职工的费用与一名编内教职工的费用之比",
        "Cost of one member of staff above the approved posts over the cost of one within them",
        Estimate [] Low ("默认与编内相同", "The same as within the quota by default");

    on_cost_factor: scalar Assumption Ratio = 1.35 in 1.0..=2.0 step 0.01,
        "用人成本系数", "Employer on-cost factor",
        "用人总成本与工资之比，包括养老、年金、医疗和住房公积金等单位缴费",
        "Total cost of employing someone over gross pay, with pension, annuity, medical and housing-fund contributions",
        Reference ["WAGE-LOAD"] Medium ("", "");

    part_time_pay_ratio: scalar Assumption Ratio = 1.25 in 0.1..=3.0 step 0.05,
        "兼职薪酬系数", "Part-time pay ratio",
        "一个兼职教师岗位的年费用与平均工资之比，以高级职称薪酬为参照",
        "Yearly cost of one part-time post over average pay, with senior-title pay as the benchmark",
        Reference ["WAGE-SEN"] Low ("", "");
}
