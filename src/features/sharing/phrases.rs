//! The words of `sharing`, both languages side by side.

phrases! {
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
    LINK_LONG: "链接较长，有些邮件和聊天软件会把它截断。建议改为发送文件，收到的人在“我的方案”中导入。", "This link is long, and some mail and chat programs cut such links off. Better send a file, which is opened under My scenarios.";
    LINK_AS_FILE: "保存为文件", "Save as a file";
    LINK_OF_FILE: "本页是从这台电脑上的文件打开的，链接只在这台电脑上有效；发给别人请用网上的页面，或发送文件。", "This page was opened from a file on this computer, so the link works here only. To send it to others use the page on the web, or send a file.";
}
