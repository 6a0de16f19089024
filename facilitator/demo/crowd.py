"""Who is in the room: most are ordinary, some leave and come back, one is slow, one never votes."""

import asyncio
import logging
from random import Random

from facilitator.demo.person import AT_TABLE, Character, Person
from facilitator.demo.phone import Phone

log = logging.getLogger(__name__)

ARRIVING = 30.0  # seconds in which everybody comes in
PATIENCE = 60.0  # seconds without a server before they go home
LEAVERS = 6  # one in so many loses the connection now and then
SLOW, NEVER_VOTES = 3, 5  # their places in the row, in a group that is large enough to have them


async def crowd(url: str, token: str, people: int, seed: int, pace: float) -> None:
    """Returns when everybody has gone home."""
    async with asyncio.TaskGroup() as room:
        for n in range(people):
            chance = Random(f"{seed}/{n}")
            phone = Phone(url, token, chance.randbytes(16).hex(), PATIENCE / pace)
            person = Person(phone, character(n, people, chance), Random(f"{seed}").random(), chance, pace)
            room.create_task(visit(person))


async def visit(person: Person) -> None:
    """What goes wrong with one is told, and no reason for the others to leave."""
    try:
        await person.live()
    except Exception:
        log.exception("somebody went home early")


def character(n: int, people: int, chance: Random) -> Character:
    return Character(
        arrives=ARRIVING * chance.random() if n else 1.0,
        slowness=3.0 if n == SLOW else chance.uniform(0.7, 1.4),
        careless=chance.choice((0.0, 0.1, 0.3)),
        votes=n != NEVER_VOTES,
        says_done=chance.random() < 0.85,
        leaves=n % LEAVERS == LEAVERS - 2,
        table=n // AT_TABLE + 1 if n % AT_TABLE == 0 else None,
        at_table=min(AT_TABLE, people - n),
    )
