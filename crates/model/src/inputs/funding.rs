//! Where the money of the in-scope schools comes from, and their debt.

use super::table::input_group;

input_group! {
    /// Where the money of the in-scope schools comes from, and their debt.
    Funding in Funding;

    funding_rule: switch Lever Flag = 0.0 in 0.0..=1.0 step 1.0,
        "基本拨款方式", "Basic funding rule",
        "基本拨款的计算方式：0为人员经费加生均公用经费，1为生均定额",
        "How basic funding is worked out: 0 pays for funded staff plus public funds per student, 1 pays a fixed amount per student",
        Derived [] High ("默认按分项方式，生均定额规则不启用", "The per-student formula is switched off by default");

    public_funds_per_student: path Lever YuanPerStudentYear = 3300.0 in 0.0..=100_000.0 step 50.0,
        "生均公用经费拨款", "Public funds per student",
        "分项拨款方式下每名学生一年的公用经费拨款",
        "Public funds allotted for each student a year under the itemised rule",
        Reference ["PSF-20"] Low ("山东的暂用值，尚未核到文件原文", "A placeholder for Shandong; the document was not found");

    per_student_appropriation: path Lever YuanPerStudentYear = 15_000.0 in 0.0..=200_000.0 step 100.0,
        "生均定额拨款", "Per-student appropriation",
        "生均定额方式下每名学生一年的全部基本拨款",
        "Whole basic appropriation for each student a year under the per-student formula",
        Estimate ["PSF-03"] Low ("判断值，略低于全国2020年生均一般公共预算教育经费", "A judgement, a little below national budget spending per student in 2020");

    staff_funded_share: path Lever Share = 1.0 in 0.0..=1.0 step 0.05,
        "在编人员经费保障率", "Share of in-quota staff cost funded",
        "编制内实有人员经费中由财政保障的比例",
        "Share of the cost of staff within approved posts that the budget pays",
        Estimate [] Low ("默认全额保障", "Full funding is assumed");

    surcharge_tax_base: scalar Base Yuan = 0.0 in 0.0..=100_000_000_000_000.0 step 1_000_000.0,
        "增值税与消费税税额", "VAT and consumption tax",
        "本地基年的增值税和消费税税额，即两项教育附加的计征依据",
        "Value-added and consumption tax paid in the area in the base year, on which both surcharges are levied",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    tax_base_growth: scalar Assumption SharePerYear = 0.04 in -0.3..=0.5 step 0.005,
        "税基增长率", "Tax base growth",
        "增值税和消费税税额每年的增长幅度",
        "Yearly growth of value-added and consumption tax",
        Reference ["MISC-03"] Low ("参照一般公共预算收入增速", "Taken from the growth of general public budget revenue");

    education_surcharge_rate: scalar Assumption Share = 0.03 in 0.0..=0.2 step 0.005,
        "教育费附加费率", "Education surcharge rate",
        "教育费附加按增值税和消费税征收的比率",
        "Rate at which the education surcharge is levied on value-added and consumption tax",
        Reference ["TAX-01"] High ("", "");

    local_surcharge_rate: scalar Assumption Share = 0.02 in 0.0..=0.2 step 0.005,
        "地方教育附加费率", "Local education surcharge rate",
        "地方教育附加按增值税和消费税征收的比率",
        "Rate at which the local education surcharge is levied on value-added and consumption tax",
        Reference ["TAX-02"] High ("", "");

    surcharge_relief_factor: scalar Assumption Share = 0.9 in 0.0..=1.0 step 0.01,
        "减征后有效系数", "Share left after relief",
        "扣除小微企业等减征后实际征收的附加比例",
        "Share of the surcharges still collected after relief for small taxpayers and the like",
        Reference ["TAX-11"] Low ("估计值，合理范围0.8至1.0", "An estimate; 0.8 to 1.0 is plausible");

    education_surcharge_voc_share: path Lever Share = 0.3 in 0.0..=1.0 step 0.01,
        "教育费附加用于职教比例", "Education surcharge to vocational",
        "教育费附加收入中用于职业教育的比例",
        "Share of the education surcharge spent on vocational education",
        Reference ["TAX-03"] Medium ("国家政策要求不低于30%", "National policy asks for at least 30 percent");

    local_surcharge_voc_share: path Lever Share = 0.3 in 0.0..=1.0 step 0.01,
        "地方教育附加用于职教比例", "Local surcharge to vocational",
        "地方教育附加收入中用于职业教育的比例",
        "Share of the local education surcharge spent on vocational education",
        Reference ["TAX-03"] Medium ("国家政策要求不低于30%", "National policy asks for at least 30 percent");

    secondary_share_of_pool: scalar Assumption Share = 0.7 in 0.0..=1.0 step 0.05,
        "职教附加中中职份额", "In-scope secondary share of the vocational pool",
        "用于职业教育的附加资金中分给所测算中职学校的比例，其余用于高职和培训等",
        "Share of the surcharge money for vocational education that reaches the modelled secondary schools. The rest goes to colleges, training and so on",
        Reference ["TAX-14"] Low ("判断值，没有文件规定", "A judgement; no document fixes it");

    surcharge_additionality: scalar Assumption Share = 0.5 in 0.0..=1.0 step 0.05,
        "附加资金净增系数", "Additionality",
        "附加资金中真正新增的比例，1表示不抵减其他预算拨款",
        "Share of surcharge money that is truly additional. At 1 it replaces no other budget money",
        Estimate ["PSF-32"] Low ("教育附加按定义属于一般教育预算，1会把其中一部分算两次", "The surcharges are part of the general education budget by definition, so 1 counts some of it twice");

    enterprise_investment: path Lever YuanPerYear = 0.0 in 0.0..=100_000_000_000.0 step 100_000.0,
        "产教融合企业投资", "Eligible enterprise investment",
        "产教融合型企业当年可用于抵免附加的投资额",
        "Investment of the year by certified industry-education enterprises that may be offset against the surcharges",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    offset_rate: scalar Assumption Share = 0.3 in 0.0..=1.0 step 0.05,
        "投资抵免比例", "Offset rate",
        "企业投资额中可抵免教育费附加和地方教育附加的比例",
        "Share of that enterprise investment which may be offset against the two surcharges",
        Reference ["TAX-04"] High ("", "");

    development_fund: path Lever YuanPerYear = 0.0 in 0.0..=100_000_000_000.0 step 100_000.0,
        "发展专项", "Development special fund",
        "财政每年安排给所测算学校的发展专项资金",
        "Special development money the budget gives the modelled schools each year",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    performance_pool_share: path Lever Share = 0.0 in 0.0..=1.0 step 0.01,
        "绩效奖励比例", "Performance reward pool",
        "绩效奖励资金总额与基本拨款之比",
        "Full performance reward as a share of basic funding",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    performance_score: path Assumption Share = 0.8 in 0.0..=1.0 step 0.05,
        "绩效得分", "Performance score",
        "学校绩效评价得分，决定可拿到的绩效奖励比例",
        "Score in the performance review, which sets how much of the reward is paid",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    education_spending: scalar Base YuanPerYear = 0.0 in 0.0..=100_000_000_000_000.0 step 1_000_000.0,
        "财政教育支出", "Education spending in the base year",
        "本地基年一般公共预算教育支出",
        "Education spending in the area's general public budget in the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    education_spending_growth: scalar Assumption SharePerYear = 0.03 in -0.2..=0.5 step 0.005,
        "教育支出增长率", "Growth of education spending",
        "财政教育支出每年的增长幅度",
        "Yearly growth of the area's education spending",
        Estimate ["MISC-03"] Low ("判断值，低于一般公共预算收入增速4%", "A judgement, below the 4 percent growth of general public budget revenue");

    tilt_share: path Lever Share = 0.0 in 0.0..=1.0 step 0.005,
        "新增教育经费倾斜比例", "Tilt of new education money",
        "财政教育支出比基年新增的部分中额外投向所测算学校的比例",
        "Share of the rise in education spending since the base year that goes to the modelled schools on top of other funding",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    tuition_waiver_per_student: scalar Lever YuanPerStudentYear = 2000.0 in 0.0..=50_000.0 step 100.0,
        "免学费补助标准", "Tuition waiver",
        "每名免学费学生一年的财政补助标准",
        "Yearly payment for each student whose tuition is waived",
        Reference ["AID-01"] High ("", "");

    tuition_waiver_coverage: scalar Lever Share = 0.9 in 0.0..=1.0 step 0.01,
        "免学费覆盖率", "Tuition waiver coverage",
        "享受免学费政策的学生比例",
        "Share of students covered by the tuition waiver",
        Reference ["AID-06"] Medium ("", "");

    waiver_local_share: scalar Assumption Share = 0.5 in 0.0..=1.0 step 0.05,
        "免学费本级分担比例", "Local share of the tuition waiver",
        "免学费补助中由省以下财政承担的比例，其余由中央承担",
        "Share of the tuition waiver that the area's own treasury bears; higher levels bear the rest",
        Reference ["AID-03", "AID-04", "AID-05"] Medium ("中央分担以外的部分", "What the central share leaves");

    debt_base: scalar Base Yuan = 0.0 in 0.0..=1_000_000_000_000.0 step 100_000.0,
        "基年债务余额", "Debt in the base year",
        "基年所测算学校的债务余额",
        "Debt of the modelled schools in the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    debt_interest_rate: scalar Assumption SharePerYear = 0.045 in 0.0..=0.3 step 0.001,
        "债务利率", "Debt interest",
        "债务余额每年的利率",
        "Yearly interest on the outstanding debt",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    debt_clear_year: scalar Lever Year = 2025.0 in 2000.0..=2060.0 step 1.0,
        "债务化解年份", "Year debt is cleared",
        "债务还清的年份，本金从基年次年起逐年等额偿还",
        "Year by which the debt is repaid, in equal parts from the year after the base year",
        Derived ["DZ-073"] High ("德州方案要求2025年底前化解公办职业院校债务", "Dezhou's plan asks for the debt of public vocational schools to be cleared by the end of 2025");
}
