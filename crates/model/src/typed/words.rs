//! Refusals in words, in both languages.

use super::{Refusal, Why};
use crate::format;
use crate::text::{Lang, Words};
use crate::units::Unit;

/// What is asked for where nothing can be understood.
pub const NOT_A_NUMBER: Words = Words { zh: "请输入数字", en: "Please type a number" };

/// The longest text that is repeated, in characters.
const MAX_SHOWN: usize = 24;

impl Why {
    /// The reason; `None` where it is the text itself.
    fn words(self) -> Option<Words> {
        let words = |zh, en| Some(Words { zh, en });
        match self {
            Why::Empty | Why::Text => None,
            Why::Grouping => words(
                "逗号只用于千分位（三位一分），小数点用“.”",
                "commas only stand between groups of three digits, and decimals take a point",
            ),
            Why::Spaces => words("数字中的空格只用于三位一分", "spaces only stand between groups of three digits"),
            Why::Several => words("这里不止一个数，只能填一个", "these are several numbers; one is wanted"),
            Why::Span => words("这是一个区间，只能填一个数", "this is a range; one number is wanted"),
            Why::Inexact => words(
                "“约”“左右”“以上”之类无法计算，请填确定的数",
                "“about” or “at least” cannot be computed with; give the number alone",
            ),
            Why::Share => words("没有写 %，可以有两种理解", "without % this can mean two things"),
            Why::Percent => words("此处不是比例，不能用 %", "this is no share, so it takes no %"),
            Why::Points => {
                words("百分点表示差值，此处要填比例", "percentage points are a difference; a share is wanted")
            }
            Why::Numerals => words("请用阿拉伯数字，如 3000 或 3千", "write the number in digits, such as 3000"),
            Why::Brackets => words("括号可能表示负数", "brackets may mean a negative number"),
            Why::Currency => words("金额只用人民币元", "amounts are in yuan"),
            Why::Place => words("最后一位数可以有两种理解", "the last digit can mean two things"),
            Why::Letter => words("“m”可能是百万，也可能是单位", "“m” may be million or the unit"),
            Why::Beyond => words("这个数太大或太接近零", "this number is too large or too close to zero"),
        }
    }
}

impl Refusal {
    /// The reason and the question in one sentence; of the numbers that the text may mean, only the
    /// `offered` ones are named.
    pub fn message(&self, text: &str, unit: Unit, offered: &[f64], lang: Lang) -> String {
        let colon = lang.pick("：", ": ");
        let reason = match self.why.words() {
            Some(words) => words.get(lang).to_owned(),
            None => unknown(text, unit, lang),
        };
        let numbers: Vec<String> = offered.iter().map(|value| format::entry(*value, unit, lang)).collect();
        let question = match &numbers[..] {
            [] if reason.is_empty() => return NOT_A_NUMBER.get(lang).to_owned(),
            [] => return format!("{}{colon}{reason}", NOT_A_NUMBER.get(lang)),
            [one] => lang.pick(format!("是否指 {one}？"), format!("did you mean {one}?")),
            several => lang.pick(format!("是 {}？", several.join(" 还是 ")), format!("{}?", several.join(" or "))),
        };
        format!("{reason}{colon}{question}")
    }
}

/// That a text is not understood, and the unit that would be.
fn unknown(text: &str, unit: Unit, lang: Lang) -> String {
    let visible = |c: &char| !c.is_control();
    let mut shown: String = text.trim().chars().filter(visible).take(MAX_SHOWN).collect();
    if shown.is_empty() {
        return String::new();
    }
    if text.trim().chars().count() > MAX_SHOWN {
        shown.push('…');
    }
    let words = unit.words().get(lang);
    match (words.is_empty(), lang) {
        (true, Lang::Zh) => format!("看不懂“{shown}”"),
        (false, Lang::Zh) => format!("看不懂“{shown}”，单位是{words}"),
        (true, Lang::En) => format!("“{shown}” is not understood"),
        (false, Lang::En) => format!("“{shown}” is not understood; the unit is {words}"),
    }
}
