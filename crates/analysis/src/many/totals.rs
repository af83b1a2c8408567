//! One value for all areas.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use voced_model::{Adds, Projection, Quantity};

/// The value of a quantity for all areas in a year, and what it is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Total {
    /// The value; none where an area has none in that year, where the quantity does not add, or over nothing.
    pub value: Option<f64>,
    /// How many areas have no value in that year.
    pub lacking: usize,
    /// How many areas are below zero.
    pub below: usize,
    /// The sum of those, zero or less: what the others make up for in a sum.
    pub sum_below: f64,
}

/// Projections of areas, added as each quantity adds. In whatever order areas are added, the terms are summed in that
/// order: the same order gives the same bits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    first_year: i32,
    years: usize,
    areas: usize,
    /// What is summed, in the order it was asked for.
    terms: Vec<(Quantity, Vec<Sum>)>,
}

/// The sum of one quantity in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Sum {
    all: f64,
    count: usize,
    below: usize,
    sum_below: f64,
}

impl Totals {
    /// Nothing added yet, for quantities over some years.
    pub fn new(quantities: &[Quantity], years: RangeInclusive<i32>) -> Totals {
        let first_year = *years.start();
        let years = usize::try_from(years.end() - years.start() + 1).unwrap_or(0);
        let mut terms: Vec<(Quantity, Vec<Sum>)> = Vec::new();
        for quantity in quantities {
            terms_of(*quantity, &mut |term| {
                if terms.iter().all(|(known, _)| *known != term) {
                    terms.push((term, vec![Sum::default(); years]));
                }
            });
        }
        Totals { first_year, years, areas: 0, terms }
    }

    /// Adds the projection of an area.
    pub fn add(&mut self, base_year: i32, projection: &Projection<f64>) {
        self.add_values(base_year, |quantity, t| projection.value(quantity, t));
    }

    /// Adds the values of an area, each asked for by its quantity and the index of its year.
    pub fn add_values(&mut self, base_year: i32, value: impl Fn(Quantity, usize) -> Option<f64>) {
        self.areas += 1;
        for (quantity, sums) in &mut self.terms {
            for (year, sum) in (self.first_year..).zip(sums) {
                let value = usize::try_from(year - base_year).ok().and_then(|t| value(*quantity, t));
                let Some(value) = value else { continue };
                sum.all += value;
                sum.count += 1;
                if value < 0.0 {
                    sum.below += 1;
                    sum.sum_below += value;
                }
            }
        }
    }

    /// The quantities that are summed.
    pub(super) fn terms(&self) -> impl Iterator<Item = Quantity> {
        self.terms.iter().map(|(quantity, _)| *quantity)
    }

    /// How many areas were added.
    pub fn areas(&self) -> usize {
        self.areas
    }

    /// The years, in order.
    pub fn years(&self) -> impl ExactSizeIterator<Item = i32> + use<> {
        let first = self.first_year;
        (0..self.years).map(move |t| first + t as i32)
    }

    /// The value for all areas in a year.
    pub fn total(&self, quantity: Quantity, year: i32) -> Total {
        match quantity.spec().adds {
            Adds::Sum => self.sum(quantity, year),
            Adds::Apart => Total::default(),
            Adds::Ratio { over, under } => {
                let side = |terms: &[Quantity]| {
                    let mut side = Total { value: Some(0.0), ..Total::default() };
                    for term in terms {
                        let total = self.total(*term, year);
                        side.value = side.value.zip(total.value).map(|(sum, value)| sum + value);
                        side.lacking = side.lacking.max(total.lacking);
                    }
                    side
                };
                let (over, under) = (side(over), side(under));
                let value = over.value.zip(under.value).filter(|(_, under)| *under != 0.0);
                Total {
                    value: value.map(|(over, under)| over / under),
                    lacking: over.lacking.max(under.lacking),
                    ..Total::default()
                }
            }
        }
    }

    fn sum(&self, quantity: Quantity, year: i32) -> Total {
        let sums = self.terms.iter().find(|(known, _)| *known == quantity).map(|(_, sums)| sums);
        let t = usize::try_from(year - self.first_year).ok();
        let Some(sum) = sums.zip(t).and_then(|(sums, t)| sums.get(t)) else { return Total::default() };
        let lacking = self.areas - sum.count;
        let value = (lacking == 0 && self.areas > 0).then_some(sum.all);
        Total { value, lacking, below: sum.below, sum_below: sum.sum_below }
    }
}

/// The summed quantities that a quantity is made of.
fn terms_of(quantity: Quantity, take: &mut dyn FnMut(Quantity)) {
    match quantity.spec().adds {
        Adds::Sum => take(quantity),
        Adds::Ratio { over, under } => over.iter().chain(under).for_each(|term| terms_of(*term, take)),
        Adds::Apart => {}
    }
}
