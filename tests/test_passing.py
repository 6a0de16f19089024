"""What passes: that somebody types somewhere is seen by the others for a moment, and leaves no trace."""

import json
import time

import pytest
from boards.test_plan import COLUMNS, text

from facilitator.store import Store


@pytest.fixture
def session(server):
    return server.open_own(text(f'items = ["Dagstart", "Gangen"]\n{COLUMNS}').replace('id = "proef"', 'id = "plan"'))


@pytest.fixture
def row(facilitator):
    facilitator.go("plan")
    return sorted(facilitator.until(lambda page: page.board == "plan").cards())[0]


def test_the_others_see_where_somebody_types_until_the_text_is_there(server, guests, session, facilitator, row, anna, bram):
    screen = guests.screen(server, session)

    anna.do("plan", "typing", card=row, column="c2")
    for page in (bram, screen, facilitator):
        page.until(lambda it: it.parts.get("typing") == {f"{row} c2": 1})
    anna.do("plan", "cell", card=row, column="c2", text="Mentoren", was="")

    for page in (bram, screen, facilitator):
        page.until(lambda it: "typing" not in it.parts and it.parts[row]["cells"] == {"c2": "Mentoren"})


def test_two_people_in_one_cell_are_two(row, anna, bram, facilitator):
    anna.do("plan", "typing", card=row, column="c2")
    bram.do("plan", "typing", card=row, column="c2")

    facilitator.until(lambda it: it.parts.get("typing") == {f"{row} c2": 2})


def test_who_leaves_does_not_type_any_more(row, anna, bram):
    anna.do("plan", "typing", card=row, column="c2")
    bram.until(lambda it: "typing" in it.parts)

    anna.leave()

    bram.until(lambda it: "typing" not in it.parts, 3)


def test_a_mark_goes_away_by_itself(row, anna, bram):
    anna.do("plan", "typing", card=row, column="c2")
    bram.until(lambda it: "typing" in it.parts)
    began = time.monotonic()

    bram.until(lambda it: "typing" not in it.parts, 8)

    assert time.monotonic() - began > 3


def test_nothing_of_it_is_in_the_log(server, session, row, anna, bram):
    before = anna.do("plan", "typing", card=row, column="c2")["seq"]
    bram.until(lambda it: "typing" in it.parts)

    assert anna.do("plan", "typing", card=row, column="c3")["seq"] == before
    kept = Store(server.data)
    assert "typing" not in json.dumps(kept.read(session.id)[1:])
    kept.close_all()


def test_who_was_written_over_hears_it_at_once(row, anna, bram):
    anna.do("plan", "cell", card=row, column="c2", text="Mentoren", was="")

    bram.do("plan", "cell", card=row, column="c2", text="Teamleider", was="")

    anna.until(lambda it: [over["text"] for over in it.own["over"]] == ["Teamleider"])
    assert [over["text"] for over in bram.own["over"]] == ["Mentoren"]
