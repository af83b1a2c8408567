//! From results to charts: which series, in which unit, under which name.

#[cfg(test)]
mod tests;

use voced_analysis::money::Prices;
use voced_model::equations::{PAYERS, SOURCES, USES};
use voced_model::{Lang, Quantity, format};
use voced_scenario::{Status, Target, Verdict};

use super::extra;
pub use super::frame::Frame;
pub(crate) use super::frame::{observations, scaled};
use crate::app::{ChartId, Outcome};
use crate::features::explore::board::view_model::{dated, gauge_of, goal_beside};
use crate::features::explore::headline::view_model::QUANTITIES;
use crate::phrases;
use voced_charts::{Figure, Ink, Mark, Picture, Progress, ProgressRow, Status as Reached};

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
        // What it costs more than the comparison, and who pays that, whatever the other charts show.
        ChartId::Payers => vec![match frame.reference {
            Some(reference) => extra::panel(extra::Part::Payers, Prices::Nominal, frame, reference),
            None => frame.stack(&PAYERS, UsesTotal, phrases::USES_LINE.get(lang)),
        }],
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
    fn progress(&self) -> Progress {
        let resolved = self.outcome.resolved();
        let rows = resolved
            .verdicts(self.outcome.projection())
            .into_iter()
            .enumerate()
            .filter(|(_, (target, _))| target.metric.unit().is_some())
            .map(|(place, (target, verdict))| {
                let chance = self.sureness.and_then(|sureness| sureness.chance(place, target));
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

/// The part of a target that is reached; for an upper limit, how far the value stays within it.
fn reached(target: &Target, value: f64) -> Option<f64> {
    use voced_scenario::Op;
    let share = match target.op {
        Op::AtMost => target.value / value,
        _ => value / target.value,
    };
    share.is_finite().then_some(share.max(0.0))
}
