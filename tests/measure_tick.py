"""Measures from a tick to the frame after it, on a slow phone with a full file: `make bench`."""

from tests.slow_phone import RUNS, slow_phone

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
    print("| applications | long tasks, ms | ticks, ms |")
    print("|---:|---|---|")
    with slow_phone() as opened:
        for applications in [0, 20] * RUNS:
            page = opened("guide/prepare/", FILE, applications)
            measured = page.evaluate(TICK)
            print(f"| {applications} | {measured['long']} | {measured['frames']} |", flush=True)
            page.context.close()


if __name__ == "__main__":
    main()
