"""The report as one tidy CSV: a line per number. Semicolons and decimal commas, because that is what a Dutch Excel opens by a double click.

Somebody in the room typed the texts: a cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

import io
from collections.abc import Iterator
from csv import writer

from facilitator.report.sections import Report, Row, Section

HEAD = ["step", "kind", "id", "text", "place", "measure", "value"]
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def csv(report: Report) -> str:
    out = io.StringIO()
    lines = writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerows([HEAD, *([_cell(value) for value in line] for line in _lines(report))])
    return "\ufeff" + out.getvalue()  # the mark tells Excel that this is UTF-8


def _lines(report: Report) -> Iterator[list]:
    yield ["", "session", report.script, report.title, report.group, "people", report.people]
    for section in report.sections:
        yield [section.step, section.kind, "", section.title, "", "told", int(section.told)]
        yield from _facts(section)
        for row in section.rows:
            yield from ([section.step, section.kind, *cell] for cell in MEASURES[section.kind](row))
    for measure, notes in (("decision", report.decisions), ("open", report.open)):
        yield from ([note["step"], "note", "", note["text"], "", measure, 1] for note in notes)


def _facts(section: Section) -> Iterator[list]:
    for measure in ("people", "cards", "w"):
        if section.facts.get(measure) is not None:
            yield [section.step, section.kind, "", "", "", measure, section.facts[measure]]
    if section.aside:
        yield [section.step, section.kind, "", "", "", "aside", section.aside]


def _cards(row: Row) -> Iterator[list]:
    place = row.get("level") or row.get("field")
    yield [row["id"], row["text"], place, "cards", row["n"]]
    if row.get("strand"):
        yield [row["id"], row["text"], place, "strand", row["strand"]]
    if row.get("because"):
        yield [row["id"], row["text"], place, "because", row["because"]]
    for card in row["cards"] if row["n"] > 1 else ():
        yield [card["id"], card["text"], place, "part_of", row["id"]]
        if card["because"]:
            yield [card["id"], card["text"], place, "because", card["because"]]


def _dots(row: Row) -> Iterator[list]:
    for measure in ("dots", "people"):
        for ballot, n in row[measure].items():
            yield [row["id"], row["text"], row.get("place"), f"{measure}:{ballot}", n]


def _order(row: Row) -> Iterator[list]:
    first, last = row["spread"] or (None, None)
    measures = {"place": row["place"], "mean": row["mean"], "half_from": first, "half_to": last}
    measures |= {f"place_{i}": n for i, n in enumerate(row["places"], 1)}
    for measure, value in measures.items():
        if value is not None:
            yield [row["id"], row["text"], None, measure, value]


def _cell(value: object) -> object:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return f"'{value}"
    return value


MEASURES = {"pyramid": _cards, "wall": _cards, "vote": _dots, "order": _order}
