//! Two lanes as two numbers.

use crate::scalar::{Compare, Scalar};

/// Two lanes.
#[derive(Clone, Copy)]
pub(super) struct Pair([f64; 2]);

impl Pair {
    #[inline(always)]
    pub(super) fn of(numbers: [f64; 2]) -> Pair {
        Pair(numbers)
    }

    #[inline(always)]
    pub(super) fn to_numbers(self) -> [f64; 2] {
        self.0
    }

    #[inline(always)]
    fn each(self, other: Pair, join: impl Fn(f64, f64) -> f64) -> Pair {
        Pair([join(self.0[0], other.0[0]), join(self.0[1], other.0[1])])
    }

    #[inline(always)]
    pub(super) fn add(self, other: Pair) -> Pair {
        self.each(other, |left, right| left + right)
    }

    #[inline(always)]
    pub(super) fn sub(self, other: Pair) -> Pair {
        self.each(other, |left, right| left - right)
    }

    #[inline(always)]
    pub(super) fn mul(self, other: Pair) -> Pair {
        self.each(other, |left, right| left * right)
    }

    #[inline(always)]
    pub(super) fn div(self, other: Pair) -> Pair {
        self.each(other, |left, right| left / right)
    }

    #[inline(always)]
    pub(super) fn neg(self) -> Pair {
        Pair(self.0.map(|lane| -lane))
    }

    #[inline(always)]
    pub(super) fn min(self, other: Pair) -> Pair {
        self.each(other, Scalar::min)
    }

    #[inline(always)]
    pub(super) fn max(self, other: Pair) -> Pair {
        self.each(other, Scalar::max)
    }

    #[inline(always)]
    pub(super) fn select(left: Pair, compare: Compare, right: Pair, yes: Pair, no: Pair) -> Pair {
        let lane = |i: usize| if compare.holds(left.0[i], right.0[i]) { yes.0[i] } else { no.0[i] };
        Pair([lane(0), lane(1)])
    }
}
