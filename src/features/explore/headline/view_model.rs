//! The large numbers.

use voced_model::format::{self, Amount, Gauge};
use voced_model::{Lang, Quantity, Style, Words};

use crate::app::Outcome;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;

/// One large number.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// What it is.
    pub quantity: Quantity,
    /// The year's index.
    pub t: usize,
    /// What the number is, where words say which side of zero it is on: surplus or deficit.
    pub lead: Option<Words>,
    /// The number; `None` where there is none.
    pub amount: Option<Amount>,
    /// What it differs from the comparison by.
    pub difference: Option<Amount>,
    /// Which way it differs: -1, 0, 1.
    pub direction: i8,
    /// A second number that belongs to it.
    pub aside: Option<(Quantity, Words, Amount)>,
    /// Where nine draws in ten lie, in words; empty where that is not known.
    pub likely: String,
    /// Whether that is said of the difference, not of the number.
    pub likely_is_difference: bool,
    /// The same as a small picture; `None` where nothing is uncertain.
    pub range: Option<RangeBar>,
    /// In which share of draws there is a deficit, in words; empty for any number but the balance.
    pub deficit: String,
    /// Whether the number is below zero where that means a shortage.
    pub is_short: bool,
}

impl Tile {
    /// The number with its lead and unit, as one text; `None` where there is none.
    pub fn text(&self, lang: Lang) -> Option<String> {
        let text = self.amount.as_ref()?.text(lang);
        let space = lang.pick("", " ");
        Some(self.lead.map_or_else(|| text.clone(), |lead| format!("{}{space}{text}", lead.get(lang))))
    }
}

/// Where draws lie, as shares of the width of a small picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RangeBar {
    /// From where to where nine draws in ten lie.
    pub nine: [f64; 2],
    /// From where to where half of them lie.
    pub half: [f64; 2],
    /// The scenario's own number, or its difference.
    pub own: f64,
    /// That of the comparison; zero where differences are shown.
    pub other: f64,
}

impl RangeBar {
    /// The picture of some percentiles with two numbers; `None` where all are one.
    fn of([low, quarter, _, three_quarters, high]: [f64; 5], own: f64, other: f64) -> Option<RangeBar> {
        let all = [low, high, own, other];
        let (least, most) = (all.into_iter().fold(f64::INFINITY, f64::min), all.into_iter().fold(f64::MIN, f64::max));
        let width = most - least;
        let share = |value: f64| (value - least) / width;
        (width.is_finite() && width > 0.0 && high > low).then(|| RangeBar {
            nine: [low, high].map(share),
            half: [quarter, three_quarters].map(share),
            own: share(own),
            other: share(other),
        })
    }
}

/// The numbers: what comes of it, what it costs and who pays, each with one beside it where one belongs to it.
const TILES: [(Quantity, Option<(Quantity, Words)>); 6] = [
    (Quantity::VocEnrolment, None),
    (Quantity::StudentsPerTeacher, Some((Quantity::Teachers, phrases::TEACHERS_HAVE))),
    (Quantity::UsesTotal, None),
    (Quantity::TreasuryOutlay, None),
    (Quantity::StandardGapArea, None),
    (Quantity::Balance, Some((Quantity::BalanceCumulative, phrases::CUMULATIVE_NOTE))),
];

/// The quantities of the headline.
pub const QUANTITIES: [Quantity; TILES.len()] = {
    let mut quantities = [Quantity::VocEnrolment; TILES.len()];
    let mut i = 0;
    while i < TILES.len() {
        quantities[i] = TILES[i].0;
        i += 1;
    }
    quantities
};

