//! Formats of numbers: only whether they show a day or a percentage.

use std::collections::HashMap;

use crate::events::{Events, Step};
use crate::formats::{self, Shown};
use crate::limits::Counter;
use crate::refusal::Refusal;

/// The formats of cells.
#[derive(Default)]
pub(super) struct Styles(Vec<Shown>);

impl Styles {
    /// How a cell with this style shows a number.
    pub(super) fn shown(&self, style: usize) -> Shown {
        self.0.get(style).copied().unwrap_or_default()
    }
}

/// Reads the formats of cells in their order.
pub(super) fn read(text: &str) -> Result<Styles, Refusal> {
    let mut counter = Counter::default();
    let mut codes: HashMap<u16, Shown> = HashMap::new();
    let mut styles = Vec::new();
    let mut is_of_cells = false;
    let mut events = Events::of(text, "styles.xml");
    while let Some(step) = events.next()? {
        match &step {
            Step::Open(tag) => match tag.name() {
                "numFmt" => {
                    counter.one()?;
                    let number = tag.get("numFmtId").and_then(|number| number.trim().parse().ok());
                    if let (Some(number), Some(code)) = (number, tag.get("formatCode")) {
                        codes.insert(number, formats::of_code(&code));
                    }
                }
                // Named styles and differences of conditional formats have formats too.
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    counter.one()?;
                    let number = tag.get("numFmtId").and_then(|number| number.trim().parse().ok()).unwrap_or(0);
                    styles.push(codes.get(&number).copied().unwrap_or_else(|| formats::builtin(number)));
                }
                _ => {}
            },
            Step::Close(tag) if tag.name() == "cellXfs" => is_of_cells = false,
            Step::Close(_) | Step::Text(_) => {}
        }
    }
    Ok(Styles(styles))
}
