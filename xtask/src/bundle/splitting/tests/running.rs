//! The parts do together what the module did in one piece.

use super::Joined;
use super::linking::End::{Data, Function};
use super::linking::linked;
use crate::bundle::splitting::{Parts, divide, split};

/// Three exports of the first part: one of its own, and two that go through the gates. Function 0 is
/// imported; slot 1 of the table is everybody's, slot 2 only the later part's.
const TEXT: &str = r#"
(module
  (import "js" "tell" (func $tell (param i32)))
  (type $kind (func (param i32) (result i32)))
  (memory (export "memory") 1)
  (table 3 3 funcref)
  (global $calls (mut i32) (i32.const 0))
  (elem (i32.const 1) $often $rarely)
  (func $shared (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (i32.add (local.get 0) (i32.const 1)))
  (func $often (param i32) (result i32)
    (i32.add (local.get 0) (i32.load8_u (i32.const 16))))
  (func $rarely (param i32) (result i32)
    (i32.add (local.get 0) (i32.load8_u (i32.const 20))))
  (func $only_later (param i32) (result i32)
    (call_indirect (type $kind) (call $shared (local.get 0)) (i32.const 2)))
  (func $"voced_whatif::lazy::later::answer" (param i32) (result i32)
    (call $tell (local.get 0))
    (call $only_later (local.get 0)))
  (func $"voced_whatif::lazy::take::file" (param i32) (result i32)
    (i32.add (call $only_later (local.get 0)) (i32.load8_u (i32.const 24))))
  (func (export "begin") (param i32) (result i32)
    (call_indirect (type $kind) (call $shared (local.get 0)) (i32.const 1)))
  (func (export "ask") (param i32) (result i32)
    (call $"voced_whatif::lazy::later::answer" (local.get 0)))
  (func (export "take") (param i32) (result i32)
    (call $"voced_whatif::lazy::take::file" (local.get 0)))
  (func (export "calls") (param i32) (result i32) (global.get $calls))
  (data (i32.const 16) "\0a\00\00\00\14\00\00\00\1e\00\00\00"))
"#;

/// Who refers to whom beside calls: the functions take their data, and their slots of the table.
fn file() -> Vec<u8> {
    let data = [0..4, 4..8, 8..12];
    let references = [
        (Function(2), Data(0)),
        (Function(3), Data(1)),
        (Function(6), Data(2)),
        (Function(7), Function(2)),
        (Function(4), Function(3)),
    ];
    linked(TEXT, &data, &references)
}

fn parts() -> [Vec<u8>; 3] {
    let (division, plain) = divide(&file()).expect("the linker left its references");
    let Parts { first, later, .. } =
        split(&plain, &division, wasmparser::WasmFeatures::default()).expect("the module can be cut");
    let [(later_name, later), (take_name, take)] = later.try_into().expect("two parts");
    assert_eq!((later_name, take_name), ("later", "take"));
    [first, later, take]
}

#[test]
fn the_first_part_runs_alone_and_others_join_it() {
    let [first, later, take] = parts();
    let mut page = Joined::new();
    page.join(&first);
    assert_eq!(page.call("begin", 1), Some(12));
    assert_eq!(page.call("ask", 1), None, "the gate leads into a part that is not there");
    page.join(&later);
    assert_eq!(page.call("ask", 1), Some(22));
    assert_eq!(page.store.data(), &[1], "a later part calls what the page gave to the first");
    assert_eq!(page.call("take", 1), None);
    page.join(&take);
    assert_eq!(page.call("take", 1), Some(52));
    assert_eq!(page.call("begin", 1), Some(12), "the first part is as it was");
    assert_eq!(page.call("calls", 0), Some(4), "all parts share one global");
}

#[test]
fn each_part_brings_its_own_data() {
    let holds = |part: &[u8], byte: u8| {
        let memory: Vec<u8> = wasmparser::Parser::new(0)
            .parse_all(part)
            .filter_map(|payload| match payload {
                Ok(wasmparser::Payload::DataSection(section)) => Some(section),
                _ => None,
            })
            .flatten()
            .flat_map(|data| data.expect("data can be read").data.to_vec())
            .collect();
        memory.contains(&byte)
    };
    for (place, part) in parts().iter().enumerate() {
        let held = [10, 20, 30].map(|byte| holds(part, byte));
        assert_eq!(held, [place == 0, place == 1, place == 2], "part {place}");
    }
}

#[test]
fn what_the_first_part_can_reach_otherwise_stays_in_it() {
    // The first screen's own function takes the address of the slot that was the later part's.
    let data = [0..4, 4..8, 8..12];
    let first_too = [(Function(7), Function(2)), (Function(7), Function(3)), (Function(3), Data(1))];
    let (division, _) = divide(&linked(TEXT, &data, &first_too)).expect("the linker left its references");
    assert_eq!([division.slot(1), division.slot(2)], [0, 0]);
    assert_eq!(division.byte(20, 20), Some(0));
    // By way of a table of functions in the data.
    let by_data = [(Function(7), Data(0)), (Data(0), Function(3))];
    let (division, _) = divide(&linked(TEXT, &data, &by_data)).expect("the linker left its references");
    assert_eq!(division.slot(2), 0);
    let (division, _) = divide(&file()).expect("the linker left its references");
    assert_eq!([division.slot(1), division.slot(2)], [0, 1]);
    assert_eq!([16, 20, 24].map(|address| division.byte(address, 1)), [Some(0), Some(1), Some(2)]);
}

#[test]
fn a_lost_gate_and_one_that_is_taken_as_a_value_are_refused() {
    let (division, _) = divide(&file()).expect("the linker left its references");
    let renamed = TEXT.replace("lazy::later::answer", "lazy::later::reply");
    let lost = wat::parse_str(renamed).expect("the text is a module");
    let error = split(&lost, &division, wasmparser::WasmFeatures::default()).expect_err("a gate is gone").to_string();
    assert!(error.contains("voced_whatif::lazy::later::answer is gone"), "{error}");
    let exported = TEXT.replace(
        "(func $\"voced_whatif::lazy::take::file\"",
        "(func $\"voced_whatif::lazy::take::file\" (export \"x\")",
    );
    let taken = wat::parse_str(exported).expect("the text is a module");
    let error =
        split(&taken, &division, wasmparser::WasmFeatures::default()).expect_err("a gate is an export").to_string();
    assert!(error.contains("voced_whatif::lazy::take::file"), "{error}");
}

#[test]
fn a_file_that_was_linked_otherwise_is_refused() {
    let plain = wat::parse_str(TEXT).expect("the text is a module");
    let error = divide(&plain).expect_err("it holds no references").to_string();
    assert!(error.contains("--emit-relocs"), "{error}");
}
