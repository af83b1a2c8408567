//! The answer as pieces of a sentence, some of them numbers that open.

use voced_model::format::{self, Gauge};
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{Layer, Scenario, Status};

use crate::app::Outcome;
use crate::features::explore::charts::extra::extra_over;
use crate::phrases;

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A number in words, and the result that it opens.
    Number(String, Quantity),
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The index of the year it is about.
    pub t: usize,
    /// Its pieces, one after the other.
    pub pieces: Vec<Piece>,
}

impl Answer {
    /// The sentence as one text.
    pub fn text(&self) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Words(words) | Piece::Number(words, _) => words.clone(),
        };
        self.pieces.iter().map(text).collect()
    }
}

/// A sentence in the making: clauses with marks between.
struct Sentence {
    lang: Lang,
    pieces: Vec<Piece>,
}

impl Sentence {
    fn words(&mut self, words: impl Into<String>) {
        self.pieces.push(Piece::Words(words.into()));
    }

    fn between(&mut self) {
        self.words(self.lang.pick("；", "; "));
    }

    /// More or less of a result than in the comparison, in words without a sign.
    fn more_or_less(&mut self, quantity: Quantity, change: f64, gauge: Gauge, more: [&str; 2], less: [&str; 2]) {
        let [before, after] = if change > 0.0 { more } else { less };
        self.words(before);
        self.pieces.push(Piece::Number(gauge.gap(change.abs()), quantity));
        self.words(after);
    }
}

/// The answer in `year`, held against `reference`; `None` for a year that is not projected.
pub fn answer(outcome: &Outcome, reference: &Outcome, compare: Layer, year: i32, lang: Lang) -> Option<Answer> {
    let t = outcome.index(year)?;
    let mut said = Sentence { lang, pieces: Vec::new() };
    let same = reference.unless_same_as(outcome).is_none();
    let asked = asked(&outcome.resolved().scenario, &reference.resolved().scenario, year, lang);
    said.words(match same {
        true => {
            let itself = lang.bracketed(phrases::itself(compare).get(lang));
            lang.pick(format!("{asked}{itself}，{year}年："), format!("{asked}{itself}, {year}: "))
        }
        false => {
            let against = phrases::against(compare).get(lang);
            lang.pick(format!("{asked}，{year}年{against}："), format!("{asked}, {year} {against}: "))
        }
    });
    students(&mut said, outcome, reference, year, same);
    money(&mut said, outcome, reference, year, same);
    missing(&mut said, outcome, year);
    targets(&mut said, outcome);
    said.words(lang.pick("。", "."));
    Some(Answer { t, pieces: said.pieces })
}

/// What was asked: the one lever that was moved, or the scenario and how many were.
fn asked(scenario: &Scenario, reference: &Scenario, year: i32, lang: Lang) -> String {
    let area = scenario.area().short.get(lang);
    let moved: Vec<InputId> =
        InputId::all().filter(|input| scenario.value(*input).1.value != reference.value(*input).1.value).collect();
    let builds_the_same =
        scenario.layer == reference.layer && scenario.projects.is_empty() && scenario.deliverables.is_empty();
    if let ([input], true) = (moved.as_slice(), builds_the_same) {
        let spec = input.spec();
        let level =
            |one: &Scenario| format::short(one.value(*input).1.value.at(one.base_year(), year), spec.unit, lang);
        let (own, other, name) = (level(scenario), level(reference), spec.name.get(lang));
        if own != other {
            return lang
                .pick(format!("{area}{name}由{other}改为{own}"), format!("{area}, {name} {own} instead of {other}"));
        }
    }
    let layer = scenario.layer.words().get(lang).to_ascii_lowercase();
    let own = scenario.inputs.len() + scenario.projects.len() + scenario.deliverables.len();
    let changed = if own == 0 { String::new() } else { format!("{own} {}", phrases::CHANGED_ITEMS.get(lang)) };
    lang.pick(
        format!("{area}{layer}{}", lang.bracketed(&changed)),
        format!("{area}, {layer}{}", lang.bracketed(&changed)),
    )
}

/// A result, and by how much it differs.
fn pair(
    outcome: &Outcome,
    reference: &Outcome,
    quantity: Quantity,
    year: i32,
    lang: Lang,
) -> Option<(f64, f64, Gauge)> {
    let value = outcome.value(quantity, year)?;
    let change = value - reference.value(quantity, year)?;
    Some((value, change, Gauge::glance(&[value, change], &[], quantity.spec().unit, lang)))
}

