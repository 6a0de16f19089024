"""A labelled scale: everybody scores by themselves, who does not know stands apart, a middle and a spread are shown and never a total."""

import hypothesis.strategies as st
import msgspec
import pytest
from contract import CARD, Case
from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report
from sessions import script
from sessions.people import CONSOLE, Person

VALUE = st.sampled_from([1, 2, 4, 5, 9, "dont_know", "later"])
CHECK = st.sampled_from(["c1", "c2", "c9"])
CASE = Case(
    config='labels = ["slecht", "matig", "gaat wel", "goed", "heel goed"]\nchecks = ["Past bij ons", "Is te doen"]\ndont_know = true\nlater = "nog niet aan toe"\nnote = "Waarom dit cijfer?"\nsort = "spread"\nsplit_by = ["Student"]',
    head='roles = ["Student", "Docent"]',
    work={"score": {"item": CARD, "check": CHECK, "value": VALUE}, "unscore": {"item": CARD, "check": CHECK}, "note": {"item": CARD, "text": st.sampled_from(["", "Het lukt al"])}},
    lead={"tally": {"item": CARD, "check": CHECK, "value": VALUE, "n": st.integers(-3, 3)}},
)

SCAN = """
id = "proef"
title = "Proef"
summary = "Proef"
roles = ["Student", "Docent"]

[[steps]]
id = "scan"
kind = "scale"
title = "Hoe goed ging elke stap?"
prompt = "Hoe goed is deze stap gedaan?"
minutes = 20
anonymous = false

[steps.config]
items = ["Verkennen", "Beslissen", "Werkgroep", "Visie"]
labels = ["helemaal niet goed", "niet goed", "gaat wel", "goed", "zeer goed"]
dont_know = true
later = true
note = "Waarom dit cijfer?"
"""
MATRIX = SCAN.replace("dont_know = true", 'checks = ["klas", "plein"]')
ONE, TWO, THREE, FOUR = (f"s1-{n}" for n in range(1, 5))


def scan(text: str = SCAN) -> Workshop:
    room = Workshop(text)
    room.come(ANNA, BRAM, CHRIS)
    room.go("scan")
    room.lead("open")
    return room


def score(room: Workshop, who: Person, item: str, value, **check) -> dict | None:
    return room.do(who, "scan", "score", item=item, value=value, **check)


def crowd(room: Workshop, item: str, *values, role: str | None = None, start: int = 0) -> None:
    """So many people, each with one of these answers."""
    for n, value in enumerate(values, start):
        score(room, Person(f"mens-{n:03d}", "participant", group=role), item, value)


def row(room: Workshop, item: str) -> dict:
    return next(row for row in room.live.result("scan").rows if row["id"] == item)


def errors(text: str) -> list[tuple]:
    with pytest.raises(script.ScriptErrors) as found:
        script.load(text)
    return [(error.code, error.key, error.said) for error in found.value.errors]


def test_a_result_has_counts_median_middle_half_and_spread():
    room = scan()
    crowd(room, ONE, 1, 4, 4, 5)

    told = row(room, ONE)

    assert {key: told[key] for key in ("counts", "scored", "median", "low", "high", "spread")} == {"counts": [1, 0, 0, 2, 1], "scored": 4, "median": 4, "low": 2.5, "high": 4.5, "spread": 2}


def test_who_does_not_know_or_is_not_there_yet_is_counted_apart_and_never_as_low():
    room = scan()
    crowd(room, ONE, 5, 5, "dont_know", "later", "later")

    told = row(room, ONE)

    assert (told["median"], told["scored"], told["dont_know"], told["later"], told["counts"]) == (5, 2, 1, 2, [0, 0, 0, 0, 2])


def test_what_nobody_scored_has_no_median_at_all():
    room = scan()
    crowd(room, ONE, "later", "later")

    assert (row(room, ONE)["median"], row(room, ONE)["spread"], row(room, TWO)["median"]) == (None, None, None)


def test_a_later_score_replaces_the_earlier_one_and_can_be_taken_back():
    room = scan()
    score(room, ANNA, ONE, 2)
    score(room, ANNA, ONE, 4)
    assert row(room, ONE)["counts"] == [0, 0, 0, 1, 0]

    room.do(ANNA, "scan", "unscore", item=ONE)

    assert row(room, ONE)["scored"] == 0
    assert room.live.own("anna")["answers"] == {}
    assert room.refusal(ANNA, "scan", "unscore", item=ONE) == "no_answer_there"


def test_somebody_is_done_when_everything_has_an_answer():
    room = scan()
    for item in (ONE, TWO, THREE):
        score(room, ANNA, item, 3)
    assert room.live.own("anna")["done"] is False

    score(room, ANNA, FOUR, "later")
    assert room.live.own("anna")["done"] is True

    room.do(ANNA, "scan", "unscore", item=ONE)
    assert room.live.own("anna")["done"] is False


