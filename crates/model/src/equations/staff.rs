//! Teachers, posts and qualifications.

use super::{Run, fiscal_mean};
use crate::Quantity::{
    DoubleQualifiedShare, DoubleQualifiedShareAll, DoubleQualifiedTeachers, GenEnrolment, GenTeachersRequired,
    NonTeachingStaff, PartTimePosts, PartTimeShare, PostgraduateShare, PostgraduateTeachers, ProfessionalShare,
    ProfessionalTeachers, QuotaHeadroom, StaffOutsideQuota, StaffQuota, StudentsPerTeacher, TeacherGap, TeacherHires,
    Teachers, TeachersCertified, TeachersRequired, VocEnrolment,
};
use crate::{Part, Scalar};

/// Posts, hires, and the staff of the year.
pub(super) fn advance<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let staffing = &run.inputs.staffing;
    let students = run.get(VocEnrolment, t);

    let by_students = students / staffing.students_per_staff_quota[t];
    run.set(StaffQuota, t, staffing.quota_rule.when_on(staffing.approved_posts[t], by_students));
    run.set(PartTimePosts, t, staffing.part_time_quota_share[t] * run.get(StaffQuota, t));
    run.set(TeachersRequired, t, students / staffing.students_per_teacher_standard[t]);
    // Established teachers may fill the teaching part of the quota that part-time posts leave.
    let ceiling = (staffing.teaching_share_of_staff * run.get(StaffQuota, t) - run.get(PartTimePosts, t)).or_zero();

    if t == 0 {
        run.set(Teachers, t, staffing.teachers_base);
        run.set(ProfessionalTeachers, t, run.get(Teachers, t) * staffing.professional_share_base);
        run.set(DoubleQualifiedTeachers, t, run.get(ProfessionalTeachers, t) * staffing.double_qualified_share_base);
        run.set(PostgraduateTeachers, t, run.get(Teachers, t) * staffing.postgraduate_share_base);
    } else {
        hire(run, t, ceiling);
        qualify(run, t);
    }

    let teachers = run.get(Teachers, t);
    let share = staffing.teaching_share_of_staff;
    run.set(NonTeachingStaff, t, teachers * share.rest() / share);
    run.set(StaffOutsideQuota, t, teachers + run.get(NonTeachingStaff, t) - in_quota(run, t));
    run.set(StudentsPerTeacher, t, students.ratio(teachers));
    run.set(ProfessionalShare, t, run.get(ProfessionalTeachers, t).ratio(teachers));
    let double_qualified = run.get(DoubleQualifiedTeachers, t);
    run.set(DoubleQualifiedShare, t, double_qualified.ratio(run.get(ProfessionalTeachers, t)));
    run.set(DoubleQualifiedShareAll, t, double_qualified.ratio(teachers));
    run.set(PostgraduateShare, t, run.get(PostgraduateTeachers, t).ratio(teachers));
    run.set(TeacherGap, t, run.get(TeachersRequired, t) - teachers);
    run.set(QuotaHeadroom, t, ceiling - teachers);
    run.set(PartTimeShare, t, run.get(PartTimePosts, t).ratio(teachers));
    run.set(GenTeachersRequired, t, run.get(GenEnrolment, t) / run.inputs.general.gen_students_per_teacher);
}

/// Established staff within the quota: those there are, but no more than the quota less part-time posts.
fn in_quota<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    let staff = run.get(Teachers, t) + run.get(NonTeachingStaff, t);
    let within = staff.min((run.get(StaffQuota, t) - run.get(PartTimePosts, t)).or_zero());
    run.part(Part::StaffInQuota, t, within)
}

/// The same, as the mean of the fiscal year (t > 0).
pub(super) fn mean_in_quota<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    fiscal_mean(in_quota(run, t - 1), in_quota(run, t))
}

/// Last year's teachers who stay.
fn stayers<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    run.get(Teachers, t - 1) * run.inputs.staffing.attrition_rate[t].rest()
}

/// Hires, planned and to fill the gap, within the quota where it limits.
fn hire<S: Scalar>(run: &mut Run<'_, S>, t: usize, ceiling: S) {
    let staffing = &run.inputs.staffing;
    let stay = stayers(run, t);
    let gap = (run.get(TeachersRequired, t) - stay - staffing.hires[t]).or_zero();
    let wanted = staffing.hires[t] + staffing.gap_fill_share[t] * gap;
    let allowed = wanted.min((ceiling - stay).or_zero());
    run.set(TeacherHires, t, staffing.quota_limit.when_on(allowed, wanted));
    run.set(Teachers, t, stay + run.get(TeacherHires, t));
}

/// Professional, double-qualified and postgraduate teachers.
fn qualify<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let staffing = &run.inputs.staffing;
    let stay_share = staffing.attrition_rate[t].rest();
    let hires = run.get(TeacherHires, t);

    let professional_hires = hires * staffing.hires_professional_share[t];
    run.set(ProfessionalTeachers, t, run.get(ProfessionalTeachers, t - 1) * stay_share + professional_hires);

    let before = run.get(DoubleQualifiedTeachers, t - 1) * stay_share
        + professional_hires * staffing.hires_double_qualified_share[t];
    let candidates = (run.get(ProfessionalTeachers, t) - before).or_zero();
    run.set(TeachersCertified, t, staffing.certification_rate[t] * candidates);
    run.set(DoubleQualifiedTeachers, t, before + run.get(TeachersCertified, t));

    let postgraduates = run.get(PostgraduateTeachers, t - 1) * stay_share;
    let others = stayers(run, t) - postgraduates;
    run.set(
        PostgraduateTeachers,
        t,
        postgraduates + hires * staffing.hires_postgraduate_share[t] + staffing.postgraduate_upgrade_rate[t] * others,
    );
}
