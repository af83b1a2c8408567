//! Samplings in short, to compare machines: everything of one folded into a number.

use voced_analysis::uncertainty;
use voced_analysis::uncertainty::Draws;
use voced_model::Quantity;
use voced_scenario::{AreaRef, Layer, Scenario};

/// Area, seed, draws, and the number that every machine must get. They change with the equations, the
/// data or the drawing, and then for every machine alike: a failing test prints the new ones.
pub const EXPECTED: [(&str, u32, u32, u64); 4] = [
    ("laiwu", 1, 1000, 0x71c7_b336_a112_23f0),
    ("laiwu", 7, 333, 0xc607_87d1_fc39_5a21),
    ("dezhou", 1, 1000, 0xf12f_d795_9cdb_586a),
    ("dezhou", 20_251, 333, 0x3d19_f2b0_5536_82e7),
];

/// The number of a sampling of an area's plan: its values, percentiles and chances.
pub fn digest(area: &str, seed: u32, draws: u32) -> u64 {
    let mut scenario = Scenario::new(AreaRef::shipped(area).expect("an area that ships"), Layer::Plan);
    scenario.seed = seed;
    fold(&uncertainty::draws(&scenario.resolve().expect("a sound scenario"), draws, Quantity::ALL))
}

/// FNV-1a over the bits of all numbers. Every absent value counts as the same.
fn fold(draws: &Draws) -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    for quantity in draws.quantities() {
        for t in 0..draws.years().len() {
            draws.values(*quantity, t).iter().for_each(|value| digest.number(*value));
        }
        for band in draws.bands(*quantity) {
            digest.number(band.known_share);
            band.levels.unwrap_or([f64::NAN; 5]).into_iter().for_each(|level| digest.number(level));
        }
    }
    for chance in draws.chances() {
        digest.word(u64::from(chance.judged));
        digest.word(u64::from(chance.met));
    }
    digest.0
}

struct Digest(u64);

impl Digest {
    fn number(&mut self, value: f64) {
        self.word(if value.is_nan() { u64::MAX } else { value.to_bits() });
    }

    fn word(&mut self, word: u64) {
        for byte in word.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
