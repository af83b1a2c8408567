//! Draws are the same on every machine: here natively, in `benches/browser/tests` in a browser.

mod bits;

#[test]
fn draws_percentiles_and_chances_are_the_expected_ones_to_the_bit() {
    let found = bits::EXPECTED.map(|(area, seed, draws, _)| (area, seed, draws, bits::digest(area, seed, draws)));
    assert_eq!(found, bits::EXPECTED);
}
