//! Cargo's file, as the linker left it: functions, data, and every reference between them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    DataKind, Element, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

use super::division::{Division, Gate, NOBODY};
use super::{LATER, Level, gate};

/// A function or a symbol of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Node {
    Function(u32),
    Data(u32),
}

/// A stretch of data in a segment.
struct Stretch {
    segment: u32,
    range: Range<u32>,
}

/// A body or segment in its section, counted from the section's beginning.
type Places = Vec<Range<usize>>;

/// See the module's own page.
#[derive(Default)]
pub struct Linked {
    names: HashMap<u32, String>,
    roots: Vec<Node>,
    references: HashMap<Node, Vec<Node>>,
    data: HashMap<u32, Stretch>,
    /// The addresses of the segments.
    segments: Vec<Range<u32>>,
    slots: HashMap<u32, u32>,
}

/// What is read before references can be followed.
#[derive(Default)]
struct Raw<'a> {
    imported: u32,
    bodies: Places,
    segments: Places,
    symbols: Vec<SymbolInfo<'a>>,
    in_code: Vec<RelocationEntry>,
    in_data: Vec<RelocationEntry>,
}

impl Linked {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is no wasm file, or was linked without `--emit-relocs`.
    pub fn read(file: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let mut raw = Raw::default();
        let mut code_start = 0;
        for payload in Parser::new(0).parse_all(file) {
            match payload.context("cargo's wasm file can not be read")? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        raw.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.roots.push(Node::Function(export.index));
                        }
                    }
                }
                Payload::StartSection { func, .. } => linked.roots.push(Node::Function(func)),
                Payload::ElementSection(section) => {
                    for element in section {
                        slots_of(&element?, &mut linked.slots)?;
                    }
                }
                Payload::CodeSectionStart { range, .. } => code_start = range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    raw.bodies.push(range.start - code_start..range.end - code_start);
                }
                Payload::DataSection(section) => {
                    let start = section.range().start;
                    for data in section {
                        let data = data?;
                        let DataKind::Active { memory_index: 0, offset_expr } = data.kind else {
                            bail!("the linked file has data without an address")
                        };
                        let address = constant(&offset_expr)?;
                        let length = u32::try_from(data.data.len())?;
                        linked.segments.push(address..address + length);
                        raw.segments.push(data.range.end - start - data.data.len()..data.range.end - start);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(reader) => {
                        for part in reader.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                raw.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(reader) => {
                        let entries = reader.entries().into_iter().collect::<Result<Vec<_>, _>>()?;
                        match section.name() {
                            "reloc.CODE" => raw.in_code = entries,
                            "reloc.DATA" => raw.in_data = entries,
                            _ => {}
                        }
                    }
                    KnownCustom::Name(reader) => linked.names = function_names(reader)?,
                    _ => {}
                },
                _ => {}
            }
        }
        if raw.symbols.is_empty() || raw.in_code.is_empty() {
            bail!("cargo's wasm file does not say who refers to whom: it was linked without --emit-relocs");
        }
        linked.add_data(&raw.symbols);
        linked.follow_code(&raw)?;
        linked.follow_data(&raw)?;
        Ok(linked)
    }

    fn add_data(&mut self, symbols: &[SymbolInfo]) {
        for (symbol, info) in (0..).zip(symbols) {
            if let SymbolInfo::Data { symbol: Some(place), .. } = info {
                let range = place.offset..place.offset.saturating_add(place.size);
                self.data.insert(symbol, Stretch { segment: place.index, range });
            }
        }
    }

    fn follow_code(&mut self, raw: &Raw) -> Result<()> {
        for entry in &raw.in_code {
            let Some(target) = target(entry, &raw.symbols)? else { continue };
            let place = entry.offset as usize;
            let body = raw.bodies.partition_point(|body| body.end <= place);
            if !raw.bodies.get(body).is_some_and(|body| body.contains(&place)) {
                bail!("a reference lies outside of every function");
            }
            let function = Node::Function(raw.imported + u32::try_from(body)?);
            self.references.entry(function).or_default().push(target);
        }
        Ok(())
    }

    fn follow_data(&mut self, raw: &Raw) -> Result<()> {
        // By segment and place within it.
        let mut entries = Vec::new();
        for entry in &raw.in_data {
            let Some(target) = target(entry, &raw.symbols)? else { continue };
            let place = entry.offset as usize;
            let segment = raw.segments.partition_point(|segment| segment.end <= place);
            let start = raw.segments.get(segment).filter(|segment| segment.contains(&place)).map(|found| found.start);
            let start = start.context("a reference lies outside of all data")?;
            entries.push((u32::try_from(segment)?, u32::try_from(place - start)?, target));
        }
        entries.sort_by_key(|(segment, place, _)| (*segment, *place));
        let mut covered = HashSet::new();
        for (symbol, stretch) in &self.data {
            let at = |place| entries.partition_point(|entry| (entry.0, entry.1) < (stretch.segment, place));
            let within = at(stretch.range.start)..at(stretch.range.end);
            covered.extend(within.clone());
            let targets = entries[within].iter().map(|entry| entry.2);
            self.references.entry(Node::Data(*symbol)).or_default().extend(targets);
        }
        // Whose they are is not known, so they belong to everybody.
        let others = entries.iter().enumerate().filter(|(i, _)| !covered.contains(i));
        self.roots.extend(others.map(|(_, entry)| entry.2));
        Ok(())
    }

    /// What belongs to which part.
    pub fn divide(&self) -> Division {
        let gates: HashMap<Node, Level> =
            self.names.iter().filter_map(|(function, name)| Some((Node::Function(*function), gate(name)?))).collect();
        let mut levels: HashMap<Node, Level> = HashMap::new();
        for level in 0..=LATER.len() {
            let entered = gates.iter().filter(|gate| *gate.1 == level).map(|gate| *gate.0);
            let mut open: Vec<Node> = entered.collect();
            if level == 0 {
                open.extend(&self.roots);
            }
            while let Some(node) = open.pop() {
                let is_closed = gates.get(&node).is_some_and(|gate| *gate > level);
                if !is_closed && !levels.contains_key(&node) {
                    levels.insert(node, level);
                    open.extend(self.references.get(&node).into_iter().flatten());
                }
            }
        }
        let level_of = |node: Node| levels.get(&node).copied().unwrap_or(0);
        let name_of = |node: &Node| match node {
            Node::Function(function) => self.names.get(function).cloned().unwrap_or_default(),
            Node::Data(_) => String::new(),
        };
        let base = self.segments.iter().map(|segment| segment.start).min().unwrap_or(0);
        let end = self.segments.iter().map(|segment| segment.end).max().unwrap_or(0);
        let mut division = Division {
            gates: gates.iter().map(|(node, level)| Gate { name: name_of(node), level: *level }).collect(),
            slots: self.slots.iter().map(|(slot, function)| (*slot, level_of(Node::Function(*function)))).collect(),
            base,
            bytes: vec![NOBODY; (end - base) as usize],
        };
        for (symbol, stretch) in &self.data {
            let Some(segment) = self.segments.get(stretch.segment as usize) else { continue };
            let level = u8::try_from(level_of(Node::Data(*symbol))).unwrap_or(0);
            let from = (segment.start - base + stretch.range.start) as usize;
            let to = (segment.start - base + stretch.range.end) as usize;
            for byte in division.bytes.get_mut(from..to).into_iter().flatten() {
                *byte = level.min(*byte);
            }
        }
        division
    }
}

