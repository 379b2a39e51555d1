import { bringLater } from "../../shared/bring-later.js";

/** There is nothing learned before something is kept. */
bringLater(
  () => import("./lesson-list.js"),
  ({ LessonList }) => customElements.define("lesson-list", LessonList),
);
