//! Two lanes as two numbers, and four whole numbers as four.

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
    pub(super) fn sqrt(self) -> Pair {
        Pair(self.0.map(f64::sqrt))
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

/// Four whole numbers.
#[derive(Clone, Copy)]
pub struct Four([u32; 4]);

impl Four {
    /// From four numbers.
    #[inline(always)]
    pub fn of(numbers: [u32; 4]) -> Four {
        Four(numbers)
    }

    /// The four numbers.
    #[inline(always)]
    pub fn to_numbers(self) -> [u32; 4] {
        self.0
    }

    /// Each times `factor` and `term` more, of which the bits of `mask` are left.
    #[inline(always)]
    pub fn turned(self, factor: u32, term: u32, mask: u32) -> Four {
        Four(self.0.map(|number| number.wrapping_mul(factor).wrapping_add(term) & mask))
    }

    /// Each with its bits from `bits` on laid over its first ones.
    #[inline(always)]
    pub fn folded(self, bits: u32) -> Four {
        Four(self.0.map(|number| number ^ (number >> bits)))
    }

    /// Whether one is `limit` or more.
    #[inline(always)]
    pub fn reaches(self, limit: u32) -> bool {
        self.0.iter().any(|number| *number >= limit)
    }

    /// The other number wherever one is `limit` or more.
    #[inline(always)]
    pub fn below(self, limit: u32, other: Four) -> Four {
        Four(std::array::from_fn(|i| if self.0[i] >= limit { other.0[i] } else { self.0[i] }))
    }
}
