//! What a mark stands for. Colour is never the only sign: each ink has a
//! marker, a dash and a pattern too.

/// Meaning of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Vocational schools.
    Vocational,
    /// General schools.
    General,
    /// A requirement or standard.
    Need,
    /// Surplus above zero, deficit below.
    Balance,
    /// A total or another neutral line.
    Total,
    /// One of several parts; colours and patterns repeat in new pairs after
    /// the twelfth.
    Category(u8),
}

/// Shape at the points of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Circle,
    Square,
    Triangle,
    Diamond,
}

/// Texture of a filled shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    Solid,
    Rising,
    Level,
    Falling,
    Dots,
    Upright,
    Crossed,
    Broad,
}

const PATTERNS: [Pattern; 8] = [
    Pattern::Solid,
    Pattern::Rising,
    Pattern::Level,
    Pattern::Falling,
    Pattern::Dots,
    Pattern::Upright,
    Pattern::Crossed,
    Pattern::Broad,
];

/// Lengths of dash and gap in pixels; `None` is an unbroken line.
pub(super) type Dash = Option<(f64, f64)>;

/// Dash of every comparison line.
pub(super) const COMPARISON_DASH: Dash = Some((4.0, 4.0));

impl Ink {
    pub(super) fn marker(self) -> Marker {
        match self {
            Ink::Vocational | Ink::Balance => Marker::Circle,
            Ink::General => Marker::Square,
            Ink::Need => Marker::Triangle,
            Ink::Total => Marker::Diamond,
            Ink::Category(n) => match n % 4 {
                0 => Marker::Circle,
                1 => Marker::Square,
                2 => Marker::Triangle,
                _ => Marker::Diamond,
            },
        }
    }

    pub(super) fn dash(self) -> Dash {
        match self {
            Ink::Need => Some((9.0, 4.0)),
            Ink::Category(n) if n % 8 >= 4 => Some((14.0, 4.0)),
            _ => None,
        }
    }

    pub(super) fn pattern(self) -> Pattern {
        match self {
            Ink::Vocational | Ink::Balance | Ink::Total => Pattern::Solid,
            Ink::General => Pattern::Rising,
            Ink::Need => Pattern::Level,
            Ink::Category(n) => {
                let n = usize::from(n);
                PATTERNS[(n + n / 12) % 8]
            }
        }
    }
}
