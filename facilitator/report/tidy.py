"""The report as one tidy CSV: a line per number. Semicolons and decimal commas, because that is what a Dutch Excel opens by a double click.

Somebody in the room typed the texts: a cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

import io
from collections.abc import Iterator
from csv import writer

from facilitator.report import descents, kinds
from facilitator.report.sections import Report, Section

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
            yield from ([section.step, section.kind, *cell] for cell in [*kinds.of(section).measures(row), *descents.measures(row)])
    for measure, notes in (("decision", report.decisions), ("open", report.open)):
        yield from ([note["step"], "note", "", note["text"], "", measure, 1] for note in notes)


def _facts(section: Section) -> Iterator[list]:
    for measure in ("people", "cards", "w"):
        if section.facts.get(measure) is not None:
            yield [section.step, section.kind, "", "", "", measure, section.facts[measure]]
    for column in section.facts.get("columns", ()):
        yield [section.step, section.kind, column["id"], column["name"], "", "column", column["type"]]
    if section.aside:
        yield [section.step, section.kind, "", "", "", "aside", section.aside]


def _cell(value: object) -> object:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return f"'{value}"
    return value
