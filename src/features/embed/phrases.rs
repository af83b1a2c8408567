//! The words of `embed`, both languages side by side.

phrases! {
    EMBED_FAULTY: "嵌入网址中有无法识别的内容，已略过", "Something in the address of this embedded page was not understood and is left out";
    EMBED_OPEN: "在完整页面中打开", "Open the whole page";
    EMBED_OPEN_HOW: "在新标签页中打开当前方案", "Opens this scenario in a new tab";
    EMBED_NOTE: "结果由模型在本机推演得出，其中有估计值；点开数字可查看来源。", "Projected by the model on this machine, in part from estimates. Open a number to see where it comes from.";
    EMBED_TITLE: "嵌入网页", "Embed in a web page";
    EMBED_HOW: "把可以操作的图表放进简报网页：选好图表和可调项，复制下面任一段代码。读者的操作只在他自己的浏览器里进行，不会发送任何内容。", "Put a chart that can be played with into a briefing page: choose charts and levers, then copy either piece of code. What readers do stays in their own browser; nothing is sent.";
    EMBED_CHARTS: "显示的图表（最多四张）", "Charts shown (four at most)";
    EMBED_LEVERS: "读者可以调整", "Levers readers may move";
    EMBED_NO_LEVERS: "没有：读者只看图", "none: readers only look";
    EMBED_HEADLINE: "显示主要结果", "Show the headline numbers";
    EMBED_IFRAME: "代码二：iframe（适合任何网页系统）", "Code 2: an iframe (for any web system)";
    EMBED_ELEMENT: "代码一：自定义元素（高度自动，可接收结果）", "Code 1: a custom element (finds its own height, tells results)";
    EMBED_NO_SERVER: "本页面是从文件打开的，没有可供嵌入的网址。请在服务器上打开页面，再复制代码。", "This page was opened from a file, so it has no address to embed. Open it from a server, then copy the code.";
    EMBED_SEE: "查看示例页面", "See the example page";
    COPY: "复制", "Copy";
    ADD_LEVER_SHOWN: "添加可调项", "Add a lever";
}
