//! Balances, per-student figures and the gaps to the standards.

use super::{Run, facilities};
use crate::Quantity::{
    Balance, BalanceCumulative, BuildingArea, CostConstruction, CostDebtService, CostEquipment, Coverage,
    EquipmentValue, GenCapacity, GenCost, GenEnrolment, GenSpendingPerStudent, GenStudentsAvg, RecurrentPerStudent,
    SourcesPerStudent, SourcesTotal, StandardGapArea, StandardGapEquipment, StandardGapTeachers, StandardGapTotal,
    Teachers, TeachersRequired, UpperSecondaryCost, UsesPerStudent, UsesTotal, VocEnrolment, VocGenCostRatio,
    VocStudentsAvg,
};
use crate::Scalar;

/// What follows from uses and sources; the cash balance and the gap to the standards are different
/// questions and are never added.
pub(super) fn close<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let students = run.get(GenEnrolment, t);
    if t == 0 {
        run.set(BalanceCumulative, t, S::constant(0.0));
        run.set(GenCapacity, t, students);
    } else {
        // Staff and buildings of general schools stay when students leave, and are released year by year.
        let kept = run.inputs.general.gen_release_rate.rest() * run.get(GenCapacity, t - 1);
        run.set(GenCapacity, t, students.max(kept));
        cash(run, t);
    }
    gaps(run, t);
}

fn cash<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let (uses, sources, students) = (run.get(UsesTotal, t), run.get(SourcesTotal, t), run.get(VocStudentsAvg, t));
    run.set(Balance, t, sources - uses);
    run.set(BalanceCumulative, t, run.get(BalanceCumulative, t - 1) + run.get(Balance, t));
    run.set(Coverage, t, sources.ratio(uses));
    run.set(UsesPerStudent, t, uses.ratio(students));
    run.set(SourcesPerStudent, t, sources.ratio(students));
    let once = run.get(CostConstruction, t) + run.get(CostEquipment, t) + run.get(CostDebtService, t);
    run.set(RecurrentPerStudent, t, (uses - once).ratio(students));

    let general = &run.inputs.general;
    let gen_students = run.get(GenStudentsAvg, t);
    let fixed = general.gen_fixed_cost_share;
    let paid_for = fixed.rest() * gen_students + fixed * run.mean(GenCapacity, t);
    run.set(GenCost, t, paid_for * general.gen_cost_per_student * general.gen_cost_growth.growth(t));
    run.set(UpperSecondaryCost, t, uses + run.get(GenCost, t));
    run.set(GenSpendingPerStudent, t, run.get(GenCost, t).ratio(gen_students));
    run.set(VocGenCostRatio, t, run.get(RecurrentPerStudent, t).ratio(run.get(GenSpendingPerStudent, t)));
}

fn gaps<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let facilities = &run.inputs.facilities;
    let teachers = (run.get(TeachersRequired, t) - run.get(Teachers, t)).or_zero();
    run.set(StandardGapTeachers, t, teachers * run.pay(t) * run.inputs.pay.on_cost_factor);
    let area = (facilities.area_per_student_standard * run.get(VocEnrolment, t) - run.get(BuildingArea, t)).or_zero();
    run.set(StandardGapArea, t, area * facilities.building_cost_per_m2 * run.prices(t));
    run.set(StandardGapEquipment, t, (facilities::equipment_need(run, t) - run.get(EquipmentValue, t)).or_zero());
    let total = run.get(StandardGapTeachers, t) + run.get(StandardGapArea, t) + run.get(StandardGapEquipment, t);
    run.set(StandardGapTotal, t, total);
}
