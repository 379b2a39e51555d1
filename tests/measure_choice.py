"""Measures from each choice on home to the frame that answers it, on a slow phone: `make bench`."""

from tests.slow_phone import RUNS, slow_phone

# What is pressed, and what is seen then.
CHOICES = {
    "label:has(> [name=which][value=second])": "[name=near]",
    "label:has(> [name=near][value='1'])": "[name=near]:checked",
    "label:has(> [name=promise][value=nothing])": "next-step[data-answered] [data-sentence]",
}
ANSWERED = """(shown) => {
  let start = null;
  const begin = ({ timeStamp }) => (start ??= timeStamp);
  addEventListener("pointerup", begin, { capture: true, once: true });
  window.answered = new Promise((then) => {
    const look = () => {
      const isAnswered = start !== null && document.querySelector(shown)?.checkVisibility();
      if (isAnswered) setTimeout(() => then(Math.round(performance.now() - start)));
      else requestAnimationFrame(look);
    };
    look();
  });
}"""


def main() -> None:
    """Give the three answers of a newcomer, and print a table."""
    print("| the interview, ms | its day, ms | what was promised: the date, ms |")
    print("|---:|---:|---:|")
    with slow_phone() as opened:
        for _ in range(RUNS):
            page = opened("")
            times = []
            for pressed, shown in CHOICES.items():
                page.evaluate(ANSWERED, shown)
                page.locator(pressed).click(delay=80)
                times.append(page.evaluate("answered"))
                page.wait_for_timeout(700)
            print(f"| {' | '.join(map(str, times))} |", flush=True)
            page.context.close()


if __name__ == "__main__":
    main()
