"""The people of a rehearsal, in this process and a thousand times as fast: all of them stay to the end, vote, and say when they are done."""

import asyncio
import threading
import time
from itertools import cycle, islice
from random import Random

from facilitator.demo.person import AT_TABLE, Character, Person
from facilitator.demo.phone import Phone

PACE = 1000
LONG = 60.0  # seconds


class Participants:
    """`with Participants(url, token, 24, roles) as people:`; they go home when the session has ended. `roles` are taken in turn."""

    def __init__(self, url: str, token: str, n: int, roles: list[str]):
        chance, role = Random(n), islice(cycle(roles or [None]), n)
        self.all = [
            Person(Phone(url, token, chance.randbytes(16).hex(), LONG), _character(number, n, one), 0.5, Random(number), PACE)
            for number, one in enumerate(role)
        ]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._live(),))

    def __enter__(self) -> "Participants":
        """Once everybody is in."""
        self._thread.start()
        until = time.monotonic() + LONG
        while not all(person.phone.stage for person in self.all):
            assert time.monotonic() < until, "not everybody came in"
            time.sleep(0.01)
        return self

    def __exit__(self, *failed) -> None:
        if failed[0]:
            self._loop.call_soon_threadsafe(lambda: [person.phone.put_away() for person in self.all])
        self._thread.join(LONG)
        assert not self._thread.is_alive(), "they stay after the end"
        self._loop.close()

    def lose_the_line(self, number: int) -> None:
        """One of them does, and comes back at once."""
        asyncio.run_coroutine_threadsafe(_blink(self.all[number % len(self.all)].phone), self._loop).result(LONG)

    def until_done(self, step: str, turn: str | None = None) -> int:
        """Everybody that this step is for did what it asks, as their own phone says. -> how many people that are."""
        until = time.monotonic() + LONG
        while busy := [person for person in self.all if _is_busy(person, step, turn)]:
            assert time.monotonic() < until, f"{len(busy)} are not done with {step}: {busy[0].phone.own} {busy[0].phone.stage.get('now')}"
            time.sleep(0.01)
        return sum(person.character.at_table if person.phone.parts["about"].get("table") else 1 for person in self.all if person.phone.own.get("done"))

    async def _live(self) -> None:
        async with asyncio.TaskGroup() as room:
            for person in self.all:
                room.create_task(person.live())
        await asyncio.sleep(0.05)  # aiohttp closes its sockets one turn later


def _character(n: int, people: int, role: str | None) -> Character:
    """Forty come in per second."""
    table = n // AT_TABLE + 1 if n % AT_TABLE == 0 else None
    return Character(arrives=n * PACE / 40, slowness=1.0, careless=0.1, votes=True, says_done=True, leaves=False, table=table, at_table=min(AT_TABLE, people - n), role=role)


async def _blink(phone: Phone) -> None:
    phone.sleep()
    phone.wake()


def _is_busy(person: Person, step: str, turn: str | None) -> bool:
    phone = person.phone
    if phone.board != step or phone.own.get("turn") != turn:
        return True
    about, group = phone.parts.get("about", {}), phone.own.get("you", {}).get("group")
    if "roles" in about and group is None:
        return True
    if about.get("only") and group not in about["only"] or about.get("table") and person.character.table is None:
        return False
    return not phone.own.get("done")
