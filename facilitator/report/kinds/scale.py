"""A scale: per item, or per check of an item, every answer over its point, with the median and the middle half. Never a total."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import before
from facilitator.report.figures import Cell, Figures
from facilitator.report.ink import BALLOTS, HAIRLINE, INK, SECOND, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import decimal, listing, lower, quoted
from sessions.splits import ENOUGH

FEW = 4  # answers under which nothing is called divided
LEFT, WIDE = 590, 440  # where the strips begin, and how wide they are
DOTS = 6  # rows of dots on a strip; fuller strips become bars
PITCH = 13.0
MEDIAN, COUNT = LEFT + WIDE + 95, 1290


def who(section: Section) -> str:
    people, notes = section.facts["people"], len(section.facts["notes"])
    told = ngettext("%(num)d mens gaf antwoord.", "%(num)d mensen gaven antwoord.", people)
    return told + (" " + ngettext("%(num)d toelichting.", "%(num)d toelichtingen.", notes) if notes else "")


def outcome(section: Section) -> list[str]:
    facts = section.facts
    if not facts["people"]:
        return [_("Niemand gaf antwoord.")]
    if facts["answers"] < FEW:
        return [_("Met zo weinig antwoorden zegt de uitslag nog niet veel: praat erover.")]
    return [*([*_widest(section), *_closest(section)] or [_("De meningen liggen overal dicht bij elkaar.")]), *_changed(section)]


def _widest(section: Section) -> list[str]:
    cells = section.facts["widest"]
    if len(cells) != 1:
        return [_("Over %(what)s lopen de meningen het meest uiteen.", what=_together(section, cells))] if cells else []
    scores = _scores(section, cells[0])
    low, high = _label(section, int(scores["low"])), _label(section, -int(-scores["high"] // 1))
    return [_("Over %(what)s lopen de meningen het meest uiteen: van ‘%(low)s’ tot ‘%(high)s’.", what=_name(section, cells[0]), low=low, high=high)]


def _closest(section: Section) -> list[str]:
    cells = section.facts["closest"]
    return [_("Het meest eens zijn jullie over %(what)s.", what=_together(section, cells))] if cells else []


def _changed(section: Section) -> list[str]:
    """How it differs from last time, and whether that is more than chance; of each thing where it is."""
    cells = [(row, check, was) for row, check, _scores in _cells(section) if (was := _was(section, row, check))]
    other = [cell for cell in cells if cell[2]["way"] != "same"]
    if not cells or not other:
        return [_("Alles is gelijk aan vorige keer.")] if cells else []
    larger = {way: [_name(section, [row["id"], check]) for row, check, was in other if was["change"] == "larger" and was["way"] == way] for way in ("up", "down")}
    said = [
        _("Hoger dan vorige keer, en meer dan toeval: %(what)s.", what=listing(larger["up"])) if larger["up"] else "",
        _("Lager dan vorige keer, en meer dan toeval: %(what)s.", what=listing(larger["down"])) if larger["down"] else "",
    ]
    if any(was["change"] in ("chance", "few") for _row, _check, was in other):
        people = min(section.facts["people"], section.facts["last"]["people"])
        few = ngettext("Met %(num)d mens kunnen de verschillen met vorige keer toeval zijn.", "Met %(num)d mensen kunnen de verschillen met vorige keer toeval zijn.", people)
        said.append(_("De andere verschillen met vorige keer kunnen toeval zijn.") if any(said) else few)
    return [" ".join(filter(None, said)) or _("Er zijn verschillen met vorige keer.")]


def _was(section: Section, row: Row, check: str) -> Row | None:
    """What an earlier session found on the same thing."""
    return section.facts.get("last", {}).get("items", {}).get(row["id"], {}).get(check)


def _together(section: Section, cells: list[list[str]]) -> str:
    return listing([_name(section, cell) for cell in cells]) if len(cells) <= 3 else ngettext("%(num)d ding", "%(num)d dingen", len(cells))


def _notes(section: Section) -> list[str]:
    """What people wrote, by item; without who, or next to which answer."""
    said = []
    for row in section.rows:
        texts = [quoted(note["text"]) for note in section.facts["notes"] if note["item"] == row["id"]]
        if texts:
            said.append(_("Toelichting bij %(item)s: %(notes)s", item=quoted(row["text"]), notes=" ".join(texts)))
    return said


def method(section: Section) -> list[str]:
    if not section.facts.get("people"):
        return []
    points = listing([f"{i} {point['name']}" for i, point in enumerate(section.facts["points"], 1)])
    return [
        _("De punten: %(points)s.", points=points),
        _("De mediaan is het middelste antwoord. In de middelste helft zit de helft van de mensen: van het onderste tot het bovenste kwartiel (Hyndman en Fan, definitie 2)."),
        *([_("Onder de namen van de rollen staat hun mediaan, waar elke groep minstens %(n)d antwoorden gaf.", n=ENOUGH)] if any("groups" in scores for *_row, scores in _cells(section)) else []),
        *([_("Wie het niet weet of er nog niet aan toe is, telt apart en nooit als laag.")] if _apart(section) else []),
        *([_("%(last)s Of een verschil meer is dan toeval, komt uit de toets van Mann en Whitney, met de correctie van Holm voor meer vergelijkingen.", last=before.said(section))] if _again(section) else []),
        *_notes(section),
    ]


def _again(section: Section) -> bool:
    return bool(section.facts.get("last", {}).get("items"))


def figures(section: Section) -> Figures:
    facts = section.facts
    roles = list(dict.fromkeys(group["name"] for _row, _check, scores in _cells(section) for group in scores.get("groups", [])))
    head = [_("Kaart"), *([_("Onderdeel")] if facts["checks"] else []), _("Mediaan"), *([_("Vorige keer")] if _again(section) else []), _("Middelste helft"), *(str(i) for i in range(1, len(facts["points"]) + 1)),
            *_apart(section).values(), _("Aantal"), *map(_role, roles)]
    return Figures(head, [_figures(section, *cell, roles) for cell in _cells(section)], texts=2 if facts["checks"] else 1)


def _figures(section: Section, row: Row, check: str, scores: Row, roles: list[str]) -> list[Cell]:
    half = None if scores["low"] is None else _("%(low)s tot %(high)s", low=_point(scores["low"]), high=_point(scores["high"]))
    apart = {group["name"]: group["median"] for group in scores.get("groups", [])}
    named = [_check_name(section, check)] if check else []
    was = _was(section, row, check)
    last = [_point(was["median"]) if was else None] if _again(section) else []
    return [row["text"], *named, _point(scores["median"]), *last, half, *scores["counts"], *(scores[key] for key in _apart(section)), scores["scored"], *(_point(apart.get(role)) for role in roles)]


def _apart(section: Section) -> dict[str, str]:
    """What stands apart from the points, where the scale has it, and what it is called."""
    later = section.facts["later"]
    named = {"dont_know": _("Weet niet"), "later": later if isinstance(later, str) else _("Nog niet")}
    return {key: name for key, name in named.items() if section.facts[key]}


def measures(row: Row) -> Iterator[list]:
    for check, scores in row["checks"].items() if "checks" in row else [("", row)]:
        end = f":{check}" if check else ""
        told = {key: scores[key] for key in ("median", "low", "high", "spread", "scored", "dont_know", "later")}
        told |= {f"point_{i}": n for i, n in enumerate(scores["counts"], 1)}
        told |= {f"median_{group['name']}": group["median"] for group in scores.get("groups", [])}
        for measure, value in told.items():
            if value is not None:
                yield [row["id"], row["text"], row.get("place"), f"{measure}{end}", value]


def draw(section: Section) -> tuple[str, str]:
    """A strip per item, or per check under its item."""
    points, most = section.facts["points"], max([1, *(n for _row, _check, scores in _cells(section) for n in scores["counts"])])
    key = fold("  ".join([*(f"{i} {point['name']}" for i, point in enumerate(points, 1)), *([_("grijs: vorige keer")] if _again(section) else [])]), 1290, 33, 2)
    parts = [lines(0, 20 + 20 * (len(key) - 1), key, 33)]
    y = 46.0 * len(key) + 12
    across = WIDE / len(points)
    parts += [write(LEFT + across * (i - 0.5), y + 34, i, font_size=33, font_weight=700, text_anchor="middle") for i in range(1, len(points) + 1)]
    parts += [write(MEDIAN, y + 34, _("mediaan"), font_size=33, text_anchor="middle"), write(COUNT, y + 34, _("aantal"), font_size=33, text_anchor="end")]
    y += 48
    shown, phase = "", None
    for row, check, scores in _cells(section):
        if row.get("phase") != phase:
            phase = row.get("phase")
            parts.append(rule(y, 4, INK) + write(0, y + 40, _phase_name(section, phase), font_size=33, fill=SECOND))
            y += 52
        if check and row["id"] != shown:
            parts.append(rule(y, 4, INK) + write(0, y + 46, fold(row["text"], 1290, 37, 1)[0], font_weight=700))
            y += 60
        shown = row["id"]
        text = fold(_check_name(section, check) if check else row["text"], LEFT - 30, 35, 2)
        height = 104.0 if len(text) > 1 or most > 3 * DOTS else 92.0
        parts += [rule(y), lines(0, y + height / 2, text, 35, font_weight=None if check else 700), _strip(scores, most, across, y + height - 20, _was(section, row, check))]
        parts.append(write(MEDIAN, y + height / 2 + 17, _point(scores["median"]) or "–", font_size=50, font_weight=800, text_anchor="middle"))
        parts.append(write(COUNT, y + height / 2 + 13, scores["scored"], font_size=37, text_anchor="end"))
        y += height
    parts.append(rule(y))
    alt = " ".join(_alt(section, *cell) for cell in _cells(section))
    return svg(y + 2, parts, alt), alt


def _strip(scores: Row, most: int, across: float, floor: float, was: Row | None) -> str:
    """Dots in rows over each point, or a bar where the fullest does not fit; under it the middle half and the median. Behind it, in grey, those of last time."""
    drawn = [*_grey(was, across, floor), tag("rect", x=LEFT, y=floor, width=WIDE, height=2, fill=SECOND)]
    row = -(-most // DOTS)
    as_dots = row * PITCH <= across * 0.9
    for i, n in enumerate(scores["counts"]):
        middle = LEFT + across * (i + 0.5)
        if as_dots:
            drawn += [_dot(middle, floor, at, min(row, n - at // row * row), row) for at in range(n)]
        elif n:
            tall = 70.0 * n / most
            drawn.append(tag("rect", x=middle - across * 0.35, y=floor - tall, width=across * 0.7, height=tall, fill=BALLOTS[0]))
    if scores["median"] is not None:
        low, high, middle = (LEFT + across * (scores[key] - 0.5) for key in ("low", "high", "median"))
        drawn.append(tag("rect", x=low - 9, y=floor - 1, width=high - low + 18, height=5, fill=INK))
        drawn.append(tag("polygon", points=f"{middle:.1f},{floor + 5:.1f} {middle + 9:.1f},{floor + 15:.1f} {middle - 9:.1f},{floor + 15:.1f}", fill=INK))
    return "".join(drawn)


def _grey(was: Row | None, across: float, floor: float) -> list[str]:
    if was is None or was["median"] is None:
        return []
    low, high, middle = (LEFT + across * (was[key] - 0.5) for key in ("low", "high", "median"))
    return [tag("rect", x=low - 9, y=floor - 70, width=high - low + 18, height=70, fill=HAIRLINE), tag("rect", x=middle - 2, y=floor - 70, width=4, height=70, fill=SECOND)]


def _dot(middle: float, floor: float, at: int, in_row: int, row: int) -> str:
    return tag("circle", cx=middle + (at % row - (in_row - 1) / 2) * PITCH, cy=floor - 1 - (at // row + 0.5) * PITCH, r=5.6, fill=BALLOTS[0])


def _alt(section: Section, row: Row, check: str, scores: Row) -> str:
    text = _name(section, [row["id"], check]) if check else row["text"]
    if scores["median"] is None:
        return _("%(text)s: niemand gaf een cijfer.", text=text)
    on = listing([_("%(n)d keer %(label)s", n=n, label=lower(_label(section, i))) for i, n in enumerate(scores["counts"], 1) if n])
    was = _was(section, row, check)
    if was and was["median"] is not None:
        return _("%(text)s: %(on)s; mediaan %(median)s, vorige keer %(was)s.", text=text, on=on, median=_point(scores["median"]), was=_point(was["median"]))
    return _("%(text)s: %(on)s; mediaan %(median)s.", text=text, on=on, median=_point(scores["median"]))


def _cells(section: Section) -> Iterator[tuple[Row, str, Row]]:
    for row in section.rows:
        yield from ((row, check, scores) for check, scores in row["checks"].items()) if "checks" in row else [(row, "", row)]


def _scores(section: Section, cell: list[str]) -> Row:
    return next(scores for row, check, scores in _cells(section) if [row["id"], check] == cell)


def _name(section: Section, cell: list[str]) -> str:
    item, check = cell
    text = quoted(next(row["text"] for row in section.rows if row["id"] == item))
    return f"{text} ({_check_name(section, check)})" if check else text


def _check_name(section: Section, id: str) -> str:
    return next(check["name"] for check in section.facts["checks"] if check["id"] == id)


def _phase_name(section: Section, id: str | None) -> str:
    return next((phase["name"] for phase in section.facts["phases"] if phase["id"] == id), _("Overig"))


def _label(section: Section, point: int) -> str:
    return section.facts["points"][point - 1]["name"]


def _role(name: str) -> str:
    return _("anderen") if name == "others" else name


def _point(value: float | None) -> str | None:
    """A median on a scale is whole or halfway."""
    return None if value is None else str(int(value)) if value == int(value) else decimal(value)


def settings(config) -> list[str]:
    ends = _("Van 1 (%(low)s) tot %(n)d (%(high)s).", low=config.labels[0], n=config.points, high=config.labels[-1])
    checks = _("Elk op: %(names)s.", names=listing(config.checks)) if config.checks else ""
    return [ends, checks, _("“Weet ik niet” mag.") if config.dont_know else "", _("Erbij te schrijven: %(note)s", note=config.note) if config.note else ""]
