//! The search along one line.

use super::Stop;
use voced_scenario::targets::Op;

/// Evenly spread levels.
const EVEN: i32 = 256;

/// Halvings of the way to a bound, two levels each.
const HALVINGS: i32 = 50;

/// Steps towards a turning point; each leaves six tenths of the interval.
const TURNING_STEPS: usize = 80;

/// A level that was tried: the result less the goal (NaN for no result), and what is missing.
#[derive(Clone, Copy, Debug)]
struct Point {
    level: f64,
    gap: f64,
    miss: f64,
}

/// A search between two bounds, outwards from a start.
pub(super) struct Search<F> {
    low: f64,
    high: f64,
    start: f64,
    whole: bool,
    op: Op,
    function: F,
    /// What was tried, in the order of the levels.
    points: Vec<Point>,
    leapt: bool,
}

impl<F: FnMut(f64) -> (f64, f64)> Search<F> {
    pub(super) fn new(low: f64, high: f64, start: f64, whole: bool, op: Op, function: F) -> Search<F> {
        let mut search = Search { low, high, start, whole, op, function, points: Vec::new(), leapt: false };
        let levels = search.levels();
        search.points = levels.into_iter().map(|level| search.at(level)).collect();
        search
    }

    fn at(&mut self, level: f64) -> Point {
        let (gap, miss) = (self.function)(level);
        Point { level, gap, miss }
    }

    fn levels(&self) -> Vec<f64> {
        let (low, high, start) = (self.low, self.high, self.start);
        let mut levels = vec![low, start, high];
        if self.whole && high - low <= f64::from(1 << 16) {
            levels.extend((0..=(high - low) as u32).map(|step| low + f64::from(step)));
        } else {
            levels.extend((1..EVEN).map(|step| low + (high - low) * f64::from(step) / f64::from(EVEN)));
            let mut share = 1.0;
            for _ in 0..HALVINGS {
                for factor in [0.75 * share, 0.5 * share] {
                    levels.push(start - (start - low) * factor);
                    levels.push(start + (high - start) * factor);
                }
                share *= 0.5;
            }
        }
        levels.retain(|level| (low..=high).contains(level));
        levels.sort_by(f64::total_cmp);
        levels.dedup();
        levels
    }

