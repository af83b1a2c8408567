//! The enrolment equations against what really happened: the national totals.
//!
//! The area is calibrated on 2021 alone (and on the graduates of 2021 and 2022 for the vocational exit rate); what came
//! after is not used.

use voced_model::Quantity;
use voced_scenario::{AreaRef, Layer, Scenario, observed_rows};

/// How far the projection is from what was published, as a share of it, in each year from 2022 on.
fn misses(quantity: Quantity) -> Vec<(i32, f64)> {
    let place = AreaRef::shipped("national").expect("the national area ships");
    let resolved = Scenario::new(place, Layer::Base).resolve().expect("a sound area");
    let projection = resolved.project();
    let rows = observed_rows(&resolved, &projection);
    let rows = rows.iter().filter(|row| row.observed.quantity == quantity && row.observed.year > resolved.base_year());
    rows.map(|row| (row.observed.year, row.relative.expect("a value beside what was published").abs())).collect()
}

/// Holds a quantity within a share of what was published, in these years.
fn within(quantity: Quantity, share: f64, years: &[i32]) {
    let misses = misses(quantity);
    assert_eq!(misses.iter().map(|(year, _)| *year).collect::<Vec<_>>(), years, "{quantity}");
    for (year, miss) in misses {
        assert!(miss <= share, "{quantity} of {year} is off by {:.2} %", miss * 100.0);
    }
}

#[test]
fn enrolment_of_2022_and_2023_is_reproduced_within_0_6_percent() {
    within(Quantity::VocEnrolment, 0.006, &[2022, 2023]);
}

#[test]
fn vocational_graduates_of_2022_are_reproduced_within_1_percent() {
    within(Quantity::VocGraduates, 0.01, &[2022]);
}

#[test]
fn general_students_are_reproduced_within_0_2_percent_and_graduates_within_0_3() {
    within(Quantity::GenEnrolment, 0.002, &[2022, 2023]);
    within(Quantity::GenGraduates, 0.003, &[2022, 2023]);
}
