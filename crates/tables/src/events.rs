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

    /// Its name with the prefix.
    pub(crate) fn full_name(&self) -> &str {
        self.0.name().into_inner()
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
        self.find(|other| local(other) == name)
    }

    /// The value of an attribute, by its name with the prefix.
    pub(crate) fn get_full(&self, name: &str) -> Option<String> {
        self.find(|other| other == name)
    }

    fn find(&self, mut is_it: impl FnMut(&str) -> bool) -> Option<String> {
        let mut found = None;
        self.each(|name, value| {
            if found.is_none() && is_it(name) {
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

#[cfg(test)]
mod tests {
    use super::{Events, Step, text};

    fn all(xml: &str) -> Option<String> {
        let mut events = Events::of(xml, "part");
        let mut all = String::new();
        while let Some(step) = events.next().ok()? {
            match step {
                Step::Open(tag) if tag.name() == "skipped" => events.skip().ok()?,
                Step::Open(tag) => all += &format!("<{} {:?}>", tag.full_name(), tag.get("a")),
                Step::Close(tag) => all += &format!("</{}>", tag.name()),
                Step::Text(text) => all += &text,
            }
        }
        Some(all)
    }

    #[test]
    fn events_come_in_their_order_without_what_is_skipped() {
        assert_eq!(
            all(
                "<x:r b=\"1\" x:a=\"&lt;&#20013;\"> <e/><!-- c -->一&amp;<![CDATA[<&>]]><skipped><skipped/>二</skipped><skipped/></x:r>"
            ),
            Some("<x:r Some(\"<中\")> <e None></e>一&<&></r>".to_owned())
        );
    }

    #[test]
    fn entities_of_a_document_type_are_not_expanded() {
        let xml = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r>&b;&</r>";
        assert_eq!(all(xml), Some("<r None>&b;&</r>".to_owned()));
    }

    #[test]
    fn what_is_cut_off_or_crossed_is_damage() {
        for damaged in ["<r>", "<r", "<r><a></r></a>", "<r>&#x110000;</r>", "</r>", "<r><![CDATA[", "<skipped>"] {
            assert_eq!(all(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn parts_are_utf8_or_utf16() {
        assert_eq!(text("中".into()), "中");
        assert_eq!(text(vec![0xff, 0xfe, 0x2d, 0x4e]), "中");
        assert_eq!(text(vec![0xfe, 0xff, 0x4e, 0x2d, 0xd8]), "中");
        assert_eq!(text(vec![b'a', 0xff]), "a\u{fffd}");
    }
}
