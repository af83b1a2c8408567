//! The results of the model: ids, units, kinds and names, one row each.

use std::fmt;

use crate::text::Words;
use crate::units::Unit;

/// Whether a quantity has a value in the base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Counted at a moment (1 September); has a value in the base year.
    Stock,
    /// Happens during a year; absent in the base year.
    Flow,
}

/// The mechanism a quantity belongs to, in the order of the model's sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// Graduates of junior secondary and where they go on.
    Intake,
    /// Students by grade, transfers, exits, graduates.
    Flow,
    /// Teachers, posts and qualifications.
    Staff,
    /// Floor area, places and equipment.
    Facilities,
    /// What the in-scope schools cost.
    Uses,
    /// Where their money comes from.
    Sources,
    /// Balances, per-student figures and gaps to the standards.
    Results,
}

impl Topic {
    /// Every topic, in order.
    pub const ALL: [Topic; 7] =
        [Topic::Intake, Topic::Flow, Topic::Staff, Topic::Facilities, Topic::Uses, Topic::Sources, Topic::Results];

    /// The topic's name.
    pub const fn words(self) -> Words {
        match self {
            Topic::Intake => Words { zh: "招生", en: "Intake" },
            Topic::Flow => Words { zh: "学生流动", en: "Student flow" },
            Topic::Staff => Words { zh: "师资", en: "Staff" },
            Topic::Facilities => Words { zh: "办学条件", en: "Facilities" },
            Topic::Uses => Words { zh: "经费支出", en: "Uses of money" },
            Topic::Sources => Words { zh: "经费来源", en: "Sources of money" },
            Topic::Results => Words { zh: "综合结果", en: "Results" },
        }
    }
}

/// How the values of several areas make one for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adds {
    /// They are summed.
    Sum,
    /// A ratio is that of what it was made of: the terms above over those below, each as it adds itself. Never a mean
    /// of ratios, which would count a small area as much as a large one.
    Ratio {
        /// The terms above the line, summed.
        over: &'static [Quantity],
        /// The terms below the line, summed.
        under: &'static [Quantity],
    },
    /// They do not add: what it is made of is no result of its own.
    Apart,
}

/// One row of the table of quantities.
#[derive(Clone, Copy, Debug)]
pub struct QuantitySpec {
    /// Permanent id, as in result files.
    pub id: &'static str,
    /// The mechanism that computes it.
    pub topic: Topic,
    /// Stock or flow.
    pub kind: Kind,
    /// Unit of every value.
    pub unit: Unit,
    /// Name in both languages.
    pub name: Words,
    /// How it adds over areas.
    pub adds: Adds,
}

/// The last word of a row: nothing for what is summed, `([terms] / [terms])` for a ratio, `apart`.
macro_rules! adds {
    () => { Adds::Sum };
    (apart) => { Adds::Apart };
    (([$($over:ident),*] / [$($under:ident),*])) => {
        Adds::Ratio { over: &[$(Quantity::$over),*], under: &[$(Quantity::$under),*] }
    };
}

macro_rules! quantities {
    ($($topic:ident {
        $($name:ident = $id:literal, $kind:ident, $unit:ident, $zh:literal, $en:literal $(, $adds:tt)?;)*
    })*) => {
        /// A result of the model; a row of [`Quantity::spec`] says what it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Quantity { $($(#[doc = $en] $name,)*)* }

        impl Quantity {
            /// Every quantity, in the order of the model's sections.
            pub const ALL: &'static [Quantity] = &[$($(Quantity::$name,)*)*];

            /// How many quantities there are.
            pub const COUNT: usize = Quantity::ALL.len();

            const SPECS: [QuantitySpec; Quantity::COUNT] = [$($(QuantitySpec {
                id: $id, topic: Topic::$topic, kind: Kind::$kind, unit: Unit::$unit,
                name: Words { zh: $zh, en: $en }, adds: adds!($($adds)?),
            },)*)*];
        }
    };
}

