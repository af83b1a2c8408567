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

    upper_grant_share: scalar Lever Share = 0.0 in 0.0..=1.0 step 0.05,
        "上级补助占基建比例", "Upper-level grants for construction",
        "校舍建设费用中由上级政府补助的比例",
        "Share of construction paid by higher levels of government",
        Estimate ["TAX-13"] Low ("默认没有；中央资金每校不超过3000万元", "None by default; central money is capped at 30 million yuan a school");

    bond_share: scalar Lever Share = 0.0 in 0.0..=1.0 step 0.05,
        "债券占基建比例", "Construction paid by bonds",
        "校舍建设费用中用专项债券借来的比例，不超过上级补助以外的部分",
        "Share of construction that is borrowed by special bonds, never more than what grants leave",
        Estimate [] Low ("默认不举债", "Nothing is borrowed by default");

    bond_term: scalar Assumption Years = 10.0 in 1.0..=30.0 step 1.0,
        "债券期限", "Bond term",
        "每一年借入的债券从次年起分多少年等额偿还",
        "Years over which the bonds of a year are repaid in equal parts, from the year after",
        Estimate [] Low ("判断值，专项债券常见期限", "A judgement; a usual term of special bonds");

    bond_interest_rate: scalar Assumption SharePerYear = 0.03 in 0.0..=0.3 step 0.001,
        "债券利率", "Bond interest",
        "未偿还债券的年利率",
        "Yearly interest on bonds not yet repaid",
        Estimate [] Low ("判断值", "A judgement");

    equipment_base: scalar Base Yuan = 0.0 in 0.0..=1_000_000_000_000.0 step 10_000.0,
        "基年仪器设备值", "Equipment value in the base year",
        "基年所测算学校教学仪器设备的总值",
        "Total value of teaching equipment in the modelled schools in the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    equipment_per_student_standard: scalar Assumption YuanPerStudent = 2500.0 in 0.0..=200_000.0 step 100.0,
        "生均仪器设备标准", "Equipment standard",
        "办学标准要求的每名学生仪器设备值",
        "Equipment value per student required by the standard",
        Reference ["STD-08", "STD-09"] High ("2500元；工科和医药类3000元", "2500 yuan; 3000 yuan in engineering and medicine");

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
