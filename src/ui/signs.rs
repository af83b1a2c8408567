//! Signs of comparisons.

use voced_scenario::Op;

/// The sign of a comparison, with a space after it.
pub fn sign(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "≥ ",
        Op::AtMost => "≤ ",
        Op::Equal => "= ",
        Op::About => "≈ ",
    }
}
