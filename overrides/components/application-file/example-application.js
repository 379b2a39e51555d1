/** The application made up to show how the guide is used, with days counted from today. */
import { addDays, civilDateOf } from "../../dates/dates.js";
import { store } from "../../file/store.js";
import { settings } from "../../shared/page-words.js";

export function addExample() {
  const today = civilDateOf(new Date());
  const { application, interviews } = settings.file.example;
  const example = store.add(application, "example");
  for (const { ordinal, fields, days } of interviews) {
    example.nameInterview(ordinal);
    for (const [field, value] of Object.entries(fields)) example.set("interview", field, value);
    for (const [field, offset] of Object.entries(days)) {
      example.set("interview", field, addDays(today, offset));
    }
  }
}
