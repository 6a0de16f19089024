"""Simulated people come in over the real wire, and leave with the server."""

import os
import signal
import time
import urllib.error

import pytest


def until(true, seconds=25):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def people_of(house, session):
    return next(it["people"] for it in house.api("GET", "/api/sessions") if it["id"] == session)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_rehearsal_fills_with_people_who_leave_with_the_server(start_server):
    house = start_server()
    session = house.create("kennismaken", rehearsal=2)
    until(lambda: people_of(house, session.id) >= 1)
    crowd = house.children()

    house.stop(signal.SIGTERM)

    assert len(crowd) == 1
    until(lambda: not is_alive(crowd[0]))


def test_the_people_of_a_rehearsal_go_home_when_it_is_wiped(start_server):
    house = start_server()
    session = house.create("kennismaken", rehearsal=2)
    (crowd,) = house.children()

    house.api("DELETE", f"/api/sessions/{session.id}")

    until(lambda: not is_alive(crowd))
    house.create("kennismaken", rehearsal=2)


def test_three_rehearsals_at_once_are_enough(start_server):
    house = start_server()
    for _ in range(3):
        house.create("kennismaken", rehearsal=1)

    with pytest.raises(urllib.error.HTTPError) as refused:
        house.create("kennismaken", rehearsal=1)

    with refused.value as answer:
        assert (answer.code, len(house.api("GET", "/api/sessions"))) == (409, 3)
