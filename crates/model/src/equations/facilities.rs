//! Floor area, places and equipment.

use super::Run;
use crate::Quantity::{
    AreaPerStudent, BuildingArea, CostConstruction, CostEquipment, EquipmentPerStudent, EquipmentValue, Seats,
    VocEnrolment,
};
use crate::Scalar;

/// Floor area of the year and the places it gives, before students come.
pub(super) fn places<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let facilities = &run.inputs.facilities;
    let year = run.calendar(t);
    let mut area = facilities.building_area_base;
    for project in &run.model_inputs.projects {
        if project.on && run.model_inputs.base_year < project.finish && project.finish <= year {
            area = area + project.area_m2;
        }
    }
    run.set(BuildingArea, t, area);
    run.set(Seats, t, run.get(BuildingArea, t) / facilities.area_per_student_standard);
}

/// Equipment bought and worn out, and the year's building cost.
pub(super) fn equip<S: Scalar>(run: &mut Run<'_, S>, t: usize) {
    let facilities = &run.inputs.facilities;
    let students = run.get(VocEnrolment, t);
    if t == 0 {
        run.set(EquipmentValue, t, facilities.equipment_base);
    } else {
        let kept =
            run.get(EquipmentValue, t - 1) * (S::constant(1.0) - S::constant(1.0) / facilities.equipment_life_years);
        let short = (equipment_need(run, t) - kept).or_zero();
        run.set(CostEquipment, t, facilities.equipment_fill_share[t] * short);
        run.set(EquipmentValue, t, kept + run.get(CostEquipment, t));
        run.set(CostConstruction, t, construction(run, t));
    }
    run.set(AreaPerStudent, t, run.get(BuildingArea, t).ratio(students));
    run.set(EquipmentPerStudent, t, run.get(EquipmentValue, t).ratio(students));
}

/// Equipment the standard asks for, yuan of the year.
pub(super) fn equipment_need<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    run.inputs.facilities.equipment_per_student_standard * run.get(VocEnrolment, t) * run.prices(t)
}

/// Each project's cost is spread evenly over its building years.
fn construction<S: Scalar>(run: &Run<'_, S>, t: usize) -> S {
    let year = run.calendar(t);
    let mut cost = S::constant(0.0);
    for project in &run.model_inputs.projects {
        if project.on && (project.start..=project.finish).contains(&year) {
            let price = project.cost_per_m2.unwrap_or(run.inputs.facilities.building_cost_per_m2);
            let building_years = S::constant(f64::from(project.finish - project.start + 1));
            cost = cost + project.area_m2 * price * run.prices(t) / building_years;
        }
    }
    cost
}
