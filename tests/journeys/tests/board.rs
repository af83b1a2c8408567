//! Targets, warnings, and numbers that are opened.

use anyhow::{Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_model::{Lang, Quantity, format};
use voced_scenario::Status;
use voced_scenario::targets::Metric;
use voced_whatif::features::explore::board::view_model::{target_rows, warning_rows};
use voced_whatif::phrases;

use crate::{answers, desk};

async fn count(page: &Page, css: &str) -> Result<usize> {
    Ok(page.elements(css).await?.len())
}

#[test]
fn the_board_shows_every_target_and_those_that_are_asked_for() -> Result<()> {
    journey("the_board_shows_every_target", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        let sureness = answers::sureness(&scenario, DEFAULT_DRAWS)?;
        let rows = target_rows(&desk::outcome(&scenario)?, Some(&sureness), Lang::Zh);
        for row in &rows {
            let css = format!("#target-{}", row.id);
            for part in [&row.label, &row.quote, &row.goal, &row.due, &row.value, &row.detail] {
                page.wait_for_text(&css, part).await?;
            }
            // What is assumed has no chance, whether built by a date or set by a lever.
            let is_computed = matches!(row.metric, Metric::Quantity(_));
            ensure!(row.chance.is_empty() != is_computed, "the chance of {}: {row:?}", row.id);
            if row.chance.is_empty() {
                let chances = count(page, &format!("{css} .chance")).await?;
                ensure!(chances == 0, "{} is assumed and has a chance", row.id);
                continue;
            }
            page.wait_for_text(&format!("{css} .chance"), &format!("{} {}", phrases::CHANCE.zh, row.chance)).await?;
        }
        let met = rows.iter().filter(|row| row.status == Status::Met).count();
        let assumed = rows.iter().filter(|row| row.status == Status::Assumed).count();
        let missed = rows.len() - met - assumed;
        ensure!(met > 0 && missed > 0 && assumed > 0, "this test needs targets met, missed and assumed");
        let filter = |place: usize| format!(".targets-head .choice button:nth-of-type({place})");
        for (place, wanted, word) in
            [(2, missed, "missed"), (3, met, "met"), (4, assumed, "assumed"), (1, rows.len(), "all")]
        {
            desk::press(page, &filter(place)).await?;
            let shown = count(page, ".targets li").await?;
            ensure!(shown == wanted, "{shown} targets are shown as {word}, the model says {wanted}");
            let said = page.text(&filter(place)).await?;
            ensure!(said.ends_with(&wanted.to_string()), "the button says \"{said}\", not {wanted}");
        }
        // A lever moves a verdict at once.
        let css = "#target-LW-006";
        ensure!(page.text(css).await?.contains('✕'), "the target of students is not missed in the plan");
        desk::centre(page, "#field-in_scope_share").await?;
        page.type_into("#field-in_scope_share", "50").await?;
        page.wait_for_text(css, "✓").await
    })
}

#[test]
fn a_warning_leads_to_its_lever() -> Result<()> {
    journey("a_warning_leads_to_its_lever", View::desktop(Language::Chinese), async |page| {
        let rows = warning_rows(&desk::outcome(&desk::scenario(page).await?)?, Lang::Zh);
        ensure!(!rows.is_empty(), "this test needs warnings");
        ensure!(count(page, ".warnings li").await? == rows.len(), "not every warning is shown");
        let chips: Vec<&String> = rows.iter().flat_map(|row| row.levers.iter().map(|(_, name)| name)).collect();
        let shown: Vec<String> = page
            .run("return [...document.querySelectorAll('.warnings .chip')].map((chip) => chip.textContent)")
            .await?;
        ensure!(shown.iter().eq(chips), "the warnings name the levers {shown:?}");
        // Each chip brings its lever into view and gives it the focus, wherever it is hidden.
        for (place, name) in shown.iter().enumerate() {
            let chip = page.elements(".warnings .chip").await?.into_iter().nth(place);
            let Some(chip) = chip else { anyhow::bail!("the chip {name} went away") };
            chip.scroll_into_view().await?;
            chip.click().await?;
            page.wait_until(&format!("\"{name}\" leads to its lever, in view and focused"), async || {
                let found: (bool, String) = page
                    .run(
                        "const focused = document.activeElement;
                         const box = focused.getBoundingClientRect();
                         const seen = document.elementFromPoint(box.x + box.width / 2, Math.max(box.y, 0) + Math.min(box.height, 20) / 2);
                         const inView = box.bottom > 0 && box.top < innerHeight && focused.contains(seen);
                         const lever = focused.closest('.lever, .programmes');
                         return [inView, lever?.querySelector('.lever-name, h4')?.textContent ?? focused.outerHTML.slice(0, 80)];",
                    )
                    .await?;
                ensure!(found.0 && found.1 == *name, "it leads to {found:?}");
                Ok(Some(()))
            })
            .await?;
        }
        ensure!(desk::scenario(page).await?.is_untouched(), "looking at levers changed the scenario");
        Ok(())
    })
}

