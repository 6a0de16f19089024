"""The stage: steps and their state, timer, who came, screen control, notes; and what the facilitator did, so that it can be taken back."""

import msgspec
from msgspec import to_builtins

from sessions import Refused, script
from sessions.boards import KINDS, trait
from sessions.crowd import Crowd, Seat

LARGE = 8  # people; under that it can be guessed who said what (domain.md 8.0)
ACTS = 12  # acts the console shows
BOARD = {"show": "board", "page": 1}
SETTLED = ("config", "face", "ballots", "seen", "tally", "outcome")  # what follows from a board's settings; the rest is people's work
SWITCHES = {"lock": ("locked", True), "unlock": ("locked", False), "approve": ("approved", True), "disapprove": ("approved", False), "end": ("ended", True), "resume": ("ended", False)}


class Step:
    """One step of the script as it stands: what the script says, and what happened to it."""

    def __init__(self, plan: script.Step):
        self.plan = plan
        self.kind = KINDS[plan.kind]
        self.config = script.config(plan)
        self.board = self.kind.start(self.config)
        mode = getattr(self.config, "mode", None)
        self.secret = trait(self.kind, "SECRET", mode)
        self.opens = plan.opens or trait(self.kind, "OPENS", mode)
        self.state, self.revealed = "waiting", False
        self.opened = self.visited = self.skipped = False
        self.began: float | None = None  # when it was first on stage: the console draws its plan from it
        self.closed_at: float | None = None  # when it was closed or left: cards on their way still come in
        self.done_in: dict[str | None, set[str]] = {}  # per turn
        self.brought: list[str] = []  # cards that the facilitator wrote on the carry sheet
        self.picked: list[str] | None = None  # what the rule alone would have carried in
        self.points: dict[str, list[str]] = {}  # per group that the rule may pick: the cards of the points in it

    @property
    def id(self) -> str:
        return self.plan.id

    @property
    def done(self) -> set[str]:
        return self.done_in.setdefault(getattr(self.board, "turn", None), set())

    @property
    def turns(self) -> bool:
        """Whether it works in turns, each with a reveal of its own."""
        return getattr(self.kind, "TURNS", False)

    @property
    def most(self) -> int | None:
        """Items it can carry: what its kind can in this mode, or fewer where its settings ask more of each item."""
        return getattr(self.config, "most", trait(self.kind, "MOST", getattr(self.config, "mode", None)))

    @property
    def shown(self) -> bool:
        return self.revealed or not self.secret

    @property
    def moderates(self) -> bool:
        """Whether every text of people waits for the facilitator: as the script says, or because its kind works that way."""
        return self.plan.moderate or getattr(self.config, "moderate", False)

    @property
    def reads(self) -> str | None:
        """Who reads what is written on a board that shows it to no room: the facilitator, or nobody when it is not kept; then the words go nowhere."""
        if not getattr(self.board, "unread", False):
            return None
        return "facilitator" if self.plan.keep else "nobody"

    def anonymous(self, people: Crowd) -> bool:
        """Whether nobody may be able to tell who answered what: as the script says, or by itself in a group that is large enough to hide in."""
        return self.plan.anonymous is True or (self.plan.anonymous == "auto" and len(people) >= LARGE)

    @property
    def takes(self) -> bool:
        """Whether people may work on it: open, or eyes on the screen after it was open."""
        return self.state == "open" or (self.state == "look" and self.opened and not (self.revealed and self.secret))


