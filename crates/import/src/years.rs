//! Years as headings and names write them.

use crate::key::tight;

/// The years that a heading may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2100;

/// A year that stands alone in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The year; that in which an academic year begins.
    pub(crate) year: i32,
    /// Whether it says that it is a year, and can not be a number: `2021年`, `2021/22`.
    pub(crate) plain: bool,
}

/// Words behind a year that change nothing.
const BEHIND: [&str; 26] = [
    "年",
    "年度",
    "学年",
    "学年度",
    "年末",
    "年底",
    "年初",
    "届",
    "秋",
    "秋季",
    "年秋",
    "年秋季",
    "年数",
    "年末数",
    "年实际",
    "年实际数",
    "年决算",
    "年决算数",
    "年度决算数",
    "年值",
    "年数据",
    "年统计",
    "actual",
    "年实绩",
    "年学年",
    "年份",
];

/// The year of a cell that holds nothing else.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    let text = tight(text);
    let text = ["fy", "公元", "ay"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let (year, rest) = leading(text)?;
    if rest.is_empty() {
        return Some(Heading { year, plain: false });
    }
    let rest = academic(year, rest).unwrap_or(rest);
    let is_plain = rest.is_empty() || BEHIND.contains(&rest) || is_date(rest);
    is_plain.then_some(Heading { year, plain: true })
}

/// The year at the beginning of a text, and the rest.
fn leading(text: &str) -> Option<(i32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let is_year = digits.bytes().all(|byte| byte.is_ascii_digit()) && !rest.starts_with(|c: char| c.is_ascii_digit());
    let year = digits.parse().ok().filter(|year| is_year && YEARS.contains(year))?;
    Some((year, rest))
}

/// What follows the second year of an academic year: `-22学年`, `/2022`.
fn academic(year: i32, rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix("年").unwrap_or(rest);
    let second = rest.strip_prefix(['-', '/', '~', '至'])?;
    let end = second.find(|c: char| !c.is_ascii_digit()).unwrap_or(second.len());
    let (digits, tail) = second.split_at(end);
    let next: i32 = digits.parse().ok()?;
    (next == year + 1 || (digits.len() == 2 && next == (year + 1) % 100)).then_some(tail)
}

/// Month and day behind a year: `-09-01`, `/9`, `年9月1日`.
fn is_date(rest: &str) -> bool {
    let rest = rest.strip_prefix(['-', '/', '年']).unwrap_or("x");
    let parts: Vec<&str> = rest.split(['-', '/', '月', '日']).filter(|part| !part.is_empty()).collect();
    let fits = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number));
    match parts.as_slice() {
        [month] => fits(month, 12),
        [month, day] => fits(month, 12) && fits(day, 31),
        _ => false,
    }
}

/// The one year that a name holds, with the name without it: `2023年初中毕业生数`.
pub(crate) fn within(text: &str) -> Option<(i32, String)> {
    let text = voced_model::typed::plain(text);
    let mut starts = text.char_indices().filter(|(at, c)| {
        let is_first = !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric());
        c.is_ascii_digit() && is_first && text.get(*at..).is_some_and(|rest| leading(rest).is_some())
    });
    let (at, _) = starts.next()?;
    let (year, rest) = leading(text.get(at..)?)?;
    let rest = academic(year, rest).unwrap_or(rest);
    let words = ["学年度", "年度", "学年", "年末", "年底", "年"];
    let rest = words.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '(' | ')' | '、');
    let before = text.get(..at)?.trim_end_matches(is_mark);
    let name = format!("{before}{}", rest.trim_start_matches(is_mark));
    (!name.is_empty()).then_some((year, name))
}

/// A year that a heading names beside that of the title: 0 for 本年决算数, -1 for 上年决算数.
pub(crate) fn relative(text: &str) -> Option<i32> {
    const FIRST: [(&str, i32); 8] = [
        ("上年度", -1),
        ("上年", -1),
        ("去年", -1),
        ("上一年", -1),
        ("本年度", 0),
        ("本年", 0),
        ("当年", 0),
        ("本期", 0),
    ];
    const THEN: [&str; 10] = ["", "数", "实际", "实际数", "决算", "决算数", "完成数", "执行数", "实绩", "数据"];
    let text = tight(text);
    let found = FIRST.iter().find_map(|(word, year)| Some((text.strip_prefix(word)?, *year)));
    found.filter(|(rest, _)| THEN.contains(rest)).map(|(_, year)| year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_are_years() {
        for text in [
            "2021年",
            "2021/22",
            "2021-2022学年",
            "2021—2022学年",
            "２０２１年度",
            "2021-12-31",
            "2021年9月",
            "2021年末",
        ] {
            assert_eq!(heading(text), Some(Heading { year: 2021, plain: true }), "{text}");
        }
        assert_eq!(heading(" 2021 "), Some(Heading { year: 2021, plain: false }));
        assert_eq!(heading("2011-12"), Some(Heading { year: 2011, plain: true }));
    }

    #[test]
    fn headings_that_are_none() {
        for text in ["20210", "21年", "2021人", "1021年", "2021-2025", "2021年计划", "年", "", "2021/2030学年"]
        {
            assert_eq!(heading(text), None, "{text}");
        }
    }

    #[test]
    fn years_beside_that_of_the_title() {
        assert_eq!(relative("上年决算数"), Some(-1));
        assert_eq!(relative("本年 数"), Some(0));
        assert_eq!(relative("本年预算数"), None);
        assert_eq!(relative("上年结转"), None);
    }

    #[test]
    fn years_within_names() {
        assert_eq!(within("2023年初中毕业生数"), Some((2023, "初中毕业生数".to_owned())));
        assert_eq!(within("初中毕业生数(2023年)"), Some((2023, "初中毕业生数".to_owned())));
        assert_eq!(within("Teachers, 2023"), Some((2023, "Teachers".to_owned())));
        assert_eq!(within("中职在校生"), None);
        assert_eq!(within("2023年"), None);
    }
}
