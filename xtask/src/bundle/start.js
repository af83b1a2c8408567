// Starts the page; when it can not start, says so in the page instead of leaving it blank.

// The page is there twice: with the vector instructions of WebAssembly (SIMD), which make samplings
// faster, and without, for browsers that lack them (Safari before 16.4). A draft has only the first.
const variants = {variants};

// The smallest module with a vector instruction that only the finished standard has (i8x16.popcnt).
const withVectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

// "?simd=off" in the address takes the plain variant, to try it in a browser that has vectors.
function choose() {
  const unwanted = new URLSearchParams(location.search).get("simd") === "off";
  const plain = unwanted || !WebAssembly.validate(withVectors);
  return (plain && variants.plain) || variants.simd;
}

// Compiled here, once: the page hands the module on to its worker.
async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  // Some servers do not know the type, and then a browser does not compile while the file arrives.
  const type = response.headers.get("content-type") ?? "";
  return type.trim().toLowerCase() === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

// Workers that run the page's module, for what takes longer than a frame. The page hands them the
// compiled module, so that nothing is loaded twice.
function offerThreads(script) {
  globalThis.vocedThread = (module) => {
    const worker = new Worker(new URL("{thread}", import.meta.url), { type: "module" });
    worker.postMessage({ script: new URL(script, import.meta.url).href, module });
    return worker;
  };
}

async function start() {
  const variant = choose();
  const wasm = compile(new URL(variant.wasm, import.meta.url));
  offerThreads(variant.script);
  const [page, module] = await Promise.all([import(variant.script), wasm]);
  await page.default({ module_or_path: module });
  document.documentElement.dataset.start = "done";
  performance.mark("page-started");
}

start().catch((reason) => {
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
