/** The calendar file of the application that the home page answers first. */
import { calendarEvents, downloadEvents } from "../follow-up-plan/calendar.js";
import { holidaysOf } from "../follow-up-plan/holidays.js";
import { stepsInWords } from "../follow-up-plan/steps-in-words.js";
import { usualInWords } from "../follow-up-plan/usual-day.js";

/** @returns {Promise<string>} what to say once it is downloaded */
export async function downloadCalendar(
  /** @type {import("./standing.js").Standing} */ { interview, plan, moment },
) {
  const holidays = await holidaysOf(interview.place);
  const steps = stepsInWords(interview, plan, moment, holidays);
  const usual = usualInWords(interview, plan, moment, holidays);
  return downloadEvents(interview, calendarEvents(interview, plan, steps, usual));
}
