/**
 * The service worker: after one visit, every page and tool of both languages works without a
 * network. A plain script; macros/hooks/offline.py writes it to the root of the built site with
 * FILES before it, which gives for each address below the root a hash of its content.
 *
 * Pages come from the network first, so that a corrected sentence is read at once; what they load
 * comes from here first. A page that is newer than what is kept here loads nothing older than itself.
 */
{
  const ROOT = new URL("./", location).href;
  // The cache of an origin may be shared with other sites.
  const CACHE = `second-entretien ${ROOT}`;
  const PATIENCE = 3000; // milliseconds, before a poor network counts as none
  // Some hosts say nothing of caches, and browsers then guess: the network is asked in earnest.
  const CURRENT = { cache: "no-cache" };
  /** Whether the page that a client shows is newer than what is kept. @type {Map<string, Promise<boolean>>} */
  const newer = new Map();

  /** Files are kept by content: the assets that both languages have are kept once. */
  const keyOf = (path) => `${ROOT}?${FILES[path]}`;

  async function kept(path) {
    if (!(path in FILES)) return undefined;
    const answer = await (await caches.open(CACHE)).match(keyOf(path));
    // Rebuilt without its address: what a script loads is looked for beside the address asked for.
    return answer && new Response(answer.body, answer);
  }

  async function keepAll() {
    const cache = await caches.open(CACHE);
    const paths = new Map(Object.keys(FILES).map((path) => [keyOf(path), path]));
    const present = new Set((await cache.keys()).map(({ url }) => url));
    const missing = [...paths].filter(([key]) => !present.has(key));
    const keep = async ([key, path]) => {
      const answer = await fetch(new URL(path, ROOT), CURRENT);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await cache.put(key, answer);
    };
    await Promise.all(missing.map(keep));
  }

  async function forgetOthers() {
    const cache = await caches.open(CACHE);
    const keys = new Set(Object.keys(FILES).map(keyOf));
    for (const request of await cache.keys()) {
      if (!keys.has(request.url)) await cache.delete(request);
    }
  }

  /** Another hash or another end of the address is the same page. */
  function pathOf(address) {
    const { origin, pathname } = new URL(address);
    return (origin + pathname).slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1");
  }

  const late = () =>
    new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));

  async function page({ request, resultingClientId }) {
    const path = pathOf(request.url);
    const mine = await kept(path);
    try {
      const answer = await Promise.race([fetch(request, CURRENT), ...(mine ? [late()] : [])]);
      if (answer.status >= 500 && mine) return mine;
      if (answer.ok && mine) newer.set(resultingClientId, differ(answer.clone(), mine));
      return answer;
    } catch {
      if (mine) return mine;
      if (`${path}/` in FILES) return Response.redirect(`${ROOT}${path}/`);
      const { body, headers } = await kept(path.startsWith("en/") ? "en/404.html" : "404.html");
      return new Response(body, { status: 404, headers });
    }
  }

  const differ = async (one, other) => (await one.text()) !== (await other.text());

  async function asset({ request, clientId }) {
    const mine = await kept(pathOf(request.url));
    if (mine && !(await newer.get(clientId))) return mine;
    return fetch(request, CURRENT).catch(() => mine ?? Response.error());
  }

  addEventListener("install", (event) => {
    event.waitUntil(keepAll().then(() => skipWaiting()));
  });

  addEventListener("activate", (event) => {
    event.waitUntil(forgetOthers().then(() => clients.claim()));
  });

  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
    event.respondWith(request.mode === "navigate" ? page(event) : asset(event));
  });
}
