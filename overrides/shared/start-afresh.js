/**
 * Put the controls of a form, or of a tool, back to what the build wrote, before they show what is
 * kept for another application: what was chosen for the last one is not chosen for this one. Fields
 * that keep themselves show it by themselves, and are left to the hands they may be in.
 */
export function startAfresh(/** @type {Element} */ root) {
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>} */
  const controls = root.querySelectorAll(":is(input, select, textarea):not([data-keep])");
  for (const control of controls) {
    if (control instanceof HTMLSelectElement) {
      const first = [...control.options].findIndex((option) => option.defaultSelected);
      control.selectedIndex = Math.max(0, first);
    } else if ("checked" in control && control.matches("[type=checkbox], [type=radio]")) {
      control.checked = control.defaultChecked;
    } else control.value = control.defaultValue;
  }
  /** @type {NodeListOf<HTMLElement>} */
  const byHand = root.querySelectorAll("[data-by-hand]");
  for (const part of byHand) part.hidden = true;
  for (const said of root.querySelectorAll("[data-said], [data-exported]")) said.textContent = "";
}
