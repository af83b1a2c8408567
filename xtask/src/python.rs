//! Python: an environment with what the tests and the benchmarks of the package need, and the package itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{debian, process, workspace};

/// The package, a member of the workspace.
pub const PACKAGE: &str = "crates/python";

/// The Python packages, with their versions.
const REQUIREMENTS: &str = "crates/python/tests/requirements.txt";

/// Debian's package that makes environments.
const VENV: &str = "python3-venv";

/// Where it is got from, in words.
pub fn source() -> String {
    format!("{}, and the Python packages of {REQUIREMENTS}", debian::source(&[VENV]))
}

/// Whether the environment is there.
pub fn is_here() -> bool {
    folder().is_ok_and(|folder| folder.exists())
}

/// The interpreter of the environment in the cache, made where there is none yet.
///
/// # Errors
/// When Python is missing and can not be installed here, or a package can not be had.
pub fn ensure() -> Result<PathBuf> {
    let folder = folder()?;
    if folder.exists() {
        return Ok(interpreter(&folder));
    }
    let _lock = workspace::lock_cache()?;
    if folder.exists() {
        return Ok(interpreter(&folder));
    }
    if !makes_environments() {
        debian::ensure(&[VENV]).context("the tests of the Python package need an environment of Python")?;
    }
    println!("making a Python environment (once)");
    // Under another name first: a folder of the right name is always whole.
    let partial = folder.with_extension("partial");
    if partial.exists() {
        fs::remove_dir_all(&partial).with_context(|| format!("can not remove {}", partial.display()))?;
    }
    let mut venv = process::command("python3");
    process::read(venv.args(["-m", "venv"]).arg(&partial)).context("python3 makes no environment")?;
    let mut pip = process::command(interpreter(&partial));
    let requirements = workspace::root().join(REQUIREMENTS);
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    process::read(pip.args(install).arg(requirements)).context("Python's packages can not be installed")?;
    fs::rename(&partial, &folder).with_context(|| format!("can not make {}", folder.display()))?;
    Ok(interpreter(&folder))
}

/// How a wheel is made: as tests want it, or as users get it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Soon compiled.
    Dev,
    /// Fast.
    Release,
}

/// Makes the wheel and installs it into a folder below `target`, for `PYTHONPATH`.
///
/// # Errors
/// When it does not compile.
pub fn install(python: &Path, profile: Profile) -> Result<PathBuf> {
    let profile = if profile == Profile::Dev { "dev" } else { "release" };
    let folder = workspace::target_dir().join("python").join(profile);
    // A wheel of another version would be installed too.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("can not remove {}", folder.display()))?;
    }
    let (wheels, site) = (folder.join("wheels"), folder.join("site"));
    let mut maturin = process::command(python);
    maturin.current_dir(workspace::root().join(PACKAGE));
    maturin.args(["-m", "maturin", "build", "--quiet", "--auditwheel", "skip", "--profile", profile]);
    process::run(maturin.arg("--interpreter").arg(python).arg("--out").arg(&wheels))?;
    let wheel = fs::read_dir(&wheels)
        .with_context(|| format!("can not read {}", wheels.display()))?
        .find_map(|entry| entry.ok().map(|entry| entry.path()))
        .context("maturin made no wheel")?;
    let mut pip = process::command(python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--target"]);
    process::run(pip.arg(&site).arg(wheel))?;
    Ok(site)
}

/// The interpreter with the installed package, which leaves nothing compiled in the sources.
pub fn with_package(python: &Path, site: &Path) -> Command {
    let mut command = process::command(python);
    command.current_dir(workspace::root()).env("PYTHONPATH", site).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn makes_environments() -> bool {
    process::read(process::command("python3").args(["-c", "import ensurepip, venv"])).is_ok()
}

/// The folder of the environment: other requirements make another one.
fn folder() -> Result<PathBuf> {
    let file = workspace::root().join(REQUIREMENTS);
    let text = fs::read_to_string(&file).with_context(|| format!("can not read {}", file.display()))?;
    Ok(workspace::cache_dir()?.join(format!("python-{:08x}", fingerprint(&text))))
}

/// A number that tells texts apart (FNV-1a), the same in every build of this program.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn interpreter(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
