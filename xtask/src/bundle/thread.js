// A worker of the page: runs the page's module and answers its questions. The first message says
// which module, and which parts of it the page has; what comes until it has started waits. How the
// bindings are found is said before this.
let waiting = [];

self.onmessage = ({ data: { script, module, parts } }) => {
  self.onmessage = ({ data }) => waiting.push(data);
  bindings(script)
    .then(async (page) => {
      const built = [await page.default({ module_or_path: module })];
      for (const { module } of parts.filter((part) => part.module)) {
        built.push((await WebAssembly.instantiate(module, built)).exports);
      }
      self.vocedHas = (name) => parts.every((part) => part.name !== name || part.module);
      const serve = (question) => page.serve(question, (message) => postMessage(message, [message.buffer]));
      self.onmessage = ({ data }) => serve(data);
      waiting.forEach(serve);
      waiting = [];
    })
    // Said where the page listens; it then says so to the reader.
    .catch((reason) => setTimeout(() => { throw reason; }));
};
