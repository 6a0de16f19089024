"""Flags: fictional cases, silent rounds, each with its own reveal; people choose a flag, the tool never does."""

import json
from random import Random

import hypothesis.strategies as st
import msgspec
import pytest
from contract import Case, plan
from hypothesis import given, settings
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from facilitator import report
from facilitator.demo.kinds import answers
from sessions import script
from sessions.boards.flags import CRITERIA, FLAGS
from sessions.people import CONSOLE, Person
from sessions.script import ScriptErrors

TURN = st.sampled_from(["c1r1", "c1r2", "c2r1", "c3r1"])
CASE = Case(
    config='cases = ["Twee kleuters lopen hand in hand.", "Je moet een kus geven om mee te spelen."]\nresponses = ["Niets doen", "Begrenzen"]\nquestion = "Welk gedrag willen we wél leren?"',
    work={
        "judge": {"turn": TURN, "criterion": st.sampled_from([*CRITERIA, "luck"]), "value": st.sampled_from(["ok", "not_ok", "dont_know", None, "fout"])},
        "flag": {"turn": TURN, "flag": st.sampled_from([*FLAGS, None, "blue"])},
        "respond": {"turn": TURN, "response": st.sampled_from(["r1", "r2", "r3", None])},
        "wish": {"turn": TURN, "text": st.sampled_from(["Eerst vragen", "", "x" * 200])},
    },
    lead={
        "case": {"case": st.integers(0, 3), "round": st.integers(0, 3)},
        "decide": {"case": st.integers(0, 3), "flag": st.sampled_from([*FLAGS, None, "blue"]), "text": st.sampled_from(["Er was druk.", ""])},
        "tally": {"flag": st.sampled_from([*FLAGS, "blue"]), "n": st.integers(-3, 3)},
        "quote": {"wish": st.sampled_from(["w1", "w2", "w9"]), "on": st.booleans()},
    },
)
CROWD = [ANNA, BRAM, CHRIS, *(Person(name, "participant") for name in ("daan", "elif", "fenna"))]


def shop(step: str = "", config: str = "") -> Workshop:
    shop = Workshop(plan("flags").replace("minutes = 5\n\n[steps.config]", f"minutes = 5\n{step}\n[steps.config]") + config)
    shop.come(*CROWD)
    shop.go("werk")
    shop.lead("open")
    return shop


def now(room: Workshop) -> str:
    return room.live.view("phone")["case"]["turn"]


def flag(room: Workshop, *flags: str | None) -> None:
    for who, one in zip(CROWD, flags, strict=False):
        room.do(who, "werk", "flag", turn=now(room), flag=one)


def judge(room: Workshop, criterion: str, *values: str | None) -> None:
    for who, value in zip(CROWD, values, strict=False):
        room.do(who, "werk", "judge", turn=now(room), criterion=criterion, value=value)


def turn(room: Workshop, case: int, round: int = 1) -> dict | None:
    return room.lead("case", board="werk", case=case, round=round)


def told(room: Workshop, audience: str = "screen") -> dict:
    """What is shown of each round."""
    return {key: part for key, part in room.live.view(audience).items() if key.startswith("round:")}


def rows(room: Workshop) -> dict:
    return {row["id"]: row for row in room.live.result("werk").rows}


# What is shown, and when


def test_the_reveal_shows_the_flags_and_the_most_divided_criterion_first():
    room = shop()
    flag(room, "green", "yellow", "yellow")
    judge(room, "consent", "ok", "ok", "ok")
    judge(room, "equality", "ok", "not_ok", "dont_know")
    judge(room, "voluntary", "ok", "ok", "not_ok")
    room.lead("reveal")

    (first,) = told(room).values()

    assert first["flags"] == {"green": 1, "yellow": 2, "red": 0, "black": 0}
    assert [one["id"] for one in first["criteria"]][:3] == ["equality", "voluntary", "consent"]
    assert first["criteria"][0] == {"id": "equality", "ok": 1, "not_ok": 1, "dont_know": 1}
    assert first["divided"] == ["equality"]
    assert (first["people"], first["answers"]) == (3, 3)


