//! The page's module cut into parts, so that the first load brings only what the first screen needs.
//!
//! A part is what can be reached through its gates alone: functions of the page that are called only once
//! the part is there. Who refers to whom is read from cargo's file, where the linker left every reference
//! of a function or of data to another ([`Linked`]). Between that file and the finished one functions are
//! renumbered, joined and removed; addresses of data and slots of the function table stay what they are,
//! for both stand as plain numbers all over the code. So a [`Division`] speaks of slots and addresses, and
//! of gates by name, and calls are followed again in the finished file ([`Finished`]).
//!
//! A part may call what is in the parts before it. It imports memory, tables, globals and functions from
//! them, and fills its own slots of the table and its own stretches of memory when it is joined to them.
//! Calls of gates go by way of the table.

mod division;
mod finished;
mod linked;
mod part;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result};
use wasmparser::WasmFeatures;

pub use division::Division;
use finished::Finished;
use linked::Linked;
pub use linked::without_references;

use super::features;

/// A part that is loaded when it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// What the page calls it.
    pub name: &'static str,
    /// The module that holds its gates.
    gates: &'static str,
}

/// In the order in which they build on each other.
pub const LATER: [Later; 3] = [
    Later { name: "later", gates: "voced_whatif::lazy::later::" },
    Later { name: "take", gates: "voced_whatif::lazy::take::" },
    Later { name: "bring", gates: "voced_whatif::lazy::bring::" },
];

/// The place of a part in that order; 0 is the one that is loaded first.
type Level = usize;

/// Finds out what belongs to which part, and returns the file without what was only there for that.
///
/// # Errors
/// When the file was not linked for this.
pub fn divide(linked: &[u8]) -> Result<(Division, Vec<u8>)> {
    Ok((Linked::read(linked)?.divide(), linked::without_references(linked)?))
}

/// A module in parts.
#[derive(Debug)]
pub struct Parts {
    pub first: Vec<u8>,
    /// A line for every function: part, size, name.
    pub listing: String,
    /// Those that are loaded when they are asked for, by their names; a part without gates is not there.
    pub later: Vec<(&'static str, Vec<u8>)>,
}

/// Cuts the finished file, which still has its names; the parts may use no more of WebAssembly than is given.
///
/// # Errors
/// When the file does not fit the division, or a part would not be sound.
pub fn split(finished: &[u8], division: &Division, uses: WasmFeatures) -> Result<Parts> {
    let module = Finished::read(finished)?;
    let plan = module.plan(division)?;
    let write = |level: Level, name: &str| {
        let part = part::write(&module, &plan, level)?;
        features::check(&part, uses).with_context(|| format!("the part \"{name}\" is not sound"))?;
        Ok::<_, anyhow::Error>(part)
    };
    let mut later = Vec::new();
    for (part, level) in LATER.iter().zip(1..) {
        if division.gates.iter().any(|gate| gate.level == level) {
            later.push((part.name, write(level, part.name)?));
        }
    }
    Ok(Parts { first: write(0, "first")?, listing: module.listing(&plan), later })
}

/// The part of which the function with this name is a gate, if any.
fn gate(symbol: &str) -> Option<Level> {
    let path = format!("{:#}", rustc_demangle::demangle(symbol));
    let of = |part: &Later| {
        // Neither closures in a gate nor what is below.
        path.strip_prefix(part.gates).is_some_and(|name| !name.contains("::") && !name.contains('{'))
    };
    LATER.iter().position(of).map(|place| place + 1)
}
