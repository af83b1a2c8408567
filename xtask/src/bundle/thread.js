// A worker of the page: runs the page's module and answers its questions. The first message says
// which module; what comes until it has started waits.
let waiting = [];

self.onmessage = ({ data: { script, module } }) => {
  self.onmessage = ({ data }) => waiting.push(data);
  import(script)
    .then(async (page) => {
      await page.default({ module_or_path: module });
      const serve = (question) => page.serve(question, (message) => postMessage(message, [message.buffer]));
      self.onmessage = ({ data }) => serve(data);
      waiting.forEach(serve);
      waiting = [];
    })
    // Said where the page listens; it then says so to the reader.
    .catch((reason) => setTimeout(() => { throw reason; }));
};
