/** The steps as the page shows them. */
import { DONE, isTicked, setState } from "../../file/ticks.js";
import { badge } from "../../shared/badge.js";
import { contactNodes } from "../../shared/contact.js";
import { linksTo } from "../../shared/links.js";
import { say, unbroken } from "../../shared/say.js";
import { word } from "../../shared/page-words.js";

/** Show steps in a list; what was open there, or had the focus, stays so. */
export function showSteps(
  /** @type {HTMLElement} */ list,
  /** @type {HTMLTemplateElement} */ template,
  /** @type {import("./steps-in-words.js").StepInWords[]} */ steps,
) {
  const stepOf = (part) => part.closest("[data-step]").dataset.step;
  const opened = new Set([...list.querySelectorAll("details[open]")].map(stepOf));
  const { activeElement } = document;
  const [focused, isBox] = list.contains(activeElement)
    ? [stepOf(activeElement), activeElement.matches("input")]
    : [];
  list.replaceChildren(...steps.map((step) => stepElement(template, step)));
  for (const details of list.querySelectorAll("details")) {
    details.open = opened.has(stepOf(details));
  }
  list
    .querySelector(`[data-step="${focused}"] ${isBox ? "input" : "summary"}`)
    ?.focus({ preventScroll: true });
}

/** @returns {HTMLLIElement} */
function stepElement(/** @type {HTMLTemplateElement} */ template, step) {
  const item = template.content.firstElementChild.cloneNode(true);
  const part = (name) => item.querySelector(`[data-${name}]`);
  item.dataset.step = step.id;
  item.dataset.state = step.status;
  part("title").replaceChildren(
    ...(step.url ? [link(step.url, step.title)] : unbroken(step.title)),
  );
  part("status").textContent = word(`follow-up-plan.status-${step.status}`);
  say(part("when"), step.when);
  say(part("about"), step.title);
  part("with").replaceChildren(...(step.calls ? contactNodes(step.calls) : []));
  part("with").hidden = part("with").textContent === "";
  say(part("reason"), step.reasons.join(" "));
  part("badge").replaceChildren(...(step.badge ? [badge(step.badge)] : []));
  part("skipped").hidden = step.skipped.length === 0;
  part("skipped")
    .querySelector("ul")
    .append(...step.skipped.map((text) => element("li", { textContent: text })));
  part("sources").hidden = step.points.length + step.sites.length === 0;
  part("said-by").textContent =
    step.sites.length > 0 ? word("follow-up-plan.sources-sites") : word("follow-up-plan.sources");
  part("links").replaceChildren(...linksTo([...step.points, ...step.sites]));
  if (step.check) showCheck(part("check"), step.check);
  return item;
}

function showCheck(label, { application, item, label: text }) {
  const box = label.querySelector("input");
  label.hidden = false;
  say(label.querySelector("span"), text);
  box.checked = isTicked(application, item);
  box.addEventListener("change", () => setState(application, item, box.checked ? DONE : null));
}

function link(href, text) {
  const anchor = element("a", { href });
  anchor.append(...unbroken(text));
  return anchor;
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
