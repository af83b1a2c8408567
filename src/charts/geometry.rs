//! Where things lie in a drawn figure, in CSS pixels.

/// A box with its origin at the upper left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// Whether two boxes share some area.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// The plotting area of one panel and its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PanelBox {
    /// The area between the axes.
    pub rect: Rect,
    /// Value at the lower edge.
    pub low: f64,
    /// Value at the upper edge.
    pub high: f64,
}

impl PanelBox {
    /// Height of a value, in CSS pixels from the top of the figure.
    pub fn y_of(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.rect.bottom() - share * self.rect.h
    }

    /// Value at a height, the inverse of [`PanelBox::y_of`].
    pub fn value_at(&self, y: f64) -> f64 {
        self.low + (self.rect.bottom() - y) / self.rect.h * (self.high - self.low)
    }
}

/// What a page needs to place a read-out on a drawn figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// One box per panel, from the top.
    pub panels: Vec<PanelBox>,
    /// Horizontal middle of each year.
    pub x: Vec<f64>,
    /// Width of a year's column.
    pub column: f64,
}

impl Geometry {
    /// Index of the year under a horizontal position; `None` beside the plot.
    pub fn year_at(&self, x: f64) -> Option<usize> {
        let half = self.column / 2.0;
        self.x.iter().position(|&middle| (middle - half..middle + half).contains(&x))
    }
}
