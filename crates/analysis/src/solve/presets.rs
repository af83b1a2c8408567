//! Questions that officials ask, ready to be asked of any area they make sense for.

use serde::{Deserialize, Serialize};

use super::several::influence::{help, reachable};
use super::{Aim, Goal, GoalSeek, Lever, MAX_LEVERS, Solution, When};
use voced_model::text::Words;
use voced_model::{InputId, Quantity};
use voced_scenario::error::Fault;
use voced_scenario::targets::{Metric, Op};
use voced_scenario::{PathValue, ResolvedScenario, Scenario};

/// Students per teacher at the national standard, 1:20.
const RATIO: f64 = 20.0;

/// How many levers are taken up for each target that is missed: a change of few levers can be read.
const PER_GOAL: usize = 3;

/// A question of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Preset {
    /// The hires that reach 20 students per teacher by the horizon.
    Ratio,
    /// The hires that reach the teachers the area's plan names.
    PlanTeachers,
    /// The shares of the surcharges that keep the money from running out.
    CloseGap,
    /// The smallest change that meets every target of the plan without a deficit.
    MeetPlan,
    /// The highest vocational share that present places and staff can carry.
    HighestShare,
}

/// A question ready to be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// What the question supposes: these values are put into the scenario before it is asked.
    pub supposed: Vec<(InputId, PathValue)>,
    /// The question.
    pub question: GoalSeek,
    /// Targets left out because no lever can meet them even alone: deliverables that are not planned in
    /// full, years that the levers do not reach, values that do not exist. They stay missed.
    pub aside: Vec<Goal>,
}

impl Asked {
    /// The scenario the question is asked of.
    pub fn scenario(&self, scenario: &Scenario) -> Scenario {
        let mut scenario = scenario.clone();
        for (input, value) in &self.supposed {
            scenario.inputs.insert(*input, value.clone());
        }
        scenario
    }

    /// Whether it is asked of other conditions than those of the scenario.
    pub fn is_elsewhere(&self) -> bool {
        !self.supposed.is_empty()
    }

    /// Asks it.
    ///
    /// # Errors
    /// The faults of the question or of the scenario with what is supposed in it.
    pub fn solve(&self, scenario: &Scenario) -> Result<Solution, Vec<Fault>> {
        crate::solve::solve_several(&self.scenario(scenario).resolve()?, &self.question)
    }

    /// Asks it, for an answer in whole steps of the levers where there is one.
    ///
    /// # Errors
    /// Those of [`Asked::solve`].
    pub fn solve_in_steps(&self, scenario: &Scenario) -> Result<Solution, Vec<Fault>> {
        crate::solve::solve_in_steps(&self.scenario(scenario).resolve()?, &self.question)
    }
}

impl Preset {
    /// Every question, in the order they are listed.
    pub const ALL: [Preset; 5] =
        [Preset::Ratio, Preset::PlanTeachers, Preset::CloseGap, Preset::MeetPlan, Preset::HighestShare];

    /// The permanent id.
    pub const fn id(self) -> &'static str {
        match self {
            Preset::Ratio => "ratio",
            Preset::PlanTeachers => "plan_teachers",
            Preset::CloseGap => "close_gap",
            Preset::MeetPlan => "meet_plan",
            Preset::HighestShare => "highest_share",
        }
    }

    /// The question of an id.
    pub fn find(id: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.id() == id)
    }

    /// The question in a few words.
    pub const fn words(self) -> Words {
        match self {
            Preset::Ratio => Words {
                zh: "每年招聘多少教师可达到生师比20:1",
                en: "Hires that reach 20 students per teacher",
            },
            Preset::PlanTeachers => Words {
                zh: "每年招聘多少教师可达到规划的教师数",
                en: "Hires that reach the plan's number of teachers",
            },
            Preset::CloseGap => Words {
                zh: "教育附加用于职教的比例多高可补上经费缺口",
                en: "Surcharge shares that close the funding gap",
            },
            Preset::MeetPlan => Words {
                zh: "以最小调整达成全部规划目标且不出现赤字",
                en: "Smallest change that meets every target of the plan without a deficit",
            },
            Preset::HighestShare => Words {
                zh: "现有学位和师资最多能承载的中职招生占比（以基年条件为起点，不按当前方案）",
                en: "Highest vocational share that present places and staff can carry (from base-year conditions, not from the scenario on screen)",
            },
        }
    }
}

