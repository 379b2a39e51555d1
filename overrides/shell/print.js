/** A button on a page of prose prints it. */
export function printOnDemand() {
  document.querySelector("[data-print-page]")?.addEventListener("click", () => print());
}
