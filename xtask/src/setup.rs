//! `setup`: what the commands need beside cargo. It says what is there and what it will install, before it does;
//! the other commands call it for what they need, and hear nothing where all is there.

use anyhow::{Result, bail};

use crate::suite::Choice;
use crate::workspace::WASM;
use crate::{browser, npm, office, others, python, toolchain};

/// Something that cargo does not bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A compiler for the browser.
    Toolchain,
    /// `wasm-opt`.
    Binaryen,
    /// What reads the scripts for what is too new.
    Acorn,
    /// A browser to be driven.
    Browser,
    /// Two old ones.
    OldBrowsers,
    /// One of another make.
    Firefox,
    /// The judge of accessibility.
    Axe,
    /// A spreadsheet program.
    Office,
    /// An environment of Python.
    Python,
}

impl Need {
    /// In the order in which they are installed.
    pub const ALL: [Self; 9] = [
        Self::Toolchain,
        Self::Binaryen,
        Self::Acorn,
        Self::Browser,
        Self::OldBrowsers,
        Self::Firefox,
        Self::Axe,
        Self::Office,
        Self::Python,
    ];

    /// To build a page: as users get it, or a draft.
    pub fn of_build(is_draft: bool) -> Vec<Self> {
        if is_draft { vec![Self::Toolchain] } else { vec![Self::Toolchain, Self::Binaryen, Self::Acorn] }
    }

    /// To drive a page that was built for it.
    pub fn of_driving(is_draft: bool) -> Vec<Self> {
        [Self::of_build(is_draft), vec![Self::Browser, Self::Axe]].concat()
    }

    /// To run these tests.
    pub fn of_tests(choice: &Choice) -> Vec<Self> {
        let all = choice.is_all();
        let mut needs = Vec::new();
        if all || choice.native {
            needs.push(Self::Office);
        }
        if all || choice.python {
            needs.push(Self::Python);
        }
        if all || choice.wasm {
            needs.extend([Self::Toolchain, Self::Browser]);
        }
        if all || choice.journeys {
            needs.extend(Self::of_driving(choice.draft));
            if !choice.draft {
                needs.extend([Self::OldBrowsers, Self::Firefox]);
            }
        }
        Self::ALL.into_iter().filter(|need| needs.contains(need)).collect()
    }

    /// What it is and what it is for.
    fn what(self) -> String {
        match self {
            Self::Toolchain => format!("Rust for {WASM}, to compile the page"),
            Self::Binaryen => "wasm-opt, which makes the page smaller".to_owned(),
            Self::Acorn => "acorn, which finds what is too new for old browsers".to_owned(),
            Self::OldBrowsers => "Chromium 80 and 92, for journeys".to_owned(),
            Self::Firefox => "Firefox, for journeys".to_owned(),
            Self::Browser => "Chromium and ChromeDriver, for tests in a browser".to_owned(),
            Self::Axe => "axe-core, which judges accessibility in tests".to_owned(),
            Self::Office => "LibreOffice Calc, which computes workbooks in tests".to_owned(),
            Self::Python => "Python with pyarrow, pandas, polars and Dask, for tests of the Python package".to_owned(),
        }
    }

    /// Where it is got from.
    fn source(self) -> String {
        match self {
            Self::Toolchain => toolchain::SOURCE.to_owned(),
            Self::Binaryen => npm::source(npm::BINARYEN),
            Self::Acorn => npm::source(npm::ACORN),
            Self::Browser => browser::source(),
            Self::OldBrowsers => others::old_source(),
            Self::Firefox => others::firefox_source(),
            Self::Axe => npm::source(npm::AXE),
            Self::Office => office::source(),
            Self::Python => python::source(),
        }
    }

    /// Whether a command goes on without it.
    fn is_optional(self) -> bool {
        self == Self::Binaryen
    }

