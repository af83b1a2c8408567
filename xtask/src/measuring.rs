//! `bench` and `screenshots`: what the page costs and how it looks.

use std::net::{IpAddr, Ipv4Addr};
use std::process::Command;

use anyhow::Result;

use crate::bundle::{self, Effort, Variant};
use crate::suite::{stage, with_page_and_browser};
use crate::{numpy, process, python, serving, workspace};

/// Times the model natively, in NumPy and in the browser, and the page while a lever is dragged.
///
/// # Errors
/// With the first stage that fails.
pub fn bench() -> Result<()> {
    stage("build", || bundle::build(Effort::Release, &Variant::ALL))?;
    let model = stage("build of the model alone", bundle::build_model)?;
    let native = workspace::target_dir().join("criterion");
    stage("native timings", || {
        // Of the benchmarks of draws those that the table shows.
        for (bench, only) in [("projection", ""), ("draws", "four quantities kept|every result|six numbers of a year")]
        {
            let arguments = ["bench", "--package", "voced-analysis", "--bench", bench, "--", "--quiet", only];
            let mut cargo = process::cargo();
            process::run(cargo.current_dir(workspace::root()).args(arguments).env("CRITERION_HOME", &native))?;
        }
        Ok(())
    })?;
    let numpy = stage("timings of NumPy", numpy::time)?;
    stage("timings in the browser", || {
        let model = serving::start(model, IpAddr::V4(Ipv4Addr::LOCALHOST), 0)?;
        run_beside_page("timings", &[], |timings| {
            if let Some(numpy) = &numpy {
                timings.env("VOCED_NUMPY_TIMINGS", numpy);
            }
            timings.env("VOCED_MODEL", format!("http://{model}/")).env("VOCED_NATIVE_TIMINGS", &native)
        })
    })
}

/// Times the page alone: `page`, its start, and a lever dragged in a fresh page, in one with a long history and many saved
/// scenarios, and over many areas; or `many`, the last of these.
///
/// # Errors
/// With the first stage that fails.
pub fn bench_page(what: &str) -> Result<()> {
    stage("build", || bundle::build(Effort::Release, &Variant::ALL))?;
    stage("timings of the page", || run_beside_page("timings", &[what], |timings| timings))
}

/// Times `voced.batch` over many areas and draws beside the same model in NumPy.
///
/// # Errors
/// With the first stage that fails, or when the two models differ.
pub fn bench_python() -> Result<()> {
    let python = stage("Python", python::ensure)?;
    let site = stage("Python package", || python::install(&python, python::Profile::Release))?;
    let cases = stage("cases", numpy::cases)?;
    stage("timings of many areas", || {
        let bench = workspace::root().join("benches/numpy/many.py");
        process::run(python::with_package(&python, &site).arg(bench).args(cases))
    })
}

/// Takes pictures of the built page, into `target/screenshots`: of every screen, or of these alone.
///
/// # Errors
/// With the first stage that fails.
pub fn screenshots(effort: Effort, screens: &[String]) -> Result<()> {
    let screens: Vec<&str> = screens.iter().map(String::as_str).collect();
    stage("build", || bundle::build(effort, effort.variants()))?;
    stage("screenshots", || run_beside_page("screenshots", &screens, |pictures| pictures))
}

/// Runs a program of the package of journeys with these words, with page and browser at hand; `with` adds what else it
/// must know.
fn run_beside_page(program: &str, words: &[&str], with: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    with_page_and_browser(|on_page| {
        let mut cargo = process::cargo();
        cargo
            .current_dir(workspace::root())
            .args(["run", "--quiet", "--package", "journeys", "--bin", program, "--"])
            .args(words);
        process::run(with(on_page(&mut cargo)))
    })
}
