//! How a value was understood, in words.

use voced_model::format;
use voced_model::text::{Lang, Words};
use voced_model::{Style, Unit};
use voced_scenario::PathValue;

use crate::dry_run::{ReadCell, ReadObserved, ReadValue, Skipped, Why};

/// The most years of a path that are told one by one.
const MOST: usize = 6;

/// A number with all its digits and its unit: `30 %`, `3,500,000 元`.
pub fn amount(value: f64, unit: Unit, lang: Lang) -> String {
    let number = format::exact(value, Some(unit), lang);
    match (unit.style(), unit.words().get(lang)) {
        (Style::Percent, _) => number.replace('%', " %"),
        (Style::Switch, _) => format::amount(value, unit, lang).text(lang),
        (_, "") => number,
        (_, words) => format!("{number} {words}"),
    }
}

impl ReadCell {
    /// What is written and what it was taken for: `350 万元 → 3,500,000 元`.
    pub fn understood(&self, unit: Unit, lang: Lang) -> String {
        format!("{} → {}", self.written, amount(self.value, unit, lang))
    }
}

impl ReadValue {
    /// What is written and what it was taken for, year by year where it is a path.
    pub fn understood(&self, lang: Lang) -> String {
        let spec = self.input.spec();
        let said = |cell: &ReadCell| match spec.shape {
            voced_model::inputs::Shape::Switch => format!("{} → {}", cell.written, spec.text(cell.value, lang)),
            _ => cell.understood(spec.unit, lang),
        };
        if matches!(self.value, PathValue::Constant(_)) {
            return self.cells.last().map(said).unwrap_or_default();
        }
        let years = self.cells.iter().take(MOST).map(|cell| match cell.year {
            Some(year) => format!("{year}{}{}", lang.pick("：", ": "), said(cell)),
            None => said(cell),
        });
        let mut told: Vec<String> = years.collect();
        if self.cells.len() > MOST {
            told.push("…".to_owned());
        }
        told.join(lang.pick("；", "; "))
    }
}

impl ReadObserved {
    /// What is written and what it was taken for.
    pub fn understood(&self, lang: Lang) -> String {
        self.cell.understood(self.quantity.spec().unit, lang)
    }
}

impl Why {
    /// The reason in words.
    pub const fn words(&self) -> Words {
        match self {
            Why::Title => Words { zh: "标题", en: "title" },
            Why::Note => Words { zh: "表注", en: "note" },
            Why::Total => Words { zh: "合计，不作为单项读取", en: "a total, not read as an item" },
            Why::OtherSchools => Words { zh: "其他类型学校的数", en: "numbers of other schools" },
            Why::OtherArea => Words { zh: "其他地区的数", en: "numbers of another area" },
            Why::Hidden => Words { zh: "隐藏的工作表，没有读取", en: "a hidden sheet, not read" },
            Why::Example => Words { zh: "模板的示例", en: "the example of the template" },
            Why::NoKnownName => Words { zh: "没有认识的名称", en: "no name in it is known" },
            Why::Empty => Words { zh: "空表", en: "nothing in it" },
        }
    }
}

impl Skipped {
    /// One line: where, what and why.
    pub fn words(&self, lang: Lang) -> String {
        let place = self.place.map_or_else(String::new, |place| place.to_string());
        let name = if self.name.is_empty() { String::new() } else { format!("“{}”", self.name) };
        let text = if self.text.is_empty() { String::new() } else { format!(" {}", self.text) };
        format!("{name}{place}{text}{}{}", lang.pick("：", ": "), self.why.words().get(lang))
    }
}
