/**
 * Which question to practise next. The page says it in words (practice-round.order in words.yml).
 *
 * @typedef {"1" | "2" | "3"} Level
 * @typedef {{ level: Level | null, day: string }} Rating
 * @typedef {{ id: string, ready: boolean, rating: string | null }} Practised `rating` is as it is
 *   kept, "1 2026-11-25": 1 to do again, 2 nearly there, 3 fine
 */
import { isReadableDate } from "../dates/dates.js";

/** How many others come before a question returns, so that no answer is only an echo of itself. */
const OTHERS_BETWEEN = 3;
/** @type {Rating} */
const NEVER = { level: null, day: "" };
/** What is weak first, then what was never practised. @type {(Level | null)[]} */
const ORDER = ["1", null, "2", "3"];

/** A rating as it is kept. @returns {Rating} */
export function ratingOf(/** @type {string | null} */ kept) {
  const [figure, day] = (kept ?? "").split(" ");
  const level = ORDER.find((each) => each === figure);
  return level !== undefined && isReadableDate(day) ? { level, day } : NEVER;
}

/**
 * The next question: those whose answer is ready first, then by the last rating, then the one
 * practised longest ago; chance decides between equals.
 * @param {Practised[]} questions
 * @param {string[]} asked the questions of this round so far
 * @param {number} chance from 0 to less than 1
 * @returns {string | null} its id; null when there is none
 */
export function nextQuestion(questions, asked, chance) {
  const between = Math.min(OTHERS_BETWEEN, questions.length - 1);
  const recent = between > 0 ? asked.slice(-between) : [];
  const rest = questions.filter(({ id }) => !recent.includes(id));
  const first = rest.map(rankOf).sort()[0];
  const equals = rest.filter((question) => rankOf(question) === first);
  return equals.length === 0 ? null : equals[Math.floor(chance * equals.length)].id;
}

/** "0 1 2026-11-25", of a ready answer: the lower comes first. */
function rankOf(/** @type {Practised} */ { ready, rating }) {
  const { level, day } = ratingOf(rating);
  return `${Number(!ready)} ${ORDER.indexOf(level)} ${day}`;
}
