//! Text that cells share, and how workbooks write text.

use crate::events::{Events, Step};
use crate::limits::Counter;
use crate::refusal::Refusal;

/// Text that comes in pieces: of one format, or of several in a row. What is said of its pronunciation is left out.
#[derive(Default)]
pub(super) struct Pieces {
    text: String,
    is_open: bool,
}

impl Pieces {
    /// Takes an event inside of a text; `skip` is then to be called for what belongs elsewhere.
    pub(super) fn take(&mut self, step: &Step<'_>, events: &mut Events<'_>) -> Result<(), Refusal> {
        match step {
            Step::Open(tag) => match tag.name() {
                "t" => self.is_open = true,
                "rPh" => events.skip()?,
                _ => {}
            },
            Step::Close(tag) if tag.name() == "t" => self.is_open = false,
            Step::Text(text) if self.is_open => self.text.push_str(text),
            Step::Close(_) | Step::Text(_) => {}
        }
        Ok(())
    }

    /// The whole text; the next one begins.
    pub(super) fn done(&mut self) -> String {
        self.is_open = false;
        unescaped(std::mem::take(&mut self.text))
    }
}

/// Reads the shared texts in their order.
pub(super) fn read(text: &str) -> Result<Vec<String>, Refusal> {
    let mut counter = Counter::default();
    let mut texts = Vec::new();
    let mut pieces = Pieces::default();
    let mut events = Events::of(text, "sharedStrings.xml");
    while let Some(step) = events.next()? {
        pieces.take(&step, &mut events)?;
        if let Step::Close(tag) = &step
            && tag.name() == "si"
        {
            counter.one()?;
            texts.push(pieces.done());
        }
    }
    Ok(texts)
}

/// Text with its characters that XML cannot hold: `_x000D_` is a carriage return.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        whole.push_str(before);
        let code = after.split_at_checked(4).filter(|(code, _)| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let code = code.and_then(|(code, after)| Some((u32::from_str_radix(code, 16).ok()?, after.strip_prefix('_')?)));
        rest = match code.and_then(|(code, after)| Some((char::from_u32(code)?, after))) {
            Some((character, after)) => {
                whole.push(character);
                after
            }
            None => {
                whole.push_str("_x");
                after
            }
        };
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_are_characters_and_anything_else_stays() {
        for (written, meant) in [
            ("一_x000D_\n二", "一\r\n二"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_x0041_x0042_", "aAx0042_"),
            ("max_x", "max_x"),
            ("_x12", "_x12"),
            ("_xD800_", "_xD800_"),
            ("_x一二", "_x一二"),
            ("_x00zz_", "_x00zz_"),
        ] {
            assert_eq!(unescaped(written.to_owned()), meant);
        }
    }
}
