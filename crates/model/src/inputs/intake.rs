//! How upper-secondary entrants are divided.

use super::table::input_group;

input_group! {
    /// How upper-secondary entrants are divided.
    Intake in Intake;

    vocational_share: path Lever Share = 0.42 in 0.0..=1.0 step 0.005,
        "中职招生占比", "Vocational share of intake",
        "高中阶段新生中计划进入中等职业学校的比例，含各类举办者",
        "Planned share of upper-secondary entrants who go to vocational schools of any provider",
        Reference ["FLOW-SH19"] High ("全国2019年含技工学校的占比41.7%，取整", "National share of 41.7 percent in 2019 with technician schools, rounded");

    in_scope_share: path Lever Share = 1.0 in 0.0..=1.0 step 0.005,
        "测算范围内学校吸纳比例", "Share taken by in-scope schools",
        "中职新生中由本次测算的学校招收的比例，其余进入技工、民办或区外学校",
        "Share of vocational entrants taken by the schools whose staff and money are modelled. The rest go to technician, private or out-of-area schools",
        Estimate [] Low ("默认全部计入，地区数据可调低", "All schools are counted unless the area's data say otherwise");

    marginal_capture_ratio: scalar Assumption Ratio = 1.0 in 0.0..=5.0 step 0.05,
        "新增生源吸纳倍数", "Capture of additional entrants",
        "超出基年占比的那部分中职新生进入测算范围内学校的比例，与全部中职新生的这一比例之比；1表示两者相同",
        "In-scope share of the vocational entrants above the base-year share, over the in-scope share of all of them. At 1 both are the same",
        Estimate [] Low ("新增生源进了哪些学校，没有公开数据", "Nobody has published where the additional entrants went");

    refusal_share: path Assumption Share = 0.0 in 0.0..=1.0 step 0.01,
        "新增分流流失比例", "Share of newly directed students lost",
        "超出基年占比、被分流到中职的学生中，不就读而去民办或区外学校、或就业的比例",
        "Of the students directed to vocational schools above the base-year share, those who do not take the place and leave for private or outside schools or for work",
        Estimate [] Low ("默认不流失；全国初中毕业生升学人数与毕业生之比由2020年的0.991降到2025年的0.929", "None by default. Nationally entrants per junior graduate fell from 0.991 in 2020 to 0.929 in 2025");

    general_freeze: switch Lever Flag = 0.0 in 0.0..=1.0 step 1.0,
        "普高扩招冻结规则", "General-intake freeze rule",
        "启用后，上年中职招生占比低于底线时，普通高中招生不得增加",
        "When on, general schools may not take more entrants while last year's vocational share was below the floor",
        Derived ["DZ-005"] High ("默认不启用，由方案或使用者开启", "A rule switched off by default; a plan or the user turns it on");

    vocational_share_floor: scalar Lever Share = 0.45 in 0.0..=1.0 step 0.005,
        "中职招生占比底线", "Vocational share floor",
        "触发普高扩招冻结的中职招生占比底线，职普比4.5:5.5即为0.45",
        "Vocational share of intake below which the freeze applies. A vocational to general ratio of 4.5 to 5.5 is 0.45",
        Derived ["DZ-004"] High ("按德州方案职普比4.5:5.5换算", "Converted from the 4.5 to 5.5 ratio in Dezhou's plan");

    seat_limit: switch Lever Flag = 0.0 in 0.0..=1.0 step 1.0,
        "学位约束", "Seat limit",
        "启用后，中职新生不得超过校舍面积可容纳的空余学位",
        "When on, vocational entrants may not exceed the seats left free by the floor area",
        Derived [] High ("默认不启用，由方案或使用者开启", "A rule switched off by default; a plan or the user turns it on");

    technical_share: scalar Assumption Share = 0.255 in 0.0..=1.0 step 0.005,
        "技工学校占中职招生比例", "Technician-school share of vocational intake",
        "中职招生中技工学校所占比例，只用于换算不含技工学校的中职招生占比",
        "Share of vocational entrants who go to technician schools. It only restates the vocational share of intake without them",
        Estimate [] Medium ("全国2020年0.248、2021年和2022年0.255", "Nationally 0.248 in 2020 and 0.255 in 2021 and 2022");
}
