/** Reads dates, times and numbers as people type them: reader.js brings it with the first of them. */
import { parseDate } from "../../dates/date-input.js";
import { parseTypedTime } from "../../dates/time-input.js";
import { parseNumber } from "../../dates/typed.js";
import { settings } from "../../shared/page-words.js";

export const dateIn = (typed, today, where) => parseDate(typed, today, settings.names, where);

export const timeIn = (typed) => parseTypedTime(typed, settings.names);

/** A number alone, or with the unit that is counted. */
export const numberIn = (typed, unit) =>
  parseNumber(typed, settings.names.units[unit] ?? [], settings.names);
