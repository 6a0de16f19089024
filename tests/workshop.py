"""A live session with its small cast (anna, bram, chris, facilitator) and the log it writes, for tests without a server."""

import json
from collections.abc import Sequence
from itertools import count

import msgspec

from sessions import Refused, script
from sessions.live import LiveSession
from sessions.people import CONSOLE, Person

ANNA, BRAM, CHRIS = (Person(name, "participant") for name in ("anna", "bram", "chris"))
AUDIENCES = ("phone", "screen", "console")


def made(text: str, earlier: Sequence[dict] = ()) -> dict:
    """Entry 1 of a session with this script, which goes on from these reports."""
    plan = script.worded(script.load(text))
    return {"seq": 1, "by": "console", "id": "made", "do": "made", "board": "stage", "format": 1, "script": msgspec.to_builtins(plan),
            "title": plan.title, "group": "Kernteam", "lang": "nl", "rehearsal": False, "started": 1_800_000_000, "earlier": list(earlier)}


class Workshop:
    """`at` is the clock in session seconds; every op gets a fresh id unless one is given."""

    def __init__(self, text: str | None = None, earlier: Sequence[dict] = ()):
        self.live = LiveSession(made(text or script.shipped()["kennismaken"], earlier))
        self.log = [self.live.made]
        self.at = 0.0
        self._ids = count(1)

    def come(self, *people: Person) -> None:
        for person in people:
            self._keep(self.live.arrive(person.pid, self.at))

    def do(self, who: Person, board: str, do: str, id: str | None = None, **fields) -> dict | None:
        op = {"id": id or f"op-{next(self._ids):06d}", "board": board, "do": do, **{key.rstrip("_"): value for key, value in fields.items()}}
        return self._keep(self.live.accept(who, op, self.at)[1])

    def lead(self, do: str, board: str = "stage", **fields) -> dict | None:
        return self.do(CONSOLE, board, do, **fields)

    def refusal(self, who: Person, board: str, do: str, **fields) -> str:
        """The reason; fails when it was taken or when anything changed all the same."""
        before = self.picture()
        try:
            self.do(who, board, do, **fields)
        except Refused as refused:
            assert self.picture() == before
            return refused.reason
        raise AssertionError(f"{do} was taken")

    def go(self, step: str, items: list[str] | None = None) -> None:
        self.lead("go", step=step, from_=self.live.board, **({"items": items} if items else {}))

    def card(self, who: Person, card: str, text: str | None = None, board: str = "piramide", **place) -> str:
        self.do(who, board, "add", card=card, text=text or card, **(place or {"level": "base"}))
        return card

    def undo(self, entry: dict) -> dict | None:
        return self.lead("undo", seq=entry["seq"])

    def picture(self) -> dict:
        """Everything anybody can see."""
        live = self.live
        return json.loads(json.dumps({"seq": live.seq, "views": {who: live.view(who) for who in AUDIENCES}, "stages": {who: live.stage(who, 0) for who in AUDIENCES},
                                      "own": {person.pid: live.own(person.pid) for person in (ANNA, BRAM, CHRIS)}}))

    def again(self) -> "LiveSession":
        """The same session, read back from its log."""
        return LiveSession.fold(json.loads(json.dumps(self.log)))

    def _keep(self, entry: dict | None) -> dict | None:
        if entry:
            self.log.append(entry)
        return entry
