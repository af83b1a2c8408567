//! The Explore page as a person finds it: what it shows, what lies in its address, how a pointer
//! moves over it.

use anyhow::{Context, Result, bail, ensure};
use journeys::Page;
use serde_json::{Value, json};
use voced_analysis::report;
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_model::{InputId, Lang, Quantity, Words, format};
use voced_scenario::{AreaRef, Layer, Scenario};
use voced_whatif::app::{ChartId, Outcome};
use voced_whatif::browser::link;
use voced_whatif::features::explore::headline::view_model as headline;
use voced_whatif::features::explore::headline::view_model::Tile;
use voced_whatif::phrases;

use crate::answers;

/// A scenario of an area with nothing changed.
pub fn untouched(area: &str, layer: Layer) -> Result<Scenario> {
    let place = AreaRef::shipped(area).map_err(|faults| anyhow::anyhow!("{area} is faulty: {faults:?}"))?;
    Ok(Scenario::new(place, layer))
}

/// An input by its id.
pub fn input(id: &str) -> Result<InputId> {
    InputId::find(id).with_context(|| format!("there is no input {id}"))
}

/// What follows from a scenario.
pub fn outcome(scenario: &Scenario) -> Result<Outcome> {
    Outcome::of(scenario).context("the scenario has faults")
}

/// The document that `voced run` prints for a scenario.
pub fn voced_run(scenario: &Scenario) -> Result<Value> {
    let outcome = outcome(scenario)?;
    let text = report::report(outcome.resolved(), outcome.projection()).to_string();
    serde_json::from_str(&text).context("`voced run` prints no JSON")
}

/// One number of that document.
pub fn number_of(document: &Value, quantity: &str, year: i32) -> Result<f64> {
    let years = document["years"].as_array().context("no years")?;
    let t = years.iter().position(|one| *one == json!(year)).with_context(|| format!("{year} is not projected"))?;
    document["quantities"][quantity][t].as_f64().with_context(|| format!("{quantity} has no value in {year}"))
}

/// The part of the address after `#`.
pub async fn fragment(page: &Page) -> Result<String> {
    let hash: String = page.run("return location.hash").await?;
    Ok(hash.trim_start_matches('#').to_owned())
}

/// The scenario in the address.
pub async fn scenario(page: &Page) -> Result<Scenario> {
    let fragment = fragment(page).await?;
    match link::unpack(&fragment) {
        Some(Ok(document)) => Ok(document.scenario),
        other => bail!("the address holds no scenario: {other:?} in \"{fragment}\""),
    }
}

/// Waits until the scenario in the address is as `wanted`, and returns it.
pub async fn wait_for_scenario(page: &Page, what: &str, wanted: impl Fn(&Scenario) -> bool) -> Result<Scenario> {
    page.wait_until(&format!("the address holds a scenario in which {what}"), async || {
        let now = scenario(page).await?;
        if !wanted(&now) {
            bail!("it holds {}", now.to_json());
        }
        Ok(Some(now))
    })
    .await
}

/// The scenario that the browser keeps for the next visit.
pub async fn kept(page: &Page) -> Result<Scenario> {
    let text: Option<String> = page.run("return localStorage.getItem('voced.scenario')").await?;
    let text = text.context("nothing is kept")?;
    Scenario::parse(&text).map_err(|faults| anyhow::anyhow!("what is kept has faults: {faults:?} in {text}"))
}

/// The value that a scenario gives an input in a year.
pub fn value_in(scenario: &Scenario, id: &str, year: i32) -> Result<f64> {
    Ok(scenario.value(input(id)?).1.value.at(scenario.base_year(), year))
}

/// The digits of a headline number as shown.
pub async fn tile(page: &Page, quantity: &str) -> Result<String> {
    page.run(&format!("return document.querySelector(\".tile[data-quantity='{quantity}'] strong\").textContent")).await
}

/// The year of the headline numbers as shown.
pub async fn focus_year(page: &Page) -> Result<i32> {
    let year: String = page.run("return document.querySelector('.year output').textContent").await?;
    year.parse().with_context(|| format!("\"{year}\" is no year"))
}

fn told(tile: &Tile, lang: Lang) -> Vec<String> {
    let amount = tile.amount.as_ref().map_or_else(String::new, |amount| format!("{} {}", amount.number, amount.unit));
    let difference = tile.difference.as_ref().map_or_else(String::new, |amount| amount.text(lang));
    let aside = tile
        .aside
        .as_ref()
        .filter(|_| tile.deficit.is_empty())
        .map_or_else(String::new, |(_, words, amount)| format!("{} {}", words.get(lang), amount.text(lang)));
    let likely = tile.likely.clone();
    let likely = if likely.is_empty() { likely } else { format!("{} {likely}", phrases::LIKELY.get(lang)) };
    let lead = tile.lead.map_or_else(String::new, |lead| lead.get(lang).to_owned());
    vec![tile.quantity.id().to_owned(), lead, amount.trim().to_owned(), difference, likely, tile.deficit.clone(), aside]
}

