//! How a number is shown: as it is, in percent or as a day.

/// How a format shows a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As a number.
    #[default]
    Plain,
    /// In percent.
    Percent,
    /// As a day or a time of day.
    Date,
}

/// How the format of a number shows, where Excel knows it without its code.
pub(crate) fn builtin(number: u16) -> Shown {
    match number {
        9 | 10 => Shown::Percent,
        // From 27 on, those of Chinese, Japanese and Korean editions.
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Date,
        _ => Shown::Plain,
    }
}

/// How a format shows, by its code; the first part of it, which is that of positive numbers.
pub(crate) fn of_code(code: &str) -> Shown {
    let mut has_percent = false;
    let mut has_letters = false;
    let mut has_characters = false;
    let mut has_digits = false;
    let mut left = code.chars();
    while let Some(c) = left.next() {
        match c {
            ';' => break,
            '"' => while left.next().is_some_and(|c| c != '"') {},
            // The next one stands for itself, as a gap of its width, or fills the cell.
            '\\' | '_' | '*' | '!' => {
                left.next();
            }
            '[' => {
                let inside: String = left.by_ref().take_while(|c| *c != ']').collect();
                // Hours beyond a day: [h]:mm. All else is a colour, a condition, a currency or a language.
                let inside = inside.to_ascii_lowercase();
                has_letters |= ["h", "hh", "m", "mm", "s", "ss"].contains(&inside.as_str());
            }
            // 1E+05 and the word General.
            'E' | 'e' | 'G' | 'g' => {
                let word: String = left.clone().take(6).collect();
                if word.eq_ignore_ascii_case("eneral") {
                    left.nth(5);
                }
            }
            '%' => has_percent = true,
            '0' | '#' | '?' => has_digits = true,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => has_letters = true,
            // The day of the week: aaa, aaaa.
            'a' | 'A' if left.as_str().to_ascii_lowercase().starts_with("aa") => has_letters = true,
            '年' | '月' | '日' => has_characters = true,
            _ => {}
        }
    }
    // 0年 counts years; seconds may have parts (ss.000).
    if has_letters || has_characters && !has_digits {
        Shown::Date
    } else if has_percent {
        Shown::Percent
    } else {
        Shown::Plain
    }
}

/// How a format shows, by its code or by one of the names that older files have for usual ones.
pub(crate) fn of_name(name: &str) -> Shown {
    match name {
        "Percent" => Shown::Percent,
        "General" | "General Number" | "Fixed" | "Standard" | "Scientific" | "Currency" | "Euro Currency"
        | "Yes/No" | "True/False" | "On/Off" => Shown::Plain,
        "General Date" | "Short Date" | "Medium Date" | "Long Date" | "Short Time" | "Medium Time" | "Long Time" => {
            Shown::Date
        }
        code => of_code(code),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, builtin, of_code, of_name};

    #[test]
    fn names_are_no_codes() {
        assert_eq!(["Percent", "0.0%"].map(of_name), [Shown::Percent; 2]);
        assert_eq!(["Fixed", "Standard", "Yes/No", "0.00"].map(of_name), [Shown::Plain; 4]);
        assert_eq!(["Short Date", "yyyy/m/d;@"].map(of_name), [Shown::Date; 2]);
    }

    #[test]
    fn codes_are_told_apart() {
        for code in ["0%", "0.00%", "[Red]0.0%;[Blue]-0.0%", "#,##0.0 %", "0.0_);%", "\"占\"0%", "[<1]0%;0", "0\\d%"] {
            let expected = if code == "0.0_);%" { Shown::Plain } else { Shown::Percent };
            assert_eq!(of_code(code), expected, "{code}");
        }
        for code in [
            "yyyy-mm-dd",
            "m/d/yy",
            "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "yyyy年",
            "[h]:mm",
            "mm:ss.0",
            "[DBNum1][$-804]yyyy年m月",
            "e年m月",
            "e年",
            "aaaa",
            "yyyy/m/d;@",
        ] {
            assert_eq!(of_code(code), Shown::Date, "{code}");
        }
        for code in [
            "General",
            "general",
            "G/通用格式",
            "0.00E+00",
            "0",
            "#,##0.00",
            "0.0\"%\"",
            "0\\%",
            "0\"days\"",
            "0年",
            "@",
            "[Red]0",
            "_ * #,##0_ ",
            "¥#,##0",
            "",
            "\"",
            "[",
            "\\",
            "#,##0\"%\"",
            "_-* #,##0_d",
            "0;0%",
        ] {
            assert_eq!(of_code(code), Shown::Plain, "{code}");
        }
    }

    #[test]
    fn builtin_formats_need_no_code() {
        assert_eq!(
            [0, 1, 9, 10, 11].map(builtin),
            [Shown::Plain, Shown::Plain, Shown::Percent, Shown::Percent, Shown::Plain]
        );
        assert_eq!([14, 22, 31, 46, 57].map(builtin), [Shown::Date; 5]);
    }
}
