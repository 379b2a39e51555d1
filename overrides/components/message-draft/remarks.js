/** What is said of a message below it, on the list of what it holds, and on the list beside it. */
import { heldByMessage } from "../../writing/held.js";
import { adviceOn, lackingIn } from "../../writing/review.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";

export function showReview(draft, parts, message, its, { rules, isOwn, isTold }) {
  const advice = adviceOn(parts.body, message, its, rules);
  const { words, seconds, elements } = advice;
  say(draft.querySelector("[data-length]"), word("message-draft.length", { words, seconds }));
  showElements(draft, elements);
  showRemarks(draft, [
    ...lackingIn(parts, its, rules, isOwn).map((part) => word(`message-draft.lacking-${part}`)),
    ...remarksOn(advice, message.words ?? rules.words, rules.exclamations),
    ...remarksOnElements(draft, elements),
  ]);
  showHeld(isOwn || isTold ? heldByMessage(advice, message, rules) : []);
}

function showElements(draft, elements) {
  const states = new Map(elements.map(({ id, state }) => [id, state]));
  for (const line of draft.querySelectorAll("[data-element]")) {
    const state = states.get(line.dataset.element);
    line.hidden = state === undefined;
    if (state === undefined) continue;
    line.dataset.is = state;
    say(line.querySelector("[data-state]"), word(`message-draft.state-${state}`));
  }
}

function showRemarks(draft, remarks) {
  const list = draft.querySelector("[data-remarks]");
  list.replaceChildren(
    ...remarks.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
  );
  const number = remarks.length;
  list.hidden = number === 0;
  const verdict = ["none", "one"][number] ?? "many";
  say(draft.querySelector("[data-verdict]"), word(`message-draft.verdict-${verdict}`, { number }));
}

function remarksOn(advice, { least, most }, exclamations) {
  const { length, longSentences, vague, familiar, informal } = advice;
  const { hasGreeting, hasClosing, exclaims } = advice;
  const remark = (isDue, name, values = {}) =>
    isDue ? [word(`message-draft.remark-${name}`, values)] : [];
  return [
    ...remark(!hasGreeting, "greeting"),
    ...remark(length === "long", "long", { most }),
    ...remark(length === "short", "short", { least }),
    ...longSentences.flatMap((sentence) => remark(true, "sentence", sentence)),
    ...remark(vague.length > 0, "vague", { words: vague.join(", ") }),
    ...remark(familiar.length > 0, "familiar", { words: familiar.join(", ") }),
    ...remark(informal.length > 0, "informal", { words: informal.join(", ") }),
    ...remark(exclaims, "exclaims", { most: exclamations.most }),
    ...remark(!hasClosing, "closing"),
  ];
}

function remarksOnElements(draft, elements) {
  return elements.flatMap(({ id, state }) => {
    const { label } = draft.querySelector(`[data-element="${id}"]`).dataset;
    if (state === "missing") return [word("message-draft.remark-missing", { label })];
    return state === "unwanted" ? [word("message-draft.remark-unwanted")] : [];
  });
}

/** Tell the list beside what the message holds, once something in it is the reader's. */
function showHeld(held) {
  for (const list of document.querySelectorAll("check-list[data-per=interview]")) {
    Object.assign(list.dataset, { heldIn: word("message-draft.held"), held: held.join(" ") });
  }
}
