//! An own area from the template to the link: filled in, dropped in, corrected, fitted, printed, handed on.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use journeys::{Language, Page, View, journey, visit};
use serde_json::json;
use voced_export::{Results, workbook};
use voced_import::template::template;
use voced_import::{Choices, Correction, Fill};
use voced_model::{InputId, Lang};
use voced_scenario::{Area, AreaRef, Layer, PathValue, Scenario};
use voced_tables::{Content, Place};
use voced_whatif::app::Screen;
use voced_whatif::browser::files;
use voced_whatif::phrases;

use crate::{answers, desk};

/// What a person enters of a county: the id of an input and what is typed into its cell. The numbers are made up for
/// this test.
const TYPED: [(&str, &str); 18] = [
    ("junior_graduates", "5210"),
    ("junior_graduate_growth", "1%"),
    ("progression_rate", "96%"),
    ("vocational_share", "38%"),
    ("voc_grade_1_base", "1,240"),
    ("voc_grade_2_base", "１１８０"),
    ("voc_grade_3_base", "1105"),
    ("gen_grade_1_base", "1890"),
    ("gen_grade_2_base", "1850"),
    ("gen_grade_3_base", "1810"),
    ("teachers_base", "约230"),
    ("teacher_pay", "11.8万"),
    ("double_qualified_share_base", "0.35"),
    ("postgraduate_share_base", "12%"),
    ("hires", "15"),
    ("building_area_base", "4.2万"),
    ("equipment_base", "1360万元"),
    ("public_funds_per_student", "3300"),
];

/// What was observed: the id of a result, a year, the number.
const OBSERVED: [(&str, i32, &str); 3] =
    [("voc_enrolment", 2024, "3610"), ("voc_enrolment", 2025, "3705"), ("teachers", 2024, "236")];

/// Where a sheet of the template has a text.
fn find(sheet: &voced_tables::Sheet, text: &str) -> Result<Place> {
    let cells =
        sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |(column, cell)| (row.number, *column, cell)));
    let mut found = cells.filter(|(_, _, cell)| match &cell.content {
        Content::Text(known) => known == text,
        Content::Number(number) => number.to_string() == text,
        _ => false,
    });
    let (row, column, _) = found.next().with_context(|| format!("no cell says {text}"))?;
    Ok(Place { row, column })
}

/// The template with texts typed into its cells: of the first sheet, and of the second.
fn filled(template: &[u8]) -> Result<Vec<u8>> {
    let book = voced_tables::read(template).map_err(|refusal| anyhow::anyhow!("{}", refusal.words(Lang::En)))?;
    let value = find(&book.sheets[0], phrases::VALUE_ENTERED.zh)?.column;
    let beside = |place: Place| Place { column: place.column + 1, ..place };
    let mut typed = vec![
        (0, beside(find(&book.sheets[0], "地区名称")?), "某县"),
        (0, beside(find(&book.sheets[0], "基年")?), "2023"),
    ];
    for (id, text) in TYPED {
        typed.push((0, Place { column: value, ..find(&book.sheets[0], id)? }, text));
    }
    for (id, year, text) in OBSERVED {
        let (row, column) = (find(&book.sheets[1], id)?.row, find(&book.sheets[1], &year.to_string())?.column);
        typed.push((1, Place { row, column }, text));
    }
    rewritten(template, |name, xml| {
        let Some(sheet) = (0..2).find(|sheet| name == format!("xl/worksheets/sheet{}.xml", sheet + 1)) else {
            return Ok(());
        };
        for (_, place, typed) in typed.iter().filter(|(of, ..)| *of == sheet) {
            let start = xml.find(&format!("<c r=\"{place}\" ")).with_context(|| format!("{name} has no {place}"))?;
            let end = start + xml.get(start..).and_then(|rest| rest.find("/>")).context("not empty")?;
            xml.replace_range(end..end + 2, &format!(" t=\"inlineStr\"><is><t>{typed}</t></is></c>"));
        }
        Ok(())
    })
}

