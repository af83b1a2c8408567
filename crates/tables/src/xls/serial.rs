//! Days as spreadsheets count them: numbers from the beginning of 1900 or of 1904.

use crate::book::Date;

/// The last day that spreadsheets know, the end of 9999, in days since 1970.
const LAST: i64 = 2_932_896;

/// The day of a number, its part of a day left out; none for what spreadsheets show as no day either.
pub(crate) fn date(serial: f64, is_1904: bool) -> Option<Date> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    let days = serial.floor() as i64;
    if is_1904 {
        return civil(days - 24_107);
    }
    match days {
        // Lotus 1-2-3 took 1900 for a leap year, and everyone followed.
        60 => Some(Date { year: 1900, month: 2, day: 29 }),
        0..60 => civil(days - 25_568),
        _ => civil(days - 25_569),
    }
}

/// The day so many days after 1 January 1970, by cycles of 400 years that begin in March.
fn civil(days: i64) -> Option<Date> {
    if days > LAST {
        return None;
    }
    let shifted = days + 719_468;
    let cycle = shifted.div_euclid(146_097);
    let of_cycle = shifted.rem_euclid(146_097);
    let year_of_cycle = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_cycle + cycle * 400 + i64::from(month <= 2);
    Some(Date { year: year.try_into().ok()?, month: month.try_into().ok()?, day: day.try_into().ok()? })
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::book::Date;

    fn day(year: i32, month: u8, day: u8) -> Option<Date> {
        Some(Date { year, month, day })
    }

    #[test]
    fn days_are_those_that_excel_shows() {
        for (serial, expected) in [
            (0.5, day(1899, 12, 31)),
            (1.0, day(1900, 1, 1)),
            (59.0, day(1900, 2, 28)),
            (60.0, day(1900, 2, 29)),
            (61.0, day(1900, 3, 1)),
            (36_526.0, day(2000, 1, 1)),
            (45_351.75, day(2024, 2, 29)),
            (2_958_465.0, day(9999, 12, 31)),
            (2_958_466.0, None),
            (-1.0, None),
            (f64::NAN, None),
            (f64::INFINITY, None),
        ] {
            assert_eq!(date(serial, false), expected, "{serial}");
        }
        assert_eq!(date(0.0, true), day(1904, 1, 1));
        assert_eq!(date(43_889.0, true), day(2024, 2, 29));
        assert_eq!(date(2_957_003.0, true), day(9999, 12, 31));
        assert_eq!(date(2_957_004.0, true), None);
    }
}
