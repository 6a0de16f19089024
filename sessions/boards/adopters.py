"""How ready is our team: everybody spreads imaginary colleagues over five groups, and the room sees one averaged bar. Never a person, neither who is meant nor who answered.

The groups are those of E. M. Rogers (Diffusion of Innovations, 1962); his percentages are left out on purpose: nothing is preset, and what comes out is an impression.
Under ENOUGH answers nothing is told: an averaged bar of two people is no average. Means are whole colleagues: with decimals the answer of a latecomer could be worked back
from the bar before and the bar after.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sessions import Refused, ranking
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Shape, read
from sessions.splits import ENOUGH
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", None
FROM_PEOPLE, FROM_CONSOLE = {"spread"}, set()
CARDS = False
NOT_IN = ("studiedag",)  # in front of the whole staff it would label colleagues
Group = Literal["innovators", "trendsetters", "willing", "conservative", "laggards"]
GROUPS = {
    "innovators": {"name": "Vernieuwers", "behaviour": "Houden van nieuw en doen altijd graag mee."},
    "trendsetters": {"name": "Trendsetters", "behaviour": "Volgen de vernieuwers en geven de toon aan."},
    "willing": {"name": "Welwillenden", "behaviour": "Doen mee als het lijkt te lukken."},
    "conservative": {"name": "Behoudenden", "behaviour": "Doen mee als de meesten meedoen."},
    "laggards": {"name": "Achterblijvers", "behaviour": "Houden bezwaar of willen een uitzondering."},
}
UNITS = 50  # at most


class Config(Struct, forbid_unknown_fields=True):
    """`units` imaginary colleagues; `groups` are other names for the five, in their order."""

    units: Annotated[int, Meta(ge=5, le=UNITS)] = 20
    groups: Annotated[list[Annotated[str, Meta(min_length=1, max_length=30)]], Meta(min_length=5, max_length=5)] = field(default_factory=lambda: [group["name"] for group in GROUPS.values()])

    def __post_init__(self) -> None:
        if len(set(self.groups)) < len(self.groups):
            raise ValueError("groups: groups")


class State:
    def __init__(self, config: Config):
        self.config = config
        named = zip(GROUPS, config.groups, strict=True)
        self.face = {"units": config.units, "groups": [{"id": id, "name": name, "behaviour": GROUPS[id]["behaviour"]} for id, name in named]}
        self.spreads: dict[str, dict[str, int]] = {}
        self.weight: dict[str, int] = {}
        self.outcome: dict | None = None  # None once the spreads change


class Spread(Shape):
    groups: dict[Group, Annotated[int, Meta(ge=0, le=UNITS)]]


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    if op["do"] != "spread":
        raise Refused("unknown_op")
    placed = read(op, Spread).groups
    if sum(placed.values()) != state.config.units:
        raise Refused("not_all_placed")
    return {"groups": {id: placed.get(id, 0) for id in GROUPS}, "done": True, **who.stamp}


def apply(state: State, entry: dict) -> None:
    if entry["do"] == "spread":
        state.outcome = None
        state.spreads[entry["by"]] = entry["groups"]
        state.weight[entry["by"]] = entry.get("weight", 1)


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    """The bar is for the screen, where the facilitator can wipe it after the talk; it never stays behind on a phone."""
    parts = {"config": state.face}
    return {**parts, "bar": _outcome(state)} if shown and audience != "phone" else parts


def own(state: State, cards: Cards, pid: str | None) -> dict:
    return {"spread": state.spreads.get(pid)}


def result(state: State, cards: Cards) -> Table:
    groups, facts = _outcome(state)["groups"], {key: value for key, value in _outcome(state).items() if key != "groups"}
    names = {group["id"]: group["name"] for group in state.face["groups"]}
    rows = [{"id": group["id"], "text": names[group["id"]], "state": "shown", **group, "spread": group["high"] - group["low"]} for group in groups]
    return Table("adopters", rows, {**facts, "units": state.config.units})


def _outcome(state: State) -> dict:
    """{"people", "answers", "groups": [{"id", "mean", "low", "high"}], "widest": ids}: means add up to `units`; low and high are the ends of the middle half."""
    if state.outcome is None:
        answers = len(state.spreads)
        groups = _averaged(state) if answers >= ENOUGH else []
        widest = max((group["high"] - group["low"] for group in groups), default=0)
        state.outcome = {"people": sum(state.weight.values()), "answers": answers, "groups": groups,
                         "widest": [group["id"] for group in groups if widest and group["high"] - group["low"] == widest]}
    return state.outcome


def _averaged(state: State) -> list[dict]:
    counts = {id: [0] * (state.config.units + 1) for id in GROUPS}
    for pid, spread in state.spreads.items():
        for id, n in _whole(spread, state.config.units).items():
            counts[id][n] += state.weight[pid]
    means = _whole({id: sum(n * people for n, people in enumerate(counts[id])) for id in GROUPS}, state.config.units)
    halves = {id: ranking.middle_half(counts[id]) for id in GROUPS}
    return [{"id": id, "mean": means[id], "low": halves[id][0], "high": halves[id][1]} for id in GROUPS]


def _whole(shares: dict[str, int], units: int) -> dict[str, int]:
    """`units` divided in proportion to `shares`, in whole ones (largest remainders, Hamilton 1792): a spread from before the number was adjusted still counts."""
    total = sum(shares.values())
    whole = {id: n * units // total for id, n in shares.items()}
    first = sorted(shares, key=lambda id: -(shares[id] * units % total))
    return {id: n + (id in first[: units - sum(whole.values())]) for id, n in whole.items()}
