//! The age group that leaves junior secondary school.

use super::table::input_group;

input_group! {
    /// The age group that leaves junior secondary school.
    Cohort in Cohort;

    junior_graduates: path Base Persons = 10_000.0 in 0.0..=50_000_000.0 step 1.0,
        "初中毕业生数", "Junior-secondary graduates",
        "当年夏季的初中毕业生人数，尚未计入年增长率",
        "Junior-secondary graduates in the summer of the year, before the yearly growth rate is applied",
        Estimate [] Low ("占位的整数，由地区数据给出", "A round placeholder; given by the area's data");

    junior_graduate_growth: scalar Assumption SharePerYear = 0.0255 in -0.2..=0.2 step 0.001,
        "初中毕业生年增长率", "Growth of junior-secondary graduates",
        "初中毕业生人数每年的增长幅度，从基年起逐年累计",
        "Yearly growth in the number of junior-secondary graduates, compounded from the base year",
        Derived ["FLOW-JG2020", "FLOW-JG2024"] High ("全国2020—2024年年均增速", "National compound growth from 2020 to 2024");

    progression_rate: path Assumption Share = 0.97 in 0.3..=1.2 step 0.005,
        "高中阶段升学率", "Progression to upper secondary",
        "高中阶段招生数与当年初中毕业生数之比。往届生也可入学，因此可以超过1",
        "New upper-secondary entrants for each junior-secondary graduate of the year. It may exceed 1 because earlier graduates can also enter",
        Derived ["FLOW-TR"] Medium ("由全国0.99的比值扣除往届生后取0.97", "The national ratio of 0.99 less entrants who left junior school in earlier years");
}
