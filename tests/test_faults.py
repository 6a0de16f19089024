"""What goes wrong in a room: power cuts, slow and full disks, a laptop that is told to stop."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time

import pytest
import socketio
from guests import card, op
from house import FULL_DISK, House

SLOW_DISK = """
import time
from facilitator.store import File
append = File.append
def slow(self, *given):
    time.sleep(0.01)
    return append(self, *given)
File.append = slow
"""
BROKEN_DISK = """
import sqlite3
from facilitator.store import File
def broken(self, *given):
    raise sqlite3.OperationalError("disk I/O error")
File.append = broken
"""


def test_after_a_power_cut_everything_that_was_acked_is_back_by_itself(start_server, guests):
    house = start_server()
    session = house.create("kennismaken")
    console, people = opened(house, session, guests, n=20)
    acked: list[dict] = []

    async def write(anna):
        try:
            for n in range(100):
                add = card(f"Kaart {n} van {anna.person[:4]}")
                answer = await anna.asking("ops", {"ops": [add]})
                acked.extend(add for result in answer["results"] if "seq" in result)
                await asyncio.sleep(0.12)
        except Exception:
            return  # the power is gone

    async def cut():
        while len(acked) <= 20:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(house.kill)

    console.do("stage", "adjust", step="piramide", config={"max_cards": 50})
    guests.together(*(write(anna) for anna in people), cut(), seconds=60)
    house.start()

    back = guests.console(house, session)
    assert {add["card"] for add in acked} - back.cards().keys() == set()
    assert (back.epoch, back.stage["people"], back.stage["now"]["state"]) == (console.epoch, 20, "open")
    again = guests.phone(house, session, people[0].person)
    mine = {add["card"] for add in acked if add["text"].endswith(people[0].person[:4])}
    assert mine - {it["id"] for it in again.own["cards"]} == set()
    assert back.stage["people"] == 20


def test_the_code_and_the_links_work_again_after_a_restart(start_server, guests):
    house = start_server()
    session = house.create("kennismaken", title="Teamdag")
    house.stop()
    house.start()

    assert house.api("GET", "/api/sessions")[0]["id"] == session.id
    assert guests.phone(house, session).stage["title"] == "Teamdag"


def test_a_slow_disk_delays_answers_but_loses_and_doubles_nothing(start_server, guests):
    house = start_server(before=SLOW_DISK)
    session = house.create("kennismaken")
    console, people = opened(house, session, guests, n=30)
    waits: list[float] = []

    async def write(anna):
        for n in range(3):
            start = time.monotonic()
            answer = await anna.asking("ops", {"ops": [card(f"Kaart {n} van {anna.person}")]})
            waits.append(time.monotonic() - start)
            assert "seq" in answer["results"][0]

    guests.together(*(write(anna) for anna in people))

    console.until(lambda page: len(page.cards()) == 90)
    assert len(set(console.cards().values())) == 90
    assert sorted(waits)[int(len(waits) * 0.9)] < 1


def test_nobody_sees_what_is_not_on_disk(start_server, guests):
    house = start_server(before=SLOW_DISK.replace("0.01", "0.5"))
    session = house.create("kennismaken")
    console, (anna, bram) = opened(house, session, guests, n=2)
    start = time.monotonic()

    anna.ops(card("Pas na de schijf"))
    told = time.monotonic()
    bram.until(lambda page: page.cards())

    assert told - start > 0.45
    assert min(view["came"] for view in bram.views if any("text" in part for part in view["set"].values())) - start > 0.45


def test_a_full_disk_says_so_keeps_what_was_there_and_goes_on_by_itself(start_server, guests):
    house = start_server(before=FULL_DISK)
    session = house.create("kennismaken")
    console, (anna,) = opened(house, session, guests, n=1)
    anna.ops(card("Staat er al"))
    epoch = anna.epoch
    (house.data / "full").touch()
    add = card("Past er niet bij")

    guests.run(anna.client.emit("ops", {"ops": [add]}))
    for page in (anna, console):
        page.until(lambda page: any(view["stage"].get("trouble") == "disk" and view["epoch"] != epoch for view in page.views if "stage" in view))
    again = guests.phone(house, session, anna.person)
    assert [it["text"] for it in again.own["cards"]] == ["Staat er al"]
    (house.data / "full").unlink()

    again.until(lambda page: "trouble" not in page.stage)
    assert "seq" in again.ops(add)["results"][0]
    guests.console(house, session).until(lambda page: len(page.cards()) == 2)


def test_a_disk_that_cannot_be_trusted_ends_the_server(start_server, guests):
    house = start_server(before=BROKEN_DISK)
    session = house.create("kennismaken")
    anna = guests(house.url, session.tokens["participant"])

    with pytest.raises(socketio.exceptions.TimeoutError):
        anna.ask("join", {"have": None}, seconds=1)

    assert house.wait(20) == 70
    assert "can no longer be trusted" in house.log.read_text()


def test_told_to_stop_it_stops_within_two_seconds_and_keeps_everything(start_server, guests):
    for sign in (signal.SIGTERM, signal.SIGINT):
        house = start_server()
        session = house.create("kennismaken")
        console, people = opened(house, session, guests, n=10)
        guests.together(*(anna.asking("ops", {"ops": [card("Net op tijd")]}) for anna in people))
        start = time.monotonic()

        code = house.stop(sign)

        assert (code, time.monotonic() - start < 2) == (0, True)
        people[0].until(lambda page: page.lost)
        house.start()
        assert len(guests.console(house, session).cards()) == 10
        house.stop()


def test_a_port_that_is_taken_is_said_so(start_server):
    house = start_server()

    second = subprocess.run([sys.executable, "-c", "from facilitator.cli import main; main()", "run", "--port", str(house.port), "--data", str(house.data)], capture_output=True, text=True, timeout=20)

    assert second.returncode != 0
    assert "Traceback" not in second.stderr
    assert str(house.port) in second.stderr + second.stdout


def test_one_phone_that_does_not_read_holds_up_nobody_and_is_up_to_date_once_it_does(start_server, guests):
    house = start_server()
    session = house.create("kennismaken")
    console, people = opened(house, session, guests, n=5)
    console.do("stage", "adjust", step="piramide", config={"max_cards": 50})
    deaf = DeafPhone(house, session)
    for n in range(50):
        people[n % 5].ops(card(f"Kaart {n} " + "x" * 60))
    for _ in range(60):
        console.ops(op("stage", "go", step=None, **{"from": "piramide"}))
        console.ops(op("stage", "go", step="piramide", **{"from": None}))
        time.sleep(0.08)  # as fast as anybody may
    for page in people:
        page.until(lambda page: page.board == "piramide" and page.parts["counts"]["base"] == 50)
    people[0].ops(card("De laatste"))
    people[0].until(lambda page: page.parts["counts"]["base"] == 51)

    views = deaf.read_until(lambda views: views and views[-1]["set"].get("counts", {}).get("base") == 51)

    assert max(page.astray for page in people) == 0
    assert len(views) < 120
    assert [view for view in views if view["from"] is None][-1]["board"] == "piramide"
    assert all(view["from"] is None or view["from"] <= before["seq"] for before, view in zip(views, views[1:], strict=False))
    deaf.close()


class DeafPhone:
    """Joins and then never reads."""

    def __init__(self, house: House, session):
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._socket.connect(("127.0.0.1", house.port))
        head = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        self._socket.sendall((head + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        time.sleep(0.2)
        self._say("40" + json.dumps({"token": session.tokens["participant"], "person": os.urandom(16).hex()}))
        self._say('421["join",{"have":null}]')

    def _say(self, text: str) -> None:
        body = text.encode()
        length = bytes([0x80 | len(body)]) if len(body) < 126 else b"\xfe" + len(body).to_bytes(2, "big")
        self._socket.sendall(b"\x81" + length + b"\0\0\0\0" + body)

    def read_until(self, true, seconds: float = 20) -> list[dict]:
        """Reads after all -> the views that came."""
        heard, end = b"", time.monotonic() + seconds
        self._socket.settimeout(1)
        while not true(views := views_in(heard)):
            assert time.monotonic() < end, views[-1:]
            try:
                heard += self._socket.recv(65_536)
            except TimeoutError:
                continue
        return views

    def close(self) -> None:
        self._socket.close()


def views_in(heard: bytes) -> list[dict]:
    """The whole views among the frames."""
    heard, found = heard[heard.find(b"\r\n\r\n") + 4 :], []
    while len(heard) > 10:
        n, start = heard[1], 2
        if n > 125:
            start = 4 if n == 126 else 10
            n = int.from_bytes(heard[2:start], "big")
        if len(heard) < start + n:
            break
        text, heard = heard[start : start + n], heard[start + n :]
        if text.startswith(b'42["view",'):
            found.append(json.loads(text[2:])[1])
    return found


def opened(house, session, guests, n):
    """The pyramid is on stage and open, and n people are in."""
    console = guests.console(house, session)
    console.go("piramide")
    people = [guests.phone(house, session) for _ in range(n)]
    for page in (console, *people):
        page.until(lambda page: page.board == "piramide")
    return console, people
