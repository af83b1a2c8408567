//! From cargo's wasm file to one that JavaScript can load, and the script that loads it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::{Effort, PAGE, features};
use crate::workspace;

/// What `wasm-bindgen` makes.
pub struct Bound {
    /// The module.
    pub wasm: Vec<u8>,
    /// The ES module that loads it.
    pub script: String,
    /// Scripts that the crates bring, by the path at which `script` imports them.
    pub snippets: Vec<(PathBuf, String)>,
}

/// Makes the bindings for a compiled file, and keeps the names of its functions where that is asked for. A draft
/// keeps what is too new for old browsers: its unoptimised code needs it.
///
/// # Errors
/// When the file was made with another version of `wasm-bindgen`.
pub fn bind(compiled: Vec<u8>, effort: Effort, keeps_names: bool) -> Result<Bound> {
    check_versions()?;
    let compiled = match effort {
        Effort::Release => features::without_unwanted(&compiled)?,
        Effort::Draft => compiled,
    };
    let output = Bindgen::new()
        .input_bytes(PAGE, compiled)
        .out_name(PAGE)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .remove_name_section(!keeps_names)
                .demangle(false)
                .remove_producers_section(true)
                // The start module says where the wasm file is: its name carries a hash.
                .omit_default_module_path(true)
                .generate_output()
        })
        .map_err(|error| anyhow!("{error:#}"))
        .context("can not make the bindings")?;

    let mut snippets: Vec<(PathBuf, String)> = Vec::new();
    for (krate, scripts) in output.snippets() {
        for (number, script) in scripts.iter().enumerate() {
            snippets.push((Path::new("snippets").join(krate).join(format!("inline{number}.js")), script.clone()));
        }
    }
    for (path, script) in output.local_modules() {
        snippets.push((Path::new("snippets").join(path), script.clone()));
    }
    let script = output.js().to_owned();
    let mut output = output;
    let wasm = output.wasm_mut().emit_wasm();
    Ok(Bound { wasm, script, snippets })
}

/// The page and the tool must speak the same version; the numbers say so more plainly than the
/// failure that would follow.
fn check_versions() -> Result<()> {
    let page = workspace::locked_version("wasm-bindgen")?;
    let tool = workspace::locked_version("wasm-bindgen-cli-support")?;
    if page != tool {
        bail!("the page uses wasm-bindgen {page} but xtask's wasm-bindgen-cli-support is {tool}: set both alike");
    }
    Ok(())
}
