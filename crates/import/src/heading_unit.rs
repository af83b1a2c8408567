//! Units as headings, brackets and unit columns write them.

use voced_model::{Style, Unit};

use crate::key::tight;

/// A unit of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadingUnit {
    /// As written.
    pub(crate) text: String,
    /// The zeros of its scale: 4 for 万元.
    pub(crate) zeros: u32,
    kind: Kind,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Money,
    /// Money for each person, square metre or month.
    MoneyPer,
    Count,
    Area,
    AreaPer,
    Percent,
    Years,
    Months,
    /// Students for a teacher or a post.
    Ratio,
    /// A scale without a unit: `万`.
    Scale,
}

const MONEY: [&str; 8] = ["元", "元人民币", "人民币元", "人民币", "圆", "yuan", "rmb", "cny"];
const COUNT: [&str; 25] = [
    "人",
    "名",
    "位",
    "个",
    "人次",
    "个编制",
    "编制",
    "个学位",
    "学位",
    "生",
    "名学生",
    "名教师",
    "persons",
    "people",
    "person",
    "students",
    "teachers",
    "posts",
    "places",
    "seats",
    "headcount",
    "次",
    "person-times",
    "人数",
    "名额",
];
const AREA: [&str; 9] = ["平方米", "平米", "平方", "m2", "m²", "sqm", "sq.m", "squaremetres", "squaremeters"];
const PERCENT: [&str; 5] = ["%", "百分比", "百分数", "percent", "percentage"];

/// Scales in words.
const WORDS: [(&str, u32); 6] =
    [("thousand", 3), ("million", 6), ("billion", 9), ("10,000", 4), ("10000", 4), ("10k", 4)];

impl HeadingUnit {
    /// The unit of a text that holds nothing else.
    pub(crate) fn parse(text: &str) -> Option<HeadingUnit> {
        let written = tight(text);
        let (zeros, base) = scale(&written);
        let kind = kind(base)?;
        if kind == Kind::Scale && zeros == 0 {
            return None;
        }
        // 百分比, not hundreds of 分比.
        Some(HeadingUnit { text: voced_model::one_line(text), zeros, kind })
    }

    /// Whether numbers of `unit` may be in it.
    pub(crate) fn fits(&self, unit: Unit) -> bool {
        match (self.kind, unit) {
            (Kind::Years, Unit::Years | Unit::Year) | (Kind::Months, Unit::Months) => true,
            (Kind::Area, Unit::M2) => true,
            (Kind::Area, Unit::M2PerStudent) => self.zeros == 0,
            (Kind::AreaPer, Unit::M2PerStudent) => true,
            (Kind::Ratio, Unit::StudentsPerTeacher | Unit::StudentsPerStaff) => true,
            (Kind::Count, Unit::StudentsPerTeacher | Unit::StudentsPerStaff) => self.zeros == 0,
            (Kind::Percent, unit) => unit.style() == Style::Percent,
            (Kind::Money, unit) => unit.style() == Style::Money,
            (Kind::MoneyPer, unit) => unit.style() == Style::Money && !unit.is_extensive(),
            (Kind::Count, Unit::M2 | Unit::Years | Unit::Months) => false,
            (Kind::Count, unit) => unit.style() == Style::Count,
            (Kind::Scale, unit) => unit.is_extensive(),
            _ => false,
        }
    }

    /// Whether numbers are in percent.
    pub(crate) fn is_percent(&self) -> bool {
        self.kind == Kind::Percent
    }

    /// Whether it is an amount of the whole area, and `unit` one for each person.
    pub(crate) fn is_of_whole(&self, unit: Unit) -> bool {
        self.kind == Kind::Money && self.zeros > 0 && !unit.is_extensive()
    }
}

/// The zeros of the scale at the beginning of a unit, and the rest.
fn scale(text: &str) -> (u32, &str) {
    if PERCENT.contains(&text) {
        return (0, text);
    }
    if let Some((rest, zeros)) = WORDS.iter().find_map(|(word, zeros)| Some((text.strip_prefix(word)?, *zeros))) {
        return (zeros, rest);
    }
    let (mut zeros, mut rest) = (0, text);
    loop {
        let more = match rest.chars().next() {
            Some('十') => 1,
            Some('百') => 2,
            Some('千') => 3,
            Some('万') => 4,
            Some('亿') => 8,
            _ => return (zeros, rest),
        };
        zeros += more;
        rest = rest.get(3..).unwrap_or_default();
    }
}

