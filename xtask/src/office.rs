//! LibreOffice, which computes the workbooks of the export anew in the tests.

use anyhow::{Context, Result};

use crate::{debian, process};

/// The program that the tests start.
const PROGRAM: &str = "soffice";

/// Debian's package; it brings the program and what it needs to run without a screen.
const PACKAGE: &str = "libreoffice-calc";

/// Where it is got from, in words.
pub fn source() -> String {
    debian::source(&[PACKAGE])
}

/// Whether it can be started.
pub fn is_here() -> bool {
    process::find(PROGRAM).is_some()
}

/// Sees to it that LibreOffice can be started.
///
/// # Errors
/// When it is missing and can not be installed here; the message says how to get it.
pub fn ensure() -> Result<()> {
    if is_here() {
        return Ok(());
    }
    debian::ensure(&[PACKAGE]).context("the tests of the export compute workbooks with LibreOffice Calc")
}