def test_an_answer_that_the_scale_does_not_have_is_refused():
    room = scan(SCAN.replace("later = true\n", ""))

    assert room.refusal(ANNA, "scan", "score", item=ONE, value=6) == "no_such_answer"
    assert room.refusal(ANNA, "scan", "score", item=ONE, value=0) == "no_such_answer"
    assert room.refusal(ANNA, "scan", "score", item=ONE, value="later") == "no_such_answer"
    assert room.refusal(ANNA, "scan", "score", item=ONE, value=3.5) == "bad_request"
    assert room.refusal(ANNA, "scan", "score", item="onbekend", value=3) == "no_such_item"
    assert room.refusal(ANNA, "scan", "score", item=ONE, value=3, check="c1") == "no_such_item"


def test_people_count_and_not_phones():
    room = scan()
    score(room, msgspec.structs.replace(ANNA, weight=6), ONE, 4)
    score(room, BRAM, ONE, 2)

    assert (row(room, ONE)["counts"], row(room, ONE)["median"]) == ([0, 1, 0, 6, 0], 4)
    facts = room.live.result("scan").facts
    assert (facts["people"], facts["answers"]) == (7, 2)


def test_people_on_paper_count_with_the_phones_and_a_slip_can_be_taken_back():
    room = scan()
    score(room, ANNA, ONE, 4)
    room.lead("tally", board="scan", item=ONE, value=2, n=3)
    room.lead("tally", board="scan", item=TWO, value="dont_know", n=2)
    assert row(room, ONE)["counts"] == [0, 3, 0, 1, 0]
    facts = room.live.result("scan").facts
    assert (facts["people"], facts["answers"]) == (4, 4)  # the two sheets with TWO are of the same people

    slip = room.lead("tally", board="scan", item=ONE, value=2, n=1)
    room.undo(slip)

    assert row(room, ONE)["counts"] == [0, 3, 0, 1, 0]
    assert room.refusal(CONSOLE, "scan", "tally", item=ONE, value=2, n=-4) == "empty"
    assert room.refusal(CONSOLE, "scan", "tally", item=ONE, value=2, n=0) == "bad_request"


def test_a_matrix_scores_each_item_on_each_check_and_adds_nothing_up():
    room = scan(MATRIX)
    for person, klas, plein in ((ANNA, 5, 1), (BRAM, 4, 3), (CHRIS, 5, 2)):
        score(room, person, ONE, klas, check="c1")
        score(room, person, ONE, plein, check="c2")

    told = row(room, ONE)

    assert {check: one["median"] for check, one in told["checks"].items()} == {"c1": 5, "c2": 2}
    assert (told["median"], told["spread"]) == (2, 2)  # the lowest median and the widest spread, for what carries them
    assert room.refusal(ANNA, "scan", "score", item=ONE, value=3) == "no_such_item"


def test_nothing_is_told_before_the_reveal_and_then_to_each_what_they_need():
    room = scan()
    crowd(room, ONE, 1, 2, 4, 5)
    assert "ranking" not in room.live.view("console") and "counts" not in room.live.view("screen")[ONE]

    room.lead("reveal")

    assert room.live.view("screen")[ONE]["counts"] == [1, 1, 0, 1, 1]
    phone = room.live.view("phone")[ONE]
    assert (phone["median"], phone["scored"], "counts" in phone) == (3, 4, False)
    assert not any("total" in key or "mean" in key for key in (*room.live.view("screen")[ONE], *room.live.result("scan").facts))


def test_the_widest_stands_on_top_where_the_script_says_so_and_is_named():
    room = scan(SCAN.replace("later = true", 'sort = "spread"'))
    crowd(room, ONE, 3, 3, 3, 3)
    crowd(room, TWO, 2, 3, 3, 4)
    crowd(room, THREE, 1, 1, 5, 5)
    room.lead("reveal")

    ranking = room.live.view("screen")["ranking"]

    assert ranking["ids"] == [THREE, TWO, ONE, FOUR]
    assert (ranking["widest"], ranking["closest"], ranking["lowest"]) == ([[THREE, ""]], [[ONE, ""]], [])


def test_three_answers_are_too_few_to_call_a_group_divided():
    room = scan()
    crowd(room, ONE, 1, 5, 5)
    room.lead("reveal")

    assert room.live.view("screen")["ranking"]["widest"] == []


