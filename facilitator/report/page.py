"""The report as one HTML page that prints on A4 and stays whole when it is saved: style, font and pictures are inside it.

The page has no script. Its style is the only inline thing on any page, so it travels with a policy of its own, by hash.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from babel.dates import format_date
from flask_babel import gettext, ngettext
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from facilitator.places import DIST, TEMPLATES
from facilitator.report import sentences
from facilitator.report.figures import Cell, cards, figures, key
from facilitator.report.pictures import draw
from facilitator.report.sections import Report

FONT = "atkinson-hyperlegible-next-latin-wght-normal-*.woff2"


def html(report: Report) -> str:
    """Answer it with `policy()` as its Content-Security-Policy."""
    return _environment().get_template("report.html").render(report=report, style=Markup(_style()), date=format_date(report.started, "d MMMM y", locale="nl"))


def policy() -> str:
    """The Content-Security-Policy of this page: nothing from anywhere, and only the style it was made with."""
    style = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{style}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"


@cache
def _style() -> str:
    """The style sheet, with the font when the front end is built."""
    sheet = (TEMPLATES / "report.css").read_text()
    for file in sorted(DIST.glob(FONT))[:1]:
        font = b64encode(file.read_bytes()).decode()
        sheet += f'@font-face {{ font-family: "Atkinson Hyperlegible Next Variable"; font-weight: 200 800; src: url("data:font/woff2;base64,{font}") format("woff2"); }}\n'
    return sheet


@cache
def _environment() -> Environment:
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"])
    made.install_gettext_callables(gettext, ngettext, newstyle=True)
    made.globals |= {"crowd": sentences.crowd, "who": sentences.who, "outcome": sentences.outcome, "carried": sentences.carried, "method": sentences.method, "headline": sentences.headline}
    made.globals |= {"draw": draw, "figures": figures, "cards": cards, "key": key}
    made.filters |= {"cell": _cell, "drawn": Markup}
    return made


def _cell(value: Cell) -> str:
    if value is None:
        return "–"
    return sentences.decimal(value) if isinstance(value, float) else str(value)
