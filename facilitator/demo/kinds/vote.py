"""Dots: on the own favourites, most of which others like too, with a reason where one is asked; some change their mind, one person keeps the dots."""

from facilitator.demo import ideas


def answers(parts: dict, own: dict, chance) -> list[dict]:
    items = [id for id, part in parts.items() if "text" in part]
    most, because = parts["config"]["max_per_item"], parts["config"]["because"]
    return [
        {"do": "put", "item": item, "ballot": ballot["id"], **({"because": ideas.reason(chance)} if because != "none" else {})}
        for ballot in parts["config"]["ballots"]
        for item in chance.sample([id for id in items for _ in range(most)], min(own["ballots"][ballot["id"]]["left"], most * len(items)))
    ]


async def take_part(person) -> None:
    if not person.character.votes or not await person.take_time(person.chance.uniform(4, 15)):
        return
    for ballot in person.phone.parts["config"]["ballots"]:
        if not await spend(person, ballot["id"]):
            return
    if person.mean_to("changes", lambda: person.chance.random() < 0.3) and not await change_mind(person):
        return
    await person.say_done()


async def spend(person, ballot: str) -> bool:
    """All dots but the ones this person keeps. -> whether there is time for more."""
    kept = person.mean_to(f"keeps {ballot}", lambda: int(person.chance.random() < 0.1))
    while dots(person, ballot)["left"] > kept and (best := favourites(person, ballot)):
        if not await person.take_time(person.chance.uniform(1.5, 7)):
            return False
        if not await give(person, ballot, best[0]):
            return False
    return True


async def give(person, ballot: str, item: str) -> bool:
    """A dot, and the reason where one is asked for; where it may be left out half of the people do. -> whether there is time for more."""
    asks = person.phone.parts["config"]["because"]
    given = item in person.phone.own.get("reasons", {})
    says = not given and (asks == "required" or (asks == "optional" and person.chance.random() < 0.5))
    because = {"because": ideas.reason(person.chance)} if says else {}
    return await person.send(person.phone.board, "put", item=item, ballot=ballot, **because)


async def change_mind(person) -> bool:
    """Take the least liked dot back and give it to something else, once."""
    person.plans[person.phone.board, "changes"] = False
    ballot = person.phone.parts["config"]["ballots"][0]["id"]
    given, best = sorted(dots(person, ballot)["items"], key=lambda item: person.liking(f"{ballot}/{item}")), favourites(person, ballot)
    if not given or not best:
        return True
    if not await person.take_time(person.chance.uniform(4, 15)):
        return False
    if not await person.send(person.phone.board, "take", item=given[0], ballot=ballot) or not await person.take_time(person.chance.uniform(1, 4)):
        return False
    return await give(person, ballot, best[0])


def dots(person, ballot: str) -> dict:
    return person.phone.own["ballots"][ballot]


def favourites(person, ballot: str) -> list[str]:
    """Items that may still get a dot of this person, best first."""
    most, mine = person.phone.parts["config"]["max_per_item"], dots(person, ballot)["items"]
    open_to = [item for item in person.phone.items() if mine.get(item, 0) < most]
    return sorted(open_to, key=lambda item: person.liking(f"{ballot}/{item}"), reverse=True)
