//! Where a number comes from: the formula of a cell with the numbers in place, down to the inputs.

mod formula;
mod prose;

pub use formula::{Condition, Opened, Token};
pub use prose::field_words;

use crate::expr::{Expr, Ledger, List, Node, Term};
use voced_model::equations::{ModelInputs, Projection, project};
use voced_model::inputs::{Inputs, Shape};
use voced_model::{MAX_YEARS, Quantity};
use voced_scenario::resolved::ResolvedScenario;

/// The equations of one run, written down.
#[derive(Debug)]
pub struct Book {
    ledger: Ledger,
    cells: Vec<Option<Term>>,
    years: usize,
}

/// How one cell was computed, one step deep: further quantities in it open in turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// What.
    pub quantity: Quantity,
    /// The year's index; 0 is the base year.
    pub t: usize,
    /// The result; `None` where the cell has no value.
    pub value: Option<f64>,
    /// The formula; empty where the cell has no value.
    pub formula: Vec<Token>,
    /// The parts that the formula names, each once, and the parts of those.
    pub parts: Vec<Opened>,
    /// The comparisons that decided which formula it is.
    pub because: Vec<Condition>,
}

impl Derivation {
    /// Every piece of the formula and of the parts that it names.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.formula.iter().chain(self.parts.iter().flat_map(|part| &part.formula))
    }

    /// Those, and the pieces of the comparisons.
    pub fn all_tokens(&self) -> impl Iterator<Item = &Token> {
        let sides = self.because.iter().flat_map(|condition| condition.left.iter().chain(&condition.right));
        self.tokens().chain(sides)
    }
}

/// Runs the equations and writes them down.
pub fn book(resolved: &ResolvedScenario) -> Book {
    let ledger = Ledger::default();
    let years = resolved.model_inputs.years.min(MAX_YEARS);
    let mut cells = vec![None; Quantity::COUNT * MAX_YEARS];
    record(&resolved.model_inputs, &ledger, &mut cells);
    Book { ledger, cells, years }
}

fn record(model_inputs: &ModelInputs<f64>, ledger: &Ledger, cells: &mut [Option<Term>]) {
    let lifted: ModelInputs<Expr<'_>> = ModelInputs {
        base_year: model_inputs.base_year,
        years: model_inputs.years,
        inputs: Inputs::build(model_inputs.years, |input, t| {
            let year = (input.spec().shape == Shape::Path).then_some(t);
            ledger.write(Node::Input(input, year), model_inputs.inputs.at(input, t))
        }),
        projects: model_inputs
            .projects
            .iter()
            .enumerate()
            .map(|(i, item)| item.map(|field, value| ledger.write(Node::Item(List::Projects, i, field), value)))
            .collect(),
        deliverables: model_inputs
            .deliverables
            .iter()
            .enumerate()
            .map(|(i, item)| item.map(|field, value| ledger.write(Node::Item(List::Deliverables, i, field), value)))
            .collect(),
    };
    let mut projection = Box::new(Projection::default());
    project(&lifted, ledger, &mut projection);
    for quantity in Quantity::ALL {
        for (t, cell) in projection.series(*quantity).iter().enumerate() {
            cells[*quantity as usize * MAX_YEARS + t] = cell.term.node.map(|_| cell.term);
        }
    }
}

impl Book {
    /// How the cell of `quantity` in the year with index `t` was computed.
    pub fn derive(&self, quantity: Quantity, t: usize) -> Derivation {
        let cell = if t < self.years { self.cells[quantity as usize * MAX_YEARS + t] } else { None };
        let mut derivation =
            Derivation { quantity, t, value: None, formula: Vec::new(), parts: Vec::new(), because: Vec::new() };
        let Some(term) = cell else { return derivation };
        derivation.value = (!term.value.is_nan()).then_some(term.value);
        if let Some(Node::Named(_, _, of)) = self.ledger.node(term) {
            formula::write(&self.ledger, of, &mut derivation);
        }
        derivation
    }
}
