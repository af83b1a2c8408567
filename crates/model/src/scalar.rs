//! What the equations compute with.
//!
//! The model is written once, over [`Scalar`]. Plain `f64` gives the everyday run, an expression
//! (`voced_analysis`) records the same equations so that every number can be explained.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Part, Quantity};

/// A comparison on which an equation may choose between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Left is below right by more than a billionth, so that rounding never decides a rule: a
    /// share that was set to the floor is not below it.
    Below,
    /// Left is at most right.
    AtMost,
    /// Left equals right.
    Equal,
}

impl Compare {
    /// Differences up to this are rounding. Shares and years, which are what is compared, are far from it.
    pub const ROUNDING: f64 = 1e-9;

    /// The truth of the comparison for plain numbers.
    #[inline(always)]
    pub fn holds(self, left: f64, right: f64) -> bool {
        match self {
            Compare::Below => left < right - Compare::ROUNDING,
            Compare::AtMost => left <= right,
            Compare::Equal => left == right,
        }
    }
}

/// A number as the equations see it.
///
/// An equation may branch on inputs only through [`Scalar::select`], so that every reading of the
/// model takes the same way. Absent values (a ratio over nothing) are [`Scalar::ABSENT`], a NaN.
pub trait Scalar:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// Where named values are recorded; nothing for plain numbers.
    type Ledger: Copy;

    /// No value: a ratio with a zero denominator, a flow in the base year.
    const ABSENT: Self;

    /// A number that is part of an equation.
    fn constant(value: f64) -> Self;

    /// A whole power, `exponent >= 0`, by repeated squaring so that every machine agrees to the bit.
    fn powi(self, exponent: u32) -> Self;

    /// The smaller of two values.
    fn min(self, other: Self) -> Self;

    /// The larger of two values.
    fn max(self, other: Self) -> Self;

    /// `yes` where `left compare right` holds, else `no`.
    fn select(left: Self, compare: Compare, right: Self, yes: Self, no: Self) -> Self;

    /// Says that this value is `quantity` in the year with index `year` (0 is the base year).
    fn named(self, ledger: Self::Ledger, quantity: Quantity, year: usize) -> Self;

    /// Says that this value is a named part of an equation in that year. Only an explanation keeps the name.
    #[inline(always)]
    fn part(self, _: Self::Ledger, _: Part, _: usize) -> Self {
        self
    }

    /// `1 - self`, as rates and shares want it.
    #[inline(always)]
    fn rest(self) -> Self {
        Self::constant(1.0) - self
    }

    /// The value, or zero where it is negative.
    #[inline(always)]
    fn or_zero(self) -> Self {
        self.max(Self::constant(0.0))
    }

    /// `self / other`, absent where `other` is zero.
    #[inline(always)]
    fn ratio(self, other: Self) -> Self {
        Self::select(other, Compare::Equal, Self::constant(0.0), Self::ABSENT, self / other)
    }

    /// Growth at `self` a year over `years` whole years: `(1 + self)^years`.
    #[inline(always)]
    fn growth(self, years: usize) -> Self {
        (Self::constant(1.0) + self).powi(years as u32)
    }

    /// `yes` where the switch `self` is on (1), else `no`.
    #[inline(always)]
    fn when_on(self, yes: Self, no: Self) -> Self {
        Self::select(self, Compare::Equal, Self::constant(1.0), yes, no)
    }
}

/// A whole power by repeated squaring, so that every machine and every reading agrees to the bit.
#[inline(always)]
pub(crate) fn by_squaring<S: Scalar>(number: S, exponent: u32) -> S {
    let (mut result, mut base, mut left) = (S::constant(1.0), number, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = result * base;
        }
        base = base * base;
        left >>= 1;
    }
    result
}

impl Scalar for f64 {
    type Ledger = ();

    const ABSENT: f64 = f64::NAN;

    #[inline(always)]
    fn constant(value: f64) -> f64 {
        value
    }

    #[inline(always)]
    fn powi(self, exponent: u32) -> f64 {
        by_squaring(self, exponent)
    }

    #[inline(always)]
    fn min(self, other: f64) -> f64 {
        if other < self { other } else { self }
    }

    #[inline(always)]
    fn max(self, other: f64) -> f64 {
        if other > self { other } else { self }
    }

    #[inline(always)]
    fn select(left: f64, compare: Compare, right: f64, yes: f64, no: f64) -> f64 {
        if compare.holds(left, right) { yes } else { no }
    }

    #[inline(always)]
    fn named(self, _: (), _: Quantity, _: usize) -> f64 {
        self
    }
}