@given(one=st.integers(0, 99), two=st.integers(0, 99), who=st.lists(st.sampled_from(CROWD), min_size=1, unique=True))
@settings(max_examples=40, deadline=None)
def test_in_every_round_of_every_case_nobody_sees_a_tally_before_it_is_shown(one, two, who):
    rooms = [shop(), shop()]
    for case, round in ((1, 1), (1, 2), (2, 1)):
        for room, chance in zip(rooms, (Random(one), Random(two)), strict=True):
            if (case, round) != (1, 1):
                turn(room, case, round)
                room.lead("open")
            for person in who:
                for op in answers("flags", room.live.view("phone"), room.live.own(person.pid), chance):
                    room.do(person, "werk", **op)
        left, right = ([{**room.live.view(audience), "turnout": None} for audience in AUDIENCES] for room in rooms)

        assert json.dumps(left) == json.dumps(right)
        for room in rooms:
            room.lead("reveal")
        if rows(rooms[0]) != rows(rooms[1]):
            assert told(rooms[0]) != told(rooms[1])  # it was there to leak


def test_round_two_is_silent_and_round_one_is_off_every_page():
    room = shop()
    flag(room, "green", "yellow", "red")
    room.lead("reveal")
    assert set(told(room)) == {"round:1"}

    turn(room, 1, 2)
    room.lead("open")

    for audience in AUDIENCES:
        assert told(room, audience) == {}
    assert room.live.own("anna") | {"totals": None} == {"turn": "c1r2", "judged": {}, "flag": None, "response": None, "wish": None, "done": False, "totals": None}


def test_afterwards_round_two_stands_beside_round_one():
    room = shop()
    flag(room, "green", "yellow", "red")
    room.lead("reveal")
    turn(room, 1, 2)
    room.lead("open")
    flag(room, "yellow", "yellow", "red")
    room.lead("reveal")

    both = told(room)

    assert [both[key]["flags"] for key in ("round:1", "round:2")] == [{"green": 1, "yellow": 1, "red": 1, "black": 0}, {"green": 0, "yellow": 2, "red": 1, "black": 0}]
    assert [one["id"] for one in both["round:1"]["criteria"]] == [one["id"] for one in both["round:2"]["criteria"]]


def test_a_round_that_was_never_shown_does_not_come_along_with_the_next():
    room = shop()
    flag(room, "green", "yellow", "red")
    turn(room, 1, 2)
    room.lead("open")
    flag(room, "yellow", "yellow", "red")
    room.lead("reveal")

    assert set(told(room)) == {"round:2"}
    assert {id: row["state"] for id, row in rows(room).items()} == {"c1r1": "hidden", "c1r2": "shown"}


def test_another_case_begins_closed_with_nobody_done():
    room = shop()
    flag(room, "green", "green", "green")
    room.do(ANNA, "werk", "respond", turn="c1r1", response="r1")
    assert room.live.view("screen")["turnout"]["done"] == 1
    room.lead("reveal")

    turn(room, 2)

    stage = room.live.stage("phone", 0)["now"]
    assert (stage["state"], stage["revealed"]) == ("waiting", False)
    assert room.live.view("screen")["turnout"]["done"] == 0
    assert room.live.view("screen")["case"] == {"turn": "c2r1", "case": 2, "of": 2, "round": 1, "rounds": 2, "story": "Je moet een kus geven om mee te spelen."}
    assert room.refusal(ANNA, "werk", "flag", turn="c2r1", flag="green") == "not_open"


def test_a_step_back_to_a_case_brings_its_answers_and_who_was_done():
    room = shop()
    flag(room, "green", "green", "green")
    room.do(ANNA, "werk", "respond", turn="c1r1", response="r1")
    room.lead("reveal")
    back = turn(room, 2)

    room.undo(back)

    assert room.live.view("screen")["turnout"]["done"] == 1
    assert told(room) == {}  # it has to be shown again
    room.lead("reveal")
    assert told(room)["round:1"]["flags"]["green"] == 3


def test_every_turn_has_the_clock_of_the_step():
    room = shop(step="timer = 3")
    turn(room, 1, 2)

    entry = room.lead("open")

    assert entry["timer"] == 180


def test_the_next_cases_are_not_on_any_phone_or_screen():
    room = shop()

    for audience in ("phone", "screen"):
        assert "kus" not in json.dumps(room.live.view(audience))
    assert "kus" in json.dumps(room.live.view("console"))


# Never a flag by the tool


@given(values=st.lists(st.lists(st.sampled_from(["ok", "not_ok", "dont_know", None]), min_size=6, max_size=6), min_size=2, max_size=2))
@settings(max_examples=40, deadline=None)
def test_no_criterion_ever_says_anything_about_a_flag(values):
    rooms = [shop(), shop()]
    for room, some in zip(rooms, values, strict=True):
        flag(room, "green", "yellow", "red")
        for criterion, value in zip(CRITERIA, some, strict=True):
            judge(room, criterion, *[value] * 6)
        room.lead("reveal")

    said = [[without_criteria(it) for it in everything(room)] for room in rooms]

    assert said[0] == said[1]


