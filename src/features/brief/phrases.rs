//! The words of `brief`, both languages side by side.

phrases! {
    BRIEF: "推演简报", "What-if brief";
    BRIEF_PAGES: "简报预览（两页）", "Preview of the brief (two pages)";
    BRIEF_QUESTION: "问题", "The question";
    BRIEF_ANSWER: "结论", "The answer";
    BRIEF_CHOOSE: "选择简报中的图表", "Charts in the brief";
    BRIEF_CHOOSE_HOW: "最多三张；不选时用图表页上的，涉及资金时含“资金由谁承担”", "Three at most; with none chosen those of the first screen, with “Who pays” where money is at stake";
    BRIEF_RESULTS: "主要结果", "Main results";
    BRIEF_CHARTS: "变化过程", "How it develops";
    BRIEF_TARGETS: "规划目标完成情况", "Targets of the plan";
    BRIEF_CHANGES: "本方案的改动", "What this scenario changes";
    BRIEF_ASSUMED: "主要假设", "Main assumptions";
    BRIEF_SURE: "有多大把握", "How sure it is";
    BRIEF_WARNINGS: "需要留意", "Worth attention";
    BRIEF_LINK: "在线查看与复核", "To see and check it";
    BRIEF_INDICATOR: "指标", "Result";
    BRIEF_VALUE: "推演值", "Projected";
    BRIEF_LIKELY: "九成可能区间", "9 in 10 within";
    BRIEF_CHANCE: "可能性", "Chance";
    BRIEF_ASSUMPTION: "假设", "Assumption";
    BRIEF_TAKEN: "取值", "Value";
    BRIEF_SOURCE: "来源与把握", "Source and confidence";
    BRIEF_OF_PLAN: "（征求意见稿）", " (draft for comments)";
    BRIEF_YEARS: "推演期", "Years";
    BRIEF_DOCUMENT: "规划文件", "Plan";
    BRIEF_ESTIMATE: "估计", "estimate";
    BRIEF_RANGE: "可能范围", "Range";
    BRIEF_NO_WARNINGS: "没有发现越界的结果。", "Nothing is out of line.";
    BRIEF_NO_CHANGES: "未改动任何可调项。", "No lever was changed.";
    ASSUMED_SHORT: "假定", "assumed";
    BRIEF_NO_TARGETS: "本地区没有规划目标。", "This area has no plan targets.";
    BRIEF_NO_RANGES: "没有可调项给出可能范围，未计算把握程度。", "No lever has a plausible range, so how sure it is was not computed.";
    BRIEF_SURE_HOW: "把各项不确定的可调项在其可能范围内多次抽样、逐次推演得出；区间内含九成结果。", "From many runs with every uncertain lever drawn from its plausible range; nine results in ten lie within.";
    BRIEF_ESTIMATES: "许多基年数值为估计，应先核实把握较低的数。", "Many base values are estimates: check those of low confidence first.";
    BRIEF_LINK_LONG: "链接较长，此处只印首尾；在电子版中点击可打开完整方案。", "The link is long, so only its ends are printed; in the electronic copy a click opens the whole scenario.";
    BRIEF_LINK_FILE: "方案带有自有数据，链接过长，无法印出；请在电子版中点击，或在页面“简报与导出”中保存方案文件。", "The scenario holds data of its own, so its link is too long to print: click it in the electronic copy, or save the scenario file on the page.";
    BRIEF_FOOT: "本简报由模型推演得出，供研究参考，不是统计数据，也不是正式规划。", "Projected by a model for study; neither statistics nor an official plan.";
}
