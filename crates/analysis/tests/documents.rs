//! What leaves the simulator, from any valid scenario: result document, sheet, explanation.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use proptest::prelude::*;
use scenarios::{Drawn, scenario};
use voced_analysis::explain;
use voced_model::{Lang, Quantity};
use voced_scenario::Json;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_result_document_reads_back_to_the_same_numbers(Drawn(scenario) in scenario()) {
        let resolved = scenario.resolve().expect("a valid scenario");
        let projection = resolved.project();
        let report = voced_analysis::report::report(&resolved, &projection);
        let read = Json::parse(&report.to_string());
        prop_assert_eq!(read.as_ref(), Ok(&report));
        for quantity in Quantity::ALL {
            let values = report.get("quantities").and_then(|quantities| quantities.get(quantity.id()));
            let expected = (0..projection.years()).map(|t| projection.value(*quantity, t).into()).collect();
            prop_assert_eq!(values, Some(&Json::Array(expected)), "{}", quantity);
        }
    }

    #[test]
    fn the_sheet_is_a_full_table(Drawn(scenario) in scenario()) {
        let resolved = scenario.resolve().expect("a valid scenario");
        let projection = resolved.project();
        let sheet = voced_analysis::report::sheet(&resolved, &projection);
        prop_assert_eq!(sheet.head.len(), 4 + projection.years());
        prop_assert_eq!(sheet.rows.len(), Quantity::COUNT);
        for (quantity, row) in Quantity::ALL.iter().zip(&sheet.rows) {
            prop_assert_eq!(row.len(), sheet.head.len());
            for (t, cell) in row[4..].iter().enumerate() {
                let number = if cell.is_empty() { None } else { Some(cell.parse::<f64>().expect("a number")) };
                prop_assert_eq!(number, projection.value(*quantity, t), "{}, year {}", quantity, t);
            }
        }
    }

    #[test]
    fn the_explanation_computes_the_same_numbers_to_the_bit(Drawn(scenario) in scenario()) {
        let resolved = scenario.resolve().expect("a valid scenario");
        let (projection, book) = (resolved.project(), explain::book(&resolved));
        for quantity in Quantity::ALL {
            for t in 0..projection.years() {
                let derivation = book.derive(*quantity, t);
                prop_assert_eq!(derivation.value, projection.value(*quantity, t), "{}, year {}", quantity, t);
            }
        }
        for lang in Lang::ALL {
            let text = book.text(&resolved, Quantity::BalanceCumulative, projection.years() - 1, lang, 2);
            prop_assert!(text.contains(Quantity::BalanceCumulative.spec().name.get(lang)), "{text}");
        }
    }
}
