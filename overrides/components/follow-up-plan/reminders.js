/** What is to be done before an interview, by when, as events of its calendar file. */
import { addDays } from "../../dates/dates.js";
import { instantOf } from "../../dates/times.js";
import { settings, word } from "../../shared/page-words.js";
import { allDay, companyOf, titled } from "./calendar.js";
import { today } from "./dates-form.js";

const DAYS = { days: 1, weeks: 7 };
const HOUR = 60 * 60 * 1000; // milliseconds

/** @param {string[]} chosen with "company" for its name in the titles */
export function reminderEvents(interview, chosen) {
  return settings.reminders.map(({ number, unit, title, lines }) => ({
    id: `${number}-${unit}-before`,
    title: titled(
      word("follow-up-plan.event-title-reminder", { title }),
      companyOf(interview, chosen),
    ),
    description: lines.join("\n"),
    ...when(interview, number, unit),
  }));
}

/** What should have been done by now is to be done today; an hour is told where it is known. */
function when({ day, starts }, number, unit) {
  if (unit === "hours") {
    const start = starts && instantOf(day, starts);
    return start ? { due: new Date(start - number * HOUR), alarm: 0 } : allDay(day);
  }
  const from = addDays(day, -number * DAYS[unit]);
  return allDay(from < today() ? today() : from);
}
