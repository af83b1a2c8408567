//! What came of a workbook, in words.

use voced_model::format::exact;
use voced_model::text::Lang;
use voced_model::typed::Refusal;
use voced_model::{Allowed, InputId, Unit, format, plain};
use voced_scenario::Fault;
use voced_tables::Place;

use crate::address::Tab;

/// A number that was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The sheet's name.
    pub sheet: String,
    /// The cell.
    pub place: Place,
    /// What the number is of.
    pub name: String,
    /// Before, with its unit.
    pub before: String,
    /// Now, with its unit.
    pub after: String,
}

impl Change {
    pub(super) fn of_input(
        input: InputId,
        year: Option<i32>,
        before: f64,
        after: f64,
        lang: Lang,
        row: u32,
        column: u16,
    ) -> Change {
        let spec = input.spec();
        let name = match year {
            Some(year) => format!("{} {year}", spec.name.get(lang)),
            None => spec.name.get(lang).to_owned(),
        };
        let [before, after] = [before, after].map(|value| spec.text(value, lang));
        let place = Place { row, column: u32::from(column) };
        Change { sheet: Tab::Inputs.words().get(lang).to_owned(), place, name, before, after }
    }

    pub(super) fn of_item(
        name: String,
        before: f64,
        after: f64,
        unit: Option<Unit>,
        lang: Lang,
        row: u32,
        column: u16,
    ) -> Change {
        let [before, after] = [before, after].map(|value| match unit {
            _ if value.is_nan() => "–".to_owned(),
            Some(unit) => format::amount(value, unit, lang).text(lang),
            None => exact(value, None, lang),
        });
        let place = Place { row, column: u32::from(column) };
        Change { sheet: Tab::Programme.words().get(lang).to_owned(), place, name, before, after }
    }

    /// One line: where, what, before and now.
    pub fn words(&self, lang: Lang) -> String {
        let Change { sheet, place, name, before, after } = self;
        format!("{sheet} {place}{}{name} {before} → {after}", lang.pick("：", ": "))
    }
}

/// Something to be said of a cell or of the whole workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct CellRemark {
    /// The sheet's name; empty for the whole workbook.
    pub sheet: String,
    /// The cell; none for a whole sheet.
    pub place: Option<Place>,
    /// What.
    pub wrong: Wrong,
}

/// What cannot be taken over, or should be known of what was.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// The workbook was made before workbooks carried their scenario.
    Older,
    /// The scenario that it carries cannot be read.
    Damaged,
    /// The scenario as changed is faulty.
    Fault(Fault),
    /// Rows were moved, inserted or deleted.
    Moved,
    /// So many more remarks.
    More(usize),
    /// A row is gone: what it was of.
    RowGone(String),
    /// A sheet is gone.
    SheetGone,
    /// A number was deleted.
    Emptied,
    /// An error of the spreadsheet stands there.
    Error(String),
    /// Something else than a number.
    NoNumber(String),
    /// Text that is no number, or could be two: the text, why, and the unit.
    Typed(String, Refusal, Unit),
    /// A number beyond what is allowed.
    NotAllowed(f64, Allowed),
    /// A formula was typed for a number; its stored result is taken.
    FormulaTyped,
    /// A formula was changed.
    FormulaChanged,
    /// A formula was replaced by something else.
    FormulaOverwritten,
    /// A formula stands where a number or words were.
    FormulaAdded,
    /// A number that is there to be read was changed.
    NotForChange,
    /// Words were changed.
    WordsChanged,
    /// Something was deleted.
    Gone,
}

impl CellRemark {
    /// One of the whole workbook.
    pub(super) fn of_all(wrong: Wrong) -> CellRemark {
        CellRemark { sheet: String::new(), place: None, wrong }
    }

    /// One line: where and what.
    pub fn words(&self, lang: Lang) -> String {
        let said = self.wrong.words(lang);
        let place = self.place.map(|place| format!(" {place}")).unwrap_or_default();
        match self.sheet.as_str() {
            "" => said,
            sheet => format!("{sheet}{place}{}{said}", lang.pick("：", ": ")),
        }
    }
}

impl Wrong {
    /// What is wrong, and what becomes of it.
    fn words(&self, lang: Lang) -> String {
        let fixed = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
        match self {
            Wrong::Older => fixed(
                "这是较早版本导出的工作簿，不能带回；请重新导出后再改。",
                "This workbook was made by an older version and cannot come back. Export it again and change that one.",
            ),
            Wrong::Damaged => fixed(
                "工作簿里随带的方案已损坏，不能带回。",
                "The scenario that the workbook carries is damaged; it cannot come back.",
            ),
            Wrong::Fault(fault) => fault.message(lang),
            Wrong::Moved => fixed(
                "有行被移动、插入或删除：各数按编号读取，公式没有核对。",
                "Rows were moved, inserted or deleted: numbers were read by their ids, formulas were not checked.",
            ),
            Wrong::More(count) => lang.pick(format!("另有 {count} 处。"), format!("{count} more.")),
            Wrong::RowGone(name) => lang.pick(
                format!("“{name}”这一行不在了，沿用原值"),
                format!("the row of “{name}” is gone; its numbers stay as they were"),
            ),
            Wrong::SheetGone => fixed("这张表不在了", "the sheet is gone"),
            Wrong::Emptied => fixed("数被删去了，沿用原值", "the number was deleted; it stays as it was"),
            Wrong::Error(error) => {
                lang.pick(format!("{error}，沿用原值"), format!("{error}; the number stays as it was"))
            }
            Wrong::NoNumber(_) => fixed("不是数，沿用原值", "no number; it stays as it was"),
            Wrong::Typed(text, refusal, unit) => refusal.message(text, *unit, &refusal.readings, lang),
            Wrong::NotAllowed(number, allowed) => {
                let end = |value: f64| match allowed.unit {
                    Some(unit) => format::amount(value, unit, lang).text(lang),
                    None => exact(value, None, lang),
                };
                let (number, min, max) = (plain(*number), end(allowed.min), end(allowed.max));
                lang.pick(
                    format!("{number} 超出允许范围（{min} 至 {max}），沿用原值"),
                    format!("{number} is not allowed ({min} to {max}); the number stays as it was"),
                )
            }
            Wrong::FormulaTyped => {
                fixed("这里填的是公式，只取它的结果", "a formula was typed here; its result is taken, not the formula")
            }
            Wrong::FormulaChanged => {
                fixed("公式被改动，不能带回", "the formula was changed; that cannot be taken over")
            }
            Wrong::FormulaOverwritten => {
                fixed("公式被覆盖，不能带回", "the formula was overwritten; that cannot be taken over")
            }
            Wrong::FormulaAdded => fixed("这里加了公式，不能带回", "a formula was put here; that cannot be taken over"),
            Wrong::NotForChange => {
                fixed("这个数不供改动，不能带回", "this number is not there to be changed; that cannot be taken over")
            }
            Wrong::WordsChanged => fixed("文字被改动，不能带回", "words were changed; that cannot be taken over"),
            Wrong::Gone => fixed("内容被删去，不能带回", "something was deleted; that cannot be taken over"),
        }
    }
}
