"""Types into the fields of a page and presses its controls, with the events of a hand.

Whatever the page, a press holds still what is under the pointer, acts once, and changes nothing but
what it is about. A control is tried right after something was typed into the field nearest to it:
leaving a field is where a page likes to move. Each trial begins with a page just opened, by a
visitor who has nothing kept, or, for what only others see, two applications.
"""

import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from tests.engines.engine import Engine, Key

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
VECTOR = Path(__file__).parent / "vectors/kept/version-1.json"
NOTHING: dict[str, str] = {}
TWO_APPLICATIONS = {
    **json.loads(VECTOR.read_text(encoding="utf-8"))["becomes"],
    "second-entretien:a2:company": "Martin",
}
TYPED = {"email": "zq@b.fr", "number": "7", "tel": "01 23"}
WORD = "zq"
UNSEEN = "is not to be seen"
AGAIN, NEAR = (
    0.6,
    12,
)  # seconds and pixels: a little more than what overrides/shared/press.js takes for one press
DEEPEST = 4  # presses before a control is to be seen
KEEP = """(kept) => {
  localStorage.clear();
  sessionStorage.clear();
  Object.assign(localStorage, kept);
}"""

# A hand that comes near: what is pressed before the tools are there is tried in test_first_sign.py.
GIVE_A_SIGN = """async () => {
  dispatchEvent(new Event("pointermove"));
  while (document.querySelector("script[data-tools]") && !window.guideSettings)
    await new Promise((go) => setTimeout(go, 20));
}"""


@dataclass(frozen=True)
class Control:
    """A control as the page describes it; `kind` is the same for controls that are made alike."""

    path: str
    component: str
    kind: str
    what: str
    name: str
    sweeping: bool
    type: str

    def __str__(self) -> str:
        return f"{self.kind} “{self.name}”"


@dataclass
class Report:
    """How many controls were tried, and what went wrong."""

    fields: int = 0
    presses: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Way:
    """How to come to see a control: from what is kept, by typing and pressing."""

    kept: dict[str, str]
    steps: tuple[tuple[str, Control], ...] = ()

    def then(self, how: str, control: Control) -> "Way":
        """Go one step further."""
        return Way(self.kept, (*self.steps, (how, control)))

    def __str__(self) -> str:
        kept = "two applications" if self.kept else "nothing"
        return "; ".join((f"{kept} kept", *(f"{how} {control}" for how, control in self.steps)))


