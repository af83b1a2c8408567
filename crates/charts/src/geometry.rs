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
    /// Boxes of what is read one at a time where there are no years: rows, bins, cells of a map.
    pub cells: Vec<Rect>,
}

impl Geometry {
    /// Index of the year under a horizontal position; `None` beside the plot.
    pub fn year_at(&self, x: f64) -> Option<usize> {
        let half = self.column / 2.0;
        self.x.iter().position(|&middle| (middle - half..middle + half).contains(&x))
    }

    /// Index of what is read at a point: a year, or a cell.
    pub fn at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let point = Rect { x, y, w: 1e-6, h: 1e-6 };
        self.year_at(x).or_else(|| self.cells.iter().position(|cell| cell.overlaps(&point)))
    }

    /// The cell beside one in a direction; where there is none, the next or the one before it.
    pub fn beside(&self, index: usize, (dx, dy): (f64, f64)) -> usize {
        let last = self.cells.len().saturating_sub(1);
        let Some(from) = self.cells.get(index) else { return last };
        let middle = |r: &Rect| (r.x + r.w / 2.0, r.y + r.h / 2.0);
        let (x, y) = middle(from);
        let along = |r: &Rect| {
            let (ahead, aside) =
                ((middle(r).0 - x) * dx + (middle(r).1 - y) * dy, (middle(r).0 - x) * dy + (middle(r).1 - y) * dx);
            (ahead > 0.5 && aside.abs() < 0.5).then_some(ahead)
        };
        let found = self.cells.iter().enumerate().filter_map(|(i, r)| Some((along(r)?, i)));
        match found.min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((_, i)) => i,
            // Along a single column or row the other arrows work too.
            None if self.cells.iter().any(|r| middle(r).0 != x) && self.cells.iter().any(|r| middle(r).1 != y) => index,
            None if dx + dy > 0.0 => (index + 1).min(last),
            None => index.saturating_sub(1),
        }
    }
}
