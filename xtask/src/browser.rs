//! The browser that tests drive: Chromium, through ChromeDriver.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, Result, bail};

use crate::process::{self, Background};
use crate::{debian, workspace};

/// Chromium, its driver, and a font with the Chinese characters.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

const START_LIMIT: Duration = Duration::from_secs(20);
const STOP_LIMIT: Duration = Duration::from_secs(5);

/// A running ChromeDriver; it and its browsers are ended when this value goes.
pub struct Driver {
    process: Background,
    address: SocketAddr,
    profiles: PathBuf,
}

impl Driver {
    /// Starts ChromeDriver on a free port, installing it and the browser first where that is possible.
    ///
    /// # Errors
    /// When there is no ChromeDriver, or it does not answer in time.
    pub fn start() -> Result<Self> {
        let program = ensure()?;
        let address = free_address()?;
        // The profiles of its browsers, so that they go when it goes.
        let profiles = workspace::target_dir().join("browsers").join(address.port().to_string());
        fs::create_dir_all(&profiles).with_context(|| format!("can not make {}", profiles.display()))?;
        let process = Background::start(
            process::command(program)
                .arg(format!("--port={}", address.port()))
                .arg("--log-level=OFF")
                .env("TMPDIR", &profiles)
                .stdout(Stdio::null()),
        )?;
        let mut driver = Self { process, address, profiles };
        driver.wait_until_it_answers()?;
        Ok(driver)
    }

    /// Where WebDriver commands go.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait_until_it_answers(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            if self.process.finished()?.is_some() {
                bail!("chromedriver ended as soon as it was started");
            }
            if start.elapsed() > START_LIMIT {
                bail!("chromedriver does not answer on port {}", self.address.port());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Asks it to end all browsers and itself.
    fn ask_to_stop(&self) -> std::io::Result<()> {
        let mut connection = TcpStream::connect(self.address)?;
        connection.set_read_timeout(Some(STOP_LIMIT))?;
        write!(connection, "GET /shutdown HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)?;
        connection.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // If asking does not help, the driver is killed a moment later all the same.
        drop(self.ask_to_stop());
        self.process.wait_up_to(STOP_LIMIT);
        drop(fs::remove_dir_all(&self.profiles));
    }
}

/// Where it is got from, in words.
pub fn source() -> String {
    debian::source(&PACKAGES)
}

/// Whether nothing has to be installed for it.
pub fn is_here() -> bool {
    std::env::var_os("CHROMEDRIVER").is_some()
        || if debian::can_install() { debian::are_here(&PACKAGES) } else { process::find("chromedriver").is_some() }
}

/// ChromeDriver's file: `CHROMEDRIVER` where it is set, else as the shell finds it, installed first where that is
/// possible.
///
/// # Errors
/// When there is none and none can be had.
pub fn ensure() -> Result<PathBuf> {
    if let Some(program) = std::env::var_os("CHROMEDRIVER") {
        return Ok(PathBuf::from(program));
    }
    if debian::can_install() {
        debian::ensure(&PACKAGES)?;
    }
    process::find("chromedriver")
        .context("chromedriver is missing; install Chromium or Chrome and the ChromeDriver of the same version")
}

fn free_address() -> Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr()).context("no port is free")
}
