"""How simulated people do each kind: one file per kind, named like the kind.

`answers(parts, own, chance)` -> the ops one person has for this step at once, [{"do", ...}]: from the view of a phone, what is theirs, and a Random.
`take_part(person)` is the same at the speed of a person; where a kind has none, its answers are given one by one.
"""

from importlib import import_module


def answers(kind: str, parts: dict, own: dict, chance) -> list[dict]:
    return _of(kind).answers(parts, own, chance)


async def take_part(kind: str, person) -> None:
    """Until it is done, or something changed on the stage."""
    await getattr(_of(kind), "take_part", _one_by_one)(person)


async def _one_by_one(person) -> None:
    phone = person.phone
    meant = person.mean_to("answers", lambda: _of(phone.kind).answers(phone.parts, phone.own, person.chance))
    while meant:
        if not await person.take_time(person.chance.uniform(3, 10)):
            return
        if await phone.send(phone.board, **meant[0]):
            return
        meant.pop(0)
    await person.say_done()


def _of(kind: str):
    return import_module(f"{__name__}.{kind}")
