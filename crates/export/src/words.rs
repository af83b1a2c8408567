//! The workbook's own words. Names of inputs, results and sources come from the model's tables.

use voced_model::Words;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub(crate) const $name: Words = Words { zh: $zh, en: $en };)*
    };
}

words! {
    // Headings of columns.
    NAME: "名称", "Name";
    ID: "编号", "Id";
    UNIT: "单位", "Unit";
    ALL_YEARS: "各年通用", "All years";
    FROM: "取值层次", "Value from";
    SOURCE_KIND: "来源类型", "Kind of source";
    SOURCE: "来源说明", "Source";
    CONFIDENCE: "把握程度", "Confidence";
    LOW: "低值", "Low";
    HIGH: "高值", "High";
    MEANING: "含义", "Meaning";
    COUNTING: "统计口径", "Counted";
    STOCK: "时点数（9月1日）", "on 1 September";
    FLOW: "年度数", "in the year";
    BUILT: "是否建设（1/0）", "Built (1/0)";
    AREA_COUNTED: "计入面积（平方米）", "Area that counts (m²)";
    START: "开工年", "Building begins";
    FINISH: "完工年", "Ready";
    FIRST_YEAR: "起始年", "First year";
    LAST_YEAR: "达成或结束年", "Reached, or last year";
    STEP: "步骤", "Step";
    BELONGS_TO: "所属指标", "Part of";
    TARGET: "目标", "Target";
    METRIC: "指标", "Metric";
    COMPARISON: "要求", "Must be";
    GOAL: "目标值", "Goal";
    YEAR: "年份", "Year";
    VALUE: "推演值", "Value";
    STATUS: "结果", "Result";
    MISSING: "差距", "Missing";
    FIRST_MET: "首次达成", "First met";
    SCALE: "数量级（判断舍入）", "Size (for rounding)";
    QUOTE: "原文", "Quote";
    DOCUMENT: "文件", "Document";
    SCOPE: "适用范围", "Holds for";
    BASIS: "取得方式", "How it was come by";
    NOTE: "备注", "Note";
    STATEMENT: "规划条文", "Statement";
    REFERENCE: "参考数值", "Reference value";

    RESULT: "结果指标", "Result";
    OBSERVED: "实际值", "Observed";
    COUNTED: "口径", "Scope";
    PROJECTED: "推演值", "Projected";
    ERROR: "推演减实际", "Projected less observed";
    ERROR_SHARE: "占实际值", "As a share of it";
    TOLERANCE: "容许误差", "Tolerance";
    AGREES: "是否相符", "Agrees";
    WITHIN: "在容许误差之内", "within the tolerance";
    BEYOND: "超出容许误差", "beyond the tolerance";

    // Titles and help.
    INPUTS_HELP: "黄色单元格可改，其余不必改；灰色的数不影响结果。百分数请连同%键入。",
        "Change yellow cells only. Grey numbers change nothing. Type shares with the % sign.";
    PROGRAMME_HELP: "黄色单元格可改。灰色年份已写入公式，改年份须重新导出。",
        "Change yellow cells. Grey years are built into the formulas: other years need a new export.";
    MODEL_HELP: "每格都是公式，由程序所用的同一套方程写成。#N/A 表示无值（例如分母为零）。",
        "Every cell is a formula, written from the equations of the program itself. #N/A means no value, such as a ratio over nothing.";
    WORKINGS_HELP: "放在一格会过长的公式，分步列在此处。", "Parts of formulas that would be too long in one cell.";
    TARGETS_HELP: "目标值可改；推演值、结果和差距随之更新。", "Goals may be changed; values, results and what is missing follow.";
    SOURCES_HELP: "可调项、项目、目标和实际值所引用的条文与数值。", "Statements and figures that levers, projects, targets and observed values cite.";
    OBSERVED_HELP: "已公布的实际值，不参与计算；推演值和误差随可调项更新。口径可能与模型不同。",
        "Published values, which no formula of the model reads; projected values and errors follow the levers. The scope may differ from the model's.";
    CHARTS_HELP: "图随数变。", "The charts follow the numbers.";
    PROJECTS: "建设项目", "Building projects";
    DELIVERABLES: "建设任务", "Deliverables";
    BY_YEAR: "各年数值", "Value in each year";
    MISSING_BY_YEAR: "各年差距", "Missing in each year";
    PIECE: "步骤", "step";
    OUT_OF_BOUNDS: "超出允许范围", "Out of bounds";

    CARRIED_HELP: "本表供程序读回本工作簿，请勿改动或删除。",
        "The program reads the workbook back from this sheet: leave it as it is.";

    FORMULA: "公式", "a formula";

    // Summary.
    PRODUCT: "职教推演", "Voced what-if";
    AREA: "地区", "Area";
    WHOSE_NUMBERS: "数据归属", "Whose numbers";
    SCENARIO: "方案", "Scenario";
    BASE_YEAR: "基年", "Base year";
    HORIZON: "推演至", "Horizon";
    MODEL_VERSION: "模型版本", "Model version";
    HEADLINES: "主要结果", "Headline numbers";
    TARGETS_MET: "达成的目标", "Targets met";
    TARGETS_ASSUMED: "假定按期完成的目标", "Targets assumed done on time";
    OF: "共", "of";
    HOW_TO: "使用方法", "How to use";
    LIMITS: "须知", "Limits";
    WARNINGS: "导出时的提示", "Warnings when this was exported";
    NONE: "无", "none";
    LEVERS: "相关可调项", "Levers";
    CHANGED: "用户改动的数", "Numbers set by you";
}

