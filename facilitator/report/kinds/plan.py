"""The plan as a table, and a small picture of what is filled in and what is not. The only place of a report where names of people may stand."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import before
from facilitator.report.figures import Figures
from facilitator.report.ink import HAIRLINE, INK, SECOND, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import at_table, listing, quoted

ACROSS = 5  # columns that stand beside each other on a portrait page; more are printed below each other
NAMED = 4  # names over the picture; more become numbers with a key
ROWS = 16  # in the picture


def who(section: Section) -> str:
    facts = section.facts
    told = _("%(rows)s, ingevuld door %(people)s.", rows=_rows(facts["rows"]), people=ngettext("%(num)d mens", "%(num)d mensen", facts["people"]))
    tables = len(facts["tables"])
    return told + (" " + ngettext("%(num)d tafel vulde een eigen plan.", "%(num)d tafels vulden elk een eigen plan.", tables) if tables else "")


def _rows(n: int) -> str:
    return ngettext("%(num)d regel", "%(num)d regels", n)


def outcome(section: Section) -> list[str]:
    """How far the plan is: who does it, and what is still open."""
    facts = section.facts
    if not facts["rows"]:
        return [_("Er zijn geen regels.")]
    first = _whole(facts) if facts["owned"] is None else _owned(facts)
    left = [_("%(column)s (%(n)d)", column=column["name"], n=facts["empty"][column["id"]]) for column in facts["columns"][1:] if facts["empty"][column["id"]] and column["type"] != "reason"]
    said = [first, _("Nog leeg: %(columns)s.", columns=", ".join(left)) if left else ""]
    if facts["no_reason"]:
        said.append(ngettext("Bij %(num)d regel staat nog geen want.", "Bij %(num)d regels staat nog geen want.", facts["no_reason"]))
    return [" ".join(filter(None, said)), _last(section)]


def _last(section: Section) -> str:
    """What it says of an earlier plan."""
    if "last" not in section.facts:
        return ""
    n = len(section.facts["last"]["rows"])
    return before.said(section) + " " + ngettext("%(num)d regel stond er toen ook.", "%(num)d regels stonden er toen ook.", n)


def _owned(facts: Row) -> str:
    owned, rows = facts["owned"], facts["rows"]
    if owned == rows:
        return ngettext("De regel heeft een trekker.", "Alle %(num)d regels hebben een trekker.", rows)
    if not owned:
        return _("Nog geen regel heeft een trekker.")
    return ngettext("%(num)d van de %(rows)d regels heeft een trekker.", "%(num)d van de %(rows)d regels hebben een trekker.", owned, rows=rows)


def _whole(facts: Row) -> str:
    full, rows = facts["full"], facts["rows"]
    if full == rows:
        return _("Alles is ingevuld.")
    if not full:
        return _("Nog geen regel is helemaal ingevuld.")
    return ngettext("%(num)d van de %(rows)d regels is helemaal ingevuld.", "%(num)d van de %(rows)d regels zijn helemaal ingevuld.", full, rows=rows)


def figures(section: Section) -> Figures:
    """The plan itself. With many columns every filled cell has a line of its own, and what is empty one line together."""
    name, *columns = section.facts["columns"]
    head = [name["name"], *([_("Tafel")] if section.facts["tables"] else [])]
    if len(head) + len(columns) <= ACROSS:
        rows = [[text, *table, *(cells.get(column["id"]) for column in columns)] for text, table, cells in _lines(section)]
        return Figures([*head, *(column["name"] for column in columns)], rows, len(head) + len(columns))
    rows = []
    for text, table, cells in _lines(section):
        told = [(column["name"], cells[column["id"]]) for column in columns if column["id"] in cells]
        if left := [column["name"] for column in columns if column["id"] not in cells]:
            told.append((_("Nog leeg"), ", ".join(left)))
        rows += [[text if i == 0 else "", *(table if i == 0 else [""] * len(table)), *line] for i, line in enumerate(told)]
    return Figures([*head, _("Wat"), _("Ingevuld")], rows, len(head) + 2)


def _lines(section: Section) -> Iterator[tuple[str, list, dict]]:
    """Row by row, of several tables table by table."""
    for row in section.rows:
        if "cells" in row:
            yield row["text"], [], row["cells"]
        for at in row.get("tables", ()):
            yield row["text"], [at_table(section, at["table"])], at["cells"]


def method(section: Section) -> list[str]:
    """What stood in the same rows last time."""
    names = {column["id"]: column["name"] for column in section.facts["columns"]}
    was = section.facts.get("last", {}).get("rows", {})
    return [_("Vorige keer bij %(row)s: %(cells)s.", row=quoted(row["text"]), cells="; ".join(f"{names[id]}: {text}" for id, text in was[row["id"]].items())) for row in section.rows if row["id"] in was]


def measures(row: Row) -> Iterator[list]:
    for at in row.get("tables", [{"table": None, "cells": row.get("cells", {})}]):
        for column, text in at["cells"].items():
            yield [row["id"], row["text"], at["table"], f"cell:{column}", text]


def draw(section: Section) -> tuple[str, str]:
    """A row per line, a square per cell: full, or dashed where nothing is filled in yet. The words themselves are in the table."""
    columns, found = section.facts["columns"][1:], list(_lines(section))
    left = 560
    pitch = (WIDTH - left) / len(columns)
    named = len(columns) <= NAMED
    names = [fold(column["name"], pitch - 16, 30, 3) if named else [str(i)] for i, column in enumerate(columns, 1)]
    top = 40.0 * max(map(len, names))
    parts = [lines(left + pitch * i + (0 if named else 20), top / 2, name, 30, font_weight=700) for i, name in enumerate(names)]
    parts.append(lines(0, top / 2, fold(section.facts["columns"][0]["name"], left - 30, 30, 3), 30, font_weight=700))
    y = top + 12
    parts.append(rule(y, 4, INK))
    for text, table, cells in found[:ROWS]:
        label = f"{text} · {table[0]}" if table else text
        said = fold(label, left - 30, 33, 2)
        height = 60 if len(said) == 1 else 92
        parts.append(lines(0, y + height / 2, said, 33, font_weight=600))
        parts += [_square(left + pitch * i, y + height / 2, column["id"] in cells) for i, column in enumerate(columns)]
        y += height
        parts.append(rule(y))
    if len(found) > ROWS:
        parts.append(write(0, y + 42, _("en nog %(n)d", n=len(found) - ROWS), font_size=33, fill=SECOND))
        y += 54
    for line in fold(_key(columns, named), WIDTH, 30, 5):
        parts.append(write(0, y + 40, line, font_size=30, fill=SECOND))
        y += 40
    alt = " ".join(_line_alt(text, table, cells, columns) for text, table, cells in found)
    return svg(y + 12, parts, alt), alt


def _square(x: float, middle: float, full: bool) -> str:
    if full:
        return tag("rect", x=x + 2, y=middle - 20, width=40, height=40, rx=5, fill=INK)
    return tag("rect", x=x + 3, y=middle - 19, width=38, height=38, rx=5, fill="none", stroke=SECOND, stroke_width=3, stroke_dasharray="8 6") + rule(middle, 3, HAIRLINE, x1=x + 14, x2=x + 30)


def _key(columns: list[Row], named: bool) -> str:
    squares = _("Vol: ingevuld. Gestreept: nog leeg.")
    return squares if named else _("%(squares)s Kolommen: %(names)s.", squares=squares, names=", ".join(f"{i} {column['name']}" for i, column in enumerate(columns, 1)))


def _line_alt(text: str, table: list, cells: dict, columns: list[Row]) -> str:
    left = [column["name"] for column in columns if column["id"] not in cells]
    whose = f"{text} ({table[0]})" if table else text
    return _("%(row)s: nog leeg %(columns)s.", row=whose, columns=listing(left)) if left else _("%(row)s: helemaal ingevuld.", row=whose)


def settings(config) -> list[str]:
    rows = ngettext("Hooguit %(num)d rij", "Hooguit %(num)d rijen", config.rows_max)
    return [_("Kolommen: %(names)s.", names=" / ".join(column.name for column in config.columns)), rows + (_(" per tafel.") if config.per == "table" else ".")]
