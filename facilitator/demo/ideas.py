"""What people in a rehearsal write: the fictional content of ideas.toml, for the places that the step on stage has."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from random import Random


@dataclass(frozen=True)
class Idea:
    """`says` are the ways in which people put it; `because` is empty where no reason is asked."""

    place: dict
    says: tuple[str, ...]
    because: tuple[str, ...] = ()


def ideas(kind: str, config: dict) -> list[Idea]:
    """`config` as it stands in the view of the step."""
    return of_levels(config) if kind == "pyramid" else of_fields(config)


def of_levels(config: dict) -> list[Idea]:
    """Where the script lets people wish, every seventh is a wish; where it has tags, the levels above the foundation get them in turn."""
    strands = [strand["id"] for strand in config["strands"]]
    found = [
        (level["id"], strand if strand in strands else strands[0], fitting(says, config))
        for level in config["levels"]
        for strand, these in content()["pyramid"][level["id"]].items()
        for says in these
    ]
    return [Idea({"level": level, "strand": strand, **_more(level, number, config)}, says) for number, (level, strand, says) in enumerate(found)]


def _more(level: str, number: int, config: dict) -> dict:
    tags = [tag["id"] for tag in config["tags"]]
    wish = {"wish": True} if config["allow_wish"] and number % 7 == 6 else {}
    return {**wish, "tag": tags[number % len(tags)]} if tags and level != "foundation" else wish


def of_fields(config: dict) -> list[Idea]:
    return [Idea({"field": field["id"]}, fitting(says, config), tuple(because)) for field in config["fields"] for says, because in _of_field(field)]


def _of_field(field: dict) -> list[tuple[list[str], list[str]]]:
    """What people say there, and why. A field that we have nothing for, by its name or its id, gets what belongs anywhere."""
    if reasoned := content()["wall"].get(field["id"]):
        return [(one["says"], one["because"]) for one in reasoned]
    loose = content()["field"]
    return [(says, content()["vote"]["because"]) for says in loose.get(field["name"]) or loose.get(field["id"]) or loose["any"]]


def reason(chance: Random) -> str:
    """Why somebody gives a card a dot."""
    return chance.choice(content()["vote"]["because"])


def fitting(says: list[str], config: dict) -> tuple[str, ...]:
    return tuple(text[: config["max_chars"]] for text in says)


@cache
def content() -> dict:
    return tomllib.loads(resources.files(__package__).joinpath("ideas.toml").read_text("utf-8"))
