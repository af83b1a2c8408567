//! Charts of the spreadsheet's own, drawn from the cells of the model.

use rust_xlsxwriter::{Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartType, XlsxError};
use voced_model::Quantity::{
    Balance, BalanceCumulative, GenEntrants, SourcesTotal, Teachers, TeachersRequired, UsesTotal, VocEntrantsAll,
    VocGrade1, VocGrade2, VocGrade3,
};
use voced_model::equations::{SOURCES, USES};
use voced_model::{Quantity, Topic, Words};

use super::Content;
use crate::address::Tab;
use crate::layout::{self, FIRST_YEAR, HEAD};
use crate::page::Page;
use crate::styles::numbers;
use crate::words;

const WIDTH: u32 = 620;
const HEIGHT: u32 = 400;
/// Rows of the usual height that a chart covers, with a gap below it.
const ROWS: u32 = 21;
/// The column at which the right-hand charts begin.
const RIGHT: u16 = 10;

/// Inks told apart by people who do not tell red from green, darkest first.
const INKS: [u32; 11] = [
    0x1F_4E_79, 0xE0_8A_1E, 0x4F_9D_A6, 0xB3_3A_3A, 0x8F_B3_3F, 0x7A_5C_99, 0xD8_B4_4A, 0x5B_7F_C4, 0xA8_6B_4C,
    0x6F_6F_6F, 0xC9_8B_B9,
];

/// One chart: what is drawn as columns or lines, and lines over stacked columns.
struct Plan<'a> {
    title: Words,
    kind: ChartType,
    series: &'a [Quantity],
    lines: &'a [Quantity],
}

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let lang = content.lang;
    let title = Tab::Charts.words().get(lang);
    let mut page = Page::new(Tab::Charts, title, words::CHARTS_HELP.get(lang), lang, content.results)?;
    let grades = [VocGrade1, VocGrade2, VocGrade3];
    let enrolment = Quantity::VocEnrolment.spec().name;
    let plans = [
        Plan {
            title: Topic::Intake.words(),
            kind: ChartType::Line,
            series: &[VocEntrantsAll, GenEntrants],
            lines: &[],
        },
        Plan { title: enrolment, kind: ChartType::ColumnStacked, series: &grades, lines: &[] },
        Plan { title: Topic::Staff.words(), kind: ChartType::Line, series: &[Teachers, TeachersRequired], lines: &[] },
        Plan { title: Balance.spec().name, kind: ChartType::Column, series: &[Balance], lines: &[BalanceCumulative] },
        Plan { title: Topic::Uses.words(), kind: ChartType::ColumnStacked, series: &USES, lines: &[SourcesTotal] },
        Plan { title: Topic::Sources.words(), kind: ChartType::ColumnStacked, series: &SOURCES, lines: &[UsesTotal] },
    ];
    for (i, plan) in (0..).zip(&plans) {
        let (row, column) = (HEAD + i / 2 * ROWS, if i % 2 == 0 { 0 } else { RIGHT });
        page.sheet.insert_chart(row, column, &chart(content, plan))?;
    }
    page.sheet.set_print_fit_to_pages(1, 1);
    Ok(page)
}

fn chart(content: &Content<'_>, plan: &Plan<'_>) -> Chart {
    let lang = content.lang;
    let mut chart = Chart::new(plan.kind);
    // Flows begin in the year after the base year.
    let all = plan.series.iter().chain(plan.lines);
    let from = usize::from(all.clone().any(|quantity| !quantity.is_stock()));
    let mut inks = INKS.into_iter().cycle();
    for quantity in plan.series {
        add(&mut chart, content, *quantity, from, plan.kind == ChartType::Line, inks.next());
    }
    if !plan.lines.is_empty() {
        let mut over = Chart::new(ChartType::Line);
        for quantity in plan.lines {
            add(&mut over, content, *quantity, from, true, Some(0x22_22_22));
        }
        chart.combine(&over);
    }
    let unit = plan.series.first().map(|quantity| quantity.spec().unit);
    let name = unit.map_or("", |unit| unit.words().get(lang));
    chart.title().set_name(plan.title.get(lang)).set_overlay(false);
    chart.x_axis().set_num_format("0");
    chart.y_axis().set_num_format(numbers(unit)).set_name(name);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.show_na_as_empty_cell();
    chart.set_width(WIDTH).set_height(HEIGHT);
    chart
}

fn add(chart: &mut Chart, content: &Content<'_>, quantity: Quantity, from: usize, line: bool, ink: Option<u32>) {
    let lang = content.lang;
    let sheet = Tab::Model.words().get(lang);
    let last = FIRST_YEAR + content.resolved.model_inputs.years.saturating_sub(1) as u16;
    let first = (FIRST_YEAR + from as u16).min(last);
    let row = layout::quantity(quantity, 0).row;
    let ink = ink.unwrap_or_default();
    let mut look = if line {
        ChartFormat::new().set_line(ChartLine::new().set_color(ink).set_width(2.25)).clone()
    } else {
        ChartFormat::new().set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(ink)).clone()
    };
    chart
        .add_series()
        .set_name((sheet, row, layout::NAME))
        .set_categories((sheet, HEAD, first, HEAD, last))
        .set_values((sheet, row, first, row, last))
        .set_format(&mut look);
}
