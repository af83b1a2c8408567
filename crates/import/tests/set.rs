//! Tables of many areas.

use std::sync::Arc;

use voced_import::{Choices, Made, Missing, RowFault, SetRun, read, read_set};
use voced_model::{InputId, Lang};
use voced_scenario::{Area, PathValue};

fn set(table: &str) -> SetRun {
    let book = voced_tables::read_text(table).expect("cells");
    read_set(&book, &Choices::default())
}

fn areas(run: &SetRun) -> Vec<Made> {
    run.areas(|id| Area::find_shipped(id).cloned().map(Arc::new), Missing::National)
}

fn names(run: &SetRun) -> Vec<&str> {
    run.rows.iter().map(|row| row.name.as_str()).collect()
}

fn value(run: &SetRun, row: usize, id: &str) -> Option<f64> {
    let input = InputId::find(id).expect("known");
    run.rows[row].run.value(input)?.value.constant()
}

fn faults(run: &SetRun, row: usize, lang: Lang) -> Vec<String> {
    run.rows[row].run.faults.iter().map(|fault| fault.message(lang)).collect()
}

const WIDE: &str = "某省各县情况\n地区,地区代码,基年,初中毕业生数（人）,中职招生占比（%）,基年专任教师\n\
    甲县,X1,2023,5210,38,230\n乙县,X2,2022,\"4,100\",41%,180\n合计,,,9310,,410\n丙县,X3,2023,3000,,150\n";

#[test]
fn a_row_an_area() {
    let run = set(WIDE);
    assert!(run.faults.is_empty(), "{:?}", run.faults);
    assert_eq!(names(&run), ["甲县", "乙县", "丙县"]);
    assert_eq!(run.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["X1", "X2", "X3"]);
    let years: Vec<_> = run.rows.iter().map(|row| row.run.base_year.as_ref().map(|found| found.value)).collect();
    assert_eq!(years, [Some(2023), Some(2022), Some(2023)]);
    assert_eq!(value(&run, 0, "junior_graduates"), Some(5210.0));
    assert_eq!(value(&run, 1, "junior_graduates"), Some(4100.0));
    assert_eq!(value(&run, 1, "vocational_share"), Some(0.41));
    assert_eq!(value(&run, 2, "vocational_share"), None);
    assert_eq!(value(&run, 2, "teachers_base"), Some(150.0));
    assert_eq!(run.rows[1].at.place.to_string(), "A4");
    for (row, made) in run.rows.iter().zip(areas(&run)) {
        let area = made.expect("sound");
        assert_eq!((area.id.as_str(), area.name.zh.as_str()), (row.id.as_str(), row.name.as_str()));
        assert_eq!(Some(area.base_year.value), row.run.base_year.as_ref().map(|found| found.value));
    }
}

/// Of each area the same as when it is read alone.
#[test]
fn each_row_is_what_a_single_reading_of_it_gives() {
    let book = voced_tables::read_text(WIDE).expect("cells");
    for row in set(WIDE).rows {
        let base_year = row.run.base_year.as_ref().map(|found| found.value);
        let alone = read(&book, &Choices { base_year, name: Some(row.name.clone()), ..Choices::default() });
        assert_eq!((alone.values, alone.observed, alone.missing), (row.run.values, row.run.observed, row.run.missing));
    }
}

#[test]
fn rows_of_area_indicator_year_and_value() {
    let run = set("地区,基年,指标,年份,数值\n甲县,2023,初中毕业生数,2023,5210\n甲县,2023,中职在校生,2022,3100\n\
        乙县,2022,初中毕业生数,2022,4100\n甲县,2023,基年专任教师,2023,230\n乙县,2022,基年专任教师,2022,181\n");
    assert_eq!(names(&run), ["甲县", "乙县"]);
    assert_eq!(value(&run, 0, "junior_graduates"), Some(5210.0));
    assert_eq!(value(&run, 1, "teachers_base"), Some(181.0));
    assert_eq!(run.rows[0].run.observed.len(), 1);
    assert!(areas(&run).iter().all(Result::is_ok), "{:?}", run.rows[0].run.faults);
}

#[test]
fn areas_side_by_side_and_a_base_year_for_all() {
    let run = set("基年,2023\n指标,甲县,乙县\n初中毕业生数,5210,4100\n基年专任教师,230,180\n");
    assert_eq!(names(&run), ["甲县", "乙县"]);
    assert_eq!((value(&run, 0, "teachers_base"), value(&run, 1, "teachers_base")), (Some(230.0), Some(180.0)));
    assert!(areas(&run).iter().all(Result::is_ok));
}

#[test]
fn years_of_one_area_are_no_second_area() {
    let run = set(
        "地区,基年,年份,初中毕业生数,中职在校生\n甲县,2023,2022,5100,3000\n甲县,2023,2023,5210,3100\n乙县,2023,2023,4100,2000\n",
    );
    assert_eq!(names(&run), ["甲县", "乙县"]);
    assert!(faults(&run, 0, Lang::En).is_empty(), "{:?}", faults(&run, 0, Lang::En));
    assert_eq!(value(&run, 0, "junior_graduates"), Some(5210.0));
}

