// What answers each file of vectors, in Bun and in the browser alike. An answer names what it is
// compared with in its case.
({ lib, settings, holidays }) => {
  const DELAYS = {
    employer: { thank_you_days: 1, quiet_weeks: 1, call_days: 14, promise_days: 1 },
    agency: { thank_you_days: 0, quiet_weeks: 0, call_days: 0, promise_days: 0 },
  };
  const P = "second-entretien:";

  class Storage {
    constructor(values = []) {
      this.values = new Map(values);
    }
    get length() {
      return this.values.size;
    }
    key(index) {
      return [...this.values.keys()][index] ?? null;
    }
    getItem(key) {
      return this.values.get(key) ?? null;
    }
    setItem(key, value) {
      this.values.set(key, String(value));
    }
    removeItem(key) {
      this.values.delete(key);
    }
  }

  const calls = {
    "follow-up": ({ given }) => {
      const { interview, reading, promised, number, place, away, news, through = "employer" } = given;
      const { days } = holidays(place, "fr");
      const day = lib.promisedDay(news ?? interview, reading, promised, number, days);
      const expect = lib.plan(interview, day, DELAYS[through], days, away, news);
      expect.skipped = expect.skipped.map(
        ({ day, holiday, away }) => [day, holiday ?? (away ? "away" : "weekend")]);
      return { expect };
    },
    places: ({ place, interview }) => ({
      call: lib.plan(interview, null, DELAYS.employer, holidays(place, "en").days).call_from,
    }),
    usual: ({ given: { place, through, interview, away } }) => {
      const usual = lib.usualIn(settings.usual, place, through);
      if (usual === null) return { expect: null };
      const day = lib.usualDay(interview, usual.working_days, holidays(place, "fr").days, away);
      return { expect: { channel: usual.channel, day } };
    },
    "typed-dates": ({ typed, today = "2026-11-25", order, side }) => {
      const { whole, ...expect } = lib.parseDate(typed, today, settings.names, { order, side });
      return { expect };
    },
    "typed-times": ({ typed }) => {
      const { time, times, problem } = lib.parseTypedTime(typed, settings.names);
      if (problem) return { expect: { problem } };
      return { expect: times ? { times: times.map(lib.clockTime) } : { time: lib.clockTime(time) } };
    },
    "typed-numbers": ({ typed, unit }) => ({
      expect: lib.parseNumber(typed, settings.names.units[unit], settings.names),
    }),
    "phone-numbers": ({ typed }) => ({ dialled: lib.phoneNumber(typed)?.dialled ?? null }),
    addresses: ({ typed }) => ({ addresses: lib.addressesIn(typed) }),
    "dates-in-words": ({ date }) => ({
      fr: lib.dateInWords(date, settings.calendar.fr),
      en: lib.dateInWords(date, settings.calendar.en),
      short: lib.shortDay(date, settings.calendar.fr),
    }),
    "numbers-in-words": ({ typed }) => ({ expect: lib.unparted(typed) }),
    stages: ({ given: { interview, now, kept, application = {}, done = [] } }) => {
      const ticks = Object.fromEntries(done.map((id) => [`tick:${id}`, "1"]));
      const fields = { interview: { ...ticks, ...kept }, application: { ...ticks, ...application } };
      const get = (per, field) => fields[per][field] ?? null;
      const known = lib.keptInterview({ interview, get }, settings);
      const there = holidays(known.place, "fr");
      const plan = lib.planOf(known, settings, there.days);
      const moment = lib.momentOf(known, plan, settings, new Date(now));
      const { stage, tasks, propose } = lib.standOn(
        known, plan, moment, there, settings, (target) => lib.isDone(known.application, target));
      return {
        expect: { stage: stage.id, tasks: tasks.map(({ task }) => task), propose: propose?.task ?? null },
      };
    },
    practice: ({ questions, asked, chance }) => ({
      expect: lib.nextQuestion(
        questions.map(([id, ready, rating]) => ({ id, ready, rating })), asked, chance),
    }),
    "speaking-time": ({ text, repeat, perMinute }) => {
      const words = lib.wordsIn(text.repeat(repeat ?? 1));
      return { words, seconds: lib.speakingSeconds(words, perMinute) };
    },
    text: ({ text, query }) => ({ expect: lib.hasWords(lib.folded(text), query) }),
    messages: ({ call, with: given, expect }) => {
      const got = lib[call](...given);
      if (call !== "adviceOn") return { expect: got };
      return { expect: Object.fromEntries(Object.keys(expect).map((key) => [key, got[key]])) };
    },
    held: ({ call, with: given }) => ({ expect: lib[call](...given) }),
    "fitted-words": ({ lang, say, given }) => {
      const { mute_h: muteH, unelided, fitting } = settings.written[lang];
      return { expect: lib.sentenceOf([{ [lang]: say }], { lang, given, muteH, unelided, fitting }) };
    },
    "hostile-backups": ({ text }) => {
      const backup = lib.readBackup(text);
      if (backup.problem) return { problem: backup.problem, dropped: 0, keys: [] };
      return { problem: null, dropped: backup.dropped, keys: [...backup.entries.keys()].sort() };
    },
    // What cannot be read is set aside, and all else stays.
    "bad-states": ({ kept, aside }) => {
      const before = new Map(Object.entries(kept).map(
        ([key, value]) => [key, typeof value === "object" ? value.repeat.repeat(value.times) : value]));
      const storage = new Storage(before);
      const store = new lib.Store(storage, new Storage());
      const { state } = store;
      const setAside = [...store.setAside.keys()].filter((key) => !key.startsWith("aside:")).sort();
      const isNamed = kept[`${P}a1:interview`] && !aside.includes("a1:interview");
      const tick = isNamed ? store.current.get("interview", "tick:keep-it-short") : "1";
      const lost = [...before.keys()].filter((key) => {
        const name = key.slice(P.length);
        const now = storage.values.get(aside.includes(name) ? `${P}aside:${name}` : key);
        return name !== "version" && now !== before.get(key);
      });
      store.current.set("application", "note:later", "x");
      const note = store.current.get("application", "note:later");
      const polluted = {}.polluted ?? Object.prototype.company;
      const isFine = tick === "1" && note === "x" && polluted === undefined && lost.length === 0;
      return { state, aside: isFine ? setAside : [...setAside, { tick, note, polluted, lost }] };
    },
  };

  return {
    names: Object.keys(calls),
    /** What is answered to each case of a file. As text: on the way, Playwright mends what is no Unicode. */
    answers: (name, text) => JSON.parse(text).map((each) => {
      try {
        return calls[name](each);
      } catch (error) {
        return { error: String(error) };
      }
    }),
  };
}
