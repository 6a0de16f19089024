"""What the tests over all kinds need to know of one: each tests/boards/test_<kind>.py has a CASE, and MODES = {mode: Case} where another mode
is another exercise. A room is a kind, or a kind in such a mode: "pyramid", "pyramid-place". The benchmarks use it too."""

import re
from dataclasses import dataclass, field
from importlib import import_module

import hypothesis.strategies as st
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions.boards import KINDS, trait

PEOPLE = (ANNA, BRAM, CHRIS)
CARD = st.sampled_from([*(f"kaart-{n:03d}" for n in range(6)), "nieuw-001", "nieuw-002", "samen-001", "samen-002"])
CARDS = st.lists(CARD, min_size=1, max_size=3)


@dataclass(frozen=True)
class Case:
    """`config` are the lines under [steps.config], `step` further lines of the step, `head` of the script. `work` and `lead` say per op of this
    kind's own which fields it may come with, good and bad ones: of a participant and of the facilitator. `place` is where a card lies."""

    work: dict[str, dict]
    lead: dict[str, dict] = field(default_factory=dict)
    config: str = ""
    step: str = ""
    head: str = ""
    place: dict = field(default_factory=dict)


def rooms() -> list[str]:
    return [*KINDS, *(f"{kind}-{mode}" for kind in KINDS for mode in getattr(_tests(kind), "MODES", {}))]


def kind_of(room: str) -> str:
    return room.partition("-")[0]


def case(room: str) -> Case:
    kind, _, mode = room.partition("-")
    return _tests(kind).MODES[mode] if mode else _tests(kind).CASE


def of(room: str, name: str):
    """SECRET, OPENS or MOST there."""
    return trait(KINDS[kind_of(room)], name, room.partition("-")[2])


def carries(room: str) -> bool:
    """Whether it works on what the source collected; else its items, if any, stand in the script."""
    return of(room, "MOST") is not None and not re.search(r"^items =", case(room).config, re.M)


def _tests(kind: str):
    return import_module(f"boards.test_{kind}")


def plan(room: str) -> str:
    """A script with a source of cards and the kind at work on them."""
    it, kind = case(room), kind_of(room)
    head = f'id = "proef"\ntitle = "Proef"\nsummary = "Proef"\n{it.head}\n'
    source = '[[steps]]\nid = "bron"\nkind = "pyramid"\ntitle = "Bron"\nprompt = "Wat doen we al?"\nminutes = 5\n'
    carry = 'from = { step = "bron", rule = "all" }\n' if carries(room) else ""
    return f'{head}{source}[[steps]]\nid = "werk"\nkind = "{kind}"\ntitle = "Werk"\nprompt = "Aan het werk"\nminutes = 5\n{carry}{it.step}\n[steps.config]\n{it.config}\n'


def at_work(room: str) -> Workshop:
    """Six cards in the source, the kind open on stage with what it may carry."""
    shop = Workshop(plan(room))
    shop.come(*PEOPLE)
    shop.go("bron")
    ids = [shop.card(PEOPLE[n % 3], f"kaart-{n:03d}", f"Kaart {n}", "bron") for n in range(6)]
    shop.go("werk", ids[:5] if carries(room) else None)
    shop.lead("open")
    return shop
