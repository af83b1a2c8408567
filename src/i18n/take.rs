//! What can be taken away: files, the screen, the brief.

phrases! {
    TAKE_TITLE: "简报与导出", "To take away";

    // Saving.
    SAVE_AS: "保存为", "Save as";
    SAVE_SHORT: "保存", "Save";
    SAVE_PNG: "图片（PNG，可印刷）", "Picture (PNG, for print)";
    SAVE_SVG: "矢量图（SVG）", "Drawing (SVG)";
    SAVE_CSV: "数据表（CSV）", "Table (CSV)";
    CSV: "CSV", "CSV";
    CSV_OF: "保存为 CSV 表格", "save as CSV";
    SAVED: "已保存", "Saved";
    NOT_SAVED: "浏览器未能保存文件。", "The browser did not save the file.";

    // Heads of tables.
    UNIT: "单位", "Unit";
    DIFFERENCE: "差额", "Difference";
    NUMBER: "编号", "Id";
    JUDGED_IN: "判断年份", "Judged in";
    GAP: "差距", "Gap";
    FIRST_MET: "首次达成", "First met";
    QUOTE: "原文", "Quote";
    DETAIL: "情况", "What is found";
    ADVICE: "建议", "What would help";
    YES: "是", "yes";
    BIN_FROM: "从", "From";
    BIN_TO: "到", "To";
    CAUSE_ADDS: "贡献", "Adds";
    CAUSE_LOW: "误差下限", "Lower end of the error";
    CAUSE_HIGH: "误差上限", "Upper end of the error";

    // Origin.
    MODEL: "模型", "model";
    PROJECTED: "数据为模型推演结果，不是统计数据", "projected by the model, not statistics";

    // The screen.
    TAKE_HOW: "以下文件都在您的电脑上由本页面生成，不经过网络。", "All files are made by this page on your own computer; nothing is sent anywhere.";
    TAKE_BOOK: "Excel 工作簿", "Excel workbook";
    TAKE_BOOK_HOW: "用 Excel 或 WPS 打开。每个结果都是公式：改动黄色单元格，全部结果和图表随之重算。含目标判断、计算过程和数据来源。适合需要复核或继续测算的同事。", "Opens in Excel and WPS. Every result is a formula: change a yellow cell, and all results and charts follow. With targets, workings and sources. For colleagues who check the figures or carry on with them.";
    TAKE_BOOK_SAVE: "保存 Excel 工作簿", "Save the Excel workbook";
    TAKE_BOOK_NAME: "推演工作簿", "workbook";
    TAKE_BOOK_WAIT: "正在生成……", "Making it…";
    TAKE_TABLES: "数据表", "Tables";
    TAKE_TABLES_HOW: "CSV 文件，Excel、WPS 和统计软件都能打开。数字不带万、亿，单位在表头或单位列。", "CSV files for Excel, WPS and statistics programs. Numbers are plain; units are in the heading or in a column.";
    TAKE_RESULTS_SAVE: "全部结果，逐年", "All results, year by year";
    TAKE_CHARTS: "图表", "Charts";
    TAKE_CHARTS_HOW: "白底，带标题、单位和来源说明。PNG 可直接插入文档，按 A4 宽度 300 点/英寸；SVG 为矢量图，放大不失真。", "On white, with title, units and origin. PNG goes straight into a document, at 300 dots an inch over the width of A4; SVG stays sharp at any size.";
    TAKE_BRIEF: "两页简报", "Two-page brief";
    TAKE_BRIEF_HOW: "A4 两页，供领导阅示或会议使用：问题、主要结果、三张图、目标完成情况、主要假设和把握程度。可打印，也可在打印窗口选择“另存为 PDF”。", "Two pages of A4 for a decision or a meeting: the question, the main results, three charts, the targets, what was assumed and how sure it is. Print it, or choose “Save as PDF” in the print window.";
    TAKE_BRIEF_SHOW: "预览简报", "Preview the brief";
    TAKE_BRIEF_HIDE: "收起简报", "Close the brief";
    TAKE_BRIEF_PRINT: "打印或存为 PDF", "Print or save as PDF";
    TAKE_BRIEF_WAIT: "正在计算把握程度，稍候即可打印。", "How sure it is is still being computed; printing is possible in a moment.";
    TAKE_FILE: "方案文件", "Scenario file";
    TAKE_FILE_HOW: "保存当前方案的全部改动（JSON 文件）。可存档，可交给同事在本页面打开，命令行工具也能读取。", "All changes of the present scenario (a JSON file). Keep it, hand it to a colleague to open in this page, or use it with the command line tool.";
    TAKE_FILE_SAVE: "保存方案文件", "Save the scenario file";
    OFFLINE_TITLE: "没有网络时使用", "Without a network";
    OFFLINE_HOW: "下载离线文件：整个页面在一个文件里，双击即可打开，可拷到优盘或发给同事。也可让本机浏览器存下本页，断网时从原来的地址照常打开；之后还可用浏览器的“安装”把它变成一个独立程序。", "Download the offline file: the whole page in one file that a double click opens, to be put on a stick or sent to a colleague. Or have this browser keep the page, which then opens at its address without a network; the browser's own “Install” makes it a program of its own.";
    OFFLINE_FILE: "下载离线文件", "Download the offline file";
    OFFLINE_FILE_NAME: "职教推演.html", "Vocational What-if.html";
    OFFLINE_KEEP: "在本机浏览器中存下本页", "Keep the page in this browser";
    OFFLINE_FORGET: "不再存留", "Keep it no longer";
    OFFLINE_RENEW: "启用新版本", "Use the newer page";
    OFFLINE_COMING: "正在存下各个文件……", "The files are being kept…";
    OFFLINE_KEPT: "已存在本机浏览器中，没有网络也能打开。", "Kept in this browser; it opens without a network.";
    OFFLINE_LASTS: "浏览器已答应长期保留。", "The browser has agreed to keep it for good.";
    OFFLINE_MAY_GO: "浏览器没有答应长期保留，空间不足时可能清除；浏览器若询问是否允许长期保留，请选“允许”。", "The browser has not agreed to keep it for good and may remove it when space runs short; if it asks whether to keep it, choose “Allow”.";
    OFFLINE_IMPOSSIBLE: "浏览器不能从这个地址存下本页（需要 https 地址）；请改用离线文件。", "The browser can not keep the page from this address (it takes one with https); use the offline file instead.";
    OFFLINE_FAILED: "没有存成：有文件未取到，或浏览器不允许。可以再试一次。", "It was not kept: a file did not arrive, or the browser does not allow it. Try again.";
    OFFLINE_IS_FILE: "您现在打开的就是离线文件：拷到优盘或发给同事，双击即可使用。", "This is the offline file: put it on a stick or send it to a colleague; a double click opens it.";
    NEWER_PAGE: "本页有了新版本。在“简报与导出”中启用，或关闭本页的所有窗口后重新打开。", "There is a newer version of this page. Begin to use it under “Take away”, or close all windows of the page and open it again.";
    TAKE_FAILED: "未能生成文件：", "The file could not be made: ";

    // The brief.
    BRIEF: "推演简报", "What-if brief";
    BRIEF_PAGES: "简报预览（两页）", "Preview of the brief (two pages)";
    BRIEF_QUESTION: "问题", "The question";
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
    BRIEF_NO_TARGETS: "本地区没有规划目标。", "This area has no plan targets.";
    BRIEF_NO_RANGES: "没有可调项给出可能范围，未计算把握程度。", "No lever has a plausible range, so how sure it is was not computed.";
    BRIEF_SURE_HOW: "把各项不确定的可调项在其可能范围内抽样一千次、逐次推演得出；区间内含九成结果。", "From a thousand runs with every uncertain lever drawn from its plausible range; nine results in ten lie within.";
    BRIEF_ESTIMATES: "许多基年数值为估计，应先核实把握较低的数。", "Many base values are estimates: check those of low confidence first.";
    BRIEF_LINK_LONG: "链接较长，此处只印首尾；在电子版中点击可打开完整方案。", "The link is long, so only its ends are printed; in the electronic copy a click opens the whole scenario.";
    BRIEF_LINK_FILE: "方案带有自有数据，链接过长，无法印出；请在电子版中点击，或在页面“简报与导出”中保存方案文件。", "The scenario holds data of its own, so its link is too long to print: click it in the electronic copy, or save the scenario file on the page.";
    BRIEF_FOOT: "本简报由模型推演得出，供研究参考，不是统计数据，也不是正式规划。", "Projected by a model for study; neither statistics nor an official plan.";
}
