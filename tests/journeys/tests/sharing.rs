//! Links handed on and opened: the summary first, the comparison with it, and nothing lost on the way.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey, visit};
use voced_model::{Lang, Quantity};
use voced_scenario::{Document, Layer, PathValue, ResultSnapshot, Scenario};
use voced_whatif::browser::link;
use voced_whatif::features::sharing::view_model::arrival;
use voced_whatif::phrases;

use crate::desk;

/// A scenario of Dezhou with a comparison, as someone sends it.
fn sent() -> Result<Document> {
    let mut scenario = desk::untouched("dezhou", Layer::Plan)?;
    scenario.name = "多招".to_owned();
    scenario.inputs.insert(desk::input("hires")?, PathValue::Constant(900.0));
    let comparison = vec![desk::untouched("dezhou", Layer::Base)?, desk::untouched("laiwu", Layer::Plan)?];
    Ok(Document { comparison, reference: 1, ..Document::of(scenario) }.with_snapshot())
}

/// The document in the address.
async fn document(page: &Page) -> Result<Document> {
    let fragment = desk::fragment(page).await?;
    match link::unpack(&fragment) {
        Some(Ok(document)) => Ok(document),
        other => anyhow::bail!("the address holds no document: {other:?}"),
    }
}

async fn texts(page: &Page, css: &str) -> Result<Vec<String>> {
    page.run(&format!("return [...document.querySelectorAll(\"{css}\")].map((one) => one.textContent)")).await
}

/// Waits until the summary says what the model has to say of a document.
async fn expect_summary(page: &Page, document: &Document, lang: Lang) -> Result<()> {
    let told = arrival(document, lang).context("a sound document")?;
    page.element("#arrival").await?;
    let facts: Vec<String> = told.facts.iter().map(|(name, text)| format!("{}{text}", name.get(lang))).collect();
    let shown = texts(page, ".arrival .facts:not(.numbers) > div").await?;
    ensure!(shown == facts, "the summary says {shown:?}, not {facts:?}");
    for row in told.differing.iter().take(8) {
        let shown = texts(page, &format!("#arrival-levers [data-id='{}'] bdi", row.id)).await?;
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.text.clone()).collect();
        ensure!(shown == cells, "{}: {shown:?}, not {cells:?}", row.name);
    }
    for row in &told.numbers {
        let shown = texts(page, &format!(".arrival .numbers [data-quantity='{}'] dd", row.quantity.id())).await?;
        let value = row.cells[0].text.clone().unwrap_or_else(|| phrases::NO_VALUE.get(lang).to_owned());
        let all = shown.concat();
        ensure!(all.starts_with(&value) && all.contains(&row.cells[0].difference), "{}: {all}", row.quantity);
    }
    Ok(())
}

#[test]
fn a_link_opens_on_what_differs_and_its_comparison_is_a_step_away() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let sent = sent()?;
        page.open(&format!("#{}", link::pack(sent.clone()))).await?;
        expect_summary(page, &sent, Lang::Zh).await?;
        let focused: String = page.run("return document.activeElement.id").await?;
        ensure!(focused == "arrival", "the focus is at \"{focused}\", not at the summary");
        page.expect_no_barriers().await?;
        page.click("#go-to-comparison").await?;
        page.wait_for_none("#arrival").await?;
        page.element("#compare-numbers").await?;
        let names = texts(page, ".column-name").await?;
        ensure!(names == ["多招（当前）", "现状延续", "莱芜 · 规划方案"], "the columns are {names:?}");
        ensure!(document(page).await? == sent, "the comparison is not in the address");
        // Neither the summary nor less of the comparison after a reload.
        page.reload().await?;
        page.element("#compare-numbers").await?;
        ensure!(page.elements("#arrival").await?.is_empty(), "the summary of one's own address");
        ensure!(document(page).await? == sent, "the comparison was lost over a reload");
        page.expect_clean_console().await
    })
}

#[test]
fn the_summary_is_read_and_closed_by_keys_in_english() -> Result<()> {
    visit(View::desktop(Language::English), async |visit| {
        let page = visit.page();
        let sent = sent()?;
        page.open(&format!("#{}", link::pack(sent.clone()))).await?;
        expect_summary(page, &sent, Lang::En).await?;
        page.expect_no_barriers().await?;
        page.press(Key::Escape).await?;
        page.wait_for_none("#arrival").await?;
        let focused: String = page.run("return document.activeElement.id").await?;
        ensure!(focused == "results", "the focus is lost at \"{focused}\"");
        // Pasted into the open page it comes again, and its button closes it.
        let other: Document = desk::untouched("linping", Layer::Base)?.into();
        page.run::<()>(&format!("location.hash = '{}'", link::pack(other.clone()))).await?;
        expect_summary(page, &other, Lang::En).await?;
        page.press(Key::Tab).await?;
        page.press(Key::Enter).await?;
        page.wait_for_none("#arrival").await?;
        page.expect_clean_console().await
    })
}

