// Registers the service worker, and says quietly when it has brought a newer guide. Nothing is
// reloaded: the reader may be writing, and the next page they open is the newer one.
const notice = document.querySelector("[data-offline]");
const container = navigator.serviceWorker;
const script = new URL(notice.dataset.offline, document.baseURI);

/** Absent over plain http, refused where cookies are blocked: the guide then needs the network. */
async function register() {
  try {
    const registration = await container?.register(script, { updateViaCache: "none" });
    // A tab of a phone stays open for weeks: coming back to it is a visit.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration?.update().catch(() => {});
    });
  } catch {
    // As above.
  }
}

function say() {
  const text = document.createElement("p");
  text.textContent = notice.dataset.updated;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = notice.dataset.close;
  button.addEventListener("click", () => notice.replaceChildren());
  notice.replaceChildren(text, button);
}

// The first worker brings nothing new.
if (container?.controller) container.addEventListener("controllerchange", say);
// What this page needs comes before what the others need.
if (document.readyState === "complete") register();
else window.addEventListener("load", register);
