//! Who is looking: the size of the window, the language, the wishes set in the system.

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Chinese,
    English,
}

impl Language {
    /// As in the page's address: `?lang=zh`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// What the browser says that its user reads, the most wanted first.
    pub(crate) fn accepted(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN,zh,en",
            Self::English => "en-GB,en",
        }
    }
}

/// A window and the wishes of the person before it.
#[derive(Clone, Copy, Debug)]
pub struct View {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) language: Language,
    pub(crate) pixel_ratio: f64,
    pub(crate) dark: bool,
    pub(crate) reduced_motion: bool,
    pub(crate) forced_colors: bool,
}

impl View {
    /// A window of this inner size in CSS pixels, on a plain screen, with no special wishes.
    pub fn new(width: u32, height: u32, language: Language) -> Self {
        Self { width, height, language, pixel_ratio: 1.0, dark: false, reduced_motion: false, forced_colors: false }
    }

    /// An office PC: 1440 by 900.
    pub fn desktop(language: Language) -> Self {
        Self::new(1440, 900, language)
    }

    /// A tablet or a small laptop: 1024 by 768.
    pub fn tablet(language: Language) -> Self {
        Self::new(1024, 768, language)
    }

    /// A telephone held upright: 390 by 844.
    pub fn phone(language: Language) -> Self {
        Self::new(390, 844, language)
    }

    /// On a screen with so many device pixels to a CSS pixel (`devicePixelRatio`).
    pub fn with_pixel_ratio(self, pixel_ratio: f64) -> Self {
        Self { pixel_ratio, ..self }
    }

    /// With `prefers-color-scheme: dark`.
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// With `prefers-reduced-motion: reduce`.
    pub fn with_reduced_motion(self) -> Self {
        Self { reduced_motion: true, ..self }
    }

    /// With `forced-colors: active`, the high contrast of the system.
    pub fn with_forced_colors(self) -> Self {
        Self { forced_colors: true, ..self }
    }
}
