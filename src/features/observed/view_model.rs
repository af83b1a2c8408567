//! Plan and what happened: observed values beside the projections, in words and in a table.

use voced_model::format::{self, Gauge};
use voced_model::{Lang, Quantity};
use voced_scenario::references::reference;
use voced_scenario::{Area, Layer, Metric, Observed, ObservedRow, Op, Period, Target, observed_rows};

use crate::app::Outcome;
use crate::features::plans::view_model::statement_of_target;
use crate::phrases;

/// What observed values are held against: the status quo, the plan, and the scenario on the page, each once.
pub struct Projections {
    /// Each with its name; the scenario on the page is the last, unless it is one of the others.
    pub columns: Vec<(String, Outcome)>,
    /// The place of the plan, where the area has one.
    plan: Option<usize>,
}

impl Projections {
    /// Runs what is not there yet.
    pub fn of(outcome: &Outcome, lang: Lang) -> Projections {
        let scenario = &outcome.resolved().scenario;
        let has_plan = !scenario.area().statements().is_empty();
        let mut columns = Vec::new();
        let mut plan = None;
        let mut is_own = true;
        for layer in Layer::ALL.into_iter().filter(|layer| has_plan || *layer == Layer::Base) {
            let is_same = scenario.is_untouched() && scenario.layer == layer;
            is_own &= !is_same;
            let run = if is_same { Some(outcome.clone()) } else { Outcome::of(&scenario.untouched(layer)) };
            if let Some(run) = run {
                plan = (layer == Layer::Plan).then_some(columns.len()).or(plan);
                columns.push((layer.words().get(lang).to_owned(), run));
            }
        }
        if is_own {
            columns.push((phrases::THIS_SCENARIO.get(lang).to_owned(), outcome.clone()));
        }
        Projections { columns, plan }
    }
}

/// A projection beside an observed value.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The projected value; says that there is none.
    pub value: String,
    /// The error in words; empty where there is none.
    pub error: String,
    /// Whether the error is within the tolerance.
    pub within: Option<bool>,
}

/// An observed value, told.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The result.
    pub quantity: Quantity,
    /// Its name.
    pub name: &'static str,
    /// The year.
    pub year: i32,
    /// Its index in the projection, where it lies in it.
    pub t: Option<usize>,
    /// The value with its unit.
    pub value: String,
    /// What was counted.
    pub scope: String,
    /// How sure the value is.
    pub confidence: &'static str,
    /// What a reader should know of it, and where it was published.
    pub sources: Vec<String>,
    /// One projection a column.
    pub beside: Vec<Beside>,
    /// All of it in a sentence or two.
    pub said: String,
}

/// Every observed value of the area, in the order of its file.
pub fn told(projections: &Projections, lang: Lang) -> Vec<Told> {
    let rows: Vec<Vec<ObservedRow<'_>>> = projections
        .columns
        .iter()
        .map(|(_, outcome)| observed_rows(outcome.resolved(), outcome.projection()))
        .collect();
    let Some((_, outcome)) = projections.columns.first() else { return Vec::new() };
    let area = outcome.resolved().scenario.area();
    let one = |(place, observed): (usize, &Observed)| {
        let beside: Vec<&ObservedRow<'_>> = rows.iter().filter_map(|rows| rows.get(place)).collect();
        told_one(observed, &beside, area, projections, lang)
    };
    area.observed.iter().enumerate().map(one).collect()
}

