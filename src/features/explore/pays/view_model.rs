//! Who pays, in words.

use voced_model::equations::PAYERS;
use voced_model::format::{self, Gauge};
use voced_model::{Lang, Quantity};

use crate::app::Outcome;
use crate::features::explore::charts::extra::extra_over;
use crate::phrases;

/// What the year, and all years up to it, cost more than in the reference and who pays that, in yuan of each year;
/// empty where no more and no less is spent or paid. One sentence each.
pub fn lines(outcome: &Outcome, reference: &Outcome, year: i32, lang: Lang) -> Vec<String> {
    let first = outcome.resolved().base_year() + 1;
    let mut lines = Vec::new();
    if year >= first {
        lines.extend(line(outcome, reference, year, year, lang));
    }
    if year > first {
        lines.extend(line(outcome, reference, first, year, lang));
    }
    lines
}

/// The sentence of some years together.
fn line(outcome: &Outcome, reference: &Outcome, first: i32, last: i32, lang: Lang) -> Option<String> {
    let sum = |quantity: Quantity| extra_over(outcome, reference, quantity, first..=last);
    let total = sum(Quantity::UsesTotal)?;
    let paid: Vec<(Quantity, f64)> = PAYERS.iter().map(|payer| Some((*payer, sum(*payer)?))).collect::<Option<_>>()?;
    let balance = sum(Quantity::Balance)?;
    let most: Vec<f64> = paid.iter().map(|(_, value)| *value).chain([total, balance]).collect();
    let gauge = Gauge::sums(&most, Quantity::UsesTotal.spec().unit, lang);
    if gauge.is_nothing(total) && paid.iter().all(|(_, value)| gauge.is_nothing(*value)) {
        return None;
    }
    // A part of the whole can be told in percent only where all parts point one way.
    let is_shared = total > 0.0 && paid.iter().all(|(_, value)| (0.0..=total).contains(value));
    let part = |(payer, value): &(Quantity, f64)| {
        let share = if is_shared { format::percent(value / total) } else { String::new() };
        let amount = gauge.difference(*value).text(lang);
        (!gauge.is_nothing(*value))
            .then(|| format!("{} {amount}{}", payer.spec().name.get(lang), lang.bracketed(&share)))
    };
    let mut parts: Vec<String> = paid.iter().filter_map(part).collect();
    if !gauge.is_nothing(balance) {
        parts.push(format!("{} {}", phrases::BALANCE_CHANGE.get(lang), gauge.difference(balance).text(lang)));
    }
    let when = match first == last {
        true => lang.pick(format!("{last}年"), format!("In {last}")),
        false => lang.pick(format!("{first}–{last}年合计"), format!("Over {first}–{last}")),
    };
    let what = match gauge.is_nothing(total) {
        true => lang.pick("支出不变".to_owned(), "spending as before".to_owned()),
        false => format!("{} {}", phrases::EXTRA_SPENDING_SAID.get(lang), gauge.difference(total).text(lang)),
    };
    let (colon, comma, stop) = (lang.pick("：", ": "), lang.pick("，", ", "), lang.pick("。", "."));
    Some(format!("{when}{}{what}{colon}{}{stop}", lang.pick("", " "), parts.join(comma)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::InputId;
    use voced_scenario::{Area, AreaRef, Layer, PathValue, Scenario};

    fn outcome(id: &str, layer: Layer) -> Outcome {
        Outcome::of(&Scenario::new(AreaRef::shipped(id).expect("ships"), layer)).expect("sound")
    }

    #[test]
    fn more_intake_alone_is_paid_in_parts_of_the_whole() {
        let mut more = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Base);
        more.inputs.insert(InputId::find("vocational_share").expect("an input"), PathValue::Constant(0.4));
        let (more, base) = (Outcome::of(&more).expect("sound"), outcome("laiwu", Layer::Base));
        let change =
            |quantity: Quantity| more.value(quantity, 2025).expect("one") - base.value(quantity, 2025).expect("one");
        let lines = lines(&more, &base, 2025, Lang::Zh);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("2025年支出 +") && lines[1].starts_with("2021–2025年合计支出 +"), "{lines:?}");
        let (spent, paid) = (change(Quantity::UsesTotal), change(Quantity::TreasuryOutlay));
        let share = format::percent(paid / spent);
        let is_part = (0.0..=1.0).contains(&(paid / spent)) && change(Quantity::Balance) <= 0.0;
        assert_eq!(lines[0].contains(&format!("（{share}）")), is_part, "{lines:?}");
        assert!(lines[0].contains("本级财政投入 +"), "{lines:?}");
    }

    #[test]
    fn every_line_reads_well_and_nothing_is_said_of_no_difference() {
        for id in Area::ids() {
            let [base, plan] = Layer::ALL.map(|layer| outcome(id, layer));
            for lang in Lang::ALL {
                for line in lines(&plan, &base, 2025, lang).iter().chain(&lines(&base, &plan, 2023, lang)) {
                    assert!(!line.contains("NaN") && !line.contains("  ") && line.ends_with(['。', '.']), "{line}");
                }
                assert!(lines(&plan, &plan, 2025, lang).is_empty());
            }
        }
    }
}
