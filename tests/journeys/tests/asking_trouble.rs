//! Where the browser gives no other thread, or the other thread comes to grief.

use anyhow::{Context, Result, ensure};
use journeys::{Language, Page, View, visit};
use serde_json::json;
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_model::{Lang, Quantity};
use voced_scenario::Layer;
use voced_whatif::app::Screen;
use voced_whatif::features::explore::headline::view_model::QUANTITIES;
use voced_whatif::features::plot::plotted::Plotted;
use voced_whatif::phrases;

use crate::{answers, desk};

const YEAR: i32 = 2025;

/// Runs a script in every document before the page's own.
async fn beforehand(page: &Page, script: &str) -> Result<()> {
    page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}

/// Waits until the screen shows the histogram of the students that so many draws give.
async fn expect_histogram(page: &Page, draws: u32) -> Result<()> {
    let scenario = desk::scenario(page).await?;
    let (outcome, sureness) = (desk::outcome(&scenario)?, answers::sureness(&scenario, draws)?);
    let quantity = Quantity::VocEnrolment;
    ensure!(QUANTITIES.contains(&quantity), "the headline has no students");
    let t = outcome.index(YEAR).context("not a projected year")?;
    let histogram = sureness.histogram(quantity, t, &outcome, Lang::Zh).context("all draws give the same")?;
    let css = format!("#histogram-{}", quantity.id());
    answers::expect_plot(page, &css, &Plotted::Histogram(histogram), Lang::Zh).await
}

#[test]
fn without_another_thread_the_page_answers_all_the_same() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        // What the start module offers is thrown away.
        beforehand(page, "Object.defineProperty(globalThis, 'vocedThread', { get() {}, set() {} })").await?;
        page.open("").await?;
        let none: bool = page.run("return globalThis.vocedThread === undefined").await?;
        ensure!(none, "the page has another thread after all");
        let plan = desk::scenario(page).await?;
        desk::expect_headline(page, &plan, Layer::Base, YEAR, Lang::Zh).await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::expect_headline(page, &moved, Layer::Base, YEAR, Lang::Zh).await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        expect_histogram(page, DEFAULT_DRAWS).await?;
        desk::press(page, &desk::option(phrases::DRAWS, Lang::Zh, 2)).await?;
        expect_histogram(page, 10_000).await?;
        for (screen, shown) in [
            (Screen::Matters, "#tornado canvas"),
            (Screen::Matters, "#heat-map canvas"),
            (Screen::Why, "#waterfall canvas"),
        ] {
            answers::show(page, screen, Lang::Zh).await?;
            page.element(shown).await?;
        }
        answers::show(page, Screen::Solve, Lang::Zh).await?;
        desk::press(page, "#preset-ratio").await?;
        page.element("#solution .verdict-line").await?;
        page.expect_clean_console().await
    })
}

/// Lets every worker that is started while `globalThis.ailing` look for a file that is not there, and
/// keeps all that were started.
const AILING: &str = "
    const { postMessage } = Worker.prototype;
    globalThis.started = [];
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message?.script) {
        started.push(this);
        if (globalThis.ailing) message = { ...message, script: `${message.script}.missing` };
      }
      return postMessage.call(this, message, ...rest);
    };";

/// What is said of a computation that failed, and what is offered then.
async fn expect_trouble(page: &Page) -> Result<()> {
    page.wait_for_text(".trouble", phrases::ASK_FAILED.zh).await?;
    page.named(phrases::ASK_AGAIN.zh).await?;
    let announced: bool = page.run("return document.querySelector('.trouble').role === 'alert'").await?;
    ensure!(announced, "that a computation failed is not announced");
    Ok(())
}

