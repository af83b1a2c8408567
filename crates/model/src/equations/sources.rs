//! Where the money of the in-scope schools comes from.

use super::{Run, staff, uses};
use crate::Quantity::{
    FundBasicStaff, FundBasicStudent, FundBonds, FundDevelopment, FundPerformance, FundSurchargeEducation,
    FundSurchargeLocal, FundTilt, FundTrainingNet, FundTuitionWaiver, FundUpperGrants, SourcesTotal, TreasuryOutlay,
    UpperOutlay, VocStudentsAvg,
};
use crate::{Compare, Part, Quantity, Scalar};

/// The parts of `sources_total`, in the order of the tables and stacks.
pub const SOURCES: [Quantity; 11] = [
    FundBasicStaff,
    FundBasicStudent,
    FundSurchargeEducation,
    FundSurchargeLocal,
    FundDevelopment,
    FundPerformance,
    FundTilt,
    FundTuitionWaiver,
    FundTrainingNet,
    FundBonds,
    FundUpperGrants,
];

/// The sources by who pays them: the area's treasury, higher levels, bonds, the schools' own earnings. They add up to
/// all sources.
pub const PAYERS: [Quantity; 4] = [TreasuryOutlay, UpperOutlay, FundBonds, FundTrainingNet];

/// How many of [`SOURCES`], from the first, the area's own treasury pays in full; of the tuition waiver it pays a share.
const OF_TREASURY: usize = 7;

/// All sources of money. Net training income, bonds and grants are already there.
pub(super) fn raise<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    if t == 0 {
        return;
    }
    let funding = &run.inputs.funding;
    let zero = S::constant(0.0);
    let students = run.get(VocStudentsAvg, t);

    // Rule 0 pays for staff within the quota and for part-time posts; rule 1 only by the student.
    let itemised =
        funding.staff_funded_share[t] * staff::mean_in_quota(run, t) * run.pay(t) * run.inputs.pay.on_cost_factor
            + uses::part_time_pay(run, t);
    run.set(FundBasicStaff, t, funding.funding_rule.when_on(zero, itemised));
    let by_student = students * funding.public_funds_per_student[t];
    let by_formula = students * funding.per_student_appropriation[t];
    run.set(FundBasicStudent, t, funding.funding_rule.when_on(by_formula, by_student));

    surcharges(run, t);
    run.set(FundDevelopment, t, funding.development_fund[t]);
    let basic = run.get(FundBasicStaff, t) + run.get(FundBasicStudent, t);
    run.set(FundPerformance, t, funding.performance_pool_share[t] * funding.performance_score[t] * basic);
    let rise = funding.education_spending * (funding.education_spending_growth.growth(t) - S::constant(1.0));
    run.set(FundTilt, t, funding.tilt_share[t] * rise.or_zero());
    run.set(FundTuitionWaiver, t, students * funding.tuition_waiver_per_student * funding.tuition_waiver_coverage);

    run.set(SourcesTotal, t, run.sum(&SOURCES, t));

    let (waiver, own) = (run.get(FundTuitionWaiver, t), run.inputs.funding.waiver_local_share);
    let treasury = run.sum(&SOURCES[..OF_TREASURY], t);
    run.set(TreasuryOutlay, t, treasury + own * waiver);
    run.set(UpperOutlay, t, run.get(FundUpperGrants, t) + own.rest() * waiver);
}

/// The two surcharges, less what certified enterprises offset, taken from each in proportion.
fn surcharges<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let funding = &run.inputs.funding;
    let base = funding.surcharge_tax_base * funding.tax_base_growth.growth(t);
    let collected = |rate: S| rate * base * funding.surcharge_relief_factor;
    let education = run.part(Part::EducationGross, t, collected(funding.education_surcharge_rate));
    let local = run.part(Part::LocalGross, t, collected(funding.local_surcharge_rate));
    let gross = run.part(Part::SurchargeGross, t, education + local);
    let offset = (funding.offset_rate * funding.enterprise_investment[t]).min(gross);
    let offset = run.part(Part::SurchargeOffset, t, offset);
    let zero = S::constant(0.0);
    // Where the offset takes all, rounding must not leave less than nothing.
    let left = |own: S| (own - S::select(gross, Compare::Equal, zero, zero, offset * own / gross)).or_zero();
    let education = run.part(Part::EducationKept, t, left(education));
    let local = run.part(Part::LocalKept, t, left(local));
    let spent = |share: S, kept: S| share * kept * funding.secondary_share_of_pool * funding.surcharge_additionality;
    run.set(FundSurchargeEducation, t, spent(funding.education_surcharge_voc_share[t], education));
    run.set(FundSurchargeLocal, t, spent(funding.local_surcharge_voc_share[t], local));
}
