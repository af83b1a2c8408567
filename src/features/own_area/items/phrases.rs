//! The words of the lists of an own area, both languages side by side.

phrases! {
    ITEMS_LEVERS: "规划调整的可调项", "Levers that the plan moves";
    ITEMS_LEVERS_HOW: "规划会改变哪些可调项、改到多少、原文怎么说。没有列出的可调项在规划方案中保持现状。", "Which levers the plan moves, to what, and in which words. What is not listed stays as it is.";
    ITEMS_LEVERS_NONE: "还没有。添加后，“规划方案”才与“现状延续”不同。", "None yet. The plan differs from the status quo once there are some.";
    ITEMS_ADD_LEVER: "添加可调项", "Add a lever";
    ITEMS_PROJECTS_HOW: "规划要建的校舍和实训场所：面积、年份和造价。", "What the plan builds: floor area, years and cost.";
    ITEMS_PROJECTS_NONE: "还没有建设项目。", "No building projects yet.";
    ITEMS_DELIVERABLES_HOW: "规划承诺建成或每年完成的数量，如实训基地、名师工作室、培训期数；目标可以引用它们。", "What the plan promises to have by a year or to do every year, such as training bases or courses; targets can refer to them.";
    ITEMS_DELIVERABLES_NONE: "还没有建设任务。", "No deliverables yet.";
    ITEMS_ADD_DELIVERABLE: "新增任务", "Add a deliverable";
    ITEMS_TARGETS: "规划目标", "Targets of the plan";
    ITEMS_TARGETS_HOW: "规划提出的指标，连同原文。推演后逐条判断是否达成。", "What the plan asks for, in its own words. Each is judged after a projection.";
    ITEMS_TARGETS_NONE: "还没有目标。添加后可以看到每个方案达成了哪些。", "No targets yet. Once there are some, every scenario says which it meets.";
    ITEMS_ADD_TARGET: "添加目标", "Add a target";
    ITEMS_OBSERVED: "实际值", "Observed values";
    ITEMS_OBSERVED_HOW: "已公布的实际数，按年份。它们不改变推演，只用来对照和校准。", "Published figures by year. They change no projection; it is held against them, and can be fitted to them.";
    ITEMS_OBSERVED_NONE: "还没有实际值。至少有一个后才能校准。", "No observed values yet. A fit needs at least one.";
    ITEMS_ADD_OBSERVED: "添加实际值", "Add an observed value";

    ITEMS_EDIT: "修改", "Edit";
    ITEMS_DELETE: "删除", "Delete";
    ITEMS_DONE: "完成", "Done";
    ITEMS_NEW: "新增", "New";
    ITEMS_DELETED: "已删除", "Deleted";
    ITEMS_OPTIONAL: "可不填", "optional";
    ITEMS_CHOOSE: "请选择", "Choose";
    ITEMS_UNNAMED: "未命名", "without a name";

    ITEMS_LEVER: "可调项", "Lever";
    ITEMS_VALUE: "取值", "Value";
    ITEMS_LOW: "可能的最低值", "Lowest thought possible";
    ITEMS_HIGH: "可能的最高值", "Highest thought possible";
    ITEMS_QUOTE_OR_SOURCE: "原文或来源", "Quote or source";
    ITEMS_YEARS_AND_VALUES: "年份和取值", "Years and values";
    ITEMS_YEARS_HOW: "所列年份之间按直线过渡，之前和之后保持不变。", "Straight between the years named, the same before and after.";
    ITEMS_ADD_YEAR: "添加年份", "Add a year";
    ITEMS_IS_BUILT: "按规划建设", "Is built";
    ITEMS_USUAL_COST_HOW: "不填则按本地区的单方造价", "Without one, the area's own cost per m² counts";
    ITEMS_DELIVERABLE_KIND: "怎样计数", "How it counts";
    ITEMS_STOCK: "到期达到的数量", "A number by a year";
    ITEMS_ANNUAL: "每年的数量", "So many a year";
    ITEMS_TO_REACH: "目标数量", "Number to reach";
    ITEMS_NOT_COSTED_HOW: "不填则不计成本", "Without one, it costs nothing";
    ITEMS_METRIC_KIND: "对什么提要求", "What is asked of";
    ITEMS_A_RESULT: "一项结果", "A result";
    ITEMS_A_LEVER: "一个可调项", "A lever";
    ITEMS_A_DELIVERABLE: "一项建设任务", "A deliverable";
    ITEMS_DELIVERABLE: "建设任务", "Deliverable";
    ITEMS_RESULT: "结果指标", "Result";
    ITEMS_DEADLINE_HOW: "不填则看推演末年；长期要求则看每一年", "Without one, the last projected year; a standing rule holds in every year";
    ITEMS_LABEL: "简称", "Short name";
    ITEMS_QUOTE: "规划原文", "Words of the plan";
    ITEMS_DOCUMENT: "出处", "Source";
    ITEMS_CONSTRAINT: "长期要求（每年都须满足）", "Standing rule, to hold in every year";
    ITEMS_IN_LAST_YEAR: "推演末年", "the last year";
    ITEMS_SCOPE_HOW: "统计了哪些学校、哪些人", "Which schools or persons it covers";
    ITEMS_TOLERANCE_HOW: "不填则按把握程度取实际值的2%、5%或10%", "Without one, 2, 5 or 10 percent of the value, by confidence";

    ITEMS_EMPTY: "请填写", "Please fill this in";
    ITEMS_CHOOSE_ONE: "请选择一项", "Please choose one";
    ITEMS_NO_YEAR: "请至少填写一个年份和取值", "Please give at least one year and value";
    ITEMS_RANGE_TURNED: "取值应在最低值和最高值之间", "The value should lie between lowest and highest";
    ITEMS_OBSERVED_TWICE: "已有同一指标、同一年份、同一口径的实际值，请修改那一条", "There is an observed value of the same result, year and scope; change that one";
    ITEMS_ZERO_TOLERANCE: "实际值为0时，请填写大于0的容许误差", "An observed 0 needs a tolerance above 0";
    ITEMS_IN_USE: "下列目标还在引用它，请先修改或删除目标", "A target still refers to it; change or delete the target first";
    ITEMS_NOT_FOUND: "这一条已不在地区数据中", "This one is no longer in the area";
}
