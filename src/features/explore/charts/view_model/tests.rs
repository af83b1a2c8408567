use super::*;
use crate::features::uncertainty::view_model::Sureness;
use voced_scenario::{Area, AreaRef, Layer, Scenario};

fn outcome(id: &str, layer: Layer) -> Outcome {
    Outcome::of(&Scenario::new(AreaRef::shipped(id).expect("ships"), layer)).expect("sound")
}

#[test]
fn every_chart_of_every_area_has_something_to_show_in_both_languages() {
    for id in Area::ids() {
        let (plan, base) = (outcome(id, Layer::Plan), outcome(id, Layer::Base));
        for lang in Lang::ALL {
            let frame =
                Frame { outcome: &plan, reference: Some(&base), sureness: None, year: 2025, difference: false, lang };
            for chart in ChartId::ALL {
                match drawing(*chart, frame) {
                    Drawing::Figure(figure) => {
                        assert!(!figure.is_empty(), "{id} {chart:?}");
                        for panel in &figure.panels {
                            assert!(!panel.unit.contains('_'), "{}", panel.unit);
                        }
                        for column in figure.columns() {
                            assert!(!column.name.is_empty() && column.name != column.id, "{id} {chart:?}");
                        }
                    }
                    Drawing::Progress(progress) => assert_eq!(progress.rows.is_empty(), id == "national", "{id}"),
                }
            }
        }
    }
}

#[test]
fn the_table_of_a_chart_holds_the_results_in_its_unit() {
    let plan = outcome("dezhou", Layer::Plan);
    let frame =
        Frame { outcome: &plan, reference: None, sureness: None, year: 2025, difference: false, lang: Lang::Zh };
    let Drawing::Figure(figure) = drawing(ChartId::Uses, frame) else { panic!("a figure") };
    assert_eq!(figure.panels[0].unit, "亿元");
    let total: f64 = figure.panels[0]
        .series
        .iter()
        .filter(|series| series.mark == Mark::Stacked)
        .filter_map(|series| series.value(5))
        .sum();
    let uses = plan.value(Quantity::UsesTotal, 2025).expect("a value") / 1e8;
    assert!((total - uses).abs() < 1e-9, "{total} against {uses}");
    // What never costs anything is left out.
    assert!(figure.panels[0].series.iter().all(|series| series.id != "cost_construction"));
}

#[test]
fn what_must_hold_in_every_year_names_the_year_it_is_shown_in() {
    let mut found = 0;
    for id in Area::ids() {
        let plan = outcome(id, Layer::Plan);
        let frame =
            Frame { outcome: &plan, reference: None, sureness: None, year: 2025, difference: false, lang: Lang::Zh };
        let Drawing::Progress(progress) = drawing(ChartId::Progress, frame) else { panic!("progress") };
        for (target, verdict) in plan.resolved().verdicts(plan.projection()) {
            if target.metric.unit().is_none() || verdict.value.is_none() {
                continue;
            }
            let label = target.label.get(Lang::Zh);
            let row = progress.rows.iter().find(|row| row.label == label).expect("each target has its row");
            let is_standing = target.constraint && target.year.is_none();
            assert_eq!(row.text.contains(&format!("（{}年） /", verdict.year)), is_standing, "{id} {}", row.text);
            found += usize::from(is_standing);
        }
    }
    assert!(found > 0, "no plan has a constraint of every year");
}

#[test]
fn what_was_observed_stands_on_every_chart_of_it_in_the_charts_unit() {
    let mut found = 0;
    for (id, quantity, year, value) in
        [("laiwu", Quantity::VocEnrolment, 2023, 2241.0), ("national", Quantity::GenEnrolment, 2022, 27_138_700.0)]
    {
        let base = outcome(id, Layer::Base);
        for lang in Lang::ALL {
            let frame = Frame { outcome: &base, reference: None, sureness: None, year: 2023, difference: false, lang };
            let charts = ChartId::ALL.iter().map(|chart| drawing(*chart, frame)).chain([single(quantity, frame)]);
            for chart in charts {
                let Drawing::Figure(figure) = chart else { continue };
                for (panel, series) in figure.series().filter(|(_, series)| series.id == quantity.id()) {
                    let t = figure.years.iter().position(|known| *known == year).expect("a year");
                    let seen: Vec<f64> = series.observed_at(t).map(|seen| panel.unscaled.of(seen)).collect();
                    assert_eq!(seen.len(), 1, "{id}");
                    assert!((seen[0] - value).abs() < 1e-6 * value, "{id} {seen:?}");
                    assert!(figure.observed_name.is_some());
                    found += 1;
                }
            }
        }
    }
    assert_eq!(found, 8, "a chart of the gallery and one of its own each, in two languages");
    let dezhou = outcome("dezhou", Layer::Base);
    let frame =
        Frame { outcome: &dezhou, reference: None, sureness: None, year: 2023, difference: false, lang: Lang::Zh };
    let Drawing::Figure(figure) = single(Quantity::VocEnrolment, frame) else { panic!("a figure") };
    assert!(figure.series().all(|(_, series)| series.observed.is_empty()), "history is on no chart");
}

#[test]
fn differences_are_those_of_the_two_scenarios_with_bands_of_their_own() {
    let (plan, base) = (outcome("laiwu", Layer::Plan), outcome("laiwu", Layer::Base));
    let about = voced_analysis::uncertainty::Question {
        draws: 200,
        bands: banded(ChartId::ALL, &plan),
        histograms: Vec::new(),
        year: None,
    };
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let study = voced_analysis::uncertainty::study(plan.resolved(), Some(base.resolved()), &about, go_on);
    let answer = crate::worker::Answer::Sure(study.expect("runs"));
    let sureness = Sureness::of(&std::rc::Rc::new(answer), &plan).expect("of this area");
    for lang in Lang::ALL {
        let frame = Frame {
            outcome: &plan,
            reference: Some(&base),
            sureness: Some(&sureness),
            year: 2025,
            difference: true,
            lang,
        };
        let mut bands = 0;
        for chart in ChartId::ALL {
            let Drawing::Figure(figure) = drawing(*chart, frame) else { continue };
            for (panel, series) in figure.series() {
                assert!(!series.comparison && series.observed.is_empty() && series.id.is_empty(), "{chart:?}");
                assert!(panel.unit.contains(phrases::LESS_STATUS_QUO.get(lang)), "{}", panel.unit);
                bands += usize::from(series.is_banded());
            }
        }
        assert!(bands > 5, "{bands}");
        let Drawing::Figure(enrolment) = drawing(ChartId::Enrolment, frame) else { panic!("a figure") };
        let (panel, total) = enrolment.series().last().expect("the total");
        let expected = plan.value(Quantity::VocEnrolment, 2025).zip(base.value(Quantity::VocEnrolment, 2025));
        let expected = expected.map(|(own, other)| own - other).expect("values");
        assert!((panel.unscaled.of(total.value(5).expect("a value")) - expected).abs() < 1e-6 * expected.abs());
        let band = total.band_at(5).expect("a band").parts().map(|part| panel.unscaled.of(part));
        let levels = sureness.differences(Quantity::VocEnrolment, 5).expect("levels");
        assert!(band.iter().zip(levels).all(|(shown, level)| (shown - level).abs() <= 1e-6 * level.abs()), "{band:?}");
        // With itself there is nothing to compare: levels are drawn.
        let own = Frame { reference: None, ..frame };
        let Drawing::Figure(levels) = drawing(ChartId::Intake, own) else { panic!("a figure") };
        assert!(levels.series().all(|(_, series)| !series.id.is_empty()));
    }
}
