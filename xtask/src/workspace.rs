//! Where things lie: the repository, its build folder, the user's cache.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

/// The target the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The root of the repository this program was built in.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        xtask.parent().unwrap_or(xtask).to_path_buf()
    })
}

/// Cargo's build folder: `CARGO_TARGET_DIR` where it is set, else `target`.
pub fn target_dir() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// The folder of the built page.
pub fn dist_dir() -> PathBuf {
    root().join("dist")
}

/// The folder for what is fetched or built once for all clones: the toolchain, the npm packages.
///
/// # Errors
/// When no home folder is known or the folder can not be made.
pub fn cache_dir() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .context("no home folder is known: set XDG_CACHE_HOME to a folder that may be written")?;
    let dir = base.join("voced-whatif");
    fs::create_dir_all(&dir).with_context(|| format!("can not make the folder {}", dir.display()))?;
    Ok(dir)
}

/// Holds the cache for one process, so that two runs at once do not install the same thing.
/// The lock ends when the returned file is dropped.
///
/// # Errors
/// When the lock file can not be made.
pub fn lock_cache() -> Result<File> {
    let path = cache_dir()?.join("lock");
    let file = File::create(&path).with_context(|| format!("can not write {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("waiting for another run that is setting up tools");
        file.lock().with_context(|| format!("can not lock {}", path.display()))?;
    }
    Ok(file)
}

/// The version of `package` that `Cargo.lock` names.
///
/// # Errors
/// When the lock file is missing, does not name the package, or names two versions of it.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("can not read {}", path.display()))?;
    let versions = versions_in(&lock, package);
    match versions.as_slice() {
        [version] => Ok((*version).to_owned()),
        [] => bail!("Cargo.lock names no package {package}"),
        several => bail!("Cargo.lock names {package} more than once: {}", several.join(", ")),
    }
}

fn versions_in<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    let mut versions = Vec::new();
    while let Some(line) = lines.next() {
        if line == name
            && let Some(version) = lines.next().and_then(|line| line.strip_prefix("version = \""))
        {
            versions.push(version.trim_end_matches('"'));
        }
    }
    versions
}

#[cfg(test)]
mod tests {
    use super::versions_in;

    #[test]
    fn reads_the_version_of_the_whole_name_only() {
        let lock =
            "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n";
        assert_eq!(versions_in(lock, "a"), ["1.0.0"]);
        assert!(versions_in(lock, "b").is_empty());
    }
}
