// Registers the service worker, asks it to keep this language and what stands behind this door, and
// says quietly when it has brought this page anew, or when the page has grown too old. Nothing is
// reloaded: the reader may be writing.
const notice = /** @type {HTMLElement} */ (document.querySelector("[data-offline]"));
const words = /** @type {Record<string, string>} */ (notice.dataset);
const container = navigator.serviceWorker;
const edition = document.documentElement.lang;
const { door } = words;
const part = "apart" in words ? `${edition}-${door}` : edition;
/** After so many milliseconds the guide is kept even where the page is not idle. */
const LATEST = 2000;
/** Who looks after the guide, at a first visit not yet after this page. @type {ServiceWorker | null} */
let active = null;

/** Absent over plain http, refused where cookies are blocked: the guide then needs the network. */
async function register() {
  try {
    const script = new URL(words.offline, document.baseURI);
    const registration = await container.register(script, { updateViaCache: "none" });
    ({ active } = await container.ready);
    // Absent from Safari; and a page that is never idle, or is never found so, does not wait for ever.
    const whenIdle = window.requestIdleCallback ?? setTimeout;
    whenIdle(() => ask(active), { timeout: LATEST });
    // A tab of a phone stays open for weeks: coming back to it is a visit.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) return;
      registration.update().catch(() => {});
      ask(container.controller);
    });
  } catch {
    // As above.
  }
}

/** Where the reader asked to save data, only what they have visited is kept; not all browsers say. */
function ask(/** @type {ServiceWorker | null | undefined} */ worker) {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const visited = navigator.connection?.saveData && [document.URL, ...loaded];
  worker?.postMessage({ edition, door, visited });
}

function say(/** @type {string} */ text, /** @type {Node[]} */ ...more) {
  const buttons = element("div");
  buttons.append(
    ...more,
    button(words.close, () => notice.replaceChildren()),
  );
  notice.replaceChildren(element("p", text), buttons);
}

function button(/** @type {string} */ text, /** @type {() => void} */ onclick) {
  return Object.assign(element("button", text), { type: "button", onclick });
}

function element(/** @type {string} */ tag, textContent = "") {
  return Object.assign(document.createElement(tag), { textContent });
}

function sayOld() {
  say(
    words.old,
    button(words.reload, () => location.reload()),
  );
}

container?.addEventListener("message", ({ data }) => {
  if (data.isOld) sayOld();
  else if (data.newer === part) say(words.updated);
});
// Each build has a worker of its own.
container?.addEventListener("controllerchange", () => ask(container.controller));
// « Mon dossier » has come, and wants to say what is kept.
document.addEventListener("kept-asked", () => ask(container?.controller ?? active));
// Search found a file gone while no worker looks after this page.
document.addEventListener("search-lost", sayOld);

// What this page needs comes before what the others need.
if (document.readyState === "complete") register();
else window.addEventListener("load", register);
