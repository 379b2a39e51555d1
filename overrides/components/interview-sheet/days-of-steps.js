import { momentOf, planOf } from "../../dates/interview.js";
import { settings } from "../../shared/page-words.js";
import { holidaysOf } from "../follow-up-plan/holidays.js";
import { stepsInWords } from "../follow-up-plan/steps-in-words.js";

/** @returns {Promise<Record<string, string>>} when each step after an interview is, by its name */
export async function daysOf(interview) {
  const holidays = await holidaysOf(interview.place);
  if (!holidays.known) return {};
  const plan = planOf(interview, settings, holidays.days);
  const now = momentOf(interview, plan, settings, new Date());
  return Object.fromEntries(
    stepsInWords(interview, plan, now, holidays).map(({ id, title, when }) => [
      id,
      interview.through === "agency" ? `${title}. ${when}` : when,
    ]),
  );
}
