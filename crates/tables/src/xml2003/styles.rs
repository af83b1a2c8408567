//! The styles of a workbook: how they show numbers.

use std::collections::HashMap;

use crate::formats::{self, Shown};

/// How many styles may stand behind one: a damaged one may stand behind itself.
const PARENTS: usize = 16;

/// The styles by their names.
#[derive(Default)]
pub(crate) struct Styles {
    named: HashMap<String, Style>,
    current: String,
}

#[derive(Default)]
struct Style {
    shown: Option<Shown>,
    parent: Option<String>,
}

impl Styles {
    /// A style begins.
    pub(crate) fn begin(&mut self, name: Option<String>, parent: Option<String>) {
        self.current = name.unwrap_or_default();
        self.named.insert(self.current.clone(), Style { shown: None, parent });
    }

    /// The format of the style that began last; without a code it is the usual one.
    pub(crate) fn format(&mut self, code: Option<String>) {
        if let Some(style) = self.named.get_mut(&self.current) {
            style.shown = Some(formats::of_name(code.as_deref().unwrap_or("General")));
        }
    }

    /// How a style shows numbers.
    pub(crate) fn shown(&self, name: &str) -> Shown {
        let mut style = self.named.get(name);
        for _ in 0..PARENTS {
            let Some(Style { shown: None, parent: Some(parent) }) = style else { break };
            style = self.named.get(parent);
        }
        style.and_then(|style| style.shown).unwrap_or_default()
    }
}
