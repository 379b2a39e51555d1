import { store } from "../../file/store.js";
import { KeptElement } from "../../shared/kept-element.js";
import { nameOf, ownName } from "../../shared/application-names.js";

/**
 * Which application the page is about: nothing where there is one alone, without a name. `named` on the
 * page says that there is something to show: shell/first.js says it before the first paint.
 */
class ApplicationBar extends KeptElement {
  static events = ["change", "click", "submit"];
  static isOfAll = true;
  static isAbove = true;

  show() {
    const { applications, example, current } = store;
    const shown = [...applications, ...(example ? [example] : [])];
    if (!shown.some(({ id }) => id === current.id)) shown.push(current);
    const isChoice = shown.length > 1;
    const isNamed = isChoice || current.isExample || ownName(current) !== "";
    document.documentElement.toggleAttribute("data-named", isNamed);
    this.querySelector("[data-switch]").hidden = !isChoice;
    this.querySelector("[data-name]").textContent = nameOf(current);
    this.querySelector("[data-leave]").hidden = !current.isExample;
    const select = this.querySelector("select");
    const options = shown.map((each) => new Option(nameOf(each), each.id));
    if (options.some((option, index) => !isSame(option, select.options[index]))) {
      select.replaceChildren(...options);
    }
    while (select.options.length > options.length) select.lastChild.remove();
    select.value = current.id;
  }

  handleEvent(event) {
    const { type, target } = event;
    const form = this.querySelector("form");
    if (type === "change" && target.matches("select")) store.choose(target.value);
    else if (type === "submit") {
      event.preventDefault();
      this.#add(form);
    } else if (type === "click" && target.matches("[data-leave]")) {
      store.delete(store.example);
    } else if (type === "click" && target.matches("[data-add], [data-cancel]")) {
      this.#fold(form, !form.hidden);
    }
  }

  #add(form) {
    const { company, job } = form.elements;
    const typed = [company, job].map(({ value }) => value.trim());
    const isEmpty = typed.every((text) => text === "");
    this.querySelector("[data-error]").hidden = !isEmpty;
    if (isEmpty) {
      company.focus();
      return;
    }
    store.add({ company: typed[0] || null, job: typed[1] || null });
    form.reset();
    this.#fold(form, true);
  }

  #fold(form, isFolded) {
    const button = this.querySelector("[data-add]");
    form.hidden = isFolded;
    button.setAttribute("aria-expanded", String(!isFolded));
    this.querySelector("[data-error]").hidden = true;
    (isFolded ? button : form.elements.company).focus();
  }
}

const isSame = (option, other) => option.value === other?.value && option.text === other.text;

customElements.define("application-bar", ApplicationBar);
