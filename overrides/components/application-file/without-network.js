import { say } from "../../shared/say.js";
import { settings, word } from "../../shared/page-words.js";

/** What the service worker keeps of the guide, as it tells every page. */
export class WithoutNetwork {
  constructor(/** @type {HTMLElement} */ section) {
    const line = section.querySelector("[data-offline-state]");
    navigator.serviceWorker?.addEventListener("message", ({ data }) => {
      if (data.states) say(line, inWords(data.states).join(" "));
    });
    document.dispatchEvent(new Event("kept-asked"));
  }
}

function inWords({ [settings.lang]: own, ...others }) {
  if (own.kept === "whole" && own.isNewest) {
    const isOtherWhole = Object.values(others).every(({ kept }) => kept === "whole");
    return [
      word(`application-file.offline-${own.waiting ? "first" : "whole"}`),
      isOtherWhole
        ? word("application-file.offline-other")
        : word("application-file.offline-no-other"),
      ...(own.waiting ? [word("application-file.offline-waiting")] : []),
    ];
  }
  if (own.isBusy) return [word("application-file.offline-busy")];
  const kept = own.kept === "whole" ? "older" : own.kept;
  const why = own.why ?? (own.kept === "part" && navigator.connection?.saveData && "saving");
  return [
    word(`application-file.offline-${kept}`),
    ...(why ? [word(`application-file.offline-${why}`)] : []),
  ];
}
