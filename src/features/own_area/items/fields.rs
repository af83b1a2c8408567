//! Of what fields an item consists: the one table that the editor, the reading and the faults go by.

use voced_model::inputs::{Confidence, Section as LeverSection, Shape};
use voced_model::{Allowed, InputId, Lang, Quantity, Unit, Words};
use voced_scenario::{Area, Curve, Layer, Metric, Op, bounds};

use super::draft::Draft;
use super::item::{ANNUAL, CONSTANT, OF_DELIVERABLE, OF_LEVER, OF_RESULT, POINTS, RAMP, STOCK, Section, years};
use crate::phrases;

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What it is called in files, so that a fault of the area finds it.
    pub key: &'static str,
    /// What it is called.
    pub label: Words,
    /// What is said below it.
    pub hint: Option<Words>,
    /// What it takes.
    pub kind: Kind,
    /// Whether it may be left empty.
    pub is_optional: bool,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A short text on one line.
    Name,
    /// A text.
    Words,
    /// A number, or a year.
    Number(Allowed),
    /// One of a few.
    Choice(Vec<Choice>),
    /// A result.
    Result,
    /// Yes or no.
    Tick,
    /// Years, each with a number.
    Points(Allowed),
}

/// One of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is kept.
    pub value: String,
    /// What is shown.
    pub words: String,
    /// The group it stands in.
    pub group: Option<&'static str>,
}

fn field(key: &'static str, label: Words, kind: Kind) -> Field {
    Field { key, label, hint: None, kind, is_optional: false }
}

impl Field {
    fn optional(self) -> Field {
        Field { is_optional: true, ..self }
    }

    fn hint(self, hint: Words) -> Field {
        Field { hint: Some(hint), ..self }
    }

    /// The numbers it takes.
    pub fn allowed(&self) -> Option<Allowed> {
        match &self.kind {
            Kind::Number(allowed) | Kind::Points(allowed) => Some(*allowed),
            _ => None,
        }
    }
}

/// The numbers an observed value or a target may be.
const ANY: (f64, f64) = (-1e18, 1e18);

fn number(bounds: (f64, f64), unit: Option<Unit>) -> Kind {
    Kind::Number(Allowed::of(bounds, unit))
}

fn year() -> Kind {
    Kind::Number(years())
}

fn choice<'a>(options: impl IntoIterator<Item = (&'a str, Words)>, lang: Lang) -> Kind {
    let one = |(value, words): (&str, Words)| Choice {
        value: value.to_owned(),
        words: words.get(lang).to_owned(),
        group: None,
    };
    Kind::Choice(options.into_iter().map(one).collect())
}

/// The fields of what is being edited, as far as it is known what it is.
pub fn fields(draft: &Draft, area: &Area, lang: Lang) -> Vec<Field> {
    let note = field("note", phrases::ITEMS_QUOTE_OR_SOURCE, Kind::Words).optional();
    match draft.section {
        Section::Levers => lever(draft, note, area, lang),
        Section::Projects => vec![
            field("name", phrases::ITEM_NAME, Kind::Name),
            field("area_m2", phrases::AREA_M2, number(bounds::AREA_M2, Some(Unit::M2))),
            field("start", phrases::START_YEAR, year()),
            field("finish", phrases::FINISH_YEAR, year()),
            field("cost_per_m2", phrases::COST_PER_M2, number(bounds::COST_PER_M2, Some(Unit::YuanPerM2)))
                .optional()
                .hint(phrases::ITEMS_USUAL_COST_HOW),
            field("on", phrases::ITEMS_IS_BUILT, Kind::Tick),
            note,
        ],
        Section::Deliverables => deliverable(draft, note, lang),
        Section::Targets => target(draft, area, lang),
        Section::Observed => {
            let unit = Quantity::find(draft.text("result")).map(|quantity| quantity.spec().unit);
            let levels = Confidence::ALL.map(|level| (level.id(), level.words()));
            vec![
                field("result", phrases::ITEMS_RESULT, Kind::Result),
                field("year", phrases::YEAR, year()),
                field("value", phrases::OBSERVED, number(ANY, unit)),
                field("scope", phrases::SCOPE, Kind::Words).hint(phrases::ITEMS_SCOPE_HOW),
                note,
                field("confidence", phrases::CONFIDENCE, choice(levels, lang)),
                field("tolerance", phrases::OBSERVED_TOLERANCE, number((0.0, ANY.1), unit))
                    .optional()
                    .hint(phrases::ITEMS_TOLERANCE_HOW),
            ]
        }
    }
}

