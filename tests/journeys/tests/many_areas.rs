//! Many areas under one lever: a sheet in, every county moves, sums, one looked at closer, a table out.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::{Language, Page, View, journey};
use serde_json::json;
use voced_analysis::many::{Answer, Question, Set};
use voced_import::{Choices, read_set};
use voced_model::{Lang, Quantity};
use voced_scenario::{Changes, Layer, Scenario};
use voced_whatif::app::{AreaSet, Screen};
use voced_whatif::browser::files;
use voced_whatif::features::many_areas::bring::made::{made, set_of};
use voced_whatif::features::many_areas::sheet;
use voced_whatif::features::many_areas::view_model::{Sort, View as Looked, fates, listed, totals};

use crate::{answers, desk};

/// The example of the page: twelve made-up counties.
fn example() -> Result<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/counties.csv");
    fs::read_to_string(file).with_context(|| file.to_owned())
}

/// The set that a table becomes, as the page makes it.
fn native(table: &str, lang: Lang) -> Result<AreaSet> {
    let book = voced_tables::read_text(table).map_err(|refusal| anyhow::anyhow!("{}", refusal.words(lang)))?;
    let run = read_set(&book, &Choices::default());
    Ok(set_of("set", &run, &made(&run, None, &[]), 1, lang))
}

/// What becomes of a set, computed natively.
fn computed(set: &AreaSet, view: &Looked, scenario: &Scenario, against: Layer, year: i32) -> (Answer, Question) {
    let question = Question {
        columns: view.columns.clone(),
        line: Quantity::VocEnrolment,
        year,
        against,
        goals: view.goals.clone(),
    };
    let answer = Set::new(set.sound().cloned().collect()).answer(scenario, view.changes, &question);
    (answer, question)
}

/// The totals on the page: id, number, difference.
async fn shown_totals(page: &Page) -> Result<Vec<Vec<String>>> {
    page.run(
        "return [...document.querySelectorAll('[data-total]')].map((one) => [one.dataset.total,
            one.querySelector('strong').textContent, one.querySelector('.difference')?.textContent ?? ''])",
    )
    .await
}

/// Waits until the totals and the order of the rows are those computed natively.
async fn expect_many(page: &Page, set: &AreaSet, view: &Looked, scenario: &Scenario, lang: Lang) -> Result<()> {
    let year = desk::focus_year(page).await?;
    let (answer, _) = computed(set, view, scenario, Layer::Base, year);
    let wanted: Vec<Vec<String>> = totals(view, &answer, year, lang)
        .into_iter()
        .map(|tile| {
            let number = tile.amount.map_or_else(|| "–".to_owned(), |amount| amount.number);
            vec![tile.quantity.id().to_owned(), number, tile.difference.unwrap_or_default()]
        })
        .collect();
    let names: Vec<String> =
        listed(set, &fates(set, &answer), view).into_iter().map(|place| set.members[place].name.clone()).collect();
    page.wait_until(&format!("the totals are {wanted:?} and the rows {names:?}"), async || {
        let rows: Vec<String> = page
            .run("return [...document.querySelectorAll('#many-table tbody tr')].map((row) => row.dataset.area)")
            .await?;
        Ok((shown_totals(page).await? == wanted && rows == names).then_some(()))
    })
    .await
}

/// Sets a lever by its field.
async fn type_lever(page: &Page, id: &str, text: &str) -> Result<()> {
    page.run::<()>(&format!("const field = document.querySelector('#field-{id}'); field.focus(); field.select();"))
        .await?;
    page.type_into(&format!("#field-{id}"), text).await?;
    page.press(journeys::Key::Enter + "").await
}

async fn bring_example(page: &Page) -> Result<()> {
    page.element("#many-example").await?;
    desk::press(page, "#many-example").await?;
    page.element("#set-run").await.map(drop)
}

