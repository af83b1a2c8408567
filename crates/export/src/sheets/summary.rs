//! What the workbook is, the headline numbers, and how to use it.

use rust_xlsxwriter::XlsxError;
use voced_analysis::warnings::{Lever, Warning};
use voced_model::Quantity::{
    AreaPerStudent, Balance, BalanceCumulative, DoubleQualifiedShare, RecurrentPerStudent, SourcesTotal,
    StandardGapTotal, StudentsPerTeacher, TeacherGap, Teachers, UsesTotal, VocEnrolment, VocShareOfIntake,
};
use voced_model::equations::MODEL_VERSION;
use voced_model::{Quantity, spans};
use voced_scenario::Status;

use super::Content;
use crate::address::{Address, Tab};
use crate::judging::{cell, columns};
use crate::page::{Page, Value, Written};
use crate::styles::{Role, format, numbers};
use crate::{layout, words};

const HEADLINES: [Quantity; 13] = [
    VocShareOfIntake,
    VocEnrolment,
    Teachers,
    StudentsPerTeacher,
    TeacherGap,
    DoubleQualifiedShare,
    AreaPerStudent,
    RecurrentPerStudent,
    UsesTotal,
    SourcesTotal,
    Balance,
    BalanceCumulative,
    StandardGapTotal,
];

/// The columns of the table.
const UNIT: u16 = 1;
const BASE: u16 = 2;
const HORIZON: u16 = 3;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let area = resolved.scenario.area();
    let title = format!("{} · {}", words::PRODUCT.get(lang), area.name.get(lang));
    let mut page = Page::new(Tab::Summary, &title, words::ABOUT.get(lang), lang, content.results)?;
    let mut row = 3;
    facts(&mut page, content, &mut row)?;
    headlines(&mut page, content, &mut row)?;

    section(&mut page, &mut row, words::HOW_TO.get(lang), words::STEPS.iter().map(|step| step.get(lang).to_owned()))?;
    section(
        &mut page,
        &mut row,
        words::LIMITS.get(lang),
        words::CAVEATS.iter().map(|limit| limit.get(lang).to_owned()),
    )?;
    let warnings = voced_analysis::warnings::warnings(resolved, content.projection);
    let lines = warnings.iter().map(|warning| line(warning, content));
    section(&mut page, &mut row, words::WARNINGS.get(lang), lines)?;

    page.widths(&[(0, 40.0), (UNIT, 24.0), (BASE, 18.0), (HORIZON, 18.0)])?;
    page.sheet.set_active(true);
    Ok(page)
}

/// Area, scenario, years, version.
fn facts(page: &mut Page, content: &Content<'_>, row: &mut u32) -> Written {
    let (resolved, lang) = (content.resolved, content.lang);
    let scenario = &resolved.scenario;
    let area = scenario.area();
    let layer = scenario.layer.words().get(lang);
    let name = match (scenario.name.as_str(), scenario.is_untouched()) {
        ("", true) => layer.to_owned(),
        ("", false) => format!("{layer} + {}", words::CHANGED.get(lang)),
        (name, _) => format!("{name} ({layer})"),
    };
    let whose = scenario.whose_numbers(lang).unwrap_or_default();
    let document = area.document.as_ref().map_or("", |document| document.title.get(lang));
    let texts = [
        (words::AREA, area.name.get(lang)),
        (words::WHOSE_NUMBERS, &whose),
        (words::DOCUMENT, document),
        (words::SCENARIO, &name),
        (words::MODEL_VERSION, MODEL_VERSION),
    ];
    for (what, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        page.text(*row, 0, what.get(lang), Role::Faint)?;
        page.text(*row, 1, text, Role::Name)?;
        *row += 1;
    }
    for (what, year) in [(words::BASE_YEAR, resolved.base_year()), (words::HORIZON, scenario.horizon)] {
        page.text(*row, 0, what.get(lang), Role::Faint)?;
        page.number(*row, 1, f64::from(year), &format(Role::Name, "0").set_align(rust_xlsxwriter::FormatAlign::Left))?;
        *row += 1;
    }
    *row += 1;
    Ok(())
}

