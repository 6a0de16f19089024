"""The answers to closing questions: approved quotes or agreed sentences under their question; of what stayed in the room, that it was answered."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import collected
from facilitator.report.figures import Figures
from facilitator.report.ink import INK, SECOND, WIDTH, fold, lines, rule, svg, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import at_table

QUOTES = 6  # under a question; the rest is in the list of all cards


def who(section: Section) -> str:
    return ngettext("%(num)d mens schreef iets op.", "%(num)d mensen schreven iets op.", section.facts["people"])


def outcome(section: Section) -> list[str]:
    if section.facts["show"] == "nothing":
        return [_("Wat mensen opschreven, is niet gedeeld.")]
    if section.rows:
        return []
    return [_("Er is geen antwoord getoond.") if section.facts["people"] else _("Er is niets opgeschreven.")]


def figures(section: Section) -> Figures:
    return Figures([_("Vraag"), _("Getoond"), _("Opgeschreven")], [[field["name"] or section.question, section.count(field["id"]), section.facts["written"][field["id"]]] for field in section.places])


def measures(row: Row) -> Iterator[list]:
    return collected.measures(row)


def draw(section: Section) -> tuple[str, str]:
    """Every question under a heavy rule, with what was said to it."""
    parts, alt, y = [], [], 0.0
    for field in section.places:
        rows, name = section.at(field["id"]), field["name"] or section.question
        said = [_said(section, row) for row in rows]
        alt.append(f"{name}: {' '.join(said)}")
        heading = fold(name, WIDTH, 37, 3)
        parts += [rule(y + 4, 8, INK), lines(0, y + 50 + 22 * (len(heading) - 1), heading, 37, font_weight=700)]
        y += 90 + 44 * (len(heading) - 1)
        for text in said[:QUOTES]:
            folded = fold(text, WIDTH - 40, 37, 8)
            parts.append(lines(30, y + 22 * len(folded), folded, 37))
            y += 44 * len(folded) + 20
        if len(said) > QUOTES:
            parts.append(write(30, y + 30, _("en nog %(n)d", n=len(said) - QUOTES), font_size=33, fill=SECOND))
            y += 50
        y += 20
    return svg(y, parts, " ".join(alt)), " ".join(alt)


def _said(section: Section, row: Row) -> str:
    table = f"({at_table(section, row['table'])})" if row.get("table") else ""
    return f"“{row['text']}” {table}".strip()


def settings(config) -> list[str]:
    shown = {"nothing": _("Niets komt op het scherm."), "quotes": _("Op het scherm komt wat jij toont."), "sentence": _("Samen schrijven ze één zin per vraag.")}[config.show]
    return [*config.questions, shown]
