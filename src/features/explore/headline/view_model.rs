//! The large numbers.

use voced_model::format::{self, Amount, Gauge};
use voced_model::{Lang, Quantity, Style, Words};

use crate::app::Outcome;
use crate::features::uncertainty::view_model::{SideOfZero, Sureness};
use crate::phrases;

/// One large number.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// What it is.
    pub quantity: Quantity,
    /// The year's index.
    pub t: usize,
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
    /// In which share of draws the number has the other sign, in words, where that is most of them.
    pub contrary: String,
    /// Whether the number is below zero where that means a shortage.
    pub is_short: bool,
}

/// The numbers, each with one beside it where one belongs to it.
const TILES: [(Quantity, Option<(Quantity, Words)>); 6] = [
    (Quantity::VocShareOfIntake, None),
    (Quantity::VocEnrolment, None),
    (Quantity::Teachers, Some((Quantity::StudentsPerTeacher, phrases::RATIO_NOTE))),
    (Quantity::DoubleQualifiedShare, None),
    (Quantity::Balance, Some((Quantity::BalanceCumulative, phrases::CUMULATIVE_NOTE))),
    (Quantity::RecurrentPerStudent, None),
];

/// The quantities of the headline.
pub const QUANTITIES: [Quantity; TILES.len()] = {
    let mut quantities = [Quantity::VocShareOfIntake; TILES.len()];
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
        let gauge = Gauge::of(&main, &around, unit, lang);
        let difference = change.map(|change| gauge.difference(change));
        let is_flat = change.is_none_or(|change| gauge.is_nothing(change));
        Tile {
            quantity,
            t,
            amount: value.map(|value| gauge.amount(value)),
            direction: if is_flat { 0 } else { change.map_or(0, |change| if change > 0.0 { 1 } else { -1 }) },
            difference,
            aside: aside.map(|(other, words, value)| {
                let unit = other.spec().unit;
                let mut amount =
                    if is_money(other) { gauge.of_unit(unit).amount(value) } else { format::amount(value, unit, lang) };
                if unit.style() == Style::Decimal {
                    // The words before it say what it is.
                    amount.unit.clear();
                }
                (other, words, amount)
            }),
            likely: match apart {
                Some([low, .., high]) => gauge.range(low, high),
                None => sureness.map(|sureness| sureness.likely(quantity, t, gauge)).unwrap_or_default(),
            },
            likely_is_difference: apart.is_some(),
            contrary: sureness
                .zip(value)
                .and_then(|(sureness, value)| sureness.other_side(quantity, t, value))
                .map(|(side, share)| contrary(quantity, side, share, lang))
                .unwrap_or_default(),
            is_short: quantity == Quantity::Balance && value.is_some_and(|value| value < 0.0),
        }
    };
    TILES.into_iter().map(tile).collect()
}

fn is_money(quantity: Quantity) -> bool {
    quantity.spec().unit.style() == Style::Money
}

/// In which share of draws a result lies on the other side of zero.
fn contrary(quantity: Quantity, side: SideOfZero, share: f64, lang: Lang) -> String {
    let is_balance = matches!(quantity, Quantity::Balance | Quantity::BalanceCumulative);
    let words = match (side, is_balance) {
        (SideOfZero::Below, true) => phrases::IN_DEFICIT,
        (SideOfZero::Above, true) => phrases::IN_SURPLUS,
        (SideOfZero::Below, false) => phrases::BELOW_ZERO,
        (SideOfZero::Above, false) => phrases::ABOVE_ZERO,
    };
    let (words, share) = (words.get(lang), format::chance(share));
    lang.pick(format!("{share} 的抽样{words}"), format!("{words} in {share} of draws"))
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
        let share = &tiles[0];
        assert_eq!(share.amount.as_ref().map(|amount| amount.text(Lang::Zh)), Some("40.0%".to_owned()));
        assert_eq!(share.difference.as_ref().map(|amount| amount.text(Lang::Zh)), Some("+10.0个百分点".to_owned()));
        let students = &tiles[1];
        assert_eq!(students.amount.as_ref().map(|amount| amount.number.as_str()), Some("2,843"));
        assert_eq!(students.direction, 1);
    }

    #[test]
    fn a_scenario_against_itself_differs_nowhere() {
        let plan = outcome(Layer::Plan);
        assert!(tiles(&plan, &plan, None, 2023, Lang::En).iter().all(|tile| tile.direction == 0));
        assert!(tiles(&plan, &plan, None, 1990, Lang::En).is_empty());
    }
}
