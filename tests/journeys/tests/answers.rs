//! The answers that the page shows, computed here by the same model, and the screens they are on.

use std::ops::ControlFlow;
use std::rc::Rc;
use voced_analysis::uncertainty;

use anyhow::{Context, Result, bail};
use journeys::{Page, ready, way};
use voced_analysis::uncertainty::Question;
use voced_charts::{Figure, FigureRow, plain};
use voced_model::Lang;
use voced_scenario::Scenario;
use voced_whatif::app::{ChartId, Screen};
use voced_whatif::features::explore::charts::view_model::banded;
use voced_whatif::features::explore::headline::view_model::QUANTITIES;
use voced_whatif::features::plot::plotted::{Grid, Plotted};
use voced_whatif::features::plot::reading;
use voced_whatif::features::uncertainty::view_model::Sureness;
use voced_whatif::phrases;
use voced_whatif::worker::Answer;

use crate::desk;

/// How sure the results of a scenario are, by so many draws from its own seed.
pub fn sureness(scenario: &Scenario, draws: u32) -> Result<Sureness> {
    let outcome = desk::outcome(scenario)?;
    let about = Question { draws, bands: banded(ChartId::ALL, &outcome), histograms: QUANTITIES.to_vec(), year: None };
    let study = uncertainty::study(outcome.resolved(), None, &about, |_| ControlFlow::Continue(()))
        .context("the study broke off")?;
    Sureness::of(&Rc::new(Answer::Sure(study)), &outcome).context("the study is of another area")
}

/// Chooses what is shown beside the levers, and waits for it; what it shows may have to be fetched first.
pub async fn show(page: &Page, screen: Screen, lang: Lang) -> Result<()> {
    let place = Screen::ALL.iter().position(|one| *one == screen).context("an unknown screen")? + 1;
    if let Some((_, button)) = way(screen) {
        desk::press(page, button).await?;
        return page.element(ready(screen)).await.map(drop);
    }
    let button = desk::option(phrases::SCREENS, lang, place);
    desk::press(page, &button).await?;
    page.wait_for_script(&format!(
        "return document.querySelector(\"{button}\").ariaPressed === 'true'
           && !document.querySelector('#results .arriving')"
    ))
    .await
}

/// The cells of a figure's table, as they must be written.
pub fn cells(figure: &Figure) -> Vec<Vec<String>> {
    let columns = figure.columns();
    let row = |row: &FigureRow| {
        let values = row.values.iter().zip(&columns);
        let values = values.map(|(value, column)| value.map(|value| plain(value, column.decimals)).unwrap_or_default());
        std::iter::once(row.year.to_string()).chain(values).collect()
    };
    figure.rows().iter().map(row).collect()
}

/// Waits until the table in an element has these rows.
pub async fn expect_rows(page: &Page, css: &str, wanted: &[Vec<String>]) -> Result<()> {
    page.wait_until(&format!("the table of {css} shows {wanted:?}"), async || {
        let shown = desk::rows(page, css).await?;
        if shown != wanted {
            bail!("it shows {shown:?}");
        }
        Ok(Some(()))
    })
    .await
}

/// Opens the table of a plot, if it is not open.
pub async fn open_table(page: &Page, css: &str) -> Result<()> {
    page.element(css).await?;
    if page.elements(&format!("{css} table")).await?.is_empty() {
        desk::press(page, &format!("{css} .table-toggle")).await?;
    }
    page.element(&format!("{css} table")).await?;
    Ok(())
}

/// Waits until a picture tells and its table shows what the model says. The table stays open.
pub async fn expect_plot(page: &Page, css: &str, plotted: &Plotted, lang: Lang) -> Result<()> {
    if page.elements(&format!("{css} table")).await?.is_empty() {
        let said = reading::summary(plotted, lang);
        let read = format!("return document.querySelector(\"{css} canvas\").getAttribute('aria-label')");
        page.wait_until(&format!("the picture {css} tells \"{said}\""), async || {
            let told: String = page.run(&read).await?;
            if !told.ends_with(&said) {
                bail!("it tells \"{told}\"");
            }
            Ok(Some(()))
        })
        .await?;
    }
    open_table(page, css).await?;
    let grid = Grid::of(plotted, lang);
    let row = |name: &str, cells: &[String]| {
        std::iter::once(name).chain(cells.iter().map(String::as_str)).map(|text| text.trim().to_owned()).collect()
    };
    let wanted: Vec<Vec<String>> = grid.rows.iter().map(|one| row(&one.name, &one.cells)).collect();
    expect_rows(page, css, &wanted).await?;
    let head: Vec<String> = page
        .run(&format!(
            "return [...document.querySelector(\"{css} table\").tHead.rows[0].cells].map((cell) => cell.textContent)"
        ))
        .await?;
    if head != grid.head {
        bail!("the head of the table of {css} is {head:?}, not {:?}", grid.head);
    }
    Ok(())
}

/// Chooses a line of a list by its value, as a person does with the pointer.
pub async fn choose(page: &Page, css: &str, value: &str) -> Result<()> {
    desk::centre(page, css).await?;
    page.element(&format!("{css} option[value='{value}']")).await?.click().await?;
    Ok(())
}
