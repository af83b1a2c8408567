//! The words of `plot`, both languages side by side.

phrases! {
    INPUT: "可调项", "Lever";
    CAUSE: "因素", "Cause";
    PLOT_KEYS: "方向键逐项读数，T 键切换表格", "Arrow keys read one by one, T turns the picture into its table";
    PLOT_OPENS: "点击或按回车键打开", "a click or Enter opens what is read";
    VALUE: "推演值", "Value";
    PERCENTILES: "P5 表示 5% 的抽样结果不超过该值，余类推", "P5: 5% of the draws lie at or below this value; the others likewise";
}
