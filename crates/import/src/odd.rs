//! What is odd about values: held against those of other areas, and against each other.

use voced_model::text::Text;
use voced_model::{InputId, Quantity, Style};

use crate::dry_run::{DryRun, ReadValue};
use crate::peers::{Peer, peers};
use crate::remark::Remark;

/// How many times the highest, or which part of the lowest, is odd.
const ODD: f64 = 3.0;

/// The factor of 万.
const TEN_THOUSAND: f64 = 1e4;

/// How far grades may be from the enrolment without a remark, as a share of it.
const ROUNDING: f64 = 0.005;

/// Adds remarks to the values that are odd.
pub(crate) fn remark(dry_run: &mut DryRun) {
    let mut remarks: Vec<(InputId, Vec<Remark>)> =
        dry_run.values.iter().map(|value| (value.input, against_peers(dry_run, value))).collect();
    remarks.extend(grades(
        dry_run,
        ["voc_grade_1_base", "voc_grade_2_base", "voc_grade_3_base"],
        Quantity::VocEnrolment,
    ));
    remarks.extend(grades(
        dry_run,
        ["gen_grade_1_base", "gen_grade_2_base", "gen_grade_3_base"],
        Quantity::GenEnrolment,
    ));
    remarks.extend(posts(dry_run));
    for (input, remarks) in remarks {
        if let Some(value) = dry_run.values.iter_mut().find(|value| value.input == input) {
            value.remarks.extend(remarks);
        }
    }
}

/// The value of an input in the base year, or its first.
fn level(dry_run: &DryRun, input: InputId) -> Option<f64> {
    let value = &dry_run.value(input)?.value;
    let year = dry_run.base_year.as_ref().map_or(i32::MIN, |year| year.value);
    Some(value.at(year, year)).filter(|value| value.is_finite())
}

fn of_id(dry_run: &DryRun, id: &str) -> Option<f64> {
    level(dry_run, InputId::find(id)?)
}

/// Remarks on a value beside those of the areas that ship.
fn against_peers(dry_run: &DryRun, value: &ReadValue) -> Vec<Remark> {
    let spec = value.input.spec();
    let Some(own) = level(dry_run, value.input).filter(|own| *own > 0.0) else { return Vec::new() };
    if matches!(spec.unit.style(), Style::Switch | Style::Year) {
        return Vec::new();
    }
    let graduates = InputId::find("junior_graduates");
    let per_graduate = spec.unit.is_extensive();
    let (own, others) = if per_graduate {
        // What grows with the area says something only beside its size, and its size nothing by itself.
        let Some(size) = graduates.filter(|size| *size != value.input) else { return Vec::new() };
        let Some(graduates) = level(dry_run, size).filter(|size| *size > 0.0) else { return Vec::new() };
        let sizes = peers(size);
        let of = |peer: Peer| {
            let size = sizes.iter().find(|size| size.id == peer.id && size.value > 0.0)?;
            Some(Peer { value: peer.value / size.value, ..peer })
        };
        (own / graduates, peers(value.input).into_iter().filter_map(of).collect::<Vec<Peer>>())
    } else {
        let mut others = peers(value.input);
        if spec.default > 0.0 {
            let area = Text { zh: "全国通用值".to_owned(), en: "national".to_owned() };
            others.push(Peer { id: "", area, value: spec.default });
        }
        (own, others)
    };
    let others: Vec<&Peer> = others.iter().filter(|peer| peer.value > 0.0).collect();
    let highest = others.iter().max_by(|one, other| one.value.total_cmp(&other.value));
    let lowest = others.iter().min_by(|one, other| one.value.total_cmp(&other.value));
    let (Some(highest), Some(lowest)) = (highest, lowest) else { return Vec::new() };
    let is_in_line = |value: f64| value <= highest.value * ODD && value >= lowest.value / ODD;
    if is_in_line(own) {
        return Vec::new();
    }
    let (remark, scaled, more) = if own > highest.value {
        let times = own / highest.value;
        (Remark::AbovePeers { times, peer: highest.area.clone(), per_graduate }, own / TEN_THOUSAND, false)
    } else {
        let share = own / lowest.value;
        (Remark::BelowPeers { share, peer: lowest.area.clone(), per_graduate }, own * TEN_THOUSAND, true)
    };
    let hint = is_in_line(scaled).then_some(Remark::TenThousand { more });
    std::iter::once(remark).chain(hint).collect()
}

/// Three grades beside the enrolment of the base year, where both are given.
fn grades(dry_run: &DryRun, grades: [&str; 3], quantity: Quantity) -> Option<(InputId, Vec<Remark>)> {
    let base_year = dry_run.base_year.as_ref()?.value;
    let mut observed = dry_run.observed.iter();
    let enrolment = observed.find(|observed| observed.quantity == quantity && observed.year == base_year)?.cell.value;
    let [one, two, three] = grades.map(|id| of_id(dry_run, id));
    let sum = one? + two? + three?;
    let is_off = (sum - enrolment).abs() > ROUNDING * enrolment.abs();
    let remark = Remark::GradesAgainstEnrolment { sum, enrolment };
    Some((InputId::find(grades[0])?, vec![remark])).filter(|_| is_off)
}

/// Teachers beside the approved posts, where both are given.
fn posts(dry_run: &DryRun) -> Option<(InputId, Vec<Remark>)> {
    let teachers = of_id(dry_run, "teachers_base")?;
    let posts = of_id(dry_run, "approved_posts").filter(|posts| *posts > 0.0)?;
    let remark = Remark::TeachersAgainstPosts { teachers, posts };
    Some((InputId::find("teachers_base")?, vec![remark])).filter(|_| teachers > posts)
}
