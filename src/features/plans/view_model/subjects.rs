//! What the plans can be held beside each other on.

use voced_model::{Lang, Words};
use voced_scenario::Metric;
use voced_scenario::statements::{Became, Goal, Statement};

use super::planned;

/// Statements of several plans about one thing, by the names that the data gives their measures.
struct Shared {
    id: &'static str,
    name: Words,
    metrics: &'static [&'static str],
    /// Where the plans measure it differently.
    caution: Option<Words>,
}

macro_rules! shared {
    ($($id:literal $zh:literal $en:literal [$($metric:literal),*] $(! $note_zh:literal $note_en:literal)?;)*) => {
        &[$(Shared {
            id: $id,
            name: Words { zh: $zh, en: $en },
            metrics: &[$($metric),*],
            caution: shared!(@ $($note_zh $note_en)?),
        },)*]
    };
    (@) => { None };
    (@ $zh:literal $en:literal) => { Some(Words { zh: $zh, en: $en }) };
}

/// The subjects that more than one plan speaks of, the most telling first.
const SHARED: &[Shared] = shared! {
    "double_qualified" "“双师型”教师占比" "Double-qualified share of teachers"
        ["double_qualified_share"]
        ! "有的规划以全部专任教师为分母，有的以专业（课）教师为分母；以各条原文为准。"
          "Some plans count among all full-time teachers, others among teachers of professional courses; see each quote.";
    "vocational_share" "中职占高中阶段招生比例" "Vocational share of upper-secondary intake"
        ["vocational_intake_share", "vocational_intake_share_floor"]
        ! "有的规划给出全域目标，有的给出县域底线或现状值；以各条原文为准。"
          "Some numbers are goals for the whole area, others a floor for each county or the present share; see each quote.";
    "high_level_programmes" "高水平中职专业（群）" "High-level secondary programmes"
        ["high_level_programmes", "high_level_svs_programmes"];
    "high_level_schools" "高水平中职学校" "High-level secondary schools" ["high_level_svs_schools"];
    "five_year" "五年制贯通培养" "Five-year route to higher vocational education" ["five_year_programme"];
    "three_plus_four" "“3+4”中本贯通" "3+4 route to a bachelor's degree" ["articulation_3_plus_4"];
    "school_standard" "学校办学条件达标率" "Schools meeting the standard"
        ["schools_meeting_standard", "county_schools_demo_standard", "other_schools_basic_standard"]
        ! "各规划所指标准和学校范围不同，100% 的含义并不相同。"
          "The plans mean different standards and different schools: 100% is not the same everywhere.";
    "training_bases" "实训基地" "Training bases"
        ["training_bases", "public_training_bases", "productive_training_bases", "training_bases_and_projects"]
        ! "基地的级别和种类不同；临平把基地和项目合计。"
          "The bases differ in rank and kind; Linping counts bases and projects together.";
    "surcharges" "教育费附加用于职教的比例" "Surcharges spent on vocational education"
        ["surcharge_share", "surcharge_share_interpretation", "surcharge_share_education", "surcharge_share_local"];
    "per_student" "中职生均经费" "Funding per secondary vocational student"
        ["per_student_public_funds", "per_student_appropriation", "per_student_formula_funding"]
        ! "有的指生均公用经费，有的指生均拨款，都没有给出金额。"
          "Some speak of public funds per student, others of the appropriation per student; none gives an amount.";
    "growth_of_funds" "经费增长和倾斜" "Growth of funds and tilt to vocational education"
        ["increment_tilt", "fiscal_growth_mechanism"];
    "funding_formula" "拨款公式" "Funding formula" ["three_part_formula", "funding_formula_drivers"]
        ! "“部分”和“依据”不是同一种数。" "Components and drivers are not the same kind of number.";
    "hvc_per_student" "高职生均财政拨款" "Appropriation per higher-vocational student" ["hvc_per_student_funding"];
    "service_income" "社会服务收入用于绩效工资" "Service income paid as performance pay"
        ["service_surplus_to_performance_pay", "training_net_income_to_performance_pay", "tech_service_surplus_to_pay",
         "service_income_incentive"]
        ! "上限和下限并存：有的是“不高于”，有的是“不低于”，收入种类也不同。"
          "Caps and floors stand side by side, and the kinds of income differ.";
    "outside_cap" "不计入绩效工资总量的报酬" "Pay outside the performance-pay total"
        ["service_performance_pay_outside_cap", "research_awards_outside_cap", "outside_income_outside_cap",
         "tech_service_pay_outside_cap", "transfer_fees_outside_cap"];
    "part_time_share" "编制用于兼职教师的比例" "Quota share for part-time teachers" ["part_time_quota_share"];
    "part_time_pay" "兼职教师报酬标准" "Pay of part-time teachers"
        ["part_time_fee_standard", "part_time_pay_benchmark", "part_time_support"];
    "hiring" "编制内自主招聘" "Hiring within the quota" ["hiring_relaxation_within_quota", "hiring_autonomy"];
    "inservice" "教师全员轮训周期" "In-service training cycle" ["inservice_cycle_years"];
    "industry_experience" "新进专业教师的企业工作经历" "Industry experience of new teachers" ["industry_experience_years"];
    "enterprise_practice" "专业教师企业实践时间" "Teachers' practice in enterprises" ["enterprise_practice_months"];
    "teaching_teams" "教师教学团队" "Teaching teams" ["teaching_teams"];
    "ideology" "思政课教师配备" "Teachers of ideology courses" ["ideology_teacher_ratio"];
    "internship_posts" "企业实习（学徒）岗位比例" "Posts for interns and apprentices in firms"
        ["internship_post_share", "apprentice_post_share"]
        ! "德州按岗位、衡阳按职工总数计算比例。" "Dezhou counts among posts, Hengyang among employees.";
    "enterprises" "产教融合型企业" "Industry-education integrated enterprises" ["integrated_enterprises"];
    "alliances" "职教集团、联盟和平台" "Education groups, alliances and platforms"
        ["education_groups", "integration_alliances", "industry_education_platforms", "group_participation_rate"]
        ! "集团、联盟、平台和参与率是不同的量。" "Groups, alliances, platforms and a rate of participation are different things.";
    "base_reward" "实训基地奖补" "Rewards for training bases" ["training_base_reward"];
    "incentives" "组合式激励" "Bundles of incentives" ["incentive_bundle"];
    "training_person_times" "年培训人次" "Training a year" ["training_person_times"];
    "online_courses" "精品在线课程" "Online and excellent courses" ["online_courses", "excellent_courses"];
    "libraries" "专业教学资源库" "Teaching-resource libraries" ["resource_libraries"];
    "experience_centres" "职业体验中心" "Career-experience centres" ["experience_centres"];
    "ethics_hours" "职业精神专题教育学时" "Hours of professional ethics" ["ethics_education_hours"];
    "comprehensive" "综合高中" "Comprehensive high schools" ["comprehensive_high_school"];
    "hvc_programmes" "高水平高职专业（群）" "High-level higher-vocational programmes" ["high_level_hvc_programmes"];
    "universities" "应用型本科院校" "Applied undergraduate institutions" ["applied_universities", "applied_university"];
    "building" "新建和扩建学校" "New and enlarged schools"
        ["new_svs_schools", "capital_project_expansion", "capital_project_new_school", "new_building_area_lab",
         "new_building_area_base"]
        ! "有的按学校或项目计数，有的按建筑面积。" "Some count schools or projects, others floor area.";
};

