//! What of construction is granted and borrowed, and how bonds are paid back.

use super::Run;
use crate::Quantity::{BondDebt, CostConstruction, FundBonds, FundUpperGrants};
use crate::{Compare, Part, Scalar};

/// Grants and bonds of the year (t > 0), and the bonds outstanding at its end. Gives interest and repayment.
pub(super) fn service<S: Scalar>(run: &mut Run<'_, S>, t: usize) -> S {
    let facilities = &run.inputs.facilities;
    let construction = run.get(CostConstruction, t);
    run.set(FundUpperGrants, t, facilities.upper_grant_share * construction);
    // Never more than what grants leave.
    run.set(FundBonds, t, facilities.bond_share.min(facilities.upper_grant_share.rest()) * construction);

    let repaid = repayment(run, t);
    let repaid = run.part(Part::BondRepayment, t, repaid);
    let left = run.get(BondDebt, t - 1) + run.get(FundBonds, t) - repaid;
    // Rounding must not leave less than nothing.
    run.set(BondDebt, t, left.or_zero());
    run.inputs.facilities.bond_interest_rate * run.get(BondDebt, t - 1) + repaid
}

/// Each year's bonds are repaid in equal parts over their term, from the year after.
fn repayment<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    let (zero, term) = (S::constant(0.0), run.inputs.facilities.bond_term);
    let mut repaid = zero;
    for borrowed in 1..t {
        let age = S::constant((t - borrowed) as f64);
        let part = run.get(FundBonds, borrowed) / term;
        repaid = repaid + S::select(age, Compare::AtMost, term, part, zero);
    }
    repaid
}
