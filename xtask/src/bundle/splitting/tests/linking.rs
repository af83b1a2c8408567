//! What a linker would leave in a file that is written by hand.

use std::ops::Range;

use wasm_encoder::{CustomSection, DataSymbolDefinition, Encode, LinkingSection, Section, SymbolTable};
use wasmparser::{Operator, Parser, Payload, RelocAddendKind, RelocationType};

/// A function by its number, or data by its place in the list of stretches.
#[derive(Clone, Copy, Debug)]
pub enum End {
    Function(u32),
    Data(u32),
}

/// The file of a text, with the references of its calls and those given. `data` are the stretches of
/// its one segment of data.
pub fn linked(text: &str, data: &[Range<u32>], references: &[(End, End)]) -> Vec<u8> {
    let mut file = wat::parse_str(text).expect("the text is a module");
    let plain = file.clone();
    let (mut bodies, mut imported, mut code, mut segment) = (Vec::new(), 0, 0, 0);
    let mut all = references.to_vec();
    for payload in Parser::new(0).parse_all(&plain) {
        match payload.expect("a module can be read") {
            Payload::ImportSection(section) => imported = section.count(),
            Payload::CodeSectionStart { range, .. } => code = range.start,
            Payload::CodeSectionEntry(body) => {
                let function = imported + bodies.len() as u32;
                bodies.push(body.range().start - code);
                for operator in body.get_operators_reader().expect("a body can be read") {
                    if let Operator::Call { function_index } = operator.expect("a body can be read") {
                        all.push((End::Function(function), End::Function(function_index)));
                    }
                }
            }
            Payload::DataSection(section) => {
                let start = section.range().start;
                let only = section.into_iter().next().expect("one segment").expect("data can be read");
                segment = only.range.end - start - only.data.len();
            }
            _ => {}
        }
    }
    let mut symbols = SymbolTable::new();
    let functions = imported + bodies.len() as u32;
    for function in 0..functions {
        symbols.function(SymbolTable::WASM_SYM_EXPLICIT_NAME, function, Some("a function"));
    }
    for stretch in data {
        let size = stretch.end - stretch.start;
        symbols.data(0, "data", Some(DataSymbolDefinition { index: 0, offset: stretch.start, size }));
    }
    let (mut in_code, mut in_data) = (Vec::new(), Vec::new());
    for (from, to) in all {
        let (kind, symbol) = match (from, to) {
            (End::Function(_), End::Function(to)) => (RelocationType::FunctionIndexLeb, to),
            (End::Function(_), End::Data(to)) => (RelocationType::MemoryAddrSleb, functions + to),
            (End::Data(_), End::Function(to)) => (RelocationType::TableIndexI32, to),
            (End::Data(_), End::Data(to)) => (RelocationType::MemoryAddrI32, functions + to),
        };
        let place = match from {
            End::Function(from) => bodies[(from - imported) as usize] as u32,
            End::Data(from) => segment as u32 + data[from as usize].start,
        };
        let into = if matches!(from, End::Function(_)) { &mut in_code } else { &mut in_data };
        into.push((place, kind, symbol));
    }
    LinkingSection::new().symbol_table(&symbols).append_to(&mut file);
    relocations("reloc.CODE", &in_code).append_to(&mut file);
    relocations("reloc.DATA", &in_data).append_to(&mut file);
    file
}

fn relocations(name: &'static str, entries: &[(u32, RelocationType, u32)]) -> CustomSection<'static> {
    let mut data = Vec::new();
    // Which section they are about is told by the name too.
    0_u32.encode(&mut data);
    (entries.len() as u32).encode(&mut data);
    for (place, kind, symbol) in entries {
        data.push(*kind as u8);
        place.encode(&mut data);
        symbol.encode(&mut data);
        if kind.addend_kind() != RelocAddendKind::None {
            0_i32.encode(&mut data);
        }
    }
    CustomSection { name: name.into(), data: data.into() }
}