#[test]
fn results_that_are_no_longer_the_same_are_shown_with_both_numbers_and_the_reason() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let mut sent = sent()?;
        let snapshot = sent.snapshot.as_mut().context("pinned")?;
        let now = *snapshot.results.get(&Quantity::Teachers).context("pinned")?;
        snapshot.results.insert(Quantity::Teachers, now * 1.5);
        page.open(&format!("#{}", link::pack(sent.clone()))).await?;
        let told = arrival(&sent, Lang::Zh).and_then(|told| told.drift).context("drift")?;
        let shown = texts(page, "#drift tbody tr").await?;
        let (_, then, today) = &told.rows[0];
        ensure!(shown == [format!("专任教师{then}{today}")], "the page shows {shown:?}");
        ensure!(then != today, "both are {then}");
        page.wait_for_text(".drift .reasons", &told.reasons[0]).await?;
        // It is said until it was read, over a reload too.
        page.reload().await?;
        page.element("#drift").await?;
        page.click("#arrival-close").await?;
        page.wait_for_none("#arrival").await?;
        page.reload().await?;
        ensure!(page.elements("#arrival").await?.is_empty(), "what was read is said again");
        let snapshot = document(page).await?.snapshot;
        ensure!(snapshot == ResultSnapshot::now(&sent.scenario).ok(), "the address does not pin the results of today");
        // What is as it was is not called different.
        // Under another name: the page itself wrote the link of this one into the address.
        let scenario = Scenario { name: "另一个".to_owned(), ..sent.scenario.clone() };
        let sound = Document { snapshot: ResultSnapshot::now(&scenario).ok(), scenario, ..sent };
        page.open(&format!("#{}", link::pack(sound))).await?;
        page.element("#arrival").await?;
        ensure!(page.elements("#drift").await?.is_empty(), "the same results are called different");
        page.expect_clean_console().await
    })
}

#[test]
fn names_that_mean_harm_are_shown_as_text() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let names = [
            "<img src=x onerror=\"document.title='markup ran'\">".to_owned(),
            "=HYPERLINK(\"http://x\")".to_owned(),
            "\u{202e}desrever \u{2066}x".to_owned(),
            "长".repeat(200),
        ];
        for name in names {
            let named = |layer| -> Result<Scenario> {
                let mut one = desk::untouched("laiwu", layer)?;
                one.name = name.clone();
                one.inputs.insert(desk::input("hires")?, PathValue::Constant(60.0));
                Ok(one)
            };
            let sent = Document { comparison: vec![named(Layer::Base)?], ..Document::of(named(Layer::Plan)?) };
            page.open(&format!("#{}", link::pack(sent.clone()))).await?;
            expect_summary(page, &sent, Lang::Zh).await?;
            page.click("#go-to-comparison").await?;
            page.element("#compare-numbers").await?;
            let title: String = page.run("return document.title").await?;
            ensure!(!title.contains("markup ran"), "markup of a name ran");
            ensure!(page.elements("body img").await?.is_empty(), "markup of a name became part of the page");
            let all: String = page.run("return document.body.innerText").await?;
            ensure!(!all.contains('\u{202e}'), "a mark that turns text around is on the page");
            let wide: bool = page.run("return document.documentElement.scrollWidth > innerWidth + 1").await?;
            ensure!(!wide, "the page scrolls sideways under the name {name}");
            page.expect_clean_console().await?;
        }
        Ok(())
    })
}

#[test]
fn a_link_that_was_cut_or_changed_is_noticed_and_nothing_is_lost() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        page.open("").await?;
        desk::drag_slider(page, "vocational_share", 0.55).await?;
        let before = desk::wait_for_scenario(page, "the share is 55 %", |scenario| !scenario.is_untouched()).await?;
        let whole = link::pack(sent()?);
        let broken = (1..8).flat_map(|eighth| {
            let place = whole.len() * eighth / 8;
            let mut flipped = whole.clone().into_bytes();
            flipped[place] = if flipped[place] == b'A' { b'B' } else { b'A' };
            let flipped = String::from_utf8(flipped).unwrap_or_default();
            [(whole[..place].to_owned(), phrases::LINK_CUT), (flipped, phrases::LINK_DAMAGED)]
        });
        for (fragment, said) in broken {
            page.open(&format!("#{fragment}")).await?;
            page.wait_for_text(".notice", said.zh).await?;
            ensure!(page.elements("#arrival").await?.is_empty(), "a summary of a broken link");
            ensure!(desk::kept(page).await? == before, "a broken link replaced what was kept");
            page.expect_clean_console().await?;
        }
        Ok(())
    })
}

