// The page's files, on the server that this module comes from.

// The page is there twice: with the vector instructions of WebAssembly (SIMD), which make samplings
// faster, and without, for browsers that lack them (Safari before 16.4). A draft has only the first.
const variants = {variants};

// Browsers that lack something are older than this.
const youngEnough = 2022;

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
