//! The enrolment equations against what really happened: the national totals.

use voced_model::Quantity;
use voced_scenario::{AreaRef, Layer, Scenario};

#[test]
fn enrolment_of_2022_and_2023_is_reproduced_within_0_6_percent() {
    let place = AreaRef::shipped("national").expect("the national area ships");
    let resolved = Scenario::new(place, Layer::Base).resolve().expect("a sound area");
    let projection = resolved.project();

    let mut checked = Vec::new();
    let observed = &resolved.scenario.area().observed;
    for seen in observed.iter().filter(|seen| seen.quantity == Quantity::VocEnrolment) {
        let t = usize::try_from(seen.year - resolved.base_year()).expect("a year from the base year on");
        let found = projection.value(seen.quantity, t).expect("a value");
        let off = (found / seen.value - 1.0).abs();
        println!("{}: {found:.0} against {:.0}, off by {:.2} %", seen.year, seen.value, off * 100.0);
        assert!(off <= 0.006, "{}: {found} against {}", seen.year, seen.value);
        checked.push(seen.year);
    }
    assert!(checked.contains(&2022) && checked.contains(&2023), "both years were published");
}