/// What an entry refers to, if that is a function or data.
fn target(entry: &RelocationEntry, symbols: &[SymbolInfo]) -> Result<Option<Node>> {
    if matches!(
        entry.ty,
        RelocationType::TypeIndexLeb
            | RelocationType::GlobalIndexLeb
            | RelocationType::GlobalIndexI32
            | RelocationType::TableNumberLeb
            | RelocationType::EventIndexLeb
    ) {
        return Ok(None);
    }
    Ok(match symbols.get(entry.index as usize) {
        Some(SymbolInfo::Func { index, .. }) => Some(Node::Function(*index)),
        Some(SymbolInfo::Data { .. }) => Some(Node::Data(entry.index)),
        _ => bail!("a reference of the kind {:?} leads nowhere", entry.ty),
    })
}

/// The functions of a segment of the table by their slots.
pub fn slots_of(element: &Element, slots: &mut HashMap<u32, u32>) -> Result<()> {
    let ElementKind::Active { table_index: None | Some(0), offset_expr } = &element.kind else {
        bail!("the table is filled in a way that is not known here")
    };
    let ElementItems::Functions(functions) = &element.items else {
        bail!("the table is filled with more than functions")
    };
    for (slot, function) in (constant(offset_expr)?..).zip(functions.clone()) {
        slots.insert(slot, function?);
    }
    Ok(())
}

/// The number that an offset is.
pub fn constant(expression: &wasmparser::ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(u32::from_ne_bytes(value.to_ne_bytes())),
        other => bail!("an offset is no plain number but {other:?}"),
    }
}

/// The names of functions by their numbers.
pub fn function_names(reader: wasmparser::NameSectionReader) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for part in reader {
        if let wasmparser::Name::Function(map) = part? {
            for naming in map {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The file without the linker's references, which hold for nothing once anything has changed.
pub fn without_references(file: &[u8]) -> Result<Vec<u8>> {
    let mut kept = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(file) {
        let payload = payload?;
        if let Payload::CustomSection(section) = &payload
            && (section.name() == "linking" || section.name().starts_with("reloc."))
        {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            kept.section(&wasm_encoder::RawSection { id, data: &file[range] });
        }
    }
    Ok(kept.finish())
}
