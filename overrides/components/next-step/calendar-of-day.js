/** The calendar file of the application that the home page answers first. */
import { calendarEvents, downloadEvents } from "../follow-up-plan/calendar.js";
import { holidaysOf } from "../follow-up-plan/holidays.js";
import { stepsInWords } from "../follow-up-plan/steps-in-words.js";

/** @returns {Promise<string>} what to say once it is downloaded */
export async function downloadCalendar(
  /** @type {import("./standing.js").Standing} */ { interview, plan, moment },
) {
  const steps = stepsInWords(interview, plan, moment, await holidaysOf(interview.place));
  return downloadEvents(interview, calendarEvents(interview, plan, steps));
}
