//! Figures like those of the page, for the tests and for the eye.

use super::*;

/// Every value known.
pub fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

/// A figure in the scenario's usual years.
pub fn figure(panels: Vec<Panel>) -> Figure {
    Figure {
        years: (2020..=2025).collect(),
        base_year: 2020,
        focus_year: Some(2025),
        observed_name: Some("实际".into()),
        comparison_name: Some("对照：现状延续".into()),
        empty_message: "没有可显示的数据".into(),
        panels,
        ..Figure::default()
    }
}

pub fn intake() -> Figure {
    let c = Mark::Columns;
    let voc = [723.0, 840.0, 1015.0, 1180.0, 1224.0, 1302.0];
    let gen_ = [5240.0, 5102.0, 4921.0, 4766.0, 4801.0, 4790.0];
    figure(vec![Panel::new(
        "招生数（人）",
        vec![
            Series::new("voc", "中职招生", c, Ink::Vocational, known(&voc)),
            Series::new("gen", "普高招生", c, Ink::General, known(&gen_)),
            Series::new("voc", "中职（对照）", c, Ink::Vocational, known(&[723.0, 730.0, 745.0, 760.0, 775.0, 790.0]))
                .as_comparison(),
            Series::new(
                "gen",
                "普高（对照）",
                c,
                Ink::General,
                known(&[5240.0, 5212.0, 5191.0, 5186.0, 5250.0, 5302.0]),
            )
            .as_comparison(),
        ],
    )])
}

pub fn grades() -> Figure {
    let rows = [
        ("s1", "一年级", [723.0, 840.0, 1015.0, 1180.0, 1224.0, 1302.0]),
        ("s2", "二年级", [744.0, 790.0, 905.0, 1073.0, 1230.0, 1288.0]),
        ("s3", "三年级", [702.0, 729.0, 774.0, 887.0, 1051.0, 1205.0]),
    ];
    let mut series: Vec<Series> = rows
        .iter()
        .enumerate()
        .map(|(n, (id, name, v))| Series::new(id, *name, Mark::Stacked, Ink::Category(n as u8), known(v)))
        .collect();
    let total: Vec<f64> = (0..6).map(|i| rows.iter().map(|r| r.2[i]).sum()).collect();
    series.push(Series::new("s", "合计", Mark::Line, Ink::Total, known(&total)));
    series.push(
        Series::new(
            "s3",
            "三年级",
            Mark::Stacked,
            Ink::Category(2),
            known(&[2169.0, 2180.0, 2205.0, 2230.0, 2265.0, 2300.0]),
        )
        .as_comparison(),
    );
    figure(vec![Panel::new("在校生（人）", series)])
}

pub fn staff() -> Figure {
    let l = Mark::Line;
    let mut upper = Panel::new(
        "教师（人）",
        vec![
            Series::new("teachers", "专任教师", l, Ink::Vocational, known(&[142.0, 146.0, 152.0, 160.0, 169.0, 177.0]))
                .with_band(
                    (0..6)
                        .map(|i| {
                            let (t, i) = (142.0 + 7.0 * f64::from(i), f64::from(i));
                            Some(Spread::of([-2.5, -1.0, -0.4, 0.5, 2.0].map(|part| t + part * i)))
                        })
                        .collect(),
                ),
            Series::new("need", "标准所需教师", l, Ink::Need, known(&[108.0, 118.0, 135.0, 157.0, 175.0, 190.0])),
            Series::new(
                "teachers",
                "专任教师（现状）",
                l,
                Ink::Vocational,
                known(&[142.0, 140.0, 139.0, 137.0, 136.0, 134.0]),
            )
            .as_comparison(),
        ],
    );
    upper.weight = 1.6;
    upper.y_from_zero = false;
    let mut lower = Panel::new(
        "生师比（学生数／专任教师）",
        vec![
            Series::new("ratio", "生师比", l, Ink::Category(3), known(&[15.3, 16.2, 17.7, 19.6, 20.7, 21.4])),
            Series::new("ratio", "生师比（现状）", l, Ink::Category(3), known(&[15.3, 15.6, 15.9, 16.3, 16.7, 17.2]))
                .as_comparison(),
        ],
    );
    lower.references.push(Reference { label: "国家标准 20:1".into(), value: 20.0 });
    lower.y_from_zero = false;
    lower.decimals = 1;
    let mut f = figure(vec![upper, lower]);
    f.band_label = Some("P5–P95 / P25–P75".into());
    f.median_label = Some("P50".into());
    f
}

