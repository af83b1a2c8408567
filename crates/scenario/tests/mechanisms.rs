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

/// A mechanism: the inputs that stand, the one that moves to its value, and all that follows, in groups.
struct Row {
    given: &'static [(&'static str, f64)],
    input: &'static str,
    value: f64,
    moves: &'static [&'static [(Quantity, Way)]],
}

/// What follows from fewer students in the in-scope schools, with teachers, buildings and general schools as they were.
/// Staff cost what they did: outside the quota they are paid as within.
const FEWER_STUDENTS: &[(Quantity, Way)] = &[
    (VocGrade3, Down),
    (VocEnrolment, Down),
    (VocExits, Down),
    (VocStudentsAvg, Down),
    (StaffQuota, Down),
    (PartTimePosts, Down),
    (TeachersRequired, Down),
    (StaffOutsideQuota, Up),
    (StudentsPerTeacher, Down),
    (TeacherGap, Down),
    (QuotaHeadroom, Down),
    (PartTimeShare, Down),
    (AreaPerStudent, Up),
    (EquipmentValue, Down),
    (EquipmentPerStudent, Up),
    (CostPartTime, Down),
    (CostOperating, Down),
    (CostInternSubsidy, Down),
    (CostEquipment, Down),
    (UsesTotal, Down),
    (FundBasicStaff, Down),
    (FundBasicStudent, Down),
    (FundPerformance, Down),
    (FundTuitionWaiver, Down),
    (SourcesTotal, Down),
    (TreasuryOutlay, Down),
    (UpperOutlay, Down),
    (Balance, Down),
    (BalanceCumulative, Down),
    (Coverage, Down),
    (UsesPerStudent, Up),
    (SourcesPerStudent, Up),
    (RecurrentPerStudent, Up),
    (UpperSecondaryCost, Down),
    (VocGenCostRatio, Up),
    (StandardGapTeachers, Down),
    (StandardGapArea, Down),
    (StandardGapTotal, Down),
];

/// What follows from fewer entrants to the in-scope schools.
const FEWER_ENTRANTS: &[(Quantity, Way)] =
    &[(VocEntrants, Down), (VocGrade1, Down), (VocGrade2, Down), (VocGraduates, Down), (ArticulatedGraduates, Down)];

/// What follows from more posts, with the staff as they were: the basic rule pays for more of them, and for more
/// part-time posts.
const MORE_POSTS: &[(Quantity, Way)] = &[
    (StaffQuota, Up),
    (PartTimePosts, Up),
    (StaffOutsideQuota, Down),
    (QuotaHeadroom, Up),
    (PartTimeShare, Up),
    (CostPartTime, Up),
    (UsesTotal, Up),
    (FundBasicStaff, Up),
    (FundPerformance, Up),
    (SourcesTotal, Up),
    (TreasuryOutlay, Up),
    (Balance, Up),
    (BalanceCumulative, Up),
    (Coverage, Up),
    (UsesPerStudent, Up),
    (SourcesPerStudent, Up),
    (RecurrentPerStudent, Up),
    (UpperSecondaryCost, Up),
    (VocGenCostRatio, Up),
];

