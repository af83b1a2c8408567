//! Faults of cells in words, in both languages.

use voced_model::Unit;
use voced_model::plain;
use voced_model::text::{Lang, excerpt};

use super::{CellFault, CellProblem};
use crate::subject::Subject;

/// The most names or years that a message lists.
const MOST: usize = 8;

impl CellFault {
    /// One line for people: place, name, what is written, what is wrong, and what it may mean.
    pub fn message(&self, lang: Lang) -> String {
        let mut place = self.at.as_ref().map_or_else(String::new, |at| at.text(lang));
        if !self.label.is_empty() {
            let space = if place.is_empty() { "" } else { " " };
            place += &format!("{space}{}", excerpt(&self.label));
        }
        let written = excerpt(&self.written);
        let said = self.words(lang);
        let colon = lang.pick("：", ": ");
        let is_named = written.is_empty() || self.written == self.label;
        let said = match (is_named, said.contains(&format!("“{written}”"))) {
            (false, false) => lang.pick(format!("“{written}”{said}"), format!("“{written}” {said}")),
            _ => said,
        };
        if place.is_empty() { said } else { format!("{place}{colon}{said}") }
    }

    /// What is wrong, and what it may mean, without the place.
    pub fn words(&self, lang: Lang) -> String {
        let said = match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        };
        let texts: Vec<&str> = self.readings.iter().map(|reading| reading.text.as_str()).collect();
        match (&self.problem, texts.as_slice()) {
            // The number reader asks by itself.
            (CellProblem::Typed(_) | CellProblem::TwoNames(_), _) | (_, []) => said,
            (_, texts) => {
                lang.pick(format!("{said}：是 {}？", texts.join(" 还是 ")), format!("{said}: {}?", texts.join(" or ")))
            }
        }
    }

    fn unit(&self) -> Unit {
        self.subject.map_or(Unit::Ratio, Subject::unit)
    }

    fn typed(&self, refusal: &voced_model::typed::Refusal, lang: Lang) -> String {
        let offered: Vec<f64> = self.readings.iter().filter_map(|reading| reading.value).collect();
        refusal.message(&self.written, self.unit(), &offered, lang)
    }

    fn zh(&self) -> String {
        match &self.problem {
            CellProblem::Typed(refusal) => self.typed(refusal, Lang::Zh),
            CellProblem::TwoScales { unit } => format!("自带数量单位，而表中单位是“{}”", excerpt(unit)),
            CellProblem::TwoUnits { units: [one, other] } => {
                format!("表中给了两个单位，“{}”和“{}”", excerpt(one), excerpt(other))
            }
            CellProblem::UnitOfTable { unit } => {
                format!("全表单位是“{}”，而此项按人计算，不知是否也按此单位", excerpt(unit))
            }
            CellProblem::OtherUnit { unit } => {
                format!("表中单位是“{}”，而此项的单位是“{}”", excerpt(unit), unit_words(self.unit(), Lang::Zh))
            }
            CellProblem::NotAllowed { value, allowed } => {
                format!("超出范围（读作 {}）；{}", plain(*value), allowed.words(Lang::Zh))
            }
            CellProblem::RangeAroundValue { low, value, high } => format!(
                "下限不得大于取值，上限不得小于取值；实为下限 {}、取值 {}、上限 {}",
                plain(*low),
                plain(*value),
                plain(*high)
            ),
            CellProblem::Error => "是公式出错的结果，请填入数".to_owned(),
            CellProblem::NoResult => "公式没有存下结果；请在表格软件中打开并保存一次，或直接填数".to_owned(),
            CellProblem::NoNumber => "此处要填数".to_owned(),
            CellProblem::NoState(input) => {
                format!("请填 1（{}）或 0（{}）", input.spec().state(true).zh, input.spec().state(false).zh)
            }
            CellProblem::NoConfidence => "把握程度请填高、中或低".to_owned(),
            CellProblem::Twice { first, written } => {
                format!("与{}的“{}”说的是同一项，数却不同；请只保留一个", first.text(Lang::Zh), excerpt(written))
            }
            CellProblem::TwoNames(subjects) => {
                format!("这个名称可指：{}；请改用括号中的编号", names(subjects, Lang::Zh))
            }
            CellProblem::NoBaseYear { candidates } if candidates.is_empty() => {
                "没有给出基年；请加一行“基年”".to_owned()
            }
            CellProblem::NoBaseYear { candidates } => {
                format!("没有给出基年；表中出现的年份：{}", years(candidates, "、"))
            }
            CellProblem::BadBaseYear => "不能作为基年；请填 1980 至 2100 之间的年份".to_owned(),
            CellProblem::TwoBaseYears { years: [one, other] } => {
                format!("基年有两个：{one} 和 {other}；请只保留一个")
            }
            CellProblem::NoName => "没有给出地区名称；请加一行“地区名称”".to_owned(),
            CellProblem::WhichArea { candidates } => {
                format!("表中有几个地区：{}；请给出地区名称，以便选取", list(candidates, "、"))
            }
            CellProblem::OtherYears { years: found, base_year } => {
                format!("没有基年{base_year}年的数，只有{}年的", years(found, "、"))
            }
            CellProblem::ObservedZero => "实际数为 0，无法与推演对照；请清空此格".to_owned(),
            CellProblem::NothingKnown => "没有找到任何认识的名称；请用模板，或检查名称一列".to_owned(),
            CellProblem::RangeWithoutValue => "只有下限或上限，没有取值；请填取值，或清空此格".to_owned(),
            CellProblem::NoAreas => "没有找到地区；请加一列“地区”，每行一个地区".to_owned(),
            CellProblem::SameArea { first } => format!("与{}是同一个地区；请只保留一行", first.text(Lang::Zh)),
        }
    }

    fn en(&self) -> String {
        match &self.problem {
            CellProblem::Typed(refusal) => self.typed(refusal, Lang::En),
            CellProblem::TwoScales { unit } => {
                format!("has a scale of its own, and the unit in the table is “{}”", excerpt(unit))
            }
            CellProblem::TwoUnits { units: [one, other] } => {
                format!("has two units in the table, “{}” and “{}”", excerpt(one), excerpt(other))
            }
            CellProblem::UnitOfTable { unit } => format!(
                "the whole table is in “{}”, and this is counted for each person, so it may or may not be",
                excerpt(unit)
            ),
            CellProblem::OtherUnit { unit } => format!(
                "the unit in the table is “{}”, and the unit wanted is “{}”",
                excerpt(unit),
                unit_words(self.unit(), Lang::En)
            ),
            CellProblem::NotAllowed { value, allowed } => {
                format!("is out of range (read as {}); {}", plain(*value), allowed.words(Lang::En))
            }
            CellProblem::RangeAroundValue { low, value, high } => format!(
                "low must be at most the value and high at least the value; found low {}, value {}, high {}",
                plain(*low),
                plain(*value),
                plain(*high)
            ),
            CellProblem::Error => "is what a formula gives that failed; give a number".to_owned(),
            CellProblem::NoResult => {
                "the formula has no stored result; open and save the file in a spreadsheet, or give the number"
                    .to_owned()
            }
            CellProblem::NoNumber => "is no number; a number is wanted here".to_owned(),
            CellProblem::NoState(input) => {
                format!("give 1 ({}) or 0 ({})", input.spec().state(true).en, input.spec().state(false).en)
            }
            CellProblem::NoConfidence => "the confidence is high, medium or low".to_owned(),
            CellProblem::Twice { first, written } => format!(
                "is of the same as “{}” in {}, and differs from it; keep one",
                excerpt(written),
                first.text(Lang::En)
            ),
            CellProblem::TwoNames(subjects) => {
                format!("this name can mean {}; use one of the ids in brackets", names(subjects, Lang::En))
            }
            CellProblem::NoBaseYear { candidates } if candidates.is_empty() => {
                "no base year is given; add a row “base year”".to_owned()
            }
            CellProblem::NoBaseYear { candidates } => {
                format!("no base year is given; years in the sheets: {}", years(candidates, ", "))
            }
            CellProblem::BadBaseYear => "can not be a base year; give a year from 1980 to 2100".to_owned(),
            CellProblem::TwoBaseYears { years: [one, other] } => {
                format!("two base years are given, {one} and {other}; keep one")
            }
            CellProblem::NoName => "no name of the area is given; add a row “area name”".to_owned(),
            CellProblem::WhichArea { candidates } => format!(
                "numbers of several areas: {}; give the name of the area, so that one can be taken",
                list(candidates, ", ")
            ),
            CellProblem::OtherYears { years: found, base_year } => {
                format!("there is no value of the base year {base_year}, only of {}", years(found, ", "))
            }
            CellProblem::ObservedZero => {
                "an observed 0 can not be held against a projection; clear this cell".to_owned()
            }
            CellProblem::NothingKnown => {
                "no name in it is known; use the template, or check the column of names".to_owned()
            }
            CellProblem::RangeWithoutValue => {
                "is an end of a range without a value; give the value, or clear this cell".to_owned()
            }
            CellProblem::NoAreas => "no area is named; add a column “area” with an area in each row".to_owned(),
            CellProblem::SameArea { first } => {
                format!("is the same area as in {}; keep one row", first.text(Lang::En))
            }
        }
    }
}

/// The words of a unit; shares have none of their own.
fn unit_words(unit: Unit, lang: Lang) -> String {
    let words = unit.words().get(lang);
    match unit.style() {
        voced_model::Style::Percent => "%".to_owned(),
        _ if words.is_empty() => lang.pick("无单位", "no unit").to_owned(),
        _ => words.to_owned(),
    }
}

fn names(subjects: &[Subject], lang: Lang) -> String {
    let names: Vec<String> = subjects
        .iter()
        .take(MOST)
        .map(|subject| {
            lang.pick(
                format!("“{}”（{}）", subject.name(lang), subject.id()),
                format!("“{}” ({})", subject.name(lang), subject.id()),
            )
        })
        .collect();
    names.join(lang.pick("、", ", "))
}

fn years(years: &[i32], between: &str) -> String {
    let years: Vec<String> = years.iter().map(i32::to_string).collect();
    list(&years, between)
}

fn list(names: &[String], between: &str) -> String {
    let mut told: Vec<String> = names.iter().take(MOST).map(|name| excerpt(name)).collect();
    if names.len() > MOST {
        told.push("…".to_owned());
    }
    told.join(between)
}