/// One line and what was observed of it, in two scopes.
pub fn observed() -> Figure {
    let line = known(&[2000.0, 2400.0, 2600.0, 2800.0, 3000.0, 3100.0]);
    let seen = |scope: &str, values: &[(usize, f64)]| Observations {
        scope: scope.into(),
        values: (0..6).map(|i| values.iter().find(|(year, _)| *year == i).map(|(_, value)| *value)).collect(),
    };
    let observed = vec![seen("一所学校", &[(1, 2300.0), (3, 2241.0)]), seen("全区", &[(3, 2950.0)])];
    let series = Series::new("s", "在校生", Mark::Line, Ink::Vocational, line).with_observed(observed);
    figure(vec![Panel::new("人", vec![series])])
}

/// The figure with percentiles around every series that may have them.
pub fn uncertain(mut figure: Figure, width: f64) -> Figure {
    for series in figure.panels.iter_mut().flat_map(|panel| &mut panel.series).filter(|s| !s.comparison) {
        let known = series.values.clone().into_iter().enumerate();
        let spread = |(i, value): (usize, Option<f64>)| {
            let (value, part) = (value?, width * i as f64 / 10.0);
            let parts = [-1.0, -0.45, -0.05, 0.35, 0.9];
            (i > 0).then(|| Spread::of(parts.map(|share| value + share * part * value.abs())))
        };
        series.band = known.map(spread).collect();
    }
    figure.band_label = Some("P5–P95 / P25–P75".into());
    figure.median_label = Some("P50".into());
    figure
}

pub fn uses(chinese: bool) -> Figure {
    let names = [
        ("人员经费", "Personnel", 2450.0, 160.0),
        ("兼职教师", "Part-time teachers", 160.0, 25.0),
        ("日常运转", "Operating", 420.0, 60.0),
        ("在职培训", "In-service training", 55.0, 6.0),
        ("双师认证", "Certification", 30.0, 8.0),
        ("实习补贴", "Internship subsidy", 210.0, 30.0),
        ("校舍建设", "Construction", 900.0, -120.0),
        ("教学设备", "Equipment", 340.0, 45.0),
        ("偿还债务", "Debt service", 270.0, -20.0),
    ];
    let mut series: Vec<Series> = names
        .iter()
        .enumerate()
        .map(|(n, &(zh, en, start, step))| {
            let name = if chinese { zh } else { en };
            let mut values = known(&[0.0; 6]);
            for (i, v) in values.iter_mut().enumerate() {
                *v = (i > 0).then_some(start + step * (i as f64 - 1.0));
            }
            Series::new("use", name, Mark::Stacked, Ink::Category(n as u8), values)
        })
        .collect();
    let total = (0..6).map(|i| (i > 0).then(|| 4700.0 + 180.0 * f64::from(i))).collect();
    let name = if chinese { "收入合计" } else { "Total sources" };
    series.push(Series::new("sources", name, Mark::Line, Ink::Total, total));
    let unit = if chinese { "支出（万元）" } else { "Uses (10,000 yuan)" };
    let mut out = figure(vec![Panel::new(unit, series)]);
    if !chinese {
        out.observed_name = Some("Observed".into());
        out.title = Some("Uses of money by kind, Laiwu district, plan".into());
        out.note = Some("Plan document; model 1.0. Flows have no value in the base year.".into());
    }
    out
}

pub fn balance() -> Figure {
    let yearly = vec![None, Some(210.0), Some(-140.0), Some(-365.5), Some(-80.0), Some(120.0)];
    let sum = known(&[0.0, 210.0, 70.0, -295.5, -375.5, -255.5]);
    let mut f = figure(vec![Panel::new(
        "收支差额（万元）",
        vec![
            Series::new("balance", "当年结余／缺口", Mark::Columns, Ink::Balance, yearly),
            Series::new("sum", "累计差额", Mark::Line, Ink::Total, sum),
            Series::new(
                "balance",
                "",
                Mark::Columns,
                Ink::Balance,
                vec![None, Some(180.0), Some(160.0), Some(90.0), Some(10.0), Some(-60.0)],
            )
            .as_comparison(),
            Series::new("sum", "", Mark::Line, Ink::Total, known(&[0.0, 180.0, 340.0, 430.0, 440.0, 380.0]))
                .as_comparison(),
        ],
    )]);
    f.focus_year = Some(2023);
    f
}