#[test]
fn counties_follow_one_lever_and_go_out_as_a_table() -> Result<()> {
    journey("many_areas", View::new(1366, 650, Language::Chinese), async |page| {
        let lang = Lang::Zh;
        answers::show(page, Screen::Many, lang).await?;
        bring_example(page).await?;
        page.expect_no_barriers().await?;
        desk::press(page, "#accept-set").await?;
        page.element("#many-table tbody tr").await?;
        let set = native(&example()?, lang)?;
        let mut view = Looked::default();
        expect_many(page, &set, &view, &desk::scenario(page).await?, lang).await?;

        // A lever moves, and all counties with it: to the same level, then by as much.
        type_lever(page, "vocational_share", "52").await?;
        let share = desk::input("vocational_share")?;
        let moved = desk::wait_for_scenario(page, "the share is 52 %", |scenario| {
            scenario.inputs.get(&share).and_then(voced_scenario::PathValue::level) == Some(0.52)
        })
        .await?;
        expect_many(page, &set, &view, &moved, lang).await?;
        desk::press(page, "#changes-relative").await?;
        view.changes = Changes::Relative;
        expect_many(page, &set, &view, &moved, lang).await?;

        // Sorted by name, then by what the students change.
        desk::press(page, "#many-table thead th:nth-child(1) .sort").await?;
        (view.sort, view.falling) = (Sort::Name, false);
        expect_many(page, &set, &view, &moved, lang).await?;
        desk::press(page, "#many-table thead th:nth-child(4) .column-tools .sort").await?;
        (view.sort, view.falling) = (Sort::Change(0), true);
        expect_many(page, &set, &view, &moved, lang).await?;

        // The table that is taken away is that of the library.
        let (answer, about) = computed(&set, &view, &moved, Layer::Base, desk::focus_year(page).await?);
        let table = sheet::table(&set, &answer, &about, &view, lang);
        desk::press(page, "#many-csv").await?;
        let name = sheet::file_name("示例：12个虚构的县", about.year, lang);
        let name = |ending| files::name(&name.each_ref().map(String::as_str), ending);
        let csv = page.downloaded(&name("csv")).await?;
        let written = table.csv();
        let without_places = |text: &str| -> Vec<String> {
            text.lines().map(|line| line.rsplit_once(',').map_or(line, |(rest, _)| rest).to_owned()).collect()
        };
        ensure!(without_places(&String::from_utf8(csv)?) == without_places(&written), "the CSV differs");
        desk::press(page, "#many-xlsx").await?;
        let book = page.downloaded(&name("xlsx")).await?;
        let book = voced_tables::read(&book).map_err(|refusal| anyhow::anyhow!("{}", refusal.words(lang)))?;
        ensure!(book.sheets[0].rows.len() == table.rows.len() + 1, "the workbook has other rows");

        // One county closer, its peers, and deeper.
        desk::press(page, "#many-table tbody tr:nth-child(3) .link").await?;
        page.element("#many-closer [data-rank]").await?;
        page.expect_no_barriers().await?;
        let name = page.text("#many-closer-title bdi").await?;
        desk::press(page, "#many-open").await?;
        let opened =
            desk::wait_for_scenario(page, "the county is open", |scenario| scenario.area().name.zh == name).await?;
        let own = set.members.iter().find(|member| member.name == name).context("no such county")?;
        let own = own.area.clone().map_err(|reasons| anyhow::anyhow!("{reasons:?}"))?;
        ensure!(
            desk::voced_run(&opened)? == desk::voced_run(&moved.over(own, Changes::Relative).scenario)?,
            "the county is not as it was in the table"
        );
        // Back: the set is still there, after a reload too.
        answers::show(page, Screen::Many, lang).await?;
        page.element("#many-table tbody tr").await?;
        page.reload().await?;
        page.element("#many-table tbody tr").await?;
        desk::press(page, "#many-remove").await?;
        page.wait_for_none("#many-table").await?;
        desk::press(page, "#many-back").await?;
        page.element("#many-table tbody tr").await?;
        page.expect_clean_console().await
    })
}

#[test]
fn faulty_rows_stay_visible_and_out_of_the_sums() -> Result<()> {
    journey("many_areas_faults", View::phone(Language::English), async |page| {
        let lang = Lang::En;
        // One number that is none, and a name that means harm.
        let table =
            example()?.replace("X02,2023,11770", "X02,2023,many").replace("云岭县", "<img src=x onerror=alert(1)>");
        answers::show(page, Screen::Many, lang).await?;
        page.element("#many-example").await?;
        desk::press(page, ".sources details > summary").await?;
        page.run::<()>(&format!("document.querySelector('#paste-table').value = {}", json!(table))).await?;
        desk::press(page, "#read-pasted").await?;
        page.element("#to-mend .fault").await?;
        page.expect_no_barriers().await?;
        desk::press(page, "#accept-set").await?;
        page.element("#many-table tbody tr.left-out").await?;
        let set = native(&table, lang)?;
        ensure!(set.members.iter().filter(|member| member.area.is_err()).count() == 1, "one row is faulty");
        let scenario = desk::scenario(page).await?;
        expect_many(page, &set, &Looked::default(), &scenario, lang).await?;
        let last = page.text("#many-table tbody tr:last-child").await?;
        ensure!(last.contains("白河县") && last.contains("many"), "{last}");
        page.wait_for_text("#many-count", "11 of 12").await?;
        page.expect_no_barriers().await?;

        // Seen by its fault, by its name, and by the goal it misses.
        answers::choose(page, "#many-filter", "1").await?;
        page.wait_for_script("return document.querySelectorAll('#many-table tbody tr').length === 1").await?;
        answers::choose(page, "#many-filter", "0").await?;
        page.type_into("#many-search", "<img").await?;
        page.wait_for_script(
            "return document.querySelector('#many-table tbody tr')?.textContent.includes('<img src=x')",
        )
        .await?;
        ensure!(page.elements("#many-table img").await?.is_empty(), "text became markup");
        page.expect_clean_console().await
    })
}
