//! The words of `attribution`, both languages side by side.

phrases! {
    WHY_TITLE: "是什么改变了结果", "What moved the result?";
    WHY_HOW: "把两个方案之间每一处不同的贡献分开（沙普利值）：按所有先后次序平均，各项相加正好等于总差额。", "What each difference between two scenarios contributes (Shapley values): the mean over every order in which they could have come about. The parts add up exactly.";
    WHY_SAMPLED: "不同之处较多，先后次序为抽样，横线为九成把握的误差。", "There are many differences, so the orders are a sample; lines show the error, nine times in ten.";
    BETWEEN: "比较", "Between";
    MY_SCENARIO: "我的方案", "My scenario";
    NOTHING_DIFFERS: "两个方案在这个结果上没有不同", "The two scenarios do not differ in this result";
    NOT_CHANGED_YET: "您还没有改动任何可调项；移动左边的滑块后，这里会说明原因。", "You have not changed any lever yet. Move one on the left and this says why the result moved.";
    IN_WORDS: "用文字说", "In words";
    BAR_OPEN: "点一项看它怎样起作用", "Choose a bar to see how it works";
    ADDS: "贡献", "Adds";
    ENTERS: "直接进入这些结果的公式", "It enters the formulas of";
    GO_TO_LEVER: "去调整", "Go to the lever";
}
