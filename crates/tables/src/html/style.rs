//! What the style sheets of Office say about numbers: `mso-number-format`.

use std::collections::HashMap;

use crate::formats::{self, Shown};
use crate::html::tokens::find;

/// How numbers are shown, by class.
#[derive(Default)]
pub(crate) struct Classes(HashMap<String, Shown>);

impl Classes {
    /// Reads a style sheet.
    pub(crate) fn read(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, body)) = rule.split_once('{') else { continue };
            let Some(shown) = shown(body) else { continue };
            for selector in selectors.split(',') {
                if let Some((_, class)) = selector.trim().rsplit_once('.') {
                    self.0.insert(class.to_owned(), shown);
                }
            }
        }
    }

    /// How an element shows its number, by its style or its classes.
    pub(crate) fn of(&self, style: Option<&str>, classes: Option<&str>) -> Option<Shown> {
        let by_class = || classes?.split_ascii_whitespace().find_map(|class| self.0.get(class).copied());
        style.and_then(shown).or_else(by_class)
    }
}

/// How a rule shows numbers, where it says so.
fn shown(body: &str) -> Option<Shown> {
    const NAME: &str = "mso-number-format";
    let rest = body.get(find(body, NAME)? + NAME.len()..)?.trim_start().strip_prefix(':')?.trim_start();
    let value = match rest.strip_prefix('"').or_else(|| rest.strip_prefix('\'')) {
        Some(quoted) => quoted.split(['"', '\'']).next()?,
        None => rest.split(';').next()?.trim(),
    };
    Some(formats::of_name(&unescaped(value)))
}

/// A code without the escapes of style sheets: `0\.00%`, and `\0022` for a quotation mark.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut left = value;
    while let Some((before, behind)) = left.split_once('\\') {
        text.push_str(before);
        let hex = behind.get(..4).filter(|hex| hex.starts_with("00"));
        let known = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).map(char::from);
        let taken = known.map(|c| (c, 4)).or_else(|| behind.chars().next().map(|c| (c, c.len_utf8())));
        let Some((c, length)) = taken else { return text };
        text.push(c);
        left = behind.get(length..).unwrap_or_default();
    }
    text.push_str(left);
    text
}

#[cfg(test)]
mod tests {
    use super::Classes;
    use crate::formats::Shown;

    #[test]
    fn formats_stand_in_styles_and_in_classes() {
        let mut classes = Classes::default();
        classes.read(
            "<!--td {mso-ignore:padding;}\n.xl65\n\t{mso-style-parent:style0;\n\tmso-number-format:\"0\\.00%\";}\n\
             .xl66, td.xl67 {mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022\";} .xl68{mso-number-format:Percent;} -->",
        );
        assert_eq!(classes.of(None, Some("other xl65")), Some(Shown::Percent));
        assert_eq!(classes.of(None, Some("xl66")), Some(Shown::Date));
        assert_eq!(classes.of(None, Some("xl67")), Some(Shown::Date));
        assert_eq!(classes.of(None, Some("xl68")), Some(Shown::Percent));
        assert_eq!(classes.of(Some("color:red;mso-number-format:'\\@'"), Some("xl65")), Some(Shown::Plain));
        assert_eq!(classes.of(Some("color:red"), None), None);
    }
}
