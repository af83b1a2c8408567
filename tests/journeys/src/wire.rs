//! Browsers for which there is no WebDriver at hand: old ones and Firefox, spoken to over the line that each opens
//! itself (Chromium's DevTools protocol, WebDriver BiDi).

use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// Old programs on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(30);

/// The size of the window.
const WINDOW: (u32, u32) = (1366, 768);

/// How a browser is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speech {
    DevTools,
    BiDi,
}

/// A browser with one page, ended when this goes.
pub struct Wire {
    program: Child,
    profile: PathBuf,
    socket: WebSocket<TcpStream>,
    speech: Speech,
    /// DevTools: the session of the page. BiDi: its context.
    page: String,
    number: u32,
    /// What the console showed as errors.
    errors: Vec<String>,
}

impl Wire {
    /// Starts a Chromium.
    ///
    /// # Errors
    /// When it does not start, or does not answer.
    pub fn chromium(program: &Path) -> Result<Self> {
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--lang=zh-CN",
            "--remote-debugging-port=0",
            "about:blank",
        ];
        let profile = new_profile()?;
        let mut command = Command::new(program);
        command.args(flags).arg(format!("--window-size={},{}", WINDOW.0, WINDOW.1));
        command.arg(format!("--user-data-dir={}", profile.display()));
        let mut wire = Self::start(command, profile, Speech::DevTools, "DevTools listening on ", "")?;
        let target = wire.wait_until("the browser has a page", |wire| {
            let targets = wire.call("Target.getTargets", json!({}))?;
            let mut targets = targets["targetInfos"].as_array().into_iter().flatten();
            Ok(targets.find(|one| one["type"] == "page").map(|page| page["targetId"].clone()))
        })?;
        let attached = wire.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }))?;
        wire.page = attached["sessionId"].as_str().context("no session")?.to_owned();
        for domain in ["Page", "Runtime", "Log"] {
            wire.call(&format!("{domain}.enable"), json!({}))?;
        }
        Ok(wire)
    }

    /// Starts a Firefox.
    ///
    /// # Errors
    /// When it does not start, or does not answer.
    pub fn firefox(program: &Path) -> Result<Self> {
        let profile = new_profile()?;
        // Else it opens pages of its own at the first start, and asks its maker about this and that.
        let wishes = [
            ("browser.shell.checkDefaultBrowser", "false"),
            ("browser.startup.homepage_override.mstone", "\"ignore\""),
            ("datareporting.policy.dataSubmissionEnabled", "false"),
            ("network.captive-portal-service.enabled", "false"),
            ("network.connectivity-service.enabled", "false"),
            ("toolkit.telemetry.reportingpolicy.firstRun", "false"),
            ("app.normandy.enabled", "false"),
            ("services.settings.server", "\"\""),
        ];
        let wishes: String = wishes.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect();
        fs::write(profile.join("user.js"), wishes).context("can not write Firefox's wishes")?;
        let mut command = Command::new(program);
        command.args(["--headless", "--no-remote", "--remote-debugging-port", "0", "--width", &WINDOW.0.to_string()]);
        command.args(["--height", &WINDOW.1.to_string(), "--profile"]).arg(&profile).arg("about:blank");
        let mut wire = Self::start(command, profile, Speech::BiDi, "WebDriver BiDi listening on ", "/session")?;
        wire.call("session.new", json!({ "capabilities": {} }))?;
        let tree = wire.call("browsingContext.getTree", json!({}))?;
        wire.page = tree["contexts"][0]["context"].as_str().context("the browser has no page")?.to_owned();
        wire.call("session.subscribe", json!({ "events": ["log.entryAdded"] }))?;
        Ok(wire)
    }

    fn start(mut command: Command, profile: PathBuf, speech: Speech, announced: &str, path: &str) -> Result<Self> {
        let mut program = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .env("HOME", &profile)
            .spawn()
            .with_context(|| format!("can not start {command:?}"))?;
        let connected = (|| {
            let mut said = BufReader::new(program.stderr.take().context("the browser says nothing")?);
            let mut line = String::new();
            let address = loop {
                line.clear();
                if said.read_line(&mut line)? == 0 {
                    bail!("the browser ended before it said where it listens");
                }
                if let Some(address) = line.trim().strip_prefix(announced) {
                    break format!("{address}{path}");
                }
            };
            // What nobody reads would stop it some time.
            thread::spawn(move || std::io::copy(&mut said.by_ref(), &mut std::io::sink()));
            let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default().to_owned();
            let stream = TcpStream::connect(host)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            let (socket, _) = tungstenite::client(address.as_str(), stream).context("the browser does not answer")?;
            Ok(socket)
        })();
        match connected {
            Ok(socket) => {
                Ok(Self { program, profile, socket, speech, page: String::new(), number: 0, errors: Vec::new() })
            }
            Err(error) => {
                drop(program.kill());
                drop(program.wait());
                Err(error)
            }
        }
    }

    /// Sends a command and returns its result.
    fn call(&mut self, method: &str, params: Value) -> Result<Value> {
        self.number += 1;
        let mut command = json!({ "id": self.number, "method": method, "params": params });
        if self.speech == Speech::DevTools && !self.page.is_empty() {
            command["sessionId"] = json!(self.page);
        }
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            let message = self.socket.read().with_context(|| format!("no answer to {method}"))?;
            let Message::Text(text) = message else { continue };
            let message: Value = serde_json::from_str(text.as_str())?;
            if message["id"] != self.number {
                self.hear(&message);
            } else if message["error"].is_null() {
                return Ok(message["result"].clone());
            } else {
                bail!("{method}: {message}");
            }
        }
    }

    fn hear(&mut self, event: &Value) {
        let params = &event["params"];
        let error = match event["method"].as_str().unwrap_or_default() {
            "Runtime.exceptionThrown" => Some(&params["exceptionDetails"]),
            "Runtime.consoleAPICalled" if params["type"] == "error" => Some(&params["args"]),
            "Log.entryAdded" if params["entry"]["level"] == "error" => Some(&params["entry"]),
            "log.entryAdded" if params["level"] == "error" => Some(&params["text"]),
            _ => None,
        };
        self.errors.extend(error.map(Value::to_string));
    }

    /// Goes to an address and waits until the page has started there.
    ///
    /// # Errors
    /// When it does not start; the message holds what the page says instead.
    pub fn open(&mut self, address: &str) -> Result<()> {
        // By way of an empty page: else a change after `#` alone would load nothing.
        for address in ["about:blank", address] {
            match self.speech {
                Speech::DevTools => self.call("Page.navigate", json!({ "url": address }))?,
                Speech::BiDi => self.call(
                    "browsingContext.navigate",
                    json!({ "context": self.page, "url": address, "wait": "complete" }),
                )?,
            };
            if address == "about:blank" {
                self.wait_for("return location.href === 'about:blank'")?;
            }
        }
        self.wait_until_started()
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When it does not start again.
    pub fn reload(&mut self) -> Result<()> {
        self.run::<()>("globalThis.isOld = true; setTimeout(() => location.reload(), 0); return null")?;
        self.wait_for("return globalThis.isOld === undefined")?;
        self.wait_until_started()
    }

    fn wait_until_started(&mut self) -> Result<()> {
        self.wait_for("return Boolean(document.documentElement.dataset.start)")?;
        let start: String = self.run("return document.documentElement.dataset.start")?;
        if start != "done" {
            let said: String = self.run("return document.body.innerText")?;
            bail!("the page did not start, it says \"{said}\"; the console says {:?}", self.errors);
        }
        self.wait_for("return document.querySelector('.arriving') === null")
    }

    /// Runs the body of a function in the page and returns what it returns.
    ///
    /// # Errors
    /// When it throws, or returns something of another shape.
    pub fn run<T: DeserializeOwned>(&mut self, body: &str) -> Result<T> {
        // What it throws is told here, not in the console.
        let expression = format!(
            "(async () => {{ try {{ return JSON.stringify({{ gives: (await (async () => {{ {body} }})()) ?? null }}); }} \
             catch (error) {{ return JSON.stringify({{ throws: String(error) }}); }} }})()"
        );
        let text = match self.speech {
            Speech::DevTools => {
                let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
                let answer = self.call("Runtime.evaluate", params)?;
                answer["result"]["value"].as_str().map(str::to_owned).with_context(|| format!("{body}: {answer}"))?
            }
            Speech::BiDi => {
                let params =
                    json!({ "expression": expression, "awaitPromise": true, "target": { "context": self.page } });
                let answer = self.call("script.evaluate", params)?;
                answer["result"]["value"].as_str().map(str::to_owned).with_context(|| format!("{body}: {answer}"))?
            }
        };
        let mut told: Value = serde_json::from_str(&text)?;
        if let Some(error) = told["throws"].as_str() {
            bail!("{body}: {error}");
        }
        serde_json::from_value(told["gives"].take())
            .with_context(|| format!("the script returns something else: {body}: {text}"))
    }

    /// Looks again and again until `look` finds something. A look that fails counts as one that finds nothing.
    ///
    /// # Errors
    /// When nothing has been found in time; the message says `what` was awaited.
    pub fn wait_until<T>(&mut self, what: &str, look: impl Fn(&mut Self) -> Result<Option<T>>) -> Result<T> {
        let start = Instant::now();
        loop {
            let last = match look(self) {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if start.elapsed() > PATIENCE {
                let reason = last.map(|error| format!(" ({error:#})")).unwrap_or_default();
                bail!("waited in vain: {what}{reason}");
            }
            thread::sleep(PAUSE);
        }
    }

    /// Waits until the body of a function, run in the page, returns `true`.
    ///
    /// # Errors
    /// When it does not in time.
    pub fn wait_for(&mut self, body: &str) -> Result<()> {
        self.wait_until(body, |wire| Ok(wire.run::<bool>(body)?.then_some(())))
    }

    /// Presses the left button of the mouse at the first place, moves it over the others and lets go at the last.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn drag(&mut self, places: &[(f64, f64)]) -> Result<()> {
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return Ok(()) };
        if self.speech == Speech::DevTools {
            let mut send = |kind: &str, at: &(f64, f64), down: bool| {
                let event = json!({
                    "type": kind, "x": at.0, "y": at.1, "clickCount": 1, "buttons": i32::from(down),
                    "button": if down || kind == "mouseReleased" { "left" } else { "none" },
                });
                self.call("Input.dispatchMouseEvent", event).map(drop)
            };
            send("mouseMoved", first, false)?;
            send("mousePressed", first, true)?;
            places.iter().try_for_each(|place| send("mouseMoved", place, true))?;
            return send("mouseReleased", last, false);
        }
        let to = |(x, y): &(f64, f64)| json!({ "type": "pointerMove", "x": x.round(), "y": y.round() });
        let mut actions = vec![to(first), json!({ "type": "pointerDown", "button": 0 })];
        actions.extend(places.iter().map(to));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        self.call("input.performActions", json!({ "context": self.page, "actions": [mouse] })).map(drop)
    }

    /// Clicks with the mouse in the middle of what the selector names, brought to the middle of the window, once it
    /// stands still there and nothing covers it.
    ///
    /// # Errors
    /// When that is not so in time.
    pub fn click(&mut self, css: &str) -> Result<()> {
        let look = format!(
            "const one = document.querySelector({});
             one.scrollIntoView({{ block: 'center' }});
             const place = () => {{
               const box = one.getBoundingClientRect();
               return [box.x + box.width / 2, box.y + box.height / 2];
             }};
             const before = place();
             await new Promise((done) => setTimeout(done, 100));
             const now = place();
             const isStill = one.isConnected && now.every((value, i) => value === before[i]);
             return isStill && one.contains(document.elementFromPoint(...now)) ? now : null",
            json!(css)
        );
        let at = self.wait_until(&format!("{css} can be clicked"), |wire| wire.run::<Option<(f64, f64)>>(&look))?;
        self.drag(&[at])
    }

    /// What the console has shown as errors since this was last asked.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn errors(&mut self) -> Result<Vec<String>> {
        // An answer comes after all that was said before.
        self.run::<()>("return null")?;
        Ok(std::mem::take(&mut self.errors))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
        drop(fs::remove_dir_all(&self.profile));
    }
}

/// A folder of this browser's own.
fn new_profile() -> Result<PathBuf> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("voced-browser-{}-{number}", process::id()));
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;
    Ok(folder)
}
