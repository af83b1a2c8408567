//! Changes and remarks in words, in both languages.

use voced_analysis::explain::field_words;
use voced_model::format::entry;
use voced_model::text::excerpt;
use voced_model::{Lang, Style, Unit};
use voced_scenario::Fault;

use super::remark::{Change, Remark, ScenarioNumber, What};
use crate::entry::{BUILT, allowed};
use crate::words;

impl Change {
    /// The change in one line: place, what it is, before and after.
    pub fn words(&self, lang: Lang) -> String {
        let (name, unit) = match &self.number {
            ScenarioNumber::Input { input, year } => {
                let spec = input.spec();
                let year = year.map_or_else(String::new, |year| lang.pick(format!(" {year} 年"), format!(" {year}")));
                (format!("{}{year}", spec.name.get(lang)), Some(spec.unit))
            }
            ScenarioNumber::Project { name, field, .. } | ScenarioNumber::Deliverable { name, field, .. } => {
                let what = if *field == BUILT { words::BUILT } else { field_words(field) };
                let dot = lang.pick("·", " · ");
                (format!("{}{dot}{}", excerpt(name.get(lang)), what.get(lang)), allowed(field).unit)
            }
        };
        let (before, after) = (number(self.before, unit, lang), number(self.after, unit, lang));
        let colon = lang.pick("：", ": ");
        format!("{}{colon}{name}{colon}{before} → {after}", self.at.text(lang))
    }
}

impl Remark {
    /// The remark in one line, with its place.
    pub fn words(&self, lang: Lang) -> String {
        let said = self.what.words(lang);
        let Some(at) = &self.at else { return said };
        let last = self.last.map_or_else(String::new, |last| format!(":{last}"));
        format!("{}{last}{}{said}", at.text(lang), lang.pick("：", ": "))
    }
}

/// A number as a person would type it.
fn number(value: f64, unit: Option<Unit>, lang: Lang) -> String {
    let unit = unit.unwrap_or(Unit::Ratio);
    let text = entry(value, unit, lang);
    match (unit.style(), unit.words().get(lang)) {
        (Style::Percent, _) | (_, "") => text,
        (_, words) => format!("{text} {words}"),
    }
}

/// What becomes of numbers that were not read.
fn kept(entries: bool, lang: Lang) -> &'static str {
    match entries {
        true => lang.pick("；其中的数按导出时的值", "; its numbers stay as they were exported"),
        false => "",
    }
}

impl What {
    fn words(&self, lang: Lang) -> String {
        match self {
            What::NotCarried
            | What::Damaged
            | What::Newer
            | What::OtherNumbers { .. }
            | What::Scenario(_)
            | What::OtherFormulas
            | What::FormulasUnread
            | What::More { .. } => self.of_workbook(lang),
            What::SheetMissing { .. }
            | What::SheetAdded { .. }
            | What::RowMissing { .. }
            | What::RowTwice { .. }
            | What::RowMoved { .. }
            | What::ColumnMissing { .. } => self.of_lines(lang),
            What::FormulaChanged
            | What::FormulaReplaced
            | What::Changed { .. }
            | What::Emptied { .. }
            | What::Added => self.of_fixed(lang),
            _ => self.of_entries(lang),
        }
    }

    fn of_workbook(&self, lang: Lang) -> String {
        match self {
            What::NotCarried => lang.pick(
                "工作簿由较早的版本导出，或隐藏的“voced”表已被删除，读不回方案；请重新导出。",
                "The workbook was made by an older version, or its hidden sheet “voced” was deleted, so that no scenario can be read from it; export it again.",
            ),
            What::Damaged => lang.pick(
                "隐藏的“voced”表已被改动，读不回方案；请重新导出。",
                "The hidden sheet “voced” was changed, so that no scenario can be read from it; export the workbook again.",
            ),
            What::Newer => lang.pick(
                "工作簿由较新的版本导出；请用新版本打开。",
                "The workbook was made by a later version of the program; use that one.",
            ),
            What::OtherNumbers { model } => {
                return lang.pick(
                    format!("工作簿导出时（模型版本 {}）所用的数与现在不同，分不清哪些是您改的；请重新导出后再改。", excerpt(model)),
                    format!("The numbers were others when the workbook was made (model version {}), so that yours can not be told from them; export it again and change that one.", excerpt(model)),
                );
            }
            What::Scenario(fault) => {
                return lang.pick(
                    format!("工作簿所带的方案有误：{}", fault.message(lang)),
                    format!("The scenario that the workbook carries is faulty: {}", fault.message(lang)),
                );
            }
            What::OtherFormulas => lang.pick(
                "工作簿由另一版本导出：黄色单元格已读取，公式和其他单元格未核对。",
                "The workbook was made by another version: yellow cells were read, formulas and other cells were not compared.",
            ),
            What::FormulasUnread => lang.pick(
                "这种文件格式的公式未核对；请保存为 .xlsx。",
                "Formulas of this kind of file were not compared; save it as .xlsx.",
            ),
            What::More { count } => {
                return lang.pick(format!("另有 {count} 处不同"), format!("{count} more places differ"));
            }
            _ => "",
        }
        .to_owned()
    }

