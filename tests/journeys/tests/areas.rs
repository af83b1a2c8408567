//! Every area and layer, in both languages, on every width: the numbers are the model's, and what
//! is written can be read.

use std::cell::RefCell;

use anyhow::{Result, anyhow, bail, ensure};
use journeys::{Language, Page, View, journey};
use serde::Deserialize;
use voced_model::Lang;
use voced_scenario::{Area, Layer};
use voced_whatif::phrases;

use crate::desk;

/// An office PC, a small laptop, the page at 200 % on a PC, a telephone, the narrowest one.
const WIDTHS: [(u32, u32); 5] = [(1440, 900), (1024, 768), (720, 450), (390, 844), (360, 640)];

/// What is wrong with the page as a picture, in words.
///
/// Chromium trims the blank half of a Chinese mark at the end of a line where the line would not fit otherwise, but
/// measures the line with it. So everything is measured untrimmed, which is also how other browsers show it.
const FAULTS: &str = r#"
    const faults = [];
    document.documentElement.style.textSpacingTrim = 'space-all';
    const named = (element) => {
      const id = element.closest('[id]')?.id ?? '';
      return `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} in #${id}`;
    };
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 5).map(named);
      faults.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}: ${wide.join('; ')}`);
    }
    const isShown = (element) => element.checkVisibility() && !element.closest('.hidden, .skip');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent;
      if (/[a-z]+_[a-z0-9_]+/i.test(text) && isShown(texts.currentNode.parentElement)) {
        faults.push(`a raw id is shown: "${text.trim()}"`);
      }
      if (/\b(NaN|inf(inity)?|undefined|null|None|Some\()/.test(text) && isShown(texts.currentNode.parentElement)) {
        faults.push(`no text for people: "${text.trim()}"`);
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [aria-valuetext]')) {
      for (const name of ['aria-label', 'title', 'aria-valuetext']) {
        const text = element.getAttribute(name);
        if (text !== null && (/[a-z]+_[a-z0-9_]+/i.test(text) || /\bNaN/.test(text) || text.trim() === '')) {
          faults.push(`${name} of ${named(element)} is "${text}"`);
        }
      }
    }
    const written = 'button, label, legend, output, select, strong, h1, h2, h3, h4, dt, dd, th, td, p, li > span, ' +
      '.unit, .caption, .badge, .lever-name, .way, .fault, .number, input[type=text]';
    for (const element of document.querySelectorAll(written)) {
      if (!isShown(element) || element.closest('.table-box')) continue;
      const hides = getComputedStyle(element).overflowY !== 'visible' && element.tagName !== 'INPUT';
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        const text = element.value || element.textContent.trim();
        faults.push(`cut off: ${named(element)} "${text.slice(0, 60)}" needs ${element.scrollWidth}, has ${element.clientWidth}`);
      } else if (hides && element.scrollHeight > element.clientHeight + 2) {
        faults.push(`cut off below: ${named(element)} "${element.textContent.trim().slice(0, 60)}"`);
      }
    }
    for (const canvas of document.querySelectorAll('canvas')) {
      const [inner, outer] = [canvas, canvas.closest('.plot')].map((element) => element.getBoundingClientRect());
      if (inner.left < outer.left || inner.right > outer.right) {
        faults.push(`${named(canvas)} lies from ${inner.left} to ${inner.right}, its card to ${outer.right}`);
      }
    }
    document.documentElement.style.textSpacingTrim = '';
    return [...new Set(faults)].slice(0, 25);
"#;

/// The faults of the page as a picture, none is hoped for.
pub async fn faults(page: &Page) -> Result<Vec<String>> {
    page.run(FAULTS).await
}

/// What is not drawn: a chart on show whose canvas holds one colour alone.
async fn expect_charts_drawn(page: &Page) -> Result<()> {
    page.wait_until("every chart on show is drawn", async || {
        let blank: Vec<String> = page
            .run(
                "return [...document.querySelectorAll('.card canvas')].filter((canvas) => {
                   if (!canvas.width || !canvas.height) return true;
                   const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                   const pixels = new Uint32Array(data.buffer);
                   return pixels.every((pixel) => pixel === pixels[0]);
                 }).map((canvas) => canvas.closest('.card').id)",
            )
            .await?;
        ensure!(blank.is_empty(), "blank: {blank:?}");
        Ok(Some(()))
    })
    .await
}

async fn resize(page: &Page, (width, height): (u32, u32)) -> Result<()> {
    page.driver().cdp().emulation().set_device_metrics_override(width, height, 1.0, false).await?;
    page.wait_for_script(&format!("return innerWidth === {width}")).await
}

#[derive(Deserialize)]
struct Document {
    lang: String,
    title: String,
}

/// Says where something went wrong, in one line with what went wrong.
fn within<T>(place: &str, done: Result<T>) -> Result<T> {
    done.map_err(|error| anyhow!("{place}: {error:#}"))
}

/// Walks through all areas and layers in one language and looks at each.
async fn walk(page: &Page, lang: Lang, look: impl AsyncFn(&str, Layer) -> Result<()>) -> Result<()> {
    for (place, area) in Area::ids().enumerate() {
        desk::press(page, &format!("nav.areas button:nth-of-type({})", place + 1)).await?;
        for (place, layer) in Layer::ALL.into_iter().enumerate() {
            // An area without a plan has one layer to choose from.
            let button = desk::option(phrases::LAYER, lang, place + 1);
            if page.elements(&button).await?.is_empty() {
                continue;
            }
            desk::press(page, &button).await?;
            let scenario = desk::wait_for_scenario(page, &format!("{area} is shown as {}", layer.id()), |scenario| {
                scenario.area().id == area && scenario.layer == layer
            })
            .await?;
            let here = format!("{area}, {}", layer.id());
            within(&here, desk::expect_headline(page, &scenario, Layer::Base, scenario.horizon, lang).await)?;
            let document: Document =
                page.run("return { lang: document.documentElement.lang, title: document.title }").await?;
            ensure!(document.lang.starts_with(lang.tag()), "the document says it is in {}", document.lang);
            let short = scenario.area().short.get(lang);
            ensure!(document.title.contains(short), "the title is \"{}\", without {short}", document.title);
            within(&here, look(area, layer).await)?;
        }
    }
    Ok(())
}

/// Every area and layer, all levers open, on every width.
async fn expect_readable(page: &Page, lang: Lang) -> Result<()> {
    desk::open_all_levers(page).await?;
    let found = RefCell::new(Vec::new());
    for size in WIDTHS {
        resize(page, size).await?;
        walk(page, lang, async |area, layer| {
            expect_charts_drawn(page).await?;
            for fault in faults(page).await? {
                found.borrow_mut().push(format!("{} wide, {area}, {}: {fault}", size.0, layer.id()));
            }
            Ok(())
        })
        .await?;
    }
    let found = found.into_inner();
    if !found.is_empty() {
        bail!("what is written can not be read:\n{}", found.join("\n"));
    }
    Ok(())
}

#[test]
fn every_area_can_be_read_on_every_width_in_chinese() -> Result<()> {
    journey("every_area_can_be_read_in_chinese", View::desktop(Language::Chinese), async |page| {
        expect_readable(page, Lang::Zh).await
    })
}

#[test]
fn every_area_can_be_read_on_every_width_in_english() -> Result<()> {
    journey("every_area_can_be_read_in_english", View::desktop(Language::English), async |page| {
        expect_readable(page, Lang::En).await
    })
}

/// What axe-core finds in every area, all levers open, and with a number opened.
async fn expect_no_barriers(page: &Page, lang: Lang) -> Result<()> {
    desk::open_all_levers(page).await?;
    walk(page, lang, async |_, layer| match layer {
        Layer::Base => Ok(()),
        Layer::Plan => page.expect_no_barriers().await,
    })
    .await?;
    desk::press(page, "nav.areas button:nth-of-type(1)").await?;
    desk::press(page, ".levers .lever .icon").await?;
    desk::press(page, ".levers .lever .resets .link").await?;
    desk::press(page, "#chart-intake .table-toggle").await?;
    within("a chart as table, a lever's years and source open", page.expect_no_barriers().await)?;
    desk::press(page, ".tile .number").await?;
    page.element("#derivation-title").await?;
    within("a number opened", page.expect_no_barriers().await)
}

#[test]
fn no_barriers_in_the_light() -> Result<()> {
    journey("no_barriers_in_the_light", View::desktop(Language::Chinese), async |page| {
        expect_no_barriers(page, Lang::Zh).await
    })
}

#[test]
fn no_barriers_in_the_dark() -> Result<()> {
    journey("no_barriers_in_the_dark", View::desktop(Language::English).dark(), async |page| {
        expect_no_barriers(page, Lang::En).await
    })
}

#[test]
fn no_barriers_on_a_phone() -> Result<()> {
    let view = View::phone(Language::Chinese).with_reduced_motion();
    journey("no_barriers_on_a_phone", view, async |page| {
        desk::open_all_levers(page).await?;
        page.expect_no_barriers().await?;
        desk::press(page, ".tile .number").await?;
        page.element("#derivation-title").await?;
        page.expect_no_barriers().await?;
        let moving: u32 = page.run("return document.getAnimations().length").await?;
        ensure!(moving == 0, "{moving} things move for someone who asked for less motion");
        Ok(())
    })
}
