//! A toolchain from Debian's packages alone.
//!
//! Debian has a recent compiler (`rustc-web`) and the source of the standard library, but not the
//! library compiled for the browser. So it is compiled here, once, and placed beside links to the
//! rest in a folder laid out as rustup lays out its toolchains.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::bundle::Variant;
use crate::workspace::WASM;
use crate::{debian, process};

/// Under this name rustup knows the toolchain, for use by hand: `cargo +voced-wasm ...`.
const NAME: &str = "voced-wasm";

/// Raised when the layout of the folder changes, so that older ones are built anew.
const LAYOUT: &str = "layout 2";

/// Linking is a matter of a moment.
const RUSTUP_LIMIT: Duration = Duration::from_secs(10);

const COMPILER: &str = "/usr/bin/rustc";
const LIBRARIES: &str = "/usr/lib/rustlib";

/// The programs of the toolchain as scripts, because through a link the compiler would still find
/// the libraries of the place that the link leads to.
const PROGRAMS: [(&str, &str); 4] = [
    ("cargo", "exec /usr/bin/cargo \"$@\""),
    ("cargo-clippy", "SYSROOT=$folder exec /usr/bin/cargo-clippy \"$@\""),
    ("rustc", "exec /usr/bin/rustc --sysroot \"$folder\" \"$@\""),
    ("rustdoc", "exec /usr/bin/rustdoc --sysroot \"$folder\" \"$@\""),
];
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src"];

/// Whether the packages are there or can be installed.
pub fn is_possible() -> bool {
    cfg!(target_os = "linux") && (debian::can_install() || debian::ensure(&PACKAGES).is_ok())
}

/// The folder, when it is whole and made from the compiler that is installed now.
pub fn ready(cache: &Path) -> Option<PathBuf> {
    let folder = folder_in(cache);
    let stamp = fs::read_to_string(stamp_in(&folder)).ok()?;
    (stamp == compiler_stamp().ok()?).then_some(folder)
}

/// Cargo of the toolchain in `folder`.
pub fn cargo(folder: &Path) -> Command {
    program(folder, "cargo")
}

/// The lints of the toolchain in `folder`. As `cargo clippy` cargo would start rustup's instead.
pub fn clippy(folder: &Path) -> Command {
    let mut clippy = program(folder, "cargo-clippy");
    clippy.arg("clippy").env("CARGO", folder.join("bin/cargo"));
    clippy
}

fn program(folder: &Path, name: &str) -> Command {
    let mut command = process::command(folder.join("bin").join(name));
    command
        // Else cargo takes the first it finds, which may be rustup's.
        .env("RUSTC", folder.join("bin/rustc"))
        .env("RUSTDOC", folder.join("bin/rustdoc"))
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        // Set by the outer cargo to the libraries of another compiler.
        .env_remove("LD_LIBRARY_PATH");
    command
}

/// Installs the packages, compiles the standard library, lays out the folder.
pub fn build(cache: &Path) -> Result<PathBuf> {
    debian::ensure(&PACKAGES)?;
    let stamp = compiler_stamp()?;
    let linker = linker(&stamp)?;
    let std = compile_std(&cache.join("std"))?;

    // Laid out under another name first, so that a folder of the right name is always whole.
    let partial = cache.join("toolchain.partial");
    remove(&partial)?;
    lay_out(&partial, &linker, &std, field(&stamp, "host")?)?;
    fs::write(stamp_in(&partial), &stamp).context("can not write the toolchain's mark")?;
    let folder = folder_in(cache);
    remove(&folder)?;
    fs::rename(&partial, &folder).with_context(|| format!("can not make {}", folder.display()))?;
    remove(&cache.join("std"))?;

    // Cargo does not notice that the library under its feet is another one.
    for variant in Variant::ALL {
        remove(&variant.target_dir().join(WASM))?;
    }
    register(&folder);
    Ok(folder)
}

fn folder_in(cache: &Path) -> PathBuf {
    cache.join("toolchain")
}

fn stamp_in(folder: &Path) -> PathBuf {
    folder.join("made-from")
}

fn compiler_stamp() -> Result<String> {
    let version = process::read(bare(COMPILER).arg("-vV"))?;
    Ok(format!("{LAYOUT}\n{version}"))
}

