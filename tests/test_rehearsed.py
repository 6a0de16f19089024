"""Simulated people on a line that is not what it should be, or with a server that does not say what they expect: the others never notice."""

import asyncio
import json
from random import Random

import pytest
from aiohttp import web

from facilitator.demo import kinds
from facilitator.demo.crowd import crowd
from facilitator.demo.person import Character, Person
from facilitator.demo.phone import Phone

KEY = "0" * 32
SOON = 20  # seconds
HELLO = '0{"sid":"1","upgrades":[],"pingInterval":25000,"pingTimeout":20000}'
STAGE = {"now": {"step": "a", "state": "open", "revealed": False, "break": None}, "ended": False}
JOINED = {"you": {}, "epoch": "e", "seq": 1, "stage": STAGE, "board": "a", "kind": "poll", "view": {"config": {}}, "own": {"done": False, "of": "a"}}
NEXT = {"epoch": "e", "from": None, "seq": 2, "board": "b", "kind": "order", "gone": [], "set": {}, "stage": STAGE, "own": {"done": False, "of": "b"}}


class Server:
    """Says to each connection what `hears(n, event, said)` gives for it, one after the other; n is 1 for who came first. At `connect` its door is "open", "busy" or "slammed"."""

    def __init__(self, hears):
        self._hears, self.came = hears, 0
        self.lines = set()

    async def __aenter__(self):
        app = web.Application()
        app.router.add_get("/socket.io/", self._talk)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_):
        await self._runner.cleanup()
        await asyncio.sleep(0.05)  # aiohttp closes its sockets one turn later

    async def _talk(self, request):
        self.came += 1
        n, line = self.came, web.WebSocketResponse()
        [door] = self._hears(n, "connect", None)
        if door == "busy":
            raise web.HTTPServiceUnavailable
        await line.prepare(request)
        if door == "slammed":
            await line.close()
            return line
        await line.send_str(HELLO)
        self.lines.add(n)
        async for message in line:
            await self._answer(n, line, message.data)
        self.lines.discard(n)
        return line

    async def _answer(self, n, line, text):
        if text.startswith("40"):
            await line.send_str('40{"sid":"1"}')
        elif text.startswith("42"):
            number, _, said = text[2:].partition("[")
            event, said = json.loads(f"[{said}")
            for it in self._hears(n, event, said):
                await line.send_str(f"42{json.dumps(['view', it])}" if "from" in it else f"43{number}{json.dumps([it])}")


def joined(n, event, said):
    return {"connect": ["open"], "join": [JOINED], "ops": [{"results": [{"id": "x", "seq": 1}], "own": JOINED["own"]}]}[event]


def phone(server, patience=0.0):
    return Phone(server.url, "token", KEY, patience)


def somebody(phone):
    return Person(phone, Character(arrives=0, slowness=1, careless=0, votes=True, says_done=False, leaves=False), 0.5, Random(1), 1000)


async def until(true):
    async with asyncio.timeout(SOON):
        while not true():
            await asyncio.sleep(0.01)


def staying(hears, live):
    """Runs `live(phone)` while the phone is in at a server that answers so."""

    async def run():
        async with Server(hears) as server, asyncio.TaskGroup() as life:
            it = phone(server)
            life.create_task(it.stay())
            await until(lambda: it.stage)
            await live(it)
            it.put_away()

    asyncio.run(run())


def test_what_is_mine_is_of_the_step_that_is_on_stage():
    async def send(it):
        await it.send("a", "choose")
        await until(lambda: it.board == "b")
        assert it.own == NEXT["own"]

    staying(lambda n, event, said: [*joined(n, event, said), NEXT] if event == "ops" else joined(n, event, said), send)


def test_a_view_right_behind_the_answer_is_not_missed():
    async def look(it):
        await until(lambda: it.board == "b")

    staying(lambda n, event, said: [*joined(n, event, said), NEXT] if event == "join" else joined(n, event, said), look)