def test_the_twelve_steps_stand_in_their_phases():
    room = scan(SCAN + '\nphases = [{ name = "Bewust worden", items = 3 }, { name = "Plannen", items = 1 }]\n')
    room.lead("items", board="scan", drop=[ONE])

    view = room.live.view("phone")

    assert view["config"]["phases"] == [{"id": "p1", "name": "Bewust worden"}, {"id": "p2", "name": "Plannen"}]
    assert [view[id]["phase"] for id in (TWO, THREE, FOUR)] == ["p1", "p1", "p2"]


def test_a_note_is_seen_by_the_facilitator_after_the_reveal_and_by_the_room_only_while_held_up():
    room = scan()
    note = room.do(ANNA, "scan", "note", item=ONE, text="Niemand wist ervan")["card"]
    crowd(room, ONE, 1, 2, 3, 4)
    assert "Niemand wist ervan" not in str([room.live.view(who) for who in ("phone", "screen", "console")])
    assert room.live.own("anna")["notes"] == {ONE: {"text": "Niemand wist ervan", "state": "shown"}}
    assert room.live.own("bram")["notes"] == {}

    room.lead("reveal")
    assert room.live.view("console")[note]["text"] == "Niemand wist ervan"
    assert "Niemand wist ervan" not in str([room.live.view(who) for who in ("phone", "screen")])

    room.lead("screen", show="card", card=note)
    assert room.live.view("screen")[note]["text"] == "Niemand wist ervan"
    assert "Niemand wist ervan" not in str(room.live.view("phone"))

    room.lead("hide", board="scan", card=note)
    assert "Niemand wist ervan" not in str(room.live.view("screen")) + str(room.live.result("scan"))


def test_a_note_is_in_no_result_with_who_wrote_it_and_can_be_changed_and_taken_back():
    room = scan()
    room.do(ANNA, "scan", "note", item=ONE, text="Zo")
    room.do(ANNA, "scan", "note", item=ONE, text="Toch niet")
    assert room.live.result("scan").facts["notes"] == [{"item": ONE, "text": "Toch niet"}]

    room.do(ANNA, "scan", "note", item=ONE, text="")

    assert room.live.result("scan").facts["notes"] == []
    assert room.refusal(ANNA, "scan", "note", item=ONE, text="") == "empty"


def test_on_a_bundle_the_newest_answer_of_somebody_counts_once():
    room = scan()
    score(room, ANNA, ONE, 1)
    score(room, ANNA, TWO, 4)
    score(room, BRAM, ONE, 2)

    room.lead("merge", board="scan", cards=[ONE, TWO], into="samen-0001")

    assert row(room, "samen-0001")["counts"] == [0, 1, 0, 1, 0]
    room.do(ANNA, "scan", "unscore", item="samen-0001")
    assert row(room, "samen-0001")["counts"] == [0, 1, 0, 0, 0]


def test_what_is_taken_off_the_list_is_not_forgotten():
    room = scan()
    score(room, ANNA, ONE, 4)
    room.lead("items", board="scan", drop=[ONE])
    assert ONE not in room.live.view("phone")

    room.lead("items", board="scan", add=[ONE])

    assert row(room, ONE)["median"] == 4


def test_students_and_staff_stand_side_by_side_when_both_are_enough():
    room = scan(SCAN + 'split_by = ["Student"]\n')
    crowd(room, ONE, 1, 1, 2, 2, 2, role="Student")
    crowd(room, ONE, 4, 4, 4, 5, 5, role="Docent", start=5)

    assert row(room, ONE)["groups"] == [{"name": "Student", "scored": 5, "median": 2}, {"name": "others", "scored": 5, "median": 4}]


def test_a_role_of_four_is_not_shown_and_cannot_be_worked_out():
    room = scan(SCAN + 'split_by = ["Student"]\n')
    crowd(room, ONE, 1, 1, 2, 2, role="Student")
    crowd(room, ONE, *[5] * 20, role="Docent", start=4)
    assert "groups" not in row(room, ONE)

    crowd(room, TWO, 1, 1, 2, "dont_know", "dont_know", role="Student")  # five answers, three of them with a score
    crowd(room, TWO, *[5] * 20, role="Docent", start=5)
    assert "groups" not in row(room, TWO)


def test_a_script_that_contradicts_itself_says_where():
    assert errors(SCAN.replace('"gaat wel", ', "")) == [("contradiction", "labels", "points")]
    assert errors(SCAN + 'phases = [{ name = "Eerst", items = 3 }]\n') == [("contradiction", "phases", "items")]
    assert errors(SCAN + 'sort = "spread"\nphases = [{ name = "Eerst", items = 4 }]\n') == [("contradiction", "sort", "phases")]
    assert errors(SCAN.replace("minutes = 20", 'minutes = 20\nfrom = { step = "scan", rule = "all" }'))[0][0] == "unknown_step"
    assert errors(SCAN.replace('labels = ["helemaal niet goed", "niet goed", "gaat wel", "goed", "zeer goed"]\n', "")) == [("missing", "labels", None)]
    assert errors(SCAN + 'split_by = ["Ouder"]\n') == [("unknown_role", "split_by", None)]
    many = str([f"Stap {n}" for n in range(13)]).replace("'", '"')
    assert errors(SCAN.replace('["Verkennen", "Beslissen", "Werkgroep", "Visie"]', many) + 'checks = ["a", "b", "c", "d", "e"]\n') == [("contradiction", "checks", "items")]


