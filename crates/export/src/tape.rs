//! The reading of the equations that becomes formulas.
//!
//! A [`Symbol`] computes the same number as plain `f64` does and writes down how, both ways of every
//! choice included: a workbook must know the way that is not taken today.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use voced_model::{Compare, Quantity, Scalar};

use crate::address::Address;
use crate::layout;

/// A value and, unless it is a bare constant, the node that made it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Term {
    pub(crate) value: f64,
    pub(crate) node: Option<usize>,
}

/// An operation of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    Min,
    Max,
}

/// How a value came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Node {
    /// It stands in a cell.
    Cell(Address),
    Joined(Binary, Term, Term),
    Negated(Term),
    Power(Term, u32),
    /// `left compare right` chooses between `yes` and `no`.
    Chosen {
        left: Term,
        compare: Compare,
        right: Term,
        yes: Term,
        no: Term,
    },
}

impl Node {
    /// The terms it is made of.
    pub(crate) fn parts(&self) -> Vec<Term> {
        match *self {
            Node::Cell(_) => Vec::new(),
            Node::Negated(of) | Node::Power(of, _) => vec![of],
            Node::Joined(_, left, right) => vec![left, right],
            Node::Chosen { left, right, yes, no, .. } => vec![left, right, yes, no],
        }
    }
}

/// A cell of the model and the term that computes it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Definition {
    pub(crate) quantity: Quantity,
    pub(crate) t: usize,
    pub(crate) of: Term,
    /// How many nodes had been written by then.
    pub(crate) until: usize,
}

/// Where a run is written.
#[derive(Debug, Default)]
pub(crate) struct Tape {
    nodes: RefCell<Vec<(Node, f64)>>,
    definitions: RefCell<Vec<Definition>>,
}

impl Tape {
    fn write(&self, node: Node, value: f64) -> Symbol<'_> {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push((node, value));
        Symbol { term: Term { value, node: Some(nodes.len() - 1) }, tape: Some(self) }
    }

    /// A number that stands in a cell.
    pub(crate) fn cell(&self, address: Address, value: f64) -> Symbol<'_> {
        self.write(Node::Cell(address), value)
    }

    /// What was written: every node, with its number, after those it is made of; and the cells of the model in the
    /// order in which they were computed.
    pub(crate) fn finish(self) -> (Vec<(Node, f64)>, Vec<Definition>) {
        (self.nodes.into_inner(), self.definitions.into_inner())
    }
}

/// A number that remembers how it came about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Symbol<'a> {
    pub(crate) term: Term,
    tape: Option<&'a Tape>,
}

impl<'a> Symbol<'a> {
    /// Joins two values. Constants fold; adding nothing and multiplying by one leave no trace.
    fn join(self, op: Binary, other: Symbol<'a>, value: f64) -> Symbol<'a> {
        let Some(tape) = self.tape.or(other.tape) else { return Symbol::constant(value) };
        let (left, right) = (self.term, other.term);
        let is = |term: Term, number: f64| term.node.is_none() && term.value == number;
        match op {
            Binary::Add if is(left, 0.0) => other,
            Binary::Add | Binary::Sub if is(right, 0.0) => self,
            Binary::Mul if is(left, 1.0) => other,
            Binary::Mul | Binary::Div if is(right, 1.0) => self,
            _ => tape.write(Node::Joined(op, left, right), value),
        }
    }
}

impl<'a> Add for Symbol<'a> {
    type Output = Symbol<'a>;
    fn add(self, other: Symbol<'a>) -> Symbol<'a> {
        self.join(Binary::Add, other, self.term.value + other.term.value)
    }
}

impl<'a> Sub for Symbol<'a> {
    type Output = Symbol<'a>;
    fn sub(self, other: Symbol<'a>) -> Symbol<'a> {
        self.join(Binary::Sub, other, self.term.value - other.term.value)
    }
}

impl<'a> Mul for Symbol<'a> {
    type Output = Symbol<'a>;
    fn mul(self, other: Symbol<'a>) -> Symbol<'a> {
        self.join(Binary::Mul, other, self.term.value * other.term.value)
    }
}

impl<'a> Div for Symbol<'a> {
    type Output = Symbol<'a>;
    fn div(self, other: Symbol<'a>) -> Symbol<'a> {
        self.join(Binary::Div, other, self.term.value / other.term.value)
    }
}

impl<'a> Neg for Symbol<'a> {
    type Output = Symbol<'a>;
    fn neg(self) -> Symbol<'a> {
        match self.tape {
            Some(tape) => tape.write(Node::Negated(self.term), -self.term.value),
            None => Symbol::constant(-self.term.value),
        }
    }
}

impl<'a> Scalar for Symbol<'a> {
    type Ledger = &'a Tape;

    const ABSENT: Symbol<'a> = Symbol { term: Term { value: f64::NAN, node: None }, tape: None };

    fn constant(value: f64) -> Symbol<'a> {
        Symbol { term: Term { value, node: None }, tape: None }
    }

    fn powi(self, exponent: u32) -> Symbol<'a> {
        let value = Scalar::powi(self.term.value, exponent);
        match (exponent, self.tape) {
            (1, _) => self,
            (2.., Some(tape)) => tape.write(Node::Power(self.term, exponent), value),
            _ => Symbol::constant(value),
        }
    }

    fn min(self, other: Symbol<'a>) -> Symbol<'a> {
        self.join(Binary::Min, other, Scalar::min(self.term.value, other.term.value))
    }

    fn max(self, other: Symbol<'a>) -> Symbol<'a> {
        self.join(Binary::Max, other, Scalar::max(self.term.value, other.term.value))
    }

    fn select(left: Symbol<'a>, compare: Compare, right: Symbol<'a>, yes: Symbol<'a>, no: Symbol<'a>) -> Symbol<'a> {
        let chosen = if compare.holds(left.term.value, right.term.value) { yes } else { no };
        // A comparison of constants can not change in the workbook either.
        let Some(tape) = left.tape.or(right.tape) else { return chosen };
        let (left, right, yes, no) = (left.term, right.term, yes.term, no.term);
        tape.write(Node::Chosen { left, compare, right, yes, no }, chosen.term.value)
    }

    fn named(self, tape: &'a Tape, quantity: Quantity, t: usize) -> Symbol<'a> {
        let until = tape.nodes.borrow().len();
        tape.definitions.borrow_mut().push(Definition { quantity, t, of: self.term, until });
        tape.cell(layout::quantity(quantity, t), self.term.value)
    }
}