/// What the workbook is.
pub(crate) const ABOUT: Words = Words {
    zh: "本工作簿是一次推演的完整计算：所有结果都由公式从可调项算出，不含宏，也不联网。",
    en: "A whole projection as a workbook: every result is computed from the levers by formulas, without macros and without a network.",
};

/// How it is used.
pub(crate) const STEPS: [Words; 4] = [
    Words {
        zh: "在“可调项”和“项目”两表中改黄色单元格，所有表格和图随即更新。",
        en: "Change yellow cells on Levers and Projects: all sheets and charts follow at once.",
    },
    Words {
        zh: "“模型”表按机制列出各年结果；双击单元格可看公式和所引用的单元格。",
        en: "Model lists the results by mechanism and year; a double click on a cell shows its formula and what it reads.",
    },
    Words {
        zh: "“目标”表逐条判断规划目标；“来源”表列出依据及原文。",
        en: "Targets judges each goal of the plan; Sources holds what the numbers rest on, with quotes.",
    },
    Words {
        zh: "想恢复原值，请重新导出；改动前可另存一份。",
        en: "To get the first numbers back, export again, or keep a copy before changing.",
    },
];

/// What it can not do.
pub(crate) const CAVEATS: [Words; 4] = [
    Words {
        zh: "基年、推演年份、项目与建设任务的起止年份、项目与任务的清单在导出时已定，改动须在程序中完成后重新导出。",
        en: "Base year, horizon, the years of projects and deliverables, and the lists of both are fixed in the workbook: to change them, use the program and export again.",
    },
    Words {
        zh: "逐年设定的可调项按年逐格给出，改一年不会带动其他年份。",
        en: "Levers with a path have a cell a year: changing one year leaves the others alone.",
    },
    Words {
        zh: "人数和金额不取整，只是显示时不带小数。",
        en: "Persons and money are not rounded; cells only show them without decimals.",
    },
    Words {
        zh: "许多基年数值是估计，见“可调项”表的来源和把握程度；不确定性区间须在程序中计算。",
        en: "Many base values are estimates: see source and confidence on Levers. Ranges of uncertainty are computed by the program only.",
    },
];
