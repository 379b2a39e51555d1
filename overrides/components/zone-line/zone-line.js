/** The three zones from an interview to the call, drawn as a line from the dates of its plan. */
import { addDays, daysBetween } from "../../dates/dates.js";
import { isNotYet } from "../../dates/steps.js";
import { dayInWords, shortDay } from "../../dates/words.js";
import { inWords, settings, word } from "../../shared/page-words.js";

/** Where the call stands, in hundredths of the line; the rest is for the days after it. */
const CALL = 80;
/** How near another day leaves no room for the words of one. */
const APART = 20;

/** Draw the rule: three zones, without a day. */
export function showRule(/** @type {HTMLElement} */ line) {
  line.removeAttribute("data-dated");
  line.setAttribute("aria-label", word("zone-line.rule"));
}

export function showZones(
  /** @type {HTMLElement} */ line,
  /** @type {import("../../dates/interview.js").Told} */ { day, news },
  /** @type {import("../../dates/follow-up.js").Plan} */ plan,
  /** @type {import("../../dates/dates.js").CivilDate} */ today,
) {
  const first = today < day ? today : day;
  const scale = CALL / daysBetween(first, plan.call_from);
  const at = (date) => Math.min(100, daysBetween(first, date) * scale);
  const from = isNotYet(news) ? news.day : day;
  const patience = addDays(plan.quiet_until, 1);
  const zones = {
    quiet: [at(from), at(patience)],
    patience: [at(patience), CALL],
    call: [CALL, 100],
  };
  for (const [zone, [start, end]] of Object.entries(zones)) {
    const { style } = line.querySelector(`[data-zone=${zone}]`);
    style.insetInlineStart = `${start}%`;
    style.width = `${end - start}%`;
  }
  const days = { interview: day, quiet: patience, call: plan.call_from, today };
  for (const place of line.querySelectorAll("[data-at]")) {
    const date = days[place.dataset.at];
    place.style.setProperty("--at", at(date) / 100);
    const said = place.dataset.at === "quiet" ? plan.quiet_until : date;
    if ("day" in place.dataset) place.textContent = shortDay(said, settings.calendar);
  }
  const middle = at(patience);
  line.querySelector("[data-at=quiet]").hidden = middle - at(day) < APART || CALL - middle < APART;
  line.setAttribute("data-dated", "");
  line.setAttribute(
    "aria-label",
    word("zone-line.said", {
      interview: inWords(day),
      until: inWords(plan.quiet_until),
      call: inWords(plan.call_from),
      today: dayInWords(today, settings.calendar, today),
    }),
  );
}
