//! The brief of every area, in both languages.

use std::ops::ControlFlow;
use std::rc::Rc;
use voced_analysis::uncertainty;

use voced_analysis::uncertainty::Question;
use voced_model::inputs::{Role, Shape};
use voced_model::{InputId, Lang};
use voced_scenario::{Area, AreaRef, Layer, Scenario};

use super::*;
use crate::features::explore::charts::view_model::banded;
use crate::features::explore::headline::view_model::QUANTITIES;
use crate::worker::Answer;
use voced_charts::ems_of;

fn scenario(area: &str, layer: Layer) -> Scenario {
    Scenario::new(AreaRef::shipped(area).expect("ships"), layer)
}

/// A dozen levers away from where they are, and a name that would be a page of its own.
fn hostile(area: &str) -> Scenario {
    let mut scenario = scenario(area, Layer::Plan);
    scenario.name = "<script>alert(1)</script>“方案”&\u{202e}".repeat(6).chars().take(200).collect();
    let levers = InputId::all().filter(|input| input.spec().role == Role::Lever && input.spec().shape == Shape::Path);
    for input in levers.take(12) {
        let resolved = scenario.resolve().expect("sound");
        let (low, high) = (input.spec().min, input.spec().max);
        let level = scenario.value(input).1.value.level().unwrap_or(low);
        let moved = if level * 1.1 + 0.01 <= high { level * 1.1 + 0.01 } else { (low + level) / 2.0 };
        scenario.inputs.insert(input, resolved.moved(input, moved));
    }
    scenario
}

fn sureness(outcome: &Outcome) -> Sureness {
    let about = Question { draws: 200, bands: banded(ChartId::ALL, outcome), histograms: Vec::new(), year: None };
    let study = uncertainty::study(outcome.resolved(), None, &about, |_| ControlFlow::Continue(())).expect("runs");
    Sureness::of(&Rc::new(Answer::Sure(study)), outcome).expect("of this area")
}

fn snapshot(scenario: &Scenario, lang: Lang) -> Brief {
    let outcome = Outcome::of(scenario).expect("sound");
    let sureness = sureness(&outcome);
    brief(&Making {
        outcome: &outcome,
        compare: Layer::Base,
        sureness: Some(&sureness),
        year: scenario.horizon,
        difference: false,
        charts: &[ChartId::Progress, ChartId::Uses],
        is_chosen: true,
        address: "http://intranet.example/voced/#1.abc",
        lang,
    })
}

#[test]
fn the_brief_of_laiwu_says_what_was_asked_and_what_comes_of_it() {
    let mut own = scenario("laiwu", Layer::Plan);
    let share = InputId::find("vocational_share").expect("known");
    own.inputs.insert(share, own.resolve().expect("sound").moved(share, 0.45));
    let zh = snapshot(&own, Lang::Zh);
    assert!(zh.question.starts_with("如果莱芜") && zh.question.contains("中职招生占比由"), "{}", zh.question);
    assert!(zh.question.contains("45%") && zh.question.ends_with('？'), "{}", zh.question);
    assert_eq!(zh.changes.shown.len(), 1);
    assert_eq!(zh.results.len(), QUANTITIES.len());
    assert!(zh.results.iter().all(|line| !line.value.is_empty() && !line.difference.is_empty()), "{:?}", zh.results);
    assert!(zh.results.iter().any(|line| line.likely.contains('–')), "{:?}", zh.results);
    assert!(zh.assumptions.shown.iter().any(|one| one.is_estimate && one.source.contains("估计")));
    assert!(zh.link.note.is_empty() && zh.link.text == zh.link.address);
    let en = snapshot(&own, Lang::En);
    assert!(en.question.starts_with("What if in Laiwu") && en.question.contains("45%"), "{}", en.question);
    assert!(en.title.is_ascii(), "{}", en.title);
}

#[test]
fn two_paths_do_not_read_the_same_on_paper() {
    let hires = InputId::find("hires").expect("known");
    let with = |years: &[f64]| {
        let mut own = scenario("laiwu", Layer::Plan);
        own.horizon = 2019 + i32::try_from(years.len()).expect("few");
        own.inputs.insert(hires, voced_scenario::PathValue::Points((2020..).zip(years.iter().copied()).collect()));
        own
    };
    let one = with(&[300.0, 350.0, 400.0, 420.0, 430.0, 294.0]);
    let other = with(&[300.0, 290.0, 280.0, 285.0, 291.0, 294.0]);
    for lang in Lang::ALL {
        let [one, other] = [&one, &other].map(|own| snapshot(own, lang));
        assert_ne!(one.changes.shown, other.changes.shown);
        for year in ["350", "400", "420", "430", "294"] {
            assert!(one.changes.shown[0].contains(year), "{year}: {:?}", one.changes.shown);
        }
        // The question tells them too, or says that they are told on the other page.
        let is_told = ["430", lang.pick("逐年调整", "year by year")].iter().any(|part| one.question.contains(part));
        assert!(is_told, "{}", one.question);
        // More years than there is room for are named, not cut off.
        let long: Vec<f64> = (0..20).map(|t| 300.0 + f64::from(t * t % 7)).collect();
        let long = snapshot(&with(&long), lang);
        assert!(["2039", "2020"].iter().any(|year| long.changes.shown[0].contains(year)), "{:?}", long.changes);
        assert!(!long.changes.shown[0].contains('…'), "{:?}", long.changes);
    }
    // An amount that the plan does not give is called an example.
    let mut own = scenario("laiwu", Layer::Plan);
    own.inputs.insert(InputId::find("development_fund").expect("known"), voced_scenario::PathValue::Constant(5e6));
    assert!(snapshot(&own, Lang::Zh).changes.shown[0].contains("（示例）"));
}

