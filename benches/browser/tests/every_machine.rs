//! Draws are the same on every machine: here in a browser, once with SIMD and once without, in
//! `crates/analysis/tests` natively.
#![cfg(target_arch = "wasm32")]

#[path = "../../../crates/analysis/tests/bits/mod.rs"]
mod bits;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn draws_percentiles_and_chances_are_the_expected_ones_to_the_bit() {
    let found = bits::EXPECTED.map(|(area, seed, draws, _)| (area, seed, draws, bits::digest(area, seed, draws)));
    assert_eq!(found, bits::EXPECTED);
}
