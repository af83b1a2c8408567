//! How numbers are written, over all quantities, areas and layers in both languages.

use std::ops::ControlFlow;
use std::rc::Rc;
use voced_analysis::uncertainty;

use voced_analysis::uncertainty::Question;
use voced_model::{Lang, Quantity, Style, Unit};
use voced_scenario::{Area, AreaRef, Layer, Scenario};

use crate::app::{Comparison, Outcome};
use crate::features::comparison::view_model::{columns, row};
use crate::features::explore::board::view_model::target_rows;
use crate::features::explore::headline::view_model as headline;
use crate::features::explore::headline::view_model::{Tile, tiles};
use crate::features::uncertainty::view_model::Sureness;
use crate::worker::Answer;

fn outcome(area: &str, layer: Layer) -> Outcome {
    Outcome::of(&Scenario::new(AreaRef::shipped(area).expect("ships"), layer)).expect("sound")
}

fn sureness(outcome: &Outcome) -> Sureness {
    let about = Question { draws: 1000, bands: headline::QUANTITIES.to_vec(), histograms: Vec::new(), year: None };
    let study = uncertainty::study(outcome.resolved(), None, &about, |_| ControlFlow::Continue(())).expect("runs");
    Sureness::of(&Rc::new(Answer::Sure(study)), outcome).expect("of this area")
}

/// The digits of a number and what stands behind them.
fn parts(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_digit() || "−+.,".contains(c))).unwrap_or(text.len());
    (&text[..end], text[end..].trim())
}

