// The page's files, all in this one: nothing is fetched, and the policy forbids that anything be.

const variants = {variants};

// The style is whole.
const withoutGap = undefined;

async function compile(name) {
  const packed = Uint8Array.from(atob(document.getElementById(name).textContent), (one) => one.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

// What wasm-bindgen made. It is a function, as the worker's own script below is, so that the worker can
// be given their texts.
function bind() {
"use strict";
{bindings}
}

function work() {
"use strict";
{thread}
}

const bindings = async () => bind();

let worker;

function newWorker() {
  const script = `const bindings = async () => (${bind})();\n(${work})();`;
  worker = worker || URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new Worker(worker);
}

const addressFor = () => "";

// This file is the page without a network.
const keepUp = async () => {};
