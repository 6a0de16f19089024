"""The report as one HTML page that prints on A4."""

from babel.dates import format_date
from msgspec import Struct

from facilitator.paper import Paper
from facilitator.report import before, descents, sentences
from facilitator.report.figures import Cell, cards, figures, key
from facilitator.report.pictures import draw
from facilitator.report.sections import Report
from sessions.script import Script


class Ahead(Struct, frozen=True):
    """What may come after: the follow code of this session, and the draaiboeken that go on from it."""

    code: str
    scripts: list[Script]


def html(report: Report, ahead: Ahead | None = None) -> str:
    """Answer it with `policy()` as its Content-Security-Policy."""
    return _PAPER.page(report=report, date=format_date(report.started, "d MMMM y", locale="nl"), ahead=ahead)


def policy() -> str:
    return _PAPER.policy


def _cell(value: Cell) -> str:
    if value is None:
        return "–"
    return sentences.decimal(value) if isinstance(value, float) else str(value)


_PAPER = Paper(
    "report", crowd=sentences.crowd, who=sentences.who, outcome=sentences.outcome, carried=sentences.carried, method=sentences.method, headline=sentences.headline,
    draw=draw, figures=figures, cards=cards, key=key, descent=descents.line, cell=_cell, day=before.day,
)  # fmt: skip
