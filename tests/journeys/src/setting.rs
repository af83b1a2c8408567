//! Where the page and the browser are: told by `cargo xtask` in environment variables.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};
use serde_json::{Map, Value};

/// What a journey needs beside the page itself.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Address of the built page, with a slash at its end.
    pub page: String,
    /// The page in one file; a draft has none, nor has it parts.
    pub single_file: Option<PathBuf>,
    /// Browsers other than the one that ChromeDriver starts.
    pub others: Others,
    /// Address of a running ChromeDriver.
    pub driver: String,
    /// How browsers are started, as in `webdriver.json`.
    pub capabilities: Map<String, Value>,
    /// The script of axe-core.
    pub axe: PathBuf,
    /// Folder for pictures of the page.
    pub pictures: PathBuf,
    /// How many times slower than this machine the page is made to run: what depends on being quick shows.
    pub slowness: f64,
}

/// Programs of other browsers. A draft, which is for new ones, is not shown to them.
#[derive(Clone, Debug, Default)]
pub struct Others {
    /// From the oldest on.
    pub old_chromiums: Vec<PathBuf>,
    pub firefox: Option<PathBuf>,
}

impl Setting {
    /// Reads the variables.
    ///
    /// # Errors
    /// When one is missing, as it is when the journeys are not started by `cargo xtask`.
    pub fn read() -> Result<Self> {
        let capabilities = variable("VOCED_CAPABILITIES")?;
        let text = fs::read_to_string(&capabilities).with_context(|| format!("can not read {capabilities}"))?;
        Ok(Self {
            page: variable("VOCED_PAGE")?,
            single_file: Some(PathBuf::from(variable("VOCED_SINGLE_FILE")?)).filter(|file| file.exists()),
            others: Others {
                old_chromiums: env::var_os("VOCED_OLD_CHROMIUMS")
                    .map(|list| env::split_paths(&list).collect())
                    .unwrap_or_default(),
                firefox: env::var_os("VOCED_FIREFOX").map(PathBuf::from),
            },
            driver: variable("VOCED_WEBDRIVER")?,
            capabilities: serde_json::from_str(&text).with_context(|| format!("{capabilities} is not JSON"))?,
            axe: variable("VOCED_AXE")?.into(),
            pictures: variable("VOCED_PICTURES")?.into(),
            slowness: match env::var("VOCED_SLOWNESS") {
                Ok(times) => times.parse().with_context(|| format!("VOCED_SLOWNESS is no number: {times}"))?,
                Err(_) => 1.0,
            },
        })
    }
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: journeys are run by `cargo xtask test --journeys`"))
}
