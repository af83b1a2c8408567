// Starts the page; when it can not start, has that said in the page (older.js). Where the files are is said before
// this: on a server (hosted.js) or in the page itself (single.js).
//
// Neither syntax nor functions later than Chromium 80: the build refuses them (scripts.js).

// The smallest module with a vector instruction that only the finished standard has (i8x16.popcnt).
const withVectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

// "?simd=off" in the address takes the plain variant, to try it in a browser that has vectors.
function choose() {
  const unwanted = new URLSearchParams(location.search).get("simd") === "off";
  const plain = unwanted || !WebAssembly.validate(withVectors);
  return (plain ? variants.plain : variants.simd) || variants.simd || variants.plain;
}

// Links a style sheet in the order of their names, which is that in which one holds before another.
function dress(address) {
  const { href } = new URL(address, document.baseURI);
  const name = (link) => link.href.slice(link.href.lastIndexOf("/") + 1);
  const links = [...document.querySelectorAll("link[rel=stylesheet]")];
  if (links.some((link) => link.href === href)) {
    return undefined;
  }
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  const next = links.find((other) => name(other) > name(link));
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(`${address} did not arrive`));
    };
    if (next) {
      next.before(link);
    } else {
      links[links.length - 1].after(link);
    }
  });
}

// Parts of the module that are loaded when they are asked for. Each is built on those before it, which
// it imports by their places: the first file is 0. A part that does not arrive can be asked for again.
function offerParts(parts, started) {
  const built = started.then((first) => [first]);
  async function join(part) {
    const [module, before] = await Promise.all([compile(part.wasm), built, ...part.styles.map(dress)]);
    const { exports } = await WebAssembly.instantiate(module, before);
    before.push(exports);
    part.module = module;
  }
  globalThis.vocedPart = async (name) => {
    const last = parts.findIndex((part) => part.name === name);
    for (const part of parts.slice(0, last + 1)) {
      if (!part.coming) {
        part.coming = join(part).catch((reason) => {
          part.coming = undefined;
          throw reason;
        });
      }
      await part.coming;
    }
  };
  globalThis.vocedHas = (name) => parts.every((part) => part.name !== name || part.module);
}

// Workers that run the page's module, for what takes longer than a frame. The page hands them what it
// has compiled, so that nothing is loaded twice.
function offerThreads(variant) {
  globalThis.vocedThread = (module) => {
    const worker = newWorker();
    const parts = variant.later.map(({ name, module }) => ({ name, module }));
    worker.postMessage({ script: addressFor(variant), module, parts });
    return worker;
  };
}

async function start() {
  if (!document.querySelector("meta[http-equiv=Content-Security-Policy]")) {
    throw new Error("the page has no policy");
  }
  const variant = choose();
  // Compiled here, once: the page hands the module on to its worker.
  const wasm = compile(variant.wasm);
  let tell;
  offerParts(variant.later, new Promise((resolve) => { tell = resolve; }));
  offerThreads(variant);
  if (withoutGap && !CSS.supports("(appearance: none) or (inset: 0)")) {
    dress(withoutGap).catch(console.warn);
  }
  const [page, module] = await Promise.all([bindings(variant), wasm]);
  tell(await page.default({ module_or_path: module }));
  document.documentElement.dataset.start = "done";
  performance.mark("page-started");
  // The page works without it; the screen that offers it says how it stands.
  keepUp().catch(console.warn);
}

start().catch((reason) => {
  console.error(reason);
  globalThis.vocedNotStarted?.();
});
