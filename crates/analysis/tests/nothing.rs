//! What has nothing to be a share of has no value, in every reading of the equations; and what is paid off is
//! nothing, to the last digit.

use voced_analysis::explain;
use voced_model::equations::run_wide;
use voced_model::{Lanes, Projection, Quantity, WIDTH};
use voced_scenario::{ResolvedScenario, Scenario, Status};

/// Laiwu with its plan and these inputs.
fn resolved(inputs: &str) -> ResolvedScenario {
    let text = format!(r#"{{"schema":1,"region":"laiwu","horizon":2040,"inputs":{{{inputs}}}}}"#);
    Scenario::parse(&text).expect("a sound scenario").resolve().expect("a sound scenario")
}

/// Nobody leaves junior school, but in 2022; general intake may not grow while the share is below its floor.
const NOBODY_COMES: &str = r#""junior_graduates": {"points": {"2020": 0, "2021": 0, "2022": 9000, "2023": 0}},
    "general_freeze": 1, "vocational_share": 0.3, "vocational_share_floor": 0.45"#;

#[test]
fn the_share_of_no_entrants_has_no_value_in_any_reading() {
    let resolved = resolved(NOBODY_COMES);
    let plain = resolved.project();
    let mut wide = Projection::<Lanes<WIDTH>>::default();
    run_wide(&resolved.model_inputs.lift(), &mut wide);
    let book = explain::book(&resolved);
    for t in 0..plain.years() {
        let is_absent = plain.value(Quantity::EntrantsTotal, t) == Some(0.0);
        assert_eq!(is_absent, t != 2, "year {t}");
        for quantity in [Quantity::VocShareOfIntake, Quantity::VocGenRatio] {
            assert_eq!(plain.value(quantity, t).is_none(), is_absent, "{quantity}, year {t}");
            assert!(wide.get(quantity, t).0.iter().all(|lane| lane.is_nan() == is_absent), "{quantity}, year {t}");
            assert_eq!(book.derive(quantity, t).value.is_none(), is_absent, "{quantity}, year {t}");
        }
    }
}

#[test]
fn an_absent_share_is_not_below_the_floor() {
    let resolved = resolved(NOBODY_COMES);
    let plain = resolved.project();
    // The year after nobody came is not frozen at nobody.
    assert!((plain.get(Quantity::GenEntrants, 2) - plain.get(Quantity::EntrantsTotal, 2) * 0.7).abs() < 1e-9);
    let warnings = voced_analysis::warnings::warnings(&resolved, &plain);
    let below = warnings.iter().find(|warning| warning.id == "voc_share_below_floor");
    assert_eq!(below.map(|warning| warning.years.as_slice()), Some([2022].as_slice()));

    let nobody = r#""junior_graduates": 0, "vocational_share_floor": 0.45, "teachers_base": 0, "hires": 0,
        "gap_fill_share": 0, "voc_grade_1_base": 0, "voc_grade_2_base": 0, "voc_grade_3_base": 0, "gen_grade_1_base": 0"#;
    let nobody = self::resolved(nobody);
    let plain = nobody.project();
    for quantity in [Quantity::VocShareOfIntake, Quantity::StudentsPerTeacher, Quantity::AreaPerStudent] {
        assert!((1..plain.years()).all(|t| plain.value(quantity, t).is_none()), "{quantity}");
    }
    let ids: Vec<&str> = voced_analysis::warnings::warnings(&nobody, &plain).iter().map(|warning| warning.id).collect();
    let of_people = ["voc_share_below_floor", "teachers_short", "over_quota", "places_short", "entrants_unplaced"];
    assert!(ids.iter().all(|id| !of_people.contains(id)), "{ids:?}");
    // A target on what has no value is not missed.
    for (target, verdict) in nobody.verdicts(&plain) {
        if verdict.value.is_none() {
            assert!(!matches!(verdict.status, Status::Met | Status::Missed { .. }), "{}: {verdict:?}", target.id);
        }
    }
}

#[test]
fn a_debt_that_is_paid_off_is_nothing_to_the_last_digit() {
    for (i, base) in [1.0, 0.1, 1e8 / 3.0, 123_456_789.01, 300_000_000.0].into_iter().enumerate() {
        for clear in 2015..=2040 {
            let resolved = resolved(&format!(r#""debt_base": {base}, "debt_clear_year": {clear}"#));
            let plain = resolved.project();
            let mut wide = Projection::<Lanes<WIDTH>>::default();
            run_wide(&resolved.model_inputs.lift(), &mut wide);
            let symbols = explain::book(&resolved);
            for (t, year) in resolved.years().enumerate() {
                let debt = plain.get(Quantity::Debt, t);
                let is_cleared = t > 0 && year >= clear;
                assert_eq!(debt == 0.0, is_cleared, "debt {i} cleared in {clear}, {year}: {debt}");
                assert!(debt.is_sign_positive(), "debt {i} cleared in {clear}, {year}: {debt}");
                assert_eq!(wide.get(Quantity::Debt, t), Lanes::splat(debt));
                assert_eq!(symbols.derive(Quantity::Debt, t).value, Some(debt));
            }
        }
    }
}
