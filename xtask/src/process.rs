//! Other programs: run them, bound their time, end them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What cargo sets for the program it runs. Passed on to a further cargo, these would only make
/// build scripts that watch them run again.
const OF_THE_OUTER_CARGO: [&str; 3] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];

/// A command without the marks that the cargo which started this program left in the environment.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let outer = name.to_str().is_some_and(|name| OF_THE_OUTER_CARGO.iter().any(|of| name.starts_with(of)));
        if outer {
            command.env_remove(name);
        }
    }
    command
}

/// The cargo that started this program, hence the user's own toolchain.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end; what the program prints goes to the terminal.
///
/// # Errors
/// When the program is not found or ends with a failure.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("can not run {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs to the end and returns what the program printed.
///
/// # Errors
/// When the program is not found or ends with a failure; its own message is part of the error.
pub fn read(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } =
        command.stdin(Stdio::null()).output().with_context(|| format!("can not run {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status}): {}", name(command), String::from_utf8_lossy(&stderr).trim());
    }
    Ok(String::from_utf8_lossy(&stdout).into_owned())
}

/// Runs a program that may hang, for at most `limit`; `Ok(false)` when it failed or was too slow.
///
/// # Errors
/// When the program can not be started or watched.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> Result<bool> {
    let mut child = Background::start(command)?;
    let start = Instant::now();
    while start.elapsed() < limit {
        if let Some(success) = child.finished()? {
            return Ok(success);
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(false)
}

/// A program running beside this one; it is ended when this value goes.
pub struct Background {
    child: Child,
}

impl Background {
    /// Starts the program with no input.
    ///
    /// # Errors
    /// When it can not be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        let child = command.stdin(Stdio::null()).spawn().with_context(|| format!("can not start {}", name(command)))?;
        Ok(Self { child })
    }

    /// Whether the program has ended, and if so whether it succeeded.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn finished(&mut self) -> Result<Option<bool>> {
        Ok(self.child.try_wait().context("can not watch a program that was started")?.map(|status| status.success()))
    }

    /// Gives the program `limit` to end by itself.
    pub fn wait_up_to(&mut self, limit: Duration) {
        let start = Instant::now();
        while start.elapsed() < limit && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // An error here means that it has ended already, which is what is wanted.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The file of `program` in the folders of `PATH`, as a shell would find it.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    if let Some(first) = command.get_args().next() {
        name = format!("{name} {}", first.to_string_lossy());
    }
    name
}
