// Starts the page; when it can not start, says so in the page instead of leaving it blank.
const wasm = new URL("./{wasm}", import.meta.url);

import("./{script}")
  .then((page) => page.default({ module_or_path: wasm }))
  .then(() => {
    document.documentElement.dataset.start = "done";
    performance.mark("page-started");
  })
  .catch((reason) => {
    console.error(reason);
    document.documentElement.dataset.start = "failed";
    const notice = document.createElement("main");
    notice.setAttribute("role", "alert");
    const sentences = [
      ["zh-CN", "页面没有启动：文件没有全部取到，浏览器版本过旧，或者页面本身有错。请刷新；如仍不行，请换用 2022 年以后的浏览器。"],
      ["en", "The page did not start: a file did not arrive, the browser is too old, or the page itself has a fault. Reload; if that does not help, use a browser from 2022 or later."],
    ];
    for (const [lang, sentence] of sentences) {
      const paragraph = document.createElement("p");
      paragraph.lang = lang;
      paragraph.textContent = sentence;
      notice.append(paragraph);
    }
    document.body.replaceChildren(notice);
  });
