//! The explanation computes the same numbers as the everyday run, and opens down to the inputs.

use voced_sim::explain::Token;
use voced_sim::{Lang, Layer, Place, Quantity, Region, Scenario};

#[test]
fn every_cell_is_the_same_number_to_the_bit() {
    for id in Region::ids() {
        for layer in Layer::ALL {
            let world = Scenario::new(Place::shipped(id).expect("ships"), layer).resolve().expect("sound");
            let (projection, book) = (world.project(), world.book());
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
    let world = Scenario::new(Place::shipped("laiwu").expect("ships"), Layer::Plan).resolve().expect("sound");
    let book = world.book();
    let last = world.case.years - 1;
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
    let world = Scenario::new(Place::shipped("dezhou").expect("ships"), Layer::Plan).resolve().expect("sound");
    let text = world.book().text(&world, Quantity::GenEntrants, 1, Lang::En, 0);
    insta::assert_snapshot!(text);
    let text = world.book().text(&world, Quantity::CostDeliverables, 1, Lang::Zh, 0);
    insta::assert_snapshot!(text);
}

#[test]
fn an_estimate_among_the_references_is_called_an_estimate() {
    use voced_sim::InputId;
    use voced_sim::inputs::SourceKind;
    let scenario = Scenario::new(Place::shipped("laiwu").expect("ships"), Layer::Plan);
    let standing = |id: &str| scenario.value(InputId::find(id).expect("known")).1.source.standing();
    // WAGE-SDT has no document; STD-02 is a national standard; REG-LW-VATCT is worked out.
    assert_eq!(standing("teacher_pay"), SourceKind::Estimate);
    assert_eq!(standing("students_per_teacher_standard"), SourceKind::Reference);
    assert_eq!(standing("surcharge_tax_base"), SourceKind::Derived);
}
