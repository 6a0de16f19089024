"""Pages to print on A4 that stay whole when they are saved: style, font and pictures are inside them.

They have no script. Their style is the only inline thing on any page, so each travels with a policy of its own, by hash.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from flask_babel import gettext, ngettext
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from facilitator.places import DIST, TEMPLATES

FONT = "atkinson-hyperlegible-next-latin-wght-normal-*.woff2"


class Paper:
    """One such page: the template `name`.html with the style sheet `name`.css over that of all paper. Answer it with `policy` as its Content-Security-Policy."""

    def __init__(self, name: str, **words):
        self.name, self._words = name, words

    def page(self, **content) -> str:
        return _environment().get_template(f"{self.name}.html").render(style=Markup(_style(self.name)), **self._words, **content)

    @property
    def policy(self) -> str:
        """Nothing from anywhere, and only the style it was made with."""
        style = b64encode(sha256(_style(self.name).encode()).digest()).decode()
        return f"default-src 'none'; style-src 'sha256-{style}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"


@cache
def _style(name: str) -> str:
    """With the font when the front end is built."""
    sheet = "".join((TEMPLATES / f"{file}.css").read_text("utf-8") for file in ("paper", name))
    for file in sorted(DIST.glob(FONT))[:1]:
        font = b64encode(file.read_bytes()).decode()
        sheet += f'@font-face {{ font-family: "Atkinson Hyperlegible Next Variable"; font-weight: 200 800; src: url("data:font/woff2;base64,{font}") format("woff2"); }}\n'
    return sheet


@cache
def _environment() -> Environment:
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"])
    made.install_gettext_callables(gettext, ngettext, newstyle=True)
    made.filters["drawn"] = Markup
    return made
