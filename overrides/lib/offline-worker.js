/**
 * The service worker: after one visit, every page and tool of both languages works without a
 * network. A plain script; macros/hooks/offline.py writes it to the root of the built site with
 * FILES before it, which gives for each address below the root a hash of its content.
 *
 * What is kept comes before the network: a page opens at once in the corridor as on a train. Each
 * visit asks for a newer guide; it arrives as a whole, beside the one in use, and is read from the
 * next page on.
 */
{
  const ROOT = new URL("./", location).href;
  // The caches of an origin may be shared with other sites.
  const OURS = `second-entretien ${ROOT} `;
  const LIST = `${ROOT}?files`;
  // Some hosts say nothing of caches, and browsers then guess: the network is asked in earnest.
  const CURRENT = { cache: "no-cache" };

  const addressOf = (path) => new URL(path, ROOT).href;

  /** The name of the cache of this guide: another content has another name. */
  async function ownName() {
    const bytes = new TextEncoder().encode(JSON.stringify(FILES));
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return (
      OURS + Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("")
    );
  }

  const own = ownName();
  const cache = own.then((name) => caches.open(name));

  /** The caches of other versions, the newest last. */
  async function others() {
    const name = await own;
    return (await caches.keys()).filter((each) => each.startsWith(OURS) && each !== name);
  }

  /** The version kept last, and the hashes of its files: what has not changed is taken from there. */
  async function before() {
    for (const name of (await others()).reverse()) {
      const kept = await caches.open(name);
      const list = await kept.match(LIST);
      if (list) return { kept, files: await list.json() };
    }
    return { files: {} };
  }

  async function keepAll() {
    const { kept, files } = await before();
    const mine = await cache;
    const keep = async ([path, hash]) => {
      const address = addressOf(path);
      // An earlier attempt may have come so far.
      if (await mine.match(address)) return;
      const same = files[path] === hash && (await kept.match(address));
      const answer = same || (await fetch(address, CURRENT));
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      // Browsers refuse, for a page, an answer that was reached by a detour.
      await mine.put(address, new Response(answer.body, answer));
    };
    await Promise.all(Object.entries(FILES).map(keep));
    await mine.put(LIST, new Response(JSON.stringify(FILES)));
  }

  /** All but the version before: a page of it may be open, and still ask for a file. */
  async function forgetOlder() {
    for (const name of (await others()).slice(0, -1)) await caches.delete(name);
  }

  /** Another hash or another end of the address is the same page. */
  function pathOf(address) {
    const { origin, pathname } = new URL(address);
    return (origin + pathname).slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1");
  }

  async function page(request) {
    const mine = await cache;
    const path = pathOf(request.url);
    const kept = path in FILES && (await mine.match(addressOf(path)));
    if (kept) return kept;
    try {
      return await fetch(request, CURRENT);
    } catch {
      if (`${path}/` in FILES) return Response.redirect(addressOf(`${path}/`));
      const lost = await mine.match(addressOf(path.startsWith("en/") ? "en/404.html" : "404.html"));
      return new Response(lost.body, { status: 404, headers: lost.headers });
    }
  }

  async function asset(request) {
    const address = addressOf(pathOf(request.url));
    const mine = await (await cache).match(address);
    return mine ?? (await older(address)) ?? fetch(request, CURRENT);
  }

  async function older(address) {
    if (pathOf(address) in FILES) return undefined;
    for (const name of await others()) {
      const kept = await (await caches.open(name)).match(address);
      if (kept) return kept;
    }
    return undefined;
  }

  addEventListener("install", (event) => {
    event.waitUntil(keepAll().then(() => skipWaiting()));
  });

  addEventListener("activate", (event) => {
    event.waitUntil(forgetOlder().then(() => clients.claim()));
  });

  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
    event.respondWith(request.mode === "navigate" ? page(request) : asset(request));
  });
}
