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

const TEXTURES: [(Pattern, bool); 12] = [
    (Pattern::Solid, false),
    (Pattern::Rising, false),
    (Pattern::Level, false),
    (Pattern::Falling, false),
    (Pattern::Dots, false),
    (Pattern::Upright, false),
    (Pattern::Crossed, false),
    (Pattern::Broad, false),
    (Pattern::Falling, true),
    (Pattern::Level, true),
    (Pattern::Crossed, true),
    (Pattern::Upright, true),
];

/// Lengths of dash and gap in pixels; `None` is an unbroken line.
pub(super) type Dash = Option<(f64, f64)>;

/// Dash of every comparison line.
pub(super) const COMPARISON_DASH: Dash = Some((6.0, 4.0));

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
            Ink::Need => Some((10.0, 4.0)),
            Ink::Category(n) if n % 8 >= 4 => Some((14.0, 4.0)),
            _ => None,
        }
    }

    /// Texture, and whether it lies in ink on a pale ground (true) or in the
    /// background's colour on an inked ground.
    pub(super) fn texture(self) -> (Pattern, bool) {
        match self {
            Ink::Vocational | Ink::Balance | Ink::Total => (Pattern::Solid, false),
            Ink::General => (Pattern::Rising, false),
            Ink::Need => (Pattern::Level, false),
            // Repeated colours, from the thirteenth on, get another texture.
            Ink::Category(n) => TEXTURES[(usize::from(n) + 5 * (usize::from(n) / 12)) % 12],
        }
    }
}