class Stage:
    def __init__(self, made: dict):
        plan = script.read(made["script"])
        self.script = plan.id
        self.steps = {step.id: Step(step) for step in plan.steps}
        self.title, self.group, self.rehearsal, self.started = made["title"], made["group"], made["rehearsal"], made["started"]
        self.now: str | None = None
        self.roles, self.tables = plan.roles, made.get("tables", [])
        self.safety = {**({"says": plan.safety} if plan.safety else {}), **({"confidant": made.get("confidant", "")} if plan.confidant else {})}
        self.people = Crowd()
        self.clocks: dict[str | None, tuple[float, int]] = {}  # per step: when its timer ends, in session seconds, and how long it was
        self.break_ends: float | None = None
        self.screen: dict = dict(BOARD)
        self.notes: dict[str, dict] = {}
        self.locked = self.ended = self.approved = self.sealed = False
        self.acts: list[dict] = []
        self.undone: set[int] = set()

    @property
    def step(self) -> Step | None:
        return self.steps[self.now] if self.now else None

    @property
    def ends(self) -> list[Step]:
        """The first and the last step that are done."""
        done = [step for step in self.steps.values() if not step.skipped]
        return [*done[:1], *done[-1:]]

    def named(self, id: str | None) -> Step:
        if id not in self.steps:
            raise Refused("no_such_step")
        return self.steps[id]

    # folding

    def apply(self, entry: dict) -> None:
        at = entry.get("at", 0.0)
        match entry["do"]:
            case "came":
                self.people.seats[entry["by"]] = Seat()
            case "role":
                self.people.seats[entry["by"]].group = entry["group"]
            case "size":
                self.people.sit(entry["by"], entry["table"], entry["size"], entry["others"])
            case "sealed":
                self.sealed = True
            case "paper":
                self.people.paper = entry["n"]
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
                self.screen = {key: entry[key] for key in ("show", "card", "place", "tag", "table", "strand", "ask", "page") if key in entry}
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
        if self.clocks.get(self.now, (at, 0))[0] <= at:
            self.clocks.pop(self.now, None)  # a timer that ran out while we were away says nothing
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
            kept = {key: self.screen[key] for key in ("strand",) if key in self.screen}
            self.screen = {**BOARD, **kept}  # who wants to show something wants it to be seen, also when the code was up
        if step.state == "closed":
            step.closed_at = at
        self._start_timer(entry, at)

    def turn(self, step: Step) -> None:
        """Another turn of this step: it waits to be opened, and nothing of it is shown."""
        step.state, step.opened, step.revealed = "waiting", False, False
        self.clocks.pop(step.id, None)
        self.screen = dict(BOARD)

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
            **({"tables": self.tables} if self.tables else {}),
        }
        if audience == "phone":
            return common
        notes = [{"id": id, **note} for id, note in self.notes.items()]
        if audience == "screen":
            shown = [note for note in notes if note["as"] != "private"] if self.screen["show"] == "notes" else []
            return {**common, **self._crowd(), "screen": self.screen, "notes": shown}
        steps = [{**short, **self._told(self.steps[short["id"]])} for short in common["steps"]]
        return {**common, **self._crowd(), "screen": self.screen, "notes": notes, "started": self.started, "steps": steps, "acts": [self._act(act) for act in self.acts[-ACTS:]]}

    def _crowd(self) -> dict:
        counts = self.people.counts()
        return {"people": counts["people"], "crowd": counts}

    def _timer(self, at: float) -> dict | None:
        if self.now not in self.clocks:
            return None
        ends, total = self.clocks[self.now]
        return {"left": round(ends - at), "running": True, "total": total}

    def _told(self, step: Step) -> dict:
        plan = step.plan
        return {"prompt": plan.prompt, "cue": to_builtins(plan.cue), "break_after": plan.break_after, "opens": step.opens, "from": to_builtins(plan.from_), "beside": to_builtins(plan.beside), "timer": plan.timer, "skipped": step.skipped, "began": step.began,
                "visited": step.visited, "state": step.state, "revealed": step.revealed, "secret": step.secret, "device": plan.device, "cards_max": step.most, "config": to_builtins(step.config)}

    def _act(self, entry: dict) -> dict:
        facts = {key: entry[key] for key in ("text", "card", "item", "step", "title", "show", "minutes", "as", "on", "undoes") if entry.get(key) is not None}
        return {"seq": entry["seq"], "board": entry["board"], "do": entry["do"], "undone": entry["seq"] in self.undone, "n": len(entry.get("cards", entry.get("items", ()))), **facts}
