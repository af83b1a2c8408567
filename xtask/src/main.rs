//! What is done with the sources: build the page, serve it, test it, measure it.
//!
//! Each command sets up the tools it needs, so that a machine with cargo alone is enough.

mod bundle;
mod debian;
mod npm;
mod process;
mod toolchain;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use bundle::Effort;

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    bundle::build(Effort::Release)
}
