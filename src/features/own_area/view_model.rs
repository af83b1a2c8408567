//! What the form of an own area shows: a value a row, and what an entry makes of it.

use voced_model::inputs::{Confidence, Group, Role};
use voced_model::text::Text;
use voced_model::{InputId, Lang, format, one_line};
use voced_scenario::{Area, AreaEdit, Layer, Ownership, PathValue, Range, Source, Sourced, describing};

use crate::app::SavedScenario;

/// One value of an area as the form shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueRow {
    /// Which.
    pub input: InputId,
    /// The value as a field shows it; none where it differs from year to year.
    pub entry: Option<String>,
    /// The value in words: with its unit, or its course over the years.
    pub said: String,
    /// The ends of what is thought possible, as fields show them.
    pub ends: [Option<f64>; 2],
    /// Where it comes from, as typed.
    pub source: String,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// Whose it is.
    pub ownership: Ownership,
    /// Whose it is, in words.
    pub whose: String,
    /// What it is elsewhere: where, and the value with its unit.
    pub peers: Vec<(String, String)>,
}

/// The inputs that describe an area, by groups; narrowed by words that are typed.
pub fn groups(typed: &str, lang: Lang) -> Vec<(Group, Vec<InputId>)> {
    let wanted = one_line(typed).to_lowercase();
    let is_wanted = |input: &InputId| {
        let spec = input.spec();
        [spec.name.get(lang), spec.id].iter().any(|name| name.to_lowercase().contains(&wanted))
    };
    let of = |group: Group| {
        let inputs = describing().filter(|input| input.spec().group == group).filter(is_wanted);
        (group, inputs.collect::<Vec<_>>())
    };
    Group::ALL.map(of).into_iter().filter(|(_, inputs)| !inputs.is_empty()).collect()
}

/// A row of the form.
pub fn value_row(area: &Area, input: InputId, lang: Lang) -> ValueRow {
    let (_, sourced) = area.value(input, Layer::Base);
    let ownership = area.ownership(input);
    ValueRow {
        input,
        entry: sourced.value.constant().map(|value| format::entry(value, input.spec().unit, lang)),
        said: said(input, &sourced.value, area.base_year.value, lang),
        ends: [sourced.low, sourced.high],
        source: sourced.source.note().get(lang).to_owned(),
        confidence: sourced.confidence,
        ownership,
        whose: area.whose(input, lang),
        peers: peers(area, input, lang),
    }
}

/// A value in words: with its unit, or year by year.
fn said(input: InputId, value: &PathValue, base_year: i32, lang: Lang) -> String {
    let words = |value: f64| input.spec().text(value, lang);
    match value {
        PathValue::Constant(value) => words(*value),
        PathValue::Points(points) => {
            let parts = points.iter().map(|(year, value)| format!("{year} {}", words(*value)));
            parts.collect::<Vec<_>>().join(lang.pick("，", ", "))
        }
        PathValue::Ramp { start, end, start_year, end_year, .. } => {
            let first = start_year.unwrap_or(base_year);
            format!("{first} {} → {end_year} {}", words(*start), words(*end))
        }
    }
}

/// The value in every area that ships and has one of its own.
fn peers(area: &Area, input: InputId, lang: Lang) -> Vec<(String, String)> {
    let others = Area::all_shipped().filter(|other| other.id != area.id);
    let value = |other: &Area| {
        let sourced = other.base.inputs.get(&input)?;
        Some((other.short.get(lang).to_owned(), said(input, &sourced.value, other.base_year.value, lang)))
    };
    others.filter_map(value).collect()
}

/// The areas that ship and have a value of an input of their own: id and short name.
pub fn lenders(input: InputId, lang: Lang) -> Vec<(&'static str, String)> {
    let lending = Area::all_shipped().filter(|area| area.base.inputs.get(&input).is_some());
    lending.map(|area| (area.id.as_str(), area.short.get(lang).to_owned())).collect()
}

/// Whether an observed value grows with the size of an area: one of another area, or a national one, is of another size.
pub fn is_of_size(input: InputId) -> bool {
    input.spec().role == Role::Base && input.spec().unit.is_extensive()
}

/// A typed text in whichever language it was typed: files have room for both.
pub fn both(text: &str) -> Text {
    Text { zh: text.to_owned(), en: text.to_owned() }
}

fn edit(input: InputId, sourced: Sourced<PathValue>) -> AreaEdit {
    AreaEdit::Value(Layer::Base, input, Some(sourced))
}

/// The area's own value as it is now; of a general or copied value only the number is taken.
fn own(area: &Area, input: InputId) -> Sourced<PathValue> {
    let (_, sourced) = area.value(input, Layer::Base);
    match area.ownership(input) {
        Ownership::Own => sourced.into_owned(),
        Ownership::Copied | Ownership::General => Sourced::own(sourced.value.clone()),
    }
}

/// A number for all years. Ends that it passes move with it.
pub fn with_number(area: &Area, input: InputId, number: f64) -> AreaEdit {
    let now = own(area, input);
    let range = Range { low: now.low, high: now.high }.around(number);
    edit(input, Sourced { value: PathValue::Constant(number), low: range.low, high: range.high, ..now })
}

