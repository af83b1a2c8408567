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
    assert_eq!(amount(-0.2, Unit::Persons, Lang::En).text(Lang::En), "0 persons");
    assert_eq!(amount(94.04, Unit::Persons, Lang::En).text(Lang::En), "94 persons");
    assert_eq!(amount(2.5, Unit::Years, Lang::En).text(Lang::En), "2.5 years");
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
    assert_eq!(difference(18.3, Unit::Persons, Lang::Zh).text(Lang::Zh), "+18人");
    let comparison = |change, size, unit| Gauge::one(size, unit, Lang::Zh).difference(change).text(Lang::Zh);
    assert_eq!(comparison(18.3, 24.0, Unit::Persons), "+18人");
    assert_eq!(comparison(-0.4, 245.0, Unit::Persons), "持平");
    assert_eq!(comparison(1.69, 12.0, Unit::StudentsPerTeacher), "+1.7生/师");
    assert_eq!(comparison(1.69, 8.0, Unit::StudentsPerTeacher), "+1.69生/师");
}

#[test]
fn minus_nothing_is_written_as_nothing() {
    assert_eq!(grouped(-0.0001, 2), "0.00");
    assert_eq!(grouped(-1234.5, 1), "−1,234.5");
}

#[test]
fn the_ends_of_a_range_are_in_one_scale_with_the_same_decimals() {
    let ends = |low, high, unit, lang| range(low, high, unit, lang);
    assert_eq!(ends(90_000.0, 130_000.0, Unit::Yuan, Lang::Zh), "9万 – 13万");
    assert_eq!(ends(74_170_000.0, 159_000_000.0, Unit::Yuan, Lang::Zh), "0.74亿 – 1.59亿");
    assert_eq!(ends(-900_000.0, 2_500_000.0, Unit::Yuan, Lang::En), "−0.9 million – 2.5 million");
    // Nobody reads 0.01 of a hundred million.
    assert_eq!(ends(500_000.0, 159_000_000.0, Unit::Yuan, Lang::Zh), "50万 – 15,900万");
    assert_eq!(ends(2_823.0, 4_008.0, Unit::Persons, Lang::Zh), "2,823 – 4,008");
    assert_eq!(ends(0.742, 0.7708, Unit::Share, Lang::En), "74.2% – 77.1%");
    assert_eq!(ends(0.0255, 0.03, Unit::Share, Lang::En), "2.55% – 3.00%");
    assert_eq!(ends(0.125, 0.4, Unit::Share, Lang::En), "12.5% – 40.0%");
    assert_eq!(ends(0.3, 0.45, Unit::Share, Lang::En), "30% – 45%");
}

#[test]
fn numbers_that_stand_together_are_in_one_scale() {
    let card = |main: &[f64], around: &[f64], unit, lang| {
        let gauge = Gauge::of(main, around, unit, lang);
        let range = if around.len() == 2 { gauge.range(around[0], around[1]) } else { String::new() };
        [gauge.text(main[0]), gauge.difference(main[0] - main[1]).text(lang), range]
    };
    assert_eq!(
        card(&[81_990_000.0, -40_000_000.0], &[-31_200_000.0, 159_000_000.0], Unit::YuanPerYear, Lang::Zh),
        ["8,199万元/年", "+12,199万元/年", "−3,120万 – 15,900万"]
    );
    assert_eq!(card(&[133_500.0, 161_135.0], &[], Unit::Yuan, Lang::Zh)[..2], ["13.35万元", "−2.76万元"]);
    assert_eq!(card(&[82e6, 120e6], &[], Unit::Yuan, Lang::Zh)[..2], ["0.82亿元", "−0.38亿元"]);
    assert_eq!(
        card(&[83.96e6, -40e6], &[74.17e6, 159e6], Unit::Yuan, Lang::En),
        ["83.96 million yuan", "+124.0 million yuan", "74 million – 159 million"]
    );
    assert_eq!(
        card(&[94.04, 51.1], &[88.2, 101.6], Unit::Persons, Lang::En),
        ["94 persons", "+43 persons", "88 – 102"]
    );
    assert_eq!(card(&[0.758, 0.7], &[0.742, 0.7708], Unit::Share, Lang::En), ["75.8%", "+5.8 pp", "74.2% – 77.1%"]);
    // A value that is small by chance takes the scale down, but not to yuan beside a hundred million.
    assert_eq!(card(&[-3000.0, -120e6], &[], Unit::Yuan, Lang::Zh)[..2], ["−0.30万元", "+12,000万元"]);
    assert_eq!(card(&[0.0, -120e6], &[], Unit::Yuan, Lang::Zh)[..2], ["0亿元", "+1.20亿元"]);
    // Ends that read the same are no range.
    assert_eq!(Gauge::one(20.0, Unit::Persons, Lang::Zh).range(20.1, 20.3), "");
}