#[test]
fn every_brief_is_whole_and_no_longer_than_its_paper() {
    for area in Area::ids() {
        let untouched = Layer::ALL.map(|layer| scenario(area, layer));
        for scenario in untouched.into_iter().chain([hostile(area)]) {
            for lang in Lang::ALL {
                let brief = snapshot(&scenario, lang);
                assert_eq!(brief.charts.len(), 3, "{area}");
                assert!(brief.charts.iter().all(|chart| chart.source.starts_with("data:image/svg+xml;base64,")));
                let texts = [&brief.title, &brief.question, &brief.foot].into_iter();
                let texts: Vec<&String> =
                    texts.chain(&brief.changes.shown).chain(&brief.warnings.shown).chain(&brief.sure).collect();
                let texts: Vec<&String> = texts.into_iter().chain(&brief.observed.shown).collect();
                let all = observed::lines(&Outcome::of(&scenario).expect("sound"), lang).len();
                assert_eq!(brief.observed.shown.len() + brief.observed.more, all, "{area}");
                assert!(all == 0 || !brief.observed.shown.is_empty(), "{area}");
                assert!(texts.iter().all(|text| !text.is_empty() && !text.contains('_')), "{area}: {texts:?}");
                let lines = brief.targets.shown.iter().map(TargetLine::lines).sum::<usize>()
                    + brief.assumptions.shown.iter().map(Assumption::lines).sum::<usize>()
                    + texts.iter().skip(3).map(|text| room::lines(text, LINE - 2.0)).sum::<usize>();
                assert!(lines <= LINES + 4, "{area} {lang:?}: {lines} lines");
                assert!(ems_of(&brief.question) < 9.0 * LINE, "{area} {lang:?}: {}", brief.question);
                assert!(brief.facts.iter().all(|(_, text)| ems_of(text) < 60.0), "{:?}", brief.facts);
                let all = scenario.area().targets.len();
                assert_eq!(brief.targets.shown.len() + brief.targets.more, all, "{area}");
            }
        }
    }
}

#[test]
fn missed_targets_come_first() {
    let brief = snapshot(&scenario("laiwu", Layer::Base), Lang::Zh);
    let met = |line: &TargetLine| line.status == voced_scenario::Status::Met;
    let first_met = brief.targets.shown.iter().position(met).unwrap_or(usize::MAX);
    let last_missed = brief.targets.shown.iter().rposition(|line| !met(line)).unwrap_or(0);
    assert!(last_missed < first_met || first_met == usize::MAX);
    assert!(brief.targets_said.starts_with("共"), "{}", brief.targets_said);
}

#[test]
fn a_long_link_prints_its_ends_and_says_so() {
    let short = Link::of("http://a.example/#1.x", Lang::Zh);
    assert_eq!(short.text, short.address);
    let long = Link::of(&format!("http://a.example/#1.{}", "x".repeat(600)), Lang::Zh);
    assert!(long.text.chars().count() < 160 && long.text.contains('…') && !long.note.is_empty());
    let huge = Link::of(&format!("http://a.example/#1.{}", "x".repeat(6000)), Lang::En);
    assert!(huge.note.contains("scenario file") && huge.address.len() > 6000);
}

#[test]
fn the_readers_charts_come_first_but_not_the_targets_twice() {
    use ChartId::{Balance, Enrolment, Intake, Payers, Progress, Uses};
    assert_eq!(shown::chosen(&[Progress, Uses], true, true), [Uses, Enrolment, Payers]);
    assert_eq!(shown::chosen(&[Balance, Uses, Intake, Enrolment], true, true), [Balance, Uses, Intake]);
    // Who pays goes in where it costs something and nobody chose otherwise.
    assert_eq!(shown::chosen(&[Balance, Uses, Intake, Enrolment], false, true), [Payers, Balance, Uses]);
    assert_eq!(shown::chosen(&[Balance, Uses, Intake, Enrolment], false, false), [Balance, Uses, Intake]);
}
