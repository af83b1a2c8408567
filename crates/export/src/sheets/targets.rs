//! Targets: goals to change, the value in each year, and whether it will do.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, XlsxError};
use voced_model::{Unit, Words};
use voced_scenario::{Status, Target, Verdict};

use super::Content;
use crate::address::{Address, Tab};
use crate::entry::Entry;
use crate::judging::columns::{
    COMPARISON, FIRST_MET, GOAL, ID, LABEL, METRIC, MISSING, SCALE, STATUS, UNIT, VALUE, VALUES, YEAR,
};
use crate::judging::{Judged, cell, is_judged, is_standing, missing_cell, value_cell};
use crate::layout::HEAD;
use crate::page::{Page, Value, Written};
use crate::styles::{MET_GROUND, MISSED_GROUND, Role, exact_numbers, format, numbers};
use crate::words;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let years = resolved.model_inputs.years as u16;
    let title = Tab::Targets.words().get(lang);
    let mut page = Page::new(Tab::Targets, title, words::TARGETS_HELP.get(lang), lang, content.results)?;
    let heads = [
        words::ID,
        words::TARGET,
        words::METRIC,
        words::COMPARISON,
        words::GOAL,
        words::UNIT,
        words::YEAR,
        words::VALUE,
        words::STATUS,
        words::MISSING,
        words::FIRST_MET,
        words::SCALE,
    ];
    page.heads(HEAD, ID, heads.map(|head| head.get(lang)))?;
    for (first, above) in [(VALUES, words::BY_YEAR), (VALUES + years, words::MISSING_BY_YEAR)] {
        page.text(HEAD - 1, first, above.get(lang), Role::Help)?;
        page.years(HEAD, first, resolved.years())?;
    }
    let quote = VALUES + 2 * years;
    page.heads(HEAD, quote, [words::QUOTE.get(lang), words::DOCUMENT.get(lang)])?;

    for (index, ((target, verdict), judged)) in content.verdicts.iter().zip(&content.judged).enumerate() {
        Row { content, index, target, judged, years: resolved.model_inputs.years }.write(&mut page, verdict)?;
        page.text(cell(index, quote).row, quote, &target.quote_zh, Role::Name)?;
        page.text(cell(index, quote).row, quote + 1, &target.source, Role::Name)?;
    }
    write_years(&mut page, content)?;
    colour(&mut page, content)?;
    page.widths(&[(ID, 11.0), (LABEL, 38.0), (METRIC, 26.0), (COMPARISON, 10.0), (GOAL, 14.0), (UNIT, 14.0)])?;
    page.widths(&[(YEAR, 8.0), (VALUE, 14.0), (STATUS, 16.0), (MISSING, 14.0), (FIRST_MET, 10.0), (SCALE, 14.0)])?;
    page.sheet.set_column_range_width(VALUES, quote - 1, 12.0)?;
    page.widths(&[(quote, 60.0), (quote + 1, 30.0)])?;
    page.freeze(METRIC)?;
    page.two_pages_wide()?;
    Ok(page)
}

/// One target in its row.
struct Row<'a> {
    content: &'a Content<'a>,
    index: usize,
    target: &'a Target,
    judged: &'a Judged,
    years: usize,
}

