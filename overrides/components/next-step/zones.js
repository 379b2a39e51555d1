/** The picture of the three zones: of the rule, then of the reader's own dates. */
import { daysBetween } from "../../dates/dates.js";
import { ending } from "../../dates/steps.js";
import { shortDay } from "../../dates/words.js";
import { inWords, settings, word } from "../../shared/page-words.js";

/** @type {WeakMap<Element, string>} what stands under each zone without dates */
const NAMES = new WeakMap();

/** @param {HTMLElement} picture @param {import("./standing.js").Standing | undefined} standing */
export function showZones(picture, standing) {
  const isDrawn = standing === undefined || ending(standing.interview) === null;
  picture.hidden = !isDrawn || standing?.moment.upcoming === true;
  const plan = picture.hidden ? undefined : standing?.plan;
  const { day } = standing?.interview ?? {};
  const texts = plan && {
    quiet: shortDay(day, settings.calendar),
    patience: plan.patience && shortDay(plan.quiet_until, settings.calendar),
    call: shortDay(plan.call_from, settings.calendar),
  };
  for (const zone of picture.querySelectorAll("[data-zone]")) {
    const name = zone.querySelector("[data-name]");
    if (!NAMES.has(name)) NAMES.set(name, name.textContent);
    name.textContent = texts ? (texts[zone.dataset.zone] ?? "") : NAMES.get(name);
    zone.hidden = texts?.[zone.dataset.zone] === null;
  }
  picture.toggleAttribute("data-dated", plan !== undefined);
  picture.setAttribute(
    "aria-label",
    plan
      ? word("next-step.zones-dated", {
          quiet: inWords(plan.quiet_until),
          call: inWords(plan.call_from),
        })
      : word("next-step.zones"),
  );
  const now = picture.querySelector("[data-now]");
  now.hidden = plan === undefined;
  if (plan) now.style.setProperty("--se-now", `${100 * placeOf(standing)}%`);
}

/** Where today stands on the line, from 0 to 1: each zone has its part of it, whatever its days. */
function placeOf({ interview: { day }, plan, moment: { today } }) {
  const ends = plan.patience ? [0.28, 0.76] : [0.76];
  const days = [plan.patience && plan.quiet_until, plan.call_from].filter(Boolean);
  let [from, at] = [day, 0];
  for (const [index, until] of days.entries()) {
    if (today < until) {
      const part = daysBetween(from, today) / Math.max(1, daysBetween(from, until));
      return at + part * (ends[index] - at);
    }
    [from, at] = [until, ends[index]];
  }
  return Math.min(0.97, at + daysBetween(from, today) / 60);
}
