"""What elements have to do with each other: a map whose lines run between two columns of texts, and what the group has to talk about."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import curves
from facilitator.report.curves import End
from facilitator.report.figures import Figures
from facilitator.report.ink import BALLOTS, INK, WHITE, WIDTH, fold, lines, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import LISTED, asks_why, listing, lower, quoted
from sessions import relating

SIDE, SIZE, LINES = 440, 33, 5  # of a text: width, letters, lines
LEFT, RIGHT = SIDE + 20, WIDTH - SIDE - 20  # where the lines run
BASIS = ("onderbouwd", "aanname")


def elements(section: Section) -> list[Row]:
    return [row for row in section.rows if row["sort"] == "element"]


def links(section: Section) -> list[Row]:
    """The pairs that people looked at, the strongest link first."""
    return [row for row in section.rows if row["sort"] == "link"]


def linked(section: Section) -> list[Row]:
    return [row for row in links(section) if row["type"]]


def agenda(section: Section) -> list[Row]:
    return sorted((row for row in links(section) if row["against"]), key=lambda row: -row["against"])


def name(section: Section, id: str) -> str:
    return {type["id"]: type["name"] for type in section.facts["types"]}.get(id, "")


def who(section: Section) -> str:
    people, facts = section.facts["people"], section.facts
    told = ngettext("%(num)d mens deed mee.", "%(num)d mensen deden mee.", people)
    return told + " " + _("%(looked)d van de %(pairs)d paren zijn bekeken.", looked=facts["looked"], pairs=facts["pairs"])


def outcome(section: Section) -> list[str]:
    """What to talk about first, the strongest link, and what stands alone."""
    if not section.facts["people"]:
        return [_("Niemand legde een verband.")]
    first = [row for row in linked(section) if row not in agenda(section)][:1]
    loose = [quoted(row["text"]) for row in elements(section) if not row["links"]]
    said = [_agenda_says(section), *(_says(section, row) for row in first)]
    if loose and len(loose) <= LISTED:
        said.append(ngettext("Nog los staat %(texts)s.", "Nog los staan %(texts)s.", len(loose), texts=listing(loose)))
    elif loose:
        said.append(_("%(n)d elementen staan nog los.", n=len(loose)))
    return said


def _agenda_says(section: Section) -> str:
    rows = agenda(section)
    if not rows:
        return ""
    pairs = "; ".join(f"{_both(section, row)} ({row['against']})" for row in rows[:LISTED])
    more = ngettext(" en %(num)d ander paar", " en %(num)d andere paren", len(rows) - LISTED) if len(rows) > LISTED else ""
    asks = " ".join(question for type in section.facts["types"] for question in type["asks"])
    return _("Hier praten we over: %(pairs)s%(more)s.", pairs=pairs, more=more) + f" {asks}"


def _says(section: Section, row: Row) -> str:
    n = ngettext("%(num)d mens", "%(num)d mensen", row["n"])
    return _("%(pair)s %(type)s: %(n)s.", pair=_both(section, row), type=lower(name(section, row["type"])), n=n)


def _both(section: Section, row: Row) -> str:
    return listing([quoted(text) for text in _texts(section, row)])


def _texts(section: Section, row: Row) -> list[str]:
    text = {one["id"]: one["text"] for one in elements(section)}
    return [text[row["a"]], text[row["b"]]]


def method(section: Section) -> list[str]:
    if not linked(section):
        return []
    return [_("Een verband heeft geen richting. Bij elk paar telt wat de meeste mensen zeggen; bij gelijke aantallen het verband waarover we moeten praten. “Weet niet” en “geen verband” zijn geen verband.")]


def figures(section: Section) -> Figures:
    """The elements with their links per type, then the links with what people say, on what it rests, and why."""
    head = [_("Element of verband"), _("Wat we zien"), _("Waarop het rust"), _("Redenen")]
    own = [[row["text"], _seen(section, row), None, None] for row in elements(section)]
    told = [
        [_("%(a)s en %(b)s", a=a, b=b), _seen(section, row), _grounds(row), "; ".join(dict.fromkeys(reason["text"] for reason in row["reasons"])) or None]
        for row in links(section) for a, b in [_texts(section, row)]
    ]
    return Figures(head, [*own, *told], texts=len(head))


def _seen(section: Section, row: Row) -> str:
    """What is said most comes first; of an element it is how many links it has."""
    names = {**{type["id"]: type["name"] for type in section.facts["types"]}, "none": _("geen verband"), "unknown": _("weet niet")}
    most = sorted(row["types"], key=lambda id: (id in ("none", "unknown"), -row["types"][id], id != row.get("type")))
    told = ", ".join(f"{names[id]} {row['types'][id]}" for id in most if row["types"][id])
    if row["sort"] == "link":
        return told
    count = ngettext("%(num)d verband", "%(num)d verbanden", row["links"])
    return f"{count}: {told}" if told else count


def _grounds(row: Row) -> str | None:
    """What the group said, or else how many people said what."""
    return row["basis"] or ", ".join(f"{basis} ({row['grounds'][basis]})" for basis in BASIS if basis in row["grounds"]) or None


def measures(row: Row) -> Iterator[list]:
    if row["sort"] == "element":
        yield [row["id"], row["text"], row["place"], "links", row["links"]]
    for type, n in row["types"].items():
        yield [row["id"], row["text"], row.get("place"), f"{'links' if row['sort'] == 'element' else 'people'}:{type}", n]
    for reason in row.get("reasons", ()):
        yield [row["id"], row["text"], None, "because", reason["text"]]
    for basis, n in row.get("grounds", {}).items():
        yield [row["id"], row["text"], None, f"people:{basis}", n]
    if row.get("basis"):
        yield [row["id"], row["text"], None, "basis", row["basis"]]


def draw(section: Section) -> tuple[str, str]:
    """Two columns of texts and the lines between them; the same columns as on the screen. The style of a line says the type, its thickness the people."""
    drawn = relating.lines(links(section))
    columns = relating.columns([row["id"] for row in elements(section)], drawn)
    texts = {row["id"]: fold(row["text"], SIDE - 30, SIZE, LINES) for row in elements(section)}
    top, parts = _key(section)
    ends, bottom = _stand(columns, texts, top)
    parts += _lines(section, drawn, ends)
    for id, end in ends.items():
        parts.append(lines(end.x + (28 if end.right else -28), end.y, texts[id], SIZE, font_weight=600, text_anchor=None if end.right else "end"))
        parts.append(tag("rect", x=end.x + (6 if end.right else -14), y=end.y - 36, width=8, height=72, fill=INK))
    alt = " ".join(_says(section, row) for row in drawn) or _("Er zijn nog geen verbanden.")
    return svg(bottom, parts, alt), alt


def _key(section: Section) -> tuple[float, list[str]]:
    """A sample of every line with its name, as many on a row as fit."""
    x, y, parts = 0.0, 24.0, []
    for number, type in enumerate(section.facts["types"]):
        wide = 130 + 19 * len(type["name"])
        if x and x + wide > WIDTH:
            x, y = 0.0, y + 52
        parts.append(_stroke(number, f"M{x:.1f} {y:.1f}h80", 8) + write(x + 96, y + 12, type["name"], font_size=SIZE))
        x += wide + 20
    return y + 50, parts


def _stand(columns: tuple[list[str], list[str]], texts: dict[str, list[str]], top: float) -> tuple[dict[str, End], float]:
    """Where every text stands, and where the picture ends: the shorter column has more air."""
    tall = {id: max(92.0, 46 + 40.0 * len(folded)) for id, folded in texts.items()}
    high = max(sum(tall[id] for id in ids) for ids in columns)
    ends = {}
    for right, ids in enumerate(columns):
        y, air = top, (high - sum(tall[id] for id in ids)) / max(1, len(ids))
        for id in ids:
            ends[id] = End(RIGHT if right else LEFT, y + (tall[id] + air) / 2, bool(right))
            y += tall[id] + air
    return ends, top + high


def _lines(section: Section, drawn: list[Row], ends: dict[str, End]) -> list[str]:
    """The strongest on top, and the numbers above all lines."""
    bent = curves.curves([(row["a"], row["b"]) for row in drawn], ends)
    types, most = [type["id"] for type in section.facts["types"]], max((row["n"] for row in drawn), default=1)
    strokes = [_stroke(types.index(row["type"]), curves.path(curve), _wide(row["n"], most)) for row, curve in zip(drawn, bent, strict=True)]
    counts = [_count(row["n"], *spot) for row, spot in zip(drawn, curves.spots(bent, 52, 44), strict=True) if spot]
    return strokes[::-1] + counts


def _wide(n: int, most: int) -> float:
    return 5 + 17 * (n - 1) / (most - 1) if most > 1 else 7


def _count(n: int, x: float, y: float) -> str:
    wide = 28 + 20 * len(str(n))
    return tag("rect", x=x - wide / 2, y=y - 21, width=wide, height=42, fill=WHITE) + write(x, y + 12, n, font_size=SIZE, font_weight=800, text_anchor="middle")


def _stroke(number: int, path: str, wide: float) -> str:
    """Solid, double, dashed or dotted."""
    colour = BALLOTS[number % len(BALLOTS)]
    dashes = {2: f"{wide + 12:.1f} {0.6 * wide + 9:.1f}", 3: f"{wide:.1f} {0.8 * wide + 4:.1f}"}.get(number)
    outer = tag("path", d=path, fill="none", stroke=colour, stroke_width=wide + 6 if number == 1 else wide, stroke_dasharray=dashes)
    return outer + (tag("path", d=path, fill="none", stroke=WHITE, stroke_width=max(4.0, wide / 2)) if number == 1 else "")


def settings(config) -> list[str]:
    how = _("De paren zijn verdeeld over iedereen.") if config.mode == "spread" else _("Ieder legt zelf verbanden.")
    return [how, _("Verbanden: %(names)s.", names=listing(config.types)), asks_why(config.because)]
