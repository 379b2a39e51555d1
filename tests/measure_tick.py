"""Measures from a tick to the frame after it, on a slow phone with a full file: `make bench`.

Times mean something only on an idle machine: no test reads them.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT, build, serving
from tests.find_browser import FLAGS, installed_browser

SLOWER = 4  # times slower than this machine
RUNS = 5
FILE = """(applications) => {
  localStorage["second-entretien:version"] = "2";
  for (let i = 0; i < applications; i++) {
    const key = `second-entretien:an${i}:`;
    localStorage[`${key}added`] = `2026-11-${String(i + 1).padStart(2, "0")}T09:00:00.000Z`;
    localStorage[`${key}company`] = `Entreprise ${i}`;
    for (let n = 0; n < 100; n++) localStorage[`${key}note:n${n}`] = "x".repeat(100);
  }
}"""
TICK = """async () => {
  const long = [], frames = [];
  const note = (list) => long.push(...list.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(note).observe({ type: "longtask" });
  for (const box of document.querySelectorAll("check-list [type=checkbox]")) {
    const start = performance.now();
    box.click();
    await new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    frames.push(Math.round(performance.now() - start));
    await new Promise((then) => setTimeout(then, 150));
  }
  return { long, frames };
}"""


def main() -> None:
    """Tick each item of a list, with nothing kept and with 200 KB, and print a table."""
    path = installed_browser()
    print("| applications | long tasks, ms | ticks, ms |")
    print("|---:|---|---|")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = build(ROOT, Path(name) / "site")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        with serving(site) as url:
            for applications in [0, 20] * RUNS:
                context = browser.new_context(viewport={"width": 390, "height": 844})
                page = context.new_page()
                page.goto(url + "robots.txt")
                page.evaluate(FILE, applications)
                page.goto(url + "guide/prepare/", wait_until="networkidle")
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                measured = page.evaluate(TICK)
                print(f"| {applications} | {measured['long']} | {measured['frames']} |", flush=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
