import { bringLater } from "../../shared/bring-later.js";

/** There is no deadline before the day of the interview is kept. */
bringLater(
  () => import("./thank-you-deadline.js"),
  ({ ThankYouDeadline }) => customElements.define("thank-you-deadline", ThankYouDeadline),
);
