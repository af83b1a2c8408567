//! The reading of the equations that computes many projections at once.

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod plain;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd;

use std::ops::{Add, Div, Mul, Neg, Sub};

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub use plain::Four;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
use plain::Pair;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use simd::Four;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use simd::Pair;

use crate::Quantity;
use crate::scalar::{Compare, Scalar, by_squaring};

/// A number for each of `N` projections, `N` even. Every operation is done lane by lane exactly as on
/// one number, so that a lane equals the everyday run to the bit.
///
/// Lanes are taken two by two, as vector instructions do: machine code gets those by itself, in wasm
/// they are called by name, because the page is compiled for size.
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

    /// The largest whole number that is not above each.
    #[inline(always)]
    pub fn floor(self) -> Lanes<N> {
        Lanes(self.0.map(f64::floor))
    }

    /// The square root of each.
    #[inline(always)]
    pub fn sqrt(self) -> Lanes<N> {
        Lanes::from_pairs(|i| self.pair(i).sqrt())
    }

    /// Lanes from each pair's result.
    #[inline(always)]
    fn from_pairs(result: impl Fn(usize) -> Pair) -> Lanes<N> {
        const { assert!(N.is_multiple_of(2), "lanes come in pairs") };
        let mut lanes = [0.0; N];
        for (i, pair) in lanes.as_chunks_mut::<2>().0.iter_mut().enumerate() {
            *pair = result(i).to_numbers();
        }
        Lanes(lanes)
    }

    #[inline(always)]
    fn pair(&self, i: usize) -> Pair {
        Pair::of(self.0.as_chunks::<2>().0[i])
    }

    #[inline(always)]
    fn each(self, other: Lanes<N>, join: impl Fn(Pair, Pair) -> Pair) -> Lanes<N> {
        Lanes::from_pairs(|i| join(self.pair(i), other.pair(i)))
    }
}

impl<const N: usize> Add for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.each(other, Pair::add)
    }
}

impl<const N: usize> Sub for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.each(other, Pair::sub)
    }
}

impl<const N: usize> Mul for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.each(other, Pair::mul)
    }
}

impl<const N: usize> Div for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.each(other, Pair::div)
    }
}

impl<const N: usize> Neg for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Lanes::from_pairs(|i| self.pair(i).neg())
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
        by_squaring(self, exponent)
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.each(other, Pair::min)
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        self.each(other, Pair::max)
    }

    #[inline(always)]
    fn select(left: Self, compare: Compare, right: Self, yes: Self, no: Self) -> Self {
        Lanes::from_pairs(|i| Pair::select(left.pair(i), compare, right.pair(i), yes.pair(i), no.pair(i)))
    }

    #[inline(always)]
    fn named(self, _: (), _: Quantity, _: usize) -> Self {
        self
    }
}
