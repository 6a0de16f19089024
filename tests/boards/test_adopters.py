"""Adopters: one averaged bar of imaginary colleagues and never a person. Nothing is preset, nothing shows under five answers, and not in front of the whole staff."""

import json

import hypothesis.strategies as st
import msgspec
import pytest
from contract import Case, plan
from hypothesis import given, settings
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from facilitator import report
from sessions import script
from sessions.boards.adopters import GROUPS
from sessions.people import CONSOLE, Person
from sessions.script import ScriptErrors

IDS = list(GROUPS)
N = st.integers(-1, 21)

CASE = Case(
    config="units = 10",
    work={"spread": {"groups": st.one_of(st.just({"willing": 10}), st.just({"innovators": 3, "laggards": 7}), st.dictionaries(st.sampled_from([*IDS, "others"]), N, max_size=5))}},
)
CROWD = [ANNA, BRAM, CHRIS, *(Person(name, "participant") for name in ("daan", "elif", "fenna", "gijs"))]
TEXTBOOK = {2.5, 13.5, 34, 16}
PEOPLES = [[1, 4, 9, 5, 1], [0, 3, 7, 8, 2], [2, 2, 11, 4, 1], [3, 5, 6, 5, 1], [0, 6, 8, 3, 3], [4, 4, 4, 4, 4]]


def shop(units: int = 20) -> Workshop:
    shop = Workshop(plan("adopters").replace("units = 10", f"units = {units}"))
    shop.come(*CROWD)
    shop.go("werk")
    shop.lead("open")
    return shop


def spread(room: Workshop, who: Person, *numbers: int) -> None:
    room.do(who, "werk", "spread", groups=dict(zip(IDS, numbers, strict=True)))


def answered(n: int = 5) -> Workshop:
    room = shop()
    for who, numbers in zip(CROWD[:n], PEOPLES, strict=False):
        spread(room, who, *numbers)
    return room


def bar(room: Workshop) -> dict:
    return room.live.view("screen")["bar"]


def seen(room: Workshop) -> str:
    """All that any page or report says, but for what is only mine."""
    told = report.sections(room.live)
    views = {audience: room.live.view(audience) for audience in AUDIENCES}
    stages = {audience: room.live.stage(audience, 0) for audience in AUDIENCES}
    table = room.live.result("werk")
    return json.dumps([views, stages, table.rows, table.facts, report.html(told), report.csv(told), report.json(told)])


def test_the_room_sees_one_bar_that_adds_up_and_the_middle_half_of_each_group():
    room = answered()
    room.lead("reveal")

    groups = bar(room)["groups"]

    assert [group["id"] for group in groups] == IDS
    assert sum(group["mean"] for group in groups) == 20
    assert groups[2] == {"id": "willing", "mean": 8, "low": 7, "high": 9}  # of 6 7 8 9 11
    assert (bar(room)["people"], bar(room)["answers"]) == (5, 5)


def test_groups_that_people_see_most_differently_are_named():
    room = shop()
    for who, willing in zip(CROWD[:5], (0, 2, 10, 14, 20), strict=True):
        spread(room, who, 0, 0, willing, 20 - willing, 0)
    room.lead("reveal")

    assert bar(room)["widest"] == ["willing", "conservative"]


def test_when_all_see_the_same_no_group_is_named():
    room = shop()
    for who in CROWD[:5]:
        spread(room, who, 4, 4, 4, 4, 4)
    room.lead("reveal")

    assert bar(room)["widest"] == []
    assert [group["mean"] for group in bar(room)["groups"]] == [4] * 5


def test_with_fewer_than_five_answers_nothing_is_told_to_anybody():
    rooms = [answered(3), answered(3)]
    for room, numbers in zip(rooms, ([20, 0, 0, 0, 0], [0, 0, 0, 0, 20]), strict=True):
        spread(room, CROWD[3], *numbers)
        room.lead("reveal")

    assert bar(rooms[0]) == {"people": 4, "answers": 4, "groups": [], "widest": []}
    assert rooms[0].live.result("werk").rows == []
    assert seen(rooms[0]) == seen(rooms[1])
    assert "te weinig antwoorden" in report.html(report.sections(rooms[0].live))


def test_a_phone_that_speaks_for_a_table_is_one_answer_and_counts_for_all_its_people():
    room = shop()
    spread(room, msgspec.structs.replace(ANNA, weight=6), 20, 0, 0, 0, 0)
    for who in CROWD[1:4]:
        spread(room, who, 0, 0, 20, 0, 0)
    room.lead("reveal")
    assert bar(room)["groups"] == []

    room.lead("open")
    spread(room, CROWD[4], 0, 0, 20, 0, 0)
    room.lead("reveal")

    assert (bar(room)["people"], bar(room)["answers"]) == (10, 5)
    assert [group["mean"] for group in bar(room)["groups"]] == [12, 0, 8, 0, 0]


WHOLE = st.lists(st.integers(0, 20), min_size=4, max_size=4).map(lambda cuts: [b - a for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 20], strict=True)])


@given(one=st.lists(WHOLE, min_size=6, max_size=6), two=st.lists(WHOLE, min_size=6, max_size=6))
@settings(max_examples=40, deadline=None)
def test_until_the_reveal_nobody_can_tell_who_placed_whom_where(one, two):
    rooms = [shop(), shop()]
    for room, spreads in zip(rooms, (one, two), strict=True):
        for who, numbers in zip(CROWD, spreads, strict=False):
            spread(room, who, *numbers)

    left, right = ([room.live.view(audience) for audience in AUDIENCES] for room in rooms)

    assert json.dumps(left) == json.dumps(right)
    for room in rooms:
        room.lead("reveal")
    if bar(rooms[0]) != bar(rooms[1]):
        assert seen(rooms[0]) != seen(rooms[1])  # it was there to leak


