"""Measures searches on a slow phone, the first and later ones: `make bench`.

Times mean something only on an idle machine: no test reads them.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT, build, serving
from tests.find_browser import FLAGS, installed_browser

SLOWER = 4  # times slower than this machine
RUNS = 5
QUERIES = ["entretien", "question", "remerciement", "prép", "jours fériés", "e"]
SEARCH = """async (queries) => {
  const input = document.querySelector("[name=query]");
  const list = document.querySelector(".md-search-result__list");
  const times = [];
  input.focus();
  for (const query of queries) {
    let isChanged = false;
    const observer = new MutationObserver(() => { isChanged = true; });
    observer.observe(list, { childList: true });
    const start = performance.now();
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    while (!isChanged) await new Promise((then) => setTimeout(then));
    await new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    times.push(Math.round(performance.now() - start));
    observer.disconnect();
    await new Promise((then) => setTimeout(then, 300));
  }
  return times;
}"""


def main() -> None:
    """Search some words after a first one, from the last letter to the frame with its results."""
    path = installed_browser()
    print("| first search, ms | later searches, ms |")
    print("|---:|---|")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = build(ROOT, Path(name) / "site")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        with serving(site) as url:
            for _ in range(RUNS):
                context = browser.new_context(
                    viewport={"width": 390, "height": 844}, service_workers="block"
                )
                page = context.new_page()
                page.goto(url + "guide/prepare/", wait_until="networkidle")
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                first, *later = page.evaluate(SEARCH, ["salaire", *QUERIES])
                print(f"| {first} | {later} |", flush=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
