/** What the candidate's file knows already, by the {names} of docs/data/messages.yml. */
import { store } from "../../file/store.js";
import { isReadableDate, weekday } from "../../dates/dates.js";
import { dateWithoutWeekday } from "../../dates/words.js";

/** @returns {Record<string, string>} what is known of an application and of its interview */
export function givenOf(
  /** @type {import("../../file/application.js").Application} */ application,
  /** @type {import("../../dates/words.js").Calendar} */ calendar,
) {
  const field = (per, name) => application.get(per, name) ?? "";
  const day = field("interview", "day");
  return {
    to: field("interview", "told:to") || field("application", "contact-name"),
    name: field("application", "my-name") || nameElsewhere(application),
    phone: field("application", "my-phone"),
    job: field("application", "job"),
    company: field("application", "company"),
    day: isReadableDate(day) ? dayInWords(day, calendar) : "",
  };
}

/** @returns {string} the reader's name as they gave it for another application of theirs */
export function nameElsewhere(application) {
  if (application.isExample) return "";
  const names = [...store.applications, ...store.archivedApplications].map((each) =>
    each.get("application", "my-name"),
  );
  return names.findLast(Boolean) ?? "";
}

/** « mardi 24 novembre »: weeks later, nobody says the year. */
function dayInWords(day, calendar) {
  const date = dateWithoutWeekday(day, calendar).replace(/ \d+$/, "");
  return `${calendar.weekdays[weekday(day)]} ${date}`;
}
