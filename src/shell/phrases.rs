//! The words of `shell`, both languages side by side.

phrases! {
    // The frame.
    TITLE: "职教推演", "Vocational What-if";
    SUBTITLE: "职业教育政策模拟", "policy simulator for vocational education";
    SKIP: "跳到结果", "Skip to results";
    AREA: "地区", "Area";
    LAYER: "方案", "Scenario";
    COMPARE_WITH: "对照", "Compared with";
    COMPARE_CAPTION: "对照", "vs";
    HORIZON: "推演至", "Project to";
    HORIZON_CAPTION: "推演至", "until";
    MORE: "更多：语言、外观、说明", "More: language, appearance, about";
    LANGUAGE: "语言", "Language";
    THEME: "外观", "Appearance";
    THEME_SYSTEM: "跟随系统", "System";
    THEME_LIGHT: "浅色", "Light";
    THEME_DARK: "深色", "Dark";
    UNDO: "撤销", "Undo";
    REDO: "重做", "Redo";
    RESET_ALL: "全部恢复", "Reset all";
    CLOSE: "关闭", "Close";
    BACK: "返回", "Back";
    STATUS_QUO: "现状", "Status quo";
    PLAN: "规划", "Plan";
    NATIONAL_NOTE: "全国数据用于检验模型，没有规划。", "National totals, kept to test the model; there is no plan.";
    DRAFT: "征求意见稿", "draft for comments";
    CHANGED_COUNT: "项已由您修改", "changed by you";

    // Notices.
    DATA_BROKEN: "页面自带的数据有误，无法启动", "The page's own data is faulty, so it cannot start";
    NOT_TAKEN_OVER: "这一改动未被采用", "This change was not taken over";
    LINK_CUT: "链接被截断，缺少后面的部分，未能打开。请对方改发方案文件，或重新完整复制链接。当前方案没有改变，链接内容保留在下方。", "The link is cut: its end is missing, so it could not be opened. Ask for the scenario's file instead, or copy the whole link again. Nothing was changed; the link is kept below.";
    LINK_DAMAGED: "链接的内容在传递中被改动，未能打开。请对方改发方案文件，或重新复制链接。当前方案没有改变，链接内容保留在下方。", "The link was changed on its way and could not be opened. Ask for the scenario's file instead, or copy the link again. Nothing was changed; the link is kept below.";
    LINK_NEWER: "链接由更新版本的页面生成，本页面无法打开。当前方案没有改变，链接内容保留在下方。", "The link was made by a newer version of this page and cannot be opened here. Nothing was changed; the link is kept below.";
    LINK_FAULTY: "链接中的方案有误，未能打开。当前方案没有改变，链接内容保留在下方。", "The scenario in the link has faults and could not be opened. Nothing was changed; the link is kept below.";
    STORE_FAULTY: "上次保存的方案无法读取，已从规划方案开始。原内容保留在下方。", "The scenario saved last time cannot be read, so the page starts from the plan. What was saved is kept below.";
    STORE_UNREADABLE: "浏览器不允许读取本地存储，上次的方案无法恢复。", "The browser does not allow reading its storage, so the last scenario cannot be restored.";
    STORE_FULL: "浏览器未能保存本方案（存储已满或被禁用）。网址中仍带有完整方案，可复制网址保存。", "The browser could not save this scenario (storage is full or blocked). The address still holds all of it: copy the address to keep it.";
    KEPT: "保留的内容", "What was kept";
    COPY_HINT: "可复制保存", "Copy it to keep it";
    NOTICES: "提示", "Notices";
}