def everything(room: Workshop) -> list:
    told = report.plain(report.sections(room.live))
    table = room.live.result("werk")
    return [json.loads(json.dumps(it)) for it in (*(room.live.view(audience) for audience in AUDIENCES), table.rows, table.facts, told, *(room.live.stage(who, 0) for who in AUDIENCES))]


def without_criteria(it):
    """Everything but the judgements themselves, their order, how many gave one, and who counted the entries."""
    if isinstance(it, dict):
        return {key: without_criteria(value) for key, value in it.items() if key not in ("criteria", "divided", "people", "answers", "seq", "turnout", "crowd")}
    return [without_criteria(one) for one in it] if isinstance(it, list) else it


def test_a_flag_on_the_board_is_there_because_somebody_chose_or_typed_it():
    room = shop()
    for criterion in CRITERIA:
        judge(room, criterion, *["not_ok"] * 6)
    room.lead("reveal")

    assert sum(told(room)["round:1"]["flags"].values()) == 0
    assert room.live.view("screen")["decided"] == {}
    assert room.live.result("werk").facts["decided"] == {}


def test_the_facilitator_types_the_flag_of_the_group_and_its_reason():
    room = shop()
    room.lead("decide", board="werk", case=1, flag="red", text="Er was druk.")
    assert "decided" not in room.live.view("screen")  # not while people judge
    room.lead("reveal")

    entry = room.lead("decide", board="werk", case=1, flag="yellow", text="Het bleef bij één keer vragen.")

    assert room.live.view("screen")["decided"] == {"c1": {"flag": "yellow", "text": "Het bleef bij één keer vragen."}}
    assert room.live.view("phone")["decided"] == room.live.view("screen")["decided"]
    room.undo(entry)
    assert room.live.view("screen")["decided"] == {"c1": {"flag": "red", "text": "Er was druk."}}
    room.lead("decide", board="werk", case=1, flag=None)
    assert room.live.view("screen")["decided"] == {}


# What people say


def test_dont_know_is_an_answer_and_what_is_taken_back_leaves_nothing():
    room = shop()
    judge(room, "consent", "dont_know", "ok")
    flag(room, None, "red")
    room.do(BRAM, "werk", "flag", turn="c1r1", flag=None)
    room.do(BRAM, "werk", "judge", turn="c1r1", criterion="consent", value=None)
    room.lead("reveal")

    first = told(room)["round:1"]

    assert next(one for one in first["criteria"] if one["id"] == "consent") == {"id": "consent", "ok": 0, "not_ok": 0, "dont_know": 1}
    assert sum(first["flags"].values()) == 0
    assert first["people"] == 1
    assert room.live.own("bram")["judged"] == {}


def test_who_passes_and_who_takes_all_back_cannot_be_told_apart():
    passes, changes = shop(), shop()
    for room in (passes, changes):
        flag(room, "green", "green")
    for value in ("ok", None):
        changes.do(CHRIS, "werk", "judge", turn="c1r1", criterion="consent", value=value)
    for one in ("black", None):
        changes.do(CHRIS, "werk", "flag", turn="c1r1", flag=one)
    for room in (passes, changes):
        room.lead("reveal")

    for audience in AUDIENCES:
        assert passes.live.view(audience) == changes.live.view(audience)
    assert rows(passes) == rows(changes)
    assert passes.live.own("chris") == changes.live.own("chris")


def test_with_a_flag_and_a_response_somebody_is_done():
    room = shop()
    flag(room, "green")
    assert not room.live.own("anna")["done"]

    room.do(ANNA, "werk", "respond", turn="c1r1", response="r2")
    assert room.live.own("anna")["done"]
    flag(room, "yellow")
    assert room.live.own("anna")["done"]
    flag(room, None)
    assert not room.live.own("anna")["done"]


def test_a_flag_counts_the_people_behind_a_phone_and_tables_are_only_counted():
    room = shop()
    room.do(msgspec.structs.replace(ANNA, weight=5, table=3), "werk", "flag", turn="c1r1", flag="green")
    flag(room, None, "red")
    room.lead("reveal")

    room_told = told(room)["round:1"]

    assert room_told["flags"] == {"green": 0, "yellow": 0, "red": 1, "black": 0}  # anna took hers back as one person
    room = shop()
    room.do(msgspec.structs.replace(ANNA, weight=5, table=3), "werk", "flag", turn="c1r1", flag="green")
    room.do(BRAM, "werk", "flag", turn="c1r1", flag="red")
    room.lead("reveal")
    assert told(room)["round:1"]["flags"] == {"green": 5, "yellow": 0, "red": 1, "black": 0}
    assert (told(room)["round:1"]["people"], told(room)["round:1"]["answers"]) == (6, 2)
    assert "table" not in json.dumps([room.live.view(audience) for audience in AUDIENCES] + room.live.result("werk").rows)


