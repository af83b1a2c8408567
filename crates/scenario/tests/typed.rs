//! Typed and pasted text: what is read, what is refused and why, and what it may mean.

use proptest::prelude::*;
use voced_model::format::{entry, useful};
use voced_model::typed::{Bare, Why, read, refusal};
use voced_model::{InputId, Lang, Unit};
use voced_scenario::Problem;

/// What becomes of a text.
#[derive(Debug, PartialEq)]
enum Fate {
    Read(f64),
    Refused(Why, Vec<f64>),
}
use Fate::{Read, Refused};

fn fate(text: &str, unit: Unit, bare: Bare) -> Fate {
    match read(text, unit, bare) {
        Ok(value) => Read(value),
        Err(_) => {
            let refusal = refusal(text, unit, bare);
            Refused(refusal.why, refusal.readings)
        }
    }
}

fn no(why: Why) -> Fate {
    Refused(why, Vec::new())
}

fn either(why: Why, readings: &[f64]) -> Fate {
    Refused(why, readings.to_vec())
}

/// Holds a table against the reader; says all that differs at once.
fn holds(table: Vec<(&str, Fate)>, unit: Unit, bare: Bare) -> usize {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, wanted)| {
            let found = fate(text, unit, bare);
            (found != *wanted).then(|| format!("{text:?} in {}: {found:?}, not {wanted:?}", unit.id()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    table.len()
}

fn money() -> Vec<(&'static str, Fate)> {
    use Why::*;
    vec![
        // Plain digits, in whatever width.
        ("4500", Read(4500.0)),
        ("  4500\t", Read(4500.0)),
        ("4500\n", Read(4500.0)),
        ("４５００", Read(4500.0)),
        ("4500.5", Read(4500.5)),
        ("４５００．５", Read(4500.5)),
        ("4500。5", Read(4500.5)),
        (".5", Read(0.5)),
        ("5.", Read(5.0)),
        ("+5", Read(5.0)),
        ("-5", Read(-5.0)),
        ("−5", Read(-5.0)),
        ("–5", Read(-5.0)),
        ("－５", Read(-5.0)),
        ("-0", Read(0.0)),
        ("007", Read(7.0)),
        ("1e3", Read(1000.0)),
        ("1E-3", Read(0.001)),
        ("1e3万", Read(1e7)),
        ("\u{feff}4500", Read(4500.0)),
        ("\u{200e}4500\u{200f}", Read(4500.0)),
        ("\u{2066}4500\u{2069}", Read(4500.0)),
        // Groups of three.
        ("1,200", Read(1200.0)),
        ("１，２００", Read(1200.0)),
        ("1,200.50", Read(1200.5)),
        ("12,345,678", Read(12_345_678.0)),
        ("1 200", Read(1200.0)),
        ("1\u{a0}200", Read(1200.0)),
        ("1\u{202f}200\u{202f}300", Read(1_200_300.0)),
        ("1\u{2009}200.5", Read(1200.5)),
        ("1'200", Read(1200.0)),
        ("1’200’000", Read(1_200_000.0)),
        ("1_200", Read(1200.0)),
        // Separators that stand otherwise.
        ("3,5", either(Grouping, &[3.5, 35.0])),
        ("3，5", either(Grouping, &[3.5, 35.0])),
        ("9,99", either(Grouping, &[9.99, 999.0])),
        ("-9,99", either(Grouping, &[-9.99, -999.0])),
        ("12,34", either(Grouping, &[12.34, 1234.0])),
        ("12,3456", either(Grouping, &[12.3456, 123_456.0])),
        ("1234,5", either(Grouping, &[1234.5, 12_345.0])),
        ("1,234,5", either(Grouping, &[1234.5, 12_345.0])),
        ("1.234,5", either(Grouping, &[1234.5, 1.2345])),
        ("1.234,50元", either(Grouping, &[1234.5, 1.2345])),
        ("1.234.567,8", either(Grouping, &[1_234_567.8])),
        ("1.234.567", either(Grouping, &[1_234_567.0])),
        ("12,34.5", either(Grouping, &[1234.5])),
        ("0,300", either(Grouping, &[0.3, 300.0])),
        (",5", either(Grouping, &[0.5, 5.0])),
        ("30,", either(Grouping, &[30.0])),
        ("3,5万", either(Grouping, &[35_000.0, 350_000.0])),
        ("¥3,5", either(Grouping, &[3.5, 35.0])),
        ("1,2,3", no(Grouping)),
        ("1,,200", no(Grouping)),
        ("1 20", either(Spaces, &[120.0, 1.0, 20.0])),
        ("1200 1300", either(Spaces, &[12_001_300.0, 1200.0, 1300.0])),
        ("1 200,50", either(Spaces, &[1200.5])),
        ("1  200", either(Spaces, &[1200.0, 1.0, 200.0])),
        ("1_20", either(Grouping, &[120.0])),
        // Several numbers.
        ("1200\t1300", either(Several, &[1200.0, 1300.0])),
        ("1200\n1300", either(Several, &[1200.0, 1300.0])),
        ("1、5", either(Several, &[1.0, 5.0])),
        ("1;5", either(Several, &[1.0, 5.0])),
        ("1\t2\t3\t4\t5", no(Several)),
        ("名称\t5", either(Several, &[5.0])),
        ("30-40", either(Span, &[30.0, 40.0])),
        ("30~40", either(Span, &[30.0, 40.0])),
        ("30～40", either(Span, &[30.0, 40.0])),
        ("30—40", either(Span, &[30.0, 40.0])),
        ("30至40万", either(Span, &[300_000.0, 400_000.0])),
        ("3万到5万", either(Span, &[30_000.0, 50_000.0])),
        ("30 to 40", either(Span, &[30.0, 40.0])),
        ("40-30", no(Text)),
        ("2025-09-01", no(Text)),
        ("2025/9/1", no(Text)),
        ("2025年9月", no(Text)),
        ("0531-88888888", no(Text)),
        ("138 0013 8000", either(Spaces, &[13_800_138_000.0, 138.0, 13.0, 8000.0])),
        // Scales.
        ("4500万", Read(45_000_000.0)),
        ("4500萬", Read(45_000_000.0)),
        ("4500 万元", Read(45_000_000.0)),
        ("3.5万元", Read(35_000.0)),
        ("1,200万", Read(12_000_000.0)),
        ("3百万", Read(3_000_000.0)),
        ("3千万", Read(30_000_000.0)),
        ("3千", Read(3000.0)),
        ("3百", Read(300.0)),
        ("1.2亿", Read(120_000_000.0)),
        ("1.2億", Read(120_000_000.0)),
        ("3万亿", Read(3e12)),
        ("5百亿", Read(5e10)),
        ("3万5千", Read(35_000.0)),
        ("3万 5千元", Read(35_000.0)),
        ("2亿3千万", Read(230_000_000.0)),
        ("1万2千5百", Read(12_500.0)),
        ("3万500", Read(30_500.0)),
        ("3万05", Read(30_005.0)),
        ("-2亿3千万", Read(-230_000_000.0)),
        ("1亿2300.5万", Read(123_005_000.0)),
        ("3万5", either(Place, &[35_000.0, 30_005.0])),
        ("3千5元", either(Place, &[3500.0, 3005.0])),
        ("-3万5", either(Place, &[-35_000.0, -30_005.0])),
        ("3万20千", no(Text)),
        ("3.5万2千", no(Text)),
        ("3千百", no(Text)),
        ("3万千", no(Text)),
        ("万", no(Text)),
        ("3k", Read(3000.0)),
        ("3K", Read(3000.0)),
        ("3 thousand", Read(3000.0)),
        ("3m", Read(3_000_000.0)),
        ("3M", Read(3_000_000.0)),
        ("3 million", Read(3_000_000.0)),
        ("3 million yuan", Read(3_000_000.0)),
        ("2.65bn", Read(2_650_000_000.0)),
        ("2.65 BN", Read(2_650_000_000.0)),
        ("3 apples", no(Text)),
        ("3mm", no(Text)),
        // Units and currencies.
        ("4500元", Read(4500.0)),
        ("4500 圆", Read(4500.0)),
        ("4500块", Read(4500.0)),
        ("4,500 yuan", Read(4500.0)),
        ("¥4500", Read(4500.0)),
        ("￥4,500", Read(4500.0)),
        ("-¥4500", Read(-4500.0)),
        ("¥-4500", Read(-4500.0)),
        ("RMB 4500", Read(4500.0)),
        ("CNY4500", Read(4500.0)),
        ("4500 CNY", Read(4500.0)),
        ("人民币4500万元", Read(45_000_000.0)),
        ("-¥-5", no(Text)),
        ("$4500", no(Currency)),
        ("4500美元", no(Currency)),
        ("€4.500", no(Currency)),
        ("30人", no(Text)),
        ("4500元/生", no(Text)),
        ("12%", no(Percent)),
        // Not a number to compute with.
        ("约30", either(Inexact, &[30.0])),
        ("约30万元", either(Inexact, &[300_000.0])),
        ("30万左右", either(Inexact, &[300_000.0])),
        ("30余万", either(Inexact, &[300_000.0])),
        ("30多", either(Inexact, &[30.0])),
        ("~30", either(Inexact, &[30.0])),
        ("30+", either(Inexact, &[30.0])),
        (">30", either(Inexact, &[30.0])),
        ("≥30", either(Inexact, &[30.0])),
        ("不低于30万", either(Inexact, &[300_000.0])),
        ("30以上", either(Inexact, &[30.0])),
        ("about 30", either(Inexact, &[30.0])),
        ("约3,5", either(Inexact, &[3.5, 35.0])),
        ("（5）", either(Brackets, &[-5.0, 5.0])),
        ("(1,200)", either(Brackets, &[-1200.0, 1200.0])),
        ("三千", no(Numerals)),
        ("一百二十万", no(Numerals)),
        ("3万零5百", no(Numerals)),
        ("一半", no(Numerals)),
        // Nothing, nonsense, and beyond all bounds.
        ("", no(Empty)),
        (" \u{3000}\t", no(Empty)),
        ("abc", no(Text)),
        ("NaN", no(Text)),
        ("inf", no(Text)),
        ("Infinity", no(Text)),
        ("1.2.3", no(Text)),
        (".", no(Text)),
        ("-", no(Text)),
        ("--4", no(Text)),
        ("5-", no(Text)),
        ("1e", no(Text)),
        ("=30", no(Text)),
        ("1/2", no(Text)),
        ("10²", no(Text)),
        ("٣٥", no(Text)),
        ("\u{202e}12", no(Text)),
        ("<b>1</b>", no(Text)),
        ("0x10", no(Text)),
        ("1e400", no(Beyond)),
        ("1e-400", no(Beyond)),
        ("1e99999999999", no(Beyond)),
        ("123456789012345678901234567890", Read(123_456_789_012_345_678_901_234_567_890.0)),
    ]
}

fn share() -> Vec<(&'static str, Fate)> {
    use Why::*;
    vec![
        ("30", Read(0.3)),
        ("30%", Read(0.3)),
        ("30％", Read(0.3)),
        ("３０ ％", Read(0.3)),
        ("38.5", Read(0.385)),
        ("0.3%", Read(0.003)),
        ("1%", Read(0.01)),
        ("100%", Read(1.0)),
        ("百分之30", Read(0.3)),
        ("-2%", Read(-0.02)),
        ("0", Read(0.0)),
        ("1.5", Read(0.015)),
        ("0.3", either(Share, &[0.3, 0.003])),
        ("-0.3", either(Share, &[-0.3, -0.003])),
        (".3", either(Share, &[0.3, 0.003])),
        ("1", either(Share, &[1.0, 0.01])),
        ("1.0", either(Share, &[1.0, 0.01])),
        ("3,5", either(Grouping, &[0.035, 0.35])),
        ("3,5%", either(Grouping, &[0.035, 0.35])),
        ("0,35", either(Grouping, &[0.35, 0.0035])),
        ("30%%", no(Text)),
        ("百分之30%", no(Text)),
        ("%", no(Text)),
        ("30‰", no(Text)),
        ("约30%", either(Inexact, &[0.3])),
        ("30%左右", either(Inexact, &[0.3])),
        (">30", either(Inexact, &[0.3])),
        ("约0.3", either(Inexact, &[0.3, 0.003])),
        ("30-40%", either(Span, &[0.3, 0.4])),
        ("30%~40%", either(Span, &[0.3, 0.4])),
        ("30个百分点", either(Points, &[0.3])),
        ("3pp", either(Points, &[0.03])),
        ("百分之三十", no(Numerals)),
        ("三成", no(Numerals)),
        ("3万5", no(Text)),
    ]
}

#[test]
fn every_text_is_read_one_way_or_refused_with_the_reason() {
    let count = holds(money(), Unit::Yuan, Bare::Percent) + holds(share(), Unit::Share, Bare::Percent);
    assert!(count >= 150, "{count} texts");
}

#[test]
fn programs_write_shares_as_shares() {
    use Why::*;
    let table = vec![
        ("0.3", Read(0.3)),
        ("1", Read(1.0)),
        ("-0.02", Read(-0.02)),
        ("30%", Read(0.3)),
        ("0.3%", Read(0.003)),
        ("30", either(Share, &[30.0, 0.3])),
        ("3,5", either(Grouping, &[3.5, 0.035, 35.0, 0.35])),
    ];
    holds(table, Unit::Share, Bare::Fraction);
    // What is no share is the same for both.
    holds(money(), Unit::Yuan, Bare::Fraction);
}

#[test]
fn units_are_those_of_the_field() {
    use Why::*;
    holds(
        vec![
            ("16000 m²", Read(16_000.0)),
            ("16000㎡", Read(16_000.0)),
            ("16000 m2", Read(16_000.0)),
            ("1.6万平方米", Read(16_000.0)),
            ("1.6万平米", Read(16_000.0)),
            ("16000 m", either(Letter, &[16_000.0, 1.6e10])),
            ("1.6万亩", no(Text)),
            ("¥16000", no(Text)),
        ],
        Unit::M2,
        Bare::Percent,
    );
    holds(
        vec![
            ("30 人", Read(30.0)),
            ("30人/年", Read(30.0)),
            ("30名", Read(30.0)),
            ("30 persons a year", Read(30.0)),
            ("30元", no(Text)),
        ],
        Unit::PersonsPerYear,
        Bare::Percent,
    );
    holds(
        vec![("4500元/生", Read(4500.0)), ("4500元/人", no(Text)), ("4500元", Read(4500.0))],
        Unit::YuanPerStudentYear,
        Bare::Percent,
    );
    holds(vec![("2025年", Read(2025.0)), ("2025", Read(2025.0))], Unit::Year, Bare::Percent);
    holds(vec![("5m", either(Letter, &[5.0, 5e6])), ("5个月", Read(5.0))], Unit::Months, Bare::Percent);
    holds(vec![("2%/年", Read(0.02)), ("2 % a year", Read(0.02))], Unit::SharePerYear, Bare::Percent);
}

#[test]
fn a_refusal_is_said_in_both_languages() {
    let said = |text: &str, unit: Unit, lang: Lang| {
        let refusal = refusal(text, unit, Bare::Percent);
        refusal.message(text, unit, &refusal.readings, lang)
    };
    assert_eq!(said("0.3", Unit::Share, Lang::Zh), "没有写 %，可以有两种理解：是 30% 还是 0.3%？");
    assert_eq!(said("0.3", Unit::Share, Lang::En), "without % this can mean two things: 30% or 0.3%?");
    assert_eq!(said("3,5", Unit::Share, Lang::Zh), "逗号只用于千分位（三位一分），小数点用“.”：是 3.5% 还是 35%？");
    assert_eq!(said("约30万", Unit::Yuan, Lang::Zh), "“约”“左右”“以上”之类无法计算，请填确定的数：是否指 30万？");
    assert_eq!(said("", Unit::Yuan, Lang::Zh), "请输入数字");
    assert_eq!(said("三千", Unit::Yuan, Lang::Zh), "请输入数字：请用阿拉伯数字，如 3000 或 3千");
    assert_eq!(said("30人", Unit::Yuan, Lang::En), "Please type a number: “30人” is not understood; the unit is yuan");
    let long = said(&"x".repeat(500), Unit::Ratio, Lang::Zh);
    assert!(long.chars().count() < 60, "{long}");
    for lang in Lang::ALL {
        for (text, unit) in money().iter().map(|(text, _)| (text, Unit::Yuan)) {
            let said = said(text, unit, lang);
            assert!(!said.contains(['\n', '\t']) && said.chars().count() < 140, "{text:?}: {said}");
        }
    }
}

#[test]
fn a_switch_takes_zero_or_one_and_years_are_whole() {
    for input in InputId::all().filter(|input| input.spec().is_whole()) {
        let spec = input.spec();
        let taken = |text: &str| {
            let value = read(text, spec.unit, Bare::Percent).ok()?;
            Problem::of(&spec.allowed(), value).is_none().then_some(value)
        };
        for level in [spec.min, spec.max] {
            assert_eq!(taken(&entry(level, spec.unit, Lang::Zh)), Some(level), "{}", spec.id);
            assert_eq!(taken(&format!("{}", level + 0.5)), None, "{}", spec.id);
        }
    }
    let switch = InputId::all().find(|input| input.spec().unit == Unit::Flag).expect("a switch").spec();
    assert!(Problem::of(&switch.allowed(), 2.0).is_some(), "a switch takes 2");
}

fn values() -> impl Strategy<Value = f64> {
    prop_oneof![
        // Any size; what people type; steps of a slider; fractions without end.
        (-1.0f64..1.0, -9i32..13).prop_map(|(part, power)| part * 10f64.powi(power)),
        (-10_000_000i64..10_000_000, 0i32..7).prop_map(|(digits, power)| digits as f64 / 10f64.powi(power)),
        (-100_000i64..100_000).prop_map(|step| step as f64 * 0.005),
        (-1_000_000i64..1_000_000, 1i64..1000).prop_map(|(up, down)| up as f64 / down as f64),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What a field shows is read back, to the last bit of what it shows.
    #[test]
    fn what_a_field_shows_is_read_back(value in values(), place in 0..Unit::ALL.len()) {
        let unit = Unit::ALL[place];
        for lang in Lang::ALL {
            let text = entry(value, unit, lang);
            let back = read(&text, unit, Bare::Percent);
            prop_assert!(back.is_ok(), "{value} is shown as {text} and refused: {back:?}");
            let back = back.unwrap_or(f64::NAN);
            // Twelve digits for what may have been typed; four, and all whole ones, for what was computed.
            let shown = useful(value, unit);
            prop_assert!((back - shown).abs() <= 1e-11 * shown.abs() + 1e-12, "{value} is shown as {text}, read as {back}");
            let digit = if unit == Unit::Share || unit == Unit::SharePerYear { 0.01 } else { 1.0 };
            let fine = (value.abs() * 1e-3).min(0.5 * digit).max(1e-12);
            prop_assert!((back - value).abs() <= fine, "{value} is shown as {text}, read as {back}");
            // Read and shown again, it is the same text: nothing creeps.
            prop_assert_eq!(entry(back, unit, lang), text);
        }
    }

    /// No text is more than refused, and what is offered for it is a number.
    #[test]
    fn any_text_is_read_or_refused(text in "[0-9.,，、 \t\u{202f}'e%％+−~()（）万千百亿元约左右至到mkbn¥$]{0,12}", share in any::<bool>()) {
        let unit = if share { Unit::Share } else { Unit::M2 };
        for bare in [Bare::Percent, Bare::Fraction] {
            let taken = read(&text, unit, bare);
            prop_assert!(taken.is_err() || taken.is_ok_and(f64::is_finite));
            let refusal = refusal(&text, unit, bare);
            prop_assert!(refusal.readings.len() <= 4 && refusal.readings.iter().all(|value| value.is_finite()));
        }
    }

    #[test]
    fn any_characters_are_read_or_refused(text in "\\PC{0,16}") {
        let refusal = refusal(&text, Unit::Yuan, Bare::Percent);
        prop_assert!(refusal.message(&text, Unit::Yuan, &refusal.readings, Lang::Zh).chars().count() < 200);
    }
}
