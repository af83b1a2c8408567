//! Days: as a number of a spreadsheet, and as they are written in XML.

use crate::book::Date;

/// Where the count of days begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// Day 1 is the first of January 1900, and 60 the 29th of February, which that year did not have.
    #[default]
    Year1900,
    /// Day 0 is the first of January 1904.
    Year1904,
}

impl Epoch {
    /// The one that a file says.
    pub(crate) fn of(is_1904: bool) -> Epoch {
        if is_1904 { Epoch::Year1904 } else { Epoch::Year1900 }
    }
}

/// The day of a number, where it is one that spreadsheets can show.
pub(crate) fn of_serial(serial: f64, epoch: Epoch) -> Option<Date> {
    let first = if epoch == Epoch::Year1900 { 1.0 } else { 0.0 };
    if !(first..2_958_466.0).contains(&serial) {
        return None;
    }
    let serial = serial as i64;
    match (epoch, serial) {
        (Epoch::Year1900, 60) => Some(Date { year: 1900, month: 2, day: 29 }),
        // Days since 1970.
        (Epoch::Year1900, ..60) => of_days(serial - 25_568),
        (Epoch::Year1900, _) => of_days(serial - 25_569),
        (Epoch::Year1904, _) => of_days(serial - 24_107),
    }
}

/// The day so many days after the first of January 1970, in the calendar of today: eras of 400 years, which begin in
/// March so that the leap day is the last of a year.
fn of_days(days: i64) -> Option<Date> {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(Date { year: year.try_into().ok()?, month: month.try_into().ok()?, day: day.try_into().ok()? })
}

/// The day of a text such as `2023-09-01` or `2023-09-01T08:30:00`.
pub(crate) fn of_text(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.split_once(['T', ' ']).map_or(text, |(day, _)| day).trim_end_matches('Z');
    let mut numbers = day.splitn(3, '-');
    let mut number = |longest| {
        let digits = numbers.next()?;
        let is_number = digits.len() <= longest && digits.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u16::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let is_day = (1..=last).contains(&day);
    is_day.then(|| Some(Date { year: year.into(), month: month.try_into().ok()?, day: day.try_into().ok()? }))?
}

#[cfg(test)]
mod tests {
    use super::{Epoch, of_serial, of_text};
    use crate::book::Date;

    fn date(year: i32, month: u8, day: u8) -> Option<Date> {
        Some(Date { year, month, day })
    }

    #[test]
    fn numbers_are_the_days_that_spreadsheets_show() {
        for (serial, expected) in [
            (1.0, date(1900, 1, 1)),
            (59.0, date(1900, 2, 28)),
            (60.0, date(1900, 2, 29)),
            (61.0, date(1900, 3, 1)),
            (36_585.0, date(2000, 2, 29)),
            (45_170.75, date(2023, 9, 1)),
            (2_958_465.9, date(9999, 12, 31)),
        ] {
            assert_eq!(of_serial(serial, Epoch::Year1900), expected, "{serial}");
        }
        assert_eq!(of_serial(0.0, Epoch::Year1904), date(1904, 1, 1));
        assert_eq!(of_serial(43_708.0, Epoch::Year1904), date(2023, 9, 1));
        for none in [0.5, -1.0, 2_958_466.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(of_serial(none, Epoch::Year1900), None, "{none}");
        }
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        assert_eq!(of_text("2023-09-01"), date(2023, 9, 1));
        assert_eq!(of_text("2024-02-29T08:30:00Z"), date(2024, 2, 29));
        for none in ["", "2023", "2023-09", "2023-02-29", "2023-13-01", "2023-1-0", "+023-1-1", "2023/09/01", "二-1-1"]
        {
            assert_eq!(of_text(none), None, "{none}");
        }
    }
}
