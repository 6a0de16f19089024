"""Collecting steps: think, type a card, write another; mend a slip of the pen; say when you are done."""

import secrets
from random import Random

from facilitator.demo.ideas import Idea, ideas

LETTERS_A_SECOND = 5.0
AGAIN = 0.5  # how readily people write what is there already


async def write(person) -> None:
    phone, config = person.phone, person.phone.parts["config"]
    meant = person.mean_to("cards", lambda: person.chance.choice((1, 2, 2, 3, 3)))
    while len(phone.own["cards"]) < meant and phone.own["left"] != 0:
        if not await write_one(person, phone.board, config):
            return
    for card, text in list(slips(person).items()):
        if not await person.take_time(person.chance.uniform(4, 12)):
            return
        slips(person).pop(card)
        await phone.send(phone.board, "edit", card=card, text=text)
    await person.say_done()


def cards(kind: str, parts: dict, own: dict, chance: Random) -> list[dict]:
    """Up to three cards at once."""
    config = parts["config"]
    asks = config.get("because", "none") != "none"
    n = 3 if own["left"] is None else min(3, own["left"])
    return [
        {"do": "add", "card": f"{chance.getrandbits(64):016x}", "text": chance.choice(idea.says), **idea.place, **about(parts, chance), **({"because": chance.choice(idea.because)} if asks else {})}
        for idea in chance.choices(ideas(kind, config), k=n)
    ]


def about(parts: dict, chance: Random) -> dict:
    """What a card is about, where every card has to be about something that came along."""
    given = [id for id, part in parts.items() if part.get("given")] if parts["config"].get("use", "cards") != "cards" else []
    return {"tag": chance.choice(given)} if given else {}


async def write_one(person, board: str, config: dict) -> bool:
    """-> whether there is time for more."""
    idea = choose(person, config)
    text = word(person, idea)
    because = person.chance.choice(idea.because) if config.get("because", "none") != "none" else None
    thinking = person.chance.uniform(4, 20)
    if not await person.take_time(thinking + len(text + (because or "")) / LETTERS_A_SECOND):
        return False
    typed, card = text, secrets.token_hex(8)
    if person.chance.random() < person.character.careless:
        typed = slip(text, person.chance)
    if typed != text and person.chance.random() < 0.5:
        slips(person)[card] = text
    return await person.send(board, "add", card=card, text=typed, **idea.place, **about(person.phone.parts, person.chance), **({"because": because} if because else {}))


def choose(person, config: dict) -> Idea:
    """What is common practice comes to many minds; nobody writes the same twice, few what they see on their phone already."""
    written, seen = person.mean_to("ideas", set), texts(person)
    known = [idea for idea in ideas(person.phone.kind, config) if idea.says[0] not in written]
    [idea] = person.chance.choices(known, [max(0.05, person.liking(idea.says[0], own=0.2)) * (AGAIN if seen & {*idea.says} else 1) for idea in known])
    written.add(idea.says[0])
    return idea


def word(person, idea: Idea) -> str:
    """Mostly in other words than somebody else's."""
    seen = texts(person)
    fresh = [text for text in idea.says if text not in seen]
    return person.chance.choice(fresh if fresh and person.chance.random() < 0.8 else idea.says)


def texts(person) -> set[str]:
    return {part["text"] for part in person.phone.items().values()}


def slips(person) -> dict[str, str]:
    """Cards with a slip that this person saw, and what they should have said."""
    return person.mean_to("slips", dict)


def slip(text: str, chance: Random) -> str:
    """One slip of the pen, as thumbs make them."""
    at = chance.randrange(1, len(text) - 1)
    return chance.choice((
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text.lower().removesuffix("."),
    ))
