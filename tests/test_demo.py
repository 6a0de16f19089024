"""A rehearsal: simulated people fill, vote and order over the real wire, and everybody counts once."""

import asyncio
import subprocess
import sys
import time

import pytest

from facilitator.demo.phone import Phone

PEOPLE = 24
PACE = 30  # times as fast as people
LONG = 60  # seconds
QUIET = 1.5  # seconds in which 24 people at this pace would write something


@pytest.fixture
def rehearse(server, guests):
    """`rehearse("kennismaken")`, or the text of a script -> its console, with 24 people on their way in."""
    crowds = []

    def start(script: str):
        session = server.open_own(script) if "\n" in script else server.create(script)
        console = guests.console(server, session)
        command = [sys.executable, "-m", "facilitator.demo", "--url", server.url, "--token", session.tokens["participant"]]
        crowds.append(subprocess.Popen([*command, "--people", str(PEOPLE), "--pace", str(PACE)], stderr=subprocess.PIPE, text=True))
        console.crowd, console.session = crowds[-1], session
        return console

    yield start
    for crowd in crowds:
        crowd.kill()
        assert crowd.communicate()[1] == ""


def test_a_rehearsal_goes_from_the_first_card_to_the_order(server, rehearse):
    console = rehearse("kennismaken")

    console.go("piramide")
    console.until(lambda page: page.parts["turnout"]["done"] >= 15 and len(page.cards()) > PEOPLE, LONG)
    levels = {part["level"] for part in shown(console)}
    assert levels == {"foundation", "base", "extra", "intensive"}
    assert {part["strand"] for part in shown(console)} == {"welbevinden", "leren"}
    assert len(console.parts["alike"]) >= 3

    console.do("stage", "close")
    console.go("stemmen", items=list(console.cards())[:12])
    console.do("stage", "open")
    console.until(lambda page: page.parts["turnout"]["done"] >= 18, LONG)
    console.do("stage", "reveal")
    console.until(lambda page: "ranking" in page.parts)
    assert 18 <= console.parts["ranking"]["people"] <= PEOPLE - 1  # one never votes

    console.go("volgorde", items=console.parts["ranking"]["ids"][:5])
    console.do("stage", "open")
    console.until(lambda page: page.parts["turnout"]["done"] == PEOPLE, LONG)
    console.do("stage", "reveal")
    console.until(lambda page: "ranking" in page.parts)
    assert console.parts["ranking"]["lists"] == PEOPLE
    assert console.stage["people"] == PEOPLE


def test_a_change_story_gets_a_reason_with_every_card(rehearse):
    console = rehearse("veranderverhaal-kort")

    console.go("resultaat")
    console.until(lambda page: len(page.cards()) > 20, LONG)
    console.go("elementen")
    console.until(lambda page: len({part["field"] for part in shown(page)}) == 4 and len(page.cards()) > PEOPLE, LONG)

    assert [part["text"] for part in shown(console) if not part.get("because")] == []


CHOICES = """
id = "keuzes"
title = "Keuzes"
summary = "Keuzes"
steps = [
  { id = "stemmen", kind = "vote", title = "Stemmen", prompt = "Waarom?", minutes = 5, opens = "at once", config = { items = ["Rust", "Regels", "Ruimte", "Ritme"], because = "required" } },
  { id = "vakken", kind = "order", title = "Vakken", prompt = "Wanneer?", minutes = 5, opens = "at once", config = { mode = "bucket", buckets = ["Nu", "Later", "Niet"], items = ["Rust", "Regels", "Ruimte"] } },
]
"""


def test_people_say_why_and_put_things_in_buckets(rehearse):
    console = rehearse(CHOICES)

    console.go("stemmen")
    console.until(lambda page: page.parts["turnout"]["done"] >= 18, LONG)
    console.do("stage", "reveal")
    console.until(lambda page: "ranking" in page.parts)
    reasons = [reason["text"] for part in shown(console) for reason in part.get("reasons", [])]
    assert len(reasons) >= 18 and all(reasons)

    console.go("vakken")
    console.until(lambda page: page.parts["turnout"]["done"] == PEOPLE, LONG)
    console.do("stage", "reveal")
    console.until(lambda page: "ranking" in page.parts)
    assert console.parts["ranking"]["answers"] == PEOPLE


def test_nobody_writes_while_the_facilitator_asks_for_their_eyes(rehearse):
    console = rehearse("kennismaken")
    console.go("piramide")
    console.until(lambda page: len(page.cards()) > 5, LONG)

    console.do("stage", "look")
    console.until(lambda page: page.stage["people"] == PEOPLE, LONG)
    before = once_quiet(console)

    console.do("stage", "open")
    console.until(lambda page: len(page.cards()) > before, LONG)


def test_people_who_lose_the_line_come_back_as_themselves(rehearse):
    console = rehearse("kennismaken")
    console.go("piramide")

    console.until(lambda page: page.stage["here"] == PEOPLE, LONG)
    console.until(lambda page: page.stage["here"] < PEOPLE, LONG)
    console.until(lambda page: page.stage["here"] == PEOPLE, LONG)

    assert console.stage["people"] == PEOPLE


def test_who_loses_the_line_while_coming_in_is_in_a_little_later(server, guests):
    session = server.create("kennismaken")

    async def come_in(moment: int) -> None:
        phone = Phone(server.url, session.tokens["participant"], f"{moment:032x}", LONG)
        async with asyncio.timeout(LONG), asyncio.TaskGroup() as life:
            life.create_task(phone.stay())
            await asyncio.sleep(moment / 500)
            phone.sleep()
            phone.wake()
            while not phone.stage:
                await asyncio.sleep(0.01)
            phone.put_away()

    async def everybody() -> None:
        await asyncio.gather(*map(come_in, range(0, PEOPLE, 3)))
        await asyncio.sleep(0.05)  # aiohttp closes its sockets one turn later

    asyncio.run(everybody())

    assert guests.console(server, session).stage["people"] == PEOPLE // 3


def test_everybody_goes_home_at_the_end(rehearse):
    console = rehearse("kennismaken")
    console.until(lambda page: page.stage["people"] == PEOPLE, LONG)

    console.do("stage", "end")

    assert console.crowd.wait(LONG) == 0


def test_everybody_goes_home_when_the_server_is_gone(start_server, guests):
    house = start_server()
    session = house.create("kennismaken")
    console = guests.console(house, session)
    command = [sys.executable, "-m", "facilitator.demo", "--url", house.url, "--token", session.tokens["participant"], "--people", "3", "--pace", str(PACE)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as crowd:
        console.until(lambda page: page.stage["here"] == 3, LONG)

        house.kill()

        assert crowd.communicate(timeout=LONG) == (None, "")
    assert crowd.returncode == 0


def once_quiet(console) -> int:
    """-> how many cards there are when nobody writes any more; what was on its way has come by then."""
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        before = len(console.cards())
        time.sleep(QUIET)
        if len(console.cards()) == before:
            return before
    raise AssertionError("they go on writing")


def shown(console) -> list[dict]:
    return [part for part in console.parts.values() if isinstance(part, dict) and part.get("state") == "shown"]