impl Row<'_> {
    fn at(&self, column: u16) -> Address {
        cell(self.index, column)
    }

    fn unit(&self) -> Option<Unit> {
        self.target.metric.unit()
    }

    fn write(&self, page: &mut Page, verdict: &Verdict) -> Written {
        let (lang, target, row) = (self.content.lang, self.target, self.at(ID).row);
        page.text(row, ID, &target.id, Role::Faint)?;
        page.text(row, LABEL, target.label.get(lang), Role::Name)?;
        page.text(row, METRIC, &self.metric(), Role::Faint)?;
        page.text(row, COMPARISON, target.op.words().get(lang), Role::Name)?;
        // The goal of a year after the horizon is read by no formula.
        let is_read = self.content.formulas.read.contains(&self.at(GOAL));
        if is_read {
            page.open(self.at(GOAL), Entry::Goal { index: self.index });
        }
        let role = if is_read { Role::Input } else { Role::Fixed };
        page.number(row, GOAL, target.value, &format(role, exact_numbers(self.unit(), target.value)))?;
        page.text(row, UNIT, self.unit().map_or("", |unit| unit.words().get(lang)), Role::Faint)?;
        self.scale(page)?;
        if is_standing(target) {
            return self.standing(page, verdict);
        }

        page.number(row, YEAR, f64::from(verdict.year), &format(Role::Fixed, "0"))?;
        let base_year = self.content.resolved.base_year();
        let t = usize::try_from(verdict.year - base_year).ok().filter(|t| *t < self.years);
        let Some(t) = t else {
            return page.text(row, STATUS, verdict.status.words().get(lang), Role::Fixed);
        };
        self.computed(page, VALUE, &value_cell(self.index, t).local(), verdict.value.unwrap_or(f64::NAN), self.unit())?;
        let missing = missing_cell(self.index, self.years, t).local();
        self.missing(page, verdict, &missing)?;
        let known = format!("ISNUMBER({})", self.at(VALUE).local());
        self.status(page, verdict, &known)?;
        self.first_met(page, verdict, missing_cell(self.index, self.years, 0), self.years)
    }

    /// A rule for every year: the worst year, and the value in it.
    fn standing(&self, page: &mut Page, verdict: &Verdict) -> Written {
        let (lang, resolved) = (self.content.lang, self.content.resolved);
        let projected = self.years.saturating_sub(1);
        if projected == 0 {
            return page.text(self.at(ID).row, STATUS, verdict.status.words().get(lang), Role::Fixed);
        }
        let first = missing_cell(self.index, self.years, 1);
        let missing = first.row_of(projected, lang);
        let head = |address: Address, count| Address { row: HEAD, ..address }.row_of(count, lang);
        let worst = self.at(MISSING).local();
        let year = format!(
            "IF(N({worst})>0,LOOKUP(2,1/({missing}={worst}),{}),{})",
            head(first, projected),
            resolved.scenario.horizon
        );
        self.computed(page, YEAR, &year, f64::from(verdict.year), Some(Unit::Year))?;
        let values = value_cell(self.index, 0);
        let value = format!(
            "INDEX({},MATCH({},{},0))",
            values.row_of(self.years, lang),
            self.at(YEAR).local(),
            head(values, self.years)
        );
        self.computed(page, VALUE, &value, verdict.value.unwrap_or(f64::NAN), self.unit())?;
        self.missing(page, verdict, &format!("IF(COUNT({missing})=0,\"\",MAX({missing}))"))?;
        self.status(page, verdict, &format!("COUNT({missing})>0"))?;
        self.first_met(page, verdict, first, projected)
    }

    fn metric(&self) -> String {
        let (resolved, lang) = (self.content.resolved, self.content.lang);
        match &self.target.metric {
            voced_scenario::Metric::Quantity(quantity) => quantity.spec().name.get(lang).to_owned(),
            voced_scenario::Metric::Input(input) => input.spec().name.get(lang).to_owned(),
            voced_scenario::Metric::Deliverable(id) => {
                let plan = &resolved.scenario.area().plan.deliverables;
                let known = resolved.deliverables.iter().chain(plan).find(|deliverable| deliverable.id == *id);
                known.map_or_else(|| id.clone(), |deliverable| deliverable.name.get(lang).to_owned())
            }
        }
    }

    /// The largest value of any year; years without one do not count.
    fn scale(&self, page: &mut Page) -> Written {
        let size = |t: &usize| format!("IFERROR(ABS({}),0)", value_cell(self.index, *t).local());
        let cells: Vec<String> = self.judged.shown.iter().map(size).collect();
        if cells.is_empty() {
            return Ok(());
        }
        self.computed(page, SCALE, &format!("MAX({})", cells.join(",")), self.judged.scale, self.unit())
    }

    fn computed(&self, page: &mut Page, column: u16, formula: &str, value: f64, unit: Option<Unit>) -> Written {
        page.formula(self.at(column), formula, &Value::Number(value), &format(Role::Result, numbers(unit)))
    }

    fn missing(&self, page: &mut Page, verdict: &Verdict, formula: &str) -> Written {
        let value = match verdict.status {
            Status::Met | Status::Assumed => Value::Number(0.0),
            Status::Missed { shortfall, .. } => Value::Number(shortfall),
            Status::BeyondHorizon | Status::Unknown => Value::Text(String::new()),
        };
        page.formula(self.at(MISSING), formula, &value, &format(Role::Result, numbers(self.unit())))
    }

    fn status(&self, page: &mut Page, verdict: &Verdict, known: &str) -> Written {
        let lang = self.content.lang;
        let word = |words: Words| format!("\"{}\"", words.get(lang));
        let formula = format!(
            "IF({known},IF({}>0,{},{}),{})",
            self.at(MISSING).local(),
            word(MISSED.words()),
            word(self.reached().words()),
            word(Status::Unknown.words())
        );
        let value = Value::Text(verdict.status.words().get(lang).to_owned());
        page.formula(self.at(STATUS), &formula, &value, &format(Role::Word, ""))
    }

    /// What the target is where nothing is missing.
    fn reached(&self) -> Status {
        if self.target.is_assumed() { Status::Assumed } else { Status::Met }
    }

    fn first_met(&self, page: &mut Page, verdict: &Verdict, first: Address, count: usize) -> Written {
        let lang = self.content.lang;
        let formula = format!(
            "IFERROR(INDEX({},MATCH(0,{},0)),\"\")",
            Address { row: HEAD, ..first }.row_of(count, lang),
            first.row_of(count, lang)
        );
        let target = self.target;
        let met_in = self.judged.values.iter().enumerate().position(|(t, value)| {
            is_judged(target, t)
                && target.op.shortfall(*value, target.value, self.judged.scale, target.is_share()) <= 0.0
        });
        let year = met_in.map(|t| self.content.resolved.base_year() + t as i32);
        let value = match verdict.status {
            Status::Unknown | Status::BeyondHorizon => None,
            _ => year,
        };
        let value = value.map_or(Value::Text(String::new()), |year| Value::Number(f64::from(year)));
        page.formula(self.at(FIRST_MET), &formula, &value, &format(Role::Result, "0"))
    }
}