/// A workbook with its parts edited as text.
fn rewritten(workbook: &[u8], edit: impl Fn(&str, &mut String) -> Result<()>) -> Result<Vec<u8>> {
    let mut packed = zip::ZipArchive::new(Cursor::new(workbook))?;
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names = packed.file_names().map(|name| name.map(|name| name.into_owned()));
    let names: Vec<String> = names.collect::<Result<_, _>>()?;
    for name in names {
        let mut text = Vec::new();
        packed.by_name(&name)?.read_to_end(&mut text)?;
        if name.ends_with(".xml") {
            let mut xml = String::from_utf8(text)?;
            edit(&name, &mut xml)?;
            text = xml.into_bytes();
        }
        written.start_file(name, zip::write::SimpleFileOptions::default())?;
        written.write_all(&text)?;
    }
    Ok(written.finish()?.into_inner())
}

/// The same table read by the library, with the decisions that are made on the page.
fn read_natively(table: &[u8]) -> Result<Area> {
    let book = voced_tables::read(table).map_err(|refusal| anyhow::anyhow!("{}", refusal.words(Lang::En)))?;
    let mut choices = Choices::default();
    for (id, text) in [("teachers_base", "230"), ("double_qualified_share_base", "35%")] {
        let row = find(&book.sheets[0], id)?.row;
        let place = Place { row, column: find(&book.sheets[0], phrases::VALUE_ENTERED.zh)?.column };
        choices.corrections.push(Correction { sheet: 0, place, text: text.to_owned() });
    }
    let run = voced_import::read(&book, &choices);
    ensure!(run.is_sound(), "{:?}", run.faults);
    let json = run.area("own", &Fill::default()).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    Area::from_json(&json).map_err(|faults| anyhow::anyhow!("{faults:?}"))
}

/// Everything that is computed of an area is that of `voced run`.
fn expect_same(page: &Scenario, file: &Area) -> Result<()> {
    let native = Scenario { area_ref: AreaRef::Own(std::sync::Arc::new(file.clone())), ..page.clone() };
    ensure!(desk::voced_run(page)? == desk::voced_run(&native)?, "the page computes something else");
    ensure!(page.area().ownership_count() == file.ownership_count(), "other numbers are its own");
    ensure!(page.area().observed.len() == OBSERVED.len(), "observed are {:?}", page.area().observed);
    Ok(())
}

async fn open_from_table(page: &Page, lang: Lang) -> Result<()> {
    answers::show(page, Screen::Areas, lang).await?;
    desk::press(page, "#from-table").await?;
    page.element("#template-xlsx").await.map(drop)
}

async fn bring(page: &Page, file: &Path) -> Result<()> {
    let field = page.elements("#choose-table").await?.pop().context("no field for files")?;
    field.send_keys(file.to_str().context("a path")?).await?;
    page.element("#dry-run").await.map(drop)
}

