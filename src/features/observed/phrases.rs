//! The words of `observed`, both languages side by side.

phrases! {
    OBSERVED: "实际值", "Observed";
    OBSERVED_RESULT: "结果指标", "Result";
    OBSERVED_ERROR: "推演减实际", "Projected less observed";
    HAPPENED_TITLE: "计划与实际", "Plan and what happened";
    HAPPENED_HOW: "把已公布的实际值与推演并排列出。实际值本身不改变任何推演结果；各学校的统计口径可能与模型不同，请留意“口径”一栏。", "Published values beside the projection. They change no projection by themselves; what was counted may differ from what the model counts, so mind the scope.";
    HAPPENED_NONE: "本地区的数据里没有已公布的实际值。", "The data of this area hold no published values.";
    IN_SENTENCES: "走到了哪一步", "How far it came";
    OBSERVED_TABLE: "实际值与推演值", "Observed and projected values";
    THIS_SCENARIO: "当前方案", "This scenario";
    PROJECTED_VALUE: "推演值", "Projected";
    SCOPE: "口径", "Scope";
    WITHIN: "在容许误差之内", "within the tolerance";
    BEYOND: "超出容许误差", "beyond the tolerance";
    BEFORE_THE_BASE_YEAR: "这一年在基年之前，属于历史，不参与推演", "This was before the base year: history, which is not projected";
    AFTER_THE_HORIZON: "这一年在推演末年之后，没有推演值可比", "This is after the last projected year: there is nothing to hold it against";
    OBSERVED_TOLERANCE: "容许误差", "Tolerance";
    FIT_TITLE: "用实际值校准假设", "Fit assumptions to what was observed";
    FIT_HOW: "选出允许移动的可调项（先列出最影响实际值的几项）。模型寻找离实际值最近、同时尽量少动的取值；数据说明不了的可调项会留在原处。未经您采用，什么都不会改变。", "Choose the levers that may move (those that move the observed values most come first). The model looks for the values that come nearest to what was observed and move least; what the data cannot tell stays where it was. Nothing changes until you take it over.";
    FIT_LEVERS: "允许移动的可调项", "Levers that may move";
    FIT_NOTHING: "没有一项设有可能范围的可调项会影响这些实际值；可从列表中选择。", "No lever with a plausible range moves these values; choose from the list.";
    FIT_NOW: "校准", "Fit";
    FIT_AGAIN: "方案已经改动，这是改动前的校准。", "The scenario has changed since; this fit is of the one before.";
    FIT_TAKEN: "已采用校准后的取值，成为方案的一步。", "The fitted values have been taken over, as one step of the scenario.";
    FIT_TAKE: "采用校准后的取值", "Take the fitted values over";
    FIT_MISS: "与实际值的平均偏差（容许误差的倍数）", "Average miss of the observed values, in tolerances";
    FIT_BEFORE: "校准前", "Before";
    FIT_AFTER: "校准后", "After";
    FIT_LEFT_OUT: "不用该值校准时", "Fitted without it";
    FIT_LEFT_OUT_HOW: "最后一列：逐一去掉每个实际值再校准，看没有见过它的校准会差多少", "Last column: each value left out in turn, and how far off a fit is that has not seen it";
    FIT_TOLD: "数据能说明多少", "What the data tell";
    FIT_UNTOLD: "数据几乎说明不了，留在原处", "the data say next to nothing: it stays";
    FIT_AT_BOUND: "已到允许范围的边界，还想继续移动", "at the end of its range; the fit would go further";
    FIT_NARROWS: "不确定性缩小", "uncertainty narrowed by";
    FIT_ERRORS: "推演减实际", "Projected less observed";
    FIT_NO_BETTER: "这些可调项不能让推演更接近实际。", "These levers bring the projection no nearer to what was observed.";
    CONDITIONED: "区间参照实际值", "Bands that use observed values";
    CONDITIONED_HOW: "越接近实际值的抽样，权重越大；推演值本身不变", "The closer a draw comes to what was observed, the more it counts; the projection itself does not change";
    CONDITIONED_EFFECTIVE: "有效抽样次数", "Effective draws";
    CONDITIONED_NOT: "实际值与各项假设不符，显示的仍是未加权的区间", "What was observed and the assumptions do not agree: the bands are still the plain ones";
}
