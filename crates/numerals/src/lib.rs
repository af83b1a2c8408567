//! Decimals as people read them: commas between thousands, a true minus sign. The one place where digits are grouped,
//! for the model's amounts and for the axes of charts.
//!
//! ```
//! assert_eq!(numerals::grouped(-1234567.891, 2), "−1,234,567.89");
//! ```

/// The minus sign of people.
pub const MINUS: &str = "−";

/// Digits with thousands separators and a fixed number of decimals.
pub fn grouped(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut out = String::with_capacity(text.len() + 8);
    if value < 0.0 && !is_zero {
        out.push_str(MINUS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_sign_and_decimals() {
        assert_eq!(grouped(0.0, 0), "0");
        assert_eq!(grouped(-0.001, 1), "0.0");
        assert_eq!(grouped(999.0, 0), "999");
        assert_eq!(grouped(1000.0, 0), "1,000");
        assert_eq!(grouped(-1234567.891, 2), "−1,234,567.89");
        assert_eq!(grouped(1e12, 0), "1,000,000,000,000");
    }
}