    fn of_lines(&self, lang: Lang) -> String {
        match self {
            What::SheetMissing { name, entries } => {
                let kept = kept(*entries, lang);
                lang.pick(format!("缺少工作表“{name}”{kept}"), format!("the sheet “{name}” is missing{kept}"))
            }
            What::SheetAdded { name } => {
                let name = excerpt(name);
                lang.pick(
                    format!("工作表“{name}”不是导出的，未读取"),
                    format!("the sheet “{name}” was not exported, and was not read"),
                )
            }
            What::RowMissing { name, entries } => {
                let (name, kept) = (excerpt(name), kept(*entries, lang));
                lang.pick(
                    format!("缺少“{name}”一行，或其编号已被改动{kept}"),
                    format!("the row of “{name}” is missing, or its id was changed{kept}"),
                )
            }
            What::RowTwice { name, entries } => {
                let (name, kept) = (excerpt(name), kept(*entries, lang));
                lang.pick(
                    format!("“{name}”出现了不止一行，未读取{kept}"),
                    format!("“{name}” has more than one row, and none was read{kept}"),
                )
            }
            What::RowMoved { name, from } => {
                let name = excerpt(name);
                lang.pick(
                    format!("“{name}”原在第 {from} 行，已按编号在此处读取"),
                    format!("“{name}” stood in row {from}; it was found by its id and read here"),
                )
            }
            What::ColumnMissing { name, entries } => {
                let (name, kept) = (excerpt(name), kept(*entries, lang));
                lang.pick(
                    format!("缺少“{name}”一列，或其标题已被改动{kept}"),
                    format!("the column “{name}” is missing, or its heading was changed{kept}"),
                )
            }
            _ => String::new(),
        }
    }

    fn of_fixed(&self, lang: Lang) -> String {
        match self {
            What::FormulaChanged => lang.pick(
                "公式已被改动，未采用；方案仍按模型的公式计算",
                "the formula was changed, which has no effect: the scenario is computed by the model's own formula",
            ),
            What::FormulaReplaced => lang.pick(
                "公式已被数值或文字替换，未采用；方案仍按模型的公式计算",
                "the formula was replaced, which has no effect: the scenario is computed by the model's own formula",
            ),
            What::Changed { before, after } => {
                let (before, after) = (excerpt(before), excerpt(after));
                return lang.pick(
                    format!("“{before}”改为“{after}”，此处不是黄色单元格，未采用"),
                    format!("“{before}” became “{after}”, which has no effect: the cell is not a yellow one"),
                );
            }
            What::Emptied { before } => {
                let before = excerpt(before);
                return lang.pick(
                    format!("“{before}”已被清空，不影响方案"),
                    format!("“{before}” was deleted, which has no effect"),
                );
            }
            What::Added => {
                lang.pick("导出时此处为空，内容未读取", "nothing was exported here; what stands here was not read")
            }
            _ => "",
        }
        .to_owned()
    }

    fn of_entries(&self, lang: Lang) -> String {
        match self {
            What::Formula { value, unit } => {
                let value = number(*value, *unit, lang);
                lang.pick(
                    format!("此处键入了公式，已取其结果 {value}"),
                    format!("a formula was typed in; its result {value} was taken"),
                )
            }
            What::TextTaken { text, value, unit } => {
                let (text, value) = (excerpt(text), number(*value, *unit, lang));
                lang.pick(
                    format!("文本“{text}”读作 {value}；工作簿里的公式不认文本"),
                    format!("the text “{text}” was read as {value}; formulas of the workbook do not compute with text"),
                )
            }
            What::Blank { before, unit } => {
                let before = number(*before, *unit, lang);
                lang.pick(format!("已被清空，仍取 {before}"), format!("was emptied; {before} still holds"))
            }
            What::Text { text, unit, refusal } => refusal.message(text, *unit, &refusal.readings, lang),
            What::NoNumber => {
                lang.pick("此处应填数字", "a number is wanted here, not a day, true or false").to_owned()
            }
            What::Error { text } => {
                let text = excerpt(text);
                lang.pick(format!("此处是错误值 {text}，未采用"), format!("the error {text} stands here, which is no number"))
            }
            What::NoResult => lang
                .pick(
                    "此处键入了公式，但文件没有保存其结果；请在 WPS 或 Excel 中打开并保存一次",
                    "a formula was typed in whose result the file does not hold; open it in WPS or Excel and save it once",
                )
                .to_owned(),
            What::NotAllowed(problem) => Fault::new("", problem.clone()).message(lang),
            What::Goal { target } => {
                let target = excerpt(target);
                lang.pick(
                    format!("目标 {target} 的目标值属于规划，方案不能改，未采用"),
                    format!("the goal of the target {target} is the plan's, which no scenario changes"),
                )
            }
            _ => String::new(),
        }
    }
}
