//! Pictures like those of the answers, with long names in both languages.

use super::samples::{self, known};
use super::*;
use crate::number::plain;

type Named = (&'static str, Box<dyn Picture>);

fn pick<T>(chinese: bool, zh: T, en: T) -> T {
    if chinese { zh } else { en }
}

/// Names of inputs as long as they come.
fn names(chinese: bool) -> [&'static str; 7] {
    pick(
        chinese,
        [
            "初中毕业生升入中职的比例",
            "中职学生年流失率（含转学与退学）",
            "外聘兼职教师折算系数",
            "生均公用经费年增长率",
            "教师自然减员率",
            "招生",
            "每年新招聘专任教师（含特岗、人才引进）",
        ],
        [
            "Share of lower-secondary graduates entering vocational schools",
            "Yearly dropout of vocational students, with transfers",
            "Weight of part-time teachers",
            "Growth of operating funds per student",
            "Attrition of teachers",
            "Intake",
            "Hires of full-time teachers a year, with special posts",
        ],
    )
}

pub fn histogram(chinese: bool) -> Histogram {
    let count = |i: i32| (1000.0 * (-(f64::from(i) - 9.0).powi(2) / 18.0).exp()) as u32;
    let bin = |i: i32| Bin { from: 2900.0 + 50.0 * f64::from(i), to: 2950.0 + 50.0 * f64::from(i), count: count(i) };
    let mark = |label: String, value: f64, is_own| Landmark { label, value, is_own };
    Histogram {
        title: (!chinese).then(|| "Vocational students in 2025, 10,000 draws".into()),
        bins: (0..20).map(bin).collect(),
        unit: pick(chinese, "在校生（人）", "vocational students, persons").into(),
        unscaled: Unscaled::default(),
        share_label: pick(chinese, "占全部抽样的比例（%）", "share of all draws, %").into(),
        decimals: 0,
        landmarks: vec![
            mark(pick(chinese, "本方案 3,396", "this scenario 3,396").into(), 3396.0, true),
            mark("P5 3,120".into(), 3120.0, false),
            mark("P50 3,380".into(), 3380.0, false),
            mark("P95 3,650".into(), 3650.0, false),
        ],
        empty_message: "nothing".into(),
    }
}

pub fn tornado(chinese: bool, indices: bool) -> Tornado {
    let row = |(n, name): (usize, &&str)| {
        let by = 420.0 / (n as f64 + 1.0);
        let about = |value: f64| Estimate { value, ends: (value - 0.06, value + 0.05) };
        let sign = if n % 2 == 0 { 1.0 } else { -1.0 };
        TornadoRow {
            label: (*name).into(),
            low: Some(3396.0 - sign * by),
            // The last moves the result to one side only.
            high: Some(3396.0 + if n == 6 { -20.0 } else { sign * by * 0.8 }),
            low_text: pick(chinese, "38.5%", "38.5%").into(),
            high_text: pick(chinese, "46.0%", "46.0%").into(),
            is_own: n == 1,
            indices: indices.then(|| (about(0.5 / (n as f64 + 1.0)), about(0.6 / (n as f64 + 1.0)))),
        }
    };
    Tornado {
        title: None,
        rows: names(chinese).iter().enumerate().map(row).collect(),
        centre: 3396.0,
        centre_label: pick(chinese, "本方案 3,396 人", "this scenario: 3,396 persons").into(),
        unit: pick(chinese, "2025 年中职在校生（人）", "vocational students in 2025, persons").into(),
        unscaled: Unscaled::default(),
        decimals: 0,
        low_name: pick(chinese, "可调项取下限", "lever at its low end").into(),
        high_name: pick(chinese, "可调项取上限", "lever at its high end").into(),
        own_name: pick(chinese, "您设定的范围", "range set by you").into(),
        indices: indices.then(|| IndexNames {
            title: pick(chinese, "占结果波动的份额", "share of the variance").into(),
            first: pick(chinese, "单独", "alone").into(),
            total: pick(chinese, "含与其他可调项的共同作用", "with interactions").into(),
            noise: pick(chinese, "抽样误差", "noise").into(),
        }),
        empty_message: "nothing".into(),
    }
}

pub fn heat_map(chinese: bool, across: i32, up: i32) -> HeatMap {
    let x: Vec<f64> = (0..across).map(|i| 0.3 + 0.25 * f64::from(i) / f64::from(across - 1)).collect();
    let y: Vec<f64> = (0..up).map(|j| 40.0 * f64::from(j) / f64::from(up - 1)).collect();
    let result = |x: f64, y: f64| 14.0 + 40.0 * (x - 0.3) - 0.12 * y + 60.0 * (x - 0.42) * (x - 0.42);
    let cells = y.iter().flat_map(|y| x.iter().map(move |x| Some(result(*x, *y)))).enumerate();
    HeatMap {
        title: None,
        x: HeatAxis {
            name: pick(chinese, "初中毕业生升入中职的比例", "Share of graduates entering vocational schools").into(),
            ticks: x.iter().map(|v| (*v, format!("{}%", plain(v * 100.0, 1)))).collect(),
        },
        y: HeatAxis {
            name: pick(chinese, "每年新招聘专任教师（人）", "Hires of full-time teachers a year, persons").into(),
            ticks: y.iter().map(|v| (*v, plain(*v, 0))).collect(),
        },
        cells: cells.map(|(n, cell)| cell.filter(|_| n % 37 != 5)).collect(),
        name: pick(chinese, "2025 年生师比", "Students per teacher in 2025").into(),
        unscaled: Unscaled::default(),
        decimals: 1,
        goal: Some(HeatGoal {
            value: 16.2,
            at_least: false,
            label: "≤ 16.2".into(),
            name: pick(chinese, "目标 ≤ 16.2，斜线一侧未达成", "goal ≤ 16.2, missed where hatched").into(),
        }),
        here: Some((0.43, 26.0)),
        here_name: pick(chinese, "本方案", "this scenario").into(),
        empty_message: "nothing".into(),
    }
}

pub fn waterfall(chinese: bool) -> Waterfall {
    let changes = [640.0, -210.5, 88.0, 0.0, -35.0, 120.0, 24.5];
    let step = |(name, change): (&&str, f64)| Contribution {
        label: (*name).into(),
        change: Some(change),
        text: format!("{}{}", if change > 0.0 { "+" } else { "" }, plain(change, 0)),
        error: (change > 100.0).then_some((change - 60.0, change + 45.0)),
    };
    let stop = |label: &str, value: f64| Stop { label: label.into(), value, text: plain(value, 0) };
    Waterfall {
        title: None,
        from: stop(pick(chinese, "现状延续", "Status quo"), 2769.0),
        to: stop(pick(chinese, "规划（征求意见稿）", "Plan, draft for comments"), 3396.0),
        steps: names(chinese).iter().zip(changes).map(step).collect(),
        unit: pick(chinese, "2025 年中职在校生（人）", "vocational students in 2025, persons").into(),
        unscaled: Unscaled::default(),
        decimals: 0,
        empty_message: "nothing".into(),
    }
}

pub fn chances(chinese: bool) -> Progress {
    let mut progress = samples::targets();
    for (n, row) in progress.rows.iter_mut().enumerate().filter(|(n, _)| n % 4 != 3) {
        let chance = known(&[0.62, 1.0, 0.0])[n % 3];
        row.chance = chance;
        let percent = plain(chance.unwrap_or_default() * 100.0, 0);
        row.chance_text = pick(chinese, format!("可能性 {percent}%"), format!("chance {percent}%"));
    }
    progress
}

/// All samples with names.
pub fn all() -> Vec<Named> {
    vec![
        ("histogram_zh", Box::new(histogram(true))),
        ("histogram_en", Box::new(histogram(false))),
        ("tornado_zh", Box::new(tornado(true, false))),
        ("tornado_en", Box::new(tornado(false, false))),
        ("sobol_zh", Box::new(tornado(true, true))),
        ("sobol_en", Box::new(tornado(false, true))),
        ("heat_map_zh", Box::new(heat_map(true, 13, 11))),
        ("heat_map_en", Box::new(heat_map(false, 21, 21))),
        ("waterfall_zh", Box::new(waterfall(true))),
        ("waterfall_en", Box::new(waterfall(false))),
        ("chances_zh", Box::new(chances(true))),
        ("chances_en", Box::new(chances(false))),
    ]
}
