//! The words of `explore`, both languages side by side.

phrases! {
    // Headline.
    HEADLINE: "主要结果", "Headline";
    YEAR_IN_QUESTION: "查看年份", "Year shown";
    AGAINST_BASE: "与现状延续相比", "against the status quo";
    AGAINST_PLAN: "与规划方案相比", "against the plan";
    IS_THE_STATUS_QUO: "即现状延续本身", "the status quo itself";
    IS_THE_PLAN: "即规划方案本身", "the plan itself";
    NO_VALUE: "无数值", "no value";
    OPEN_NUMBER: "查看这个数是怎么算出来的", "See how this number was computed";
    CUMULATIVE_NOTE: "累计", "cumulative";
    SURPLUS: "结余", "surplus";
    DEFICIT: "赤字", "deficit";
    CHANGE_NONE: "持平", "no change";

    // Levers.
    LEVERS: "可调项", "Levers";
    MAIN_LEVERS: "主要可调项", "Main levers";
    FIND_LEVER: "查找可调项", "Find a lever";
    NO_LEVER_FOUND: "没有名称相符的可调项", "No lever of such a name";
    MORE_LEVERS: "更多可调项", "More levers";
    FEWER_LEVERS: "收起", "Fewer";
    TO_PLAN: "恢复规划值", "Reset to plan";
    TO_STATUS_QUO: "恢复现状值", "Reset to status quo";
    BY_YEAR: "逐年", "By year";
    ABOUT: "说明", "About";
    MEANING: "含义", "Meaning";
    SOURCE: "来源", "Source";
    CONFIDENCE: "把握程度", "Confidence";
    PLAUSIBLE: "可能范围", "Plausible range";
    ALLOWED: "允许范围", "Allowed";
    NO_RANGE: "未给出可能范围", "no plausible range given";
    OWN_VALUE: "已修改", "changed";
    EXAMPLE: "示例", "example";
    EXAMPLE_HOW: "规划未给数额，这里的数值只是一种可能", "The plan gives no amount; this value is one possibility";
    VARIES: "各年不同", "varies by year";
    MONEY_OF_IT: "规划为它安排", "The plan sets aside for it";
    MONEY_GOES: "停建时一并减去", "taken off when it is not built";
    MONEY_GONE: "已随之减去", "taken off with it";
    MONEY_STAYS: "未建，但其中仍可能含有为它安排的资金，请核对该可调项", "not built, but its money may still be in this lever: please check it";
    OUT_OF_RANGE: "超出允许范围", "Outside the allowed range";
    NOT_WHOLE: "请输入整数", "Please type a whole number";
    READING_OUTSIDE: "（超出允许范围的理解未列出）", " (what would be outside the allowed range is left out)";
    HORIZON_IS_BASE: "末年就是基年，没有可推演的年份；可选", "the last year is the base year, so nothing is projected; choose";

    // Year editor.
    YEAR_EDITOR: "各年取值", "Values over the years";
    KIND_CONSTANT: "各年相同", "Same in all years";
    KIND_RAMP: "逐步过渡", "From one to another";
    KIND_POINTS: "逐年设定", "Year by year";
    RAMP_START: "起始值", "Start value";
    RAMP_END: "目标值", "End value";
    RAMP_START_YEAR: "开始年份", "Start year";
    RAMP_END_YEAR: "达到年份", "End year";
    RAMP_SHAPE: "过渡方式", "Way between";
    DRAG_HINT: "可拖动圆点，或用方向键调整", "Drag the dots, or use the arrow keys";

    // Programmes.
    PROJECTS: "建设项目", "Building projects";
    DELIVERABLES: "规划建设任务", "Deliverables";
    AREA_M2: "面积", "Floor area";
    COST_PER_M2: "单方造价", "Cost per m²";
    PER_YEAR: "每年数量", "A year";
    UNIT_COST: "单位成本", "Cost of one";
    NOT_COSTED: "未计成本", "not costed";
    QUANTITY: "数量", "Number";
    NO_PROJECTS: "本方案没有建设项目", "No building projects in this scenario";
    NO_DELIVERABLES: "本方案没有建设任务", "No deliverables in this scenario";
    ADD_PROJECT: "新增项目", "Add a project";
    ADD_STOCK: "新增任务（到期达到的数量）", "Add a deliverable (a number by a year)";
    ADD_ANNUAL: "新增任务（每年的数量）", "Add a deliverable (so many a year)";
    NEW_PROJECT: "新建项目", "New project";
    NEW_DELIVERABLE: "新增任务", "New deliverable";
    OWN_ITEM: "自行添加", "your own";
    EDIT_ITEM: "名称与年份", "Name and years";
    ITEM_NAME: "名称", "Name";
    START_YEAR: "开工年份", "Start of building";
    FINISH_YEAR: "建成年份", "Ready in";
    FROM_YEAR: "开始年份", "First year";
    TO_YEAR: "结束年份", "Last year";
    BY_WHEN: "达到年份", "Reached in";
    BASE_NUMBER: "基年数量", "There already";
    REMOVE_ITEM: "删除", "Remove";
    RESET_ITEM: "恢复规划内容", "Reset to plan";
    USUAL_COST: "按默认单方造价", "Use the usual cost per m²";
    YEARS_TURNED: "开始年份不能晚于结束年份，另一年份为", "The first year can not come after the last; the other year is";
    SET_BOTH: "两项都改为", "Set both to";
    TARGET_BELOW_BASE: "目标数量不能小于已有数量，另一数量为", "The number to reach can not be below what there is; the other number is";
    NAME_EMPTY: "请填写名称", "Please give it a name";
    NAME_TOO_LONG: "名称过长，最多字数", "The name is too long; characters at most";

    LEVELS: "数值", "Levels";
    DIFFERENCES: "差异", "Differences";
    LEVELS_OR_DIFFERENCES: "图表显示", "Charts show";
    LESS_STATUS_QUO: "与现状延续之差", "less the status quo";
    LESS_PLAN: "与规划方案之差", "less the plan";

    // Charts.
    CHARTS: "图表", "Charts";
    CHOOSE_CHARTS: "选择图表（最多四张）", "Choose charts (four at most)";
    AS_TABLE: "表格", "Table";
    AS_CHART: "图形", "Chart";
    YEAR: "年份", "Year";
    GENERAL: "普高", "General";
    VOCATIONAL: "中职", "Vocational";
    TEACHERS_NEEDED: "按标准需要", "Required by the standard";
    TEACHERS_HAVE: "专任教师", "Full-time teachers";
    STANDARD: "标准", "standard";
    SOURCES_LINE: "来源合计", "Total sources";
    USES_LINE: "支出合计", "Total uses";
    EXTRA_SPENDING: "多支出", "Extra spending";
    FROM_THE_BALANCE: "动用结余（负为增加）", "From the balance (negative: added)";
    EXTRA_SPENDING_SAID: "支出", "spending";
    BALANCE_CHANGE: "收支差额", "balance";
    PAYS_TITLE: "多出的钱由谁承担、用在哪里", "Who pays the difference, and for what";
    PAYS_MORE: "逐年查看：按出资方、按用途，当年价或基年价", "Year by year: by payer and by use, in prices of the year or of the base year";
    PAYS_LESS: "收起", "Close";
    PAYS_BY_PAYER: "多支出由谁承担", "Extra spending by payer";
    PAYS_BY_USE: "多支出用在哪里", "Extra spending by use";
    PRICES: "价格", "Prices";
    PRICES_NOMINAL: "当年价", "Prices of each year";
    BALANCE_YEAR: "当年差额", "In the year";
    BALANCE_SUM: "累计差额", "Cumulative";
    EMPTY_CHART: "这些年份没有可显示的数值", "No values to show in these years";
    NO_TARGETS: "本地区没有规划目标", "This area has no plan targets";
    HUNDRED: "目标 = 100%", "target = 100%";
    CHART_KEYS: "左右方向键逐年读数，T 键切换表格", "Arrow keys read the years, T turns the chart into its table";

    // Targets.
    TARGETS: "规划目标", "Targets of the plan";
    SHOW_ALL: "全部", "All";
    SHOW_MISSED: "未达成", "Missed";
    SHOW_MET: "达成", "Met";
    SHOW_ASSUMED: "假定按期完成", "Assumed done";
    TARGET: "目标", "Target";
    DEADLINE: "期限", "Due";
    EVERY_YEAR: "每年", "every year";
    RESULT: "推演值", "Projected";
    NEVER_MET: "推演期内未达到", "not met within the horizon";
    NO_DEADLINE: "未定期限，按推演末年判断", "no deadline; judged in the last year";

    // Warnings.
    WARNINGS: "需要留意", "Worth attention";
    NO_WARNINGS: "没有发现越界的结果。", "Nothing is out of line.";
}

/// What results are held against, beside them.
pub const fn against(layer: voced_scenario::Layer) -> Words {
    match layer {
        voced_scenario::Layer::Base => AGAINST_BASE,
        voced_scenario::Layer::Plan => AGAINST_PLAN,
    }
}

/// Beside a scenario that is what it is held against.
pub const fn itself(layer: voced_scenario::Layer) -> Words {
    match layer {
        voced_scenario::Layer::Base => IS_THE_STATUS_QUO,
        voced_scenario::Layer::Plan => IS_THE_PLAN,
    }
}

/// What a difference from a layer is called.
pub const fn difference_from(layer: voced_scenario::Layer) -> Words {
    match layer {
        voced_scenario::Layer::Base => LESS_STATUS_QUO,
        voced_scenario::Layer::Plan => LESS_PLAN,
    }
}