fn told_one(
    observed: &Observed,
    rows: &[&ObservedRow<'_>],
    area: &Area,
    projections: &Projections,
    lang: Lang,
) -> Told {
    let spec = observed.quantity.spec();
    let numbers: Vec<f64> = std::iter::once(observed.value).chain(rows.iter().filter_map(|row| row.modelled)).collect();
    let gauge = Gauge::of(&numbers, &[], spec.unit, lang);
    let beside = rows.iter().map(|row| Beside {
        value: row.modelled.map_or_else(|| phrases::NO_VALUE.get(lang).to_owned(), |value| gauge.text(value)),
        error: row.error.map_or_else(String::new, |error| error_text(error, row.relative, gauge, lang)),
        within: row.within,
    });
    let (name, value, scope) = (spec.name.get(lang), gauge.text(observed.value), observed.scope.get(lang));
    let mut said = vec![came(observed, gauge, lang)];
    said.extend(aims(observed, area, gauge, lang));
    let period = rows.first().map(|row| row.period);
    match period {
        Some(Period::History) => said.push(phrases::BEFORE_THE_BASE_YEAR.get(lang).to_owned()),
        Some(Period::BeyondHorizon) => said.push(phrases::AFTER_THE_HORIZON.get(lang).to_owned()),
        _ => {
            let of_plan = projections.plan.or(Some(0)).and_then(|place| Some((place, rows.get(place)?)));
            said.extend(of_plan.map(|(place, row)| {
                let (who, _) = &projections.columns[place];
                compared(who, row, gauge, lang)
            }));
        }
    }
    let stop = lang.pick("。", ". ");
    let said = said.iter().map(|part| format!("{part}{stop}")).collect::<String>().trim_end().to_owned();
    Told {
        quantity: observed.quantity,
        name,
        year: observed.year,
        t: projections.columns.first().and_then(|(_, outcome)| outcome.index(observed.year)),
        value,
        scope: scope.to_owned(),
        confidence: observed.confidence.words().get(lang),
        sources: sources(observed, lang),
        beside: beside.collect(),
        said,
    }
}

/// The note of a value, and the documents it cites.
fn sources(observed: &Observed, lang: Lang) -> Vec<String> {
    let note = observed.source.note();
    let cited = observed.source.ids.iter().map(|id| match reference(id) {
        Some(found) => format!("{id} · {}", found.document.get(lang)),
        None => id.clone(),
    });
    let lines = std::iter::once(note.get(lang).to_owned()).chain(cited);
    lines.filter(|line| !line.is_empty()).collect()
}

/// What the plan asked of the same result, and how much of it had come.
fn aims(observed: &Observed, area: &Area, gauge: Gauge, lang: Lang) -> Vec<String> {
    let is_same = |target: &&Target| target.metric == Metric::Quantity(observed.quantity);
    let aim = |target: &Target| {
        let goal = gauge.text(target.value);
        let id = statement_of_target(area, target).map(|statement| statement.id.clone()).unwrap_or_default();
        let id = lang.bracketed(&id);
        let asked = match (target.year, target.op) {
            (Some(year), Op::AtLeast) => lang
                .pick(format!("规划要求 {year} 年达到{goal}{id}"), format!("The plan asked for {goal} by {year}{id}")),
            (None, Op::AtLeast) => {
                lang.pick(format!("规划要求达到{goal}{id}"), format!("The plan asked for {goal}{id}"))
            }
            // A share of an upper limit or of an exact number says nothing about how far it came.
            _ => return None,
        };
        let share = observed.value / target.value;
        if !share.is_finite() {
            return Some(asked);
        }
        let percent = format::chance(share);
        Some(match (target.year, share >= 1.0) {
            (_, true) => lang.pick(format!("{asked}，实际已达到"), format!("{asked}; it was reached")),
            (Some(year), false) if observed.year < year => lang
                .pick(format!("{asked}，当时已有其{percent}"), format!("{asked}; {percent} of it was there by then")),
            _ => lang.pick(format!("{asked}，实际为其{percent}"), format!("{asked}; {percent} of it was there")),
        })
    };
    area.targets.iter().filter(is_same).filter_map(aim).collect()
}

/// What a projection has in its place.
fn compared(who: &str, row: &ObservedRow<'_>, gauge: Gauge, lang: Lang) -> String {
    let Some((value, error)) = row.modelled.zip(row.error) else {
        return lang.pick(format!("{who}在这一年没有数值"), format!("{who}: no value in this year"));
    };
    let value = gauge.text(value);
    let within = match row.within {
        Some(true) => lang.pick("，在容许误差之内", ", within the tolerance"),
        Some(false) => lang.pick("，超出容许误差", ", beyond the tolerance"),
        None => "",
    };
    if gauge.is_nothing(error) {
        return lang.pick(
            format!("{who}推演为{value}，与实际相同{within}"),
            format!("{who} projects {value}, the same{within}"),
        );
    }
    let size = gauge.gap(error.abs());
    let relative = row.relative.map(|share| format::chance(share.abs()));
    let relative = relative.map(|share| lang.bracketed(&share)).unwrap_or_default();
    match error > 0.0 {
        true => lang.pick(
            format!("{who}推演为{value}，比实际多{size}{relative}{within}"),
            format!("{who} projects {value}, {size}{relative} more than observed{within}"),
        ),
        false => lang.pick(
            format!("{who}推演为{value}，比实际少{size}{relative}{within}"),
            format!("{who} projects {value}, {size}{relative} less than observed{within}"),
        ),
    }
}

/// An error with its sign, and its share of what was observed.
fn error_text(error: f64, relative: Option<f64>, gauge: Gauge, lang: Lang) -> String {
    let amount = gauge.difference(error).text(lang);
    let relative = relative.map(format::relative).map(|share| lang.bracketed(&share));
    format!("{amount}{}", relative.unwrap_or_default())
}

/// What was observed in the projected years, and what one scenario has in its place: a line each.
pub fn lines(outcome: &Outcome, lang: Lang) -> Vec<String> {
    let line = |row: &ObservedRow<'_>| {
        let unit = row.observed.quantity.spec().unit;
        let gauge = Gauge::of(&[row.observed.value, row.modelled?], &[], unit, lang);
        let compared = compared(phrases::THIS_SCENARIO.get(lang), row, gauge, lang);
        let came = came(row.observed, gauge, lang);
        Some(lang.pick(format!("{came}；{compared}。"), format!("{came}. {compared}.")))
    };
    observed_rows(outcome.resolved(), outcome.projection()).iter().filter_map(line).collect()
}

/// What was observed.
fn came(observed: &Observed, gauge: Gauge, lang: Lang) -> String {
    let (name, year) = (observed.quantity.spec().name.get(lang), observed.year);
    let (value, scope) = (gauge.text(observed.value), observed.scope.get(lang));
    lang.pick(format!("{year} 年{name}实际为{value}（{scope}）"), format!("{name} in {year}: {value} ({scope})"))
}

/// The results that were observed in the years of a projection, each once.
pub fn charted(outcome: &Outcome) -> Vec<Quantity> {
    let mut found = Vec::new();
    for row in observed_rows(outcome.resolved(), outcome.projection()) {
        if row.modelled.is_some() && !found.contains(&row.observed.quantity) {
            found.push(row.observed.quantity);
        }
    }
    found
}

#[cfg(test)]
mod tests;
