//! The page in browsers other than the newest Chromium: two old ones, as domestic office browsers still carry them,
//! and Firefox. Each goes the same way, on the server and from a disk.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use journeys::{Setting, Wire};
use serde_json::json;
use voced_model::{InputId, Lang};
use voced_scenario::{Layer, PathValue, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::browser::link;
use voced_whatif::phrases;

use crate::{asking_bands, desk};

const SHARE: &str = "vocational_share";
const NAME: &str = "“40 %” <b>&";

/// The scenario in the address.
fn scenario(wire: &mut Wire) -> Result<Scenario> {
    let fragment: String = wire.run("return location.hash")?;
    let Some(Ok(document)) = link::unpack(&fragment) else {
        anyhow::bail!("the address holds no scenario: {fragment}")
    };
    Ok(document.scenario)
}

fn expect_headline(wire: &mut Wire, scenario: &Scenario) -> Result<()> {
    let model = desk::headline_of(scenario, Layer::Base, scenario.horizon, Lang::Zh)?;
    wire.wait_until(&format!("the headline shows {model:?}"), |wire| {
        let shown: Vec<Vec<String>> = wire.run(desk::HEADLINE)?;
        ensure!(shown == model, "it shows {shown:?}");
        Ok(Some(()))
    })
}

/// The bands of a chart, which a worker draws.
fn expect_bands(wire: &mut Wire, scenario: &Scenario) -> Result<()> {
    let model = asking_bands::intake_rows(scenario, true)?;
    let css = asking_bands::CHART;
    if !wire.run::<bool>(&format!("return document.querySelector('{css} table') !== null"))? {
        wire.click(&format!("{css} .table-toggle"))?;
    }
    wire.wait_until("the table shows the bands", |wire| {
        let shown: Vec<Vec<String>> = wire.run(&desk::rows_in(css))?;
        ensure!(shown == model, "it shows {shown:?}, not {model:?}");
        Ok(Some(()))
    })
}

/// Drags the slider of the vocational share some way to the right.
fn drag(wire: &mut Wire, before: &Scenario) -> Result<Scenario> {
    let (x, y): (f64, f64) = wire.run(&format!(
        "const slider = document.querySelector('#slider-{SHARE}');
         slider.scrollIntoView({{ block: 'center' }});
         const box = slider.getBoundingClientRect();
         const share = (slider.value - slider.min) / (slider.max - slider.min);
         return [box.x + 8 + share * (box.width - 16), box.y + box.height / 2]"
    ))?;
    let way: Vec<(f64, f64)> = (0..=10).map(|step| (x + 4.0 * f64::from(step), y)).collect();
    wire.drag(&way)?;
    wire.wait_until("the slider has moved the scenario", |wire| Ok(Some(scenario(wire)?).filter(|now| now != before)))
}

/// What someone sends.
fn sent() -> Result<Scenario> {
    let mut scenario = desk::untouched("dezhou", Layer::Base)?;
    scenario.name = NAME.to_owned();
    let share = InputId::find(SHARE).context("known")?;
    scenario.inputs.insert(share, PathValue::Points(vec![(2020, 0.41), (2023, 0.5)]));
    Ok(scenario)
}

fn show(wire: &mut Wire, screen: Screen) -> Result<()> {
    let place = Screen::ALL.iter().position(|one| *one == screen).context("an unknown screen")? + 1;
    let button = desk::option(phrases::SCREENS, Lang::Zh, place);
    wire.click(&button)?;
    wire.wait_until(&format!("{screen:?} is shown"), |wire| {
        let (pressed, arriving): (String, Option<String>) = wire.run(&format!(
            "return [document.querySelector({}).getAttribute('aria-pressed'),
                     document.querySelector('#results .arriving')?.outerHTML ?? null]",
            json!(button)
        ))?;
        ensure!(pressed == "true" && arriving.is_none(), "pressed: {pressed}, on its way: {arriving:?}");
        Ok(Some(()))
    })
}

/// Start, drag, bands, save, link, a screen that is fetched later.
fn use_page(wire: &mut Wire, page: &str) -> Result<()> {
    wire.open(&format!("{page}?lang=zh")).context("the first visit")?;
    let plan = scenario(wire)?;
    expect_headline(wire, &plan).context("at first")?;
    let moved = drag(wire, &plan)?;
    expect_headline(wire, &moved).context("after a drag")?;
    expect_bands(wire, &moved)?;

    wire.click("#kept-as")?;
    wire.wait_for("return document.querySelector('#keep-name') !== null")?;
    wire.run::<()>(&format!(
        "const field = document.querySelector('#keep-name');
         field.value = {};
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         field.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return null",
        json!(NAME)
    ))?;
    wire.click("#keep-name-done")?;
    let named = format!(
        "return [...document.querySelectorAll('.kept-row .kept-name')].some((one) => one.textContent === {})",
        json!(NAME)
    );
    wire.wait_for(&named)?;
    wire.reload()?;
    wire.wait_for(&named)?;
    ensure!(scenario(wire)?.inputs == moved.inputs, "the scenario is lost");

    show(wire, Screen::Why)?;
    wire.wait_for("return document.querySelector('#waterfall canvas') !== null")?;
    show(wire, Screen::Explore)?;

    let sent = sent()?;
    wire.open(&format!("{page}?lang=zh#{}。", link::pack(&sent))).context("a link")?;
    wire.wait_for("return document.querySelector('.arrival') !== null")?;
    expect_headline(wire, &sent).context("of a link")?;
    let errors = wire.errors()?;
    ensure!(errors.is_empty(), "the console shows {errors:?}");
    Ok(())
}

fn hosted_and_from_a_disk(mut wire: Wire) -> Result<()> {
    let setting = Setting::read()?;
    use_page(&mut wire, &setting.page).context("on the server")?;
    let file = setting.single_file.as_deref().context("the page in one file is missing")?;
    use_page(&mut wire, &address_of(file)).context("from a disk")
}

fn address_of(file: &Path) -> String {
    format!("file://{}", file.display())
}

#[test]
fn old_chromiums_do_all_that_the_newest_does() -> Result<()> {
    for program in Setting::read()?.others.old_chromiums {
        let named = || format!("in {}", program.display());
        hosted_and_from_a_disk(Wire::chromium(&program).with_context(named)?).with_context(named)?;
    }
    Ok(())
}

#[test]
fn firefox_does_all_that_chromium_does() -> Result<()> {
    let Some(program) = Setting::read()?.others.firefox else { return Ok(()) };
    hosted_and_from_a_disk(Wire::firefox(&program)?)?;
    // It asks the reader whether the page may be kept for good, and here nobody answers.
    let mut wire = Wire::firefox(&program)?;
    wire.open(&format!("{}?lang=zh", Setting::read()?.page))?;
    let plan = scenario(&mut wire)?;
    expect_headline(&mut wire, &plan)?;
    show(&mut wire, Screen::Take)?;
    wire.click("#offline-keep")?;
    let said = format!(
        "return document.querySelector('#offline-said').textContent.includes({})",
        json!(phrases::OFFLINE_KEPT.zh)
    );
    wire.wait_for(&said)
}
