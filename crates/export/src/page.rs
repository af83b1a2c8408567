//! A sheet in the making.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Format, Formula, Worksheet, XlsxError,
};
use voced_model::format::exact;
use voced_model::{Allowed, Lang};

use crate::address::{Address, Tab, at_home};
use crate::entry::Entry;
use crate::styles::{ABSENT_INK, Role, format};
use crate::text::{looks_like_formula, safe};
use crate::{Results, layout, words};

/// What a formula gives today.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A number; not a number where there is none.
    Number(f64),
    /// Text.
    Text(String),
}

impl Value {
    /// The value as the file holds it beside the formula.
    fn written(&self) -> String {
        match self {
            Value::Number(number) if number.is_nan() => "#N/A".to_owned(),
            Value::Number(number) if number.is_infinite() => "#DIV/0!".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => text.clone(),
        }
    }
}

/// What was written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Laid {
    /// Text, as the cell shows it.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula without its equals sign.
    Formula(String),
}

/// A sheet and what it needs to know of the workbook.
pub(crate) struct Page {
    pub(crate) sheet: Worksheet,
    pub(crate) tab: Tab,
    pub(crate) lang: Lang,
    /// What stands where, by row and column: a workbook that comes back is held against it.
    pub(crate) cells: BTreeMap<(u32, u16), Laid>,
    /// The cells that may be changed.
    pub(crate) entries: BTreeMap<(u32, u16), Entry>,
    results: Results,
}

/// The outcome of writing.
pub(crate) type Written = Result<(), XlsxError>;

impl Page {
    /// An empty sheet with its title and a line of help, set up for print: A4 lying down, as many pages
    /// long as need be, headings on each.
    pub(crate) fn new(tab: Tab, title: &str, help: &str, lang: Lang, results: Results) -> Result<Page, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(tab.words().get(lang))?;
        sheet.set_screen_gridlines(false);
        const A4: u8 = 9;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_footer("&L&A&R&P / &N");
        if results == Results::Known {
            // What the writer puts where a formula gives no text at all.
            sheet.set_formula_result_default("");
        }
        let mut page = Page { sheet, tab, lang, cells: BTreeMap::new(), entries: BTreeMap::new(), results };
        page.text(0, 0, title, Role::Title)?;
        page.text(1, 0, help, Role::Help)?;
        Ok(page)
    }

    /// Headings that stay in sight and stand on every printed page, with `columns` columns that stay.
    pub(crate) fn freeze(&mut self, columns: u16) -> Written {
        self.sheet.set_freeze_panes(layout::HEAD + 1, columns)?;
        self.sheet.set_repeat_rows(layout::HEAD, layout::HEAD)?;
        Ok(())
    }

    /// A sheet too wide to be read on one page: two beside each other, with the first columns on both.
    pub(crate) fn two_pages_wide(&mut self) -> Written {
        self.sheet.set_print_fit_to_pages(2, 0);
        self.sheet.set_repeat_columns(layout::NAME, layout::ID)?;
        Ok(())
    }

    pub(crate) fn widths(&mut self, widths: &[(u16, f64)]) -> Written {
        for (column, width) in widths {
            self.sheet.set_column_width(*column, *width)?;
        }
        Ok(())
    }

    pub(crate) fn heads<'a>(&mut self, row: u32, first: u16, heads: impl IntoIterator<Item = &'a str>) -> Written {
        self.lines(row, 2)?;
        for (column, head) in (first..).zip(heads) {
            self.text(row, column, head, Role::Head)?;
        }
        Ok(())
    }

    /// Makes a row as high as so many lines: not every program fits rows to their text by itself.
    pub(crate) fn lines(&mut self, row: u32, lines: usize) -> Written {
        const LINE: f64 = 15.0;
        const HIGHEST: f64 = 409.0;
        self.sheet.set_row_height(row, (LINE * lines.max(1) as f64).min(HIGHEST))?;
        Ok(())
    }

    /// The years as headings. They are numbers, so that formulas can look them up.
    pub(crate) fn years(&mut self, row: u32, first: u16, years: impl Iterator<Item = i32>) -> Written {
        for (column, year) in (first..).zip(years) {
            self.number(row, column, f64::from(year), &format(Role::Head, "0"))?;
        }
        Ok(())
    }

    /// Text that is never a formula, whatever it begins with.
    pub(crate) fn text(&mut self, row: u32, column: u16, text: &str, role: Role) -> Written {
        let look = format(role, "");
        let look = if looks_like_formula(text) { look.set_quote_prefix() } else { look };
        let text = safe(text);
        self.sheet.write_string_with_format(row, column, &text, &look)?;
        if !text.trim().is_empty() {
            self.cells.insert((row, column), Laid::Text(text));
        }
        Ok(())
    }

    pub(crate) fn number(&mut self, row: u32, column: u16, number: f64, look: &Format) -> Written {
        if number.is_finite() {
            self.sheet.write_number_with_format(row, column, number, look)?;
            self.cells.insert((row, column), Laid::Number(number));
        }
        Ok(())
    }

    /// A formula with what it gives today.
    pub(crate) fn formula(&mut self, at: Address, formula: &str, value: &Value, look: &Format) -> Written {
        let text = at_home(formula, self.tab, self.lang);
        let formula = Formula::new(format!("={text}"));
        let formula = match self.results {
            Results::Known => formula.set_result(value.written()),
            Results::Zeros => formula,
        };
        self.cells.insert((at.row, at.column), Laid::Formula(text));
        self.sheet.write_formula_with_format(at.row, at.column, formula, look)?;
        Ok(())
    }

    /// Says which number of the scenario stands in a cell that may be changed.
    pub(crate) fn open(&mut self, at: Address, entry: Entry) {
        self.entries.insert((at.row, at.column), entry);
    }

    /// Makes cells from `first` to `last` take only numbers that are allowed.
    pub(crate) fn bound(
        &mut self,
        (first, last): (Address, Address),
        Allowed { min, max, whole, unit }: Allowed,
    ) -> Written {
        let between = DataValidationRule::Between(min, max);
        let rule = match whole {
            true if (min, max) == (0.0, 1.0) => DataValidation::new().allow_list_strings(&["0", "1"])?,
            true => DataValidation::new().allow_whole_number(DataValidationRule::Between(min as i32, max as i32)),
            false => DataValidation::new().allow_decimal_number(between),
        };
        let range = format!("{} – {}", exact(min, unit, self.lang), exact(max, unit, self.lang));
        let rule =
            rule.ignore_blank(false).set_error_title(words::OUT_OF_BOUNDS.get(self.lang))?.set_error_message(range)?;
        self.sheet.add_data_validation(first.row, first.column, last.row, last.column, &rule)?;
        Ok(())
    }

    /// Shows what has no value in pale ink.
    pub(crate) fn pale_where_absent(&mut self, first: Address, last: Address) -> Written {
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("=ISNA({})", Address { anchored: false, ..first }.local()).as_str())
            .set_format(Format::new().set_font_color(ABSENT_INK));
        self.sheet.add_conditional_format(first.row, first.column, last.row, last.column, &rule)?;
        Ok(())
    }
}