pub fn per_student(years: i32) -> Figure {
    let grow =
        |start: f64, rate: f64| (0..years).map(|i| (i != 7).then(|| start * (1.0 + rate).powi(i))).collect::<Vec<_>>();
    let l = Mark::Line;
    let mut f = figure(vec![Panel::new(
        "yuan per student",
        vec![
            Series::new("voc", "Vocational", l, Ink::Vocational, grow(18200.0, 0.045)),
            Series::new("gen", "General", l, Ink::General, grow(14100.0, 0.052)),
            Series::new("voc", "Vocational", l, Ink::Vocational, grow(18200.0, 0.03)).as_comparison(),
            Series::new("gen", "General", l, Ink::General, grow(14100.0, 0.03)).as_comparison(),
        ],
    )]);
    f.years = (0..years).map(|i| 2020 + i).collect();
    f.comparison_name = Some("Status quo".into());
    f.observed_name = Some("Observed".into());
    f
}

pub fn targets() -> Progress {
    let row = |label: &str, share: Option<f64>, status: Status, text: &str| ProgressRow {
        label: label.into(),
        share,
        status,
        text: text.into(),
        chance: None,
        chance_text: String::new(),
    };
    use Status::*;
    Progress {
        title: None,
        rows: vec![
            row("职普招生比大体相当", Some(0.81), Missed, "0.36 / 0.45"),
            row("中职在校生达到 3500 人", Some(1.08), Met, "3,795 / 3,500 人"),
            row("生师比不高于 20:1", Some(0.934), Missed, "21.4 / 20.0"),
            row("“双师型”教师占专业课教师比例", Some(1.02), Met, "61.2% / 60%"),
            row("研究生学历教师占比", Some(0.55), Missed, "11% / 20%"),
            row("兼职教师占比", Some(1.0), Met, "20% / 20%"),
            row("生均仪器设备值达到 5000 元", Some(1.61), Met, "8,050 / 5,000 元"),
            row("生均校舍建筑面积", Some(0.97), Missed, "19.4 / 20 m²"),
            row("职教中心综合实训基地建成并投入使用（2027 年）", Some(0.4), Beyond, "2027 年"),
            row("社会培训 10000 人次", Some(0.0), Missed, "0 / 10,000 人次"),
            row("毕业生就业率", None, Unknown, "无数值"),
            row("债务清偿", Some(1.0), Met, "0 万元"),
        ],
        full_label: "目标 100%".into(),
        empty_message: "没有目标".into(),
    }
}

/// All samples with names.
pub fn all() -> Vec<(&'static str, Box<dyn Picture>)> {
    vec![
        ("intake", Box::new(intake())),
        ("grades", Box::new(grades())),
        ("staff", Box::new(staff())),
        ("uses", Box::new(uses(true))),
        ("uses_en", Box::new(uses(false))),
        ("balance", Box::new(balance())),
        ("per_student", Box::new(per_student(6))),
        ("per_student_21", Box::new(per_student(21))),
        ("targets", Box::new(targets())),
        ("intake_uncertain", Box::new(uncertain(intake(), 0.4))),
        ("grades_uncertain", Box::new(uncertain(grades(), 0.3))),
        ("balance_uncertain", Box::new(uncertain(balance(), 0.5))),
        ("per_student_uncertain", Box::new(uncertain(per_student(6), 0.5))),
        ("per_student_21_uncertain", Box::new(uncertain(per_student(21), 0.2))),
        ("wild", Box::new(uncertain(per_student(6), 40.0))),
        ("observed", Box::new(observed())),
    ]
}

/// Writes the samples below `target/charts`, to look at:
/// `cargo test -p voced-whatif write_samples -- --ignored`.
#[test]
#[ignore = "writes files to look at"]
fn write_samples() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/charts");
    std::fs::create_dir_all(&folder).unwrap();
    let extremes = super::tests::extremes();
    let extremes = extremes.into_iter().map(|(name, f)| (name, Box::new(f) as Box<dyn Picture>));
    for (name, picture) in all().into_iter().chain(extremes).chain(super::samples_answers::all()) {
        for (theme_name, theme) in [("light", Theme::LIGHT), ("dark", Theme::DARK), ("print", Theme::PRINT)] {
            for (size_name, w, h) in [("card", 700.0, 320.0), ("phone", 340.0, 260.0)] {
                let h = if picture.height(w) == 300.0 { h } else { picture.height(w) };
                let text = svg(picture.as_ref(), &theme, w, h).unwrap();
                let file = format!("{name}-{theme_name}-{size_name}.svg").replace(' ', "_");
                std::fs::write(folder.join(file), text).unwrap();
            }
        }
    }
}
