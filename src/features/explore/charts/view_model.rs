//! From results to charts: which series, in which unit, under which name.

#[cfg(test)]
mod tests;

use voced_model::equations::{SOURCES, USES};
use voced_model::{Lang, Quantity, Unit, format};
use voced_scenario::{Area, Status, Target, Verdict};

use crate::app::{ChartId, Outcome};
use crate::features::explore::board::view_model::{dated, gauge_of, goal_beside};
use crate::features::explore::headline::view_model::QUANTITIES;
use crate::features::plot::measure::Measure;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use voced_charts::{
    Figure, Ink, Mark, Observations, Panel, Picture, Progress, ProgressRow, Reference, Series, Spread,
    Status as Reached,
};

/// Who pays: the parts of all sources by payer, in the order of the stack.
pub const PAYERS: [Quantity; 4] =
    [Quantity::TreasuryOutlay, Quantity::UpperOutlay, Quantity::FundBonds, Quantity::FundTrainingNet];

/// What a chart card draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Series over years.
    Figure(Figure),
    /// Targets against 100 %.
    Progress(Progress),
}

impl Drawing {
    /// The drawing for the painter.
    pub fn picture(&self) -> &dyn Picture {
        match self {
            Drawing::Figure(figure) => figure,
            Drawing::Progress(progress) => progress,
        }
    }
}

/// A series to be: quantity, name, mark and ink.
type Line = (Quantity, String, Mark, Ink);

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

/// The drawing of a chart.
pub fn drawing(chart: ChartId, frame: Frame<'_>) -> Drawing {
    use Quantity::{
        Balance, BalanceCumulative, BondDebt, Debt, GenCapacity, GenEnrolment, GenEntrants, GenSpendingPerStudent,
        RecurrentPerStudent, SourcesTotal, StudentsPerTeacher, Teachers, TeachersRequired, UsesTotal, VocEnrolment,
        VocEntrantsAll, VocGrade1, VocGrade2, VocGrade3,
    };
    let lang = frame.lang;
    let name = |quantity: Quantity| quantity.spec().name.get(lang).to_owned();
    let panels = match chart {
        ChartId::Intake => vec![frame.panel(&[
            (VocEntrantsAll, phrases::VOCATIONAL.get(lang).to_owned(), Mark::Line, Ink::Vocational),
            (GenEntrants, phrases::GENERAL.get(lang).to_owned(), Mark::Line, Ink::General),
        ])],
        ChartId::Enrolment => vec![frame.panel(&[
            (VocGrade1, name(VocGrade1), Mark::Stacked, Ink::Category(0)),
            (VocGrade2, name(VocGrade2), Mark::Stacked, Ink::Category(5)),
            (VocGrade3, name(VocGrade3), Mark::Stacked, Ink::Category(2)),
            (VocEnrolment, phrases::TOTAL.get(lang).to_owned(), Mark::Line, Ink::Total),
        ])],
        ChartId::Teachers => {
            let mut staff = frame.panel(&[
                (Teachers, phrases::TEACHERS_HAVE.get(lang).to_owned(), Mark::Line, Ink::Vocational),
                (TeachersRequired, phrases::TEACHERS_NEEDED.get(lang).to_owned(), Mark::Line, Ink::Need),
            ]);
            staff.weight = 1.6;
            let mut ratio = frame.panel(&[(StudentsPerTeacher, name(StudentsPerTeacher), Mark::Line, Ink::Vocational)]);
            ratio.y_from_zero = false;
            if !frame.is_difference() {
                ratio.references.push(frame.standard());
            }
            vec![staff, ratio]
        }
        ChartId::Balance => vec![frame.panel(&[
            (Balance, phrases::BALANCE_YEAR.get(lang).to_owned(), Mark::Columns, Ink::Balance),
            (BalanceCumulative, phrases::BALANCE_SUM.get(lang).to_owned(), Mark::Line, Ink::Total),
        ])],
        ChartId::Uses => vec![frame.stack(&USES, SourcesTotal, phrases::SOURCES_LINE.get(lang))],
        ChartId::Sources => vec![frame.stack(&SOURCES, UsesTotal, phrases::USES_LINE.get(lang))],
        ChartId::Payers => vec![frame.stack(&PAYERS, UsesTotal, phrases::USES_LINE.get(lang))],
        ChartId::Debt => vec![frame.panel(&[
            (BondDebt, name(BondDebt), Mark::Line, Ink::Vocational),
            (Debt, name(Debt), Mark::Line, Ink::General),
        ])],
        ChartId::General => vec![frame.panel(&[
            (GenEnrolment, name(GenEnrolment), Mark::Line, Ink::General),
            (GenCapacity, name(GenCapacity), Mark::Line, Ink::Need),
        ])],
        ChartId::PerStudent => vec![frame.panel(&[
            (RecurrentPerStudent, phrases::VOCATIONAL.get(lang).to_owned(), Mark::Line, Ink::Vocational),
            (GenSpendingPerStudent, phrases::GENERAL.get(lang).to_owned(), Mark::Line, Ink::General),
        ])],
        ChartId::Progress => return Drawing::Progress(frame.progress()),
    };
    Drawing::Figure(frame.figure(panels))
}

