//! What stays the same for all charts of a page, and the panels of lines and stacks made with it.

use voced_model::{Lang, Quantity, Unit, format};
use voced_scenario::Area;

use crate::app::Outcome;
use crate::features::plot::measure::Measure;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use voced_charts::{Figure, Ink, Mark, Observations, Panel, Reference, Series, Spread};

/// A series to be: quantity, name, mark and ink.
pub(super) type Line = (Quantity, String, Mark, Ink);

/// What stays the same for all charts of one page.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The scenario.
    pub outcome: &'a Outcome,
    /// What it is held against; none where both are the same.
    pub reference: Option<&'a Outcome>,
    /// How sure the scenario's results are, where that is known.
    pub sureness: Option<&'a Sureness>,
    /// The year set off.
    pub year: i32,
    /// Whether differences from the reference are drawn, where there is one, in place of levels.
    pub difference: bool,
    /// The language.
    pub lang: Lang,
}

impl Frame<'_> {
    /// Whether differences are drawn.
    pub(super) fn is_difference(&self) -> bool {
        self.difference && self.reference.is_some()
    }

    /// A figure of these panels over the years of the scenario.
    pub fn figure(&self, panels: Vec<Panel>) -> Figure {
        let resolved = self.outcome.resolved();
        let compared = panels.iter().any(|panel| panel.series.iter().any(|series| series.comparison));
        Figure {
            years: resolved.years().collect(),
            base_year: resolved.base_year(),
            focus_year: Some(self.year),
            band_label: self.sureness.map(|sureness| {
                let weighed = sureness.seen().is_some_and(|conditioned| conditioned.agrees);
                let words = if weighed { phrases::BAND_LABEL_SEEN } else { phrases::BAND_LABEL };
                words.get(self.lang).to_owned()
            }),
            median_label: self.sureness.map(|_| phrases::MEDIAN_LABEL.get(self.lang).to_owned()),
            comparison_name: self.reference.filter(|_| compared).map(|reference| {
                let layer = reference.resolved().scenario.layer.words().get(self.lang);
                format!("{}{}{layer}", phrases::COMPARE_WITH.get(self.lang), self.lang.pick("：", ": "))
            }),
            observed_name: Some(phrases::OBSERVED.get(self.lang).to_owned()),
            empty_message: phrases::EMPTY_CHART.get(self.lang).to_owned(),
            panels,
            ..Figure::default()
        }
    }

    /// A panel of these series and their comparison, in one scale.
    pub(super) fn panel(&self, lines: &[Line]) -> Panel {
        if let Some(reference) = self.reference.filter(|_| self.difference) {
            return self.difference_panel(lines, reference);
        }
        let unit = lines.first().map_or(Unit::Ratio, |(quantity, ..)| quantity.spec().unit);
        let area = self.outcome.resolved().scenario.area();
        let years: Vec<i32> = self.outcome.resolved().years().collect();
        let mut series: Vec<Series> = lines
            .iter()
            .map(|(quantity, name, mark, ink)| {
                let series = Series::new(quantity.id(), name.clone(), *mark, *ink, self.outcome.series(*quantity));
                // Parts of a stack have neither: they would lie over each other.
                if *mark == Mark::Stacked {
                    series
                } else {
                    series
                        .with_band(self.band(*quantity))
                        .with_observed(observations(area, *quantity, &years, self.lang))
                }
            })
            .collect();
        if let Some(reference) = self.reference {
            series.extend(lines.iter().map(|(quantity, name, mark, ink)| {
                Series::new(quantity.id(), name.clone(), *mark, *ink, reference.series(*quantity)).as_comparison()
            }));
        }
        scaled(unit, series, self.lang)
    }

    /// A panel of these series less the reference's. They have no derivation to open, and what was observed is a level.
    fn difference_panel(&self, lines: &[Line], reference: &Outcome) -> Panel {
        let unit = lines.first().map_or(Unit::Ratio, |(quantity, ..)| quantity.spec().unit);
        let line = |(quantity, name, mark, ink): &Line| {
            let values = self.outcome.series(*quantity).into_iter().zip(reference.series(*quantity));
            let values = values.map(|(own, other)| Some(own? - other?)).collect();
            let series = Series::new("", name.clone(), *mark, *ink, values);
            if *mark == Mark::Stacked { series } else { series.with_band(self.difference_band(*quantity)) }
        };
        let mut panel = scaled(unit, lines.iter().map(line).collect(), self.lang);
        let layer = reference.resolved().scenario.layer;
        let words = phrases::difference_from(layer).get(self.lang);
        self.mark_unit(&mut panel, words);
        panel
    }

    /// Says behind the unit of a panel what its numbers are.
    pub(super) fn mark_unit(&self, panel: &mut Panel, words: &str) {
        panel.unit = format!("{}{}", panel.unit, self.lang.bracketed(words));
        panel.unscaled.unit =
            self.lang.pick(format!("{}，{words}", panel.unscaled.unit), format!("{}, {words}", panel.unscaled.unit));
    }

    /// The percentiles of the difference of a quantity, one a year; none where they are not known.
    pub(super) fn difference_band(&self, quantity: Quantity) -> Vec<Option<Spread>> {
        let levels = |t| self.sureness?.differences(quantity, t).map(Spread::of);
        (0..self.outcome.projection().years()).map(levels).collect()
    }

    /// The percentiles of a quantity, one a year; empty where they are not known.
    fn band(&self, quantity: Quantity) -> Vec<Option<Spread>> {
        let Some(sureness) = self.sureness else { return Vec::new() };
        (0..self.outcome.projection().years()).map(|t| sureness.levels(quantity, t).map(Spread::of)).collect()
    }

    /// Parts of a total stacked, those that never matter left out, and a line to hold them against.
    pub(super) fn stack(&self, parts: &[Quantity], line: Quantity, line_name: &str) -> Panel {
        let matters = |quantity: &Quantity| {
            let of = |outcome: &Outcome| outcome.series(*quantity).iter().flatten().any(|value| *value != 0.0);
            of(self.outcome) || (self.is_difference() && self.reference.is_some_and(of))
        };
        let mut lines: Vec<Line> = parts
            .iter()
            .enumerate()
            .filter(|(_, quantity)| matters(quantity))
            .map(|(i, quantity)| {
                let name = quantity.spec().name.get(self.lang).to_owned();
                (*quantity, name, Mark::Stacked, Ink::Category(i as u8))
            })
            .collect();
        lines.push((line, line_name.to_owned(), Mark::Line, Ink::Total));
        // The comparison of ten parts cannot be read; the total's can be found in the table.
        match self.reference.filter(|_| self.difference) {
            Some(reference) => self.difference_panel(&lines, reference),
            None => Frame { reference: None, ..*self }.panel(&lines),
        }
    }

    pub(super) fn standard(&self) -> Reference {
        let resolved = self.outcome.resolved();
        let t = self.outcome.index(self.year).unwrap_or_default();
        let value = resolved.model_inputs.inputs.staffing.students_per_teacher_standard[t];
        let label = format!("{} {}", phrases::STANDARD.get(self.lang), format::exact(value, None, self.lang));
        Reference { label, value }
    }
}

