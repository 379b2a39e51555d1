"""Say, of the log of a build that stopped, what an editor can mend: a few lines, in French, the sentence last."""

import os
import re
import sys
from pathlib import Path

MOST = 28  # lines before the last two
PROBLEM = re.compile(r"(?P<file>docs/.+?), ligne (?P<line>\d+)(?P<what>.*)")
REPORTED = re.compile(r"^(?:ERROR|WARNING)\s+-\s+(.*)")
NOISE = re.compile(r"^(?:INFO|DEBUG)\s+-|^WARNING: |^make: |^\s*$")
LAST = "Le guide n’a pas pu être fabriqué : corrigez ce qui est nommé ici, puis renvoyez vos changements."


def told(log: str) -> list[str]:
    """Return the lines to print: each mistake once, or else the end of what the build said."""
    lines = log.splitlines()
    problems = list(dict.fromkeys(match[0] for line in lines if (match := PROBLEM.search(line))))
    if problems:
        return problems[:MOST]
    reported = [match[1] for line in lines if (match := REPORTED.match(line))]
    other = [line for line in lines if not NOISE.match(line)]
    return list(dict.fromkeys(reported))[:MOST] or other[-MOST:]


def annotation(line: str) -> str | None:
    """Return what makes the host show a mistake beside its line."""
    match = PROBLEM.search(line)
    return match and f"::error file={match['file']},line={match['line']}::{match[0]}"


def main() -> None:
    """Print what the log that is named says."""
    lines = told(Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace"))
    if os.environ.get("GITHUB_ACTIONS"):
        print("\n".join(filter(None, map(annotation, lines))))
    print("\n".join([*lines, "", LAST]))


if __name__ == "__main__":
    main()
