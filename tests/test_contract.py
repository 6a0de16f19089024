"""What every kind of board promises: its names in order, JSON-clean views, a replay that equals the live session, and a tally that nobody can read before the reveal."""

import ast
import inspect
import json
from contextlib import suppress
from random import Random

import hypothesis.strategies as st
import pytest
from contract import CARD, CARDS, PEOPLE, at_work, carries, case, kind_of, of, plan, rooms
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from workshop import ANNA, AUDIENCES, Workshop

from facilitator import report
from facilitator.demo.kinds import answers
from sessions import Refused
from sessions.boards import KINDS
from sessions.people import CONSOLE

NAMES = ["SECRET", "OPENS", "MOST", "FROM_PEOPLE", "FROM_CONSOLE", "Config", "start", "check", "apply", "view", "own", "result"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_names_in_the_order_of_the_path(kind):
    tree = ast.parse(inspect.getsource(KINDS[kind]))
    names = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [name.id for target in node.targets for name in (target.elts if isinstance(target, ast.Tuple) else [target])]

    assert [name for name in names if name in NAMES] == NAMES


@pytest.mark.parametrize("room", rooms())
def test_an_unknown_word_is_refused_by_every_kind(room):
    shop = at_work(room)

    with pytest.raises(Refused, match="unknown_op"):
        KINDS[kind_of(room)].check(shop.live.stages.step.board, shop.live.cards, ANNA, {"id": "op-x", "board": "werk", "do": "dance"})


CARD_OPS = {
    "edit": {"card": CARD, "text": st.just("Anders")}, "remove": {"card": CARD}, "hide": {"card": CARD}, "show": {"card": CARD}, "aside": {"card": CARD},
    "merge": {"cards": CARDS, "into": st.sampled_from(["samen-001", "samen-002"])}, "unmerge": {"card": CARD}, "items": {"add": CARDS, "drop": CARDS},
}


class Room(RuleBasedStateMachine):
    """Any ops by anybody in any order, on any kind; after each the log folds to the same session."""

    room: str

    @initialize()
    def begin(self):
        self.shop = at_work(self.room)

    @rule(who=st.sampled_from(PEOPLE), data=st.data())
    def work(self, who, data):
        self.op(who, "werk", case(self.room).work, data)

    @rule(where=st.sampled_from(["werk", "bron"]), data=st.data())
    def lead(self, where, data):
        self.op(CONSOLE, where, {**CARD_OPS, **(case(self.room).lead if where == "werk" else {})}, data)

    def op(self, who, where, ops, data):
        do = data.draw(st.sampled_from(sorted(ops)))
        self.attempt(who, where, do, {key: data.draw(value) for key, value in ops[do].items()})

    @rule(do=st.sampled_from(["open", "close", "reveal", "look"]))
    def stage(self, do):
        self.attempt(CONSOLE, "stage", do, {})

    @rule(step=st.sampled_from(["bron", "werk"]))
    def go(self, step):
        self.attempt(CONSOLE, "stage", "go", {"step": step, "from_": self.shop.live.board})

    @rule(back=st.integers(1, 4))
    def undo(self, back):
        acts = self.shop.live.stages.acts
        self.attempt(CONSOLE, "stage", "undo", {"seq": acts[-min(back, len(acts))]["seq"]})

    def attempt(self, who, board, do, fields):
        self.shop.at += 1
        before = self.shop.live.seq
        try:
            self.shop.do(who, board, do, **fields)
        except Refused:
            assert self.shop.live.seq == before

    @invariant()
    def replay_equals_live(self):
        again, live = self.shop.again(), self.shop.live
        for audience in AUDIENCES:
            assert again.view(audience) == live.view(audience)
            assert again.stage(audience, 0) == live.stage(audience, 0)
        for who in PEOPLE:
            assert again.own(who.pid) == live.own(who.pid)

    @invariant()
    def views_are_json_and_hold_only_what_they_may(self):
        live = self.shop.live
        for audience in ("phone", "screen"):
            view = json.loads(json.dumps(live.view(audience)))
            states = [live.cards.state(id) for id in view if id in live.cards]
            assert set(states) <= {"shown"}
        for step in ("bron", "werk"):
            json.dumps(live.result(step).rows)


@pytest.mark.parametrize("room", rooms())
def test_whatever_happens_the_log_folds_to_the_same_session(room):
    machine = type(f"{room.title().replace('-', '')}Room", (Room,), {"room": room})

    run_state_machine_as_test(machine, settings=settings(max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)))


