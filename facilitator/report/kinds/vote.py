"""The dots of a vote, one column per ballot; or per group of people where that may be shown. The reasons stand behind it."""

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext
from msgspec import Struct

from facilitator.report import patterns
from facilitator.report.figures import Figures, Listed
from facilitator.report.ink import INK, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import LISTED, asks_why, listing, lower, on_top, quoted

ROWS = 8  # ties at the cut come along, the rest is in the table
UNITS = 14  # more dots than this become a bar


def who(section: Section) -> str:
    people, ballots = section.facts["people"], section.facts["ballots"]
    told = ngettext("%(num)d mens gaf stippen", "%(num)d mensen gaven stippen", people)
    each = ngettext("%(num)d stip", "%(num)d stippen", ballots[0]["dots"])
    if len(ballots) == 1:
        told += _(", elk %(dots)s", dots=each)
    elif len({ballot["dots"] for ballot in ballots}) == 1:
        told += _(", elk %(dots)s per vraag", dots=each)
    more = len(section.rows) - len(first(section.rows))
    return f"{told}. " + (ngettext("%(num)d andere kaart staat achterin.", "%(num)d andere kaarten staan achterin.", more) if more else "")


def outcome(section: Section) -> list[str]:
    ballots, texts = section.facts["ballots"], {row["id"]: row["text"] for row in section.rows}
    if not section.facts["people"]:
        return [_("Niemand gaf een stip.")]
    winners = (_winner(section, ballot, len(ballots) > 1) for ballot in ballots)
    return [*winners, *(_divided(section, id, texts[id]) for id in section.facts["divided"][:LISTED]), _kept(section), _split(section)]


def _kept(section: Section) -> str:
    kept = [quoted(row["text"]) for row in section.rows if row["kept"]]
    return _("Blijft op tafel, hoeveel stippen er ook op liggen: %(cards)s.", cards=listing(kept)) if kept else ""


def _split(section: Section) -> str:
    return _("De stippen per rol blijven dicht, omdat een groep te klein is.") if section.facts.get("split") == "few" else ""


def _winner(section: Section, ballot: dict, named: bool) -> str:
    most = max((row["dots"][ballot["id"]] for row in section.rows), default=0)
    best = [row["text"] for row in section.rows if row["dots"][ballot["id"]] == most]
    if not most:
        return _("%(ballot)s: geen stippen.", ballot=ballot["name"]) if named else ""
    words = {"cards": listing([quoted(text) for text in best[:LISTED]]), "ballot": ballot["name"], "n": most}
    if len(best) > LISTED:
        words["cards"] = len(best)
        return _("%(ballot)s: %(cards)d kaarten liggen gelijk bovenaan, elk met %(n)d.", **words) if named else _("%(cards)d kaarten liggen gelijk bovenaan, elk met %(n)d stippen.", **words)
    if len(best) > 1:
        return _("%(ballot)s: de meeste stippen kregen %(cards)s (elk %(n)d).", **words) if named else _("De meeste stippen kregen %(cards)s (elk %(n)d).", **words)
    return _("%(ballot)s: de meeste stippen kreeg %(cards)s (%(n)d).", **words) if named else _("De meeste stippen kreeg %(cards)s (%(n)d).", **words)


def _divided(section: Section, id: str, text: str) -> str:
    row = next(row for row in section.rows if row["id"] == id)
    counts = listing([_("%(n)d keer %(ballot)s", n=row["dots"][ballot["id"]], ballot=lower(ballot["name"])) for ballot in section.facts["ballots"]])
    return _("Over %(card)s denken we verschillend: %(counts)s.", card=quoted(text), counts=counts)


def headline(section: Section) -> str:
    ballots = section.facts["ballots"]
    most = max(row["dots"][ballots[0]["id"]] for row in section.rows)
    best = [row["text"] for row in section.rows if row["dots"][ballots[0]["id"]] == most]
    return on_top(ballots[0]["name"] if len(ballots) > 1 else section.title, best) if most else ""


def figures(section: Section) -> Figures:
    ballots: list[dict[str, Any]] = section.facts["ballots"]
    differ = any(row["dots"] != row["people"] for row in section.rows)  # with one dot a card they never do
    measures = ["dots", "people"] if differ else ["dots"]
    groups = section.facts.get("groups", [])
    counted = (ballot["name"] if measure == "dots" else _("%(ballot)s, mensen", ballot=ballot["name"]) for ballot in ballots for measure in measures)
    head = [_("Kaart"), *counted, *(_named(group) for group in groups)]
    return Figures(head, [[row["text"], *(row[measure][ballot["id"]] for ballot in ballots for measure in measures), *(row["roles"][group["name"]] for group in groups)] for row in section.rows])


def _name(group: dict) -> str:
    return _("Anderen") if group["name"] == "others" else group["name"]


def _named(group: dict) -> str:
    return _("%(name)s (%(people)s)", name=_name(group), people=ngettext("%(num)d mens", "%(num)d mensen", group["people"]))


