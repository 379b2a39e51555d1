const TYPED =
  "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file])";
const PRESS = 300; // ms in which the mouse events of a tap follow the finger

/** The bar of a phone makes room for its keyboard, and comes back once no finger is on the glass. */
export function makeRoomForKeyboard() {
  const bar = /** @type {HTMLElement} */ (document.querySelector("[data-doors]"));
  const hasKeyboard = matchMedia("(pointer: coarse)");
  let [isPressed, timer] = [false, 0];

  const isTyping = () => document.activeElement?.matches(TYPED) ?? false;
  const comeBack = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isPressed && !isTyping()) bar.toggleAttribute("data-away", false);
    }, PRESS);
  };
  addEventListener("focusin", () => {
    if (hasKeyboard.matches && isTyping()) bar.toggleAttribute("data-away", true);
  });
  addEventListener("focusout", comeBack);
  addEventListener("pointerdown", () => {
    isPressed = true;
  });
  for (const type of ["pointerup", "pointercancel"]) {
    addEventListener(type, () => {
      isPressed = false;
      if (bar.hasAttribute("data-away")) comeBack();
    });
  }
}