def test_no_persons_answer_is_anywhere_also_after_the_reveal():
    room = answered(6)
    room.lead("reveal")

    said = seen(room)

    for numbers, who in zip(PEOPLES, CROWD, strict=False):
        mine = dict(zip(IDS, numbers, strict=True))
        assert room.live.own(who.pid)["spread"] == mine  # it is there to leak
        assert room.live.own("gijs")["spread"] is None
        assert json.dumps(mine) not in said
        assert json.dumps(numbers) not in said
        assert who.pid not in said
    rows = room.live.result("werk").rows
    assert [row["id"] for row in rows] == IDS


def test_who_changed_places_with_whom_makes_no_difference():
    rooms = [shop(), shop()]
    for room, order in zip(rooms, (CROWD[:6], [*CROWD[3:6], *CROWD[:3]]), strict=True):
        for who, numbers in zip(order, PEOPLES, strict=True):
            spread(room, who, *numbers)
        room.lead("reveal")

    assert seen(rooms[0]) == seen(rooms[1])


def test_the_answer_of_a_latecomer_cannot_be_worked_back_from_two_bars():
    rooms = [answered(5), answered(5)]
    for room, numbers in zip(rooms, ([2, 4, 8, 5, 1], [1, 5, 8, 5, 1]), strict=True):
        room.lead("reveal")
        room.lead("open")
        spread(room, CROWD[5], *numbers)
        room.lead("reveal")

    assert bar(rooms[0]) == bar(rooms[1])


def test_a_phone_keeps_only_its_own_answer():
    room = answered()
    room.lead("reveal")

    assert set(room.live.view("phone")) == {"about", "config"}


def test_the_last_answer_of_a_person_counts():
    room = answered()
    spread(room, ANNA, 0, 0, 20, 0, 0)

    assert room.live.own("anna")["spread"]["willing"] == 20
    assert room.live.result("werk").facts["people"] == 5


@pytest.mark.parametrize("groups, reason", [
    ({"willing": 19}, "not_all_placed"), ({"willing": 21}, "not_all_placed"), ({}, "not_all_placed"),
    ({"willing": 21, "laggards": -1}, "bad_request"), ({"others": 20}, "bad_request"), ({"willing": "20"}, "bad_request"), ([20], "bad_request"),
])
def test_everybody_has_to_be_placed_and_in_one_of_the_five(groups, reason):
    assert shop().refusal(ANNA, "werk", "spread", groups=groups) == reason


def test_somebody_on_paper_cannot_be_counted_and_the_facilitator_has_no_answer():
    assert shop().refusal(CONSOLE, "werk", "spread", groups={"willing": 20}) == "not_allowed"
    assert shop().refusal(CONSOLE, "werk", "tally", groups={"willing": 20}, n=1) in ("unknown_op", "not_allowed")


def test_nothing_is_preset():
    room = shop()

    assert room.live.own("anna")["spread"] is None
    numbers = {value for value in _numbers(room.live.view("phone"))}
    assert numbers == {20}
    assert not numbers & TEXTBOOK


def _numbers(value):
    if isinstance(value, int | float):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _numbers(one)


def test_what_was_placed_before_the_number_was_adjusted_still_counts():
    room = answered()
    room.lead("adjust", step="werk", config={"units": 10})
    room.lead("reveal")

    assert sum(group["mean"] for group in bar(room)["groups"]) == 10
    assert room.live.result("werk").facts["units"] == 10


def test_the_groups_may_have_other_names_but_stay_these_five():
    names = ["Voorlopers", "Trekkers", "Volgers", "Afwachters", "Twijfelaars"]
    room = Workshop(plan("adopters") + f"groups = {json.dumps(names)}\n")
    room.go("werk")

    groups = room.live.view("screen")["config"]["groups"]

    assert [group["name"] for group in groups] == names
    assert [group["id"] for group in groups] == IDS


@pytest.mark.parametrize("names", [["A", "B", "C", "D"], ["A", "B", "C", "D", "E", "F"], ["A", "A", "B", "C", "D"]])
def test_four_six_or_twice_the_same_name_is_an_error_of_the_script(names):
    with pytest.raises(ScriptErrors) as caught:
        script.load(plan("adopters") + f"groups = {json.dumps(names)}\n")

    assert [(error.step, error.key) for error in caught.value.errors] == [("werk", "groups")]


def text(setting: str) -> str:
    return plan("adopters").replace('summary = "Proef"', f'summary = "Proef"\nsetting = "{setting}"')


def test_it_is_refused_in_the_script_of_a_study_day_with_step_key_and_line():
    with pytest.raises(ScriptErrors) as caught:
        script.load(text("studiedag"))

    (error,) = caught.value.errors
    lines = text("studiedag").splitlines()
    assert (error.code, error.step, error.key, error.said) == ("not_in_setting", "werk", "kind", "studiedag")
    assert lines[error.line - 1] == 'kind = "adopters"'


@pytest.mark.parametrize("setting", ["kernteam", "gemeente"])
def test_in_a_small_group_it_may_be_used(setting):
    assert script.load(text(setting)).setting == setting


def test_no_later_step_can_take_it_along():
    later = '[[steps]]\nid = "later"\nkind = "vote"\ntitle = "Later"\nprompt = "Kies"\nminutes = 5\nfrom = { step = "werk", rule = "all" }\n'

    with pytest.raises(ScriptErrors) as caught:
        script.load(plan("adopters") + later)

    assert [(error.code, error.step, error.key) for error in caught.value.errors] == [("unknown_rule", "later", "from")]
