import { bringLater } from "../../shared/bring-later.js";

/** There is no answer before the reader turns to the form that asks. */
bringLater(
  () => import("./next-step.js"),
  ({ NextStep }) => customElements.define("next-step", NextStep),
  document.querySelector("follow-up-plan"),
);
