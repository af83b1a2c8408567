//! What one row of the input table says, and how rows become typed fields.

use super::kinds::{Confidence, Group, Role, Shape, SourceKind};
use crate::allowed::Allowed;
use crate::text::{Lang, Words};
use crate::units::Unit;
use crate::{Scalar, format};

/// The last year a scenario may reach after its base year.
pub const MAX_HORIZON: usize = 20;

/// How many years a projection may hold, the base year included.
pub const MAX_YEARS: usize = MAX_HORIZON + 1;

/// What a switch without names of its own is called, off and on.
pub const SWITCHED: [Words; 2] = [Words { zh: "不启用", en: "Off" }, Words { zh: "启用", en: "On" }];

/// A value for each year of the projection; index 0 is the base year.
pub type Path<S> = [S; MAX_YEARS];

/// Where a default value comes from.
#[derive(Clone, Copy, Debug)]
pub struct DefaultSource {
    /// The kind of source.
    pub kind: SourceKind,
    /// Ids of reference values.
    pub ids: &'static [&'static str],
    /// How sure it is.
    pub confidence: Confidence,
}

/// What a row says for people beside its name: apart from the rest, because a page can begin without it.
#[derive(Clone, Copy, Debug)]
pub struct Prose {
    /// What the number is.
    pub meaning: Words,
    /// How the default came about; may be empty.
    pub note: Words,
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
    /// Where the default comes from.
    pub source: DefaultSource,
}

impl Prose {
    pub(super) const NONE: Prose = Prose { meaning: Words { zh: "", en: "" }, note: Words { zh: "", en: "" } };
}

impl InputSpec {
    /// What the row says for people beside its name.
    pub fn prose(&self) -> &'static Prose {
        InputId::find(self.id).map_or(&Prose::NONE, InputId::prose)
    }

    /// The numbers allowed.
    pub fn allowed(&self) -> Allowed {
        Allowed { min: self.min, max: self.max, whole: self.is_whole(), unit: Some(self.unit) }
    }

    /// What a switch is called when it is on or off. The funding rule and the quota rule choose
    /// between two ways rather than switching one on.
    pub fn state(&self, on: bool) -> Words {
        match (self.id, on) {
            ("funding_rule", false) => Words { zh: "分项核拨", en: "Itemised" },
            ("funding_rule", true) => Words { zh: "生均定额", en: "Per student" },
            ("quota_rule", false) => Words { zh: "随学生数", en: "By students" },
            ("quota_rule", true) => Words { zh: "核定数", en: "Approved number" },
            (_, on) => SWITCHED[usize::from(on)],
        }
    }

    /// A value in words: the state of a switch, else the number with its unit.
    pub fn text(&self, value: f64, lang: Lang) -> String {
        match self.shape {
            Shape::Switch => self.state(value != 0.0).get(lang).to_owned(),
            _ => format::amount(value, self.unit, lang).text(lang),
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
                source: $crate::inputs::DefaultSource {
                    kind: $crate::inputs::SourceKind::$kind,
                    ids: &[$($id),*],
                    confidence: $crate::inputs::Confidence::$confidence,
                },
            },)*];

            /// What the rows say for people, in the same order.
            pub const PROSE: &'static [$crate::inputs::Prose] = &[$($crate::inputs::Prose {
                meaning: $crate::Words { zh: $meaning_zh, en: $meaning_en },
                note: $crate::Words { zh: $note_zh, en: $note_en },
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

pub(crate) use input_group;
pub(crate) use shape;
