//! From what was recorded to formulas.

use std::collections::BTreeSet;

use voced_model::{Compare, Lang};

use crate::address::{Address, Tab, at_home};
use crate::layout::{self, programme};
use crate::tape::{Binary, Definition, Node, Term};
use crate::workings::{Computed, Working, Workings};

/// A part of a formula longer than this moves to a cell of its own. A cell may hold 8,192 characters,
/// and no operation joins more than four parts.
const LONGEST_PART: usize = 1000;

/// A part that is read more than once moves to a cell of its own when it reads so many cells. Counted in
/// cells, not in characters: the same part then moves in every year.
const MUCH_TO_REPEAT: usize = 4;

/// How tightly an operation binds; a looser one inside a tighter one gets brackets.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Binding {
    Sum,
    Product,
    Power,
    Atom,
}

/// Which projects and deliverables a part reads, by their rows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Items {
    None,
    One(u32),
    Several,
}

impl Items {
    fn and(self, other: Items) -> Items {
        match (self, other) {
            (Items::None, items) | (items, Items::None) => items,
            (one, other) if one == other => one,
            _ => Items::Several,
        }
    }
}

/// The formula of a node.
#[derive(Clone, Debug)]
struct Part {
    text: String,
    binding: Binding,
    items: Items,
    /// How many cells it reads.
    reads: usize,
}

/// The formulas of a run.
#[derive(Debug)]
pub(crate) struct Formulas {
    /// The cells of the model.
    pub(crate) model: Vec<Computed>,
    /// Further cells that were asked for.
    pub(crate) others: Vec<Computed>,
    /// Their longer parts.
    pub(crate) workings: Workings,
    /// Every cell that some formula reads.
    pub(crate) read: BTreeSet<Address>,
}

/// Turns what was recorded into formulas: the model's cells, and `others`, each a cell and its term.
/// `counts` says how many projects and deliverables there are.
pub(crate) fn write(
    (nodes, definitions): (Vec<(Node, f64)>, Vec<Definition>),
    others: &[(Address, Term)],
    counts: (usize, usize),
    lang: Lang,
) -> Formulas {
    let mut formulas =
        Formulas { model: Vec::new(), others: Vec::new(), workings: Workings::default(), read: BTreeSet::new() };
    let roots = definitions.iter().map(|definition| definition.of).chain(others.iter().map(|(_, term)| *term));
    let uses = uses(&nodes, roots);
    let mut writer = Writer { nodes: &nodes, parts: Vec::with_capacity(nodes.len()), counts, lang, pieces: 0 };
    for definition in &definitions {
        writer.pieces = 0;
        writer.advance(definition.until, Some(definition), &uses, &mut formulas);
        let address = layout::quantity(definition.quantity, definition.t);
        let part = writer.part(definition.of);
        formulas.model.push(computed(address, part.text, definition.of.value, lang));
    }
    writer.advance(nodes.len(), None, &uses, &mut formulas);
    for (address, term) in others {
        let part = writer.part(*term);
        formulas.others.push(computed(*address, part.text, term.value, lang));
    }
    formulas
}

fn computed(address: Address, text: String, value: f64, lang: Lang) -> Computed {
    Computed { address, formula: at_home(&text, address.tab, lang), value }
}

/// How often each node is read by what the roots are made of.
fn uses(nodes: &[(Node, f64)], roots: impl Iterator<Item = Term>) -> Vec<usize> {
    let mut uses = vec![0; nodes.len()];
    roots.filter_map(|root| root.node).for_each(|node| uses[node] += 1);
    // Nodes stand after their parts.
    for (i, (node, _)) in nodes.iter().enumerate().rev() {
        if uses[i] > 0 {
            node.parts().iter().filter_map(|part| part.node).for_each(|part| uses[part] += 1);
        }
    }
    uses
}

struct Writer<'a> {
    nodes: &'a [(Node, f64)],
    parts: Vec<Option<Part>>,
    counts: (usize, usize),
    lang: Lang,
    pieces: usize,
}

