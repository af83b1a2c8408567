//! The words of `about`, both languages side by side.

phrases! {
    ABOUT_TITLE: "关于本页", "About this page";
    ABOUT_IS: "它是什么", "What it is";
    ABOUT_IS_HOW: "一个政策推演工具：按公开写明的公式，从一个地区的现状和规划出发，推算可调项变动之后学生、教师、校舍和经费会怎样，并说明每个数怎样算出、有多大把握。全部计算在您的浏览器中完成，不发送任何内容。", "A what-if tool for policy: from an area's present state and its plan it computes, by formulas that are open to see, what becomes of students, teachers, buildings and money when levers move, and says how each number came about and how sure it is. All of it is computed in your browser; nothing is sent.";
    ABOUT_IS_NOT: "它不是什么", "What it is not";
    ABOUT_IS_NOT_HOW: "它不是预测，也不是任何部门的正式数据或意见：结果取决于所设条件，不能代替统计、预算和审批。许多基年数值是估计；标有“示例”的数值是规划没有给出数额、为说明作用而设定的。用于决策之前，请先核对最要紧的几个可调项。", "It is no forecast, and no official figure or view of any authority: results hold under what is supposed, and do not take the place of statistics, budgets or approvals. Many base-year values are estimates; values marked as examples stand where a plan gives no amount, to show what the measure does. Before a decision rests on them, check the levers that matter most.";
    ABOUT_VERSION: "版本", "Version";
    ABOUT_PAGE_VERSION: "页面版本", "Page";
    ABOUT_SOURCES: "数据来源", "Sources";
    ABOUT_SOURCES_HOW: "各地区的规划文件如下；其余数值出自公开统计、由它们推算或为估计，每一项的来源在其“说明”（ⓘ）中写明，规划原文可在“规划原文”中逐条查阅。", "The plans of the areas are these. Other values are published statistics, derived from them, or estimates; each lever says where its value comes from (ⓘ), and the plans can be read statement by statement under “The plans”.";
    ABOUT_CITE: "怎样引用", "How to cite";
    ABOUT_CITE_HOW: "引用结果时，请写明地区、方案、年份和版本，并附上方案的链接或文件，以便他人重新算出同样的数。", "When you cite a result, name area, scenario, year and version, and add the scenario's link or file, so that others can compute the same numbers.";
    ABOUT_CITATION: "引文格式", "Citation";
    ABOUT_FAULT: "怎样反映问题", "How to report a fault";
    ABOUT_FAULT_HOW: "请告诉提供本页的单位或把文件交给您的人：做了什么、看到什么、应当是什么，并附上方案的链接或文件、版本和浏览器名称。怀疑某个数值有误时，请写明它的名称和您所依据的来源。", "Tell whoever runs this page or passed you the file: what you did, what you saw and what you expected, with the scenario's link or file, the version, and the name of your browser. Where you doubt a value, name it and the source you go by.";
}
