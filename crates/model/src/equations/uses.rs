//! What the in-scope schools cost in a fiscal year.

use super::{Run, bonds, staff};
use crate::Quantity::{
    BondDebt, CostCertification, CostConstruction, CostDebtService, CostDeliverables, CostEquipment, CostInservice,
    CostInternSubsidy, CostOperating, CostPartTime, CostPersonnel, CostTrainingPay, Debt, FundTrainingNet,
    PartTimePosts, StaffOutsideQuota, Teachers, TeachersCertified, UsesTotal, VocGrade3, VocStudentsAvg,
};
use crate::{Compare, Quantity, Scalar};

/// The parts of `uses_total`, in the order of the tables and stacks.
pub const USES: [Quantity; 11] = [
    CostPersonnel,
    CostPartTime,
    CostOperating,
    CostInservice,
    CostCertification,
    CostInternSubsidy,
    CostTrainingPay,
    CostConstruction,
    CostEquipment,
    CostDeliverables,
    CostDebtService,
];

/// All uses of money and the debt. Construction and equipment are already there.
pub(super) fn spend<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let funding = &run.inputs.funding;
    if t == 0 {
        run.set(Debt, t, funding.debt_base);
        run.set(BondDebt, t, S::constant(0.0));
        return;
    }
    let operating = &run.inputs.operating;
    let (pay, prices) = (run.pay(t), run.prices(t));

    let within = staff::mean_in_quota(run, t);
    let outside = run.mean(StaffOutsideQuota, t) * run.inputs.pay.contract_pay_ratio;
    run.set(CostPersonnel, t, (within + outside) * pay * run.inputs.pay.on_cost_factor);
    run.set(CostPartTime, t, part_time_pay(run, t));
    run.set(CostOperating, t, run.get(VocStudentsAvg, t) * operating.operating_cost_per_student[t] * prices);
    let trained = run.mean(Teachers, t) / operating.inservice_cycle_years;
    run.set(CostInservice, t, trained * operating.inservice_cost_per_teacher * prices);
    run.set(CostCertification, t, run.get(TeachersCertified, t) * operating.certification_cost * prices);
    let wage = operating.minimum_wage * run.inputs.pay.pay_growth.growth(t);
    run.set(
        CostInternSubsidy,
        t,
        run.mean(VocGrade3, t)
            * operating.intern_share[t]
            * operating.intern_months
            * operating.intern_subsidy_rate
            * wage,
    );
    // The net income of training is a source, but its share paid to staff is a use, so it comes first.
    let revenue = operating.training_person_times[t] * operating.training_fee * prices;
    run.set(FundTrainingNet, t, revenue * operating.training_margin);
    run.set(CostTrainingPay, t, operating.training_pay_share[t] * run.get(FundTrainingNet, t));
    run.set(CostDeliverables, t, deliverables(run, t));
    service_debt(run, t);

    run.set(UsesTotal, t, run.sum(&USES, t));
}

/// Pay of the part-time posts in the fiscal year.
pub(super) fn part_time_pay<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    run.mean(PartTimePosts, t) * run.pay(t) * run.inputs.pay.part_time_pay_ratio
}

fn deliverables<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    let (base_year, year) = (run.model_inputs.base_year, run.calendar(t));
    let mut cost = S::constant(0.0);
    for deliverable in &run.model_inputs.deliverables {
        if let Some(units) = deliverable.units(base_year, year) {
            cost = cost + units * deliverable.unit_cost * run.prices(t);
        }
    }
    cost
}

/// Interest on last year's debt, and even repayment up to the clearing year.
fn service_debt<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let funding = &run.inputs.funding;
    let zero = S::constant(0.0);
    let constant_year = |year: i32| S::constant(f64::from(year));
    let (base_year, year) = (run.model_inputs.base_year, run.calendar(t));

    let at_once = if t == 1 { funding.debt_base } else { zero };
    let even = funding.debt_base / (funding.debt_clear_year - constant_year(base_year));
    let spread = S::select(constant_year(year), Compare::AtMost, funding.debt_clear_year, even, zero);
    let repaid = S::select(funding.debt_clear_year, Compare::AtMost, constant_year(base_year), at_once, spread);

    let bonds = bonds::service(run, t);
    run.set(CostDebtService, t, funding.debt_interest_rate * run.get(Debt, t - 1) + repaid + bonds);
    // Nothing, not what rounding leaves of even instalments.
    let left = run.get(Debt, t - 1) - repaid;
    run.set(Debt, t, S::select(funding.debt_clear_year, Compare::AtMost, constant_year(year), zero, left));
}
