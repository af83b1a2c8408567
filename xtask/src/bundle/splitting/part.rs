//! One part written as a module of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, Instruction, Module, RawSection, SectionId, StartSection,
    TableSection, TableType,
};
use wasmparser::{FunctionBody, Operator};

use super::finished::{Finished, Plan};
use super::{LATER, Level};

/// Stretches of data closer than this are written as one: each costs about so many bytes.
const BRIDGE: usize = 8;

/// Writes the part.
///
/// # Errors
/// When a body can not be read, or refers to what the part can not have.
pub fn write(module: &Finished, plan: &Plan, level: Level) -> Result<Vec<u8>> {
    let names = Names::new(module, plan);
    let imported: Vec<u32> = match level {
        0 => (0..module.imported).collect(),
        _ => borrowed(module, plan, level).into_iter().collect(),
    };
    let own: Vec<u32> = functions_of(module, plan, level).collect();
    let mut numbers = Numbers { of: imported.iter().chain(&own).copied().zip(0..).collect(), plan, module };

    let mut part = Module::new();
    let copy = |part: &mut Module, id: SectionId| {
        if let Some(data) = module.sections.get(&(id as u8)) {
            part.section(&RawSection { id: id as u8, data });
        }
    };
    // Every part has all types: they are few, and keep their numbers.
    copy(&mut part, SectionId::Type);
    match level {
        0 => copy(&mut part, SectionId::Import),
        _ => drop(part.section(&imports(module, plan, &imported, &names)?)),
    }
    let mut kinds = FunctionSection::new();
    for function in &own {
        kinds.function(module.types[*function as usize]);
    }
    part.section(&kinds);
    if level == 0 {
        part.section(&tables(module, plan)?);
        copy(&mut part, SectionId::Memory);
        copy(&mut part, SectionId::Global);
    }
    part.section(&exports(module, plan, level, &names, &mut numbers)?);
    if let Some(start) = module.start.filter(|_| level == 0) {
        part.section(&StartSection { function_index: numbers.function_index(start)? });
    }
    part.section(&elements(plan, level, &mut numbers)?);
    let data = data(module, plan, level);
    if module.counts_data {
        part.section(&DataCountSection { count: data.len() });
    }
    let mut code = CodeSection::new();
    for function in &own {
        code.function(&numbers.body(&module.bodies[(function - module.imported) as usize])?);
    }
    part.section(&code);
    part.section(&data);
    Ok(part.finish())
}

fn functions_of(module: &Finished, plan: &Plan, level: Level) -> impl Iterator<Item = u32> {
    let is_own = move |function: &u32| plan.levels[*function as usize] == level;
    (module.imported..).take(module.bodies.len()).filter(is_own)
}

/// The functions of earlier parts that this one calls.
fn borrowed(module: &Finished, plan: &Plan, level: Level) -> BTreeSet<u32> {
    let called = functions_of(module, plan, level).flat_map(|function| module.calls(function));
    called.copied().filter(|function| plan.levels[*function as usize] < level).collect()
}

/// What parts give to later ones, and the short names by which they do.
#[derive(Default)]
struct Names {
    memories: Vec<String>,
    tables: Vec<String>,
    globals: Vec<String>,
    functions: BTreeMap<u32, String>,
}

impl Names {
    fn new(module: &Finished, plan: &Plan) -> Self {
        let is_free = |name: &String| module.exports.iter().all(|export| export.name != name);
        let mut free = (0..).map(short).filter(is_free);
        let mut take = |count: usize| free.by_ref().take(count).collect::<Vec<_>>();
        let functions: BTreeSet<u32> = (1..=LATER.len()).flat_map(|level| borrowed(module, plan, level)).collect();
        Self {
            memories: take(module.memories.len()),
            tables: take(module.tables.len()),
            globals: take(module.globals.len()),
            functions: functions.iter().copied().zip(take(functions.len())).collect(),
        }
    }
}

/// `a` to `Z`, then `aa` and so on.
fn short(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let before = if number < LETTERS.len() { String::new() } else { short(number / LETTERS.len() - 1) };
    before + &char::from(LETTERS[number % LETTERS.len()]).to_string()
}

/// What a part other than the first takes from those before it; each is called by its place.
fn imports(module: &Finished, plan: &Plan, functions: &[u32], names: &Names) -> Result<ImportSection> {
    const FIRST: &str = "0";
    let mut plain = RoundtripReencoder;
    let mut imports = ImportSection::new();
    for (memory, name) in module.memories.iter().zip(&names.memories) {
        imports.import(FIRST, name, EntityType::Memory(plain.memory_type(*memory)?));
    }
    for (table, name) in grown_tables(module, plan)?.into_iter().zip(&names.tables) {
        imports.import(FIRST, name, EntityType::Table(table));
    }
    for (global, name) in module.globals.iter().zip(&names.globals) {
        imports.import(FIRST, name, EntityType::Global(plain.global_type(*global)?));
    }
    for function in functions {
        let at = *function as usize;
        let name = names.functions.get(function).context("a function is borrowed without a name")?;
        imports.import(&plan.levels[at].to_string(), name, EntityType::Function(module.types[at]));
    }
    Ok(imports)
}