/// Waits until the headline shows what the model says of `scenario` in `year`, held against
/// `compare`: each number, its unit, its difference, where nine draws in ten lie, how
/// likely a deficit is, the number beside it.
pub async fn expect_headline(page: &Page, scenario: &Scenario, compare: Layer, year: i32, lang: Lang) -> Result<()> {
    let model = headline_of(scenario, compare, year, lang)?;
    let what = format!("the headline of {year} shows what the model says: {model:?}");
    page.wait_until(&what, async || {
        let shown: Vec<Vec<String>> = page.run(HEADLINE).await?;
        if shown != model {
            bail!("it shows {shown:?}");
        }
        Ok(Some(()))
    })
    .await
}

/// Reads the headline as it is shown.
pub const HEADLINE: &str = "
    const text = (tile, css) => tile.querySelector(css)?.textContent ?? '';
    return [...document.querySelectorAll('.tile')].map((tile) => [
      tile.dataset.quantity,
      text(tile, '.lead'),
      (text(tile, 'strong') + ' ' + text(tile, '.unit')).trim(),
      text(tile, '.difference').replace(/^[▲▼] /, ''),
      text(tile, '.likely'),
      text(tile, '.deficit'),
      text(tile, '.aside'),
    ]);";

/// The headline as it has to be.
pub fn headline_of(scenario: &Scenario, compare: Layer, year: i32, lang: Lang) -> Result<Vec<Vec<String>>> {
    let reference = Scenario { horizon: scenario.horizon, ..Scenario::new(scenario.area_ref.clone(), compare) };
    let sureness = answers::sureness(scenario, DEFAULT_DRAWS)?;
    let tiles = headline::tiles(&outcome(scenario)?, &outcome(&reference)?, Some(&sureness), year, lang);
    let model: Vec<Vec<String>> = tiles.iter().map(|tile| told(tile, lang)).collect();
    ensure!(model.len() == 6, "the model gives {} headline numbers for {year}", model.len());
    Ok(model)
}

/// The digits that the page shows for a number of the model.
pub fn digits(quantity: Quantity, value: f64, lang: Lang) -> String {
    format::amount(value, quantity.spec().unit, lang).number
}

/// A button of a group, the first is 1. Groups are named as the page names them.
pub fn option(group: Words, lang: Lang, place: usize) -> String {
    format!("[role=group][aria-label='{}'] > button:nth-of-type({place})", group.get(lang))
}

/// The menu that an element stands in, by what is pressed.
fn menu_of(css: &str) -> Option<&'static str> {
    let is_chart = css.strip_prefix("#show-").is_some_and(|id| ChartId::find(id).is_some());
    match css {
        _ if is_chart => Some("#choose-charts"),
        "#about" => Some("#more"),
        "#manage-areas" | "#many-areas" | "#find-area" => Some("#area"),
        _ => css.starts_with("nav.areas button").then_some("#area"),
    }
}

/// Opens a menu where it is closed.
pub async fn open_menu(page: &Page, css: &str) -> Result<()> {
    page.element(css).await?;
    // A press beside an open one closes it.
    page.run::<()>(&format!("document.querySelector('.menu[open] > summary:not({css})')?.click()")).await?;
    if page.run(&format!("return !document.querySelector('{css}').parentElement.open")).await? {
        page.click(css).await?;
    }
    page.element(&format!("details[open] > {css}")).await.map(drop)
}

/// Clicks with a real pointer after bringing the element to the middle of the window. The menu it stands in is opened;
/// any other is closed, which a press beside it would do.
pub async fn press(page: &Page, css: &str) -> Result<()> {
    match menu_of(css) {
        Some(menu) => open_menu(page, menu).await?,
        None => page.run::<()>("document.querySelector('.menu[open] > summary')?.click()").await?,
    }
    centre(page, css).await?;
    page.click(css).await
}

/// Brings an element to the middle of the window.
pub async fn centre(page: &Page, css: &str) -> Result<()> {
    page.element(css).await?;
    page.run::<()>(&format!("document.querySelector(\"{css}\").scrollIntoView({{ block: 'center' }})")).await
}

/// Opens every section of the levers with all its inputs.
pub async fn open_all_levers(page: &Page) -> Result<()> {
    page.wait_for_script(
        "const closed = [...document.querySelectorAll('.levers [aria-expanded=false]')]
           .filter((button) => button.matches('h3 > button, button.more'));
         closed.forEach((button) => button.click());
         return closed.length === 0;",
    )
    .await
}