quantities! {
    Intake {
        JuniorGraduates = "junior_graduates", Stock, Persons, "初中毕业生", "Junior-secondary graduates";
        EntrantsTotal = "entrants_total", Stock, Persons, "高中阶段招生总数", "Upper-secondary entrants";
        GenEntrants = "gen_entrants", Stock, Persons, "普高招生数", "General entrants";
        VocEntrantsAll = "voc_entrants_all", Stock, Persons, "中职招生数（全部学校）", "Vocational entrants, all schools";
        VocRefusals = "voc_refusals", Flow, Persons, "新增分流流失人数", "Directed entrants who do not come";
        VocShareOfIntake = "voc_share_of_intake", Stock, Share, "中职招生占比（含技工学校）", "Vocational share of intake, with technician schools", ([VocEntrantsAll] / [VocEntrantsAll, GenEntrants]);
        VocShareExclTechnical = "voc_share_excl_technical", Stock, Share, "中职招生占比（不含技工学校）", "Vocational share of intake, without technician schools", apart;
        VocGenRatio = "voc_gen_ratio", Stock, Ratio, "职普比", "Vocational to general ratio", ([VocEntrantsAll] / [GenEntrants]);
        VocEntrants = "voc_entrants", Flow, Persons, "测算范围内学校招生数", "Entrants to in-scope schools";
        UnplacedEntrants = "unplaced_entrants", Flow, Persons, "学位不足未录取人数", "Entrants without a place";
    }
    Flow {
        VocGrade1 = "voc_grade_1", Stock, Persons, "中职一年级", "Vocational grade 1";
        VocGrade2 = "voc_grade_2", Stock, Persons, "中职二年级", "Vocational grade 2";
        VocGrade3 = "voc_grade_3", Stock, Persons, "中职三年级", "Vocational grade 3";
        VocEnrolment = "voc_enrolment", Stock, Persons, "中职在校生", "Vocational enrolment";
        GenGrade1 = "gen_grade_1", Stock, Persons, "普高一年级", "General grade 1";
        GenGrade2 = "gen_grade_2", Stock, Persons, "普高二年级", "General grade 2";
        GenGrade3 = "gen_grade_3", Stock, Persons, "普高三年级", "General grade 3";
        GenEnrolment = "gen_enrolment", Stock, Persons, "普高在校生", "General enrolment";
        Transfers = "transfers", Flow, Persons, "高二分流转入", "Transfers in grade 2";
        VocGraduates = "voc_graduates", Flow, Persons, "中职毕业生", "Vocational graduates";
        GenGraduates = "gen_graduates", Flow, Persons, "普高毕业生", "General graduates";
        VocExits = "voc_exits", Flow, Persons, "中职流失学生", "Vocational exits";
        ArticulatedGraduates = "articulated_graduates", Flow, Persons, "贯通培养毕业生", "Articulated graduates";
        VocStudentsAvg = "voc_students_avg", Flow, Persons, "中职年平均学生数", "Vocational students, fiscal-year mean";
        GenStudentsAvg = "gen_students_avg", Flow, Persons, "普高年平均学生数", "General students, fiscal-year mean";
    }
    Staff {
        StaffQuota = "staff_quota", Stock, Posts, "核定编制", "Approved staff posts";
        PartTimePosts = "part_time_posts", Stock, Posts, "用于兼职教师的编制", "Posts used for part-time teachers";
        TeachersRequired = "teachers_required", Stock, Persons, "按标准需要专任教师", "Teachers required";
        Teachers = "teachers", Stock, Persons, "专任教师", "Full-time teachers";
        TeacherHires = "teacher_hires", Flow, Persons, "新聘教师", "Teachers hired";
        ProfessionalTeachers = "professional_teachers", Stock, Persons, "专业课教师", "Professional-course teachers";
        DoubleQualifiedTeachers = "double_qualified_teachers", Stock, Persons, "“双师型”教师", "Double-qualified teachers";
        TeachersCertified = "teachers_certified", Flow, Persons, "新认定“双师型”教师", "Teachers certified as double-qualified";
        PostgraduateTeachers = "postgraduate_teachers", Stock, Persons, "研究生学历教师", "Teachers with a postgraduate degree";
        NonTeachingStaff = "non_teaching_staff", Stock, Persons, "非教学人员", "Non-teaching staff";
        StaffOutsideQuota = "staff_outside_quota", Stock, Persons, "编外教职工", "Staff outside the quota";
        StudentsPerTeacher = "students_per_teacher", Stock, StudentsPerTeacher, "生师比", "Students per teacher", ([VocEnrolment] / [Teachers]);
        ProfessionalShare = "professional_share", Stock, Share, "专业课教师占比", "Professional share of teachers", ([ProfessionalTeachers] / [Teachers]);
        DoubleQualifiedShare = "double_qualified_share", Stock, Share, "“双师型”占专业课教师比例", "Double-qualified share of professional teachers", ([DoubleQualifiedTeachers] / [ProfessionalTeachers]);
        DoubleQualifiedShareAll = "double_qualified_share_all", Stock, Share, "“双师型”占专任教师比例", "Double-qualified share of all teachers", ([DoubleQualifiedTeachers] / [Teachers]);
        PostgraduateShare = "postgraduate_share", Stock, Share, "研究生学历占比", "Postgraduate share of teachers", ([PostgraduateTeachers] / [Teachers]);
        TeacherGap = "teacher_gap", Stock, Persons, "教师缺口（负数为富余）", "Teacher gap (negative: surplus)";
        QuotaHeadroom = "quota_headroom", Stock, Persons, "编制余量（负数为超编）", "Quota headroom (negative: over quota)";
        PartTimeShare = "part_time_share", Stock, Share, "兼职教师与专任教师之比", "Part-time posts over full-time teachers", ([PartTimePosts] / [Teachers]);
        GenTeachersRequired = "gen_teachers_required", Stock, Persons, "普高需要教师", "General teachers required";
    }
    Facilities {
        BuildingArea = "building_area", Stock, M2, "校舍建筑面积", "Floor area";
        Seats = "seats", Stock, Places, "按面积标准可容纳学位", "Places at the floor-area standard";
        AreaPerStudent = "area_per_student", Stock, M2PerStudent, "生均校舍建筑面积", "Floor area per student", ([BuildingArea] / [VocEnrolment]);
        EquipmentValue = "equipment_value", Stock, Yuan, "仪器设备值", "Equipment value";
        EquipmentPerStudent = "equipment_per_student", Stock, YuanPerStudent, "生均仪器设备值", "Equipment per student", ([EquipmentValue] / [VocEnrolment]);
    }
    Uses {
        CostPersonnel = "cost_personnel", Flow, Yuan, "在职人员经费", "Personnel";
        CostPartTime = "cost_part_time", Flow, Yuan, "兼职教师经费", "Part-time teachers";
        CostOperating = "cost_operating", Flow, Yuan, "日常运行", "Operation";
        CostInservice = "cost_inservice", Flow, Yuan, "教师轮训", "In-service training";
        CostCertification = "cost_certification", Flow, Yuan, "“双师型”认定", "Certification";
        CostInternSubsidy = "cost_intern_subsidy", Flow, Yuan, "实习补助", "Internship subsidy";
        CostTrainingPay = "cost_training_pay", Flow, Yuan, "培训绩效", "Training pay";
        CostConstruction = "cost_construction", Flow, Yuan, "校舍建设", "Construction";
        CostEquipment = "cost_equipment", Flow, Yuan, "设备购置", "Equipment";
        CostDeliverables = "cost_deliverables", Flow, Yuan, "规划建设任务", "Plan deliverables";
        CostDebtService = "cost_debt_service", Flow, Yuan, "偿债", "Debt service";
        UsesTotal = "uses_total", Flow, Yuan, "支出合计", "Total uses";
        Debt = "debt", Stock, Yuan, "债务余额", "Debt";
        BondDebt = "bond_debt", Stock, Yuan, "债券余额", "Bonds outstanding";
    }
    Sources {
        FundBasicStaff = "fund_basic_staff", Flow, Yuan, "基本保障：人员经费", "Basic guarantee: staff";
        FundBasicStudent = "fund_basic_student", Flow, Yuan, "基本保障：生均拨款", "Basic guarantee: per student";
        FundSurchargeEducation = "fund_surcharge_education", Flow, Yuan, "教育费附加", "Education surcharge";
        FundSurchargeLocal = "fund_surcharge_local", Flow, Yuan, "地方教育附加", "Local education surcharge";
        FundDevelopment = "fund_development", Flow, Yuan, "发展专项", "Development fund";
        FundPerformance = "fund_performance", Flow, Yuan, "绩效奖励", "Performance reward";
        FundTilt = "fund_tilt", Flow, Yuan, "新增教育经费倾斜", "Tilt of new education money";
        FundTuitionWaiver = "fund_tuition_waiver", Flow, Yuan, "免学费补助", "Tuition waiver";
        FundTrainingNet = "fund_training_net", Flow, Yuan, "培训净收益", "Net training income";
        FundBonds = "fund_bonds", Flow, Yuan, "专项债券", "Bonds";
        FundUpperGrants = "fund_upper_grants", Flow, Yuan, "上级基建补助", "Upper-level construction grants";
        SourcesTotal = "sources_total", Flow, Yuan, "来源合计", "Total sources";
        TreasuryOutlay = "treasury_outlay", Flow, Yuan, "本级财政投入", "Outlay of the area's treasury";
        UpperOutlay = "upper_outlay", Flow, Yuan, "上级财政投入", "Outlay of higher levels";
    }
    Results {
        Balance = "balance", Flow, Yuan, "年度收支差额", "Balance";
        BalanceCumulative = "balance_cumulative", Stock, Yuan, "累计收支差额", "Cumulative balance";
        Coverage = "coverage", Flow, Ratio, "经费保障系数（来源/支出）", "Coverage (sources over uses)", ([SourcesTotal] / [UsesTotal]);
        UsesPerStudent = "uses_per_student", Flow, YuanPerStudentYear, "生均支出", "Uses per student", ([UsesTotal] / [VocStudentsAvg]);
        SourcesPerStudent = "sources_per_student", Flow, YuanPerStudentYear, "生均来源", "Sources per student", ([SourcesTotal] / [VocStudentsAvg]);
        RecurrentPerStudent = "recurrent_per_student", Flow, YuanPerStudentYear, "中职生均经常性支出", "Recurrent spending per vocational student", ([CostPersonnel, CostPartTime, CostOperating, CostInservice, CostCertification, CostInternSubsidy, CostTrainingPay, CostDeliverables] / [VocStudentsAvg]);
        GenCapacity = "gen_capacity", Stock, Persons, "普高固定成本对应学生数", "General capacity that is paid for";
        GenCost = "gen_cost", Flow, Yuan, "普高支出", "General-school cost";
        GenSpendingPerStudent = "gen_spending_per_student", Flow, YuanPerStudentYear, "普高生均支出", "Spending per general student", ([GenCost] / [GenStudentsAvg]);
        UpperSecondaryCost = "upper_secondary_cost", Flow, Yuan, "高中阶段总支出", "Upper-secondary cost";
        VocGenCostRatio = "voc_gen_cost_ratio", Flow, Ratio, "中职与普高生均支出之比", "Vocational over general per-student cost", ([RecurrentPerStudent] / [GenSpendingPerStudent]);
        StandardGapTeachers = "standard_gap_teachers", Stock, Yuan, "达标缺口：教师", "Gap to standard: teachers";
        StandardGapArea = "standard_gap_area", Stock, Yuan, "达标缺口：校舍", "Gap to standard: floor area";
        StandardGapEquipment = "standard_gap_equipment", Stock, Yuan, "达标缺口：设备", "Gap to standard: equipment";
        StandardGapTotal = "standard_gap_total", Stock, Yuan, "达标缺口合计", "Gap to standard, total";
    }
}

impl Quantity {
    /// The row of the table.
    pub const fn spec(self) -> &'static QuantitySpec {
        &Self::SPECS[self as usize]
    }

    /// The permanent id.
    pub const fn id(self) -> &'static str {
        self.spec().id
    }

    /// The quantity of an id.
    pub fn find(id: &str) -> Option<Quantity> {
        Quantity::ALL.iter().copied().find(|quantity| quantity.id() == id)
    }

    /// Whether the quantity has a value in the base year.
    pub fn is_stock(self) -> bool {
        self.spec().kind == Kind::Stock
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
