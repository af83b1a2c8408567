//! What belongs to which part, in words that hold for the linked file and for the finished one.

use std::collections::HashMap;

use super::Level;

/// A function through which a part is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    pub name: String,
    pub level: Level,
}

/// See the module's own page.
#[derive(Debug, Default)]
pub struct Division {
    pub gates: Vec<Gate>,
    /// The first part that may call what is in a slot of the table. What is not named belongs to the first.
    pub slots: HashMap<u32, Level>,
    /// The first part that reads a byte of the initial memory, from address `base` on; [`NOBODY`] reads
    /// what lies between. What is beyond belongs to the first.
    pub base: u32,
    pub bytes: Vec<u8>,
}

/// Stands for a byte that no symbol covers.
pub const NOBODY: u8 = u8::MAX;

impl Division {
    /// The first part that may call what is in the slot.
    pub fn slot(&self, slot: u32) -> Level {
        self.slots.get(&slot).copied().unwrap_or(0)
    }

    /// The first part that reads the byte; `None` where it does not matter.
    pub fn byte(&self, address: u32, value: u8) -> Option<Level> {
        let place = address.checked_sub(self.base).and_then(|place| self.bytes.get(place as usize));
        match place {
            // Memory begins with zeros by itself.
            Some(&NOBODY) if value == 0 => None,
            Some(&NOBODY) | None => Some(0),
            Some(&level) => Some(Level::from(level)),
        }
    }
}