class Walk:
    """The controls of one page, one after the other; of those alike no more than `most`.

    Alike are those made alike, or, as a sample of the page, those that are the same sort of control
    (`alike="what"`). Which of them is drawn, for each address and hand anew and always the same.
    Given the names of components, it tries no control outside them.
    """

    def __init__(
        self,
        engine: Engine,
        address: str,
        *,
        by_touch: bool = False,
        most: int = 1,
        alike: str = "kind",
        components: set[str] | None = None,
    ) -> None:
        self._engine, self._address = engine, address
        self._hand = engine.touch if by_touch else engine.press
        self._most, self._alike, self._components = most, alike, components
        self._lot = random.Random(f"{urlsplit(address).path} {by_touch}")  # noqa: S311
        self._waiting: list[tuple[Control, Way]] = []
        self._last = ("", -1.0, -1.0, 0.0)
        self._way = Way(NOTHING)
        self._found: set[str] = set()
        self._kinds: Counter[str] = Counter()
        self._done: set[str] = set()
        self.report = Report()

    def run(self) -> Report:
        """Try every control that is to be seen, and those that come to be seen by it."""
        for kept in (NOTHING, TWO_APPLICATIONS):
            self._begin(kept)
            self._call("rested")
            self._find(Way(kept))
        while self._waiting:
            # What sweeps away comes last: it shows what the others have hidden.
            self._waiting.sort(key=lambda each: each[0].sweeping)
            control, way = self._waiting.pop(0)
            if control.path not in self._done:
                self._try(control, way)
        return self.report

    def _call(self, name: str, *arguments: Any) -> Any:
        return self._engine.evaluate(f"(...all) => pressing.{name}(...all)", *arguments)

    def _begin(self, kept: dict[str, str]) -> None:
        # Not on the page itself, which may still write what the last press asked for.
        self._engine.open(urljoin(self._address, "/robots.txt"))
        self._engine.evaluate(KEEP, kept)
        self._engine.open(self._address)
        self._engine.evaluate(GIVE_A_SIGN)
        self._engine.evaluate(f"() => {{ {SCRIPT} }}")
        self._call("rested")

    def _find(self, way: Way) -> None:
        found = [Control(**each) for each in self._call("reachable")]
        for control in self._lot.sample(found, len(found)):
            if control.path not in self._found and self._is_wanted(control):
                self._waiting.append((control, way))
                self._kinds[getattr(control, self._alike)] += 1
            self._found.add(control.path)

    def _is_wanted(self, control: Control) -> bool:
        is_in = self._components is None or control.component in self._components
        return is_in and self._kinds[getattr(control, self._alike)] < self._most

    def _try(self, control: Control, way: Way) -> None:
        self._go(way)
        partner = self._call("partnerOf", control.path)
        other = Control(**partner) if partner else None
        typed, pressed = (control, other) if control.what == "field" else (other, control)
        if typed:
            self._type(typed, is_tried=typed.path not in self._done)
            if pressed and self._call("place", pressed.path).get("why") == UNSEEN:
                # Typing puts it away: what can be done again, once something else was typed.
                self._go(way)
            else:
                way = way.then("type", typed)
        if pressed:
            after = typed if way.steps and way.steps[-1] == ("type", typed) else None
            self._press(pressed, after, is_tried=True)
            way = way.then("press", pressed)
        self._done.update(each.path for each in (typed, pressed) if each)
        if len(way.steps) < DEEPEST * 2:
            self._find(way)

    def _go(self, way: Way) -> None:
        self._way = way
        self._begin(way.kept)
        for how, each in way.steps:
            (self._type if how == "type" else self._press)(each)

    def _type(self, control: Control, *, is_tried: bool = False) -> None:
        point = self._place(control)
        if "why" in point:
            if is_tried:
                self._fault(control, None, point["why"])
            return
        self._put(control, point, is_tried=is_tried)
        seen = self._call("seen")
        text = TYPED.get(control.type, WORD)
        self._engine.type(text)
        if not is_tried:
            return
        self.report.fields += 1
        self._judge(control, None, seen)
        if not seen["focused"]:
            self._fault(control, None, "has no focus after the press")
        elif text not in (self._call("valueOf", control.path) or ""):
            self._fault(control, None, "does not say what was typed")

    def _press(
        self, control: Control, after: Control | None = None, *, is_tried: bool = False
    ) -> None:
        # What was typed before has shown what it does; where nothing was kept, it fetches for that.
        fetches = after and self._way == Way(NOTHING)
        self._call("rested" if fetches else "settled")
        before = self._call("state")
        point = self._place(control)
        if "why" in point:
            if is_tried:
                self._fault(control, after, point["why"])
            return
        self._put(control, point, is_tried=is_tried)
        if control.what == "select":
            self._engine.type(Key.ESCAPE)  # the list that it opens would take the next press
        seen = self._call("seen")
        if not is_tried:
            return
        self.report.presses += 1
        self._judge(control, after, seen)
        if control.what in ("choice", "summary") and not seen["acted"]:
            self._fault(control, after, "is as it was before the press")
        if not control.sweeping:
            self._compare(control, after, before, self._call("state"))

    def _place(self, control: Control) -> Any:
        """Find where to press, and wait as a hand would that has just pressed another control there.

        Sooner, the press is taken for the second half of a double one (overrides/shared/press.js).
        """
        point = self._call("place", control.path)
        if "why" in point or self._last[0] == control.path:
            return point
        is_near = abs(point["x"] - self._last[1]) < NEAR and abs(point["y"] - self._last[2]) < NEAR
        rest = self._last[3] + AGAIN - time.monotonic()
        if not is_near or rest <= 0:
            return point
        time.sleep(rest)
        return self._call("place", control.path)

    def _put(self, control: Control, point: dict[str, float], *, is_tried: bool) -> None:
        self._call("watch", control.path)
        self._hand(point["x"], point["y"], *(() if is_tried else (0.0,)))
        self._last = (control.path, point["x"], point["y"], time.monotonic())

    def _judge(self, control: Control, after: Control | None, seen: dict[str, Any]) -> None:
        if seen["moved"]:
            self._fault(control, after, f"moved under the press: {'; '.join(seen['moved'][:3])}")
        if seen["clicks"] != 1:
            self._fault(control, after, f"got {seen['clicks']} clicks, others: {seen['elsewhere']}")

    def _compare(
        self, control: Control, after: Control | None, before: dict[str, Any], now: dict[str, Any]
    ) -> None:
        if after:
            text = TYPED.get(after.type, WORD)
            said = [each["value"] for each in now["fields"].values()]
            if not any(text in each for each in [*said, *now["kept"].values()]):
                self._fault(control, after, "took away what was typed")
        if control.what in ("choice", "select"):
            return
        for key, value in before["kept"].items():
            # A page remembers the dates that it has shown: file/seen.js.
            if ":seen-" not in key and now["kept"].get(key) != value:
                self._fault(control, after, f"changed {key}: {value} → {now['kept'].get(key)}")
        own = self._call("componentOf", control.path)
        for path, each in before["fields"].items():
            there = now["fields"].get(path, each)
            if each["component"] != own and there["value"] != each["value"]:
                self._fault(control, after, f"changed {path}: {each['value']} → {there['value']}")

    def _fault(self, control: Control, after: Control | None, what: str) -> None:
        tried = f"{control} after {after}" if after else str(control)
        self.report.faults.append(f"{tried}: {what} ({self._way})")
