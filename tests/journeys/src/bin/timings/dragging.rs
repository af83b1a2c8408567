//! The page while a lever is dragged.

use std::f64::consts::TAU;

use anyhow::{Result, ensure};
use journeys::Page;
use serde::Deserialize;
use serde_json::json;

use crate::Spread;

/// The lever that moves the most of the page.
const SLIDER: &str = "slider-vocational_share";

/// Moves of the pointer, some of them before the count begins: the browser compiles while it runs.
const WARM_UP: usize = 60;
const MOVES: usize = 240;

/// A frame of a usual screen, and the pause between two frames from which one was left out.
const FRAME_MILLIS: f64 = 1000.0 / 60.0;
const LATE_MILLIS: f64 = 1.5 * FRAME_MILLIS;

/// Watches the lever: for each input event when it came, when the scripts it started were through
/// (browsers hand out a pointer's moves right before a frame, so the frame's own scripts are next),
/// when that frame was painted, and whether the lever's own words had changed by then; beside that
/// the pauses between frames, and the tasks over 50 ms.
const WATCH: &str = "
    const slider = document.getElementById('{slider}');
    const seen = { inputs: [], frames: [], long_tasks: 0 };
    globalThis.seen = seen;
    // What the last script of a frame posts arrives once the frame is painted.
    const painted = new MessageChannel();
    const waiting = [];
    painted.port1.onmessage = () => {
      const input = waiting.shift();
      input.painted = performance.now();
      seen.inputs.push(input);
    };
    window.addEventListener('input', () => {
      const input = { came: performance.now() };
      const words = slider.ariaValueText;
      requestAnimationFrame(() => {
        input.through = performance.now();
        input.updated = slider.ariaValueText !== words;
        waiting.push(input);
        painted.port2.postMessage(null);
      });
    }, true);
    let last = null;
    const frame = (now) => {
      if (last !== null) seen.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => { seen.long_tasks += list.getEntries().length; }).observe({ type: 'longtask' });
    return true;";

const FORGET: &str = "seen.inputs.length = 0; seen.frames.length = 0; seen.long_tasks = 0; return true;";

/// What was seen of one drag or of several.
#[derive(Default, Deserialize)]
pub struct Seen {
    inputs: Vec<Input>,
    frames: Vec<f64>,
    long_tasks: usize,
}

impl Seen {
    /// Adds what was seen of another drag.
    pub fn add(&mut self, other: Seen) {
        self.inputs.extend(other.inputs);
        self.frames.extend(other.frames);
        self.long_tasks += other.long_tasks;
    }

    fn spread(&self, of: fn(&Input) -> f64) -> Result<Spread> {
        Spread::of(self.inputs.iter().map(of).collect())
    }

    /// The middle time of the scripts of an event, in milliseconds.
    ///
    /// # Errors
    /// When nothing was seen.
    pub fn scripts(&self) -> Result<f64> {
        Ok(self.spread(Input::scripts)?.median)
    }

    /// The middle time from an event to the end of its frame, in milliseconds.
    ///
    /// # Errors
    /// When nothing was seen.
    pub fn frame(&self) -> Result<f64> {
        Ok(self.spread(Input::whole)?.median)
    }
}

#[derive(Deserialize)]
struct Input {
    came: f64,
    through: f64,
    painted: f64,
    updated: bool,
}

impl Input {
    fn scripts(&self) -> f64 {
        self.through - self.came
    }

    fn whole(&self) -> f64 {
        self.painted - self.came
    }
}

#[derive(Deserialize)]
struct Track {
    left: f64,
    width: f64,
    middle: f64,
}

/// Prints the head of the table that [`drag`] adds a line to.
pub fn head() {
    println!("a lever dragged: ms from an input event to the end of the frame that shows it");
    println!(
        "{:>6} {:>6} {:>6} {:>6} {:>7} {:>7} {:>6} {:>6} {:>6} {:>6} {:>11} {:>10}",
        "window",
        "state",
        "charts",
        "events",
        "updated",
        "scripts",
        "median",
        "95%",
        "max",
        "> 16.7",
        "late frames",
        "long tasks"
    );
}

/// Opens the page, drags the lever to and fro and returns what was seen.
///
/// # Errors
/// When the page does not open or the lever does not move.
pub async fn drag(page: &Page) -> Result<Seen> {
    page.open("").await?;
    page.element(&format!("#{SLIDER}")).await?;
    let track: Track = page
        .run(&format!(
            "const slider = document.getElementById('{SLIDER}');
             slider.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const {{ left, width, top, height }} = slider.getBoundingClientRect();
             return {{ left, width, middle: top + height / 2 }};"
        ))
        .await?;
    page.run::<bool>(&WATCH.replace("{slider}", SLIDER)).await?;

    pointer(page, &track, "mousePressed", 0).await?;
    for step in 1..=WARM_UP {
        pointer(page, &track, "mouseMoved", step).await?;
    }
    page.run::<bool>(FORGET).await?;
    for step in WARM_UP + 1..=WARM_UP + MOVES {
        pointer(page, &track, "mouseMoved", step).await?;
    }
    let seen: Seen = page.run("return seen").await?;
    pointer(page, &track, "mouseReleased", WARM_UP + MOVES).await?;
    ensure!(!seen.inputs.is_empty(), "the lever does not follow the pointer");
    page.expect_clean_console().await?;
    Ok(seen)
}

/// One act of the pointer at a place on the track that swings to and fro.
async fn pointer(page: &Page, track: &Track, act: &str, step: usize) -> Result<()> {
    let swing = (step as f64 / 120.0 * TAU).sin();
    let act = json!({
        "type": act,
        "x": track.left + track.width * (0.5 + 0.4 * swing),
        "y": track.middle,
        "button": "left",
        "buttons": 1,
        "clickCount": 1,
    });
    page.driver().cdp().send_raw("Input.dispatchMouseEvent", act).await?;
    Ok(())
}

/// Adds a line to the table, of a page in a window that many pixels wide.
///
/// # Errors
/// When nothing was seen.
pub async fn print(page: &Page, window: &str, state: &str, seen: &Seen) -> Result<()> {
    let charts: usize = page.run("return document.querySelectorAll('.card canvas').length").await?;
    let (scripts, whole) = (seen.spread(Input::scripts)?, seen.spread(Input::whole)?);
    let events = seen.inputs.len();
    let updated = seen.inputs.iter().filter(|input| input.updated).count();
    let over = seen.inputs.iter().filter(|input| input.whole() > FRAME_MILLIS).count();
    let late = seen.frames.iter().filter(|pause| **pause > LATE_MILLIS).count();
    println!(
        "{window:>6} {state:>6} {charts:>6} {events:>6} {updated:>7} {:>7.1} {:>6.1} {:>6.1} {:>6.1} {over:>6} {late:>5}/{:<5} {:>10}",
        scripts.median,
        whole.median,
        whole.high,
        whole.max,
        seen.frames.len(),
        seen.long_tasks
    );
    Ok(())
}
