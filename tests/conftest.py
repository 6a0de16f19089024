"""Fixtures for everybody: a real server, sessions on it, people who come in over the real wire."""

import pytest
from guests import Guests
from house import House


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for all tests; make your own session on it: `server.create("kennismaken")`."""
    house = House(tmp_path_factory.mktemp("server") / "data").start()
    yield house
    house.stop()


@pytest.fixture
def start_server(tmp_path):
    """A server of your own, to kill, starve or start again: `start_server()`."""
    houses = []

    def start(before: str = "", **options) -> House:
        houses.append(House(tmp_path / f"data{len(houses)}", before=before, **options))
        return houses[-1].start()

    yield start
    for house in houses:
        if house.running():
            house.kill()


@pytest.fixture
def guests():
    """`guests(server.url, token)` -> a connected page; all leave at the end of the test."""
    with Guests() as come_in:
        yield come_in


@pytest.fixture
def session(server):
    """One of your own, on the server of everybody."""
    return server.create("kennismaken", title="Studiedag welbevinden", group="De Linde")


@pytest.fixture
def facilitator(server, guests, session):
    """At a console of their own."""
    return guests.console(server, session)


@pytest.fixture
def anna(server, guests, session):
    return guests.phone(server, session)


@pytest.fixture
def bram(server, guests, session):
    return guests.phone(server, session)
