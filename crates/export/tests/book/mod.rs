//! A workbook read back, held against the model, and changed by hand.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Range, Reader, Xlsx};
use voced_model::inputs::{Inputs, Shape};
use voced_model::{InputId, Lang, Projection, Quantity, Schedule};
use voced_scenario::{ResolvedScenario, Status, observed_rows};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Relative; the model's own worked results are held to the same.
const TOLERANCE: f64 = 1e-9;

/// Where the headings stand.
const HEAD: usize = 3;

/// Scenarios, and what numbers typed into their workbooks make of them.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub const CASES: [(&str, &str); 6] = [
    // The share falls below the floor while the freeze is on: general entrants stand still.
    (
        r#"{"schema":1,"region":"dezhou"}"#,
        r#"{"schema":1,"region":"dezhou","inputs":{
            "general_freeze": 1, "junior_graduate_growth": 0.06,
            "vocational_share": {"points": {"2020": 0.42, "2021": 0.44, "2022": 0.40, "2023": 0.45, "2025": 0.5}}}}"#,
    ),
    // A switch, a share, money, hires, and a rule that then limits them.
    (
        r#"{"schema":1,"region":"dezhou"}"#,
        r#"{"schema":1,"region":"dezhou","inputs":{
            "funding_rule": 1, "seat_limit": 1, "quota_limit": 1, "in_scope_share": 0.9, "teacher_pay": 120000,
            "hires": {"points": {"2021": 900, "2022": 0, "2023": 50.5}}, "gap_fill_share": 0.5,
            "enterprise_investment": 30000000000, "offset_rate": 0.3, "debt_clear_year": 2023}}"#,
    ),
    // A share exactly at the floor is not below it.
    (
        r#"{"schema":1,"region":"dezhou"}"#,
        r#"{"schema":1,"region":"dezhou","inputs":{"general_freeze": 1, "vocational_share": 0.45}}"#,
    ),
    // A debt that was due before the base year, exits and prices.
    (
        r#"{"schema":1,"region":"hengyang"}"#,
        r#"{"schema":1,"region":"hengyang","inputs":{
            "debt_base": 70000000, "debt_clear_year": 2019, "voc_exit_rate": 0.11, "price_growth": -0.02,
            "equipment_fill_share": 0.35, "transfer_rate": 0.02}}"#,
    ),
    // A project left out, one larger and dearer, deliverables that cost and grow.
    (
        r#"{"schema":1,"region":"laiwu"}"#,
        r#"{"schema":1,"region":"laiwu","inputs":{"building_cost_per_m2": 4100, "quota_limit": 1, "hires": 90},
            "projects":{"lab_building":{"area_m2":21000,"cost_per_m2":3900},"integration_base":{"on":false}},
            "deliverables":{"new_programmes":{"unit_cost":250000,"target":7},
                "high_level_programmes":{"unit_cost":1000000,"base":0.5}}}"#,
    ),
    // The other way: a project of the plan switched on where the plan is not chosen.
    (
        r#"{"schema":1,"region":"laiwu","layer":"base"}"#,
        r#"{"schema":1,"region":"laiwu","layer":"base","projects":{"lab_building":{"on":true}}}"#,
    ),
];

/// Projects and deliverables of one's own, ranges, and text that a cell can not hold as it is or would run.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub const OF_ONES_OWN: &str = r#"{"schema":1,"region":"laiwu","layer":"base","horizon":2031,"seed":7,
    "name":"=HYPERLINK(\"x\") _x0041_\u0001\u009f","inputs":{"hires":{"value":{"start":20,"end":30.5,"end_year":2036,"shape":"smooth"},"low":10,"high":60},
    "marginal_capture_ratio":{"value":1.7,"low":1.1,"high":3.3}},
    "projects":{"=1+1":{"name_zh":"=1+1","area_m2":1000.1,"start":2022,"finish":2024,"on":false},"lab_building":{"cost_per_m2":4100}},
    "deliverables":{"'x'!A1":{"name_en":"@SUM(A1)","kind":"annual","units_per_year":0.1,"from":2021,"to":2023,"unit_cost":5}}}"#;

pub fn resolved(json: &str) -> ResolvedScenario {
    let scenario = voced_scenario::Scenario::parse(json).expect("a sound scenario");
    scenario.resolve().expect("a sound scenario")
}

/// A sheet with what is found where.
struct Sheet(Range<Data>);

impl Sheet {
    fn of(book: &[u8], name: &str) -> Sheet {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).expect("a workbook");
        let range = book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(range.start(), Some((0, 0)), "{name} begins at its title");
        Sheet(range)
    }

    fn cell(&self, row: usize, column: usize) -> &Data {
        self.0.get((row, column)).unwrap_or(&Data::Empty)
    }

    /// The row with this text in a column.
    fn row(&self, column: usize, text: &str) -> usize {
        let rows = self.0.get_size().0;
        let is = |row: &usize| matches!(self.cell(*row, column), Data::String(found) if found == text);
        (0..rows).find(is).unwrap_or_else(|| panic!("no row {text}"))
    }

    /// The column of a year.
    fn year(&self, year: i32) -> usize {
        let is = |column: &usize| number(self.cell(HEAD, *column)) == Some(f64::from(year));
        (0..self.0.get_size().1).find(is).unwrap_or_else(|| panic!("no column {year}"))
    }
}

fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    }
}

/// Whether a number of the model and a cell differ. Below `dust` is what rounding leaves of a difference
/// of large numbers, such as a debt paid off to the last yuan.
fn differs(expected: Option<f64>, found: &Data, dust: f64) -> bool {
    match (expected, number(found)) {
        (Some(expected), Some(found)) => (expected - found).abs() > dust.max(TOLERANCE * expected.abs()),
        (None, None) => !matches!(found, Data::Empty | Data::Error(calamine::CellErrorType::NA)),
        _ => true,
    }
}

/// Holds every cell of the model's sheet and every target against the model; how many there were.
pub fn agrees(resolved: &ResolvedScenario, book: &[u8], lang: Lang) -> usize {
    let projection = resolved.project();
    let model = Sheet::of(book, lang.pick("模型", "Model"));
    let mut count = 0;
    let mut wrong = Vec::new();
    for quantity in Quantity::ALL {
        let row = model.row(1, quantity.id());
        // A millionth of a person or of a yuan.
        let dust = if quantity.spec().unit.is_extensive() { 1e-6 } else { 0.0 };
        for (t, year) in resolved.years().enumerate() {
            let (expected, found) = (projection.value(*quantity, t), model.cell(row, model.year(year)));
            count += 1;
            if differs(expected, found, dust + taken_for_equal(resolved, &projection, *quantity, t)) {
                wrong.push(format!("{}[{year}]: {found:?} for {expected:?}", quantity.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    count + targets_agree(resolved, book, lang) + observed_agree(resolved, book, lang)
}

/// What a spreadsheet may lose of a gap in buildings, in yuan: it takes two numbers for equal that differ by less than
/// one part in 2^44, so a floor area that just misses what it should be shows no gap.
fn taken_for_equal(resolved: &ResolvedScenario, projection: &Projection<f64>, quantity: Quantity, t: usize) -> f64 {
    if !matches!(quantity, Quantity::StandardGapArea | Quantity::StandardGapTotal) {
        return 0.0;
    }
    let Inputs { facilities, operating, .. } = &resolved.model_inputs.inputs;
    let area = projection.value(Quantity::BuildingArea, t).unwrap_or(0.0);
    let prices = (1.0 + operating.price_growth).powi(t as i32);
    area * facilities.building_cost_per_m2 * prices / 2.0_f64.powi(44)
}

fn observed_agree(resolved: &ResolvedScenario, book: &[u8], lang: Lang) -> usize {
    let projection = resolved.project();
    let rows = observed_rows(resolved, &projection);
    if rows.is_empty() {
        return 0;
    }
    let sheet = Sheet::of(book, lang.pick("实际值", "Observed"));
    for (row, observed) in (HEAD + 1..).zip(&rows) {
        let seen = observed.observed;
        let at = format!("{} in {}: {:?}", seen.quantity.id(), seen.year, observed.modelled);
        assert_eq!(number(sheet.cell(row, 3)), Some(seen.value), "{at}");
        assert!(!differs(observed.modelled, sheet.cell(row, 5), 1e-6), "{at}: {:?}", sheet.cell(row, 5));
        let dust = TOLERANCE * seen.value.abs();
        assert!(!differs(observed.error, sheet.cell(row, 6), dust), "{at}: {:?}", sheet.cell(row, 6));
        assert!(!differs(observed.relative.filter(|_| observed.error.is_some()), sheet.cell(row, 7), 1e-9), "{at}");
        let word = observed.within.map(|within| match within {
            true => lang.pick("在容许误差之内", "within the tolerance"),
            false => lang.pick("超出容许误差", "beyond the tolerance"),
        });
        let expected = word.map_or(Data::Empty, |word| Data::String(word.to_owned()));
        assert_eq!(sheet.cell(row, 9), &expected, "{at}");
    }
    3 * rows.len()
}

fn targets_agree(resolved: &ResolvedScenario, book: &[u8], lang: Lang) -> usize {
    let verdicts = resolved.verdicts(&resolved.project());
    if verdicts.is_empty() {
        return 0;
    }
    let sheet = Sheet::of(book, lang.pick("目标", "Targets"));
    for (target, verdict) in &verdicts {
        let row = sheet.row(0, &target.id);
        let (value, status, missing) = (sheet.cell(row, 7), sheet.cell(row, 8), sheet.cell(row, 9));
        let word = verdict.status.words().get(lang);
        assert_eq!(status, &Data::String(word.to_owned()), "{}", target.id);
        if matches!(verdict.status, Status::Met | Status::Missed { .. }) {
            // Which of several years is the worst may hang on the last digit; the value in it does not.
            let standing = target.constraint && target.year.is_none();
            let year = number(sheet.cell(row, 6));
            assert!(standing || year == Some(f64::from(verdict.year)), "{}: {year:?}", target.id);
            assert!(!differs(verdict.value, value, 1e-9), "{}: {value:?} for {:?}", target.id, verdict.value);
        }
        if let Status::Missed { shortfall, .. } = verdict.status {
            assert!(!differs(Some(shortfall), missing, TOLERANCE * target.value.abs()), "{}: {missing:?}", target.id);
        }
    }
    verdicts.len()
}

/// Holds a scenario against another one: every result the same, to the last digit.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub fn is_same(found: &ResolvedScenario, expected: &ResolvedScenario) {
    let (found, expected) = (found.project(), expected.project());
    for quantity in Quantity::ALL {
        for t in 0..expected.years() {
            let (found, expected) = (found.value(*quantity, t), expected.value(*quantity, t));
            assert_eq!(found, expected, "{} {t}", quantity.id());
        }
    }
}

/// A change of one cell: the file of its sheet, its name, its number.
type Change = (&'static str, String, f64);

/// The workbook of `from` with every number typed in that makes it the scenario `to`; how many there are.
#[allow(dead_code, reason = "each test file uses its part of this module")]
pub fn retyped(book: &[u8], from: &ResolvedScenario, to: &ResolvedScenario, lang: Lang) -> (Vec<u8>, usize) {
    const INPUTS: &str = "xl/worksheets/sheet2.xml";
    const PROGRAMME: &str = "xl/worksheets/sheet3.xml";
    let mut changes: Vec<Change> = Vec::new();
    let inputs = Sheet::of(book, lang.pick("可调项", "Levers"));
    for input in InputId::all() {
        let row = inputs.row(1, input.id());
        for (t, year) in from.years().enumerate() {
            let (before, after) = (from.model_inputs.inputs.at(input, t), to.model_inputs.inputs.at(input, t));
            let column = if input.spec().shape == Shape::Path { inputs.year(year) } else { 3 };
            if before != after && (t == 0 || input.spec().shape == Shape::Path) {
                changes.push((INPUTS, name(row, column), after));
            }
        }
    }
    let programme = Sheet::of(book, lang.pick("项目", "Projects"));
    let mut change = |id: &str, column: usize, before: f64, after: f64| {
        if before != after {
            changes.push((PROGRAMME, name(programme.row(1, id), column), after));
        }
    };
    for (before, after) in from.projects.iter().zip(&to.projects) {
        change(&before.id, 2, before.item.area_m2, after.item.area_m2);
        change(&before.id, 4, f64::from(u8::from(before.item.on)), f64::from(u8::from(after.item.on)));
        if let Some(cost) = after.item.cost_per_m2 {
            change(&before.id, 3, before.item.cost_per_m2.unwrap_or(f64::NAN), cost);
        }
    }
    for (before, after) in from.deliverables.iter().zip(&to.deliverables) {
        change(&before.id, 5, before.item.unit_cost, after.item.unit_cost);
        match (before.item.schedule, after.item.schedule) {
            (Schedule::Stock { base, target, .. }, Schedule::Stock { base: new_base, target: new_target, .. }) => {
                change(&before.id, 2, base, new_base);
                change(&before.id, 3, target, new_target);
            }
            (Schedule::Annual { units_per_year, .. }, Schedule::Annual { units_per_year: units, .. }) => {
                change(&before.id, 4, units_per_year, units);
            }
            kinds => panic!("{}: {kinds:?}", before.id),
        }
    }
    (typed(book, &changes), changes.len())
}

fn name(row: usize, column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column).expect("few columns"));
    assert!(letter <= 'Z');
    format!("{letter}{}", row + 1)
}

/// The workbook with numbers put into cells, as a person would: nothing else of the file changes.
fn typed(book: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(book)).expect("a zip file");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..old.len() {
        let mut file = old.by_index(i).expect("a part");
        let part = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("readable");
        for (_, cell, number) in changes.iter().filter(|(sheet, ..)| *sheet == part) {
            let xml = String::from_utf8(bytes).expect("UTF-8");
            let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("{part} has {cell}"));
            let end = start + xml[start..].find("</c>").expect("the cell ends");
            let (cell, rest) = (&xml[start..end], &xml[end..]);
            let inner = cell.find('>').expect("the cell begins") + 1;
            assert!(!cell[..inner].contains("t="), "{cell} is a number");
            bytes = format!("{}{}<v>{number}</v>{rest}", &xml[..start], &cell[..inner]).into_bytes();
        }
        new.start_file(part, SimpleFileOptions::default()).expect("a part");
        new.write_all(&bytes).expect("written");
    }
    new.finish().expect("a zip file").into_inner()
}