/// The question of the list as it is asked of this area; `None` where it makes no sense.
pub fn preset_question(resolved: &ResolvedScenario, preset: Preset) -> Option<Asked> {
    // Without a projected year there is nothing to ask for.
    if resolved.model_inputs.years < 2 {
        return None;
    }
    match preset {
        Preset::Ratio => ratio(resolved),
        Preset::PlanTeachers => plan_teachers(resolved),
        Preset::CloseGap => close_gap(resolved),
        Preset::MeetPlan => meet_plan(resolved),
        Preset::HighestShare => highest_share(resolved),
    }
}

/// The questions of the list that make sense for this area.
pub fn presets(resolved: &ResolvedScenario) -> Vec<Preset> {
    Preset::ALL.into_iter().filter(|preset| preset_question(resolved, *preset).is_some()).collect()
}

fn ratio(resolved: &ResolvedScenario) -> Option<Asked> {
    let projection = resolved.project();
    projection.value(Quantity::StudentsPerTeacher, resolved.model_inputs.years - 1)?;
    let students = projection.series(Quantity::VocEnrolment).iter().copied().fold(0.0, f64::max);
    let goal = Goal::of(Quantity::StudentsPerTeacher, Op::AtMost, RATIO, When::Year(resolved.scenario.horizon));
    Some(plain(vec![hires(resolved, students / RATIO)?], vec![goal]))
}

fn plan_teachers(resolved: &ResolvedScenario) -> Option<Asked> {
    let goals: Vec<Goal> = targets(resolved, |metric| *metric == Metric::Quantity(Quantity::Teachers));
    let most = goals.iter().fold(0.0_f64, |most, goal| most.max(goal.value));
    (!goals.is_empty()).then_some(plain(vec![hires(resolved, most)?], goals))
}

/// The money that is left over may be carried into later years, as the budget law lets it, so a
/// single year may cost more than it brings; what must not happen is that nothing is left to pay
/// with. So the limit is the cumulative balance, in every year. Both surcharges are levers, because
/// the rule on their shares is one for both.
fn close_gap(resolved: &ResolvedScenario) -> Option<Asked> {
    let levers = surcharges(resolved);
    (!levers.is_empty()).then_some(plain(levers, vec![solvent()]))
}

/// The levers are the three that help each missed target (and the balance) most for their change,
/// and the surcharges, which may be wanted to pay for it. Targets that levers do not meet even one
/// at a time are set aside and said; the balance never is.
fn meet_plan(resolved: &ResolvedScenario) -> Option<Asked> {
    let all = targets(resolved, |_| true);
    if all.is_empty() {
        return None;
    }
    let projection = resolved.project();
    let (missed, mut held): (Vec<Goal>, Vec<Goal>) = all.into_iter().partition(|goal| {
        let known = resolved.verdicts(&projection);
        let target = known.iter().find(|(target, _)| Some(&target.id) == goal.target.as_ref());
        !target.is_some_and(|(_, verdict)| verdict.status.holds())
    });
    // What no lever moves stays as it is.
    held.retain(|goal| !matches!(goal.metric, Metric::Deliverable(_)));
    let (mut goals, mut aside, mut helpers) = (Vec::new(), Vec::new(), Vec::new());
    for goal in missed.into_iter().chain([solvent()]) {
        let helpful = helpful(resolved, &goal);
        let most = &helpful[..helpful.len().min(MAX_LEVERS)];
        if goal.target.is_some() && (most.is_empty() || !reachable(resolved, most, &goal)) {
            aside.push(goal);
        } else {
            goals.push(goal);
            helpers.push(helpful);
        }
    }
    // Every goal's best lever before anybody's second.
    let mut levers = surcharges(resolved);
    for rank in 0..PER_GOAL {
        for lever in helpers.iter().filter_map(|helpful| helpful.get(rank)) {
            if !levers.contains(lever) && levers.len() < MAX_LEVERS {
                levers.push(*lever);
            }
        }
    }
    if levers.is_empty() {
        levers.push(hires(resolved, 0.0)?);
    }
    levers.sort_by_key(|lever| lever.input);
    let solvent = goals.pop();
    let goals = goals.into_iter().chain(held).chain(solvent).collect();
    Some(Asked { supposed: Vec::new(), question: GoalSeek { levers, goals, aim: Aim::Nearest }, aside })
}

