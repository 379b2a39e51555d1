/**
 * A backup as lines that a mail program cannot change without being found out: letters, digits, + and /
 * alone, short, with their number and a fingerprint in the line before them. What a program puts in
 * between (line ends, spaces, quote marks, tags, soft breaks) is no letter, and falls away.
 *
 *   SECOND ENTRETIEN BACKUP BEGIN 1234 1a2b3c4d
 *   eyJmb3JtYXQiOiJzZWNvbmQtZW50cmV0aWVuIiwidmVyc2lvbiI6Miwic2F2ZWQ
 *   SECOND ENTRETIEN BACKUP END
 */
import { fingerprint } from "./fingerprint.js";

const LINE = 64;
const MOST = 20; // of messages that quote one another
const CHUNK = 32_768; // as many arguments as every browser takes
const BEGIN = /SECOND\W+ENTRETIEN\W+BACKUP\W+BEGIN\W+(\d{1,8})\W+([\da-f]{8})/gi;
const END = /SECOND\W+ENTRETIEN\W+BACKUP\W+END/i;
/** A line from within. */
const INSIDE = /^[^A-Za-z\d+/]*[A-Za-z\d+/]{64}\s*$/m;
// Of HTML, of quoted-printable, and marks that are not seen.
const NO_LETTERS = /<[^<>]*>|&#?\w+;|=[\dA-F]{2}|[^A-Za-z\d+/]/g;

/** @returns {string} */
export function armoured(/** @type {string} */ text) {
  const octets = new TextEncoder().encode(text);
  let binary = "";
  for (let i = 0; i < octets.length; i += CHUNK) {
    binary += String.fromCharCode(...octets.subarray(i, i + CHUNK));
  }
  const letters = btoa(binary).replace(/=+$/, "");
  return [
    `SECOND ENTRETIEN BACKUP BEGIN ${letters.length} ${markOf(letters)}`,
    ...(letters.match(new RegExp(`.{1,${LINE}}`, "g")) ?? []),
    "SECOND ENTRETIEN BACKUP END",
  ].join("\n");
}

/**
 * @typedef {{ text: string } | { problem: "cut-start" | "cut-end" | "altered" }} Unarmoured
 * @returns {Unarmoured | null} what was armoured, the first that is whole; null where no such lines
 *   stand
 */
export function unarmoured(/** @type {string} */ carried) {
  const seen = carried.replace(/\p{Cf}|=[ \t]*\r?\n/gu, "");
  const begins = [...seen.matchAll(BEGIN)].slice(0, MOST);
  if (begins.length === 0) {
    return END.test(seen) || INSIDE.test(seen) ? { problem: "cut-start" } : null;
  }
  const found = begins.map(
    /** @returns {Unarmoured} */ (begin) => {
      const rest = seen.slice(begin.index + begin[0].length);
      const end = END.exec(rest);
      const letters = rest.slice(0, end?.index).replace(NO_LETTERS, "").slice(0, Number(begin[1]));
      if (markOf(letters) === begin[2].toLowerCase()) return { text: decoded(letters) };
      return { problem: end === null && letters.length < Number(begin[1]) ? "cut-end" : "altered" };
    },
  );
  return found.find((each) => "text" in each) ?? found[0];
}

function markOf(/** @type {string} */ letters) {
  return fingerprint(letters).padStart(8, "0");
}

function decoded(/** @type {string} */ letters) {
  const binary = atob(letters);
  return new TextDecoder().decode(Uint8Array.from(binary, (each) => each.charCodeAt(0)));
}
