//! What was typed into a field for a number: the number, or why it is not taken and what to do instead.

use voced_model::Allowed;
use voced_model::typed::{self, Bare};
use voced_model::{Lang, Unit, format};
use voced_scenario::Problem;

use crate::phrases;

/// Why what was typed is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum NotTaken {
    /// It is no number, or could be more than one.
    Unread(String),
    /// It is a number that is not allowed.
    NotAllowed(f64),
}

/// What is said of it, and the numbers that can be entered with one click, as the field shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The reason.
    pub said: String,
    /// The numbers, each with its text.
    pub offers: Vec<(f64, String)>,
}

/// Reads what was typed.
///
/// # Errors
/// Where it is no number that is allowed.
pub fn read_typed(text: &str, allowed: &Allowed) -> Result<f64, NotTaken> {
    let value = typed::read(text, unit(allowed), Bare::Percent).map_err(|_| NotTaken::Unread(text.to_owned()))?;
    if Problem::of(allowed, value).is_none() { Ok(value) } else { Err(NotTaken::NotAllowed(value)) }
}

fn unit(allowed: &Allowed) -> Unit {
    allowed.unit.unwrap_or(Unit::Ratio)
}

impl NotTaken {
    /// The reason in short, as long as there is no more to say.
    pub fn short(&self, allowed: &Allowed, lang: Lang) -> String {
        match self {
            NotTaken::Unread(_) => phrases::NOT_A_NUMBER.get(lang).to_owned(),
            NotTaken::NotAllowed(value) => match Problem::of(allowed, *value) {
                Some(Problem::NotWhole { .. }) => phrases::NOT_WHOLE.get(lang).to_owned(),
                _ => {
                    let colon = lang.pick("：", ": ");
                    format!("{}{colon}{}", phrases::OUT_OF_RANGE.get(lang), range_text(allowed, lang))
                }
            },
        }
    }
}

/// All there is to say of a text that is no number, or could be more than one.
pub fn refused(text: &str, allowed: &Allowed, lang: Lang) -> Told {
    let unit = unit(allowed);
    let refusal = typed::refusal(text, unit, Bare::Percent);
    let inside = |value: &f64| Problem::of(allowed, *value).is_none();
    let offered: Vec<f64> = refusal.readings.iter().copied().filter(inside).collect();
    let mut said = refusal.message(text, unit, &offered, lang);
    if offered.len() < refusal.readings.len() {
        said += phrases::READING_OUTSIDE.get(lang);
    }
    let offers = offered.into_iter().map(|value| (value, format::entry(value, unit, lang))).collect();
    Told { said, offers }
}

/// The numbers allowed in a field, in words.
pub fn range_text(allowed: &Allowed, lang: Lang) -> String {
    let end = |value: f64| format::amount(value, unit(allowed), lang).text(lang);
    format!("{}{}{}", end(allowed.min), lang.pick(" 至 ", " to "), end(allowed.max))
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::InputId;

    fn allowed(id: &str) -> Allowed {
        InputId::find(id).expect("known").spec().allowed()
    }

    fn short(id: &str, text: &str, lang: Lang) -> String {
        read_typed(text, &allowed(id)).map_err(|fault| fault.short(&allowed(id), lang)).expect_err("not taken")
    }

    #[test]
    fn typed_nonsense_is_named() {
        assert_eq!(short("hires", "abc", Lang::Zh), "请输入数字");
        assert_eq!(refused("abc", &allowed("hires"), Lang::Zh).said, "请输入数字：看不懂“abc”，单位是人/年");
        assert!(short("hires", "-1", Lang::En).contains("0 persons a year to 500,000"));
        assert_eq!(short("inservice_cycle_years", "2.5", Lang::En), phrases::NOT_WHOLE.en);
    }

    #[test]
    fn only_a_number_that_was_understood_is_out_of_range() {
        assert!(short("vocational_share", "140", Lang::Zh).starts_with(phrases::OUT_OF_RANGE.zh));
        for text in ["3,5", "0.3", "约140", "1200\t1300", "30%%", "9999,9"] {
            assert!(!short("vocational_share", text, Lang::Zh).contains(phrases::OUT_OF_RANGE.zh), "{text}");
        }
    }

    #[test]
    fn what_can_mean_two_things_is_offered_both_ways() {
        let told = |id: &str, text: &str| refused(text, &allowed(id), Lang::En);
        let offers = |id: &str, text: &str| -> Vec<String> {
            told(id, text).offers.into_iter().map(|(_, shown)| shown).collect()
        };
        assert_eq!(offers("vocational_share", "0.3"), ["30%", "0.3%"]);
        assert_eq!(offers("vocational_share", "3,5"), ["3.5%", "35%"]);
        assert_eq!(offers("hires", "9,99"), ["9.99", "999"]);
        assert!(offers("hires", "abc").is_empty());
        // One that is not allowed is not offered, and that is said.
        let outside = told("vocational_share", "9,99");
        assert_eq!(outside.offers, [(0.0999, "9.99%".to_owned())]);
        assert!(outside.said.ends_with(phrases::READING_OUTSIDE.en), "{}", outside.said);
        assert!(!told("vocational_share", "0.3").said.contains(phrases::READING_OUTSIDE.en));
        // What is offered is taken.
        for (id, text) in [("vocational_share", "0.3"), ("hires", "30-40"), ("development_fund", "约3千万")] {
            for (value, shown) in told(id, text).offers {
                assert_eq!(read_typed(&shown, &allowed(id)), Ok(value), "{shown}");
            }
        }
    }
}
