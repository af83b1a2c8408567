//! The reading of the equations that computes many projections at once.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::Quantity;
use crate::scalar::{Compare, Scalar};

/// A number for each of `N` projections. Every operation is done lane by lane exactly as on one
/// number, so that a lane equals the everyday run to the bit; the loops are plain, so that the
/// compiler turns them into vector instructions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes<const N: usize>(pub [f64; N]);

/// How many projections a block of draws holds: a cache line of results.
pub const WIDTH: usize = 8;

/// The block of draws.
pub type Wide = Lanes<WIDTH>;

impl<const N: usize> Lanes<N> {
    /// Every lane the same.
    #[inline(always)]
    pub const fn splat(value: f64) -> Lanes<N> {
        Lanes([value; N])
    }

    #[inline(always)]
    fn each(self, other: Lanes<N>, join: impl Fn(f64, f64) -> f64) -> Lanes<N> {
        let mut lanes = self.0;
        for (lane, other) in lanes.iter_mut().zip(other.0) {
            *lane = join(*lane, other);
        }
        Lanes(lanes)
    }
}

impl<const N: usize> Add for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.each(other, |left, right| left + right)
    }
}

impl<const N: usize> Sub for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.each(other, |left, right| left - right)
    }
}

impl<const N: usize> Mul for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.each(other, |left, right| left * right)
    }
}

impl<const N: usize> Div for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.each(other, |left, right| left / right)
    }
}

impl<const N: usize> Neg for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Lanes(self.0.map(|lane| -lane))
    }
}

impl<const N: usize> Scalar for Lanes<N> {
    type Ledger = ();

    const ABSENT: Self = Lanes::splat(f64::NAN);

    #[inline(always)]
    fn constant(value: f64) -> Self {
        Lanes::splat(value)
    }

    #[inline(always)]
    fn powi(self, exponent: u32) -> Self {
        let (mut result, mut base, mut left) = (Self::constant(1.0), self, exponent);
        while left > 0 {
            if left & 1 == 1 {
                result = result * base;
            }
            base = base * base;
            left >>= 1;
        }
        result
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.each(other, Scalar::min)
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        self.each(other, Scalar::max)
    }

    #[inline(always)]
    fn select(left: Self, compare: Compare, right: Self, yes: Self, no: Self) -> Self {
        let mut lanes = no.0;
        for (i, lane) in lanes.iter_mut().enumerate() {
            *lane = if compare.holds(left.0[i], right.0[i]) { yes.0[i] } else { *lane };
        }
        Lanes(lanes)
    }

    #[inline(always)]
    fn named(self, _: (), _: Quantity, _: usize) -> Self {
        self
    }
}
