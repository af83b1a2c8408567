//! The words of `explanation`, both languages side by side.

phrases! {
    DERIVATION: "这个数是怎么算出来的", "How this number was computed";
    FORMULA: "公式", "Formula";
    WITH_NUMBERS: "代入数值", "With the numbers";
    NAMED_PARTS: "其中各项（点开查看算法）", "Its parts (open them to see how they were computed)";
    BECAUSE: "条件", "Because";
    INPUTS_USED: "所用可调项", "Levers used";
    NUMBERS_USED: "所用结果（点开可继续追溯）", "Results used (open them to go further)";
    NOT_IN_BASE_YEAR: "这是按年度发生的数，基年没有数值。", "This happens during a year, so the base year has no value.";
    NO_VALUE_WHY: "分母为零，没有数值。", "The denominator is zero, so there is no value.";
}