#[test]
fn every_link_of_the_corpus_opens() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
        let mut opened = 0;
        for folder in ["schema-1", "schema-2"] {
            for entry in fs::read_dir(corpus.join(folder))? {
                let path = entry?.path();
                if path.extension().is_none_or(|end| end != "link") {
                    continue;
                }
                let fragment = fs::read_to_string(&path)?.trim().to_owned();
                let Some(Ok(held)) = link::unpack(&fragment) else { anyhow::bail!("{} is broken", path.display()) };
                page.open(&format!("#{fragment}")).await?;
                expect_summary(page, &held, Lang::Zh).await.with_context(|| path.display().to_string())?;
                ensure!(desk::scenario(page).await? == held.scenario, "{} opens to another", path.display());
                ensure!(desk::notices(page).await?.is_empty(), "{}: there is a notice", path.display());
                opened += 1;
            }
        }
        ensure!(opened >= 20, "only {opened} links");
        page.expect_clean_console().await
    })
}

#[test]
fn a_link_is_handed_on_and_brings_all_of_it() -> Result<()> {
    journey("sharing_dialog", View::desktop(Language::English), async |page| {
        desk::drag_slider(page, "vocational_share", 0.55).await?;
        let own = desk::wait_for_scenario(page, "the share is 55 %", |scenario| !scenario.is_untouched()).await?;
        page.click("#share").await?;
        // What the dialog shows may still be on its way.
        page.element("#share-link").await?;
        let field = "return document.querySelector('#share-link').value";
        let shared: String = page.run(field).await?;
        let (_, fragment) = shared.split_once('#').context("no fragment")?;
        ensure!(!shared.contains("lang="), "the sender's language goes with the link: {shared}");
        let Some(Ok(held)) = link::unpack(fragment) else { anyhow::bail!("{shared} holds nothing") };
        ensure!(held.scenario == own && held.snapshot == ResultSnapshot::now(&own).ok(), "the link holds {held:?}");
        page.expect_no_barriers().await?;
        page.click("#share-link-copy").await?;
        page.wait_until("it says what became of copying", async || {
            let said = page.text("#share-link-said").await?;
            Ok([phrases::COPIED.en, phrases::NOT_COPIED.en].contains(&said.as_str()).then_some(()))
        })
        .await?;
        // Without a clipboard the link is selected, and the page says what to press.
        page.run::<()>(
            "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
             document.execCommand = () => false;",
        )
        .await?;
        page.click("#share-link-copy").await?;
        page.wait_for_text("#share-link-said", phrases::NOT_COPIED.en).await?;
        let selected: String = page
            .run(
                "const field = document.querySelector('#share-link');
                  return field.value.slice(field.selectionStart, field.selectionEnd);",
            )
            .await?;
        ensure!(selected == shared, "selected is \"{selected}\"");
        page.press(Key::Escape).await?;
        page.wait_for_none("dialog.share[open]").await
    })
}

#[test]
fn a_link_that_mail_would_cut_is_called_long() -> Result<()> {
    journey("sharing_long", View::desktop(Language::English), async |page| {
        page.click("#share").await?;
        page.element("#share-link").await?;
        ensure!(page.elements("#share-long").await?.is_empty(), "a short link is called long");
        page.press(Key::Escape).await?;
        // Values that share no digits do not pack.
        let mut long = desk::untouched("laiwu", Layer::Plan)?;
        long.horizon = long.base_year() + 15;
        let mut value: f64 = 0.123_456_789;
        let ids: Vec<_> = voced_model::InputId::all()
            .filter(|input| input.spec().shape == voced_model::inputs::Shape::Path)
            .collect();
        for input in ids {
            let spec = input.spec();
            let points = (long.base_year()..=long.horizon).map(|year| {
                value = (value * 997.0).fract();
                let level = spec.min + (spec.max - spec.min) * value * 0.01;
                (year, if spec.is_whole() { level.round() } else { level })
            });
            long.inputs.insert(input, PathValue::Points(points.collect()));
        }
        let fragment = link::pack(&long);
        ensure!(fragment.len() > 8_000, "only {} characters", fragment.len());
        page.open(&format!("#{fragment}")).await?;
        page.click("#arrival-close").await?;
        page.click("#share").await?;
        page.wait_for_text("#share-long", "long").await
    })
}
