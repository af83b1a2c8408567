//! Runs the built program and holds what it did.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the program left behind.
pub struct ProgramRun {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_voced"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program to its end.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub fn run(arguments: &[&str]) -> ProgramRun {
    outcome(command(arguments).output().expect("the program starts"))
}

/// As [`run`], with `input` on standard input.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub fn run_with(input: &[u8], arguments: &[&str]) -> ProgramRun {
    let mut child = command(arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input");
    stdin.write_all(input).expect("the program reads");
    drop(stdin);
    outcome(child.wait_with_output().expect("the program ends"))
}

fn outcome(output: std::process::Output) -> ProgramRun {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    ProgramRun {
        code: output.status.code().expect("an exit code"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// A file or folder of the simulator's tests.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub fn sim_tests(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenario/tests").join(name)
}
