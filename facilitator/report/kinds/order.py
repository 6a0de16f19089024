"""The order of the group, with what people chose behind it; the answer key and the lists of the tables beside it. For buckets see shares.py."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import shares
from facilitator.report.figures import Figures, Listed
from facilitator.report.ink import HAIRLINE, INK, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import at_table, decimal, listing, on_top, upper


def who(section: Section) -> str:
    if _sorted(section):
        return shares.who(section)
    return ngettext("%(num)d mens maakte een volgorde.", "%(num)d mensen maakten een volgorde.", section.facts["people"])


def outcome(section: Section) -> list[str]:
    """How firm the order is, from the codes of sessions/ranking.py."""
    facts = section.facts
    if _sorted(section):
        return shares.outcome(section)
    if not facts["people"]:
        return [_("Niemand maakte een volgorde.")]
    if not facts.get("enough", True):
        return [_("Met zo weinig volgordes zegt de uitslag nog niet veel: praat erover."), *_meant(section)]
    said = [_firm(facts["firm"]), *map(_tied, facts["tied"]), *map(_close, facts["close"])]
    if facts["divided"]:
        said = [_("Over deze volgorde zijn we verdeeld: praat erover.")]
    return [" ".join(filter(None, said)), *_meant(section)]


def _sorted(section: Section) -> bool:
    return section.facts.get("mode") == "bucket"


def _meant(section: Section) -> list[str]:
    """The order that was meant, once the facilitator showed it, and how many people put each thing there."""
    keyed = sorted((row for row in section.rows if row.get("meant")), key=lambda row: row["meant"])
    if not keyed:
        return []
    said = (_("%(card)s (%(n)d van %(people)d)", card=row["text"], n=row["places"][row["meant"] - 1], people=sum(row["places"])) for row in keyed)
    return [_("Bedoelde volgorde, met hoeveel mensen het daar zetten: %(cards)s.", cards=listing(list(said)))]


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
    if _sorted(section):
        return shares.method(section)
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
    if _sorted(section):
        return ""
    return on_top(section.title, [row["text"] for row in section.rows if row["place"] == 1])


def figures(section: Section) -> Figures:
    if _sorted(section):
        return shares.figures(section)
    places = max((len(row["places"]) for row in section.rows), default=0)
    keyed = [_("Bedoeld"), _("Zette het zo")] if any(row.get("meant") for row in section.rows) else []
    head = [_("Kaart"), _("Plek"), _("Gemiddeld"), _("Middelste helft"), *(_("op %(place)d", place=i) for i in range(1, places + 1)), *keyed]
    return Figures(head, [[row["text"], row["place"], row["mean"], _ends(row["spread"]), *row["places"], *(_key(row) if keyed else [])] for row in section.rows])


def _key(row: Row) -> list[int | None]:
    key = row.get("meant")
    return [key, row["places"][key - 1] if key else None]


def cards(section: Section) -> list[tuple[str, list[Listed]]]:
    """The list of each table, where those were made apart."""
    texts = {row["id"]: row["text"] for row in section.rows}
    return [(upper(at_table(section, table["table"])), [Listed(f"{i}. {texts[id]}", "", 1, "", []) for i, id in enumerate(table["items"], 1)]) for table in section.facts.get("tables", [])]


def _ends(spread: list[int] | None) -> str | None:
    if not spread:
        return None
    first, last = spread
    return str(first) if first == last else _("%(first)d tot %(last)d", first=first, last=last)


def measures(row: Row) -> Iterator[list]:
    if "counts" in row:
        yield from shares.measures(row)
        return
    first, last = row["spread"] or (None, None)
    measures = {"place": row["place"], "mean": row["mean"], "half_from": first, "half_to": last, "key": row.get("meant"), "key_share": row.get("share")}
    measures |= {f"place_{i}": n for i, n in enumerate(row["places"], 1)}
    for measure, value in measures.items():
        if value is not None:
            yield [row["id"], row["text"], None, measure, value]


def draw(section: Section) -> tuple[str, str]:
    """The place in big type (ties share one) and how many people put it on which place."""
    if _sorted(section):
        return shares.draw(section)
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


def settings(config) -> list[str]:
    if config.mode == "bucket":
        return [_("Ieder legt alles in een bak: %(names)s.", names=" / ".join(config.buckets))]
    return [_("Ieder zet alles op volgorde."), _("Er is een antwoordsleutel.") if config.key else ""]
