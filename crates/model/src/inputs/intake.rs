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
}
