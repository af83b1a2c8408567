//! What the numbers rest on: statements of the plan with their words, and published figures.

use rust_xlsxwriter::XlsxError;
use voced_model::InputId;
use voced_model::inputs::Confidence;
use voced_scenario::Source;
use voced_scenario::references::reference;

use super::Content;
use crate::address::Tab;
use crate::layout::HEAD;
use crate::page::{Page, Written};
use crate::styles::{Role, exact_numbers, format};
use crate::text::lines;
use crate::words;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let area = resolved.scenario.area();
    let title = Tab::Sources.words().get(lang);
    let mut page = Page::new(Tab::Sources, title, words::SOURCES_HELP.get(lang), lang, content.results)?;
    let heads = [
        words::ID,
        words::SOURCE_KIND,
        words::NAME,
        words::QUOTE,
        words::VALUE,
        words::UNIT,
        words::YEAR,
        words::DOCUMENT,
        words::SCOPE,
        words::CONFIDENCE,
        words::BASIS,
        words::NOTE,
    ];
    page.heads(HEAD, 0, heads.map(|head| head.get(lang)))?;

    let cited = cited(content);
    let document = area.document.as_ref().map_or("", |document| document.title.get(lang));
    let mut row = HEAD;
    for statement in area.statements().iter().filter(|statement| cited.contains(&statement.id)) {
        row += 1;
        let note = statement.note();
        let texts = [
            (0, statement.id.as_str(), Role::Name),
            (1, words::STATEMENT.get(lang), Role::Name),
            (2, statement.label.get(lang), Role::Prose),
            (3, &statement.quote_zh, Role::Prose),
            (5, &statement.unit, Role::Faint),
            (7, document, Role::Prose),
            // The plan's own words are as sure as can be.
            (9, Confidence::High.words().get(lang), Role::Name),
            (11, note.get(lang), Role::Prose),
        ];
        row_of_texts(&mut page, row, &texts)?;
        if let Some(value) = statement.value {
            page.number(row, 4, value, &format(Role::Result, exact_numbers(None, value)))?;
        }
        if let Some(year) = statement.year {
            page.number(row, 6, f64::from(year), &format(Role::Result, "0"))?;
        }
    }
    for reference in cited.iter().filter_map(|id| reference(id)) {
        row += 1;
        let texts = [
            (0, reference.id.as_str(), Role::Name),
            (1, words::REFERENCE.get(lang), Role::Name),
            (2, reference.name.get(lang), Role::Prose),
            (5, &reference.unit, Role::Faint),
            (7, reference.document.get(lang), Role::Prose),
            (8, reference.scope.get(lang), Role::Name),
            (9, reference.confidence.words().get(lang), Role::Name),
            (10, reference.basis.words().get(lang), Role::Name),
            (11, reference.note.get(lang), Role::Prose),
        ];
        row_of_texts(&mut page, row, &texts)?;
        page.number(row, 4, reference.value, &format(Role::Result, exact_numbers(None, reference.value)))?;
        if let Some(year) = reference.year {
            page.number(row, 6, f64::from(year), &format(Role::Result, "0"))?;
        }
    }
    page.widths(&WIDTHS)?;
    page.freeze(1)?;
    Ok(page)
}

const WIDTHS: [(u16, f64); 12] = [
    (0, 12.0),
    (1, 16.0),
    (2, 36.0),
    (3, 60.0),
    (4, 16.0),
    (5, 18.0),
    (6, 8.0),
    (7, 40.0),
    (8, 20.0),
    (9, 18.0),
    (10, 22.0),
    (11, 50.0),
];

/// Writes texts into a row that is as high as the longest needs.
fn row_of_texts(page: &mut Page, row: u32, texts: &[(u16, &str, Role)]) -> Written {
    let wrapped = texts.iter().filter(|(_, _, role)| *role == Role::Prose);
    let width = |column: u16| WIDTHS.get(usize::from(column)).map_or(f64::INFINITY, |(_, width)| *width);
    let highest = wrapped.map(|(column, text, _)| lines(text, width(*column))).max();
    page.lines(row, highest.unwrap_or(1))?;
    texts.iter().try_for_each(|(column, text, role)| page.text(row, *column, text, *role))
}

/// Ids of statements and reference values that anything in the workbook cites, each once, in order.
fn cited(content: &Content<'_>) -> Vec<String> {
    let resolved = content.resolved;
    let of_inputs = InputId::all().map(|input| resolved.scenario.value(input).1.source.clone());
    let of_projects = resolved.projects.iter().map(|project| project.source.clone());
    let of_deliverables = resolved.deliverables.iter().map(|deliverable| deliverable.source.clone());
    let of_observed = resolved.scenario.area().observed.iter().map(|observed| observed.source.clone());
    let sources: Vec<Source> = of_inputs.chain(of_projects).chain(of_deliverables).chain(of_observed).collect();
    // The second goal of a statement has the statement's id and a number.
    let statement = |id: &str| id.split_once('.').map_or(id, |(id, _)| id).to_owned();
    let of_targets = resolved.scenario.area().targets.iter().map(|target| statement(&target.id));
    let mut cited: Vec<String> = sources.into_iter().flat_map(|source| source.ids).chain(of_targets).collect();
    cited.sort();
    cited.dedup();
    cited
}
