import { bringLater } from "../../shared/bring-later.js";

/** There is nothing to improve before something is kept. */
bringLater(
  () => import("./improvement-list.js"),
  ({ ImprovementList }) => customElements.define("improvement-list", ImprovementList),
);
