//! How sure, what matters, why, what it would take.

phrases! {
    // Asking.
    SCREENS: "查看", "Show";
    SHOW_BANDS: "显示不确定范围", "Show how sure";
    COMPUTING: "正在计算……", "Computing…";
    ASK_FAILED: "后台计算没有完成。", "The computation in the background did not finish.";
    ASK_AGAIN: "再试一次", "Try again";
    ASK_REFUSED: "无法回答：", "No answer: ";
    CANCEL: "取消", "Cancel";
    SUBJECT: "关心的结果", "Result in question";
    FIND_RESULT: "查找结果", "Find a result";
    RESULTS_FOUND: "项符合", "found";

    // How sure.
    RANGE_LOW: "最低", "Low";
    RANGE_HIGH: "最高", "High";
    LOW_ABOVE: "最低值须不高于取值。现在的取值是", "The low end lies above the value, which is";
    HIGH_BELOW: "最高值须不低于取值。现在的取值是", "The high end lies below the value, which is";
    MOVE_VALUE: "把取值也改为", "Move the value to";
    RANGE_OWN: "由您设定", "set by you";
    RANGE_FROM_DATA: "估计范围", "estimated range";
    CHANCE_HOW: "一千次抽样中达成的比例", "The share of a thousand draws that meet it";
    CHANCE: "达成可能性", "Chance";
    LIKELY: "九成可能在", "9 in 10:";
    LIKELY_HOW: "按可调项的可能范围抽样一千次，其中九成的结果落在此区间（第 5 至第 95 百分位）", "Of a thousand draws within the plausible ranges of the levers, nine in ten lie here (5th to 95th percentile)";
    IN_DEFICIT: "为赤字", "deficit";
    IN_SURPLUS: "有结余", "surplus";
    BELOW_ZERO: "低于零", "below zero";
    ABOVE_ZERO: "高于零", "above zero";
    CONTRARY_HOW: "推演值按各项现值计算；按可调项的可能范围抽样，多数抽样的结果在零的另一侧", "The number rests on the present values; of the draws within the plausible ranges most lie on the other side of zero";
    SURE_TITLE: "结果有多大把握", "How sure are the results?";
    SURE_HOW: "每次抽样为每一项不确定的可调项各取一个值，按三角分布（最低、现值、最高）相互独立地抽取，再把整个模型算一遍。下面是全部抽样的结果。", "Each draw takes a value of every uncertain lever, independently, from a triangular distribution (low, present value, high), and runs the whole model with them. Below is what came of all draws.";
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
    MEDIAN_LABEL: "抽样中位数", "median of draws";
    // What matters.
    MATTERS_TITLE: "哪些假设最要紧", "Which assumptions matter most?";
    MATTERS_HOW: "每次只让一项不确定的可调项取最低或最高值，其余不变，看结果移动多少。移动越大，越值得先去核实。", "One uncertain lever at a time is put at its low and at its high end, all others as they are. The further the result moves, the sooner that number should be checked.";
    AT_LOW: "取最低值时", "at its low end";
    AT_HIGH: "取最高值时", "at its high end";
    NOTHING_MATTERS: "没有一项不确定的可调项会改变这个结果", "No uncertain lever moves this result";
    UNMOVED: "项不确定的可调项对它没有影响", "uncertain levers do not move it";
    INDICES: "方差贡献", "Part of the variance";
    INDEX_FIRST: "单独", "alone";
    INDEX_TOTAL: "含交互", "with others";
    INDICES_HOW: "Sobol 指数：一阶（Saltelli 等，2010）为该可调项单独造成的方差比例，总效应（Jansen，1999）还包括它与其他可调项共同造成的部分；横线为九成把握的误差。", "Sobol indices: first order (Saltelli and others, 2010) is the part of the variance that the lever makes alone; total (Jansen, 1999) adds what it makes together with others. Lines show the error, nine times in ten.";
    INDEX_NOISE: "“单独”高于“含交互”，这在理论上不可能，是抽样误差", "“alone” above “with others” cannot be: it is noise of the sample";
    COMPUTE_INDICES: "计算方差贡献", "Compute parts of the variance";
    HIDE_INDICES: "收起方差贡献", "Hide parts of the variance";
    MAP_TITLE: "两个可调项一起看", "Two levers at once";
    MAP_HOW: "颜色是结果，线是目标，斜纹一侧达不到。点一格即采用那两个取值。", "Colour is the result, the line the goal; the hatched side misses it. Choose a cell to take its two levels over.";
    MAP_ACROSS: "横轴", "Across";
    MAP_UP: "纵轴", "Up";
    GOAL_LINE: "目标线（斜纹一侧未达到）", "Goal (missed on the hatched side)";
    GOAL_NONE: "不设", "none";
    YOU_ARE_HERE: "当前方案", "Your scenario";

    // Why.
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

    // What it would take.
    SOLVE_TITLE: "要达到目标，需要做到什么", "What would it take?";
    SOLVE_HOW: "说出目标、限制和可以动用的可调项，模型找出改动最小的办法（各项改动占其允许幅度之比的平方和最小），或者说明没有办法、哪些要求相互冲突。", "Name the goals, the limits and the levers that may move. The model finds the smallest change (the least sum of squares, each change as a share of the lever's range), or says that there is none and which demands conflict.";
    PRESETS: "常见问题", "Questions often asked";
    OWN_QUESTION: "自己提问", "A question of your own";
    MAY_MOVE: "可以动用的可调项", "Levers that may move";
    ADD_LEVER: "添加可调项", "Add a lever";
    GOALS_AND_LIMITS: "目标与限制", "Goals and limits";
    ADD_GOAL: "添加一项要求", "Add a goal";
    ADD_TARGET: "添加规划目标", "Add a target of the plan";
    AIM: "寻找", "Find";
    AIM_NEAREST: "最小改动", "the smallest change";
    AIM_HIGHEST: "尽量高", "the highest";
    AIM_LOWEST: "尽量低", "the lowest";
    ASK_NOW: "求解", "Find out";
    REMOVE: "移除", "Remove";
    COMPARE_SIGN: "关系", "Comparison";
    SOLVED_ALREADY: "不用改动：当前方案已经满足全部要求。", "Nothing need change: the present scenario meets every goal.";
    SOLVED: "可以做到。改动最小的办法如下。", "It can be done. This is the smallest change.";
    SOLVED_HIGHEST: "在各项限制之内，最高可以到", "Within the limits the highest is";
    SOLVED_LOWEST: "在各项限制之内，最低可以到", "Within the limits the lowest is";
    UNSOLVED: "做不到：在允许的范围内没有找到满足全部要求的办法。下面是最接近的情形。", "It cannot be done: within the ranges allowed nothing was found that meets every goal. This comes nearest.";
    CANNOT_ALONE: "这项要求单独就达不到", "This goal cannot be met by itself";
    CANNOT_TOGETHER: "这些要求不能同时满足", "These goals cannot be met together";
    RELIEF: "放弃其中一项即可满足其余要求", "Without any one of these the rest can be met";
    STOPPED_BY_BOUNDS: "受限于允许范围", "Stopped by the range";
    STOPPED_BY_RULES: "受限于启用的规则", "Stopped by rules in force";
    TO_SPARE: "余量", "to spare";
    MISSING: "还差", "short by";
    JUST_ENOUGH: "恰好达到：", "just enough:";
    BINDING: "起决定作用", "decides the answer";
    TAKE_OVER: "采用这个方案", "Take this over";
    TAKE_NEAREST: "采用最接近的方案", "Take the nearest over";
    NOW: "现在", "Now";
    NOW_ELSEWHERE: "起点（基年条件）", "Start (base-year conditions)";
    ELSEWHERE_MARK: "（以基年条件为起点）", "(From base-year conditions) ";
    ASKED_ELSEWHERE: "这一问题以基年条件为起点，回答不是对当前方案而言。", "This is asked from base-year conditions; the answer is not about the scenario on screen.";
    SOLVED_ALREADY_ELSEWHERE: "在所设条件下不用改动即已满足全部要求。", "Under what is supposed nothing need change: every goal is met.";
    THEN: "需要", "Needed";
    CHANGE: "改动", "Change";
    SLACK: "余量或缺口", "Slack or gap";
    LIMIT: "要求", "Goal or limit";
    LEVER: "可调项", "Lever";
    VERDICT: "判断", "Verdict";
    SUPPOSED: "这一问题假定", "The question supposes";
    SET_ASIDE: "没有一项可调项能单独达到、因此没有列入的目标", "Targets left out, because no lever can meet them";
    ASKED_EARLIER: "方案已经改动，这是改动前的回答。", "The scenario has changed since; this answers the one before.";

    // Pictures.
    INPUT: "可调项", "Lever";
    CAUSE: "因素", "Cause";
    PLOT_KEYS: "方向键逐项读数，T 键切换表格", "Arrow keys read one by one, T turns the picture into its table";
    PLOT_OPENS: "点击或按回车键打开", "a click or Enter opens what is read";
    VALUE: "推演值", "Value";
    PERCENTILES: "P5 表示 5% 的抽样结果不超过该值，余类推", "P5: 5% of the draws lie at or below this value; the others likewise";
}