def test_flags_on_paper_count_in_the_round_they_were_counted_for():
    room = shop()
    room.lead("tally", board="werk", flag="yellow", n=3)
    back = room.lead("tally", board="werk", flag="black", n=1)
    room.undo(back)
    assert room.refusal(CONSOLE, "werk", "tally", flag="red", n=-1) == "empty"
    assert room.refusal(CONSOLE, "werk", "tally", flag="red", n=0) == "bad_request"
    turn(room, 1, 2)
    room.lead("tally", board="werk", turn="c1r1", flag="yellow", n=-1)
    turn(room, 1, 1)
    room.lead("reveal")

    assert told(room)["round:1"]["flags"] == {"green": 0, "yellow": 2, "red": 0, "black": 0}
    assert (told(room)["round:1"]["people"], told(room)["round:1"]["answers"]) == (2, 2)


def test_a_phone_that_lags_behind_does_not_answer_for_another_case():
    room = shop()
    turn(room, 2)
    room.lead("open")

    assert room.refusal(ANNA, "werk", "flag", turn="c1r1", flag="green") == "other_turn"
    assert room.refusal(ANNA, "werk", "judge", turn="c1r1", criterion="consent", value="ok") == "other_turn"


@pytest.mark.parametrize("do, fields, reason", [
    ("flag", {"flag": "blue"}, "no_such_choice"), ("judge", {"criterion": "luck", "value": "ok"}, "no_such_choice"), ("judge", {"criterion": "consent", "value": "fout"}, "bad_request"),
    ("respond", {"response": "r3"}, "no_such_choice"), ("wish", {"text": "x" * 161}, "too_long"), ("flag", {}, "bad_request"), ("case", {"case": 2}, "not_allowed"), ("decide", {"case": 1}, "not_allowed"),
])
def test_what_cannot_be_is_refused_with_a_reason(do, fields, reason):
    assert shop().refusal(ANNA, "werk", do, **({"turn": "c1r1"} if do in ("flag", "judge", "respond", "wish") else {}), **fields) == reason


@pytest.mark.parametrize("do, fields, reason", [
    ("case", {"case": 3}, "no_such_turn"), ("case", {"case": 1, "round": 3}, "no_such_turn"), ("case", {"case": 1, "round": 1}, "moved"), ("flag", {"turn": "c1r1", "flag": "red"}, "not_allowed"),
    ("decide", {"case": 3, "flag": "red"}, "no_such_turn"), ("decide", {"case": 1, "flag": "blue"}, "no_such_choice"), ("decide", {"case": 1}, "empty"), ("quote", {"wish": "w1"}, "no_such_card"),
])
def test_the_facilitator_hears_why_not(do, fields, reason):
    assert shop().refusal(CONSOLE, "werk", do, **fields) == reason


# The wanted behaviour, in free text


def test_a_wish_is_nowhere_until_the_round_is_shown_and_then_the_facilitator_decides():
    room = shop()
    room.do(ANNA, "werk", "wish", turn="c1r1", text="Eerst vragen")
    room.do(BRAM, "werk", "wish", turn="c1r1", text="Stoppen bij nee")
    assert "Eerst vragen" not in json.dumps([room.live.view(audience) for audience in AUDIENCES])
    assert room.live.own("anna")["wish"] == "Eerst vragen"
    room.lead("reveal")

    assert room.live.view("console")["wishes"] == [{"id": "w1", "says": "Eerst vragen", "shown": False}, {"id": "w2", "says": "Stoppen bij nee", "shown": False}]
    assert room.live.view("screen")["wishes"] == []
    assert "Eerst vragen" not in report.html(report.sections(room.live))
    entry = room.lead("quote", board="werk", wish="w1")
    assert room.live.view("screen")["wishes"] == [{"id": "w1", "says": "Eerst vragen"}]
    assert "Eerst vragen" in report.html(report.sections(room.live))
    room.undo(entry)
    assert room.live.view("screen")["wishes"] == []


