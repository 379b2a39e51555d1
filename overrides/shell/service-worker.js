/**
 * The service worker: after one visit, the guide and every tool of an edition (a language) work
 * without a network, and what stands apart behind a door once that door has been opened. A plain
 * script; macros/publish/offline.py writes it to the root of the built site with GUIDE before it,
 * which gives the SHA-256 of each file: those that all share (`shell`), and those of each part: an
 * edition such as `fr`, the original first, and what stands apart in it, such as `fr-questions`.
 *
 * A page asks for its parts to be kept, once the browser is idle. Each build has a cache of its
 * own, and a part is read from it once it is whole there; until then the build before answers.
 * What is kept comes before the network: a page opens at once in the corridor as on a train.
 */
{
  const ROOT = new URL("./", location).href;
  // The caches of an origin may be shared with other sites.
  const OURS = `second-entretien ${ROOT} `;
  // An edition comes before what stands apart in it.
  const PARTS = Object.keys(GUIDE).filter((group) => group !== "shell");
  const EDITIONS = PARTS.filter((part) => !part.includes("-"));
  const [ORIGINAL, ...TRANSLATIONS] = EDITIONS;
  const DIGESTS = new Map(Object.values(GUIDE).flatMap((files) => Object.entries(files)));
  const DAY = 24 * 60 * 60 * 1000;
  // What a reader is about to open goes first: few requests of ours at a time, and those yield.
  const AT_A_TIME = 3;
  // One page may be old on a host's edge; where several differ, the others will.
  const ENOUGH = 3;
  // Some hosts say nothing of caches, and browsers then guess: the network is asked in earnest.
  const CURRENT = { cache: "no-cache" };
  const REMEMBERED = { cache: "only-if-cached", mode: "same-origin" };
  // What a host says to protect a page. Not the rest: `Vary: *` could never be kept.
  const HEADERS = [
    "Content-Type",
    "Content-Security-Policy",
    "Content-Security-Policy-Report-Only",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
  ];

  const holds = (part, path) => Object.hasOwn(GUIDE[part], path);
  const editionOf = (part) => part.split("-")[0];

  function partOf(path) {
    return PARTS.find((part) => holds(part, path)) ?? languageOf(path);
  }

  /** The site of a translation is a folder of its name. */
  function languageOf(path) {
    return TRANSLATIONS.find((edition) => path.startsWith(`${edition}/`)) ?? ORIGINAL;
  }

  const isPage = (path) => /(^|\/)$|\.html$/.test(path);
  const addressOf = (path) => new URL(path, ROOT).href;

  /** Another hash or another end of the address is the same page. */
  function pathOf(address) {
    const { origin, pathname } = new URL(address);
    return (origin + pathname).slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1");
  }

  async function digestOf(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // ---- What is there

  /** The name of the cache of this build: another list has another name. */
  const own = digestOf(new TextEncoder().encode(JSON.stringify(GUIDE))).then(
    (digest) => OURS + digest.slice(0, 16),
  );

  /** The caches of other builds, the newest first. */
  async function others() {
    const name = await own;
    const names = await caches.keys().catch(() => []);
    return names.filter((each) => each.startsWith(OURS) && each !== name).reverse();
  }

  // What is known of a part stands in the cache beside its files: that a page of it is there
  // (`begun`), that it is `kept` whole, why that has `failed`.
  const noteAt = (what, part) => `${ROOT}?part=${part}&${what}`;
  // A disk that cannot be read is a guide that is not kept: the network answers.
  const find = (address, cacheName) => caches.match(address, { cacheName }).catch(() => undefined);

  // Where there is no room for a note.
  const failures = {};

  async function note(what, part, text = "") {
    const mine = await caches.open(await own);
    await mine.put(noteAt(what, part), new Response(text)).catch(() => {});
  }

  async function noteFailure(part, why) {
    failures[part] = { why, at: Date.now() };
    const mine = await caches.open(await own);
    await mine.delete(noteAt("kept", part));
    // A part that cannot become whole takes no room from the reader.
    const useless = why === "full" ? Object.keys(GUIDE[part]).map(addressOf) : [];
    if (why === "full") useless.push(noteAt("begun", part));
    await Promise.all(useless.map((address) => mine.delete(address)));
    await note("failed", part, JSON.stringify(failures[part]));
  }

  async function failureOf(part) {
    const noted = await find(noteAt("failed", part), await own);
    return noted?.json() ?? failures[part];
  }

  /** Where a part is read: in one build only, the newest where it is whole, or else begun. */
  async function copyOf(part) {
    const mine = await own;
    if (await isHere(part)) return { name: mine, isWhole: true };
    return newestOf(part, [mine, ...(await others())]);
  }

  async function newestOf(part, names) {
    for (const what of ["kept", "begun"]) {
      for (const name of names) {
        if (await isNoted(what, part, name)) return { name, isWhole: what === "kept" };
      }
    }
    return undefined;
  }

  // Until 27 November 2026 a language was one part, and before the 26th both together were: their
  // caches hold what stands apart as well.
  async function isNoted(what, part, name) {
    const notes = [noteAt(what, part), `${ROOT}?${what}=${editionOf(part)}`, `${ROOT}?files`];
    for (const address of notes) if (await find(address, name)) return true;
    return false;
  }

  async function isHere(part) {
    return Boolean(await find(noteAt("kept", part), await own));
  }

  async function missingOf(part) {
    const mine = await caches.open(await own);
    const there = new Set((await mine.keys()).map(({ url }) => url));
    const files = Object.keys({ ...GUIDE.shell, ...GUIDE[part] });
    return files.filter((path) => !there.has(addressOf(path)));
  }

  // ---- What comes in

  /** The only way in: whatever its status, a file is what it should be or stays outside. */
  async function put(path, answer) {
    const body = await answer.arrayBuffer();
    const digest = DIGESTS.get(path);
    if ((await digestOf(body)).slice(0, digest.length) !== digest) return false;
    const headers = HEADERS.filter((name) => answer.headers.has(name));
    const kept = { headers: headers.map((name) => [name, answer.headers.get(name)]) };
    await (await caches.open(await own)).put(addressOf(path), new Response(body, kept));
    if (isPage(path) && !holds("shell", path)) await note("begun", partOf(path));
    return true;
  }

  async function putIfRight(path, answer) {
    return put(path, answer).catch(() => false);
  }

  async function fromOtherBuilds(paths) {
    for (const name of await others()) {
      for (const path of paths) {
        const kept = await find(addressOf(path), name);
        if (kept) await putIfRight(path, kept);
      }
    }
  }

  /**
   * Pages and scripts weigh a third when they come together; one or two come alone. What a host says
   * to protect a page it says with everything, so with the pack too.
   */
  async function fromPack(group, paths) {
    const wanted = paths.filter((path) => holds(group, path));
    if (wanted.length < ENOUGH) return;
    try {
      const answer = await fetch(`${ROOT}kept/${group}.json`, { ...CURRENT, priority: "low" });
      for (const [type, texts] of Object.entries(await answer.json())) {
        const headers = new Headers(answer.headers);
        headers.set("Content-Type", type);
        for (const path of wanted.filter((each) => Object.hasOwn(texts, each))) {
          await put(path, new Response(texts[path], { headers }));
        }
      }
    } catch {
      // Each can be asked for by itself.
    }
  }

  /** Fetch files one by one, and tell why not all are there. */
  async function fromHost(paths) {
    const rest = [...paths];
    const failures = [];
    const lane = async () => {
      while (rest.length > 0 && failures.length < ENOUGH) {
        const why = await fetchOne(rest.shift());
        if (why) failures.push(why);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    return ["full", "changed", "cut"].find((why) => failures.includes(why));
  }

  async function fetchOne(path) {
    try {
      const answer = await fetch(addressOf(path), { ...CURRENT, priority: "low" });
      return (await put(path, answer)) ? null : "changed";
    } catch (error) {
      return error.name === "QuotaExceededError" ? "full" : "cut";
    }
  }

  /**
   * Bring a part whole into the cache of this build. What has come so far stays for the next
   * time: with the next page where the network was cut, a day later where that would change nothing.
   */
  async function complete(part) {
    const edition = editionOf(part);
    if (part !== edition && !(await isHere(edition))) return;
    const before = await copyOf(part);
    const failure = await failureOf(part);
    const isSoon = failure && Math.abs(Date.now() - failure.at) < DAY;
    if (isSoon && failure.why !== "cut") return;
    if ((await missingOf(part)).length > 0) {
      busy = part;
      await tellAll();
      await fromOtherBuilds(await missingOf(part));
      await forgetOlder();
      for (const group of ["shell", part]) await fromPack(group, await missingOf(part));
      const why = await fromHost(await missingOf(part));
      busy = null;
      if (why) return await noteFailure(part, why);
    }
    await note("kept", part);
    delete failures[part];
    await (await caches.open(await own)).delete(noteAt("failed", part));
    if (before?.isWhole && before.name === (await own)) return;
    await tellAll(before?.isWhole ? { newer: part } : {});
  }

  /** Keep what a page loaded before there was a worker; the browser still has it. */
  async function keepVisited(addresses) {
    for (const path of addresses.filter((each) => each.startsWith(ROOT)).map(pathOf)) {
      if (!DIGESTS.has(path) || (await find(addressOf(path), await own))) continue;
      const answer = await fetch(addressOf(path), REMEMBERED).catch(() => null);
      if (answer) await putIfRight(path, answer);
    }
  }

  /** All but the build before: a page of it may be open, and still ask for a file. */
  async function forgetOlder() {
    const older = await others();
    const copies = await Promise.all(PARTS.map((part) => newestOf(part, older)));
    const useful = copies.map((copy) => copy?.name);
    for (const name of older) if (!useful.includes(name)) await caches.delete(name);
  }

  // ---- What pages ask, and are told

  let queue = Promise.resolve();
  let busy = null;

  /**
   * Keep the edition of a page, and what stands apart behind its door. `visited` says what it has
   * loaded, where the reader asked to save data: only that is then kept, but for a part that is
   * there and would grow old.
   */
  async function keep({ edition, door, visited }) {
    if (visited && !(await copyOf(edition))?.isWhole) await keepVisited(visited);
    else await complete(edition);
    // What is open has come from the network: from now on it is answered from here.
    await clients.claim();
    await tellAll();
    const opened = visited ? undefined : `${edition}-${door}`;
    for (const part of PARTS.filter((each) => each !== edition)) {
      if (part === opened || (await copyOf(part))?.isWhole) await complete(part);
    }
  }

  /** How much of an edition is kept, whether of this build, and if not, why; and how many parts wait. */
  async function stateOf(edition) {
    const copy = await copyOf(edition);
    const isNewest = copy?.name === (await own);
    const kept = copy ? (copy.isWhole ? "whole" : "part") : "none";
    const failure = isNewest && copy.isWhole ? undefined : await failureOf(edition);
    const apart = PARTS.filter((part) => part !== edition && editionOf(part) === edition);
    const copies = await Promise.all(apart.map(copyOf));
    const waiting = copies.filter((each) => !each?.isWhole).length;
    return { kept, isNewest, isBusy: busy === edition, why: failure?.why, waiting };
  }

  async function tellAll(news = {}) {
    const states = {};
    for (const edition of EDITIONS) states[edition] = await stateOf(edition);
    for (const client of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
      if (client.url.startsWith(ROOT)) client.postMessage({ ...news, states });
    }
  }

  /** Tell a page that it is of a build that is gone. */
  async function tellOld(id) {
    const client = await clients.get(id);
    if (client && DIGESTS.has(pathOf(client.url))) client.postMessage({ isOld: true });
  }

  // ---- What is answered

  async function page(event) {
    const path = pathOf(event.request.url);
    const copy = await copyOf(partOf(path));
    const kept = copy && (await find(addressOf(path), copy.name));
    if (kept && (copy.isWhole || copy.name === (await own))) return kept;
    try {
      return await fromNetwork(event, path);
    } catch {
      return kept ?? instead(path);
    }
  }

  /** What a page says that is not kept, or not there, while there is no network. */
  async function instead(path) {
    if (DIGESTS.has(`${path}/`)) return Response.redirect(addressOf(`${path}/`));
    const status = DIGESTS.has(path) ? 503 : 404;
    for (const edition of new Set([languageOf(path), ...EDITIONS])) {
      const root = edition === ORIGINAL ? "" : `${edition}/`;
      const kept = await keptAnywhere(`${root}${status}.html`);
      if (kept) return new Response(kept.body, { status, headers: kept.headers });
    }
    return Response.error();
  }

  async function asset(event) {
    const path = pathOf(event.request.url);
    const copy = await copyOf(partOf(path));
    const kept = copy && (await find(addressOf(path), copy.name));
    if (kept) return kept;
    const older = isPage(path) ? undefined : await keptAnywhere(path);
    if (older) return older;
    const answer = await fromNetwork(event, path).catch(() => Response.error());
    if (isGone(path, answer)) event.waitUntil(tellOld(event.clientId));
    return answer;
  }

  async function keptAnywhere(path) {
    for (const name of [await own, ...(await others())]) {
      const kept = await find(addressOf(path), name);
      if (kept) return kept;
    }
    return undefined;
  }

  async function fromNetwork(event, path) {
    if (!DIGESTS.has(path)) return fetch(event.request);
    const answer = await fetch(event.request, CURRENT);
    event.waitUntil(putIfRight(path, answer.clone()));
    return answer;
  }

  /** Some hosts answer with a page where there is no file. */
  function isGone(path, answer) {
    if (DIGESTS.has(path) || !/\.(?:js|css|json)$/.test(path)) return false;
    return !answer.ok || answer.headers.get("Content-Type")?.startsWith("text/html");
  }

  addEventListener("install", (event) => {
    event.waitUntil(own.then((name) => caches.open(name)).then(() => skipWaiting()));
  });

  addEventListener("message", (event) => {
    const { data } = event;
    if (!EDITIONS.includes(data?.edition)) return;
    queue = queue.then(() => keep(data)).catch(() => {});
    event.waitUntil(queue);
    event.waitUntil(tellAll());
  });

  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
    event.respondWith(request.mode === "navigate" ? page(event) : asset(event));
  });
}
