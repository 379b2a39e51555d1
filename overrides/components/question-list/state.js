/** How far the reader is with a question, in words: « Prête · 1 min 20 s ». */
import { store } from "../../file/store.js";
import { say } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";
import { speakingSeconds, wordsIn } from "../../writing/text.js";
import { timeSpoken } from "./spoken.js";

/** Say it of a question that the employer may ask. */
export function showStateOf(place, id, perMinute) {
  const kept = (family) => store.current.get("application", `${family}:${id}`);
  const answer = kept("answer");
  const kind = kept("ready") ? "ready" : answer === null ? "none" : "answered";
  const seconds = speakingSeconds(wordsIn(answer ?? ""), perMinute);
  place.dataset.state = kind;
  if (seconds === 0) say(place, word(`question-list.mark-${kind}`));
  else say(place, word(`question-list.timed-${kind}`, { time: timeSpoken(seconds) }));
}

/** Say it of a question that the reader may ask. */
export function showChoiceOf(place, id) {
  const isChosen = store.current.get("application", `to-ask:${id}`) !== null;
  place.dataset.state = isChosen ? "chosen" : "none";
  say(place, isChosen ? word("question-list.mark-chosen") : word("question-list.mark-ask-none"));
}
