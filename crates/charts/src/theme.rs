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
    /// Parts of a whole, in an order that keeps neighbours apart for every
    /// kind of colour vision.
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
        axis: rgb(0x7d8895),
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
            rgb(0xcb5a84),
            rgb(0x3a93c9),
            rgb(0x3b4754),
            rgb(0x8f5b3e),
            rgb(0x0f6f8c),
            rgb(0x6b7413),
            rgb(0xa3609f),
            rgb(0x2f6b3a),
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
            rgb(0xe98aae),
            rgb(0x8fd0f2),
            rgb(0x9aa7b5),
            rgb(0xcf9a7d),
            rgb(0x3fb0c9),
            rgb(0xb5bd52),
            rgb(0xd09ccd),
            rgb(0x83c08c),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn linear(part: u8) -> f64 {
        let c = f64::from(part) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    }

    fn rgb_linear(c: Color) -> [f64; 3] {
        [linear(c.0), linear(c.1), linear(c.2)]
    }

    fn luminance(c: Color) -> f64 {
        let [r, g, b] = rgb_linear(c);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio as WCAG defines it.
    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn themes() -> [(&'static str, Theme); 3] {
        [("light", Theme::LIGHT), ("dark", Theme::DARK), ("print", Theme::PRINT)]
    }

    #[test]
    fn text_stands_out_from_every_ground() {
        for (name, t) in themes() {
            for ground in [t.paper, t.shade, t.focus] {
                for color in [t.text, t.muted, t.need] {
                    let ratio = contrast(color, ground);
                    assert!(ratio >= 4.5, "{name}: {color:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn marks_stand_out_from_the_ground() {
        for (name, t) in themes() {
            let inks = [Ink::Vocational, Ink::General, Ink::Need, Ink::Balance, Ink::Total];
            let all = inks.into_iter().chain((0..12).map(Ink::Category));
            let colors = all.flat_map(|ink| [t.ink(ink), t.comparison(ink)]).chain([t.deficit, t.axis]);
            for color in colors {
                for ground in [t.paper, t.shade, t.focus] {
                    let ratio = contrast(color, ground);
                    let least = if ground == t.paper { 3.0 } else { 2.7 };
                    assert!(ratio >= least, "{name}: {color:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    /// Full dichromacy after Machado, Oliveira and Fernandes (2009), on linear RGB.
    const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
        ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protanopia",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ),
        (
            "deuteranopia",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ),
        (
            "tritanopia",
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
        ),
    ];

    /// CIE L*a*b* of a colour as seen.
    fn lab(c: Color, sight: &[[f64; 3]; 3]) -> [f64; 3] {
        let rgb = rgb_linear(c);
        let seen = sight.map(|row| (row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]).clamp(0.0, 1.0));
        let [r, g, b] = seen;
        let f = |v: f64| if v > 0.008856 { v.cbrt() } else { 7.787 * v + 16.0 / 116.0 };
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn distance(a: Color, b: Color, sight: &[[f64; 3]; 3]) -> f64 {
        let (a, b) = (lab(a, sight), lab(b, sight));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn the_tracks_differ_to_every_eye_and_in_grey() {
        for (name, t) in themes() {
            for (sight, matrix) in &SIGHTS {
                let d = distance(t.vocational, t.general, matrix);
                assert!(d > 35.0, "{name} {sight}: {d:.0}");
                let d = distance(t.surplus, t.deficit, matrix);
                assert!(d > 10.0, "{name} {sight}, balance: {d:.0}");
            }
            let grey = contrast(t.vocational, t.general);
            assert!(grey > if name == "dark" { 1.15 } else { 1.8 }, "{name}: {grey:.2}");
        }
    }

    #[test]
    fn no_two_parts_look_alike_without_colour() {
        let textures: Vec<_> = (0..12).map(|n| Ink::Category(n).texture()).collect();
        for (i, texture) in textures.iter().enumerate() {
            assert!(!textures[..i].contains(texture), "{i}: {texture:?}");
        }
        // A repeated colour has another texture.
        for n in 0..24 {
            assert_ne!(Ink::Category(n).texture(), Ink::Category(n + 12).texture());
        }
    }

    #[test]
    fn neighbouring_parts_differ_to_every_eye() {
        for (name, t) in themes() {
            for (sight, matrix) in &SIGHTS {
                for (i, pair) in t.categories.windows(2).enumerate() {
                    let d = distance(pair[0], pair[1], matrix);
                    assert!(d > 15.0, "{name} {sight} {i}: {d:.0}");
                }
            }
        }
    }
}
