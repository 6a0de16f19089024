"""Order: a list round the common taste, and for some a second thought. In buckets: one thing after another, where most people would put it."""


def answers(parts: dict, own: dict, chance) -> list[dict]:
    items = [id for id, part in parts.items() if "text" in part]
    if parts["config"]["mode"] == "bucket":
        return [{"do": "place", "item": item, "bucket": chance.choice(parts["config"]["buckets"])["id"]} for item in items]
    return [{"do": "rank", "items": chance.sample(items, len(items))}]


async def take_part(person) -> None:
    await (sort if person.phone.parts["config"]["mode"] == "bucket" else rank)(person)


async def rank(person) -> None:
    listed = list(person.phone.items())
    mine = person.phone.own.get("rank") or []
    if set(mine) != set(listed):
        if not await person.take_time(person.chance.uniform(3, 7) * len(listed)):
            return
        mine = sorted(listed, key=lambda item: person.liking(item, own=0.25), reverse=True)
        if not await person.send(person.phone.board, "rank", items=mine):
            return
    if len(mine) > 1 and person.mean_to("thinks again", lambda: person.chance.random() < 0.4):
        if not await person.take_time(person.chance.uniform(4, 12)):
            return
        person.plans[person.phone.board, "thinks again"] = False
        at = person.chance.randrange(len(mine) - 1)
        mine[at], mine[at + 1] = mine[at + 1], mine[at]
        await person.phone.send(person.phone.board, "rank", items=mine)


async def sort(person) -> None:
    buckets = [bucket["id"] for bucket in person.phone.parts["config"]["buckets"]]
    while left := [item for item in person.phone.items() if item not in person.phone.own["placed"]]:
        if not await person.take_time(person.chance.uniform(2, 8)):
            return
        if not await person.send(person.phone.board, "place", item=left[0], bucket=taste(person, left[0], buckets)):
            return


def taste(person, item: str, buckets: list[str]) -> str:
    """What is liked best goes in the first."""
    liking = min(0.999, max(0.0, 1 - person.liking(item, own=0.2)))
    return buckets[int(liking * len(buckets))]
