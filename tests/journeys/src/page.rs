//! The page and what can be done with it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use thirtyfour::{By, Key, WebDriver, WebElement};
use tokio::time::{Instant, sleep};

use crate::{Setting, View};

/// After so long what is awaited will not come; other work may hold up the machine meanwhile.
const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// The page in a browser of its own.
pub struct Page {
    driver: WebDriver,
    address: String,
    view: View,
    axe: PathBuf,
    downloads: PathBuf,
    patience: Duration,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, setting: &Setting, view: View, downloads: PathBuf) -> Self {
        let patience = PATIENCE.mul_f64(setting.slowness.max(1.0));
        Self { driver, address: setting.page.clone(), view, axe: setting.axe.clone(), downloads, patience }
    }

    /// WebDriver itself, for what has no function here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The address of the page, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn axe(&self) -> &Path {
        &self.axe
    }

    /// Opens the page in the view's language and waits until it has started and shows all that it shows
    /// at once: a screen whose part is still on its way is waited for. `rest` follows the
    /// language in the address: `""`, `"&area=laiwu"`, `"#..."`. An address that is open already is
    /// loaded again, also when only the part after `#` differs.
    ///
    /// # Errors
    /// When the page does not start.
    pub async fn open(&self, rest: &str) -> Result<()> {
        self.open_address(&format!("?lang={}{rest}", self.view.language.code())).await
    }

    /// As [`open`](Self::open), but with the whole of the address after its last slash, hence with
    /// no language unless it is said: the page then follows the browser or what it remembers.
    ///
    /// # Errors
    /// When the page does not start.
    pub async fn open_address(&self, address: &str) -> Result<()> {
        // By way of an empty page: else a change after `#` alone would load nothing.
        self.driver.goto("about:blank").await?;
        self.driver.goto(format!("{}{address}", self.address)).await?;
        self.wait_until_started().await
    }

    /// Opens the page from a file of this machine, as a double click does.
    ///
    /// # Errors
    /// When the page does not start.
    pub async fn open_file(&self, file: &Path) -> Result<()> {
        self.driver.goto(format!("file://{}?lang={}", file.display(), self.view.language.code())).await?;
        self.wait_until_started().await
    }

    /// Loads the page again as it is and waits as [`open`](Self::open) does.
    ///
    /// # Errors
    /// When the page does not start.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.wait_until_started().await
    }

    async fn wait_until_started(&self) -> Result<()> {
        // The start module says how it went.
        let start = self.wait_until("the page starts", async || {
            let start: Option<String> = self.run("return document.documentElement.dataset.start ?? null").await?;
            Ok(start)
        });
        match start.await?.as_str() {
            // What does not arrive is said in another way, so this ends.
            "done" => self.wait_for_script("return document.querySelector('.arriving') === null").await,
            other => {
                let console = self.console_errors().await?.join("\n");
                bail!("the page did not start ({other}); its console says: {console}")
            }
        }
    }

    /// Looks again and again until `look` finds something, and returns that. A look that fails (an
    /// element that has just been replaced, say) counts as one that finds nothing.
    ///
    /// # Errors
    /// When nothing has been found in time; the message says `what` was awaited.
    pub async fn wait_until<T>(&self, what: &str, look: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let start = Instant::now();
        loop {
            let last = match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if start.elapsed() > self.patience {
                let reason = last.map(|error| format!(" ({error:#})")).unwrap_or_default();
                bail!("waited in vain: {what}{reason}");
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits for the first element that is shown and that the CSS selector names.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn element(&self, css: &str) -> Result<WebElement> {
        self.wait_until(&format!("{css} is shown"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// All elements that the selector names now, shown or not.
    ///
    /// # Errors
    /// When the selector is no CSS.
    pub async fn elements(&self, css: &str) -> Result<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(css)).await?)
    }

    /// Waits until nothing that the selector names is shown.
    ///
    /// # Errors
    /// When something still is when patience ends.
    pub async fn wait_for_none(&self, css: &str) -> Result<()> {
        self.wait_until(&format!("{css} goes away"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// Waits for a button, link or tab with this name: its `aria-label`, else its text.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn named(&self, name: &str) -> Result<WebElement> {
        let kinds = "button, a[href], summary, [role=button], [role=tab], [role=menuitem], [role=switch]";
        self.wait_until(&format!("something to press called \"{name}\""), async || {
            for element in self.driver.find_all(By::Css(kinds)).await? {
                let own = match element.attr("aria-label").await? {
                    Some(label) => label,
                    None => element.text().await?,
                };
                if own.trim() == name && element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Clicks what the selector names, once it is shown and nothing covers it.
    ///
    /// # Errors
    /// When it can not be clicked in time.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.wait_until(&format!("{css} can be clicked"), async || {
            self.element(css).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Clicks the button, link or tab with this name (see [`named`](Self::named)).
    ///
    /// # Errors
    /// When there is none or it can not be clicked.
    pub async fn click_named(&self, name: &str) -> Result<()> {
        Ok(self.named(name).await?.click().await?)
    }

    /// Puts `text` in the place of what the field holds, key by key, and leaves the field with the
    /// tabulator, as a person does.
    ///
    /// # Errors
    /// When there is no such field or it does not take keys.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        let field = self.element(css).await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(text).await?;
        field.send_keys(Key::Tab + "").await?;
        Ok(())
    }

    /// Presses keys in whatever has the focus: `Key::Tab + ""`, `Key::Control + "z"`, `"abc"`.
    ///
    /// # Errors
    /// When nothing has the focus.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        self.driver.active_element().await?.send_keys(keys).await?;
        Ok(())
    }

    /// The text of the element as it is shown.
    ///
    /// # Errors
    /// When there is no such element in time.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.element(css).await?.text().await?)
    }

    /// Waits until the shown text of the element contains `part`.
    ///
    /// # Errors
    /// When it does not in time; the message holds the text that it had.
    pub async fn wait_for_text(&self, css: &str, part: &str) -> Result<()> {
        self.wait_until(&format!("{css} says \"{part}\""), async || {
            let text = self.driver.find(By::Css(css)).await?.text().await?;
            if !text.contains(part) {
                bail!("it says \"{text}\"");
            }
            Ok(Some(()))
        })
        .await
    }

    /// Runs the body of a function in the page and returns what it returns.
    ///
    /// # Errors
    /// When the script throws, or returns something of another shape.
    pub async fn run<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let value = self.driver.execute(script, Vec::new()).await.with_context(|| format!("in script: {script}"))?;
        value.convert().with_context(|| format!("the script returns something else: {script}"))
    }

    /// Waits until the body of a function, run in the page, returns `true`.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for_script(&self, script: &str) -> Result<()> {
        self.wait_until(script, async || Ok(self.run::<bool>(script).await?.then_some(()))).await
    }

    pub(crate) fn downloads(&self) -> &Path {
        &self.downloads
    }

    pub(crate) fn view(&self) -> View {
        self.view
    }
}