fn written(name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("voced-own-area-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let file = folder.join(name);
    fs::write(&file, bytes)?;
    Ok(file)
}

#[test]
fn a_county_comes_from_the_template_and_goes_out_as_a_link() -> Result<()> {
    let mut link = String::new();
    let mut sent = None;
    journey("own_area", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        open_from_table(page, lang).await?;
        desk::press(page, "#template-xlsx").await?;
        let template = page.downloaded(&files::name(&[&template(None, lang).title], "xlsx")).await?;
        let table = filled(&template)?;
        bring(page, &written("county.xlsx", &table)?).await?;
        page.expect_no_barriers().await?;

        // Two faults: one that could mean two things, and one that is no number.
        page.wait_until("two things are to be decided", async || {
            Ok((page.elements(".to-decide li").await?.len() == 2).then_some(()))
        })
        .await?;
        let is_disabled: bool = page.run("return document.querySelector('#accept-area').disabled").await?;
        ensure!(is_disabled, "an area with faults could be accepted");
        page.run::<()>(
            "[...document.querySelectorAll('.to-decide .chip')].find((one) => one.textContent.startsWith('35')).click()",
        )
        .await?;
        page.wait_until("one is left", async || Ok((page.elements(".to-decide li").await?.len() == 1).then_some(())))
            .await?;
        page.run::<()>(&format!(
            "const field = document.querySelector('.to-decide .correct');
             field.value = {};
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
            json!("230")
        ))
        .await?;
        page.wait_for_none(".to-decide").await?;
        // What was begun and corrected is there again after a look elsewhere.
        answers::show(page, Screen::Explore, lang).await?;
        answers::show(page, Screen::Areas, lang).await?;
        page.element("#dry-run").await?;
        ensure!(page.elements(".to-decide").await?.is_empty(), "the corrections are lost");
        desk::press(page, "#accept-area").await?;
        page.element("#area-form").await?;
        page.expect_no_barriers().await?;

        let native = read_natively(&table)?;
        let own = desk::wait_for_scenario(page, "the area is the county", |scenario| {
            scenario.area().name.zh == "某县" && matches!(scenario.area_ref, AreaRef::Own(_))
        })
        .await?;
        ensure!(own.area().ownership_count().own == TYPED.len(), "{:?}", own.area().ownership_count());
        expect_same(&own, &native)?;
        let whose = own.whose_numbers(lang).context("an own area")?;
        page.wait_for_text("#whose-numbers", &whose).await?;
        desk::expect_headline(page, &own, Layer::Base, own.horizon, lang).await?;

        // It outlives a reload, and is in the list of areas.
        page.reload().await?;
        desk::open_menu(page, "#area").await?;
        page.wait_for_text("nav.areas .popup", "某县").await?;

        // Fitted to what was observed.
        answers::show(page, Screen::Areas, lang).await?;
        desk::press(page, "#go-to-fit").await?;
        page.element("#fit-now").await?;
        desk::press(page, "#fit-now").await?;
        page.element("#take-fit").await?;
        desk::press(page, "#take-fit").await?;
        let fitted = desk::wait_for_scenario(page, "fitted levels are in it", |now| !now.is_untouched()).await?;

        // The brief says whose the numbers are.
        answers::show(page, Screen::Take, lang).await?;
        desk::press(page, "#show-brief").await?;
        page.wait_for_text("#brief", &whose).await?;
        link = desk::fragment(page).await?;
        sent = Some((fitted, native));
        Ok(())
    })?;

    let (fitted, native) = sent.context("nothing was sent")?;
    visit(View::desktop(Language::English), async |visit| {
        let page = visit.page();
        page.open(&format!("#{link}")).await?;
        page.element("#arrival").await?;
        let whose = fitted.whose_numbers(Lang::En).context("an own area")?;
        page.wait_for_text("#arrival .facts", &whose).await?;
        let opened = desk::scenario(page).await?;
        ensure!(opened == fitted, "the link holds another scenario");
        expect_same(&opened, &native)?;
        desk::expect_headline(page, &opened, Layer::Base, opened.horizon, Lang::En).await?;
        // Nothing of it is kept in this browser before its reader wants it.
        answers::show(page, Screen::Areas, Lang::En).await?;
        desk::press(page, "#keep-area").await?;
        page.wait_for_text(".areas-kept .kept-row", "某县").await
    })
}

/// The odd files of offices, as the library reads them.
fn odd_files() -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/import/tests/files").canonicalize()?;
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    ensure!(files.len() > 10, "the files are gone");
    Ok(files)
}

/// What the page shows of a dry run: inputs with what they were read as, what is to be decided, what was observed.
type Shown = (Vec<(String, String)>, usize, usize);

#[test]
fn files_of_offices_are_read_as_the_command_line_reads_them() -> Result<()> {
    journey("own_area_odd_files", View::desktop(Language::Chinese), async |page| {
        open_from_table(page, Lang::Zh).await?;
        for file in odd_files()? {
            let what = file.display().to_string();
            let name = file.file_name().and_then(|name| name.to_str()).context("a name")?;
            let field = page.elements("#choose-table").await?.pop().context("no field for files")?;
            field.send_keys(file.to_str().context("a path")?).await?;
            page.wait_until(&format!("{what} is told"), async || {
                let told: Vec<String> = page
                    .run("return [...document.querySelectorAll('.bring .file')].map((one) => one.textContent)")
                    .await?;
                Ok((told == [name]).then_some(()))
            })
            .await?;
            match voced_tables::read(&fs::read(&file)?) {
                Err(refusal) => page.wait_for_text(".bring .trouble", &refusal.words(Lang::Zh)).await?,
                Ok(book) => {
                    let run = voced_import::read(&book, &Choices::default());
                    let values =
                        run.values.iter().map(|value| (value.input.id().to_owned(), value.understood(Lang::Zh)));
                    let expected: Shown = (values.collect(), run.faults.len(), run.observed.len());
                    let shown: Shown = page
                        .run(
                            "return [
                               [...document.querySelectorAll('[data-read]')].map((row) => [row.dataset.read, row.querySelector('td bdi').textContent]),
                               document.querySelectorAll('.to-decide li').length,
                               document.querySelectorAll('[data-observed]').length,
                             ]",
                        )
                        .await?;
                    ensure!(shown == expected, "{what}: the page shows {shown:?}, not {expected:?}");
                    for note in &run.notes {
                        page.wait_for_text("#dry-run .notes", &note.words(Lang::Zh)).await?;
                    }
                }
            }
        }
        Ok(())
    })
}

