//! What one row of the input table says, and how rows become typed fields.

use crate::Scalar;
use crate::error::Allowed;
use crate::text::Words;
use crate::units::Unit;

/// The last year a scenario may reach after its base year.
pub const MAX_HORIZON: usize = 20;

/// How many years a projection may hold, the base year included.
pub const MAX_YEARS: usize = MAX_HORIZON + 1;

/// A value for each year of the projection; index 0 is the base year.
pub type Path<S> = [S; MAX_YEARS];

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
}

/// Where a default value comes from.
#[derive(Clone, Copy, Debug)]
pub struct DefaultSource {
    /// The kind of source.
    pub kind: SourceKind,
    /// Ids of reference values.
    pub ids: &'static [&'static str],
    /// How the number came about; may be empty.
    pub note: Words,
    /// How sure it is.
    pub confidence: Confidence,
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

/// One row of the input table.
#[derive(Clone, Copy, Debug)]
pub struct InputSpec {
    /// Permanent id, as in scenario files and links.
    pub id: &'static str,
    /// The mechanism it feeds.
    pub group: Group,
    /// Number, path or switch.
    pub shape: Shape,
    /// Lever, base value or assumption.
    pub role: Role,
    /// Unit of every value.
    pub unit: Unit,
    /// The value where neither the area nor the plan nor the user gives one.
    pub default: f64,
    /// The least value allowed.
    pub min: f64,
    /// The largest value allowed.
    pub max: f64,
    /// The step of the slider.
    pub step: f64,
    /// Name in both languages.
    pub name: Words,
    /// What the number is.
    pub meaning: Words,
    /// Where the default comes from.
    pub source: DefaultSource,
}

impl InputSpec {
    /// The numbers allowed.
    pub fn allowed(&self) -> Allowed {
        Allowed { min: self.min, max: self.max, whole: self.is_whole(), unit: Some(self.unit) }
    }

    /// What a switch is called when it is on or off. The funding rule chooses between two ways
    /// rather than switching one on.
    pub fn state(&self, on: bool) -> Words {
        match (self.id, on) {
            ("funding_rule", false) => Words { zh: "分项核拨", en: "Itemised" },
            ("funding_rule", true) => Words { zh: "生均定额", en: "Per student" },
            (_, false) => Words { zh: "不启用", en: "Off" },
            (_, true) => Words { zh: "启用", en: "On" },
        }
    }

    /// Whether only whole numbers make sense (switches, years).
    pub fn is_whole(&self) -> bool {
        self.shape == Shape::Switch || matches!(self.unit, Unit::Year | Unit::Years)
    }
}

/// The position of an input in the table; stable within one build only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InputId(pub(super) u8);

/// Turns a number for a year (or for all years) into a field.
pub(super) trait Field<S>: Sized {
    fn fill(id: InputId, years: usize, value: &mut impl FnMut(InputId, usize) -> S) -> Self;
    fn slots(&self) -> &[S];
    fn slots_mut(&mut self) -> &mut [S];
}

impl<S: Scalar> Field<S> for S {
    fn fill(id: InputId, _: usize, value: &mut impl FnMut(InputId, usize) -> S) -> S {
        value(id, 0)
    }
    fn slots(&self) -> &[S] {
        std::slice::from_ref(self)
    }
    fn slots_mut(&mut self) -> &mut [S] {
        std::slice::from_mut(self)
    }
}

impl<S: Scalar> Field<S> for Path<S> {
    fn fill(id: InputId, years: usize, value: &mut impl FnMut(InputId, usize) -> S) -> Path<S> {
        let mut path = [S::constant(0.0); MAX_YEARS];
        for (t, slot) in path.iter_mut().enumerate().take(years) {
            *slot = value(id, t);
        }
        path
    }
    fn slots(&self) -> &[S] {
        self
    }
    fn slots_mut(&mut self) -> &mut [S] {
        self
    }
}

/// The field type of each keyword of a row.
#[allow(non_camel_case_types)]
pub(super) mod fields {
    /// A value a year.
    pub type path<S> = super::Path<S>;
    /// One value.
    pub type scalar<S> = S;
    /// One value, 0 or 1.
    pub type switch<S> = S;
}

/// The shape of a field keyword.
macro_rules! shape {
    (path) => {
        $crate::inputs::Shape::Path
    };
    (scalar) => {
        $crate::inputs::Shape::Scalar
    };
    (switch) => {
        $crate::inputs::Shape::Switch
    };
}

/// Declares the inputs of one topic: a struct with a typed field a row, and the rows themselves.
macro_rules! input_group {
    ($(#[$doc:meta])* $struct:ident in $group:ident; $(
        $field:ident: $shape:ident $role:ident $unit:ident = $default:literal in $min:literal..=$max:literal step $step:literal,
            $zh:literal, $en:literal,
            $meaning_zh:literal, $meaning_en:literal,
            $kind:ident [$($id:literal),*] $confidence:ident ($note_zh:literal, $note_en:literal);
    )*) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $struct<S> { $(#[doc = $meaning_en] pub $field: $crate::inputs::table::fields::$shape<S>,)* }

        #[allow(unused_assignments)]
        impl<S: $crate::Scalar> $struct<S> {
            /// The rows, in the order of the fields.
            pub const SPECS: &'static [$crate::inputs::InputSpec] = &[$($crate::inputs::InputSpec {
                id: stringify!($field),
                group: $crate::inputs::Group::$group,
                shape: $crate::inputs::table::shape!($shape),
                role: $crate::inputs::Role::$role,
                unit: $crate::Unit::$unit,
                default: $default, min: $min, max: $max, step: $step,
                name: $crate::Words { zh: $zh, en: $en },
                meaning: $crate::Words { zh: $meaning_zh, en: $meaning_en },
                source: $crate::inputs::DefaultSource {
                    kind: $crate::inputs::SourceKind::$kind,
                    ids: &[$($id),*],
                    confidence: $crate::inputs::Confidence::$confidence,
                    note: $crate::Words { zh: $note_zh, en: $note_en },
                },
            },)*];

            pub(super) fn fill(
                first: usize,
                years: usize,
                value: &mut impl FnMut($crate::inputs::InputId, usize) -> S,
            ) -> Self {
                let mut next = first;
                Self { $($field: {
                    let id = $crate::inputs::InputId(next as u8);
                    next += 1;
                    $crate::inputs::table::Field::fill(id, years, value)
                },)* }
            }

            pub(super) fn slots(&self, position: usize) -> Option<&[S]> {
                let mut left = position;
                $(if left == 0 { return Some($crate::inputs::table::Field::slots(&self.$field)); } left = left.wrapping_sub(1);)*
                None
            }

            pub(super) fn slots_mut(&mut self, position: usize) -> Option<&mut [S]> {
                let mut left = position;
                $(if left == 0 { return Some($crate::inputs::table::Field::slots_mut(&mut self.$field)); } left = left.wrapping_sub(1);)*
                None
            }
        }
    };
}

pub(crate) use {input_group, shape};
