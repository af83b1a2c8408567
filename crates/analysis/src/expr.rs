//! The reading of the equations that remembers them.
//!
//! An [`Expr`] computes the same number as plain `f64` does, operation by operation, and writes down
//! how. What it wrote is the ground of every explanation.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use voced_model::scalar::{Compare, Scalar};
use voced_model::{InputId, Part, Quantity};

/// A value and, unless it is a bare constant, the node that made it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Term {
    pub value: f64,
    pub node: Option<u32>,
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

/// Which list of a case an item stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Projects,
    Deliverables,
}

/// How a value came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Node {
    /// An input; with a year where it has one a year.
    Input(InputId, Option<usize>),
    /// A number of a project or deliverable.
    Item(List, usize, &'static str),
    /// A quantity in a year.
    Named(Quantity, usize, Term),
    /// A named part of an equation in a year.
    Part(Part, usize, Term),
    /// Two values joined.
    Joined(Binary, Term, Term),
    /// A value with the other sign.
    Negated(Term),
    /// A whole power.
    Power(Term, u32),
    /// One of two values, by a comparison.
    Chosen { left: Term, compare: Compare, right: Term, yes: Term, no: Term },
}

/// Where the nodes of one run are written.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    nodes: RefCell<Vec<Node>>,
}

impl Ledger {
    /// Writes a node down.
    #[inline(never)]
    pub(crate) fn write(&self, node: Node, value: f64) -> Expr<'_> {
        let mut nodes = self.nodes.borrow_mut();
        let index = nodes.len() as u32;
        nodes.push(node);
        Expr { term: Term { value, node: Some(index) }, ledger: Some(self) }
    }

    /// The node of a term; `None` for a constant.
    pub(crate) fn node(&self, term: Term) -> Option<Node> {
        self.nodes.borrow().get(term.node? as usize).copied()
    }
}

/// A number that remembers how it came about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expr<'a> {
    pub term: Term,
    ledger: Option<&'a Ledger>,
}

impl<'a> Expr<'a> {
    /// Joins two values. Never inlined: the equations call it a thousand times, and their code
    /// would fill the page. Constants fold; adding nothing and multiplying by one leave no trace.
    #[inline(never)]
    fn join(self, op: Binary, other: Expr<'a>, value: f64) -> Expr<'a> {
        let Some(ledger) = self.ledger.or(other.ledger) else { return Expr::constant(value) };
        let (left, right) = (self.term, other.term);
        let is = |term: Term, number: f64| term.node.is_none() && term.value == number;
        match op {
            Binary::Add if is(left, 0.0) => other,
            Binary::Add | Binary::Sub if is(right, 0.0) => self,
            Binary::Mul if is(left, 1.0) => other,
            Binary::Mul if is(right, 1.0) => self,
            _ => ledger.write(Node::Joined(op, left, right), value),
        }
    }
}

impl<'a> Add for Expr<'a> {
    type Output = Expr<'a>;
    #[inline(never)]
    fn add(self, other: Expr<'a>) -> Expr<'a> {
        self.join(Binary::Add, other, self.term.value + other.term.value)
    }
}

impl<'a> Sub for Expr<'a> {
    type Output = Expr<'a>;
    #[inline(never)]
    fn sub(self, other: Expr<'a>) -> Expr<'a> {
        self.join(Binary::Sub, other, self.term.value - other.term.value)
    }
}

impl<'a> Mul for Expr<'a> {
    type Output = Expr<'a>;
    #[inline(never)]
    fn mul(self, other: Expr<'a>) -> Expr<'a> {
        self.join(Binary::Mul, other, self.term.value * other.term.value)
    }
}

impl<'a> Div for Expr<'a> {
    type Output = Expr<'a>;
    #[inline(never)]
    fn div(self, other: Expr<'a>) -> Expr<'a> {
        self.join(Binary::Div, other, self.term.value / other.term.value)
    }
}

impl<'a> Neg for Expr<'a> {
    type Output = Expr<'a>;
    fn neg(self) -> Expr<'a> {
        match self.ledger {
            Some(ledger) => ledger.write(Node::Negated(self.term), -self.term.value),
            None => Expr::constant(-self.term.value),
        }
    }
}

impl<'a> Scalar for Expr<'a> {
    type Ledger = &'a Ledger;

    const ABSENT: Expr<'a> = Expr { term: Term { value: f64::NAN, node: None }, ledger: None };

    fn constant(value: f64) -> Expr<'a> {
        Expr { term: Term { value, node: None }, ledger: None }
    }

    #[inline(never)]
    fn powi(self, exponent: u32) -> Expr<'a> {
        let value = Scalar::powi(self.term.value, exponent);
        match (exponent, self.ledger) {
            (1, _) => self,
            (2.., Some(ledger)) => ledger.write(Node::Power(self.term, exponent), value),
            _ => Expr::constant(value),
        }
    }

    #[inline(never)]
    fn min(self, other: Expr<'a>) -> Expr<'a> {
        self.join(Binary::Min, other, Scalar::min(self.term.value, other.term.value))
    }

    #[inline(never)]
    fn max(self, other: Expr<'a>) -> Expr<'a> {
        self.join(Binary::Max, other, Scalar::max(self.term.value, other.term.value))
    }

    #[inline(never)]
    fn select(left: Expr<'a>, compare: Compare, right: Expr<'a>, yes: Expr<'a>, no: Expr<'a>) -> Expr<'a> {
        let holds = compare.holds(left.term.value, right.term.value);
        let chosen = if holds { yes } else { no };
        let Some(ledger) = left.ledger.or(right.ledger) else { return chosen };
        let node = Node::Chosen { left: left.term, compare, right: right.term, yes: yes.term, no: no.term };
        ledger.write(node, chosen.term.value)
    }

    #[inline(never)]
    fn named(self, ledger: &'a Ledger, quantity: Quantity, year: usize) -> Expr<'a> {
        ledger.write(Node::Named(quantity, year, self.term), self.term.value)
    }

    #[inline(never)]
    fn part(self, ledger: &'a Ledger, part: Part, year: usize) -> Expr<'a> {
        ledger.write(Node::Part(part, year, self.term), self.term.value)
    }
}
