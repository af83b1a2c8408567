//! The words of `export`, both languages side by side.

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
    TAKE_FAILED: "未能生成文件：", "The file could not be made: ";
}