#[test]
fn the_same_area_twice_is_a_fault_of_the_second_row() {
    let run = set("地区,基年,初中毕业生数\n甲县,2023,5210\n乙县,2023,4100\n甲县,2023,5210\n");
    assert_eq!(names(&run), ["甲县", "乙县", "甲县"]);
    assert!(run.rows[0].run.faults.is_empty());
    assert_eq!(faults(&run, 2, Lang::En), ["A4: “甲县” is the same area as in A2; keep one row"]);
    assert_eq!(faults(&run, 2, Lang::Zh), ["A4：“甲县”与A2是同一个地区；请只保留一行"]);
    let made = areas(&run);
    assert!(made[0].is_ok() && made[1].is_ok() && made[2].is_err());
    // Codes tell areas of one name apart, and a code twice is one area.
    let run =
        set("地区,地区代码,基年,初中毕业生数\n朝阳区,110105,2023,5210\n朝阳区,220104,2023,4100\n某区,110105,2023,1\n");
    assert_eq!(run.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["110105", "220104", "110105-2"]);
    assert_eq!(areas(&run).iter().map(Result::is_ok).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn faulty_rows_stay_beside_sound_ones() {
    let run = set(
        "地区,基年,初中毕业生数,中职招生占比\n甲县,2023,5210,38%\n乙县,2023,很多,41%\n,2023,100,30%\n丁县,二零,100,30%\n戊县,,,\n己县,2023,100,0.4\n",
    );
    let made = areas(&run);
    let said: Vec<Vec<String>> = made
        .iter()
        .map(|made| {
            made.as_ref()
                .err()
                .map_or(Vec::new(), |faults| faults.iter().map(|fault| fault.message(Lang::En)).collect())
        })
        .collect();
    insta::assert_debug_snapshot!(run.rows.iter().map(|row| row.name.clone()).zip(said).collect::<Vec<_>>());
}

#[test]
fn without_areas_or_base_years_the_book_says_so() {
    let run = set("指标,数值\n初中毕业生数,5210\n");
    assert_eq!(run.faults[0].message(Lang::En), "no area is named; add a column “area” with an area in each row");
    assert!(run.rows.is_empty());
    let run = set("地区,初中毕业生数\n甲县,5210\n乙县,4100\n");
    assert_eq!(faults(&run, 1, Lang::En), ["no base year is given; add a row “base year”"]);
    let book = voced_tables::read_text("地区,初中毕业生数\n甲县,5210\n").expect("cells");
    let run = read_set(&book, &Choices { base_year: Some(2021), ..Choices::default() });
    assert!(run.rows[0].run.is_sound());
    let run = set("a,b\n1,2\n");
    assert_eq!(
        run.faults[0].message(Lang::En),
        "no name in it is known; use the template, or check the column of names"
    );
}

#[test]
fn missing_values_come_from_parents() {
    let run = set(
        "地区,基年,上级地区,初中毕业生数,基年专任教师\n甲县,2023,某市,5210,\n某市,2023,laiwu,40000,2000\n乙县,2023,无此地,1,1\n\
        丙县,2023,丁县,1,1\n丁县,2023,丙县,2,2\n戊县,2023,丁县,3,3\n己县,2023,,4,4\n",
    );
    let made = areas(&run);
    let teachers = InputId::find("teachers_base").expect("known");
    let county = made[0].as_ref().expect("sound");
    let lent = county.base.inputs.get(&teachers).expect("lent");
    assert_eq!((lent.value.clone(), lent.copied_from.as_deref()), (PathValue::Constant(2000.0), Some("某市")));
    // What the city itself has from Laiwu goes on, with its mark.
    let pay = InputId::find("teacher_pay").expect("known");
    let of_laiwu = Area::find_shipped("laiwu").expect("ships").base.inputs.get(&pay).expect("its own");
    let lent = county.base.inputs.get(&pay).expect("lent");
    assert_eq!((&lent.value, lent.copied_from.as_deref()), (&of_laiwu.value, Some("laiwu")));
    let fault = |row: usize| made[row].clone().expect_err("faulty").remove(0);
    assert_eq!(fault(2), RowFault::UnknownParent("无此地".to_owned()));
    assert_eq!(fault(3), RowFault::OwnParent("丁县".to_owned()));
    assert_eq!(fault(4), RowFault::OwnParent("丙县".to_owned()));
    assert_eq!(fault(5), RowFault::FaultyParent("丁县".to_owned()));
    let faults = [fault(2), fault(3), fault(5), RowFault::Empty];
    insta::assert_debug_snapshot!(faults.map(|fault| Lang::ALL.map(|lang| fault.message(lang))));
    let own = made[6].as_ref().expect("sound");
    assert_eq!(own.base.inputs.get(&pay), None, "the national value holds");
}

#[test]
fn what_is_of_no_area_counts_for_all() {
    let run = set(
        "指标,数值\n基年,2023\n教师年人均工资,12万\n\n地区,初中毕业生数,教师年人均工资\n甲县,5210,\n乙县,4100,10万\n",
    );
    assert_eq!(names(&run), ["甲县", "乙县"], "{:?}", run.faults);
    assert_eq!((value(&run, 0, "teacher_pay"), value(&run, 1, "teacher_pay")), (Some(120000.0), Some(100000.0)));
}

#[test]
fn many_rows_take_the_time_of_their_rows() {
    let mut table = String::from(
        "地区,基年,初中毕业生数,中职招生占比（%）,基年专任教师,核定编制数,基年校舍面积,中职一年级基年在校生\n",
    );
    for i in 0..3000 {
        table += &format!("县{i},2023,{},{},{},{},{},{}\n", 1000 + i, 30 + i % 20, 100 + i, 120 + i, 9000 + i, 400 + i);
    }
    let run = set(&table);
    assert_eq!(run.rows.len(), 3000);
    assert!(run.rows.iter().all(|row| row.run.is_sound() && row.run.values.len() == 6));
    assert!(areas(&run).iter().all(Result::is_ok));
}
