"""What the report says of reasons, roles, what stays on the table, buckets, the answer key and tables: what the room was shown, and no more."""

import csv
import io
from xml.etree import ElementTree

import pytest
from boards.test_order import BUCKETS, CROWD, KEY, list_of, order, place
from boards.test_vote import SECRET, by_role, dot, vote
from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report
from facilitator.report import figures, kinds
from facilitator.report.pictures import draw
from facilitator.report.sections import Section


def forms(room: Workshop) -> dict[str, str]:
    told = report.sections(room.live)
    return {"html": report.html(told), "csv": report.csv(told), "json": report.json(told)}


def section(room: Workshop) -> Section:
    return report.sections(room.live).sections[0]


def lines(room: Workshop, measure: str) -> list[tuple[str, str]]:
    told = csv.reader(io.StringIO(forms(room)["csv"].lstrip("\ufeff")), delimiter=";")
    return [(line[2], line[6]) for line in told if line[5] == measure]


def outcome(room: Workshop) -> str:
    return " ".join(kinds.of(section(room)).outcome(section(room)))


def test_reasons_are_in_every_form_once_the_result_was_shown():
    room = vote('because = "required"')
    dot(room, ANNA, because=SECRET)
    dot(room, BRAM, because="=1+1")
    assert [form for form, text in forms(room).items() if SECRET in text] == []

    room.lead("reveal")

    assert [form for form, text in forms(room).items() if SECRET in text] == ["html", "csv", "json"]
    assert sorted(lines(room, "because")) == [("s1-1", "'=1+1"), ("s1-1", SECRET)]
    assert [(name, len(listed)) for name, listed in figures.cards(section(room))] == [("Rust", 2)]
    assert not any("anna" in text for text in forms(room).values())


def test_a_reason_that_was_hidden_is_in_no_form():
    room = vote('because = "required"')
    dot(room, ANNA, because=SECRET)
    room.lead("reveal")
    assert SECRET in forms(room)["json"]

    room.lead("hide", board="stemmen", card=room.live.view("console")["s1-1"]["reasons"][0]["card"])

    assert [form for form, text in forms(room).items() if SECRET in text] == []


def test_what_stays_on_the_table_is_said():
    room = vote("")
    dot(room, ANNA)
    room.lead("keep", board="stemmen", item="s1-4", on=True)
    room.lead("reveal")

    assert "Blijft op tafel, hoeveel stippen er ook op liggen: “Ritme”." in outcome(room)
    assert lines(room, "kept") == [("s1-4", "1")]


def test_dots_per_role_stand_apart_or_it_says_that_they_do_not():
    room = vote('split_by = ["Student"]')
    by_role(room, 5, 6)
    room.lead("reveal")
    told = figures.figures(section(room))
    assert told.head == ["Kaart", "Stippen", "Student (5 mensen)", "Anderen (6 mensen)"]
    assert told.rows[:2] == [["Regels", 6, 0, 6], ["Rust", 5, 5, 0]]
    assert "Regels: Student 0, Anderen 6." in draw(section(room)).alt

    few = vote('split_by = ["Student"]')
    by_role(few, 4, 6)
    few.lead("reveal")
    assert "omdat een groep te klein is" in outcome(few)
    assert figures.figures(section(few)).head == ["Kaart", "Stippen"]
    assert "Student" not in "".join(forms(few).values())


def test_buckets_are_drawn_with_their_numbers():
    room = order(BUCKETS)
    for who in (ANNA, BRAM, CHRIS):
        place(room, who, "b1", "b2", "b1", "b3")
    place(room, CROWD[0], "b1", "b3", "b2", "b3")
    room.lead("reveal")

    drawn = draw(section(room))

    ElementTree.fromstring(drawn.svg)
    assert "Praten: 4 in Dit schooljaar, 0 in Later, 0 in Niet." in drawn.alt
    assert figures.figures(section(room)).rows[0] == ["Praten", "Dit schooljaar", 4, 0, 0, 0.0]
    assert outcome(room).startswith("Over 4 van de 4 zijn we het eens")
    assert lines(room, "bucket:b1")[0] == ("s1-1", "4")


@pytest.mark.parametrize("extra", ["", BUCKETS, KEY, 'per = "table"'])
def test_an_order_nobody_made_is_a_report_too(extra):
    room = order(extra)
    room.lead("reveal")

    assert all(forms(room).values())
    ElementTree.fromstring(draw(section(room)).svg)


def test_the_key_is_in_the_report_once_it_was_shown():
    room = order(KEY)
    list_of(room, ANNA, 3, 1, 4, 2)
    list_of(room, BRAM, 1, 3, 4, 2)
    room.lead("reveal")
    assert "edoel" not in forms(room)["html"] and lines(room, "key") == []

    room.lead("key", board="orde", show=True)

    assert "Bedoelde volgorde, met hoeveel mensen het daar zetten: Kijken (1 van 2), Praten (1 van 2), Wegen (2 van 2) en Beslissen (2 van 2)." in outcome(room)
    assert figures.figures(section(room)).head[-2:] == ["Bedoeld", "Zette het zo"]
    assert ("s1-4", "3") in lines(room, "key")
    assert ("s1-4", "1") in lines(room, "key_share")


def test_the_list_of_every_table_is_in_the_report():
    room = order('per = "table"')
    room.do(ANNA, "stage", "size", table=3, size=4)
    list_of(room, ANNA, 4, 3, 2, 1)
    list_of(room, BRAM, 1, 2, 3, 4)
    room.lead("reveal")

    [(name, listed)] = figures.cards(section(room))

    assert (name, [one.text for one in listed]) == ("Tafel 3", ["1. Wegen", "2. Kijken", "3. Beslissen", "4. Praten"])
