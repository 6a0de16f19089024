"""The plan: fill what is still empty, a cell at a time, and sometimes add a row. Fictional, and mild."""

from random import Random

SAYS = {
    "owner": ("de mentoren", "teamleider onderbouw", "de intern begeleider", "conciërge", "Noor en Daan", "de werkgroep"),
    "date": ("voor 1 maart", "na de herfstvakantie", "eerste week van april", "elke maandag", "voor de zomer"),
    "reason": ("dan weet iedereen waar die aan toe is", "rust begint bij de deur", "zo ziet iedereen wat we doen", "samen houden we het vol"),
    "text": ("een half uur in het team", "klein beginnen, met één klas", "twee keer per maand", "in de nieuwsbrief", "een vast lokaal", "tijd in het rooster", "de leerlingenraad denkt mee"),
}
ROWS = ("Vaste start van de dag", "Ouders horen het eerst van ons", "Rustige plek in de pauze", "Terugkijken in mei", "Maatje voor nieuwe collega's")
CELLS = 3  # at most, by one person
LETTERS_A_SECOND = 4.0


def answers(parts: dict, own: dict, chance: Random) -> list[dict]:
    """A few empty cells; where there is no row yet, a row."""
    empty = chance.sample(todo := holes(parts, own), min(CELLS, len(todo)))
    if not empty:
        return [row(parts, chance)]
    return [{"do": "cell", "card": card, "column": column["id"], "text": said(parts, column, chance), "was": ""} for card, column in empty]


async def take_part(person) -> None:
    phone, chance = person.phone, person.chance
    left = person.mean_to("cells", lambda: chance.randint(1, CELLS))
    if person.mean_to("row", lambda: chance.random() < 0.15) and (phone.own.get("filled") or phone.parts["filled"])["left"]:
        if not await person.take_time(chance.uniform(4, 15)):
            return
        person.plans[phone.board, "row"] = False
        await phone.send(phone.board, **row(phone.parts, chance))
        if not await person.take_time(chance.uniform(1, 4)):
            return
    while left and (empty := holes(phone.parts, phone.own)):
        card, column = chance.choice(empty)
        text = said(phone.parts, column, chance)
        await phone.send(phone.board, "typing", card=card, column=column["id"])
        if not await person.take_time(chance.uniform(1, 4) + len(text) / LETTERS_A_SECOND):
            return
        if not await person.send(phone.board, "cell", card=card, column=column["id"], text=text, was=""):
            return
        left = person.plans[phone.board, "cells"] = left - 1
    await person.say_done()


def holes(parts: dict, own: dict) -> list[tuple[str, dict]]:
    """Empty cells as (row, column)."""
    rows = {id: part.get("cells") or own.get("cells", {}).get(id, {}) for id, part in parts.items() if "text" in part}
    return [(id, column) for id, cells in rows.items() for column in parts["config"]["columns"][1:] if column["id"] not in cells]


def row(parts: dict, chance: Random) -> dict:
    there = {part["text"] for part in parts.values() if "text" in part}
    fresh = [text for text in ROWS if text not in there]
    return {"do": "add", "card": f"{chance.getrandbits(64):016x}", "text": chance.choice(fresh or ROWS)[: parts["config"]["max_chars"]]}


def said(parts: dict, column: dict, chance: Random) -> str:
    return chance.choice(SAYS[column["type"]])[: parts["config"]["max_chars"]]