/// A number for one year; the others stay.
pub fn with_year(area: &Area, input: InputId, year: i32, number: f64) -> AreaEdit {
    let now = own(area, input);
    let base_year = area.base_year.value;
    let mut points = match &now.value {
        PathValue::Points(points) => points.clone(),
        PathValue::Constant(value) => vec![(base_year, *value)],
        PathValue::Ramp { start, end, start_year, end_year, .. } => {
            vec![(start_year.unwrap_or(base_year), *start), (*end_year, *end)]
        }
    };
    match points.binary_search_by_key(&year, |(known, _)| *known) {
        Ok(place) => points[place].1 = number,
        Err(place) => points.insert(place, (year, number)),
    }
    let value = PathValue::Points(points);
    // Ends around one level say little of a path.
    edit(input, Sourced { value, low: None, high: None, ..now })
}

/// An end of what is thought possible, or none.
pub fn with_end(area: &Area, input: InputId, which: usize, end: Option<f64>) -> AreaEdit {
    let now = own(area, input);
    edit(input, if which == 0 { Sourced { low: end, ..now } } else { Sourced { high: end, ..now } })
}

/// Where the value comes from.
pub fn with_source(area: &Area, input: InputId, text: &str) -> AreaEdit {
    edit(input, Sourced { source: Source::own_noted(both(&one_line(text))), ..own(area, input) })
}

/// How sure the value is.
pub fn with_confidence(area: &Area, input: InputId, confidence: Option<Confidence>) -> AreaEdit {
    edit(input, Sourced { confidence, ..own(area, input) })
}

/// The value of another area, marked as such; the general one where it has none.
pub fn borrowed(from: &str, input: InputId) -> AreaEdit {
    let lent = Area::find_shipped(from).and_then(|area| area.base.inputs.get(&input).cloned());
    let lent = lent.map(|sourced| Sourced { copied_from: Some(from.to_owned()), ..sourced });
    AreaEdit::Value(Layer::Base, input, lent)
}

/// A name that no other kept area has.
pub fn free_area_name(wanted: &str, kept: &[std::rc::Rc<SavedScenario>], lang: Lang) -> String {
    crate::app::saved::free_name(wanted, kept, "", lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(id: &str) -> InputId {
        InputId::find(id).expect("known")
    }

    fn county() -> Area {
        Area::shipped("laiwu").expect("ships").expect("sound").copy("own-1", both("我县"))
    }

    #[test]
    fn every_value_that_describes_an_area_stands_in_one_group() {
        let listed: usize = groups("", Lang::Zh).iter().map(|(_, inputs)| inputs.len()).sum();
        assert_eq!(listed, describing().count());
        let found = groups("初中毕业生数", Lang::Zh);
        assert!(found.iter().any(|(_, inputs)| inputs.contains(&input("junior_graduates"))));
        assert!(groups("no such thing", Lang::En).is_empty());
    }

    #[test]
    fn a_row_says_whose_the_value_is_and_what_it_is_elsewhere() {
        let row = value_row(&county(), input("junior_graduates"), Lang::Zh);
        assert_eq!((row.said.as_str(), row.whose.as_str()), ("8,800人", "借自莱芜"));
        assert_eq!(row.ends, [Some(7500.0), Some(10000.0)]);
        assert!(row.peers.iter().any(|(name, value)| name == "莱芜" && value == "8,800人"), "{:?}", row.peers);
        let general = value_row(&county(), input("technical_share"), Lang::En);
        assert_eq!((general.whose.as_str(), general.ownership), ("national", Ownership::General));
    }

    #[test]
    fn an_entry_makes_the_value_the_areas_own() {
        let graduates = input("junior_graduates");
        let area = county().edited(with_number(&county(), graduates, 5210.0)).expect("sound");
        let row = value_row(&area, graduates, Lang::Zh);
        assert_eq!((row.said.as_str(), row.whose.as_str(), row.ends), ("5,210人", "本地数据", [None, None]));
        let area = area.edited(with_end(&area, graduates, 0, Some(5000.0))).expect("sound");
        let area = area.edited(with_source(&area, graduates, " 2023年统计年鉴 ")).expect("sound");
        let area = area.edited(with_confidence(&area, graduates, Some(Confidence::High))).expect("sound");
        let row = value_row(&area, graduates, Lang::En);
        assert_eq!((row.source.as_str(), row.confidence), ("2023年统计年鉴", Some(Confidence::High)));
        // A value that passes an end takes it along.
        let area = area.edited(with_number(&area, graduates, 4900.0)).expect("sound");
        assert_eq!(value_row(&area, graduates, Lang::En).ends, [Some(4900.0), None]);
        let back = area.edited(borrowed("dezhou", graduates)).expect("sound");
        assert_eq!(value_row(&back, graduates, Lang::Zh).whose, "借自德州");
    }

    #[test]
    fn a_year_of_its_own_leaves_the_others() {
        let hires = input("hires");
        let area = county().edited(with_number(&county(), hires, 10.0)).expect("sound");
        let area = area.edited(with_year(&area, hires, 2022, 30.0)).expect("sound");
        let value = |year| area.value(hires, Layer::Base).1.value.at(2020, year);
        assert_eq!((value(2020), value(2022)), (10.0, 30.0));
        assert_eq!(value_row(&area, hires, Lang::En).entry, None);
        let flat = area.edited(with_number(&area, hires, 12.0)).expect("sound");
        assert_eq!(flat.value(hires, Layer::Base).1.value, PathValue::Constant(12.0));
    }
}
