"""What one entry and one view cost, per kind of step, with 10, 100 and 1,000 people in the room.

    python -m benchmarks.fold [--json figures.json]
"""

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import msgspec

from benchmarks.measure import table
from sessions import script
from sessions.live import LiveSession
from sessions.people import CONSOLE, Person

TARGET = 8.0  # us to fold an entry
PEOPLE = (10, 100, 1000)
REPEATS = 5
CARDS = 2  # of one person; 2,000 is the most a session takes
STEPS = {"pyramid": ("kennismaken", "piramide"), "wall": ("veranderverhaal-kort", "elementen"), "vote": ("kennismaken", "stemmen"), "order": ("kennismaken", "volgorde")}
SHOWN = {"vote": 60, "order": 12}  # the most items there may be
LEVELS = ("foundation", "base", "extra", "intensive")
FIELDS = ("knowledge", "principles", "conditions", "other")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    said = ask.parse_args()
    figures = [measured(kind, people) for kind in STEPS for people in PEOPLE]
    print(report(figures))
    if said.json:
        said.json.write_text(json.dumps({"target us": TARGET, "figures": figures}, indent=2))


def measured(kind: str, people: int) -> dict:
    """Times are the median of some runs: us per entry, ms per view drawn and encoded; sizes in bytes."""
    room = Room(kind, people)
    room.work()
    live, done = room.live, room.log
    taken = statistics.median(timed(fold(room.before, done)) for _ in range(REPEATS))
    room.reveal()
    return {
        "kind": kind, "people": people, "entries": len(done),
        "fold us": round(1e6 * taken / len(done), 2),
        "check and fold us": round(1e6 * room.took / len(done), 2),
        "view ms": {who: round(1000 * statistics.median(timed(lambda who=who: encoded(live, who)) for _ in range(REPEATS)), 2) for who in ("phone", "screen", "console")},
        "view bytes": {who: len(encoded(live, who)) for who in ("phone", "screen", "console")},
    }


class Room:
    """A session at the start of one step, its people in, and what they do there. `before` is the log up to there, `log` their entries."""

    def __init__(self, kind: str, people: int):
        self._script, self._step = STEPS[kind]
        self._kind, self._ids = kind, count()
        self._people = [Person(f"mens-{n:04d}", "participant") for n in range(people)]
        self.before = [made(self._script)]
        self.live = LiveSession(self.before[0])
        self.before += [self.live.arrive(person.pid, 0.0) for person in self._people]
        self._items = self._carried()
        self._lead(self.before, "go", step=self._step, **{"from": self.live.board}, **({"items": self._items} if self._items else {}))
        self._lead(self.before, "open")

    def work(self) -> None:
        """Everybody does what the step asks; `took` is what checking and folding cost together."""
        ops = [(who, op) for n, who in enumerate(self._people) for op in self._ops(n)]
        self.log = []
        self.took = timed(lambda: self.log.extend(self.live.accept(who, op, 1.0)[1] for who, op in ops))

    def reveal(self) -> None:
        """So that the view is at its heaviest."""
        self._lead([], "reveal")

    def _ops(self, n: int) -> list[dict]:
        match self._kind:
            case "pyramid":
                return [self._op("add", card=self._id(), text=text(n), level=LEVELS[(n + one) % 4]) for one in range(CARDS)]
            case "wall":
                return [self._op("add", card=self._id(), text=text(n), because="want dan werkt het ook morgen nog", field=FIELDS[(n + one) % 4]) for one in range(CARDS)]
            case "vote":
                return [self._op("put", item=self._items[(n * 7 + one) % len(self._items)], ballot=ballot) for ballot in ("sterk", "beter") for one in range(3)]
        return [self._op("rank", items=self._items[n % 12 :] + self._items[: n % 12])]

    def _carried(self) -> list[str]:
        if self._kind not in SHOWN:
            return []
        self._lead(self.before, "go", step="piramide", **{"from": None})
        cards = [self._op("add", "piramide", card=self._id(), text=text(n), level=LEVELS[n % 4]) for n in range(SHOWN[self._kind])]
        self.before += [self.live.accept(CONSOLE, op, 0.0)[1] for op in cards]
        return [op["card"] for op in cards]

    def _lead(self, log: list[dict], do: str, **fields) -> None:
        log.append(self.live.accept(CONSOLE, self._op(do, "stage", **fields), 0.0)[1])

    def _op(self, do: str, board: str | None = None, **fields) -> dict:
        return {"id": self._id(), "board": board or self._step, "do": do, **fields}

    def _id(self) -> str:
        return f"zo-lang-als-{next(self._ids):08d}"


def fold(before: list[dict], log: list[dict]) -> Callable[[], None]:
    """-> the folding of `log` alone; the session before it is made first."""
    live = LiveSession.fold(before)

    def run():
        for entry in log:
            live.apply(entry)

    return run


def made(name: str) -> dict:
    plan = script.load(script.shipped()[name])
    return {"seq": 1, "by": "console", "id": "made", "do": "made", "board": "stage", "format": 1, "script": msgspec.to_builtins(plan),
            "title": plan.title, "group": "", "lang": "nl", "rehearsal": False, "started": 0}


def text(n: int) -> str:
    return f"Een kaart van om en nabij vijfenveertig letters {n}"


def encoded(live: LiveSession, audience: str) -> bytes:
    return msgspec.json.encode(live.view(audience))


def timed(call: Callable) -> float:
    """Seconds."""
    gc.disable()
    began = time.perf_counter()
    call()
    took = time.perf_counter() - began
    gc.enable()
    return took


def report(figures: list[dict]) -> str:
    head = ["kind", "people", "entries", "fold us", f"under {TARGET:g}", "check+fold us", *(f"{who} {unit}" for unit in ("ms", "bytes") for who in ("phone", "screen", "console"))]
    rows = [
        [it["kind"], it["people"], it["entries"], it["fold us"], "yes" if it["fold us"] <= TARGET else "NO", it["check and fold us"], *it["view ms"].values(), *it["view bytes"].values()]
        for it in figures
    ]
    return table(head, rows)


if __name__ == "__main__":
    main()
