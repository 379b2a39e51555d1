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
  parseKey,
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
  const found = new Map();
  for (const [key, value] of entries) {
    const { now, steps, level } = placeNow(key, entries, register);
    if (!found.has(now)) found.set(now, []);
    found.get(now).push({ key, value: valueNow(key, value, register), steps, level });
  }
  const result = new Map();
  const joined = [];
  for (const [now, sources] of found) {
    const values = sources.sort((a, b) => compared(now, a, b)).map(({ value }) => value);
    const value = isWords(now) ? values.reduce((a, b) => bothTexts(now, a, b)) : values.at(-1);
    result.set(now, value);
    if (isWords(now) && !values.includes(value)) joined.push(now);
  }
  return { entries: result, joined, moved: [...entries.keys()].filter((key) => !result.has(key)) };
}

/** @returns {string} where the value of a key is kept today */
export function keyNow(/** @type {string} */ key, /** @type {Entries} */ entries, register) {
  return placeNow(key, entries, register).now;
}

/** @returns {string} a value with today's ids in it */
export function valueNow(/** @type {string} */ key, /** @type {string} */ value, register) {
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
  kept,
  /** @type {string | null} */ before,
  value,
) {
  const goesOn = before !== null && value.startsWith(before);
  const isAtEnd = goesOn && (kept === before || kept.endsWith(between(key) + before));
  return isAtEnd ? kept.slice(0, kept.length - before.length) + value : bothTexts(key, kept, value);
}

/** `steps` counts the names in between, `level` grows with what decides; both are 0 at home. */
function placeNow(key, entries, register) {
  const address = parseKey(key);
  const member = address && memberOf(address.field);
  if (!member) return { now: key, steps: 0, level: 0 };
  const { application, interview } = address;
  const { ids, perList } = FAMILIES[member.family];
  const { id, steps } = idNow(member.id, ids, register);
  const spoken = spokenOf(application, entries);
  let [at, level] = [interview, 0];
  if (perList && interview !== null && register.per.application.includes(id)) {
    [at, level] = [null, interview === spoken ? Infinity : 1 + interview];
  } else if (perList && interview === null && register.per.interview.includes(id)) {
    [at, level] = [spoken, Infinity];
  }
  const now = keyOf({ application, interview: at, field: `${member.family}:${id}` });
  return { now, steps, level };
}

function spokenOf(application, entries) {
  const kept = entries.get(`${application}:interview`) ?? "";
  return /^[1-9]$/.test(kept) ? Number(kept) : 0;
}

function idNow(id, kinds, { renamed }) {
  let steps = 0;
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
function compared(now, a, b) {
  const isRated = memberOf(parseKey(now)?.field ?? "")?.family === "practised";
  const day = ({ value }) => (isRated ? value.slice(2) : "");
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
function saidNow(text, register) {
  try {
    const [day, said, place, weekdays, periods, news] = JSON.parse(text);
    const promise = (each) => each && [idNow(each[0], ["promises"], register).id, ...each.slice(1)];
    return JSON.stringify([
      day,
      promise(said),
      idNow(place, ["places"], register).id,
      weekdays,
      periods,
      news && [news[0], news[1], promise(news[2])],
    ]);
  } catch {
    return text;
  }
}
