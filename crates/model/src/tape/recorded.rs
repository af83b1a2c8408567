//! A number that writes down what is done with it.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::node::{Node, Op, Tape};
use crate::Quantity;
use crate::scalar::{Compare, Scalar, by_squaring};

/// A number of the equations: known already, or moved by the draws.
///
/// Two plain numbers rather than one of two variants, because such are handed over without a detour through memory,
/// and the equations hand over thousands.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// The number, or the place on the tape of what computes it.
    bits: u64,
    /// The tape that it is written on; `None` where the number is known.
    tape: Option<&'a Tape>,
}

impl Tape {
    /// The level of a place that each draw gives.
    pub fn level(&self, place: usize) -> Recorded<'_> {
        self.moved(Op::Level, [place as u32, 0, 0, 0])
    }

    fn moved(&self, op: Op, of: [u32; 4]) -> Recorded<'_> {
        Recorded { bits: u64::from(self.write(Node { op, of })), tape: Some(self) }
    }

    fn place(&self, number: Recorded<'_>) -> u32 {
        number.known().map_or(number.bits as u32, |value| self.write(Node::constant(value)))
    }
}

impl<'a> Recorded<'a> {
    /// The number, where no draw moves it.
    pub fn known(self) -> Option<f64> {
        self.tape.is_none().then(|| f64::from_bits(self.bits))
    }

    /// The place of what computes it, where draws move it.
    pub(super) fn node(self) -> Option<usize> {
        self.tape.map(|_| self.bits as usize)
    }

    /// The largest whole number that is not above it.
    pub fn floor(self) -> Recorded<'a> {
        match self.tape {
            None => Recorded::constant(f64::from_bits(self.bits).floor()),
            Some(tape) => tape.moved(Op::Floor, [self.bits as u32, 0, 0, 0]),
        }
    }

    /// Whether it is this number, to the bit.
    fn is(self, number: f64) -> bool {
        self.tape.is_none() && self.bits == number.to_bits()
    }

    /// Never inlined: the equations call it a thousand times, and their code would fill the page. What changes no bit
    /// of a number leaves no trace.
    #[inline(never)]
    fn join(self, op: Op, other: Recorded<'a>) -> Recorded<'a> {
        let Some(tape) = self.tape.or(other.tape) else {
            return Recorded::constant(op.join(f64::from_bits(self.bits), f64::from_bits(other.bits)));
        };
        // What changes nothing on the right, and on the left of sums and products.
        let nothing = match op {
            Op::Add => -0.0,
            Op::Sub => 0.0,
            Op::Mul | Op::Div => 1.0,
            _ => f64::NAN,
        };
        let commutes = matches!(op, Op::Add | Op::Mul);
        if other.is(nothing) {
            return self;
        }
        if commutes && self.is(nothing) {
            return other;
        }
        let (left, right) = (tape.place(self), tape.place(other));
        // Sums and products are the same either way round.
        tape.moved(op, if commutes && left > right { [right, left, 0, 0] } else { [left, right, 0, 0] })
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
        self.join(Op::Mul, Recorded::constant(-1.0))
    }
}

impl<'a> Scalar for Recorded<'a> {
    type Ledger = ();

    const ABSENT: Recorded<'a> = Recorded { bits: f64::NAN.to_bits(), tape: None };

    #[inline(always)]
    fn constant(value: f64) -> Recorded<'a> {
        Recorded { bits: value.to_bits(), tape: None }
    }

    #[inline(never)]
    fn powi(self, exponent: u32) -> Recorded<'a> {
        by_squaring(self, exponent)
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
        let Some(tape) = left.tape.or(right.tape) else {
            let holds = compare.holds(f64::from_bits(left.bits), f64::from_bits(right.bits));
            return if holds { yes } else { no };
        };
        let of = [left, right, yes, no].map(|number| tape.place(number));
        if of[2] == of[3] {
            return yes;
        }
        tape.moved(Op::Choose(compare), of)
    }

    #[inline(always)]
    fn named(self, _: (), _: Quantity, _: usize) -> Recorded<'a> {
        self
    }
}
