import { keptInterview, openNextInterview } from "../../file/kept-interview.js";
import { ending, isNotYet } from "../../dates/steps.js";
import { store } from "../../file/store.js";
import { clockTime } from "../../dates/times.js";
import { DatesForm, today } from "./dates-form.js";
import { keepNews } from "./keep-news.js";
import { inWords, settings, word } from "../../shared/page-words.js";

const NEXT = ["next-day", "next-starts", "next-where", "next-people"];

/** Asks what has happened since: news from the employer, or what came of a call. */
export class NewsForm extends DatesForm {
  fill() {
    const interview = keptInterview(store.current, settings);
    const event = interview && (ending(interview) ?? interview.news);
    this.form.elements.event.value = event?.kind ?? "nothing";
    this.write("event-day", event?.day ?? today());
    this.fillSaid("news-", isNotYet(event) ? event.said : null);
  }

  read() {
    return {
      interview: keptInterview(store.current, settings),
      kind: this.typed("event"),
      day: this.value("event-day"),
      said: this.readSaid("news-"),
      nextDay: this.value("next-day"),
      starts: this.value("next-starts"),
    };
  }

  get place() {
    return keptInterview(store.current, settings)?.place;
  }

  isToCome(name) {
    return name !== "event-day";
  }

  dayOf(_name) {
    return this.value("next-day");
  }

  echo() {
    super.echo();
    const { interview, kind, day, said } = this.read();
    this.frame("event-day").hidden = kind === "nothing";
    this.echoSaid("news-", said, day, interview?.place);
    this.frame("news-promise").hidden = kind !== "not-yet-date";
    if (kind !== "not-yet-date") {
      this.frame("news-promised").hidden = true;
      this.frame("news-delay").hidden = true;
    }
    for (const name of NEXT) this.frame(name).hidden = kind !== "invited";
  }

  errors({ interview, kind, day, said, nextDay }) {
    const errors = new Map();
    if (kind === "nothing" || interview === null) return errors;
    if (day === null) errors.set("event-day", this.readingError("event-day"));
    else if (day < interview.day) {
      errors.set(
        "event-day",
        word("follow-up-plan.event-too-early", { interview: inWords(interview.day) }),
      );
    } else if (day > today()) {
      errors.set("event-day", word("follow-up-plan.event-too-late", { typed: inWords(day) }));
    }
    if (kind === "not-yet-date") {
      for (const [field, message] of this.saidErrors("news-", said, day))
        errors.set(field, message);
    }
    if (kind === "invited") {
      for (const name of ["next-day", "next-starts"]) {
        if (this.typed(name) && this.value(name) === null) {
          errors.set(name, this.readingError(name));
        }
      }
      if (nextDay && nextDay <= interview.day) {
        errors.set(
          "next-day",
          word("follow-up-plan.next-too-early", { interview: inWords(interview.day) }),
        );
      }
    }
    return errors;
  }

  keep({ interview, kind, day, said, nextDay, starts }) {
    const { application } = interview;
    this.form.closest("details").open = false;
    keepNews(interview, kind, day, this.saidFields("", kind === "not-yet-date" ? said : null));
    if (kind === "invited") {
      openNextInterview(application, {
        day: nextDay,
        starts: starts && clockTime(starts),
        where: this.typed("next-where") || null,
        people: this.typed("next-people") || null,
      });
    }
  }
}
