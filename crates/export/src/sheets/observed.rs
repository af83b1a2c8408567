//! What was published of the area's results, beside what the cells of the model give.

use rust_xlsxwriter::XlsxError;
use voced_model::Unit;
use voced_scenario::{ObservedRow, observed_rows};

use super::{Content, provenance};
use crate::address::{Address, Tab};
use crate::layout::{self, HEAD};
use crate::page::{Page, Value, Written};
use crate::styles::{Role, exact_numbers, format, numbers};
use crate::words;

const RESULT: u16 = 0;
const UNIT: u16 = 1;
const YEAR: u16 = 2;
const OBSERVED: u16 = 3;
const SCOPE: u16 = 4;
const PROJECTED: u16 = 5;
const ERROR: u16 = 6;
const SHARE: u16 = 7;
const TOLERANCE: u16 = 8;
const AGREES: u16 = 9;
const SOURCE: u16 = 10;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let title = Tab::Observed.words().get(lang);
    let mut page = Page::new(Tab::Observed, title, words::OBSERVED_HELP.get(lang), lang, content.results)?;
    let heads = [
        words::RESULT,
        words::UNIT,
        words::YEAR,
        words::OBSERVED,
        words::COUNTED,
        words::PROJECTED,
        words::ERROR,
        words::ERROR_SHARE,
        words::TOLERANCE,
        words::AGREES,
    ];
    page.heads(HEAD, RESULT, heads.map(|head| head.get(lang)))?;
    page.heads(HEAD, SOURCE, provenance::heads(lang))?;
    for (row, observed) in (HEAD + 1..).zip(observed_rows(resolved, content.projection)) {
        write(&mut page, row, &observed, content)?;
    }
    page.widths(&[(RESULT, 30.0), (UNIT, 12.0), (YEAR, 8.0), (OBSERVED, 14.0), (SCOPE, 34.0), (PROJECTED, 14.0)])?;
    page.widths(&[(ERROR, 14.0), (SHARE, 12.0), (TOLERANCE, 12.0), (AGREES, 20.0)])?;
    provenance::widths(&mut page, SOURCE)?;
    page.freeze(UNIT)?;
    page.two_pages_wide()?;
    Ok(page)
}

fn write(page: &mut Page, row: u32, observed: &ObservedRow<'_>, content: &Content<'_>) -> Written {
    let (lang, seen) = (content.lang, observed.observed);
    let spec = seen.quantity.spec();
    page.text(row, RESULT, spec.name.get(lang), Role::Name)?;
    page.text(row, UNIT, spec.unit.words().get(lang), Role::Faint)?;
    page.number(row, YEAR, f64::from(seen.year), &format(Role::Fixed, "0"))?;
    let fixed = |value| format(Role::Fixed, exact_numbers(Some(spec.unit), value));
    page.number(row, OBSERVED, seen.value, &fixed(seen.value))?;
    page.text(row, SCOPE, seen.scope.get(lang), Role::Name)?;
    page.number(row, TOLERANCE, seen.tolerance(), &fixed(seen.tolerance()))?;
    provenance::write(page, row, SOURCE, &seen.source, Some(seen.confidence))?;
    // History, years after the last, and flows of the base year have no cell to be held against.
    let t = usize::try_from(seen.year - content.resolved.base_year()).ok();
    let (Some(t), Some(modelled), Some(error)) = (t, observed.modelled, observed.error) else { return Ok(()) };
    let at = |column| Address::new(Tab::Observed, row, column);
    let result = format(Role::Result, numbers(Some(spec.unit)));
    let cell = layout::quantity(seen.quantity, t).text(lang);
    page.formula(at(PROJECTED), &cell, &Value::Number(modelled), &result)?;
    let less = format!("{}-{}", at(PROJECTED).local(), at(OBSERVED).local());
    page.formula(at(ERROR), &less, &Value::Number(error), &result)?;
    if let Some(share) = observed.relative {
        let of = format!("{}/ABS({})", at(ERROR).local(), at(OBSERVED).local());
        let percent = format(Role::Result, numbers(Some(Unit::Share)));
        page.formula(at(SHARE), &of, &Value::Number(share), &percent)?;
    }
    let [within, beyond] = [words::WITHIN, words::BEYOND].map(|words| words.get(lang));
    let agrees = format!("IF(ABS({})<={},\"{within}\",\"{beyond}\")", at(ERROR).local(), at(TOLERANCE).local());
    let word = if observed.within == Some(true) { within } else { beyond };
    page.formula(at(AGREES), &agrees, &Value::Text(word.to_owned()), &format(Role::Word, ""))
}
