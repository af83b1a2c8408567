//! What is out of line in a projection, and the levers that would change it.

use crate::sensitivity;
use crate::sensitivity::Swing;
use voced_model::equations::Projection;
use voced_model::text::Words;
use voced_model::{InputId, Quantity, Unit};
use voced_scenario::json::{Json, object};
use voced_scenario::resolved::ResolvedScenario;

/// Something that moves a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// An input.
    Input(InputId),
    /// The building projects.
    Projects,
    /// The deliverables.
    Deliverables,
}

impl Lever {
    /// The id in result files.
    pub fn id(self) -> &'static str {
        match self {
            Lever::Input(input) => input.id(),
            Lever::Projects => "projects",
            Lever::Deliverables => "deliverables",
        }
    }
}

/// A rule of this module: which values of a quantity are out of line.
struct Rule {
    id: &'static str,
    title: Words,
    /// What to do about it, in a few words.
    advice: Words,
    quantity: Quantity,
    /// Values below this are out of line; above, where `above` is set.
    limit: Limit,
    levers: &'static [&'static str],
}

enum Limit {
    Below(f64),
    Above(f64),
    /// Below the value of an input.
    BelowInput(&'static str),
    /// Above another quantity.
    AboveQuantity(Quantity),
}

/// The rules, the gravest first, as they are shown: money, places, staff and equipment, and last the share that the
/// plan itself asks for. Half a person is no shortage.
const RULES: &[Rule] = &[
    Rule {
        id: "deficit_cumulative",
        title: Words { zh: "累计资金出现缺口", en: "Cumulative deficit" },
        advice: Words { zh: "增加投入或压减支出", en: "find more money or spend less" },
        quantity: Quantity::BalanceCumulative,
        limit: Limit::Below(0.0),
        levers: &["education_surcharge_voc_share", "local_surcharge_voc_share", "development_fund", "tilt_share"],
    },
    Rule {
        id: "deficit",
        title: Words { zh: "当年支出大于来源", en: "Uses exceed sources in the year" },
        advice: Words { zh: "增加投入或压减支出", en: "find more money or spend less" },
        quantity: Quantity::Balance,
        limit: Limit::Below(0.0),
        levers: &[
            "education_surcharge_voc_share",
            "local_surcharge_voc_share",
            "development_fund",
            "public_funds_per_student",
            "per_student_appropriation",
        ],
    },
    Rule {
        id: "entrants_unplaced",
        title: Words { zh: "有新生因学位不足未录取", en: "Entrants without a place" },
        advice: Words { zh: "增建校舍", en: "build" },
        quantity: Quantity::UnplacedEntrants,
        limit: Limit::Above(0.5),
        levers: &["projects", "seat_limit"],
    },
    Rule {
        id: "entrants_refused",
        title: Words { zh: "部分新增分流学生不就读", en: "Directed entrants do not come" },
        advice: Words {
            zh: "放缓分流，或提高中职吸引力",
            en: "direct fewer, or make vocational schools more attractive",
        },
        quantity: Quantity::VocRefusals,
        limit: Limit::Above(0.5),
        levers: &["vocational_share", "refusal_share"],
    },
    Rule {
        id: "places_short",
        title: Words { zh: "学生多于可容纳学位", en: "More students than places" },
        advice: Words { zh: "增建校舍，或启用学位约束", en: "build, or let places limit the intake" },
        quantity: Quantity::VocEnrolment,
        limit: Limit::AboveQuantity(Quantity::Seats),
        levers: &["projects", "seat_limit", "vocational_share"],
    },
    Rule {
        id: "teachers_short",
        title: Words { zh: "专任教师少于标准", en: "Fewer teachers than the standard asks for" },
        advice: Words { zh: "增加招聘或补齐缺口", en: "hire more, or fill the gap" },
        quantity: Quantity::TeacherGap,
        limit: Limit::Above(0.5),
        levers: &["hires", "gap_fill_share"],
    },
    Rule {
        id: "over_quota",
        title: Words { zh: "专任教师超出可用编制", en: "More teachers than posts" },
        advice: Words {
            zh: "核对编制标准，或减少招聘与兼职占用",
            en: "check the quota, or hire less and use fewer part-time posts",
        },
        quantity: Quantity::QuotaHeadroom,
        limit: Limit::Below(-0.5),
        levers: &["quota_rule", "approved_posts", "students_per_staff_quota", "part_time_quota_share", "hires"],
    },
    Rule {
        id: "equipment_short",
        title: Words { zh: "仪器设备低于标准", en: "Equipment below the standard" },
        advice: Words { zh: "提高设备缺口补齐比例", en: "buy a larger share of the shortfall" },
        quantity: Quantity::StandardGapEquipment,
        limit: Limit::Above(0.5),
        levers: &["equipment_fill_share"],
    },
    Rule {
        id: "voc_share_below_floor",
        title: Words { zh: "中职招生占比低于底线", en: "Vocational share of intake below the floor" },
        advice: Words { zh: "提高中职招生占比", en: "raise the vocational share of intake" },
        quantity: Quantity::VocShareOfIntake,
        limit: Limit::BelowInput("vocational_share_floor"),
        levers: &["vocational_share"],
    },
];

/// Something out of line.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// The rule's id.
    pub id: &'static str,
    /// What is out of line.
    pub title: Words,
    /// What would help.
    pub advice: Words,
    /// The years in which it is so.
    pub years: Vec<i32>,
    /// The quantity it shows in.
    pub quantity: Option<Quantity>,
    /// The worst excess or shortfall over the limit, in `unit`.
    pub by: f64,
    /// The unit of `by`.
    pub unit: Option<Unit>,
    /// What would change it.
    pub levers: Vec<Lever>,
    /// For a number that drives a result: the results at its low and high end.
    pub range: Option<(f64, f64)>,
}

