//! Plain decimals with thousands separators.

/// The unit without a scale: what a shown number is multiplied by to be in it, and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Unscaled {
    /// How many of the unit a shown one is, such as 10,000.
    pub factor: f64,
    /// The unit's words, such as `元`.
    pub unit: String,
}

impl Default for Unscaled {
    fn default() -> Self {
        Self { factor: 1.0, unit: String::new() }
    }
}

impl Unscaled {
    /// A shown number in the unit itself, without the dust of binary fractions.
    pub fn of(&self, shown: f64) -> f64 {
        let value = shown * self.factor;
        // Twelve digits are more than anything was measured with.
        format!("{value:.11e}").parse().unwrap_or(value)
    }
}

/// A number with the given decimals, commas between thousands and a true minus
/// sign; what rounds to zero has no sign.
pub fn plain(value: f64, decimals: usize) -> String {
    if value.is_finite() { numerals::grouped(value, decimals) } else { String::from("–") }
}

/// A power of ten as a caption shows it, such as `×10⁹`.
pub(super) fn times_ten(power: i32) -> String {
    const SUPERSCRIPT: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut out = String::from("×10");
    if power < 0 {
        out.push('⁻');
    }
    for digit in power.unsigned_abs().to_string().bytes() {
        out.push(SUPERSCRIPT[usize::from(digit - b'0') % 10]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_taken_away_without_dust() {
        let ten_thousand = Unscaled { factor: 1e4, unit: String::new() };
        assert_eq!(ten_thousand.of(0.07), 700.0);
        assert_eq!(Unscaled::default().of(0.1 + 0.2), 0.3);
        assert!(Unscaled::default().of(f64::NAN).is_nan());
    }

    #[test]
    fn what_is_no_number_is_a_dash() {
        assert_eq!(plain(-1234.5, 1), "−1,234.5");
        assert_eq!(plain(f64::NAN, 0), "–");
        assert_eq!(times_ten(-12), "×10⁻¹²");
    }
}