    fn is_here(self) -> bool {
        match self {
            Self::Toolchain => toolchain::is_here(),
            Self::Binaryen => npm::is_here(npm::BINARYEN),
            Self::Acorn => npm::is_here(npm::ACORN),
            Self::Browser => browser::is_here(),
            Self::OldBrowsers => others::old_are_here(),
            Self::Firefox => others::firefox_is_here(),
            Self::Axe => npm::is_here(npm::AXE),
            Self::Office => office::is_here(),
            Self::Python => python::is_here(),
        }
    }

    fn install(self) -> Result<()> {
        match self {
            Self::Toolchain => toolchain::ensure().map(drop),
            Self::Binaryen => npm::package(npm::BINARYEN).map(drop),
            Self::Acorn => npm::package(npm::ACORN).map(drop),
            Self::Browser => browser::ensure().map(drop),
            Self::OldBrowsers => others::old().map(drop),
            Self::Firefox => others::firefox().map(drop),
            Self::Axe => npm::package(npm::AXE).map(drop),
            Self::Office => office::ensure(),
            Self::Python => python::ensure().map(drop),
        }
    }
}

/// Says what is there, installs what is not.
///
/// # Errors
/// When something can not be had here; the message says all that is missing and how to get it.
pub fn all() -> Result<()> {
    let found = look(&Need::ALL);
    print!("{}", account(&found));
    install(&found)
}

/// Installs what is missing of these, and says so first; says nothing where all is there.
///
/// # Errors
/// As [`all`].
pub fn missing(needs: &[Need]) -> Result<()> {
    let found = look(needs);
    if found.iter().any(|(_, is_here)| !is_here) {
        print!("{}", account(&found));
    }
    install(&found)
}

fn look(needs: &[Need]) -> Vec<(Need, bool)> {
    needs.iter().map(|need| (*need, need.is_here())).collect()
}

/// A line for each: what is there, then what will be installed and from where.
fn account(found: &[(Need, bool)]) -> String {
    let mut lines = String::new();
    for (need, _) in found.iter().filter(|(_, is_here)| *is_here) {
        lines += &format!("there:      {}\n", need.what());
    }
    for (need, _) in found.iter().filter(|(_, is_here)| !is_here) {
        lines += &format!("to install: {}: {}\n", need.what(), need.source());
    }
    lines
}

/// Tries all, so that one message can name all that is missing.
fn install(found: &[(Need, bool)]) -> Result<()> {
    let mut failures = Vec::new();
    for (need, _) in found.iter().filter(|(_, is_here)| !is_here) {
        if let Err(error) = need.install() {
            let line = format!("{}: {error:#}", need.what());
            if need.is_optional() { println!("note: going on without {line}") } else { failures.push(line) }
        }
    }
    if !failures.is_empty() {
        bail!("not everything is here that is needed\n  {}", failures.join("\n  "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Need, account};
    use crate::suite::Choice;

    #[test]
    fn tests_need_what_their_parts_need() {
        assert_eq!(Need::of_tests(&Choice::default()), Need::ALL);
        let native = Choice { native: true, ..Choice::default() };
        assert_eq!(Need::of_tests(&native), [Need::Office]);
        let python = Choice { python: true, ..Choice::default() };
        assert_eq!(Need::of_tests(&python), [Need::Python]);
        let wasm = Choice { wasm: true, ..Choice::default() };
        assert_eq!(Need::of_tests(&wasm), [Need::Toolchain, Need::Browser]);
        let draft = Choice { journeys: true, draft: true, ..Choice::default() };
        assert_eq!(Need::of_tests(&draft), [Need::Toolchain, Need::Browser, Need::Axe]);
    }

    #[test]
    fn what_is_installed_is_said_with_its_source_after_what_is_there() {
        let text = account(&[(Need::Office, false), (Need::Axe, true), (Need::Binaryen, false)]);
        let lines: Vec<&str> = text.lines().collect();
        let [there, office, binaryen] = lines.as_slice() else { panic!("{text}") };
        assert!(there.starts_with("there:") && there.contains("axe-core"), "{there}");
        assert!(office.starts_with("to install:") && office.contains("libreoffice-calc"), "{office}");
        assert!(binaryen.contains("npm package binaryen"), "{binaryen}");
    }
}
