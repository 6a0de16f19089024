"""Order: a list round the common taste, and for some a second thought."""


def answers(parts: dict, own: dict, chance) -> list[dict]:
    items = [id for id, part in parts.items() if "text" in part]
    return [{"do": "rank", "items": chance.sample(items, len(items))}]


async def take_part(person) -> None:
    listed = list(person.phone.items())
    mine = person.phone.own.get("rank") or []
    if set(mine) != set(listed):
        if not await person.take_time(person.chance.uniform(3, 7) * len(listed)):
            return
        mine = sorted(listed, key=lambda item: person.liking(item, own=0.25), reverse=True)
        if await person.phone.send(person.phone.board, "rank", items=mine):
            return
    if len(mine) > 1 and person.mean_to("thinks again", lambda: person.chance.random() < 0.4):
        if not await person.take_time(person.chance.uniform(4, 12)):
            return
        person.plans[person.phone.board, "thinks again"] = False
        at = person.chance.randrange(len(mine) - 1)
        mine[at], mine[at + 1] = mine[at + 1], mine[at]
        await person.phone.send(person.phone.board, "rank", items=mine)
