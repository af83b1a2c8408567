use super::*;

use crate::typed::Why;

fn parse(text: &str, unit: Unit) -> Result<f64, Why> {
    read(text, unit, Bare::Percent).map_err(|unread| unread.why)
}

#[test]
fn typed_numbers_are_read_with_their_signs_and_units() {
    let read = |text| parse(text, Unit::Yuan);
    assert_eq!(read("4500万"), Ok(45_000_000.0));
    assert_eq!(read("1.2 亿元"), Ok(120_000_000.0));
    assert_eq!(read("１，２００"), Ok(1200.0));
    assert_eq!(read("-3"), Ok(-3.0));
    assert_eq!(read("3 million"), Ok(3_000_000.0));
    assert_eq!(read("3 万亿"), Ok(3e12));
    assert_eq!(read("144.2亿"), Ok(14_420_000_000.0));
    assert_eq!(read("2.65 BN"), Ok(2_650_000_000.0));
    assert_eq!(read("1e3万"), Ok(1e7));
    assert_eq!(parse("16000 m²", Unit::M2), Ok(16_000.0));
    // Sixteen thousand metres, or millions: it is asked.
    assert_eq!(parse("16000 m", Unit::M2), Err(Why::Letter));
    assert_eq!(read("12%"), Err(Why::Percent));
    assert_eq!(read(""), Err(Why::Empty));
    assert_eq!(read("  "), Err(Why::Empty));
    for large in ["1e999", "1e99999999999"] {
        assert_eq!(read(large), Err(Why::Beyond), "{large}");
    }
    for nonsense in ["abc", "1.2.3", "1e", "--1", "12 apples", "万", "NaN", "inf"] {
        assert_eq!(read(nonsense), Err(Why::Text), "{nonsense}");
    }
}

#[test]
fn shares_are_typed_in_percent() {
    for text in ["40", "40%", "40 ％", "４０"] {
        assert_eq!(parse(text, Unit::Share), Ok(0.4), "{text}");
    }
}

#[test]
fn a_field_reads_back_to_the_same_number() {
    for value in [0.29, 0.0255, 0.435, 1.0 / 3.0, 0.0] {
        let read = parse(&format!("{}%", field(value, Unit::Share)), Unit::Share);
        assert!(read.is_ok_and(|read| (read - value).abs() < 1e-12), "{value}: {read:?}");
    }
    assert_eq!(field(0.29, Unit::Share), "29");
    assert_eq!(field(45_000_000.0, Unit::YuanPerYear), "45000000");
}

#[test]
fn an_entry_is_short_and_reads_back() {
    assert_eq!(entry(45_000_000.0, Unit::YuanPerYear, Lang::Zh), "4500万");
    assert_eq!(entry(45_000_000.0, Unit::YuanPerYear, Lang::En), "45m");
    assert_eq!(entry(7_740_000_000_000.0, Unit::Yuan, Lang::En), "7740bn");
    assert_eq!(entry(14_420_000_000.0, Unit::Yuan, Lang::Zh), "144.2亿");
    assert_eq!(entry(268_921_050.0, Unit::M2, Lang::En), "268,921,050");
    assert_eq!(entry(268_921_050.0, Unit::M2, Lang::Zh), "2.6892105亿");
    assert_eq!(entry(2_650_000_000.0, Unit::Yuan, Lang::Zh), "26.5亿");
    assert_eq!(entry(0.4, Unit::Share, Lang::Zh), "40%");
    assert_eq!(entry(9500.0, Unit::Persons, Lang::Zh), "9500");
    for lang in Lang::ALL {
        for value in [123_456_789.0, 40_100.0, 0.5, -20_000.0, 1e13] {
            assert_eq!(parse(&entry(value, Unit::Yuan, lang), Unit::Yuan), Ok(value), "{value}");
        }
    }
}

#[test]
fn an_entry_has_no_more_digits_than_are_useful() {
    let shown = |value, unit| entry(value, unit, Lang::Zh);
    assert_eq!(shown(0.3 + 0.5 / 3.0, Unit::Share), "46.67%");
    assert_eq!(shown(1.0 / 3.0, Unit::Share), "33.33%");
    assert_eq!(shown(2.0 / 300.0, Unit::SharePerYear), "0.6667%");
    assert_eq!(shown(31.0 / 3.0, Unit::Persons), "10.33");
    assert_eq!(shown(-4000.0 / 3.0, Unit::Persons), "-1333");
    assert_eq!(shown(25_000_000.0 / 3.0, Unit::Yuan), "8,333,333");
    assert_eq!(shown(40.0 / 3.0, Unit::StudentsPerTeacher), "13.33");
    // What a person may have typed keeps all its digits.
    assert_eq!(shown(0.123456, Unit::Share), "12.3456%");
    assert_eq!(shown(12.345_678, Unit::Persons), "12.345678");
    assert_eq!(shown(268_921_050.0, Unit::M2), "2.6892105亿");
}

