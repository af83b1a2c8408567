//! The words of `sensitivity`, both languages side by side.

phrases! {
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
}