/// The drawing of one result over the years, with what was observed of it.
pub fn single(quantity: Quantity, frame: Frame<'_>) -> Drawing {
    let mut panel =
        frame.panel(&[(quantity, quantity.spec().name.get(frame.lang).to_owned(), Mark::Line, Ink::Vocational)]);
    // Errors of a few percent are what this is about.
    panel.y_from_zero = false;
    Drawing::Figure(frame.figure(vec![panel]))
}

impl Frame<'_> {
    /// Whether differences are drawn.
    fn is_difference(&self) -> bool {
        self.difference && self.reference.is_some()
    }

    fn figure(&self, panels: Vec<Panel>) -> Figure {
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
    fn panel(&self, lines: &[Line]) -> Panel {
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
            let levels = |t| self.sureness?.differences(*quantity, t).map(Spread::of);
            let band = (0..self.outcome.projection().years()).map(levels).collect();
            if *mark == Mark::Stacked { series } else { series.with_band(band) }
        };
        let mut panel = scaled(unit, lines.iter().map(line).collect(), self.lang);
        let layer = reference.resolved().scenario.layer;
        let words = phrases::difference_from(layer).get(self.lang);
        panel.unit = self.lang.pick(format!("{}（{words}）", panel.unit), format!("{} ({words})", panel.unit));
        panel.unscaled.unit =
            self.lang.pick(format!("{}，{words}", panel.unscaled.unit), format!("{}, {words}", panel.unscaled.unit));
        panel
    }

    /// The percentiles of a quantity, one a year; empty where they are not known.
    fn band(&self, quantity: Quantity) -> Vec<Option<Spread>> {
        let Some(sureness) = self.sureness else { return Vec::new() };
        (0..self.outcome.projection().years()).map(|t| sureness.levels(quantity, t).map(Spread::of)).collect()
    }

    /// Parts of a total stacked, those that never matter left out, and a line to hold them against.
    fn stack(&self, parts: &[Quantity], line: Quantity, line_name: &str) -> Panel {
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

    fn standard(&self) -> Reference {
        let resolved = self.outcome.resolved();
        let t = self.outcome.index(self.year).unwrap_or_default();
        let value = resolved.model_inputs.inputs.staffing.students_per_teacher_standard[t];
        let label = format!("{} {}", phrases::STANDARD.get(self.lang), format::exact(value, None, self.lang));
        Reference { label, value }
    }

    fn progress(&self) -> Progress {
        let resolved = self.outcome.resolved();
        let rows = resolved
            .verdicts(self.outcome.projection())
            .into_iter()
            .enumerate()
            .filter(|(_, (target, _))| target.metric.unit().is_some())
            .map(|(place, (target, verdict))| {
                let chance = self.sureness.and_then(|sureness| sureness.chance(place));
                self.progress_row(target, &verdict, chance)
            })
            .collect();
        Progress {
            title: None,
            rows,
            full_label: phrases::HUNDRED.get(self.lang).to_owned(),
            empty_message: phrases::NO_TARGETS.get(self.lang).to_owned(),
        }
    }

    fn progress_row(&self, target: &Target, verdict: &Verdict, chance: Option<f64>) -> ProgressRow {
        let gauge = gauge_of(target.value, verdict.value, target.metric.unit(), self.lang);
        let value = match (verdict.value, gauge) {
            (Some(value), Some(gauge)) => dated(gauge.short(value), target, verdict, self.lang),
            _ => phrases::NO_VALUE.get(self.lang).to_owned(),
        };
        ProgressRow {
            label: target.label.get(self.lang).to_owned(),
            share: verdict.value.and_then(|value| reached(target, value)),
            status: match verdict.status {
                Status::Met => Reached::Met,
                Status::Assumed => Reached::Assumed,
                Status::Missed { .. } => Reached::Missed,
                Status::BeyondHorizon => Reached::Beyond,
                Status::Unknown => Reached::Unknown,
            },
            text: format!("{value} / {}", goal_beside(target, verdict.value, self.lang)),
            chance,
            chance_text: chance
                .map(|share| format!("{} {}", phrases::CHANCE.get(self.lang), format::chance(share)))
                .unwrap_or_default(),
        }
    }
}

/// The quantities whose bands the page shows beside these charts: the large numbers', then the charts' own.
pub fn banded(charts: &[ChartId], outcome: &Outcome) -> Vec<Quantity> {
    let frame = Frame {
        outcome,
        reference: None,
        sureness: None,
        year: outcome.resolved().base_year(),
        difference: false,
        lang: Lang::Zh,
    };
    let mut quantities = QUANTITIES.to_vec();
    for chart in charts {
        let Drawing::Figure(figure) = drawing(*chart, frame) else { continue };
        let banded = figure.series().filter(|(_, series)| series.mark != Mark::Stacked);
        for quantity in banded.filter_map(|(_, series)| Quantity::find(series.id)) {
            if !quantities.contains(&quantity) {
                quantities.push(quantity);
            }
        }
    }
    quantities
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

/// The part of a target that is reached; for an upper limit, how far the value stays within it.
fn reached(target: &Target, value: f64) -> Option<f64> {
    use voced_scenario::Op;
    let share = match target.op {
        Op::AtMost => target.value / value,
        _ => value / target.value,
    };
    share.is_finite().then_some(share.max(0.0))
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