/// Whether an element is shown as pressed.
pub async fn is_pressed(page: &Page, css: &str) -> Result<bool> {
    page.run(&format!("return document.querySelector(\"{css}\").getAttribute('aria-pressed') === 'true'")).await
}

/// A box in the window, CSS pixels.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Spot {
    pub fn middle(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// Where an element is in the window now.
pub async fn place(page: &Page, css: &str) -> Result<Spot> {
    page.run(&format!("return document.querySelector(\"{css}\").getBoundingClientRect().toJSON()")).await
}

/// The mouse; its left button stays as it is between calls. The events are given to the browser
/// itself: the moves of WebDriver's actions do not say which button is held, and Chromium's sliders
/// do not follow those.
pub struct Pointer<'a>(pub &'a Page);

impl Pointer<'_> {
    async fn send(&self, kind: &str, (x, y): (f64, f64), is_down: bool) -> Result<()> {
        let event = json!({
            "type": kind, "x": x, "y": y, "clickCount": 1,
            "button": if is_down || kind == "mouseReleased" { "left" } else { "none" },
            "buttons": i32::from(is_down),
        });
        self.0.driver().cdp().send_raw("Input.dispatchMouseEvent", event).await?;
        Ok(())
    }

    pub async fn hover(&self, at: (f64, f64)) -> Result<()> {
        self.send("mouseMoved", at, false).await
    }

    pub async fn press(&self, at: (f64, f64)) -> Result<()> {
        self.hover(at).await?;
        self.send("mousePressed", at, true).await
    }

    pub async fn drag(&self, at: (f64, f64)) -> Result<()> {
        self.send("mouseMoved", at, true).await
    }

    pub async fn release(&self, at: (f64, f64)) -> Result<()> {
        self.send("mouseReleased", at, false).await
    }
}

/// Where the thumb of a slider is.
pub async fn thumb(page: &Page, css: &str) -> Result<(f64, f64)> {
    // The thumb's middle runs between half a thumb from either end.
    let at: [f64; 2] = page
        .run(&format!(
            "const slider = document.querySelector(\"{css}\");
             const box = slider.getBoundingClientRect();
             const share = (slider.value - slider.min) / (slider.max - slider.min);
             return [box.x + 8 + share * (box.width - 16), box.y + box.height / 2];"
        ))
        .await?;
    Ok((at[0], at[1]))
}

/// Takes a slider's thumb with the pointer, drags it until the slider stands at `value`, and lets go.
pub async fn drag_slider(page: &Page, id: &str, value: f64) -> Result<()> {
    let css = format!("#slider-{id}");
    centre(page, &css).await?;
    let pointer = Pointer(page);
    let (mut x, y) = thumb(page, &css).await?;
    pointer.press((x, y)).await?;
    let read = format!("return Number(document.querySelector('{css}').value)");
    // The thumb goes where the pointer is; from there the way is felt, as a hand does.
    let reach = place(page, &css).await?;
    let (min, max): (f64, f64) = {
        let ends: [f64; 2] =
            page.run(&format!("const s = document.querySelector('{css}'); return [+s.min, +s.max]")).await?;
        (ends[0], ends[1])
    };
    x = reach.x + 8.0 + (value - min) / (max - min) * (reach.width - 16.0);
    let mut now = f64::NAN;
    for _ in 0..12 {
        pointer.drag((x, y)).await?;
        now = page.run(&read).await?;
        if (now - value).abs() < 1e-9 {
            return pointer.release((x, y)).await;
        }
        x += if now < value { 1.0 } else { -1.0 };
    }
    pointer.release((x, y)).await?;
    bail!("the pointer can not set {id} to {value}; it stands at {now}")
}

/// The rows of the first table in an element as shown: the first cell of each is its name.
pub async fn rows(page: &Page, css: &str) -> Result<Vec<Vec<String>>> {
    page.element(&format!("{css} table")).await?;
    page.run(&rows_in(css)).await
}

/// Reads them.
pub fn rows_in(css: &str) -> String {
    format!(
        "return [...document.querySelector(\"{css} table\").tBodies[0].rows]
           .map((row) => [...row.cells].map((cell) => cell.textContent.trim()))"
    )
}

/// The rows of a chart's table as shown.
pub async fn table(page: &Page, chart: &str) -> Result<Vec<Vec<String>>> {
    rows(page, &format!("#chart-{chart}")).await
}

/// A number as a table shows it.
pub fn read_number(text: &str) -> Result<f64> {
    let plain: String = text.chars().filter(|c| *c != ',').map(|c| if c == '−' { '-' } else { c }).collect();
    plain.parse().with_context(|| format!("\"{text}\" is no number"))
}

/// What the notices say, one text each.
pub async fn notices(page: &Page) -> Result<Vec<String>> {
    page.run("return [...document.querySelectorAll('.notice')].map((notice) => notice.innerText)").await
}
