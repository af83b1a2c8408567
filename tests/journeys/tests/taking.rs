//! What is taken away: tables, pictures, the workbook, the scenario file.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use journeys::{Key, Language, Page, View, journey};
use serde::Deserialize;
use voced_analysis::uncertainty::DEFAULT_DRAWS;
use voced_export::Results;
use voced_model::Lang;
use voced_scenario::{Document, Layer, Scenario};
use voced_whatif::app::{ChartId, Screen};
use voced_whatif::browser::{files, link};
use voced_whatif::features::export::{DOTS_PER_INCH, ExportTable, Format, PIXELS, comparison, naming, tables};
use voced_whatif::features::plans::view_model::entries;
use voced_whatif::phrases;

use crate::keyboard::tab_to;
use crate::{answers, areas, desk};

/// The name of a file that the page saves.
fn name(scenario: &Scenario, what: &str, format: Format, lang: Lang) -> String {
    let parts = naming::file(scenario, what, lang);
    files::name(&parts.each_ref().map(String::as_str), format.ending())
}

/// Presses a button and returns what it saves.
async fn saved(page: &Page, css: &str, what: &str, format: Format, lang: Lang) -> Result<Vec<u8>> {
    let scenario = desk::scenario(page).await?;
    desk::press(page, css).await?;
    page.downloaded(&name(&scenario, what, format, lang)).await
}

/// Presses a button that saves a table, and holds the file against it.
pub async fn expect_sheet(page: &Page, css: &str, sheet: &ExportTable, lang: Lang) -> Result<()> {
    let bytes = saved(page, css, &sheet.title, Format::Csv, lang).await?;
    let text = String::from_utf8(bytes).context("not UTF-8")?;
    ensure!(text.starts_with('\u{feff}'), "{css}: without its mark Excel takes the file for something else");
    ensure!(text.contains("\r\n") && text == sheet.csv(), "{css} saves {text:?}, not {:?}", sheet.csv());
    Ok(())
}

/// Chooses a format in the menu of a plot.
async fn choose(page: &Page, plot: &str, format: Format) -> Result<String> {
    desk::press(page, &format!("{plot} .save-toggle")).await?;
    Ok(format!("{plot} .save-list [data-format='{}']", format.ending()))
}

#[test]
fn tables_are_saved_as_csv_with_chinese_headings() -> Result<()> {
    journey("tables_are_saved_as_csv", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        let scenario = desk::scenario(page).await?;
        let outcome = desk::outcome(&scenario)?;
        let base = Scenario { horizon: scenario.horizon, ..Scenario::new(scenario.area_ref.clone(), Layer::Base) };
        let (reference, sureness) = (desk::outcome(&base)?, answers::sureness(&scenario, DEFAULT_DRAWS)?);
        let sureness = Some(&sureness);
        page.element(".range-bar").await?;
        let headline = tables::headline(&outcome, &reference, sureness, scenario.horizon, lang);
        ensure!(
            headline.csv().contains("\n中职在校生,人,2843.32807898,2057.81299046,785.515088512,"),
            "the headline is {}",
            headline.csv()
        );
        expect_sheet(page, ".headline .csv", &headline, lang).await?;
        let targets = tables::targets(&outcome, sureness, lang);
        ensure!(targets.csv().contains("目标,编号,") && targets.rows.len() > 10);
        expect_sheet(page, ".targets .csv", &targets, lang).await?;
        expect_sheet(page, ".warnings .csv", &tables::warnings(&outcome, lang), lang).await?;

        let item = choose(page, "#chart-sources", Format::Csv).await;
        ensure!(item.is_err(), "a chart that is not shown has a menu");
        let item = choose(page, "#chart-intake", Format::Csv).await?;
        let title = ChartId::Intake.words().get(lang);
        let text = String::from_utf8(saved(page, &item, title, Format::Csv, lang).await?)?;
        ensure!(text.contains("年份,中职（人）,中职 P5（人）"), "the chart's table is {text}");
        ensure!(page.elements("#chart-intake .save-list").await?.is_empty(), "the menu stays open");

        answers::show(page, Screen::Take, lang).await?;
        expect_sheet(page, "#save-results", &tables::results(&outcome, lang), lang).await
    })
}

