//! Random numbers that are the same on every machine: whole-number arithmetic and exact division by
//! powers of two, nothing else.
//!
//! Everything rests on the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable
//! pseudorandom number generators", OOPSLA 2014).

use voced_model::lanes::{Four, Lanes, WIDTH, Wide};

/// The golden ratio in 64 bits: the step of SplitMix64.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads every bit of `x` over all bits.
#[inline(always)]
pub(crate) const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// A key for something with a name, so that what else is drawn never changes its draws.
pub(crate) fn key(seed: u32, name: &str) -> u64 {
    name.bytes().fold(mix(u64::from(seed).wrapping_add(STEP)), |key, byte| mix(key ^ u64::from(byte)))
}

/// A run of random numbers (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Stream(pub(crate) u64);

impl Stream {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A whole number below `n`, by the upper half of a product: the bias is below `n` in 2^32.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        (((self.next() >> 32) * u64::from(n)) >> 32) as u32
    }
}

/// One input's column of a Latin hypercube: each of `n` equal layers of 0 to 1 is hit by exactly one
/// of the `n` draws.
///
/// Which layer a draw hits is a permutation computed on the spot rather than stored, so that a draw
/// depends on its number alone, in whatever order, slice or thread it is asked for. A number of as
/// few bits as `n` needs is multiplied, shifted and folded, each step of which can be undone; results
/// of `n` and more go round again.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    n: u32,
    mask: u32,
    fold: u32,
    rounds: [(u32, u32); 4],
    jitter: u64,
}

impl Column {
    pub(crate) fn new(key: u64, n: u32) -> Column {
        let bits = u32::BITS - n.saturating_sub(1).leading_zeros();
        let mut stream = Stream(key);
        // An odd factor can be undone.
        let rounds = std::array::from_fn(|_| {
            let word = stream.next();
            (word as u32 | 1, (word >> 32) as u32)
        });
        let mask = ((1_u64 << bits) - 1) as u32;
        Column { n, mask, fold: bits.div_ceil(2).max(1), rounds, jitter: stream.next() }
    }

    /// The layers of four draws below `n`.
    #[inline(always)]
    fn layers(&self, draws: [u32; 4]) -> [u32; 4] {
        let turn = |x: Four, (factor, term): (u32, u32)| x.turned(factor, term, self.mask).folded(self.fold);
        let round = |x: Four| self.rounds.into_iter().fold(x, turn);
        let mut layers = round(Four::of(draws));
        // Those of `n` and more go round again.
        while layers.reaches(self.n) {
            layers = layers.below(self.n, round(layers));
        }
        layers.to_numbers()
    }

    /// The numbers of a block of draws between 0 and 1, each anywhere in its layer.
    #[inline(always)]
    pub(crate) fn block(&self, draws: [u32; WIDTH]) -> Wide {
        let mut layers = [0; WIDTH];
        for (layers, draws) in layers.as_chunks_mut::<4>().0.iter_mut().zip(draws.as_chunks::<4>().0) {
            *layers = self.layers(*draws);
        }
        let mut words = [0; WIDTH];
        for (word, draw) in words.iter_mut().zip(draws) {
            *word = (mix(self.jitter ^ u64::from(draw)) >> 32) as u32;
        }
        let within = (lanes(words) + Wide::splat(0.5)) / Wide::splat((1_u64 << 32) as f64);
        (lanes(layers) + within) / Wide::splat(f64::from(self.n))
    }

    /// The draw's number between 0 and 1, anywhere in its layer.
    pub(crate) fn at(&self, draw: u32) -> f64 {
        self.block([draw; WIDTH]).0[0]
    }
}

/// Whole numbers as lanes.
#[inline(always)]
fn lanes(numbers: [u32; WIDTH]) -> Wide {
    let mut lanes = [0.0; WIDTH];
    for (lane, number) in lanes.iter_mut().zip(numbers) {
        *lane = f64::from(number);
    }
    Lanes(lanes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_its_published_numbers() {
        let mut stream = Stream(1_234_567);
        let first: [u64; 3] = std::array::from_fn(|_| stream.next());
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn every_layer_is_hit_once() {
        for n in [1, 2, 3, 4, 5, 7, 8, 9, 100, 1000, 1024, 1025, 4097] {
            let column = Column::new(key(7, "hires"), n);
            let mut hit = vec![false; n as usize];
            for draw in 0..n {
                let u = column.at(draw);
                let layer = (u * f64::from(n)) as usize;
                assert!((0.0..1.0).contains(&u) && !hit[layer], "{n}: layer {layer} twice");
                hit[layer] = true;
            }
        }
    }

    /// Product-moment correlation; both have `n` equally spaced values, more or less.
    fn correlation(left: &[f64], right: &[f64]) -> f64 {
        let n = left.len() as f64;
        let covariance: f64 = left.iter().zip(right).map(|(a, b)| (a - 0.5) * (b - 0.5)).sum::<f64>() / n;
        covariance * 12.0
    }

    #[test]
    fn columns_are_independent_of_each_other_and_of_the_order() {
        for (n, seed) in [(200, 1), (1000, 1), (1000, 2), (5000, 3)] {
            let column = |name: &str| -> Vec<f64> {
                let column = Column::new(key(seed, name), n);
                (0..n).map(|draw| column.at(draw)).collect()
            };
            let mut columns: Vec<Vec<f64>> = (0..30).map(|i| column(&format!("input_{i}"))).collect();
            columns.push((0..n).map(|draw| (f64::from(draw) + 0.5) / f64::from(n)).collect());
            columns.push((0..n).map(|draw| f64::from(draw % 8) / 7.0).collect());
            // About 500 pairs: five standard errors leave room for chance, not for a pattern.
            let limit = 5.0 / f64::from(n).sqrt();
            let mut squares = 0.0;
            let mut pairs = 0.0;
            for (i, left) in columns.iter().enumerate() {
                for right in &columns[..i] {
                    let r = correlation(left, right);
                    assert!(r.abs() < limit, "{n} draws, column {i}: {r}");
                    (squares, pairs) = (squares + r * r, pairs + 1.0);
                }
            }
            let typical = (squares / pairs * f64::from(n)).sqrt();
            assert!((0.8..1.25).contains(&typical), "{n} draws: {typical} standard errors");
        }
    }
}
