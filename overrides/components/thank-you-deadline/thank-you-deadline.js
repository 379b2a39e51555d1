import { addDays, civilDateOf, isReadableDate } from "../../dates/dates.js";
import { promisedDay } from "../../dates/follow-up.js";
import { thankYouDeadline } from "../../dates/interview.js";
import { clockTimeOf, instantOf, parseTime } from "../../dates/times.js";
import { isSettled, isTicked } from "../../file/ticks.js";
import { store } from "../../file/store.js";
import { DatedElement } from "../../shared/dated-element.js";
import { inWords, settings, timeWords, word } from "../../shared/page-words.js";
import { say } from "../../shared/say.js";

/** Working days after which a thank-you would pass for a follow-up. */
const LATE = 3;

/** Until when the thank-you is to be sent, from what is kept of the interview; else a link to say it. */
export class ThankYouDeadline extends DatedElement {
  show() {
    const { current } = store;
    const day = current.get("interview", "day");
    const isKnown = isReadableDate(day);
    say(this.querySelector("[data-by]"), isKnown ? inTime(current, day, new Date()) : "");
    this.querySelector("[data-say-when]").hidden = isKnown;
  }
}

function inTime(application, day, now) {
  const { delays, done_by } = settings;
  if (done_by && isTicked(application, done_by)) return word("thank-you-deadline.sent");
  if (done_by && isSettled(application, done_by)) return "";
  if (application.get("application", "contact-kind") === "agency")
    return word("thank-you-deadline.agency");
  const kept = parseTime(application.get("interview", "ended") ?? "");
  const ended = kept && instantOf(day, kept) ? kept : null;
  const due = thankYouDeadline({ day, ended, through: "employer" }, settings);
  const today = civilDateOf(now);
  const last = due ? civilDateOf(due) : addDays(day, delays.employer.thank_you_days);
  if (today > promisedDay(last, "working-days", null, LATE)) {
    return word("thank-you-deadline.too-late");
  }
  if (due ? now > due : today > last) return word("thank-you-deadline.late");
  const when = last === today ? "today" : last === addDays(today, 1) ? "tomorrow" : "day";
  const values = { day: inWords(last), time: due ? timeWords(clockTimeOf(due)) : "" };
  return due
    ? word(`thank-you-deadline.by-${when}`, values)
    : word(`thank-you-deadline.on-${when}`, values);
}