#[test]
fn tables_of_comparison_and_of_the_plans_are_saved_too() -> Result<()> {
    journey("tables_of_comparison_and_plans", View::desktop(Language::English), async |page| {
        let lang = Lang::En;
        let own = desk::outcome(&desk::scenario(page).await?)?;
        answers::show(page, Screen::Compare, lang).await?;
        let bytes = saved(page, "#compare .charts-head .csv", phrases::COMPARE_TITLE.en, Format::Csv, lang).await?;
        let text = String::from_utf8(bytes)?;
        let share = "\"Vocational share of intake, with technician schools\",%,40,30,10";
        ensure!(text.contains(share), "the comparison is {text}");
        let bytes = saved(page, "#compare .with-csv .csv", phrases::LEVERS_DIFFER.en, Format::Csv, lang).await?;
        ensure!(String::from_utf8(bytes)?.contains("Teachers hired a year,"), "the levers that differ");

        answers::show(page, Screen::Plans, lang).await?;
        let entries: Vec<_> =
            entries(lang).into_iter().filter(|entry| entry.area == own.resolved().scenario.area().id).collect();
        expect_sheet(page, "#plans .plans-count .csv", &comparison::statements(&entries, lang), lang).await?;
        desk::press(page, "#plans .plans-parts button:nth-of-type(2)").await?;
        let bytes = saved(page, "#coverage .csv", phrases::PART_COVERAGE.en, Format::Csv, lang).await?;
        ensure!(String::from_utf8(bytes)?.contains("231"), "the coverage");
        desk::press(page, "#plans .plans-parts button:nth-of-type(3)").await?;
        let subject = page.text("#side caption").await?;
        let bytes = saved(page, "#side .csv", &subject, Format::Csv, lang).await?;
        ensure!(String::from_utf8(bytes)?.contains("Dezhou"), "the plans side by side");
        Ok(())
    })
}

/// What a picture is made of, as the browser decodes it.
#[derive(Debug, Deserialize)]
struct Decoded {
    width: u32,
    height: u32,
    colours: u32,
    corner: [u8; 4],
}

#[test]
fn a_chart_is_saved_as_a_picture_for_print_also_from_the_dark_page() -> Result<()> {
    let view = View::desktop(Language::Chinese).dark();
    journey("a_chart_is_saved_as_a_picture", view, async |page| {
        let item = choose(page, "#chart-enrolment", Format::Png).await?;
        let title = ChartId::Enrolment.words().get(Lang::Zh);
        let png = saved(page, &item, title, Format::Png, Lang::Zh).await?;
        ensure!(png.get(37..41) == Some(b"pHYs".as_slice()), "the picture does not say how large it is on paper");
        let per_metre = (f64::from(DOTS_PER_INCH) / 0.0254).round() as u32;
        ensure!(png.get(41..45) == Some(per_metre.to_be_bytes().as_slice()), "it is not for 300 dots an inch");
        let decoded: Decoded = page
            .run(&format!(
                "const image = new Image();
                 image.src = 'data:image/png;base64,{}';
                 return image.decode().then(() => {{
                   const canvas = document.createElement('canvas');
                   [canvas.width, canvas.height] = [image.width, image.height];
                   const context = canvas.getContext('2d');
                   context.drawImage(image, 0, 0);
                   const {{ data }} = context.getImageData(0, 0, image.width, image.height);
                   const colours = new Set(new Uint32Array(data.buffer)).size;
                   return {{ width: image.width, height: image.height, colours, corner: [...data.slice(0, 4)] }};
                 }})",
                STANDARD.encode(&png)
            ))
            .await?;
        ensure!(decoded.width == PIXELS && decoded.height > PIXELS / 3, "{decoded:?}");
        ensure!(decoded.colours > 20 && decoded.corner == [255; 4], "blank, or not on white: {decoded:?}");
        Ok(())
    })
}

#[test]
fn a_chart_is_saved_as_a_drawing_whatever_the_scenario_is_called() -> Result<()> {
    journey("a_chart_is_saved_as_a_drawing", View::desktop(Language::English), async |page| {
        let lang = Lang::En;
        let mut scenario = desk::untouched("laiwu", Layer::Plan)?;
        scenario.name = "</text><script>alert(1)</script>&\"'方案".to_owned();
        page.open(&format!("#{}", link::pack(&scenario))).await?;
        let item = choose(page, "#chart-teachers", Format::Svg).await?;
        let svg = saved(page, &item, ChartId::Teachers.words().get(lang), Format::Svg, lang).await?;
        let read: (bool, String, u32, String) = page
            .run(&format!(
                "const bytes = Uint8Array.from(atob('{}'), (c) => c.charCodeAt(0));
                 const text = new TextDecoder().decode(bytes);
                 const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
                 const sound = !svg.querySelector('parsererror, script') && svg.querySelector('desc') !== null;
                 const words = [...svg.querySelectorAll('text')].map((text) => text.textContent.trim()).join('|');
                 return [sound, svg.querySelector('title').textContent, svg.querySelectorAll('text').length, words];",
                STANDARD.encode(&svg)
            ))
            .await?;
        let (sound, title, texts, words) = read;
        ensure!(sound && texts > 10 && title == ChartId::Teachers.words().en, "{title:?}, {texts} texts: {words}");
        ensure!(words.contains("<script>alert(1)</script>") && words.contains("方案"), "the name is not told: {words}");
        Ok(())
    })
}

