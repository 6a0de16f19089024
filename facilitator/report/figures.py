"""The numbers behind the pictures as plain tables, and every shown card with what it was made of. No format here: page, Word and Excel write them out."""

from collections import Counter

from flask_babel import gettext as _
from msgspec import Struct

from facilitator.report import kinds
from facilitator.report.sections import Row, Section

Cell = str | int | float | None


class Figures(Struct, frozen=True):
    """A head and rows of cells; text cells stand left, numbers right. The first `texts` columns hold text."""

    head: list[str]
    rows: list[list[Cell]]
    texts: int = 1


class Listed(Struct, frozen=True):
    """A card as it is printed: `n` cards in it, `parts` their texts, each once, when they say anything else than `text`."""

    text: str
    because: str
    n: int
    sign: str  # W, L or W+L, or its tag
    parts: list[str]


def figures(section: Section) -> Figures | None:
    return kinds.of(section).figures(section) if section.rows else None


def cards(section: Section) -> list[tuple[str, list[Listed]]]:
    """Per level or field its name and all its shown cards."""
    signs = {strand["id"]: strand["letter"] for strand in section.strands} if len(section.strands) > 1 else {}
    signs |= section.facts.get("tags", {})
    groups = [(place["name"] or section.question, [_listed(row, signs) for row in section.at(place["id"])]) for place in section.places]
    return [group for group in groups if group[1]]


def key(section: Section) -> str:
    """What the letters behind the cards mean; with one strand there are none."""
    return ", ".join(f"{strand['letter']} = {strand['name'].lower()}" for strand in section.strands) if len(section.strands) > 1 else ""


def _listed(row: Row, signs: dict[str, str]) -> Listed:
    said = Counter(_said(card) for card in row["cards"]) if row["n"] > 1 else Counter()
    parts = [text if n == 1 else f"{text} ({n})" for text, n in said.items()] if set(said) != {row["text"]} else []
    sign = ", ".join(signs[key] for key in (row.get("strand"), row.get("tag")) if key in signs)
    return Listed(row["text"], row.get("because") or "", row["n"], sign, parts)


def _said(card: Row) -> str:
    return _("%(text)s, want %(because)s", text=card["text"], because=card["because"]) if card["because"] else card["text"]
