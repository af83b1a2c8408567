//! `bench` and `screenshots`: what the page costs and how it looks.

use anyhow::Result;

use crate::bundle::{self, Effort};
use crate::suite::{stage, with_page_and_browser};
use crate::{process, workspace};

/// Times the model natively, then in the browser.
///
/// # Errors
/// With the first stage that fails.
pub fn bench() -> Result<()> {
    stage("native timings", || {
        process::run(process::cargo().current_dir(workspace::root()).args(["bench", "--package", "voced-sim"]))
    })?;
    stage("build", || bundle::build(Effort::Release))?;
    // The same projections inside the built page: `timings` opens it and prints what it measures.
    stage("timings in the browser", || run_beside_page("timings"))
}

/// Takes pictures of the built page, into `target/screenshots`.
///
/// # Errors
/// With the first stage that fails.
pub fn screenshots() -> Result<()> {
    stage("build", || bundle::build(Effort::Release))?;
    stage("screenshots", || run_beside_page("screenshots"))
}

/// Runs a program of the package of journeys with page and browser at hand.
fn run_beside_page(program: &str) -> Result<()> {
    with_page_and_browser(|on_page| {
        let mut cargo = process::cargo();
        cargo.current_dir(workspace::root()).args(["run", "--quiet", "--package", "journeys", "--bin", program]);
        process::run(on_page(&mut cargo))
    })
}
