"""How placing the same cards is printed: which ones people put on different levels, in numbers of people and in words."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import patterns
from facilitator.report.figures import Figures
from facilitator.report.ink import INK, LEVELS, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import LISTED, listing, quoted

ROWS = 10  # the rest is in the table
TEXT = 560  # what is left of the width is for the levels


def is_placed(section: Section) -> bool:
    return "placed" in section.facts


def who(section: Section) -> str:
    people = ngettext("%(num)d mens", "%(num)d mensen", section.facts["people"])
    return _("%(people)s, elk op de eigen telefoon of op papier.", people=people)


def outcome(section: Section) -> list[str]:
    placed, apart = section.facts["placed"], divided(section)
    if not placed:
        return [_("Niemand legde een kaart neer.")]
    if not apart:
        return [ngettext("Over deze kaart denken we hetzelfde.", "Over alle %(num)d kaarten denken we hetzelfde.", placed)]
    first = ngettext("Over %(apart)d van de %(num)d kaart denken we verschillend.", "Over %(apart)d van de %(num)d kaarten denken we verschillend.", placed, apart=len(apart))
    return [first, *(_told(section, row) for row in apart[:LISTED])]


def divided(section: Section) -> list[Row]:
    """Most divided first."""
    rows = {row["id"]: row for row in section.rows}
    return [rows[id] for id in section.facts["divided"]]


def _told(section: Section, row: Row) -> str:
    counts = listing([_("%(n)d keer %(level)s", n=n, level=section.named(level)) for level, n in row["levels"].items() if n])
    agreed = " " + _("Afgesproken: %(level)s.", level=section.named(row["level"])) if row["fixed"] else ""
    return f"{quoted(row['text'])}: {counts}.{agreed}"


def figures(section: Section) -> Figures:
    head = [_("Kaart"), *(level["name"] for level in section.places), _("Laag")]
    return Figures(head, [[row["text"], *(row["levels"][level["id"]] for level in section.places), section.named(row["level"]) or None] for row in section.rows])


def measures(row: Row) -> Iterator[list]:
    for level, n in row["levels"].items():
        yield [row["id"], row["text"], row["level"], f"people:{level}", n]
    yield [row["id"], row["text"], row["level"], "spread", row["spread"]]
    if row["fixed"]:
        yield [row["id"], row["text"], row["level"], "fixed", 1]


def draw(section: Section) -> tuple[str, str]:
    """A row per card that people put on different levels: under each level how many did, in its colour and pattern; the agreed one has a heavy edge."""
    rows = divided(section)[:ROWS]
    alt = " ".join(_told(section, row) for row in rows)
    width = (WIDTH - TEXT) / len(section.places)
    parts = [tag("defs", "".join(patterns.of_level(_pattern(section, level), level["number"], LEVELS[level["number"] - 1][1]) for level in section.places))]
    for i, level in enumerate(section.places):
        parts.append(lines(TEXT + width * i, 44, fold(level["name"], width - 12, 31, 2), 31, font_weight=700))
    y = 88.0
    parts.append(rule(y, 4, INK))
    for row in rows:
        text = fold(row["text"], TEXT - 30, 35, 3)
        height = max(92, 44 * len(text) + 20)
        parts.append(lines(0, y + height / 2, text, 35, font_weight=700))
        parts += [_cell(section, row, level, (TEXT + width * i, y + height / 2 - 34, width - 14)) for i, level in enumerate(section.places)]
        y += height
        parts.append(rule(y))
    return svg(y + 2, parts, alt), alt


def _cell(section: Section, row: Row, level: dict, at: tuple[float, float, float]) -> str:
    n, (x, y, width) = row["levels"][level["id"]], at
    if not n:
        return ""
    fill, ink = LEVELS[level["number"] - 1]
    heavy = row["fixed"] and row["level"] == level["id"]
    box = tag("rect", x=x, y=y, width=width, height=68, fill=fill, stroke=INK if heavy else None, stroke_width=8 if heavy else None)
    return box + tag("rect", x=x + 8, y=y + 8, width=40, height=52, fill=f"url(#{_pattern(section, level)})") + write(x + width - 18, y + 50, n, font_size=44, font_weight=700, text_anchor="end", fill=ink)


def _pattern(section: Section, level: dict) -> str:
    return f"placed-{section.step}-{level['number']}"