impl Warning {
    /// The warning as result files carry it.
    pub fn to_json(&self) -> Json {
        let years = self.years.iter().map(|year| Json::from(*year)).collect();
        let levers = self.levers.iter().map(|lever| Json::from(lever.id())).collect();
        object([
            ("id", self.id.into()),
            ("title_zh", self.title.zh.into()),
            ("title_en", self.title.en.into()),
            ("years", Json::Array(years)),
            ("quantity", self.quantity.map(Quantity::id).into()),
            ("by", self.by.into()),
            ("levers", Json::Array(levers)),
            ("low", self.range.map(|(low, _)| low).into()),
            ("high", self.range.map(|(_, high)| high).into()),
        ])
    }
}

/// Results whose driving estimates are worth a warning.
const WATCHED: [Quantity; 2] = [Quantity::VocEnrolment, Quantity::BalanceCumulative];

/// An estimate is worth a warning when its range moves the result by more than this share of it, or
/// turns its sign.
const NOTABLE_SWING: f64 = 0.1;

/// Everything out of line, the base year aside.
pub fn warnings(resolved: &ResolvedScenario, projection: &Projection<f64>) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = RULES.iter().filter_map(|rule| check(resolved, rule, projection)).collect();
    warnings.extend(uncosted(resolved));
    warnings.extend(WATCHED.into_iter().filter_map(|quantity| shaky(resolved, quantity, projection)));
    warnings
}

fn check(resolved: &ResolvedScenario, rule: &Rule, projection: &Projection<f64>) -> Option<Warning> {
    let mut years = Vec::new();
    let mut worst = 0.0_f64;
    for (t, year) in resolved.years().enumerate().skip(1) {
        let Some(value) = projection.value(rule.quantity, t) else { continue };
        let by = match rule.limit {
            Limit::Below(limit) => limit - value,
            Limit::Above(limit) => value - limit,
            Limit::BelowInput(id) => resolved.model_inputs.inputs.at(InputId::find(id)?, t) - value,
            Limit::AboveQuantity(other) => value - projection.value(other, t).unwrap_or(f64::NAN),
        };
        let by = by
            + match rule.limit {
                // The tolerance of half a person is not part of what is missing.
                Limit::Below(limit) if by > 0.0 => -limit,
                Limit::Above(limit) if by > 0.0 => limit,
                _ => 0.0,
            };
        let rounding = 1e-9 * value.abs().max(1e-3);
        if by > rounding {
            years.push(year);
            worst = worst.max(by);
        }
    }
    let levers = rule.levers.iter().filter_map(|id| match *id {
        "projects" => Some(Lever::Projects),
        "deliverables" => Some(Lever::Deliverables),
        id => InputId::find(id).map(Lever::Input),
    });
    (!years.is_empty()).then(|| Warning {
        id: rule.id,
        title: rule.title,
        advice: rule.advice,
        years,
        quantity: Some(rule.quantity),
        by: worst,
        unit: Some(rule.quantity.spec().unit),
        levers: levers.collect(),
        range: None,
    })
}

/// Deliverables without a cost make the uses look smaller than they will be.
fn uncosted(resolved: &ResolvedScenario) -> Option<Warning> {
    let count = resolved.deliverables.iter().filter(|deliverable| deliverable.item.unit_cost == 0.0).count();
    (count > 0).then(|| Warning {
        id: "deliverables_not_costed",
        title: Words { zh: "部分建设任务未计成本", en: "Some deliverables are not costed" },
        advice: Words {
            zh: "规划未给单价，支出因此偏低；可填入单位成本",
            en: "the plan gives no cost, so uses are understated; enter a unit cost",
        },
        years: Vec::new(),
        quantity: None,
        by: count as f64,
        unit: None,
        levers: vec![Lever::Deliverables],
        range: None,
    })
}

/// The low-confidence number that moves `quantity` most, where it moves it notably.
fn shaky(resolved: &ResolvedScenario, quantity: Quantity, projection: &Projection<f64>) -> Option<Warning> {
    let last = resolved.model_inputs.years.checked_sub(1)?;
    let value = projection.value(quantity, last)?;
    let low_confidence = |swing: &Swing| {
        resolved.scenario.value(swing.input.input).1.confidence == Some(voced_model::inputs::Confidence::Low)
    };
    let swing = sensitivity::swings(resolved, quantity, last).into_iter().find(low_confidence)?;
    let (low, high) = (swing.low.min(swing.high), swing.low.max(swing.high));
    let notable = high - low > NOTABLE_SWING * value.abs() || (low < 0.0) != (high < 0.0);
    notable.then(|| Warning {
        id: "low_confidence_driver",
        title: Words { zh: "结果取决于一个把握较低的数", en: "A low-confidence number drives the result" },
        advice: Words { zh: "请用本地数据核实", en: "check it against local data" },
        years: vec![resolved.scenario.horizon],
        quantity: Some(quantity),
        by: high - low,
        unit: Some(quantity.spec().unit),
        levers: vec![Lever::Input(swing.input.input)],
        range: Some((low, high)),
    })
}
