//! Each mechanism of version 2 alone does what its row says: which quantities move, and which way.

use voced_model::Quantity::{self, *};
use voced_model::{InputId, Projection};
use voced_scenario::{PathValue, ResolvedScenario, Scenario};

/// Which way a quantity goes in every year in which it moves at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    /// Up in some years, down in others, or about no direction in particular.
    Either,
}
use Way::{Down, Either, Up};

/// A mechanism: the inputs that stand, the one that moves to its value, what follows.
struct Row {
    given: &'static [(&'static str, f64)],
    input: &'static str,
    value: f64,
    moves: &'static [(Quantity, Way)],
}

/// Everything of the money of the in-scope schools that follows their students.
const STUDENTS_MONEY_DOWN: [(Quantity, Way); 12] = [
    (CostOperating, Down),
    (CostInternSubsidy, Down),
    (CostEquipment, Down),
    (FundBasicStudent, Down),
    (FundPerformance, Down),
    (FundTuitionWaiver, Down),
    (SourcesTotal, Down),
    (TreasuryOutlay, Down),
    (UpperOutlay, Down),
    (UsesTotal, Down),
    (EquipmentValue, Down),
    (UpperSecondaryCost, Down),
];

const ROWS: &[Row] = &[
    Row { given: &[], input: "technical_share", value: 0.4, moves: &[(VocShareExclTechnical, Down)] },
    Row {
        given: &[("quota_rule", 0.0), ("contract_pay_ratio", 1.0)],
        input: "contract_pay_ratio",
        value: 0.5,
        moves: &[
            (CostPersonnel, Down),
            (UsesTotal, Down),
            (UsesPerStudent, Down),
            (RecurrentPerStudent, Down),
            (VocGenCostRatio, Down),
            (UpperSecondaryCost, Down),
            (Balance, Up),
            (BalanceCumulative, Up),
            (Coverage, Up),
        ],
    },
    Row {
        given: &[("bond_share", 0.0)],
        input: "upper_grant_share",
        value: 0.5,
        moves: &[
            (FundUpperGrants, Up),
            (UpperOutlay, Up),
            (SourcesTotal, Up),
            (SourcesPerStudent, Up),
            (Coverage, Up),
            (Balance, Up),
            (BalanceCumulative, Up),
        ],
    },
    Row {
        given: &[("upper_grant_share", 0.0), ("bond_term", 5.0)],
        input: "bond_share",
        value: 0.5,
        moves: &[
            (FundBonds, Up),
            (BondDebt, Up),
            (CostDebtService, Up),
            (UsesTotal, Up),
            (UsesPerStudent, Up),
            (UpperSecondaryCost, Up),
            (SourcesTotal, Up),
            (SourcesPerStudent, Up),
            (Coverage, Either),
            (Balance, Either),
            (BalanceCumulative, Either),
        ],
    },
    Row {
        given: &[("bond_share", 0.5), ("bond_term", 5.0)],
        input: "bond_interest_rate",
        value: 0.1,
        moves: &[
            (CostDebtService, Up),
            (UsesTotal, Up),
            (UsesPerStudent, Up),
            (UpperSecondaryCost, Up),
            (Coverage, Down),
            (Balance, Down),
            (BalanceCumulative, Down),
        ],
    },
    Row {
        given: &[("bond_share", 0.5), ("bond_term", 2.0)],
        input: "bond_term",
        value: 10.0,
        moves: &[
            (BondDebt, Up),
            (CostDebtService, Either),
            (UsesTotal, Either),
            (UsesPerStudent, Either),
            (UpperSecondaryCost, Either),
            (Coverage, Either),
            (Balance, Either),
            (BalanceCumulative, Up),
        ],
    },
    Row { given: &[], input: "waiver_local_share", value: 1.0, moves: &[(TreasuryOutlay, Up), (UpperOutlay, Down)] },
    Row {
        given: &[("gen_fixed_cost_share", 0.0)],
        input: "gen_fixed_cost_share",
        value: 1.0,
        moves: &[(GenCost, Up), (GenSpendingPerStudent, Up), (UpperSecondaryCost, Up), (VocGenCostRatio, Down)],
    },
    Row {
        given: &[("gen_fixed_cost_share", 0.5), ("gen_release_rate", 0.0)],
        input: "gen_release_rate",
        value: 0.2,
        moves: &[
            (GenCapacity, Down),
            (GenCost, Down),
            (GenSpendingPerStudent, Down),
            (UpperSecondaryCost, Down),
            (VocGenCostRatio, Up),
        ],
    },
];

/// Mechanisms that reach so far that only what they must move, and what they must leave alone, is listed.
struct Wide {
    input: &'static str,
    value: f64,
    moves: &'static [(Quantity, Way)],
    stand: &'static [Quantity],
}

