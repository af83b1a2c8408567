//! What the page leaves behind: saved files, the console, pictures.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{Page, View};

impl Page {
    /// Waits for a file that the page saved, by its name, and returns its contents.
    ///
    /// # Errors
    /// When it does not come in time; the message names the files that came.
    pub async fn downloaded(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.downloads().join(name);
        // While it arrives it has another name, so once it is there it is whole.
        self.wait_until(&format!("the file {name} is saved"), async || {
            if file.exists() {
                return Ok(Some(fs::read(&file)?));
            }
            let others: Vec<_> = fs::read_dir(self.downloads())?.flatten().map(|file| file.file_name()).collect();
            bail!("saved so far: {others:?}")
        })
        .await
    }

    /// What the console has shown as errors since this was last asked: uncaught errors, files not
    /// found, breaches of the content security policy, `console.error`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let log = self.driver().browser_log().await?;
        Ok(log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
    }

    /// Fails when the console has shown errors since it was last asked.
    ///
    /// # Errors
    /// With the errors.
    pub async fn expect_clean_console(&self) -> Result<()> {
        let errors = self.console_errors().await?;
        if !errors.is_empty() {
            bail!("the console shows errors:\n{}", errors.join("\n"));
        }
        Ok(())
    }

    /// Saves what the window shows as PNG.
    ///
    /// # Errors
    /// When the file can not be written.
    pub async fn take_picture(&self, file: &Path) -> Result<()> {
        let png = self.driver().screenshot_as_png().await?;
        save(file, &png)
    }

    /// Saves the page from top to bottom as PNG, however far it reaches below the window.
    ///
    /// # Errors
    /// When the file can not be written.
    pub async fn take_whole_picture(&self, file: &Path) -> Result<()> {
        let View { width, height, pixel_ratio, .. } = self.view();
        let whole: f64 = self.run("return document.documentElement.scrollHeight").await?;
        // A window as high as the page; so high a page that pictures of it are no use is cut.
        let whole = (whole.clamp(f64::from(height), 12_000.0)) as u32;
        let cdp = self.driver().cdp();
        cdp.emulation().set_device_metrics_override(width, whole, pixel_ratio, false).await?;
        let taken = self.take_picture(file).await;
        cdp.emulation().set_device_metrics_override(width, height, pixel_ratio, false).await?;
        taken
    }
}

fn save(file: &Path, contents: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("can not make {}", folder.display()))?;
    }
    fs::write(file, contents).with_context(|| format!("can not write {}", file.display()))
}