fn lever(draft: &Draft, note: Field, area: &Area, lang: Lang) -> Vec<Field> {
    let mut fields = Vec::new();
    if draft.old.is_none() {
        let free = |input: &InputId| area.plan.inputs.get(input).is_none();
        fields.push(field("input", phrases::ITEMS_LEVER, levers(free, lang)));
    }
    let Some(input) = draft.input() else { return fields };
    let spec = input.spec();
    let allowed = spec.allowed();
    let form = draft.text("shape");
    match spec.shape {
        Shape::Switch => fields.push(field("value", phrases::ITEMS_VALUE, states(input, lang))),
        Shape::Path => {
            let forms = [
                (CONSTANT, phrases::KIND_CONSTANT),
                (RAMP, phrases::KIND_RAMP),
                (POINTS, phrases::ITEMS_YEARS_AND_VALUES),
            ];
            fields.push(field("shape", phrases::YEAR_EDITOR, choice(forms, lang)));
        }
        Shape::Scalar => {}
    }
    match (spec.shape, form) {
        (Shape::Switch, _) => {}
        (Shape::Path, RAMP) => fields.extend([
            field("start", phrases::RAMP_START, Kind::Number(allowed)),
            field("start_year", phrases::RAMP_START_YEAR, year()).optional(),
            field("end", phrases::RAMP_END, Kind::Number(allowed)),
            field("end_year", phrases::RAMP_END_YEAR, year()),
            field("curve", phrases::RAMP_SHAPE, choice(Curve::ALL.map(|curve| (curve.id(), curve.words())), lang)),
        ]),
        (Shape::Path, POINTS) => fields.push(
            field("points", phrases::ITEMS_YEARS_AND_VALUES, Kind::Points(allowed)).hint(phrases::ITEMS_YEARS_HOW),
        ),
        _ => fields.push(field("value", phrases::ITEMS_VALUE, Kind::Number(allowed))),
    }
    if spec.shape != Shape::Switch {
        fields.push(field("low", phrases::ITEMS_LOW, Kind::Number(allowed)).optional());
        fields.push(field("high", phrases::ITEMS_HIGH, Kind::Number(allowed)).optional());
    }
    fields.push(note);
    fields
}

fn deliverable(draft: &Draft, note: Field, lang: Lang) -> Vec<Field> {
    let units = || number(bounds::UNITS, None);
    let kinds = [(STOCK, phrases::ITEMS_STOCK), (ANNUAL, phrases::ITEMS_ANNUAL)];
    let mut fields = vec![
        field("name", phrases::ITEM_NAME, Kind::Name),
        field("kind", phrases::ITEMS_DELIVERABLE_KIND, choice(kinds, lang)),
    ];
    if draft.text("kind") == ANNUAL {
        fields.extend([
            field("units_per_year", phrases::PER_YEAR, units()),
            field("from", phrases::FROM_YEAR, year()),
            field("to", phrases::TO_YEAR, year()),
        ]);
    } else {
        fields.extend([
            field("base", phrases::BASE_NUMBER, units()).optional(),
            field("target", phrases::ITEMS_TO_REACH, units()),
            field("by", phrases::BY_WHEN, year()),
        ]);
    }
    let cost = field("unit_cost", phrases::UNIT_COST, number(bounds::UNIT_COST, Some(Unit::Yuan)));
    fields.push(cost.optional().hint(phrases::ITEMS_NOT_COSTED_HOW));
    fields.push(note);
    fields
}

