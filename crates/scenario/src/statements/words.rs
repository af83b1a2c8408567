//! The words of statements: units and kinds as the plans have them, in both languages.

use super::Statement;
use voced_model::format::exact;
use voced_model::text::{Lang, Words};

/// A unit of a plan: its id, then a number with it in Chinese, for one in English, for many in English.
type UnitRow = (&'static str, &'static str, &'static str, &'static str);

/// Every unit that the plans count in. `{}` stands for the number.
const UNITS: &[UnitRow] = &[
    ("percent", "{}%", "{}%", "{}%"),
    ("qualitative", "未给数量", "no number given", "no number given"),
    ("boolean", "是", "yes", "yes"),
    ("year", "{}年", "{}", "{}"),
    ("years", "{}年", "{} year", "{} years"),
    ("schools", "{}所学校", "{} school", "{} schools"),
    ("schools_per_county", "每县{}所学校", "{} school per county", "{} schools per county"),
    ("colleges", "{}所学院", "{} college", "{} colleges"),
    ("clusters", "{}个专业（群）", "{} programme cluster", "{} programme clusters"),
    ("clusters_per_school", "每校{}个专业群", "{} programme cluster per school", "{} programme clusters per school"),
    ("programmes", "{}个专业", "{} programme", "{} programmes"),
    ("programmes_per_school", "每校{}个专业", "{} programme per school", "{} programmes per school"),
    ("programmes_per_university", "每校{}个本科专业", "{} programme per university", "{} programmes per university"),
    ("industries_per_county", "每县{}个产业", "{} industry per county", "{} industries per county"),
    ("bases", "{}个基地", "{} base", "{} bases"),
    ("centres", "{}个中心", "{} centre", "{} centres"),
    ("hub", "{}个枢纽", "{} hub", "{} hubs"),
    ("platforms", "{}个平台", "{} platform", "{} platforms"),
    ("projects", "{}个项目", "{} project", "{} projects"),
    ("alliances", "{}个联盟", "{} alliance", "{} alliances"),
    ("groups", "{}个集团", "{} group", "{} groups"),
    ("enterprises", "{}家企业", "{} enterprise", "{} enterprises"),
    ("courses", "{}门课程", "{} course", "{} courses"),
    ("libraries", "{}个资源库", "{} library", "{} libraries"),
    ("museums", "{}个博物馆", "{} museum", "{} museums"),
    ("teams", "{}个团队", "{} team", "{} teams"),
    ("studios_per_programme", "每专业{}个工作室", "{} studio per programme", "{} studios per programme"),
    ("chains", "{}条产业链", "{} industry chain", "{} industry chains"),
    ("components", "{}个部分", "{} component", "{} components"),
    ("drivers", "{}项依据", "{} driver", "{} drivers"),
    ("types", "{}种方式", "{} type", "{} types"),
    ("persons", "{}人", "{} person", "{} persons"),
    ("persons_per_year", "每年{}人", "{} person a year", "{} persons a year"),
    ("persons_per_two_years", "每两年{}人", "{} person every two years", "{} persons every two years"),
    ("person_times_per_year", "每年{}人次", "{} person-time a year", "{} person-times a year"),
    ("students", "{}名学生", "{} student", "{} students"),
    ("students_per_year", "每年{}名学生", "{} student a year", "{} students a year"),
    ("places", "{}个招生名额", "{} place", "{} places"),
    ("grade", "高中{}年级", "grade {} of general school", "grade {} of general school"),
    ("rank", "第{}名", "rank {}", "rank {}"),
    ("times_per_year", "每年{}次", "{} time a year", "{} times a year"),
    ("reports_per_year", "每年{}份报告", "{} report a year", "{} reports a year"),
    ("class_hours", "{}学时", "{} class hour", "{} class hours"),
    ("class_hours_per_year", "每年{}学时", "{} class hour a year", "{} class hours a year"),
    ("months_per_year", "每年{}个月", "{} month a year", "{} months a year"),
    ("m2", "{}平方米", "{} m²", "{} m²"),
    ("yuan", "{}元", "{} yuan", "{} yuan"),
    ("yuan_per_person", "每人{}元", "{} yuan per person", "{} yuan per person"),
    ("yuan_per_student_year", "每生每年{}元", "{} yuan per student and year", "{} yuan per student and year"),
    ("times_baseline", "基准线的{}倍", "{} times the baseline", "{} times the baseline"),
    ("percent_of_posts", "岗位的{}%", "{}% of posts", "{}% of posts"),
    ("percent_of_employees", "职工总数的{}%", "{}% of employees", "{}% of employees"),
    ("percent_of_quota", "编制总额的{}%", "{}% of the quota", "{}% of the quota"),
    ("percent_of_investment", "投资额的{}%", "{}% of the investment", "{}% of the investment"),
    ("percent_of_wage_bill", "工资薪金总额的{}%", "{}% of the wage bill", "{}% of the wage bill"),
    ("percent_of_minimum_wage", "最低工资标准的{}%", "{}% of the minimum wage", "{}% of the minimum wage"),
    ("percent_of_quality_schools", "优质中职学校的{}%", "{}% of quality schools", "{}% of quality schools"),
];

