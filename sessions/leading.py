"""What the facilitator may do to the stage. Each check gives the clean op with `back`, the op that takes it back.

`state`, `clock` and `pardon` exist only as such a `back`.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, to_builtins

from sessions import Refused
from sessions.cards import Cards
from sessions.shapes import Id, NewId, Shape, line, read
from sessions.stage import SWITCHES, Stage, Step

NOTE = 500  # characters
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
    tag: Id | None = None  # only the cards with this tag, or of this table
    table: Annotated[int, Meta(ge=1, le=999)] | None = None
    strand: Id | None = None
    ask: Annotated[int, Meta(ge=1, le=99)] | None = None  # which of the board's questions to look by
    page: Annotated[int, Meta(ge=1, le=999)] = 1


class Note(Shape, rename={"as_": "as"}):
    note: NewId
    step: str | None
    as_: Literal["private", "decision", "open"]
    text: str


class Paper(Shape):
    n: Annotated[int, Meta(ge=0, le=5000)]


class Writer(Shape):
    card: Id


class Nothing(Shape):
    pass


OPPOSITE = {"lock": "unlock", "unlock": "lock", "approve": "disapprove", "disapprove": "approve", "end": "resume", "resume": "end"}
CONSOLE = {"go", "look", "open", "close", "reveal", "timer", "break", "skip", "adjust", "screen", "note", "paper", "kick", *SWITCHES}
NOT_ENDED = CONSOLE - {"note", "approve", "disapprove", "resume", "screen"}  # what makes no sense after the end


def check(stage: Stage, op: dict, at: float, cards: Cards) -> dict:
    """The clean op of the facilitator, with `back`."""
    do = op["do"]
    if stage.ended and do in NOT_ENDED:
        raise Refused("ended")
    if do == "resume" and stage.sealed:
        raise Refused("ended")  # nobody could come back to what was theirs
    if do in SWITCHES:
        read(op, Nothing)
        return {"back": {"do": OPPOSITE[do]}}
    match do:
        case "go":
            return _check_go(stage, read(op, Go), cards)
        case "look" | "open" | "close" | "reveal":
            return _check_state(stage, do, read(op, Now), at)
        case "state":
            want = read(op, State)
            return {**to_builtins(want), "back": _as_it_is(stage, stage.named(want.step))}
        case "timer":
            return {**_clock(stage, read(op, Timer), at), "back": _clock_now(stage)}
        case "clock":
            return {**to_builtins(read(op, Clock)), "back": _clock_now(stage)}
        case "break":
            minutes = read(op, Break).minutes
            left = 0 if stage.break_ends is None else max(1, round((stage.break_ends - at) / 60))
            return {"ends": at + 60 * minutes if minutes else None, "minutes": minutes, "back": {"do": "break", "minutes": left}}
        case "skip":
            want = read(op, Skip)
            return {"step": stage.named(want.step).id, "on": want.on, "back": {"do": "skip", "step": want.step, "on": stage.steps[want.step].skipped}}
        case "adjust":
            return _check_adjust(stage, read(op, Adjust))
        case "screen":
            want = read(op, Screen)
            if want.show == "card" and want.card not in cards:
                raise Refused("no_such_card")
            return {key: value for key, value in to_builtins(want).items() if value is not None} | {"back": {"do": "screen", **stage.screen}}
        case "note":
            return _check_note(stage, read(op, Note))
        case "paper":
            return {"n": read(op, Paper).n, "back": {"do": "paper", "n": stage.people.paper}}
        case "kick" | "pardon":
            return _check_kick(stage, do, read(op, Writer).card, cards)
    raise Refused("unknown_op")


def _check_go(stage: Stage, want: Go, cards: Cards) -> dict:
    if want.from_ != stage.now:
        raise Refused("moved")
    if want.step is None:
        return {"step": None, "back": {"do": "go", "step": stage.now, "from": None}}
    step = stage.named(want.step)
    clean: dict = {"step": step.id, "back": {"do": "go", "step": stage.now, "from": step.id}}
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
    if not ids and getattr(step.kind, "LEAST", 1):
        raise Refused("no_items")
    if step.most and len(cards.tops(ids)) > step.most:
        raise Refused("too_many_items")
    return {**clean, "items": ids}


def _check_state(stage: Stage, do: str, want: Now, at: float) -> dict:
    if stage.now is None:
        raise Refused("not_open")
    if want.step not in (None, stage.now):
        raise Refused("moved")
    step = stage.step
    clean = {"step": stage.now, "back": _as_it_is(stage, step)}
    if do == "open" and not step.opened and step.plan.timer:
        clean["timer"] = step.plan.timer * 60
    return clean


def _as_it_is(stage: Stage, step: Step) -> dict:
    return {"do": "state", "step": step.id, "state": step.state, "revealed": step.revealed, "screen": stage.screen}


def _clock(stage: Stage, want: Timer, at: float) -> dict:
    if (want.seconds is None) == (want.add is None):
        raise Refused("bad_request")
    ends, total = stage.clocks.get(stage.now, (at, 0))
    left = want.seconds if want.add is None else max(0.0, ends - at) + want.add
    return {"step": stage.now, "ends": at + left if left > 0 else None, "total": max(0, want.seconds if want.add is None else total + want.add)}


def _clock_now(stage: Stage) -> dict:
    ends, total = stage.clocks.get(stage.now, (None, 0))
    return {"do": "clock", "step": stage.now, "ends": ends, "total": total}


def _check_adjust(stage: Stage, want: Adjust) -> dict:
    step = stage.named(want.step)
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
        if getattr(config, "mode", None) != getattr(step.config, "mode", None):
            raise Refused("bad_setting")  # that is another exercise
        if _ids(step.board.face) - _ids(step.kind.start(config).face):
            raise Refused("bad_setting")  # people may have cards or dots there, or a later step works on it
        clean["config"] = want.config
        back["config"] = {key: to_builtins(step.config)[key] for key in want.config}
    if len(clean) == 1:
        raise Refused("empty")
    return {**clean, "back": back}


def _check_note(stage: Stage, want: Note) -> dict:
    old = stage.notes.get(want.note)
    if want.step is not None:
        stage.named(want.step)
    text = line(want.text, NOTE) if want.text.strip() else ""
    if not text and old is None:
        raise Refused("empty")
    back = {"do": "note", "note": want.note, "step": want.step, "as": want.as_, "text": "", **(old or {})}
    return {"note": want.note, "step": want.step, "as": want.as_, "text": text, "back": back}


def _check_kick(stage: Stage, do: str, id: str, cards: Cards) -> dict:
    """By way of a card, so that nobody learns who wrote it; the entry does not say it either."""
    card = cards.get(id)
    if card is None:
        raise Refused("no_such_card")
    if card.by not in stage.people:
        raise Refused("no_writer")
    return {"card": id, "back": {"do": "pardon" if do == "kick" else "kick", "card": id}}


def _ids(face: dict) -> set[tuple[str, str]]:
    """The ballots, fields, levels or strands that a board shows."""
    return {(key, one["id"]) for key, ones in face.items() if isinstance(ones, list) for one in ones if isinstance(one, dict)}
