import { bringLater } from "../../shared/bring-later.js";

/** There is no progress before something is ticked. */
bringLater(
  () => import("./step-path.js"),
  ({ StepPath }) => customElements.define("step-path", StepPath),
);
