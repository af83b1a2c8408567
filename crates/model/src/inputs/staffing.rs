//! Teachers, posts and qualifications of the in-scope schools.

use super::table::input_group;

input_group! {
    /// Teachers, posts and qualifications of the in-scope schools.
    Staffing in Staffing;

    teachers_base: scalar Base Persons = 0.0 in 0.0..=5_000_000.0 step 1.0,
        "基年专任教师", "Full-time teachers in the base year",
        "基年所测算中职学校在编专任教师人数",
        "Established full-time teachers in the modelled vocational schools in the base year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    professional_share_base: scalar Base Share = 0.55 in 0.0..=1.0 step 0.01,
        "基年专业教师占比", "Professional share in the base year",
        "基年专业课教师占专任教师的比例",
        "Teachers of professional courses as a share of full-time teachers in the base year",
        Estimate ["STD-12"] Low ("判断值，略高于设置标准50%的下限", "A judgement, a little above the national floor of 50 percent");

    double_qualified_share_base: scalar Base Share = 0.5 in 0.0..=1.0 step 0.01,
        "基年双师型占比", "Double-qualified share in the base year",
        "基年双师型教师占专业课教师的比例，分母不是全部专任教师",
        "Double-qualified teachers as a share of professional-course teachers in the base year, not of all teachers",
        Reference ["QUAL-10"] Low ("山东、湖南的估计基线", "Estimated starting level for Shandong and Hunan");

    postgraduate_share_base: scalar Base Share = 0.07 in 0.0..=1.0 step 0.005,
        "基年研究生学历占比", "Postgraduate share in the base year",
        "基年具有研究生学历的教师占专任教师的比例",
        "Share of full-time teachers with a postgraduate degree in the base year",
        Estimate ["QUAL-03"] Low ("由全国2022年8.91%、2023年9.41%向前推估", "Set below the national 8.91 percent of 2022 and 9.41 percent of 2023");

    hires: path Lever PersonsPerYear = 0.0 in 0.0..=500_000.0 step 1.0,
        "每年招聘教师", "Teachers hired a year",
        "每年9月1日新招聘的在编专任教师人数",
        "Established full-time teachers newly hired on 1 September each year",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    gap_fill_share: path Lever Share = 0.0 in 0.0..=1.0 step 0.05,
        "缺口补齐比例", "Share of gap filled",
        "在计划招聘之外，按生师比标准的教师缺口再补招的比例",
        "Further hires, as a share of the teachers still missing against the student-teacher standard",
        Estimate [] Low ("默认不安排，由方案或使用者填写", "Nothing is assumed until a plan or the user sets it");

    attrition_rate: path Assumption SharePerYear = 0.03 in 0.0..=0.3 step 0.005,
        "教师流失率", "Teacher attrition",
        "一年内因退休、辞职等离开岗位的教师比例",
        "Share of teachers who leave within a year through retirement, resignation and the like",
        Reference ["STAFF-01", "STAFF-02"] Low ("退休2%与其他流失1%之和", "Retirement of 2 percent plus other losses of 1 percent");

    hires_professional_share: path Lever Share = 0.7 in 0.0..=1.0 step 0.05,
        "新聘专业教师占比", "Professional share of hires",
        "新聘教师中专业课教师的比例",
        "Share of new hires who teach professional courses",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    hires_double_qualified_share: path Lever Share = 0.2 in 0.0..=1.0 step 0.05,
        "新聘专业教师双师占比", "Double-qualified share of professional hires",
        "新聘专业课教师中入职时已具备双师型资格的比例",
        "Share of newly hired professional-course teachers who are double-qualified on arrival",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    hires_postgraduate_share: path Lever Share = 0.15 in 0.0..=1.0 step 0.05,
        "新聘研究生占比", "Postgraduate share of hires",
        "新聘教师中具有研究生学历的比例",
        "Share of new hires with a postgraduate degree",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    certification_rate: path Lever SharePerYear = 0.08 in 0.0..=1.0 step 0.01,
        "双师认定率", "Certification rate",
        "尚不是双师型的专业课教师在一年内通过认定的比例",
        "Share of professional-course teachers not yet double-qualified who are certified within a year",
        Estimate [] Low ("判断值，无公开数据可依", "A judgement; no published figure was found");

    postgraduate_upgrade_rate: path Lever SharePerYear = 0.005 in 0.0..=0.5 step 0.005,
        "学历提升率", "Degree upgrade rate",
        "尚无研究生学历的在岗教师在一年内取得该学历的比例",
        "Share of serving teachers without a postgraduate degree who gain one within a year",
        Estimate ["QUAL-03"] Low ("判断值，全国研究生占比每年约升0.5个百分点", "A judgement; the national postgraduate share rises by about half a point a year");

    students_per_teacher_standard: path Assumption StudentsPerTeacher = 20.0 in 5.0..=60.0 step 0.5,
        "生师比标准", "Student-teacher standard",
        "办学标准允许的每名专任教师对应的学生数，用于计算应配教师",
        "Students per full-time teacher allowed by the standard, used to work out how many teachers are required",
        Reference ["STD-02"] High ("国家标准1:20", "National standard of 1 to 20");

    students_per_staff_quota: path Lever StudentsPerStaff = 13.0 in 4.0..=40.0 step 0.1,
        "编制核定生员比", "Students per staff post",
        "核定编制时每个教职工编制对应的学生数，编制数等于在校生数除以此数",
        "Students for each approved staff post. Approved posts are students divided by this number",
        Reference ["STD-26"] Low ("山东的暂用值，尚未找到标准原文", "A placeholder for Shandong; the text of the standard was not found");

    quota_rule: switch Lever Flag = 0.0 in 0.0..=1.0 step 1.0,
        "编制核定方式", "Quota rule",
        "编制随学生数变动，或为一个核定的数",
        "Whether posts follow the students or are an approved number",
        Derived [] High ("默认按生员比核定，由地区数据或使用者改为定数", "Posts follow students by default; the area's data or the user makes them an approved number");

    approved_posts: path Lever Posts = 0.0 in 0.0..=10_000_000.0 step 1.0,
        "核定编制数", "Approved posts",
        "编制为定数时，全部教职工的编制数",
        "Posts of all staff, used where posts are an approved number",
        Estimate [] Low ("由地区数据给出", "Given by the area's data");

    teaching_share_of_staff: scalar Assumption Share = 0.87 in 0.3..=1.0 step 0.01,
        "专任教师占教职工比例", "Teaching share of staff",
        "专任教师占全部教职工的比例",
        "Full-time teachers as a share of all staff",
        Derived ["STAFF-04"] Medium ("1减去非专任教师占比13%", "One less the 13 percent of staff who do not teach full-time");

    part_time_quota_share: path Lever Share = 0.1 in 0.0..=0.5 step 0.01,
        "编制用于兼职教师比例", "Quota share for part-time teachers",
        "编制总额中留作自主聘用兼职教师的比例，这部分不能再用于在编教师",
        "Share of approved posts set aside for part-time teachers the school hires itself. These posts are not open to established teachers",
        Estimate ["STAFF-05"] Low ("判断值，参照校外教师约占专任教师13%；德州、莱芜方案为20%", "A judgement beside outside teachers at 13 percent of full-time teachers; the plans of Dezhou and Laiwu name 20 percent");

    quota_limit: switch Lever Flag = 0.0 in 0.0..=1.0 step 1.0,
        "编制约束", "Quota limit",
        "启用后，新招聘不得使在编教师超过扣除兼职名额后的教学编制",
        "When on, hiring may not lift established teachers above the teaching posts left after the part-time share",
        Derived [] High ("默认不启用，由方案或使用者开启", "A rule switched off by default; a plan or the user turns it on");
}