#[test]
fn large_numbers_take_the_scale_of_the_language() {
    assert_eq!(amount(114_998_741.98, Unit::Yuan, Lang::Zh).text(Lang::Zh), "1.15亿元");
    assert_eq!(amount(83_960_913.0, Unit::Yuan, Lang::Zh).text(Lang::Zh), "8,396万元");
    assert_eq!(amount(83_960_913.0, Unit::Yuan, Lang::En).text(Lang::En), "83.96 million yuan");
    assert_eq!(amount(3396.02, Unit::Persons, Lang::Zh).text(Lang::Zh), "3,396人");
    assert_eq!(amount(-0.2, Unit::Persons, Lang::En).text(Lang::En), "−0.2 persons");
    assert_eq!(amount(0.4, Unit::Share, Lang::Zh).text(Lang::Zh), "40.0%");
    assert_eq!(amount(13.86, Unit::StudentsPerTeacher, Lang::Zh).text(Lang::Zh), "13.9生/师");
}

#[test]
fn short_numbers_keep_their_scale_and_drop_idle_zeros() {
    assert_eq!(short(45_000_000.0, Unit::YuanPerYear, Lang::Zh), "4,500万");
    assert_eq!(short(8_000_000.0, Unit::YuanPerYear, Lang::En), "8 million");
    assert_eq!(short(0.4, Unit::Share, Lang::Zh), "40%");
    assert_eq!(short(0.0255, Unit::Share, Lang::En), "2.55%");
    assert_eq!(short(26.0, Unit::PersonsPerYear, Lang::Zh), "26");
}

#[test]
fn differences_carry_a_sign_and_shares_are_points() {
    assert_eq!(difference(0.1, Unit::Share, Lang::En).text(Lang::En), "+10.0 pp");
    assert_eq!(difference(-12.0, Unit::Persons, Lang::En).text(Lang::En), "−12 persons");
    assert_eq!(difference(0.0, Unit::Persons, Lang::Zh).text(Lang::Zh), "持平");
    let beside = |value, size, unit| difference_beside(value, size, unit, Lang::Zh).text(Lang::Zh);
    assert_eq!(difference(18.3, Unit::Persons, Lang::Zh).text(Lang::Zh), "+18.3人");
    assert_eq!(beside(18.3, 245.0, Unit::Persons), "+18人");
    assert_eq!(beside(18.3, 24.0, Unit::Persons), "+18.3人");
    assert_eq!(beside(-0.4, 245.0, Unit::Persons), "持平");
    assert_eq!(beside(1.69, 12.0, Unit::StudentsPerTeacher), "+1.7生/师");
    assert_eq!(beside(1.69, 8.0, Unit::StudentsPerTeacher), "+1.69生/师");
}

#[test]
fn minus_nothing_is_written_as_nothing() {
    assert_eq!(grouped(-0.0001, 2), "0.00");
    assert_eq!(grouped(-1234.5, 1), "−1,234.5");
}

#[test]
fn the_ends_of_a_range_are_in_one_scale() {
    let ends = |low, high, unit, lang| range(low, high, unit, lang);
    assert_eq!(ends(90_000.0, 130_000.0, Unit::Yuan, Lang::Zh), "9万 – 13万");
    assert_eq!(ends(74_170_000.0, 159_000_000.0, Unit::Yuan, Lang::Zh), "0.74亿 – 1.59亿");
    assert_eq!(ends(-900_000.0, 2_500_000.0, Unit::Yuan, Lang::En), "−0.9 million – 2.5 million");
    // Nobody reads 0.01 of a hundred million.
    assert_eq!(ends(500_000.0, 159_000_000.0, Unit::Yuan, Lang::Zh), "50万 – 1.59亿");
    assert_eq!(ends(2_823.0, 4_008.0, Unit::Persons, Lang::Zh), "2,823 – 4,008");
    assert_eq!(ends(0.742, 0.7708, Unit::Share, Lang::En), "74.2% – 77.08%");
}
