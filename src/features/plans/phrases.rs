//! The words of `plans`, both languages side by side.

phrases! {
    PLANS_TITLE: "规划原文", "What the plans say";
    PLANS_HOW: "五个规划的每一条：原文、在规划中的性质，以及在这里变成了什么。没有计算的，也写明原因。", "Every statement of the five plans: its words, its kind, and what it became here. What is not computed says why.";
    PLANS_PARTS: "规划原文的三个部分", "Parts of this screen";
    PART_STATEMENTS: "逐条查看", "Statements";
    PART_COVERAGE: "计算了多少", "How much is computed";
    PART_SIDE: "五个规划对照", "Side by side";

    // Filters.
    WHICH_PLAN: "哪个规划", "Which plan";
    ALL_PLANS: "全部规划", "All plans";
    SEARCH: "查找", "Search";
    SEARCH_HINT: "词语、数字或编号", "words, numbers or an id";
    BECAME_WHAT: "变成了什么", "Became";
    KIND: "规划中的性质", "Kind in the plan";
    ANY: "不限", "any";
    TARGETS_MET: "目标达成", "Targets";
    CLEAR: "清除筛选", "Clear";
    MET_PRESENT: "达成与否，按当前方案判断当前地区的目标。", "Met or missed is judged for the present area, in the present scenario.";
    NONE_FOUND: "没有符合条件的条目。", "No statement fits.";

    // A statement.
    STATEMENTS: "条目", "Statements";
    STATEMENT: "条目", "Statement";
    ASKED: "要求", "Asked for";
    NO_DUE: "未定期限", "no deadline";
    IN_PLAN: "性质", "Kind";
    BECAME: "在这里变成", "Became here";
    STATEMENT_ID: "编号", "Id";
    NOTE: "备注", "Note";
    LAST_YEAR: "推演末年", "last projected year";
    ORIGINAL: "原文", "In the plan";
    SPOKEN_OF: "相关规划条目", "Statements of the plan";
    GO_SIDE: "五个规划对照", "Compare the plans";
    OPEN_FIRST: "这一条属于另一个地区的规划，要看它在这里变成了什么，需先打开那个地区。您现在的方案不会丢失，按“撤销”即可返回。", "This statement is of another area's plan; to see what it became, that area has to be opened first. Nothing of your scenario is lost: Undo leads back.";
    OPEN_AND_GO: "打开并前往", "Open and go there";
    STAY: "留在这里", "Stay here";

    // Coverage.
    COVERAGE_HOW: "每条只计一次，按表头从左到右第一个符合的归类。", "Each statement counts once, by the first heading from the left that fits.";
    COMPUTED_SHARE: "已计算", "Computed";
    PLAN_OF: "规划", "Plan of";
    WHY_NOT: "为什么没有计算", "Why some are not computed";

    // Side by side.
    SUBJECT_OF_PLANS: "对照什么", "Compare on";
    SEVERAL_PLANS: "两个以上规划提到", "Spoken of by two plans or more";
    ONE_PLAN: "只有一个规划提到", "Spoken of by one plan";
    NOT_SPOKEN_OF: "没有提到", "does not speak of it";
    VALUE_YEAR: "推演年份", "Year projected";
    BASE_VALUE: "现状延续", "Status quo gives";
    PLAN_VALUE: "按规划推演", "Plan gives";
    UNITS_DIFFER: "各规划的计量单位不同，不能直接相比，因此分开画。", "The plans count in different units; these can not be compared and are drawn apart.";
    SIDE_HOW: "谁要求多少、何时做到。后两列是模型按该地区现状和规划（未作改动）推演的数，不受您当前方案影响；空白表示模型不计算。", "Who asks for how much by when. The last two columns are what the model gives for that area's status quo and plan as they stand, whatever your scenario; blank where it computes nothing.";
    KEY_ASKED: "规划要求", "asked for";
}
