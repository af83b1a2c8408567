//! Units of inputs and quantities.

use serde::{Deserialize, Serialize};

use crate::text::Words;

/// How a number of some unit is written for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A share, shown in percent.
    Percent,
    /// A whole-looking count (persons, posts, square metres).
    Count,
    /// An amount of money.
    Money,
    /// A ratio or a small number with one or two decimals.
    Decimal,
    /// A calendar year, never grouped.
    Year,
    /// On or off.
    Switch,
}

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $style:ident, $extensive:literal, $zh:literal, $en:literal;)*) => {
        /// The unit of an input or a quantity.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Unit { $($(#[$doc])* $name,)* }

        impl Unit {
            /// Every unit.
            pub const ALL: &'static [Unit] = &[$(Unit::$name,)*];

            /// The permanent id, as data files write it.
            pub const fn id(self) -> &'static str {
                match self { $(Unit::$name => $id,)* }
            }

            /// How a number of this unit is written.
            pub const fn style(self) -> Style {
                match self { $(Unit::$name => Style::$style,)* }
            }

            /// Whether the number grows with the size of the area (persons, money, floor) rather
            /// than describing one person or one share of it.
            pub const fn is_extensive(self) -> bool {
                match self { $(Unit::$name => $extensive,)* }
            }

            /// The words after the number; empty where there are none (percent, years).
            pub const fn words(self) -> Words {
                match self { $(Unit::$name => Words { zh: $zh, en: $en },)* }
            }
        }
    };
}

units! {
    /// Students, teachers, posts: real numbers, never rounded in the model.
    Persons = "persons", Count, true, "人", "persons";
    /// Persons in a year.
    PersonsPerYear = "persons_per_year", Count, true, "人/年", "persons a year";
    /// Approved staff posts.
    Posts = "posts", Count, true, "个编制", "posts";
    /// Seats in classrooms and workshops.
    Places = "places", Count, true, "个学位", "places";
    /// Person-times of training in a year.
    PersonTimesPerYear = "person_times_per_year", Count, true, "人次/年", "person-times a year";
    /// A share from 0 to 1.
    Share = "share", Percent, false, "", "";
    /// A share from 0 to 1 that applies each year.
    SharePerYear = "share_per_year", Percent, false, "/年", "a year";
    /// A plain ratio.
    Ratio = "ratio", Decimal, false, "", "";
    /// A switch: 0 off, 1 on.
    Flag = "flag", Switch, false, "", "";
    /// Students for one full-time teacher.
    StudentsPerTeacher = "students_per_teacher", Decimal, false, "生/师", "students per teacher";
    /// Students for one approved staff post.
    StudentsPerStaff = "students_per_staff", Decimal, false, "生/编制", "students per post";
    /// Yuan, nominal.
    Yuan = "yuan", Money, true, "元", "yuan";
    /// Yuan in a year, nominal.
    YuanPerYear = "yuan_per_year", Money, true, "元/年", "yuan a year";
    /// Yuan for one teacher in a year.
    YuanPerTeacherYear = "yuan_per_teacher_year", Money, false, "元/人·年", "yuan per teacher a year";
    /// Yuan for one teacher once.
    YuanPerTeacher = "yuan_per_teacher", Money, false, "元/人", "yuan per teacher";
    /// Yuan for one student in a year.
    YuanPerStudentYear = "yuan_per_student_year", Money, false, "元/生·年", "yuan per student a year";
    /// Yuan for one student.
    YuanPerStudent = "yuan_per_student", Money, false, "元/生", "yuan per student";
    /// Yuan for one person-time of training.
    YuanPerPersonTime = "yuan_per_person_time", Money, false, "元/人次", "yuan per person-time";
    /// Yuan in a month.
    YuanPerMonth = "yuan_per_month", Money, false, "元/月", "yuan a month";
    /// Yuan for one square metre.
    YuanPerM2 = "yuan_per_m2", Money, false, "元/平方米", "yuan per m²";
    /// Square metres of floor.
    M2 = "m2", Count, true, "平方米", "m²";
    /// Square metres for one student.
    M2PerStudent = "m2_per_student", Decimal, false, "平方米/生", "m² per student";
    /// A length of time in years.
    Years = "years", Count, false, "年", "years";
    /// A length of time in months.
    Months = "months", Count, false, "个月", "months";
    /// A calendar year.
    Year = "year", Year, false, "", "";
}