async fn expect_workbook(page: &Page, lang: Lang) -> Result<()> {
    let bytes = saved(page, "#save-book", phrases::TAKE_BOOK_NAME.get(lang), Format::Xlsx, lang).await?;
    // What `voced export` does with the scenario's file.
    let file = desk::scenario(page).await?.to_json().to_string();
    let scenario = Scenario::parse(&file).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let resolved = desk::outcome(&scenario)?;
    let book = voced_export::workbook(resolved.resolved(), lang, Results::Known)?;
    ensure!(
        bytes == book,
        "the page's workbook ({} bytes) is another than that of the tool ({})",
        bytes.len(),
        book.len()
    );
    Ok(())
}

#[test]
fn the_workbook_is_byte_for_byte_that_of_the_command_line() -> Result<()> {
    journey("the_workbook_is_that_of_the_command_line", View::desktop(Language::Chinese), async |page| {
        answers::show(page, Screen::Take, Lang::Zh).await?;
        expect_workbook(page, Lang::Zh).await?;
        let before = desk::scenario(page).await?;
        page.type_into("#field-vocational_share", "47").await?;
        let moved = desk::wait_for_scenario(page, "the share moved", |now| *now != before).await?;
        ensure!(naming::changes(&moved) == 1, "{}", moved.to_json());
        expect_workbook(page, Lang::Zh).await?;
        // The scenario's file opens to the same scenario, with what it gave.
        let file = saved(page, "#save-file", phrases::TAKE_FILE.zh, Format::Json, Lang::Zh).await?;
        let with_snapshot = Document::of(moved).with_snapshot();
        ensure!(Document::parse(&String::from_utf8(file)?) == Ok(with_snapshot), "the file holds another scenario");
        Ok(())
    })
}

async fn expect_usable(page: &Page, lang: Lang) -> Result<()> {
    let mut found = Vec::new();
    desk::press(page, "#chart-intake .save-toggle").await?;
    page.element("#chart-intake .save-list").await?;
    found.extend(page.barriers().await?);
    answers::show(page, Screen::Take, lang).await?;
    found.extend([page.barriers().await?, areas::faults(page).await?].concat());
    desk::press(page, "#show-brief").await?;
    page.element("#brief .sheet").await?;
    page.wait_for_script("return !document.querySelector('#print-brief').disabled").await?;
    found.extend(page.barriers().await?);
    ensure!(found.is_empty(), "not everyone can take things away:\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn everyone_can_take_things_away_on_a_desktop_in_chinese() -> Result<()> {
    journey("taking_on_a_desktop_in_chinese", View::desktop(Language::Chinese), async |page| {
        expect_usable(page, Lang::Zh).await
    })
}

#[test]
fn everyone_can_take_things_away_in_the_dark_in_english() -> Result<()> {
    journey("taking_in_the_dark_in_english", View::tablet(Language::English).dark(), async |page| {
        expect_usable(page, Lang::En).await
    })
}

#[test]
fn everyone_can_take_things_away_on_a_phone() -> Result<()> {
    journey("taking_on_a_phone", View::phone(Language::Chinese), async |page| expect_usable(page, Lang::Zh).await)
}

#[test]
fn things_are_taken_away_by_keyboard_alone() -> Result<()> {
    journey("taking_by_keyboard", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        tab_to(page, "#chart-intake .save-toggle", false).await?;
        page.press(Key::Enter + "").await?;
        tab_to(page, "#chart-intake [data-format='svg']", false).await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_none("#chart-intake .save-list").await?;
        page.wait_for_script("return document.activeElement.matches('#chart-intake .save-toggle')").await?;
        page.press(Key::Space + "").await?;
        tab_to(page, "#chart-intake [data-format='csv']", false).await?;
        page.press(Key::Enter + "").await?;
        let scenario = desk::scenario(page).await?;
        page.downloaded(&name(&scenario, ChartId::Intake.words().get(lang), Format::Csv, lang)).await?;
        page.wait_for_script("return document.activeElement.matches('#chart-intake .save-toggle')").await?;

        answers::show(page, Screen::Take, lang).await?;
        for css in ["#show-brief", "#save-book", "#save-results", "#save-file", "#take-progress [data-format='csv']"] {
            tab_to(page, css, false).await.with_context(|| format!("on the way to {css}"))?;
        }
        tab_to(page, "#show-brief", true).await?;
        page.press(Key::Enter + "").await?;
        page.element("#brief .sheet").await?;
        tab_to(page, "#print-brief", false).await?;
        tab_to(page, ".brief-link a", false).await
    })
}
