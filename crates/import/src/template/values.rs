//! The sheet of values: a row an input.

use voced_model::inputs::Confidence;
use voced_model::text::Lang;
use voced_model::{InputId, Unit};
use voced_scenario::{Area, PathValue, Sourced};

use super::{Entered, Entry, TemplateCell, TemplateSheet, entry, unit, words};

const WIDTHS: [f64; 12] = [16.0, 30.0, 26.0, 18.0, 44.0, 16.0, 12.0, 12.0, 30.0, 10.0, 16.0, 40.0];

/// The sheet, empty or with the values of an area entered.
pub(super) fn sheet(name: &str, beside: Option<&Area>, entered: Option<&Area>, lang: Lang) -> TemplateSheet {
    let text = |words: voced_model::Words| words.get(lang).to_owned();
    let title = if entered.is_some() { words::EXAMPLE_TITLE } else { words::TITLE };
    let area_name = entered.map(|area| Entered::Text(area.name.get(lang).to_owned()));
    let base_year = entered.map(|area| Entered::Number(f64::from(area.base_year.value)));
    let mut rows = vec![
        vec![TemplateCell::Title(text(title))],
        vec![TemplateCell::Help(text(words::HELP))],
        vec![TemplateCell::Name(text(words::AREA_NAME)), TemplateCell::Entry(Entry::Text, area_name)],
        vec![TemplateCell::Name(text(words::BASE_YEAR)), TemplateCell::Entry(Entry::Year, base_year)],
    ];
    let head = rows.len();
    let heads = [
        words::GROUP,
        words::NAME,
        words::ID,
        words::UNIT,
        words::MEANING,
        words::VALUE,
        words::LOW,
        words::HIGH,
        words::SOURCE,
        words::CONFIDENCE,
        words::REFERENCE,
        words::ORIGIN,
    ];
    rows.push(heads.map(|head| TemplateCell::Head(text(head))).to_vec());
    rows.extend(InputId::all().map(|input| row(input, beside, entered, lang)));
    TemplateSheet { name: name.to_owned(), rows, head, frozen: 2, widths: WIDTHS.to_vec() }
}

fn row(input: InputId, beside: Option<&Area>, entered: Option<&Area>, lang: Lang) -> Vec<TemplateCell> {
    let spec = input.spec();
    let example = entered.and_then(|area| area.base.inputs.get(&input));
    let level = example.and_then(|sourced| sourced.value.constant());
    let number = |value: Option<f64>| value.filter(|_| level.is_some()).map(Entered::Number);
    let choices = Confidence::ALL.iter().rev().map(|level| words::confidence(*level).get(lang).to_owned()).collect();
    let example = example.filter(|_| level.is_some());
    let confidence =
        example.and_then(|sourced| sourced.confidence).map(|level| words::confidence(level).get(lang).to_owned());
    let value = level.map(|level| match spec.shape {
        voced_model::inputs::Shape::Switch => Entered::Text(spec.state(level != 0.0).get(lang).to_owned()),
        _ => Entered::Number(level),
    });
    let (reference, origin) = reference(input, beside, lang);
    vec![
        TemplateCell::Group(spec.group.words().get(lang).to_owned()),
        TemplateCell::Name(spec.name.get(lang).to_owned()),
        TemplateCell::Faint(spec.id.to_owned()),
        TemplateCell::Faint(unit(spec.unit, lang)),
        TemplateCell::Prose(input.prose().meaning.get(lang).to_owned()),
        TemplateCell::Entry(entry(input, lang), value),
        TemplateCell::Entry(Entry::Number(spec.unit), number(example.and_then(|sourced| sourced.low))),
        TemplateCell::Entry(Entry::Number(spec.unit), number(example.and_then(|sourced| sourced.high))),
        TemplateCell::Entry(Entry::Text, example.map(|sourced| Entered::Text(sourced.source.text(lang)))),
        TemplateCell::Entry(Entry::Choice(choices), confidence.map(Entered::Text)),
        reference,
        TemplateCell::FixedText(origin),
    ]
}

/// The value of the area beside it in its base year, or the general one, and where it comes from.
fn reference(input: InputId, beside: Option<&Area>, lang: Lang) -> (TemplateCell, String) {
    let spec = input.spec();
    let of_area = beside.and_then(|area| {
        let sourced: &Sourced<PathValue> = area.base.inputs.get(&input)?;
        let value = sourced.value.at(area.base_year.value, area.base_year.value);
        Some((value, format!("{}{}{}", area.short.get(lang), lang.pick("：", ": "), sourced.source.text(lang))))
    });
    let (value, origin) = of_area.unwrap_or_else(|| {
        let source = spec.source.kind.words().get(lang);
        let ids = spec.source.ids.join(", ");
        let general = lang.pick("通用值：", "general value: ");
        (spec.default, format!("{general}{source} {ids}").trim_end().to_owned())
    });
    let cell = match spec.unit {
        Unit::Flag => TemplateCell::FixedText(spec.state(value != 0.0).get(lang).to_owned()),
        unit => TemplateCell::Fixed(value, unit),
    };
    (cell, origin)
}
