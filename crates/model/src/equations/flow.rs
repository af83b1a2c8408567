//! Students from grade to grade.

use super::Run;
use crate::Quantity::{
    ArticulatedGraduates, GenEnrolment, GenEntrants, GenGrade1, GenGrade2, GenGrade3, GenGraduates, GenStudentsAvg,
    Transfers, VocEnrolment, VocEntrants, VocExits, VocGrade1, VocGrade2, VocGrade3, VocGraduates, VocStudentsAvg,
};
use crate::Scalar;

/// Moves last year's students up a grade, before the new ones come.
pub(super) fn advance<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let flow = &run.inputs.flow;
    if t == 0 {
        run.set(VocGrade2, t, flow.voc_grade_2_base);
        run.set(VocGrade3, t, flow.voc_grade_3_base);
        run.set(GenGrade2, t, flow.gen_grade_2_base);
        run.set(GenGrade3, t, flow.gen_grade_3_base);
        return;
    }
    let last = t - 1;
    let (voc_stay, gen_stay) = (flow.voc_exit_rate.rest(), flow.gen_exit_rate.rest());
    run.set(Transfers, t, flow.transfer_rate[t] * run.get(GenGrade1, last) * gen_stay);
    run.set(VocGrade2, t, run.get(VocGrade1, last) * voc_stay + run.get(Transfers, t));
    run.set(VocGrade3, t, run.get(VocGrade2, last) * voc_stay * flow.short_course_share.rest());
    run.set(GenGrade2, t, run.get(GenGrade1, last) * gen_stay - run.get(Transfers, t));
    run.set(GenGrade3, t, run.get(GenGrade2, last) * gen_stay);

    // Some finish after two years.
    let finishing = run.get(VocGrade3, last) + flow.short_course_share * run.get(VocGrade2, last);
    run.set(VocGraduates, t, finishing * voc_stay);
    run.set(GenGraduates, t, run.get(GenGrade3, last) * gen_stay);
    let pupils = run.get(VocGrade1, last) + run.get(VocGrade2, last) + run.get(VocGrade3, last);
    run.set(VocExits, t, flow.voc_exit_rate * pupils);
    run.set(ArticulatedGraduates, t, run.get(VocGraduates, t) * flow.articulated_share[t]);
}

/// Takes in the new grade one and counts the schools.
pub(super) fn settle<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let flow = &run.inputs.flow;
    let (vocational, general) = if t == 0 {
        (flow.voc_grade_1_base, flow.gen_grade_1_base)
    } else {
        (run.get(VocEntrants, t), run.get(GenEntrants, t))
    };
    run.set(VocGrade1, t, vocational);
    run.set(GenGrade1, t, general);
    run.set(VocEnrolment, t, run.get(VocGrade1, t) + run.get(VocGrade2, t) + run.get(VocGrade3, t));
    run.set(GenEnrolment, t, run.get(GenGrade1, t) + run.get(GenGrade2, t) + run.get(GenGrade3, t));
    if t > 0 {
        run.set(VocStudentsAvg, t, run.mean(VocEnrolment, t));
        run.set(GenStudentsAvg, t, run.mean(GenEnrolment, t));
    }
}
