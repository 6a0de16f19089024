"""One averaged bar of imaginary colleagues, for the adviser only: the mark goes with the picture, wherever it is pasted."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import patterns
from facilitator.report.figures import Figures
from facilitator.report.ink import HAIRLINE, INK, SECOND, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import listing
from sessions.splits import ENOUGH

LEFT = 620  # where the scale begins


def who(section: Section) -> str:
    people = ngettext("%(num)d mens", "%(num)d mensen", section.facts["people"])
    return _("Alleen voor de begeleider. %(people)s, elk %(units)d denkbeeldige collega’s.", people=people, units=section.facts["units"])


def outcome(section: Section) -> list[str]:
    if not section.rows:
        return [_("Er zijn te weinig antwoorden om iets te laten zien: minder dan %(n)d.", n=ENOUGH)]
    said = [_("Dit is een indruk, geen telling van mensen. Deel dit niet met het hele team.")]
    return [*said, _("Het verst uit elkaar: %(groups)s.", groups=listing(_widest(section)))] if section.facts["widest"] else said


def _widest(section: Section) -> list[str]:
    return [row["text"] for row in section.rows if row["id"] in section.facts["widest"]]


def method(section: Section) -> list[str]:
    if not section.rows:
        return []
    return [_("Het gemiddelde is afgerond op hele collega’s. “Middelste helft”: tussen die aantallen ligt de helft van de schattingen.")]


def figures(section: Section) -> Figures:
    return Figures([_("Groep"), _("Gemiddeld"), _("Middelste helft")], [[row["text"], row["mean"], _half(row)] for row in section.rows])


def measures(row: Row) -> Iterator[list]:
    for measure, key in (("mean", "mean"), ("half_from", "low"), ("half_to", "high")):
        yield [row["id"], row["text"], None, measure, row[key]]


def draw(section: Section) -> tuple[str, str]:
    """The bar, a block per colleague, and under it per group its number and the middle half on one scale."""
    units = section.facts["units"]
    parts = [tag("defs", "".join(patterns.of_group(_fill(section, i), i) for i in range(1, len(section.rows) + 1))), _mark()]
    at, wide = 0, WIDTH / units
    for i, row in enumerate(section.rows, 1):
        parts += [_block(section, i, wide * (at + n), (70, wide, 86)) for n in range(row["mean"])]
        at += row["mean"]
    y = 190.0
    parts += [write(LEFT, y + 28, 0, font_size=31, fill=SECOND), write(WIDTH, y + 28, units, font_size=31, fill=SECOND, text_anchor="end"), write(LEFT - 90, y + 28, _("gemiddeld"), font_size=31, fill=SECOND, text_anchor="end")]
    y += 44
    parts.append(rule(y, 4, INK))
    for i, row in enumerate(section.rows, 1):
        parts += [_block(section, i, 0, (y + 18, 46, 36)), lines(66, y + 37, fold(row["text"], LEFT - 260, 37, 1), 37, font_weight=700)]
        parts += [write(LEFT - 90, y + 53, row["mean"], font_size=48, font_weight=800, text_anchor="end"), _range(row, units, y + 37)]
        y += 74
        parts.append(rule(y))
    alt = " ".join(_("%(group)s: gemiddeld %(mean)d van %(units)d, middelste helft %(half)s.", group=row["text"], mean=row["mean"], units=units, half=_half(row)) for row in section.rows)
    return svg(y + 2, parts, alt), alt


def _mark() -> str:
    return tag("rect", x=2, y=2, width=430, height=50, fill="none", stroke=INK, stroke_width=4) + write(18, 38, _("Alleen voor de begeleider"), font_size=33, font_weight=700)


def _block(section: Section, number: int, x: float, at: tuple[float, float, float]) -> str:
    y, wide, high = at
    return tag("rect", x=x + 2, y=y, width=wide - 4, height=high, fill=f"url(#{_fill(section, number)})", stroke=INK, stroke_width=3)


def _fill(section: Section, number: int) -> str:
    return f"group-{section.step}-{number}"


def _range(row: Row, units: int, y: float) -> str:
    """A thin line over the whole scale, thick over the middle half."""
    x = [LEFT + (WIDTH - LEFT) * row[end] / units for end in ("low", "high")]
    half = tag("rect", x=x[0] - 5, y=y - 8, width=x[1] - x[0] + 10, height=16, fill=INK)
    return rule(y, 2, HAIRLINE, x1=LEFT) + half


def _half(row: Row) -> str:
    return str(row["low"]) if row["low"] == row["high"] else _("%(first)d tot %(last)d", first=row["low"], last=row["high"])


def settings(config) -> list[str]:
    return [_("%(n)d denkbeeldige collega's, verdeeld over %(groups)s.", n=config.units, groups=listing(config.groups))]
