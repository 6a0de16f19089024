"""Adopters: everybody has a picture of their own of the team; most see a large middle."""

FELT = {"innovators": 2, "trendsetters": 4, "willing": 7, "conservative": 5, "laggards": 2}


def answers(parts: dict, own: dict, chance) -> list[dict]:
    groups = [group["id"] for group in parts["config"]["groups"]]
    felt = [FELT[id] * chance.uniform(0.4, 1.6) for id in groups]
    placed = chance.choices(groups, felt, k=parts["config"]["units"])
    return [{"do": "spread", "groups": {id: placed.count(id) for id in groups}}]
