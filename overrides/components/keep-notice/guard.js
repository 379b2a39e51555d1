import { store } from "../../file/store.js";

/** Ask before the page goes, only while it would take something typed with it. */
export function guard() {
  if (store.unsaved.length > 0) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}

export function ask(event) {
  event.preventDefault();
  event.returnValue = true; // Safari and older Chromium ask for nothing else
}
