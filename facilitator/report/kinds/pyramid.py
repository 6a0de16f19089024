"""The stepped gable: solid blocks from the bottom up. Its widths say nothing: more cards is not better."""

from flask_babel import gettext as _
from markupsafe import escape

from facilitator.report import collected, patterns
from facilitator.report.figures import Figures
from facilitator.report.ink import LEVELS, WIDTH, svg, tag, wide, write
from facilitator.report.sections import Section


def who(section: Section) -> str:
    return collected.who(section) + " " + _("Veel kaarten is niet beter dan weinig.")


outcome = collected.outcome


def figures(section: Section) -> Figures:
    return collected.figures(section, _("Laag"))


measures = collected.measures


def draw(section: Section) -> tuple[str, str]:
    """The stepped gable, bottom up; the foundation is the widest and stands apart, because it is about the team."""
    levels = section.places[::-1]
    alt = _("Kaarten per laag, van boven naar beneden.") + " " + "; ".join(
        _("laag %(number)d %(name)s: %(n)d", number=level["number"], name=level["name"], n=section.count(level["id"])) for level in levels
    ) + "."
    parts, y = [], 0.0
    for i, level in enumerate(levels):
        y += 16 if i == len(levels) - 1 else 0
        parts.append(_block(section, level, y, WIDTH * (0.62 + 0.38 * i / max(1, len(levels) - 1))))
        y += 102
    return svg(y - 8, parts, alt), alt


def _block(section: Section, level: dict, y: float, width: float) -> str:
    fill, ink = LEVELS[(level["number"] - 1) % len(LEVELS)]
    x, pattern, name = (WIDTH - width) / 2, f"level-{section.step}-{level['number']}", level["name"]
    whom = tag("tspan", str(escape(level.get("whom", ""))), dx=14) if wide(f"{name} {level.get('whom', '')}", 37) < width - 300 else ""
    return "".join((
        tag("defs", patterns.of_level(pattern, level["number"], ink)),
        tag("rect", x=x, y=y, width=width, height=94, fill=fill),
        tag("rect", x=x + 8, y=y + 8, width=60, height=78, fill=f"url(#{pattern})"),
        write(x + 100, y + 65, level["number"], font_size=53, font_weight=700, text_anchor="middle", fill=ink),
        tag("text", tag("tspan", str(escape(name)), font_weight=700) + whom, x=x + 136, y=y + 60, fill=ink),
        write(x + width - 28, y + 65, section.count(level["id"]), font_size=53, font_weight=700, text_anchor="end", fill=ink),
    ))
