"""The stage: steps and their state, timer, who came, screen control, notes; and what the facilitator did, so that it can be taken back.

Every check gives a clean op; `back` in it is the op that takes it back. Ops that exist only as a `back`: `state`, `clock`, `restore`.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, to_builtins

from sessions import Refused, script
from sessions.boards import KINDS
from sessions.shapes import Id, NewId, Shape, line, read

NOTE = 500  # characters
ACTS = 12  # acts the console shows
BOARD = {"show": "board", "page": 1}
SETTLED = ("config", "face", "ballots", "seen", "tally", "outcome")  # what follows from a board's settings; the rest is people's work
Show = Literal["board", "code", "blank", "card", "notes"]


class Go(Shape, rename={"from_": "from"}):
    step: str | None
    from_: str | None = None
    items: list[Id] | None = None


class Now(Shape):
    step: str | None = None


class State(Shape):
    step: str
    state: Literal["waiting", "look", "open", "closed"]
    revealed: bool
    screen: dict[str, Any]


class Timer(Shape):
    seconds: Annotated[int, Meta(ge=0, le=10800)] | None = None
    add: Annotated[int, Meta(ge=-3600, le=3600)] | None = None


class Clock(Shape):
    step: str | None
    ends: float | None
    total: int


class Break(Shape):
    minutes: Annotated[int, Meta(ge=0, le=120)]


class Skip(Shape):
    step: str
    on: bool = True


class Adjust(Shape):
    step: str
    title: Annotated[str, Meta(min_length=1, max_length=120)] | None = None
    prompt: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    minutes: Annotated[int, Meta(ge=1, le=180)] | None = None
    config: dict[str, Any] | None = None


class Screen(Shape):
    show: Show
    card: Id | None = None
    place: Id | None = None
    page: Annotated[int, Meta(ge=1, le=999)] = 1


class Note(Shape, rename={"as_": "as"}):
    note: NewId
    step: str | None
    as_: Literal["private", "decision", "open"]
    text: str


class Done(Shape):
    step: str


class Nothing(Shape):
    pass


SWITCHES = {"lock": ("locked", True), "unlock": ("locked", False), "approve": ("approved", True), "disapprove": ("approved", False), "end": ("ended", True), "resume": ("ended", False)}
OPPOSITE = {"lock": "unlock", "unlock": "lock", "approve": "disapprove", "disapprove": "approve", "end": "resume", "resume": "end"}
CONSOLE = {"go", "look", "open", "close", "reveal", "timer", "break", "skip", "adjust", "screen", "note", *SWITCHES}
PARTICIPANT = {"done", "undone"}
NOT_ENDED = CONSOLE - {"note", "approve", "disapprove", "resume", "screen"}  # what makes no sense after the end


class Step:
    """One step of the script as it stands: what the script says, and what happened to it."""

    def __init__(self, plan: script.Step):
        self.plan = plan
        self.kind = KINDS[plan.kind]
        self.config = script.config(plan)
        self.board = self.kind.start(self.config)
        self.opens = plan.opens or self.kind.OPENS
        self.state, self.revealed = "waiting", False
        self.opened = self.visited = self.skipped = False
        self.began: float | None = None  # when it was first on stage: the console draws its plan from it
        self.closed_at: float | None = None  # when it was closed or left: cards on their way still come in
        self.done: set[str] = set()
        self.picked: list[str] | None = None  # what the rule alone would have carried in

    @property
    def id(self) -> str:
        return self.plan.id

    @property
    def shown(self) -> bool:
        return self.revealed or not self.kind.SECRET

    @property
    def takes(self) -> bool:
        """Whether people may work on it: open, or eyes on the screen after it was open."""
        return self.state == "open" or (self.state == "look" and self.opened and not (self.revealed and self.kind.SECRET))


class Stage:
    def __init__(self, made: dict):
        plan = script.read(made["script"])
        self.steps = {step.id: Step(step) for step in plan.steps}
        self.title, self.group, self.rehearsal, self.started = made["title"], made["group"], made["rehearsal"], made["started"]
        self.now: str | None = None
        self.people: dict[str, None] = {}
        self.clocks: dict[str | None, tuple[float, int]] = {}  # per step: when its timer ends, in session seconds, and how long it was
        self.break_ends: float | None = None
        self.screen: dict = dict(BOARD)
        self.notes: dict[str, dict] = {}
        self.locked = self.ended = self.approved = False
        self.acts: list[dict] = []
        self.undone: set[int] = set()

    @property
    def step(self) -> Step | None:
        return self.steps[self.now] if self.now else None

    def named(self, id: str | None) -> Step:
        if id not in self.steps:
            raise Refused("no_such_step")
        return self.steps[id]

    # checking

    def check(self, op: dict, at: float, cards) -> dict:
        """The clean op of the facilitator, with `back`."""
        do = op["do"]
        if self.ended and do in NOT_ENDED:
            raise Refused("ended")
        if do in SWITCHES:
            read(op, Nothing)
            return {"back": {"do": OPPOSITE[do]}}
        match do:
            case "go":
                return self._check_go(read(op, Go), cards)
            case "look" | "open" | "close" | "reveal":
                return self._check_state(do, read(op, Now), at)
            case "state":
                want = read(op, State)
                return {**to_builtins(want), "back": self._as_it_is(self.named(want.step))}
            case "timer":
                return {**self._clock(read(op, Timer), at), "back": self._clock_now()}
            case "clock":
                return {**to_builtins(read(op, Clock)), "back": self._clock_now()}
            case "break":
                minutes = read(op, Break).minutes
                left = 0 if self.break_ends is None else max(1, round((self.break_ends - at) / 60))
                return {"ends": at + 60 * minutes if minutes else None, "minutes": minutes, "back": {"do": "break", "minutes": left}}
            case "skip":
                want = read(op, Skip)
                return {"step": self.named(want.step).id, "on": want.on, "back": {"do": "skip", "step": want.step, "on": self.steps[want.step].skipped}}
            case "adjust":
                return self._check_adjust(read(op, Adjust))
            case "screen":
                want = read(op, Screen)
                if want.show == "card" and want.card not in cards:
                    raise Refused("no_such_card")
                return {key: value for key, value in to_builtins(want).items() if value is not None} | {"back": {"do": "screen", **self.screen}}
            case "note":
                return self._check_note(read(op, Note))
        raise Refused("unknown_op")

    def _check_go(self, want: Go, cards) -> dict:
        if want.from_ != self.now:
            raise Refused("moved")
        if want.step is None:
            return {"step": None, "back": {"do": "go", "step": self.now, "from": None}}
        step = self.named(want.step)
        clean: dict = {"step": step.id, "back": {"do": "go", "step": self.now, "from": step.id}}
        if not step.visited:
            clean["opens"] = step.opens == "at once"
        if clean.get("opens") and step.plan.timer:
            clean["timer"] = step.plan.timer * 60
        if step.plan.from_ is None:
            if want.items:
                raise Refused("bad_request")
            return clean
        if want.items is None:
            if not step.visited:
                raise Refused("needs_items")
            return clean
        ids = list(dict.fromkeys(want.items))
        if any(id not in cards for id in ids):
            raise Refused("no_such_card")
        if not ids:
            raise Refused("no_items")
        if step.kind.MOST and len(cards.tops(ids)) > step.kind.MOST:
            raise Refused("too_many_items")
        return {**clean, "items": ids}

    def _check_state(self, do: str, want: Now, at: float) -> dict:
        if self.now is None:
            raise Refused("not_open")
        if want.step not in (None, self.now):
            raise Refused("moved")
        step = self.step
        clean = {"step": self.now, "back": self._as_it_is(step)}
        if do == "open" and not step.opened and step.plan.timer:
            clean["timer"] = step.plan.timer * 60
        return clean

    def _as_it_is(self, step: Step) -> dict:
        return {"do": "state", "step": step.id, "state": step.state, "revealed": step.revealed, "screen": self.screen}

    def _clock(self, want: Timer, at: float) -> dict:
        if (want.seconds is None) == (want.add is None):
            raise Refused("bad_request")
        ends, total = self.clocks.get(self.now, (at, 0))
        left = want.seconds if want.add is None else max(0.0, ends - at) + want.add
        return {"step": self.now, "ends": at + left if left > 0 else None, "total": max(0, want.seconds if want.add is None else total + want.add)}

    def _clock_now(self) -> dict:
        ends, total = self.clocks.get(self.now, (None, 0))
        return {"do": "clock", "step": self.now, "ends": ends, "total": total}

    def _check_adjust(self, want: Adjust) -> dict:
        step = self.named(want.step)
        clean: dict = {"step": step.id}
        back: dict = {"do": "adjust", "step": step.id}
        for key in ("title", "prompt", "minutes"):
            if getattr(want, key) is not None:
                clean[key], back[key] = getattr(want, key), getattr(step.plan, key)
        if want.config is not None:
            try:
                config = msgspec.convert({**to_builtins(step.config), **want.config}, step.kind.Config)
            except msgspec.ValidationError as error:
                raise Refused("bad_setting") from error
            if _ids(step.board.face) - _ids(step.kind.start(config).face):
                raise Refused("bad_setting")  # people may have cards or dots there, or a later step works on it
            clean["config"] = want.config
            back["config"] = {key: to_builtins(step.config)[key] for key in want.config}
        if len(clean) == 1:
            raise Refused("empty")
        return {**clean, "back": back}

    def _check_note(self, want: Note) -> dict:
        old = self.notes.get(want.note)
        if want.step is not None:
            self.named(want.step)
        text = line(want.text, NOTE) if want.text.strip() else ""
        if not text and old is None:
            raise Refused("empty")
        back = {"do": "note", "note": want.note, "step": want.step, "as": want.as_, "text": "", **(old or {})}
        return {"note": want.note, "step": want.step, "as": want.as_, "text": text, "back": back}

    # folding

    def apply(self, entry: dict) -> None:
        at = entry.get("at", 0.0)
        match entry["do"]:
            case "came":
                self.people[entry["by"]] = None
            case "done":
                self.steps[entry["step"]].done.add(entry["by"])
            case "undone":
                self.steps[entry["step"]].done.discard(entry["by"])
            case "go":
                self._go(entry, at)
            case "look" | "open" | "close" | "reveal" | "state":
                self._state(entry, at)
            case "timer" | "clock":
                self._set_clock(entry["step"], entry["ends"], entry["total"])
            case "break":
                self.break_ends = entry["ends"]
                if entry["ends"]:
                    self.screen = dict(BOARD)
            case "skip":
                self.steps[entry["step"]].skipped = entry["on"]
            case "adjust":
                self._adjust(entry)
            case "screen":
                self.screen = {key: entry[key] for key in ("show", "card", "place", "page") if key in entry}
            case "note":
                self._note(entry)
            case do if do in SWITCHES:
                name, value = SWITCHES[do]
                setattr(self, name, value)

    def _go(self, entry: dict, at: float) -> None:
        if self.now:
            self.step.closed_at = at
        self.now, self.break_ends, self.screen = entry["step"], None, dict(BOARD)
        if self.step is None:
            return
        self.step.visited = True
        self.step.picked = entry.get("picked", self.step.picked)
        self.step.began = at if self.step.began is None else self.step.began
        if entry.get("opens"):
            self.step.state, self.step.opened = "open", True
        if not self.step.visited or self.clocks.get(self.now, (at, 0))[0] <= at:
            self.clocks.pop(self.now, None)  # a timer that ran out while we were away says nothing
        self.step.visited = True
        self._start_timer(entry, at)

    def _state(self, entry: dict, at: float) -> None:
        step, do = self.steps[entry["step"]], entry["do"]
        self.break_ends = None
        if do == "state":
            step.state, step.revealed, self.screen = entry["state"], entry["revealed"], entry["screen"]
        elif do == "open":
            step.state, step.opened, step.revealed = "open", True, False
        else:
            step.state = "look" if do == "look" else "closed"
            step.revealed = step.revealed or do == "reveal"
        if do in ("look", "open", "reveal"):
            self.screen = dict(BOARD)  # who wants to show something wants it to be seen, also when the code was up
        if step.state == "closed":
            step.closed_at = at
        self._start_timer(entry, at)

    def _start_timer(self, entry: dict, at: float) -> None:
        if "timer" in entry:
            self._set_clock(self.now, at + entry["timer"], entry["timer"])

    def _set_clock(self, step: str | None, ends: float | None, total: int) -> None:
        if ends is None:
            self.clocks.pop(step, None)
        else:
            self.clocks[step] = (ends, total)

    def _adjust(self, entry: dict) -> None:
        step = self.steps[entry["step"]]
        for key in ("title", "prompt", "minutes"):
            if key in entry:
                setattr(step.plan, key, entry[key])
        if "config" in entry:
            step.config = msgspec.convert({**to_builtins(step.config), **entry["config"]}, step.kind.Config)
            fresh = step.kind.start(step.config)
            vars(step.board).update({key: value for key, value in vars(fresh).items() if key in SETTLED})

    def _note(self, entry: dict) -> None:
        if entry["text"]:
            self.notes[entry["note"]] = {key: entry[key] for key in ("step", "as", "text")}
        else:
            self.notes.pop(entry["note"], None)

    def remember(self, entry: dict) -> None:
        """Keep what the facilitator did, so that it can be shown and taken back."""
        if "undoes" in entry:
            self.undone.add(entry["undoes"])
            act = next((act for act in self.acts if act["seq"] == entry["undoes"]), {})
            if "undoes" in act:
                self.undone.discard(act["undoes"])
        if "back" in entry:
            self.acts.append(entry)

    # showing

    def view(self, audience: str, at: float) -> dict:
        step = self.step
        now = {"step": self.now, "state": step.state if step else "waiting", "revealed": bool(step and step.revealed), "break": None if self.break_ends is None else {"left": round(self.break_ends - at)}}
        common = {
            "now": now,
            "steps": [{"id": one.id, "kind": one.plan.kind, "title": one.plan.title, "minutes": one.plan.minutes} for one in self.steps.values() if audience == "console" or not one.skipped],
            "timer": self._timer(at),
            "locked": self.locked, "ended": self.ended, "approved": self.approved, "title": self.title, "group": self.group, "rehearsal": self.rehearsal,
        }
        if audience == "phone":
            return common
        notes = [{"id": id, **note} for id, note in self.notes.items()]
        if audience == "screen":
            shown = [note for note in notes if note["as"] != "private"] if self.screen["show"] == "notes" else []
            return {**common, "people": len(self.people), "screen": self.screen, "notes": shown}
        steps = [{**short, **self._told(self.steps[short["id"]])} for short in common["steps"]]
        return {**common, "people": len(self.people), "screen": self.screen, "notes": notes, "started": self.started, "steps": steps, "acts": [self._act(act) for act in self.acts[-ACTS:]]}

    def _timer(self, at: float) -> dict | None:
        if self.now not in self.clocks:
            return None
        ends, total = self.clocks[self.now]
        return {"left": round(ends - at), "running": True, "total": total}

    def _told(self, step: Step) -> dict:
        plan = step.plan
        return {"prompt": plan.prompt, "cue": plan.cue, "opens": step.opens, "from": to_builtins(plan.from_), "beside": plan.beside, "timer": plan.timer, "skipped": step.skipped, "began": step.began,
                "visited": step.visited, "state": step.state, "revealed": step.revealed, "secret": step.kind.SECRET, "cards_max": step.kind.MOST, "config": to_builtins(step.config)}

    def _act(self, entry: dict) -> dict:
        facts = {key: entry[key] for key in ("text", "card", "step", "title", "show", "minutes", "as", "undoes") if entry.get(key) is not None}
        return {"seq": entry["seq"], "board": entry["board"], "do": entry["do"], "undone": entry["seq"] in self.undone, "n": len(entry.get("cards", entry.get("items", ()))), **facts}


def _ids(face: dict) -> set[tuple[str, str]]:
    """The ballots, fields, levels or strands that a board shows."""
    return {(key, one["id"]) for key, ones in face.items() if isinstance(ones, list) for one in ones if isinstance(one, dict)}
