"""Measures searches on a slow phone, the first and later ones: `make bench`."""

from tests.slow_phone import RUNS, slow_phone

QUERIES = ["entretien", "question", "relence", "prép", "24h", "remersiement", "courriel", "e"]
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
    print("| first search, ms | later searches, ms |")
    print("|---:|---|")
    with slow_phone() as opened:
        for _ in range(RUNS):
            page = opened("guide/prepare/")
            first, *later = page.evaluate(SEARCH, ["salaire", *QUERIES])
            print(f"| {first} | {later} |", flush=True)
            page.context.close()


if __name__ == "__main__":
    main()
