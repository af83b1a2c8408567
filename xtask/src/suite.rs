//! `test`: all checks, in stages, the quick ones first.

use std::net::{IpAddr, Ipv4Addr};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::browser::Driver;
use crate::bundle::{self, Effort, MODEL, PAGE, Variant};
use crate::others::Others;
use crate::workspace::{self, WASM};
use crate::{npm, office, process, python, serving, toolchain};

/// The export, which the page loads as a module of its own.
const EXPORT: &str = "voced-export";

/// The runner of wasm tests and the journeys, members of the workspace.
const RUNNER: &str = "wasm-runner";
const JOURNEYS: &str = "journeys";

/// Which parts run, and what is handed on to the tests themselves (a filter by name, say).
#[derive(Debug, Default)]
pub struct Choice {
    pub native: bool,
    pub python: bool,
    pub wasm: bool,
    pub journeys: bool,
    /// Journeys through a draft: sooner built, but slower to answer.
    pub draft: bool,
    pub passed_on: Vec<String>,
}

impl Choice {
    /// Whether no part was chosen, so that all run.
    pub fn is_all(&self) -> bool {
        !(self.native || self.python || self.wasm || self.journeys)
    }
}

/// Runs the chosen parts, all of them when none is chosen.
///
/// # Errors
/// With the first stage that fails.
pub fn run(choice: &Choice) -> Result<()> {
    let all = choice.is_all();
    let start = Instant::now();
    if all || choice.native {
        native(choice)?;
    }
    // Of all parts together a name is one of Rust's tests.
    if choice.python || (all && choice.passed_on.is_empty()) {
        of_python(choice)?;
    }
    if all || choice.wasm {
        wasm(choice)?;
    }
    if all || choice.journeys {
        journeys(choice)?;
    }
    println!("== all stages passed in {} s", start.elapsed().as_secs());
    Ok(())
}

fn native(choice: &Choice) -> Result<()> {
    stage("format", || process::run(cargo().args(["fmt", "--all", "--check"])))?;
    stage("lints", || {
        process::run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
    })?;
    stage("LibreOffice", office::ensure)?;
    stage("native tests", || process::run(cargo().arg("test").arg("--").args(&choice.passed_on)))?;
    stage("tests of xtask", || process::run(cargo().args(["test", "--package", "xtask", "--"]).args(&choice.passed_on)))
}

fn of_python(choice: &Choice) -> Result<()> {
    let python = stage("Python", python::ensure)?;
    let site = stage("Python package", || {
        process::run(cargo().args(["build", "--package", "voced"]))?;
        python::install(&python, python::Profile::Dev)
    })?;
    stage("tests from Python", || {
        let tests = workspace::root().join(python::PACKAGE).join("tests");
        let program = format!("voced{}", std::env::consts::EXE_SUFFIX);
        let mut pytest = python::with_package(&python, &site);
        pytest.env("VOCED_PROGRAM", workspace::target_dir().join("debug").join(program));
        process::run(pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).arg(tests).args(&choice.passed_on))
    })
}

fn wasm(choice: &Choice) -> Result<()> {
    let toolchain = stage("toolchain for the browser", toolchain::ensure)?;
    let on_page = ["--package", PAGE, "--target", WASM];
    stage("lints for the browser", || {
        let mut clippy = toolchain.clippy();
        clippy.current_dir(workspace::root()).args(on_page).args(["--all-targets", "--", "--deny", "warnings"]);
        process::run(&mut clippy)
    })?;
    stage("export for the browser", || {
        let mut check = toolchain.cargo();
        check.current_dir(workspace::root()).args(["check", "--package", EXPORT, "--target", WASM]);
        process::run(&mut check)
    })?;
    stage("tests in the browser", || {
        process::run(cargo().args(["build", "--package", RUNNER]))?;
        let driver = Driver::start()?;
        let test = |variant: Variant, what: &[&str]| {
            let mut cargo = toolchain.cargo();
            cargo.current_dir(workspace::root()).arg("test").args(what);
            variant.tell(&mut cargo, Vec::new());
            cargo
                .arg("--")
                .args(&choice.passed_on)
                .env(runner_variable(), workspace::target_dir().join("debug").join(RUNNER))
                .env("CHROMEDRIVER_REMOTE", driver.url())
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace::root().join("webdriver.json"))
                // Also for test files that do not say where they want to run.
                .env("WASM_BINDGEN_USE_BROWSER", "1");
            process::run(&mut cargo)
        };
        test(Variant::Simd, &["--package", PAGE, "--lib", "--bins", "--tests"])?;
        // The same bits with vector instructions and without.
        Variant::ALL.into_iter().try_for_each(|variant| test(variant, &["--package", MODEL, "--tests"]))
    })
}

fn journeys(choice: &Choice) -> Result<()> {
    let effort = if choice.draft { Effort::Draft } else { Effort::Release };
    stage("build", || bundle::build(effort, effort.variants()))?;
    // What a draft makes is for new browsers alone.
    let others = if choice.draft { None } else { Some(stage("other browsers", Others::ensure)?) };
    let others: Vec<_> = others.iter().flat_map(Others::variables).collect();
    stage("journeys", || {
        let run = ["test", "--package", JOURNEYS, "--tests", "--"];
        with_page_and_browser(|on_page| process::run(on_page(cargo().args(run).args(&choice.passed_on)).envs(others)))
    })
}

/// Serves the built page and starts ChromeDriver while `work` runs; the function handed to it tells
/// a command of both, in the variables that the harness of the journeys reads.
///
/// # Errors
/// When the page or the browser can not be set up, or with the error of `work`.
pub fn with_page_and_browser(work: impl FnOnce(&dyn Fn(&mut Command) -> &mut Command) -> Result<()>) -> Result<()> {
    let axe = npm::package(npm::AXE).context("the journeys need axe-core")?.join("axe.min.js");
    let page = serving::start(workspace::dist_dir(), IpAddr::V4(Ipv4Addr::LOCALHOST), 0)?;
    let driver = Driver::start()?;
    work(&|command| {
        command
            // The errors say what happened; where in the harness is of no interest.
            .env("RUST_LIB_BACKTRACE", "0")
            .env("VOCED_PAGE", format!("http://{page}/"))
            .env("VOCED_SINGLE_FILE", workspace::dist_dir().join(bundle::SINGLE_FILE))
            .env("VOCED_WEBDRIVER", driver.url())
            .env("VOCED_CAPABILITIES", workspace::root().join("webdriver.json"))
            .env("VOCED_AXE", &axe)
            .env("VOCED_PICTURES", workspace::target_dir().join("screenshots"))
    })
}

fn cargo() -> Command {
    let mut cargo = process::cargo();
    cargo.current_dir(workspace::root());
    cargo
}

fn runner_variable() -> String {
    format!("CARGO_TARGET_{}_RUNNER", WASM.to_uppercase().replace('-', "_"))
}

/// Runs one stage between a line with its name and a line with its time.
pub fn stage<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("== {name}");
    let start = Instant::now();
    let result = work().with_context(|| format!("stage \"{name}\""));
    println!("== {name}: {:.1} s", start.elapsed().as_secs_f32());
    result
}
