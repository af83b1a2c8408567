//! The large numbers.

use voced_sim::format::{self, Amount};
use voced_sim::{Lang, Quantity, Style, Words};

use super::Outcome;
use super::sureness::Sureness;
use crate::i18n::say;

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
    /// Whether the number is below zero where that means a shortage.
    pub is_short: bool,
}

/// The numbers, each with one beside it where one belongs to it.
const TILES: [(Quantity, Option<(Quantity, Words)>); 6] = [
    (Quantity::VocShareOfIntake, None),
    (Quantity::VocEnrolment, None),
    (Quantity::Teachers, Some((Quantity::StudentsPerTeacher, say::RATIO_NOTE))),
    (Quantity::DoubleQualifiedShare, None),
    (Quantity::Balance, Some((Quantity::BalanceCumulative, say::CUMULATIVE_NOTE))),
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
    let tile = |(quantity, beside): (Quantity, Option<(Quantity, Words)>)| {
        let unit = quantity.spec().unit;
        let value = outcome.value(quantity, year);
        let change = value.zip(reference.value(quantity, year)).map(|(value, other)| value - other);
        let difference = change.map(|change| format::difference(change, unit, lang));
        let is_flat = difference
            .as_ref()
            .is_none_or(|amount| amount.unit.is_empty() && amount.number == say::CHANGE_NONE.get(lang));
        Tile {
            quantity,
            t,
            amount: value.map(|value| format::amount(value, unit, lang)),
            direction: if is_flat { 0 } else { change.map_or(0, |change| if change > 0.0 { 1 } else { -1 }) },
            difference,
            aside: beside.and_then(|(other, words)| {
                let value = outcome.value(other, year)?;
                let unit = other.spec().unit;
                let mut amount = format::amount(value, unit, lang);
                if unit.style() == Style::Decimal {
                    // The words before it say what it is.
                    amount.unit.clear();
                }
                Some((other, words, amount))
            }),
            likely: sureness.map(|sureness| sureness.likely(quantity, t, lang)).unwrap_or_default(),
            is_short: quantity == Quantity::Balance && value.is_some_and(|value| value < 0.0),
        }
    };
    TILES.into_iter().map(tile).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_sim::{Layer, Place, Scenario};

    fn outcome(layer: Layer) -> Outcome {
        Outcome::of(&Scenario::new(Place::shipped("laiwu").expect("ships"), layer)).expect("sound")
    }

    #[test]
    fn the_plan_against_the_status_quo_of_laiwu_in_2025() {
        let tiles = tiles(&outcome(Layer::Plan), &outcome(Layer::Base), None, 2025, Lang::Zh);
        assert_eq!(tiles.len(), 6);
        let share = &tiles[0];
        assert_eq!(share.amount.as_ref().map(|amount| amount.text(Lang::Zh)), Some("40.0%".to_owned()));
        assert_eq!(share.difference.as_ref().map(|amount| amount.text(Lang::Zh)), Some("+10.0个百分点".to_owned()));
        let students = &tiles[1];
        assert_eq!(students.amount.as_ref().map(|amount| amount.number.as_str()), Some("3,396"));
        assert_eq!(students.direction, 1);
    }

    #[test]
    fn a_scenario_against_itself_differs_nowhere() {
        let plan = outcome(Layer::Plan);
        assert!(tiles(&plan, &plan, None, 2023, Lang::En).iter().all(|tile| tile.direction == 0));
        assert!(tiles(&plan, &plan, None, 1990, Lang::En).is_empty());
    }
}
