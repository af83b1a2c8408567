//! What holds in every valid scenario, whatever its numbers.

mod scenarios;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use scenarios::{Drawn, input, scenario, value};
use voced_model::Quantity::{self, *};
use voced_model::equations::{SOURCES, USES, run};
use voced_model::{Kind, ModelInputs, Projection, Schedule};
use voced_scenario::{PathValue, ResolvedScenario, Scenario};

/// How far sums may stand apart by rounding, against the size of what was added.
const ROUNDING: f64 = 1e-9;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn resolved(scenario: &Scenario) -> ResolvedScenario {
    scenario.resolve().expect("a valid scenario")
}

fn project(case: &ModelInputs<f64>) -> Projection<f64> {
    let mut projection = Projection::default();
    run(case, &mut projection);
    projection
}

/// The inputs of a case by id, a value a year.
struct Given<'a>(&'a ResolvedScenario);

impl Given<'_> {
    fn at(&self, id: &str, t: usize) -> f64 {
        self.0.model_inputs.inputs.at(input(id), t)
    }
}

/// `left` and `right` are the same but for the rounding of numbers as large as `parts`.
fn same(what: &str, t: usize, left: f64, right: f64, parts: &[f64]) -> TestCaseResult {
    let scale = parts.iter().fold(left.abs().max(right.abs()), |scale, part| scale.max(part.abs()));
    prop_assert!((left - right).abs() <= ROUNDING * scale, "{what}, year {t}: {left} against {right}");
    Ok(())
}

/// Quantities that are ratios, and what they are absent without.
const RATIOS: &[(Quantity, &[Quantity])] = &[
    (VocShareOfIntake, &[GenEntrants]),
    (VocShareExclTechnical, &[GenEntrants]),
    (VocGenRatio, &[GenEntrants]),
    (StudentsPerTeacher, &[Teachers]),
    (ProfessionalShare, &[Teachers]),
    (DoubleQualifiedShare, &[ProfessionalTeachers]),
    (DoubleQualifiedShareAll, &[Teachers]),
    (PostgraduateShare, &[Teachers]),
    (PartTimeShare, &[Teachers]),
    (AreaPerStudent, &[VocEnrolment]),
    (EquipmentPerStudent, &[VocEnrolment]),
    (Coverage, &[UsesTotal]),
    (UsesPerStudent, &[VocStudentsAvg]),
    (SourcesPerStudent, &[VocStudentsAvg]),
    (RecurrentPerStudent, &[VocStudentsAvg]),
    (GenSpendingPerStudent, &[GenStudentsAvg]),
    (VocGenCostRatio, &[VocStudentsAvg, GenStudentsAvg, GenCost]),
];

/// Quantities that may be below zero by what they mean.
const SIGNED: [Quantity; 4] = [TeacherGap, QuotaHeadroom, Balance, BalanceCumulative];

const SURCHARGES: [Quantity; 2] = [FundSurchargeEducation, FundSurchargeLocal];

