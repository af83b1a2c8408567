// Answers for the page from files that the browser keeps, so that it opens without a network. At work only
// where the reader asked for that, or installed the page.
//
// Each build has names of its own for its files, and a cache of its own; this file differs with each build, and
// a browser that finds it changed fetches the new files beside the old. The page in use goes on with the files
// it began with, until the reader takes the new ones or closes every window. The files of the build before stay,
// for windows that are still open with it.

const build = "{build}";
const files = {files};

const ours = `voced ${registration.scope} `;
const cache = ours + build;
const variant = new URL(location.href).searchParams.get("variant");

addEventListener("install", (event) => {
  const wanted = [...files.all, ...(files[variant] ?? [])];
  // What keeps its name from build to build must not come from the browser's other cache.
  const fresh = wanted.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(cache).then((kept) => kept.addAll(fresh)));
});

addEventListener("activate", (event) => {
  const forget = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cache);
    await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(forget());
});

addEventListener("message", ({ data }) => {
  if (data === "take over") {
    skipWaiting();
  }
});

// The page itself, whatever is asked of it in its address.
function isPage(request) {
  const { origin, pathname } = new URL(request.url);
  const page = new URL("./", registration.scope);
  return request.mode === "navigate" && origin === page.origin && [page.pathname, `${page.pathname}index.html`].includes(pathname);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) {
    return;
  }
  const answer = async () => {
    const wanted = isPage(request) ? new URL("./", registration.scope) : request;
    // By name: to open a cache would make it anew, also after the reader had it deleted.
    const kept = await caches.match(wanted, { cacheName: cache });
    return kept ?? (await caches.match(wanted)) ?? fetch(request);
  };
  event.respondWith(answer());
});
