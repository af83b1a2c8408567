//! Two lanes, or four whole numbers, as a vector of WebAssembly, whose instructions round as those on one number do.

use core::arch::wasm32::{
    f64x2_add, f64x2_div, f64x2_eq, f64x2_le, f64x2_lt, f64x2_mul, f64x2_neg, f64x2_pmax, f64x2_pmin, f64x2_splat,
    f64x2_sqrt, f64x2_sub, u32x4_add, u32x4_ge, u32x4_mul, u32x4_shr, u32x4_splat, v128, v128_and, v128_any_true,
    v128_bitselect, v128_xor,
};

use crate::scalar::Compare;

/// Two lanes.
#[derive(Clone, Copy)]
pub(super) struct Pair(v128);

impl Pair {
    /// By a cast, which becomes one load: put together from two numbers, it takes twice as long.
    #[inline(always)]
    pub(super) fn of(numbers: [f64; 2]) -> Pair {
        Pair(bytemuck::cast(numbers))
    }

    #[inline(always)]
    pub(super) fn to_numbers(self) -> [f64; 2] {
        bytemuck::cast(self.0)
    }

    #[inline(always)]
    pub(super) fn add(self, other: Pair) -> Pair {
        Pair(f64x2_add(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn sub(self, other: Pair) -> Pair {
        Pair(f64x2_sub(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn mul(self, other: Pair) -> Pair {
        Pair(f64x2_mul(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn div(self, other: Pair) -> Pair {
        Pair(f64x2_div(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn neg(self) -> Pair {
        Pair(f64x2_neg(self.0))
    }

    #[inline(always)]
    pub(super) fn sqrt(self) -> Pair {
        Pair(f64x2_sqrt(self.0))
    }

    /// `pmin(a, b)` is `b < a ? b : a`, word for word what `Scalar::min` does; `f64x2_min` differs
    /// where a value is absent.
    #[inline(always)]
    pub(super) fn min(self, other: Pair) -> Pair {
        Pair(f64x2_pmin(self.0, other.0))
    }

    /// `pmax(a, b)` is `a < b ? b : a`, as `Scalar::max`.
    #[inline(always)]
    pub(super) fn max(self, other: Pair) -> Pair {
        Pair(f64x2_pmax(self.0, other.0))
    }

    #[inline(always)]
    pub(super) fn select(left: Pair, compare: Compare, right: Pair, yes: Pair, no: Pair) -> Pair {
        let holds = match compare {
            Compare::Below => f64x2_lt(left.0, f64x2_sub(right.0, f64x2_splat(Compare::ROUNDING))),
            Compare::AtMost => f64x2_le(left.0, right.0),
            Compare::Equal => f64x2_eq(left.0, right.0),
        };
        Pair(v128_bitselect(yes.0, no.0, holds))
    }
}

/// Four whole numbers.
#[derive(Clone, Copy)]
pub struct Four(v128);

impl Four {
    /// From four numbers.
    #[inline(always)]
    pub fn of(numbers: [u32; 4]) -> Four {
        Four(bytemuck::cast(numbers))
    }

    /// The four numbers.
    #[inline(always)]
    pub fn to_numbers(self) -> [u32; 4] {
        bytemuck::cast(self.0)
    }

    /// Each times `factor` and `term` more, of which the bits of `mask` are left.
    #[inline(always)]
    pub fn turned(self, factor: u32, term: u32, mask: u32) -> Four {
        let sum = u32x4_add(u32x4_mul(self.0, u32x4_splat(factor)), u32x4_splat(term));
        Four(v128_and(sum, u32x4_splat(mask)))
    }

    /// Each with its bits from `bits` on laid over its first ones.
    #[inline(always)]
    pub fn folded(self, bits: u32) -> Four {
        Four(v128_xor(self.0, u32x4_shr(self.0, bits)))
    }

    /// Whether one is `limit` or more.
    #[inline(always)]
    pub fn reaches(self, limit: u32) -> bool {
        v128_any_true(u32x4_ge(self.0, u32x4_splat(limit)))
    }

    /// The other number wherever one is `limit` or more.
    #[inline(always)]
    pub fn below(self, limit: u32, other: Four) -> Four {
        Four(v128_bitselect(other.0, self.0, u32x4_ge(self.0, u32x4_splat(limit))))
    }
}
