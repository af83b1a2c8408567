//! Colours for screen and paper.

use plotters::style::RGBAColor;

use super::Ink;

/// A colour with opacity.
pub type Color = RGBAColor;

const fn rgb(hex: u32) -> Color {
    RGBAColor(((hex >> 16) & 0xff) as u8, ((hex >> 8) & 0xff) as u8, (hex & 0xff) as u8, 1.0)
}

/// One set of colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Background.
    pub paper: Color,
    /// Background of the observed years.
    pub shade: Color,
    /// Background of the year in question.
    pub focus: Color,
    /// Text.
    pub text: Color,
    /// Text of axes, and notes.
    pub muted: Color,
    /// Lines across the plot.
    pub grid: Color,
    /// Zero line, frame and divide.
    pub axis: Color,
    /// Vocational schools.
    pub vocational: Color,
    /// General schools.
    pub general: Color,
    /// Requirements and standards.
    pub need: Color,
    /// A surplus, and what is reached.
    pub surplus: Color,
    /// A deficit, and what is missed.
    pub deficit: Color,
    /// Parts of a whole.
    pub categories: [Color; 12],
}

impl Theme {
    /// Dark text on white.
    pub const LIGHT: Theme = Theme {
        paper: rgb(0xffffff),
        shade: rgb(0xf3f5f8),
        focus: rgb(0xe6eef8),
        text: rgb(0x1c2530),
        muted: rgb(0x55606e),
        grid: rgb(0xe3e7ec),
        axis: rgb(0x8a94a1),
        vocational: rgb(0x1c5299),
        general: rgb(0xc4731b),
        need: rgb(0x9b2f4b),
        surplus: rgb(0x1f7f73),
        deficit: rgb(0xb23a2e),
        categories: [
            rgb(0x1c5299),
            rgb(0xc4731b),
            rgb(0x1f8a7d),
            rgb(0x7a4f9e),
            rgb(0x3a93c9),
            rgb(0x6b7413),
            rgb(0xc2557a),
            rgb(0x44515f),
            rgb(0x8f5b3e),
            rgb(0x0f6f8c),
            rgb(0x2f6b3a),
            rgb(0xa3609f),
        ],
    };

    /// Light text on near black.
    pub const DARK: Theme = Theme {
        paper: rgb(0x171c23),
        shade: rgb(0x1f252d),
        focus: rgb(0x22324a),
        text: rgb(0xe8ecf1),
        muted: rgb(0xa9b4c0),
        grid: rgb(0x2c343e),
        axis: rgb(0x75808d),
        vocational: rgb(0x6aa5ea),
        general: rgb(0xe8a352),
        need: rgb(0xf08fa6),
        surplus: rgb(0x55bfae),
        deficit: rgb(0xef7f6d),
        categories: [
            rgb(0x6aa5ea),
            rgb(0xe8a352),
            rgb(0x4fb8a6),
            rgb(0xb48be0),
            rgb(0x8fd0f2),
            rgb(0xb5bd52),
            rgb(0xe98aae),
            rgb(0x9aa7b5),
            rgb(0xcf9a7d),
            rgb(0x3fb0c9),
            rgb(0x83c08c),
            rgb(0xd09ccd),
        ],
    };

    /// Black on white, for paper that may be grey.
    pub const PRINT: Theme = Theme {
        text: rgb(0x000000),
        muted: rgb(0x333333),
        grid: rgb(0xd5d5d5),
        axis: rgb(0x666666),
        shade: rgb(0xf2f2f2),
        focus: rgb(0xe8e8e8),
        vocational: rgb(0x123f7a),
        ..Theme::LIGHT
    };

    /// Colour of an ink; a deficit has its own.
    pub fn ink(&self, ink: Ink) -> Color {
        match ink {
            Ink::Vocational => self.vocational,
            Ink::General => self.general,
            Ink::Need => self.need,
            Ink::Balance => self.surplus,
            Ink::Total => self.text,
            Ink::Category(n) => self.categories[usize::from(n) % self.categories.len()],
        }
    }

    /// The quieter colour of a comparison: the ink, moved towards grey.
    pub fn comparison(&self, ink: Ink) -> Color {
        mix(self.ink(ink), self.muted, 0.45)
    }
}

/// `a` with a share of `b` in it.
pub(super) fn mix(a: Color, b: Color, share: f64) -> Color {
    let part = |a: u8, b: u8| (f64::from(a) * (1.0 - share) + f64::from(b) * share).round() as u8;
    RGBAColor(part(a.0, b.0), part(a.1, b.1), part(a.2, b.2), 1.0)
}

/// The colour, seen through.
pub(super) fn faint(color: Color, opacity: f64) -> Color {
    RGBAColor(color.0, color.1, color.2, opacity)
}
