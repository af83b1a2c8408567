//! Junior-secondary graduates, and who goes where.

use super::Run;
use crate::Quantity::{
    EntrantsTotal, GenEntrants, JuniorGraduates, Seats, UnplacedEntrants, VocEntrants, VocEntrantsAll, VocGenRatio,
    VocGrade2, VocGrade3, VocShareOfIntake,
};
use crate::{Compare, Scalar};

/// Divides the entrants between general and vocational schools.
pub(super) fn divide<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let cohort = &run.inputs.cohort;
    let intake = &run.inputs.intake;

    run.set(JuniorGraduates, t, cohort.junior_graduates[t] * cohort.junior_graduate_growth.growth(t));
    run.set(EntrantsTotal, t, run.get(JuniorGraduates, t) * cohort.progression_rate[t]);
    let entrants = run.get(EntrantsTotal, t);

    let planned = entrants * intake.vocational_share[t].rest();
    let general = if t == 0 {
        planned
    } else {
        let last = run.get(GenEntrants, t - 1);
        let frozen = S::select(
            run.get(VocShareOfIntake, t - 1),
            Compare::Below,
            intake.vocational_share_floor,
            planned.min(last),
            planned,
        );
        // A share of nobody is not below the floor. Asked of the entrants, so that a sheet that has no value for
        // the share never compares it.
        let zero = S::constant(0.0);
        let frozen = S::select(run.get(EntrantsTotal, t - 1), Compare::Equal, zero, planned, frozen);
        intake.general_freeze.when_on(frozen, planned)
    };
    run.set(GenEntrants, t, general);
    run.set(VocEntrantsAll, t, entrants - run.get(GenEntrants, t));
    let vocational = run.get(VocEntrantsAll, t);
    run.set(VocShareOfIntake, t, vocational.ratio(entrants));
    run.set(VocGenRatio, t, vocational.ratio(run.get(GenEntrants, t)));
}

/// Places the vocational entrants in the in-scope schools, within the free seats where they limit.
pub(super) fn place<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    if t == 0 {
        return;
    }
    let intake = &run.inputs.intake;
    let wanted = run.get(VocEntrantsAll, t) * intake.in_scope_share[t];
    let free = (run.get(Seats, t) - run.get(VocGrade2, t) - run.get(VocGrade3, t)).or_zero();
    run.set(VocEntrants, t, intake.seat_limit.when_on(wanted.min(free), wanted));
    run.set(UnplacedEntrants, t, wanted - run.get(VocEntrants, t));
}
