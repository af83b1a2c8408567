//! The words of `offline`, both languages side by side.

phrases! {
    OFFLINE_TITLE: "没有网络时使用", "Without a network";
    OFFLINE_HOW: "下载离线文件：整个页面在一个文件里，双击即可打开，可拷到优盘或发给同事。也可让本机浏览器存下本页，断网时从原来的地址照常打开；之后还可用浏览器的“安装”把它变成一个独立程序。", "Download the offline file: the whole page in one file that a double click opens, to be put on a stick or sent to a colleague. Or have this browser keep the page, which then opens at its address without a network; the browser's own “Install” makes it a program of its own.";
    OFFLINE_FILE: "下载离线文件", "Download the offline file";
    OFFLINE_FILE_NAME: "职教推演.html", "Vocational What-if.html";
    OFFLINE_KEEP: "在本机浏览器中存下本页", "Keep the page in this browser";
    OFFLINE_FORGET: "不再存留", "Keep it no longer";
    OFFLINE_RENEW: "启用新版本", "Use the newer page";
    OFFLINE_COMING: "正在存下各个文件……", "The files are being kept…";
    OFFLINE_KEPT: "已存在本机浏览器中，没有网络也能打开。", "Kept in this browser; it opens without a network.";
    OFFLINE_LASTS: "浏览器已答应长期保留。", "The browser has agreed to keep it for good.";
    OFFLINE_MAY_GO: "浏览器没有答应长期保留，空间不足时可能清除；浏览器若询问是否允许长期保留，请选“允许”。", "The browser has not agreed to keep it for good and may remove it when space runs short; if it asks whether to keep it, choose “Allow”.";
    OFFLINE_IMPOSSIBLE: "浏览器不能从这个地址存下本页（需要 https 地址）；请改用离线文件。", "The browser can not keep the page from this address (it takes one with https); use the offline file instead.";
    OFFLINE_FAILED: "没有存成：有文件未取到，或浏览器不允许。可以再试一次。", "It was not kept: a file did not arrive, or the browser does not allow it. Try again.";
    OFFLINE_IS_FILE: "您现在打开的就是离线文件：拷到优盘或发给同事，双击即可使用。", "This is the offline file: put it on a stick or send it to a colleague; a double click opens it.";
    NEWER_PAGE: "本页有了新版本。在“简报与导出”中启用，或关闭本页的所有窗口后重新打开。", "There is a newer version of this page. Begin to use it under “Take away”, or close all windows of the page and open it again.";
}
