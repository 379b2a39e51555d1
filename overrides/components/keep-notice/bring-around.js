import { bringLater } from "../../shared/bring-later.js";
import { store } from "../../file/store.js";
import { loadLater } from "../../shared/page-data.js";
import { bringStyle } from "../../shell/style.js";
import { guard } from "./guard.js";

store.subscribe(guard);
guard();

/** As long as nothing is kept, nothing is to be said of where it is, or which application it is of. */
bringLater(
  async () => {
    // These three show themselves as soon as they are there.
    const { style } = /** @type {HTMLElement} */ (document.querySelector("keep-notice")).dataset;
    await Promise.all([loadLater(), style && bringStyle(style, "after")]);
    return import("./around.js");
  },
  () => {},
);
