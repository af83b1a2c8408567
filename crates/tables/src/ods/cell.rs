//! A cell: what it says that it holds, and what it shows.

use crate::book::{Cell, Content, Percent};
use crate::days;
use crate::events::{Tag, is_true};

/// A cell as it begins.
#[derive(Default)]
pub(super) struct Open {
    /// How often it is there, side by side.
    pub(super) repeated: u32,
    /// Over how many rows and columns it is merged.
    pub(super) spans: Option<(u32, u32)>,
    kind: String,
    is_error: bool,
    value: Option<String>,
    text: Option<String>,
    formula: Option<String>,
}

/// A number of times, from 1; what is damaged or beyond any sheet is cut to its size.
pub(super) fn count(text: &str) -> u32 {
    text.trim().parse().unwrap_or(1).clamp(1, crate::limits::LAST.row + 1)
}

/// What is known of a cell from its beginning.
pub(super) fn opened(tag: &Tag<'_>) -> Open {
    let mut open = Open { repeated: 1, ..Open::default() };
    let mut spans = (1, 1);
    tag.each(|name, value| match name {
        "table:number-columns-repeated" => open.repeated = count(value),
        "table:number-rows-spanned" => spans.0 = count(value),
        "table:number-columns-spanned" => spans.1 = count(value),
        "table:formula" => open.formula = Some(formula(value).to_owned()),
        "office:value-type" => open.kind = value.to_owned(),
        // LibreOffice writes an error as text or as 0, and says here what it is.
        "calcext:value-type" => open.is_error = value == "error",
        "office:value" | "office:date-value" | "office:boolean-value" => open.value = Some(value.to_owned()),
        "office:string-value" => open.text = Some(value.to_owned()),
        _ => {}
    });
    open.spans = (spans != (1, 1)).then_some(spans);
    open
}

impl Open {
    /// The cell with the text that it shows; `None` where there is nothing in it.
    pub(super) fn cell(self, shown: Option<String>) -> Option<Cell> {
        let percent = if self.kind == "percentage" { Percent::Yes } else { Percent::No };
        let value = self.value.as_deref().map(str::trim).unwrap_or_default();
        let text = |shown: Option<String>| shown.map_or(Content::Blank, Content::Text);
        let content = match self.kind.as_str() {
            _ if self.is_error => Content::Error(shown.unwrap_or_default()),
            "float" | "percentage" | "currency" => match value.parse().ok().filter(|number: &f64| number.is_finite()) {
                Some(number) => Content::Number(number),
                None => text(shown),
            },
            "date" => days::of_text(value).map_or_else(|| text(shown), Content::Date),
            "boolean" if !value.is_empty() => Content::Truth(is_true(value)),
            "string" => Content::Text(self.text.or(shown).unwrap_or_default()),
            // A time of day, or no kind at all: what people see.
            _ => text(self.text.or(shown)),
        };
        let percent = if matches!(content, Content::Number(_)) { percent } else { Percent::No };
        let is_nothing = match &content {
            Content::Blank => true,
            Content::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        (!is_nothing || self.formula.is_some()).then_some(Cell { content, percent, formula: self.formula })
    }
}

/// How many bytes of text a cell holds.
pub(super) fn size(cell: &Cell) -> usize {
    let formula = cell.formula.as_ref().map_or(0, String::len);
    match &cell.content {
        Content::Text(text) | Content::Error(text) => formula.saturating_add(text.len()),
        _ => formula,
    }
}

/// A formula without the name of its grammar and the equals sign: `of:=SUM([.A1:.A3])`.
fn formula(text: &str) -> &str {
    let named = text.split_once(":=").filter(|(name, _)| name.bytes().all(|letter| letter.is_ascii_alphanumeric()));
    named.map_or_else(|| text.strip_prefix('=').unwrap_or(text), |(_, formula)| formula)
}
