"""The order of the group, with what people chose behind it."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report.figures import Figures
from facilitator.report.ink import HAIRLINE, INK, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import decimal, listing, on_top


def who(section: Section) -> str:
    return ngettext("%(num)d mens maakte een volgorde.", "%(num)d mensen maakten een volgorde.", section.facts["people"])


def outcome(section: Section) -> list[str]:
    """How firm the order is, from the codes of sessions/ranking.py."""
    facts = section.facts
    if not facts["people"]:
        return [_("Niemand maakte een volgorde.")]
    if not facts.get("enough", True):
        return [_("Met zo weinig volgordes zegt de uitslag nog niet veel: praat erover.")]
    said = [_firm(facts["firm"]), *map(_tied, facts["tied"]), *map(_close, facts["close"])]
    if facts["divided"]:
        said = [_("Over deze volgorde zijn we verdeeld: praat erover.")]
    return [" ".join(filter(None, said))]


def _firm(rows: list[int]) -> str:
    return ngettext("Plek %(places)s staat vast.", "Plek %(places)s staan vast.", len(rows), places=listing(rows)) if rows else ""


def _tied(ends: list[int]) -> str:
    first, last = ends
    return _("Op plek %(first)d liggen er %(n)d gelijk.", first=first, n=last - first + 1)


def _close(ends: list[int]) -> str:
    first, last = ends
    if last == first + 1:
        return _("Plek %(first)d en %(last)d liggen dicht bij elkaar: praat erover.", first=first, last=last)
    return _("Plek %(first)d tot en met %(last)d liggen dicht bij elkaar: praat erover.", first=first, last=last)


def method(section: Section) -> list[str]:
    """How it was counted, and what another way of counting says."""
    if not section.facts.get("people"):
        return []
    facts = section.facts
    said = [_("De volgorde komt van de gemiddelde plek. “Middelste helft”: tussen die plekken zette de helft van de mensen de kaart.")]
    if facts["differs_at"]:
        said.append(_("Een andere manier van tellen (Schulze) zet plek %(places)s anders.", places=listing(facts["differs_at"])))
    else:
        said.append(_("Een andere manier van tellen (Schulze) geeft dezelfde volgorde."))
    if facts["w"] is not None:
        said.append(_("Eensgezindheid: %(w)s. 1 is allemaal hetzelfde, 0 is geen lijn (Kendalls W).", w=decimal(facts["w"], 2)))
    return said


def headline(section: Section) -> str:
    return on_top(section.title, [row["text"] for row in section.rows if row["place"] == 1])


def figures(section: Section) -> Figures:
    places = max((len(row["places"]) for row in section.rows), default=0)
    head = [_("Kaart"), _("Plek"), _("Gemiddeld"), _("Middelste helft"), *(_("op %(place)d", place=i) for i in range(1, places + 1))]
    return Figures(head, [[row["text"], row["place"], row["mean"], _ends(row["spread"]), *row["places"]] for row in section.rows])


def _ends(spread: list[int] | None) -> str | None:
    if not spread:
        return None
    first, last = spread
    return str(first) if first == last else _("%(first)d tot %(last)d", first=first, last=last)


def measures(row: Row) -> Iterator[list]:
    first, last = row["spread"] or (None, None)
    measures = {"place": row["place"], "mean": row["mean"], "half_from": first, "half_to": last}
    measures |= {f"place_{i}": n for i, n in enumerate(row["places"], 1)}
    for measure, value in measures.items():
        if value is not None:
            yield [row["id"], row["text"], None, measure, value]


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
