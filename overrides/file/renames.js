/**
 * What is kept under an id that docs/data has renamed, and under an item whose list is now kept with
 * the application rather than with each interview, or the other way round: all of it moves to where
 * the guide looks for it today. Pure.
 *
 * Nothing says when a value was written. But each start of the guide moves what stands under a former
 * name, and so does each write of another tab: a former name found beside the present one was written
 * after it, by a tab of an older build. So the value of the name that is further back is the newer
 * one. Of ids that became one together nothing is known: there « done » stands before « not for me »,
 * and of two ratings of an answer said aloud the one of the later day. Of several interviews the one
 * that the reader speaks of decides, then the latest. Words are never dropped: they are joined.
 *
 * @typedef {import("./migrations.js").Entries} Entries
 * @typedef {{
 *   renamed: Record<string, Record<string, string>>,
 *   per: { application: string[], interview: string[] },
 * }} Register the new id of each former one, by kind; and the items kept with either
 */
import {
  between,
  bothTexts,
  FAMILIES,
  IDS_KEPT,
  isWords,
  keyOf,
  memberOf,
  ordinalIn,
  parseKey,
  UNNAMED,
} from "./fields.js";

/** @type {Register} */
export const NOTHING_RENAMED = { renamed: {}, per: { application: [], interview: [] } };
const DONE = "1";

/**
 * @param {Entries} entries
 * @returns {{ entries: Entries, joined: string[], moved: string[] }} `joined` are the keys where texts
 *   of several names stand together now, `moved` those that are no more
 */
export function upToDate(entries, /** @type {Register} */ register) {
  /** @type {Map<string, Source[]>} */
  const found = new Map();
  for (const [key, value] of entries) {
    const { now, steps, level } = placeNow(key, entries, register);
    const source = { key, value: valueNow(key, value, register), steps, level };
    found.set(now, [...(found.get(now) ?? []), source]);
  }
  /** @type {Entries} */
  const result = new Map();
  /** @type {string[]} */
  const joined = [];
  for (const [now, sources] of found) {
    const values = sources.sort((a, b) => compared(now, a, b)).map(({ value }) => value);
    const value = values.reduce((a, b) => (isWords(now) ? bothTexts(now, a, b) : b));
    result.set(now, value);
    if (isWords(now) && !values.includes(value)) joined.push(now);
  }
  return { entries: result, joined, moved: [...entries.keys()].filter((key) => !result.has(key)) };
}

/** @returns {string} where the value of a key is kept today */
export function keyNow(
  /** @type {string} */ key,
  /** @type {Entries} */ entries,
  /** @type {Register} */ register,
) {
  return placeNow(key, entries, register).now;
}

/** @returns {string} a value with today's ids in it */
export function valueNow(
  /** @type {string} */ key,
  /** @type {string} */ value,
  /** @type {Register} */ register,
) {
  const field = parseKey(key)?.field ?? "";
  if (field === "seen-said") return saidNow(value, register);
  const name = memberOf(field)?.family ?? field;
  return Object.hasOwn(IDS_KEPT, name) ? idNow(value, [IDS_KEPT[name]], register).id : value;
}

/**
 * What a tab of an older build wrote, among the words that stand there already: it writes at each key,
 * so that what it wrote before gives way to what goes on from it.
 */
export function takenIn(
  /** @type {string} */ key,
  /** @type {string} */ kept,
  /** @type {string | null} */ before,
  /** @type {string} */ value,
) {
  const goesOn = before !== null && value.startsWith(before);
  const isAtEnd = goesOn && (kept === before || kept.endsWith(between(key) + before));
  return isAtEnd ? kept.slice(0, kept.length - before.length) + value : bothTexts(key, kept, value);
}

/**
 * @typedef {{ now: string, steps: number, level: number }} Place `steps` counts the names in between,
 *   `level` grows with what decides; both are 0 at home
 * @typedef {{ key: string, value: string } & Omit<Place, "now">} Source what moves to one place
 * @returns {Place}
 */
function placeNow(
  /** @type {string} */ key,
  /** @type {Entries} */ entries,
  /** @type {Register} */ register,
) {
  const address = parseKey(key);
  const member = address && memberOf(address.field);
  if (address === null || member === null) return { now: key, steps: 0, level: 0 };
  const { application, interview } = address;
  const { ids, perList } = FAMILIES[member.family];
  const { id, steps } = idNow(member.id, ids, register);
  const spoken = spokenOf(application, entries);
  const field = `${member.family}:${id}`;
  const placed = (/** @type {number | null} */ at, /** @type {number} */ level) => ({
    now: keyOf({ application, interview: at, field }),
    steps,
    level,
  });
  if (perList && interview !== null && register.per.application.includes(id)) {
    return placed(null, interview === spoken ? Infinity : 1 + interview);
  }
  if (perList && interview === null && register.per.interview.includes(id)) {
    return placed(spoken, Infinity);
  }
  return placed(interview, 0);
}

function spokenOf(/** @type {string} */ application, /** @type {Entries} */ entries) {
  return ordinalIn(entries.get(`${application}:interview`)) ?? UNNAMED;
}

function idNow(
  /** @type {string} */ former,
  /** @type {string[]} */ kinds,
  /** @type {Register} */ { renamed },
) {
  let [id, steps] = [former, 0];
  for (;;) {
    const kind = kinds.find(
      (each) => Object.hasOwn(renamed, each) && Object.hasOwn(renamed[each], id),
    );
    if (kind === undefined) return { id, steps };
    id = renamed[kind][id];
    steps++;
  }
}

/** The older first, and what is to stay last. */
function compared(/** @type {string} */ now, /** @type {Source} */ a, /** @type {Source} */ b) {
  const isRated = memberOf(parseKey(now)?.field ?? "")?.family === "practised";
  const day = (/** @type {Source} */ { value }) => (isRated ? value.slice(2) : "");
  /** @type {[string | number | boolean, string | number | boolean][]} */
  const ranks = [
    [day(a), day(b)],
    [a.steps, b.steps],
    [a.level, b.level],
    [a.value === DONE, b.value === DONE],
    [a.key, b.key],
  ];
  const [one, other] = ranks.find(([mine, theirs]) => mine !== theirs) ?? [0, 0];
  return one < other ? -1 : 1;
}

/** What the reader said when they saw their dates (seen.js): promises and a place, by their ids. */
function saidNow(/** @type {string} */ text, /** @type {Register} */ register) {
  try {
    const [day, said, place, weekdays, periods, news, ...more] = JSON.parse(text);
    const promise = (/** @type {[string, ...unknown[]] | null} */ each) =>
      each && [idNow(each[0], ["promises"], register).id, ...each.slice(1)];
    return JSON.stringify([
      day,
      promise(said),
      idNow(place, ["places"], register).id,
      weekdays,
      periods,
      news && [news[0], news[1], promise(news[2])],
      ...more,
    ]);
  } catch {
    return text;
  }
}
