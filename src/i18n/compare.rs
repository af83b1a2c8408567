//! Scenarios beside each other; what links and files bring.

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

    // A link that was opened.
    ARRIVED: "链接中的方案", "The scenario in the link";
    ARRIVED_HOW: "先看发送者改动了什么：与它所依据的方案（规划或现状）相比，下方主要结果也以它为对照。", "First, what its sender changed: against the plan or the status quo that it sets out from. The cards below are compared with the same.";
    ARRIVED_UNDO: "按“撤销”可回到打开链接之前的方案。", "Undo brings back the scenario from before the link.";
    READ_IT: "知道了", "Close this summary";
    NAME: "名称", "Name";
    OWN_AREA_NOTE: "这是自有地区，它的数据随链接而来，未经本页核对。", "This is an area of the sender's own: its data came with the link and was not checked by this page.";
    AGAINST_AREA_PLAN: "与规划方案不同之处", "What differs from the plan";
    AGAINST_AREA_BASE: "与现状延续不同之处", "What differs from the status quo";
    LEVERS_ALIKE: "可调项与之完全相同。", "All levers are the same.";
    IN_LINK: "链接中", "In the link";
    CARRIES: "随链接带来的比较", "It brings a comparison with";
    GO_TO_COMPARISON: "查看比较", "Go to the comparison";
    SHOW_ALL_DIFFERING: "全部列出", "List all";
    RESULTS_DRIFTED: "结果与保存时不同", "The results are not what they were when saved";
    DRIFT_THEN: "保存时", "When saved";
    DRIFT_NOW: "现在", "Now";
    DRIFT_MODEL: "保存时的模型版本", "Model version when saved";

    // Sharing.
    SHARE: "分享", "Share";
    SHARE_TITLE: "分享这个方案", "Share this scenario";
    SHARE_HOW: "链接里就是整个方案和它的比较，不经过任何服务器。收到的人打开后先看到您改动了什么。", "The link itself holds the whole scenario and its comparison; no server is involved. Whoever opens it first sees what you changed.";
    LINK_TEXT: "链接", "Link";
    COPY_LINK: "复制链接", "Copy the link";
    COPIED: "已复制。", "Copied.";
    NOT_COPIED: "浏览器不允许自动复制。内容已选中，请按 Ctrl+C 复制。", "The browser does not let the page copy. The text is selected: press Ctrl+C.";
    CHARACTERS: "个字符", "characters";
    LINK_LONG: "链接较长，有些邮件和聊天软件会把它截断。建议改为发送文件（“我的方案”中可导出）。", "This link is long, and some mail and chat programs cut such links off. Better send a file (My scenarios can export one).";
    LINK_OF_FILE: "本页是从这台电脑上的文件打开的，链接只在这台电脑上有效；发给别人请用网上的页面，或发送文件。", "This page was opened from a file on this computer, so the link works here only. To send it to others use the page on the web, or send a file.";
}
