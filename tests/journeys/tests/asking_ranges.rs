//! What a user thinks possible of an input: low and high ends, typed by a lever and on the screen.

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey, visit};
use voced_analysis::uncertainty;
use voced_model::{InputId, Lang, format};
use voced_scenario::{Layer, Range, Scenario};
use voced_whatif::app::Screen;
use voced_whatif::phrases;

use crate::{answers, desk};

const YEAR: i32 = 2025;
const INPUT: &str = "hires";

fn level(scenario: &Scenario, id: &str) -> Result<f64> {
    scenario.value(desk::input(id)?).1.value.level().context("no level")
}

fn range(scenario: &Scenario, id: &str) -> Result<Range> {
    let sourced = scenario.value(desk::input(id)?).1;
    Ok(Range { low: sourced.low, high: sourced.high })
}

fn text(end: Option<f64>, id: &str) -> Result<String> {
    let unit = desk::input(id)?.spec().unit;
    Ok(end.map(|end| format::entry(end, unit, Lang::Zh)).unwrap_or_default())
}

/// Waits until both fields of a range show it, and it is said who gave it.
async fn expect_fields(page: &Page, place: &str, id: &str, wanted: Range, from: voced_model::Words) -> Result<()> {
    let wanted = (text(wanted.low, id)?, text(wanted.high, id)?, from.zh.to_owned());
    let script = format!(
        "const [low, high] = ['low', 'high'].map((end) => document.querySelector(`#{place}-${{end}}-{id}`));
         return [low.value, high.value, low.closest('.range-fields').querySelector('.from').textContent];"
    );
    page.wait_until(&format!("the range of {id} is shown as {wanted:?}"), async || {
        let shown: (String, String, String) = page.run(&script).await?;
        ensure!(shown == wanted, "it is shown as {shown:?}");
        Ok(Some(()))
    })
    .await
}

/// Types an end that can not be: the reason must stand by the field, and nothing change.
async fn expect_refused(page: &Page, field: &str, typed: &str, reason: voced_model::Words) -> Result<()> {
    let before = desk::scenario(page).await?;
    desk::centre(page, field).await?;
    page.type_into(field, typed).await?;
    page.wait_for_text(&format!("{field}-fault"), reason.zh).await?;
    ensure!(desk::scenario(page).await? == before, "\"{typed}\" for {field} was refused, yet the scenario changed");
    let told: bool = page
        .run(&format!(
            "const field = document.querySelector('{field}');
             return field.ariaInvalid === 'true' && `#${{field.getAttribute('aria-describedby')}}` === '{field}-fault'"
        ))
        .await?;
    ensure!(told, "the field {field} does not tell why \"{typed}\" is refused");
    // Escape gives the attempt up.
    page.element(field).await?.focus().await?;
    page.press(Key::Escape + "").await?;
    page.wait_for_none(&format!("{field}-fault")).await
}

async fn wait_for_range(page: &Page, id: &str, wanted: Range) -> Result<Scenario> {
    desk::wait_for_scenario(page, &format!("the range of {id} is {wanted:?}"), |scenario| {
        desk::input(id).is_ok_and(|input| scenario.ranges.get(&input) == Some(&wanted))
    })
    .await
}

#[test]
fn a_range_is_set_at_a_lever_and_on_the_screen_and_travels_in_the_link() -> Result<()> {
    let view = View::desktop(Language::Chinese);
    let mut address = String::new();
    journey("a_range_is_set", view, async |page| {
        let plan = desk::scenario(page).await?;
        let value = level(&plan, INPUT)?;
        let given = range(&plan, INPUT)?;
        // At the lever, in what is said about it.
        desk::press(page, &format!("#lever-{INPUT} .icon")).await?;
        let from = if given.is_empty() { phrases::NO_RANGE } else { phrases::RANGE_FROM_DATA };
        expect_fields(page, "about", INPUT, given, from).await?;
        let [low, high] = ["low", "high"].map(|end| format!("#about-{end}-{INPUT}"));
        expect_refused(page, &low, &format!("{}", value + 1.0), phrases::LOW_ABOVE).await?;
        expect_refused(page, &low, "-1", phrases::OUT_OF_RANGE).await?;
        expect_refused(page, &low, "few", phrases::NOT_A_NUMBER).await?;
        expect_refused(page, &high, &format!("{}", value - 1.0), phrases::HIGH_BELOW).await?;
        let lowest = Range { low: Some(value - 4.0), high: given.high };
        page.type_into(&low, &format!("{}", value - 4.0)).await?;
        let set = wait_for_range(page, INPUT, lowest).await?;
        expect_fields(page, "about", INPUT, lowest, phrases::RANGE_OWN).await?;
        page.wait_for_none(&format!("{low}-fault")).await?;
        ensure!(level(&set, INPUT)? == value, "a range changed the value itself");
        desk::expect_headline(page, &set, Layer::Base, YEAR, Lang::Zh).await?;

        // On the screen, where the same range is shown.
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        expect_fields(page, "sure", INPUT, lowest, phrases::RANGE_OWN).await?;
        let both = Range { high: Some(value + 30.0), ..lowest };
        let high = format!("#sure-high-{INPUT}");
        expect_refused(page, &high, &format!("{}", value - 1.0), phrases::HIGH_BELOW).await?;
        // One click moves the value to the end, and Undo brings it back.
        page.type_into(&high, &format!("{}", value - 1.0)).await?;
        desk::press(page, "#results .range-end .offers button").await?;
        let moved = wait_for_range(page, INPUT, Range { high: Some(value - 1.0), ..lowest }).await?;
        ensure!(level(&moved, INPUT)? == value - 1.0, "the value is {} beside its range", level(&moved, INPUT)?);
        page.click("#undo").await?;
        wait_for_range(page, INPUT, lowest).await?;
        page.type_into(&high, &format!("{}", value + 30.0)).await?;
        let set = wait_for_range(page, INPUT, both).await?;
        for place in ["sure", "about"] {
            expect_fields(page, place, INPUT, both, phrases::RANGE_OWN).await?;
        }
        desk::expect_headline(page, &set, Layer::Base, YEAR, Lang::Zh).await?;
        address = desk::fragment(page).await?;

        // Back to the data, and to nothing changed at all.
        page.click_named(&format!("{} {}", phrases::RANGE_RESET.zh, desk::input(INPUT)?.spec().name.zh)).await?;
        desk::wait_for_scenario(page, "the range is that of the data", |scenario| *scenario == plan).await?;
        expect_fields(page, "about", INPUT, given, from).await?;
        desk::expect_headline(page, &plan, Layer::Base, YEAR, Lang::Zh).await
    })?;
    visit(view, async |visit| {
        let page = visit.page();
        page.open(&format!("#{address}")).await?;
        for _ in 0..2 {
            let scenario = desk::scenario(page).await?;
            let value = level(&scenario, INPUT)?;
            let both = Range { low: Some(value - 4.0), high: Some(value + 30.0) };
            ensure!(range(&scenario, INPUT)? == both, "the link brings {:?}", range(&scenario, INPUT)?);
            answers::show(page, Screen::Sure, Lang::Zh).await?;
            expect_fields(page, "sure", INPUT, both, phrases::RANGE_OWN).await?;
            desk::expect_headline(page, &scenario, Layer::Plan, YEAR, Lang::Zh).await?;
            page.reload().await?;
        }
        page.expect_clean_console().await
    })
}

