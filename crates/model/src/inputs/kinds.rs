//! The words by which rows of the input table are sorted: shapes, roles, sources, groups.

use crate::text::Words;

/// What an input takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number, or a path over the years.
    Path,
    /// One number for all years.
    Scalar,
    /// 0 or 1.
    Switch,
}

impl Shape {
    /// The word used in lists and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Shape::Path => "path",
            Shape::Scalar => "scalar",
            Shape::Switch => "switch",
        }
    }
}

/// What an input is to its user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something a bureau can decide.
    Lever,
    /// An observed starting point of the area.
    Base,
    /// Something nobody decides: a rate, a price, a standard.
    Assumption,
}

/// How sure a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// A rough estimate.
    Low,
    /// A derivation from published figures or a figure with doubts.
    Medium,
    /// A quote or an official statistic.
    High,
}

impl Confidence {
    /// Every level.
    pub const ALL: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

    /// The id in data files.
    pub const fn id(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }

    /// The word shown to people.
    pub const fn words(self) -> Words {
        match self {
            Confidence::Low => Words { zh: "把握较低", en: "low confidence" },
            Confidence::Medium => Words { zh: "把握中等", en: "medium confidence" },
            Confidence::High => Words { zh: "把握较高", en: "high confidence" },
        }
    }
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A statement of the area's plan.
    Plan,
    /// A published figure among the reference values.
    Reference,
    /// A rule applied to other figures.
    Derived,
    /// A judgement.
    Estimate,
    /// The plan names the measure but no amount; the value shows one possibility.
    Illustrative,
    /// The user's own.
    Own,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [SourceKind; 6] = [
        SourceKind::Plan,
        SourceKind::Reference,
        SourceKind::Derived,
        SourceKind::Estimate,
        SourceKind::Illustrative,
        SourceKind::Own,
    ];

    /// The id in data files.
    pub const fn id(self) -> &'static str {
        match self {
            SourceKind::Plan => "plan",
            SourceKind::Reference => "reference",
            SourceKind::Derived => "derived",
            SourceKind::Estimate => "estimate",
            SourceKind::Illustrative => "illustrative",
            SourceKind::Own => "own",
        }
    }

    /// The words shown to people.
    pub const fn words(self) -> Words {
        match self {
            SourceKind::Plan => Words { zh: "规划原文", en: "plan text" },
            SourceKind::Reference => Words { zh: "公开统计或文件", en: "published figure" },
            SourceKind::Derived => Words { zh: "推算", en: "derived" },
            SourceKind::Estimate => Words { zh: "估计", en: "estimate" },
            SourceKind::Illustrative => {
                Words { zh: "示例值（规划未给数额）", en: "illustrative (the plan gives no amount)" }
            }
            SourceKind::Own => Words { zh: "用户设定", en: "set by you" },
        }
    }

    /// What is written behind a value of this kind wherever it stands: that it is one possibility and no amount
    /// of the plan. Nothing for the other kinds.
    pub const fn mark(self) -> Words {
        match self {
            SourceKind::Illustrative => Words { zh: "（示例）", en: " (example)" },
            _ => Words { zh: "", en: "" },
        }
    }
}

/// The mechanism an input feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The age group that leaves junior secondary school.
    Cohort,
    /// How entrants are divided.
    Intake,
    /// How students move through the grades.
    Flow,
    /// Teachers and posts.
    Staffing,
    /// Pay.
    Pay,
    /// Running the schools, training, internships.
    Operating,
    /// Buildings and equipment.
    Facilities,
    /// Money.
    Funding,
    /// The general schools beside them.
    General,
}

impl Group {
    /// Every group, in the order of the table.
    pub const ALL: [Group; 9] = [
        Group::Cohort,
        Group::Intake,
        Group::Flow,
        Group::Staffing,
        Group::Pay,
        Group::Operating,
        Group::Facilities,
        Group::Funding,
        Group::General,
    ];

    /// The heading where the values of an area are listed.
    pub const fn words(self) -> Words {
        match self {
            Group::Cohort => Words { zh: "生源", en: "Junior graduates" },
            Group::Intake => Words { zh: "招生结构", en: "Intake" },
            Group::Flow => Words { zh: "在校生与流动", en: "Students and their flow" },
            Group::Staffing => Words { zh: "师资", en: "Staffing" },
            Group::Pay => Words { zh: "薪酬", en: "Pay" },
            Group::Operating => Words { zh: "运行与项目", en: "Operation and programmes" },
            Group::Facilities => Words { zh: "设施", en: "Facilities" },
            Group::Funding => Words { zh: "经费", en: "Funding" },
            Group::General => Words { zh: "普通高中", en: "General schools" },
        }
    }

    /// The id in lists.
    pub const fn id(self) -> &'static str {
        match self {
            Group::Cohort => "cohort",
            Group::Intake => "intake",
            Group::Flow => "flow",
            Group::Staffing => "staffing",
            Group::Pay => "pay",
            Group::Operating => "operating",
            Group::Facilities => "facilities",
            Group::Funding => "funding",
            Group::General => "general",
        }
    }

    /// The section of the page that holds the group's levers.
    pub const fn section(self) -> Section {
        match self {
            Group::Intake => Section::Intake,
            Group::Flow => Section::Flow,
            Group::Staffing => Section::Staffing,
            Group::Funding => Section::Funding,
            Group::Facilities => Section::Facilities,
            Group::Operating => Section::Programmes,
            Group::Cohort | Group::Pay | Group::General => Section::Assumptions,
        }
    }
}

/// A section of levers on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// 招生结构.
    Intake,
    /// 学生流动.
    Flow,
    /// 师资.
    Staffing,
    /// 经费.
    Funding,
    /// 设施.
    Facilities,
    /// 项目.
    Programmes,
    /// 假设.
    Assumptions,
}

impl Section {
    /// Every section in the order of the page.
    pub const ALL: [Section; 7] = [
        Section::Intake,
        Section::Flow,
        Section::Staffing,
        Section::Funding,
        Section::Facilities,
        Section::Programmes,
        Section::Assumptions,
    ];

    /// The heading.
    pub const fn words(self) -> Words {
        match self {
            Section::Intake => Words { zh: "招生结构", en: "Intake" },
            Section::Flow => Words { zh: "学生流动", en: "Student flow" },
            Section::Staffing => Words { zh: "师资", en: "Staffing" },
            Section::Funding => Words { zh: "经费", en: "Funding" },
            Section::Facilities => Words { zh: "设施", en: "Facilities" },
            Section::Programmes => Words { zh: "运行与项目", en: "Operation and programmes" },
            Section::Assumptions => Words { zh: "假设", en: "Assumptions" },
        }
    }
}
