//! The words of `uncertainty`, both languages side by side.

phrases! {
    RANGE_LOW: "最低", "Low";
    RANGE_HIGH: "最高", "High";
    LOW_ABOVE: "最低值须不高于取值。现在的取值是", "The low end lies above the value, which is";
    HIGH_BELOW: "最高值须不低于取值。现在的取值是", "The high end lies below the value, which is";
    MOVE_VALUE: "把取值也改为", "Move the value to";
    RANGE_OWN: "由您设定", "set by you";
    RANGE_FROM_DATA: "估计范围", "estimated range";
    CHANCE_HOW: "抽样中达成的比例", "The share of draws that meet it";
    CHANCE: "达成可能性", "Chance";
    LIKELY: "九成", "90%:";
    LIKELY_DIFFERENCE: "差异九成", "difference 90%:";
    LIKELY_HOW: "按可调项的可能范围抽样，其中九成的结果落在此区间（第 5 至第 95 百分位）", "Of draws within the plausible ranges of the levers, nine in ten lie here (5th to 95th percentile)";
    NEVER_IN_DEFICIT: "抽样中无赤字", "no draw in deficit";
    ALWAYS_IN_DEFICIT: "抽样均为赤字", "every draw in deficit";
    DEFICIT_HOW: "推演值按各项现值计算；这里是按可调项的可能范围抽样，当年为赤字的比例", "The number rests on the present values; this is the share of draws within the plausible ranges that end the year in deficit";
    SET_BY_LEVER: "由可调项设定", "set by a lever";
    SURE_TITLE: "结果有多大把握", "How sure are the results?";
    SURE_HOW: "每次抽样为每一项不确定的可调项各取一个值，按三角分布（最低、现值、最高）相互独立地抽取，再把整个模型算一遍。下面是全部抽样的结果。", "Each draw takes a value of every uncertain lever, independently, from a triangular distribution (low, present value, high), and runs the whole model with them. Below is what came of all draws.";
    SURE_UNWEIGHED: "本页把每次抽样同等看待，没有参照实际值；图表和目标上的区间与可能性则已参照实际值。", "On this screen every draw counts the same: none has seen what was observed. The bands and chances on charts and targets have.";
    DRAWS: "抽样次数", "Draws";
    SEED: "随机种子", "Seed";
    SEED_HOW: "同一种子在任何电脑上得到同样的结果", "The same seed gives the same results on every computer";
    UNCERTAIN_INPUTS: "哪些可调项不确定", "What is uncertain";
    UNCERTAIN_NONE: "没有一项可调项给出了可能范围，所以结果看上去是确定的。可在下面为任一可调项设定范围。", "No lever has a plausible range, so the results look certain. Give any lever a range below.";
    ADD_RANGE: "为另一可调项设定范围", "Give another lever a range";
    CHANCES: "各项目标达成的可能性", "Chance of meeting each target";
    RANGE_RESET: "恢复估计范围", "Back to the estimated range";
    GOAL: "要求", "Goal";
    TOTAL: "合计", "Total";
    SHARE_OF_DRAWS: "占抽样次数，%", "share of draws, %";
    ALWAYS_SAME: "不确定的可调项不影响这个结果：每次抽样都相同。", "What is uncertain does not touch this result: it is the same in every draw.";
    BAND_LABEL: "九成区间 / 五成区间", "P5–P95 / P25–P75";
    BAND_LABEL_SEEN: "九成区间 / 五成区间（参照实际值）", "P5–P95 / P25–P75, observed values seen";
    MEDIAN_LABEL: "抽样中位数", "median of draws";
}