impl Writer<'_> {
    /// Writes the nodes before `until`, which belong to `owner`. One after the other, not down from the
    /// top: a sum of ten thousand parts must not need as deep a stack.
    fn advance(&mut self, until: usize, owner: Option<&Definition>, uses: &[usize], formulas: &mut Formulas) {
        while self.parts.len() < until {
            let index = self.parts.len();
            let (node, value) = self.nodes[index];
            let part = (uses[index] > 0).then(|| {
                if let Node::Cell(address) = node {
                    formulas.read.insert(address);
                }
                let part = self.write(node, owner, formulas);
                let is_whole = |owner: &Definition| owner.of.node == Some(index);
                let repeats = uses[index] > 1 && part.reads >= MUCH_TO_REPEAT;
                match owner {
                    Some(owner) if part.text.len() > LONGEST_PART || (repeats && !is_whole(owner)) => {
                        self.pieces += 1;
                        self.moved(part, Working::Piece(owner.quantity, self.pieces), owner.t, value, formulas)
                    }
                    _ => part,
                }
            });
            self.parts.push(part);
        }
    }

    /// Puts a part into a cell of its own.
    fn moved(&self, part: Part, step: Working, t: usize, value: f64, formulas: &mut Formulas) -> Part {
        let address = formulas.workings.address(step, t);
        if !formulas.read.insert(address) {
            return part;
        }
        formulas.workings.put(address, at_home(&part.text, Tab::Workings, self.lang), value);
        Part { text: address.text(self.lang), binding: Binding::Atom, reads: 1, ..part }
    }

    fn part(&self, term: Term) -> Part {
        let written = term.node.and_then(|node| self.parts.get(node).cloned().flatten());
        written.unwrap_or_else(|| {
            let text = number(term.value);
            let binding = if text.starts_with('-') { Binding::Sum } else { Binding::Atom };
            Part { text, binding, items: Items::None, reads: 0 }
        })
    }

    fn write(&self, node: Node, owner: Option<&Definition>, formulas: &mut Formulas) -> Part {
        let parts = node.parts();
        let reads = parts.iter().map(|part| self.part(*part).reads).sum();
        let items = parts.iter().map(|part| self.part(*part).items).fold(Items::None, Items::and);
        let items = if self.adds_to_others(node) { Items::Several } else { items };
        let (text, binding) = match node {
            Node::Cell(address) => {
                let items = if address.tab == Tab::Programme { Items::One(address.row) } else { Items::None };
                let text = address.text(self.lang);
                return Part { text, binding: Binding::Atom, items, reads: 1 };
            }
            // A sign before a power would bind tighter than the power.
            Node::Negated(of) => (format!("-{}", self.around(of, Binding::Atom)), Binding::Sum),
            Node::Power(of, exponent) => (format!("{}^{exponent}", self.around(of, Binding::Atom)), Binding::Power),
            Node::Joined(Binary::Add, left, right) if items == Items::Several => {
                let left = self.own_cell(left, Binding::Sum, owner, formulas);
                let right = self.own_cell(right, Binding::Product, owner, formulas);
                (format!("{left}+{right}"), Binding::Sum)
            }
            Node::Joined(op, left, right) => self.joined(op, left, right),
            Node::Chosen { left, compare, right, yes, no } => {
                let [left, right, yes, no] = [left, right, yes, no].map(|term| self.part(term).text);
                let right = match compare {
                    Compare::Below => format!("<{right}-{}", number(Compare::ROUNDING)),
                    Compare::AtMost => format!("<={right}"),
                    Compare::Equal => format!("={right}"),
                };
                (format!("IF({left}{right},{yes},{no})"), Binding::Atom)
            }
        };
        Part { text, binding, items, reads }
    }

    /// Whether a node is a sum of what a project or deliverable adds and of something else: an area and a
    /// project's, say. That is no longer the part of one of them.
    fn adds_to_others(&self, node: Node) -> bool {
        let Node::Joined(Binary::Add | Binary::Sub, left, right) = node else { return false };
        let (left, right) = (self.part(left), self.part(right));
        let is_other = |part: &Part| part.items == Items::None && part.reads > 0;
        is_other(&left) != is_other(&right) && left.items != right.items
    }

    /// A term inside an operation that binds so tightly.
    fn around(&self, term: Term, around: Binding) -> String {
        let part = self.part(term);
        if part.binding < around { format!("({})", part.text) } else { part.text }
    }

    /// Brackets stand where the equations have them: another order would round otherwise.
    fn joined(&self, op: Binary, left: Term, right: Term) -> (String, Binding) {
        let (sign, binding, right_binding) = match op {
            Binary::Add => ('+', Binding::Sum, Binding::Product),
            Binary::Sub => ('-', Binding::Sum, Binding::Product),
            Binary::Mul => ('*', Binding::Product, Binding::Power),
            Binary::Div => ('/', Binding::Product, Binding::Power),
            Binary::Min | Binary::Max => {
                let name = if op == Binary::Min { "MIN" } else { "MAX" };
                return (format!("{name}({},{})", self.part(left).text, self.part(right).text), Binding::Atom);
            }
        };
        (format!("{}{sign}{}", self.around(left, binding), self.around(right, right_binding)), binding)
    }

    /// An operand of a sum over projects or deliverables: what one of them adds has a cell of its own,
    /// in a row with its name.
    fn own_cell(&self, term: Term, around: Binding, owner: Option<&Definition>, formulas: &mut Formulas) -> String {
        let part = self.part(term);
        let (Items::One(row), Some(owner), true) = (part.items, owner, part.binding < Binding::Atom) else {
            return self.around(term, around);
        };
        let step = |row| Working::Part(owner.quantity, row);
        if !formulas.workings.has(step(row)) {
            // Rows for all of the list, so that they stand together and in its order.
            let (projects, deliverables) = self.counts;
            let is_project = row < programme::deliverables_head(projects);
            for i in 0..if is_project { projects } else { deliverables } {
                let cell = if is_project { programme::project(i, 0) } else { programme::deliverable(projects, i, 0) };
                formulas.workings.address(step(cell.row), owner.t);
            }
        }
        self.moved(part, step(row), owner.t, term.value, formulas).text
    }
}

/// A number of an equation as formulas write it.
pub(crate) fn number(value: f64) -> String {
    if value.is_nan() {
        "NA()".to_owned()
    } else if value.is_infinite() {
        "(1/0)".to_owned()
    } else if value != 0.0 && !(1e-12..1e15).contains(&value.abs()) {
        format!("{value:E}")
    } else {
        value.to_string()
    }
}

#[cfg(test)]
mod tests;
