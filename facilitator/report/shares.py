"""An order in buckets as it is printed: per thing a bar of how people are spread over the buckets."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import patterns
from facilitator.report.figures import Figures
from facilitator.report.ink import INK, SECOND, WHITE, WIDTH, fold, lines, rule, svg, tag, wide, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import LISTED, listing, quoted

LEFT, HIGH = 560, 44  # where the bars begin, and how high they are


def who(section: Section) -> str:
    return ngettext("%(num)d mens deelde in.", "%(num)d mensen deelden in.", section.facts["people"])


def outcome(section: Section) -> list[str]:
    facts = section.facts
    if not facts["people"]:
        return [_("Niemand deelde iets in.")]
    if not facts["enough"]:
        return [_("Met zo weinig antwoorden zegt de uitslag nog niet veel: praat erover.")]
    agreed = _("Over %(n)d van de %(all)d zijn we het eens: twee derde of meer koos hetzelfde.", n=len(facts["agreed"]), all=len(section.rows)) if facts["agreed"] else ""
    return [agreed, _divided(section), *(_in(section, bucket) for bucket in facts["buckets"])]


def _divided(section: Section) -> str:
    texts = [row["text"] for row in section.rows if row["id"] in section.facts["divided"]]
    if not texts:
        return ""
    what = listing([quoted(text) for text in texts]) if len(texts) <= LISTED else _("%(n)d van de %(all)d", n=len(texts), all=len(section.rows))
    return _("Over %(what)s zijn we verdeeld: geen vak kreeg meer dan de helft. Praat erover.", what=what)


def _in(section: Section, bucket: Row) -> str:
    texts = [row["text"] for row in section.rows if row["field"] == bucket["id"]]
    return f"{bucket['name']}: {listing([quoted(text) for text in texts])}." if texts else ""


def method(section: Section) -> list[str]:
    if not section.facts["people"]:
        return []
    return [_("Iets ligt waar de meeste mensen het zetten. Spreiding: 0 is allemaal hetzelfde, 1 is gelijk over alle vakken (index of qualitative variation).")]


def figures(section: Section) -> Figures:
    buckets = section.facts["buckets"]
    names = {bucket["id"]: bucket["name"] for bucket in buckets}
    head = [_("Kaart"), _("Ligt in"), *names.values(), _("Spreiding")]
    return Figures(head, [[row["text"], _place(row, names), *(row["counts"][id] for id in names), row["spread"]] for row in section.rows], texts=2)


def _place(row: Row, names: dict[str, str]) -> str | None:
    """The bucket with most people; where there are more such, all of them."""
    here = row["tied"] or [row["field"]]
    return listing([names[id] for id in here]) if row["field"] else None


def measures(row: Row) -> Iterator[list]:
    for bucket, n in row["counts"].items():
        yield [row["id"], row["text"], row["field"], f"bucket:{bucket}", n]
    if row["spread"] is not None:
        yield [row["id"], row["text"], row["field"], "spread", row["spread"]]


def draw(section: Section) -> tuple[str, str]:
    buckets = section.facts["buckets"]
    alt = " ".join(_alt(row, buckets) for row in section.rows)
    fills = [f"bucket-{section.step}-{i}" for i in range(1, len(buckets) + 1)]
    parts = [tag("defs", "".join(patterns.of_group(fill, i, INK) for i, fill in enumerate(fills, 1)))]
    x, y = 0.0, 0.0
    for bucket, fill in zip(buckets, fills, strict=True):
        long = 54 + wide(bucket["name"], 33)
        if x and x + long > WIDTH:
            x, y = 0.0, y + 46
        parts += [tag("rect", x=x + 2, y=y + 8, width=32, height=32, fill=f"url(#{fill})", stroke=INK, stroke_width=2), write(x + 46, y + 36, bucket["name"], font_size=33, font_weight=700)]
        x += long + 40
    y += 58
    parts.append(rule(y, 4, INK))
    for row in section.rows:
        text = fold(row["text"], LEFT - 20, 35, 2)
        height = 66 if len(text) == 1 else 100
        parts += [lines(0, y + height / 2, text, 35, font_weight=700), *_bar(row, fills, y + height / 2 - HIGH / 2)]
        y += height
        parts.append(rule(y))
    return svg(y + 2, parts, alt), alt


def _bar(row: Row, fills: list[str], y: float) -> Iterator[str]:
    x, room = float(LEFT), WIDTH - LEFT
    if not row["people"]:
        yield write(LEFT, y + 34, _("nog niet geplaatst"), font_size=33, fill=SECOND)
    for n, fill in zip(row["counts"].values(), fills, strict=True):
        if not n:
            continue
        long = room * n / row["people"]
        yield tag("rect", x=x + 1, y=y, width=max(2, long - 3), height=HIGH, fill=f"url(#{fill})", stroke=INK, stroke_width=2)
        plate = wide(str(n), 33) + 16
        if long > plate + 8:
            yield tag("rect", x=x + long / 2 - plate / 2, y=y + 5, width=plate, height=HIGH - 10, fill=WHITE)
            yield write(x + long / 2, y + 34, n, font_size=33, font_weight=700, text_anchor="middle")
        x += long


def _alt(row: Row, buckets: list[Row]) -> str:
    return f"{row['text']}: " + ", ".join(_("%(n)d in %(bucket)s", n=row["counts"][bucket["id"]], bucket=bucket["name"]) for bucket in buckets) + "."