async fn title(page: &Page) -> Result<String> {
    page.text("#derivation-title").await
}

#[test]
fn a_number_is_opened_down_to_its_inputs_and_closed_again() -> Result<()> {
    journey("a_number_is_opened_down_to_its_inputs", View::desktop(Language::Chinese), async |page| {
        let scenario = desk::scenario(page).await?;
        let opener = ".tile[data-quantity=voc_enrolment] .number";
        page.click(opener).await?;
        let name = Quantity::VocEnrolment.spec().name.zh;
        page.wait_for_text("#derivation-title", &format!("{name} · 2025")).await?;
        let printed = desk::voced_run(&scenario)?;
        let value = desk::number_of(&printed, "voc_enrolment", 2025)?;
        let wanted = format::amount(value, Quantity::VocEnrolment.spec().unit, Lang::Zh).text(Lang::Zh);
        page.wait_for_text("dialog.derivation .big", &wanted).await?;

        // Down, always by the first number used, until an input is reached.
        let mut way = vec![title(page).await?];
        let mut depth = 0;
        while count(page, "dialog .inputs-used li").await? == 0 {
            depth += 1;
            ensure!(depth < 20, "no input after {way:?}");
            page.click("dialog .used .number").await?;
            let last = way[way.len() - 1].clone();
            let next = page
                .wait_until("the number used opens", async || {
                    let next = title(page).await?;
                    Ok((next != last).then_some(next))
                })
                .await?;
            way.push(next);
        }
        ensure!(way.len() > 2, "the students of 2025 come straight from inputs: {way:?}");
        let source = page.text("dialog .inputs-used .from").await?;
        ensure!(source.chars().count() > 3, "the input does not say where it comes from: \"{source}\"");

        // Back all the way.
        while let Some(_) = way.pop()
            && let Some(before) = way.last()
        {
            page.click("#derivation-back").await?;
            page.wait_for_text("#derivation-title", before).await?;
        }
        page.wait_for_none("#derivation-back").await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_none("dialog.derivation").await?;
        let returned: bool =
            page.run(&format!("return document.activeElement === document.querySelector('{opener}')")).await?;
        ensure!(returned, "closing the number does not give the focus back to where it was opened");

        // Once more: the state knew that Escape closed it.
        page.click(opener).await?;
        page.wait_for_text("#derivation-title", name).await?;
        ensure!(count(page, "#derivation-back").await? == 0, "the number opened anew remembers the last way");
        page.click("#derivation-close").await?;
        page.wait_for_none("dialog.derivation").await
    })
}

/// Whether digits, rounded as another text is, are that text.
fn rounds_to(digits: &str, face: &str) -> bool {
    let number = |text: &str| text.replace(',', "").replace('−', "-").trim_end_matches('%').parse::<f64>();
    let decimals = |text: &str| text.trim_end_matches('%').split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let (Ok(opened), Ok(shown)) = (number(digits), number(face)) else { return digits == face };
    let step = 10f64.powi(-(decimals(face) as i32));
    decimals(face) <= decimals(digits) && (opened - shown).abs() <= step / 2.0 * (1.0 + 1e-9)
}

#[test]
fn every_headline_number_and_target_opens_with_the_number_it_shows() -> Result<()> {
    journey("every_number_opens_with_its_value", View::desktop(Language::English), async |page| {
        // Draws that arrive say how likely a deficit is, in the place of a number.
        page.element(".tile .deficit:not(:empty)").await?;
        let openers = page.elements(".tile .number, .targets .number").await?;
        ensure!(openers.len() > 10, "only {} numbers can be opened", openers.len());
        for opener in openers {
            let face = opener.text().await?;
            let face = face.split_whitespace().collect::<Vec<_>>().join(" ");
            opener.scroll_into_view().await?;
            opener.click().await?;
            let big = page.text("dialog.derivation .big").await?;
            let big = big.split_whitespace().collect::<Vec<_>>().join(" ");
            // A number beside a large one says its name first; one read at a glance opens with a digit more.
            let digits = big.split(' ').next().unwrap_or_default();
            ensure!(face.split(' ').any(|word| rounds_to(digits, word)), "\"{face}\" opens as \"{big}\"");
            let open: bool =
                page.run("return document.querySelector('dialog .equation, dialog h2 + .big + p') !== null").await?;
            ensure!(open, "\"{face}\" opens without a formula or a reason");
            page.press(Key::Escape + "").await?;
            page.wait_for_none("dialog.derivation").await?;
        }
        Ok(())
    })
}
