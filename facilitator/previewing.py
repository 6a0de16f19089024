"""What a phone would show at a step of a script that is being written: a session in memory, played up to that step by simulated people, never saved."""

from collections.abc import Sequence
from contextlib import suppress
from random import Random
from typing import Any

import msgspec

from facilitator.demo.kinds import answers
from facilitator.writing import toml
from sessions import Refused, script
from sessions.live import LiveSession
from sessions.people import CONSOLE, Person
from sessions.script import ScriptErrors

PLAYERS = [Person(f"player-{n}", "participant") for n in range(1, 7)]  # enough to show what is anonymous
LOOKING = Person("looking", "participant")  # whose phone it is: this one did nothing yet
FEW, SEED = 5, 7
EXAMPLES = ["Dagstart in de kring", "Rustige plek in de pauze", "Vaste huiswerkafspraken", "Intervisie in vaste groepjes"]


def phone(raw: dict[str, Any], number: int, ops: Sequence[dict[str, Any] | None] = ()) -> dict[str, Any] | None:
    """{"stage", "view", "own", "board", "kind", "refused"} of a phone at step `number` that sent `ops`; `refused` is why the last one was, or "".

    None while that step, or one it takes from, is not right.
    """
    plan = readable(raw, number)
    if plan is None:
        return None
    step = raw["steps"][number]["id"]
    played = Played(plan)
    for earlier in needed(plan, step):
        played.play(earlier)
    played.go(step)
    return played.told(step, ops) if played.live.board == step else None


def readable(raw: dict[str, Any], number: int) -> script.Script | None:
    """The script; or only the step and what it needs, when something else in it is wrong."""
    steps = [step for step in raw["steps"] if isinstance(step, dict)] if isinstance(raw.get("steps"), list) else []
    if not 0 <= number < len(steps):
        return None
    for some in (steps, chain(steps, number)):
        try:
            return script.worded(script.load(toml({**raw, "steps": some, "minutes": None})))
        except (ScriptErrors, script.TooLong, KeyError):
            continue
    return None


def chain(steps: list[dict], number: int) -> list[dict]:
    """The step with those it takes from or shows beside it, and what those need."""
    kept, ahead = {number}, [number]
    while ahead:
        named = _needs(steps[ahead.pop()])
        ahead += [n for n, step in enumerate(steps) if str(step.get("id")) in named and n not in kept]
        kept.update(ahead)
    return [steps[n] for n in sorted(kept)]


def _needs(step: dict) -> set[str]:
    source = step.get("from") if isinstance(step.get("from"), dict) else {}
    found = [step.get("beside"), None if source.get("session") else source.get("step")]
    return {one for one in found if isinstance(one, str)}


def needed(plan: script.Script, step: str) -> list[str]:
    steps = [msgspec.to_builtins(one) for one in plan.steps]
    number = next(n for n, one in enumerate(steps) if one["id"] == step)
    return [one["id"] for one in chain(steps, number) if one["id"] != step]


class Played:
    def __init__(self, plan: script.Script):
        made = {"script": msgspec.to_builtins(plan), "title": plan.title, "group": "", "rehearsal": False, "started": 0}
        self.live, self._ops, self._chance = LiveSession(made), 0, Random(SEED)
        for who in (*PLAYERS, LOOKING):
            self.live.arrive(who.pid, 0.0)

    def play(self, step: str) -> None:
        """The step as people leave it: answered, every text let in, and shown."""
        self.go(step)
        if self.live.board != step:
            return  # it had nothing to work on
        said = set()
        for number, who in enumerate(PLAYERS):
            self._sit(who, step, number)
            ops = answers(self.live.kind, self.live.view("phone"), self.live.own(who.pid), self._chance)
            for op in [op for op in ops if op["do"] != "add" or op["text"] not in said]:
                said.add(op.get("text"))
                self._do(who, step, op)
        self._do(CONSOLE, "stage", {"do": "reveal"})
        if held := [card["card"] for card in self.live.stage("console", 0.0)["held"]]:
            self._do(CONSOLE, step, {"do": "release", "cards": held})

    def go(self, step: str) -> None:
        """With the cards that the rule picks, or where it picks none the first few; what an earlier session would bring is typed on the sheet."""
        plan = self.live.stages.steps[step].plan
        if plan.from_ and plan.from_.session:
            for text in EXAMPLES:
                self._ops += 1
                self._do(CONSOLE, step, {"do": "bring", "card": f"example-{self._ops:04}", "text": text})
        offer = self.live.telling.offer(self.live.stages.steps[step]) or {"items": []}
        ids = [item["id"] for item in offer["items"] if item["picked"]] or [item["id"] for item in offer["items"]][:FEW]
        self._do(CONSOLE, "stage", {"do": "go", "step": step, "from": self.live.board, **({"items": ids} if plan.from_ else {})})
        self._do(CONSOLE, "stage", {"do": "open"})

    def told(self, step: str, ops: Sequence[dict[str, Any] | None]) -> dict[str, Any]:
        self._sit(LOOKING, step, 0)
        answers = [self._try(op) for op in ops]
        return {"refused": answers[-1] if answers else "", "stage": self.live.stage("phone", 0.0), "board": step, "kind": self.live.kind, "view": self.live.view("phone"), "own": self.live.own(LOOKING.pid)}

    def _sit(self, who: Person, step: str, number: int) -> None:
        """What the step asks of a phone before it may take part: a role, a table."""
        plan = self.live.stages.steps[step].plan
        roles = plan.only or self.live.stages.roles
        if roles:
            self._do(who, "stage", {"do": "role", "group": roles[number % len(roles)]})
        if plan.device == "table":
            self._do(who, "stage", {"do": "size", "table": number + 1, "size": 4, "others": 0})

    def _try(self, op: dict[str, Any] | None) -> str:
        """Why it was refused, or ""."""
        try:
            if op is None:
                raise Refused("bad_request")
            self.live.accept(LOOKING, op, 0.0)
        except Refused as no:
            return no.reason
        return ""

    def _do(self, who: Person, board: str, op: dict[str, Any]) -> None:
        self._ops += 1
        with suppress(Refused):  # what one of them does not get done is not missed
            self.live.accept(who, {"id": f"preview-{self._ops:04}", "board": board, **op}, 0.0)