const WIDE: &[Wide] = &[
    Wide {
        input: "refusal_share",
        value: 0.5,
        moves: &[
            (VocRefusals, Up),
            (VocEntrantsAll, Down),
            (VocShareOfIntake, Down),
            (VocShareExclTechnical, Down),
            (VocGenRatio, Down),
            (VocEntrants, Down),
            (VocEnrolment, Down),
            (VocGraduates, Down),
            (VocExits, Down),
            (VocStudentsAvg, Down),
        ],
        stand: &[
            JuniorGraduates,
            EntrantsTotal,
            GenEntrants,
            GenEnrolment,
            GenCost,
            BuildingArea,
            Teachers,
            Debt,
            BondDebt,
        ],
    },
    Wide {
        input: "marginal_capture_ratio",
        value: 0.0,
        moves: &[(VocEntrants, Down), (VocEnrolment, Down), (VocGraduates, Down), (VocStudentsAvg, Down)],
        stand: &[EntrantsTotal, GenEntrants, VocEntrantsAll, VocShareOfIntake, VocRefusals, GenEnrolment, Teachers],
    },
    Wide {
        input: "short_course_share",
        value: 0.3,
        moves: &[(VocGrade3, Down), (VocEnrolment, Down), (VocExits, Down), (VocStudentsAvg, Down)],
        stand: &[VocEntrantsAll, VocEntrants, VocGrade1, VocGrade2, GenEnrolment, Transfers, Teachers, BuildingArea],
    },
    Wide {
        input: "quota_rule",
        value: 1.0,
        // An approved number far above what students give: nobody is outside the quota.
        moves: &[(StaffQuota, Up), (PartTimePosts, Up), (QuotaHeadroom, Up), (FundBasicStaff, Up)],
        stand: &[VocEnrolment, Teachers, TeachersRequired, TeacherGap, GenEnrolment, CostOperating, BuildingArea],
    },
];

/// A plan in which every mechanism has something to move: more is directed than before, general schools lose
/// students, a school is built, staff stand above their posts.
const GROUND: &str = r#"{"schema": 1, "region": "dezhou", "layer": "base", "horizon": 2030, "inputs": {
    "vocational_share": {"start": 0.42, "end": 0.5, "end_year": 2024, "shape": "linear"},
    "junior_graduate_growth": -0.02, "general_freeze": 0, "approved_posts": 20000, "performance_pool_share": 0.1,
    "intern_share": 0.5, "part_time_quota_share": 0.1, "equipment_fill_share": 1, "students_per_staff_quota": 25},
    "projects": {"campus": {"name_zh": "新校区", "area_m2": 60000, "start": 2022, "finish": 2024, "on": true}}}"#;

fn ground(given: &[(&str, f64)]) -> ResolvedScenario {
    let mut scenario = Scenario::parse(GROUND).expect("a sound scenario");
    for (id, value) in given {
        scenario.inputs.insert(InputId::find(id).expect("an input"), PathValue::Constant(*value));
    }
    scenario.resolve().expect("a sound scenario")
}

/// Every quantity that moves, with its way.
fn moved(before: &Projection<f64>, after: &Projection<f64>) -> Vec<(Quantity, Way)> {
    let way = |quantity: &Quantity| {
        let differences = (0..before.years()).filter_map(|t| {
            let (was, is) = (before.value(*quantity, t)?, after.value(*quantity, t)?);
            // What rounding leaves of sums of billions is no move.
            ((is - was).abs() > 1e-9 * was.abs().max(is.abs()).max(1.0)).then_some(is > was)
        });
        let ups: Vec<bool> = differences.collect();
        match (ups.contains(&true), ups.contains(&false)) {
            (false, false) => None,
            (true, false) => Some(Up),
            (false, true) => Some(Down),
            (true, true) => Some(Either),
        }
    };
    Quantity::ALL.iter().filter_map(|quantity| Some((*quantity, way(quantity)?))).collect()
}

#[test]
fn each_mechanism_moves_what_its_row_says_and_nothing_else() {
    for Row { given, input, value, moves } in ROWS {
        let before = ground(given).project();
        let after = ground(&[given, &[(*input, *value)][..]].concat()).project();
        let mut wanted = moves.to_vec();
        wanted.sort_by_key(|(quantity, _)| *quantity);
        assert_eq!(moved(&before, &after), wanted, "{input} to {value}");
    }
}

#[test]
fn those_that_reach_far_move_what_they_must_and_leave_the_rest() {
    for Wide { input, value, moves, stand } in WIDE {
        let before = ground(&[]).project();
        let after = ground(&[(*input, *value)]).project();
        let found = moved(&before, &after);
        for wanted in *moves {
            assert!(found.contains(wanted), "{input} to {value}: {wanted:?} is not among {found:?}");
        }
        for quantity in *stand {
            assert!(!found.iter().any(|(moved, _)| moved == quantity), "{input} to {value}: {quantity} moves");
        }
    }
    // Fewer students cost less and bring less.
    let before = ground(&[]).project();
    let after = ground(&[("refusal_share", 0.5)]).project();
    let found = moved(&before, &after);
    for wanted in STUDENTS_MONEY_DOWN {
        assert!(found.contains(&wanted), "{wanted:?} is not among {found:?}");
    }
}