#[test]
fn an_input_that_was_certain_gets_a_range() -> Result<()> {
    journey("an_input_that_was_certain", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        let known: Vec<InputId> =
            uncertainty::uncertain(desk::outcome(&plan)?.resolved()).iter().map(|one| one.input).collect();
        let count = "return document.querySelectorAll('ul.uncertain > li').length";
        ensure!(page.run::<usize>(count).await? == known.len(), "not every uncertain input is listed");
        // The first that can have one, as the list offers them.
        let offered: Vec<String> = page
            .run("return [...document.querySelectorAll('#add-range option')].map((line) => line.value).filter(Boolean)")
            .await?;
        ensure!(known.iter().all(|input| !offered.iter().any(|id| id == input.id())), "{offered:?} have ranges");
        let id = "double_qualified_base_share";
        let id = if offered.iter().any(|one| one == id) { id } else { offered.first().context("none is offered")? };
        let value = level(&plan, id)?;
        answers::choose(page, "#add-range", id).await?;
        let input = desk::input(id)?;
        let set = desk::wait_for_scenario(page, &format!("{id} has a range"), |scenario| {
            scenario.ranges.get(&input).is_some_and(|range| !range.is_empty())
        })
        .await?;
        ensure!(level(&set, id)? == value, "a range changed the value of {id}");
        let given = range(&set, id)?;
        ensure!(given.low <= Some(value) && given.high >= Some(value), "{id} is {value}, its range is {given:?}");
        ensure!(given.low < given.high, "the range of {id} has no width: {given:?}");
        expect_fields(page, "sure", id, given, phrases::RANGE_OWN).await?;
        ensure!(page.run::<usize>(count).await? == known.len() + 1, "the list did not grow by one");
        desk::expect_headline(page, &set, Layer::Base, YEAR, Lang::Zh).await?;
        page.click("#undo").await?;
        desk::wait_for_scenario(page, "the range is undone", |scenario| *scenario == plan).await?;
        page.wait_for_none(&format!("#sure-low-{id}")).await
    })
}

#[test]
fn a_lever_that_leaves_its_range_takes_the_end_with_it() -> Result<()> {
    journey("a_lever_that_leaves_its_range", View::desktop(Language::Chinese), async |page| {
        let value = level(&desk::scenario(page).await?, INPUT)?;
        desk::press(page, &format!("#lever-{INPUT} .icon")).await?;
        page.type_into(&format!("#about-low-{INPUT}"), &format!("{}", value - 2.0)).await?;
        desk::wait_for_scenario(page, "the range is set", |scenario| !scenario.ranges.is_empty()).await?;
        page.type_into(&format!("#field-{INPUT}"), &format!("{}", value - 5.0)).await?;
        let moved = desk::wait_for_scenario(page, "the lever is below its range", |scenario| {
            level(scenario, INPUT).is_ok_and(|now| now == value - 5.0)
        })
        .await?;
        ensure!(desk::notices(page).await?.is_empty(), "a lever that leaves its range is refused");
        ensure!(range(&moved, INPUT)?.low == Some(value - 5.0), "the range is {:?}", range(&moved, INPUT)?);
        expect_fields(page, "about", INPUT, range(&moved, INPUT)?, phrases::RANGE_OWN).await?;
        desk::expect_headline(page, &moved, Layer::Base, YEAR, Lang::Zh).await
    })
}
