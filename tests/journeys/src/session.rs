//! One browser from its start to its end.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use anyhow::{Context, Error, Result, anyhow, bail};
use serde_json::{Value, json};
use thirtyfour::cdp::domains::emulation::{MediaFeature, SetEmulatedMedia};
use thirtyfour::{Capabilities, WebDriver, WebDriverRunError};

use crate::{Page, Setting, View};

/// The longest time a script in the page may take (axe-core looks at the whole page).
const SCRIPT_LIMIT: Duration = Duration::from_secs(30);

/// Opens the page for `view`, waits until it has started, does `steps`, and ends the browser.
///
/// `name` is that of the test; the picture of a failed journey is called so.
///
/// # Errors
/// When the browser or the page does not start, a step fails, or the console shows an error.
pub fn journey(name: &str, view: View, steps: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    visit(view, async |visit| {
        let page = visit.page();
        let outcome = async {
            page.open("").await?;
            steps(page).await?;
            page.expect_clean_console().await
        }
        .await;
        if outcome.is_err() {
            let picture = visit.setting().pictures.join("failed").join(format!("{name}.png"));
            match page.take_picture(&picture).await {
                Ok(()) => eprintln!("{name}: the page as it failed is in {}", picture.display()),
                Err(error) => eprintln!("{name}: no picture of the failed page: {error:#}"),
            }
        }
        outcome
    })
}

/// Starts a browser for `view`, does `work` with it, and ends it, also when `work` fails or panics.
/// Nothing is opened or checked beyond what `work` does: journeys use [`journey`].
///
/// # Errors
/// When the browser does not start, or with the error of `work`.
pub fn visit(view: View, work: impl AsyncFnOnce(&Visit) -> Result<()>) -> Result<()> {
    let setting = Setting::read()?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("can not set up the journey")?;
    let downloads = downloads_folder()?;
    let outcome = runtime.block_on(async {
        let capabilities = capabilities(&setting, view, &downloads)?;
        let driver = start(&setting.driver, &capabilities).await?;
        let used = driver.clone();
        driver
            .run_and_quit(async |_| -> Result<()> {
                prepare(&used, view, setting.slowness).await.context("the browser can not be set up for this view")?;
                let page = Page::new(used.clone(), &setting, view, downloads.clone());
                work(&Visit { page, setting }).await
            })
            .await
            .map_err(with_its_causes)
    });
    drop(fs::remove_dir_all(downloads));
    outcome
}

/// Starts a browser. On a machine that does much else one may end before it has begun: then another is started.
async fn start(driver: &str, capabilities: &Capabilities) -> Result<WebDriver> {
    const ATTEMPTS: usize = 3;
    for _ in 1..ATTEMPTS {
        if let Ok(driver) = WebDriver::new(driver, capabilities.clone()).await {
            return Ok(driver);
        }
    }
    WebDriver::new(driver, capabilities.clone()).await.context("the browser does not start")
}

/// The error of the work itself, with the chain of its causes, which the driver's wrapping hides.
fn with_its_causes(error: WebDriverRunError<Error>) -> Error {
    match error {
        WebDriverRunError::Body(error) => error,
        WebDriverRunError::BodyAndCleanup { body, cleanup } => {
            anyhow!("{body:#}; and the browser does not end: {cleanup:#}")
        }
        other => anyhow!("the browser does not end: {other:#}"),
    }
}

/// A browser and what it was started with.
pub struct Visit {
    page: Page,
    setting: Setting,
}

impl Visit {
    /// The page, not opened yet.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Where everything is.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }
}

/// A folder of this session's own, so that journeys side by side do not see each other's files.
fn downloads_folder() -> Result<PathBuf> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("voced-downloads-{}-{number}", process::id()));
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;
    Ok(folder)
}

fn capabilities(setting: &Setting, view: View, downloads: &Path) -> Result<Capabilities> {
    let mut all = setting.capabilities.clone();
    // Without this the driver keeps no console.
    all.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
    let options = all.entry("goog:chromeOptions").or_insert_with(|| json!({}));
    let Value::Object(options) = options else { bail!("goog:chromeOptions in webdriver.json is no object") };
    options.insert(
        "prefs".into(),
        json!({
            "intl.accept_languages": view.language.accepted(),
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        }),
    );
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    for (name, value) in all {
        capabilities.set(name, value)?;
    }
    Ok(capabilities)
}

async fn prepare(driver: &WebDriver, view: View, slowness: f64) -> Result<()> {
    driver.set_script_timeout(SCRIPT_LIMIT.mul_f64(slowness.max(1.0))).await?;
    let emulation = driver.cdp();
    emulation.emulation().set_device_metrics_override(view.width, view.height, view.pixel_ratio, false).await?;
    if slowness > 1.0 {
        emulation.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": slowness })).await?;
    }
    let wishes = [
        ("prefers-color-scheme", view.dark, "dark"),
        ("prefers-reduced-motion", view.reduced_motion, "reduce"),
        ("forced-colors", view.forced_colors, "active"),
    ];
    let features = wishes
        .into_iter()
        .filter(|(_, wished, _)| *wished)
        .map(|(name, _, value)| MediaFeature { name: name.into(), value: value.into() })
        .collect();
    emulation.send(SetEmulatedMedia { media: None, features: Some(features) }).await?;
    Ok(())
}
