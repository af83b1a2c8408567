//! What differs between two resolved scenarios of one area, and mixtures of them.

use serde::{Deserialize, Serialize};

use voced_model::InputId;
use voced_model::equations::ModelInputs;
use voced_model::inputs::Shape;
use voced_model::programme::{Deliverable, Project};
use voced_model::text::Text;
use voced_scenario::ResolvedScenario;
use voced_scenario::programmes::Named;

/// Something that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Factor {
    /// An input.
    Input(InputId),
    /// A building project.
    Project {
        /// Its id.
        id: String,
        /// Its name.
        name: Text,
    },
    /// A deliverable.
    Deliverable {
        /// Its id.
        id: String,
        /// Its name.
        name: Text,
    },
}

/// An item of a list in the first resolved scenario and in the second, and which factor it is, if any.
struct Item<T> {
    ends: [Option<T>; 2],
    factor: Option<usize>,
}

/// Two resolved scenarios, from which any mixture can be made.
pub(super) struct Mixture {
    pub(super) factors: Vec<Factor>,
    ends: [ModelInputs<f64>; 2],
    inputs: Vec<(InputId, usize)>,
    projects: Vec<Item<Project<f64>>>,
    deliverables: Vec<Item<Deliverable<f64>>>,
    model_inputs: ModelInputs<f64>,
}

impl Mixture {
    /// What differs up to the year with index `t`, as far as it has any effect: projects that are not
    /// built and deliverables that cost nothing have none.
    pub(super) fn between(from: &ResolvedScenario, to: &ResolvedScenario, t: usize) -> Mixture {
        let ends = [from, to].map(|resolved| ModelInputs { years: t + 1, ..resolved.model_inputs.clone() });
        let mut factors = Vec::new();
        let mut inputs = Vec::new();
        for input in InputId::all() {
            let years = if input.spec().shape == Shape::Path { 0..t + 1 } else { 0..1 };
            if years.into_iter().any(|t| ends[0].inputs.at(input, t) != ends[1].inputs.at(input, t)) {
                inputs.push((input, factors.len()));
                factors.push(Factor::Input(input));
            }
        }
        let built = |project: &Project<f64>| project.on;
        let projects =
            items([&from.projects, &to.projects], built, &mut factors, |id, name| Factor::Project { id, name });
        let costs = |deliverable: &Deliverable<f64>| deliverable.unit_cost != 0.0;
        let deliverables = items([&from.deliverables, &to.deliverables], costs, &mut factors, |id, name| {
            Factor::Deliverable { id, name }
        });
        let model_inputs = ends[0].clone();
        Mixture { factors, ends, inputs, projects, deliverables, model_inputs }
    }

    /// The resolved scenario in which these differences are as in the second one, the others as in the first.
    pub(super) fn model_inputs(&mut self, members: &[bool]) -> &ModelInputs<f64> {
        let end = |factor: usize| usize::from(members.get(factor).copied().unwrap_or(false));
        for (input, factor) in &self.inputs {
            self.model_inputs.inputs.slots_mut(*input).copy_from_slice(self.ends[end(*factor)].inputs.slots(*input));
        }
        let chosen = |factor: Option<usize>| factor.map_or(0, end);
        self.model_inputs.projects.clear();
        self.model_inputs
            .projects
            .extend(self.projects.iter().filter_map(|item| item.ends[chosen(item.factor)].clone()));
        self.model_inputs.deliverables.clear();
        self.model_inputs
            .deliverables
            .extend(self.deliverables.iter().filter_map(|item| item.ends[chosen(item.factor)]));
        &self.model_inputs
    }
}

/// The items of both lists, those of the first before those that only the second has.
fn items<T: Clone + PartialEq>(
    [from, to]: [&[Named<T>]; 2],
    counts: impl Fn(&T) -> bool,
    factors: &mut Vec<Factor>,
    factor: impl Fn(String, Text) -> Factor,
) -> Vec<Item<T>> {
    let find = |list: &[Named<T>], id: &str| {
        list.iter().find(|item| item.id == id).map(|named| named.item.clone()).filter(&counts)
    };
    let only_there = to.iter().filter(|item| !from.iter().any(|known| known.id == item.id));
    let mut items = Vec::new();
    for named in from.iter().chain(only_there) {
        let ends = [find(from, &named.id), find(to, &named.id)];
        let differs = ends[0] != ends[1];
        items.push(Item { ends, factor: differs.then_some(factors.len()) });
        if differs {
            factors.push(factor(named.id.clone(), named.name.clone()));
        }
    }
    items
}
