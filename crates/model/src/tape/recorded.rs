//! A number that writes down what is done with it.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::node::{Node, Op, Tape};
use crate::Quantity;
use crate::scalar::{Compare, Scalar};

/// A number of the equations: known already, or moved by the draws.
#[derive(Clone, Copy, Debug)]
pub enum Recorded<'a> {
    /// No draw moves it.
    Known(f64),
    /// What is written at a place of a tape computes it.
    Moved(u32, &'a Tape),
}

use Recorded::{Known, Moved};

impl Tape {
    /// The level of a place that each draw gives.
    pub fn level(&self, place: usize) -> Recorded<'_> {
        Moved(self.write(Node { op: Op::Level, of: [place as u32, 0, 0, 0] }), self)
    }

    fn place(&self, number: Recorded<'_>) -> u32 {
        match number {
            Known(value) => self.write(Node::constant(value)),
            Moved(node, _) => node,
        }
    }
}

impl<'a> Recorded<'a> {
    /// The largest whole number that is not above it.
    pub fn floor(self) -> Recorded<'a> {
        match self {
            Known(value) => Known(value.floor()),
            Moved(node, tape) => Moved(tape.write(Node { op: Op::Floor, of: [node, 0, 0, 0] }), tape),
        }
    }

    /// Whether it is this number, to the bit.
    fn is(self, number: f64) -> bool {
        matches!(self, Known(value) if value.to_bits() == number.to_bits())
    }

    /// Never inlined: the equations call it a thousand times, and their code would fill the page. What changes no bit
    /// of a number leaves no trace.
    #[inline(never)]
    fn join(self, op: Op, other: Recorded<'a>) -> Recorded<'a> {
        match (op, self, other) {
            (_, Known(left), Known(right)) => Known(op.join(left, right)),
            (Op::Mul, one, number) if one.is(1.0) => number,
            (Op::Mul | Op::Div, number, one) if one.is(1.0) => number,
            (Op::Sub, number, zero) if zero.is(0.0) => number,
            (Op::Add, zero, number) | (Op::Add, number, zero) if zero.is(-0.0) => number,
            (_, Moved(_, tape), _) | (_, _, Moved(_, tape)) => {
                let (left, right) = (tape.place(self), tape.place(other));
                // Sums and products are the same either way round.
                let turned = matches!(op, Op::Add | Op::Mul) && left > right;
                let of = if turned { [right, left, 0, 0] } else { [left, right, 0, 0] };
                Moved(tape.write(Node { op, of }), tape)
            }
        }
    }
}

impl<'a> Add for Recorded<'a> {
    type Output = Recorded<'a>;
    fn add(self, other: Recorded<'a>) -> Recorded<'a> {
        self.join(Op::Add, other)
    }
}

impl<'a> Sub for Recorded<'a> {
    type Output = Recorded<'a>;
    fn sub(self, other: Recorded<'a>) -> Recorded<'a> {
        self.join(Op::Sub, other)
    }
}

impl<'a> Mul for Recorded<'a> {
    type Output = Recorded<'a>;
    fn mul(self, other: Recorded<'a>) -> Recorded<'a> {
        self.join(Op::Mul, other)
    }
}

impl<'a> Div for Recorded<'a> {
    type Output = Recorded<'a>;
    fn div(self, other: Recorded<'a>) -> Recorded<'a> {
        self.join(Op::Div, other)
    }
}

impl<'a> Neg for Recorded<'a> {
    type Output = Recorded<'a>;
    /// By a product, which turns the sign of zeros too.
    fn neg(self) -> Recorded<'a> {
        self.join(Op::Mul, Known(-1.0))
    }
}

impl<'a> Scalar for Recorded<'a> {
    type Ledger = ();

    const ABSENT: Recorded<'a> = Known(f64::NAN);

    fn constant(value: f64) -> Recorded<'a> {
        Known(value)
    }

    #[inline(never)]
    fn powi(self, exponent: u32) -> Recorded<'a> {
        let (mut result, mut base, mut left) = (Known(1.0), self, exponent);
        while left > 0 {
            if left & 1 == 1 {
                result = result * base;
            }
            base = base * base;
            left >>= 1;
        }
        result
    }

    fn min(self, other: Recorded<'a>) -> Recorded<'a> {
        self.join(Op::Min, other)
    }

    fn max(self, other: Recorded<'a>) -> Recorded<'a> {
        self.join(Op::Max, other)
    }

    #[inline(never)]
    fn select(
        left: Recorded<'a>,
        compare: Compare,
        right: Recorded<'a>,
        yes: Recorded<'a>,
        no: Recorded<'a>,
    ) -> Recorded<'a> {
        let tape = match (left, right) {
            (Known(left), Known(right)) => return if compare.holds(left, right) { yes } else { no },
            (Moved(_, tape), _) | (_, Moved(_, tape)) => tape,
        };
        let of = [left, right, yes, no].map(|number| tape.place(number));
        if of[2] == of[3] {
            return yes;
        }
        Moved(tape.write(Node { op: Op::Choose(compare), of }), tape)
    }

    #[inline(always)]
    fn named(self, _: (), _: Quantity, _: usize) -> Recorded<'a> {
        self
    }
}
