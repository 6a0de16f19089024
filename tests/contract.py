"""What the tests over all kinds need to know of one: each tests/boards/test_<kind>.py has a CASE. The benchmarks use it too."""

from dataclasses import dataclass, field
from importlib import import_module

import hypothesis.strategies as st
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions.boards import KINDS

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


def case(kind: str) -> Case:
    return import_module(f"boards.test_{kind}").CASE


def plan(kind: str) -> str:
    """A script with a source of cards and the kind at work on them."""
    it = case(kind)
    head = f'id = "proef"\ntitle = "Proef"\nsummary = "Proef"\n{it.head}\n'
    source = '[[steps]]\nid = "bron"\nkind = "pyramid"\ntitle = "Bron"\nprompt = "Wat doen we al?"\nminutes = 5\n'
    carry = "" if KINDS[kind].MOST is None else 'from = { step = "bron", rule = "all" }\n'
    return f'{head}{source}[[steps]]\nid = "werk"\nkind = "{kind}"\ntitle = "Werk"\nprompt = "Aan het werk"\nminutes = 5\n{carry}{it.step}\n[steps.config]\n{it.config}\n'


def at_work(kind: str) -> Workshop:
    """Six cards in the source, the kind open on stage with what it may carry."""
    shop = Workshop(plan(kind))
    shop.come(*PEOPLE)
    shop.go("bron")
    ids = [shop.card(PEOPLE[n % 3], f"kaart-{n:03d}", f"Kaart {n}", "bron") for n in range(6)]
    shop.go("werk", ids[:5] if KINDS[kind].MOST else None)
    shop.lead("open")
    return shop
