"""A live session: the log's entries folded into cards, boards and stage; judges role, step, open and seen before, and leaves the rest to the kind.

`accept` is check and fold in one, without a pause between them. A log folded again gives the same session.
"""

from collections import Counter
from collections.abc import Iterable

from sessions import Refused, editing, leading, taking_part
from sessions.cards import TEXT, Cards
from sessions.descent import Descents
from sessions.earlier import Earlier
from sessions.editing import OWN, SHAPES
from sessions.leading import CONSOLE
from sessions.people import Person
from sessions.stage import Stage, Step
from sessions.table import Table
from sessions.telling import Telling

GRACE = 5.0  # seconds in which a card that was on its way still comes in
PEOPLE = 5000
CARD_OPS = SHAPES.keys() - {"restore", "alike", "hold"}  # these exist only as the way back of another op
WRITING = {"add", "edit", "move", "cell"}  # what somebody may be at when a step closes
PASSING = {"typing"}  # judged like the rest, shown by the room for a moment, never in the log
AFTER_REVEAL = {"key"}  # what the facilitator shows only once the group has seen what it chose
WRITTEN = {"add", "edit", "link"}  # bring words that wait for the facilitator where the script says so


class LiveSession:
    def __init__(self, made: dict):
        self.made = made
        self.seq = 1
        self.cards = Cards()
        self.stages = Stage(made)
        self._first: dict[tuple[str, str], int] = {}  # (by, op id) -> seq of the first answer
        self._dots: Counter[str] = Counter()
        self._ranked: dict[str, set[str]] = {}
        self.telling = Telling(self.stages, self.cards, Earlier(made.get("earlier", ())))
        for number, step in enumerate(self.stages.steps.values(), 1):
            self._prepare(step, f"s{number}")

    def _prepare(self, step: Step, prefix: str) -> None:
        """What the script itself lists for a step becomes cards, so that it can be carried, edited and merged like any other. Points wait for the groups they belong to."""
        items = [(f"{prefix}-{n}", text) for n, text in enumerate(getattr(step.config, "items", ()), 1)]
        if items:
            self.cards.prepare(step.id, items)
            step.kind.apply(step.board, {"do": "items", "items": [id for id, _ in items]})
        for g, group in enumerate(step.plan.from_.points if step.plan.from_ else (), 1):
            step.points[group.name] = [f"{prefix}-{g}-{n}" for n in range(1, len(group.items) + 1)]
            self.cards.prepare(step.id, zip(step.points[group.name], group.items, strict=True))
        if found := self.telling.earlier.named(step.plan.from_):
            for row in found.cards:
                if row["id"] not in self.cards:
                    self.cards.receive(step.id, row, found.place(row))

    @classmethod
    def fold(cls, entries: Iterable[dict]) -> "LiveSession":
        entries = iter(entries)
        live = cls(next(entries))
        for entry in entries:
            live.apply(entry)
        return live

    @property
    def board(self) -> str | None:
        return self.stages.now

    @property
    def kind(self) -> str | None:
        return self.stages.step.plan.kind if self.stages.step else None

    @property
    def people(self) -> int:
        """Phones, however many people stand behind them."""
        return len(self.stages.people)

    # accepting

    def accept(self, who: Person, op: dict, at: float) -> tuple[int, dict | None]:
        """The seq and the new entry; the first seq and None for a resent op, None too for what only passes; Refused leaves everything as it was."""
        first = self._first.get((who.pid, op["id"]))
        if first is not None:
            return first, None
        clean = self.judge(who, op, at)
        if op["do"] in PASSING:
            return self.seq, None
        entry = {"seq": self.seq + 1, "by": who.pid, "id": op["id"], "board": clean.pop("board", op["board"]), "do": clean.pop("do", op["do"]), **clean}
        if who.leads:
            entry["at"] = round(at, 1)
        self.apply(entry)
        return self.seq, entry

    def arrive(self, pid: str, at: float) -> dict | None:
        """The entry of a person's first join; None when they were here before."""
        if pid in self.stages.people.barred:
            raise Refused("kicked")
        if pid in self.stages.people:
            return None
        for reason, holds in (("ended", self.stages.ended), ("locked", self.stages.locked), ("full", self.people >= PEOPLE)):
            if holds:
                raise Refused(reason)
        entry = {"seq": self.seq + 1, "by": pid, "id": "came", "board": "stage", "do": "came"}
        self.apply(entry)
        return entry

    def judge(self, who: Person, op: dict, at: float) -> dict:
        """The clean op, or Refused; nothing changes."""
        if who.pid in self.stages.people.barred:
            raise Refused("kicked")
        board, do = op["board"], op["do"]
        if board == "stage":
            return self._check_stage(who, op, at)
        step = self.stages.named(board)
        people, console = step.kind.FROM_PEOPLE | OWN, step.kind.FROM_CONSOLE | CARD_OPS | ({"bring"} if step.plan.from_ else set())
        if do not in (console if who.leads else people if who.role == "participant" else set()):
            raise Refused("not_allowed" if do in people | console else "unknown_op")
        if who.leads:
            if do in AFTER_REVEAL and not self.telling.shown(step):
                raise Refused("not_revealed")
            return self._check_board(step, who, op)
        if self.stages.ended and do != "remove":
            raise Refused("ended")
        who = self.stages.people.speaking(who, step.plan.device)
        if step.plan.only and who.group not in step.plan.only:
            raise Refused("other_role")
        late = self._late(step, do, at)
        clean = self._check_board(step, who, op)
        return _waits(clean, do) if (late or step.moderates) and step.reads != "nobody" else clean

    def _late(self, step: Step, do: str, at: float) -> bool:
        """Whether a participant's card comes too late for the board and goes to the tray; Refused when it cannot come at all."""
        if do == "remove":
            return False
        if not step.opened:
            raise Refused("not_open")
        here = step.id == self.board
        if here and step.takes:
            return False
        on_its_way = do in WRITING and step.closed_at is not None and at - step.closed_at <= GRACE
        if on_its_way:
            return False
        if do == "add":
            return True
        raise Refused("closed" if here else "other_step")

    def _check_board(self, step: Step, who: Person, op: dict) -> dict:
        if op["do"] == "bring":
            return editing.check_bring(self.cards, who, op)
        if op["do"] not in SHAPES:
            clean = step.kind.check(step.board, self.cards, who, op)
        elif who.leads or op["do"] in OWN:
            clean = editing.check(self.cards, who, op, getattr(step.config, "max_chars", TEXT))
        else:
            raise Refused("not_allowed")
        return {**clean, "text": None} if step.reads == "nobody" and "text" in clean else clean  # the words were judged, and go no further

    def _check_stage(self, who: Person, op: dict, at: float) -> dict:
        do = op["do"]
        if who.role == "participant" and do in taking_part.OPS:
            return taking_part.check(self.stages, who.pid, op)
        if do in taking_part.OPS or (do in CONSOLE | {"undo"} and not who.leads):
            raise Refused("not_allowed")
        if do == "undo":
            return self._check_undo(who, op, at)
        if do not in CONSOLE:
            raise Refused("unknown_op")
        clean = leading.check(self.stages, op, at, self.cards)
        return {**clean, "picked": self._picked(clean["step"])} if "items" in clean else clean

    def _picked(self, step_id: str) -> list[str]:
        """What the rule alone would have carried: frozen beside what the facilitator chose."""
        offer = self.telling.offer(self.stages.steps[step_id])
        return [item["id"] for item in offer["items"] if item["picked"] and "typed" not in item["why"]] if offer else []

    def _check_undo(self, who: Person, op: dict, at: float) -> dict:
        act = next((act for act in reversed(self.stages.acts) if act["seq"] == op.get("seq")), None)
        if act is None or act["seq"] in self.stages.undone:
            raise Refused("cannot_undo")
        back = {"id": op["id"], "board": act["board"], **act["back"]}
        try:
            if act["board"] == "stage":
                clean = leading.check(self.stages, back, at, self.cards)
            else:
                clean = self._check_board(self.stages.named(act["board"]), who, back)
        except Refused as refused:
            raise Refused("cannot_undo") from refused
        return {**clean, "board": act["board"], "do": back["do"], "undoes": act["seq"]}

    # folding

    def apply(self, entry: dict) -> None:
        self.seq = self.telling.seq = entry["seq"]
        by, do = entry["by"], entry["do"]
        if do == "void":
            return
        self._first[by, entry["id"]] = entry["seq"]
        if entry["board"] == "stage":
            self.stages.apply(entry)
            if do == "go" and "items" in entry:
                step = self.stages.step
                step.kind.apply(step.board, {"do": "items", "items": entry["items"]})
            elif do in ("open", "reveal", "state"):
                self._tell(self.stages.steps[entry["step"]])
            elif do in ("kick", "pardon"):
                (self.stages.people.barred.add if do == "kick" else self.stages.people.barred.discard)(self.cards[entry["card"]].by)
        else:
            self._apply_board(self.stages.steps[entry["board"]], entry)
        if by == "console":
            self.stages.remember(entry)

    def _apply_board(self, step: Step, entry: dict) -> None:
        by, do = entry["by"], entry["do"]
        if do in SHAPES or do in ("add", "move", "lower", "bring"):
            self.cards.apply(entry)
        if "brings" in entry:
            self.cards.apply({**entry, **entry["brings"]})
        if do == "unmerge":
            self._set_free(entry)
        if do == "bring":
            step.brought.append(entry["card"])
        elif do not in SHAPES:
            step.kind.apply(step.board, entry)
            self.cards.keep_with(entry)
        if "turns_to" in entry:
            self.stages.turn(step)
        elif by == "console" and step.turns and self.telling.shown(step):
            self._tell(step)  # what the facilitator counted on paper may be what was missing
        if "done" in entry:
            (step.done.add if entry["done"] else step.done.discard)(by)
        if do in ("put", "take"):
            self._dots[by] += 1 if do == "put" else -1
        elif do == "rank" or "bucket" in entry:
            self._ranked.setdefault(by, set()).add(step.id)

    def _tell(self, step: Step) -> None:
        """A kind that works in turns has to know which of them the room was shown."""
        if step.turns:
            step.kind.apply(step.board, {"do": "shown", "shown": self.telling.shown(step)})

    def _set_free(self, entry: dict) -> None:
        """A card taken out of a cluster that is worked on somewhere becomes an item there of its own."""
        for step in self.stages.steps.values():
            items = getattr(step.board, "items", [])
            if entry["into"] in items:
                step.kind.apply(step.board, {"do": "items", "items": list(dict.fromkeys([*items, *entry["cards"]]))})

    # showing

    def stage(self, audience: str, at: float) -> dict:
        stage = self.stages.view(audience, at)
        return {**stage, "held": self.telling.held()} if audience == "console" else stage

    def view(self, audience: str) -> dict[str, dict]:
        return self.telling.view(audience)

    def result(self, step_id: str) -> Table:
        return self.telling.result(self.stages.named(step_id))

    def tells(self, step_id: str) -> bool:
        """Whether the report may print what this step found."""
        return self.telling.tells(self.stages.named(step_id))

    def carried(self, step_id: str) -> dict[str, list[str]]:
        """How the facilitator changed what the rule picked: ids of shown items `added` and `left` out."""
        return self.telling.carried(self.stages.named(step_id))

    def descents(self) -> Descents:
        """What became of each card, as far as the room was shown."""
        return self.telling.descents()

    def own(self, pid: str | None) -> dict:
        step = self.stages.step
        at = [self.stages.people.table_of(pid)] if step and getattr(step.kind, "TABLES", False) else []
        own = step.kind.own(step.board, self.cards, pid, *at) if step else {}
        if self.stages.sealed:
            return {}
        totals = {"cards": self.cards.count(pid), "dots": self._dots[pid], "ranks": len(self._ranked.get(pid, ()))}
        late = self.cards.held_of(pid, {id for id, one in self.stages.steps.items() if id != self.board and not one.moderates})
        you = self.stages.people.told(pid)
        return {**own, **({"late": late} if late else {}), **({"you": you} if you else {}), "done": bool(step and pid in step.done), "totals": totals}

    def forget(self, at: float) -> list[int]:
        """Forget what was removed and can no longer come back; the seqs of the entries whose text may now be redacted."""
        seqs = self.cards.forget(at)
        if seqs:
            self.stages.acts = [{**act, "text": None} if act["seq"] in seqs and "text" in act else act for act in self.stages.acts]
        return seqs


def _waits(clean: dict, do: str) -> dict:
    """What an op writes, or brings along, waits for the facilitator."""
    if "brings" in clean:
        return {**clean, "brings": {**clean["brings"], "held": True}}
    return {**clean, "held": True} if clean.get("do", do) in WRITTEN else clean