/// The tables, the first with room for the slots of gates.
fn grown_tables(module: &Finished, plan: &Plan) -> Result<Vec<TableType>> {
    let mut tables = Vec::new();
    for table in &module.tables {
        tables.push(RoundtripReencoder.table_type(*table)?);
    }
    if let Some(table) = tables.first_mut() {
        let more = plan.gates.len() as u64;
        table.minimum += more;
        table.maximum = table.maximum.map(|maximum| maximum + more);
    }
    Ok(tables)
}

fn tables(module: &Finished, plan: &Plan) -> Result<TableSection> {
    let mut section = TableSection::new();
    for table in grown_tables(module, plan)? {
        section.table(table);
    }
    Ok(section)
}

fn exports(
    module: &Finished,
    plan: &Plan,
    level: Level,
    names: &Names,
    numbers: &mut Numbers,
) -> Result<ExportSection> {
    let mut exports = ExportSection::new();
    if level == 0 {
        for export in &module.exports {
            numbers.parse_export(&mut exports, *export)?;
        }
        let shared = [
            (ExportKind::Memory, &names.memories),
            (ExportKind::Table, &names.tables),
            (ExportKind::Global, &names.globals),
        ];
        for (kind, names) in shared {
            for (name, index) in names.iter().zip(0..) {
                exports.export(name, kind, index);
            }
        }
    }
    for (function, name) in &names.functions {
        if plan.levels[*function as usize] == level {
            exports.export(name, ExportKind::Func, numbers.function_index(*function)?);
        }
    }
    Ok(exports)
}

/// The slots of the table that the part fills.
fn elements(plan: &Plan, level: Level, numbers: &mut Numbers) -> Result<ElementSection> {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in &plan.slots {
        if plan.levels[*function as usize] != level {
            continue;
        }
        let number = numbers.function_index(*function)?;
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == *slot => run.push(number),
            _ => runs.push((*slot, vec![number])),
        }
    }
    let mut section = ElementSection::new();
    for (start, run) in runs {
        section.active(None, &offset(start), Elements::Functions(run.into()));
    }
    Ok(section)
}

/// The initial memory that the part brings.
fn data(module: &Finished, plan: &Plan, level: Level) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes) in &module.data {
        let owner = |place: usize| plan.division.byte(address + place as u32, bytes[place]);
        let mut runs: Vec<Range<usize>> = Vec::new();
        for place in (0..bytes.len()).filter(|place| owner(*place) == Some(level)) {
            // A later part must not write over what an earlier one may have changed meanwhile.
            let bridges = |gap: Range<usize>| {
                gap.len() < BRIDGE && (level == 0 || gap.into_iter().all(|place| owner(place).is_none()))
            };
            match runs.last_mut() {
                Some(run) if bridges(run.end..place) => run.end = place + 1,
                _ => runs.push(place..place + 1),
            }
        }
        for run in runs {
            let start = address + run.start as u32;
            section.active(0, &offset(start), bytes[run].iter().copied());
        }
    }
    section
}

fn offset(value: u32) -> ConstExpr {
    ConstExpr::i32_const(i32::from_ne_bytes(value.to_ne_bytes()))
}

/// The numbers of functions in one part.
struct Numbers<'a> {
    of: BTreeMap<u32, u32>,
    module: &'a Finished<'a>,
    plan: &'a Plan<'a>,
}

impl Numbers<'_> {
    /// A body with its calls as they are in this part.
    fn body(&mut self, body: &FunctionBody) -> Result<Function> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } if !self.of.contains_key(&function_index) => {
                    let slot = self.plan.gates.get(&function_index).context("a later part is called without a gate")?;
                    function.instruction(&Instruction::I32Const(i32::from_ne_bytes(slot.to_ne_bytes())));
                    let type_index = self.module.types[function_index as usize];
                    function.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
                }
                other => {
                    function.instruction(&self.instruction(other)?);
                }
            }
        }
        Ok(function)
    }
}

impl Reencode for Numbers<'_> {
    type Error = Absent;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Absent>> {
        self.of.get(&function).copied().ok_or(reencode::Error::UserError(Absent(function)))
    }
}

/// A function that the part can not have.
#[derive(Debug)]
struct Absent(u32);

impl std::fmt::Display for Absent {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "function {} is not in reach of this part", self.0)
    }
}

impl std::error::Error for Absent {}
