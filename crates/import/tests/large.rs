//! Large sheets are read at once, and what one has that is not known does not run on.

mod sheets;

use std::fmt::Write;
use std::time::{Duration, Instant};

use sheets::{book, values};
use voced_import::{Choices, read};

/// Far above what a machine at work needs, far below what a loop within a loop over rows would take.
const MOST: Duration = Duration::from_secs(5);

#[test]
fn three_thousand_rows_of_names_that_are_not_known() {
    let mut text = String::from("指标 | 2019 | 2020 | 2021 | 2022 | 2023 \n 初中毕业生数 | 1 | 2 | 3 | 4 | 5200 \n");
    for row in 0..3000 {
        let _ = writeln!(text, "第{row}种农产品产量（吨）| {row} | 1{row} | 2{row} | 3{row} | 4{row}");
    }
    let book = book(&[("表", &text)]);
    let choices = Choices { base_year: Some(2023), name: Some("某县".to_owned()), ..Choices::default() };
    let start = Instant::now();
    let run = read(&book, &choices);
    println!("unknown names: {:?}", start.elapsed());
    assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
    assert_eq!(values(&run)[0], "junior_graduates = 5200");
    assert_eq!((run.unknown.len(), run.unknown_more), (200, 2800));
}

#[test]
fn three_thousand_rows_of_areas() {
    let mut text =
        String::from("地区 | 初中毕业生数 | 中职在校生数 | 专任教师 | 教育支出（万元） | 校舍面积 | 生均公用经费 \n");
    for row in 0..3000 {
        let _ = writeln!(text, "第{row}县 | {row} | 1{row} | 2{row} | 3{row} | 4{row} | 33{}", row % 10);
    }
    let book = book(&[("表", &text)]);
    let choices = Choices { base_year: Some(2023), name: Some("第2999县".to_owned()), ..Choices::default() };
    let start = Instant::now();
    let run = read(&book, &choices);
    println!("areas: {:?}", start.elapsed());
    assert!(start.elapsed() < MOST, "{:?}", start.elapsed());
    assert_eq!(values(&run)[0], "junior_graduates = 2999", "{:?}", run.faults.first());
}
