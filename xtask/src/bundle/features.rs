//! What of WebAssembly the page may use, so that every browser it is meant for takes it.

use anyhow::{Context, Result};
use wasm_encoder::{CustomSection, Encode, Module, RawSection};
use wasmparser::{BinaryReader, Parser, Payload, Validator, WasmFeatures};

use super::Variant;

/// The compiler's own library was built with these, and says so in every file. `wasm-bindgen` takes that for a
/// wish: it would hand values of JavaScript to and fro in a table of their own, and several results at once, which
/// Chromium can do from 96 and from 85 on. Nothing is the faster for it here.
const UNWANTED: [&[u8]; 3] = [b"call-indirect-overlong", b"multivalue", b"reference-types"];

/// The section that says which features a file was built with.
const SECTION: &str = "target_features";

/// What a finished file of the variant may use.
pub fn allowed(variant: Variant) -> WasmFeatures {
    match variant {
        // As in the first edition of the standard.
        Variant::Plain => WasmFeatures::WASM1,
        Variant::Simd => WasmFeatures::WASM1
            .union(WasmFeatures::BULK_MEMORY)
            .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
            .union(WasmFeatures::SIGN_EXTENSION)
            .union(WasmFeatures::SIMD),
    }
}

/// Checks that a file is sound and uses nothing else.
///
/// # Errors
/// With the first instruction that is something else.
pub fn check(wasm: &[u8], allowed: WasmFeatures) -> Result<()> {
    Validator::new_with_features(allowed).validate_all(wasm).map(drop).context("a browser would refuse the wasm file")
}

/// Cargo's file without the wish for what is not wanted.
///
/// # Errors
/// When it is no wasm file.
pub fn without_unwanted(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::CustomSection(section) if section.name() == SECTION => {
                let data = wanted(section.data())?;
                module.section(&CustomSection { name: SECTION.into(), data: data.into() });
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: &wasm[range] });
                }
            }
        }
    }
    Ok(module.finish())
}

/// The section's list without what is not wanted: a sign and a name each.
fn wanted(list: &[u8]) -> Result<Vec<u8>> {
    let mut reader = BinaryReader::new(list, 0);
    let mut kept = Vec::new();
    for _ in 0..reader.read_var_u32()? {
        let (sign, name) = (reader.read_u8()?, reader.read_string()?);
        if !UNWANTED.contains(&name.as_bytes()) {
            kept.push((sign, name));
        }
    }
    let mut list = Vec::new();
    kept.len().encode(&mut list);
    for (sign, name) in kept {
        list.push(sign);
        name.encode(&mut list);
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(text: &str) -> Vec<u8> {
        wat::parse_str(text).expect("a module")
    }

    #[test]
    fn each_variant_takes_what_its_browsers_know_and_nothing_later() {
        let [simd, plain] = Variant::ALL.map(allowed);
        let both = module("(module (memory 1) (func (export \"f\") (result i32) (i32.trunc_f64_s (f64.const 1))))");
        assert!(check(&both, simd).is_ok() && check(&both, plain).is_ok());
        for later in [
            "(func (result v128) (v128.const i64x2 0 0))",
            "(func (result i32) (i32.extend8_s (i32.const 1)))",
            "(func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0)))",
            "(func (result i32) (i32.trunc_sat_f64_s (f64.const 1)))",
        ] {
            let later = module(&format!("(module (memory 1) {later})"));
            assert!(check(&later, simd).is_ok(), "with SIMD it is allowed");
            assert!(check(&later, plain).is_err(), "without SIMD it is too late");
        }
        for too_late in ["(func (param externref))", "(func (result i32 i32) (i32.const 1) (i32.const 2))"] {
            let too_late = module(&format!("(module {too_late})"));
            assert!(check(&too_late, simd).is_err() && check(&too_late, plain).is_err(), "too late for both");
        }
    }

    #[test]
    fn only_the_unwanted_wishes_are_taken_out() {
        let list = b"\x03+\x0bbulk-memory+\x0areference-\x2b\x0freference-types";
        assert_eq!(wanted(list).expect("a list"), b"\x02+\x0bbulk-memory+\x0areference-");
        let mut whole = module("(module (func))");
        wasm_encoder::Section::append_to(
            &CustomSection { name: SECTION.into(), data: list.as_slice().into() },
            &mut whole,
        );
        let kept = without_unwanted(&whole).expect("a module");
        assert!(kept.len() < whole.len() && Validator::new().validate_all(&kept).is_ok());
    }
}
