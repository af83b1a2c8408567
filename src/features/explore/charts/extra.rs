//! Who pays for what a scenario spends more than its comparison, and on what it is spent.

use std::ops::RangeInclusive;

use voced_analysis::money::{Prices, Side, extra, uncovered};
use voced_model::Quantity;
use voced_model::equations::{PAYERS, USES};

use super::frame::{Frame, scaled};
use crate::app::Outcome;
use crate::phrases;
use voced_charts::{Ink, Mark, Panel, Series};

/// By what the extra spending is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// By who pays it.
    Payers,
    /// By what it is spent on.
    Uses,
}

/// A scenario of the page with its projection.
fn side(outcome: &Outcome) -> Side<'_> {
    Side { resolved: outcome.resolved(), projection: outcome.projection() }
}

/// By how much a quantity in money is more than in the reference over some years together, in yuan of each year; `None`
/// where a value is missing.
pub fn extra_over(
    outcome: &Outcome,
    reference: &Outcome,
    quantity: Quantity,
    years: RangeInclusive<i32>,
) -> Option<f64> {
    let all = extra(side(outcome), side(reference), quantity, Prices::Nominal);
    all.get(outcome.index(*years.start())?..=outcome.index(*years.end())?)?.iter().copied().sum()
}

/// The extra spending against the reference, stacked by its parts: those that never matter are left out, and what no
/// payer pays is taken from the balance.
pub fn panel(part: Part, prices: Prices, frame: Frame<'_>, reference: &Outcome) -> Panel {
    let (own, other, lang) = (side(frame.outcome), side(reference), frame.lang);
    let parts: &[Quantity] = match part {
        Part::Payers => &PAYERS,
        Part::Uses => &USES,
    };
    let mut columns: Vec<(&str, Vec<Option<f64>>)> =
        parts.iter().map(|part| (part.spec().name.get(lang), extra(own, other, *part, prices))).collect();
    if part == Part::Payers {
        columns.push((phrases::FROM_THE_BALANCE.get(lang), uncovered(own, other, prices)));
    }
    // Half a yuan is no money.
    let matters = |values: &[Option<f64>]| values.iter().flatten().any(|value| value.abs() >= 0.5);
    let parts = columns.into_iter().enumerate().filter(|(_, (_, values))| matters(values));
    // They have no derivation to open: they are differences of two scenarios.
    let mut series: Vec<Series> = parts
        .map(|(i, (name, values))| Series::new("", name.to_owned(), Mark::Stacked, Ink::Category(i as u8), values))
        .collect();
    let total = extra(own, other, Quantity::UsesTotal, prices);
    let line = Series::new("", phrases::EXTRA_SPENDING.get(lang).to_owned(), Mark::Line, Ink::Total, total);
    // Draws are in money of each year.
    series.push(match prices {
        Prices::Nominal => line.with_band(frame.difference_band(Quantity::UsesTotal)),
        Prices::BaseYear => line,
    });
    let mut panel = scaled(Quantity::UsesTotal.spec().unit, series, lang);
    let mut words = phrases::difference_from(reference.resolved().scenario.layer).get(lang).to_owned();
    if prices == Prices::BaseYear {
        let year = frame.outcome.resolved().base_year();
        words = lang.pick(format!("{words}，{year}年价"), format!("{words}, prices of {year}"));
    }
    frame.mark_unit(&mut panel, &words);
    panel
}
