//! What is odd about a value that was read, though nothing is wrong with it.

use voced_model::format;
use voced_model::text::{Lang, Text};

use crate::place::At;

/// One remark.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// The same value stands elsewhere too.
    Repeated {
        /// Where.
        also: At,
    },
    /// Of several years, the base year's value was taken.
    OfBaseYear {
        /// The base year.
        base_year: i32,
        /// The other years that the table has.
        others: Vec<i32>,
    },
    /// There is no value of the base year; the nearest one before it, or the first after it, was taken.
    OfOtherYear {
        /// The year that was taken.
        year: i32,
        /// The base year.
        base_year: i32,
    },
    /// Years before the base year, which a path has no use for.
    BeforeBaseYear {
        /// The years.
        years: Vec<i32>,
    },
    /// The result counts only what goes to the schools in scope, and a table may mean all that is collected.
    PartForSchools,
    /// The table names no year; the number was taken for one of the base year.
    NoYear,
    /// Larger than three times the highest of the areas that ship.
    AbovePeers {
        /// How many times the highest.
        times: f64,
        /// Whose value the highest is.
        peer: Text,
        /// Held against the number of junior-secondary graduates.
        per_graduate: bool,
    },
    /// Smaller than a third of the lowest of the areas that ship.
    BelowPeers {
        /// Which share of the lowest.
        share: f64,
        /// Whose value the lowest is.
        peer: Text,
        /// Held against the number of junior-secondary graduates.
        per_graduate: bool,
    },
    /// It would be in line if it were in ten thousands, or were not.
    TenThousand {
        /// Whether multiplying would bring it in line, rather than dividing.
        more: bool,
    },
    /// The grades do not add up to the enrolment.
    GradesAgainstEnrolment {
        /// The sum of the grades.
        sum: f64,
        /// The enrolment.
        enrolment: f64,
    },
    /// More teachers than the approved posts allow.
    TeachersAgainstPosts {
        /// Teachers.
        teachers: f64,
        /// Posts for teachers.
        posts: f64,
    },
}

impl Remark {
    /// The sentence for people.
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        let per = |per_graduate: &bool| if *per_graduate { "按每名初中毕业生折算，" } else { "" };
        match self {
            Remark::Repeated { also } => format!("{}也写了同一个数", also.text(Lang::Zh)),
            Remark::OfBaseYear { base_year, others } => {
                format!("取基年{base_year}年的数；表中另有{}年", years(others, "、"))
            }
            Remark::OfOtherYear { year, base_year } => format!("没有基年{base_year}年的数，取{year}年的数"),
            Remark::BeforeBaseYear { years: before } => {
                format!("基年以前的{}年不起作用", years(before, "、"))
            }
            Remark::PartForSchools => "此项只指用于测算范围内学校的部分；若是全部征收额，请清空此格".to_owned(),
            Remark::NoYear => "表中未注明年份，按基年计".to_owned(),
            Remark::AbovePeers { times, peer, per_graduate } => {
                format!("{}是内置地区最高值（{}）的 {} 倍", per(per_graduate), peer.zh, short(*times))
            }
            Remark::BelowPeers { share, peer, per_graduate } => {
                format!("{}只有内置地区最低值（{}）的 {}", per(per_graduate), peer.zh, format::percent(*share))
            }
            Remark::TenThousand { more: true } => "像是以万计的数：乘以一万便与其他地区相近".to_owned(),
            Remark::TenThousand { more: false } => "像是多乘了一万：除以一万便与其他地区相近".to_owned(),
            Remark::GradesAgainstEnrolment { sum, enrolment } => {
                format!("三个年级合计 {}，与在校生 {} 不符", whole(*sum), whole(*enrolment))
            }
            Remark::TeachersAgainstPosts { teachers, posts } => {
                format!("专任教师 {}，多于编制可容纳的 {}", whole(*teachers), whole(*posts))
            }
        }
    }

    fn en(&self) -> String {
        let per = |per_graduate: &bool| if *per_graduate { ", per junior-secondary graduate" } else { "" };
        match self {
            Remark::Repeated { also } => format!("the same number stands in {} too", also.text(Lang::En)),
            Remark::OfBaseYear { base_year, others } => {
                format!("the value of the base year {base_year} was taken; the table also has {}", years(others, ", "))
            }
            Remark::OfOtherYear { year, base_year } => {
                format!("there is no value of the base year {base_year}; that of {year} was taken")
            }
            Remark::BeforeBaseYear { years: before } => {
                format!("{}, before the base year, have no effect", years(before, ", "))
            }
            Remark::PartForSchools => {
                "this result is only what goes to the in-scope schools; if the number is all that is collected, clear the cell"
                    .to_owned()
            }
            Remark::NoYear => "the table names no year; taken for the base year".to_owned(),
            Remark::AbovePeers { times, peer, per_graduate } => format!(
                "{} times the highest of the areas that ship ({}){}",
                short(*times),
                peer.get(Lang::En),
                per(per_graduate)
            ),
            Remark::BelowPeers { share, peer, per_graduate } => format!(
                "{} of the lowest of the areas that ship ({}){}",
                format::percent(*share),
                peer.get(Lang::En),
                per(per_graduate)
            ),
            Remark::TenThousand { more: true } => {
                "as if it were in ten thousands: times 10,000 it would be in line with other areas".to_owned()
            }
            Remark::TenThousand { more: false } => {
                "as if it were multiplied by ten thousand: divided by 10,000 it would be in line with other areas"
                    .to_owned()
            }
            Remark::GradesAgainstEnrolment { sum, enrolment } => {
                format!("the three grades add up to {}, not to the enrolment of {}", whole(*sum), whole(*enrolment))
            }
            Remark::TeachersAgainstPosts { teachers, posts } => {
                format!("{} teachers are more than the {} that the posts allow", whole(*teachers), whole(*posts))
            }
        }
    }
}

fn years(years: &[i32], between: &str) -> String {
    years.iter().map(i32::to_string).collect::<Vec<_>>().join(between)
}

/// A factor at a glance: `3.2`, `45`, `10,000`.
fn short(times: f64) -> String {
    format::grouped(times, if times < 10.0 { 1 } else { 0 })
}

fn whole(number: f64) -> String {
    format::grouped(number, 0)
}
