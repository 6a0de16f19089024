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
    sign: str  # what it is about (W, L or W+L), for whom, and of a wish where
    parts: list[str]


def figures(section: Section) -> Figures | None:
    return kinds.of(section).figures(section) if section.rows else None


def cards(section: Section) -> list[tuple[str, list[Listed]]]:
    """Per level or field its name and all its shown cards; wishes apart, for they are not there yet. A kind may have texts of its own to list."""
    if own := getattr(kinds.of(section), "cards", None):
        return own(section)
    groups = [(place["name"] or section.question, [_listed(section, row) for row in section.at(place["id"])]) for place in section.places]
    return [group for group in [*groups, (_("Wensen"), [_listed(section, row) for row in section.wishes()])] if group[1]]


def key(section: Section) -> str:
    """What the letters behind the cards mean; with one strand there are none."""
    return ", ".join(f"{strand['letter']} = {strand['name'].lower()}" for strand in section.strands) if _lettered(section) else ""


def _lettered(section: Section) -> bool:
    return len({row.get("strand") for row in section.rows} - {None}) > 1


def _signs(section: Section, row: Row) -> str:
    letter = next((strand["letter"] for strand in section.strands if strand["id"] == row.get("strand")), "") if _lettered(section) else ""
    tag = section.facts.get("tags", {}).get(row.get("tag"), "")
    return ", ".join(sign for sign in (letter, tag, section.named(row["level"]) if row.get("wish") else "") if sign)


def _listed(section: Section, row: Row) -> Listed:
    said = Counter(_said(card) for card in row["cards"]) if row["n"] > 1 else Counter()
    parts = [text if n == 1 else f"{text} ({n})" for text, n in said.items()] if set(said) != {row["text"]} else []
    return Listed(row["text"], row.get("because") or "", row["n"], _signs(section, row), parts)


def _said(card: Row) -> str:
    return _("%(text)s, want %(because)s", text=card["text"], because=card["because"]) if card["because"] else card["text"]