fn students(said: &mut Sentence, outcome: &Outcome, reference: &Outcome, year: i32, same: bool) {
    let lang = said.lang;
    let Some((value, change, gauge)) = pair(outcome, reference, Quantity::VocEnrolment, year, lang) else { return };
    if same {
        said.words(lang.pick("中职在校生", "vocational students: "));
        said.pieces.push(Piece::Number(gauge.text(value), Quantity::VocEnrolment));
    } else if gauge.is_nothing(change) {
        said.words(lang.pick("中职在校生不变", "as many in vocational schools"));
    } else {
        let more = lang.pick(["中职在校生多", ""], ["", " more in vocational schools"]);
        let less = lang.pick(["中职在校生少", ""], ["", " fewer in vocational schools"]);
        said.more_or_less(Quantity::VocEnrolment, change, gauge, more, less);
    }
}

/// What is spent more or less a year, and who pays it.
fn money(said: &mut Sentence, outcome: &Outcome, reference: &Outcome, year: i32, same: bool) {
    let lang = said.lang;
    let unit = Quantity::UsesTotal.spec().unit;
    let Some((value, change, gauge)) = pair(outcome, reference, Quantity::UsesTotal, year, lang) else { return };
    said.between();
    if same {
        said.words(lang.pick("支出", "spending "));
        said.pieces.push(Piece::Number(gauge.text(value), Quantity::UsesTotal));
        return;
    }
    // What is spent more and what the treasury pays more of it stand in one scale.
    let own = pair(outcome, reference, Quantity::TreasuryOutlay, year, lang).map(|(_, own, _)| own);
    let gauge = Gauge::glance(&[change, own.unwrap_or(0.0)], &[], unit, lang);
    if gauge.is_nothing(change) {
        said.words(lang.pick("支出不变", "spending as before"));
    } else {
        let more = lang.pick(["当年多支出", ""], ["", " more spent in the year"]);
        let less = lang.pick(["当年少支出", ""], ["", " less spent in the year"]);
        said.more_or_less(Quantity::UsesTotal, change, gauge, more, less);
    }
    let Some(own) = own else { return };
    if gauge.is_nothing(own) {
        said.words(lang.pick("，本级财政不多拿", ", nothing of it from the local treasury"));
        return;
    }
    let more = lang.pick(["，本级财政多拿", ""], [", the local treasury pays ", " more"]);
    let less = lang.pick(["，本级财政少拿", ""], [", the local treasury pays ", " less"]);
    said.more_or_less(Quantity::TreasuryOutlay, own, gauge, more, less);
    let mut beside = Vec::new();
    if let Some(share) = share(own, change) {
        beside.push(share);
        let upper = pair(outcome, reference, Quantity::UpperOutlay, year, lang).map(|(_, upper, _)| upper);
        if let Some(share) =
            upper.filter(|upper| !gauge.is_nothing(*upper)).and_then(|upper| self::share(upper, change))
        {
            beside.push(lang.pick(format!("上级{share}"), format!("higher levels {share}")));
        }
    }
    beside.extend(over_the_years(outcome, reference, year, lang));
    said.words(lang.bracketed(&beside.join(lang.pick("，", ", "))));
}

/// Which part of the extra spending a payer pays more; nothing where that is no part of it.
fn share(own: f64, change: f64) -> Option<String> {
    let share = own / change;
    (change > 0.0 && (0.0..=1.0).contains(&share)).then(|| format::percent(share))
}

/// What the treasury pays more or less from the first projected year to this one.
fn over_the_years(outcome: &Outcome, reference: &Outcome, year: i32, lang: Lang) -> Option<String> {
    let first = outcome.resolved().base_year() + 1;
    let sum = extra_over(outcome, reference, Quantity::TreasuryOutlay, first..=year).filter(|_| first < year)?;
    let sum = Gauge::glance(&[sum], &[], Quantity::TreasuryOutlay.spec().unit, lang).difference(sum).text(lang);
    Some(lang.pick(format!("{first}–{year}年合计{sum}"), format!("{sum} over {first}–{}", year % 100)))
}

