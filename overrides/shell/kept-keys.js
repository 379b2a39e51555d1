/** What the browser keeps, by its keys alone: for the scripts that run before the first paint. */
const PREFIX = "second-entretien";

/** The id of the application that this tab shows, or a pattern of any. */
export const shown = () =>
  sessionStorage.getItem(`${PREFIX}-tab:application`) ??
  localStorage.getItem(`${PREFIX}:device:application`) ??
  "\\w+";

/** @returns {string[]} the beginnings of the keys that fit a pattern */
export const find = (/** @type {string} */ pattern) =>
  Object.keys(localStorage)
    .join("\n")
    .match(new RegExp(`^${PREFIX}:${pattern}`, "gm")) ?? [];