/// The large numbers of the base year and of the horizon, and how many targets are met.
fn headlines(page: &mut Page, content: &Content<'_>, row: &mut u32) -> Written {
    let (resolved, lang) = (content.resolved, content.lang);
    let last = resolved.model_inputs.years.saturating_sub(1);
    page.heads(*row, 0, [words::HEADLINES.get(lang), words::UNIT.get(lang)])?;
    page.number(*row, BASE, f64::from(resolved.base_year()), &format(Role::Head, "0"))?;
    page.number(*row, HORIZON, f64::from(resolved.scenario.horizon), &format(Role::Head, "0"))?;
    for quantity in HEADLINES {
        *row += 1;
        let spec = quantity.spec();
        page.text(*row, 0, spec.name.get(lang), Role::Name)?;
        page.text(*row, UNIT, spec.unit.words().get(lang), Role::Faint)?;
        for (column, t) in [(BASE, 0), (HORIZON, last)] {
            if t > 0 || quantity.is_stock() {
                let value = content.projection.value(quantity, t).unwrap_or(f64::NAN);
                let formula = layout::quantity(quantity, t).text(lang);
                let at = Address::new(Tab::Summary, *row, column);
                page.formula(at, &formula, &Value::Number(value), &format(Role::Key, numbers(Some(spec.unit))))?;
            }
        }
    }
    if let Some(bottom) = content.verdicts.len().checked_sub(1) {
        *row += 1;
        let (first, last) = (cell(0, columns::STATUS), cell(bottom, columns::STATUS));
        let range = format!("{}:{}", first.text(lang), last.local());
        // What is assumed is counted apart, and not among those that could be met.
        let assumed = content.verdicts.iter().filter(|(target, _)| target.is_assumed()).count();
        let counts = [
            (words::TARGETS_MET, Status::Met, content.verdicts.len() - assumed),
            (words::TARGETS_ASSUMED, Status::Assumed, assumed),
        ];
        for (name, status, of) in counts.into_iter().filter(|(_, _, of)| *of > 0) {
            let count = content.verdicts.iter().filter(|(_, verdict)| verdict.status == status).count();
            page.text(*row, 0, name.get(lang), Role::Name)?;
            page.text(*row, UNIT, &format!("{} {of}", words::OF.get(lang)), Role::Faint)?;
            let at = Address::new(Tab::Summary, *row, HORIZON);
            let formula = format!("COUNTIF({range},\"{}\")", status.words().get(lang));
            page.formula(at, &formula, &Value::Number(count as f64), &format(Role::Key, "0"))?;
            *row += 1;
        }
        *row -= 1;
    }
    *row += 2;
    Ok(())
}

/// A heading and a line each.
fn section(page: &mut Page, row: &mut u32, heading: &str, lines: impl Iterator<Item = String>) -> Written {
    page.text(*row, 0, heading, Role::Key)?;
    let first = *row + 1;
    for line in lines {
        *row += 1;
        page.text(*row, 0, &format!("· {line}"), Role::Name)?;
    }
    if *row < first {
        *row += 1;
        page.text(*row, 0, words::NONE.get(page.lang), Role::Faint)?;
    }
    *row += 2;
    Ok(())
}

/// A warning in one line: what, when, what would help, and where to look.
fn line(warning: &Warning, content: &Content<'_>) -> String {
    let lang = content.lang;
    let comma = lang.pick("、", ", ");
    let years = match spans(&warning.years, lang) {
        years if years.is_empty() => years,
        years => lang.bracketed(&years),
    };
    let levers: Vec<&str> = warning
        .levers
        .iter()
        .map(|lever| match lever {
            Lever::Input(input) => input.spec().name.get(lang),
            Lever::Projects => words::PROJECTS.get(lang),
            Lever::Deliverables => words::DELIVERABLES.get(lang),
        })
        .collect();
    let colon = lang.pick("：", ": ");
    let shown = warning.quantity.map(|quantity| quantity.spec().name.get(lang));
    let places: Vec<String> = shown
        .map(|name| format!("{}{colon}{name}", words::METRIC.get(lang)))
        .into_iter()
        .chain((!levers.is_empty()).then(|| format!("{}{colon}{}", words::LEVERS.get(lang), levers.join(comma))))
        .collect();
    let (title, advice) = (warning.title.get(lang), warning.advice.get(lang));
    lang.pick(
        format!("{title}{years}：{advice}。{}", places.join("；")),
        format!("{title}{years}: {advice}. {}", places.join("; ")),
    )
}
