//! Formulas from symbols: operators, brackets, choices, limits.

use voced_model::Quantity::{CostDeliverables, Teachers};
use voced_model::{Quantity, Scalar};

use super::*;
use crate::tape::{Symbol, Tape};

const LANG: Lang = Lang::En;

/// The formula of what `build` makes of three cells.
fn formula(build: impl for<'a> Fn([Symbol<'a>; 3]) -> Symbol<'a>) -> String {
    let tape = Tape::default();
    let cells = [(0, 2.0), (1, 3.0), (2, 5.0)];
    let symbol = build(cells.map(|(row, value)| tape.cell(Address::new(Tab::Inputs, row, 4), value)));
    let at = Address::new(Tab::Inputs, 9, 9);
    let others = [(at, symbol.term)];
    let mut written = write(tape.finish(), &others, (0, 0), LANG);
    let cell = written.others.remove(0);
    assert_eq!(cell.address, at);
    cell.formula
}

fn constant<'a>(value: f64) -> Symbol<'a> {
    Symbol::constant(value)
}

#[test]
fn brackets_stand_where_the_equations_have_them() {
    assert_eq!(formula(|[a, b, c]| a + b * c), "E1+E2*E3");
    assert_eq!(formula(|[a, b, c]| (a + b) * c), "(E1+E2)*E3");
    assert_eq!(formula(|[a, b, c]| a - (b - c)), "E1-(E2-E3)");
    assert_eq!(formula(|[a, b, c]| a - b - c), "E1-E2-E3");
    assert_eq!(formula(|[a, b, c]| a + (b + c)), "E1+(E2+E3)");
    assert_eq!(formula(|[a, b, c]| a / (b * c)), "E1/(E2*E3)");
    assert_eq!(formula(|[a, b, c]| a / b * c), "E1/E2*E3");
    assert_eq!(formula(|[a, b, c]| a.min(b + c).max(constant(0.0))), "MAX(MIN(E1,E2+E3),0)");
}

#[test]
fn a_sign_never_meets_a_power_or_another_sign() {
    assert_eq!(formula(|[a, b, _]| a - -b), "E1-(-E2)");
    assert_eq!(formula(|[a, _, _]| (-a).powi(2)), "(-E1)^2");
    assert_eq!(formula(|[a, _, _]| -a.powi(2)), "-(E1^2)");
    assert_eq!(formula(|[a, _, _]| a * constant(-0.5)), "E1*(-0.5)");
    assert_eq!(formula(|[a, _, _]| a.growth(3)), "(1+E1)^3");
    assert_eq!(formula(|[a, _, _]| a.powi(2).powi(3)), "(E1^2)^3");
}

#[test]
fn choices_keep_both_ways_and_the_billionth() {
    let select = |compare| formula(move |[a, b, c]| Symbol::select(a, compare, b, c, c * constant(2.0)));
    assert_eq!(select(Compare::Below), "IF(E1<E2-0.000000001,E3,E3*2)");
    assert_eq!(select(Compare::AtMost), "IF(E1<=E2,E3,E3*2)");
    assert_eq!(select(Compare::Equal), "IF(E1=E2,E3,E3*2)");
    assert_eq!(formula(|[a, b, _]| a.ratio(b)), "IF(E2=0,NA(),E1/E2)");
}

#[test]
fn constants_fold_and_leave_no_trace() {
    assert_eq!(formula(|[a, _, _]| constant(0.0) + a * constant(1.0) - constant(0.0)), "E1");
    assert_eq!(formula(|[a, _, _]| a * (constant(2.0) + constant(3.0))), "E1*5");
    let certain = formula(|[a, b, _]| Symbol::select(constant(1.0), Compare::AtMost, constant(2.0), a, b));
    assert_eq!(certain, "E1");
}

#[test]
fn numbers_are_written_as_a_spreadsheet_reads_them() {
    for (value, text) in [(0.1, "0.1"), (1e15, "1E15"), (-2.5e-13, "-2.5E-13"), (12.0, "12"), (f64::NAN, "NA()")] {
        assert_eq!(number(value), text);
    }
}

/// A run with one cell of the model, the sum of `count` products of cells of `tab`.
fn sum(count: u32, tab: Tab, quantity: Quantity) -> Formulas {
    let tape = Tape::default();
    let mut total = constant(0.0);
    for row in 0..count {
        let cell = |column| tape.cell(Address::anchored(tab, HEAD_OF_DELIVERABLES + 1 + row, column), 1.0);
        total = total + cell(3) * cell(5);
    }
    total.named(&tape, quantity, 1);
    write(tape.finish(), &[], (0, count as usize), LANG)
}

const HEAD_OF_DELIVERABLES: u32 = programme::deliverables_head(0);

/// The most characters that a formula may have.
const LIMIT: usize = 8192;

#[test]
fn no_formula_is_longer_than_a_cell_holds() {
    for tab in [Tab::Inputs, Tab::Programme] {
        let written = sum(20_000, tab, Teachers);
        let all = written.model.iter().chain(&written.workings.cells);
        let longest = all.map(|cell| cell.formula.len()).max().expect("formulas");
        assert!(longest < LIMIT, "{longest}");
        assert_eq!(written.model[0].value, 20_000.0);
    }
}

#[test]
fn what_a_deliverable_adds_has_a_row_with_its_name() {
    let written = sum(3, Tab::Programme, CostDeliverables);
    assert_eq!(written.model[0].formula, "Workings!F5+Workings!F6+Workings!F7");
    let rows: Vec<Working> = (1..4).map(|row| Working::Part(CostDeliverables, HEAD_OF_DELIVERABLES + row)).collect();
    assert_eq!(written.workings.rows, rows);
    let of = |cell: &Computed| cell.formula.clone();
    assert_eq!(written.workings.cells.iter().map(of).next().as_deref(), Some("Projects!$D$8*Projects!$F$8"));
}

#[test]
fn what_is_there_already_is_no_part_of_a_project() {
    let tape = Tape::default();
    let mut area = tape.cell(Address::anchored(Tab::Inputs, 7, 3), 1.0);
    for row in 0..2 {
        area = area + tape.cell(programme::project(row, programme::COUNTED), 1.0);
    }
    area.named(&tape, Quantity::BuildingArea, 1);
    let written = write(tape.finish(), &[], (2, 0), LANG);
    assert_eq!(written.model[0].formula, "Levers!$D$8+Projects!$F$5+Projects!$F$6");
    assert!(written.workings.rows.is_empty());
}

#[test]
fn a_part_that_is_read_twice_is_computed_once() {
    let tape = Tape::default();
    let cell = |row| tape.cell(Address::new(Tab::Inputs, row, 5), 1.0);
    let part = cell(0) * cell(1) + cell(2) * cell(3);
    (part * (part - cell(4))).named(&tape, Teachers, 1);
    let written = write(tape.finish(), &[], (0, 0), LANG);
    assert_eq!(written.model[0].formula, "Workings!F5*(Workings!F5-Levers!F5)");
    assert_eq!(written.workings.rows, [Working::Piece(Teachers, 1)]);
    assert_eq!(written.workings.cells[0].formula, "Levers!F1*Levers!F2+Levers!F3*Levers!F4");
}
