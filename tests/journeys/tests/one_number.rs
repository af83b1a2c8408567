//! One number, found everywhere the same: in the headline, in a chart's table, after the address
//! was opened elsewhere, and in what `voced run` prints.

use anyhow::{Result, ensure};
use journeys::{Language, Page, View, journey, visit};
use voced_model::{Lang, Quantity};
use voced_scenario::{Layer, Scenario};
use voced_whatif::phrases;

use crate::desk;

const YEAR: i32 = 2025;

/// Students of 2025 of a scenario, as they must be shown: in the headline and by grade.
struct Students {
    all: f64,
    grades: [f64; 3],
}

impl Students {
    fn of(scenario: &Scenario) -> Result<Students> {
        let printed = desk::voced_run(scenario)?;
        let number = |id| desk::number_of(&printed, id, YEAR);
        Ok(Students {
            all: number("voc_enrolment")?,
            grades: [number("voc_grade_1")?, number("voc_grade_2")?, number("voc_grade_3")?],
        })
    }

    async fn expect_shown(&self, page: &Page) -> Result<()> {
        let wanted = desk::digits(Quantity::VocEnrolment, self.all, Lang::Zh);
        page.wait_for_text(".tile[data-quantity=voc_enrolment] strong", &wanted).await?;
        let headline = desk::read_number(&desk::tile(page, "voc_enrolment").await?)?;
        ensure!(
            (headline - self.all).abs() <= 0.5,
            "the headline shows {headline} students in {YEAR}, `voced run` prints {}",
            self.all
        );
        let rows = desk::table(page, "enrolment").await?;
        let row = rows.iter().find(|row| row[0] == YEAR.to_string());
        let Some(row) = row else { anyhow::bail!("the table of enrolment has no row {YEAR}: {rows:?}") };
        let mut sum = 0.0;
        for (place, grade) in self.grades.iter().enumerate() {
            let shown = desk::read_number(&row[place + 1])?;
            ensure!(
                (shown - grade).abs() <= 0.5,
                "the table shows {shown} students in grade {} of {YEAR}, `voced run` prints {grade}",
                place + 1
            );
            sum += shown;
        }
        ensure!(
            (sum - self.all).abs() <= 1.5,
            "the grades of {YEAR} add up to {sum} in the table, `voced run` prints {} students",
            self.all
        );
        Ok(())
    }
}

/// Drags the share to 40 % over `layer` of Laiwu and follows the number; returns the address.
async fn drag_and_compare(page: &Page, layer: Layer) -> Result<String> {
    let place = Layer::ALL.iter().position(|one| *one == layer).map_or(0, |place| place + 1);
    page.click(&desk::option(phrases::LAYER, Lang::Zh, place)).await?;
    desk::press(page, "#chart-enrolment .table-toggle").await?;
    let before = desk::untouched("laiwu", layer)?;
    Students::of(&before)?.expect_shown(page).await?;

    if layer == Layer::Plan {
        // The plan arrives at 40 % by itself; away from there first, so that the drag does something.
        desk::drag_slider(page, "vocational_share", 0.55).await?;
        desk::wait_for_scenario(page, "the share arrives at 55 %", |scenario| {
            desk::value_in(scenario, "vocational_share", YEAR).is_ok_and(|share| share == 0.55)
        })
        .await?;
    }
    desk::drag_slider(page, "vocational_share", 0.4).await?;
    let after = desk::wait_for_scenario(page, "the share arrives at 40 %", |scenario| {
        scenario.layer == layer
            && !scenario.is_untouched()
            && desk::value_in(scenario, "vocational_share", YEAR).is_ok_and(|share| share == 0.4)
    })
    .await?;
    let students = Students::of(&after)?;
    if layer == Layer::Base {
        let gain = students.all - Students::of(&before)?.all;
        ensure!(gain > 500.0, "a share of 40 % instead of 30 % brings only {gain} students");
    }
    students.expect_shown(page).await?;
    let field: String = page.run("return document.querySelector('#field-vocational_share').value").await?;
    ensure!(field == "40%", "the lever says {field}");
    desk::fragment(page).await
}

/// Opens the address in a browser that keeps nothing, and loads it again there.
async fn expect_elsewhere(page: &Page, address: &str) -> Result<()> {
    page.open_address(&format!("#{address}")).await?;
    let scenario = desk::scenario(page).await?;
    ensure!(desk::fragment(page).await? == address, "the address changed by being opened");
    let undo: bool = page.run("return document.querySelector('#undo').disabled").await?;
    ensure!(undo, "the other browser kept a scenario from before");
    for _ in 0..2 {
        desk::press(page, "#chart-enrolment .table-toggle").await?;
        Students::of(&scenario)?.expect_shown(page).await?;
        page.reload().await?;
    }
    Ok(())
}

#[test]
fn the_students_of_2025_are_the_same_everywhere_after_dragging_the_share() -> Result<()> {
    let view = View::desktop(Language::Chinese);
    let mut addresses = Vec::new();
    journey("the_students_of_2025_are_the_same_everywhere", view, async |page| {
        for layer in [Layer::Base, Layer::Plan] {
            addresses.push(drag_and_compare(page, layer).await?);
            // The next layer begins with nothing changed, and with the chart as a picture.
            page.click("#reset-all").await?;
            page.click("#chart-enrolment .table-toggle").await?;
        }
        Ok(())
    })?;
    for address in &addresses {
        visit(view, async |visit| {
            expect_elsewhere(visit.page(), address).await?;
            visit.page().expect_clean_console().await
        })?;
    }
    Ok(())
}
