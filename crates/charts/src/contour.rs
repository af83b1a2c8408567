//! A field between the points of a grid: its value anywhere, and the line along which it has one.

use super::Theme;
use super::geometry::Rect;
use super::pattern::bridged;
use super::scene::Scene;
use super::theme::faint;

/// Distance of the lines of a hatching, and of the points at which the field is read along them.
const EVERY: f64 = 9.0;
const READ: f64 = 4.0;

/// Values at the crossings of lines in the picture; beyond the outermost ones they go on unchanged.
pub(super) struct Field<'a> {
    /// Places of the columns, rising, with both edges of the plot before and after them.
    pub x: Vec<f64>,
    /// Places of the rows in the same way, but from the foot of the picture up: falling.
    pub y: Vec<f64>,
    /// A row after the other.
    pub values: &'a [Option<f64>],
}

impl Field<'_> {
    /// The value at a crossing, counted with the edges.
    fn at(&self, i: usize, j: usize) -> Option<f64> {
        let inner = |n: usize, count: usize| n.clamp(1, count - 2) - 1;
        let place = inner(j, self.y.len()) * (self.x.len() - 2) + inner(i, self.x.len());
        self.values.get(place).copied().flatten().filter(|value| value.is_finite())
    }

    /// The values around a square, from its lower left corner on.
    fn corners(&self, i: usize, j: usize) -> Option<[f64; 4]> {
        Some([self.at(i, j)?, self.at(i + 1, j)?, self.at(i + 1, j + 1)?, self.at(i, j + 1)?])
    }

    /// The value at a point of the picture; none beside it and in gaps. Next to a gap it is the one of
    /// the nearest crossing.
    pub fn value(&self, (x, y): (f64, f64)) -> Option<f64> {
        let (i, j) = (before(&self.x, x)?, before(&self.y, y)?);
        let (u, v) = (part(self.x[i], self.x[i + 1], x), part(self.y[j], self.y[j + 1], y));
        let Some([a, b, c, d]) = self.corners(i, j) else {
            return self.at(i + usize::from(u > 0.5), j + usize::from(v > 0.5));
        };
        Some((a + (b - a) * u) * (1.0 - v) + (d + (c - d) * u) * v)
    }

    /// Marching squares: the pieces of the line along which the field has a value.
    pub fn line(&self, level: f64) -> Vec<[(f64, f64); 2]> {
        let mut out = Vec::new();
        for j in 0..self.y.len() - 1 {
            for i in 0..self.x.len() - 1 {
                let Some(values) = self.corners(i, j) else { continue };
                let (x, y) = ([self.x[i], self.x[i + 1]], [self.y[j], self.y[j + 1]]);
                let points = [(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])];
                let crossing = |n: usize| {
                    let (a, b) = (values[n], values[(n + 1) % 4]);
                    ((a >= level) != (b >= level)).then(|| {
                        let (p, q, share) = (points[n], points[(n + 1) % 4], part(a, b, level));
                        (p.0 + (q.0 - p.0) * share, p.1 + (q.1 - p.1) * share)
                    })
                };
                let found: Vec<(f64, f64)> = (0..4).filter_map(crossing).collect();
                match found[..] {
                    [a, b] => out.push([a, b]),
                    // A saddle: its middle decides which corners hang together.
                    [a, b, c, d] => {
                        let middle = values.iter().sum::<f64>() / 4.0;
                        let joined = (middle >= level) == (values[0] >= level);
                        out.extend(if joined { [[a, b], [c, d]] } else { [[d, a], [b, c]] });
                    }
                    _ => {}
                }
            }
        }
        out
    }
}

/// Index of the last place before a point. Places are evenly apart but for the edges, which are nearer.
fn before(places: &[f64], at: f64) -> Option<usize> {
    let (first, last) = (*places.first()?, *places.last()?);
    let (from, step) = (*places.get(1)?, places.get(2)? - places.get(1)?);
    let inside = first.min(last) <= at && at <= first.max(last);
    inside.then(|| (((at - from) / step).floor() + 1.0).clamp(0.0, places.len() as f64 - 2.0) as usize)
}

/// How far a value is on the way between two.
fn part(from: f64, to: f64, value: f64) -> f64 {
    if to == from { 0.5 } else { ((value - from) / (to - from)).clamp(0.0, 1.0) }
}

/// Rising lines where something is so: a dark and a pale one side by side, to be seen on every colour.
pub(super) fn hatch(scene: &mut Scene, theme: &Theme, r: Rect, is_so: &dyn Fn((f64, f64)) -> bool) {
    let (mut dark, mut pale) = (Vec::new(), Vec::new());
    let mut sum = r.x + r.y + EVERY / 2.0;
    while sum < r.right() + r.bottom() {
        // From the lower left end of the line upwards.
        let (from, to) = (r.x.max(sum - r.bottom()), r.right().min(sum - r.y));
        let (mut x, mut start) = (from, None);
        while x <= to + READ {
            let inside = x <= to && is_so((x, sum - x));
            match (inside, start) {
                (true, None) => start = Some(x),
                (false, Some(a)) => {
                    let b = if x > to { to } else { x - READ / 2.0 };
                    let stripe = |by: f64| {
                        vec![(a, sum - a + by), (b, sum - b + by), (b, sum - b + by + 1.4), (a, sum - a + by + 1.4)]
                    };
                    dark.push(stripe(0.0));
                    pale.push(stripe(-1.4));
                    start = None;
                }
                _ => {}
            }
            x += READ;
        }
        sum += EVERY;
    }
    scene.polygon(bridged(&dark), faint(theme.text, 0.6));
    scene.polygon(bridged(&pale), faint(theme.paper, 0.6));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(values: &[Option<f64>]) -> Field<'_> {
        Field { x: vec![0.0, 10.0, 30.0, 40.0], y: vec![30.0, 20.0, 10.0, 0.0], values }
    }

    #[test]
    fn a_slope_is_cut_where_it_has_the_value() {
        let values = [0.0, 1.0, 0.0, 1.0].map(Some);
        let field = field(&values);
        assert_eq!(field.value((20.0, 15.0)), Some(0.5));
        assert_eq!(field.value((15.0, 3.0)), Some(0.25));
        assert_eq!(field.value((35.0, 15.0)), Some(1.0));
        assert_eq!(field.value((41.0, 15.0)), None);
        let line = field.line(0.25);
        assert_eq!(line.len(), 3);
        assert!(line.iter().flatten().all(|p| (p.0 - 15.0).abs() < 1e-9), "{line:?}");
        assert!(field.line(7.0).is_empty());
    }

    #[test]
    fn saddles_and_gaps() {
        let saddle = [1.0, 0.0, 0.0, 1.0].map(Some);
        let line = field(&saddle).line(0.5);
        // Four edges with one piece each, and two in the saddle.
        assert_eq!(line.len(), 6);
        let gap = [Some(1.0), None, Some(0.0), Some(f64::NAN)];
        // Only the side without the gap has a line.
        assert_eq!(field(&gap).line(0.5).len(), 1);
        assert_eq!(field(&gap).value((25.0, 16.0)), None);
        assert_eq!(field(&gap).value((15.0, 16.0)), Some(1.0));
    }
}