def cards(section: Section) -> list[tuple[str, list[Listed]]]:
    """The reasons people gave, per item and without a person."""
    return [(row["text"], [Listed(_because(text), "", 1, "", []) for text in row["reasons"]]) for row in section.rows if row["reasons"]]


def _because(text: str) -> str:
    return text if text.lower().startswith(("want ", "omdat ")) else _("want %(because)s", because=text)


def measures(row: Row) -> Iterator[list]:
    for measure in ("dots", "people"):
        for ballot, n in row[measure].items():
            yield [row["id"], row["text"], row.get("place"), f"{measure}:{ballot}", n]
    for group, n in row.get("roles", {}).items():
        yield [row["id"], row["text"], row.get("place"), f"dots of:{group}", n]
    if row["kept"]:
        yield [row["id"], row["text"], row.get("place"), "kept", 1]
    for text in row["reasons"]:
        yield [row["id"], row["text"], row.get("place"), "because", text]


class Column(Struct):
    """`n` is the number that is printed, `long` what the bar shows: of a group the share of its own dots, so that a small group is as tall as a large one."""

    name: str
    n: dict[str, int]  # per item
    long: dict[str, float]


def _columns(section: Section) -> list[Column]:
    if groups := section.facts.get("groups"):
        counts = [{row["id"]: row["roles"][group["name"]] for row in section.rows} for group in groups]
        return [Column(_name(group), n, {id: dots / max(1, group["dots"]) for id, dots in n.items()}) for group, n in zip(groups, counts, strict=True)]
    counts = [{row["id"]: row["dots"].get(ballot["id"], 0) for row in section.rows} for ballot in section.facts["ballots"]]
    return [Column(ballot["name"], n, n) for ballot, n in zip(section.facts["ballots"], counts, strict=True)]


def draw(section: Section) -> tuple[str, str]:
    """One row per item, one column per ballot or group: unit dots with the number beside them, or a bar above UNITS."""
    columns, rows = _columns(section), first(section.rows)
    alt = " ".join(_row_alt(row, columns) for row in rows)
    left = 640 if len(columns) == 1 else 500 if len(columns) == 2 else 400
    width = (WIDTH - left) / len(columns)
    most = max(column.long[row["id"]] for row in rows for column in columns) or 1
    bars = "groups" in section.facts or most > UNITS
    parts = [tag("defs", "".join(patterns.of_ballot(f"ballot-{section.step}-{i}", i) for i in range(1, len(columns) + 1)))]
    for i, column in enumerate(columns, 1):
        x = left + width * (i - 1)
        parts.append(patterns.mark(i, x + 96, 24, 13) + write(x + 122, 36, fold(column.name, width - 130, 33, 1)[0], font_size=33, font_weight=700))
    y = 58.0
    parts.append(rule(y, 4, INK))
    for row in rows:
        text = fold(row["text"], left - 20, 35, 2)
        height = 66 if len(text) == 1 else 100
        parts.append(lines(0, y + height / 2, text, 35, font_weight=700))
        for i, column in enumerate(columns, 1):
            at = (left + width * (i - 1), y + height / 2, width)
            parts.append(_tally(f"ballot-{section.step}-{i}", i, column.n[row["id"]], at, column.long[row["id"]] / most if bars else None))
        y += height
        parts.append(rule(y))
    return svg(y + 2, parts, alt), alt


def first(rows: list[dict]) -> list[dict]:
    """The first ROWS of a vote and what ties with the last of them on the first ballot, as long as that stays short."""
    if len(rows) <= ROWS:
        return rows
    cut = next(iter(rows[ROWS - 1]["dots"].values()))
    tied = [row for row in rows[ROWS:] if next(iter(row["dots"].values())) == cut]
    return rows[: ROWS + len(tied)] if len(tied) <= ROWS // 2 else rows[:ROWS]


def _tally(fill: str, number: int, n: int, at: tuple[float, float, float], share: float | None) -> str:
    """`share` of the room for a bar; None for a dot each."""
    x, middle, width = at
    amount = write(x + 66, middle + 13, n, font_size=37, font_weight=800, text_anchor="end")
    room = width - 96
    if share is not None:
        bar = tag("rect", x=x + 84, y=middle - 15, width=room * share, height=30, fill=f"url(#{fill})", stroke=patterns.ink_of(number), stroke_width=3)
        return amount + (bar if n else "")
    pitch = min(28.0, room / UNITS)
    return amount + "".join(patterns.mark(number, x + 84 + pitch * (i + 0.5), middle, pitch * 0.42) for i in range(n))


def _row_alt(row: dict, columns: list[Column]) -> str:
    counts = (f"{column.name} {column.n[row['id']]}" for column in columns)
    return f"{row['text']}: {', '.join(counts)}."


def settings(config) -> list[str]:
    ballots = [f"{ballot.name}: {ngettext('%(num)d stip', '%(num)d stippen', ballot.dots)}." for ballot in config.ballots]
    each = _("Hooguit %(n)d op één kaart.", n=config.max_per_item)
    return [*(ballots or [ngettext("%(num)d stip per mens.", "%(num)d stippen per mens.", config.dots)]), each, asks_why(config.because)]