def test_a_phone_is_offered_no_more_cells_than_it_can_carry():
    source = SCAN.replace('"scan"', '"bron"').replace('kind = "scale"', 'kind = "pyramid"').split("[steps.config]")[0]
    target = MATRIX.split("[[steps]]")[1].replace("minutes = 20", 'minutes = 20\nfrom = { step = "bron", rule = "all" }').replace('items = ["Verkennen", "Beslissen", "Werkgroep", "Visie"]\n', "")
    room = Workshop(source + "[[steps]]" + target.replace('["klas", "plein"]', '["klas", "plein", "gang", "online", "thuis"]'))
    room.go("bron")
    for n in range(13):
        room.lead("add", board="bron", card=f"kaart-{n:03d}", text=f"Kaart {n}", level="base")

    assert room.live.view("console")["offer:scan"]["most"] == 12
    with pytest.raises(AssertionError, match="was taken"):
        room.refusal(CONSOLE, "stage", "go", step="scan", **{"from": "bron"}, items=[f"kaart-{n:03d}" for n in range(12)])
    room.go("bron")
    assert room.refusal(CONSOLE, "stage", "go", step="scan", **{"from": "bron"}, items=[f"kaart-{n:03d}" for n in range(13)]) == "too_many_items"


def test_a_label_can_be_reworded_but_a_point_that_may_be_chosen_cannot_go():
    room = scan()
    score(room, ANNA, ONE, 5)

    assert room.refusal(CONSOLE, "stage", "adjust", step="scan", config={"points": 3, "labels": ["nee", "deels", "ja"]}) == "bad_setting"
    room.lead("adjust", step="scan", config={"labels": ["1", "2", "3", "4", "uitstekend"]})
    assert room.live.view("phone")["config"]["points"][4] == {"id": "p5", "name": "uitstekend"}


def test_the_report_has_the_figures_and_the_notes_that_were_not_hidden_and_no_writer():
    room = scan(SCAN + 'split_by = ["Student"]\n')
    crowd(room, ONE, 1, 1, 2, 2, 2, role="Student")
    crowd(room, ONE, 4, 4, 4, 5, "later", 5, role="Docent", start=5)
    kept = room.do(ANNA, "scan", "note", item=ONE, text="Niemand wist ervan")["card"]
    hidden = room.do(BRAM, "scan", "note", item=ONE, text="Dat weet Bram wel")["card"]
    told = report.html(report.sections(room.live))
    assert "De uitslag is niet getoond." in told and "Niemand wist ervan" not in told

    room.lead("reveal")
    room.lead("hide", board="scan", card=hidden)
    told = report.sections(room.live)
    page, rows = report.html(told), report.csv(told)

    assert "Over “Verkennen” lopen de meningen het meest uiteen: van ‘niet goed’ tot ‘goed’." in page
    assert "Verkennen: 2 keer helemaal niet goed, 3 keer niet goed, 3 keer goed en 2 keer zeer goed; mediaan 3." in page
    assert "Toelichting bij “Verkennen”: “Niemand wist ervan”" in page
    assert "scan;scale;s1-1;Verkennen;;median;3\r\n" in rows and "scan;scale;s1-1;Verkennen;;later;1\r\n" in rows and "scan;scale;s1-1;Verkennen;;median_Student;2\r\n" in rows
    assert not any(said in page + rows + report.json(told) for said in ("Dat weet Bram", "anna", "bram", kept))


def test_a_matrix_is_printed_check_by_check():
    room = scan(MATRIX)
    for n, (klas, plein) in enumerate(((5, 1), (4, 3), (5, 2), (5, 5))):
        score(room, Person(f"mens-{n}", "participant"), ONE, klas, check="c1")
        score(room, Person(f"mens-{n}", "participant"), ONE, plein, check="c2")
    room.lead("reveal")

    page = report.html(report.sections(room.live))

    assert "Over “Verkennen” (plein) lopen de meningen het meest uiteen: van ‘helemaal niet goed’ tot ‘goed’." in page
    assert "“Verkennen” (klas): 1 keer goed en 3 keer zeer goed; mediaan 5." in page
