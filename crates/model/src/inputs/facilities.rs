//! Buildings and equipment.

use super::table::input_group;

input_group! {
    /// Buildings and equipment.
    Facilities in Facilities;

    building_area_base: scalar Base M2 = 0.0 in 0.0..=1_000_000_000.0 step 100.0,
        "基年校舍面积", "Floor area in the base year",
        "基年所测算学校的校舍建筑面积",
        "Floor area of the modelled schools in the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    area_per_student_standard: scalar Assumption M2PerStudent = 20.0 in 1.0..=200.0 step 1.0,
        "生均校舍面积标准", "Floor area standard",
        "办学标准要求的每名学生校舍建筑面积",
        "Floor area per student required by the standard",
        Reference ["STD-04"] High ("", "");

    building_cost_per_m2: scalar Assumption YuanPerM2 = 3500.0 in 0.0..=100_000.0 step 50.0,
        "单方造价", "Building cost",
        "新建校舍每平方米的造价，按基年价格计",
        "Cost of building one square metre in base-year prices",
        Reference ["CAP-11"] Low ("山东的默认造价", "The default for Shandong");

    equipment_base: scalar Base Yuan = 0.0 in 0.0..=1_000_000_000_000.0 step 10_000.0,
        "基年仪器设备值", "Equipment value in the base year",
        "基年所测算学校教学仪器设备的总值",
        "Total value of teaching equipment in the modelled schools in the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    equipment_per_student_standard: scalar Assumption YuanPerStudent = 3000.0 in 0.0..=200_000.0 step 100.0,
        "生均仪器设备标准", "Equipment standard",
        "办学标准要求的每名学生仪器设备值",
        "Equipment value per student required by the standard",
        Reference ["STD-09", "STD-08"] High ("工科和医药类3000元，其他类2500元", "3000 yuan in engineering and medicine, 2500 yuan in other fields");

    equipment_life_years: scalar Assumption Years = 8.0 in 1.0..=50.0 step 1.0,
        "设备折旧年限", "Equipment life",
        "仪器设备的使用年限，每年按此折旧",
        "Years that equipment lasts, which sets how much is written off each year",
        Reference ["CAP-14"] Medium ("会计准则规定的范围为5至15年", "Accounting rules allow 5 to 15 years");

    equipment_fill_share: path Lever Share = 1.0 in 0.0..=1.0 step 0.05,
        "设备缺口补齐比例", "Share of equipment shortfall bought",
        "每年按设备标准缺口购置的比例",
        "Share of the equipment shortfall against the standard that is bought each year",
        Estimate [] Low ("默认当年补齐", "The shortfall is met in full each year unless set otherwise");
}