/// Places and buildings that are missing.
fn missing(said: &mut Sentence, outcome: &Outcome, year: i32) {
    let lang = said.lang;
    let of = |quantity| outcome.value(quantity, year);
    if let Some(short) = of(Quantity::VocEnrolment).zip(of(Quantity::Seats)).map(|(students, seats)| students - seats)
        && short >= 0.5
    {
        let gauge = Gauge::glance(&[short], &[], Quantity::VocEnrolment.spec().unit, lang);
        said.between();
        said.pieces.push(Piece::Number(gauge.text(short), Quantity::Seats));
        said.words(lang.pick("超出标准学位", " beyond the places at the standard"));
    }
    let Some(gap) = of(Quantity::StandardGapArea).filter(|gap| *gap > 0.0) else { return };
    let gauge = Gauge::glance(&[gap], &[], Quantity::StandardGapArea.spec().unit, lang);
    said.between();
    said.words(lang.pick("校舍达标还差", "buildings up to standard would take another "));
    said.pieces.push(Piece::Number(gauge.text(gap), Quantity::StandardGapArea));
}

/// How many of the targets that are computed are missed, and how many are only assumed.
fn targets(said: &mut Sentence, outcome: &Outcome) {
    let lang = said.lang;
    let verdicts = outcome.resolved().verdicts(outcome.projection());
    let count = |is: fn(&Status) -> bool| verdicts.iter().filter(|(_, verdict)| is(&verdict.status)).count();
    let (met, missed) = (count(|s| matches!(s, Status::Met)), count(|s| matches!(s, Status::Missed { .. })));
    let (all, assumed) = (met + missed, count(|s| matches!(s, Status::Assumed)));
    if all + assumed == 0 {
        return;
    }
    said.between();
    said.words(lang.pick(
        format!("{all}项可测算目标中{missed}项未达成"),
        format!("{missed} of {all} computed targets are missed"),
    ));
    if assumed > 0 {
        said.words(lang.pick(format!("，另{assumed}项为假定完成"), format!(", {assumed} more are assumed done")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{Area, AreaRef, PathValue};

    fn outcome(id: &str, layer: Layer) -> Outcome {
        Outcome::of(&Scenario::new(AreaRef::shipped(id).expect("ships"), layer)).expect("sound")
    }

    #[test]
    fn more_intake_alone_says_what_it_costs() {
        let mut more = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Base);
        let share = voced_model::InputId::find("vocational_share").expect("an input");
        more.inputs.insert(share, PathValue::Constant(0.4));
        let (more, base) = (Outcome::of(&more).expect("sound"), outcome("laiwu", Layer::Base));
        let said = answer(&more, &base, Layer::Base, 2025, Lang::Zh).expect("a year");
        let text = said.text();
        let asked = "莱芜中职招生占比由30%改为40%，2025年与现状延续相比：中职在校生多";
        for part in [asked, "当年多支出", "本级财政多拿", "2021–2025年合计+", "校舍达标还差", "项未达成"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
        // Numbers are those of the two projections.
        let change = |quantity| more.value(quantity, 2025).expect("a value") - base.value(quantity, 2025).expect("one");
        let students = format::exact(change(Quantity::VocEnrolment).round(), None, Lang::Zh);
        let found = said.pieces.iter().find_map(|piece| match piece {
            Piece::Number(text, Quantity::VocEnrolment) => Some(text.clone()),
            _ => None,
        });
        assert_eq!(found, Some(format!("{students}人")));
        assert!(change(Quantity::UsesTotal) > 0.0);
    }

    #[test]
    fn every_answer_reads_well() {
        for id in Area::ids() {
            let [base, plan] = Layer::ALL.map(|layer| outcome(id, layer));
            for lang in Lang::ALL {
                for (own, other) in [(&plan, &base), (&base, &base), (&base, &plan)] {
                    for year in [own.resolved().base_year() + 1, 2025] {
                        let text = answer(own, other, Layer::Base, year, lang).expect("a year").text();
                        assert!(!text.contains("NaN") && !text.contains('_') && !text.contains("  "), "{text}");
                        // Words say which way, but for sums in brackets.
                        let outside = text.split(['（', '(']).next().unwrap_or_default();
                        assert!(!outside.contains('−') && !outside.contains('+'), "{text}");
                        assert!(text.ends_with(['。', '.']) && !text.ends_with("；。"), "{text}");
                    }
                }
            }
        }
        assert!(
            answer(&outcome("laiwu", Layer::Plan), &outcome("laiwu", Layer::Base), Layer::Base, 1990, Lang::Zh)
                .is_none()
        );
    }
}
