"""Say, of the log of a build, what an editor can mend: a few lines, in French.

Where the build stopped, what is wrong, the sentence last; where it did not, what is to be read again and
what waits.
"""

import os
import re
import sys
from pathlib import Path

MOST = 28  # lines before the last two
PROBLEM = re.compile(
    r"(?P<file>(?:docs/.+?|mkdocs(?:\.\w+)?\.yml)), ligne (?P<line>\d+)(?P<what>.*)"
)
REMARK = re.compile(r"^INFO\s+-\s+((?:Brouillon|À relire)\b.*)")
REPORTED = re.compile(r"^(?:ERROR|WARNING)\s+-\s+(.*)")
NOISE = re.compile(r"^(?:INFO|DEBUG)\s+-|^WARNING: |^make: |^\s*$")
LAST = "Le guide n’a pas pu être fabriqué : corrigez ce qui est nommé ici, puis renvoyez vos changements."


def told(log: str) -> list[str]:
    """Return the lines to print: each mistake once, or else the end of what the build said."""
    lines = [line for line in log.splitlines() if not REMARK.match(line)]
    problems = list(dict.fromkeys(match[0] for line in lines if (match := PROBLEM.search(line))))
    if problems:
        return problems[:MOST]
    reported = [match[1] for line in lines if (match := REPORTED.match(line))]
    other = [line for line in lines if not NOISE.match(line)]
    return list(dict.fromkeys(reported))[:MOST] or other[-MOST:]


def remarks(log: str) -> list[str]:
    """Return what the build said of what stops nothing."""
    return [match[1] for line in log.splitlines() if (match := REMARK.match(line))]


def annotations(lines: list[str], kind: str) -> list[str]:
    """Return what makes the host show each line beside the one that it speaks of."""
    return [
        f"::{kind} file={match['file']},line={match['line']}::{line}"
        for line in lines
        if (match := PROBLEM.search(line))
    ]


def main() -> None:
    """Print what the log that is named says; `built` stands behind it where the guide is there."""
    log = Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace")
    is_built = sys.argv[2:] == ["built"]
    lines = remarks(log) if is_built else told(log)
    if os.environ.get("GITHUB_ACTIONS"):
        print(*annotations(lines, "notice" if is_built else "error"), sep="\n")
    print(*lines, *(() if is_built else ("", LAST)), sep="\n")


if __name__ == "__main__":
    main()
