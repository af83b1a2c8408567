//! The explanation computes the same numbers as the everyday run, and opens down to the inputs.

use voced_analysis::explain;
use voced_analysis::explain::Token;
use voced_model::{Lang, Quantity};
use voced_scenario::{Area, AreaRef, Layer, Scenario};

#[test]
fn every_cell_is_the_same_number_to_the_bit() {
    for id in Area::ids() {
        for layer in Layer::ALL {
            let resolved = Scenario::new(AreaRef::shipped(id).expect("ships"), layer).resolve().expect("sound");
            let (projection, book) = (resolved.project(), explain::book(&resolved));
            for quantity in Quantity::ALL {
                for t in 0..projection.years() {
                    let derivation = book.derive(*quantity, t);
                    assert_eq!(derivation.value, projection.value(*quantity, t), "{id} {quantity} {t}");
                    assert_eq!(derivation.value.is_some(), !derivation.formula.is_empty(), "{id} {quantity} {t}");
                }
            }
        }
    }
}

#[test]
fn every_cell_opens_down_to_inputs() {
    let resolved = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan).resolve().expect("sound");
    let book = explain::book(&resolved);
    let last = resolved.model_inputs.years - 1;
    let mut open = vec![(Quantity::BalanceCumulative, last)];
    let mut seen = open.clone();
    let mut inputs = 0;
    while let Some((quantity, t)) = open.pop() {
        for token in book.derive(quantity, t).formula {
            match token {
                Token::Quantity { quantity, t, .. } if !seen.contains(&(quantity, t)) => {
                    seen.push((quantity, t));
                    open.push((quantity, t));
                }
                Token::Input { .. } => inputs += 1,
                _ => {}
            }
        }
    }
    assert!(seen.len() > 100 && inputs > 100, "{} cells, {inputs} inputs", seen.len());
}

#[test]
fn the_text_names_formula_numbers_reasons_and_sources() {
    let resolved = Scenario::new(AreaRef::shipped("dezhou").expect("ships"), Layer::Plan).resolve().expect("sound");
    let text = explain::book(&resolved).text(&resolved, Quantity::GenEntrants, 1, Lang::En, 0);
    insta::assert_snapshot!(text);
    let text = explain::book(&resolved).text(&resolved, Quantity::CostDeliverables, 1, Lang::Zh, 0);
    insta::assert_snapshot!(text);
}

#[test]
fn an_estimate_among_the_references_is_called_an_estimate() {
    use voced_model::InputId;
    use voced_model::inputs::SourceKind;
    let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
    let standing = |id: &str| scenario.value(InputId::find(id).expect("known")).1.source.standing();
    // WAGE-SDT has no document; STD-02 is a national standard; REG-LW-VATCT is worked out.
    assert_eq!(standing("teacher_pay"), SourceKind::Estimate);
    assert_eq!(standing("students_per_teacher_standard"), SourceKind::Reference);
    assert_eq!(standing("surcharge_tax_base"), SourceKind::Derived);
}

#[test]
fn a_surcharge_opens_with_its_named_parts_each_once() {
    use voced_model::{InputId, Part};
    use voced_scenario::PathValue;
    let mut scenario = Scenario::new(AreaRef::shipped("dezhou").expect("ships"), Layer::Plan);
    let invested = InputId::find("enterprise_investment").expect("known");
    scenario.inputs.insert(invested, PathValue::Constant(3e7));
    let resolved = scenario.resolve().expect("sound");
    let derivation = explain::book(&resolved).derive(Quantity::FundSurchargeEducation, 2);
    let named = |tokens: &[Token]| -> Vec<Part> {
        let part = |token: &Token| if let Token::Part { part, .. } = token { Some(*part) } else { None };
        tokens.iter().filter_map(part).collect()
    };
    // The share, what is kept, and two inputs: four factors and three signs between them.
    assert_eq!(named(&derivation.formula), [Part::EducationKept]);
    assert_eq!(derivation.formula.len(), 7, "{:?}", derivation.formula);
    let opened: Vec<Part> = derivation.parts.iter().map(|part| part.part).collect();
    let all =
        [Part::EducationKept, Part::EducationGross, Part::SurchargeOffset, Part::SurchargeGross, Part::LocalGross];
    assert_eq!(opened, all, "each part once, in the order in which it is named");
    let value = |part: Part| derivation.parts.iter().find(|one| one.part == part).expect("opened").value;
    let kept = value(Part::EducationGross)
        - value(Part::SurchargeOffset) * value(Part::EducationGross) / value(Part::SurchargeGross);
    assert_eq!(value(Part::EducationKept), kept);
    assert!(value(Part::SurchargeOffset) > 0.0);
    // The inputs behind the parts are among what the formula reads.
    let rate = InputId::find("education_surcharge_rate").expect("known");
    assert!(derivation.all_tokens().any(|token| matches!(token, Token::Input { input, .. } if *input == rate)));
    let text = explain::book(&resolved).text(&resolved, Quantity::FundSurchargeEducation, 2, Lang::En, 0);
    assert_eq!(text.matches("where Both surcharges collected[").count(), 1, "{text}");
    assert!(text.contains("Education surcharge rate education_surcharge_rate = "), "{text}");
}

#[test]
fn no_formula_says_the_same_product_twice() {
    for id in Area::ids() {
        let resolved = Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Plan).resolve().expect("sound");
        let book = explain::book(&resolved);
        let last = resolved.model_inputs.years - 1;
        for quantity in Quantity::ALL {
            let derivation = book.derive(*quantity, last);
            let formulas =
                std::iter::once(&derivation.formula).chain(derivation.parts.iter().map(|part| &part.formula));
            for formula in formulas {
                // Three factors in a row, as the run of pieces that names them.
                let runs: Vec<Vec<String>> = formula
                    .windows(5)
                    .map(|run| run.iter().map(|token| token.name(&resolved, Lang::En)).collect())
                    .collect();
                let product = |run: &&Vec<String>| run[1] == " × " && run[3] == " × ";
                for (i, run) in runs.iter().enumerate().filter(|(_, run)| product(run)) {
                    assert!(!runs[..i].contains(run), "{id} {quantity} says {} twice", run.concat());
                }
            }
        }
    }
}