#[test]
fn a_workbook_that_was_changed_comes_back_as_a_scenario() -> Result<()> {
    journey("workbook_back", View::desktop(Language::Chinese), async |page| {
        let lang = Lang::Zh;
        let before = desk::scenario(page).await?;
        // Byte for byte what the page saves; another test sees to that.
        let bytes = workbook(desk::outcome(&before)?.resolved(), lang, Results::Known)?;
        let book = voced_tables::read(&bytes).map_err(|refusal| anyhow::anyhow!("{}", refusal.words(lang)))?;
        let rate = InputId::find("voc_exit_rate").context("known")?;
        let row = find(&book.sheets[1], rate.id())?.row;
        let place = Place { row, column: find(&book.sheets[1], "各年通用")?.column };
        let changed = rewritten(&bytes, |name, xml| {
            if name != "xl/worksheets/sheet2.xml" {
                return Ok(());
            }
            let start = xml.find(&format!("<c r=\"{place}\"")).context("the cell")?;
            let end = start + xml.get(start..).and_then(|rest| rest.find("</c>")).context("its end")?;
            xml.replace_range(start..end, &format!("<c r=\"{place}\"><v>0.045</v>"));
            Ok(())
        })?;
        open_from_table(page, lang).await?;
        let field = page.elements("#choose-table").await?.pop().context("no field for files")?;
        field.send_keys(written("plan.xlsx", &changed)?.to_str().context("a path")?).await?;
        page.wait_for_text("#workbook-back", rate.spec().name.zh).await?;
        page.expect_no_barriers().await?;
        desk::press(page, "#open-workbook").await?;
        let back = desk::wait_for_scenario(page, "the rate is 4.5 %", |scenario| {
            scenario.inputs.get(&rate) == Some(&PathValue::Constant(0.045))
        })
        .await?;
        ensure!(back.inputs.len() == before.inputs.len() + 1, "more was changed: {:?}", back.inputs);
        desk::expect_headline(page, &back, Layer::Base, back.horizon, lang).await
    })
}

#[test]
fn a_copy_is_edited_and_the_scenario_follows() -> Result<()> {
    journey("own_area_copy", View::desktop(Language::English), async |page| {
        let lang = Lang::En;
        answers::show(page, Screen::Areas, lang).await?;
        page.run::<()>("document.querySelector('#copy-area-of').value = 'laiwu'").await?;
        page.type_into("#copy-area-name", "Ours <b>&").await?;
        desk::press(page, "#copy-area").await?;
        page.element("#area-form").await?;
        let copy =
            desk::wait_for_scenario(page, "the copy is in use", |scenario| scenario.area().name.en == "Ours <b>&")
                .await?;
        ensure!(copy.area().ownership_count().own == 0, "a copy is not one's own");
        page.expect_no_barriers().await?;

        // A value of one's own: the scenario follows, and says so.
        let graduates = InputId::find("teachers_base").context("known")?;
        page.type_into("#find-value", graduates.spec().name.en).await?;
        // Rows come and go while the name is typed.
        page.wait_for_script("return document.querySelectorAll('[data-value]').length === 1").await?;
        page.element("#area-teachers_base").await?;
        page.run::<()>(
            "const field = document.querySelector('#area-teachers_base');
             field.value = '251'; field.dispatchEvent(new Event('input', { bubbles: true }));
             field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        let edited = desk::wait_for_scenario(page, "251 teachers", |scenario| {
            scenario.value(graduates).1.value == PathValue::Constant(251.0)
        })
        .await?;
        ensure!(edited.area().ownership_count().own == 1, "{:?}", edited.area().ownership_count());
        page.wait_for_text("[data-value='teachers_base'] .whose", "our own").await?;
        desk::expect_headline(page, &edited, Layer::Base, edited.horizon, lang).await?;

        // Deleted, it comes back; the scenario keeps its numbers all the while.
        page.run::<()>("document.querySelector('.delete-area').click()").await?;
        page.wait_for_none(".areas-kept .kept-row").await?;
        ensure!(desk::scenario(page).await? == edited, "the scenario lost its area");
        desk::press(page, "#undo-deed").await?;
        page.element(".areas-kept .kept-row").await?;
        Ok(())
    })
}
