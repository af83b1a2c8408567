// The page's files, on the server that this module comes from.

// The page is there twice: with the vector instructions of WebAssembly (SIMD), which make samplings
// faster, and without, for browsers that lack them (Safari before 16.4, Chromium before 91). A draft has only the
// first.
const variants = {variants};

// Margins for browsers that know no gaps in flex boxes (Chromium before 84).
const withoutGap = "{without-gap}";

async function compile(address) {
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  // Some servers do not know the type, and then a browser does not compile while the file arrives.
  const type = response.headers.get("content-type") ?? "";
  return type.trim().toLowerCase() === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

const bindings = (variant) => import(variant.script);

const newWorker = () => new Worker(new URL("{thread}", import.meta.url), { type: "module" });

// Where the worker finds the bindings.
const addressFor = (variant) => new URL(variant.script, import.meta.url).href;

// The page without a network: a worker (offline.js) keeps its files in the browser, for those who ask for that
// and those who installed the page.

const workers = navigator.serviceWorker;

const offlineAddress = () => {
  const name = Object.keys(variants).find((name) => variants[name] === choose());
  return new URL(`./offline.js?variant=${name}`, document.baseURI).href;
};

// Another program on the same server may have a worker too, for all of it.
async function keeper() {
  const found = await workers.getRegistration();
  return found?.scope === new URL("./", document.baseURI).href ? found : undefined;
}

async function howKept() {
  const found = await keeper();
  if (!found?.active) {
    return found?.installing ? "coming" : "none";
  }
  if (found.waiting) {
    return "newer";
  }
  const lasts = await navigator.storage?.persisted?.().catch(() => false);
  return lasts ? "lasting" : "kept";
}

// The browser's answer to whether what is kept stays also where room runs short.
let promise;

// All files have been fetched, or some did not arrive.
function finished(worker) {
  const ends = { installed: true, activating: true, activated: true, redundant: false };
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state in ends) {
        ends[worker.state] ? resolve() : reject(new Error("not all files could be kept"));
      }
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

const wishes = {
  ask: async () => {},
  async keep() {
    // Firefox asks the reader, who may never answer: so nothing waits for that.
    promise = navigator.storage?.persist?.().catch(() => {});
    const registration = await workers.register(offlineAddress());
    if (registration.installing) {
      await finished(registration.installing);
    }
    await workers.ready;
  },
  async forget() {
    const found = await keeper();
    await found?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(`voced ${found?.scope} `));
    await Promise.all(names.map((name) => caches.delete(name)));
  },
  async renew() {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    (await keeper())?.waiting?.postMessage("take over");
  },
  // Answers once the browser has said whether what is kept stays, and not before.
  async settle() {
    await promise;
  },
  // Answers once there is something newer, and not before.
  async wait() {
    const found = await keeper();
    if (found?.active && !found.waiting) {
      await new Promise((resolve) => {
        const follow = () => found.installing && finished(found.installing).then(resolve, () => {});
        found.addEventListener("updatefound", follow);
        // It may have begun already.
        follow();
      });
    }
  },
};

// Browsers offer no such workers to pages that came over an unprotected line.
globalThis.vocedOffline = async (wish) => {
  if (!workers) {
    return "impossible";
  }
  await wishes[wish]();
  return howKept();
};

// Once the page has started. An installed page is kept without being asked; one that is kept stays so in the
// variant that the browser takes now.
async function keepUp() {
  const isInstalled = matchMedia("(display-mode: standalone)").matches;
  if (workers && (isInstalled || (await keeper()))) {
    await workers.register(offlineAddress());
  }
}