/// Supposed is a share that is the same in every year from the next one on, hires that replace those
/// who leave and no more, and the building projects that are in the scenario. The limits are the
/// standards: floor area for each student and students for each teacher, in every year; where places
/// limit the entrants, nobody is left without one.
fn highest_share(resolved: &ResolvedScenario) -> Option<Asked> {
    let [share, hires, fill, leave, standard, limit] =
        ["vocational_share", "hires", "gap_fill_share", "attrition_rate", "area_per_student_standard", "seat_limit"]
            .map(InputId::find);
    let (share, hires, fill, leave, standard, limit) = (share?, hires?, fill?, leave?, standard?, limit?);
    let projection = resolved.project();
    let teachers = projection.value(Quantity::Teachers, 0).filter(|teachers| *teachers > 0.0)?;
    projection.value(Quantity::Seats, 0).filter(|seats| *seats > 0.0)?;
    let at = |input: InputId, t: usize| resolved.model_inputs.inputs.at(input, t);
    let leavers: Vec<(i32, f64)> =
        (1..resolved.model_inputs.years).map(|t| (resolved.base_year() + t as i32, teachers * at(leave, t))).collect();
    let same = leavers.iter().all(|(_, leavers_of)| *leavers_of == leavers[0].1);
    let replaced = if same { PathValue::Constant(leavers[0].1) } else { PathValue::Points(leavers) };
    let mut goals = vec![
        Goal::of(Quantity::AreaPerStudent, Op::AtLeast, at(standard, 0), When::Every),
        Goal::of(Quantity::TeacherGap, Op::AtMost, 0.0, When::Every),
    ];
    if at(limit, 0) == 1.0 {
        goals.push(Goal::of(Quantity::UnplacedEntrants, Op::AtMost, 0.0, When::Every));
    }
    let supposed =
        vec![(share, PathValue::Constant(at(share, 0))), (hires, replaced), (fill, PathValue::Constant(0.0))];
    let levers = vec![Lever { input: share, within: (share.spec().min, share.spec().max) }];
    Some(Asked { supposed, question: GoalSeek { levers, goals, aim: Aim::Highest(share) }, aside: Vec::new() })
}

/// Hires, with room to reach so many teachers in one year.
fn hires(resolved: &ResolvedScenario, teachers: f64) -> Option<Lever> {
    let lever = crate::solve::lever(resolved, InputId::find("hires")?);
    let room = teachers - resolved.model_inputs.inputs.staffing.teachers_base;
    let (low, high) = lever.within;
    Some(Lever { within: (low, high.max(room.ceil().min(lever.input.spec().max))), ..lever })
}

/// The shares of the surcharges, where they bring anything.
fn surcharges(resolved: &ResolvedScenario) -> Vec<Lever> {
    let brings = |quantity: Quantity, input: &str| {
        let input = InputId::find(input)?;
        let mut scenario = resolved.scenario.clone();
        scenario.inputs.insert(input, resolved.moved(input, input.spec().max));
        let most = scenario.resolve().ok()?.project().value(quantity, resolved.model_inputs.years - 1)?;
        (most > 0.0).then(|| crate::solve::lever(resolved, input))
    };
    let both = [
        (Quantity::FundSurchargeEducation, "education_surcharge_voc_share"),
        (Quantity::FundSurchargeLocal, "local_surcharge_voc_share"),
    ];
    both.into_iter().filter_map(|(quantity, input)| brings(quantity, input)).collect()
}

/// The targets of the plan that fall due by the horizon.
fn targets(resolved: &ResolvedScenario, which: impl Fn(&Metric) -> bool) -> Vec<Goal> {
    let horizon = resolved.scenario.horizon;
    let targets = resolved.scenario.area().targets.iter();
    let due = targets.filter(|target| target.year.is_none_or(|year| resolved.scenario.years().contains(&year)));
    due.filter(|target| which(&target.metric)).map(|target| Goal::target(target, horizon)).collect()
}

/// The levers that help a goal, the one that helps most first.
fn helpful(resolved: &ResolvedScenario, goal: &Goal) -> Vec<Lever> {
    let levers = crate::solve::levers(resolved).into_iter();
    let mut helpful: Vec<(f64, Lever)> =
        levers.filter_map(|lever| help(resolved, lever, goal).map(|help| (help, lever))).collect();
    helpful.sort_by(|a, b| b.0.total_cmp(&a.0));
    helpful.into_iter().map(|(_, lever)| lever).collect()
}

/// The money never runs out.
fn solvent() -> Goal {
    Goal::of(Quantity::BalanceCumulative, Op::AtLeast, 0.0, When::Every)
}

/// The smallest change, and nothing supposed.
fn plain(levers: Vec<Lever>, goals: Vec<Goal>) -> Asked {
    Asked { supposed: Vec::new(), question: GoalSeek { levers, goals, aim: Aim::Nearest }, aside: Vec::new() }
}
