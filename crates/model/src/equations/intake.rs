//! Junior-secondary graduates, and who goes where.

use super::Run;
use crate::Quantity::{
    EntrantsTotal, GenEntrants, JuniorGraduates, Seats, UnplacedEntrants, VocEntrants, VocEntrantsAll, VocGenRatio,
    VocGrade2, VocGrade3, VocRefusals, VocShareExclTechnical, VocShareOfIntake,
};
use crate::{Compare, Part, Scalar};

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
        // A share of nobody is not below the floor. Asked of those who came, so that a sheet that has no value for
        // the share never compares it.
        let came = run.get(VocEntrantsAll, t - 1) + last;
        let frozen = S::select(came, Compare::Equal, S::constant(0.0), planned, frozen);
        intake.general_freeze.when_on(frozen, planned)
    };
    run.set(GenEntrants, t, general);
    let general = run.get(GenEntrants, t);
    let directed = entrants - general;
    // Who is sent against the family's wish does not always come.
    let came = if t == 0 {
        directed
    } else {
        let refused = run.inputs.intake.refusal_share[t] * (directed - at_base_share(run, t)).or_zero();
        run.set(VocRefusals, t, refused);
        directed - run.get(VocRefusals, t)
    };
    run.set(VocEntrantsAll, t, came);
    let vocational = run.get(VocEntrantsAll, t);
    run.set(VocShareOfIntake, t, vocational.ratio(vocational + general));
    let without_technical = vocational * run.inputs.intake.technical_share.rest();
    run.set(VocShareExclTechnical, t, without_technical.ratio(without_technical + general));
    run.set(VocGenRatio, t, vocational.ratio(general));
}

/// Vocational entrants there would be at the base-year share.
fn at_base_share<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    run.part(Part::KeptEntrants, t, run.get(EntrantsTotal, t) * run.inputs.intake.vocational_share[0])
}

/// Places the vocational entrants in the in-scope schools, within the free seats where they limit.
pub(super) fn place<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    if t == 0 {
        return;
    }
    let intake = &run.inputs.intake;
    // Of those above the base-year share the in-scope schools may take more, or fewer, than of the others.
    let (vocational, kept, share) = (run.get(VocEntrantsAll, t), at_base_share(run, t), intake.in_scope_share[t]);
    let captured = (share * intake.marginal_capture_ratio).min(S::constant(1.0));
    let wanted = share * vocational.min(kept) + captured * (vocational - kept).or_zero();
    let free = (run.get(Seats, t) - run.get(VocGrade2, t) - run.get(VocGrade3, t)).or_zero();
    run.set(VocEntrants, t, intake.seat_limit.when_on(wanted.min(free), wanted));
    run.set(UnplacedEntrants, t, wanted - run.get(VocEntrants, t));
}
