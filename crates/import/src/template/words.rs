//! The template's own words. Headings are among those that the reader of sheets knows.

use voced_model::Words;
use voced_model::inputs::Confidence;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub(super) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    // Names of sheets.
    VALUES: "基础数据", "Values";
    OBSERVED: "历年实际数", "Observed";
    EXAMPLE: "填写示例", "Example";
    TITLE: "职教推演：自有地区数据", "What-if simulator for vocational education: an area of your own";
    HELP: "只填黄色单元格，填多少算多少；空着的取全国通用值。数可写作 3500000、350万 或 350 万元，比例写作 30 或 30%。",
        "Fill in the yellow cells only, as many as you have; what stays empty takes the national value. Write 3500000 or 3.5 million, and shares as 30 or 30%.";
    OBSERVED_TITLE: "历年实际数：用来与推演对照、拟合", "Observed results: to hold a projection against, and to fit it";
    OBSERVED_HELP: "首行年份可以改；学年填起始年份，如 2023 指 2023-2024 学年。没有的留空。",
        "The years in the headings may be changed; 2023 stands for the academic year 2023/24. Leave empty what you do not have.";
    EXAMPLE_TITLE: "填写示例：莱芜（取自公开规划与统计，仅示意填法）", "An example: Laiwu, after published plans and statistics, to show how it is filled in";
    AREA_NAME: "地区名称", "Area name";
    BASE_YEAR: "基年", "Base year";
    // Headings of columns.
    GROUP: "分组", "Group";
    NAME: "名称", "Name";
    ID: "编号", "Id";
    UNIT: "单位", "Unit";
    MEANING: "含义", "Meaning";
    VALUE: "数值", "Value";
    LOW: "下限", "Low";
    HIGH: "上限", "High";
    SOURCE: "来源", "Source";
    CONFIDENCE: "把握程度", "Confidence";
    REFERENCE: "参考值", "Reference value";
    ORIGIN: "参考值来源", "Reference";
}

/// The word of a confidence in a list to choose from.
pub(super) const fn confidence(level: Confidence) -> Words {
    match level {
        Confidence::High => Words { zh: "高", en: "high" },
        Confidence::Medium => Words { zh: "中", en: "medium" },
        Confidence::Low => Words { zh: "低", en: "low" },
    }
}