fn kind(base: &str) -> Option<Kind> {
    if base.is_empty() {
        return Some(Kind::Scale);
    }
    let base = base.strip_suffix("/年").or(base.strip_suffix("·年")).or(base.strip_suffix("peryear")).unwrap_or(base);
    let base = base.strip_suffix("ayear").unwrap_or(base);
    if let Some(money) = base.strip_suffix("amonth") {
        return MONEY.contains(&money).then_some(Kind::MoneyPer);
    }
    let of = |words: &[&str]| words.contains(&base);
    if of(&["年", "years", "year"]) {
        return Some(Kind::Years);
    }
    if of(&["月", "个月", "months", "month"]) {
        return Some(Kind::Months);
    }
    if of(&PERCENT) {
        return Some(Kind::Percent);
    }
    if of(&MONEY) {
        return Some(Kind::Money);
    }
    if of(&AREA) {
        return Some(Kind::Area);
    }
    if of(&COUNT) {
        return Some(Kind::Count);
    }
    let (counted, each) = base.split_once('/').or(base.split_once("per")).or(base.split_once("每"))?;
    if each.is_empty() {
        return None;
    }
    let of = |words: &[&str]| words.contains(&counted);
    if of(&MONEY) {
        Some(Kind::MoneyPer)
    } else if of(&AREA) {
        Some(Kind::AreaPer)
    } else if of(&["生", "学生", "students", "人"]) {
        Some(Kind::Ratio)
    } else {
        None
    }
}

/// The units of a note such as `单位：人、万元`; `None` where the text is no such note.
pub(crate) fn note(text: &str) -> Option<Vec<HeadingUnit>> {
    let plain = voced_model::typed::plain(text);
    let plain = plain.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace());
    let lower = plain.to_lowercase();
    let start = ["计量单位", "金额单位", "数量单位", "货币单位", "单位", "units", "unit"]
        .iter()
        .find_map(|word| Some(lower.find(word)? + word.len()))?;
    let rest = lower.get(start..)?.trim_start();
    let rest = rest.strip_prefix(':')?;
    let parts = rest.split(['、', ',', ';', ' ']).filter(|part| !part.trim().is_empty());
    let units: Vec<HeadingUnit> = parts.filter_map(HeadingUnit::parse).collect();
    (!units.is_empty()).then_some(units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_with_scales() {
        let unit = |text: &str| HeadingUnit::parse(text).map(|unit| (unit.zeros, unit.kind));
        assert_eq!(unit("万元"), Some((4, Kind::Money)));
        assert_eq!(unit("亿元"), Some((8, Kind::Money)));
        assert_eq!(unit("百万元"), Some((6, Kind::Money)));
        assert_eq!(unit("元/生·年"), Some((0, Kind::MoneyPer)));
        assert_eq!(unit("万元/年"), Some((4, Kind::Money)));
        assert_eq!(unit("万人"), Some((4, Kind::Count)));
        assert_eq!(unit("％"), Some((0, Kind::Percent)));
        assert_eq!(unit("百分比"), Some((0, Kind::Percent)));
        assert_eq!(unit("㎡"), Some((0, Kind::Area)));
        assert_eq!(unit("万平方米"), Some((4, Kind::Area)));
        assert_eq!(unit("million yuan"), Some((6, Kind::Money)));
        assert_eq!(unit("10,000 yuan"), Some((4, Kind::Money)));
        assert_eq!(unit("万"), Some((4, Kind::Scale)));
        assert_eq!(unit("所"), None);
        assert_eq!(unit("不含技工学校"), None);
        assert_eq!(unit(""), None);
    }

    #[test]
    fn every_unit_of_the_tables_is_one() {
        for unit in Unit::ALL {
            for lang in voced_model::Lang::ALL {
                let words = unit.words().get(lang);
                if words.is_empty() || unit.style() == Style::Percent {
                    continue;
                }
                let read = HeadingUnit::parse(words);
                assert!(read.is_some_and(|read| read.fits(*unit) && read.zeros == 0), "{words}");
            }
        }
    }

    #[test]
    fn notes_of_units() {
        let units = |text: &str| note(text).map(|units| units.into_iter().map(|unit| unit.text).collect::<Vec<_>>());
        assert_eq!(units("单位：万元"), Some(vec!["万元".to_owned()]));
        assert_eq!(units("（计量单位:人、万元）"), Some(vec!["人".to_owned(), "万元".to_owned()]));
        assert_eq!(units("填报单位：某县教育局"), None);
        assert_eq!(units("单位"), None);
    }
}
