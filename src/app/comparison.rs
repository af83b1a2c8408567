//! Scenarios that stand beside the one at present, and which of all the others are held against.

use voced_scenario::{Document, Layer, MAX_COMPARED, Scenario};

/// What is compared with the scenario at present.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    scenarios: Vec<Scenario>,
    reference: usize,
}

/// What can be done to it. Columns count from 0, the scenario at present.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparisonEdit {
    /// Another scenario comes to stand beside the present one.
    Add(Box<Scenario>),
    /// A column goes.
    Remove(usize),
    /// A column becomes the one the others are held against.
    Refer(usize),
}

impl Comparison {
    /// What stands beside a scenario where nobody has chosen: what its area plans, and what there would be
    /// without; the first of them is the reference.
    pub fn usual(own: &Scenario) -> Comparison {
        let layers = [Layer::Plan, Layer::Base].into_iter();
        let mut scenarios: Vec<Scenario> = layers.map(|layer| own.untouched(layer)).collect();
        scenarios.retain(|scenario| !same(scenario, own));
        Comparison { scenarios, reference: 1 }
    }

    /// What a document brings; `None` where it brings nothing.
    pub fn of(document: &Document) -> Option<Comparison> {
        let (scenarios, reference) = (document.comparison.clone(), document.reference);
        (!scenarios.is_empty()).then_some(Comparison { scenarios, reference })
    }

    /// The scenarios, in the order of the columns after the first.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The column of the reference.
    pub fn reference(&self) -> usize {
        self.reference
    }

    /// Whether another one has room.
    pub fn has_room(&self) -> bool {
        self.scenarios.len() < MAX_COMPARED
    }

    /// Whether a scenario stands here already.
    pub fn holds(&self, scenario: &Scenario) -> bool {
        self.scenarios.contains(scenario)
    }

    /// After a move. One that cannot be made changes nothing: there is no room, no such column, or it is
    /// the last one beside the present.
    #[must_use]
    pub fn after(mut self, change: ComparisonEdit) -> Comparison {
        match change {
            ComparisonEdit::Add(scenario) if self.has_room() && !self.holds(&scenario) => {
                self.scenarios.push(*scenario)
            }
            ComparisonEdit::Remove(column)
                if self.scenarios.len() > 1 && (1..=self.scenarios.len()).contains(&column) =>
            {
                self.scenarios.remove(column - 1);
                self.reference = match self.reference {
                    reference if reference > column => reference - 1,
                    reference if reference == column => 0,
                    reference => reference,
                };
            }
            ComparisonEdit::Refer(column) if column <= self.scenarios.len() => self.reference = column,
            _ => {}
        }
        self
    }
}

/// Whether two scenarios say the same but for their names and the seed.
fn same(left: &Scenario, right: &Scenario) -> bool {
    let plain = |scenario: &Scenario| Scenario { name: String::new(), seed: 0, ..scenario.clone() };
    plain(left) == plain(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::InputId;
    use voced_scenario::{AreaRef, PathValue};

    fn laiwu(layer: Layer) -> Scenario {
        Scenario::new(AreaRef::shipped("laiwu").expect("ships"), layer)
    }

    fn named(name: &str) -> Box<Scenario> {
        Box::new(Scenario { name: name.to_owned(), ..laiwu(Layer::Plan) })
    }

    #[test]
    fn the_usual_columns_are_those_that_differ_from_the_scenario() {
        assert_eq!(Comparison::usual(&laiwu(Layer::Plan)).scenarios(), [laiwu(Layer::Base)]);
        assert_eq!(Comparison::usual(&named("甲")).scenarios(), [laiwu(Layer::Base)], "a name is no difference");
        assert_eq!(Comparison::usual(&laiwu(Layer::Base)).scenarios(), [laiwu(Layer::Plan)]);
        let mut own = laiwu(Layer::Plan);
        own.inputs.insert(InputId::find("hires").expect("known"), PathValue::Constant(3.0));
        own.horizon = 2030;
        let usual = Comparison::usual(&own);
        assert_eq!(usual.scenarios().iter().map(|one| one.layer).collect::<Vec<_>>(), [Layer::Plan, Layer::Base]);
        assert!(usual.scenarios().iter().all(|one| one.horizon == 2030));
        assert_eq!(usual.reference(), 1);
    }

    #[test]
    fn three_stand_beside_at_most_and_each_once() {
        let mut comparison = Comparison::usual(&laiwu(Layer::Plan));
        for name in ["a", "a", "b", "c", "d"] {
            comparison = comparison.after(ComparisonEdit::Add(named(name)));
        }
        let names: Vec<&str> = comparison.scenarios().iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["", "a", "b"]);
    }

    #[test]
    fn the_reference_stays_with_its_column_and_falls_to_the_present_one() {
        let full = ["a", "b"]
            .into_iter()
            .fold(Comparison::usual(&laiwu(Layer::Plan)), |comparison, name| {
                comparison.after(ComparisonEdit::Add(named(name)))
            })
            .after(ComparisonEdit::Refer(3));
        assert_eq!(full.clone().after(ComparisonEdit::Remove(1)).reference(), 2);
        assert_eq!(full.clone().after(ComparisonEdit::Remove(3)).reference(), 0);
        assert_eq!(full.clone().after(ComparisonEdit::Refer(1)).after(ComparisonEdit::Remove(2)).reference(), 1);
        assert_eq!(full.clone().after(ComparisonEdit::Refer(4)), full, "no such column");
        assert_eq!(full.clone().after(ComparisonEdit::Remove(0)), full, "the present one stays");
        let last = full.after(ComparisonEdit::Remove(1)).after(ComparisonEdit::Remove(1));
        assert_eq!(last.clone().after(ComparisonEdit::Remove(1)), last, "one always stands beside");
    }
}
