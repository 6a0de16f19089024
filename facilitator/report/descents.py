"""Where a row came from, in one line: uit 14 kaarten, 31 stippen. And the same as lines of the CSV."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report.sections import Row
from facilitator.report.sentences import decimal, listing, lower, quoted


def line(descent: Row) -> str:
    came = ngettext("uit %(num)d kaart", "uit %(num)d kaarten", descent["cards"]) if descent["cards"] else ""
    return ", ".join(filter(None, [came, *(_said(station) for station in descent["steps"])]))


def _said(station: Row) -> str:
    """What one step said, in a few words."""
    if "session" in station:
        return _("uit “%(session)s”", session=station["session"])
    if "dots" in station:
        return _dots(station["dots"])
    if "place" in station:
        return _("plek %(place)d van %(of)d", place=station["place"], of=station["of"])
    if "median" in station:
        return _("mediaan %(median)s", median=_number(station["median"]))
    if "medians" in station:
        return listing([_("mediaan %(median)s voor %(check)s", median=_number(median), check=quoted(check)) for check, median in station["medians"].items()])
    if "most" in station:
        return _("%(names)s (%(n)d van %(people)d)", names=listing(station["most"]), n=station["n"], people=station["people"])
    if "links" in station:
        return ngettext("%(num)d verband", "%(num)d verbanden", station["links"])
    return ""


def _dots(dots: dict[str, int]) -> str:
    if len(dots) == 1:
        [n] = dots.values()
        return ngettext("%(num)d stip", "%(num)d stippen", n)
    return listing([_("%(n)d keer %(ballot)s", n=n, ballot=lower(ballot)) for ballot, n in dots.items()])


def _number(value: float) -> str:
    return decimal(value) if value % 1 else str(int(value))


def measures(row: Row) -> Iterator[list]:
    """`place` is the step that said it."""
    descent = row.get("descent", {"steps": []})
    if descent["steps"]:
        yield [row["id"], row["text"], None, "from:cards", descent["cards"]]
    for station in descent["steps"]:
        yield from ([row["id"], row["text"], station.get("step"), f"from:{measure}", value] for measure, value in _values(station))


def _values(station: Row) -> Iterator[tuple[str, object]]:
    for note in station.get("notes", ()):
        yield "note", note
    for name, n in station.get("dots", {}).items():
        yield f"dots:{name}", n
    for check, median in station.get("medians", {}).items():
        yield f"median:{check}", median
    for name in station.get("most", ()):
        yield f"most:{name}", station["n"]
    for measure in ("session", "date", "place", "median", "links"):
        if measure in station:
            yield measure, station[measure]