const ROWS: &[Row] = &[
    Row { given: &[], input: "technical_share", value: 0.4, moves: &[&[(VocShareExclTechnical, Down)]] },
    Row {
        given: &[("quota_rule", 0.0), ("contract_pay_ratio", 1.0)],
        input: "contract_pay_ratio",
        value: 0.5,
        moves: &[&[
            (CostPersonnel, Down),
            (UsesTotal, Down),
            (UsesPerStudent, Down),
            (RecurrentPerStudent, Down),
            (VocGenCostRatio, Down),
            (UpperSecondaryCost, Down),
            (Balance, Up),
            (BalanceCumulative, Up),
            (Coverage, Up),
        ]],
    },
    Row {
        given: &[("bond_share", 0.0)],
        input: "upper_grant_share",
        value: 0.5,
        moves: &[&[
            (FundUpperGrants, Up),
            (UpperOutlay, Up),
            (SourcesTotal, Up),
            (SourcesPerStudent, Up),
            (Coverage, Up),
            (Balance, Up),
            (BalanceCumulative, Up),
        ]],
    },
    Row {
        given: &[("upper_grant_share", 0.0), ("bond_term", 5.0)],
        input: "bond_share",
        value: 0.5,
        moves: &[&[
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
        ]],
    },
    Row {
        given: &[("bond_share", 0.5), ("bond_term", 5.0)],
        input: "bond_interest_rate",
        value: 0.1,
        moves: &[&[
            (CostDebtService, Up),
            (UsesTotal, Up),
            (UsesPerStudent, Up),
            (UpperSecondaryCost, Up),
            (Coverage, Down),
            (Balance, Down),
            (BalanceCumulative, Down),
        ]],
    },
    Row {
        given: &[("bond_share", 0.5), ("bond_term", 2.0)],
        input: "bond_term",
        value: 10.0,
        moves: &[&[
            (BondDebt, Up),
            (CostDebtService, Either),
            (UsesTotal, Either),
            (UsesPerStudent, Either),
            (UpperSecondaryCost, Either),
            (Coverage, Either),
            (Balance, Either),
            (BalanceCumulative, Up),
        ]],
    },
    Row { given: &[], input: "waiver_local_share", value: 1.0, moves: &[&[(TreasuryOutlay, Up), (UpperOutlay, Down)]] },
    Row {
        given: &[("gen_fixed_cost_share", 0.0)],
        input: "gen_fixed_cost_share",
        value: 1.0,
        moves: &[&[(GenCost, Up), (GenSpendingPerStudent, Up), (UpperSecondaryCost, Up), (VocGenCostRatio, Down)]],
    },
    Row {
        given: &[("gen_fixed_cost_share", 0.5), ("gen_release_rate", 0.0)],
        input: "gen_release_rate",
        value: 0.2,
        moves: &[&[
            (GenCapacity, Down),
            (GenCost, Down),
            (GenSpendingPerStudent, Down),
            (UpperSecondaryCost, Down),
            (VocGenCostRatio, Up),
        ]],
    },
    Row {
        given: &[("contract_pay_ratio", 1.0)],
        input: "refusal_share",
        value: 0.5,
        moves: &[
            &[
                (VocRefusals, Up),
                (VocEntrantsAll, Down),
                (VocShareOfIntake, Down),
                (VocShareExclTechnical, Down),
                (VocGenRatio, Down),
            ],
            FEWER_ENTRANTS,
            FEWER_STUDENTS,
        ],
    },
    Row {
        given: &[("contract_pay_ratio", 1.0)],
        input: "marginal_capture_ratio",
        value: 0.0,
        moves: &[FEWER_ENTRANTS, FEWER_STUDENTS],
    },
    // Who finishes after two years is a graduate sooner, and not a year longer among those who may leave.
    Row {
        given: &[("contract_pay_ratio", 1.0)],
        input: "short_course_share",
        value: 0.3,
        moves: &[&[(VocGraduates, Up), (ArticulatedGraduates, Up)], FEWER_STUDENTS],
    },
    // An approved number far above what students give: nobody is outside the quota.
    Row { given: &[("contract_pay_ratio", 1.0)], input: "quota_rule", value: 1.0, moves: &[MORE_POSTS] },
    Row {
        given: &[("contract_pay_ratio", 1.0), ("quota_rule", 1.0), ("approved_posts", 4000.0)],
        input: "approved_posts",
        value: 4400.0,
        moves: &[MORE_POSTS],
    },
    // Without the rule the approved number says nothing.
    Row { given: &[("quota_rule", 0.0)], input: "approved_posts", value: 4400.0, moves: &[] },
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
        let mut wanted = moves.concat();
        wanted.sort_by_key(|(quantity, _)| *quantity);
        assert_eq!(moved(&before, &after), wanted, "{input} to {value}");
    }
}