def test_a_wish_of_a_case_that_was_never_shown_is_not_in_the_report():
    room = shop()
    room.do(ANNA, "werk", "wish", turn="c1r1", text="Eerst vragen")
    room.lead("quote", board="werk", wish="w1")
    turn(room, 2)
    room.lead("open")
    flag(room, "green")
    room.lead("reveal")

    assert report.plain(report.sections(room.live))["steps"][0]["result"]["facts"]["wishes"] == {}


def test_new_words_wait_again_and_empty_words_take_it_back():
    room = shop()
    room.do(ANNA, "werk", "wish", turn="c1r1", text="Eerst vragen")
    room.lead("quote", board="werk", wish="w1")
    room.do(ANNA, "werk", "wish", turn="c1r1", text="Eerst goed vragen")
    room.do(BRAM, "werk", "wish", turn="c1r1", text="Stoppen")
    room.do(BRAM, "werk", "wish", turn="c1r1", text=" ")
    room.lead("reveal")

    assert room.live.view("console")["wishes"] == [{"id": "w2", "says": "Eerst goed vragen", "shown": False}]


def test_without_a_question_there_is_nothing_to_write():
    room = Workshop(plan("flags").replace("Welk gedrag willen we wél leren?", ""))
    room.come(ANNA)
    room.go("werk")
    room.lead("open")

    assert room.refusal(ANNA, "werk", "wish", turn="c1r1", text="Iets") == "no_such_choice"


# The report


def test_the_report_tells_what_was_shown_also_when_the_last_case_was_not():
    room = shop()
    flag(room, "green", "yellow", "yellow")
    room.do(ANNA, "werk", "respond", turn="c1r1", response="r2")
    room.lead("reveal")
    room.lead("decide", board="werk", case=1, flag="yellow", text="Het bleef bij vragen.")
    turn(room, 2)
    room.lead("open")
    flag(room, "black", "black", "black")

    told = report.plain(report.sections(room.live))["steps"][0]["result"]

    assert [(row["id"], row["flags"]["yellow"]) for row in told["rows"]] == [("c1r1", 2)]
    page = report.html(report.sections(room.live))
    assert "Het bleef bij vragen." in page
    assert "Reactie: begrenzen (1)." in page
    assert "kus geven" not in page


def test_a_reveal_that_was_taken_back_is_not_in_the_report():
    room = shop()
    flag(room, "green", "yellow", "yellow")
    room.undo(room.lead("reveal"))

    assert report.plain(report.sections(room.live))["steps"][0]["result"] is None


def test_an_anonymous_round_under_five_answers_is_not_told_and_does_not_hide_the_others():
    room = shop(step="anonymous = true")
    flag(room, *["green"] * 5)
    room.lead("reveal")
    turn(room, 1, 2)
    room.lead("open")
    flag(room, "black", "black")
    room.lead("reveal")

    assert told(room) == {}
    assert [row["id"] for row in report.plain(report.sections(room.live))["steps"][0]["result"]["rows"]] == ["c1r1"]
    room.lead("tally", board="werk", flag="black", n=3)
    assert told(room)["round:2"]["flags"]["black"] == 5
    assert [row["id"] for row in report.plain(report.sections(room.live))["steps"][0]["result"]["rows"]] == ["c1r1", "c1r2"]


# The script


@pytest.mark.parametrize("line, key", [
    ('criteria = ["consent", "consent"]', "criteria"), ('flags = ["green", "green"]', "flags"), ("rounds = 3", "rounds"), ('criteria = ["luck"]', "criteria"), ('flags = ["green"]', "flags"),
])
def test_a_script_that_contradicts_itself_names_the_key(line, key):
    with pytest.raises(ScriptErrors) as caught:
        script.load(plan("flags") + line + "\n")

    assert [(error.step, error.key) for error in caught.value.errors] == [("werk", key)]


def test_it_needs_a_case():
    with pytest.raises(ScriptErrors) as caught:
        script.load(plan("flags").replace("cases =", "# cases ="))

    assert [(error.code, error.key) for error in caught.value.errors] == [("missing", "cases")]


def test_a_case_that_was_judged_cannot_be_adjusted_away_but_one_may_be_added():
    room = shop()
    assert room.refusal(CONSOLE, "stage", "adjust", step="werk", config={"cases": ["Eén"]}) == "bad_setting"
    flag(room, "green")
    room.lead("adjust", step="werk", config={"cases": ["Eén", "Twee", "Drie"]})
    room.lead("reveal")

    assert room.live.view("screen")["case"]["of"] == 3
    assert told(room)["round:1"]["flags"]["green"] == 1