#[test]
fn what_is_missing_is_never_nothing() {
    let gap = |value, size, unit, lang| Gauge::one(value, unit, lang).gap(size);
    assert_eq!(gap(3000.0, 231.2, Unit::Persons, Lang::Zh), "231人");
    assert_eq!(gap(3000.0, 0.4, Unit::Persons, Lang::Zh), "不足1人");
    assert_eq!(gap(0.75, 0.0003, Unit::Share, Lang::En), "under 0.1 pp");
    assert_eq!(gap(120e6, 2e5, Unit::Yuan, Lang::Zh), "不足0.01亿元");
    assert_eq!(gap(120e6, 0.0, Unit::Yuan, Lang::Zh), "0亿元");
}

#[test]
fn levels_beside_each_other_have_the_decimals_they_need() {
    let levels = |values: &[f64], unit, lang| {
        let gauge = Gauge::levels(values, unit, lang);
        values.iter().map(|value| gauge.short(*value)).collect::<Vec<_>>()
    };
    assert_eq!(levels(&[0.0, 0.025, 0.05], Unit::Share, Lang::Zh), ["0.0%", "2.5%", "5.0%"]);
    assert_eq!(levels(&[0.3, 0.4], Unit::Share, Lang::Zh), ["30%", "40%"]);
    assert_eq!(levels(&[0.0, 45e6, 150e6], Unit::Yuan, Lang::En), ["0 million", "45 million", "150 million"]);
    assert_eq!(levels(&[26.0, 26.6], Unit::PersonsPerYear, Lang::En), ["26", "27"]);
}

#[test]
fn numbers_of_a_picture_have_the_same_decimals() {
    let gauge = Gauge::picture(202e6, Unit::Yuan, Lang::Zh);
    assert_eq!([81.99e6, 0.4e6].map(|value| gauge.text(value)), ["8,199万元", "40万元"]);
    assert_eq!(Gauge::picture(0.08, Unit::Share, Lang::Zh).text(0.05), "5.00%");
}

#[test]
fn a_chance_is_never_rounded_to_certainty() {
    let said = [0.0, 0.001, 0.006, 0.5, 0.994, 0.996, 1.0].map(chance);
    assert_eq!(said, ["< 1%", "< 1%", "1%", "50%", "99%", "> 99%", "> 99%"]);
    assert_eq!([0.5, -0.1234, 0.004].map(relative), ["+50.0%", "−12.3%", "+0.4%"]);
}

#[test]
fn at_a_glance_money_has_three_digits_and_a_difference_no_more_than_its_range_bears() {
    let unit = Unit::Yuan;
    let gauge = Gauge::glance(&[93_491_828.0, 65_195_183.0], &[], unit, Lang::En);
    assert_eq!(gauge.text(93_491_828.0), "93.5 million yuan");
    assert_eq!(Gauge::of(&[93_491_828.0], &[], unit, Lang::En).text(93_491_828.0), "93.49 million yuan");
    assert_eq!(gauge.difference(28_296_644.0).text(Lang::En), "+28.3 million yuan");
    // A range of two millions bears tenths, one of twenty does not.
    assert_eq!(gauge.difference_within(28_296_644.0, 27e6, 29e6).text(Lang::En), "+28.3 million yuan");
    assert_eq!(gauge.difference_within(28_296_644.0, 18e6, 38e6).text(Lang::En), "+28 million yuan");
    assert_eq!(Gauge::glance(&[2843.3], &[], Unit::Persons, Lang::Zh).text(2843.3), "2,843人");
}

#[test]
fn parts_of_a_sum_stand_in_one_scale_in_which_the_least_can_be_read() {
    let parts = [252e6, 2.4e6, 190e6];
    let gauge = Gauge::sums(&parts, Unit::Yuan, Lang::Zh);
    let said = parts.map(|part| gauge.difference(part).text(Lang::Zh));
    assert_eq!(said, ["+25,200万元", "+240万元", "+19,000万元"]);
    let gauge = Gauge::sums(&[2.52e8, 1.9e8], Unit::Yuan, Lang::Zh);
    assert_eq!(gauge.difference(2.52e8).text(Lang::Zh), "+2.52亿元");
}

#[test]
fn a_remark_stands_in_the_brackets_of_the_language() {
    assert_eq!(Lang::Zh.bracketed("示例"), "（示例）");
    assert_eq!(Lang::En.bracketed("example"), " (example)");
    assert_eq!(Lang::En.bracketed(""), "");
}