/// Every kind of statement: its id in the data, and its words.
pub const ROLES: &[(&str, Words)] = &[
    ("target", Words { zh: "目标", en: "target" }),
    ("constraint", Words { zh: "约束性要求", en: "requirement" }),
    ("lever", Words { zh: "政策措施", en: "policy measure" }),
    ("default", Words { zh: "现状或前提", en: "present state or premise" }),
    ("programme cost", Words { zh: "项目经费标准", en: "programme cost" }),
];

fn unit_row(unit: &str) -> Option<&'static UnitRow> {
    UNITS.iter().find(|(id, ..)| *id == unit)
}

/// A number of a plan with its unit. A unit that has no words here leaves the number alone.
pub fn told(value: f64, unit: &str, lang: Lang) -> String {
    let number = if unit == "year" { format!("{value:.0}") } else { exact(value, None, lang) };
    let Some((_, zh, one, many)) = unit_row(unit) else { return number };
    let number = lang.pick(format!(" {number} "), number);
    let phrase = lang.pick(zh, if value == 1.0 { one } else { many }).replace("{}", &number);
    // Between Chinese and digits a space, none beside a percent sign or at the ends.
    phrase.replace(" %", "%").trim().to_owned()
}

/// The name of a unit by itself, as above a column; empty for statements without a number.
pub fn unit_name(unit: &str, lang: Lang) -> String {
    match unit_row(unit) {
        Some((id, ..)) if matches!(*id, "qualitative" | "boolean") => String::new(),
        // The place of a number within the words is marked.
        Some((_, zh, _, many)) => {
            let words = lang.pick(zh, many);
            words.strip_prefix("{}").map_or_else(|| words.replace("{}", "…"), |rest| rest.trim().to_owned())
        }
        None => String::new(),
    }
}

impl Statement {
    /// What the plan asks for in words: comparison, number, unit.
    pub fn asked(&self, lang: Lang) -> String {
        let Some(value) = self.value else { return told(0.0, "qualitative", lang) };
        let number = told(value, &self.unit, lang);
        match self.op {
            super::Op::Equal => number,
            op => format!("{} {number}", op.words().get(lang)),
        }
    }

    /// The kind of statement in words; `None` for a kind without any (a test sees to it that there is none).
    pub fn role_words(&self) -> Option<Words> {
        ROLES.iter().find(|(id, _)| *id == self.role).map(|(_, words)| *words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Area;

    #[test]
    fn every_unit_and_kind_that_ships_has_words() {
        let areas = Area::all_shipped();
        let mut seen = 0;
        for statement in areas.flat_map(|area| area.statements()) {
            assert!(unit_row(&statement.unit).is_some(), "{}: {}", statement.id, statement.unit);
            assert!(statement.role_words().is_some(), "{}: {}", statement.id, statement.role);
            for lang in Lang::ALL {
                let asked = statement.asked(lang);
                assert!(!asked.is_empty() && !asked.contains(['_', '{']), "{}: {asked}", statement.id);
            }
            seen += 1;
        }
        assert_eq!(seen, 231);
    }

    #[test]
    fn numbers_are_told_with_their_unit() {
        assert_eq!(told(70.0, "percent", Lang::Zh), "70%");
        assert_eq!(told(20.0, "percent_of_quota", Lang::Zh), "编制总额的 20%");
        assert_eq!(told(1.0, "schools", Lang::En), "1 school");
        assert_eq!(told(100_000.0, "person_times_per_year", Lang::Zh), "每年 100,000 人次");
        assert_eq!(told(2025.0, "year", Lang::Zh), "2025 年");
        assert_eq!(told(30_000.0, "yuan_per_person", Lang::En), "30,000 yuan per person");
        assert_eq!(unit_name("percent_of_posts", Lang::En), "% of posts");
    }
}
