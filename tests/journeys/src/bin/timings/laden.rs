//! A page with much behind it against a fresh one: what a drag costs must not depend on how much there is to undo
//! and how much is kept.

use anyhow::{Result, anyhow};
use journeys::Page;
use serde_json::{Value, json};
use voced_model::InputId;
use voced_scenario::{AreaRef, Layer, PathValue, Scenario};

use crate::dragging::{Seen, drag, print};

/// Steps that can be undone, and scenarios that are kept.
const STEPS: u32 = 200;
const KEPT: u32 = 50;

/// How often each is dragged, in turn, so that what else the machine does befalls both.
const ROUNDS: usize = 3;

/// What the laden page may take as long as the fresh one, times.
const AIM: f64 = 1.1;

/// Drags both and prints two lines of the table and the ratio.
///
/// # Errors
/// When the page does not open, does not hold what it was given, or the lever does not move.
pub async fn compare(page: &Page, window: &str) -> Result<()> {
    let (mut fresh, mut laden) = (Seen::default(), Seen::default());
    for _ in 0..ROUNDS {
        fill(page, &[], &[]).await?;
        fresh.add(drag(page).await?);
        fill(page, &steps()?, &kept()?).await?;
        laden.add(drag(page).await?);
        expect_laden(page).await?;
    }
    print(page, window, "fresh", &fresh).await?;
    print(page, window, "laden", &laden).await?;
    println!(
        "laden ({STEPS} steps to undo, {KEPT} kept scenarios) takes {:.2} times the scripts and {:.2} times the frame \
         of a fresh page; the aim is at most {AIM}",
        laden.scripts()? / fresh.scripts()?,
        laden.frame()? / fresh.frame()?
    );
    Ok(())
}

/// A scenario unlike the others, with a few values of its own.
fn scenario(number: u32) -> Result<Scenario> {
    let place = AreaRef::shipped("laiwu").map_err(|faults| anyhow!("{faults:?}"))?;
    let mut scenario = Scenario::new(place, Layer::Plan);
    let number = f64::from(number);
    for (id, value) in [("hires", 1.0 + number / 10.0), ("teacher_pay", 80_000.0 + 10.0 * number)] {
        let input = InputId::find(id).ok_or_else(|| anyhow!("there is no input {id}"))?;
        scenario.inputs.insert(input, PathValue::Constant(value));
    }
    Ok(scenario)
}

/// The texts of the steps, as a tab keeps them.
fn steps() -> Result<Vec<String>> {
    (0..=STEPS).map(|number| Ok(scenario(number)?.to_json().to_string())).collect()
}

/// Keys and texts of kept scenarios, as the browser keeps them.
fn kept() -> Result<Vec<(String, String)>> {
    let entry = |number: u32| {
        let scenario = Scenario { name: format!("{number}"), ..scenario(STEPS + 1 + number)? };
        let text =
            format!("{{\"saved\":{},\"scenario\":{}}}", 1_766_000_000_000_u64 + u64::from(number), scenario.to_json());
        Ok((format!("voced.kept.{number}"), text))
    };
    (0..KEPT).map(entry).collect()
}

/// Puts steps and kept scenarios into the stores in the place of all that is there. The last step is the scenario
/// at present; where there is none, the page begins as at a first visit.
async fn fill(page: &Page, steps: &[String], kept: &[(String, String)]) -> Result<()> {
    // A page that goes away writes what waits; afterwards this one writes nothing more.
    page.open("").await?;
    let history = steps.last().map(|last| (last, format!("{{\"place\":{STEPS},\"steps\":[{}]}}", steps.join(","))));
    let given: Value = json!({ "last": history.as_ref().map(|(last, _)| last), "steps": history.as_ref().map(|(_, all)| all), "kept": kept });
    page.run::<bool>(&format!(
        "const given = {given};
         localStorage.clear();
         sessionStorage.clear();
         history.replaceState(null, '', location.pathname + location.search);
         if (given.last) {{
           localStorage.setItem('voced.scenario', given.last);
           sessionStorage.setItem('voced.scenario', given.last);
           sessionStorage.setItem('voced.steps', given.steps);
         }}
         given.kept.forEach(([key, text]) => localStorage.setItem(key, text));
         return true;"
    ))
    .await
    .map(drop)
}

/// The page that was dragged held all that it was given.
async fn expect_laden(page: &Page) -> Result<()> {
    page.wait_until("steps and kept scenarios are those of the laden page", async || {
        let [steps, kept]: [u32; 2] = page
            .run(
                "return [JSON.parse(sessionStorage.getItem('voced.steps')).steps.length,
                         Object.keys(localStorage).filter((key) => key.startsWith('voced.kept.')).length]",
            )
            .await?;
        Ok((steps > STEPS && kept == KEPT).then_some(()))
    })
    .await
}