def test_nobody_begins_at_a_step_before_knowing_what_is_theirs():
    early = {key: part for key, part in NEXT.items() if key != "own"}

    async def send(it):
        await it.send("a", "choose")
        await until(lambda: it.board == "b")
        assert not it.may_act()
        await it.send("b", "rank")
        assert it.may_act()

    staying(lambda n, event, said: [*joined(n, event, said), early] if event == "ops" and said["ops"][0]["board"] == "a" else joined(n, event, said), send)


def test_a_voter_stops_when_the_stage_turned_while_a_dot_was_on_its_way():
    ballot = {"id": "dots", "left": 3}
    vote = {**JOINED, "kind": "vote", "view": {"config": {"ballots": [ballot], "max_per_item": 3, "because": "none"}, "x": {"text": "Rust"}}, "own": {"done": False, "ballots": {"dots": {**ballot, "items": {}}}}}
    late = {"results": [{"id": "x", "seq": 2}], "own": NEXT["own"]}

    async def put(it):
        await kinds.take_part("vote", somebody(it))
        assert it.board == "b"

    staying(lambda n, event, said: {"connect": ["open"], "join": [vote], "ops": [NEXT, late]}[event], put)


def test_time_that_runs_out_in_the_moment_that_the_stage_turns_is_not_there_to_work():
    async def look():
        it = Phone("", "", KEY, 0)
        person = somebody(it)
        it.turn.set()
        assert not await person.take_time(0)

    asyncio.run(look())


@pytest.mark.parametrize("says", [b"HTTP/1.1 500 No\r\n\r\n", b"nonsense\r\n\r\n", b""])
def test_a_phone_bears_a_server_that_cannot_be_understood(says):
    async def run():
        came = []

        async def answer(reader, writer):
            came.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(says)
            writer.close()

        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server, asyncio.TaskGroup() as life:
            it = Phone(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "token", KEY, 0)
            life.create_task(it.stay())
            await until(lambda: len(came) == 2)
            it.put_away()
        await asyncio.sleep(0.05)  # aiohttp closes its sockets one turn later

    asyncio.run(run())


@pytest.mark.parametrize("door", ["busy", "slammed"])
def test_however_little_patience_a_few_bad_moments_send_nobody_home(door):
    async def look(it):
        assert not it.over

    staying(lambda n, event, said: joined(n, event, said) if n > 2 else [door], look)


def test_one_who_is_at_a_loss_leaves_the_others_in_the_room(caplog):
    """To the first a kind is shown that nobody knows."""
    strange = {**JOINED, "kind": "waltz"}
    quiet = {**JOINED, "stage": {**STAGE, "now": {**STAGE["now"], "state": "look"}}}

    async def run():
        hears = {"connect": lambda n: ["open"], "join": lambda n: [strange if n == 1 else quiet]}
        async with Server(lambda n, event, said: hears[event](n)) as server:
            room = asyncio.create_task(crowd(server.url, "token", 3, 1, 1000))
            await until(lambda: server.lines == {2, 3})
            await asyncio.sleep(0.2)
            assert server.lines == {2, 3}
            room.cancel()
            await asyncio.wait([room])
            await until(lambda: not server.lines)

    asyncio.run(run())

    assert [record.getMessage() for record in caplog.records] == ["somebody went home early"]


def test_who_may_not_say_their_role_waits():
    asks = {**JOINED, "view": {"config": {}, "about": {"roles": ["Docent"], "only": ["Docent"]}}}
    refused = [{"results": [{"id": "x", "refused": "locked"}], "own": JOINED["own"]}]

    async def run():
        asked = []

        def hears(n, event, said):
            if event == "ops":
                asked.append(said)
            return {"connect": ["open"], "join": [asks], "ops": refused}[event]

        async with Server(hears) as server:
            person = somebody(phone(server))
            life = asyncio.create_task(person.live())
            await until(lambda: asked)
            await asyncio.sleep(0.1)
            assert not life.done()
            person.phone.put_away()
            await life

    asyncio.run(run())
