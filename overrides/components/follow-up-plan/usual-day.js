/** What is usual where the contact works, beside the article's date. */
import { ending, isNotYet } from "../../dates/steps.js";
import { usualDay, usualIn } from "../../dates/usual.js";
import { badge } from "../../shared/badge.js";
import { linksTo } from "../../shared/links.js";
import { dayInWords } from "../../dates/words.js";
import { afterNextFrame } from "../../shared/press.js";
import { assumedPlace } from "./assumed-place.js";
import { settings, word } from "../../shared/page-words.js";

/**
 * @typedef {{ day: string, said: string, sites: [name: string, url: string][] }} UsualInWords
 * @returns {UsualInWords | null} null where the employer gave a date, or no site is known of the place
 */
export function usualInWords(interview, plan, { today, upcoming }, { days }) {
  const { day, place, through, away, news } = interview;
  const usual = usualIn(settings.usual, place, through);
  const isOpen = plan.promised === null && !isNotYet(news) && ending(interview) === null;
  // What is usual through an agency is what the plan says already.
  if (through === "agency") return null;
  if (usual === null || upcoming || !isOpen || assumedPlace(interview) !== "") return null;
  const from = usualDay(day, usual.working_days, days, away);
  const country = usual.countries[place] ?? usual.countries[place.split("-")[0]];
  const said = word(`follow-up-plan.usual-${usual.channel ?? "any"}`, {
    country,
    day: dayInWords(from, settings.calendar, today),
  });
  return { day: from, said, sites: usual.sites };
}

/** A line with its sources behind it, or all of it folded. */
export function showUsual(
  /** @type {HTMLDetailsElement} */ details,
  /** @type {UsualInWords | null} */ usual,
) {
  details.hidden = usual === null;
  if (usual === null) return;
  const [line, more] = details.children;
  const { usual_is_folded: isFolded } = settings;
  line.textContent = isFolded ? word("follow-up-plan.elsewhere") : usual.said;
  // Behind the fold: the date in sight does not wait for it.
  afterNextFrame(() =>
    more.replaceChildren(
      isFolded ? `${usual.said} ` : "",
      `${word("follow-up-plan.elsewhere-why")} ${word("follow-up-plan.sources-sites")} `,
      ...linksTo(usual.sites),
      " ",
      badge("addition"),
    ),
  );
}
