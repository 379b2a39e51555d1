import { bringLater } from "../../shared/bring-later.js";
import { store } from "../../file/store.js";
import { loadLater } from "../../shared/page-data.js";
import { guard } from "./guard.js";

store.subscribe(guard);
guard();

/** As long as nothing is kept, nothing is to be said of where it is, or which application it is of. */
bringLater(
  async () => {
    await loadLater(); // these three show themselves as soon as they are there
    return import("./around.js");
  },
  () => {},
);