/// A field of `rustc -vV`, such as `host`.
fn field<'a>(stamp: &'a str, name: &str) -> Result<&'a str> {
    stamp
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
        .with_context(|| format!("{COMPILER} does not say its {name}"))
}

/// The linker of the same LLVM as the compiler's.
fn linker(stamp: &str) -> Result<PathBuf> {
    let llvm = field(stamp, "LLVM version")?;
    let major = llvm.split('.').next().unwrap_or(llvm);
    let package = format!("lld-{major}");
    debian::ensure(&[&package])?;
    let linker = Path::new("/usr/bin").join(package);
    if !linker.exists() {
        bail!("the linker {} is missing though its package is installed", linker.display());
    }
    Ok(linker)
}

/// Compiles the standard library from an empty crate and returns the folder with its files.
fn compile_std(krate: &Path) -> Result<PathBuf> {
    fs::create_dir_all(krate.join("src")).with_context(|| format!("can not make {}", krate.display()))?;
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
    fs::write(krate.join("Cargo.toml"), manifest).context("can not write the empty crate")?;
    fs::write(krate.join("src/lib.rs"), "").context("can not write the empty crate")?;
    process::run(
        bare("/usr/bin/cargo")
            .args(["build", "--quiet", "--release", "--target", WASM, "-Zbuild-std=std,panic_abort,test"])
            .current_dir(krate)
            .env("RUSTC", COMPILER)
            .env("CARGO_TARGET_DIR", krate.join("target"))
            // The source of the library is built with features that only the compiler's makers may use.
            .env("RUSTC_BOOTSTRAP", "1")
            // With bitcode inside, the page's link-time optimisation reaches into the library.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes"),
    )?;
    Ok(krate.join("target").join(WASM).join("release/deps"))
}

/// A command of Debian's toolchain with nothing of the outer one in its environment.
fn bare(program: &str) -> Command {
    let mut command = process::command(program);
    for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
    command
}

fn lay_out(folder: &Path, linker: &Path, std: &Path, host: &str) -> Result<()> {
    let bin = folder.join("bin");
    let libraries = folder.join("lib/rustlib");
    let host_folder = libraries.join(host);
    let wasm_folder = libraries.join(WASM).join("lib");
    for new in [&bin, &host_folder.join("bin"), &wasm_folder] {
        fs::create_dir_all(new).with_context(|| format!("can not make {}", new.display()))?;
    }
    for (name, line) in PROGRAMS {
        write_script(&bin.join(name), line)?;
    }
    link(&Path::new(LIBRARIES).join(host).join("lib"), &host_folder.join("lib"))?;
    link(linker, &host_folder.join("bin/rust-lld"))?;
    for file in fs::read_dir(std).with_context(|| format!("can not read {}", std.display()))? {
        let file = file.context("can not read the compiled standard library")?;
        let name = file.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libempty-") {
            fs::copy(file.path(), wasm_folder.join(&name))
                .with_context(|| format!("can not copy {text} into the toolchain"))?;
        }
    }
    if !super::holds_std(&wasm_folder) {
        bail!("the standard library was compiled but its files are not where they should be");
    }
    Ok(())
}

/// Writes a script that knows the folder of its toolchain as `folder`.
fn write_script(at: &Path, line: &str) -> Result<()> {
    let script = format!("#!/bin/sh\nfolder=${{0%/*}}/..\n{line}\n");
    fs::write(at, script).and_then(|()| make_executable(at)).with_context(|| format!("can not write {}", at.display()))
}

fn link(to: &Path, at: &Path) -> Result<()> {
    make_link(to, at).with_context(|| format!("can not link {} to {}", at.display(), to.display()))
}

#[cfg(unix)]
fn make_link(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(unix)]
fn make_executable(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755))
}

/// Only Debian comes so far.
#[cfg(not(unix))]
fn make_link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Tells rustup of the folder; all here works without, so a failure is no matter.
fn register(folder: &Path) {
    if process::find("rustup").is_some() {
        let mut link = process::command("rustup");
        link.args(["toolchain", "link", NAME]).arg(folder);
        if !process::succeeds_within(&mut link, RUSTUP_LIMIT).unwrap_or(false) {
            println!("note: rustup does not take the toolchain as {NAME}; it works without");
        }
    }
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("can not remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
