//! The words of `comparison`, both languages side by side.

phrases! {
    COMPARE_TITLE: "方案比较", "Scenarios compared";
    COMPARE_HOW: "二至四个方案并列：结果、图表、不同的可调项。选其中一个作为参照，其余各列与它比较。", "Two to four scenarios side by side: results, charts, and the levers that differ. One of them is the reference that the others are held against.";
    COMPARE_YEARS: "各方案均推演至同一年", "All of them are projected to the same year";

    // Columns.
    ON_THE_PAGE: "当前", "on the page";
    UNNAMED: "未命名方案", "Unnamed scenario";
    REFERENCE: "参照", "Reference";
    MAKE_REFERENCE: "设为参照", "Make it the reference";
    TAKE_COLUMN_AWAY: "移除", "Remove";
    COLUMNS: "并列的方案", "Scenarios side by side";
    ADD_COLUMN: "添加一列", "Add a column";
    ADD_CHOOSE: "请选择……", "Choose…";
    FREEZE: "当前方案的副本（此后不随调整而变）", "A copy of the present one (it no longer follows the levers)";
    DUPLICATE: "副本", "copy";
    KEPT_SCENARIOS: "我保存的方案", "Scenarios I kept";
    OF_THIS_AREA: "本地区", "This area";
    OTHER_AREAS: "其他地区", "Other areas";
    NO_MORE_ROOM: "已有四列；移除一列后可再添加。", "There are four columns; remove one to add another.";

    // Numbers.
    NUMBERS: "结果", "Results";
    ALL_RESULTS: "全部结果", "All results";
    MAIN_RESULTS: "只看主要结果", "Main results only";
    HIGHER: "高于参照", "above the reference";
    LOWER: "低于参照", "below the reference";
    TARGETS_MET_COUNT: "达成的规划目标", "Targets of the plan met";

    // Charts.
    COMPARE_CHARTS: "图表", "Charts";
    MAIN_CHARTS: "四项主要结果", "Four main results";

    // Levers.
    LEVERS_DIFFER: "不同的可调项", "Levers that differ";
    LEVERS_DIFFER_HOW: "只列出不完全相同的各项；与参照不同的值加粗并标“≠”。点名称可去调整当前方案。", "Only what is not the same everywhere; a value other than that of the reference is bold and has a sign before it. Choose a name to go to the lever of the scenario on the page.";
    LEVERS_SAME: "这些方案的可调项完全相同。", "The levers of these scenarios are all the same.";
    LEVERS_OTHER_AREAS: "地区不同时，按所达到的水平比较。", "Between areas, levers are held against each other by the levels they arrive at.";
    DIFFERS: "与参照不同", "differs from the reference";
    NOT_BUILT: "不建", "not built";
    NOT_DONE: "没有", "none";

    // Why.
    WHY_DIFFER: "为什么不同", "Why do they differ?";
    WHY_DIFFER_AND: "与", "and";
    WHY_ONE_AREA: "只能说明同一地区的两个方案为什么不同；其他各列与参照不属于同一地区。", "Only two scenarios of one area can be told apart cause by cause; the other columns are of another area than the reference.";
}
