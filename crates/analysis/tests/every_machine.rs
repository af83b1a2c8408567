//! Draws are the same on every machine: here natively, in `benches/browser/tests` in a browser.

mod bits;

#[test]
fn draws_percentiles_and_chances_are_the_expected_ones_to_the_bit() {
    let found = bits::EXPECTED.map(|(region, seed, draws, _)| (region, seed, draws, bits::digest(region, seed, draws)));
    assert_eq!(found, bits::EXPECTED);
}
