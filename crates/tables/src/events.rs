//! XML, gone through event by event: no document type is followed, no entity of it expanded, nothing is called back
//! into itself by what a file nests.

use std::borrow::Cow;

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::refusal::Refusal;

/// The events of a part.
pub(crate) struct Events<'x> {
    reader: Reader<&'x [u8]>,
    /// What it is called where it is damaged.
    part: &'x str,
    depth: usize,
    /// An empty element that was opened and is to be closed.
    to_close: Option<BytesStart<'x>>,
}

/// An event.
pub(crate) enum Step<'x> {
    /// An element begins; an empty one begins and ends.
    Open(Tag<'x>),
    /// An element ends.
    Close(Closed<'x>),
    /// Text in an element, in as many pieces as there are references in it.
    Text(Cow<'x, str>),
}

/// The beginning of an element.
pub(crate) struct Tag<'x>(BytesStart<'x>);

/// The end of an element.
pub(crate) enum Closed<'x> {
    Tag(BytesEnd<'x>),
    Empty(BytesStart<'x>),
}

/// The text of a part: UTF-8, or UTF-16 where its mark says so.
pub(crate) fn text(bytes: Vec<u8>) -> String {
    let units = |unit: fn([u8; 2]) -> u16| -> String {
        let units = bytes.get(2..).unwrap_or_default().chunks_exact(2);
        let units = units.filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

impl<'x> Events<'x> {
    /// The events of a text, with the name of its part.
    pub(crate) fn of(text: &'x str, part: &'x str) -> Events<'x> {
        let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
        reader.config_mut().allow_dangling_amp = true;
        Events { reader, part, depth: 0, to_close: None }
    }

    /// The next event; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Step<'x>>, Refusal> {
        if let Some(tag) = self.to_close.take() {
            return Ok(Some(Step::Close(Closed::Empty(tag))));
        }
        loop {
            let event = self.reader.read_event().map_err(|_| self.damaged())?;
            return Ok(Some(match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    Step::Open(Tag(tag))
                }
                Event::Empty(tag) => {
                    self.to_close = Some(tag.clone());
                    Step::Open(Tag(tag))
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(Closed::Tag(tag))
                }
                Event::Text(text) => Step::Text(text.xml10_content()),
                Event::CData(text) => Step::Text(text.xml10_content()),
                Event::GeneralRef(name) => {
                    let character = name.resolve_char_ref().map_err(|_| self.damaged())?;
                    let name = name.into_inner();
                    Step::Text(match (character, resolve_xml_entity(&name)) {
                        (Some(character), _) => Cow::Owned(character.to_string()),
                        (None, Some(text)) => Cow::Borrowed(text),
                        // An entity of a document type stays as it is written.
                        (None, None) => Cow::Owned(format!("&{name};")),
                    })
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                // A part that was cut off would lack cells, and nobody would know.
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => return Ok(None),
            }));
        }
    }

    /// Goes on until the element is closed that was opened last.
    pub(crate) fn skip(&mut self) -> Result<(), Refusal> {
        let mut open = 1_usize;
        while open > 0 {
            match self.next()? {
                Some(Step::Open(_)) => open += 1,
                Some(Step::Close(_)) => open -= 1,
                Some(Step::Text(_)) => {}
                None => return Err(self.damaged()),
            }
        }
        Ok(())
    }

    /// The refusal of a damaged part.
    pub(crate) fn damaged(&self) -> Refusal {
        Refusal::Damaged(format!("{}, {}", self.part, self.reader.buffer_position()))
    }
}

impl Tag<'_> {
    /// Its name without the prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Hands on every attribute with its full name; what is damaged in it is left out.
    pub(crate) fn each(&self, mut hand_on: impl FnMut(&str, &str)) {
        // Checks for repeated names would take the square of their number.
        for attribute in self.0.attributes().with_checks(false).flatten() {
            let name = attribute.key.into_inner();
            if let Ok(value) = unescape(&attribute.value) {
                hand_on(name, &value);
            }
        }
    }

    /// The value of an attribute, with whatever prefix.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut found = None;
        self.each(|other, value| {
            if local(other) == name && found.is_none() {
                found = Some(value.to_owned());
            }
        });
        found
    }

    /// Whether an attribute is there and true.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| is_true(&value))
    }
}

impl Closed<'_> {
    /// Its name without the prefix.
    pub(crate) fn name(&self) -> &str {
        match self {
            Closed::Tag(tag) => tag.local_name().into_inner(),
            Closed::Empty(tag) => tag.local_name().into_inner(),
        }
    }
}

/// A name without its prefix.
pub(crate) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, name)| name)
}

/// Whether a value of XML is true.
pub(crate) fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "on")
}
