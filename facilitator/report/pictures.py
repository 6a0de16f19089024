"""Every kind of result drawn for print: SVG as a string, never an inline style, never only a colour."""

from typing import NamedTuple

from facilitator.report import kinds
from facilitator.report.sections import Section


class Picture(NamedTuple):
    """`alt` says the same as the drawing, with its numbers."""

    svg: str
    alt: str


def draw(section: Section) -> Picture | None:
    """None when there is nothing to draw."""
    return Picture(*kinds.of(section).draw(section)) if section.rows else None
