/** The months of a plan as tables: each day with its marks, which a legend and hidden text explain. */
import { addDays, weekday } from "../../dates/dates.js";
import { isAway, nextDayToCall } from "../../dates/follow-up.js";
import { monthsBetween, weeksOf } from "../../dates/months.js";
import { inWords, settings, word } from "../../shared/page-words.js";

const MARKS = ["interview", "thank-you", "quiet", "patience", "call", "holiday", "away"];
/** What a bar under the day says; the others have a sign each. */
const ZONES = ["quiet", "patience", "open"];
const MANY_MONTHS = 4;

/** @returns {HTMLElement[]} tables, then the legend of the marks in them */
export function monthTables(interview, plan, steps, holidays, today) {
  const marksOn = marker(interview, plan, steps, holidays);
  const all = monthsBetween(interview.day, addDays(plan.call_from, 1));
  // A reply promised in a year: the months in between hold nothing to look at.
  const shown = all.length > MANY_MONTHS ? [all[0], ...all.slice(-2)] : all;
  const used = new Set();
  const near = [addDays(interview.day, -weekday(interview.day)), addDays(plan.call_from, 7)];
  const tables = shown.map((month) => table(month, marksOn, used, today, near));
  return [...tables, legend(MARKS.filter((mark) => used.has(mark)))];
}

/** @returns {(day: string) => Map<string, string>} the marks of a day, each with what it means there */
function marker(interview, plan, steps, holidays) {
  const { from: thanksFrom } = steps.find(({ id }) => id === "thank-you");
  return (day) => {
    const marks = new Map();
    const mark = (name, text = word(`follow-up-plan.legend-${name}`)) => marks.set(name, text);
    if (day === interview.day) mark("interview");
    if (day === plan.thank_you_by && day > thanksFrom) mark("thank-you");
    for (const { id, from, until } of steps) {
      if ((id === "quiet" || id === "patience") && from <= day && day <= until) mark(id);
      if (id === "call" && day === from) mark(id);
      if (id === "call" && day > from && nextDayToCall(day, holidays, interview.away) === day)
        mark("open", word(`follow-up-plan.legend-${id}`));
    }
    if (holidays.has(day))
      mark("holiday", word("follow-up-plan.holiday-named", { name: holidays.get(day) }));
    else if (isAway(day, interview.away)) mark("away");
    return marks;
  };
}

function table(month, marksOn, used, today, [first, last]) {
  const [year, number] = month.split("-").map(Number);
  const result = element("table", { className: "se-plan__month" });
  result.append(element("caption", {}, `${settings.calendar.months[number - 1]} ${year}`));
  const head = element("tr");
  for (const name of settings.calendar.weekdays) {
    head.append(element("th", { scope: "col", abbr: name }, name.slice(0, 2)));
  }
  const body = element("tbody");
  for (const week of weeksOf(month)) {
    const row = element("tr");
    // A small window leaves out the weeks in which nothing is to be waited for.
    const days = week.filter(Boolean);
    row.toggleAttribute("data-far", days.at(-1) < first || days[0] > last);
    for (const day of week) row.append(cell(day, marksOn, used, today));
    body.append(row);
  }
  const header = element("thead");
  header.append(head);
  result.append(header, body);
  return result;
}

function cell(day, marksOn, used, today) {
  const result = element("td");
  if (day === null) return result;
  const marks = marksOn(day);
  for (const name of marks.keys()) used.add(name);
  result.dataset.marks = [...marks.keys()].join(" ");
  if (day === today) result.setAttribute("aria-current", "date");
  const number = element("span", { className: "se-plan__number" }, String(Number(day.slice(8))));
  if (marks.size === 0) {
    result.append(number);
    return result;
  }
  number.setAttribute("aria-hidden", "true");
  const letters = element(
    "span",
    { className: "se-plan__marks" },
    [...marks.keys()].map(sign).join(" "),
  );
  letters.setAttribute("aria-hidden", "true");
  const meaning = [...marks.values()].join(", ");
  const spoken = element(
    "span",
    { className: "se-hidden" },
    word("follow-up-plan.day-marked", { day: inWords(day), meaning }),
  );
  result.title = meaning;
  result.append(number, letters, spoken);
  return result;
}

function sign(name) {
  return ZONES.includes(name) ? "" : word(`follow-up-plan.mark-${name}`);
}

function legend(names) {
  const result = element("ul", { className: "se-plan__legend" });
  for (const name of names) {
    const line = element("li");
    const mark = element("span", { className: "se-plan__marks" }, sign(name));
    mark.dataset.marks = name;
    line.append(mark, ` ${word(`follow-up-plan.legend-${name}`)}`);
    result.append(line);
  }
  return result;
}

function element(tag, properties = {}, text = "") {
  return Object.assign(document.createElement(tag), properties, text && { textContent: text });
}
