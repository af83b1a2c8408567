//! Which cell of which sheet.

use voced_model::{Lang, Words};

/// A sheet of the workbook, in the order of its tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Tab {
    Summary,
    Inputs,
    Programme,
    Model,
    Workings,
    Targets,
    Observed,
    Charts,
    Sources,
    Carried,
}

impl Tab {
    /// The sheet's name: letters alone, so that formulas need no quotes around it.
    pub(crate) const fn words(self) -> Words {
        match self {
            Tab::Summary => Words { zh: "摘要", en: "Summary" },
            Tab::Inputs => Words { zh: "可调项", en: "Levers" },
            Tab::Programme => Words { zh: "项目", en: "Projects" },
            Tab::Model => Words { zh: "模型", en: "Model" },
            Tab::Workings => Words { zh: "计算过程", en: "Workings" },
            Tab::Targets => Words { zh: "目标", en: "Targets" },
            Tab::Observed => Words { zh: "实际值", en: "Observed" },
            Tab::Charts => Words { zh: "图表", en: "Charts" },
            Tab::Sources => Words { zh: "来源", en: "Sources" },
            // Hidden, and found by its name in either language.
            Tab::Carried => Words { zh: "voced", en: "voced" },
        }
    }
}

/// A cell; rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Address {
    pub(crate) tab: Tab,
    pub(crate) row: u32,
    pub(crate) column: u16,
    /// Whether formulas that are copied sideways keep pointing at it: one number for all years.
    pub(crate) anchored: bool,
}

impl Address {
    pub(crate) const fn new(tab: Tab, row: u32, column: u16) -> Address {
        Address { tab, row, column, anchored: false }
    }

    pub(crate) const fn anchored(tab: Tab, row: u32, column: u16) -> Address {
        Address { tab, row, column, anchored: true }
    }

    /// The cell without its sheet, such as `E12` or `$D$7`.
    pub(crate) fn local(self) -> String {
        let sign = if self.anchored { "$" } else { "" };
        format!("{sign}{}{sign}{}", letters(self.column), self.row + 1)
    }

    /// The cell with its sheet, such as `Levers!E12`.
    pub(crate) fn text(self, lang: Lang) -> String {
        format!("{}!{}", self.tab.words().get(lang), self.local())
    }

    /// Cells of one row from this one to the last of `count`, with their sheet.
    pub(crate) fn row_of(self, count: usize, lang: Lang) -> String {
        let last = self.column + count.saturating_sub(1) as u16;
        format!("{}:{}", self.text(lang), Address { column: last, ..self }.local())
    }
}

/// A formula as it stands on `tab`: cells of its own sheet need no name before them.
pub(crate) fn at_home(formula: &str, tab: Tab, lang: Lang) -> String {
    formula.replace(&format!("{}!", tab.words().get(lang)), "")
}

/// The letters of a column: A, B, … Z, AA.
pub(crate) fn letters(column: u16) -> String {
    let (mut left, mut text) = (u32::from(column) + 1, String::new());
    while left > 0 {
        left -= 1;
        text.insert(0, char::from(b'A' + (left % 26) as u8));
        left /= 26;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (column, text) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), text);
        }
    }

    #[test]
    fn a_cell_is_named_with_its_sheet_unless_it_is_at_home() {
        let cell = Address::new(Tab::Inputs, 11, 4);
        assert_eq!(cell.text(Lang::En), "Levers!E12");
        assert_eq!(cell.row_of(3, Lang::Zh), "可调项!E12:G12");
        assert_eq!(Address::anchored(Tab::Inputs, 6, 3).text(Lang::Zh), "可调项!$D$7");
        assert_eq!(at_home("Levers!E12*Model!E7", Tab::Model, Lang::En), "Levers!E12*E7");
    }
}
