//! From recorded nodes to the parts of a formula.

use std::collections::VecDeque;

use super::Derivation;
use crate::expr::{Binary, Ledger, List, Node, Term};
use voced_model::scalar::Compare;
use voced_model::{InputId, Part, Quantity};

/// A part of a formula, in reading order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// An operator, a bracket, a function's name or a comma; spaces are part of it.
    Sign(&'static str),
    /// A number that belongs to the equation.
    Number(f64),
    /// A quantity in the year with index `t`.
    Quantity {
        /// Which.
        quantity: Quantity,
        /// The year's index.
        t: usize,
        /// Its value.
        value: f64,
    },
    /// A named part of the equation, which opens once below the formula.
    Part {
        /// Which.
        part: Part,
        /// The year's index.
        t: usize,
        /// Its value.
        value: f64,
    },
    /// An input.
    Input {
        /// Which.
        input: InputId,
        /// The year's index for a path.
        t: Option<usize>,
        /// Its value.
        value: f64,
    },
    /// A number of the project at `index` of the resolved scenario's list.
    Project {
        /// Position in the list.
        index: usize,
        /// Key of the number.
        field: &'static str,
        /// Its value.
        value: f64,
    },
    /// A number of the deliverable at `index` of the resolved scenario's list.
    Deliverable {
        /// Position in the list.
        index: usize,
        /// Key of the number.
        field: &'static str,
        /// Its value.
        value: f64,
    },
    /// The exponent of the bracket before it.
    Power(u32),
}

/// A comparison that decided which formula was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Left side.
    pub left: Vec<Token>,
    /// How the sides are compared.
    pub compare: Compare,
    /// Right side.
    pub right: Vec<Token>,
    /// Whether it holds.
    pub holds: bool,
}

/// How tightly an operation binds; a looser one inside a tighter one gets brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Sum,
    Product,
    Power,
}

/// A named part of a formula and how it was computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Which.
    pub part: Part,
    /// The year's index.
    pub t: usize,
    /// Its value.
    pub value: f64,
    /// Its formula.
    pub formula: Vec<Token>,
}

/// Writes the formula of a term into `derivation`, up to the next results, and below it each part that it names.
pub(super) fn write(ledger: &Ledger, term: Term, derivation: &mut Derivation) {
    let mut writer = Writer { ledger, because: Vec::new(), waiting: VecDeque::new() };
    writer.term(term, Binding::Sum, &mut derivation.formula);
    while let Some((part, t, of)) = writer.waiting.pop_front() {
        let is_open = derivation.parts.iter().any(|opened| (opened.part, opened.t) == (part, t));
        if !is_open {
            let mut formula = Vec::new();
            writer.term(of, Binding::Sum, &mut formula);
            derivation.parts.push(Opened { part, t, value: of.value, formula });
        }
    }
    derivation.because = writer.because;
}

struct Writer<'a> {
    ledger: &'a Ledger,
    because: Vec<Condition>,
    /// Parts that were named, with what computed them.
    waiting: VecDeque<(Part, usize, Term)>,
}

impl Writer<'_> {
    fn term(&mut self, term: Term, around: Binding, out: &mut Vec<Token>) {
        let value = term.value;
        let Some(node) = self.ledger.node(term) else {
            out.push(Token::Number(value));
            return;
        };
        match node {
            Node::Input(input, t) => out.push(Token::Input { input, t, value }),
            Node::Item(List::Projects, index, field) => out.push(Token::Project { index, field, value }),
            Node::Item(List::Deliverables, index, field) => out.push(Token::Deliverable { index, field, value }),
            Node::Named(quantity, t, _) => out.push(Token::Quantity { quantity, t, value }),
            Node::Part(part, t, of) => {
                self.waiting.push_back((part, t, of));
                out.push(Token::Part { part, t, value });
            }
            Node::Joined(op, left, right) => self.joined(op, left, right, around, out),
            Node::Negated(inner) => {
                out.push(Token::Sign("−"));
                self.term(inner, Binding::Power, out);
            }
            Node::Power(base, exponent) => {
                self.term(base, Binding::Power, out);
                out.push(Token::Power(exponent));
            }
            Node::Chosen { left, compare, right, yes, no } => {
                let holds = compare.holds(left.value, right.value);
                self.condition(left, compare, right, holds);
                self.term(if holds { yes } else { no }, around, out);
            }
        }
    }

    /// Whether a term is a deliverable without a cost. Sums leave these out, or a plan with twenty
    /// of them could not be read.
    fn is_uncosted(&self, term: Term) -> bool {
        match self.ledger.node(term) {
            Some(Node::Item(List::Deliverables, _, field)) => field == "unit_cost" && term.value == 0.0,
            Some(Node::Joined(Binary::Mul, left, right)) => self.is_uncosted(left) || self.is_uncosted(right),
            _ => false,
        }
    }

    fn joined(&mut self, op: Binary, left: Term, right: Term, around: Binding, out: &mut Vec<Token>) {
        let (sign, binding, right_binding) = match op {
            Binary::Add => (" + ", Binding::Sum, Binding::Sum),
            // What follows a minus or a slash is bracketed where it is no tighter than the sign.
            Binary::Sub => (" − ", Binding::Sum, Binding::Product),
            Binary::Mul => (" × ", Binding::Product, Binding::Product),
            Binary::Div => (" / ", Binding::Product, Binding::Power),
            Binary::Min | Binary::Max => {
                out.push(Token::Sign(if op == Binary::Min { "min(" } else { "max(" }));
                self.term(left, Binding::Sum, out);
                out.push(Token::Sign(", "));
                self.term(right, Binding::Sum, out);
                out.push(Token::Sign(")"));
                return;
            }
        };
        if op == Binary::Add {
            match (self.is_uncosted(left), self.is_uncosted(right)) {
                (true, _) => return self.term(right, around, out),
                (_, true) => return self.term(left, around, out),
                _ => {}
            }
        }
        let bracketed = binding < around;
        if bracketed {
            out.push(Token::Sign("("));
        }
        self.term(left, binding, out);
        out.push(Token::Sign(sign));
        self.term(right, right_binding, out);
        if bracketed {
            out.push(Token::Sign(")"));
        }
    }

    /// Notes a comparison, unless it only guards against a division by zero that did not come up.
    fn condition(&mut self, left: Term, compare: Compare, right: Term, holds: bool) {
        let guard = compare == Compare::Equal && right.node.is_none() && right.value == 0.0;
        if guard && !holds {
            return;
        }
        let mut sides = [Vec::new(), Vec::new()];
        self.term(left, Binding::Sum, &mut sides[0]);
        self.term(right, Binding::Sum, &mut sides[1]);
        let [left, right] = sides;
        let condition = Condition { left, compare, right, holds };
        if !self.because.contains(&condition) {
            self.because.push(condition);
        }
    }
}
