"""Choices: what most people like a bit more often; some do not know, some add a note."""

NOTES = ("Tijd in het rooster", "Eerst praten met het team", "Een vaste plek op de agenda", "Dat de leiding meedoet", "Duidelijk wie het trekt")


def answers(parts: dict, own: dict, chance) -> list[dict]:
    config = parts["config"]
    options = [option["id"] for option in config["options"]]
    items = sorted((id for id, part in parts.items() if "text" in part), key=lambda id: parts[id]["i"]) or [None]
    said = []
    for item in items:
        most = chance.choice((1, 1, 2, 3)) if config["multi"] else 1
        weights = [1 / (1 + (n + len(item or "")) % len(options)) for n in range(len(options))]
        asked = {"item": item} if item else {}
        said.append({"do": "choose", "options": sorted({*chance.choices(options, weights, k=most)}), **asked})
        if config["note"] and chance.random() < 0.4:
            said.append({"do": "note", "text": chance.choice(NOTES), **asked})
    return said
