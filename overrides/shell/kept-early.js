/** What the browser keeps, for what runs before the first paint; where that is blocked, it throws. */
const PREFIX = "second-entretien";

export const read = (/** @type {string} */ key) => localStorage.getItem(key);

/** The id of the application that this tab shows, or a pattern of any. */
export const shown = () =>
  sessionStorage.getItem(`${PREFIX}-tab:application`) ??
  read(`${PREFIX}:device:application`) ??
  "\\w+";

/** @returns {string[]} the beginnings of the keys that fit a pattern */
export const find = (/** @type {string} */ pattern) =>
  Object.keys(localStorage)
    .join("\n")
    .match(new RegExp(`^${PREFIX}:${pattern}`, "gm")) ?? [];
