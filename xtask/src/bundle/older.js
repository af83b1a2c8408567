// Before all else, and in words of the language that every browser of this century knows: sets the page's policy, and
// says in the page that it could not start, instead of leaving it blank.
(function () {
  // Older browsers know only the coarse word, and without it compile no WebAssembly: Chromium before 97, Firefox
  // before 102, Safari before 16. What all know that are given the fine word alone came a little later.
  var policy = "{policy}";
  if (!(window.CSS && CSS.supports && CSS.supports("container-type: inline-size"))) {
    policy = policy.replace("'wasm-unsafe-eval'", "'unsafe-eval'");
  }
  var meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  document.head.appendChild(meta);

  var sentences = {
    "zh-CN": "页面没有启动：文件没有全部取到，浏览器版本过旧，或者页面本身有错。请刷新；如仍不行，请换用 {zh} 或更新内核的浏览器。",
    en: "The page did not start: a file did not arrive, the browser is too old, or the page itself has a fault. Reload; if that does not help, use a browser with {en}, or a later one."
  };
  var root = document.documentElement;

  function tell() {
    var body = document.body;
    var notice = document.createElement("main");
    root.setAttribute("data-start", "failed");
    notice.setAttribute("role", "alert");
    for (var lang in sentences) {
      var paragraph = document.createElement("p");
      paragraph.lang = lang;
      paragraph.textContent = sentences[lang];
      notice.appendChild(paragraph);
    }
    while (body.firstChild) {
      body.removeChild(body.firstChild);
    }
    body.appendChild(notice);
  }

  function whenThereIsRoom() {
    if (document.body) {
      tell();
    } else {
      document.addEventListener("DOMContentLoaded", tell);
    }
  }

  window.vocedNotStarted = whenThereIsRoom;
  // The start module can not be read, or did not arrive. Later on faults are the page's own.
  window.addEventListener("error", function (event) {
    var isScript = event.target === window || event.target.nodeName === "SCRIPT";
    if (isScript && !root.getAttribute("data-start")) {
      whenThereIsRoom();
    }
  }, true);
  // Modules are passed over by browsers that do not know them.
  if (!("noModule" in document.createElement("script"))) {
    whenThereIsRoom();
  }
})();
