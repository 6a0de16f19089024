"""The order of the group, with what people chose behind it."""

from flask_babel import gettext as _

from facilitator.report.ink import HAIRLINE, INK, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Section


def draw(section: Section) -> tuple[str, str]:
    """The place in big type (ties share one) and how many people put it on which place."""
    rows = [row for row in section.rows if row["place"]]
    places = max([1, *(len(row["places"]) for row in rows)])
    most = max([1, *(n for row in rows for n in row["places"])])
    left, pitch = 720, 580 / places
    parts = [write(0, 36, _("Plek"), font_size=33)]
    parts += [write(left + pitch * (i + 0.5), 36, i + 1, font_size=33, font_weight=700, text_anchor="middle") for i in range(places)]
    y = 52.0
    parts.append(rule(y, 4, INK))
    for row in rows:
        parts.append(write(0, y + 76, row["place"], font_size=82, font_weight=800))
        parts.append(lines(120, y + 50, fold(row["text"], left - 150, 37, 2), 37, font_weight=700))
        parts += [_bar(left + pitch * i, y + 92, pitch, (n, most)) for i, n in enumerate(row["places"])]
        y += 104
        parts.append(rule(y))
    alt = " ".join(_order_alt(row) for row in rows)
    return svg(y + 2, parts, alt), alt


def _bar(x: float, bottom: float, pitch: float, share: tuple[int, int]) -> str:
    n, most = share
    height, middle = 82 * n / most, x + pitch / 2
    base = tag("rect", x=x + pitch * 0.1, y=bottom - 2, width=pitch * 0.8, height=2, fill=HAIRLINE)
    if not n:
        return base
    bar = tag("rect", x=x + pitch * 0.1, y=bottom - height, width=pitch * 0.8, height=height, fill=INK)
    inside = height > 40 and pitch > 44
    return base + bar + (write(middle, bottom - height + 34, n, font_size=33, font_weight=700, text_anchor="middle", fill="#ffffff") if inside else "")


def _order_alt(row: dict) -> str:
    on = (
        _("%(n)d keer op plek %(place)d", n=n, place=i)
        for i, n in enumerate(row["places"], 1) if n
    )
    return _("Plek %(place)d: %(text)s, %(on)s.", place=row["place"], text=row["text"], on=", ".join(on))
