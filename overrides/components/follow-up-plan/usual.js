/** What is usual where the contact works, beside the article's date. */
import { ending, isNotYet } from "../../dates/steps.js";
import { usualDay, usualIn } from "../../dates/usual.js";
import { linksTo } from "../../shared/links.js";
import { inWords, settings, word } from "../../shared/page-words.js";

/**
 * @typedef {{ day: string, said: string, sites: [name: string, url: string][] }} UsualInWords
 * @returns {UsualInWords | null} null where the employer gave a date, or where no site is known
 */
export function usualInWords(interview, plan, { upcoming }, { days }) {
  const { day, place, through, away, news } = interview;
  const usual = usualIn(settings.usual, place, through);
  const isOpen = plan.promised === null && !isNotYet(news) && ending(interview) === null;
  if (usual === null || upcoming || !isOpen) return null;
  const from = usualDay(day, usual.working_days, days, away);
  const country = usual.countries[place] ?? usual.countries[place.split("-")[0]];
  const said = word(`follow-up-plan.usual-${usual.channel ?? "any"}`, {
    country,
    day: inWords(from),
  });
  return { day: from, said, sites: usual.sites };
}

export function showUsual(/** @type {Element} */ place, /** @type {UsualInWords | null} */ usual) {
  place.hidden = usual === null;
  if (usual === null) return;
  place.querySelector("[data-usual-day]").textContent = usual.said;
  place.querySelector("[data-usual-sites]").replaceChildren(...linksTo(usual.sites));
}
