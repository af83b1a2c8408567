//! The runner that cargo calls for each wasm test file: it opens the file in a
//! headless browser and prints what the tests say.
//!
//! It is `wasm-bindgen-test-runner` built as a member of this workspace, so that
//! `Cargo.lock` fixes its version beside the one of `wasm-bindgen` (the two must
//! be the same), and no tool needs to be installed beforehand.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