/// What is counted in persons and posts, and the shares of them: what money must not move.
fn is_about_people(quantity: Quantity) -> bool {
    use voced_model::Topic;
    matches!(quantity.spec().topic, Topic::Intake | Topic::Flow | Topic::Staff)
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn students_are_conserved(Drawn(scenario) in scenario()) {
        let resolved = resolved(&scenario);
        let (p, given) = (resolved.project(), Given(&resolved));
        for t in 0..p.years() {
            let get = |quantity| p.get(quantity, t);
            let refused = p.value(VocRefusals, t).unwrap_or_default();
            same("entrants", t, get(EntrantsTotal), get(GenEntrants) + get(VocEntrantsAll) + refused, &[])?;
            same("grades", t, get(VocEnrolment), get(VocGrade1) + get(VocGrade2) + get(VocGrade3), &[])?;
            same("general grades", t, get(GenEnrolment), get(GenGrade1) + get(GenGrade2) + get(GenGrade3), &[])?;
            if t == 0 {
                continue;
            }
            let last = |quantity| p.get(quantity, t - 1);
            let kept = get(EntrantsTotal) * given.at("vocational_share", 0);
            let (share, capture) = (given.at("in_scope_share", t), given.at("marginal_capture_ratio", t));
            let more = (get(VocEntrantsAll) - kept).max(0.0);
            let wanted = share * get(VocEntrantsAll).min(kept) + (share * capture).min(1.0) * more;
            let directed = get(EntrantsTotal) - get(GenEntrants);
            let expected = given.at("refusal_share", t) * (directed - kept).max(0.0);
            same("refusals", t, refused, expected, &[directed, kept])?;
            same("places", t, wanted, get(VocEntrants) + get(UnplacedEntrants), &[get(VocEntrantsAll), kept])?;

            let parts = [last(VocEnrolment), get(VocEntrants), get(Transfers), get(VocExits), get(VocGraduates)];
            let [before, entrants, transfers, exits, graduates] = parts;
            same("students", t, get(VocEnrolment), before + entrants + transfers - exits - graduates, &parts)?;

            let exits = given.at("gen_exit_rate", t) * last(GenEnrolment);
            let parts = [last(GenEnrolment), get(GenEntrants), get(Transfers), get(GenGraduates)];
            let [before, entrants, transfers, graduates] = parts;
            same("general students", t, get(GenEnrolment), before + entrants - transfers - exits - graduates, &parts)?;
        }
    }

    #[test]
    fn staff_are_conserved(Drawn(scenario) in scenario()) {
        let resolved = resolved(&scenario);
        let (p, given) = (resolved.project(), Given(&resolved));
        for t in 1..p.years() {
            let (get, stay) = (|quantity| p.get(quantity, t), 1.0 - given.at("attrition_rate", t));
            let stayed = |quantity| p.get(quantity, t - 1) * stay;
            let hired = |id: &str| get(TeacherHires) * given.at(id, t);
            same("teachers", t, get(Teachers), stayed(Teachers) + get(TeacherHires), &[])?;
            let professional = stayed(ProfessionalTeachers) + hired("hires_professional_share");
            same("professional", t, get(ProfessionalTeachers), professional, &[])?;
            let ready = hired("hires_professional_share") * given.at("hires_double_qualified_share", t);
            let double_qualified = stayed(DoubleQualifiedTeachers) + ready + get(TeachersCertified);
            same("double-qualified", t, get(DoubleQualifiedTeachers), double_qualified, &[])?;
            let all_staff = get(Teachers) + get(NonTeachingStaff);
            let posts = (get(StaffQuota) - get(PartTimePosts)).max(0.0);
            same("staff", t, all_staff, all_staff.min(posts) + get(StaffOutsideQuota), &[])?;
            same("teaching share", t, get(Teachers), all_staff * given.at("teaching_share_of_staff", t), &[])?;
            let parts = [DoubleQualifiedTeachers, ProfessionalTeachers, PostgraduateTeachers, Teachers].map(get);
            let slack = ROUNDING * parts[3].max(parts[1]);
            prop_assert!(parts[0] <= parts[1] + slack && parts[1] <= parts[3] + slack, "a part is within its whole");
            prop_assert!(parts[2] <= parts[3] + slack, "a part is within its whole");
        }
    }

    #[test]
    fn bonds_are_paid_back_in_equal_parts(Drawn(scenario) in scenario()) {
        let resolved = resolved(&scenario);
        let (p, given) = (resolved.project(), Given(&resolved));
        prop_assert_eq!(p.value(BondDebt, 0), Some(0.0));
        let mut borrowed = vec![0.0];
        for t in 1..p.years() {
            let get = |quantity| p.get(quantity, t);
            let term = given.at("bond_term", t);
            // What is left of the bonds of each year, counted from that year alone.
            let left = |year: usize| borrowed[year] * (1.0 - (t - year) as f64 / term).max(0.0);
            let before: f64 = (1..t).map(left).sum();
            borrowed.push(get(FundBonds));
            same("bonds", t, get(BondDebt), before + get(FundBonds), &borrowed)?;
            let granted = get(FundUpperGrants) + get(FundBonds);
            prop_assert!(granted <= get(CostConstruction) * (1.0 + ROUNDING), "no more than the building costs");
        }
    }

    #[test]
    fn money_adds_up(Drawn(scenario) in scenario()) {
        let p = resolved(&scenario).project();
        let mut cumulative = 0.0;
        for t in 1..p.years() {
            let get = |quantity| p.get(quantity, t);
            let (uses, sources) = (USES.map(get), SOURCES.map(get));
            same("uses", t, get(UsesTotal), uses.iter().sum(), &uses)?;
            same("sources", t, get(SourcesTotal), sources.iter().sum(), &sources)?;
            let payers = [TreasuryOutlay, UpperOutlay, FundBonds, FundTrainingNet].map(get);
            same("who pays", t, get(SourcesTotal), payers.iter().sum(), &payers)?;
            let parts = [get(SourcesTotal), get(UsesTotal)];
            same("balance", t, get(Balance), parts[0] - parts[1], &parts)?;
            cumulative += get(Balance);
            same("cumulative balance", t, get(BalanceCumulative), cumulative, &parts)?;
            let gaps = [StandardGapTeachers, StandardGapArea, StandardGapEquipment].map(get);
            same("gap", t, get(StandardGapTotal), gaps.iter().sum(), &gaps)?;
            same("upper-secondary cost", t, get(UpperSecondaryCost), get(UsesTotal) + get(GenCost), &parts)?;
        }
        prop_assert_eq!(p.value(BalanceCumulative, 0), Some(0.0));
    }

    #[test]
    fn every_number_is_finite_and_nothing_counted_is_negative(Drawn(scenario) in scenario()) {
        let resolved = resolved(&scenario);
        let p = resolved.project();
        for quantity in Quantity::ALL {
            let scale = p.series(*quantity).iter().filter(|value| value.is_finite()).fold(0.0_f64, |m, v| m.max(v.abs()));
            for t in 0..p.years() {
                let flow_in_base_year = t == 0 && quantity.spec().kind == Kind::Flow;
                match p.value(*quantity, t) {
                    Some(value) => {
                        prop_assert!(value.is_finite() && !flow_in_base_year, "{quantity}, year {t}: {value}");
                        // What the offset leaves of a surcharge is a difference of sums this large.
                        let scale = if SURCHARGES.contains(quantity) { Given(&resolved).at("surcharge_tax_base", t) } else { scale };
                        let allowed = SIGNED.contains(quantity) || value >= -ROUNDING * scale;
                        prop_assert!(allowed, "{quantity}, year {t}: {value}");
                    }
                    None => {
                        let ratio = RATIOS.iter().find(|(ratio, _)| ratio == quantity);
                        let nothing = ratio.is_some_and(|(_, over)| over.iter().any(|over| p.value(*over, t) == Some(0.0)));
                        // A share of intake is there as soon as somebody comes.
                        let nobody = *quantity != VocShareOfIntake || p.value(VocEntrantsAll, t) == Some(0.0);
                        prop_assert!(flow_in_base_year || (nothing && nobody), "{quantity}, year {t}: absent");
                    }
                }
            }
        }
    }

    #[test]
    fn limits_hold_where_they_are_on(Drawn(scenario) in scenario(), freeze in any::<bool>()) {
        let mut scenario = scenario;
        for id in ["seat_limit", "quota_limit"] {
            scenario.inputs.insert(input(id), PathValue::Constant(1.0));
        }
        scenario.inputs.insert(input("general_freeze"), PathValue::Constant(f64::from(u8::from(freeze))));
        let resolved = resolved(&scenario);
        let (p, given) = (resolved.project(), Given(&resolved));
        for t in 1..p.years() {
            let get = |quantity| p.get(quantity, t);
            let free = (get(Seats) - get(VocGrade2) - get(VocGrade3)).max(0.0);
            prop_assert!(get(VocEntrants) <= free * (1.0 + ROUNDING), "entrants take free places only");
            let stay = p.get(Teachers, t - 1) * (1.0 - given.at("attrition_rate", t));
            let posts = get(Teachers) + get(QuotaHeadroom);
            prop_assert!(get(Teachers) <= stay.max(posts) * (1.0 + ROUNDING), "hires take free posts only");
            // A share on the floor but for rounding is not below it.
            let below = p.get(VocShareOfIntake, t - 1) < given.at("vocational_share_floor", t) - 1e-6;
            if freeze && below {
                prop_assert!(get(GenEntrants) <= p.get(GenEntrants, t - 1), "general intake is frozen");
            }
        }
    }

    #[test]
    fn a_larger_vocational_share_never_lowers_vocational_intake(
        Drawn(scenario) in scenario(), low in value(input("vocational_share")), lift in 0.0..0.5_f64,
    ) {
        let mut scenario = scenario;
        scenario.inputs.insert(input("general_freeze"), PathValue::Constant(0.0));
        scenario.inputs.insert(input("vocational_share"), low);
        let mut resolved = resolved(&scenario);
        let before = resolved.project();
        for share in resolved.model_inputs.inputs.slots_mut(input("vocational_share")) {
            *share = (*share + lift).min(1.0);
        }
        let after = resolved.project();
        for t in 0..before.years() {
            let (before, after) = (before.get(VocEntrantsAll, t), after.get(VocEntrantsAll, t));
            prop_assert!(after >= before - ROUNDING * before.abs(), "year {t}: {after} after {before}");
        }
    }

    #[test]
    fn more_hires_never_lower_the_number_of_teachers(
        Drawn(scenario) in scenario(), low in value(input("hires")), lift in 0.0..1e4_f64,
    ) {
        let mut scenario = scenario;
        scenario.inputs.insert(input("hires"), low);
        let mut resolved = resolved(&scenario);
        let before = resolved.project();
        for hires in resolved.model_inputs.inputs.slots_mut(input("hires")) {
            *hires += lift;
        }
        let after = resolved.project();
        for t in 0..before.years() {
            let (before, after) = (before.get(Teachers, t), after.get(Teachers, t));
            prop_assert!(after >= before - ROUNDING * before.abs(), "year {t}: {after} after {before}");
        }
    }

    #[test]
    fn money_never_changes_a_person(
        Drawn(scenario) in scenario(),
        money in prop::sample::select(vec![
            "funding_rule", "education_surcharge_rate", "local_surcharge_rate", "surcharge_tax_base",
            "education_surcharge_voc_share", "local_surcharge_voc_share", "surcharge_additionality",
            "development_fund", "tilt_share", "performance_pool_share", "waiver_local_share", "contract_pay_ratio",
            "bond_share", "upper_grant_share", "gen_fixed_cost_share",
        ]).prop_flat_map(|id| value(input(id)).prop_map(move |value| (id, value))),
    ) {
        let before = resolved(&scenario).project();
        let mut changed = scenario;
        changed.inputs.insert(input(money.0), money.1);
        let after = resolved(&changed).project();
        for quantity in Quantity::ALL.iter().copied().filter(|quantity| is_about_people(*quantity)) {
            for t in 0..before.years() {
                prop_assert_eq!(before.value(quantity, t), after.value(quantity, t), "{} moves {}", money.0, quantity);
            }
        }
    }

    /// Doubling is exact in binary, so every number must come out exactly doubled or the same.
    #[test]
    fn a_larger_area_is_the_same_picture_at_scale(Drawn(scenario) in scenario(), power in -3..8_i32) {
        let k = 2.0_f64.powi(power);
        let resolved = resolved(&scenario);
        let before = resolved.project();
        let mut case = resolved.model_inputs.clone();
        for input in voced_model::InputId::all().filter(|input| input.spec().unit.is_extensive()) {
            for value in case.inputs.slots_mut(input) {
                *value *= k;
            }
        }
        for project in &mut case.projects {
            project.area_m2 *= k;
        }
        for deliverable in &mut case.deliverables {
            match &mut deliverable.schedule {
                Schedule::Stock { base, target, .. } => {
                    *base *= k;
                    *target *= k;
                }
                Schedule::Annual { units_per_year, .. } => *units_per_year *= k,
            }
        }
        let after = project(&case);
        for quantity in Quantity::ALL {
            let factor = if quantity.spec().unit.is_extensive() { k } else { 1.0 };
            for t in 0..before.years() {
                let expected = before.value(*quantity, t).map(|value| value * factor);
                prop_assert_eq!(after.value(*quantity, t), expected, "{}, year {}", quantity, t);
            }
        }
    }

    #[test]
    fn a_longer_horizon_never_changes_earlier_years(Drawn(scenario) in scenario(), more in 0..20_i32) {
        let mut longer = scenario.clone();
        longer.horizon = (scenario.horizon + more).min(scenario.base_year() + 20);
        let (short, long) = (resolved(&scenario).project(), resolved(&longer).project());
        for quantity in Quantity::ALL {
            for t in 0..short.years() {
                prop_assert_eq!(short.value(*quantity, t), long.value(*quantity, t), "{}, year {}", quantity, t);
            }
        }
    }

    #[test]
    fn a_scenario_reads_back_as_it_was_written(Drawn(scenario) in scenario()) {
        let text = scenario.to_json().to_string();
        let read = Scenario::parse(&text);
        prop_assert_eq!(read.as_ref(), Ok(&scenario), "{}", text);
        let again = read.map(|scenario| scenario.to_json().to_string());
        prop_assert_eq!(again, Ok(text));
    }
}

/// Why the property on the vocational share is tested without the freeze: a share just below the
/// floor keeps the freeze on and general schools small; a share on the floor lifts it, and general
/// intake grows with the age group again.
#[test]
fn with_the_freeze_on_a_larger_share_can_mean_fewer_vocational_entrants() {
    let intake = |share: f64| {
        let text = format!(
            r#"{{"schema": 1, "region": "laiwu", "layer": "base", "inputs": {{"general_freeze": 1,
                "vocational_share_floor": 0.45, "junior_graduate_growth": 0.1, "vocational_share": {share}}}}}"#
        );
        resolved(&Scenario::parse(&text).expect("a valid scenario")).project().get(VocEntrantsAll, 1)
    };
    let (below, on_the_floor) = (intake(0.44), intake(0.45));
    assert!(on_the_floor < below * 0.95, "{on_the_floor} with the larger share, {below} with the smaller");
}
