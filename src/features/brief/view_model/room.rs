//! How much of a list has room on the paper.

use voced_charts::ems_of;

/// The part of a list that has room, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed<T> {
    /// What is shown.
    pub shown: Vec<T>,
    /// How many are not.
    pub more: usize,
}

impl<T> Listed<T> {
    /// The first `count` of a list.
    pub fn of(mut list: Vec<T>, count: usize) -> Listed<T> {
        let more = list.len().saturating_sub(count);
        list.truncate(count);
        Listed { shown: list, more }
    }
}

/// Lines that a text takes in a column of so many ems.
pub fn lines(text: &str, ems: f64) -> usize {
    // Words are not broken, so that a line is seldom full.
    let slack = if text.is_ascii() { 1.04 } else { 1.0 };
    ((ems_of(text) * slack / ems).ceil() as usize).max(1)
}

/// The text, or as much of it as so many ems hold.
pub fn clip(text: &str, ems: f64) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if ems_of(&text) <= ems {
        return text;
    }
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if ems_of(&out) > ems - 1.0 {
            out.pop();
            break;
        }
    }
    out.push('…');
    out
}

/// What a list wants of the paper.
pub struct Wish {
    /// The lines of each entry.
    pub lines: Vec<usize>,
    /// Lines that are its own, whatever the others want.
    pub least: usize,
}

impl Wish {
    /// How many entries so many lines hold, and how many lines they take. Where not all have room, a
    /// line says how many more there are.
    fn fill(&self, room: usize) -> (usize, usize) {
        let all: usize = self.lines.iter().sum();
        if all <= room {
            return (self.lines.len(), all);
        }
        let (mut count, mut used) = (0, 1);
        for lines in &self.lines {
            if used + lines > room {
                break;
            }
            used += lines;
            count += 1;
        }
        (count, used)
    }
}

/// How many entries of each list are shown: each has its own lines first, and what others leave over goes
/// to the first that wants more.
pub fn share<const N: usize>(room: usize, wishes: [Wish; N]) -> [usize; N] {
    let taken = |wish: &Wish, room| wish.fill(room).1;
    let mut rooms = [0; N];
    for (own, wish) in rooms.iter_mut().zip(&wishes) {
        *own = wish.least.min(wish.lines.iter().sum());
    }
    let mut left = room.saturating_sub(rooms.iter().sum());
    for (own, wish) in rooms.iter_mut().zip(&wishes) {
        let more = taken(wish, *own + left).saturating_sub(*own);
        *own += more;
        left -= more.min(left);
    }
    let mut counts = [0; N];
    for ((count, own), wish) in counts.iter_mut().zip(rooms).zip(&wishes) {
        *count = wish.fill(own).0;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_list_leaves_over_goes_to_the_first_that_wants_it() {
        let wish = |count: usize, least| Wish { lines: vec![1; count], least };
        assert_eq!(share(20, [wish(30, 5), wish(2, 5)]), [17, 2]);
        // The line that says how many more there are takes its room.
        assert_eq!(share(10, [wish(30, 5), wish(30, 5)]), [4, 4]);
        assert_eq!(share(3, [wish(2, 5), wish(0, 5)]), [2, 0]);
    }

    #[test]
    fn a_clipped_text_fits_and_a_short_one_stays() {
        assert_eq!(clip("a  b\nc", 9.0), "a b c");
        let long = clip(&"职业教育".repeat(40), 20.0);
        assert!(long.ends_with('…') && ems_of(&long) <= 20.0, "{long}");
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("一二三四五六七八九十一", 10.0), 2);
    }
}