WHO = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True)


def work(shop: Workshop, room: str, who: list, chance: Random) -> None:
    """These people answer, each their own way."""
    for person in who:
        for op in answers(kind_of(room), shop.live.view("phone"), shop.live.own(person.pid), chance):
            with suppress(Refused):
                shop.do(person, "werk", **op)


@pytest.mark.parametrize("room", [room for room in rooms() if of(room, "SECRET")])
@given(who=WHO, one=st.integers(0, 99), two=st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_nobody_can_tell_from_a_hidden_board_who_chose_what(room, who, one, two):
    left, right = at_work(room), at_work(room)
    work(left, room, who, Random(one))
    work(right, room, who, Random(two))
    turnouts = [shop.live.view("console")["turnout"] for shop in (left, right)]

    for audience in AUDIENCES:
        seen = [{**shop.live.view(audience), "turnout": None} for shop in (left, right)]
        assert json.dumps(seen[0]) == json.dumps(seen[1])

    for shop in (left, right):
        shop.lead("reveal")
    told = [[{**row, "people": None} for row in shop.live.result("werk").rows] for shop in (left, right)]  # the screen shows dots, not how many people they came from
    if turnouts[0] == turnouts[1] and told[0] != told[1]:
        assert left.live.view("screen") != right.live.view("screen")  # the secret was there to leak


SECRET_WORDS = "Geheim woord van niemand"


@pytest.mark.parametrize("away", ["hide", "aside", "remove"])
@pytest.mark.parametrize("room", rooms())
def test_what_is_put_away_is_in_no_view_and_in_no_report(room, away):
    shop = at_work(room)
    where, card = ("werk", "s2-1") if of(room, "MOST") and not carries(room) else ("bron", "kaart-000")
    if of(room, "MOST") is None and "add" in case(room).work:
        shop.do(CONSOLE, "werk", "add", card="geheim-001", text=SECRET_WORDS, **case(room).place)
        card, where = "geheim-001", "werk"
    else:
        shop.lead("edit", board=where, card=card, text=SECRET_WORDS)
    work(shop, room, list(PEOPLE), Random(1))
    shop.lead("reveal")
    assert SECRET_WORDS in json.dumps(shop.live.result("werk").rows if of(room, "MOST") or where == "werk" else shop.live.result("bron").rows)  # it was there to leak

    shop.lead(away, board=where, card=card)

    told = report.sections(shop.live)
    for form in (*(json.dumps(shop.live.view(audience)) for audience in ("phone", "screen")), report.html(told), report.csv(told), report.json(told)):
        assert SECRET_WORDS not in form


@pytest.mark.parametrize("room", rooms())
def test_simulated_people_do_what_the_kind_takes(room):
    shop = at_work(room)
    before = shop.live.seq

    for op in answers(kind_of(room), shop.live.view("phone"), shop.live.own("anna"), Random(1)):
        shop.do(ANNA, "werk", **op)

    assert shop.live.seq > before


@pytest.mark.parametrize("room", [room for room in rooms() if of(room, "MOST") is None and "add" in case(room).work])
def test_a_phone_gets_at_most_16_kb_at_500_cards(room):
    shop = Workshop(plan(room))
    shop.come(ANNA)
    shop.go("werk")
    for n in range(500):
        shop.do(CONSOLE, "werk", "add", card=f"kaart-{n:04d}", text=f"{n} " + "é" * 70, **case(room).place)

    assert sum(shop.live.view("phone")["counts"].values()) == 500
    assert len(json.dumps(shop.live.view("phone"), ensure_ascii=False).encode()) <= 16_000
    assert len([key for key in shop.live.view("screen") if key.startswith("kaart")]) == 500
