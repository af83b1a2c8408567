//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use voced_model::{Style, Unit};

/// What a cell is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The title of a sheet.
    Title,
    /// A line of help.
    Help,
    /// The heading of a column.
    Head,
    /// The heading of a group of rows.
    Group,
    /// A name.
    Name,
    /// An id or a unit.
    Faint,
    /// Running text.
    Prose,
    /// A number to change.
    Input,
    /// A number or text that only a new workbook can change.
    Fixed,
    /// A computed number.
    Result,
    /// A computed number that stands out.
    Key,
    /// A word computed by a formula.
    Word,
}

/// Yellow and blue: what may be changed, as spreadsheets of banks and bureaus show it.
const INPUT_GROUND: u32 = 0xFF_F2_CC;
const INPUT_INK: u32 = 0x1F_4E_9E;
const HEAD_GROUND: u32 = 0xDD_E6_EF;
const GROUP_GROUND: u32 = 0xF0_F3_F6;
const FIXED_GROUND: u32 = 0xEF_EF_EF;
const FAINT_INK: u32 = 0x6B_72_7B;
const LINE: u32 = 0xBF_C5_CC;

/// What has no value is there but does not draw the eye.
pub(crate) const ABSENT_INK: u32 = 0xB5_BA_C0;
/// Behind a target that is met, or missed.
pub(crate) const MET_GROUND: u32 = 0xD7_EE_DA;
pub(crate) const MISSED_GROUND: u32 = 0xF8_D9_D4;

/// The look of a role, with a number format; an empty one is the general format.
pub(crate) fn format(role: Role, numbers: &str) -> Format {
    let top = |format: Format| format.set_align(FormatAlign::Top);
    // A step in, so that words do not touch a number before them.
    let words = |format: Format| top(format).set_align(FormatAlign::Left).set_indent(1);
    let ruled = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(LINE);
    let format = match role {
        Role::Title => Format::new().set_bold().set_font_size(16),
        Role::Help => Format::new().set_font_color(FAINT_INK),
        Role::Head => top(ruled(Format::new().set_bold().set_text_wrap().set_background_color(HEAD_GROUND))),
        Role::Group => Format::new().set_bold().set_background_color(GROUP_GROUND),
        Role::Result => top(Format::new()),
        Role::Name | Role::Word => words(Format::new()),
        Role::Faint => words(Format::new().set_font_color(FAINT_INK)),
        Role::Prose => words(Format::new().set_text_wrap()),
        Role::Input => {
            top(ruled(Format::new().set_background_color(INPUT_GROUND).set_font_color(INPUT_INK).set_unlocked()))
        }
        Role::Fixed => top(Format::new().set_background_color(FIXED_GROUND).set_font_color(FAINT_INK)),
        Role::Key => top(Format::new().set_bold()),
    };
    if numbers.is_empty() { format } else { format.set_num_format(numbers) }
}

/// The number format of a unit for results.
pub(crate) fn numbers(unit: Option<Unit>) -> &'static str {
    match unit.map(Unit::style) {
        Some(Style::Percent) => "0.0%",
        Some(Style::Count | Style::Money) => "#,##0",
        Some(Style::Decimal) => "0.00",
        Some(Style::Year | Style::Switch) => "0",
        None => "General",
    }
}

/// The number format of a unit for a number that somebody typed and wants to see whole.
pub(crate) fn exact_numbers(unit: Option<Unit>, value: f64) -> &'static str {
    let is_whole = value.fract() == 0.0;
    match unit.map(Unit::style) {
        Some(Style::Percent) => "0.0##%",
        Some(Style::Year | Style::Switch) => "0",
        _ if is_whole => "#,##0",
        _ if value.abs() < 100.0 => "#,##0.00##",
        _ => "#,##0.0",
    }
}
