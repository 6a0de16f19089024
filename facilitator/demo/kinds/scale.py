"""Scoring: near what everybody thinks of an item, further apart where the item divides; some do not know, some say why."""

SAYS = ("Dat lukt al best goed.", "Bij ons in de bouw nog niet.", "We praten er wel over, maar doen het weinig.", "Dit mag vaker.", "Hier zijn we net mee begonnen.", "Dat hangt erg van de klas af.")
SELDOM = 0.12  # how often somebody writes a note


def answers(parts: dict, own: dict, chance) -> list[dict]:
    config = parts["config"]
    return [op for item, check in cells(parts) for op in said(config, item, check, chance.triangular(0, 1), chance)]


async def take_part(person) -> None:
    config = person.phone.parts["config"]
    for item, check in cells(person.phone.parts):
        if check.get("check", "") in person.phone.own["answers"].get(item, {}):
            continue
        if not await person.take_time(person.chance.uniform(2, 6)):
            return
        liked = person.liking(f"{item}/{check}", own=person.liking(f"divides {item}", own=0) * 0.4)
        for op in said(config, item, check, liked, person.chance):
            if not await person.send(person.phone.board, **op):
                return
    await person.say_done()


def said(config: dict, item: str, check: dict, liked: float, chance) -> list[dict]:
    """The answer of somebody who likes this so much, 0 to 1 for most, and perhaps why."""
    apart = [word for word in ("later", "dont_know") if config[word] and chance.random() < 0.08]
    point = min(len(config["points"]), max(1, 1 + int(liked * len(config["points"]))))
    score = {"do": "score", "item": item, **check, "value": apart[0] if apart else point}
    wants = config["note"] and not apart and chance.random() < SELDOM
    return [score, {"do": "note", "item": item, "text": chance.choice(SAYS)}] if wants else [score]


def cells(parts: dict) -> list[tuple[str, dict]]:
    """Every item with every check, in the order of the phone."""
    items = sorted((id for id, part in parts.items() if "text" in part), key=lambda id: parts[id]["i"])
    return [(item, check) for item in items for check in ([{"check": one["id"]} for one in parts["config"]["checks"]] or [{}])]
