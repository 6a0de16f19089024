"""Cards for the levels (see writing.py); or the same cards on a level, about most of which people agree."""

from facilitator.demo import writing

LEVELS = ("foundation", "base", "extra", "intensive")


def answers(parts: dict, own: dict, chance) -> list[dict]:
    if parts["config"]["mode"] == "collect":
        return writing.cards("pyramid", parts, own, chance)
    return [{"do": "place", "item": item, "level": chance.choice(LEVELS)} for item, part in parts.items() if "text" in part]


async def take_part(person) -> None:
    if person.phone.parts["config"]["mode"] == "collect":
        return await writing.write(person)
    while left := [item for item in person.phone.items() if item not in person.phone.own["placed"]]:
        if not await person.take_time(person.chance.uniform(2, 8)):
            return
        if not await person.send(person.phone.board, "place", item=left[0], level=level(person, left[0])):
            return
    await person.say_done()


def level(person, item: str) -> str:
    """What most people think, or its neighbour."""
    at = person.liking(item, own=0.12) * len(LEVELS)
    return LEVELS[min(len(LEVELS) - 1, max(0, int(at)))]
