"""What is wrong in a form is told once: by a region that speaks, or by what gets the focus."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.test_states import STATES

# What screen readers say by themselves: what changes where a page speaks, and what gets the focus, with
# its description. They look at the page once a frame is over.
LISTEN = """addEventListener("DOMContentLoaded", () => {
  window.said = [];
  const later = (act) => requestAnimationFrame(() => setTimeout(act));
  const text = (each) => each.checkVisibility() ? each.innerText.trim() : "";
  const speaks = (each) => each?.closest("[aria-live], [role=status], [role=alert]");
  new MutationObserver((changes) => {
    const changed = new Set(changes.map(({ target }) => speaks(target.parentElement && target)));
    later(() => {
      for (const each of changed) {
        if (each && each.getAttribute("aria-live") !== "off") said.push(text(each));
      }
    });
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["hidden"] });
  addEventListener("focusin", ({ target }) => later(() => {
    const ids = target.getAttribute("aria-describedby")?.split(" ") ?? [];
    const isField = target.matches("input, textarea, select");
    const heard = ids.length > 0 ? ids.map((id) => document.getElementById(id)) : isField ? [] : [target];
    said.push(...heard.map(text));
  }));
});"""
WRONG = {
    "dates wrong": "n’est pas une heure",
    "news wrong": "le 31/11/2026 n’existe pas",
    "application without a name": "Écrivez au moins le nom",
    "backup refused": "ne ressemble pas à une sauvegarde",
}


@pytest.mark.some(1)
@pytest.mark.parametrize(("state", "error"), WRONG.items())
def test_an_error_is_told_once(
    new_context: Callable[..., BrowserContext], url: str, state: str, error: str
) -> None:
    page = new_context().new_page()
    page.add_init_script(LISTEN)
    STATES[state](page, url)
    page.wait_for_timeout(300)

    said = [text for text in page.evaluate("said") if error in text]
    assert len(said) == 1, said