#[test]
fn a_thread_that_dies_is_said_and_can_be_tried_again() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        beforehand(page, AILING).await?;
        page.open("").await?;
        let plan = desk::scenario(page).await?;
        desk::expect_headline(page, &plan, Layer::Base, YEAR, Lang::Zh).await?;
        page.run::<()>("globalThis.ailing = true").await?;
        for screen in [Screen::Sure, Screen::Matters, Screen::Why] {
            answers::show(page, screen, Lang::Zh).await?;
            expect_trouble(page).await?;
            // Once more in vain, and it is said again.
            let before: usize = page.run("return started.length").await?;
            page.click_named(phrases::ASK_AGAIN.zh).await?;
            page.wait_for_script(&format!("return started.length > {before}")).await?;
            expect_trouble(page).await?;
        }
        // The page goes on: what was computed before is there, levers move.
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        expect_trouble(page).await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::expect_headline(page, &moved, Layer::Base, YEAR, Lang::Zh).await?;
        expect_trouble(page).await?;
        page.run::<()>("globalThis.ailing = false").await?;
        page.click_named(phrases::ASK_AGAIN.zh).await?;
        expect_histogram(page, DEFAULT_DRAWS).await?;
        page.wait_for_none(".trouble").await?;
        // The console tells of the missing files; they are what was asked for.
        let told = page.console_errors().await?;
        ensure!(told.iter().all(|line| line.contains(".missing")), "the console tells more: {told:?}");
        Ok(())
    })
}

#[test]
fn a_thread_that_dies_in_the_middle_of_its_work_is_said() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        beforehand(page, AILING).await?;
        page.open("").await?;
        answers::show(page, Screen::Sure, Lang::Zh).await?;
        expect_histogram(page, DEFAULT_DRAWS).await?;
        desk::press(page, &desk::option(phrases::DRAWS, Lang::Zh, 4)).await?;
        page.element(".progress-line").await?;
        page.run::<()>("started.at(-1).dispatchEvent(new ErrorEvent('error'))").await?;
        expect_trouble(page).await?;
        page.wait_for_none(".progress-line").await?;
        desk::press(page, &desk::option(phrases::DRAWS, Lang::Zh, 2)).await?;
        expect_histogram(page, 10_000).await?;
        page.wait_for_none(".trouble").await?;
        page.expect_clean_console().await
    })
}

#[test]
fn bands_come_back_with_the_next_change_after_their_thread_died() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        beforehand(page, AILING).await?;
        page.open("").await?;
        let plan = desk::scenario(page).await?;
        desk::expect_headline(page, &plan, Layer::Base, YEAR, Lang::Zh).await?;
        page.run::<()>("started.at(-1).dispatchEvent(new ErrorEvent('error'))").await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        let moved = desk::wait_for_scenario(page, "the share is 50 %", |scenario| !scenario.is_untouched()).await?;
        desk::expect_headline(page, &moved, Layer::Base, YEAR, Lang::Zh).await?;
        page.expect_clean_console().await
    })
}

/// Keeps back what is asked of workers while `globalThis.held`.
const HELD: &str = "
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!globalThis.held || message?.script) postMessage.call(this, message, ...rest);
    };";

#[test]
fn no_picture_bears_the_name_of_a_question_that_is_not_answered_yet() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        beforehand(page, HELD).await?;
        let name = Quantity::Balance.spec().name.zh;
        for (screen, plot) in
            [(Screen::Matters, "#tornado"), (Screen::Matters, "#heat-map"), (Screen::Why, "#waterfall")]
        {
            page.open("").await?;
            answers::show(page, screen, Lang::Zh).await?;
            answers::choose(page, "#subject", "voc_enrolment").await?;
            page.wait_for_text(&format!("{plot} h3"), Quantity::VocEnrolment.spec().name.zh).await?;
            page.run::<()>("globalThis.held = true").await?;
            answers::choose(page, "#subject", Quantity::Balance.id()).await?;
            page.wait_for_script(&format!(
                "return document.querySelector('#subject').value === '{}'",
                Quantity::Balance.id()
            ))
            .await?;
            let titles =
                format!("return [...document.querySelectorAll('{plot} h3')].map((title) => title.textContent)");
            let titles: Vec<String> = page.run(&titles).await?;
            ensure!(!titles.iter().any(|title| title.contains(name)), "{plot} shows former numbers under {titles:?}");
        }
        page.expect_clean_console().await
    })
}
