"""The fields of a wall side by side."""

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import collected
from facilitator.report.figures import Figures
from facilitator.report.ink import INK, SECOND, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Section
from facilitator.report.sentences import asks_why, listing

SAMPLES = 3  # texts under a field


who = collected.who
outcome = collected.outcome


def figures(section: Section) -> Figures:
    return collected.figures(section, _("Veld"))


measures = collected.measures


def draw(section: Section) -> tuple[str, str]:
    """The fields of a wall side by side: a heavy rule, the name, how many cards, and the first few of them."""
    alt = _("Kaarten per veld.") + " " + "; ".join(f"{field['name']}: {section.count(field['id'])}" for field in section.places) + "."
    across = 2 if len(section.places) in (2, 4) else min(len(section.places), 3)
    width = (WIDTH - 40 * (across - 1)) / across
    parts, top, deepest = [], 0.0, 0.0
    for i, field in enumerate(section.places):
        if i and i % across == 0:
            top, deepest = deepest + 40, 0.0
        drawn, bottom = _column(section, field, (width + 40) * (i % across), top, width)
        parts.append(drawn)
        deepest = max(deepest, bottom)
    return svg(deepest, parts, alt), alt


def _column(section: Section, field: dict, x: float, y: float, width: float) -> tuple[str, float]:
    rows = section.at(field["id"])
    name = fold(field["name"], width - 80, 37, 3)
    parts = [rule(y + 4, 8, INK, x1=x, x2=x + width), lines(x, y + 60 + 22 * (len(name) - 1), name, 37, font_weight=700)]
    parts.append(write(x + width, y + 76, section.count(field["id"]), font_size=53, font_weight=700, text_anchor="end"))
    y += 104 + 44 * (len(name) - 1)
    for row in rows[:SAMPLES]:
        text = fold(f"{row['text']} ({row['n']})" if row["n"] > 1 else row["text"], width - 44, 33, 3)
        height = 40 * len(text) + 28
        parts.append(tag("rect", x=x + 1, y=y + 1, width=width - 2, height=height, rx=8, fill="#ffffff", stroke=SECOND, stroke_width=2))
        parts.append(lines(x + 22, y + height / 2, text, 33))
        y += height + 12
    if len(rows) > SAMPLES:
        parts.append(write(x, y + 34, _("en nog %(n)d", n=len(rows) - SAMPLES), font_size=33, fill=SECOND))
        y += 46
    return "".join(parts), y


def settings(config) -> list[str]:
    fields = [_("Velden: %(names)s.", names=" / ".join(field.name for field in config.fields))]
    most = [ngettext("Hooguit %(num)d kaart.", "Hooguit %(num)d kaarten.", config.max_cards)] if config.max_cards else []
    tags = _("Labels: %(names)s.", names=listing(config.tags)) if config.tags else ""
    use = {"tags": _("Elke kaart gaat over iets dat is meegenomen."), "rows": _("Wat is meegenomen, staat als rijen.")}.get(config.use, "")
    return [*fields, *most, tags, use, asks_why(config.because)]
