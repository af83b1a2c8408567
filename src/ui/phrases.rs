//! The words of `ui`, both languages side by side.

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

    // Parts that are fetched when they are asked for.
    ARRIVING: "正在载入……", "Loading…";
    NOT_ARRIVED: "这一部分没有载入，可能是网络中断。您的方案没有丢失。", "This part did not load; the connection may be down. Nothing of your scenario is lost.";
}
