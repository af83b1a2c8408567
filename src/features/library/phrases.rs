//! The words of `library`, both languages side by side.

phrases! {
    KEEP_TITLE: "我的方案", "My scenarios";
    KEEP_HOW: "方案存在本机的浏览器里，不会发送到任何地方。当前方案随时自动保存；要留住一个方案、以后再用，请给它一个名称。重要的方案请导出为文件备份。", "Scenarios are kept in this browser, on this computer; nothing is sent anywhere. The present scenario is saved all the time. To keep one for later, give it a name. Export what matters as a file.";

    // The present scenario.
    PRESENT: "当前方案", "Present scenario";
    PRESENT_UNKEPT: "尚未命名保存", "not saved";
    PRESENT_KEPT: "已存为", "kept as";
    PRESENT_CHANGED: "保存后有改动", "changed since kept";
    SCENARIO_NAME: "方案名称", "Name of the scenario";
    KEEP_AS: "存为方案", "Keep";
    KEEP_AS_ANOTHER: "另存为新方案", "Keep as another";
    UPDATE_KEPT: "更新", "Update";

    // The list.
    KEPT_LIST: "已存方案", "Kept scenarios";
    KEPT_NONE: "还没有命名保存的方案。", "No scenario is kept under a name yet.";
    NEWEST_FIRST: "最近的在前", "Newest first";
    OLDEST_FIRST: "最早的在前", "Oldest first";
    SORTED_BY: "排列", "Order";
    IS_PRESENT: "当前", "present";
    SAVED_AT: "保存于", "Kept";
    PROJECTED_TO: "推演至", "to";
    CHANGED_NONE: "没有改动", "nothing changed";
    CHANGED_ITEMS: "项改动", "changed";
    AGAINST_THE_PLAN: "与规划相比", "Against the plan";
    SAME_AS_PLAN: "主要结果与规划方案相同", "Main results as in the plan";
    DRIFTED: "现在算出的结果与保存时不同", "The results are no longer those it was kept with";
    OPEN_KEPT: "打开", "Open";
    UPDATE_WITH_PRESENT: "用当前方案更新", "Update with the present";
    RENAME: "改名", "Rename";
    RENAME_DONE: "确定", "Done";
    NEW_NAME: "新名称", "New name";
    COPY_KEPT: "复制", "Copy";
    EXPORT_KEPT: "导出", "Export";
    DELETE_KEPT: "删除", "Delete";
    NOT_STORED: "未保存：浏览器的存储已满或被禁用，关闭页面后会丢失。请导出为文件，或复制网址保存。", "Not saved: the browser’s storage is full or blocked, and this is lost when the page is closed. Export it as a file, or copy the address.";
    RETRY: "再试一次保存", "Try to save again";

    // What was done.
    DID_KEEP: "已保存", "Kept";
    DID_NOT_KEEP: "浏览器未能保存", "The browser could not save";
    DID_UPDATE: "已更新", "Updated";
    DID_RENAME: "已改名为", "Renamed to";
    DID_COPY: "已复制为", "Copied as";
    DID_DELETE: "已删除", "Deleted";
    DID_OPEN: "已打开。之前的方案在上一步，可以撤销", "Opened. What was there before is one step back";
    DID_IMPORT: "已导入", "Imported";
    DID_MARK: "已加书签", "Bookmarked";
    DID_UNMARK: "已去掉书签", "Bookmark removed";
    DID_DOUBLE: "这个方案同时在另一个标签页中改过。两份都已保留，您的这一份存为", "This scenario was changed in another tab as well. Both are kept; yours is now";
    DID_UNDO: "已恢复", "Brought back";
    UNDO_DEED: "撤销", "Undo";
    DID_MAKE_AREA: "已建立地区", "Area made:";
    DID_EDIT_AREA: "已修改地区", "Area changed:";
    DID_DELETE_AREA: "已删除地区", "Area deleted:";
    UNDO_EDIT: "修改", "change of";
    UNDO_UPDATE: "更新", "update of";
    UNDO_RENAME: "改名", "renaming of";
    UNDO_DELETE: "删除", "deletion of";
    UNDO_UNMARK: "去掉书签", "removal of the bookmark";

    // Files.
    FILES: "文件", "Files";
    IMPORT: "导入文件", "Import files";
    IMPORT_HOW: "选择一个或多个方案文件（.json），也可把文件拖到本页任意位置。", "Choose one or more scenario files (.json), or drop them anywhere on this page.";
    EXPORT_ALL: "导出全部", "Export all";
    EXPORT_PRESENT: "导出当前方案", "Export the present one";
    EXPORT_FAILED: "浏览器未能保存文件。", "The browser could not save the file.";
    ALL_FILE: "我的方案", "my scenarios";
    DROP_HERE: "松开即可导入", "Drop to import";
    FILE_READ: "个方案已导入", "scenarios imported";
    FILE_FAULTY: "未导入", "nothing imported";
    FILE_FAULTY_PART: "有错误的部分未导入", "what is faulty was left out";
    FILE_UNREADABLE: "无法读取这个文件（可能太大，最多 16 MB）", "This file cannot be read (it may be too large; 16 MB at most)";
    FILE_FAULTS: "处错误", "faults";

    // Steps.
    STEPS: "操作历史", "History";
    STEPS_HOW: "每一步都可以点开回到那时的方案，之后的步骤仍可重做。给重要的一步加书签，以后随时找回。", "Go back to any step; later ones can be done again. Bookmark a stage that matters to find it again at any time.";
    STEP_FIRST: "开始", "Start";
    STEP_NOW: "现在", "now";
    STEP_UNDONE: "已撤销，可重做", "undone, can be done again";
    STEP_CHANGES: "项改动", "changes";
    STEP_TO_PLAN: "恢复规划值", "reset to plan";
    STEP_TO_BASE: "恢复现状值", "reset to status quo";
    STEP_ALL_RESET: "全部恢复", "Reset all";
    STEP_OTHER_AREA: "换地区", "Another area";
    STEP_HORIZON: "推演至", "Project to";
    STEP_SEED: "随机种子", "Seed";
    STEP_NAME: "名称", "Name";
    STEP_RANGE: "的可能范围", ", plausible range";
    STEP_YEARS: "的逐年取值", ", values over the years";
    STEP_BUILT: "建设", "Build";
    STEP_NOT_BUILT: "不建设", "Do not build";
    STEP_ADDED: "新增", "Add";
    STEP_REMOVED: "删除", "Remove";
    STEP_ADJUSTED: "有调整", "adjusted";
    STEP_RESTORED: "恢复原样", "as it was";
    STEP_SAME: "没有改动", "No change";
    BOOKMARKS_ELSEWHERE: "历史之外的书签", "Bookmarks outside this history";
    BOOKMARK: "给当前一步加书签", "Bookmark this stage";
    BOOKMARK_RENAME: "改书签名", "Rename the bookmark";
    BOOKMARK_NAME: "书签名称", "Name of the bookmark";
    BOOKMARK_REMOVE: "去掉书签", "Remove the bookmark";
    BOOKMARKED: "书签", "Bookmark";

    // What cannot be read.
    UNREAD: "无法读取的内容", "What cannot be read";
    UNREAD_HOW: "浏览器里有下列内容无法读取。它们原样保留，没有删除：可复制或下载，交给维护人员查看。", "The following was found in the browser and cannot be read. It is kept as it is: copy or download it for someone who can look into it.";
    UNREAD_TEXT: "原文", "Text";
    DOWNLOAD: "下载原文", "Download the text";
    FORGET: "永久删除", "Delete for good";
    FORGET_SURE: "确认永久删除", "Yes, delete it for good";
    UNREAD_FILE: "无法读取的方案", "unreadable scenario";
}