/// Any miss: only its word is wanted.
const MISSED: Status = Status::Missed { shortfall: 0.0, first_met: None };

/// The values in each year and what is missing.
fn write_years(page: &mut Page, content: &Content<'_>) -> Written {
    let missing_from = VALUES + content.resolved.model_inputs.years as u16;
    let unit_of = |address: Address| {
        let target = content.verdicts.get((address.row - HEAD - 1) as usize);
        target.and_then(|(target, _)| target.metric.unit())
    };
    for cell in &content.formulas.others {
        let look = format(Role::Result, numbers(unit_of(cell.address)));
        if cell.address.column < missing_from {
            page.formula(cell.address, &cell.formula, &Value::Number(cell.value), &look)?;
        } else {
            // Nothing is missing, and nothing met, where there is no value.
            let formula = format!("IFERROR({},\"\")", cell.formula);
            let value = if cell.value.is_nan() { Value::Text(String::new()) } else { Value::Number(cell.value) };
            page.formula(cell.address, &formula, &value, &look)?;
        }
    }
    for (index, judged) in content.judged.iter().enumerate() {
        for t in &judged.constants {
            let at = value_cell(index, *t);
            let value = judged.values.get(*t).copied().unwrap_or(f64::NAN);
            page.number(at.row, at.column, value, &format(Role::Fixed, numbers(unit_of(at))))?;
        }
    }
    Ok(())
}

/// Green behind what is met, red behind what is missed.
fn colour(page: &mut Page, content: &Content<'_>) -> Written {
    let last = cell(content.verdicts.len().saturating_sub(1), STATUS);
    let first = cell(0, STATUS);
    for (status, ground) in [(Status::Met, MET_GROUND), (MISSED, MISSED_GROUND)] {
        let is = format!("={}=\"{}\"", first.local(), status.words().get(content.lang));
        let rule = ConditionalFormatFormula::new()
            .set_rule(is.as_str())
            .set_format(Format::new().set_background_color(ground));
        page.sheet.add_conditional_format(first.row, first.column, last.row, last.column, &rule)?;
    }
    page.pale_where_absent(cell(0, VALUE), cell(content.verdicts.len().saturating_sub(1), VALUE))
}