/// Something that plans can be held beside each other on.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its id: that of the table above, or the data's name of the measure.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many plans speak of it.
    pub plans: usize,
    /// Where the plans measure it differently.
    pub caution: Option<&'static str>,
    metrics: Vec<String>,
}

impl Subject {
    /// Whether a statement speaks of it.
    pub fn holds(&self, statement: &Statement) -> bool {
        self.metrics.contains(&statement.metric)
    }

    /// What the model measures of it, where its statements agree on one result or input: what can be told also
    /// of plans that do not speak of it.
    pub fn common_metric(&self) -> Option<Metric> {
        let statements = planned().flat_map(|area| area.statements()).filter(|statement| self.holds(statement));
        let mut metrics = statements.flat_map(goals).map(|goal| &goal.metric);
        let first = metrics.next().filter(|metric| !matches!(metric, Metric::Deliverable(_)))?;
        metrics.all(|metric| metric == first).then(|| first.clone())
    }
}

/// The measurable parts of a statement.
pub fn goals(statement: &Statement) -> impl Iterator<Item = &Goal> {
    statement.became.iter().filter_map(|became| match became {
        Became::Target(goal) | Became::Constraint(goal) => Some(goal),
        _ => None,
    })
}

/// Every subject: those of several plans first, then those of a single one, in the order of the plans.
pub fn subjects(lang: Lang) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = SHARED
        .iter()
        .map(|shared| Subject {
            id: shared.id.to_owned(),
            name: shared.name.get(lang).to_owned(),
            plans: 0,
            caution: shared.caution.map(|words| words.get(lang)),
            metrics: shared.metrics.iter().map(|metric| (*metric).to_owned()).collect(),
        })
        .collect();
    for statement in planned().flat_map(|area| area.statements()) {
        if !subjects.iter().any(|subject| subject.holds(statement)) {
            subjects.push(Subject {
                id: statement.metric.clone(),
                name: statement.label.get(lang).to_owned(),
                plans: 0,
                caution: None,
                metrics: vec![statement.metric.clone()],
            });
        }
    }
    for subject in &mut subjects {
        subject.plans =
            planned().filter(|area| area.statements().iter().any(|statement| subject.holds(statement))).count();
    }
    subjects.sort_by_key(|subject| subject.plans < 2);
    subjects
}
