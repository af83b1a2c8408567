//! Which row of a sheet that came back is which row of the sheet that was written: rows may have been inserted,
//! deleted or moved, and none may be taken for another. The same for columns.

use std::collections::{BTreeMap, BTreeSet};

/// A row or column that was written.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Which.
    pub(crate) at: u32,
    /// What tells it from others; empty where nothing does.
    pub(crate) key: String,
    /// Whether it must not be read where its key is not found: it holds numbers of its own.
    pub(crate) strict: bool,
}

/// Where the lines are now.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Aligned {
    /// Those that were found.
    pub(crate) now: BTreeMap<u32, u32>,
    /// Those whose key stands more than once, so that nobody knows which one is meant.
    pub(crate) twice: Vec<u32>,
}

/// Finds lines by their keys; those without a key, or with one that was changed, stay behind the line before them.
pub(crate) fn align(written: &[Line], found: &BTreeMap<u32, String>) -> Aligned {
    let mut by_key: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (at, key) in found.iter().filter(|(_, key)| !key.is_empty()) {
        by_key.entry(key).or_default().push(*at);
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    written.iter().for_each(|line| *wanted.entry(&line.key).or_default() += 1);

    let mut aligned = Aligned::default();
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let mut step = 0_i64;
    for line in written.iter().filter(|line| !line.key.is_empty()) {
        let places = by_key.get(line.key.as_str()).map_or(&[][..], Vec::as_slice);
        let expected = i64::from(line.at) + step;
        if line.strict && places.len() > wanted.get(line.key.as_str()).copied().unwrap_or(1) {
            aligned.twice.push(line.at);
            continue;
        }
        let free = places.iter().filter(|at| !taken.contains(at));
        if let Some(at) = free.min_by_key(|at| (i64::from(**at) - expected).abs()) {
            taken.insert(*at);
            aligned.now.insert(line.at, *at);
            step = i64::from(*at) - i64::from(line.at);
        }
    }

    step = 0;
    for line in written {
        match aligned.now.get(&line.at) {
            Some(at) => step = i64::from(*at) - i64::from(line.at),
            None if line.strict && !line.key.is_empty() => {}
            None => {
                let at = u32::try_from(i64::from(line.at) + step).ok();
                if let Some(at) = at.filter(|at| taken.insert(*at)) {
                    aligned.now.insert(line.at, at);
                }
            }
        }
    }
    aligned
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(keys: &[&str]) -> Vec<Line> {
        let line = |(at, key): (u32, &&str)| Line { at, key: (*key).to_owned(), strict: key.starts_with('#') };
        (0..).zip(keys).map(line).collect()
    }

    fn now(keys: &[&str], found: &[&str]) -> Vec<Option<u32>> {
        let found = (0..).zip(found.iter().map(|key| (*key).to_owned())).collect();
        let aligned = align(&written(keys), &found);
        (0..keys.len() as u32).map(|at| aligned.now.get(&at).copied()).collect()
    }

    const KEYS: [&str; 6] = ["title", "", "#a", "#b", "group", "#c"];

    #[test]
    fn what_did_not_move_is_where_it_was() {
        assert_eq!(now(&KEYS, &KEYS), (0..6).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn rows_are_found_behind_inserted_and_deleted_ones() {
        let found = ["title", "", "new", "#a", "#b", "group", "#c"];
        assert_eq!(now(&KEYS, &found), [Some(0), Some(1), Some(3), Some(4), Some(5), Some(6)]);
        let found = ["title", "", "#b", "group", "#c"];
        assert_eq!(now(&KEYS, &found), [Some(0), Some(1), None, Some(2), Some(3), Some(4)]);
        let found = ["title", "", "#c", "#b", "group", "#a"];
        assert_eq!(now(&KEYS, &found), [Some(0), Some(1), Some(5), Some(3), Some(4), Some(2)]);
    }

    #[test]
    fn a_heading_may_be_worded_anew_and_an_id_may_not() {
        let found = ["mine", "", "#a", "#x", "mine", "#c"];
        assert_eq!(now(&KEYS, &found), [Some(0), Some(1), Some(2), None, Some(4), Some(5)]);
    }

    #[test]
    fn what_stands_twice_is_nobodys() {
        let found = (0..).zip(["title", "", "#a", "#a", "#b"].map(str::to_owned)).collect();
        let aligned = align(&written(&KEYS), &found);
        assert_eq!((aligned.twice, aligned.now.get(&2)), (vec![2], None));
        // Two years of two tables stand twice in what was written too.
        assert_eq!(now(&["#1", "#2", "#1", "#2"], &["#1", "#2", "#1", "#2"]), [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(
            now(&["#1", "#2", "#1", "#2"], &["#1", "#2", "x", "#1", "#2"]),
            [Some(0), Some(1), Some(3), Some(4)]
        );
    }
}