fn decimals(digits: &str) -> usize {
    digits.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// Whether texts are in one unit and scale, differences of shares aside; what is not a number has none.
fn in_one_scale(texts: &[&str]) -> bool {
    let mut units = texts.iter().map(|text| parts(text)).filter(|(digits, _)| !digits.is_empty()).map(|(_, unit)| unit);
    let first = units.next();
    units.all(|unit| Some(unit) == first)
}

fn is_whole(text: &str, unit: Unit) -> bool {
    let scaled = ["万", "亿", "million", "billion"].iter().any(|scale| text.contains(scale));
    unit.style() != Style::Count || !unit.is_extensive() || scaled || !parts(text).0.contains('.')
}

#[test]
fn a_row_of_the_comparison_is_in_one_scale() {
    for area in Area::ids() {
        let own = outcome(area, Layer::Plan);
        for lang in Lang::ALL {
            let columns = columns(&own, &Comparison::usual(&own.resolved().scenario), lang);
            for (quantity, year) in
                Quantity::ALL.iter().flat_map(|quantity| own.resolved().years().map(|y| (*quantity, y)))
            {
                let unit = quantity.spec().unit;
                let row = row(&columns, 0, quantity, year, lang);
                let values: Vec<&str> = row.cells.iter().filter_map(|cell| cell.text.as_deref()).collect();
                let said = format!("{area} {} {year}: {row:?}", quantity.id());
                assert!(in_one_scale(&values), "{said}");
                assert!(values.iter().all(|text| is_whole(text, unit)), "{said}");
                let finest = values.iter().map(|text| decimals(parts(text).0)).max().unwrap_or_default();
                for cell in row.cells.iter().filter(|cell| cell.direction != 0) {
                    let change = cell.difference.split(['（', '(']).next().unwrap_or_default();
                    assert!(decimals(parts(change).0) <= finest && is_whole(change, unit), "{said}");
                    if unit.style() != Style::Percent {
                        assert!(in_one_scale(&[values[0], change]), "{said}");
                    }
                }
            }
        }
    }
}

fn expect_card(tile: &Tile, lang: Lang, said: &str) {
    let unit = tile.quantity.spec().unit;
    let Some(amount) = &tile.amount else { return };
    let value = amount.text(lang);
    assert!(is_whole(&value, unit), "{said}");
    // Where nothing is missing the difference alone has digits.
    let own = if amount.number == "0" { 2 } else { decimals(&amount.number) };
    if let Some(difference) = tile.difference.as_ref().filter(|_| tile.direction != 0) {
        assert!(decimals(&difference.number) <= own.max(1) && is_whole(&difference.text(lang), unit), "{said}");
        assert!(unit.style() == Style::Percent || difference.unit == amount.unit, "{said}");
    }
    let ends: Vec<&str> = tile.likely.split(" – ").filter(|end| !end.is_empty()).collect();
    let [low, high] = ends[..] else { return assert!(ends.is_empty(), "{said}") };
    let ((low, scale), (high, other)) = (parts(low), parts(high));
    assert!(scale == other && decimals(low) == decimals(high) && decimals(low) <= own.max(1), "{said}");
    // The scale of the range is that of the value.
    let words = unit.words().get(lang);
    let own_scale = amount.unit.strip_suffix(words).unwrap_or_default().trim();
    assert_eq!(scale.trim_matches('%'), own_scale, "{said}");
    if let Some((_, _, aside)) = &tile.aside
        && unit.style() == Style::Money
    {
        assert!(aside.unit.starts_with(own_scale), "{said}");
    }
}

#[test]
fn a_card_is_in_one_scale_and_its_range_no_finer_than_its_value() {
    for area in Area::ids() {
        for (layer, other) in [(Layer::Plan, Layer::Base), (Layer::Base, Layer::Plan)] {
            let (own, reference) = (outcome(area, layer), outcome(area, other));
            let sureness = sureness(&own);
            for lang in Lang::ALL {
                for year in own.resolved().years() {
                    for tile in tiles(&own, &reference, Some(&sureness), year, lang) {
                        expect_card(&tile, lang, &format!("{area} {year}: {tile:?}"));
                    }
                }
            }
        }
    }
}

#[test]
fn a_row_of_the_board_is_in_one_scale() {
    for area in Area::ids() {
        for layer in Layer::ALL {
            let own = outcome(area, layer);
            for lang in Lang::ALL {
                for row in target_rows(&own, None, lang) {
                    let goal = row.goal.trim_start_matches(['≥', '≤', '=', '≈', ' ']);
                    // What must hold in every year names the year of its value behind it.
                    let value = row.value.split(['（', '(']).next().unwrap_or_default().trim_end();
                    assert!(in_one_scale(&[goal, value]), "{area}: {row:?}");
                    let gap = row.detail.split(['；', ';']).next().unwrap_or_default();
                    let gap = gap.trim_start_matches(|c: char| !c.is_ascii_digit());
                    assert!(
                        gap.is_empty() || parts(gap).0.contains(|c: char| ('1'..='9').contains(&c)),
                        "{area}: {row:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_balance_says_its_side_in_words_and_how_likely_a_deficit_is() {
    let mut told = 0;
    for area in Area::ids().filter(|area| *area != "national") {
        for layer in Layer::ALL {
            let own = outcome(area, layer);
            let sureness = sureness(&own);
            for (t, year) in own.resolved().years().enumerate().skip(1) {
                let balance = own.value(Quantity::Balance, year).expect("a balance");
                let share = sureness.below_zero(Quantity::Balance, t).expect("draws");
                for lang in Lang::ALL {
                    for tile in tiles(&own, &own, Some(&sureness), year, lang) {
                        if tile.quantity != Quantity::Balance {
                            assert!(tile.deficit.is_empty() && tile.lead.is_none(), "{tile:?}");
                            continue;
                        }
                        let text = tile.text(lang).expect("a number");
                        let side = if balance < 0.0 {
                            lang.pick("赤字", "deficit ")
                        } else {
                            lang.pick("结余", "surplus ")
                        };
                        assert!(text.starts_with(side) && !text.contains('−'), "{text}");
                        assert_eq!(tile.is_short, balance < 0.0);
                        assert!(tile.deficit.contains(lang.pick("赤字", "deficit")), "{tile:?}");
                        assert!(!["0%", "100%"].contains(&tile.deficit.split([' ', '：']).next().unwrap_or_default()));
                        let percent = voced_model::format::chance(share);
                        assert_eq!(tile.deficit.contains(&percent), share > 0.0 && share < 1.0, "{tile:?}");
                        told += usize::from(share > 0.0 && share < 1.0);
                    }
                }
            }
        }
    }
    assert!(told > 0, "this test needs draws on both sides");
}
