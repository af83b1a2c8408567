//! Whatever stands in a sheet: nothing panics, every number that is read is allowed, and what is sound becomes an area.

mod draws;
mod sheets;

use draws::{Draws, judge, judge_set};
use sheets::book;
use voced_import::{Choices, read, read_set};
use voced_tables::{Book, Cell, Content, Percent, Place, Range};

const TEXTS: [&str; 40] = [
    "",
    "2023年",
    "2021/22",
    "基年",
    "地区名称",
    "数值",
    "下限",
    "单位",
    "万元",
    "单位：人、万元",
    "%",
    "合计",
    "初中毕业生数",
    "中职在校生数（万人）",
    "专任教师",
    "双师型教师比例",
    "30%",
    "0.3",
    "3万5",
    "1e999",
    "-1e400",
    "９９９",
    "１，０００",
    "3,5",
    "#REF!",
    "—",
    "注：数据来源：统计年鉴",
    "小学",
    "普通高中",
    "(",
    ")",
    "((((",
    "：",
    "其中：",
    "\u{202e}abc",
    "\u{feff}",
    "1e-320",
    "年",
    "''",
    "启用",
];

fn content(draws: &mut Draws) -> Content {
    match draws.below(8) {
        0 => Content::Number(*draws.one_of(&[0.0, -0.0, 1.0, 2023.0, 0.3, 1e18, -5.0, 1e308, 2021.5])),
        1 => Content::Blank,
        2 => Content::Truth(draws.below(2) == 0),
        3 => Content::Error("#N/A".to_owned()),
        _ => Content::Text((*draws.one_of(&TEXTS)).to_owned()),
    }
}

fn mutate(book: &mut Book, draws: &mut Draws) {
    let percent = |draws: &mut Draws| *draws.one_of(&[Percent::No, Percent::Yes, Percent::Unknown]);
    for _ in 0..1 + draws.below(6) {
        let sheet = &mut book.sheets[0];
        let row = draws.below(sheet.rows.len());
        match draws.below(6) {
            0 => drop(sheet.rows.remove(row)),
            1 => {
                let first = Place { row: draws.below(12) as u32, column: draws.below(6) as u32 };
                let last =
                    Place { row: first.row + draws.below(4) as u32, column: first.column + draws.below(4) as u32 };
                sheet.merged.push(Range { first, last });
            }
            2 => {
                let column = draws.below(6) as u32;
                for row in &mut sheet.rows {
                    row.cells.retain(|(known, _)| *known != column);
                }
            }
            _ => {
                let cells = &mut sheet.rows[row].cells;
                let cell = Cell {
                    content: content(draws),
                    percent: percent(draws),
                    formula: (draws.below(4) == 0).then(|| "A1".to_owned()),
                };
                if let Some(at) = draws.below(cells.len() + 1).checked_sub(1) {
                    cells[at].1 = cell;
                } else {
                    let column = cells.last().map_or(0, |(column, _)| column + 1);
                    cells.push((column, cell));
                }
            }
        }
        if book.sheets[0].rows.is_empty() {
            return;
        }
    }
}

#[test]
fn mutated_sheets_are_read_or_refused() {
    let books = [
        "地区名称 | 某县 \n 基年 | 2023 \n 指标 | 单位 | 数值 | 下限 | 上限 | 来源 | 把握 \n 初中毕业生数 | 人 | 5200 | 5000 | 5400 | 年鉴 | 高 \n 中职招生占比 | % | 38.5 | 35 | 42 | 教育局 | 中 \n 教育支出 | 万元 | 98,000 \n 学位约束 | | 启用",
        "2023年某县教育事业统计表 \n 单位：人、万元 \n 指标 | 2021年 | 2022年 | 2023年 \n 初中毕业生数 | 5000 | 5100 | 5200 \n 中职在校生数 | 3900 | 4000 | 4200 \n 职业教育专项资金 | 300 | 320 | 350 \n 基年 | 2021",
        "地区 | 2022年 | | 2023年 | \n | 初中毕业生数 | 专任教师 | 初中毕业生数 | 专任教师 \n 某县 | 5100 | 290 | 5200 | 300 \n 合计 | 1 | 2 | 3 | 4",
    ];
    let mut draws = Draws(0x9E37_79B9_7F4A_7C15);
    let (mut sound, mut faulty) = (0, 0);
    for round in 0..6000 {
        let mut book = book(&[("表", books[round % books.len()])]);
        mutate(&mut book, &mut draws);
        let base_year = (draws.below(2) == 0).then_some(2021);
        let choices = Choices { base_year, name: Some("某县".to_owned()), ..Choices::default() };
        let run = read(&book, &choices);
        judge(&run);
        judge_set(&read_set(&book, &choices));
        if run.is_sound() { sound += 1 } else { faulty += 1 }
    }
    assert!(sound > 500 && faulty > 500, "{sound} sound, {faulty} faulty");
}
