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
from random import Random

import msgspec
from contract import carries, kind_of, of, plan, rooms
from workshop import made

from benchmarks.measure import table
from facilitator.demo.kinds import answers
from sessions.live import LiveSession
from sessions.people import CONSOLE, Person

TARGET = 8.0  # us to fold an entry
PEOPLE = (10, 100, 1000)
REPEATS = 5
MOST = 2  # ops of one person: 2,000 cards is the most a session takes
LEVELS = ("foundation", "base", "extra", "intensive")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    said = ask.parse_args()
    figures = [measured(room, people) for room in rooms() for people in PEOPLE]
    print(report(figures))
    if said.json:
        said.json.write_text(json.dumps({"target us": TARGET, "figures": figures}, indent=2))


def measured(name: str, people: int) -> dict:
    """Times are the median of some runs: us per entry, ms per view drawn and encoded; sizes in bytes."""
    room = Room(name, people)
    room.work()
    live, done = room.live, room.log
    taken = statistics.median(timed(fold(room.before, done)) for _ in range(REPEATS))
    room.reveal()
    return {
        "kind": name, "people": people, "entries": len(done),
        "fold us": round(1e6 * taken / len(done), 2),
        "check and fold us": round(1e6 * room.took / len(done), 2),
        "view ms": {who: round(1000 * statistics.median(timed(lambda who=who: encoded(live, who)) for _ in range(REPEATS)), 2) for who in ("phone", "screen", "console")},
        "view bytes": {who: len(encoded(live, who)) for who in ("phone", "screen", "console")},
    }


class Room:
    """A session at the start of one step, its people in, and what they do there. `before` is the log up to there, `log` their entries."""

    def __init__(self, name: str, people: int):
        self._name, self._ids = name, count()
        self._people = [Person(f"mens-{n:04d}", "participant") for n in range(people)]
        self.before = [made(plan(name))]
        self.live = LiveSession(self.before[0])
        self.before += [self.live.arrive(person.pid, 0.0) for person in self._people]
        items = self._carried()
        self._lead(self.before, "go", step="werk", **{"from": self.live.board}, **({"items": items} if items else {}))
        self._lead(self.before, "open")

    def work(self) -> None:
        """Everybody does what the step asks; `took` is what checking and folding cost together."""
        parts, chance = self.live.view("phone"), Random(1)
        ops = [(who, self._op("werk", **op)) for who in self._people for op in answers(kind_of(self._name), parts, self.live.own(who.pid), chance)[:MOST]]
        self.log = []
        self.took = timed(lambda: self.log.extend(self.live.accept(who, op, 1.0)[1] for who, op in ops))

    def reveal(self) -> None:
        """So that the view is at its heaviest."""
        self._lead([], "reveal")

    def _carried(self) -> list[str]:
        """As many cards as this kind can carry."""
        most = of(self._name, "MOST")
        if not carries(self._name):
            return []
        self._lead(self.before, "go", step="bron", **{"from": None})
        cards = [self._op("bron", "add", card=self._id(), text=text(n), level=LEVELS[n % 4]) for n in range(most)]
        self.before += [self.live.accept(CONSOLE, op, 0.0)[1] for op in cards]
        return [op["card"] for op in cards]

    def _lead(self, log: list[dict], do: str, **fields) -> None:
        log.append(self.live.accept(CONSOLE, self._op("stage", do, **fields), 0.0)[1])

    def _op(self, board: str, do: str, **fields) -> dict:
        return {"id": self._id(), "board": board, "do": do, **fields}

    def _id(self) -> str:
        return f"zo-lang-als-{next(self._ids):08d}"


def fold(before: list[dict], log: list[dict]) -> Callable[[], None]:
    """-> the folding of `log` alone; the session before it is made first."""
    live = LiveSession.fold(before)

    def run():
        for entry in log:
            live.apply(entry)

    return run


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
