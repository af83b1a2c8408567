//! What a value is over the years, in words. The only place that tells it: levers, comparisons, briefs and
//! accounts all say every year in which it changes.

use crate::text::Lang;

/// So many years that rise or fall evenly are told by their ends.
const EVEN: usize = 4;

/// Steps are even where they differ by less than this part of the larger value.
const SAME_STEP: f64 = 1e-9;

/// Years next to each other that are told in one piece.
#[derive(Clone, Debug, PartialEq)]
struct Leg {
    first: i32,
    last: i32,
    start: String,
    /// Where the value moves evenly: where it arrives. Else it is the same in all these years.
    end: Option<String>,
}

/// What a value is over some years: nothing of it is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    legs: Vec<Leg>,
}

impl Course {
    /// The course of these values, each with its year, the years rising; `show` writes a value.
    pub fn of(values: &[(i32, f64)], show: impl Fn(f64) -> String) -> Course {
        let mut legs = Vec::new();
        let mut rest = values;
        while let Some((&(first, value), _)) = rest.split_first() {
            let start = show(value);
            let next_to = |place: usize| rest[place].0 == rest[place - 1].0 + 1;
            let alike = (1..rest.len()).find(|place| !next_to(*place) || show(rest[*place].1) != start);
            let alike = alike.unwrap_or(rest.len());
            let step = |place: usize| rest[place].1 - rest[place - 1].1;
            let even = (1..rest.len()).find(|place| {
                let size = rest[*place].1.abs().max(value.abs());
                !next_to(*place) || (step(*place) - step(1)).abs() > SAME_STEP * size
            });
            let even = even.unwrap_or(rest.len());
            let (taken, end) =
                if alike == 1 && even >= EVEN { (even, Some(show(rest[even - 1].1))) } else { (alike, None) };
            legs.push(Leg { first, last: rest[taken - 1].0, start, end });
            rest = &rest[taken..];
        }
        Course { legs }
    }

    /// The value where it is the same in all these years.
    pub fn same(&self) -> Option<&str> {
        match &self.legs[..] {
            [leg] if leg.end.is_none() => Some(&leg.start),
            _ => None,
        }
    }

    /// In a table or under a lever: `2020–22：26，2023起：10`. What reaches to the year `until` goes on.
    pub fn brief(&self, until: i32, lang: Lang) -> String {
        let told = |leg: &Leg| {
            let Leg { first, last, start, end } = leg;
            let years = match (first == last, *last == until, end) {
                (true, ..) => first.to_string(),
                (false, true, None) => format!("{first}{}", lang.pick("起", "–")),
                (false, ..) => format!("{first}–{:02}", last % 100),
            };
            let colon = lang.pick("：", ": ");
            match end {
                Some(end) => lang.pick(
                    format!("{years}{colon}{start} 匀速至 {end}"),
                    format!("{years}{colon}{start} evenly to {end}"),
                ),
                None => format!("{years}{colon}{start}"),
            }
        };
        let told: Vec<String> = self.legs.iter().map(told).collect();
        told.join(lang.pick("，", ", "))
    }

    /// In a sentence: `2021—2022年26人和2023年起10人`; the value alone where it is the same in all these years.
    pub fn sentence(&self, until: i32, lang: Lang) -> String {
        self.same().map_or_else(|| self.dated(until, lang), str::to_owned)
    }

    /// In a sentence, with the years even where there is one value.
    pub fn dated(&self, until: i32, lang: Lang) -> String {
        let told = |leg: &Leg| {
            let Leg { first, last, start, end } = leg;
            match (end, lang) {
                (Some(end), Lang::Zh) => format!("{first}年{start}匀速至{last}年{end}"),
                (Some(end), Lang::En) => format!("{start} in {first} evenly to {end} in {last}"),
                (None, Lang::Zh) => format!("{}{start}", years(*first, *last, until, lang)),
                (None, Lang::En) => format!("{start} {}", years(*first, *last, until, lang)),
            }
        };
        let told: Vec<String> = self.legs.iter().map(told).collect();
        match told.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{}{}{last}", before.join(lang.pick("、", ", ")), lang.pick("和", " and "))
            }
            Some((last, _)) => last.clone(),
            None => String::new(),
        }
    }
}

/// Years in a sentence: `2021—2022年`, `from 2023 on`.
pub fn years(first: i32, last: i32, until: i32, lang: Lang) -> String {
    match (first == last, last == until) {
        (true, _) => lang.pick(format!("{first}年"), format!("in {first}")),
        (false, true) => lang.pick(format!("{first}年起"), format!("from {first} on")),
        (false, false) => lang.pick(format!("{first}—{last}年"), format!("in {first}–{last}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(values: &[f64]) -> Course {
        let dated: Vec<(i32, f64)> = (2020..).zip(values.iter().copied()).collect();
        Course::of(&dated, |value| format!("{value}"))
    }

    #[test]
    fn every_change_is_told() {
        let uneven = course(&[300.0, 350.0, 400.0, 420.0, 430.0, 294.0]);
        assert_eq!(uneven.brief(2025, Lang::Zh), "2020：300，2021：350，2022：400，2023：420，2024：430，2025：294");
        assert_eq!(
            uneven.sentence(2025, Lang::En),
            "300 in 2020, 350 in 2021, 400 in 2022, 420 in 2023, 430 in 2024 and 294 in 2025"
        );
        let other = course(&[300.0, 294.0, 294.0, 294.0, 294.0, 294.0]);
        assert_eq!(other.brief(2025, Lang::En), "2020: 300, 2021–: 294");
        assert_eq!(other.sentence(2025, Lang::Zh), "2020年300和2021年起294");
    }

    #[test]
    fn what_moves_evenly_is_told_by_its_ends() {
        let ramp = course(&[1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 5.0]);
        assert_eq!(ramp.brief(2026, Lang::Zh), "2020–24：1 匀速至 5，2025起：5");
        assert_eq!(ramp.sentence(2026, Lang::Zh), "2020年1匀速至2024年5和2025年起5");
        assert_eq!(ramp.sentence(2026, Lang::En), "1 in 2020 evenly to 5 in 2024 and 5 from 2025 on");
        assert_eq!(course(&[1.0, 2.0, 3.0]).brief(2022, Lang::En), "2020: 1, 2021: 2, 2022: 3");
        // Not even: a corner is a corner.
        assert_eq!(course(&[1.0, 2.0, 3.0, 5.0]).brief(2023, Lang::En), "2020: 1, 2021: 2, 2022: 3, 2023: 5");
    }

    #[test]
    fn what_stays_is_one_value_and_gaps_are_no_stretch() {
        assert_eq!(course(&[7.0, 7.0]).same(), Some("7"));
        assert_eq!(course(&[7.0, 7.0]).sentence(2021, Lang::Zh), "7");
        let gap = Course::of(&[(2021, 7.0), (2023, 7.0)], |value| format!("{value}"));
        assert_eq!((gap.same(), gap.dated(2023, Lang::En).as_str()), (None, "7 in 2021 and 7 in 2023"));
        assert_eq!(
            Course::of(&[(2098, 7.0), (2099, 7.0), (2100, 7.0)], |v| v.to_string()).brief(2105, Lang::En),
            "2098–00: 7"
        );
        assert_eq!(Course::of(&[], |_| String::new()).sentence(2020, Lang::Zh), "");
    }
}