fn target(draft: &Draft, area: &Area, lang: Lang) -> Vec<Field> {
    let items = known_deliverables(area);
    let mut kinds = vec![(OF_RESULT, phrases::ITEMS_A_RESULT), (OF_LEVER, phrases::ITEMS_A_LEVER)];
    if !items.is_empty() {
        kinds.push((OF_DELIVERABLE, phrases::ITEMS_A_DELIVERABLE));
    }
    let metric = draft.metric();
    let subject = match draft.text("metric_kind") {
        OF_LEVER => field("input", phrases::ITEMS_LEVER, levers(|_| true, lang)),
        OF_DELIVERABLE => {
            let one = |(value, name): (&str, String)| Choice { value: value.to_owned(), words: name, group: None };
            let options = items.iter().map(|(id, name)| one((id, name.get(lang).to_owned()))).collect();
            field("deliverable", phrases::ITEMS_DELIVERABLE, Kind::Choice(options))
        }
        _ => field("result", phrases::ITEMS_RESULT, Kind::Result),
    };
    let value = match &metric {
        Some(Metric::Input(input)) if input.spec().shape == Shape::Switch => states(*input, lang),
        Some(Metric::Input(input)) => Kind::Number(input.spec().allowed()),
        metric => number(ANY, metric.as_ref().and_then(Metric::unit)),
    };
    vec![
        field("metric_kind", phrases::ITEMS_METRIC_KIND, choice(kinds, lang)),
        subject,
        field("op", phrases::COMPARE_SIGN, choice(Op::ALL.map(|op| (op.id(), op.words())), lang)),
        field("value", phrases::ITEMS_VALUE, value),
        field("constraint", phrases::ITEMS_CONSTRAINT, Kind::Tick),
        field("year", phrases::YEAR, year()).optional().hint(phrases::ITEMS_DEADLINE_HOW),
        field("label", phrases::ITEMS_LABEL, Kind::Name).optional(),
        field("quote_zh", phrases::ITEMS_QUOTE, Kind::Words).optional(),
        field("source", phrases::ITEMS_DOCUMENT, Kind::Words).optional(),
    ]
}

/// The levers to choose from, by the sections of the page.
fn levers(is_offered: impl Fn(&InputId) -> bool, lang: Lang) -> Kind {
    let of = |section: LeverSection| {
        InputId::all().filter(move |input| input.spec().group.section() == section).map(move |input| (section, input))
    };
    let all = LeverSection::ALL.into_iter().flat_map(of).filter(|(_, input)| is_offered(input));
    let one = |(section, input): (LeverSection, InputId)| Choice {
        value: input.id().to_owned(),
        words: input.spec().name.get(lang).to_owned(),
        group: Some(section.words().get(lang)),
    };
    Kind::Choice(all.map(one).collect())
}

/// The states of a switch.
fn states(input: InputId, lang: Lang) -> Kind {
    choice([("0", input.spec().state(false)), ("1", input.spec().state(true))], lang)
}

/// The deliverables a target can refer to, of either layer.
pub fn known_deliverables(area: &Area) -> Vec<(&str, &voced_model::Text)> {
    let all = Layer::ALL.into_iter().flat_map(|layer| &area.overlay(layer).deliverables);
    all.map(|item| (item.id.as_str(), &item.name)).collect()
}

/// The key of a field that stands for what a fault of an area names.
pub fn key_of(fault_key: &str, section: Section) -> &str {
    match (fault_key, section) {
        ("name_zh" | "name_en", _) => "name",
        ("label_zh" | "label_en", _) => "label",
        ("scope_zh" | "scope_en", _) => "scope",
        ("note_zh" | "note_en", _) => "note",
        ("quantity", _) => "result",
        (key, _) => key,
    }
}