/// What was observed of a quantity of an area in some years, one entry a scope.
pub(crate) fn observations(area: &Area, quantity: Quantity, years: &[i32], lang: Lang) -> Vec<Observations> {
    let mut found: Vec<Observations> = Vec::new();
    for observed in area.observed.iter().filter(|one| one.quantity == quantity) {
        let Some(t) = years.iter().position(|year| *year == observed.year) else { continue };
        let scope = observed.scope.get(lang);
        let place = found.iter().position(|one| one.scope == scope).unwrap_or_else(|| {
            found.push(Observations { scope: scope.to_owned(), values: vec![None; years.len()] });
            found.len() - 1
        });
        found[place].values[t] = Some(observed.value);
    }
    found
}

/// Divides the series by the scale that suits the largest of them, and names the unit.
pub(crate) fn scaled(unit: Unit, mut series: Vec<Series>, lang: Lang) -> Panel {
    let measure = Measure::over(unit, series.iter().flat_map(|series| series.values.iter().flatten().copied()), lang);
    for one in &mut series {
        let observed = one.observed.iter_mut().flat_map(|observed| &mut observed.values);
        for value in one.values.iter_mut().chain(observed).flatten() {
            *value = measure.scaled(*value);
        }
        for band in one.band.iter_mut().flatten() {
            *band = Spread::of(band.parts().map(|part| measure.scaled(part)));
        }
    }
    let mut panel = Panel::new(measure.words(), series);
    panel.unscaled = measure.unscaled();
    panel.decimals = measure.decimals;
    panel
}