/// The headline of `year`, against `reference`, and how sure it is where that is known.
pub fn tiles(outcome: &Outcome, reference: &Outcome, sureness: Option<&Sureness>, year: i32, lang: Lang) -> Vec<Tile> {
    let Some(t) = outcome.index(year) else { return Vec::new() };
    let tile = |(quantity, comparison): (Quantity, Option<(Quantity, Words)>)| {
        let unit = quantity.spec().unit;
        let value = outcome.value(quantity, year);
        let change = value.zip(reference.value(quantity, year)).map(|(value, other)| value - other);
        // One scale for all of the card.
        let levels = sureness.and_then(|sureness| sureness.levels(quantity, t));
        // Known where differences are what the page shows.
        let apart = sureness.and_then(|sureness| sureness.differences(quantity, t));
        let aside = comparison.and_then(|(other, words)| Some((other, words, outcome.value(other, year)?)));
        let around: Vec<f64> = levels
            .into_iter()
            .flat_map(|[low, .., high]| [low, high])
            .chain(aside.filter(|(other, ..)| is_money(*other)).map(|(.., value)| value))
            .collect();
        let main: Vec<f64> = [value, reference.value(quantity, year)].into_iter().flatten().collect();
        let gauge = Gauge::glance(&main, &around, unit, lang);
        let difference = change.map(|change| match apart {
            Some([low, .., high]) => gauge.difference_within(change, low, high),
            None => gauge.difference(change),
        });
        let is_flat = change.is_none_or(|change| gauge.is_nothing(change));
        let is_balance = quantity == Quantity::Balance;
        let lead = |value: f64| if value < 0.0 { phrases::DEFICIT } else { phrases::SURPLUS };
        let band = match apart {
            Some(apart) => change.map(|change| (apart, change, 0.0)),
            None => levels
                .zip(value)
                .map(|(levels, value)| (levels, value, reference.value(quantity, year).unwrap_or(value))),
        };
        Tile {
            quantity,
            t,
            lead: value.filter(|value| is_balance && *value != 0.0).map(lead),
            amount: value.map(|value| named(gauge.amount(if is_balance { value.abs() } else { value }), quantity)),
            direction: if is_flat { 0 } else { change.map_or(0, |change| if change > 0.0 { 1 } else { -1 }) },
            difference: difference.map(|amount| named(amount, quantity)),
            aside: aside.map(|(other, words, value)| {
                let unit = other.spec().unit;
                let amount =
                    if is_money(other) { gauge.of_unit(unit).amount(value) } else { format::amount(value, unit, lang) };
                (other, words, amount)
            }),
            likely: match apart {
                Some([low, .., high]) => gauge.range(low, high),
                None => sureness.map(|sureness| sureness.likely(quantity, t, gauge)).unwrap_or_default(),
            },
            likely_is_difference: apart.is_some(),
            range: band.and_then(|(levels, own, other)| RangeBar::of(levels, own, other)),
            deficit: sureness
                .filter(|_| is_balance)
                .and_then(|sureness| sureness.below_zero(quantity, t))
                .map(|share| deficit(share, lang))
                .unwrap_or_default(),
            is_short: is_balance && value.is_some_and(|value| value < 0.0),
        }
    };
    TILES.into_iter().map(tile).collect()
}

/// An amount under the name of its quantity: that of a ratio says its unit.
fn named(mut amount: Amount, quantity: Quantity) -> Amount {
    if quantity.spec().unit.style() == Style::Decimal {
        amount.unit.clear();
    }
    amount
}

fn is_money(quantity: Quantity) -> bool {
    quantity.spec().unit.style() == Style::Money
}

/// How likely a deficit is. A sample that is all one way proves neither never nor always.
fn deficit(share: f64, lang: Lang) -> String {
    match share {
        0.0 => phrases::NEVER_IN_DEFICIT.get(lang).to_owned(),
        1.0 => phrases::ALWAYS_IN_DEFICIT.get(lang).to_owned(),
        share => {
            let share = format::chance(share);
            lang.pick(format!("{share} 的抽样为赤字"), format!("deficit in {share} of draws"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer, Scenario};

    fn outcome(layer: Layer) -> Outcome {
        Outcome::of(&Scenario::new(AreaRef::shipped("laiwu").expect("ships"), layer)).expect("sound")
    }

    #[test]
    fn the_plan_against_the_status_quo_of_laiwu_in_2025() {
        let tiles = tiles(&outcome(Layer::Plan), &outcome(Layer::Base), None, 2025, Lang::Zh);
        assert_eq!(tiles.len(), 6);
        let students = &tiles[0];
        assert_eq!(students.amount.as_ref().map(|amount| amount.number.as_str()), Some("2,843"));
        assert_eq!(students.direction, 1);
    }

    #[test]
    fn a_scenario_against_itself_differs_nowhere() {
        let plan = outcome(Layer::Plan);
        assert!(tiles(&plan, &plan, None, 2023, Lang::En).iter().all(|tile| tile.direction == 0));
        assert!(tiles(&plan, &plan, None, 1990, Lang::En).is_empty());
    }

    #[test]
    fn a_range_is_drawn_between_the_least_and_the_most_of_what_it_shows() {
        let bar = RangeBar::of([20.0, 30.0, 35.0, 40.0, 60.0], 50.0, 10.0).expect("a range");
        assert_eq!(bar, RangeBar { nine: [0.2, 1.0], half: [0.4, 0.6], own: 0.8, other: 0.0 });
        assert_eq!(RangeBar::of([5.0; 5], 5.0, 5.0), None);
        assert_eq!(RangeBar::of([5.0; 5], 5.0, 7.0), None, "nothing is uncertain");
    }
}