    /// The level nearest to the start that meets the goal.
    pub(super) fn nearest(&mut self) -> Option<f64> {
        if !self.whole {
            self.turn();
        }
        let middle = self.points.partition_point(|point| point.level < self.start);
        if self.points.get(middle).is_some_and(|point| point.miss == 0.0) {
            return Some(self.start);
        }
        let up: Vec<Point> = self.points[middle..].to_vec();
        let down: Vec<Point> = self.points[..=middle.min(self.points.len() - 1)].iter().rev().copied().collect();
        let found = [self.walk(&down), self.walk(&up)];
        let distance = |level: &f64| (level - self.start).abs();
        found.into_iter().flatten().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    /// The first level of a walk that meets the goal.
    fn walk(&mut self, points: &[Point]) -> Option<f64> {
        for pair in points.windows(2) {
            let (inner, outer) = (pair[0], pair[1]);
            if self.whole {
                if outer.miss == 0.0 {
                    return Some(outer.level);
                }
                continue;
            }
            // Past the goal on the other side, though met at neither: it may lie between.
            let crosses = inner.gap * outer.gap < 0.0;
            if outer.miss == 0.0 || crosses {
                let between = self.halve(inner, outer);
                if between.miss == 0.0 {
                    return Some(between.level);
                }
                self.leapt |= crosses && matches!(self.op, Op::Equal | Op::About);
            }
        }
        None
    }

    /// Halves the interval down to neighbouring numbers, and gives the outer end of what is left: met
    /// where the goal is met at all there.
    fn halve(&mut self, mut inner: Point, mut outer: Point) -> Point {
        loop {
            let level = inner.level + (outer.level - inner.level) / 2.0;
            if level == inner.level || level == outer.level {
                return if inner.miss < outer.miss { inner } else { outer };
            }
            let middle = self.at(level);
            // What is not met yet, on this side of the goal, lies further in.
            if middle.miss == 0.0 || (outer.miss > 0.0 && middle.gap * inner.gap < 0.0) {
                outer = middle;
            } else {
                inner = middle;
            }
        }
    }

    /// Where a level misses less than both its neighbours, looks for the least miss between them, by
    /// the golden section, and keeps it.
    fn turn(&mut self) {
        const GOLDEN: f64 = 0.618_033_988_749_894_9;
        let mut found = Vec::new();
        for triple in self.points.clone().windows(3) {
            let (left, top, right) = (triple[0], triple[1], triple[2]);
            let is_turn = top.miss > 0.0 && top.miss <= left.miss && top.miss <= right.miss;
            let crossed = left.gap * right.gap < 0.0;
            if !is_turn || crossed || (top.miss == left.miss && top.miss == right.miss) {
                continue;
            }
            let (mut a, mut b) = (left.level, right.level);
            let mut inner = self.at(b - (b - a) * GOLDEN);
            let mut outer = self.at(a + (b - a) * GOLDEN);
            for _ in 0..TURNING_STEPS {
                if inner.miss <= outer.miss {
                    (b, outer) = (outer.level, inner);
                    inner = self.at(b - (b - a) * GOLDEN);
                } else {
                    (a, inner) = (inner.level, outer);
                    outer = self.at(a + (b - a) * GOLDEN);
                }
            }
            found.push(if inner.miss <= outer.miss { inner } else { outer });
        }
        self.points.extend(found);
        self.points.sort_by(|a, b| a.level.total_cmp(&b.level));
        self.points.dedup_by(|a, b| a.level == b.level);
    }

    /// The level that misses least, the nearest of them, and what stops it there.
    pub(super) fn best(&self) -> (f64, Stop) {
        let known = || self.points.iter().filter(|point| point.miss.is_finite());
        let least = known().map(|point| point.miss).fold(f64::INFINITY, f64::min);
        if least == f64::INFINITY {
            return (self.start, Stop::NoValue);
        }
        // Rounding alone makes no level better than another.
        let as_good = |point: &&Point| point.miss <= least * (1.0 + 1e-12);
        let distance = |level: f64| (level - self.start).abs();
        let best = known().filter(as_good).min_by(|a, b| distance(a.level).total_cmp(&distance(b.level)));
        let level = best.map_or(self.start, |point| point.level);
        if !self.leapt && known().all(|point| as_good(&point)) {
            return (level, Stop::NoEffect);
        }
        let at_end = |end: f64| known().any(|point| point.level == end && as_good(&point));
        let stop = if self.leapt {
            Stop::Leap
        } else if level == self.low {
            Stop::LowerBound
        } else if level == self.high {
            Stop::UpperBound
        } else if (level >= self.start && at_end(self.high)) || (level <= self.start && at_end(self.low)) {
            Stop::Plateau
        } else {
            Stop::Turn
        };
        (level, stop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks for the nearest x in -10 to 10 with `function(x) op goal`.
    fn search(start: f64, op: Op, goal: f64, function: impl Fn(f64) -> f64) -> (Option<f64>, f64, Stop) {
        let mut search = Search::new(-10.0, 10.0, start, false, op, |level| {
            let result = function(level);
            let miss = if result.is_nan() { f64::INFINITY } else { op.shortfall(result, goal, 10.0, false) };
            (result - goal, miss)
        });
        let found = search.nearest();
        let (best, stop) = search.best();
        (found, best, stop)
    }

    fn found(start: f64, op: Op, goal: f64, function: impl Fn(f64) -> f64) -> f64 {
        search(start, op, goal, function).0.expect("a solution")
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
    }

    #[test]
    fn lines_and_curves_are_met_where_they_cross() {
        near(found(0.0, Op::AtLeast, 7.0, |x| 2.0 * x + 1.0), 3.0);
        near(found(0.0, Op::AtMost, -7.0, |x| 2.0 * x + 1.0), -4.0);
        near(found(1.0, Op::Equal, 27.0, |x| x * x * x), 3.0);
        near(found(9.0, Op::Equal, 0.0, |x| x - 9.0 - 1e-4), 9.0001);
    }

    #[test]
    fn of_several_solutions_the_nearest_is_taken() {
        near(found(1.0, Op::Equal, 4.0, |x| x * x), 2.0);
        near(found(-1.0, Op::Equal, 4.0, |x| x * x), -2.0);
        near(found(5.0, Op::AtMost, 1.0, |x| x * x), 1.0);
        // Up again, down again: the crossings of 3 sin x with 2.
        near(found(2.0, Op::AtMost, 2.0, |x| 3.0 * x.sin()), std::f64::consts::PI - (2.0_f64 / 3.0).asin());
    }

    #[test]
    fn a_peak_between_the_levels_is_found() {
        let peak = |x: f64| 1.0 - (x - 1.2345) * (x - 1.2345);
        assert!((found(0.0, Op::AtLeast, 1.0, peak) - 1.2345).abs() < 1e-3);
        let (nothing, best, stop) = search(0.0, Op::AtLeast, 1.5, peak);
        assert_eq!((nothing, stop), (None, Stop::Turn));
        assert!((best - 1.2345).abs() < 1e-6, "{best}");
    }

    #[test]
    fn no_is_said_with_what_stops_it() {
        assert_eq!(search(0.0, Op::AtLeast, 11.0, |x| x), (None, 10.0, Stop::UpperBound));
        assert_eq!(search(0.0, Op::AtMost, -11.0, |x| x), (None, -10.0, Stop::LowerBound));
        assert_eq!(search(4.0, Op::AtLeast, 11.0, |_| 3.0), (None, 4.0, Stop::NoEffect));
        assert_eq!(search(4.0, Op::AtLeast, 11.0, |_| f64::NAN), (None, 4.0, Stop::NoValue));
        let (nothing, best, stop) = search(0.0, Op::AtLeast, 11.0, |x| x.min(5.0));
        assert_eq!((nothing, stop), (None, Stop::Plateau));
        assert!((5.0..5.2).contains(&best), "{best}");
        let (nothing, _, stop) = search(0.0, Op::Equal, 0.5, |x| if x < 3.0 { 0.0 } else { 1.0 });
        assert_eq!((nothing, stop), (None, Stop::Leap));
        near(found(0.0, Op::AtLeast, 0.5, |x| if x < 3.0 { 0.0 } else { 1.0 }), 3.0);
    }

    #[test]
    fn levels_without_a_result_are_passed_over() {
        near(found(-5.0, Op::AtLeast, 4.0, |x| if x < 0.0 { f64::NAN } else { x }), 4.0);
    }
}
