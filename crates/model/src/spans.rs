//! Years in words.

use crate::text::Lang;

/// Rising years, runs of them as ranges: `2021年、2023—2025年`, `2021, 2023 to 2025`; nothing where there are none.
pub fn spans(years: &[i32], lang: Lang) -> String {
    let runs = years.chunk_by(|one, next| *next == one + 1);
    let told = runs.filter_map(|run| match (run.first()?, run.last()?) {
        (first, last) if first == last => Some(lang.pick(format!("{first}年"), first.to_string())),
        (first, last) => Some(lang.pick(format!("{first}—{last}年"), format!("{first} to {last}"))),
    });
    told.collect::<Vec<_>>().join(lang.pick("、", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_years_are_ranges_and_gaps_are_kept() {
        let all: Vec<i32> = (2027..=2040).collect();
        for (years, zh, en) in [
            (&all[..], "2027—2040年", "2027 to 2040"),
            (&[2021, 2023, 2024, 2025], "2021年、2023—2025年", "2021, 2023 to 2025"),
            (&[2021, 2022], "2021—2022年", "2021 to 2022"),
            (&[2025], "2025年", "2025"),
            (&[], "", ""),
        ] {
            assert_eq!((spans(years, Lang::Zh).as_str(), spans(years, Lang::En).as_str()), (zh, en));
        }
    }
}
