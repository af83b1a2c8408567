//! The text that a cell shows: paragraphs, with blanks, tabs and links, without notes, pictures and pronunciation.

use crate::events::{Events, Step, Tag};
use crate::refusal::Refusal;
use crate::zip::Archive;

/// The most blanks in a row, which a file can write with few characters.
const BLANKS: usize = 32_767;

/// Text of paragraphs as it grows.
#[derive(Default)]
struct Shown {
    text: String,
    paragraphs: usize,
    /// Whether a blank that follows would be the second, or the first of a paragraph: both are left out.
    after_blank: bool,
}

/// Reads a cell to its end; `None` where it has no paragraph.
pub(super) fn of_cell(events: &mut Events<'_>, archive: &Archive<'_>) -> Result<Option<String>, Refusal> {
    let mut shown = Shown::default();
    // How deep in the cell; a paragraph is directly in it.
    let mut depth = 0_usize;
    loop {
        match events.next()?.ok_or_else(|| events.damaged())? {
            Step::Open(tag) => match (depth, tag.full_name()) {
                (0, "text:p" | "text:h") => {
                    shown.begin();
                    depth = 1;
                }
                // Remarks, pictures, tables in cells.
                (0, _) => events.skip()?,
                (_, "office:annotation" | "text:note" | "text:ruby-text") => events.skip()?,
                (_, name) if name.starts_with("draw:") => events.skip()?,
                (_, name) => {
                    shown.sign(name, &tag, archive)?;
                    depth += 1;
                }
            },
            Step::Close(_) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Ok((shown.paragraphs > 0).then_some(shown.text)),
            },
            Step::Text(text) if depth > 0 => shown.text(&text),
            Step::Text(_) => {}
        }
    }
}

impl Shown {
    fn begin(&mut self) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
        self.after_blank = true;
    }

    /// An element that stands for characters.
    fn sign(&mut self, name: &str, tag: &Tag<'_>, archive: &Archive<'_>) -> Result<(), Refusal> {
        match name {
            "text:s" => {
                let blanks = tag.get_full("text:c").and_then(|count| count.trim().parse().ok()).unwrap_or(1);
                let blanks = blanks.min(BLANKS);
                archive.spend(blanks)?;
                self.text.extend(std::iter::repeat_n(' ', blanks));
            }
            "text:tab" => self.text.push('\t'),
            "text:line-break" => self.text.push('\n'),
            _ => return Ok(()),
        }
        self.after_blank = false;
        Ok(())
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            let is_blank = matches!(character, ' ' | '\t' | '\n' | '\r');
            match (is_blank, self.after_blank) {
                (true, true) => {}
                (true, false) => self.text.push(' '),
                (false, _) => self.text.push(character),
            }
            self.after_blank = is_blank;
        }
    }
}
