//! The finished file: bound to JavaScript, optimised, still with names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result, bail};
use wasmparser::{
    DataKind, Export, ExternalKind, FunctionBody, GlobalType, KnownCustom, MemoryType, Operator, Parser, Payload,
    TableType, TypeRef,
};

use super::division::Division;
use super::linked::{constant, function_names, slots_of};
use super::{LATER, Level, gate};

/// See the module's own page.
#[derive(Default)]
pub struct Finished<'a> {
    /// Sections that every part, or only the first, takes over as they are, by their numbers.
    pub sections: BTreeMap<u8, &'a [u8]>,
    pub imported: u32,
    /// The type of every function, imported ones first.
    pub types: Vec<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub tables: Vec<TableType>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<GlobalType>,
    pub exports: Vec<Export<'a>>,
    pub slots: BTreeMap<u32, u32>,
    pub data: Vec<(u32, &'a [u8])>,
    pub counts_data: bool,
    pub start: Option<u32>,
    /// The functions that each body calls by number.
    calls: Vec<BTreeSet<u32>>,
    names: HashMap<u32, String>,
}

/// Where everything goes.
pub struct Plan<'a> {
    pub division: &'a Division,
    /// The part of each function.
    pub levels: Vec<Level>,
    /// The slots of gates.
    pub gates: BTreeMap<u32, u32>,
    /// All slots of the table with their functions.
    pub slots: BTreeMap<u32, u32>,
}

impl<'a> Finished<'a> {
    /// A line for every function: its part, its size in bytes, its name. What a part has grown by is seen in it.
    pub fn listing(&self, plan: &Plan<'_>) -> String {
        let line = |(place, body): (usize, &FunctionBody<'_>)| {
            let function = self.imported + place as u32;
            let name = self.names.get(&function).map_or("", String::as_str);
            let level = plan.levels[function as usize];
            format!("{level} {} {:#}\n", body.range().len(), rustc_demangle::demangle(name))
        };
        self.bodies.iter().enumerate().map(line).collect()
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it is no wasm file, or holds something that the cutting does not know.
    pub fn read(file: &'a [u8]) -> Result<Self> {
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(file) {
            let payload = payload.context("the finished wasm file can not be read")?;
            if let Some((id, range)) = payload.as_section() {
                module.sections.insert(id, &file[range]);
            }
            module.take(payload)?;
        }
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    match import?.ty {
                        TypeRef::Func(kind) => {
                            self.imported += 1;
                            self.types.push(kind);
                        }
                        // Numbers of what is imported and of what is not would have to be told apart.
                        _ => bail!("the finished file imports more than functions"),
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    self.types.push(kind?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    let global = global?;
                    for operator in global.init_expr.get_operators_reader() {
                        if matches!(operator?, Operator::RefFunc { .. }) {
                            bail!("a global holds a function");
                        }
                    }
                    self.globals.push(global.ty);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    self.exports.push(export?);
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                let mut slots = HashMap::new();
                for element in section {
                    slots_of(&element?, &mut slots)?;
                }
                self.slots.extend(slots);
            }
            Payload::CodeSectionEntry(body) => {
                self.calls.push(calls(&body)?);
                self.bodies.push(body);
            }
            Payload::DataCountSection { .. } => self.counts_data = true,
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let DataKind::Active { memory_index: 0, offset_expr } = data.kind else {
                        bail!("the finished file has data without an address")
                    };
                    self.data.push((constant(&offset_expr)?, data.data));
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    self.names = function_names(reader)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The functions that a function calls by number.
    pub fn calls(&self, function: u32) -> impl Iterator<Item = &u32> {
        let body = function.checked_sub(self.imported).and_then(|body| self.calls.get(body as usize));
        body.into_iter().flatten()
    }

    /// Which function goes where: into the first part that calls it, or may call it through the table.
    ///
    /// # Errors
    /// When a gate of the division is gone, or can be reached otherwise than by a call.
    pub fn plan<'d>(&self, division: &'d Division) -> Result<Plan<'d>> {
        let gates: HashMap<u32, Level> =
            self.names.iter().filter_map(|(function, name)| Some((*function, gate(name)?))).collect();
        for lost in &division.gates {
            if !gates.keys().any(|function| self.names.get(function) == Some(&lost.name)) {
                let name = rustc_demangle::demangle(&lost.name);
                bail!("the gate {name:#} is gone from the finished file; is it never inlined?");
            }
        }
        let mut levels: HashMap<u32, Level> = HashMap::new();
        for level in 0..=LATER.len() {
            let slots = self.slots.iter().filter(|(slot, _)| division.slot(**slot) == level).map(|slot| *slot.1);
            let mut open: Vec<u32> = slots.collect();
            if level == 0 {
                let exports = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
                open.extend(exports.map(|export| export.index).chain(self.start).chain(0..self.imported));
            }
            if let Some(function) = open.iter().find(|function| gates.get(function).is_some_and(|gate| *gate > level)) {
                bail!("a gate is more than called: {:#}", rustc_demangle::demangle(&self.names[function]));
            }
            open.extend(gates.iter().filter(|gate| *gate.1 == level).map(|gate| *gate.0));
            while let Some(function) = open.pop() {
                let is_closed = gates.get(&function).is_some_and(|gate| *gate > level);
                if is_closed || levels.contains_key(&function) {
                    continue;
                }
                levels.insert(function, level);
                open.extend(self.calls(function));
            }
        }
        // What nobody calls any more is left to the first part.
        let levels: Vec<Level> = (0..self.types.len()).map(|f| levels.get(&(f as u32)).copied().unwrap_or(0)).collect();
        let mut slots = self.slots.clone();
        let first_free = self.tables.first().map_or(0, |table| table.initial as u32);
        let mut in_order: Vec<u32> = gates.into_keys().collect();
        in_order.sort_unstable();
        let gates: BTreeMap<u32, u32> = in_order.into_iter().zip(first_free..).collect();
        slots.extend(gates.iter().map(|(function, slot)| (*slot, *function)));
        Ok(Plan { division, levels, gates, slots })
    }
}

/// The functions that a body calls by number.
fn calls(body: &FunctionBody) -> Result<BTreeSet<u32>> {
    let mut called = BTreeSet::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                called.insert(function_index);
            }
            Operator::RefFunc { .. } => bail!("a function is taken as a value"),
            _ => {}
        }
    }
    Ok(called)
}
