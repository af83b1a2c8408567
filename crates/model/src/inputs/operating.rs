//! Running the schools, in-service training, internships, training for the public.

use super::table::input_group;

input_group! {
    /// Running the schools, in-service training, internships, training for the public.
    Operating in Operating;

    operating_cost_per_student: path Lever YuanPerStudentYear = 5360.0 in 0.0..=100_000.0 step 50.0,
        "生均运行成本", "Operating cost per student",
        "每名学生一年所需的非人员运行支出，按基年价格计",
        "Non-personnel running cost needed for each student a year, in base-year prices",
        Reference ["PSF-19"] Low ("全国2017年水平按每年3%推算到2020年", "The national level of 2017 grown by 3 percent a year to 2020");

    price_growth: scalar Assumption SharePerYear = 0.02 in -0.1..=0.3 step 0.005,
        "物价涨幅", "Price growth",
        "物价每年的涨幅，用于运行、基建、设备和项目支出",
        "Yearly price growth, applied to running, building, equipment and programme costs",
        Reference ["MISC-02"] Medium ("", "");

    inservice_cycle_years: scalar Lever Years = 5.0 in 1.0..=20.0 step 1.0,
        "全员轮训周期", "In-service cycle",
        "全体教师轮训一遍所需的年数",
        "Number of years in which every teacher is trained once",
        Derived ["DZ-053", "HZ-026"] High ("德州、杭州方案均要求5年一周期", "The plans of Dezhou and Hangzhou both ask for a five-year cycle");

    inservice_cost_per_teacher: scalar Lever YuanPerTeacher = 3000.0 in 0.0..=200_000.0 step 100.0,
        "轮训人均成本", "In-service cost per teacher trained",
        "每培训一名教师一次的费用",
        "Cost of training one teacher once",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    certification_cost: scalar Assumption YuanPerTeacher = 5000.0 in 0.0..=200_000.0 step 100.0,
        "双师认定人均成本", "Certification cost per teacher",
        "每认定一名双师型教师的培训和认定费用",
        "Cost of training and certifying one double-qualified teacher",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    intern_share: path Lever Share = 0.0 in 0.0..=1.0 step 0.05,
        "实习补助覆盖比例", "Interns subsidised",
        "三年级学生中其实习企业可领取实习补助的比例",
        "Share of third-grade students whose host firm is paid the internship subsidy",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    intern_months: scalar Lever Months = 6.0 in 0.0..=12.0 step 1.0,
        "实习月数", "Internship months",
        "每名学生享受补助的岗位实习月数",
        "Months of work placement for which the subsidy is paid",
        Reference ["STD-22"] High ("", "");

    intern_subsidy_rate: scalar Lever Share = 0.25 in 0.0..=2.0 step 0.05,
        "实习补助占最低工资比例", "Subsidy over minimum wage",
        "每名实习学生每月的企业补助与当地月最低工资之比",
        "Monthly subsidy to the firm for each intern, as a share of the local minimum wage",
        Derived ["HZ-016"] High ("杭州征求意见稿为25%", "25 percent in Hangzhou's draft plan");

    minimum_wage: scalar Assumption YuanPerMonth = 1910.0 in 0.0..=20_000.0 step 10.0,
        "月最低工资", "Monthly minimum wage",
        "当地月最低工资标准，按基年计，以后随工资增长",
        "Local monthly minimum wage in the base year. It then grows with pay",
        Reference ["MINW-SD18"] High ("山东2018年6月起第一档标准", "Shandong's first tier from June 2018");

    training_person_times: path Lever PersonTimesPerYear = 0.0 in 0.0..=100_000_000.0 step 100.0,
        "年培训人次", "Training volume",
        "学校一年承担的社会培训人次，一人参加两次计两人次",
        "Training places the schools deliver to the public in a year. One person who attends twice counts twice",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    training_fee: scalar Assumption YuanPerPersonTime = 300.0 in 0.0..=100_000.0 step 10.0,
        "人次培训收入", "Training revenue per person-time",
        "每一人次社会培训的平均收入",
        "Average revenue from one training place",
        Reference ["MISC-05"] Low ("估计值，常见范围100至800元", "An estimate; 100 to 800 yuan is common");

    training_margin: scalar Assumption Share = 0.3 in 0.0..=1.0 step 0.05,
        "培训净收益率", "Net margin of training",
        "培训收入扣除成本后的净收益比例",
        "Share of training revenue left after its cost",
        Reference ["MISC-04"] Low ("估计值", "An estimate");

    training_pay_share: path Lever Share = 0.3 in 0.0..=1.0 step 0.05,
        "培训净收益用于绩效比例", "Share of net training income paid to staff",
        "培训净收益中用于教职工绩效工资的比例，其余留作学校经费",
        "Share of net training income paid to staff as performance pay. The rest stays with the school",
        Derived ["LP-012", "HZ-019"] Medium ("取临平、杭州方案30%的上限；德州上限为50%", "The 30 percent ceiling of the Linping and Hangzhou plans; Dezhou allows 50 percent");
}
