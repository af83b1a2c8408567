//! Words that say what a column or a row is for.

use crate::key::key;

/// What a column holds, or a row gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The numbers.
    Value,
    /// The least thought possible.
    Low,
    /// The largest thought possible.
    High,
    /// Where a number comes from.
    Source,
    /// How sure it is.
    Confidence,
    /// Names.
    Name,
    /// Ids of the program.
    Id,
    /// Units.
    Unit,
    /// Years.
    Year,
    /// Areas.
    Area,
    /// What is not read: numbering, meanings, remarks, the values of others.
    Aside,
    /// The base year, in a row of its own.
    BaseYear,
    /// The area's name, in a row of its own.
    AreaName,
    /// What tells areas of one name apart: codes.
    AreaId,
    /// The area that missing values come from.
    Parent,
}

/// The words, as [`key`] writes them.
const WORDS: [(Role, &[&str]); 15] = [
    (
        Role::Value,
        &[
            "数值",
            "取值",
            "值",
            "数据",
            "数量",
            "数额",
            "金额",
            "本地数值",
            "本地取值",
            "填写数值",
            "实际数",
            "实绩",
            "现状",
            "现状值",
            "基年",
            "基年值",
            "基年数",
            "基年数值",
            "人数",
            "value",
            "values",
            "ourvalue",
            "yourvalue",
            "number",
            "amount",
            "figure",
            "baseyearvalue",
            "本县",
            "本区",
            "本市",
        ],
    ),
    (Role::Low, &["下限", "最低", "最低值", "最小", "最小值", "低值", "低", "low", "min", "minimum", "lower", "least"]),
    (
        Role::High,
        &["上限", "最高", "最高值", "最大", "最大值", "高值", "高", "high", "max", "maximum", "upper", "largest"],
    ),
    (
        Role::Source,
        &[
            "来源",
            "数据来源",
            "资料来源",
            "数字来源",
            "数值来源",
            "出处",
            "依据",
            "source",
            "sources",
            "datasource",
            "来源说明",
        ],
    ),
    (Role::Confidence, &["把握", "把握程度", "可信度", "可靠程度", "置信度", "confidence", "howsure"]),
    (
        Role::Name,
        &[
            "名称",
            "指标",
            "指标名称",
            "项目",
            "项目名称",
            "可调项",
            "统计指标",
            "name",
            "item",
            "indicator",
            "lever",
            "result",
            "结果",
        ],
    ),
    (Role::Id, &["编号", "代码", "指标代码", "id", "code"]),
    (Role::Unit, &["单位", "计量单位", "unit", "units"]),
    (Role::Year, &["年份", "年度", "学年", "年", "时间", "year", "years", "schoolyear", "academicyear"]),
    (
        Role::Area,
        &[
            "地区",
            "区县",
            "县区",
            "县市区",
            "行政区",
            "行政区划",
            "area",
            "region",
            "county",
            "district",
            "单位名称",
            "地区名",
        ],
    ),
    (
        Role::Aside,
        &[
            "序号",
            "行次",
            "栏次",
            "no",
            "分组",
            "类别",
            "group",
            "category",
            "含义",
            "说明",
            "填写说明",
            "指标解释",
            "填什么",
            "meaning",
            "whattoenter",
            "备注",
            "注",
            "remark",
            "remarks",
            "note",
            "notes",
            "参考值",
            "参考值来源",
            "参考",
            "referencevalue",
            "itssource",
            "reference",
            "origin",
            "同比",
            "增长",
            "增速",
            "比上年增长",
            "同比增长",
            "增减",
            "增减额",
            "增减率",
            "增减幅度",
            "增幅",
            "比上年增减",
            "占比",
            "完成预算",
            "为预算",
        ],
    ),
    (Role::BaseYear, &["基年", "基准年", "基准年份", "基期", "基期年", "baseyear"]),
    (
        Role::AreaName,
        &["地区名称", "区县名称", "县区名称", "地区全称", "areaname", "nameofthearea", "nameofarea", "countyname"],
    ),
    (
        Role::AreaId,
        &[
            "地区代码",
            "区划代码",
            "行政区划代码",
            "地区编号",
            "区县代码",
            "areaid",
            "areacode",
            "regionid",
            "countyid",
            "adcode",
        ],
    ),
    (Role::Parent, &["上级地区", "参照地区", "缺项参照", "缺数取自", "parent", "parentarea", "missingfrom"]),
];

/// Whether a text says base year, whatever else it may say.
pub(crate) fn is_base_year(text: &str) -> bool {
    let key = key(text);
    WORDS.iter().any(|(role, words)| *role == Role::BaseYear && words.contains(&key.as_str()))
}

/// Whether an area's name is that of all areas together.
pub(crate) fn is_all_areas(name: &str) -> bool {
    const WORDS: [&str; 9] =
        ["全省", "全市", "全国", "全区", "全州", "全县", "wholeprovince", "allareas", "allcounties"];
    is_total(name) || WORDS.contains(&key(name).as_str())
}

/// What a text alone says a column is for; of a word with two meanings the first.
pub(crate) fn role(text: &str) -> Option<Role> {
    let key = key(text);
    let mut roles = WORDS.iter().filter(|(_, words)| words.contains(&key.as_str()));
    roles.next().map(|(role, _)| *role)
}

/// What a text says the cell beside it gives: the base year or the area's name.
pub(crate) fn fact(text: &str) -> Option<Role> {
    let key = key(text);
    let facts = WORDS.iter().filter(|(role, _)| matches!(role, Role::BaseYear | Role::AreaName));
    let mut found = facts.filter(|(_, words)| words.contains(&key.as_str()));
    found.next().map(|(role, _)| *role).or((key == "地区" || key == "area").then_some(Role::AreaName))
}

/// Whether a text names a total.
pub(crate) fn is_total(text: &str) -> bool {
    const WORDS: [&str; 12] =
        ["合计", "总计", "小计", "共计", "总数", "计", "总和", "全部", "total", "sum", "subtotal", "grandtotal"];
    WORDS.contains(&key(text).as_str())
}

/// Schools that a name in a heading limits numbers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schools {
    /// Vocational secondary schools.
    Vocational,
    /// General upper-secondary schools.
    General,
    /// All others.
    Other,
}

/// Which schools a text speaks of, if it says so.
pub(crate) fn schools(text: &str) -> Option<Schools> {
    const OTHER: [&str; 22] = [
        "幼儿园",
        "学前",
        "小学",
        "初级中学",
        "初中",
        "义务教育",
        "特殊教育",
        "高等教育",
        "高校",
        "大学",
        "高职",
        "工读",
        "九年一贯",
        "完全中学",
        "成人高等",
        "kindergarten",
        "primary",
        "juniorsecondary",
        "juniorhigh",
        "university",
        "college",
        "special",
    ];
    const GENERAL: [&str; 5] = ["普通高中", "普高", "高级中学", "generalschool", "generalupper"];
    const VOCATIONAL: [&str; 9] =
        ["中等职业", "中职", "职业高中", "职高", "职业学校", "职教中心", "职业教育", "vocational", "职业中专"];
    let key = key(text);
    let is_in = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if is_in(&VOCATIONAL) {
        Some(Schools::Vocational)
    } else if is_in(&GENERAL) {
        Some(Schools::General)
    } else if is_in(&OTHER) {
        Some(Schools::Other)
    } else {
        None
    }
}
