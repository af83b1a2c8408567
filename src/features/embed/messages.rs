//! What an embedded page tells the page around it.

use voced_model::{Lang, Quantity, format};
use voced_scenario::Json;

use crate::app::{Notice, Outcome};
use crate::features::explore::headline::view_model as headline;

/// The results told: those that head the page, and those that headed it when pages that listen were written.
fn results() -> Vec<Quantity> {
    use Quantity::{Balance, DoubleQualifiedShare, RecurrentPerStudent, Teachers, VocEnrolment, VocShareOfIntake};
    let first = [VocShareOfIntake, VocEnrolment, Teachers, DoubleQualifiedShare, Balance, RecurrentPerStudent];
    let since = headline::QUANTITIES.into_iter().filter(|quantity| !first.contains(quantity));
    first.into_iter().chain(since).collect()
}

/// The scenario and its headline numbers: `link`, `area`, `layer`, `year`, and by id `results` with `value`
/// in the unit of the tables, `unit` and `text` for people.
pub fn detail(outcome: &Outcome, year: i32, link: &str, lang: Lang) -> Json {
    let scenario = &outcome.resolved().scenario;
    let result = |quantity: Quantity| {
        let unit = quantity.spec().unit;
        let value = outcome.value(quantity, year);
        let text = value.map(|value| format::amount(value, unit, lang).text(lang));
        let fields = vec![
            ("value".to_owned(), value.map_or(Json::Null, Json::from)),
            ("unit".to_owned(), unit.words().get(lang).into()),
            ("name".to_owned(), quantity.spec().name.get(lang).into()),
            ("text".to_owned(), text.as_deref().map_or(Json::Null, Json::from)),
        ];
        (quantity.id().to_owned(), Json::Object(fields))
    };
    Json::Object(vec![
        ("link".to_owned(), link.into()),
        ("area".to_owned(), scenario.area().id.as_str().into()),
        ("layer".to_owned(), scenario.layer.id().into()),
        ("name".to_owned(), scenario.name.as_str().into()),
        ("year".to_owned(), year.into()),
        ("results".to_owned(), Json::Object(self::results().into_iter().map(result).collect())),
    ])
}

/// A notice line by line.
pub fn lines(notice: &Notice, lang: Lang) -> Vec<String> {
    let title = notice.title.get(lang).to_owned();
    std::iter::once(title).chain(notice.faults.iter().map(|fault| fault.message(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer, Scenario};

    #[test]
    fn the_numbers_told_are_those_of_the_headline() {
        let plan = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        let outcome = Outcome::of(&plan).expect("sound");
        let told = detail(&outcome, 2025, "#1.abc", Lang::En).to_string();
        let told = Json::parse(&told).expect("JSON");
        let results = told.get("results").expect("results");
        assert!(headline::QUANTITIES.iter().all(|quantity| self::results().contains(quantity)));
        for quantity in self::results() {
            let value = results.get(quantity.id()).and_then(|result| result.get("value"));
            assert_eq!(value, Some(&Json::from(outcome.value(quantity, 2025).expect("a value"))), "{}", quantity.id());
        }
        assert_eq!(told.get("link"), Some(&Json::from("#1.abc")));
        // A year outside has names, but no values.
        let outside = detail(&outcome, 1990, "", Lang::Zh);
        let value = outside.get("results").and_then(|results| results.get("teachers")).and_then(|one| one.get("value"));
        assert_eq!(value, Some(&Json::Null));
    }
}
